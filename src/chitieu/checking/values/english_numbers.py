"""Numbers written the English way: a point before decimals, commas between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.texts.places import row_before
from chitieu.numbers.decimals import format_number
from chitieu.numbers.numeral import FIRM_KINDS, Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["EnglishNumber", "english_numbers"]

EnglishNumber = tuple[int, int, str]
"""Where a number stands, and how it was read."""

_ENGLISH_NOTES = frozenset({"decimal point read as a decimal comma", "commas read as thousands separators"})
_CELL_END = re.compile(r"[ \t]*(?:\||\n|$)")
_LIKE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ENDS = re.compile(r"\s?(?:[;)(]|[,.](?=\s|$)|$)")


def english_numbers(
    source: SourceText, valued: Sequence[Numeral], numerals: Sequence[Numeral]
) -> Iterator[EnglishNumber]:
    """Yield the numbers of a text that are written the English way.

    Args:
        source: the text.
        valued: the numbers of its amounts, in order.
        numerals: all its numbers.
    """
    english = [
        one for at, one in enumerate(valued) if _is_english(source, one) or _is_grouped_beside(source, valued, at)
    ]
    for numeral in english:
        yield numeral.start, numeral.end, str(Quantity(numeral.value, numeral.unit))
    seen = {numeral.start for numeral in english}
    if "|" in source.text:
        yield from _in_cells(source, numerals, seen)
    yield from _in_rates(source, numerals, seen)


def _is_grouped_beside(source: SourceText, numerals: Sequence[Numeral], at: int) -> bool:
    """Whether a number like *24,850 tỷ đồng* has one of its unit beside it whose thousands are told by a point: *4.200 tỷ đồng*."""
    numeral = numerals[at]
    digits = source.flat[numeral.start : numeral.digits_end]
    if numeral.unit.scale == 1 or not (digits.endswith("0") and _LIKE_THOUSANDS.fullmatch(digits)):
        return False
    near = [one for one in numerals[max(0, at - _NEAR) : at + _NEAR + 1] if one is not numeral]
    alike = [one for one in near if one.unit == numeral.unit and "\n" not in _between(source, numeral, one)]
    written = [source.flat[one.start : one.digits_end] for one in alike]
    return any(map(_GROUPED.fullmatch, written)) and not any("," in one for one in written)


def _between(source: SourceText, one: Numeral, other: Numeral) -> str:
    return source.text[min(one.end, other.end) : max(one.start, other.start)]


_NEAR = 4


def _in_cells(source: SourceText, numerals: Sequence[Numeral], seen: set[int]) -> Iterator[EnglishNumber]:
    """Yield the English numbers that fill a cell; the first cells of a row, before its name, number the row."""
    for numeral in numerals:
        if numeral.start not in seen and _ENGLISH_NOTES.intersection(numeral.notes):
            row = row_before(source.text, numeral.start)
            fills = row.rstrip().endswith("|") and _CELL_END.match(source.text, numeral.digits_end)
            if fills and any(map(str.isalpha, row)):
                yield numeral.start, numeral.end, format_number(numeral.value)


_RATE_NAME = re.compile(
    r"/(?:\s?[0-9.]+\s|1\s)?(?:vạn |nghìn |triệu )?(?:dân|người|lao động|phụ nữ|học sinh|hộ)(?: (?:đạt|là|:|còn))?[\s:]+$"
)
_DECIMALS = re.compile(r"[0-9]+\.[0-9]{1,2}")


def _in_rates(source: SourceText, numerals: Sequence[Numeral], seen: set[int]) -> Iterator[EnglishNumber]:
    """Yield the bare English decimals behind a name that has the unit: ``Số bác sĩ/vạn dân 12.5``."""
    for numeral in numerals:
        if numeral.kind is not NumeralKind.BARE or numeral.start in seen:
            continue
        if not _DECIMALS.fullmatch(source.flat, numeral.start, numeral.digits_end):
            continue
        if _RATE_NAME.search(source.lower, numeral.start - 40, numeral.start) and _ENDS.match(
            source.flat, numeral.digits_end
        ):
            yield numeral.start, numeral.digits_end, format_number(numeral.value)


def _is_english(source: SourceText, numeral: Numeral) -> bool:
    unit = numeral.unit
    firm = unit.kind in FIRM_KINDS or unit.scale != 1 or "/" in unit.label
    if _ENGLISH_NOTES.intersection(numeral.notes):
        return firm or (unit.kind is UnitKind.COUNT and numeral.known and _follows_a_name(source, numeral))
    digits = source.flat[numeral.start : numeral.digits_end]
    if not _LIKE_THOUSANDS.fullmatch(digits):
        return False
    counted = unit.kind is UnitKind.COUNT and unit.scale == 1 and "/" not in unit.label and numeral.known
    zeros = "0" if unit.scale == 1 else "00"  # "1,750 tỷ USD" is 1.750 million
    return counted or (digits.endswith(zeros) and unit.kind in (UnitKind.MONEY, UnitKind.MEASURE))


_SETS = re.compile(r"(?<!\w)(?:đạt|còn|là|trên|dưới|từ|khoảng|lên|xuống|bằng)\s$|:\s$|/\S+(?: dân)?\s$")


def _follows_a_name(source: SourceText, numeral: Numeral) -> bool:
    """Whether a word that sets a value is before a count: ``2.1 Xã An Bình`` is an item."""
    return _SETS.search(source.lower, numeral.start - 24, numeral.start) is not None
