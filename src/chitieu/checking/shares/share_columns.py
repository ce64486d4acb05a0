"""Columns that hold shares of one total, beside the amounts: *Tỷ lệ lũy kế (%)* and *Vốn lũy kế*, *Số tiền* and *Tỷ trọng*.

The total is the amount beside *100*, or the one that most rows tell. Where most rows agree with it, those that do not are wrong,
but for those that have a total of their own beside them: *91.200 | 96.000 người | 95*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.ratios.named_ratios import columns_of_title
from chitieu.checking.ratios.ratio_columns import ColumnRatio
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["share_columns"]

_SHARE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu)(?!\w)")
_NUMBER = re.compile(r"([0-9][0-9.,]{0,20})\s?%?")
_COUNTED = re.compile(r"([0-9][0-9.,]{0,20})(?:\s[^\W\d_]+){1,4}")
_MOST_COLUMNS, _SAMPLE = 14, 40
_LEAST_ROWS = 3
_ALL, _TELLING = 100, 10
"""All there is, in percent; of how many of its last digit a share must be to tell the total."""

_Number = tuple[Cell, Decimal]
_Row = tuple[str, _Number, _Number, Sequence[_Number]]
"""What a row is about, its share, its amount, and what it counts in words, which may be its own total."""


def share_columns(piece: Piece) -> Iterator[ColumnRatio]:
    r"""Yield the shares of a table that are not what their row's amount is of the total.

    >>> from chitieu.text import SourceText
    >>> rows = ("Mốc | Tỷ lệ (%) | Vốn", "Quý I | 10 | 150", "Quý II | 40 | 600", "Quý III | 70 | 1.110", "Quý IV | 100 | 1.500")
    >>> (one,) = share_columns(Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True))
    >>> one.name, str(one.stated), str(one.expected)
    ('Quý III', '70%', '74,0%')
    """
    for rows in rows_of_tables(piece):
        head, *body = rows
        body = [row for row in body if len(row) == len(head)]
        if len(head) > _MOST_COLUMNS:
            continue
        table = [[_number(cell) for cell in row] for row in body]
        titles = [cell.text.lower() for cell in head]
        for at, title in enumerate(titles):
            if _SHARE.search(title) and columns_of_title(titles, at) is None:
                amounts = [one for one in range(1, len(head)) if not _SHARE.search(titles[one])]
                yield from _wrong([_rows(table, body, at, one) for one in amounts])


def _number(cell: Cell, written: re.Pattern[str] = _NUMBER) -> _Number | None:
    match = written.fullmatch(cell.text)
    value = read_digits(match[1]) if match else None
    return None if value is None else (cell, value)


def _rows(
    table: Sequence[Sequence[_Number | None]], body: Sequence[Sequence[Cell]], at: int, amount: int
) -> list[_Row]:
    """Return the rows that have a share and an amount."""
    found: list[_Row] = []
    for numbers, row in zip(table, body, strict=True):
        share, size = numbers[at], numbers[amount]
        if share is not None and size is not None and share[1] and size[1]:
            counted = [one for cell in row if (one := _number(cell, _COUNTED)) is not None and one[1]]
            words = (cell.text for cell in row if _number(cell) is None and _number(cell, _COUNTED) is None)
            found.append((max(words, key=len, default=""), share, size, counted))
    return found


def _wrong(columns: Sequence[list[_Row]]) -> Iterator[ColumnRatio]:
    """Yield the shares that differ, by the column of amounts that most of them are shares of."""
    best: tuple[int, list[ColumnRatio]] = (0, [])
    for rows in columns:
        for total in _totals(rows[:_SAMPLE]):
            right = {
                share[1]
                for _, share, size, _ in rows
                if Fraction(share[1]) >= _grain(share[1]) * _TELLING and _fits(share, size, total, Fraction(1, 2))
            }
            wrong = [row for row in rows if not any(_fits(*row[1:3], whole) for whole in (total, *row[3]))]
            enough = len(right) >= _LEAST_ROWS and len(right) >= 2 * len(wrong)
            if enough and len(right) > best[0]:
                best = (len(right), [_ratio(*row[:3], total) for row in wrong])
    yield from best[1]


def _totals(rows: Sequence[_Row]) -> Iterator[_Number]:
    """Yield the amounts that may be the total: that of all, else the one each row makes."""
    whole = [size for _, share, size, _ in rows if share[1] == _ALL]
    if whole:
        yield from whole[:2]
        return
    for _, (_, share), (cell, size), _ in rows:
        yield cell, size * _ALL / share


def _fits(share: _Number, size: _Number, total: _Number, digits: Fraction = Fraction(1)) -> bool:
    """Whether a share is that of an amount: rounded up to half of its last digit, cut off up to one."""
    made = Fraction(size[1]) / Fraction(total[1]) * _ALL
    slack = _grain(share[1]) * digits + _grain(size[1]) / Fraction(total[1]) * _ALL
    return abs(made - Fraction(share[1])) <= slack


def _grain(value: Decimal) -> Fraction:
    return Fraction(10) ** int(value.as_tuple().exponent)


def _ratio(name: str, share: _Number, size: _Number, total: _Number) -> ColumnRatio:
    digits = max(1, -int(share[1].as_tuple().exponent))
    made = Quantity(round(size[1] / total[1] * _ALL, digits), "%")
    return ColumnRatio(name, share[0], (size[0], total[0]), Quantity(share[1], "%"), made)
