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

from attrs import frozen

from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.table_sums import TableSum, rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.year_rows import Cell
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
        head, *body = rows[: _MOST_ROWS + 1]
        body = [row for row in body if len(row) == len(head)]
        if len(head) > _MOST_COLUMNS or len(body) < _LEAST:
            continue
        numbers = [[_number(cell) for cell in row] for row in body]
        titles = [cell.text for cell in head]
        named = [max((cell.text for cell in row if _number(cell) is None), key=len, default="") for row in body]
        said = [
            " ".join(cell.text for cell, number in zip(row, own, strict=True) if number is None)
            for row, own in zip(body, numbers, strict=True)
        ]
        columns = _Grid(
            [[row[at] for row in numbers] if at else [None] * len(body) for at in range(len(head))],
            titles,
            [None if _is_rate(words) else name for words, name in zip(said, named, strict=True)],
            [_NUMBER.findall(" ".join(cell.text for cell in row)) for row in body],
        )
        found = {one.cell.start: one for one in _wrong(columns, pairs=True)}
        below = _Grid(
            [[None] * len(head) if _is_rate(words) else row for words, row in zip(said, numbers, strict=True)],
            named,
            [None if not at or _is_rate(title) else title for at, title in enumerate(titles)],
            [()] * len(head),
        )
        found = {one.cell.start: one for one in _wrong(below, pairs=False)} | found
        yield from found.values()


def _is_rate(words: str) -> bool:
    return _RATE.search(words.lower()) is not None


def _number(cell: Cell) -> _Number | None:
    value = read_digits(cell.text)
    return None if value is None else (cell, value)


def _wrong(grid: _Grid, *, pairs: bool) -> Iterator[TableSum]:
    """Yield the numbers of each line that are not the sum that most of it are."""
    for whole, line in enumerate(grid.lines):
        total = pairs and _TOTAL.match(grid.names[whole].lower()) is not None
        if sum(number is not None for number in line) <= (1 if total else _LEAST):
            continue
        best: tuple[int, list[TableSum]] = (-1, [])
        for parts in _chosen(grid, whole, pairs=pairs):
            side = max(*parts, whole) - min(*parts, whole) == len(parts)
            right, wrong = _said(grid, whole, parts)
            least = _LEAST if side else _LEAST_FAR
            if total and side:  # its title says so
                least = 0 if partition_of("", [grid.names[part].lower() for part in parts]) is not None else 1
            if right >= least and right > best[0]:
                best = (right, wrong)
        if best[0] >= (1 if total else 2) * len(best[1]) or (total and len(best[1]) == 1):
            yield from best[1]


def _chosen(grid: _Grid, whole: int, *, pairs: bool) -> Iterator[tuple[int, ...]]:
    """Yield the lines that may make up one: those next to it, and any two."""
    count = len(grid.lines)
    for size in range(2, _MOST_PARTS + 1):
        if whole + size < count:
            yield tuple(range(whole + 1, whole + size + 1))
        if pairs and whole - size >= 0:
            yield tuple(range(whole - size, whole))
    if pairs:
        yield from combinations([at for at in range(count) if at != whole], 2)


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
        elif not _near(total, stated, values):
            name = ": ".join(one for one in (across, grid.names[whole]) if one)
            found = TableSum(name, cell, tuple(one for one, _ in given), Quantity(stated, ""), Quantity(total, ""))
            if _is_likely(found, values):
                wrong.append(found)
            else:
                odd += 1
            if len(wrong) + odd > max(_LEAST, len(right)):
                return 0, []
    return len(right) - 2 * odd, [one for one in wrong if not _has_rest(grid, one, whole)]


def _near(total: Decimal, stated: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether rounding explains what a sum is off by."""
    grain = Fraction(10) ** max(int(value.as_tuple().exponent) for value in (stated, *values))
    return abs(Fraction(total) - Fraction(stated)) <= grain * Fraction(len(values) + 1, 2)


def _is_likely(one: TableSum, values: Sequence[Decimal]) -> bool:
    """Whether a number is meant as a sum: it is more than each of the parts, and not far from all of them."""
    stated = one.stated.value
    return (
        stated > max(*values, Decimal(_SMALL))
        and abs(one.expected.amount - one.stated.amount) <= Fraction(stated) * _NEAR
    )


def _has_rest(grid: _Grid, one: TableSum, whole: int) -> bool:
    """Whether a note or another column beside a sum has what it lacks."""
    at = next(at for at, number in enumerate(grid.lines[whole]) if number is not None and number[0] is one.cell)
    gap = abs(one.expected.value - one.stated.value)
    return any(read_digits(words) == gap for words in grid.beside[at])
