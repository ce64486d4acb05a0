"""Tables that lead from what there is at first to what there is in the end: debt at the beginning, new loans, debt paid back, debt at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from operator import mul

from chitieu.checking.changes.moves import flow
from chitieu.checking.parts.table_sums import NO_SUM, Row, TableSum, rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change

__all__ = ["stock_rows"]

_FIRST = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ|quý|tháng)|kỳ trước chuyển sang|năm trước chuyển sang|chuyển từ năm trước)(?!\w)|31/12/[0-9]{4}"
)
_LAST = re.compile(r"(?<!\w)(?:cuối (?:năm|kỳ|quý|tháng)|chuyển (?:sang )?(?:kỳ|năm) sau)(?!\w)")
_BELOW = re.compile(r"\s*(?:[-+*–]\s|trong đó|riêng|[a-zđ]\))")
_MARK = re.compile(r"(?:[0-9]{1,2}|[ivx]{1,4}|[a-zđ])[.)]?")
_MOST = 12


def stock_rows(piece: Piece) -> Iterator[TableSum]:
    """Yield what tables say there is in the end, where that is not what there was with what came and went."""
    for rows in rows_of_tables(piece):
        for at, row in enumerate(rows):
            name = _name(row)
            if _FIRST.search(name) and not _LAST.search(name) and not NO_SUM.search(name):
                yield from _account(rows[at : at + _MOST])


def _name(row: Row) -> str:
    """Return the name of a row, in small letters."""
    return next((cell.text.lower() for cell in row[:2] if cell.text and not _MARK.fullmatch(cell.text.lower())), "")


def _account(rows: Sequence[Row]) -> Iterator[TableSum]:
    """Yield the cells of the row of the end, if each row from the first one up to it tells what came or went."""
    first, *others = rows
    moves: list[tuple[Row, int]] = []
    for row in others:
        name = _name(row)
        if _LAST.search(name):
            if {way for _, way in moves} == {1, -1}:  # both are told, what came and what went
                yield from _ends([(first, 1), *moves], row)
            return
        if _BELOW.match(row[0].text.lower()) or _BELOW.match(name):
            continue
        way = flow(name, "")
        if way is None or NO_SUM.search(name):
            return
        moves.append((row, 1 if way is Change.INCREASE else -1))


def _ends(terms: Sequence[tuple[Row, int]], last: Row) -> Iterator[TableSum]:
    """Yield the cells of the row of the end that are not what the rows above it make, each of which adds or takes away."""
    rows, ways = zip(*terms, strict=True)
    if {len(row) for row in rows} != {len(last)}:
        return
    for *cells, end in islice(zip(*rows, last, strict=True), 1, None):  # the first cells are names
        values = [value for cell in cells if (value := _value(cell.text)) is not None]
        stated = read_digits(end.text)
        if stated is None or len(values) < len(cells) or not values[0]:
            continue
        total = sum(map(mul, ways, values), Decimal(0))
        gap = abs(total - stated)
        if gap > sum(map(_grain, (*values, stated))) and gap * 2 <= stated:
            yield TableSum(_name(last), end, tuple(cells), Quantity(stated, ""), Quantity(total, ""))


def _value(text: str) -> Decimal | None:
    return Decimal(0) if text.strip() in ("", "-", "–") else read_digits(text)


def _grain(value: Decimal) -> Decimal:
    """Return half of what the last digit behind a comma stands for; whole numbers are not rounded."""
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent < 0 else Decimal(0)
