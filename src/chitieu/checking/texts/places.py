"""Where a place stands: in one of several ranges of a text, in a row of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from chitieu.text import Span

__all__ = ["Ranges", "row_before"]

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
    return text[max(0, at - _LONGEST_ROW) : at].rpartition("\n")[2]
