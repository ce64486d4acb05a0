"""The sums planners do: growth, shares, differences in points, amounts per head. Dimensions are checked.

Results in ``%`` are rounded half up to the places asked for; everything else is exact.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.errors import UnitError
from chitieu.numbers.decimals import rounded, scaled
from chitieu.quantities.quantity import Quantity, of_amount
from chitieu.units import Unit, UnitKind, parse_unit

__all__ = ["growth", "per_head", "point_difference", "share"]


def _percent(ratio: Fraction, places: int) -> Quantity:
    return Quantity(rounded(scaled(Decimal(1), ratio * 100), places), "%")


def _ratio(part: Quantity, whole: Quantity, what: str) -> Fraction:
    if not whole.value:
        raise UnitError("arithmetic.zero", what=what)
    return Fraction(part / whole)  # exact: both amounts are fractions


def growth(new: Quantity, old: Quantity, places: int = 2) -> Quantity:
    """Return how much an amount grew, in ``%`` of the size of the old one; a fall is negative.

    Raises:
        UnitError: the amounts measure different things, or the old one is zero.

    >>> print(growth(Quantity(5558, "tỷ đồng"), Quantity(5388, "tỷ đồng")))
    3,16%
    """
    return _percent(_ratio(new - old, abs(old), "growth"), places)


def share(part: Quantity, whole: Quantity, places: int = 2) -> Quantity:
    """Return a part in ``%`` of its whole.

    Raises:
        UnitError: the amounts measure different things, or the whole is zero.

    >>> print(share(Quantity(59, "xã"), Quantity(131, "xã")))
    45,04%
    """
    return _percent(_ratio(part, whole, "a share"), places)


def point_difference(new: Quantity, old: Quantity) -> Quantity:
    """Return the difference of two rates in percentage points, exact.

    Raises:
        UnitError: one of them is no rate in ``%`` or ``‰``.

    >>> print(point_difference(Quantity(Decimal("2.5"), "%"), Quantity(Decimal("3.5"), "%")))
    -1,0 điểm phần trăm
    """
    for rate in (new, old):
        if rate.unit.kind is not UnitKind.RATIO:
            raise UnitError("quantity.dimension", found=rate.unit.label, what="a rate", reason="it is no percentage")
    return Quantity((new - old).to("%").value, "điểm phần trăm")


def per_head(total: Quantity, people: Quantity, unit: Unit | str | None = None, places: int = 2) -> Quantity:
    """Return an amount per person.

    Args:
        total: the amount.
        people: the population, in ``người`` or a scale of it.
        unit: the unit wanted; None takes the total's, per ``người``.
        places: decimal places, rounded half up.

    Raises:
        UnitError: `people` counts no people, is zero, or the unit wanted is of another dimension.

    >>> print(per_head(Quantity(77500, "tỷ đồng"), Quantity(1437950, "người"), "triệu đồng/người"))
    53,90 triệu đồng/người
    """
    head = parse_unit("người")
    if not people.unit.same_dimension(head):
        raise UnitError("unit.different", left=people.unit.label, right=head.label)
    if not people.value:
        raise UnitError("arithmetic.zero", what="an amount per head")
    if total.unit.kind not in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT):
        raise UnitError("quantity.dimension", found=total.unit.label, what="a total", reason="it cannot be shared out")
    natural = parse_unit(f"{total.unit.label}/người")
    wanted = natural if unit is None else parse_unit(unit) if isinstance(unit, str) else unit
    each = of_amount(total.amount / people.amount, natural)
    return Quantity(rounded(each.to(wanted).value, places), wanted)
