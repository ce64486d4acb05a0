"""The row of one target: which of its observations counts, from which figure it is measured, and what it is rated.

A result for a part of the period is rated only where the rest of it cannot change the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from chitieu.errors import ChitieuError, UnitError
from chitieu.indicators.records import Indicator, SeriesBreak
from chitieu.indicators.registry import breaks_between
from chitieu.monitoring.fulfilment import completion, pace
from chitieu.monitoring.observation_choice import choose
from chitieu.monitoring.observation_match import (
    Doubt,
    Slot,
    comparable,
    fits,
    is_change,
    is_level,
    record_of,
    standing,
)
from chitieu.monitoring.observations import Observation, Rating
from chitieu.monitoring.progress_values import ProgressRow
from chitieu.monitoring.rating import Verdict, pending, rate
from chitieu.monitoring.rating_rule import RatingRule
from chitieu.periods.period import Calendar, Period
from chitieu.periods.text import format_period
from chitieu.plan import PlannedIndicator
from chitieu.reasons import Reason, Said
from chitieu.targets.target import Bound, Change, Target

__all__ = ["PlanRun", "told_period"]


@frozen
class _Choice:
    """What is used of the observations of a target, or why none is; `left`: the others, each with a reason."""

    chosen: Observation | None = None
    baseline: Observation | None = None
    reason: Reason | None = None
    left: Sequence[tuple[Observation, Reason]] = ()


@frozen
class PlanRun:
    """A plan on its way to rows: what is the same for every row, and what was worked out for rows before."""

    period: Period | None
    on: date | None
    rule: RatingRule
    calendar: Calendar
    of_area: tuple[SeriesBreak, ...]
    _choices: dict[tuple[object, ...], _Choice] = field(factory=dict, init=False)
    _levels: dict[int, frozenset[str]] = field(factory=dict, init=False)
    _units: dict[int, frozenset[str]] = field(factory=dict, init=False)

    def row(self, slot: Slot, items: Sequence[Observation]) -> tuple[ProgressRow, list[tuple[Observation, Reason]]]:
        """Return the row of a target, and the observations it does not use, each with a reason.

        Lines of one name have their observations together. What does not depend on the amount of the target is worked
        out, and what is left over told, for the first of them.
        """
        asked = (id(items), *self._asks(slot, items))
        known = self._choices.get(asked)
        choice = known or self._choice(slot, items)
        if items:  # the list is the caller's and stays, so that nothing else has its identity
            self._choices[asked] = choice
        left = [] if known else list(choice.left)
        if choice.chosen is None or choice.reason is not None:
            return self._empty(slot, choice.reason or Reason("rating.none")), left
        return self._rated(slot, choice.chosen, choice.baseline, left)

    def _asks(self, slot: Slot, items: Sequence[Observation]) -> tuple[object, ...]:
        """Return all of a target that the choice of its observation depends on."""
        record, target = slot.record, slot.target
        unit, named = target.quantity.unit.label, (record.key, record.name, record.direction) if record else None
        other = self._units_of(items) - {unit}
        size = target.quantity.value if "/" in unit and other else None  # tells a rate whose base is left out
        return named, target.change, unit, target.total is None, size, self._levels_of(slot.planned)

    def _units_of(self, items: Sequence[Observation]) -> frozenset[str]:
        """Return the units of observations."""
        if items and id(items) not in self._units:
            self._units[id(items)] = frozenset(item.value.unit.label for item in items if item.value is not None)
        return self._units[id(items)] if items else frozenset()

    def _levels_of(self, planned: PlannedIndicator) -> frozenset[str]:
        """Return the dimensions in which a line sets levels."""
        if id(planned) not in self._levels:
            levels = (target for target in planned.targets if target.change is Change.LEVEL)
            self._levels[id(planned)] = frozenset(target.quantity.unit.dimension for target in levels)
        return self._levels[id(planned)]

    def _choice(self, slot: Slot, items: Sequence[Observation]) -> _Choice:
        """Return which observation counts for a target, with the one it is measured from."""
        if self.period is None:
            reason = Reason("progress.no_period")
            return _Choice(reason=reason, left=[(item, reason) for item in items])
        sorted_out: dict[str, list[Observation]] = {"whole": [], "part": [], "before": [], "other": []}
        for item in items:
            sorted_out[standing(item.period, self.period, _kind(slot, item))].append(item)
        before = sorted_out["before"]
        current = self._of_the_whole(sorted_out["whole"]) or _latest(sorted_out["part"])
        left = [(item, self._elsewhen(item)) for item in _without(items, before, current)]
        fitting = [item for item in current if comparable(slot, item, before)] or current
        fitting = _sizes_first(slot, fitting)
        left += [(item, self._other_unit(slot, item)) for item in _without(current, fitting)]
        chosen, reasons = choose(fitting)
        left += [(fitting[at], reason) for at, reason in reasons.items()]
        if chosen is None:
            left += [(item, self._elsewhen(item)) for item in before]
            conflict = next((why for why in reasons.values() if why.code == "observation.conflict"), None)
            return _Choice(reason=conflict or Reason("rating.none"), left=left)
        baseline, more = self._baseline(slot, chosen, before)
        if baseline is None and (self._is_beside_level(slot, chosen) or self._is_level_again(slot, chosen, before)):
            return _Choice(reason=Reason("progress.level", {"value": chosen.shown}), left=left + more)
        return _Choice(chosen, baseline, left=left + more)

    def _of_the_whole(self, items: list[Observation]) -> list[Observation]:
        """Return those of the period itself, before those of its last quarter or month that say how it ended."""
        return [item for item in items if item.period == self.period and item.reported] or items

    def is_earlier(self, doubt: Doubt, ends: Mapping[int, date]) -> bool:
        """Whether nothing is doubtful but that a figure is of the period before, or of a part that a longer one holds."""
        if self.period is None or doubt.reason.code != "observation.period":
            return False
        period = doubt.observation.period
        place = standing(period, self.period, None)
        return place == "before" or (place == "part" and ends.get(id(doubt.indicator), date.min) > period.end)

    def _empty(self, slot: Slot, reason: Reason) -> ProgressRow:
        return ProgressRow(slot.planned, slot.kind, pending(slot.target, None, reason), above=slot.above)

    def _is_beside_level(self, slot: Slot, chosen: Observation) -> bool:
        """Whether a figure is the level that the same line sets beside the change: ``còn 1,3% (giảm 0,5%)``."""
        if slot.target.change is Change.LEVEL or chosen.value is None or is_change(chosen):
            return False
        return chosen.value.unit.dimension in self._levels_of(slot.planned)

    @staticmethod
    def _is_level_again(slot: Slot, chosen: Observation, before: list[Observation]) -> bool:
        """Whether a figure goes on from a level of the period before that it cannot be measured from."""
        return slot.target.change is not Change.LEVEL and is_level(chosen) and any(map(is_level, before))

    def _elsewhen(self, item: Observation) -> Reason:
        if item.period == self.period and not item.reported:  # beside one that says something
            return Reason("rating.none")
        return Reason("observation.period", {"period": told_period(item.period), "wanted": told_period(self.period)})

    def _other_unit(self, slot: Slot, item: Observation) -> Reason:
        if slot.target.change is not Change.LEVEL and comparable(slot, item, [item]):
            return Reason("observation.level", {"value": item.shown})
        left = item.value.unit.label if item.value else ""
        error = UnitError("unit.different", left=left, right=slot.target.quantity.unit.label)
        return Reason("rating.refused", {"error": error})

    def _baseline(
        self, slot: Slot, chosen: Observation, before: list[Observation]
    ) -> tuple[Observation | None, list[tuple[Observation, Reason]]]:
        """Return the figure of a year before that a change is measured from, where one can be."""
        level = [
            item
            for item in before
            if item.value is not None
            and item.upper is None
            and chosen.value is not None
            and item.value.unit.same_dimension(chosen.value.unit)
        ]
        found, reasons = choose(level)
        left = [(level[at], reason) for at, reason in reasons.items()]
        left += [(item, self._elsewhen(item)) for item in _without(before, level)]
        if found is None or not self._measures_level(slot, chosen):
            return None, [*left, *((item, self._elsewhen(item)) for item in (found,) if item is not None)]
        record = slot.record or Indicator(key="-", name="-")
        broken = breaks_between(record, found.period, chosen.period, also=self.of_area)
        if broken:
            reason = Reason("observation.break", {"reason": Said(broken[0].reason, broken[0].reason_vi)})
            return None, [*left, (found, reason)]
        return found, left

    def _measures_level(self, slot: Slot, chosen: Observation) -> bool:
        """Whether the result is a level from which the change, or the way done, must be computed."""
        if slot.target.change is Change.LEVEL or self._is_beside_level(slot, chosen):
            return True
        return chosen.value is not None and (is_level(chosen) or not fits(chosen.value, slot.target))

    def _rated(
        self,
        slot: Slot,
        chosen: Observation,
        before: Observation | None,
        left: list[tuple[Observation, Reason]],
    ) -> tuple[ProgressRow, list[tuple[Observation, Reason]]]:
        try:
            verdict = rate(slot.target, chosen, rule=self.rule, indicator=slot.record, baseline=before)
            done = completion(slot.target, chosen, rule=self.rule, indicator=slot.record, baseline=before)
        except ChitieuError as error:
            refused = Reason("rating.refused", {"error": error})
            verdict = pending(slot.target, chosen, refused)
            left = [*left, (chosen, refused)]
            return ProgressRow(slot.planned, slot.kind, verdict, baseline=before, above=slot.above), left
        kind = _kind(slot, chosen)
        if self.period is not None and standing(chosen.period, self.period, kind) == "part":
            verdict = _so_far(verdict, kind, chosen)
        speed = self._pace(slot.target, chosen, done, kind)
        return ProgressRow(slot.planned, slot.kind, verdict, done, speed, before, slot.above), left

    def _pace(self, target: Target, chosen: Observation, done: Fraction | None, kind: str | None) -> Fraction | None:
        if self.period is None or target.change is not Change.LEVEL:
            return None
        last = chosen.period.bounds(self.calendar)[1]
        if chosen.period == self.period and self.on is not None and self.on < last:
            return None  # a forecast for the whole period, not what is done by now
        return pace(done, self.period, last, kind=kind, calendar=self.calendar)


def _without(items: Iterable[Observation], *taken: Iterable[Observation]) -> list[Observation]:
    """Return the items that are in none of the others."""
    gone = {item for others in taken for item in others}
    return [item for item in items if item not in gone]


def told_period(period: Period | None) -> Said:
    """Return a period as sentences name it: the words of plans in Vietnamese, its code in English."""
    return Said(str(period), format_period(period)) if period is not None else Said("-", "-")


def _latest(parts: list[Observation]) -> list[Observation]:
    """Return the observations of the longest part of the period that is reported."""
    reported = [item for item in parts if item.reported] or parts
    last = max((item.period.end for item in reported), default=None)
    return [item for item in parts if item.period.end == last]


def _sizes_first(slot: Slot, items: list[Observation]) -> list[Observation]:
    """Of a change both its size and the new level may be reported: the size counts."""
    sizes = [item for item in items if item.value is None or (fits(item.value, slot.target) and not is_level(item))]
    return sizes if slot.target.change is not Change.LEVEL and any(item.value is not None for item in sizes) else items


def _kind(slot: Slot, item: Observation) -> str | None:
    """Return what sort of indicator a result is of: that of a change may be reported as the new level."""
    record = record_of(item) if slot.target.change is not Change.LEVEL and is_level(item) else slot.record
    return record.kind if record else None


def _so_far(verdict: Verdict, kind: str | None, chosen: Observation) -> Verdict:
    """Keep the rating of a part of the period only where the rest of it cannot change it: a flow only grows."""
    grows = kind == "flow" and verdict.target.change is Change.LEVEL
    passed = verdict.side == "lower" and verdict.target.bound in (Bound.AT_MOST, Bound.LESS_THAN)
    settled = (verdict.side == "higher" and verdict.rating.reached) or (passed and verdict.rating is Rating.MISSED)
    if (grows and settled) or verdict.rating is Rating.PENDING:
        return verdict
    reason = Reason("rating.running", {"period": told_period(chosen.period), "so_far": verdict.reason})
    return evolve(verdict, rating=Rating.PENDING, reason=reason, so_far=verdict.rating)
