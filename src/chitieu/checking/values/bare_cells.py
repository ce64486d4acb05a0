"""Cells of tables without a unit: a rate below rates (*tăng 10,2* under *tăng 13,2%*), a row that names no unit in the column of units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.rates.rate_cells import row_name
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.checking.values.bare_numbers import BareAmount
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import catalogue

__all__ = ["bare_cells"]

_RATE = re.compile(r"(?P<words>(?:[^\W\d_]+ )*)(?P<number>[0-9]{1,3}(?:,[0-9]+)?)(?P<sign>\s?%)?\s*")
_UNITS = re.compile(r"\s*(?:đvt|đơn vị(?: tính)?)\s*")
_NUMBER = re.compile(r"\s*[0-9][0-9.]*(?:,[0-9]+)?\s*")
_PART = re.compile(r"\s*(?:[-+*•–(]|trong đó|tr\.? ?đó)")
_OWN_UNIT = re.compile(r"(?<!\w)(?:chỉ số|hệ số|điểm|hạng|pci|papi|hdi|icor)(?!\w)")
_NAMED = re.compile(r"[^\W\d_]\s*$")
_FEWEST, _COMPARED, _SURE = 3, 2, 90


def bare_cells(piece: Piece) -> Iterator[BareAmount]:
    r"""Yield the amounts in tables without a unit.

    Args:
        piece: a text.

    >>> from chitieu.text import SourceText
    >>> rows = ("Ngành | Tốc độ", "Dệt | tăng 7,1%", "May | tăng 6,5%", "Da | tăng 5,2", "Gỗ | tăng 4,4%")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> [(one.name, one.number, one.unit) for one in bare_cells(Piece(text, placed=True))]
    [('Da', '5,2', '%')]
    """
    for rows in rows_of_tables(piece):
        units = next((at for at, cell in enumerate(rows[0]) if _UNITS.fullmatch(cell.text.lower())), None)
        for column in range(1, len(rows[0])):
            yield from _rates([row for row in rows[1:] if len(row) == len(rows[0])], column, units)
        if units is not None:
            yield from _rows([row for row in rows[1:] if len(row) == len(rows[0])], units)


def _rates(rows: Sequence[Sequence[Cell]], column: int, units: int | None) -> Iterator[BareAmount]:
    """Yield the one number without a sign in a column where all others are in percent, whatever their rows measure."""
    filled = [row for row in rows if any(map(str.isdigit, row[column].text))]
    read = [(row, found) for row in filled if (found := _RATE.fullmatch(row[column].text)) is not None]
    bare = [(row, found) for row, found in read if not found["sign"]]
    signed = [(row, found) for row, found in read if found["sign"]]
    others = len(filled) - len(read)  # "giảm 0,7 điểm phần trăm", "tăng 01 xã"
    if (
        len(bare) != 1
        or len(signed) < _FEWEST
        or others != sum(_NAMED.search(row[column].text) is not None for row in filled)
    ):
        return
    (row, found) = bare[0]
    labels = {one[units].text.strip().lower() for one, _ in signed} - {"%"} if units is not None else set[str]()
    if not found["words"] and len(labels) < _COMPARED:  # a column of values, in which each row has its own unit
        return
    if all(other["words"] != found["words"] for _, other in signed) or "," not in found["number"]:
        return
    name = row_name(row[:column])
    if _OWN_UNIT.search(name.lower()) or _OWN_UNIT.search("" if units is None else row[units].text.lower()):
        return
    start = row[column].start + found.start("number")
    yield BareAmount(name.strip(" -+*•"), start, start + len(found["number"]), found["number"], "%")


def _rows(rows: Sequence[Sequence[Cell]], units: int) -> Iterator[BareAmount]:
    """Yield the first number of a row that leaves the column of units empty between rows that fill it with other units."""
    for before, row, behind in zip(rows, rows[1:], (*rows[2:], None), strict=False):
        name = row_name(row)
        filled = before[units].text.strip() and (behind is None or behind[units].text.strip())
        numbers = [cell for cell in row[units + 1 :] if _NUMBER.fullmatch(cell.text)]
        if row[units].text.strip() or not filled or not numbers or _PART.match(name.lower()) or "(" in name:
            continue
        match = match_indicator(name)
        if match is None or match.confidence * 100 < _SURE:
            continue
        record = catalogue().records[match.key]
        above = before[units].text.strip().lower()
        if record.kind in ("index", "score") or not record.units or above in map(str.lower, record.units):
            continue
        cell = numbers[-1]
        number = cell.text.strip()
        start = cell.start + cell.text.index(number)
        yield BareAmount(name, start, start + len(number), number, record.unit)
