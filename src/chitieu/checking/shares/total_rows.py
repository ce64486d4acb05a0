"""Rows of tables with the share of those counted in the row above, of so many as their name says: *Tỷ lệ xã đạt chuẩn (tổng số 86 xã)*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from chitieu.checking.parts.table_sums import Row, rows_of_tables
from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["TotalCell", "shares_of_totals"]

_SHARE = re.compile(
    r"(?:[-+*•–]\s?)?(?:tỷ|tỉ) lệ\s[^()|]{2,60}\((?:trên |trong |tính trên )?(?:tổng số |tổng |toàn tỉnh có |có )+(?P<total>[0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+)\s(?P<noun>[^\W\d_]+)[^()|]{0,30}\)"
)


@frozen(eq=False)
class TotalCell:
    """A cell with a share that is not that of the count above it.

    Attributes:
        name: what the share is of.
        cell: the cell; `above`: that with the count.
        stated, expected: the share as told and as the two make it.
    """

    name: str
    cell: Cell
    above: Cell
    stated: Quantity
    expected: Quantity


def shares_of_totals(piece: Piece) -> Iterator[TotalCell]:
    """Yield the shares that are not of the count above, where another column of the row has it right.

    Args:
        piece: a text with tables.
    """
    for rows in rows_of_tables(piece):
        for above, row in pairwise(rows[1:]):
            name = max((cell.text for cell in row if read_digits(cell.text) is None), key=len, default="")
            said = _SHARE.fullmatch(name.lower())
            total = read_digits(said["total"]) if said is not None else None
            if said is None or not total or not any(said["noun"] in cell.text.lower().split() for cell in above):
                continue
            told = list(_cells(name, above, row, total))
            wrong = [one for one in told if abs(one.stated.amount - one.expected.amount) >= grain(one.stated)]
            if len(told) > len(wrong):
                yield from wrong


def _cells(name: str, above: Row, row: Row, total: Decimal) -> Iterator[TotalCell]:
    for over, cell in zip(above, row, strict=False):
        count, share = read_digits(over.text), read_digits(cell.text)
        if count is not None and share is not None and share > 1:  # not the number of the row
            stated = Quantity(share, "%")
            digits = Decimal(1).scaleb(min(-1, int(share.as_tuple().exponent)))
            yield TotalCell(name, cell, over, stated, Quantity((100 * count / total).quantize(digits), "%"))
