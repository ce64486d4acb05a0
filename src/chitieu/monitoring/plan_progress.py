"""What has become of a plan: each target beside its result, rated, with what could not be compared and why.

`progress` matches observations to targets and rates them by `chitieu.monitoring.rating`. A result for the first part of the year
is rated only where the rest of the year cannot change the answer; what it would be so far is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chitieu.errors import NumberTypeError
from chitieu.monitoring.area_breaks import area_breaks
from chitieu.monitoring.observation_choice import in_order
from chitieu.monitoring.observation_match import (
    Doubt,
    match,
    target_slots,
)
from chitieu.monitoring.observations import Observation, ObservationStatus, all_of
from chitieu.monitoring.plan_rows import PlanRun, told_period
from chitieu.monitoring.progress_values import Progress, ProgressRow, ProgressSummary
from chitieu.monitoring.rating_rule import RatingRule
from chitieu.periods.dates import as_day
from chitieu.periods.period import Calendar
from chitieu.plan import Plan
from chitieu.reasons import Reason

__all__ = ["Doubt", "Progress", "ProgressRow", "ProgressSummary", "progress"]


def progress(
    plan: Plan,
    observations: Iterable[Observation],
    *,
    on: date | None = None,
    rule: RatingRule | None = None,
    calendar: Calendar = Calendar.STATISTICAL,
) -> Progress:
    """Compare results with the targets of a plan.

    An observation belongs to a target by its name as the plan says it, else by the key of the catalogue; where one
    indicator has several targets (assigned, striving), each is rated. Figures of the same period a year before serve as
    baselines of changes, unless the series broke in between.

    Args:
        plan: the plan.
        observations: results, in any order.
        on: the day that is today: figures of periods that have not begun, and preliminary or official ones of periods
            that are not over, are doubts. None asks no clock and doubts no date.
        rule: the rule of the ratings; None takes `RatingRule` as it comes.
        calendar: which days the periods have, for the pace.

    Returns:
        A row for every target, and a doubt for every observation that was not compared.

    Raises:
        NumberTypeError: something else than a plan, observations or a day was given.

    >>> import chitieu as ct
    >>> plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 1,4%;"))
    >>> done = ct.progress(plan, [ct.Observation("Tỷ lệ hộ nghèo", ct.Period(2026), ct.parse_quantity("1,3%"))])
    >>> print(done.rows[0].verdict)
    vượt: 1,3% is better than the target 1,4% by 0,1%
    """
    if not isinstance(plan, Plan):
        raise NumberTypeError("progress.plan", found=type(plan).__name__)
    area = plan.area.id if plan.area else None
    on = None if on is None else as_day(on)
    run = PlanRun(plan.period, on, rule or RatingRule(), calendar, area_breaks(area))
    slots = target_slots(plan.indicators)
    dated, doubts = _sift(in_order(all_of(Observation, observations)), on, area)
    placed, unmatched = match(slots, dated)
    rows: list[ProgressRow] = []
    reasons: dict[Observation, Doubt] = {}
    used: set[Observation] = set()
    for at, slot in enumerate(slots):
        row, left = run.row(slot, placed.get(at, []))
        rows.append(row)
        used |= {item for item in (row.observation, row.baseline) if item is not None}
        for item, reason in left:
            if item not in reasons or reason.code in _GRAVE:
                reasons[item] = Doubt(item, reason, slot.planned)
    told = [
        reasons[item] for item in dated if item in reasons and (item not in used or reasons[item].reason.code in _GRAVE)
    ]
    ends = _last_ends(rows)
    earlier = tuple(doubt.observation for doubt in told if run.is_earlier(doubt, ends))
    kept = set(earlier)
    told = [doubt for doubt in told if doubt.observation not in kept]
    lines = tuple(item for line in plan.indicators for item in line.walk() if not item.targets and not item.parts)
    return Progress(tuple(rows), (*doubts, *unmatched, *told), earlier, lines, plan.period, on, run.rule)


_GRAVE = ("rating.refused", "observation.conflict")
"""Reasons worth telling although another target could use the observation."""


def _sift(
    observations: Iterable[Observation], on: date | None, area: str | None
) -> tuple[list[Observation], list[Doubt]]:
    """Leave out what comes twice, is of another area, or cannot be known yet."""
    kept: dict[Observation, None] = {}
    doubts: list[Doubt] = []
    for item in observations:
        code = None
        if item in kept:
            code = "observation.duplicate"
        elif area and item.area and item.area != area:
            code = "observation.area"
        elif on is not None and item.period.start > on:
            code = "observation.future"
        elif on is not None and item.period.end > on and item.status is not ObservationStatus.ESTIMATE:
            code = "observation.early"
        if code is None:
            kept[item] = None
            continue
        fields = {"on": on, "status": item.status.value, "source": item.source or "-", "area": item.area}
        doubts.append(Doubt(item, Reason(code, {"period": told_period(item.period), **fields})))
    return list(kept), doubts


def _last_ends(rows: Iterable[ProgressRow]) -> dict[int, date]:
    """Return the day up to which each line has a result, by the identity of the line."""
    ends: dict[int, date] = {}
    for row in rows:
        if row.observation is not None:
            end = row.observation.period.end
            ends[id(row.indicator)] = max(end, ends.get(id(row.indicator), end))
    return ends
