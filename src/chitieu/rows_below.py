"""Which row of a table is below which, told by how rows are numbered and marked.

Officials write it in many ways, often several in one table:

========================  ==========================================================
numbers of several sorts  ``A`` above ``I`` above ``1`` above ``1.1`` above ``a)``
marks before the name     ``- Lúa``, below it ``+ Vụ mùa``; also in the cell of the number
no number at all          the row is below the last one with a number, beside others like it
words that lead           ``Trong đó: đất ở``, also in a row of their own
numbers worked out        ``A+B``, ``C = A - B`` beside ``A`` or ``C``, below no row
========================  ==========================================================

Sorts of numbers have a rank; one with dots is below the one it continues. Marks have none: a mark that was not used yet stands below the row before it, one that was is beside
the row it was used for. Words that lead begin another *division* of the same whole: exports are those of home and of foreign
firms, and in another way those of wood and of cloth, so that only the parts of one division may add up to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

__all__ = ["Below", "RowHead", "row_head", "rows_below"]

_MARKS = r"[-+*•·–]"
_LEADS = r"(?:trong đó|tr(?:g|ong)?\.?\s?đó|bao gồm|gồm|chia ra|chia theo[^:|]{0,40}(?=:)|phân theo[^:|]{0,40}(?=:)|riêng)(?!\w)"
_HEAD = re.compile(
    rf"\s*(?P<mark>{_MARKS}+)?\s*(?P<lead>{_LEADS}\s*:?)?\s*(?P<inner>{_MARKS}+(?=\s))?\s*", re.IGNORECASE
)
_SORTS = tuple(
    map(re.compile, (r"[A-HK-UĐ]", r"[IVX]{1,5}", r"[0-9]{1,3}", r"[0-9]{1,3}(?:\.[0-9]{1,2}){1,4}", r"[a-zđ]"))
)
"""Sorts of numbers, the highest first; one with dots is the lower, the more it has."""
_ONE = r"\(?(?:[A-HK-UĐ]|[IVX]{1,5}|[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}|[a-zđ])\)?"
_JOINED = re.compile(rf"(?P<first>{_ONE})(?:\s?=\s?{_ONE})?(?:\s?[-+]\s?{_ONE}){{1,9}}")
"""The number of a row that is worked out of others: ``A+B``, ``C = A - B``; it stands beside the first it names."""
_LOWEST = 100
"""The rank of all rows with a mark, and of those without anything."""


@frozen
class RowHead:
    """What says where a row stands.

    Attributes:
        number: its number without brackets and the last point; empty where it has none.
        mark: the mark before its name; empty where there is none.
        led: whether words such as *trong đó* lead to it.
        name: where its name begins, behind all of that.
    """

    number: str = ""
    mark: str = ""
    led: bool = False
    name: int = 0


@frozen
class Below:
    """Where a row stands.

    Attributes:
        above: the place of the row it is below; None for one that is below none.
        division: which division of that row it belongs to, counted from 0.
        sure: whether it is marked or numbered as a part of that row, and not only numbered in a lower sort.
    """

    above: int | None = None
    division: int = 0
    sure: bool = False


def row_head(number: str, name: str) -> RowHead:
    """Read what says where a row stands.

    Args:
        number: the cell of its number; empty for a table without.
        name: the cell of its name.

    >>> row_head("2.1.", "Lúa"), row_head("", "- Trong đó: đất ở").led
    (RowHead(number='2.1', mark='', led=False, name=0), True)
    """
    said = _HEAD.match(name)
    joined = _JOINED.fullmatch(number.strip())
    plain = (joined["first"] if joined else number).strip().strip("()").rstrip(".)").strip()
    numbered = any(sort.fullmatch(plain) for sort in _SORTS)
    marked = "" if numbered or said is None else (said["mark"] or said["inner"] or "")[:1]
    if not numbered and re.fullmatch(f"{_MARKS}+", plain):
        marked = plain[0]
    lead = said is not None and said["lead"] is not None
    return RowHead(plain if numbered else "", marked.replace("–", "-"), lead, said.end() if said else 0)


def _rank(number: str) -> int:
    at = next((at for at, sort in enumerate(_SORTS) if sort.fullmatch(number)), None)
    if at is None:
        return _LOWEST
    return at * 10 + number.count(".")


def rows_below(heads: Sequence[RowHead | None]) -> list[Below]:
    """Tell of each row which one it is below.

    Args:
        heads: the rows in order; None for one that holds nothing but words that lead to those behind it.

    >>> heads = [row_head("1", "Lương thực"), row_head("", "- Lúa"), row_head("", "+ Vụ mùa"), row_head("", "- Ngô"), row_head("2", "Rau")]
    >>> [one.above for one in rows_below(heads)]
    [None, 0, 1, 0, None]
    """
    tree = _Open()
    found: list[Below] = []
    led = False
    for at, head in enumerate(heads):
        if head is None:
            found.append(Below())
            led = True
            continue
        found.append(tree.place(at, head, led=led or head.led, heads=heads))
        led = False
    return found


class _Open:
    """The rows that others may still come below, the highest first."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, RowHead, int]] = []
        self.divisions: dict[int | None, int] = {}

    def place(self, at: int, head: RowHead, *, led: bool, heads: Sequence[RowHead | None]) -> Below:
        """Close the rows that a row ends, and put it below the last that is open."""
        beside = self._close_numbered(head) if head.number else self._close_marked(at, head, led=led, heads=heads)
        above = self.rows[-1][2] if self.rows else None
        if above is not None and led and beside:
            self.divisions[above] = self.divisions.get(above, 0) + 1
        sure = above is not None and (not head.number or head.number.startswith(f"{self.rows[-1][1].number}."))
        self.rows.append((_rank(head.number), head, at))
        return Below(above, self.divisions.get(above, 0), sure)

    def _close_numbered(self, head: RowHead) -> bool:
        """Close the rows of the same or a lower sort, and those whose number a number with dots does not continue."""
        rank, beside = _rank(head.number), False
        while self.rows and (self.rows[-1][0] >= rank or self._continues_other(head)):
            beside = self.rows.pop()[0] == rank
        return beside

    def _continues_other(self, head: RowHead) -> bool:
        above = self.rows[-1][1].number
        return "." in head.number and (above[:1].isdecimal() or above == "") and not head.number.startswith(f"{above}.")

    def _close_marked(self, at: int, head: RowHead, *, led: bool, heads: Sequence[RowHead | None]) -> bool:
        """Close the rows down to one of the same mark; without a mark, down to one without, or all that are marked."""
        first = next((place for place, row in enumerate(self.rows) if row[0] == _LOWEST), len(self.rows))
        same = next((place for place, row in enumerate(self.rows) if place >= first and row[1].mark == head.mark), None)
        if same is not None:
            del self.rows[same:]
            return True
        if head.mark or not self.rows or (led and _goes_on(heads, at, self.rows[-1][1])):
            return False
        if first < len(self.rows):
            del self.rows[first:]
            return True
        return led and self._close_dotted()

    def _close_dotted(self) -> bool:
        """Close the last rows whose numbers have dots: what *trong đó* says behind the last of them is of their whole."""
        before = len(self.rows)
        while len(self.rows) > 1 and "." in self.rows[-1][1].number:
            self.rows.pop()
        return len(self.rows) < before


_REACH = 40
"""Rows behind one that are looked at."""


def _goes_on(heads: Sequence[RowHead | None], at: int, last: RowHead) -> bool:
    """Whether rows beside the last open one follow: with its mark before the next number, or counted on from its number."""
    for head in heads[at + 1 : at + _REACH]:
        if head is not None and head.number:
            stem = last.number.rpartition(".")[0]
            return bool(stem) and head.number.rpartition(".")[0] == stem
        if head is not None and last.mark and head.mark == last.mark:
            return True
    return False
