"""Indicators by key or English name, and the values they can take."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from chitieu.indicators.records import Indicator, indicator_slugs
from chitieu.indicators.registry import get_indicator
from chitieu.numbers.decimals import exact
from chitieu.quantities.quantity import Quantity
from chitieu.units import NO_UNIT, Unit, UnitKind, known_unit

__all__ = ["Values", "indicator_of", "indicator_slugs", "values_of"]

_SMALL = (UnitKind.RATIO, UnitKind.POINTS, UnitKind.SCORE, UnitKind.TIME, UnitKind.AGE, UnitKind.NONE)


def indicator_of(given: Indicator | str) -> Indicator:
    """Return a record by itself, its key or its English name.

    Raises:
        UnknownIndicatorError: there is none; the message names the nearest.

    >>> indicator_of("poverty_rate").name
    'Tỷ lệ hộ nghèo'
    """
    if isinstance(given, Indicator):
        return given
    return get_indicator(given)


@frozen
class Values:
    """The amounts an indicator can take, in one of its units.

    Attributes:
        unit: the unit.
        low, high: the bounds in it; None where there is none.
        spread: how far values go from the least of them, where no bound stops them earlier.
        whole: whether only whole numbers make sense.
    """

    unit: Unit
    low: Fraction | None
    high: Fraction | None
    spread: Fraction
    whole: bool

    def inside(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest value."""
        low = self.low if self.low is not None else (self.high or Fraction(0)) - self.spread
        far = max(low, Fraction(0)) + self.spread
        return low, far if self.high is None else min(self.high, far)

    def outside(self, places: int) -> list[tuple[Fraction, Fraction]]:
        """Return the ranges beyond the bounds, above first, each from the nearest number with so many places on."""
        step = Fraction(1, 10**places)
        far = max(step, self.spread)
        above = [] if self.high is None else [(self.high + step, self.high + far)]
        below = [] if self.low is None else [(self.low - far, self.low - step)]
        return [*above, *below]


def values_of(record: Indicator, unit: Unit | str | None = None, spread: Decimal | int | None = None) -> Values:
    """Return the amounts an indicator can take.

    Args:
        record: the indicator.
        unit: the unit wanted, one that the indicator's own converts to or that its record lists; None takes its own.
        spread: how far values go where no bound stops them earlier, in that unit; None takes the distance of the bounds, else 100
            for what is small (percentages, scores, years) and 1.000.000 for the rest.

    Raises:
        UnitError: the unit measures something else than the indicator, or the bounds cannot be said in it.
    """
    own = _unit(record.unit)
    wanted = own if unit is None else _unit(unit) if isinstance(unit, str) else unit
    if wanted.label not in record.units or any(
        (record.minimum, record.maximum)
    ):  # no bound but 0 is the same in any unit
        Quantity(0, own).to(wanted)
    low, high = (_in(bound, own, wanted) for bound in (record.minimum, record.maximum))
    whole = wanted.kind is UnitKind.RANK or (
        wanted.kind is UnitKind.COUNT and "/" not in wanted.label and wanted.scale == 1
    )
    return Values(wanted, low, high, _spread(low, high, wanted, spread), whole)


def _unit(label: str) -> Unit:
    """Return the unit of a label; a bare number for a label that no quantity is written with."""
    return (known_unit(label) if label else None) or NO_UNIT


def _in(bound: Decimal | None, own: Unit, wanted: Unit) -> Fraction | None:
    return None if bound is None else Fraction(bound) * own.factor / wanted.factor


def _spread(low: Fraction | None, high: Fraction | None, unit: Unit, asked: Decimal | int | None) -> Fraction:
    if asked is not None:
        return Fraction(exact(asked))
    if low is not None and high is not None:
        return high - low
    return Fraction(100 if unit.kind in _SMALL else 1_000_000)
