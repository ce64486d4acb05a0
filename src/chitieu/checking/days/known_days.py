"""Days everyone knows, and work that must be done before them: *trước Tết Nguyên đán, chậm nhất ngày 10/02/2026*.

A day that stands with its name counts as written (*trước ngày bầu cử 15/3/2026 (chậm nhất ngày 10/3/2026)*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from chitieu.checking.days.day_ranges import End, read_end, shown

__all__ = ["NEW_YEARS", "after_known_days"]

NEW_YEARS = {
    day.year: day
    for day in (
        date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28), date(2018, 2, 16), date(2019, 2, 5), date(2020, 1, 25),
        date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17),
        date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13),
    )
}  # fmt: skip
"""The first day of the lunar year by the year it lies in (the calendar of Việt Nam)."""
_FIXED = {
    "khai giảng": (9, 5), "quốc khánh": (9, 2), "thương binh": (7, 27), "nhà giáo": (11, 20), "thầy thuốc": (2, 27),
    "giáng sinh": (12, 25),
}  # fmt: skip
"""Days that are the same in every year, as month and day."""

_WORD = r"(?!trước|chậm|muộn|xong|hoàn|hạn)[^\W\d_]+"
_EVENT = re.compile(
    rf"trước\s(?:(?:dịp|kỳ nghỉ|ngày|lễ|đợt|kỳ|thềm)\s){{0,3}}(?P<name>tết(?!\strung thu|\sthiếu nhi|\sdương lịch)|{'|'.join(_FIXED)}|(?:bầu cử|đại hội|ngày hội|lễ hội|kỳ thi|khai mạc))"
    rf"(?P<rest>(?:\s{_WORD}|\s-(?=\s)|\s20[0-9]{{2}}(?!/)|\s\(?(?:ngày\s)?[0-9]{{1,2}}/[0-9]{{1,2}}(?:/20[0-9]{{2}})?\)?){{0,9}})"
    r"\s?[,(]?\s?(?:và\s)?(?:xong\s|hoàn thành\s)?(?P<by>trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn (?:cuối|chót)(?: là|:)?|đến hết|cụ thể(?: trước| là)?)\s(?=(?:ngày\s)?[0-9])"
)
_SAID = re.compile(r"[0-9]{1,2}/")
_SOON = timedelta(days=90)
_ANY_YEAR = 2024


def after_known_days(lower: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the places of deadlines before a known day that lie on it or later, with both days.

    Args:
        lower: a folded text in small letters on one line.

    >>> list(after_known_days("xong trước tết nguyên đán, chậm nhất ngày 25/02/2026"))
    [(5, 52, '25/02/2026', '17/02/2026')]
    >>> list(after_known_days("trước lễ khai giảng năm học mới (chậm nhất ngày 15/9/2026)"))
    [(0, 57, '15/09/2026', '05/09/2026')]
    """
    for cue in _EVENT.finditer(lower):
        last = read_end(lower, cue.end())
        if last is None or last.kind != "day":
            continue
        found = _day_of(cue, last, lower)
        if found is None:
            continue
        known, dated = found
        day = last.day(known.year)
        open_end = cue["by"].endswith("trước") and day == known  # "trước Tết, trước ngày 17/02/2026" is before Tết
        if known <= day <= known + _SOON and not open_end:  # at the end of a year the next Tết is meant
            yield cue.start(), last.stop, shown(day, dated=dated), shown(known, dated=dated)


def _day_of(cue: re.Match[str], last: End, lower: str) -> tuple[date, bool] | None:
    """Return the day an event is on in the year of the deadline: as written beside its name, else the one known.

    With it stands whether a year is named at all.
    """
    said = _SAID.search(cue["rest"])
    if said is not None:
        written = read_end(lower, cue.start("rest") + said.start())
        if written is None:
            return None
        year = last.year or written.year
        return (written.day(year or _ANY_YEAR), year is not None) if written.year in (None, year) else None
    if cue["name"] == "tết":
        first = NEW_YEARS.get(last.year or 0)
        return (first, True) if first is not None else None
    fixed = _FIXED.get(cue["name"])
    return (date(last.year or _ANY_YEAR, *fixed), last.year is not None) if fixed is not None else None
