"""Targets and results the way IATI sets them out: result, indicator, period. IATI-style, not an IATI file.

The names of the keys and the codes of measures are those of the IATI Activity Standard 2.03 (https://iatistandard.org);
what makes an activity (its identifier, transactions, participating organisations) no plan has, so no registry takes this
for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import frozen

from chitieu.indicators.registry import get_indicator
from chitieu.monitoring.observations import Observation
from chitieu.periods.period import Period
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Target
from chitieu.units import Unit, UnitKind

__all__ = ["to_iati"]

_MEASURES = {
    UnitKind.RATIO: "2",
    UnitKind.POINTS: "2",
    UnitKind.RANK: "4",
}
"""Codes of IndicatorMeasure: 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative."""
_PERCENTAGES = frozenset({"%", "điểm phần trăm"})
_DIRECTIONS = {"higher": True, "lower": False}
_UPWARD = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_Place: TypeAlias = tuple[tuple[str, ...], str | None]  # the names with results, the dimension
_DOWNWARD = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


def to_iati(
    plan: Plan, observations: Iterable[Observation] = (), *, baselines: Iterable[Observation] = ()
) -> dict[str, Any]:
    """Return a plan's indicators as results with indicators and periods, in the form of IATI.

    Each indicator with a target, or with words only, becomes one ``indicator``: ``measure`` is ``1`` for an amount, ``2``
    for a percentage, ``4`` for a rank and ``5`` for words, which have no value. ``ascending`` says whether more is
    better, from the catalogue, else from the bound of the target; it is left out where neither says. Values are texts, so
    that no digit is lost. Lines of one name, unit and change are one ``indicator`` with a target each.

    Args:
        plan: the plan.
        observations: results; those of an indicator of the plan become its actuals, in a period of their own where the plan
            has no target for it.
        baselines: values before the plan, at most one for each indicator.

    Returns:
        A dictionary that ``json.dumps`` takes. Indicators that share a key of the catalogue share the list of their results.
        Results that the plan has no indicator for, or that do not measure what its targets do, stand under
        ``results-left-out``, which is no word of IATI; without any it is not there.

    >>> import chitieu as ct
    >>> plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn không quá 2,5%;"))
    >>> indicator, = ct.to_iati(plan)["result"][0]["indicator"]
    >>> indicator["measure"], indicator["ascending"], indicator["period"][0]["target"][0]["value"]
    ('2', False, '2.5')
    """
    results, before = _Results(observations), _Results(baselines)
    indicators = [_indicator(plan, series, results, before) for series in _all_series(plan)]
    left_out = [*results.left_out(), *before.left_out()]
    return {
        "style": "IATI 2.03 result, indicator, period; not an IATI activity",
        "reporting-org": {"narrative": plan.issuer},
        "title": {"narrative": plan.title},
        "document-reference": plan.number,
        "result": [{"type": "2", "title": {"narrative": plan.title or plan.number}, "indicator": indicators}],
        **({"results-left-out": left_out} if left_out else {}),
    }


@frozen
class _Series:
    """Targets of one indicator in one dimension and change; none for words. `items` are the lines that set them."""

    items: list[PlannedIndicator]
    targets: list[Target]

    @property
    def unit(self) -> Unit | None:
        return self.targets[0].quantity.unit if self.targets else None

    @property
    def names(self) -> tuple[str, ...]:
        """What results call it: the key of the catalogue, the name."""
        return tuple(dict.fromkeys(name for name in (self.items[0].indicator, self.items[0].name) if name))


def _all_series(plan: Plan) -> Iterable[_Series]:
    """Return the series of a plan, each once."""
    found: dict[tuple[object, ...], _Series] = {}
    for line in plan.indicators:
        for item in line.walk():
            for measured, targets in _measured(item).items():
                series = found.setdefault((item.indicator, item.name, *measured), _Series([], []))
                series.items.append(item)
                series.targets.extend(targets)
    return found.values()


def _measured(item: PlannedIndicator) -> dict[tuple[str, ...], list[Target]]:
    """Return the targets of a line by dimension and change; of words by what they say."""
    if not item.targets:
        return {} if item.parts else {(item.text,): []}
    measured: dict[tuple[str, ...], list[Target]] = {}
    for target in item.targets:
        measured.setdefault((target.quantity.unit.dimension, target.change.value), []).append(target)
    return measured


class _Results:
    """Results by name; those of one name and dimension are worked out once, however many lines ask."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._by_name: dict[str, list[Observation]] = {}
        for one in observations:
            self._by_name.setdefault(one.indicator, []).append(one)
        self._fitting: dict[_Place, list[Observation]] = {}
        self._actuals: dict[_Place, dict[Period, list[dict[str, Any]]]] = {}

    def _place(self, series: _Series) -> _Place:
        names = tuple(name for name in series.names if name in self._by_name)
        return names, series.unit.dimension if series.unit else None

    def of(self, series: _Series) -> list[Observation]:
        """Return the results of what a series measures; words fit everything."""
        unit, place = series.unit, self._place(series)
        if place not in self._fitting:
            named = (one for name in place[0] for one in self._by_name[name])
            fitting = [one for one in named if one.value is None or unit is None or one.value.unit.same_dimension(unit)]
            self._fitting[place] = fitting
        return self._fitting[place]

    def actuals(self, series: _Series) -> dict[Period, list[dict[str, Any]]]:
        """Return the results by period, in the order of time."""
        place = self._place(series)
        if place not in self._actuals:
            said: dict[Period, list[dict[str, Any]]] = {}
            for one in sorted(self.of(series), key=lambda one: (one.period.start, one.period.end)):
                said.setdefault(one.period, []).append(_said(one))
            self._actuals[place] = said
        return self._actuals[place]

    def left_out(self) -> list[dict[str, Any]]:
        """Return the results that no series asked for."""
        used = {id(one) for fitting in self._fitting.values() for one in fitting}
        others = (one for named in self._by_name.values() for one in named if id(one) not in used)
        return [{"title": {"narrative": one.indicator}, **_dates(one.period), "actual": [_said(one)]} for one in others]


def _indicator(plan: Plan, series: _Series, results: _Results, before: _Results) -> dict[str, Any]:
    item, targets, base = series.items[0], tuple(series.targets), before.of(series)
    found: dict[str, Any] = {"measure": _measure(targets)}
    ascending = _ascending(item, targets)
    if ascending is not None:
        found["ascending"] = ascending
    found["aggregation-status"] = False
    found["title"] = {"narrative": item.name}
    said = dict.fromkeys(one.text for one in series.items if one.text)
    if said:
        found["description"] = {"narrative": "\n".join(said)}
    if item.indicator:
        found["reference"] = [{"vocabulary": "99", "code": item.indicator}]
    if base:
        found["baseline"] = [{"year": base[0].period.year, **_dates(base[0].period), **_said(base[0])}]
    found["period"] = _periods(plan, series, results.actuals(series))
    return found


def _measure(targets: tuple[Target, ...]) -> str:
    if not targets:
        return "5"
    unit = targets[0].quantity.unit
    if unit.kind is UnitKind.RATIO and unit.label not in _PERCENTAGES:
        return "1"  # a rate per thousand or a multiple is no percentage
    return _MEASURES.get(unit.kind, "1")


def _ascending(item: PlannedIndicator, targets: tuple[Target, ...]) -> bool | None:
    try:
        direction = get_indicator(item.indicator).direction if item.indicator else ""
    except KeyError:
        direction = ""
    if direction in _DIRECTIONS:
        return _DIRECTIONS[direction]
    bounds = {target.bound for target in targets}
    return True if bounds & _UPWARD else False if bounds & _DOWNWARD else None


def _periods(plan: Plan, series: _Series, actuals: Mapping[Period, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the plan's period with targets and actuals, then one for each other period that was reported."""
    item = series.items[0]
    planned: dict[str, Any] = _dates(plan.period) if plan.period else {}
    planned["target"] = [_target(target) for target in series.targets] or [
        {"comment": {"narrative": item.text or item.name}}
    ]
    if plan.period is not None and plan.period in actuals:
        planned["actual"] = actuals[plan.period]
    others = [period for period in actuals if period != plan.period]
    return [planned, *({**_dates(period), "actual": actuals[period]} for period in others)]


def _dates(period: Period) -> dict[str, Any]:
    return {
        "period-start": {"iso-date": period.start.isoformat()},
        "period-end": {"iso-date": period.end.isoformat()},
    }


def _target(target: Target) -> dict[str, Any]:
    return {**_value(target.quantity), "comment": {"narrative": str(target)}, "bound": target.bound.value}


def _said(one: Observation) -> dict[str, Any]:
    said = _value(one.value) if one.value is not None else {}
    words = "; ".join(text for text in (one.shown, str(one.status), one.note) if text)
    return {**said, "comment": {"narrative": words}}


def _value(quantity: Quantity) -> dict[str, Any]:
    value: Decimal = quantity.value
    return {"value": f"{value:f}", "unit": quantity.unit.label}
