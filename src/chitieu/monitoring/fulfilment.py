"""How much of a target is done, and whether that is as much as the time gone by asks for.

Both are exact ratios. They are None where the number would mean nothing: of a ceiling nobody can have done 80%.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from chitieu.indicators.records import Indicator
from chitieu.monitoring.observations import Observation
from chitieu.monitoring.rating_goal import Since, better_side, compared_size
from chitieu.monitoring.rating_rule import RatingRule
from chitieu.periods.dates import as_day
from chitieu.periods.period import Calendar, Period, as_period
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["completion", "elapsed", "pace"]

_RULE = RatingRule()


def completion(
    target: Target,
    observation: Observation,
    *,
    indicator: Indicator | None = None,
    baseline: Observation | Quantity | None = None,
    rule: RatingRule = _RULE,
) -> Fraction | None:
    """Return the share of a target that is done: 1 is all of it, above 1 more than asked.

    Where more is better it is the result divided by the target, of a range by its lower end; so it is for the size of a
    change. Where less is better it is the part of the way from the baseline that is behind: from 3% to a target of 2%, a
    result of 2,4% has done three fifths; without a baseline there is no way to measure.

    Args:
        target: what was asked.
        observation: what was reached; of a range the end that is less.
        indicator: its record, says which way is better.
        baseline: the level before, see `rate`.
        rule: what to assume where nothing says which way is better.

    Returns:
        The exact ratio; None for words, places in a ranking, targets with two sides, targets of nothing or below zero,
        results below zero, and ceilings without a baseline above them.

    Raises:
        UnitError: the result measures something else than the target.

    >>> import chitieu as ct
    >>> result = ct.Observation("bud_rev", ct.Period(2026), ct.parse_quantity("6.345 tỷ đồng"))
    >>> ct.completion(ct.parse_target("8.460 tỷ đồng"), result)
    Fraction(3, 4)
    """
    side, _ = better_side(target, rule=rule, indicator=indicator)
    if observation.value is None or target.quantity.unit.kind is UnitKind.RANK or side not in ("higher", "lower"):
        return None
    ends = [end for end in (observation.value, observation.upper) if end is not None]
    since = Since.of(baseline, observation)
    sizes = [compared_size(target, end, rule=rule, indicator=indicator, since=since).amount for end in ends]
    if side == "higher":
        wanted, size = target.quantity.amount, min(sizes)
        return size / wanted if wanted > 0 <= size else None
    if target.change is not Change.LEVEL or since.level is None:
        return None
    start, wanted = since.level.to(target.quantity.unit).amount, (target.upper or target.quantity).amount
    return (start - max(sizes)) / (start - wanted) if start > wanted and max(sizes) <= start else None


def elapsed(period: Period, on: date, calendar: Calendar = Calendar.STATISTICAL) -> Fraction:
    """Return the share of the days of a period that are over at the end of a day, 0 to 1.

    Args:
        period: the period.
        on: the day, itself included.
        calendar: which days the period has; the administrative year begins on 15 December.

    Raises:
        PeriodError: the administrative calendar is asked for several years.
        NumberTypeError: `period` is no period, or `on` no date.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> year = ct.Period(2026)
    >>> elapsed(year, date(2026, 3, 14)), elapsed(year, date(2026, 3, 14), ct.Calendar.ADMINISTRATIVE)
    (Fraction(1, 5), Fraction(18, 73))
    """
    first, last = as_period(period).bounds(calendar)
    days = (last - first).days + 1
    return Fraction(min(max((as_day(on) - first).days + 1, 0), days), days)


def pace(
    done: Fraction | None, period: Period, on: date, *, kind: str | None, calendar: Calendar = Calendar.STATISTICAL
) -> Fraction | None:
    """Return completion divided by the share of the period elapsed: 1 is on schedule, below 1 behind it.

    Only flows grow with the days: half of the year's revenue is due at half-year, half of the poverty rate is not.
    Seasons are not known; a crop comes in on few days.

    Args:
        done: what `completion` gave for what was reached from the first day of the period to this one.
        period: the period of the target.
        on: the last day the result counts.
        kind: `Indicator.kind`; anything but ``flow`` gives None.
        calendar: which days the period has.

    Returns:
        The exact ratio; None without a completion, for other kinds, and before the period begins.

    Raises:
        NumberTypeError: `period` is no period, or `on` no date.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> ct.pace(Fraction(3, 5), ct.Period(2026), date(2026, 9, 30), kind="flow")
    Fraction(73, 91)
    """
    share = elapsed(period, on, calendar)
    if done is None or kind != "flow":
        return None
    return done / share if share else None
