"""Money of two currencies: converted only at a rate that somebody gives, with its date and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from chitieu.errors import UnitError
from chitieu.numbers.decimals import exact, scaled
from chitieu.quantities.quantity import Quantity, exactly
from chitieu.units import Unit, UnitKind, parse_unit

__all__ = ["ExchangeRate"]


def _currency(value: str | Unit) -> Unit:
    unit = parse_unit(value) if isinstance(value, str) else value
    if unit.kind is not UnitKind.MONEY or "/" in unit.dimension:
        raise UnitError("quantity.dimension", found=unit.label, what="a currency", reason="it is no money")
    return unit


@frozen
class ExchangeRate:
    """How much of one currency one of another is worth, on a day, by a source.

    Attributes:
        rate: the amount of `quote` that one of `base` costs.
        on: the day the rate is of; `source`: who says so (a plan that converts states both).
        base: the currency priced, USD by default; `quote`: the currency of the price, đồng by default.

    Raises:
        UnitError: a unit is no money, or the rate is not above zero.
        NumberTypeError: the rate is a float.

    >>> rate = ExchangeRate(23500, date(2023, 1, 19), "Ngân hàng Nhà nước")
    >>> print(Quantity(2, "triệu USD").to("tỷ đồng", rate=rate))
    47 tỷ đồng
    """

    rate: Decimal = field(converter=exact)
    on: date
    source: str
    base: Unit = field(converter=_currency, factory=lambda: parse_unit("USD"))
    quote: Unit = field(converter=_currency, factory=lambda: parse_unit("đồng"))

    def __attrs_post_init__(self) -> None:
        if self.rate <= 0:
            raise UnitError("rate.size", found=self.rate)

    def convert(self, quantity: Quantity, unit: Unit) -> Quantity:
        """Convert an amount of money, per-head amounts too (``USD/người`` to ``triệu đồng/người``).

        Raises:
            UnitError: the rate is for other currencies, or the denominators differ.
        """
        money, _, per = quantity.unit.dimension.partition("/")
        wanted, _, wanted_per = unit.dimension.partition("/")
        factors = {
            (self.base.dimension, self.quote.dimension): Fraction(self.rate) * self.quote.factor / self.base.factor,
            (self.quote.dimension, self.base.dimension): 1
            / (Fraction(self.rate) * self.quote.factor / self.base.factor),
        }
        factor = factors.get((money, wanted))
        if factor is None or per != wanted_per:
            names = {"base": self.base.label, "quote": self.quote.label}
            raise UnitError("rate.other", **names, left=quantity.unit.label, right=unit.label)
        value = scaled(quantity.value, quantity.unit.factor * factor / unit.factor)
        return exactly(value, unit, quantity.amount * factor)
