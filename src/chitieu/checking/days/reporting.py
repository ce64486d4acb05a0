"""The rule about reports: whether their data can be there on the day they are due, and run over the days of the decree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from chitieu.checking.days.cutoffs import IN_FORCE, sent_too_early, wrong_cutoffs
from chitieu.checking.days.report_chains import due_of_wholes
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, ahead_of_first, behind_last, text_before
from chitieu.periods.period import Calendar, Period, PeriodKind
from chitieu.plan import Plan
from chitieu.text import SourceText, Span, fold
from chitieu.work.reports import ReportFrequency, ReportingSchedule

__all__ = ["report_schedule"]

_LAST_MONTH = re.compile(
    r"(?P<before>trước\s+)?ngày\s+(?P<day>[0-9]{1,2})\s*(?:(?:của|mỗi),?\s+)?tháng\s+cuối\s+(?:của\s+|mỗi\s+)?(?:quý|kỳ)"
)
_MIDDLE_MONTH = re.compile(
    r"ngày\s+[0-9]{1,2}\s*(?:của\s+)?(?:tháng\s+(?:giữa|thứ\s+(?:hai|2))\s+(?:của\s+)?quý(?!\s+(?:sau|tiếp|kế))"
    r"|(?:các\s+)?tháng\s+0?2\s?,\s?(?:tháng\s+)?0?5\s?,\s?(?:tháng\s+)?0?8(?!\w))"
)
_ONE_REPORT = re.compile(
    r"(?<!\w)(?:quý\s+(?P<quarter>iv|i{1,3}|[1-4])(?!\w)|(?P<half>0?6 tháng(?: đầu năm)?)(?!\w)|(?P<nine>0?9 tháng)(?!\w)"
    r"|(?:cả|báo cáo|kết quả|và)\s+(?P<year>năm)(?!\w)(?:\s+20[0-9]{2}(?![0-9]))?)"
    r"[^;.0-9]{0,40}?(?P<before>trước|chậm nhất(?: là)?|muộn nhất(?: là)?)\s+(?P<at>(?:ngày\s+)?(?P<day>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<month>[0-9]{1,2})(?:(?:/|\s+năm\s+)(?:19|20)[0-9]{2})?)"
    r"(?![0-9/])(?!\s*[,;]?\s*(?:và\s+)?(?:ngày\s+)?[0-9]{1,2}/[0-9])"
)
"""One report and its day; a list of days behind a list of reports is not taken apart."""
_PREPARED = re.compile(r"(?<!\w)(?:chuẩn bị|xây dựng|dự thảo|đề cương|ước)(?!\w)[^.;]*$")
"""Work on a report before its data are there."""
_ESTIMATED = re.compile(r"(?<!\w)(?:ước|dự kiến)(?!\w)")
_BY_OTHER_RULES = re.compile(
    r"(?<!\w)(?:thông tư|chế độ báo cáo riêng|theo (?:hướng dẫn|quy định|yêu cầu|kế hoạch|văn bản) (?:riêng|của (?:các )?(?:bộ|ngành|thanh tra chính phủ|trung ương)))(?!\w)"
)
"""Reports whose days another body sets."""
_FOR_A_SESSION = re.compile(r"(?<!\w)(?:kỳ họp|hội đồng nhân dân|hđnd|hội nghị tỉnh ủy)(?!\w)")
"""The council hears of the year before it ends."""
_REACH = 60
_A_STEP = 2
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DECEMBER, _EARLY_NEXT_YEAR = 12, 2
_ANY_YEAR = 2024
_DAY_BEFORE = timedelta(days=1)
_FIRST_DAY, _CUTOFF_DAY = (end.day for end in Period(_ANY_YEAR, PeriodKind.QUARTER, 1).bounds(Calendar.ADMINISTRATIVE))
_DAYS: dict[str, Any] = {"begin": _FIRST_DAY, "cutoff": _CUTOFF_DAY}


@rule(
    "report-schedule",
    title="Reports keep to the days of their data",
    message="'{written}' does not go with the days of report data, from day {begin} of the month before the period to day {cutoff} of its last month (Nghị định 09/2019/NĐ-CP)",
)
def report_schedule(subject: Subject) -> Iterator[RuleFault]:
    """Reports of a quarter, half or nine months due before their data end, the 14th; data that run over other days."""
    plan = subject.plan
    work = [(plan.assignments, _early_reports)]
    if plan.reporting is None:
        work.append((plan.implementation, _early))
    for sections, early in work:
        for task in (task for section in sections for task in section.tasks):
            if "báo cáo" in fold(task.text).lower():
                yield from _in_text(plan, task.span, task.text, early)
    if plan.reporting is not None and plan.reporting.text:
        yield from _in_text(plan, plan.reporting.span, plan.reporting.text, _early)
    elif plan.reporting is not None:
        yield from _by_value(plan.reporting)
    yield from _beside(subject)
    yield from _data_days(subject)


_Finder = Callable[[str], Iterator[tuple[int, int]]]


def _in_text(plan: Plan, span: Span | None, text: str, early: _Finder) -> Iterator[RuleFault]:
    """Yield the days of a text that are too early, as they stand in the plan where its text is at hand."""
    placed = span if plan.text else None
    source = SourceText(placed.of(plan.text) if placed else text)
    for start, end in early(source.lower):
        written, inside = source.clean(start, end), source.span(start, end)
        place = Span(placed.start + inside.start, placed.start + inside.end) if placed else None
        yield RuleFault(written, place, text, written, (), {"written": written, **_DAYS})


def _beside(subject: Subject) -> Iterator[RuleFault]:
    """Look at the lines behind the first indicator or task that are no tasks: *Kinh phí và báo cáo: …*."""
    plan = subject.plan
    tasks = [task.span for _, task in subject.tasks()]
    starts = [span.start for span in (*tasks, *(item.span for item in plan.indicators)) if span is not None]
    seen = Ranges.of([*tasks, plan.reporting.span if plan.reporting else None])
    for piece in subject.pieces:
        if not piece.placed or not starts:
            continue
        for start, end in _early_reports(piece.source.lower):
            span = piece.source.span(start, end)
            words = behind_last(_SENTENCE, text_before(piece.source.lower, start, _LONGEST))
            if span.start > min(starts) and span.start not in seen and "báo cáo" in words:
                yield piece.fault(start, end, "", **_DAYS)


def _data_days(subject: Subject) -> Iterator[RuleFault]:
    """Look at the days data run from and to, wherever a plan of the time of the decree gives them."""
    issued = subject.plan.issued
    if issued is None or issued >= IN_FORCE:
        for piece in subject.pieces:
            wrong = wrong_cutoffs(piece.source.text, piece.source.lower)
            for start, end in (*wrong, *sent_too_early(piece.source.text, piece.source.lower)):
                yield piece.fault(start, end, "", **_DAYS)


_SENTENCE = re.compile(r";|\.(?=\s)")
_FULL_STOP = re.compile(r"\.(?=\s)")
_LONGEST = 300


def _early(lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of days that are too early."""
    wholes, days = due_of_wholes(lower), list(_LAST_MONTH.finditer(lower))
    early = [day for day in days if _is_in_last_month_early(day, wholes)]
    if len(early) == len(days):  # what is due later is made of the others
        yield from (day.span() for day in early if not _is_estimated(lower, day))
    for match in _MIDDLE_MONTH.finditer(lower):
        yield match.span()
    yield from _early_reports(lower)


def _is_in_last_month_early(match: re.Match[str], wholes: Mapping[int, tuple[int, int | None, bool]]) -> bool:
    """Whether a day of the last month of a quarter is before the data end, for what is made of others as for them."""
    day, _, before = wholes.get(match.start("day"), (int(match["day"]), None, bool(match["before"])))
    return day - before < _CUTOFF_DAY


def _is_estimated(lower: str, match: re.Match[str]) -> bool:
    """Whether the clause around a day speaks of data that are estimates."""
    before, behind = (
        text_before(lower, match.start(), _LONGEST),
        lower[match.end() : match.end() + _LONGEST],
    )
    return _ESTIMATED.search(f"{behind_last(_SENTENCE, before)} {ahead_of_first(_SENTENCE, behind)}") is not None


def _early_reports(lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of one report with a day of its own that is too early.

    What others put together is due before their own report is: there the day of theirs counts.
    """
    reports, wholes = list(_ONE_REPORT.finditer(lower)), due_of_wholes(lower)
    if _all_by_the_last_day(reports):
        return
    for match in reports:
        own = int(match["day"]), int(match["month"]), match["before"] == "trước"
        day, month, before = wholes.get(match.start("day"), own)
        early = _is_early(match, day, month or own[1], open_end=before)
        sure = not match["year"] or _breaks_step(match, reports)
        if early and sure and not _waits_for_nothing(lower, match):
            yield match.span()


def _breaks_step(annual: re.Match[str], reports: Sequence[re.Match[str]]) -> bool:
    """Whether several reports are due on one day of their last month, and the annual one on that day of another month.

    The annual report is often made of estimates, weeks before its data end; only a slip of its month is sure:
    *6 tháng trước ngày 16/6, 9 tháng trước ngày 16/9, cả năm trước ngày 16/11*.
    """
    others = [one for one in reports if not one["year"]]
    days = {int(one["day"]) for one in others}
    return len(others) >= _A_STEP and days == {int(annual["day"])}


def _all_by_the_last_day(reports: Sequence[re.Match[str]]) -> bool:
    """Whether several reports are all due *trước ngày 14*: an office that means by the end of that day, no slip."""
    days = {int(report["day"]) if report["before"] == "trước" else 0 for report in reports}
    return len(reports) > 1 and days == {_CUTOFF_DAY}


def _waits_for_nothing(lower: str, match: re.Match[str]) -> bool:
    """Whether the words around a report say that it is made before all its data are there, or that others set its day."""
    before = text_before(lower, match.start(), _LONGEST)
    behind = lower[match.end() : match.end() + _LONGEST]
    clause, sentence = (ahead_of_first(stop, behind) for stop in (_SENTENCE, _FULL_STOP))
    return bool(
        _PREPARED.search(before[-_REACH:])
        or _ESTIMATED.search(clause)
        or _BY_OTHER_RULES.search(behind_last(_FULL_STOP, before) + sentence)
        or (match["year"] and _FOR_A_SESSION.search(f"{behind_last(_SENTENCE, before)} {clause}"))
    )


def _is_early(match: re.Match[str], day: int, month: int, *, open_end: bool) -> bool:
    """Whether a day a report is due (``quý I trước ngày 15/02``) is before its data end."""
    if match["quarter"]:
        period = Period(_ANY_YEAR, PeriodKind.QUARTER, _QUARTERS[match["quarter"]])
    else:
        period = Period.of_months(_ANY_YEAR, 1, 6 if match["half"] else 9 if match["nine"] else 12)
    end = period.bounds(Calendar.ADMINISTRATIVE)[1]
    try:
        due = date(_ANY_YEAR, month, day)
    except ValueError:  # another rule tells of days that are none
        return False
    if end.month == _DECEMBER and due.month <= _EARLY_NEXT_YEAR:  # the report on quarter IV or the year in January
        return False
    return due - _DAY_BEFORE * open_end < end


def _by_value(schedule: ReportingSchedule) -> Iterator[RuleFault]:
    """Look at a schedule that was built: its day lies in the last month of each period."""
    periods = set(schedule.frequencies) - {ReportFrequency.MONTH}
    if schedule.day is not None and periods and schedule.day - schedule.before < _CUTOFF_DAY:
        yield RuleFault(str(schedule.day), fields={"written": f"{schedule.day}", **_DAYS})
