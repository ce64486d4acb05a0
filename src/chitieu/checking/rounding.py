"""How far amounts may be apart because each is rounded to the digits it is written with."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import ABOUT_TOLERANCE
from chitieu.units import UnitKind

__all__ = ["about_slack", "grain", "sum_slack"]


def grain(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit written, as an amount.

    >>> grain(Quantity(Decimal("9.5"), "%"))
    Fraction(1, 1000)
    """
    return Fraction(Decimal(1).scaleb(int(quantity.value.as_tuple().exponent))) * quantity.unit.factor


def sum_slack(terms: Iterable[Quantity], whole: Quantity) -> Fraction:
    """Return the gap that rounding explains in a sum: one unit of the coarsest last digit, and no more than a hundredth.

    Things that are counted one by one (``93 xã``) are not rounded.

    >>> terms = [Quantity(500, "tấn"), Quantity(Decimal("300.5"), "tấn")]
    >>> sum_slack(terms, terms[0]) == Quantity(1, "tấn").amount
    True
    """
    return min(max(map(_sum_grain, terms)), abs(whole.amount) / 100)


_ABOUT = Fraction(2, 100)


def about_slack(whole: Quantity) -> Fraction:
    """Return how far all the parts of a whole that is *khoảng* so much may be from it: one unit of its last digit but noughts.

    At least that is a fiftieth, for whoever writes four digits may have rounded three of them, and at most what *khoảng* ever allows.

    >>> even, odd = Quantity(70_000, "ha"), Quantity(68_500, "ha")
    >>> about_slack(even) == Quantity(3_500, "ha").amount, about_slack(odd) == Quantity(1_370, "ha").amount
    (True, True)
    """
    last = Fraction(Decimal(1).scaleb(int(whole.value.normalize().as_tuple().exponent))) * whole.unit.factor
    size = abs(whole.amount)
    return min(max(last, size * _ABOUT), size * ABOUT_TOLERANCE)


def _sum_grain(quantity: Quantity) -> Fraction:
    """Return what rounding may add to a sum: nothing where things, or marks, are counted one by one."""
    counted = quantity.unit.kind in (UnitKind.COUNT, UnitKind.SCORE) and quantity.unit.factor == 1
    return Fraction(0) if counted and quantity.value == quantity.value.to_integral_value() else grain(quantity)
