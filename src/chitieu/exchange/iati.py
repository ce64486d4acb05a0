"""Targets and results the way IATI sets them out: result, indicator, period. IATI-style, not an IATI file.

The names of the keys and the codes of measures are those of the IATI Activity Standard 2.03 (https://iatistandard.org);
what makes an activity (its identifier, transactions, participating organisations) no plan has, so no registry takes this
for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from chitieu.indicators.registry import get_indicator
from chitieu.monitoring.observations import Observation
from chitieu.periods.period import Period
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Target
from chitieu.units import UnitKind

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
_DOWNWARD = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


def to_iati(
    plan: Plan, observations: Iterable[Observation] = (), *, baselines: Iterable[Observation] = ()
) -> dict[str, Any]:
    """Return a plan's indicators as results with indicators and periods, in the form of IATI.

    Each indicator with a target, or with words only, becomes one ``indicator``: ``measure`` is ``1`` for an amount, ``2``
    for a percentage, ``4`` for a rank and ``5`` for words, which have no value. ``ascending`` says whether more is
    better, from the catalogue, else from the bound of the target; it is left out where neither says. Values are texts, so
    that no digit is lost.

    Args:
        plan: the plan.
        observations: results; those of an indicator of the plan become its actuals, in a period of their own where the plan
            has no target for it.
        baselines: values before the plan, at most one for each indicator.

    Returns:
        A dictionary that ``json.dumps`` takes.

    >>> import chitieu as ct
    >>> plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn không quá 2,5%;"))
    >>> indicator, = ct.to_iati(plan)["result"][0]["indicator"]
    >>> indicator["measure"], indicator["ascending"], indicator["period"][0]["target"][0]["value"]
    ('2', False, '2.5')
    """
    results, before = _by_name(observations), _by_name(baselines)
    indicators = [
        _indicator(plan, item, targets, results, before)
        for line in plan.indicators
        for item in line.walk()
        for targets in _series(item)
    ]
    return {
        "style": "IATI 2.03 result, indicator, period; not an IATI activity",
        "reporting-org": {"narrative": plan.issuer},
        "title": {"narrative": plan.title},
        "document-reference": plan.number,
        "result": [{"type": "2", "title": {"narrative": plan.title or plan.number}, "indicator": indicators}],
    }


def _by_name(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.indicator, []).append(one)
    return found


def _series(item: PlannedIndicator) -> list[tuple[Target, ...]]:
    """Return the targets of an indicator, one series a dimension and change; one empty series for words."""
    series: dict[tuple[str, str], list[Target]] = {}
    for target in item.targets:
        series.setdefault((target.quantity.unit.dimension, target.change.value), []).append(target)
    if not series:
        return [] if item.parts else [()]
    return [tuple(targets) for targets in series.values()]


def _indicator(
    plan: Plan,
    item: PlannedIndicator,
    targets: tuple[Target, ...],
    results: dict[str, list[Observation]],
    before: dict[str, list[Observation]],
) -> dict[str, Any]:
    names = [name for name in dict.fromkeys((item.indicator, item.name)) if name]
    own = [one for name in names for one in results.get(name, ()) if _fits(one, targets)]
    base = [one for name in names for one in before.get(name, ()) if _fits(one, targets)]
    found: dict[str, Any] = {"measure": _measure(targets)}
    ascending = _ascending(item, targets)
    if ascending is not None:
        found["ascending"] = ascending
    found["aggregation-status"] = False
    found["title"] = {"narrative": item.name}
    if item.text:
        found["description"] = {"narrative": item.text}
    if item.indicator:
        found["reference"] = [{"vocabulary": "99", "code": item.indicator}]
    if base:
        found["baseline"] = [{"year": base[0].period.year, **_dates(base[0].period), **_said(base[0])}]
    found["period"] = _periods(plan, item, targets, own)
    return found


def _fits(one: Observation, targets: tuple[Target, ...]) -> bool:
    """Whether a result is of what the targets measure; words fit everything."""
    return one.value is None or not targets or one.value.unit.same_dimension(targets[0].quantity.unit)


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


def _periods(
    plan: Plan, item: PlannedIndicator, targets: tuple[Target, ...], own: list[Observation]
) -> list[dict[str, Any]]:
    """Return the plan's period with targets and actuals, then one for each other period that was reported."""
    actuals: dict[Period, list[Observation]] = {}
    for one in own:
        actuals.setdefault(one.period, []).append(one)
    planned: dict[str, Any] = _dates(plan.period) if plan.period else {}
    planned["target"] = [_target(target) for target in targets] or [{"comment": {"narrative": item.text or item.name}}]
    if plan.period in actuals:
        planned["actual"] = [_said(one) for one in actuals.pop(plan.period)]
    others = sorted(actuals, key=lambda period: (period.start, period.end))
    return [planned, *({**_dates(period), "actual": [_said(one) for one in actuals[period]]} for period in others)]


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
