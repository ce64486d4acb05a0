"""Quantities: an exact number and its unit, as written.

``28.000 tỷ đồng`` is 28000 of the unit ``tỷ đồng``: the scale word belongs to the unit. Equality and
order compare amounts (``28 nghìn tỷ đồng`` is equal), ``str`` keeps the form.
"""

from __future__ import annotations

import html
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from attrs import field, frozen

from chitieu.errors import ParseError, UnitError
from chitieu.numbers.decimals import (
    STANDARD,
    NumberStyle,
    exact,
    format_number,
    rounded,
    scaled,
)
from chitieu.units import NO_UNIT, Unit, UnitKind, parse_unit, scale_steps

__all__ = [
    "Quantity",
    "exactly",
    "format_compact",
    "format_quantity",
    "of_amount",
]


def _unit(value: Unit | str) -> Unit:
    if isinstance(value, str):
        return parse_unit(value) if value else NO_UNIT
    return value


class RateLike(Protocol):
    """What converts between currencies: `chitieu.quantities.money.ExchangeRate`."""

    def convert(self, quantity: Quantity, unit: Unit) -> Quantity:
        """Return the quantity in a unit of another currency."""
        ...


_SPEC = re.compile(r"(,?)(?:\.([0-9]{1,2})f?)?(u?)")


@frozen(eq=False, repr=False)
class Quantity:
    """An amount of something.

    Attributes:
        value: the number as written, digits kept; give an int or a Decimal, never a float.
        unit: a `Unit`, or its text (``"tỷ đồng"``).

    Raises:
        NumberTypeError: the value is a float, a bool, NaN or infinite.
        UnitError: on order comparison of different dimensions (``%`` with ``điểm phần trăm``).

    Quantities add and subtract within a dimension (the result has the left unit), multiply and divide by
    whole numbers and Decimals, and divide by one another into a ratio. ``format()`` takes ``.2f`` for
    places, ``u`` to leave the unit out: ``f"{q:.1f}"``, ``f"{q:.1fu}"``.

    >>> Quantity(28, "nghìn tỷ đồng") == Quantity(28000, "tỷ đồng")
    True
    >>> q = Quantity(Decimal("53.90"), "triệu đồng/người")
    >>> print(q, f"{q:.1f}", f"{q:.0fu}", sep="; ")
    53,90 triệu đồng/người; 53,9 triệu đồng/người; 54
    >>> Quantity(5258, "tỷ đồng") + Quantity(130, "tỷ đồng")
    Quantity(Decimal('5388'), 'tỷ đồng')
    """

    value: Decimal = field(converter=exact)
    unit: Unit = field(default=NO_UNIT, converter=_unit)
    _exact: Fraction | None = field(init=False, default=None)  # the amount, where `value` had to be rounded

    @property
    def amount(self) -> Fraction:
        """The exact amount in the base unit of the dimension, also where no decimal can hold the value."""
        return Fraction(self.value) * self.unit.factor if self._exact is None else self._exact

    def to(self, unit: Unit | str, rate: RateLike | None = None) -> Quantity:
        """Convert to another unit of the same dimension, there and back without loss.

        A value that no decimal can hold (a day in years) is rounded to 28 digits more than were given; the amount
        behind it stays exact.

        Args:
            unit: the unit wanted.
            rate: an exchange rate, where the two are different currencies.

        Raises:
            UnitError: the units measure different things; ``%`` and ``điểm phần trăm`` do, and so do two
                currencies without a rate.

        >>> print(Quantity(28000, "tỷ đồng").to("triệu đồng"))
        28.000.000 triệu đồng
        """
        target = _unit(unit)
        if rate is not None and not self.unit.same_dimension(target):
            return rate.convert(self, target)
        self._require_same(target)
        return exactly(scaled(self.value, self.unit.factor / target.factor), target, self.amount)

    def rescale(self) -> Quantity:
        """Return the same amount in the scale that reads best: one to three digits before the comma.

        >>> print(Quantity(28000, "tỷ đồng").rescale(), Quantity(1700, "triệu USD").rescale(), sep="; ")
        28 nghìn tỷ đồng; 1,7 tỷ USD
        """
        best = self
        for unit in scale_steps(self.unit):
            candidate = self.to(unit)
            if 1 <= abs(candidate.value) < abs(best.value) or abs(best.value) < 1 <= abs(candidate.value):
                best = candidate
        return exactly(_without_zeros(best.value), best.unit, self.amount) if best is not self else self

    def to_pint(self) -> Any:
        """Return a `pint.Quantity` of chitieu's own registry (pint is imported here, not before)."""
        from chitieu.units.registry import to_pint  # noqa: PLC0415  (pint is loaded only on demand)

        return to_pint(self.value, self.unit)

    @classmethod
    def from_pint(cls, quantity: Any, unit: Unit | str) -> Quantity:
        """Return the quantity a `pint.Quantity` of chitieu's registry stands for, in a unit of ours.

        Args:
            quantity: what `to_pint` gave, or what was computed from it.
            unit: the unit wanted; pint's names are not those of plans, so it must be said.

        Raises:
            UnitError: the dimensions differ.

        >>> half = Quantity(10, "tấn").to_pint() / 2
        >>> print(Quantity.from_pint(half, "tạ"))
        50 tạ
        """
        from chitieu.units.registry import from_pint  # noqa: PLC0415

        target = _unit(unit)
        return cls(from_pint(quantity, target), target)

    # --- comparison ----------------------------------------------------------------------------------

    def _require_same(self, unit: Unit) -> None:
        if self.unit.same_dimension(unit):
            return
        money = self.unit.kind is UnitKind.MONEY and unit.kind is UnitKind.MONEY
        money = money and self.unit.dimension.partition("/")[2] == unit.dimension.partition("/")[2]
        raise UnitError("rate.missing" if money else "unit.different", left=self.unit.label, right=unit.label)

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

    # --- arithmetic ----------------------------------------------------------------------------------

    def __add__(self, other: object) -> Quantity:
        if not isinstance(other, Quantity):
            return NotImplemented
        value = _exact_sum(self.value, other.to(self.unit).value)
        if self._exact is not None or other._exact is not None:  # two thirds and one third are 1, not 1,000…
            value = _without_zeros(value)
        return exactly(value, self.unit, self.amount + other.amount)

    def __radd__(self, other: object) -> Quantity:
        return self if isinstance(other, int) and other == 0 else NotImplemented  # sum() begins with 0

    def __sub__(self, other: object) -> Quantity:
        return self + (-other) if isinstance(other, Quantity) else NotImplemented

    def __neg__(self) -> Quantity:
        return exactly(self.value.copy_negate(), self.unit, -self.amount)

    def __abs__(self) -> Quantity:
        return exactly(self.value.copy_abs(), self.unit, abs(self.amount))

    def __mul__(self, other: object) -> Quantity:
        if not isinstance(other, (int, Decimal)):
            return NotImplemented
        ratio = Fraction(exact(other))
        return exactly(scaled(self.value, ratio), self.unit, self.amount * ratio)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Any:
        if isinstance(other, Quantity):
            left, right = self._amounts(other)
            if not right:
                raise UnitError("arithmetic.zero", what="a ratio")
            return left / right
        if not isinstance(other, (int, Decimal)):
            return NotImplemented
        if not other:
            raise UnitError("arithmetic.zero", what="a division")
        ratio = 1 / Fraction(exact(other))
        return exactly(scaled(self.value, ratio), self.unit, self.amount * ratio)

    def __bool__(self) -> bool:
        return bool(self.value)

    # --- looks ---------------------------------------------------------------------------------------

    def __str__(self) -> str:
        return format_quantity(self)

    def __repr__(self) -> str:
        return f"Quantity({self.value!r}, {self.unit.label!r})"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001  (the protocol of IPython)
        printer.text(repr(self))  # printers that go by the fields of attrs would print all of the unit

    def __format__(self, spec: str) -> str:
        match = _SPEC.fullmatch(spec)
        if match is None:
            raise ParseError("format.spec", text=spec, start=0, end=len(spec), found=spec)
        places = int(match[2]) if match[2] else None
        if match[3]:
            return format_number(self.value, places=places)
        return format_quantity(self, places=places)

    def _repr_html_(self) -> str:
        number = html.escape(format_number(self.value))
        return f"<span>{number}{'' if self.unit.glued else '&nbsp;'}{html.escape(self.unit.label)}</span>"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        """Let a pydantic model hold quantities: texts are parsed, quantities pass, JSON is text."""
        from pydantic_core import core_schema  # noqa: PLC0415  (called by pydantic, which has it)

        from chitieu.quantities.reader import read_cell  # noqa: PLC0415  (it builds on this module)

        def validate(value: Any) -> Quantity:
            return value if isinstance(value, Quantity) else read_cell(value, NO_UNIT)

        text = core_schema.no_info_after_validator_function(validate, core_schema.str_schema())
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), text]),
            serialization=core_schema.to_string_ser_schema(),
        )


def exactly(value: Decimal, unit: Unit, amount: Fraction) -> Quantity:
    """Return a quantity of an exact amount: by its value, else by a value near it that carries the amount.

    A third of a year has no finite decimal in months of its own; what is computed from it stays exact all the same.
    """
    result = Quantity(value, unit)
    if result.amount == amount:
        return result
    result = Quantity(scaled(Decimal(1), amount / unit.factor), unit)
    if result.amount != amount:
        object.__setattr__(result, "_exact", amount)
    return result


def of_amount(amount: Fraction, unit: Unit) -> Quantity:
    """Return the quantity of an amount, in the base unit of its dimension, in a unit; exact, see `exactly`."""
    return exactly(scaled(Decimal(1), amount / unit.factor), unit, amount)


def _exact_sum(left: Decimal, right: Decimal) -> Decimal:
    """Add without rounding, however many digits; trailing zeros of the finer number are kept."""
    total = Fraction(left) + Fraction(right)
    places = max(0, -int(left.as_tuple().exponent), -int(right.as_tuple().exponent))
    return Decimal(int(total * 10**places)).scaleb(-places) if places else Decimal(int(total))


def _without_zeros(value: Decimal) -> Decimal:
    """Drop zeros that a change of scale left behind; never into an exponent."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def format_quantity(quantity: Quantity, *, places: int | None = None, style: NumberStyle = STANDARD) -> str:
    """Write a quantity as plans do: ``28.000 tỷ đồng``, ``9,3%`` (no space before the sign).

    Args:
        quantity: the quantity.
        places: decimal places, rounded half up; None keeps the digits.
        style: every other choice; one with `pad_counts` writes ``07 xã``.

    >>> format_quantity(Quantity(Decimal("32.1"), "giường bệnh/vạn dân"))
    '32,1 giường bệnh/vạn dân'
    >>> format_quantity(Quantity(7, "xã"), style=NumberStyle(pad_counts=True))
    '07 xã'
    """
    number = format_number(quantity.value, places=places, style=style)
    unit = quantity.unit
    if (
        style.pad_counts
        and unit.kind is UnitKind.COUNT
        and unit.scale == 1
        and len(number) == 1
        and "/" not in unit.label
    ):
        number = f"0{number}"
    gap = style.percent_space if unit.glued else style.unit_space if unit.label else ""
    return f"{number}{gap}{style.spelled(unit.label) if style.spelling else unit.label}"


def format_compact(quantity: Quantity, *, places: int = 1, style: NumberStyle = STANDARD) -> str:
    """Write a quantity short, for dashboards: in its most readable scale, rounded half up, no idle zeros.

    Args:
        quantity: the quantity.
        places: the most decimal places.
        style: every other choice.

    >>> format_compact(Quantity(1437950, "người")), format_compact(Quantity(28000, "tỷ đồng"))
    ('1,4 triệu người', '28 nghìn tỷ đồng')
    """
    best = quantity.rescale()
    shown = Quantity(rounded(best.value, places), best.unit).rescale()  # 999,96 triệu rounds to 1 tỷ
    return format_quantity(Quantity(_without_zeros(shown.value), shown.unit), style=style)
