"""Columns of a table that hold what one column is of another in percent: *TH 2024/KH 2024 (%)*, *Tỷ lệ đạt*.

Of which columns it is the ratio, its rows tell: of the pair that most of them agree with. In a short table its title may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations, product

from attrs import frozen

from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.ratios.named_ratios import columns_of_title
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["ColumnRatio", "ratio_columns"]


@frozen(eq=False)
class ColumnRatio:
    """A cell that is not the ratio its column holds.

    Attributes:
        name: what the row is about.
        cell: the cell; `parts`: the cells it should be the ratio of.
        stated: what it says; `expected`: what the two make.
    """

    name: str
    cell: Cell
    parts: tuple[Cell, Cell]
    stated: Quantity
    expected: Quantity


_TITLE = re.compile(r"%|/|(?<!\w)(?:so sánh|so với|tỷ lệ|tỉ lệ|đạt)(?!\w)")
_LEAST_ROWS, _MOST_COLUMNS, _SAMPLE = 3, 12, 40
_LEAST_NAMED = 2
"""Rows where the title says which columns are compared."""
_WRONG = Fraction(1, 3)
_NUMBER = re.compile(r"([0-9][0-9.,]*)(?:\s?%|(?:\s[^\W\d_]+){1,4})?")
"""A number, with what it counts: *49.800 lao động*."""

Number = tuple[Cell, Decimal]


def ratio_columns(piece: Piece) -> Iterator[ColumnRatio]:
    """Yield the cells of ratio columns that are not what their row makes, each rounded or cut off after its last digit."""
    for rows in rows_of_tables(piece):
        head, *below = rows
        if len(below) < _LEAST_NAMED or len(head) > _MOST_COLUMNS:
            continue
        body = [_as_wide(row, len(head)) for row in below]
        table = _with_fractions([[_number(cell) for cell in row] for row in body], body)
        titles = [cell.text for cell in head]
        for at, title in enumerate(titles):
            if _TITLE.search(title.lower()):
                named = columns_of_title(titles, at)
                found = list(_wrong(body, table, at))
                if not found and named is not None:
                    found = list(_wrong_of(body, table, at, named))
                short = not found and len(body) <= _SHORT and _OF_ITS_ROW.search(title.lower()) is not None
                yield from _wrong_of_few(body, table, at) if short else found


def _as_wide(row: Sequence[Cell], width: int) -> Sequence[Cell]:
    """Return a row as wide as the head of its table, whose last cells may be left out."""
    return [*row[:width], *[Cell("", 0, 0)] * (width - len(row))]


def _with_fractions(table: list[list[Number | None]], rows: Sequence[Sequence[Cell]]) -> list[list[Number | None]]:
    """Return the numbers of a table with both of each fraction in columns of their own behind the others: *Đạt/tổng số*, *38/47*."""
    for column in zip(*rows, strict=True):
        parts = [_FRACTION.fullmatch(cell.text) for cell in column]
        if sum(part is not None for part in parts) >= _LEAST_ROWS:
            for numbers, cell, part in zip(table, column, parts, strict=True):
                values = (read_digits(part[1]), read_digits(part[2])) if part is not None else (None, None)
                numbers.extend(None if value is None else (cell, value) for value in values)
    return table


_FRACTION = re.compile(r"([0-9][0-9.,]{0,14})\s?/\s?([0-9][0-9.,]{0,14})")


def _number(cell: Cell) -> Number | None:
    match = _NUMBER.fullmatch(cell.text)
    value = read_digits(match[1]) if match else None
    return None if value is None else (cell, value)


def _wrong(rows: Sequence[Sequence[Cell]], table: Sequence[Sequence[Number | None]], at: int) -> Iterator[ColumnRatio]:
    """Yield the cells of a column that differ, where most of its rows are the ratio of two other columns."""
    columns = _ratio_of(table[:_SAMPLE], at)
    said = list(_said(table, at, *columns)) if columns is not None else []
    if sum(_fits(*numbers) for _, *numbers in said) < len(said) * (1 - _WRONG):
        return
    yield from (_column_ratio(rows[number], *numbers) for number, *numbers in said if not _fits(*numbers))


def _wrong_of(
    rows: Sequence[Sequence[Cell]], table: Sequence[Sequence[Number | None]], at: int, columns: tuple[int, int]
) -> Iterator[ColumnRatio]:
    """Yield the cells that differ from the ratio their title names; one may, or a third of the rows.

    A rate may be compared by points in a column of ratios.
    """
    said = list(_said(table, at, *columns))
    odd = [one for one in said if not _fits(*one[1:])]
    if len(said) == len(odd) or len(odd) > max(Fraction(1), len(said) * _WRONG):
        return
    for number, ratio, top, base in odd:
        if not _is_told_otherwise(ratio, top, base):
            yield _column_ratio(rows[number], ratio, top, base)


def _is_told_otherwise(ratio: Number, top: Number, base: Number) -> bool:
    """Whether a rate is compared by points, or the other way round, as what should fall."""
    by_points = abs(abs(top[1] - base[1]) - ratio[1]) <= _grain(ratio[1])
    return (by_points and max(top[1], base[1]) <= _RATES) or (top[1] > 0 and _fits(ratio, base, top))


_RATES = 200
"""Percentages and per milles are no larger."""
_SHORT, _TELLING = 4, 50
_OF_ITS_ROW = re.compile(
    r"^(?!.*(?:so sánh|so với|tăng|giảm|cùng kỳ|tốc độ|cơ cấu|trọng|phát triển|lũy kế|20[0-9]{2}))(?:(?=.*(?:(?:tỷ|tỉ) lệ|đạt|mức độ|hoàn thành|bao phủ)).*%|.*/\s?100\s[^\W\d_])"
)
"""Titles of rates that are of the columns beside them and of no other time."""


def _wrong_of_few(
    rows: Sequence[Sequence[Cell]], table: Sequence[Sequence[Number | None]], at: int
) -> Iterator[ColumnRatio]:
    """Yield the one cell that differs in a short table whose other rows are all the ratio of the same two columns.

    Those rows must tell: by their digits, and by being no whole hundred.
    """
    found: list[ColumnRatio] = []
    for upper, lower in _two_beside(table, at):
        said = list(_said(table, at, upper, lower))
        odd = [one for one in said if not _fits(*one[1:])]
        right = [ratio for _, ratio, top, base in said if _fits(ratio, top, base)]
        telling = [ratio for ratio in right if ratio[1] != 100 and ratio[1] >= _TELLING * _grain(ratio[1])]
        if len(odd) != 1 or not telling:
            continue
        number, ratio, top, base = odd[0]
        near = ratio[1] <= 2 * top[1] / base[1] * 100 <= 4 * ratio[1]
        if near and not _is_told_otherwise(ratio, top, base):
            found.append(_column_ratio(rows[number], ratio, top, base))
    if len(found) == 1:
        yield found[0]


def _column_ratio(row: Sequence[Cell], ratio: Number, top: Number, base: Number) -> ColumnRatio:
    name = max((cell.text for cell in row if cell.start < ratio[0].start), key=_letters)
    made = top[1] / base[1] * 100
    digits = max(1, -int(ratio[1].as_tuple().exponent))
    return ColumnRatio(name, ratio[0], (top[0], base[0]), Quantity(ratio[1], "%"), Quantity(round(made, digits), "%"))


def _ratio_of(table: Sequence[Sequence[Number | None]], at: int) -> tuple[int, int] | None:
    """Return the two columns that a column is the ratio of in most of its rows."""
    best, most = None, _LEAST_ROWS - 1
    for upper, lower in _two_beside(table, at):
        said = list(_said(table, at, upper, lower))
        right = sum(_fits(*numbers) for _, *numbers in said)
        if right > most and right >= len(said) * (1 - _WRONG):
            best, most = (upper, lower), right
    return best


def _two_beside(table: Sequence[Sequence[Number | None]], at: int) -> Iterator[tuple[int, int]]:
    """Yield every two columns beside one, either way round."""
    yield from permutations((column for column in range(len(table[0])) if column != at), 2)


def _said(
    table: Sequence[Sequence[Number | None]], at: int, upper: int, lower: int
) -> Iterator[tuple[int, Number, Number, Number]]:
    """Yield the rows that have a number in a column and in two others, with the numbers."""
    for number, row in enumerate(table):
        ratio, top, base = row[at], row[upper], row[lower]
        if ratio is not None and top is not None and base is not None and base[1]:
            yield number, ratio, top, base


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _fits(ratio: Number, top: Number, base: Number) -> bool:
    stated, slack = Fraction(ratio[1]), _grain(ratio[1])
    ends = [upper / lower * 100 for upper, lower in product(_ends(top[1]), _ends(base[1]))]
    return min(ends) - slack <= stated <= max(ends) + slack


def _ends(value: Decimal) -> tuple[Fraction, Fraction]:
    """Return between what a number lay before it was rounded."""
    half = _grain(value) / 2
    return Fraction(value) - half, Fraction(value) + half


def _grain(value: Decimal) -> Fraction:
    """Return one unit of the last digit written."""
    return Fraction(10) ** int(value.as_tuple().exponent)
