"""Columns that are the sum of other columns of their table, and rows that are that of the rows below them.

*Số trường | Công lập | Ngoài công lập*: no title says that one is the sum of the others, the rows themselves tell. Where most of
them agree, to the last digit, those that do not are wrong. A column that is the difference of two is one of two that add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from operator import itemgetter

from attrs import frozen

from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.slips import right_but_for_one
from chitieu.checking.parts.table_sums import TableSum, rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["column_sums"]

_RATE = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|tốc độ|chỉ số|bình quân|trung bình|năng suất|hệ số|mật độ|so sánh|so với|tăng|giảm|ghi chú"
    r"|thứ tự|stt|tt|mã|năm sinh)(?!\w)|%|[^\W\d_]\s?/\s?[^\W\d_]|(?:19|20)[0-9]{2}\s?/"
)
"""Names of what adds up to nothing."""
_TOTAL = re.compile(r"(?:tổng|tổng số|tổng cộng|cộng|chung)(?!\w)")
_NUMBER = re.compile(r"[0-9][0-9.,]{0,15}[0-9]|[0-9]")
_MOST_COLUMNS, _MOST_ROWS, _MOST_PARTS = 14, 300, 8
_LEAST, _LEAST_FAR = 2, 3
"""How many sums must be right for parts that stand side by side, and for others."""
_DIGITS, _SMALL = 3, 10
_NEAR = Fraction(1, 2)

_Number = tuple[Cell, Decimal]


@frozen(eq=False)
class _Grid:
    """The numbers of a table, line by line: its columns, or its rows.

    Attributes:
        lines: the numbers of each line, None where there is none; of a line that is a rate all are.
        names: the name of each line; `across`: that of each place in a line, None for one that is a rate.
        beside: what numbers stand at each place, in any words.
    """

    lines: Sequence[Sequence[_Number | None]]
    names: Sequence[str]
    across: Sequence[str | None]
    beside: Sequence[Sequence[str]]


def column_sums(piece: Piece) -> Iterator[TableSum]:
    r"""Yield the cells of the tables of a text that are not the sum most of their column, or of their row, are.

    >>> from chitieu.text import SourceText
    >>> rows = ("A | Tổng | Nam | Nữ", "Một | 300 | 100 | 200", "Hai | 500 | 300 | 200", "Ba | 710 | 400 | 300", "Bốn | 900 | 400 | 500")
    >>> (one,) = column_sums(Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True))
    >>> one.name, str(one.stated), str(one.expected)
    ('Ba: Tổng', '710', '700')
    """
    for rows in rows_of_tables(piece):
        head, *body = (row for row in rows[:_MOST_ROWS] if len(row) == len(rows[0]))
        if len(head) > _MOST_COLUMNS or len(body) < _LEAST:
            continue
        numbers = [[_number(cell) for cell in row] for row in body]
        titles = [cell.text for cell in head]
        words = [[cell.text for cell in row if _number(cell) is None] for row in body]
        named = [max(own, key=len, default="") for own in words]
        rates = [_is_rate(" ".join(own)) for own in words]
        first, *columns = zip(*numbers, strict=True)
        across = _Grid(
            [[None] * len(first), *columns],
            titles,
            [None if rate else name for rate, name in zip(rates, named, strict=True)],
            [_NUMBER.findall(" ".join(cell.text for cell in row)) for row in body],
        )
        below = _Grid(
            [[None] * len(head) if rate else row for rate, row in zip(rates, numbers, strict=True)],
            named,
            [None, *(None if _is_rate(title) else title for title in titles[1:])],
            [()] * len(head),
        )
        found = (*_wrong(below, pairs=False), *_wrong(across, pairs=True))
        yield from {one.cell.start: one for one in found}.values()


def _is_rate(words: str) -> bool:
    return _RATE.search(words.lower()) is not None


def _number(cell: Cell) -> _Number | None:
    value = read_digits(cell.text)
    return None if value is None else (cell, value)


def _wrong(grid: _Grid, *, pairs: bool) -> Iterator[TableSum]:
    """Yield the numbers of each line that are not the sum that most of it are."""
    for whole in range(len(grid.lines)):
        total = pairs and _TOTAL.match(grid.names[whole].lower()) is not None
        sums = (
            (right, wrong)
            for parts in _chosen(grid, whole, pairs=pairs)
            for right, wrong in (_said(grid, whole, parts),)
            if right >= _least(grid, whole, parts, total=total)
        )
        right, wrong = max(sums, key=itemgetter(0), default=(0, []))
        if len(wrong) <= (max(right, 1) if total else right // 2):
            yield from wrong


def _least(grid: _Grid, whole: int, parts: Sequence[int], *, total: bool) -> int:
    """Return how many sums must be right for lines to be the parts of one; of one whose title says so fewer."""
    if max(*parts, whole) - min(*parts, whole) > len(parts):
        return _LEAST_FAR
    if total:
        return 0 if partition_of("", [grid.names[part].lower() for part in parts]) is not None else 1
    return _LEAST


def _chosen(grid: _Grid, whole: int, *, pairs: bool) -> Iterator[Sequence[int]]:
    """Yield the lines that may make up one: those next to it, and any two."""
    places = range(len(grid.lines))
    ahead, behind = places[:whole], places[whole + 1 :]
    for side in (behind, ahead[::-1]) if pairs else (behind,):
        yield from (side[:size] for size in range(2, min(_MOST_PARTS, len(side)) + 1))
    if pairs:
        yield from combinations((*ahead, *behind), 2)


def _said(grid: _Grid, whole: int, parts: Sequence[int]) -> tuple[int, list[TableSum]]:
    """Return how many sums are right to the last digit, and those that are wrong beyond what rounding explains."""
    right, wrong, odd = set[Decimal](), list[TableSum](), 0
    for at, across in enumerate(grid.across):
        number, others = grid.lines[whole][at], [grid.lines[part][at] for part in parts]
        given = [other for other in others if other is not None]
        if across is None or number is None or len(given) < len(others):
            continue
        (cell, stated), values = number, [value for _, value in given]
        total = sum(values, Decimal(0))
        if total == stated:
            if sum(value > 0 for value in values) > 1 and len(stated.as_tuple().digits) >= _DIGITS:
                right.add(stated)
        elif not _near(total, stated, values) and not _has_rest(grid.beside[at], abs(total - stated)):
            name = ": ".join(one for one in (across, grid.names[whole]) if one)
            found = TableSum(name, cell, tuple(one for one, _ in given), Quantity(stated, ""), Quantity(total, ""))
            if _is_likely(found, values):
                wrong.append(found)
            else:
                odd += 1
            if len(wrong) + odd > max(_LEAST, len(right)):
                return 0, []  # they are no parts of it: the other lines need not be looked at
    return len(right) - 2 * odd, wrong


def _near(total: Decimal, stated: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether rounding explains what a sum is off by."""
    grain = Fraction(10) ** max(int(value.as_tuple().exponent) for value in (stated, *values))
    return abs(Fraction(total) - Fraction(stated)) <= grain * Fraction(len(values) + 1, 2)


def _is_likely(one: TableSum, values: Sequence[Decimal]) -> bool:
    """Whether a number is meant as a sum: it is more than each of the parts, and not far from all of them, or one tells why."""
    stated = one.stated.value
    near = abs(one.expected.amount - one.stated.amount) <= Fraction(stated) * _NEAR
    return (stated > max(*values, Decimal(_SMALL)) and near) or right_but_for_one(stated, values)


def _has_rest(beside: Sequence[str], gap: Decimal) -> bool:
    """Whether a note or another column beside a sum has what it lacks."""
    return gap in map(read_digits, beside)
