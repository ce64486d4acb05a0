"""What an earlier value becomes by a change, and the changes that do not lead to the level told beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from chitieu.checking.changes.statements import is_rate
from chitieu.checking.changes.steps import Step
from chitieu.checking.rounding import grain
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["as_told", "changed", "is_of_itself", "missed", "misses", "slack_of"]


def misses(step: Step) -> Iterator[tuple[Target, Quantity]]:
    """Yield the changes that do not lead to the level, with what the earlier value becomes by each.

    Of several in one unit (``tăng 20% về số lượng và 5% về vốn``) one that does is enough.
    """
    found: dict[str, tuple[Target, Quantity] | None] = {}
    for change in step.changes:
        unit = change.quantity.unit.label
        after = missed(change, step.level.target, step.before.target.quantity)
        if after is not None and step.priced and is_rate(change) and not _is_far(after, step.level.target.quantity):
            after = None
        others = (missed(change, level.target, before.target.quantity) for level, before in step.others)
        if after is None or any(other is None for other in others):
            found[unit] = None
        else:
            found.setdefault(unit, (change, after))
    yield from (one for one in found.values() if one is not None)


_PRICES = Fraction(5, 4)
"""How far a value at current prices may be from what a growth at constant ones makes."""


def _is_far(after: Quantity, level: Quantity) -> bool:
    """Whether no change of prices explains that a value is not what a growth makes."""
    low, high = sorted((after.amount, level.amount))
    return high > low * _PRICES


def missed(change: Target, level: Target, before: Quantity) -> Quantity | None:
    """Return what a value becomes by a change, if a level is neither that nor what its upper end makes."""
    after = changed(before, change)
    if _SAME_WAY.get((change.change, change.bound)) is level.bound:  # "giảm ít nhất 5%, còn tối đa 95 vụ"
        change, level = evolve(change, bound=Bound.EXACT), evolve(level, bound=Bound.EXACT)
    if change.bound not in (*_FIRM, Bound.ABOUT) or after is None or not after.unit.same_dimension(level.quantity.unit):
        return None
    near = far = change.quantity
    if change.bound is Bound.ABOUT:
        near, far = near * _ABOUT[0], near * _ABOUT[1]
    elif change.upper is not None:
        far = change.upper
    made = (changed(before, Target(size, change=change.change)) for size in (near, far))
    ends = [end for end in made if end is not None]
    slack = slack_of(before, change.quantity, level.quantity)
    if _is_worked_out(before, change, level):
        reached = abs(level.quantity.amount - after.amount) <= slack * _ROUGHLY
    else:
        reached = _reaches(level, ends, slack) and not _goes_far_beyond(before, change, level, after)
    if reached:
        return None
    return None if is_of_itself(before, change, level) else after


def as_told(change: Target) -> Target:
    """Return a change of places in the words for it: to fall by four in number is to rise by four places.

    >>> str(as_told(Target(Quantity(4, "hạng"), change=Change.DECREASE)))
    'tăng 4 bậc'
    """
    if change.quantity.unit.kind is not UnitKind.RANK:
        return change
    rises = change.change is Change.DECREASE
    size = Quantity(change.quantity.value, "bậc")
    return evolve(change, quantity=size, change=Change.INCREASE if rises else Change.DECREASE)


_ROUGHLY = 3


def _is_worked_out(before: Quantity, change: Target, level: Target) -> bool:
    """Whether a level of *khoảng* so much is written as finely as what it is told to change by and from: then it is their sum."""
    if level.bound is not Bound.ABOUT or change.bound is not Bound.EXACT:
        return False
    if is_rate(change) and before.unit.kind is not UnitKind.RATIO:
        return False
    return _last_place(level.quantity) <= max(_last_place(before), _last_place(change.quantity))


def _last_place(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit of an amount that is no nought, or that stands behind its comma."""
    value = quantity.value
    fine = value if int(value.as_tuple().exponent) < 0 else value.normalize()
    return Fraction(Decimal(1).scaleb(int(fine.as_tuple().exponent))) * quantity.unit.factor


def is_of_itself(before: Quantity, change: Target, level: Target) -> bool:
    """Whether a rate changes by a percentage of itself: seldom meant, and not wrong."""
    if not change.quantity.unit.label == before.unit.label == "%" or change.upper is not None:
        return False
    if change.bound is Bound.ABOUT:
        return True
    part = before * (change.quantity.value / 100)
    own = before + part if change.change is Change.INCREASE else before - part
    return _reaches(level, [own], grain(level.quantity) / 2)


def _reaches(level: Target, ends: Sequence[Quantity], slack: Fraction) -> bool:
    """Whether a level is one of the values from one end to another, as exactly as they are written."""
    if level.bound not in _FIRM and any(map(level.allows, ends)):
        return True
    low, high = (most(end.amount for end in ends) for most in (min, max))
    return level.quantity.amount <= high + slack and (level.upper or level.quantity).amount >= low - slack


def _goes_far_beyond(before: Quantity, change: Target, level: Target, after: Quantity) -> bool:
    """Whether a change leads far beyond the limit it is told with: *95,8% trở lên, tăng 6,6 điểm phần trăm (95,2%)*."""
    if level.bound in _FIRM or change.bound is not Bound.EXACT:
        return False
    beyond, made = after.amount - level.quantity.amount, level.quantity.amount - before.amount
    if change.change is Change.DECREASE:
        beyond, made = -beyond, -made
    return beyond > grain(level.quantity) and beyond + made > made * _TIMES_TOLD


_TIMES_TOLD = 3
_FIRM = (Bound.EXACT, Bound.BETWEEN)
_ABOUT = (Decimal("0.85"), Decimal("1.15"))
"""What is told as *khoảng 20%* is so much of that, or so much more."""
_SAME_WAY = {
    (Change.INCREASE, Bound.AT_LEAST): Bound.AT_LEAST,
    (Change.DECREASE, Bound.AT_LEAST): Bound.AT_MOST,
    (Change.INCREASE, Bound.AT_MOST): Bound.AT_MOST,
    (Change.DECREASE, Bound.AT_MOST): Bound.AT_LEAST,
}
"""A change of so much or more leads to a level of so much or more, or of so much or less: both limits are one."""


def changed(before: Quantity, change: Target) -> Quantity | None:
    """Return a value after a change, points and percent told apart: a rate changes in points."""
    size = change.quantity if change.change is Change.INCREASE else -change.quantity
    if size.unit.kind in (UnitKind.RATIO, UnitKind.POINTS) and before.unit.kind is UnitKind.RATIO:
        return before + Quantity(size.value, before.unit) if before.unit.label == "%" else None
    if size.unit.kind is UnitKind.RATIO and size.unit.label.startswith("%"):
        return before + before * (size.value / 100)
    if size.unit.same_dimension(before.unit):
        return before + size
    return None


def slack_of(before: Quantity, change: Quantity, level: Quantity) -> Fraction:
    """Return half a digit of each of three amounts, which rounding explains; percent are rounded as a part of theirs.

    Things that are counted one by one are not rounded.
    """
    if all(
        one.unit.kind in (UnitKind.COUNT, UnitKind.RANK) and one.unit.factor == 1 for one in (before, change, level)
    ):
        return Fraction(0)
    of_change = grain(change)
    if change.unit.kind is UnitKind.RATIO and before.unit.kind is not UnitKind.RATIO:
        of_change *= abs(before.amount)
    return (grain(before) + of_change + grain(level)) / 2
