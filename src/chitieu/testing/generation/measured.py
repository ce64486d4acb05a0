"""Strategies for indicators, for values they can and cannot take, and for results that are reported."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, overload

from chitieu.indicators.records import Indicator, IndicatorError
from chitieu.indicators.registry import available_indicators, get_indicator
from chitieu.monitoring.observations import Observation, ObservationStatus
from chitieu.periods.period import Period
from chitieu.plan import PlannedIndicator
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.provinces.writing import format_quantity
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Target
from chitieu.testing.generation.amounts import between
from chitieu.testing.generation.catalogue import indicator_of, values_of
from chitieu.testing.generation.hypothesis_strategies import SearchStrategy, st
from chitieu.testing.generation.places import areas, named_agencies
from chitieu.testing.generation.times import periods
from chitieu.testing.skeleton import indicator_line
from chitieu.units import Unit

__all__ = ["indicator_strategy", "indicators", "observations", "planned_indicators"]

_PLACES = 2
_BOUNDS = {
    "higher": (Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN),
    "lower": (Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN),
}
_OTHER_BOUNDS = (Bound.EXACT, Bound.ABOUT, Bound.BETWEEN)
_WORDS = ("đạt", "xuất siêu", "đang tổng hợp")
"""What reports say instead of a figure."""


def indicators() -> SearchStrategy[Indicator]:
    """Generate records of the catalogue in force: those of the library, and those a scope adds."""
    return _records([record.key for record in available_indicators()])


def _records(keys: list[str]) -> SearchStrategy[Indicator]:
    return st.sampled_from(keys).map(get_indicator)  # keys, for a strategy and values that can be printed


@overload
def indicator_strategy(
    indicator: Indicator | str,
    *,
    outside: bool = ...,
    unit: Unit | str | None = ...,
    spread: Decimal | int | None = ...,
    places: int | None = ...,
    as_text: Literal[False] = ...,
    planned: Literal[False] = ...,
    province: ProvinceFormat | str | None = ...,
) -> SearchStrategy[Quantity]: ...
@overload
def indicator_strategy(
    indicator: Indicator | str,
    *,
    outside: bool = ...,
    unit: Unit | str | None = ...,
    spread: Decimal | int | None = ...,
    places: int | None = ...,
    as_text: Literal[True],
    planned: bool = ...,
    province: ProvinceFormat | str | None = ...,
) -> SearchStrategy[str]: ...
@overload
def indicator_strategy(
    indicator: Indicator | str,
    *,
    outside: bool = ...,
    unit: Unit | str | None = ...,
    spread: Decimal | int | None = ...,
    places: int | None = ...,
    as_text: Literal[False] = ...,
    planned: Literal[True],
    province: ProvinceFormat | str | None = ...,
) -> SearchStrategy[PlannedIndicator]: ...
def indicator_strategy(  # noqa: PLR0913  (each option is one choice of the caller, all but the first named)
    indicator: Indicator | str,
    *,
    outside: bool = False,
    unit: Unit | str | None = None,
    spread: Decimal | int | None = None,
    places: int | None = None,
    as_text: bool = False,
    planned: bool = False,
    province: ProvinceFormat | str | None = None,
) -> SearchStrategy[Quantity] | SearchStrategy[str] | SearchStrategy[PlannedIndicator]:
    """Generate values of one indicator, within its bounds or, when asked, beyond them.

    Bounds are those of the catalogue (a share is 0 to 100); the values on them are inside. Counted things come in whole
    numbers. Values shrink to 0, else to the one nearest to it with the fewest decimal places.

    Args:
        indicator: a key of the catalogue (``poor``), its English name (``poverty_rate``), or a record.
        outside: whether values lie beyond the bounds, above or below.
        unit: the unit of the values; None takes the indicator's own. Bounds are converted.
        spread: how far values go where no bound stops them earlier, and how far beyond one, in that unit. None takes the distance
            of the bounds; where one is missing, 100 for percentages, scores and years and 1.000.000 for the rest.
        places: the most decimal places; None takes 2, and 0 for counted things.
        as_text: whether to give the text plans write: of the quantity (``1.700,5 tỷ đồng``), or of the line.
        planned: whether to give a `PlannedIndicator` with one target, whose bound suits the direction.
        province: slug of the province's format, or the format, that texts are written by; None writes the standard way.

    Raises:
        IndicatorError: there is no such indicator; `outside` is asked and it has no bounds.
        UnitError: the unit measures something else.
        UnknownProvinceError: no format has this slug.

    >>> from hypothesis import find
    >>> print(find(indicator_strategy("poverty_rate", outside=True), lambda value: True))
    101%
    >>> find(indicator_strategy("poverty_rate", as_text=True), lambda text: "," in text and "0" not in text)
    '1,1%'
    """
    record = indicator_of(indicator)
    amounts = _amounts(record, unit, spread, places, outside=outside)
    form = get_province(province) if isinstance(province, str) else province
    if not planned:
        return amounts.map(lambda quantity: format_quantity(quantity, province=form)) if as_text else amounts
    lines = _planned(record, amounts)
    return lines.map(lambda line: indicator_line(line.name, line.targets[0], form)) if as_text else lines


@lru_cache(maxsize=1024)  # a strategy that is made once is checked once
def _amounts(
    record: Indicator, unit: Unit | str | None, spread: Decimal | int | None, places: int | None, *, outside: bool
) -> SearchStrategy[Quantity]:
    values = values_of(record, unit, spread)
    most = places if places is not None else 0 if values.whole else _PLACES
    ranges = values.outside(most) if outside else [values.inside()]
    if not ranges:
        raise IndicatorError("indicator.unbounded", key=record.key)
    numbers = st.one_of([between(low, high, places=most) for low, high in ranges])
    return numbers.map(lambda number: Quantity(number, values.unit))


@st.composite
def _planned(draw: st.DrawFn, record: Indicator, amounts: SearchStrategy[Quantity]) -> PlannedIndicator:
    bound, first = draw(st.sampled_from(_BOUNDS.get(record.direction, _OTHER_BOUNDS))), draw(amounts)
    low, upper = sorted((first, draw(amounts))) if bound is Bound.BETWEEN else (first, None)
    return PlannedIndicator(record.name, indicator=record.key, targets=(Target(low, bound, upper=upper),))


def planned_indicators() -> SearchStrategy[PlannedIndicator]:
    """Generate lines of plans: an indicator of the catalogue with one target within its bounds."""
    return indicators().flatmap(lambda record: indicator_strategy(record, planned=True))


def observations(
    *,
    indicator: Indicator | str | None = None,
    period: Period | None = None,
    status: ObservationStatus | None = None,
    outside: bool = False,
) -> SearchStrategy[Observation]:
    """Generate results: figures within the indicator's bounds, ranges, words, and results not reported yet.

    Args:
        indicator: key, English name or record; None takes any.
        period: the period they are for; None takes any.
        status: how sure they are; None takes any.
        outside: whether the figures lie beyond the bounds; then there are no words and none is missing.

    Raises:
        IndicatorError: there is no such indicator; `outside` is asked and it has no bounds.
    """
    if indicator is not None:
        return _observations(indicator_of(indicator), period, status, outside=outside)
    keys = [record.key for record in available_indicators() if not outside or values_of(record).outside(0)]
    return _records(keys).flatmap(lambda record: _observations(record, period, status, outside=outside))


@lru_cache(maxsize=1024)
def _observations(
    record: Indicator, period: Period | None, status: ObservationStatus | None, *, outside: bool
) -> SearchStrategy[Observation]:
    figures = indicator_strategy(record, outside=outside)
    # All forms draw the same, so that none is simpler than a figure for being shorter.
    forms = st.sampled_from([_figure] if outside else [_figure, _range, _words, _nothing])
    days = periods() if period is None else st.just(period)
    states = st.sampled_from(ObservationStatus) if status is None else st.just(status)
    return _observed(record.key, st.tuples(forms, figures, figures), days, states)


@st.composite
def _observed(
    draw: st.DrawFn,
    key: str,
    reported: SearchStrategy[tuple[Callable[[Quantity, Quantity], dict[str, Any]], Quantity, Quantity]],
    days: SearchStrategy[Period],
    states: SearchStrategy[ObservationStatus],
) -> Observation:
    form, one, other = draw(reported)
    return Observation(
        key,
        draw(days),
        **form(one, other),
        area=draw(st.none() | areas().map(lambda area: area.id)),
        agency=draw(st.none() | named_agencies().map(str)),
        status=draw(states),
    )


def _figure(one: Quantity, _other: Quantity) -> dict[str, Any]:
    return {"value": one}


def _range(one: Quantity, other: Quantity) -> dict[str, Any]:
    low, high = sorted((one, other))
    return {"value": low, "upper": high}


def _words(one: Quantity, _other: Quantity) -> dict[str, Any]:
    return {"words": _WORDS[int(one.amount) % len(_WORDS)]}


def _nothing(_one: Quantity, _other: Quantity) -> dict[str, Any]:
    return {}
