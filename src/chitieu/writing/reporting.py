"""The sentence that says when reports are due, for schedules that were built and not read."""

from __future__ import annotations

from chitieu.work.reports import ReportFrequency, ReportingSchedule

__all__ = ["reporting_sentence"]

_OFTEN = {
    ReportFrequency.MONTH: "hằng tháng",
    ReportFrequency.QUARTER: "hằng quý",
    ReportFrequency.HALF: "6 tháng",
    ReportFrequency.NINE_MONTHS: "9 tháng",
    ReportFrequency.YEAR: "cả năm",
}


def reporting_sentence(schedule: ReportingSchedule) -> str:
    """Write a schedule as one sentence.

    >>> reporting_sentence(ReportingSchedule((ReportFrequency.QUARTER, ReportFrequency.YEAR), 15))
    'Định kỳ hằng quý và cả năm, các cơ quan, đơn vị báo cáo kết quả trước ngày 15 của tháng cuối kỳ.'
    """
    words = [_OFTEN[one] for one in schedule.frequencies]
    often = " và ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    names = " và ".join(agency.name for agency in schedule.recipients)
    to = f" về {names}" if names else ""
    on = (
        f" {'trước' if schedule.before else 'chậm nhất'} ngày {schedule.day:02} của tháng cuối kỳ"
        if schedule.day
        else ""
    )
    return f"Định kỳ {often}, các cơ quan, đơn vị báo cáo kết quả{to}{on}."
