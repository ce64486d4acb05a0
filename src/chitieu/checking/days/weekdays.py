"""Days of the week beside dates: *thứ Bảy, ngày 18/7/2026*, *ngày 18/7/2026 (thứ Bảy)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.texts.anchors import matches_around
from chitieu.periods.dates import match_date

__all__ = ["wrong_weekdays"]

_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
}  # fmt: skip
_SUNDAY = 6
_NAME = rf"(?:thứ\s(?P<day>{'|'.join(_WEEKDAYS)})|chủ nhật)(?!\w)"
_NAMED = re.compile(r"(?:thứ\s|chủ nhật)")
_NEAR = (100, 60)
"""Characters ahead of the name of a day, and behind its begin, in which its date stands."""
_BEFORE = re.compile(
    rf"(?:^|[.,;:|(\n-]\s?|(?<!\w)(?:sáng|trưa|chiều|tối|vào|là|từ|đến|trước|hết|ngày|mạc|chức|ra|đầu|thúc|giảng|thi|diễn|và|hoặc|lúc|giờ|phút|kiến)\s|(?<!\w)(?=chủ nhật)){_NAME}\s?[,(\-]?\s?(?:ngày\s)?(?=[0-9])"
)
"""Without such words before it *thứ hai* is the second of some things: *kỳ họp thứ hai ngày …*."""
_DAY = re.compile(r"(?<![\w/.,])[0-9]{1,2}(?=\s?[/.]|\stháng\s)")
_BEHIND = re.compile(rf"\s?[,(]\s?(?:(?:nhằm\s)?(?:vào\s)?(?:ngày\s)?){_NAME}(?=\s?[).,;]|\s|$)")


def wrong_weekdays(lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of dates with the name of another day of the week.

    Args:
        lower: a folded text in small letters, with its lines.

    >>> list(wrong_weekdays("sáng thứ bảy, ngày 18/7/2026; ngày 18/7/2026 (thứ sáu)"))
    [(35, 53)]
    """
    for name in matches_around(_NAMED, _BEFORE, lower, _NEAR):
        day = match_date(lower, name.end())
        if day is not None and day.value is not None and day.value.weekday() != _WEEKDAYS.get(name["day"], _SUNDAY):
            yield lower.index("thứ" if name["day"] else "chủ", name.start()), day.end
    for start in matches_around(_NAMED, _DAY, lower, _NEAR):
        day = match_date(lower, start.start())
        if day is None or day.value is None:
            continue
        name_behind = _BEHIND.match(lower, day.end)
        if name_behind is None or _BEFORE.match(lower, day.end) or _names_next(lower, name_behind):
            continue
        if day.value.weekday() != _WEEKDAYS.get(name_behind["day"], _SUNDAY):
            yield start.start(), name_behind.end()


def _names_next(lower: str, name: re.Match[str]) -> bool:
    """Whether the day of the week stands before another date, in a list of them."""
    return re.compile(r"\s?,?\s?(?:ngày\s)?[0-9]").match(lower, name.end()) is not None
