"""What a target asks of an amount: which way is better, where the goal begins and ends, and what is compared with it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import frozen

from chitieu.indicators.records import Indicator
from chitieu.monitoring.observations import Observation, Rating
from chitieu.monitoring.rating_rule import RatingRule
from chitieu.numbers.decimals import rounded, scaled
from chitieu.quantities.quantity import Quantity, of_amount
from chitieu.targets.target import Bound, Change, Target, change_size
from chitieu.units import Unit, UnitKind, known_unit, parse_unit

__all__ = [
    "Goal",
    "Side",
    "Since",
    "better_side",
    "compared_size",
    "goal_of",
    "in_a_year",
    "recounted",
    "turned",
    "wanted_band",
]

Side = Literal["higher", "lower", "both"]
"""Which way is better for the amount compared; ``both``: neither, a target with two sides."""

_FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
_CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)
_STRICT = (Bound.MORE_THAN, Bound.LESS_THAN)
_POINTS_AIMED_AT = (Bound.EXACT, Bound.ABOUT, Bound.BETWEEN)
_RATES = ("share", "rate", "ratio")
_CHANGES = ("difference",)
_PERCENT, _POINTS = parse_unit("%"), parse_unit("điểm phần trăm")
_MONTHS = 12  # of a year


@frozen
class Goal:
    """What is asked of an amount, turned so that more is better (see `turned`).

    Attributes:
        floor: must be reached; `strict`: must be passed.
        top: above it a result is better than asked; `exceeds`: whether that counts as ``vượt``.
        limit: above it a result has gone too far; None where there is no such thing.
    """

    floor: Fraction
    top: Fraction
    strict: bool = False
    exceeds: bool = True
    limit: Fraction | None = None

    def rated(self, size: Fraction, nearly: Fraction) -> Rating:
        """Rate a turned amount; `nearly` is the share of the floor or limit that a result may miss it by."""
        if self.limit is not None and size > self.limit:
            return Rating.NEARLY if size - self.limit <= nearly * abs(self.limit) else Rating.MISSED
        if size > self.top and self.exceeds:
            return Rating.EXCEEDED
        if size > self.floor or (size == self.floor and not self.strict):
            return Rating.MET
        return Rating.NEARLY if self.floor - size <= nearly * abs(self.floor) else Rating.MISSED

    def gap(self, size: Fraction) -> Fraction:
        """Return how far a turned amount is beyond the top (above zero) or short of the goal (below zero)."""
        if size < self.floor:
            return size - self.floor
        if self.limit is not None and size > self.limit:
            return self.limit - size
        return max(size - self.top, Fraction(0))

    def rated_sign(self, sign: int) -> Rating | None:
        """Rate amounts of which only the sign is known; None if some of them reach the goal and some do not."""
        if sign > 0:
            surely = self.limit is None and (self.floor <= 0)
            return (Rating.EXCEEDED if self.exceeds and self.top <= 0 else Rating.MET) if surely else None
        return Rating.MISSED if self.floor >= 0 else None


def turned(amount: Fraction, side: Side) -> Fraction:
    """Return an amount so that more of it is better."""
    return -amount if side == "lower" else amount


def better_side(target: Target, *, rule: RatingRule, indicator: Indicator | None = None) -> tuple[Side | None, bool]:
    """Return which way is better for the amount that a target speaks of, and whether that is only assumed.

    Args:
        target: the target. Its bound decides; a place in a ranking is better the lower it is.
        rule: what to assume where nothing says so.
        indicator: its record: which way is better for its level. A planned rise of what should fall is better small.
            Of a record that is a change itself (*mức giảm tỷ lệ hộ nghèo*) it is the way that is better for its size.

    >>> import chitieu as ct
    >>> better_side(ct.parse_target("giảm 1,5%"), rule=ct.RatingRule(), indicator=ct.get_indicator("poor"))
    ('higher', False)
    >>> better_side(ct.parse_target("giảm 1,5%"), rule=ct.RatingRule(), indicator=ct.get_indicator("poor_cut"))
    ('higher', False)
    """
    if target.bound in _FLOORS:
        return "higher", False
    if target.bound in _CEILINGS or target.quantity.unit.kind is UnitKind.RANK:
        return "lower", False
    known = indicator.direction if indicator else None
    if known is None and _is_nothing(target):
        return "lower", False
    if known == "target_band":
        return _towards_band(target, indicator), False
    if known == "context":
        return "both", False
    if known and indicator and indicator.kind in _CHANGES:
        return known, False
    if target.change is Change.LEVEL:
        return (known, False) if known else (rule.assumed, rule.assumed is not None)
    wanted = "lower" if target.change is Change.DECREASE else "higher"
    return ("higher" if known in (None, wanted) else "lower"), False


def _is_nothing(target: Target) -> bool:
    """Whether a target asks for none of what is counted: ``0 vụ`` can be no floor."""
    return target.change is Change.LEVEL and target.upper is None and not target.quantity.amount


def _towards_band(target: Target, indicator: Indicator | None) -> Side:
    """A target outside the wanted band asks to come nearer to it; one inside has two sides."""
    band = wanted_band(target, indicator)
    if band is None:
        return "both"
    last = target.upper or target.quantity
    if target.quantity.amount > band[1]:
        return "lower"
    return "higher" if last.amount < band[0] else "both"


def wanted_band(target: Target, indicator: Indicator | None) -> tuple[Fraction, Fraction] | None:
    """Return the wanted band of an indicator as amounts, where the target is a level in its dimension."""
    if indicator is None or indicator.direction != "target_band" or target.change is not Change.LEVEL:
        return None
    if indicator.band is None or not indicator.units:
        return None
    own = known_unit(indicator.unit)
    if own is None or not own.same_dimension(target.quantity.unit):
        return None
    low, high = (Quantity(value, own).amount for value in indicator.band)
    return low, high


def goal_of(target: Target, side: Side, rule: RatingRule, indicator: Indicator | None = None) -> Goal:
    """Return where the goal of a target begins and ends, turned so that more is better.

    Args:
        target: the target.
        side: which way is better for its amount.
        rule: how ``khoảng`` and ranges are taken.
        indicator: its record: of one with a wanted band all of that band will do, and beyond it is too far.
    """
    low, high = _ends(target, rule)
    limit = high if side == "both" else None
    band = wanted_band(target, indicator) if target.bound in _POINTS_AIMED_AT else None
    if band:
        low, high = (min(low, band[0]), max(high, band[1])) if side == "both" else (low, high)
        limit = {"both": high, "higher": band[1], "lower": -band[0]}[side]
    if side == "lower":
        low, high = -high, -low
    of_change = target.bound is Bound.BETWEEN and target.change is not Change.LEVEL
    if side == "higher" and of_change and rule.ranges == "low_is_goal":
        high = low
    return Goal(low, high, target.bound in _STRICT, target.bound in rule.exceeds, limit)


def _ends(target: Target, rule: RatingRule) -> tuple[Fraction, Fraction]:
    low = target.quantity.amount
    high = low if target.upper is None else target.upper.amount
    width = rule.about * abs(low) if target.bound is Bound.ABOUT else 0
    return low - width, high + width


_ALIKE = Fraction(10)
"""A rate said without its base (``11,6 bác sĩ``) is of the size of the target; a count of all doctors is not."""


def recounted(actual: Quantity, wanted: Quantity) -> Quantity:
    """Return a count in the unit of another where the two differ only in how much they say.

    One noun says more than the other (``căn``, ``căn nhà``); or one leaves out the base of the rate, as tables do whose
    row is named ``Số bác sĩ/vạn dân``, and both are of one size. Anything else is returned as it is.

    Args:
        actual: what was counted.
        wanted: the amount of the target.

    >>> import chitieu as ct
    >>> print(recounted(ct.parse_quantity("585 căn"), ct.parse_quantity("620 căn nhà")))
    585 căn nhà
    >>> target = ct.parse_quantity("11,5 bác sĩ/vạn dân")
    >>> print(recounted(ct.parse_quantity("11,6 bác sĩ"), target), recounted(ct.parse_quantity("3.200 bác sĩ"), target))
    11,6 bác sĩ/vạn dân 3.200 bác sĩ
    """
    unit = wanted.unit
    actual = _of_one_noun(actual, unit)
    short, long = sorted((actual.unit.label, unit.label), key=len)
    if {actual.unit.kind, unit.kind} != {UnitKind.COUNT} or unit.same_but_time(actual.unit):
        return actual
    sizes = Fraction(actual.value), Fraction(wanted.value)
    alike = all(sizes) and 1 / _ALIKE < abs(sizes[0] / sizes[1]) < _ALIKE
    return Quantity(actual.value, unit) if "/" not in short and long.startswith(f"{short}/") and alike else actual


def _of_one_noun(actual: Quantity, unit: Unit) -> Quantity:
    """Return a count in another unit where one noun only says more than the other, whatever the scale words."""
    short, long = sorted((actual.unit.dimension, unit.dimension), key=len)
    if {actual.unit.kind, unit.kind} == {UnitKind.COUNT} and "/" not in long and long.startswith(f"{short} "):
        return Quantity(scaled(actual.value, actual.unit.factor / unit.factor), unit)
    return actual


@frozen
class Since:
    """What a result is measured from.

    Attributes:
        level: the level before; None where it is not known.
        years: how many years it took from there; of a result alone the years of its period, a part of a year as one.
    """

    level: Quantity | None = None
    years: int = 1

    @classmethod
    def of(cls, baseline: Observation | Quantity | None, result: Observation) -> Since:
        """Return what a result is measured from, for a baseline that may say when it was."""
        first, last = result.period.year, result.period.last_year
        if isinstance(baseline, Observation):
            return cls(baseline.value, max(last - baseline.period.last_year, 1))
        return cls(baseline, last - first + 1)


_ONE_YEAR = Since()


def in_a_year(actual: Quantity, unit: Unit, years: int = 1) -> Quantity:
    """Return an amount of one year in a unit by the year, and the other way round; anything else is returned as it is.

    Args:
        actual: what was reached.
        unit: the unit of the target.
        years: how many years it was reached in; of several it is not known whether all or the mean of them is meant.

    >>> import chitieu as ct
    >>> print(in_a_year(ct.parse_quantity("9,2%"), ct.parse_unit("%/năm")))
    9,2%/năm
    >>> print(in_a_year(ct.parse_quantity("15 triệu đồng/người/tháng"), ct.parse_unit("triệu đồng/người")))
    180 triệu đồng/người
    """
    if years != 1 or not unit.same_but_time(actual.unit):
        return actual
    return of_amount(actual.amount / _MONTHS if unit.per_time else actual.amount * _MONTHS, unit)


def compared_size(
    target: Target,
    actual: Quantity,
    *,
    rule: RatingRule,
    indicator: Indicator | None = None,
    since: Since = _ONE_YEAR,
) -> Quantity:
    """Return an actual amount as the target speaks of it: the level or the size of the change, in its unit.

    Args:
        target: the target.
        actual: a level; for a target that is a change its size, or the new level if the one before is of its dimension.
        rule: whether a change of a rate in ``%`` is one of percentage points, and whether counted nouns must be equal.
        indicator: its record: says whether it is a rate.
        since: the level before the change, and how long it took. An amount of one year is compared with a target by
            the year.

    Raises:
        UnitError: the amount measures something else.

    >>> import chitieu as ct
    >>> target = ct.parse_indicators("1) Có 51/58 xã đạt chuẩn;")[0].targets[0]
    >>> print(compared_size(target, ct.parse_quantity("50%"), rule=ct.RatingRule()))
    29 xã
    """
    unit = target.quantity.unit
    before = since.level
    if target.change is not Change.LEVEL and before is not None and actual.unit.same_dimension(before.unit):
        levels = (_of_one_noun(level, unit) if rule.loose_counts else level for level in (actual, before))
        return change_size(target, *levels, years=since.years)
    if rule.loose_counts:
        actual = recounted(actual, target.quantity)
    if target.change is Change.LEVEL:
        if target.total is not None and actual.unit.label in ("%", "‰") and unit.kind is not UnitKind.RATIO:
            return _counted_share(actual, target.total.to(unit))
    elif rule.points_as_percent and not (indicator and indicator.kind and indicator.kind not in (*_RATES, *_CHANGES)):
        actual = _as_points(actual, unit, since.years)
    return in_a_year(actual, unit, since.years).to(unit)


def _counted_share(share: Quantity, total: Quantity) -> Quantity:
    """Return so many percent of a count: the whole number that is written as this share, else the exact part."""
    part: Quantity = total * share.to("%").value / 100
    if not total.amount:
        return part
    nearest = Quantity(rounded(part.value, 0), part.unit)
    places = max(0, -int(share.value.as_tuple().exponent))
    written = rounded(scaled(Decimal(1), nearest.amount / total.amount / share.unit.factor), places)
    return nearest if written == share.value else part


def _as_points(actual: Quantity, unit: Unit, years: int) -> Quantity:
    """Return the size of a change of a rate in points where the target has points, in percent where it has percent."""
    kinds = actual.unit.kind, unit.kind
    if kinds == (UnitKind.RATIO, UnitKind.POINTS):
        return Quantity(in_a_year(actual, _PERCENT, years).to(_PERCENT).value, _POINTS)
    if kinds == (UnitKind.POINTS, UnitKind.RATIO):
        return Quantity(in_a_year(actual, _POINTS, years).to(_POINTS).value, _PERCENT)
    return actual
