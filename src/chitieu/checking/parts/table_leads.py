"""Sentences that say what the table below them comes to: *Tổng chi năm 2026 là 900 tỷ đồng, chi tiết như sau:*, over a row *Cộng*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.parts.part_amounts import sums_up
from chitieu.checking.parts.slips import right_but_for_a_slip
from chitieu.checking.parts.table_sums import NO_SUM, OF_UNITS, Row, TableSum, is_all, levels_of, rows_of_tables
from chitieu.checking.ratios.title_units import unit_of_title
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import row_before, text_before
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits, scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound
from chitieu.units import Unit, UnitKind

__all__ = ["table_leads"]

_LEADS = re.compile(r"(?<!\w)(?:như sau|cụ thể|chi tiết|gồm|bao gồm|chia ra|phân bổ|phân khai)(?!\w)[^.;]{0,60}:\s*$")
_SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|tăng|giảm|so với|năm trước|còn lại)(?!\w)")
_SUB_ROW = re.compile(r"\s*(?:[-+*•–]|trong đó|riêng)|(?:tổng|cộng)(?!\w)", re.IGNORECASE)
_NEAR, _CLOSE = Fraction(1, 4), Fraction(1, 8)
"""How far what a table comes to may lie from what is said, as a share of it, to be meant: with a row for all the others, and without."""
_LEAST = 2


def table_leads(passage: Passage) -> Iterator[TableSum]:
    """Yield the amounts ahead of tables that are not what the table comes to.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for rows in rows_of_tables(piece):
        above = text_before(piece.source.text, rows[0][0].start, REACH)
        end = rows[0][0].start - len(above) + len(above.rstrip("| \n"))
        start = end - len(row_before(piece.source.text, end))
        said = [hit for hit in hits if start <= hit.numeral.start < end] if _LEADS.search(lower, start, end) else []
        if len(said) == 1 and _is_plain(said[0]) and not _SOME.search(lower, start, end):
            yield from _wrong(piece.source.clean(start, said[0].name_end), said[0], rows)


def _is_plain(hit: TargetHit) -> bool:
    return sums_up(hit) and hit.target.bound is Bound.EXACT and "/" not in hit.target.quantity.unit.label


def _wrong(name: str, hit: TargetHit, rows: Sequence[Row]) -> Iterator[TableSum]:
    """Yield an amount that is not what the one column it can be of comes to."""
    head, *body = rows
    unit = hit.target.quantity.unit
    body = [row for row in body if len(row) == len(head)]
    columns = [at for at in range(1, len(head)) if _may_hold(head[at], [row[at] for row in body], unit)]
    if len(columns) != 1 or any(OF_UNITS.search(cell.text.lower()) for cell in head):
        return
    (at,) = columns
    own = unit_of_title(head[at].text) or unit
    wholes = [row for row in body if is_all(row)]
    cell = Cell(str(hit.target.quantity), hit.numeral.start, hit.numeral.end)
    if wholes:
        sums, near = [[wholes[0][at]]] if len(wholes) == 1 else [], _NEAR
    else:
        plain = not any(_SUB_ROW.match(one.text) for row in body for one in row[:2])
        sums, near = [[row[at] for row in chosen] for chosen in levels_of(body)] if plain else [], _CLOSE
    found = [one for parts in sums if (one := _sum(name, cell, hit, parts, own)) is not None]
    gaps = [abs(one.stated.amount - one.expected.amount) for one in found]
    if found and min(gaps) > grain(hit.target.quantity) / 2:
        best = found[gaps.index(min(gaps))]
        if min(gaps) <= near * best.stated.amount or right_but_for_a_slip(best.stated, [best.expected]):
            yield best


def _may_hold(title: Cell, cells: Sequence[Cell], unit: Unit) -> bool:
    """Whether a column may hold amounts in a unit: its title names one of that dimension, or none."""
    own = unit_of_title(title.text)
    numbers = sum(read_digits(cell.text) is not None for cell in cells)
    words = title.text.lower()
    if numbers < _LEAST or NO_SUM.search(words) or _ORDER.fullmatch(words):
        return False
    if own is not None:
        return own.same_dimension(unit)
    return unit.label.lower() in words if unit.kind is UnitKind.COUNT else _COUNTS.match(words) is None


_ORDER = re.compile(r"(?:s?tt|số tt|số thứ tự|ghi chú|thứ tự)\.?")
_COUNTS = re.compile(r"số (?!tiền|vốn|kinh phí|thu|chi|dư)")


def _sum(name: str, cell: Cell, hit: TargetHit, parts: Sequence[Cell], own: Unit) -> TableSum | None:
    """Return what cells come to beside an amount, in its unit; None where one of them is no number."""
    values = [value for part in parts if (value := read_digits(part.text)) is not None]
    if len(values) < len(parts):
        return None
    stated = hit.target.quantity
    made = sum(map(Fraction, values)) * own.factor / stated.unit.factor
    return TableSum(name, cell, tuple(parts), stated, Quantity(scaled(Decimal(1), Fraction(made)), stated.unit))
