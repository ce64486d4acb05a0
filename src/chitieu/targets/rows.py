"""Rows of tables written with pipes: the unit stands once and serves every number of the row.

``3 | Tốc độ tăng IIP | % | >12 | 9,5 | 13`` holds three amounts in ``%``. The unit has a cell of its own, or
stands in brackets behind the name (``(nghìn DN)``), or is the thing the name counts (``Số xã …``).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.text import SourceText
from chitieu.units import NO_UNIT, Unit, UnitKind, read_unit
from chitieu.wording import only_cues, wording

__all__ = ["COUNTED_NAME", "lend_row_units"]

COUNTED_NAME = re.compile(r"\bsố(?:\slượng)?\s(?!với)")
"""Opens a name that says what it counts: ``Số hộ nghèo``."""
_VALUE = re.compile(
    r"\s*(?P<before>[^0-9|]{0,40}?)\s*-?[0-9][0-9.,]*(?:\s?(?:-|đến)\s?[0-9][0-9.,]*)?\s*%?(?P<after>[^0-9|%]{0,30})"
)
_HEAD = re.compile(r"[(|]\s*$")
_ROW_LETTER = re.compile(r"\s*\(?(?:[A-Za-zĐđ]|[IVX]{2,5})[.)]?\s*")
_COUNT_OF = re.compile(r"(?:số lượng|số)\s+(?=\w)", re.IGNORECASE)
"""``số con/phụ nữ`` for ``con/phụ nữ``."""
_THOUSANDS = re.compile(r"1\.000\s")


def lend_row_units(source: SourceText, numerals: list[Numeral], starts: list[int]) -> None:
    """Give the bare numbers in table rows of a text the unit of their row.

    Args:
        source: the folded text.
        numerals: its numerals in order; those in cells become quantities.
        starts: their offsets.
    """
    text, at = source.text, 0
    while (pipe := text.find("|", at)) >= 0:
        begin = text.rfind("\n", 0, pipe) + 1
        at = text.find("\n", pipe)
        at = len(text) if at < 0 else at
        line = text[begin:at]
        if line.count("|") > 1 or line.strip("| "):
            inside = numerals[bisect_left(starts, begin) : bisect_left(starts, at)]
            _settle_row(source, _cells(begin, line), inside)


def _cells(begin: int, line: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    for cell in line.split("|"):
        cells.append((begin, begin + len(cell)))
        begin += len(cell) + 1
    return cells


def _settle_row(source: SourceText, cells: list[tuple[int, int]], inside: list[Numeral]) -> None:
    values: list[list[Numeral]] = []
    at = 0
    for start, end in cells:
        first = at
        while at < len(inside) and inside[at].start < end:
            at += 1
        held = inside[first:at]
        if held and held[0].kind is NumeralKind.BARE and _is_value(source.lower, start, end):
            values.append(held)
    unit = _row_unit(source, cells)
    for numeral in inside:  # "(1.000 tấn)" is the unit of the row, no amount
        if (
            numeral.value == 1000
            and numeral.kind is NumeralKind.QUANTITY
            and _HEAD.search(source.flat[max(0, numeral.start - 4) : numeral.start])
        ):
            numeral.kind = NumeralKind.LABEL
    if unit is None and len(values) > 1:
        unit = NO_UNIT
    if unit is not None:
        for held in values:
            _settle_cell(held, unit)


def _is_value(lower: str, start: int, end: int) -> bool:
    """Whether a cell holds a number and, at most, words that say how it is meant (``tối thiểu 80``, ``80 trở lên``)."""
    match = _VALUE.fullmatch(lower, start, end)
    if match is None or not only_cues(match["before"]):
        return False
    after = match["after"].strip()
    return not after or any(pattern.fullmatch(after) for pattern in wording().after.values())


def _settle_cell(held: list[Numeral], unit: Unit) -> None:
    """Make the numbers of a cell one amount: a second number is the other end of a range."""
    first = held[0]
    first.kind, first.unit = NumeralKind.QUANTITY, unit
    if len(held) > 1 and held[1].value > first.value:
        first.upper, first.end = held[1].value, held[1].end
        held[1].kind = NumeralKind.LABEL


def _row_unit(source: SourceText, cells: list[tuple[int, int]]) -> Unit | None:
    texts = [(s, e) for s, e in cells if any(char.isalpha() or char in "%‰" for char in source.flat[s:e])]
    if len(texts) > 1 and _ROW_LETTER.fullmatch(source.flat, *texts[0]):
        texts = texts[1:]  # the number of the row: "c | Dịch vụ | tỷ đồng | 20.450"
    for at, (start, end) in enumerate(texts):
        unit = _cell_unit(source, start, end, alone=at > 0)
        if unit is not None:
            return unit
    counted = COUNTED_NAME.search(source.lower, *texts[0]) if texts else None
    match = read_unit(source.flat, source.lower, counted.end(), known_only=True) if counted else None
    return match.unit if match and match.unit.kind is UnitKind.COUNT else None


def _cell_unit(source: SourceText, start: int, end: int, *, alone: bool) -> Unit | None:
    """Return the unit a cell holds, alone (``USD``; never in the first cell of words) or in brackets."""
    cell = source.lower[start:end]
    opening = cell.rfind("(")
    places = [start + len(cell) - len(cell.lstrip())] if alone else []
    if opening >= 0 and ")" in cell[opening:]:
        places.append(start + opening + 1)
    for place in places:
        # A table head writes the scale in digits: "1.000 tấn" is "nghìn tấn".
        text = _THOUSANDS.sub("nghìn ", _COUNT_OF.sub("", source.flat[place:end]), count=1)
        match = read_unit(text, text.lower(), 0, known_only=True)
        if match and (text[match.end :].strip() in ("", ")") or match.unit.kind is UnitKind.RATIO):
            return match.unit
    return None
