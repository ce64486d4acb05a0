"""Rows of a table that are made of those below them, as their numbers tell: *I* of *1* and *2*, *1* of *1.1* and *1.2*.

No word says that the rows below are all there are. Where others of the table come to the row they stand below, to the last
digit, those that do not are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.parts.table_sums import (
    NO_SUM,
    OF_UNITS,
    Row,
    TableSum,
    holds,
    is_slip,
    rows_of_tables,
    sum_of_cells,
)
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits

__all__ = ["nested_rows"]

_DEPTHS = tuple(
    map(re.compile, (r"[A-HK-UĐ][.)]?", r"[IVX]{1,5}[.)]?", r"[0-9]{1,3}[.)]?", r"[0-9]{1,3}(?:\.[0-9]{1,2})+\.?"))
)
"""How rows of each depth are numbered; a number with dots is the deeper, the more it has."""
_SOME = re.compile(r"(?:[-+*–]\s?)?(?:trong đó|riêng|một số|chủ yếu|như)(?!\w)")
_MOST_APART = Fraction(1, 4)
_LEAST, _DIGITS = 2, 3


def nested_rows(piece: Piece) -> Iterator[TableSum]:
    r"""Yield the cells of the tables of a text that are not the sum of those of the rows numbered below them.

    >>> from chitieu.text import SourceText
    >>> rows = ("TT | Việc | Tiền", "I | Một | 300", "1 | A | 100", "2 | B | 200", "II | Hai | 500", "1 | C | 150", "2 | D | 250")
    >>> (one,) = nested_rows(Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True))
    >>> one.name, str(one.stated), str(one.expected)
    ('Hai: Tiền', '500', '400')
    """
    for rows in rows_of_tables(piece):
        head, *body = (row for row in rows if len(row) == len(rows[0]))
        titles = [cell.text.lower() for cell in head]
        units = next((at for at, title in enumerate(titles) if OF_UNITS.search(title)), None)
        columns = [at for at, title in enumerate(titles) if at and at != units and not NO_SUM.search(title)]
        found = [
            one
            for whole, parts in _families(body)
            if not _is_mixed([whole, *parts], units)
            for at in columns
            if (one := sum_of_cells(_name(whole, head, at), whole[at], [part[at] for part in parts])) is not None
        ]
        right = [
            one for one in found if one.stated == one.expected and len(one.stated.value.as_tuple().digits) >= _DIGITS
        ]
        wrong = [one for one in found if not holds(one)]
        if len(wrong) <= len(right):
            yield from (one for one in wrong if _is_meant(one, some=units is not None or len(right) < _LEAST))


def _families(body: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the rows that have others below them, with those that stand next below."""
    depths = [_depth(row[0].text) for row in body]
    open_rows: list[tuple[int, Row, list[tuple[int, Row]]]] = []
    for depth, row in [*zip(depths, body, strict=True), (None, [])]:
        while open_rows and (depth is None or open_rows[-1][0] >= depth):
            _, whole, below = open_rows.pop()
            nearest = [part for deep, part in below if deep == below[0][0]]
            if len(nearest) >= _LEAST:
                yield whole, nearest
        if depth is not None:
            if open_rows:
                open_rows[-1][2].append((depth, row))
            open_rows.append((depth, row, []))


def _depth(number: str) -> int | None:
    """Return how deep a row with a number stands; None for one without."""
    at = next((at for at, pattern in enumerate(_DEPTHS) if pattern.fullmatch(number)), None)
    return None if at is None else at + number.rstrip(".").count(".")


def _is_mixed(rows: Sequence[Row], units: int | None) -> bool:
    """Whether rows are counted in several units, are rates, or only some of those there are."""
    words = [cell.text.lower() for row in rows for cell in row[1:] if read_digits(cell.text) is None]
    apart = units is not None and len({row[units].text.lower() for row in rows}) > 1
    return apart or any(NO_SUM.search(one) or _SOME.match(one) for one in words)


def _is_meant(one: TableSum, *, some: bool) -> bool:
    """Whether a cell is meant as a sum: it is near it; where the rows below may be some, they come to more or a slip tells."""
    gap = one.expected.amount - one.stated.amount
    return abs(gap) <= abs(one.stated.amount) * _MOST_APART and (not some or gap > 0 or is_slip(one))


def _name(row: Row, head: Row, at: int) -> str:
    named = max((cell.text for cell in row if read_digits(cell.text) is None), key=len, default="")
    return f"{named}: {head[at].text}"
