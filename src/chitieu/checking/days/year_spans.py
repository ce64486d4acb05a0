"""Spans of years as plans name them: *giai đoạn 2021 - 2025*, *năm học 2025 - 2026*, *kế hoạch 5 năm 2026 - 2030*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

__all__ = ["YearSpan", "year_spans"]

_YEAR = r"(?:19|20)[0-9]{2}"
_ONE_YEAR = r"năm học|niên học|niên vụ|(?:vụ |lúa )?đông[ -]xuân"
_LONG = r"giai đoạn|thời kỳ|nhiệm kỳ|niên khóa|khóa|chiến lược|chương trình|đề án|kế hoạch"
_LENGTH = (
    r"(?P<plan>kế hoạch(?: phát triển)? (?:kinh tế|đầu tư công|tài chính)(?: [^\W\d_]+| -){0,8} )?"
    r"(?P<length>0?[2-9]|[1-4][0-9]|hai|ba|bốn|năm|mười) năm,?\s"
)
_LENGTHS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<one>(?<![0-9]\s)(?<!các )(?<!những )(?<!nhiều )(?<!ba )(?<!hai )(?:{_ONE_YEAR}))\s(?:\(\s?)?"
    rf"|{_LENGTH}(?:\(\s?)?(?:giai đoạn\s|thời kỳ\s)?(?:\(\s?)?|(?:{_LONG})\s(?:các năm\s|năm\s)?(?:\(\s?)?|(?=từ năm\s))"
    r"(?:từ\s(?:năm\s)?)?\Z"
)
_LONGEST_LEAD = 200
_YEARS = re.compile(
    rf"(?P<first>{_YEAR})(?:\s?-\s?|(?:\scho)?\s(?:đến|tới)\s(?:hết\s|cuối\s)?(?:năm\s)?)(?P<last>{_YEAR})(?![0-9/]|\s?-\s?[0-9])"
)


@frozen
class YearSpan:
    """A span of years in a text.

    Attributes:
        start, stop: the offsets of its words.
        first, last: its years as written.
        one: whether it is one year that runs over the turn of the calendar's: of a school, of a crop.
        length: how many years the words before it say it has, 0 where they say nothing.
        planned: whether these are the years of a plan, both ends among them; what is looked back on often leaves one out.
    """

    start: int
    stop: int
    first: int
    last: int
    one: bool
    length: int
    planned: bool

    @property
    def backward(self) -> bool:
        """Whether the second year is before the first."""
        return self.last < self.first

    @property
    def counted(self) -> int:
        """How many years it has, both ends counted."""
        return self.last - self.first + 1

    @property
    def sound(self) -> bool:
        """Whether its years go with what is said of it; one that runs backwards has another fault."""
        if self.backward:
            return True
        if self.one:
            return self.last == self.first + 1
        return self.length in (0, self.counted) or (not self.planned and self.length == self.counted - 1)


def year_spans(lower: str) -> Iterator[YearSpan]:
    """Yield the spans of years behind a word that says they are one.

    Args:
        lower: a folded text in small letters on one line.

    >>> [span] = year_spans("kế hoạch đầu tư công 5 năm giai đoạn 2026 - 2031")
    >>> span.length, span.counted, span.sound
    (5, 6, False)
    >>> [span.backward for span in year_spans("giai đoạn 2030-2021; năm học 2025-2026")]
    [True, False]
    """
    done = 0
    for years in _YEARS.finditer(lower):
        lead = _LEAD.search(lower, max(done, years.start() - _LONGEST_LEAD), years.start())
        if lead is None:
            continue
        length, done = lead["length"] or "0", years.end()
        yield YearSpan(
            lead.start("length") if lead["length"] else lead.start(),
            years.end(),
            int(years["first"]),
            int(years["last"]),
            lead["one"] is not None,
            _LENGTHS.get(length) or int(length),
            lead["plan"] is not None,
        )
