"""Rows of a table that are made of those below them, as their numbers tell: *I* of *1* and *2*, *Lúa* of *- Vụ xuân* and *- Vụ mùa*.

Which rows are below which `chitieu.rows_below` tells. No word says that those below are all there are. Where they come to the row
above in another column, to the last digit, they are all; else where others of the table do, and the rows are too much together;
and where the last of them is what is left (*Các khoản còn lại*) and they are too much, or right but for a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from chitieu.checking.parts.table_sums import (
    NO_SUM,
    OF_UNITS,
    Row,
    TableSum,
    holds,
    is_all,
    is_slip,
    rows_of_tables,
    sum_of_cells,
)
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.rows_below import RowHead, row_head, rows_below

__all__ = ["Family", "families", "nested_rows"]

_SOME = re.compile(r"(?:[-+*–]\s?)?(?:trong đó|tr(?:g|ong)?\.?\s?đó|riêng|một số|chủ yếu|như)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:còn lại|khác)$")
_MOST_APART = Fraction(1, 4)
_LEAST, _DIGITS = 2, 3


@frozen(eq=False)
class Family:
    """A row with the rows of one division right below it."""

    whole: Row
    parts: tuple[Row, ...]


@frozen(eq=False)
class _Sums:
    """The columns of a family that are sums: those that hold to the last digit, and those that are wrong.

    Where words say that the rows are only some of those there are, `all_rows` is false; where the last of them is what is
    left, `ends` is true.
    """

    right: tuple[TableSum, ...]
    wrong: tuple[TableSum, ...]
    all_rows: bool
    ends: bool


def nested_rows(piece: Piece) -> Iterator[TableSum]:
    r"""Yield the cells of the tables of a text that are not the sum of those of the rows below them.

    >>> from chitieu.text import SourceText
    >>> rows = ("TT | Việc | Tiền", "I | Một | 300", "1 | A | 100", "2 | B | 200", "II | Hai | 500", "1 | C | 250", "2 | D | 350")
    >>> (one,) = nested_rows(Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True))
    >>> one.name, str(one.stated), str(one.expected)
    ('Hai: Tiền', '500', '600')
    """
    for rows in rows_of_tables(piece):
        head, *body = (row for row in rows if len(row) == len(rows[0]))
        body = body[:-1] if body and is_all(body[-1]) else body  # the row for all is below none of them
        titles = [cell.text.lower() for cell in head]
        units = next((at for at, title in enumerate(titles) if OF_UNITS.search(title)), None)
        columns = [at for at, title in enumerate(titles) if at and not NO_SUM.search(title)]
        found = [_sums(family, head, columns) for family in families(body) if not _is_mixed(family, units)]
        right = [one for sums in found for one in sums.right]
        for sums in found:
            yield from (one for one in sums.wrong if sums.ends and not sums.right and _is_meant(one, some=True))
        found = [sums for sums in found if sums.right or not sums.ends]
        if sum(len(sums.wrong) for sums in found) <= len(right):
            some = units is not None or len(right) < _LEAST
            for sums in found:
                yield from (one for one in sums.wrong if sums.right or (sums.all_rows and _is_meant(one, some=some)))


def families(body: Sequence[Row]) -> Iterator[Family]:
    """Yield the rows that have several others right below them, once for each division.

    Args:
        body: the rows of a table without its head, all of them as wide.
    """
    heads = [_head(row) for row in body]
    below: dict[tuple[int, int], list[Row]] = {}
    for at, place in enumerate(rows_below(heads)):
        if place.above is not None:
            below.setdefault((place.above, place.division), []).append(body[at])
    for (above, _), parts in below.items():
        if len(parts) >= _LEAST:
            yield Family(body[above], tuple(parts))


def _head(row: Row) -> RowHead | None:
    """Return what says where a row stands; None for one that holds nothing but *trong đó*."""
    first, second = row[0].text, row[1].text
    numbered = row_head(first, second)
    head = numbered if not first or numbered.number or not any(map(str.isalpha, first)) else row_head("", first)
    name = second if head is numbered else first
    only_leads = head.led and not name[head.name :].strip(" :") and not any(cell.text for cell in row[2:])
    return None if only_leads else head


def _sums(family: Family, head: Row, columns: Sequence[int]) -> _Sums:
    found = {
        at: one
        for at in columns
        if (one := sum_of_cells(_name(family.whole, head, at), family.whole[at], [part[at] for part in family.parts]))
        is not None
    }
    right = {
        at: one
        for at, one in found.items()
        if one.stated == one.expected and len(one.stated.value.as_tuple().digits) >= _DIGITS
    }
    far = (_far_off(family, head, at, right) for at in columns if at not in found)
    wrong = (one for one in (*found.values(), *far) if one is not None and not holds(one))
    said = (cell.text.lower() for part in family.parts for cell in part)
    ends = _REST.search(max((cell.text.lower() for cell in family.parts[-1]), key=len)) is not None
    return _Sums(tuple(right.values()), tuple(wrong), not any(_SOME.match(one) for one in said), ends)


def _far_off(family: Family, head: Row, at: int, right: Iterable[int]) -> TableSum | None:
    """Return what the rows come to in a column that is no likely sum, where it is like one in which they are right but for one cell."""
    rows = (family.whole, *family.parts)
    values = [read_digits(row[at].text) for row in rows]
    if None in values or not any(_differ(values, [read_digits(row[one].text) for row in rows]) <= 1 for one in right):
        return None
    stated, *parts = (value for value in values if value is not None)
    cells = tuple(row[at] for row in family.parts)
    total = Quantity(sum(parts, Decimal(0)), "")
    return TableSum(_name(family.whole, head, at), family.whole[at], cells, Quantity(stated, ""), total)


def _differ(values: Sequence[Decimal | None], others: Sequence[Decimal | None]) -> int:
    """Return how many numbers are far from those beside them: years are alike, a column of growth is like none."""
    return sum(
        not one or not other or not _ALIKE <= Fraction(one) / Fraction(other) <= 1 / _ALIKE
        for one, other in zip(values, others, strict=True)
    )


_ALIKE = Fraction(2, 3)


def _is_mixed(family: Family, units: int | None) -> bool:
    """Whether rows are counted in several units, or are rates."""
    rows = (family.whole, *family.parts)
    words = [cell.text.lower() for row in rows for cell in row[1:] if read_digits(cell.text) is None]
    own = {row[units].text.lower() for row in rows} - _AS_ABOVE if units is not None else set[str]()
    return len(own) > 1 or any("/" in one for one in own) or any(NO_SUM.search(one) for one in words)


_AS_ABOVE = frozenset({"", "nt", "-nt-", '"', "''", "″", "-"})
"""Cells of a unit that is that of the row above."""


def _is_meant(one: TableSum, *, some: bool) -> bool:
    """Whether a cell is meant as a sum: it is near it; where the rows below may be some, they come to more or a slip tells."""
    gap = one.expected.amount - one.stated.amount
    return abs(gap) <= abs(one.stated.amount) * _MOST_APART and (not some or gap > 0 or is_slip(one))


def _name(row: Row, head: Row, at: int) -> str:
    named = max((cell.text for cell in row if read_digits(cell.text) is None), key=len, default="")
    return f"{named}: {head[at].text}"
