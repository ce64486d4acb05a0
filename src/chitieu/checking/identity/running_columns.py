"""Tables of what is reached by the times of a year: *3 tháng | 6 tháng | 9 tháng | Cả năm*. What runs on along a row never falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.rates.times_of_year import months_of
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target

__all__ = ["falls_in_running_columns"]

_NOT_RUNNING = re.compile(
    r"(?<!\w)(?:tăng|giảm|tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|chỉ số|bình quân|giá|còn|nợ|tồn|dư|chưa|hiện có|số dư|đàn|mật độ|công suất|năng suất|lãi suất)(?!\w)|%|/"
)
"""Words of what may be less by a later time of the year."""
_LEAST_TIMES, _LEAST_ROWS = 3, 2


def falls_in_running_columns(piece: Piece) -> Iterator[IdentityResult]:
    r"""Yield the cells that are less than what was reached before, or more than what is reached behind, where other rows rise.

    Args:
        piece: the text.

    >>> from chitieu.text import SourceText
    >>> rows = ("Nguồn | 3 tháng | 6 tháng | 9 tháng", "Tỉnh | 20 | 45 | 80", "Xã | 12 | 9 | 30", "Khác | 5 | 8 | 11")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> [(one.name, str(one.claim.target)) for one in falls_in_running_columns(Piece(text, placed=True))]
    [('Xã: 6 tháng', '9')]
    """
    for head, *body in rows_of_tables(piece):
        columns = [at for at, title in enumerate(head) if _runs_to(title.text.lower())]
        months = [_runs_to(head[at].text.lower()) for at in columns]
        if len(columns) < _LEAST_TIMES or months != sorted(set(months)):
            continue
        rising, falling = 0, list[IdentityResult]()
        for row in body:
            values = [
                value for at in columns for value in (_value(row[at]) if at < len(row) else None,) if value is not None
            ]
            name = max((cell.text for cell in row[: columns[0]]), key=len, default="")
            if len(values) < len(columns) or _NOT_RUNNING.search(f"{name} {head[columns[0]].text}".lower()):
                continue
            cells = [(f"{name}: {head[at].text}", row[at], value) for at, value in zip(columns, values, strict=True)]
            fall = _fall(piece, cells)
            rising += fall is None
            falling += [fall] if fall is not None else []
        if rising >= max(_LEAST_ROWS, len(falling)):
            yield from falling


def _runs_to(title: str) -> int:
    """Return the month up to which the title of a column counts from the first one on; 0 for any other title."""
    months = months_of(title)
    return max(months) if months is not None and min(months) == 1 else 0


def _value(cell: Cell) -> Decimal | None:
    return read_digits(cell.text)


def _fall(piece: Piece, cells: Sequence[tuple[str, Cell, Decimal]]) -> IdentityResult | None:
    """Return the first cell that breaks the rise of its row; None where none does."""
    values = [value for _, _, value in cells]
    at = next((at for at, (one, other) in enumerate(pairwise(values), 1) if other < one), None)
    if at is None:
        return None
    if at > 1 and values[at - 2] <= values[at]:
        at -= 1  # what stands before it is too high
    beside = [cells[one] for one in (at - 1, at + 1) if 0 <= one < len(cells)]
    if at + 1 < len(cells) and values[at - 1] > max(values[at : at + 2]):
        beside = beside[:1]
    result = between_result(None, _claim(piece, *cells[at]), [_claim(piece, *one) for one in beside])
    return None if result is None or result.holds else evolve(result, kind=IdentityKind.RUNNING)


def _claim(piece: Piece, name: str, cell: Cell, value: Decimal) -> Claim:
    span = piece.source.span(cell.start, cell.end) if piece.placed else None
    return Claim(name, None, Target(Quantity(value, "")), span=span, piece=cell.text)
