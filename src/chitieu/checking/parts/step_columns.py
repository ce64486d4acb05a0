"""Tables with running totals and the steps between them: each step is what the running total grows by, down a column or along a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.parts.table_sums import Row, TableSum, rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["step_columns"]

_RUNNING = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|lũy tiến)(?!\w)")
_STEP = re.compile(
    r"(?<!\w)(?:(?:riêng|phát sinh|thực hiện|giải ngân|tăng thêm|thêm)?\s?trong (?:kỳ|quý|tháng|đợt)|riêng (?:kỳ|quý|tháng|từng kỳ|từng quý)|từng (?:kỳ|quý|tháng|đợt)|(?:mỗi|theo) (?:kỳ|quý|tháng))(?!\w)"
)
_NO_AMOUNT = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|so với)(?!\w)|%")
_TIMES = Decimal(2)
_ALL = re.compile(r"(?:tổng|cộng|cả năm|tổng cộng|tổng số|kế hoạch|so với)(?!\w)")
"""Rows and columns that are of all the steps together, or of what they are held against."""
_LEAST = 3


def step_columns(piece: Piece) -> Iterator[TableSum]:
    """Yield the steps of tables that are not what their running totals grow by, where most of the others are."""
    for rows in rows_of_tables(piece):
        head = [cell.text.lower() for cell in rows[0]]
        whole = [row for row in rows[1:] if len(row) == len(head) and not _ALL.match(_name(row))]
        for running, step in _pairs(head):
            names = rows[0][running].text, rows[0][step].text
            yield from _wrong(names, [row[running] for row in whole], [row[step] for row in whole])
        for at, other in _pairs([_name(row) for row in rows]):
            if len(rows[at]) == len(rows[other]):
                times = _times(rows[at], head)
                cells = [[rows[line][place] for place in times] for line in (at, other)]
                yield from _wrong((_title(rows[at]), _title(rows[other])), *cells)


def _times(row: Row, heads: Sequence[str]) -> list[int]:
    """Return the columns in which a row has numbers behind its name, but those of all the times together."""
    name = next((at for at, cell in enumerate(row) if cell.text == _title(row)), 0)
    of_all = {at for at, head in enumerate(heads) if _ALL.match(head)}
    return [at for at, cell in enumerate(row) if at > name and at not in of_all and read_digits(cell.text) is not None]


def _title(row: Row) -> str:
    """Return the name of a row."""
    return next((cell.text for cell in row[:2] if cell.text and read_digits(cell.text) is None), "")


def _name(row: Row) -> str:
    """Return the name of a row, in small letters."""
    return _title(row).lower()


def _pairs(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the only running total among some titles with the only step, where there is one of each."""
    amounts = [(at, title) for at, title in enumerate(titles) if not _NO_AMOUNT.search(title)]
    running = [at for at, title in amounts if _RUNNING.search(title)]
    steps = [at for at, title in amounts if _STEP.search(title) and not _RUNNING.search(title)]
    if len(running) == len(steps) == 1:
        yield running[0], steps[0]


def _wrong(names: tuple[str, str], running: Sequence[Cell], steps: Sequence[Cell]) -> Iterator[TableSum]:
    """Yield the first step that is not what the running total grows by, if at least half of them are.

    Where one running total alone is wrong, two steps by it are: then it is that, the one before with its step.
    """
    totals = [value for cell in running if (value := read_digits(cell.text)) is not None]
    sizes = [value for cell in steps if (value := read_digits(cell.text)) is not None]
    if not _LEAST <= len(totals) == len(sizes) == len(running) == len(steps):
        return
    grown = [after - before for before, after in pairwise([Decimal(0), *totals])]
    if not 1 / _TIMES < totals[0] / (sizes[0] or 1) < _TIMES:
        grown[0] = sizes[0]  # it counts on from what there was before
    wrong = [at for at, size in enumerate(sizes) if not _near(size, grown[at])]
    if not wrong:
        return
    at = wrong[0]
    if wrong == [at, at + 1] and _near(sizes[at] + sizes[at + 1], grown[at] + grown[at + 1]) and len(sizes) > _LEAST:
        parts = (*items_before(running, at, 1), steps[at])
        meant = totals[at] - grown[at] + sizes[at]
        yield TableSum(names[0], running[at], parts, Quantity(totals[at], ""), Quantity(meant, ""))
    elif 2 * len(wrong) <= len(sizes):
        parts = (*items_before(running, at, 1), running[at])
        yield TableSum(names[1], steps[at], parts, Quantity(sizes[at], ""), Quantity(grown[at], ""))


def _near(size: Decimal, grown: Decimal) -> bool:
    """Whether a step is what a running total grows by, but for the last digit of numbers with a comma."""
    exponent = min(int(size.as_tuple().exponent), int(grown.as_tuple().exponent))
    return abs(size - grown) <= (Decimal(1).scaleb(exponent) if exponent < 0 else 0)
