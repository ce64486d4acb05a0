"""Days by which work must be done before Tết, the lunar new year: *trước Tết Nguyên đán, chậm nhất ngày 10/02/2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from chitieu.checking.days.day_ranges import read_end
from chitieu.periods.dates import format_date

__all__ = ["NEW_YEARS", "after_new_year"]

NEW_YEARS = {
    day.year: day
    for day in (
        date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28), date(2018, 2, 16), date(2019, 2, 5), date(2020, 1, 25),
        date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17),
        date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13),
    )
}  # fmt: skip
"""The first day of the lunar year by the year it lies in (the calendar of Việt Nam)."""

_BEFORE = re.compile(
    r"trước\s(?:dịp\s|kỳ nghỉ\s)?tết(?:\snguyên đán|\scổ truyền|\sâm lịch)?(?:\s(?!trước|chậm|muộn|xong|hoàn)[^\W\d_]+){0,2}(?:\s(?:năm\s)?20[0-9]{2}(?:\s-\s[^\W\d_]+\s[^\W\d_]+)?)?"
    r"\s?[,(]?\s?(?:và\s)?(?:xong\s|hoàn thành\s)?(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn (?:cuối|chót)(?: là|:)?|đến hết|cụ thể(?: trước| là)?)\s(?=(?:ngày\s)?[0-9])"
)
_SOON = timedelta(days=90)


def after_new_year(lower: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the places of deadlines before Tết whose day is Tết or later, with that day and Tết.

    Args:
        lower: a folded text in small letters on one line.

    >>> list(after_new_year("xong trước tết nguyên đán, chậm nhất ngày 25/02/2026"))
    [(5, 52, '25/02/2026', '17/02/2026')]
    """
    for cue in _BEFORE.finditer(lower):
        day = read_end(lower, cue.end())
        first = NEW_YEARS.get(day.year) if day is not None and day.kind == "day" and day.year else None
        if day is None or not day.year or first is None:
            continue
        if first <= day.day(day.year) <= first + _SOON:  # at the end of a year the next Tết is meant
            strict = "trước" in cue.group().rpartition(",")[2] and day.day(day.year) == first
            if not strict:  # "trước Tết, trước ngày 17/02/2026" is before Tết
                yield cue.start(), day.stop, format_date(day.day(day.year), "slash"), format_date(first, "slash")
