"""Which target of a plan an observation belongs to, and which of several observations counts for it.

Every observation ends in one of two places: it is compared with a target, or it is left over with a reason. Nothing
depends on the order observations are given in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from attrs import frozen

from chitieu.indicators.registry import Indicator, catalogue, resolve_indicator
from chitieu.monitoring.observations import Observation
from chitieu.monitoring.rating_goal import recounted
from chitieu.monitoring.rating_rule import direction_in
from chitieu.periods.period import Period, PeriodKind
from chitieu.plan import PlannedIndicator, TargetKind
from chitieu.quantities.quantity import Quantity
from chitieu.reasons import Reason
from chitieu.targets.target import Change, Target
from chitieu.text import fold
from chitieu.units import UnitKind

__all__ = ["Doubt", "Slot", "comparable", "fits", "match", "standing", "target_slots"]

Standing = Literal["whole", "part", "before", "other"]
"""How the period of an observation stands to that of the plan: the whole of it, its first part, the one before."""

_ON_A_DAY = ("stock", "share", "score", "index")
"""Kinds of indicators whose last quarter or month says how the year ended."""
_FURTHER = re.compile(r"[;:(]|trong đó")
_NUMBER = re.compile(r"^\s*\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivx]{1,5}|[a-zđ])[.)]\s+")
_LEADING = re.compile(r"^(?:trong đó|riêng|gồm|bao gồm)\s+")


@frozen
class Doubt:
    """An observation that was not compared, or a comparison that somebody should look at.

    Attributes:
        observation: the observation.
        reason: why.
        indicator: the line of the plan it is about; None where none fits.

    >>> import chitieu as ct
    >>> result = ct.Observation("Số hầm biogas", ct.Period(2026), ct.parse_quantity("12 hầm"))
    >>> doubt, = ct.progress(ct.Plan(period=ct.Period(2026)), [result]).doubts
    >>> print(doubt)
    Số hầm biogas 2026: 12 hầm (ước): the plan has no target for it
    """

    observation: Observation
    reason: Reason
    indicator: PlannedIndicator | None = None

    def __str__(self) -> str:
        return f"{self.observation}: {self.reason}"


@frozen(eq=False)
class Slot:
    """A target of a plan as a place that observations are put in.

    Attributes:
        planned: the line; `target`: one of its targets.
        kind: who set it: a part of ``chỉ tiêu Trung ương giao`` is assigned too.
        key: key of the catalogue, of the line above where the line itself only says who set the target.
        names: writings of its name, made uniform.
        record: the record of the catalogue; of a line without one, what its words say.
        above: the line it is a part of; None for a line of its own.
    """

    planned: PlannedIndicator
    target: Target
    kind: TargetKind
    key: str | None
    names: tuple[str, ...]
    record: Indicator | None
    above: PlannedIndicator | None = None


def uniform(name: str) -> str:
    """Return a name without case, punctuation, its number and the words that open a part.

    >>> uniform("- Trong đó: Thu nội địa") == uniform("1.2. thu nội địa") == uniform("thu nội địa")
    True
    """
    bare = _NUMBER.sub("", fold(name[:_LONGEST]).lower())
    return _LEADING.sub("", " ".join(re.sub(r"[^\w%/]+", " ", bare).split()))


_LONGEST = 400


def target_slots(indicators: Iterable[PlannedIndicator]) -> tuple[Slot, ...]:
    """Return the targets of lines and their parts, in order."""
    return tuple(slot for item in indicators for slot in _slots(item, None, TargetKind.PLANNED))


def _slots(item: PlannedIndicator, above: PlannedIndicator | None, kind: TargetKind) -> Iterator[Slot]:
    only_kind = above is not None and item.kind is not TargetKind.PLANNED and item.indicator is None
    kind = item.kind if item.kind is not TargetKind.PLANNED else kind
    names, key = [uniform(item.name)], item.indicator
    if above is not None:
        names.append(uniform(f"{above.name} {item.name}"))
        if only_kind:  # "chỉ tiêu Trung ương giao" is a target of the line it stands in
            names.append(uniform(above.name))
            key = above.indicator
    for target in item.targets:
        yield Slot(item, target, kind, key, tuple(names), _record(item, key, target), above)
    for part in item.parts:
        yield from _slots(part, above if only_kind else item, kind)


def _record(item: PlannedIndicator, key: str | None, target: Target) -> Indicator | None:
    known = catalogue().records.get(key) if key else None
    if known is not None or target.change is not Change.LEVEL:
        return known
    own = _FURTHER.split((item.text or item.name).lstrip(" ;,()"), maxsplit=1)[0]  # a line holds its parts too
    direction = direction_in(own)
    return Indicator(key=item.name, name=item.name, direction=direction) if direction and item.name.strip() else None


def match(
    slots: Sequence[Slot], observations: Iterable[Observation]
) -> tuple[dict[int, list[Observation]], list[Doubt]]:
    """Put observations into slots: by name as the plan says it, else by the key of the catalogue.

    A name may hold the line it is a part of before a colon.

    Returns:
        Observations by the number of the slot, and those that fit none, or fit several lines of one kind.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, slot in enumerate(slots):
        for name in slot.names:
            by_name[name].append(at)
        if slot.key:
            by_key[slot.key].append(at)
    ambiguous = {key for key, places in by_key.items() if _is_ambiguous(slots, places)}
    found: dict[int, list[Observation]] = defaultdict(list)
    doubts: list[Doubt] = []
    for item in observations:
        part = item.indicator.rpartition(": ")[2]  # "Cơ cấu GRDP: khu vực I", else "khu vực I" alone
        places = by_name.get(uniform(item.indicator)) or by_name.get(uniform(part), [])
        if not places:
            key = item.indicator if item.indicator in catalogue().records else resolve_indicator(part)
            places = by_key.get(key or "", [])
            if key in ambiguous:
                names = "; ".join(dict.fromkeys(slots[at].planned.name for at in places[:_MOST_NAMES]))
                doubts.append(Doubt(item, Reason("observation.ambiguous", {"names": names}), slots[places[0]].planned))
                continue
        if not places:
            doubts.append(Doubt(item, Reason("observation.unmatched")))
        for at in places:
            found[at].append(item)
    return found, doubts


_MOST_NAMES = 10
_MOST_LEVELS = 100


def _is_ambiguous(slots: Sequence[Slot], places: Sequence[int]) -> bool:
    """Whether several lines that one body set the targets of share a key: which of them is meant is not known."""
    names: dict[TargetKind, set[str]] = defaultdict(set)
    for at in places:
        names[slots[at].kind].add(slots[at].names[-1])
    return any(len(several) > 1 for several in names.values())


def standing(period: Period, of_plan: Period, kind: str | None) -> Standing:
    """Return how the period of an observation stands to the plan's.

    Args:
        period: that of the observation.
        of_plan: that of the plan.
        kind: `Indicator.kind`: what is counted on a day is known for the year by its last quarter or month.

    >>> year = Period(2026)
    >>> standing(Period(2026, PeriodKind.HALF, 1), year, "flow"), standing(Period(2025), year, None)
    ('part', 'before')
    """
    if period == of_plan or (period.end == of_plan.end and kind in _ON_A_DAY):
        return "whole"
    if period.start == of_plan.start and period.end < of_plan.end:
        return "part"
    years = of_plan.kind in (PeriodKind.RANGE, PeriodKind.TERM)
    before = Period(of_plan.year - 1) if years else of_plan.same_period_last_year()
    return "before" if period == before else "other"


def fits(value: Quantity, target: Target) -> bool:
    """Whether a figure is in a unit of the target's own dimension, or counts the same thing."""
    return recounted(value, target.quantity).unit.same_dimension(target.quantity.unit)


def comparable(slot: Slot, item: Observation, baselines: Sequence[Observation] = ()) -> bool:
    """Whether an observation may say something of a target: its unit fits, or it is words, or a level with one before."""
    if item.value is None:
        return True
    unit, target = item.value.unit, slot.target
    if fits(item.value, target):
        return True
    if target.change is Change.LEVEL:
        return target.total is not None and unit.kind is UnitKind.RATIO
    if {unit.kind, target.quantity.unit.kind} == {UnitKind.RATIO, UnitKind.POINTS}:
        return True
    return any(_level(other, item) for other in baselines[:_MOST_LEVELS])


def _level(other: Observation, item: Observation) -> Quantity | None:
    """Return the level before, of the dimension of an observation."""
    if other.value is None or item.value is None or other.upper is not None:
        return None
    return other.value if other.value.unit.same_dimension(item.value.unit) else None
