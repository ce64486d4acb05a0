"""Quantities: an exact number and its unit, as written.

``28.000 tỷ đồng`` is 28000 of the unit ``tỷ đồng``: the scale word belongs to the unit. Equality and
order compare amounts (``28 nghìn tỷ đồng`` is equal), ``str`` keeps the form.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from chitieu.errors import ParseError, UnitError
from chitieu.numbers import exact, format_number, scaled
from chitieu.numeral import Numeral, NumeralKind
from chitieu.numerals import scan_numerals
from chitieu.text import Mention, SourceText
from chitieu.units import NO_UNIT, Unit, parse_unit

__all__ = ["Quantity", "find_quantities", "format_quantity", "parse_quantity"]


def _unit(value: Unit | str) -> Unit:
    if isinstance(value, str):
        return parse_unit(value) if value else NO_UNIT
    return value


@frozen(eq=False)
class Quantity:
    """An amount of something.

    Attributes:
        value: the number as written, digits kept; give an int or a Decimal, never a float.
        unit: a `Unit`, or its text (``"tỷ đồng"``).

    Raises:
        NumberTypeError: the value is a float, a bool, NaN or infinite.
        UnitError: on order comparison of different dimensions (``%`` with ``điểm phần trăm``).

    >>> Quantity(28, "nghìn tỷ đồng") == Quantity(28000, "tỷ đồng")
    True
    >>> print(Quantity(Decimal("53.90"), "triệu đồng/người"))
    53,90 triệu đồng/người
    """

    value: Decimal = field(converter=exact)
    unit: Unit = field(default=NO_UNIT, converter=_unit)

    @property
    def amount(self) -> Fraction:
        """The exact amount in the base unit of the dimension."""
        return Fraction(self.value) * self.unit.factor

    def to(self, unit: Unit | str) -> Quantity:
        """Convert to another unit of the same dimension.

        Raises:
            UnitError: the units measure different things; ``%`` and ``điểm phần trăm`` do.

        >>> print(Quantity(28000, "tỷ đồng").to("triệu đồng"))
        28.000.000 triệu đồng
        """
        target = _unit(unit)
        self._require_same(target)
        return Quantity(scaled(self.value, self.unit.factor / target.factor), target)

    def to_pint(self) -> Any:
        """Return a `pint.Quantity` of chitieu's own registry (pint is imported here, not before)."""
        from chitieu.units.registry import to_pint  # noqa: PLC0415  (pint is loaded only on demand)

        return to_pint(self.value, self.unit)

    def _require_same(self, unit: Unit) -> None:
        if not self.unit.same_dimension(unit):
            raise UnitError("unit.different", left=self.unit.label, right=unit.label)

    def _amounts(self, other: Quantity) -> tuple[Fraction, Fraction]:
        """Return both amounts, after making sure that they can be compared."""
        self._require_same(other.unit)
        return self.amount, other.amount

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.unit.same_dimension(other.unit) and self.amount == other.amount

    def __hash__(self) -> int:
        return hash((self.unit.dimension, self.amount))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        left, right = self._amounts(other)
        return left < right

    def __le__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        left, right = self._amounts(other)
        return left <= right

    def __gt__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        left, right = self._amounts(other)
        return left > right

    def __ge__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        left, right = self._amounts(other)
        return left >= right

    def __str__(self) -> str:
        return format_quantity(self)


def format_quantity(quantity: Quantity) -> str:
    """Write a quantity as plans do: ``28.000 tỷ đồng``, ``9,3%`` (no space before the sign).

    >>> format_quantity(Quantity(Decimal("32.1"), "giường bệnh/vạn dân"))
    '32,1 giường bệnh/vạn dân'
    """
    number = format_number(quantity.value)
    gap = "" if quantity.unit.glued or not quantity.unit.label else " "
    return f"{number}{gap}{quantity.unit.label}"


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


def parse_quantity(text: str) -> Quantity:
    """Read one quantity alone.

    Args:
        text: a number and its unit: ``28.000 tỷ đồng``, ``9,3%``, ``32,1 giường bệnh/vạn dân``.

    Raises:
        ParseError: there is no quantity, or more than one stands there.

    >>> parse_quantity("28.000 tỷ đồng").unit.label
    'tỷ đồng'
    """
    source = SourceText(text)
    found = _mentions(source, scan_numerals(source)[0])
    first, *more = found or (None,)
    if first is None:
        raise ParseError("quantity.none", text=text, start=0, end=len(text))
    span = first.span
    outside = text[: span.start] + text[span.end :]
    if more or outside.strip():
        start = span.end if text[span.end :].strip() else 0
        raise ParseError("quantity.extra", text=text, start=start, end=len(text) if start else span.start)
    return first.value
