"""Targets: a quantity with its bound and its direction: ``tăng từ 9,3% (trở lên)``, ``không quá 2,5%``.

A target says three things of a number: how an actual value must stand to it (`Bound`), whether it is a
level or a change (`Change`), and its amount. ``giảm còn 1,5%`` is a level, ``giảm 1,5%`` a decrease.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from chitieu.errors import ParseError, UnitError
from chitieu.numbers.decimals import STANDARD, NumberStyle, format_number
from chitieu.quantities.quantity import Quantity, format_quantity, of_amount
from chitieu.text import Span
from chitieu.units import UnitKind

__all__ = ["ABOUT_TOLERANCE", "Bound", "Change", "Target", "change_size", "format_target"]


class Bound(Enum):
    """How an actual value must stand to the number of a target.

    >>> import chitieu as ct
    >>> ct.parse_target("không quá 2,5%").bound.value
    'at_most'
    """

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"
    BETWEEN = "between"


class Change(Enum):
    """Whether the number is a level reached or a change against an earlier value.

    >>> import chitieu as ct
    >>> ct.parse_target("giảm còn 1,5%").change.value, ct.parse_target("giảm 1,5%").change.value
    ('level', 'decrease')
    """

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


ABOUT_TOLERANCE = Fraction(5, 100)
"""How far from ``khoảng X`` a value may lie, as a share of X. No law fixes it; chitieu takes 5%."""


@frozen
class Target:
    """What a plan asks for.

    Attributes:
        quantity: the amount; of a range the lower end.
        bound: how an actual value must stand to it.
        change: a level (``còn 2,5%``), an increase (``tăng 9,3%``) or a decrease.
        upper: the upper end when `bound` is ``BETWEEN``, else None.
        total: the whole a count is part of (``59/131 xã``, ``hạng 31/34``), else None.
        span: where it was read; not compared.

    Raises:
        ParseError: a range without a proper upper end.

    >>> from decimal import Decimal
    >>> target = Target(Quantity(Decimal("2.5"), "%"), Bound.AT_MOST)
    >>> target.allows(Quantity(Decimal("2.4"), "%"))
    True
    """

    quantity: Quantity
    bound: Bound = Bound.EXACT
    change: Change = Change.LEVEL
    upper: Quantity | None = None
    total: Quantity | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if (self.bound is Bound.BETWEEN) == (self.upper is None) or (
            self.upper is not None and self.upper < self.quantity
        ):
            text = f"{self.quantity} - {self.upper}"
            raise ParseError("target.range", text=text, start=0, end=len(text), lower=self.quantity, upper=self.upper)

    @property
    def is_single(self) -> bool:
        """Whether one number is stated: neither a range nor a count out of a whole.

        >>> Target(Quantity(59, "xã")).is_single, Target(Quantity(59, "xã"), total=Quantity(131, "xã")).is_single
        (True, False)
        """
        return self.upper is None and self.total is None

    def allows(self, actual: Quantity, baseline: Quantity | None = None) -> bool:
        """Whether an actual amount lies where the target's words put it.

        The words are taken as they stand: an exact target is met by that amount only. Whether more or
        less than it is good depends on the indicator and is a matter of rating, not of the target.

        Args:
            actual: for a level, an amount of the same dimension; for an increase or a decrease the size of
                the change, or the new level if `baseline` is given.
            baseline: the level before the change. The change is then computed: in points between two
                percentages, in percent of the baseline where the target is in ``%``, as a multiple of it for ``lần``
                (``tăng 2 lần`` is met by twice the baseline), else as a difference.

        Raises:
            UnitError: the amounts measure something else.

        >>> from decimal import Decimal
        >>> Target(Quantity(24, "%"), Bound.ABOUT).allows(Quantity(Decimal("23.5"), "%"))
        True
        >>> growth = Target(Quantity(10, "%"), Bound.AT_LEAST, Change.INCREASE)
        >>> growth.allows(Quantity(5500, "tỷ đồng"), baseline=Quantity(5000, "tỷ đồng"))
        True
        """
        if baseline is not None and self.change is not Change.LEVEL:
            actual = change_size(self, actual, baseline)
        if self.bound is Bound.BETWEEN and self.upper is not None:
            return self.quantity <= actual <= self.upper
        return _TESTS[self.bound](actual, self.quantity)

    def __str__(self) -> str:
        return format_target(self)


_MONTHS = 12  # of a year


def change_size(target: Target, actual: Quantity, baseline: Quantity, *, years: int = 1) -> Quantity:
    """Return how far an actual level lies from the baseline in the target's direction, in its unit.

    Args:
        target: an increase or a decrease; it says which way counts, and in which unit.
        actual: the level reached.
        baseline: the level before.
        years: how many years lie between the two; of a target by the year (``giảm 1%/năm``) the change of one counts.

    Raises:
        UnitError: the levels measure different things, or the target's unit is none of a change of them.

    >>> from decimal import Decimal
    >>> poor = Target(Quantity(1, "%"), Bound.AT_LEAST, Change.DECREASE)
    >>> print(change_size(poor, Quantity(Decimal("2.3"), "%"), Quantity(Decimal("3.5"), "%")))
    1,2%
    >>> yearly = Target(Quantity(1, "%/năm"), Bound.AT_LEAST, Change.DECREASE)
    >>> print(change_size(yearly, Quantity(Decimal("1.5"), "%"), Quantity(Decimal("4.5"), "%"), years=5))
    0,6%/năm
    """
    up = target.change is Change.INCREASE
    gain = actual - baseline if up else baseline - actual
    unit = target.quantity.unit
    months = _MONTHS * years if unit.per_time and not actual.unit.per_time else 1
    if unit.kind in (UnitKind.RATIO, UnitKind.POINTS):
        if actual.unit.kind is UnitKind.RATIO:  # between two rates "tăng 2%" is a difference in points
            size = gain.amount
        elif unit.kind is UnitKind.POINTS:
            raise UnitError("unit.different", left=actual.unit.label, right=unit.label)
        elif unit.label == "lần":  # "tăng 2 lần": twice the start
            size = Fraction(actual / baseline if up else baseline / actual)
        else:  # of anything else it is a share of the start
            size = Fraction(gain / abs(baseline))
    elif unit.same_but_time(gain.unit):
        size = gain.amount
    else:
        return gain.to(unit)
    return of_amount(size / months, unit)


def telling_target(targets: Sequence[Target]) -> Target | None:
    """Return the target of several that says what is measured: a level before the change to it, else the first.

    In ``giảm 0,5%, còn 1,3%`` the rate is what is measured; in ``tăng 8%, đạt 9.000 tỷ đồng`` the growth is.

    >>> fall, rate = Target(Quantity(1, "%"), change=Change.DECREASE), Target(Quantity(3, "%"))
    >>> str(telling_target([fall, rate]))
    '3%'
    """
    first = next(iter(targets), None)
    if first is None or first.change is Change.LEVEL:
        return first
    unit = first.quantity.unit
    levels = (one for one in targets if one.change is Change.LEVEL and one.quantity.unit.same_dimension(unit))
    return next(levels, first)


def format_target(target: Target, *, style: NumberStyle = STANDARD) -> str:
    """Write a target in the words of plans.

    Args:
        target: the target.
        style: how its numbers are written.

    >>> format_target(Target(Quantity(1, "%"), Bound.BETWEEN, upper=Quantity(2, "%")))
    '1% - 2%'
    >>> format_target(Target(Quantity(59, "xã"), Bound.AT_LEAST, total=Quantity(131, "xã")))
    'từ 59/131 xã trở lên'
    >>> format_target(Target(Quantity(4, "bậc"), change=Change.INCREASE))
    'tăng 4 bậc'
    """
    place = target.quantity.unit.kind is UnitKind.RANK and target.change is Change.LEVEL
    ranked = _RANKS.get(target.bound) if place else None
    total = "" if target.total is None else f"/{format_number(target.total.value, style=style)}"
    if ranked:
        return f"{ranked} {format_number(target.quantity.value, style=style)}{total}"
    first = format_quantity(target.quantity, style=style)
    if total:
        digits = first.removesuffix(style.spelled(target.quantity.unit.label)).rstrip()
        first = f"{digits}{total}{first[len(digits) :]}"
    if target.upper is not None:
        return _CHANGES[target.change] + _format_range(target.quantity, target.upper, style)
    pattern = _PATTERNS[target.bound]
    if target.bound is Bound.MORE_THAN and _PADDED.match(first):
        pattern = "hơn {0}"  # "trên 02 huyện" is said of a place: in two districts
    return _CHANGES[target.change] + pattern.format(first)


def _format_range(low: Quantity, high: Quantity, style: NumberStyle) -> str:
    """Write both ends; one that is not plain (below zero) keeps the form that cannot be misread."""
    plain = low.value >= 0 and high.value >= 0
    once = plain and style.range_unit == "last" and low.unit.label == high.unit.label
    first = format_number(low.value, style=style) if once else format_quantity(low, style=style)
    return f"{first}{style.range if plain else ' - '}{format_quantity(high, style=style)}"


def _within(actual: Quantity, target: Quantity) -> bool:
    """Whether an amount is near another of the same dimension."""
    return actual <= target <= actual or _gap(actual, target) <= ABOUT_TOLERANCE


def _gap(actual: Quantity, target: Quantity) -> Fraction:
    """Return the relative distance of two amounts; anything but nothing is far from nothing."""
    if not target.amount:
        return Fraction(1)
    return abs((actual.amount - target.amount) / target.amount)


_TESTS: dict[Bound, Callable[[Quantity, Quantity], bool]] = {
    Bound.EXACT: lambda actual, target: actual <= target <= actual,
    Bound.AT_LEAST: lambda actual, target: actual >= target,
    Bound.AT_MOST: lambda actual, target: actual <= target,
    Bound.MORE_THAN: lambda actual, target: actual > target,
    Bound.LESS_THAN: lambda actual, target: actual < target,
    Bound.ABOUT: _within,
}
_PATTERNS = {
    Bound.EXACT: "{0}",
    Bound.AT_LEAST: "từ {0} trở lên",
    Bound.AT_MOST: "không quá {0}",
    Bound.MORE_THAN: "trên {0}",
    Bound.LESS_THAN: "dưới {0}",
    Bound.ABOUT: "khoảng {0}",
}
_PADDED = re.compile(r"0[0-9]")
_RANKS = {Bound.EXACT: "hạng", Bound.AT_MOST: "tốp"}
"""Places are said before their number: ``hạng 31/34``, ``tốp 10``."""
_CHANGES = {Change.LEVEL: "", Change.INCREASE: "tăng ", Change.DECREASE: "giảm "}
