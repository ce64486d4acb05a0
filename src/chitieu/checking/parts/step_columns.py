"""Tables with running totals and the steps between them: each step is what the running total grows by, down a column or along a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.parts.table_sums import Row, TableSum, rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.year_rows import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["step_columns"]

_RUNNING = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|lũy tiến)(?!\w)")
_STEP = re.compile(
    r"(?<!\w)(?:(?:riêng|phát sinh|thực hiện|giải ngân|tăng thêm|thêm)?\s?trong (?:kỳ|quý|tháng|đợt)|riêng (?:kỳ|quý|tháng|từng kỳ|từng quý)|từng (?:kỳ|quý|tháng|đợt)|(?:mỗi|theo) (?:kỳ|quý|tháng))(?!\w)"
)
_NO_AMOUNT = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|so với)(?!\w)|%")
_LEAST, _ALL = 3, re.compile(r"(?:tổng|cộng|cả năm|tổng cộng|tổng số)(?!\w)")


def step_columns(piece: Piece) -> Iterator[TableSum]:
    """Yield the steps of tables that are not what their running totals grow by, where most of the others are."""
    for rows in rows_of_tables(piece):
        head = [cell.text.lower() for cell in rows[0]]
        whole = [row for row in rows[1:] if len(row) == len(head) and not _ALL.match(_name(row))]
        for running, step in _pairs(head):
            name = f"{rows[0][step].text}"
            yield from _wrong(name, [row[running] for row in whole], [row[step] for row in whole])
        for at, other in _pairs([_name(row) for row in rows]):
            if len(rows[at]) == len(rows[other]):
                named = [place for place, cell in enumerate(rows[at]) if read_digits(cell.text) is not None]
                cells = [[rows[line][place] for place in named] for line in (at, other)]
                yield from _wrong(rows[other][0].text, *cells)


def _name(row: Row) -> str:
    """Return the name of a row, in small letters."""
    return next((cell.text.lower() for cell in row[:2] if cell.text and read_digits(cell.text) is None), "")


def _pairs(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the only running total among some titles with the only step, where there is one of each."""
    amounts = [(at, title) for at, title in enumerate(titles) if not _NO_AMOUNT.search(title)]
    running = [at for at, title in amounts if _RUNNING.search(title)]
    steps = [at for at, title in amounts if _STEP.search(title) and not _RUNNING.search(title)]
    if len(running) == len(steps) == 1:
        yield running[0], steps[0]


def _wrong(name: str, running: Sequence[Cell], steps: Sequence[Cell]) -> Iterator[TableSum]:
    """Yield the first step that is not what the running total grows by, if at least half of them are."""
    totals, sizes = ([read_digits(cell.text) for cell in cells] for cells in (running, steps))
    if len(totals) < _LEAST or None in totals or None in sizes:
        return
    grown = [after - before for before, after in pairwise([Decimal(0), *(one for one in totals if one is not None)])]
    wrong = [at for at, size in enumerate(sizes) if size is not None and not _near(size, grown[at])]
    if wrong and 2 * len(wrong) <= len(sizes):
        at, size = wrong[0], sizes[wrong[0]]
        parts = tuple(running[max(0, at - 1) : at + 1])
        yield TableSum(name, steps[at], parts, Quantity(size or 0, ""), Quantity(grown[at], ""))


def _near(size: Decimal, grown: Decimal) -> bool:
    """Whether a step is what a running total grows by, but for the last digit of numbers with a comma."""
    exponent = min(int(size.as_tuple().exponent), int(grown.as_tuple().exponent))
    return abs(size - grown) <= (Decimal(1).scaleb(exponent) if exponent < 0 else 0)
