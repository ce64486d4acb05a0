"""The cells of tables of rates: their names, their numbers and what is claimed by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target

__all__ = ["adds_up", "line_above", "rate_claim", "rate_of_cell", "row_name"]

_NUMBER = re.compile(r"(?P<sign>[-−–+]?)\s?(?P<digits>[0-9][0-9.,]{0,20})\s?%?")
_NEAR = 300
_LIKE_SUM = Fraction(85, 100)


def rate_of_cell(cell: Cell) -> Decimal | None:
    """Return the number of a cell, with its sign; None for what is none.

    >>> rate_of_cell(Cell("- 2,5 %", 0, 7)), rate_of_cell(Cell("tăng", 0, 4))
    (Decimal('-2.5'), None)
    """
    match = _NUMBER.fullmatch(cell.text)
    value = read_digits(match["digits"]) if match is not None else None
    if match is None or value is None:
        return None
    return value if match["sign"] in ("", "+") else -value


def row_name(row: Sequence[Cell]) -> str:
    """Return the name of a row: the longest of its first cells that are no number."""
    return max((cell.text for cell in row[:3] if rate_of_cell(cell) is None), key=len, default="")


def rate_claim(piece: Piece, name: str, cell: Cell, value: Decimal) -> Claim:
    """Return what a cell says, in percent.

    Args:
        piece: the text.
        name: what is measured.
        cell: the cell.
        value: its number.
    """
    span = piece.source.span(cell.start, cell.end) if piece.placed else None
    return Claim(name, None, Target(Quantity(value, "%")), span=span, piece=cell.text)


def line_above(piece: Piece, head: Sequence[Cell]) -> str:
    """Return the line over a table, in small letters."""
    near = text_before(piece.source.text, head[0].start, _NEAR)
    return near.rstrip("| \n").rpartition("\n")[2].lower()


def adds_up(values: Sequence[Decimal | Fraction]) -> bool:
    """Whether the first of some numbers is about the sum of the others: amounts and contributions are, rates are not."""
    whole, *others = (Fraction(value) for value in values)
    total = sum(others, Fraction(0))
    return total > 0 and whole >= total * _LIKE_SUM
