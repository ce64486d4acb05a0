"""Tables whose groups each end in a row of their own total, and the table in one of all of them: *Cộng giao thông*, *Cộng giáo dục*, *Tổng cộng*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.parts.table_sums import NO_SUM, Row, TableSum, holds, rows_of_tables, sum_of_cells
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits

__all__ = ["group_totals"]

_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng)(?!\w)")
_BELOW = re.compile(r"[-+*–](?:\s|$)|(?:trong đó|riêng)(?!\w)")
_LEAST, _NEAR = 2, Fraction(1, 2)


def group_totals(piece: Piece) -> Iterator[TableSum]:
    """Yield the totals of groups, and of all groups, that are not what they come to, where most of the table's totals are.

    Args:
        piece: the text.
    """
    for rows in rows_of_tables(piece):
        width = len(rows[0])
        wholes = list(_totals([row for row in rows[1:] if len(row) == width]))
        if len(wholes) < _LEAST or any(len(parts) < _LEAST for _, parts in wholes):
            continue
        sums = [
            one
            for whole, parts in wholes
            for at in range(1, width)
            if not NO_SUM.search(rows[0][at].text.lower())
            and (one := sum_of_cells(f"{_name(whole)}: {rows[0][at].text}", whole[at], [row[at] for row in parts]))
        ]
        meant = {one.cell.start: one.expected.value for one in sums}
        right = [one for one in sums if one.stated == one.expected or _is_of_the_meant(one, meant)]
        wrong = [one for one in sums if not holds(one) and one not in right]
        if len(right) > len(wrong):
            yield from (
                one for one in wrong if abs(one.stated.amount - one.expected.amount) <= _NEAR * one.stated.amount
            )


def _is_of_the_meant(one: TableSum, meant: Mapping[int, Decimal]) -> bool:
    """Whether a total of totals is what those should be, of which one may be wrong."""
    values = [meant.get(part.start, read_digits(part.text)) for part in one.parts]
    kept = [value for value in values if value is not None]
    return any(part.start in meant for part in one.parts) and sum(kept, Decimal(0)) == one.stated.value


def _name(row: Row) -> str:
    """Return the name of a row: the first of its cells that is no number."""
    return next((cell.text for cell in row[:2] if cell.text and read_digits(cell.text) is None), "")


def _totals(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each row of a total with the rows it is of: those since the total before it, or all such totals."""
    group, done = list[Row](), list[Row]()
    for row in rows:
        if not _TOTAL.match(_name(row).lower()):
            if not _BELOW.match(_name(row).lower()):
                group.append(row)
            continue
        if group:
            yield row, group
            done.append(row)
        elif done:
            yield row, done
            done = []
        group = []
