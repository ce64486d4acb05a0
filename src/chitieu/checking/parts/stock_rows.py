"""Tables that lead from what there is at first to what there is in the end: debt at the beginning, new loans, debt paid back, debt at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

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
    ways = [1]
    last = None
    for row in rows[1:]:
        name = _name(row)
        if _LAST.search(name):
            last = row
            break
        if _BELOW.match(row[0].text.lower()) or _BELOW.match(name):
            ways.append(0)
            continue
        way = flow(name, "")
        if way is None or NO_SUM.search(name):
            return
        ways.append(1 if way is Change.INCREASE else -1)
    if last is None or len(set(ways[1:]) - {0}) < len((1, -1)):
        return  # both are told, what came and what went
    body = rows[: len(ways)]
    for at in range(1, len(last)):
        if all(len(row) == len(last) for row in body):
            cells = [(row[at], way) for row, way in zip(body, ways, strict=True) if way]
            values = [_value(cell.text) for cell, _ in cells]
            stated = read_digits(last[at].text)
            if stated is None or None in values or not values[0]:
                continue
            total = sum(
                (way * value for (_, way), value in zip(cells, values, strict=True) if value is not None), Decimal(0)
            )
            slack = sum((_grain(value) for value in (*values, stated) if value is not None), Decimal(0))
            if abs(total - stated) > slack and abs(total - stated) * 2 <= stated:
                parts = tuple(cell for cell, _ in cells)
                yield TableSum(_name(last), last[at], parts, Quantity(stated, ""), Quantity(total, ""))


def _value(text: str) -> Decimal | None:
    return Decimal(0) if text.strip() in ("", "-", "–") else read_digits(text)


def _grain(value: Decimal) -> Decimal:
    """Return half of what the last digit behind a comma stands for; whole numbers are not rounded."""
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent < 0 else Decimal(0)
