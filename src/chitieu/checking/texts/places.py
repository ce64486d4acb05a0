"""Where a place stands: in one of several ranges of a text, in a row of a table, behind some words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from attrs import frozen

from chitieu.text import Span

__all__ = [
    "Ranges",
    "ahead_of_first",
    "around",
    "behind_last",
    "items_before",
    "items_behind",
    "place_behind",
    "row_before",
    "search_before",
    "text_before",
]

_Item = TypeVar("_Item")


class _Placed(Protocol):
    """What ends somewhere in a text."""

    @property
    def end(self) -> int: ...


_LONGEST_ROW = 2000
"""Characters of a row that are looked at: lines may be endless."""


@frozen(eq=False)
class Ranges:
    """Ranges of a text that do not overlap; ``at in ranges`` says whether a place lies in one.

    >>> taken = Ranges.of([Span(5, 9), Span(0, 2)])
    >>> [at for at in range(10) if at in taken]
    [0, 1, 5, 6, 7, 8]
    """

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span | None]) -> Ranges:
        """Return the ranges of some spans; those that are None are left out."""
        ranges = sorted((span.start, span.end) for span in spans if span is not None)
        return cls([start for start, _ in ranges], [end for _, end in ranges])

    def __contains__(self, at: int) -> bool:
        return self.at(at) is not None

    def at(self, at: int) -> int | None:
        """Return which of the ranges, counted in their order, a place lies in; None where in none.

        >>> Ranges.of([Span(5, 9), Span(0, 2)]).at(6)
        1
        """
        before = bisect_right(self.starts, at)
        return before - 1 if any(end > at for end in self.ends[before - 1 : before]) else None


def row_before(text: str, at: int) -> str:
    r"""Return what stands before a place in its line.

    >>> row_before("one\ntwo | three", 10)
    'two | '
    """
    return text_before(text, at, _LONGEST_ROW).rpartition("\n")[2]


def text_before(text: str, at: int, reach: int) -> str:
    """Return what stands before a place, so many characters of it at most.

    >>> text_before("thu 97 tỷ", 6, 2), text_before("thu 97 tỷ", 6, 100)
    ('97', 'thu 97')
    """
    return text[max(0, at - reach) : at]


def around(ends: re.Pattern[str], text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return what stands before and behind a range up to the nearest ends, so many characters of each at most.

    >>> around(re.compile("[;.]"), "Sửa cầu; trồng 5 ha rừng. Xong", 15, 19, 50)
    (' trồng ', ' rừng')
    """
    return ends.split(text_before(text, start, reach))[-1], ends.split(text[end : end + reach])[0]


def search_before(pattern: re.Pattern[str], text: str, at: int, reach: int) -> re.Match[str] | None:
    """Return the first match of a pattern among so many characters before a place; its places are those of the text.

    >>> cue = re.compile("trong đó")
    >>> search_before(cue, "trong đó thu 97 tỷ", 13, 20), search_before(cue, "trong đó thu 97 tỷ", 13, 12)
    (<re.Match object; span=(0, 8), match='trong đó'>, None)
    """
    return pattern.search(text, max(0, at - reach), at)


def behind_last(pattern: re.Pattern[str], text: str) -> str:
    """Return what stands behind the last match of a pattern without groups; all of a text that has none.

    >>> stop = re.compile("[;.]")
    >>> behind_last(stop, "thu tăng; chi giảm; nợ ít"), behind_last(stop, "thu tăng")
    (' nợ ít', 'thu tăng')
    """
    return pattern.split(text)[-1]


def ahead_of_first(pattern: re.Pattern[str], text: str) -> str:
    """Return what stands ahead of the first match of a pattern; all of a text that has none.

    >>> stop = re.compile("[;.]")
    >>> ahead_of_first(stop, "thu tăng; chi giảm; nợ ít"), ahead_of_first(stop, "thu tăng")
    ('thu tăng', 'thu tăng')
    """
    return pattern.split(text, maxsplit=1)[0]


def items_before(items: Sequence[_Item], at: int, count: int) -> Sequence[_Item]:
    """Return so many items at most that stand right before one in a row.

    >>> items_before("abcde", 3, 2), items_before("abcde", 1, 2)
    ('bc', 'a')
    """
    return items[max(0, at - count) : at]


def items_behind(items: Sequence[_Item], at: int, count: int) -> Sequence[_Item]:
    """Return so many items at most that stand right behind one in a row.

    >>> items_behind("abcde", 1, 2), items_behind("abcde", 3, 2)
    ('cd', 'e')
    """
    return items[at + 1 : at + 1 + count]


def place_behind(items: Sequence[_Placed], at: int) -> int:
    """Return where the item before one in a row ends; where the text begins if there is none.

    >>> place_behind([Span(2, 5), Span(7, 9)], 1), place_behind([Span(2, 5), Span(7, 9)], 0)
    (5, 0)
    """
    return max((item.end for item in items_before(items, at, 1)), default=0)
