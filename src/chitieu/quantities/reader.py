"""Read quantities from text: one alone, every one of a text, a column of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from chitieu.errors import ChitieuError, NumberTypeError, ParseError
from chitieu.numbers.decimals import parse_number, read_digits, refuse_ambiguous
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.quantities.quantity import Quantity
from chitieu.text import Mention, SourceText
from chitieu.units import Unit, known_unit, parse_unit
from chitieu.units.table import Table, table

__all__ = [
    "QuantityColumn",
    "find_quantities",
    "parse_quantities",
    "parse_quantity",
    "read_cell",
    "read_quantity",
]

_QUANTITIES = {NumeralKind.QUANTITY, NumeralKind.DURATION, NumeralKind.AGE, NumeralKind.RANK}


def _mentions(source: SourceText, numerals: list[Numeral]) -> tuple[Mention[Quantity], ...]:
    return tuple(
        source.mention(Quantity(numeral.value, numeral.unit), numeral.start, numeral.end, numeral.notes)
        for numeral in numerals
        if numeral.kind in _QUANTITIES
    )


def find_quantities(text: str) -> tuple[Mention[Quantity], ...]:
    """Find every amount with a unit in a text, ages and durations too; dates and codes are no amounts.

    A range (``9 - 9,5%``) gives its lower end; `find_targets` gives both.

    >>> [str(m.value) for m in find_quantities("Năm 2023: 1.700 triệu USD, 07 xã, GRDP tăng 9,3%")]
    ['1.700 triệu USD', '7 xã', '9,3%']
    """
    source = SourceText(text)
    return _mentions(source, scan_numerals(source)[0])


_SIMPLE = re.compile(r"([0-9][0-9.,]*)(?:[ \xa0](?=[^0-9\s/\-])|(?=[%‰]))(.{1,80})")
_BARE = re.compile(r"(?:[-−+]|âm\s)?\s?[0-9][0-9.,\s]*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _known_unit(label: str, _table: Table) -> Unit | None:
    """Read a unit once per table: a registered unit makes another table."""
    return known_unit(label)


def parse_quantity(text: str, *, strict: bool = False) -> Quantity:
    """Read one quantity alone.

    Args:
        text: a number and its unit: ``28.000 tỷ đồng``, ``9,3%``, ``32,1 giường bệnh/vạn dân``.
        strict: also refuse a number that looks like English thousands (``3,200 USD``).

    Raises:
        AmbiguousNumberError: the number is written the English way (``8.5%``); `read_quantity` reads it.
        ParseError: there is no quantity, or more than one stands there.

    >>> parse_quantity("28.000 tỷ đồng").unit.label
    'tỷ đồng'
    """
    if not isinstance(text, str):
        raise NumberTypeError("text.type", found=type(text).__name__)
    simple = None if strict else _SIMPLE.fullmatch(text)
    if simple:  # a plain number and a unit seen before: no need to look at the whole as running text
        value, unit = read_digits(simple[1]), _known_unit(simple[2], table())
        if value is not None and unit is not None:
            return Quantity(value, unit)
    refuse_ambiguous(text, strict=strict)
    return read_quantity(text).value


def read_quantity(text: str) -> Mention[Quantity]:
    """Read one quantity leniently: English writings too, with a note that says how they were read.

    Raises:
        ParseError: there is no quantity, or more than one stands there.

    >>> mention = read_quantity("8.5%")
    >>> str(mention.value), mention.notes
    ('8,5%', ('decimal point read as a decimal comma',))
    """
    source = SourceText(text)
    found = _mentions(source, scan_numerals(source, alone=True)[0])
    first, *more = found or (None,)
    if first is None:
        raise ParseError("quantity.none", text=text, start=0, end=len(text))
    span = first.span
    outside = text[: span.start] + text[span.end :]
    if more or outside.strip():
        start = span.end if text[span.end :].strip() else 0
        raise ParseError("quantity.extra", text=text, start=start, end=len(text) if start else span.start)
    return first


@frozen
class QuantityColumn:
    """What `parse_quantities` read: one entry a cell, in order.

    Attributes:
        quantities: the quantities; None where the cell could not be read.
        errors: row (from 0) → error, for the cells that could not.

    >>> import chitieu as ct
    >>> column = ct.parse_quantities(["5 xã", "hết"])
    >>> column.units, list(column.errors)
    (['xã', None], [1])
    """

    quantities: tuple[Quantity | None, ...]
    errors: dict[int, ChitieuError]

    @property
    def values(self) -> list[Decimal | None]:
        """The numbers alone: a column for pandas or polars."""
        return [None if quantity is None else quantity.value for quantity in self.quantities]

    @property
    def units(self) -> list[str | None]:
        """The labels of the units alone."""
        return [None if quantity is None else quantity.unit.label for quantity in self.quantities]


def read_cell(cell: str, unit: Unit) -> Quantity:
    """Read a quantity that may be a number alone, whose unit is then known from elsewhere (the head of a column)."""
    if isinstance(cell, str):
        text = cell.strip()
        if _BARE.fullmatch(text):
            return Quantity(parse_number(text), unit)
    return parse_quantity(cell)


def parse_quantities(column: Iterable[str], unit: Unit | str | None = None) -> QuantityColumn:
    """Read a column of quantities in one call; errors are collected, none is raised.

    Args:
        column: the cells.
        unit: the unit of cells that hold a number alone (from the head of the column).

    >>> column = parse_quantities(["9,3%", "hết", "12,5%"])
    >>> column.values, [str(error.code) for error in column.errors.values()]
    ([Decimal('9.3'), None, Decimal('12.5')], ['quantity.none'])
    """
    if isinstance(unit, str):
        unit = parse_unit(unit) if unit else None
    quantities: list[Quantity | None] = []
    errors: dict[int, ChitieuError] = {}
    for row, cell in enumerate(column):
        try:
            quantities.append(parse_quantity(cell) if unit is None else read_cell(cell, unit))
        except ChitieuError as error:
            errors[row] = error
            quantities.append(None)
    return QuantityColumn(tuple(quantities), errors)
