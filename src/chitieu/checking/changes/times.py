"""The times amounts are told of, so that of two the earlier one is known: *đầu năm*, *năm 2025*, *cùng kỳ*, *kế hoạch*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

__all__ = ["AT_THE_END", "PLANNED", "STANDARD", "Time", "TimeWords", "times_in"]


@frozen(order=True)
class Time:
    """A time; the greater one is the later.

    Attributes:
        order: two for each year, one less for its beginning; below nought where words tell no year.
        year: the year, where words name one.
        words: the words that tell it where they name no year (*quý trước*).

    >>> next(times_in("đầu năm 2026 có")).time > next(times_in("cuối năm 2025 có")).time
    True
    """

    order: int
    year: int | None = None
    words: str = ""

    @property
    def is_planned(self) -> bool:
        """Whether it is no time, but what was planned: what was reached is compared with that as with an earlier year."""
        return self.order == _PLANNED

    def may_be(self, other: Time) -> bool:
        """Whether both may be one time: *năm trước* may be any year, *quý trước* and what was planned are nothing else."""
        if self.is_planned or other.is_planned:
            return self.is_planned and other.is_planned
        if self.year is not None and other.year is not None:
            return self.year == other.year
        return self.words == other.words or all(one.words in _YEARLY for one in (self, other))


@frozen
class TimeWords:
    """Words that tell a time, and where they stand."""

    time: Time
    start: int
    end: int


_YEARLY = ("", "cùng kỳ", "năm trước", "năm ngoái", "đầu năm")
_PLANNED, _BEFORE = -2, -1
PLANNED = Time(_PLANNED)
"""That of what was planned."""
AT_THE_END = 2 * 9999
"""The order of the end of a year that is not named."""
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/]|\s?[-–]\s?[0-9]|[.,][0-9])"
_TIME = re.compile(
    r"(?<!\w)(?:(?P<planned>(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh|dt)(?=[^\w]|$)(?:\s(?:vốn|được|giao|đề ra|đã|cả))*)"
    r"|(?<!tháng )(?<!quý )(?<!những )(?<!từ )(?P<start>đầu (?:năm|kỳ|nhiệm kỳ|giai đoạn))|(?<!tháng )(?<!quý )(?P<end>(?:cuối|hết) (?:năm|kỳ|nhiệm kỳ|giai đoạn))"
    r"|(?P<before>cùng kỳ|(?:năm|năm học|kỳ|quý|tháng|vụ|niên vụ|nhiệm kỳ) trước|năm ngoái|hiện (?:nay|tại|trạng|có)|trước đây|ban đầu)"
    rf"|(?P<plain>(?:năm|31/12/|tháng 12/|ngày 31/12/)(?=\s?(?:19|20)[0-9])))(?:\s?(?:năm\s)?{_YEAR}|\snăm (?:trước|ngoái))?(?!\w)"
    rf"|(?:(?<=\()|(?<=[,;] )){_YEAR.replace('year', 'bare')}(?=\s?:)"
)


def times_in(lower: str, start: int = 0, end: int | None = None) -> Iterator[TimeWords]:
    """Yield the words of a range of a text that tell times.

    Args:
        lower: the text in lower case.
        start: where the range begins.
        end: where it ends; at the end of the text if it is None.
    """
    for match in _TIME.finditer(lower, start, len(lower) if end is None else end):
        year = next((int(found) for found in (match["year"], match["bare"]) if found), None)
        if match["planned"]:
            order = _PLANNED
        elif year is not None:
            order = 2 * year - bool(match["start"])
        else:
            order = AT_THE_END if match["end"] else _BEFORE
        words = "" if year is not None else match["start"] or match["before"] or ""
        yield TimeWords(Time(order, None if match["planned"] else year, words), match.start(), match.end())


STANDARD = re.compile(
    r"(?<!\w)(?:theo )?chuẩn(?: (?:nghèo|hộ nghèo|đa chiều|tiếp cận|mới|quốc gia))*(?: giai đoạn)? (?:19|20)[0-9]{2}\s?-\s?(?:19|20)[0-9]{2}"
)
"""A standard of several years that an amount is told by: *chuẩn nghèo đa chiều giai đoạn 2022 - 2025*; that is no time of the amount."""
