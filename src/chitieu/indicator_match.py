"""Which indicator of the catalogue a name in a plan means, how sure that is, and why.

A name is taken apart (`chitieu.indicator_words`) and looked up by what it measures; the sense it is measured in
(*tỷ lệ*, *tốc độ tăng*, *số*) tells records apart that measure the same thing. Where the name does not say it, the
target's unit and change do, then the line it is a part of. What is left undecided stays without a key: a wrong key is
worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from itertools import chain

from attrs import evolve, field, frozen

from chitieu.indicator_aim import EACH, Aim, aim_of
from chitieu.indicator_index import Entry, Index, index_of, said_inside, soft_names, soft_words
from chitieu.indicator_records import Catalogue, catalogue
from chitieu.indicator_variants import name_variants
from chitieu.indicator_words import LONGEST_NAME, NameWords, Sense, name_words, words_data
from chitieu.targets import Change, Target
from chitieu.units import Unit

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


_AMOUNTS, _SHARES = ("stock", "flow"), ("share", "rate")
_CHANGES = (Sense.GROWTH, Sense.CUT)
_HERDS = {"con": "đàn"}
"""What is counted in a unit that says nothing of it: *trâu 60.000 con* are a herd."""
_FIRM = 2
"""Words that two names must have in common for some others to be left out."""
_WHOLE_ECONOMY = frozenset({"grdp", "kinh", "tế", "cơ", "cấu", "ngành", "khu", "vực"})
_CUT = "_cut"
_STRUCTURE = frozenset({"grdp_structure", "share_agri", "share_ind", "share_serv", "share_tax"})
"""Shares of the sectors: only what is said to be a share is one, since plans give the sectors' growth in percent too."""


@cache
def _takes_percent() -> frozenset[str]:
    return frozenset(words_data()["change"]["takes_percent"])


def _of(entry: Entry, reason: MatchReason) -> IndicatorMatch:
    return IndicatorMatch(entry.record.key, _confidence(reason), reason, entry.name)


def _less_sure(match: IndicatorMatch | None) -> IndicatorMatch | None:
    """Return a match as one with words left out."""
    if match is None or match.confidence < _confidence(MatchReason.EXTRA_WORDS):
        return match
    return evolve(match, confidence=_confidence(MatchReason.EXTRA_WORDS))


def _one(found: Iterable[Entry]) -> Entry | None:
    """Return the first entry if all are of one record."""
    entries = tuple(found)
    return entries[0] if len({entry.record.key for entry in entries}) == 1 else None


def _of_sense(found: Iterable[Entry], sense: Sense) -> Entry | None:
    """Return the one record of a sense; names that a scope adds win."""
    fit = [entry for entry in found if entry.sense is sense]
    return _one([entry for entry in fit if entry.added] or fit)


def _growth(found: Iterable[Entry]) -> Entry | None:
    """Return the record of the growth, where a percentage of the thing means its growth."""
    growth = _of_sense(found, Sense.GROWTH)
    return growth if growth is not None and growth.record.key in _takes_percent() else None


def _changed(found: tuple[Entry, ...], aim: Aim) -> Entry | None:
    """Return the record of the change that a target sets: a growth or a cut, in percent or points."""
    if not aim.changes or not (aim.percent or aim.unit == "points"):
        return None
    cut = _of_sense(found, Sense.CUT) if aim.change is Change.DECREASE else None
    return cut or (_growth(found) if aim.percent else None)


def _with_target(entry: Entry, found: tuple[Entry, ...], aim: Aim, reason: MatchReason) -> IndicatorMatch:
    """Look at the target: it may mean a sibling of the record that the name means."""
    if entry.sense not in _CHANGES and aim.changes:
        counted = entry.sense is Sense.COUNT and aim.change is Change.DECREASE  # fewer households is no cut of a share
        changed = None if counted else _changed(found, aim)
        if changed is not None:
            return _of(changed, MatchReason.CHANGE)
        if aim.percent:
            return _of(entry, reason)
    if aim.fits(entry.record):
        return _of(entry, reason)
    fit = _one(other for other in found if other.sense not in _CHANGES and aim.fits(other.record))
    fit = fit or (_growth(found) if aim.percent else None)
    if fit is not None:
        return _of(fit, MatchReason.UNIT)
    return _of(
        entry, MatchReason.SHARE_OF_PLAN if aim.percent and entry.record.kind == "flow" else MatchReason.OTHER_UNIT
    )


@frozen
class _Query:
    """A name that is looked up: its target, and the key of the line it is in."""

    name: str
    aim: Aim
    within: str | None

    def choose(self, words: NameWords, found: tuple[Entry, ...], reason: MatchReason) -> IndicatorMatch | None:
        """Choose among the records that measure one thing."""
        sense = words.sense
        if words.weak is not Sense.NONE and sense in (Sense.NONE, Sense.PART) and _of_sense(found, words.weak):
            sense = words.weak
        if sense is Sense.CUT and words.raw[-1] == "còn":
            sense = Sense.PART  # "giảm tỷ lệ hộ nghèo còn"
        entry = _of_sense(found, sense)
        if entry is not None:
            return _with_target(entry, found, self.aim, reason)
        if sense is Sense.CUT and (part := _of_sense(found, Sense.PART)) is not None:
            return _with_target(part, found, self.aim, reason)  # "giảm tỷ lệ tử vong" sets the rate
        if sense not in (Sense.NONE, Sense.PART, Sense.COUNT):
            return None
        return (self.by_line(found) if sense is Sense.NONE else None) or self.by_target(sense, found)

    def by_line(self, found: tuple[Entry, ...]) -> IndicatorMatch | None:
        """Take the sense from the line: a part of the structure is a share, a part of the growth a growth."""
        if self.within is None or not (self.aim.unit is None or self.aim.percent):
            return None
        entry, line = None, name_words(self.within) if " " in self.within else None
        if line is not None and line.sense in (Sense.PART, Sense.GROWTH) and line.core <= _WHOLE_ECONOMY:
            entry = _of_sense(found, line.sense)
        elif self.within in _STRUCTURE and not self.aim.changes:
            entry = _of_sense(found, Sense.PART)
        elif self.within.endswith(_CUT):
            entry = _of_sense(found, Sense.CUT)
        elif self.within in _takes_percent():
            entry = _of_sense(found, Sense.GROWTH)
        return _of(entry, MatchReason.LINE) if entry is not None else None

    def by_target(self, sense: Sense, found: tuple[Entry, ...]) -> IndicatorMatch | None:
        """Take the sense from the target, where the name does not say it."""
        aim = self.aim
        changed = _changed(found, aim) if sense is not Sense.COUNT else None
        if changed is not None:
            return _of(changed, MatchReason.CHANGE)
        growth = _growth(found) if aim.percent else None
        if growth is not None:  # "GRDP 9%" is its growth; that of a sector may be its growth or its share
            return _of(growth, MatchReason.UNIT) if sense is Sense.NONE and _of_sense(found, Sense.NONE) else None
        levels = [entry for entry in found if entry.sense not in (*_CHANGES, Sense.CONTRIBUTION)]
        entry = _one(item for item in levels if aim.fits(item.record))
        if entry is None or (sense is Sense.NONE and entry.record.key in _STRUCTURE):
            return None
        if aim.unit is not None:
            return _of(entry, MatchReason.UNIT)
        others = _SHARES if sense is Sense.COUNT else _AMOUNTS  # "doanh nghiệp" alone is too little for their number
        thin = sense is not Sense.NONE or all(item.sense is not Sense.NONE for item in levels)
        return None if thin and entry.record.kind in others else _of(entry, MatchReason.EXTRA_WORDS)

    def bare(self, words: NameWords, found: tuple[Entry, ...]) -> bool:
        """Whether the name is nothing but the noun that is counted: *doanh nghiệp* may be those of any place.

        Where the catalogue has that noun alone as a name (*khách du lịch*), it is one.
        """
        if not self.aim.noun or words.sense is not Sense.NONE or any(entry.sense is Sense.NONE for entry in found):
            return False
        return words.core == name_words(self.aim.noun).core

    def look_up(self, known: Catalogue, *, accents: bool) -> IndicatorMatch | None:
        """Look the name up: as it is, inside its line, with what the unit adds, without what seldom matters."""
        index = index_of(known, accents=accents)
        words = name_words(self.name, accents=accents)
        match = self.inside_line(words, index) if self.within is not None else None
        if match is not None:
            return match
        if "(" in self.name and words.raw not in index.raw:
            match = self.with_brackets(index)
            if match is not None and match.accepted:
                return match
        if self.within is not None and self.aim.noun and words.core == name_words(self.aim.noun).core:
            match = self.with_line(words, index)  # "2 khu công nghiệp và 4 cụm công nghiệp" of those set up
            if match is not None:
                return match
        found = index.core.get(words.core, ())
        bare = self.bare(words, found)
        entry = index.raw.get(words.raw)
        if entry is not None:
            reason = MatchReason.EXACT if entry.own else MatchReason.ALIAS
            match = _with_target(entry, (*found, *index.growth.get(entry.record.key, ())), self.aim, reason)
        elif not bare:
            match = self.choose(words, found, MatchReason.WORDING)
        if match is not None and match.reason not in (MatchReason.SHARE_OF_PLAN, MatchReason.OTHER_UNIT):
            return match
        if not bare:
            others = chain(self.with_unit(words, index), self.more(words, index))
            match = next((other for other in others if other is not None and other.accepted), match)
        return match or _inside_other_words(words, index)

    def more(self, words: NameWords, index: Index) -> Iterator[IndicatorMatch | None]:
        """Yield what the name means with the words of its line, and with words fewer; the surer ones come first."""
        if self.within is not None:
            yield self.with_line(words, index)
        names = name_variants(self.name, self.aim.noun)
        if "(" in self.name:
            opened = evolve(self, name=_opened(self.name))
            yield from (opened.soft(index), opened.soft(index, 2))
        yield self.soft(index)
        for name in names:
            shorter = evolve(self, name=name)
            said = name_words(name, accents=index.accents)
            found = index.core.get(said.core, ())
            if not shorter.bare(said, found):
                yield _less_sure(shorter.choose(said, found, MatchReason.EXTRA_WORDS))
                yield from map(_less_sure, shorter.with_unit(said, index))
                yield shorter.soft(index)
        for name in (self.name, *names):
            yield evolve(self, name=name).soft(index, 2)
        for name in (self.name, *names):
            yield self.loose(name, index)

    def loose(self, name: str, index: Index) -> IndicatorMatch | None:
        """Look up the names that differ by words which seldom change what is meant, whichever of the two has them."""
        words = name_words(name, accents=index.accents, soft=2)
        loose, known = _loose(accents=index.accents), soft_words(index)
        firm = words.core - loose
        if len(firm) < _FIRM:
            return None
        rarest = min(firm, key=lambda word: (len(known.get(word, ())), word))
        apart = {core: len(core ^ words.core) for core in known.get(rarest, ()) if core ^ words.core <= loose and len(core ^ words.core) <= len(firm)}
        least = min(apart.values(), default=0)
        names = soft_names(index, 2)
        found = tuple(entry for core, count in apart.items() if count == least for entry in names[core])
        return _less_sure(self.choose(words, found, MatchReason.EXTRA_WORDS)) if found else None

    def with_line(self, words: NameWords, index: Index) -> IndicatorMatch | None:
        """Look up what the line measures with the words of its part, which add to its name or take the place of some.

        *mầm non* of the schools of a standard, *cụm công nghiệp* of how full industrial parks are.
        """
        part = words.core
        if not part or words.sense not in (Sense.NONE, Sense.COUNT):
            return None
        one = _one(self.beside(part, self.line_words(index), index.core, index.by_word))
        if one is None and str(self.within) not in index.records:
            part = name_words(self.name, accents=index.accents, soft=2).core
            line = self.line_words(index, soft=2)
            one = _one(self.beside(part, line, soft_names(index, 2), soft_words(index))) if part else None
        return _of(one, MatchReason.LINE) if one is not None else None

    def beside(
        self,
        part: frozenset[str],
        lines: Iterable[tuple[frozenset[str], Sense]],
        names: Mapping[frozenset[str], tuple[Entry, ...]],
        by_word: Mapping[str, tuple[frozenset[str], ...]],
    ) -> list[Entry]:
        """Return the names that have all words of the part, and else only such as the line has; the most of them win."""
        rarest = min(part, key=lambda word: (len(by_word.get(word, ())), word))
        most, fit = 0, list[Entry]()
        for line, sense in lines:
            if part <= line:
                continue  # it says nothing that the line does not say
            senses = (Sense.NONE, Sense.PART) if sense is Sense.NONE and self.aim.percent else (sense,)
            for core in by_word.get(rarest, ()):
                shared = len(core & line - part)
                if not shared or shared < most or not part < core <= line | part:
                    continue
                others = [
                    entry
                    for entry in names[core]
                    if entry.sense in senses and entry.record.key != self.within and self.aim.fits(entry.record)
                ]
                fit = others if shared > most and others else [*fit, *others]
                most = shared if others else most
        return fit

    def line_words(self, index: Index, soft: int = 0) -> Iterator[tuple[frozenset[str], Sense]]:
        """Yield what the names of the line measure, and in which sense."""
        line = str(self.within)
        if line in index.records:
            yield from ((core, entry.sense) for core, entry in index.of_record.get(line, ()))
        else:
            words = name_words(line, accents=index.accents, soft=soft)
            structure = frozenset({"cơ", "cấu"}) if index.accents else frozenset({"co", "cau"})
            yield (words.core - structure, Sense.PART) if structure <= words.core else (words.core, words.sense)

    def with_brackets(self, index: Index) -> IndicatorMatch | None:
        """Look the name up with what stands in brackets: *suy dinh dưỡng (cân nặng theo tuổi)* is another record."""
        words = name_words(_opened(self.name), accents=index.accents)
        return self.choose(words, index.core.get(words.core, ()), MatchReason.WORDING)

    def inside_line(self, words: NameWords, index: Index) -> IndicatorMatch | None:
        """Look up what a name means only inside its line."""
        line = index.records.get(str(self.within))
        key = index.inside.get((str(self.within), said_inside(words)))
        meant = line if _only_setter(words) else index.records.get(key) if key is not None else None
        if meant is None or not self.aim.fits(meant):
            return None
        return IndicatorMatch(meant.key, _confidence(MatchReason.LINE), MatchReason.LINE, meant.name)

    def with_unit(self, words: NameWords, index: Index) -> Iterator[IndicatorMatch | None]:
        """Yield what the name means with the words of its unit: per head, or the noun that is counted."""
        if self.aim.unit == EACH or str(self.aim.unit).endswith("/count:người"):
            each = name_words("bình quân đầu người", accents=index.accents).core
            yield self.choose(words, index.core.get(words.core | each, ()), MatchReason.UNIT)
        noun = self.aim.noun
        if noun:
            core = words.core | name_words(_HERDS.get(noun, noun), accents=index.accents).core
            match = self.choose(words, index.core.get(core, ()), MatchReason.UNIT)
            # Of a noun alone only what is added: how many there are may be those of any place.
            if match is not None and ("mới" in words.raw or "/" in noun or index.records[match.key].kind != "stock"):
                yield match
        if not words.core and words.sense is Sense.GROWTH and self.within in (None, "grdp"):
            entry = _growth(index.core.get(frozenset({"grdp"}), ()))
            said = name_words("tăng trưởng", accents=index.accents).raw
            if entry is not None and self.aim.fits(entry.record) and set(said) <= set(words.raw):
                yield _of(entry, MatchReason.EXTRA_WORDS)

    def soft(self, index: Index, soft: int = 1) -> IndicatorMatch | None:
        """Look the name up without the words that seldom change what is meant."""
        words = name_words(self.name, accents=index.accents, soft=soft)
        found = soft_names(index, soft).get(words.core, ()) if len(words.core) > 1 or words.core <= _alone() else ()
        return _less_sure(self.choose(words, found, MatchReason.EXTRA_WORDS))


@cache
def _alone() -> frozenset[str]:
    return frozenset(words_data()["dropped"]["alone"])


@cache
def _loose(*, accents: bool) -> frozenset[str]:
    words = name_words(" ".join(words_data()["loose"]["words"]), accents=accents).raw
    return frozenset(words)


def _opened(name: str) -> str:
    """Return a name without its brackets, but with what stands in them."""
    return name.replace("(", " ").replace(")", " ")


def _only_setter(words: NameWords) -> bool:
    """Whether a name says nothing but who set the target: *chỉ tiêu địa phương phấn đấu*."""
    return bool(_setters("needs").intersection(words.raw)) and _setters("words").issuperset(words.raw)


@cache
def _setters(part: str) -> frozenset[str]:
    return frozenset(word for phrase in words_data()["setter"][part] for word in name_words(phrase).raw)


def _inside_other_words(words: NameWords, index: Index) -> IndicatorMatch | None:
    """Return the longest name that is contained in the words, as a guess."""
    held = (core for word in words.core for core in index.holds.get(word, ()) if core < words.core)
    best = max(held, key=lambda core: (len(core), sorted(core)), default=frozenset[str]())
    if not best or 3 * len(best) < len(words.core):
        return None
    found = index.core[best]
    return _of(_of_sense(found, words.sense) or found[0], MatchReason.UNKNOWN_WORDS)


@lru_cache(maxsize=4096)
def _matched(query: _Query, known: Catalogue) -> IndicatorMatch | None:
    match = query.look_up(known, accents=True)
    if (match is None or not match.accepted) and query.name.isascii() and " " in query.name.strip():
        bare = query.look_up(known, accents=False)
        if bare is not None and bare.accepted:
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
        within: key of the indicator of the line that the name is a part of; where it has none, the line's name.

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
    return _matched(_Query(name, aim_of(unit, change), within), catalogue())


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
