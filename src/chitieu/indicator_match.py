"""Which indicator of the catalogue a name in a plan means, how sure that is, and why.

A name is taken apart (`chitieu.indicator_words`) and looked up by what it measures; the sense it is measured in
(*tỷ lệ*, *tốc độ tăng*, *số*) tells records apart that measure the same thing. Where the name does not say it, the
target's unit and change do, then the line it is a part of. What is left undecided stays without a key: a wrong key is
worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache

from attrs import evolve, field, frozen

from chitieu.indicator_records import Catalogue, Indicator, catalogue, own_catalogue
from chitieu.indicator_words import LONGEST_NAME, NameWords, Sense, name_words, words_data
from chitieu.targets import Change, Target
from chitieu.units import Unit, UnitKind, parse_unit
from chitieu.errors import ChitieuError

__all__ = ["THRESHOLD", "IndicatorMatch", "MatchReason", "match_indicator", "match_target", "resolve_indicator"]

THRESHOLD = Decimal("0.7")
"""A confidence of this much or more gives a plan's indicator its key."""


class MatchReason(Enum):
    """Why a name was taken for an indicator; the surer reasons come first.

    >>> import chitieu as ct
    >>> for name in ("Tỷ lệ hộ nghèo", "Tỉ lệ bao phủ BHYT", "Tỷ lệ hộ nghèo tại 3 xã bãi ngang"):
    ...     match = ct.match_indicator(name)
    ...     print(match.key, match.confidence, match.reason.value)
    poor 1 exact
    hi 1 alias
    poor 0.4 unknown_words
    """

    EXACT = "exact"
    ALIAS = "alias"
    WORDING = "wording"
    """A name of the record in other words: abbreviations, another order, with what says when and where."""
    CHANGE = "change"
    """The target is a change: *GRDP tăng 9,5%* is its growth."""
    UNIT = "unit"
    """The target's unit: *hộ nghèo 9.604 hộ* is a count, *hộ nghèo 3,14%* a share."""
    LINE = "line"
    """The line it is a part of: *khu vực I* of the structure is a share, of the growth a growth."""
    EXTRA_WORDS = "extra_words"
    """Words more or fewer that seldom change what is meant."""
    UNACCENTED = "unaccented"
    SHARE_OF_PLAN = "share_of_plan"
    """The name fits, and a percentage of it is a share of a plan or a change."""
    OTHER_UNIT = "other_unit"
    """The name fits, the unit is of another kind."""
    UNKNOWN_WORDS = "unknown_words"
    """A name of the record is in it, beside words that may make it another indicator."""


@cache
def _confidence(reason: MatchReason) -> Decimal:
    return Decimal(words_data()["reason"][reason.value]["confidence"])


@frozen
class IndicatorMatch:
    """The indicator a name was taken for.

    Attributes:
        key: key of the record in the catalogue.
        confidence: how sure that is, from 0 to 1: 1 its own name; 0.95 the same in other words; 0.9 decided by the
            target or the line; 0.8 words more or fewer; 0.75 without accents; below `THRESHOLD` (0.7) a guess that
            gives no key. It orders matches and is no probability.
        reason: why.
        matched: the name of the record it was compared with; not compared.

    >>> import chitieu as ct
    >>> match = ct.match_indicator("GRDP", unit="%", change=ct.Change.INCREASE)
    >>> match.key, match.confidence, match.message("en")
    ('grdp_growth', Decimal('0.9'), 'decided by the target, which is a change and not a level')
    """

    key: str
    confidence: Decimal
    reason: MatchReason
    matched: str = field(default="", eq=False)

    @property
    def accepted(self) -> str | None:
        """The key, or None where the confidence is below `THRESHOLD`."""
        return self.key if self.confidence >= THRESHOLD else None

    def message(self, language: str = "en") -> str:
        """Return the reason as a sentence in English (``en``) or Vietnamese (``vi``).

        Raises:
            KeyError: there is no such language.
        """
        return str(words_data()["reason"][self.reason.value][language])


# --- units ---


@lru_cache(maxsize=512)
def _family(label: str) -> str:
    """Return what sort of unit a label is; units that may stand for each other have one family."""
    try:
        unit = parse_unit(label)
    except ChitieuError:
        return label.lower()
    return _unit_family(unit)


def _unit_family(unit: Unit) -> str:
    kind = unit.kind
    if kind is UnitKind.RATIO and unit.dimension.startswith("ratio"):
        return "percent" if unit.label[:1] in "%‰" else "times"
    if kind is UnitKind.MONEY:
        return "money each" if "/" in unit.dimension and "/month" not in unit.dimension[3:9] else "money"
    if kind in (UnitKind.COUNT, UnitKind.MEASURE):
        return unit.dimension.replace("/month", "")
    return kind.value


@lru_cache(maxsize=512)
def _unit_words(unit: Unit | str) -> tuple[str | None, str]:
    """Return the family of a unit, None for a bare number, and the noun that is counted, if any."""
    if isinstance(unit, str):
        try:
            unit = parse_unit(unit)
        except ChitieuError:
            return unit.lower() or None, ""
    if unit.kind is UnitKind.NONE:
        return None, ""
    noun = _SCALES.sub("", unit.label) if unit.kind is UnitKind.COUNT else ""
    return _unit_family(unit), noun


_SCALES = re.compile(r"^(?:(?:chục|trăm|nghìn|vạn|triệu|tỷ) )+")
_PEOPLE = {"người", "lao", "động", "khách", "lượt", "dân", "viên", "sinh"}


def _alike(one: str, other: str) -> bool:
    """Whether two families may stand for each other: counted things that share a word, or are people."""
    if one == other or {one, other} <= {"age", "time"}:
        return True
    if not (one.startswith("count:") and other.startswith("count:")) or ("/" in one) != ("/" in other):
        return False
    words, others = (
        set(family.replace("count:", "").replace("/", " ").replace(",", " ").split()) for family in (one, other)
    )
    return bool(words & others) or bool(words & _PEOPLE and others & _PEOPLE)


@frozen
class _Aim:
    """What is known of the target: the family of its unit, and its change."""

    unit: str | None
    change: Change | None

    @property
    def percent(self) -> bool:
        return self.unit == "percent"

    @property
    def changes(self) -> bool:
        return self.change in (Change.INCREASE, Change.DECREASE)

    def fits(self, record: Indicator) -> bool:
        """Whether the record can be given in the unit."""
        if self.unit is None or not record.units:
            return True
        if self.changes and self.unit in ("points", "times", "rank"):
            return True
        return any(_alike(self.unit, _family(label)) for label in record.units)


# --- names ---


@frozen(eq=False)
class _Entry:
    """One name of a record, taken apart; `rank` is 0 for names a scope adds."""

    record: Indicator
    name: str
    sense: Sense
    reason: MatchReason
    rank: int


@frozen(eq=False)
class _Index:
    """The names of a catalogue by their words and by their core.

    Attributes:
        raw, core: names by all their words, and by what they measure.
        entries: all of them.
        holds: cores by the word in them that is the rarest.
        inside: keys of names inside a line, by the key of the line and their core.
        growth: the record of the growth, by the key of what grows.
    """

    raw: Mapping[tuple[str, ...], _Entry]
    core: Mapping[frozenset[str], tuple[_Entry, ...]]
    entries: tuple[_Entry, ...]
    holds: Mapping[str, tuple[frozenset[str], ...]]
    inside: Mapping[tuple[str, frozenset[str]], str]
    growth: Mapping[str, tuple[_Entry, ...]]
    records: Mapping[str, Indicator]
    accents: bool


def _entries(known: Catalogue) -> Iterable[tuple[Indicator, str, MatchReason, int]]:
    for key, name in known.added:
        yield known.records[key], name, MatchReason.ALIAS, 0
    for record in known.records.values():
        yield record, record.name, MatchReason.EXACT, 1
        for name in record.aliases:
            yield record, name, MatchReason.ALIAS, 1


@lru_cache(maxsize=16)
def _index(known: Catalogue, *, accents: bool) -> _Index:
    raw: dict[tuple[str, ...], _Entry] = {}
    core: dict[frozenset[str], list[_Entry]] = {}
    entries: list[_Entry] = []
    for record, name, reason, rank in _entries(known):
        words = name_words(name, accents=accents)
        entry = _Entry(record, name, _own_sense(words), reason, rank)
        entries.append(entry)
        raw.setdefault(words.raw, entry)
        if words.core:
            core.setdefault(words.core, []).append(entry)
    holds: dict[str, list[frozenset[str]]] = {}
    often: dict[str, int] = {}
    for words in core:
        for word in words:
            often[word] = often.get(word, 0) + 1
    for words in core:
        if len(words) > 1:
            holds.setdefault(min(words, key=lambda word: (often[word], word)), []).append(words)
    inside = {
        (within, name_words(name, accents=accents).core): item["key"]
        for item in words_data()["inside"]
        for name in item["names"]
        for within in item["within"]
    }
    growth = {
        record.growth_of: (_Entry(record, record.name, Sense.GROWTH, MatchReason.EXACT, 1),)
        for record in known.records.values()
        if record.growth_of is not None
    }
    return _Index(
        raw,
        {words: tuple(found) for words, found in core.items()},
        tuple(entries),
        {word: tuple(found) for word, found in holds.items()},
        inside,
        growth,
        known.records,
        accents,
    )


@lru_cache(maxsize=16)
def _soft(index: _Index) -> Mapping[frozenset[str], tuple[_Entry, ...]]:
    """Return the names by their core without words that seldom matter."""
    soft: dict[frozenset[str], tuple[_Entry, ...]] = {}
    for entry in index.entries:
        core = name_words(entry.name, accents=index.accents, soft=True).core
        if core:
            soft[core] = (*soft.get(core, ()), entry)
    return soft


def _own_sense(words: NameWords) -> Sense:
    return words.sense if words.sense is not Sense.NONE else words.weak


# --- decisions ---

_AMOUNTS, _SHARES = ("stock", "flow"), ("share", "rate")
_CHANGES = (Sense.GROWTH, Sense.CUT)
_STRUCTURE = frozenset({"grdp_structure", "share_agri", "share_ind", "share_serv", "share_tax"})


@cache
def _takes_percent() -> frozenset[str]:
    return frozenset(words_data()["change"]["takes_percent"])


def _match(entry: _Entry, reason: MatchReason) -> IndicatorMatch:
    return IndicatorMatch(entry.record.key, _confidence(reason), reason, entry.name)


def _of_sense(found: Iterable[_Entry], sense: Sense) -> _Entry | None:
    """Return the one record of a sense; names that a scope adds win."""
    fit = [entry for entry in found if entry.sense is sense]
    if any(entry.rank == 0 for entry in fit):
        fit = [entry for entry in fit if entry.rank == 0]
    return fit[0] if len({entry.record.key for entry in fit}) == 1 else None


def _changed(found: tuple[_Entry, ...], aim: _Aim) -> _Entry | None:
    """Return the record of the change that a target sets: a growth or a cut, in percent."""
    if not aim.percent and aim.unit != "points":
        return None
    if aim.change is Change.DECREASE:
        cut = _of_sense(found, Sense.CUT)
        if cut is not None:
            return cut
    return _growth(found) if aim.percent else None


def _growth(found: tuple[_Entry, ...]) -> _Entry | None:
    """Return the record of the growth, where a percentage of the thing means its growth."""
    growth = _of_sense(found, Sense.GROWTH)
    return growth if growth is not None and growth.record.key in _takes_percent() else None


def _with_target(entry: _Entry, found: tuple[_Entry, ...], aim: _Aim, reason: MatchReason) -> IndicatorMatch:
    """Look at the target: it may mean a sibling of the record that the name means."""
    if entry.sense not in _CHANGES and aim.changes:
        if entry.sense is not Sense.COUNT or aim.change is Change.INCREASE:
            changed = _changed(found, aim)
            if changed is not None:
                return _match(changed, MatchReason.CHANGE)
        if aim.percent:
            return _match(entry, reason)
    if aim.fits(entry.record):
        return _match(entry, reason)
    fit = [other for other in found if other.sense not in _CHANGES and aim.fits(other.record)]
    if len({other.record.key for other in fit}) == 1:
        return _match(fit[0], MatchReason.UNIT)
    growth = _growth(found) if aim.percent else None
    if growth is not None:
        return _match(growth, MatchReason.UNIT)
    if aim.percent and entry.record.kind in _AMOUNTS:
        return _match(entry, MatchReason.SHARE_OF_PLAN)
    return _match(entry, MatchReason.OTHER_UNIT)


def _by_sense(
    words: NameWords, found: tuple[_Entry, ...], aim: _Aim, within: str | None, reason: MatchReason
) -> IndicatorMatch | None:
    """Choose among the records that measure one thing."""
    sense = words.sense
    if words.weak is not Sense.NONE and sense in (Sense.NONE, Sense.PART) and _of_sense(found, words.weak):
        sense = words.weak
    entry = _of_sense(found, sense)
    if entry is not None:
        return _with_target(entry, found, aim, reason)
    if sense in (Sense.GROWTH, Sense.CUT, Sense.CONTRIBUTION):
        return None
    if sense is Sense.NONE and within is not None and (aim.unit is None or aim.percent):
        lines = Sense.PART if within in _STRUCTURE else Sense.GROWTH
        entry = _of_sense(found, lines) if lines is Sense.PART or _is_growth(within) else None
        if entry is not None and not (aim.changes and lines is Sense.PART):
            return _match(entry, MatchReason.LINE)
    if aim.changes:
        changed = _changed(found, aim)
        if changed is not None and sense is not Sense.COUNT:
            return _match(changed, MatchReason.CHANGE)
    if aim.percent and any(entry.sense is Sense.GROWTH and entry.record.key in _takes_percent() for entry in found):
        growth = _of_sense(found, Sense.GROWTH)
        if growth is not None and sense is Sense.NONE and not _of_sense(found, Sense.PART):
            return _match(growth, MatchReason.UNIT)
        return None  # a sector's growth or its share
    levels = [entry for entry in found if entry.sense not in (*_CHANGES, Sense.CONTRIBUTION)]
    fit = [entry for entry in levels if aim.fits(entry.record)]
    if len({entry.record.key for entry in fit}) != 1:
        return None
    if aim.unit is None:
        others = _AMOUNTS if sense is Sense.PART else _SHARES if sense is Sense.COUNT else ()
        if fit[0].record.kind in others or len({item.record.key for item in levels}) != 1:
            return None
        return _match(fit[0], MatchReason.EXTRA_WORDS)
    return _match(fit[0], MatchReason.UNIT)


def _is_growth(key: str) -> bool:
    return key in _takes_percent()


def _only_setter(words: NameWords) -> bool:
    """Whether a name says nothing but who set the target: *chỉ tiêu địa phương phấn đấu*."""
    allowed, needed = _setter_words()
    return bool(needed.intersection(words.raw)) and allowed.issuperset(words.raw)


@cache
def _setter_words() -> tuple[frozenset[str], frozenset[str]]:
    data = words_data()["setter"]
    return tuple(
        frozenset(word for phrase in data[part] for word in name_words(phrase).raw) for part in ("words", "needs")
    )  # type: ignore[return-value]


def _look_up(
    name: str, known: Catalogue, aim: _Aim, noun: str, within: str | None, *, accents: bool
) -> IndicatorMatch | None:
    index = _index(known, accents=accents)
    words = name_words(name, accents=accents)
    if within is not None:
        record = known.records.get(within)
        if record is not None and _only_setter(words) and aim.fits(record):
            return IndicatorMatch(within, _confidence(MatchReason.LINE), MatchReason.LINE, record.name)
        key = index.inside.get((within, words.core))
        if key is not None and aim.fits(known.records[key]):
            return IndicatorMatch(key, _confidence(MatchReason.LINE), MatchReason.LINE, known.records[key].name)
    found = index.core.get(words.core, ())
    entry = index.raw.get(words.raw)
    if entry is not None:
        match = _with_target(entry, (*found, *index.growth.get(entry.record.key, ())), aim, entry.reason)
    else:
        match = _by_sense(words, found, aim, within, MatchReason.WORDING) if found and not _bare(words, noun, found) else None
    if match is not None and match.confidence > _confidence(MatchReason.SHARE_OF_PLAN):
        return match
    return _in_other_words(name, words, aim, noun, within, index) or match or _inside_other_words(words, index)


def _in_other_words(
    name: str, words: NameWords, aim: _Aim, noun: str, within: str | None, index: _Index
) -> IndicatorMatch | None:
    """Try what the unit adds to the name, then leave out words that seldom matter."""
    if aim.unit == "money each":
        match = _by_sense(words, index.core.get(words.core | {_EACH[index.accents]}, ()), aim, within, MatchReason.UNIT)
        if match is not None and match.accepted:
            return match
    bare = _bare(words, noun, index.core.get(words.core, ()))
    if noun and not bare:
        there = index.core.get(words.core | name_words(noun, accents=index.accents).core, ())
        match = _by_sense(words, there, aim, within, MatchReason.UNIT)
        if match is not None and match.accepted and ("/" in noun or index.records[match.key].kind != "stock"):
            return evolve(match, reason=MatchReason.UNIT, confidence=_confidence(MatchReason.UNIT))
    if not words.core and words.sense is Sense.GROWTH and within in (None, "grdp") and aim.unit in (None, "percent"):
        growth = index.core.get(frozenset({"grdp"}), ())
        entry = _of_sense(growth, Sense.GROWTH)
        if entry is not None and set(name_words("tăng trưởng", accents=index.accents).raw) <= set(words.raw):
            return _match(entry, MatchReason.EXTRA_WORDS)
    if bare:
        return None
    soft = name_words(name, accents=index.accents, soft=True)
    there = _soft(index).get(soft.core, ()) if len(soft.core) > 1 else ()
    match = _by_sense(soft, there, aim, within, MatchReason.EXTRA_WORDS)
    if match is None or not match.accepted:
        return None
    return evolve(match, confidence=min(match.confidence, _confidence(MatchReason.EXTRA_WORDS)))


_EACH = {True: "đầu-người", False: "dau-nguoi"}


def _bare(words: NameWords, noun: str, found: tuple[_Entry, ...]) -> bool:
    """Whether a name is nothing but the noun that is counted: *doanh nghiệp* may be those of any place.

    Where the catalogue has that noun alone as a name (*khách du lịch*), it is one.
    """
    if not noun or words.sense is not Sense.NONE or any(entry.sense is Sense.NONE for entry in found):
        return False
    return words.core == name_words(noun).core


def _inside_other_words(words: NameWords, index: _Index) -> IndicatorMatch | None:
    """Return the longest name that is contained in the words, as a guess."""
    held = (core for word in words.core for core in index.holds.get(word, ()) if core < words.core)
    best = max(held, key=lambda core: (len(core), sorted(core)), default=None)
    if best is None or 2 * len(best) < len(words.core):
        return None
    found = index.core[best]
    entry = _of_sense(found, words.sense) or found[0]
    return _match(entry, MatchReason.UNKNOWN_WORDS)


@lru_cache(maxsize=4096)
def _matched(name: str, known: Catalogue, aim: _Aim, noun: str, within: str | None) -> IndicatorMatch | None:
    match = _look_up(name, known, aim, noun, within, accents=True)
    if (match is None or match.confidence < THRESHOLD) and name.isascii() and not name.isspace():
        bare = _look_up(name, known, aim, noun, within, accents=False)
        if bare is not None and bare.confidence >= THRESHOLD:
            reason = MatchReason.UNACCENTED
            return evolve(bare, confidence=min(bare.confidence, _confidence(reason)), reason=reason)
    return match


def match_indicator(
    name: str, *, unit: Unit | str | None = None, change: Change | None = None, within: str | None = None
) -> IndicatorMatch | None:
    """Return the indicator that a name means, with the confidence and the reason, or None.

    Accents may be missing as a whole, spelling, case and order of words do not matter, nor does what says when and
    where. Time grows with the name; a name of more than 400 characters is none.

    Args:
        name: the name, as a plan writes it.
        unit: the unit of its target; tells a count from a share, an amount from a growth.
        change: whether the target is a level or a change.
        within: key of the indicator of the line that the name is a part of.

    >>> import chitieu as ct
    >>> ct.match_indicator("Tỉ lệ người dân tham gia BHYT năm 2026").key
    'hi'
    >>> ct.match_indicator("khu vực I", within="grdp_structure").key, ct.match_indicator("khu vực I", within="grdp_growth").key
    ('share_agri', 'growth_agri')
    >>> ct.match_indicator("Hộ nghèo", unit="hộ").key, ct.match_indicator("Hộ nghèo", unit="%").key
    ('poor_households', 'poor')
    >>> ct.match_indicator("Số hầm biogas") is None
    True
    """
    if len(name) > LONGEST_NAME:
        return None
    family, noun = _unit_words(unit) if unit is not None else (None, "")
    return _matched(name, catalogue(), _Aim(family, change), noun, within)


def match_target(name: str, target: Target | None, within: str | None = None) -> IndicatorMatch | None:
    """Return the indicator that the name of a target means: `match_indicator` with the target's unit and change."""
    if not name:
        return None
    if target is None:
        return match_indicator(name, within=within)
    return match_indicator(name, unit=target.quantity.unit, change=target.change, within=within)


def resolve_indicator(name: str) -> str | None:
    """Return the key of the indicator a name means, or None if no record fits.

    It is `match_indicator` for a name alone: the key where the confidence is enough.

    >>> resolve_indicator("Tỷ lệ đô thị hoá")
    'urban'
    >>> resolve_indicator("Số hầm biogas") is None
    True
    """
    match = match_indicator(name)
    return match.accepted if match else None
