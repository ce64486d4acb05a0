"""Which target of a plan an observation belongs to, and which of several observations counts for it.

Every observation ends in one of two places: it is compared with a target, or it is left over with a reason. Nothing
depends on the order observations are given in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from attrs import frozen

from chitieu.indicators.match import match_indicator, match_target, resolve_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.monitoring.observations import Observation
from chitieu.monitoring.rating_goal import in_a_year, recounted
from chitieu.monitoring.rating_rule import direction_in
from chitieu.periods.period import Period, PeriodKind
from chitieu.plan import PlannedIndicator, TargetKind
from chitieu.quantities.quantity import Quantity
from chitieu.reasons import Reason
from chitieu.targets.target import Change, Target
from chitieu.text import fold
from chitieu.units import UnitKind

__all__ = [
    "Doubt",
    "Slot",
    "comparable",
    "fits",
    "is_change",
    "is_level",
    "match",
    "record_of",
    "standing",
    "target_slots",
]

Standing = Literal["whole", "part", "before", "other"]
"""How the period of an observation stands to that of the plan: the whole of it, its first part, the one before."""

_ON_A_DAY = ("stock", "share", "score", "index")
"""Kinds of indicators whose last quarter or month says how the year ended."""
_CHANGES = ("difference", "rate", "contribution")
"""Kinds of indicators that are changes themselves."""
_SAYS_CHANGE = re.compile(r"(?<!\w)(?:giảm|tăng|thêm)(?!\w)")
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
        other_keys: of a change the keys of the cut or growth itself and of the level that changes; results may be
            reported under either where no other line has that key.
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
    other_keys: frozenset[str] = frozenset()


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
        yield Slot(item, target, kind, key, tuple(names), _record(item, key, target), above, _other_keys(item, target))
    for part in item.parts:
        yield from _slots(part, above if only_kind else item, kind)


def _record(item: PlannedIndicator, key: str | None, target: Target) -> Indicator | None:
    known = catalogue().records.get(key) if key else None
    if known is not None or target.change is not Change.LEVEL:
        return known
    own = _FURTHER.split((item.text or item.name).lstrip(" ;,()"), maxsplit=1)[0]  # a line holds its parts too
    direction = direction_in(own)
    return Indicator(key=item.name, name=item.name, direction=direction) if direction and item.name.strip() else None


def _other_keys(item: PlannedIndicator, target: Target) -> frozenset[str]:
    if target.change is Change.LEVEL:
        return frozenset()
    matches = (match_target(item.name, target), match_indicator(item.name))
    return frozenset(match.accepted for match in matches if match and match.accepted)


def match(
    slots: Sequence[Slot], observations: Iterable[Observation]
) -> tuple[dict[int, list[Observation]], list[Doubt]]:
    """Put observations into slots: by name as the plan says it, else by the key of the catalogue.

    A name may hold the line it is a part of before a colon.

    Returns:
        Observations by the number of the slot, and those that fit none, or fit several lines of one kind. Slots that are
        found in the same ways have one list together.
    """
    by_name = _places((at, name) for at, slot in enumerate(slots) for name in dict.fromkeys(slot.names))
    by_key = _places((at, slot.key) for at, slot in enumerate(slots) if slot.key)
    others = _places((at, key) for at, slot in enumerate(slots) for key in slot.other_keys - {slot.key})
    own, by_key = set(by_key), others | by_key
    ambiguous = {key for key, places in by_key.items() if _is_ambiguous(slots, places)}
    given, found = list(observations), defaultdict[tuple[bool, str], list[int]](list)
    doubts: list[Doubt] = []
    placed: dict[int, list[Observation]] = {}
    for number, item in enumerate(given):
        part = item.indicator.rpartition(": ")[2]  # "Cơ cấu GRDP: khu vực I", else "khu vực I" alone
        name = next((name for name in (uniform(item.indicator), uniform(part)) if name in by_name), None)
        key = _key_of(item) if name is None else None
        if key in ambiguous:
            same = [slots[at].planned for at in by_key[key]]
            names = "; ".join(dict.fromkeys(line.name for line in same[:_MOST_NAMES]))
            doubts.append(Doubt(item, Reason("observation.ambiguous", {"names": names}), same[0]))
            continue
        if name is None and key not in by_key:
            doubts.append(Doubt(item, Reason("observation.unmatched")))
        else:
            found[name is not None, name or key or ""].append(number)
    shared: dict[tuple[tuple[bool, str], ...], list[Observation]] = {}
    for at, slot in enumerate(slots):
        ways = tuple(way for way in _ways(slot, own) if way in found)
        if ways and ways not in shared:
            shared[ways] = [given[number] for number in sorted(number for way in ways for number in found[way])]
        if ways:
            placed[at] = shared[ways]
    return placed, doubts


def _ways(slot: Slot, own: AbstractSet[str]) -> Iterator[tuple[bool, str]]:
    """Yield what an observation finds a slot by: a name of it (true), else a key no other line has as its own."""
    yield from ((True, name) for name in dict.fromkeys(slot.names))
    yield from ((False, key) for key in (slot.key, *sorted(slot.other_keys - own - {slot.key})) if key)


def _places(pairs: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """Return the numbers of the slots by what they are found by."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in pairs:
        places[name].append(at)
    return places


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


def _key_of(item: Observation) -> str | None:
    """Return the key of the catalogue that a result is reported under, by itself or by the name without its line."""
    if item.indicator in catalogue().records:
        return item.indicator
    return resolve_indicator(item.indicator.rpartition(": ")[2])


def record_of(item: Observation) -> Indicator | None:
    """Return the record of the catalogue that a result is reported under."""
    return catalogue().records.get(_key_of(item) or "")


def is_change(item: Observation) -> bool:
    """Whether a result is reported under a record that is a change itself (*mức giảm tỷ lệ hộ nghèo*)."""
    record = record_of(item)
    return record is not None and record.kind in _CHANGES


def is_level(item: Observation) -> bool:
    """Whether a figure is a level by what it is reported as, though a change could be in its unit.

    ``Tỷ lệ hộ nghèo`` 2,4% is a level, ``GRDP`` 9,2% a growth, ``Số hộ nghèo`` 5.000 hộ a level.

    >>> import chitieu as ct
    >>> named = {"poor": "2,4%", "poor_cut": "1,1%", "GRDP": "9,2%", "Số vụ cháy": "12 vụ"}
    >>> [is_level(ct.Observation(name, ct.Period(2026), ct.parse_quantity(value))) for name, value in named.items()]
    [True, False, False, True]
    """
    record = record_of(item)
    if item.value is None or is_change(item):
        return False
    if item.value.unit.kind in (UnitKind.RATIO, UnitKind.POINTS):
        return record is not None and record.kind == "share"
    return record is not None or not _SAYS_CHANGE.search(uniform(item.indicator))


def fits(value: Quantity, target: Target) -> bool:
    """Whether a figure is in a unit of the target's own dimension, counts the same thing, or is of a year for one by it."""
    unit = target.quantity.unit
    return in_a_year(recounted(value, target.quantity), unit).unit.same_dimension(unit)


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
