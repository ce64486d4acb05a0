"""Rows of tables as cells with their places; a head of several rows is one.

The cells are divided by pipes, with or without one at either end of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits

__all__ = ["Cell", "cells_of_rows", "is_apart"]

_LEAST_CELLS = 2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@frozen(eq=False)
class Cell:
    """A cell with the place of what is written in it."""

    text: str
    start: int
    end: int


def is_apart(piece: Piece, above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row of a table does not stand below that of another, if there is one; a row that numbers the columns parts none."""
    between = (piece.source.text[cell.end : row[0].start].split("\n")[1:-1] for cell in above[-1:])
    return any("|" not in line for lines in between for line in lines)


def cells_of_rows(piece: Piece) -> Iterator[list[Cell]]:
    """Yield the cells of each row of the tables of a text; a head of several rows is one.

    The first row of a table tells whether it has a border. Rows that only number the columns are left out.
    """
    above: list[Cell] = []
    opens = True
    for row in _rows(piece):
        apart = is_apart(piece, above, row)
        if above and opens and not apart and _goes_on(above, row):
            above = list(_joined(above, row))
            continue
        if above:
            yield above
        above, opens = row, apart or not above
    if above:
        yield above


def _goes_on(head: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row goes on with the titles above it, which stand over several columns each: *| Số lớp | Số em | Số lớp | Số em*."""
    below = [cell.text for cell in row[1:]]
    titles = all(map(_is_title, head)) and all(map(_is_title, row)) and sum(map(bool, below)) >= _LEAST_CELLS
    spread = any(not cell.text or cell.text == before.text for before, cell in pairwise(head[1:]))
    return len(row) == len(head) and row[0].text in ("", head[0].text) and titles and spread


def _is_title(cell: Cell) -> bool:
    """Whether a cell may be a title, or be empty below one: no number but a year."""
    plain = read_digits(cell.text.rstrip("%")) is None or _YEAR.fullmatch(cell.text) is not None
    return plain and len(cell.text) <= _LONGEST_TITLE


def _joined(head: Sequence[Cell], row: Sequence[Cell]) -> Iterator[Cell]:
    """Yield titles with those below them: a title stands over the empty cells behind it, too."""
    over = ""
    for cell, below in zip(head, row, strict=True):
        over = cell.text or (over if below.text else "")
        yield Cell(" ".join(dict.fromkeys(filter(None, (over, below.text)))), cell.start, below.end)


_LONGEST_TITLE = 60


def _rows(piece: Piece) -> Iterator[list[Cell]]:
    """Yield the cells of each row as it is written, but those that only number the columns."""
    start, bordered = 0, None
    for line in piece.source.text.split("\n"):
        if "|" in line:
            bordered = line.lstrip().startswith("|") if bordered is None else bordered
            cells = _cells(line, start, bordered=bordered)
            if len(cells) >= _LEAST_CELLS and not _numbers_columns(cells):
                yield cells
        else:
            bordered = None
        start += len(line) + 1


def _numbers_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: ``1 | 2 | 3 | 4 = 3/2``, ``A | B | 1 | 2``."""
    numbers = [found[1] for cell in cells if (found := _COLUMN_NUMBER.fullmatch(cell.text)) is not None]
    letters = sum(cell.text.strip("()") in _COLUMN_LETTERS for cell in cells)
    counted = [int(number) for number in numbers]
    return len(counted) > 1 and len(counted) + letters == len(cells) and counted == list(range(1, len(counted) + 1))


_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2})\)?\s?(?:\(?=\s?[-+0-9()*x:/%\s]{1,40}\)?)?")
_COLUMN_LETTERS = ("A", "B", "C", "D")


def _cells(line: str, start: int, *, bordered: bool) -> list[Cell]:
    """Return the cells of a row; the pipes of its border divide nothing."""
    inner = line.lstrip().removeprefix("|") if bordered else line
    at = start + len(line) - len(inner)
    inner = inner.rstrip().removesuffix("|") if bordered else inner
    found: list[Cell] = []
    for text in inner.split("|"):
        first, written = at + len(text) - len(text.lstrip()), text.strip()
        found.append(Cell(written, first, first + len(written)))
        at += len(text) + 1
    return found
