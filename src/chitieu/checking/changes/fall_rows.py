"""Rows of tables that tell by how much the row above them falls or rises from year to year: *Mức giảm trong năm | 1,35 | 1,32 | 1,20*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.parts.table_sums import Row, rows_of_tables
from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["FallCell", "falls_in_rows", "year_columns"]

_CHANGE = re.compile(
    r"(?:[-+*•–]\s?)?(?:trong đó:?\s)?(?:mức\s|số\s|tỷ lệ\s)?(?P<way>giảm|tăng)(?:\sthêm)?(?:\s(?:trong năm|so với năm trước|hằng năm|hàng năm|mỗi năm|nghèo|trong kỳ))*(?:\s?\([^()]*\))?"
)
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_COMPARES = re.compile(r"(?<!\w)(?:so|tăng|giảm|tốc độ|tỷ trọng|cơ cấu)(?!\w)|%|/")


@frozen(eq=False)
class FallCell:
    """A cell that tells a change which the two values above it do not make.

    Attributes:
        name: what falls or rises.
        cell: the cell; `above`: those with the value of the year before and of the year.
        stated, expected: the change as told and as the values make it.
        before, now: the values.
        falls: whether it is a fall.
    """

    name: str
    cell: Cell
    above: tuple[Cell, Cell]
    stated: Quantity
    expected: Quantity
    before: Quantity
    now: Quantity
    falls: bool


def year_columns(head: Row) -> dict[int, int]:
    """Return the columns of a table by the one year each is of, those that compare years left out."""
    found: dict[int, int] = {}
    for at, cell in enumerate(head):
        years = _YEAR.findall(cell.text)
        if len(years) == 1 and not _COMPARES.search(cell.text.lower()):
            found.setdefault(int(years[0]), at)
    return found


def falls_in_rows(piece: Piece) -> Iterator[FallCell]:
    """Yield the changes that are none of the row above, where that of another year is: else it may be of something else.

    Args:
        piece: a text with tables.
    """
    for rows in rows_of_tables(piece):
        years = year_columns(rows[0])
        pairs = [(years[year - 1], at) for year, at in years.items() if year - 1 in years]
        for above, row in pairwise(rows[1:]):
            said = _CHANGE.fullmatch(_name(row).lower())
            if said is None or len(above) != len(row) or len(pairs) < _LEAST:
                continue
            cells = [_cell(above, row, *pair, falls=said["way"] == "giảm") for pair in pairs]
            told = [one for one in cells if one is not None]
            wrong = [one for one in told if not _holds(one)]
            if len(told) > len(wrong):
                yield from wrong


_LEAST = 2
"""Changes that are told, so that one can vouch for the others."""


def _name(row: Row) -> str:
    return max((cell.text for cell in row if read_digits(cell.text) is None), key=len, default="")


def _cell(above: Row, row: Row, before: int, now: int, *, falls: bool) -> FallCell | None:
    if max(before, now) >= len(row):
        return None
    values: Sequence[Decimal | None] = [read_digits(cell.text) for cell in (above[before], above[now], row[now])]
    old, new, stated = values
    if old is None or new is None or stated is None:
        return None
    made = Quantity(old - new if falls else new - old, "")
    sizes = (Quantity(stated, ""), made, Quantity(old, ""), Quantity(new, ""))
    return FallCell(_name(above), row[now], (above[before], above[now]), *sizes, falls)


def _holds(one: FallCell) -> bool:
    slack = sum((grain(size) / 2 for size in (one.stated, one.before, one.now)), Fraction(0))
    return abs(one.stated.amount - one.expected.amount) <= slack
