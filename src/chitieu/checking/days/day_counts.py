"""Lengths of time beside the days or years they run from and to: *90 ngày, kể từ 01/4/2026 đến hết 29/6/2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.days.day_ranges import DayRange, day_ranges
from chitieu.checking.days.year_spans import year_spans

__all__ = ["DayCount", "wrong_day_counts"]


@frozen
class DayCount:
    """A length of time that is not that of the days beside it.

    Attributes:
        start, stop: the offsets of both.
        stated: the length stated; `counted`: the length of the range, in the same unit.
        unit: the unit of both, as written.
    """

    start: int
    stop: int
    stated: int
    counted: int
    unit: str


_UNIT = r"(?P<number>[0-9]{1,3})\s(?P<unit>ngày(?:\sđêm)?|tuần|tháng)"
_LASTING = r"(?<!\w)(?:thời gian|thời hạn|thời lượng|kéo dài|trong|diễn ra|liên tục|cao điểm|chiến dịch|phong trào|đợt|suốt|tiến độ)(?!\w)"
_FEWEST = r"(?<!tối đa )(?<!tối thiểu )(?<!ít nhất )(?<!không quá )(?<!mỗi )(?<!trên )(?<!dưới )(?<!khoảng )"
_AHEAD = re.compile(
    rf"{_LASTING}[^.;|0-9]{{0,60}}?(?<=[\s:(]){_FEWEST}{_UNIT}\s?[,:(]?\s?(?:(?:kể|tính|bắt đầu)\s)?(?=từ\s|[0-9]|ngày\s[0-9])"
)
_BEHIND = re.compile(
    rf"\s?(?:\(|,\s|\(?tổng cộng\s|trong\s)(?:(?:là|tức|trong|kéo dài|tổng cộng)\s)?{_UNIT}(?=\s?[).;,]|$)"
)
_WEEK = 7
_LEAST_GAP = 2


def wrong_day_counts(lower: str) -> Iterator[DayCount]:
    """Yield the lengths of time that are clearly not those of the range beside them.

    One more or less is left alone, by which a count with and without its last day differ; years of a plan are counted with both.

    Args:
        lower: a folded text in small letters on one line.

    >>> [(one.stated, one.counted) for one in wrong_day_counts("trong 90 ngày, từ 01/4/2026 đến 29/7/2026")]
    [(90, 120)]
    """
    for span in year_spans(lower):
        if span.length and not span.sound:
            yield DayCount(span.start, span.stop, span.length, span.counted, "năm")
    ranges = {one.start: one for one in day_ranges(lower) if one.last.year and not one.open}
    for ahead in _AHEAD.finditer(lower) if ranges else ():
        one = ranges.get(ahead.end())
        found = _compared(ahead, one, ahead.start("number"), one.stop) if one is not None else None
        if found is not None:
            yield found
    for one in ranges.values():
        behind = _BEHIND.match(lower, one.stop)
        found = _compared(behind, one, one.start, behind.end()) if behind is not None else None
        if found is not None:
            yield found


def _compared(match: re.Match[str], one: DayRange, start: int, stop: int) -> DayCount | None:
    """Return a stated length that is not that of a range."""
    year = one.last.year or 0
    first, last = one.first.day(one.first.year or year), one.last.day(year, last=True)
    if last < first:
        return None
    stated, unit = int(match["number"]), match["unit"]
    counted = (last - first).days + 1
    if unit == "tuần":
        counted = (counted + _WEEK - 1) // _WEEK
    elif unit == "tháng":
        months = (last.year - first.year) * 12 + last.month - first.month
        counted = months + (last.day + 1 - first.day > _WEEK)
    return DayCount(start, stop, stated, counted, unit) if abs(stated - counted) >= _LEAST_GAP else None
