"""How a name is looked up: as it is, inside its line, with the words of its unit, and with words more or fewer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from attrs import evolve, frozen

from chitieu.indicators.aim import EACH, Aim
from chitieu.indicators.found import (
    CHANGES,
    STRUCTURE,
    IndicatorMatch,
    MatchReason,
    changed,
    confidence_of,
    growth_of,
    less_sure,
    match_of,
    of_sense,
    one_record,
    takes_percent,
    with_target,
)
from chitieu.indicators.index import Entry, Index, index_of, said_inside, soft_names, soft_words
from chitieu.indicators.likeness import nearly_the_same, of_any_index
from chitieu.indicators.records import Catalogue
from chitieu.indicators.variants import name_variants
from chitieu.indicators.words import ABBREVIATIONS, NameWords, Sense, name_words, words_data

__all__ = ["Query"]

_AMOUNTS, _SHARES = ("stock", "flow"), ("share", "rate")
_PART_OF_INDEX = re.compile(r"thành phần|trụ cột")
_IN_BRACKETS = re.compile(r"\(([^()]{2,30})\)")
_HERDS = {"con": "đàn"}
"""What is counted in a unit that says nothing of it: *trâu 60.000 con* are a herd."""
_WHOLE_ECONOMY = frozenset({"grdp", "kinh", "tế", "cơ", "cấu", "ngành", "khu", "vực"})
_CUT = "_cut"
_WIDE = frozenset({"fdi", "grdp", "ocop", "tfp"})
"""Abbreviations that stand in brackets behind a part of the name of several indicators: *(GRDP) bình quân đầu người*."""


@frozen
class Query:
    """A name that is looked up: its target, and the key of the line it is in."""

    name: str
    aim: Aim
    within: str | None

    def choose(self, words: NameWords, found: tuple[Entry, ...], reason: MatchReason) -> IndicatorMatch | None:
        """Choose among the records that measure one thing."""
        sense = words.sense
        if words.weak is not Sense.NONE and sense in (Sense.NONE, Sense.PART) and of_sense(found, words.weak):
            sense = words.weak
        if sense is Sense.CUT and words.raw[-1] == "còn":
            sense = Sense.PART  # "giảm tỷ lệ hộ nghèo còn"
        entry = of_sense(found, sense)
        if entry is not None:
            return with_target(entry, found, self.aim, reason)
        if sense is Sense.CUT and (part := of_sense(found, Sense.PART)) is not None:
            return with_target(part, found, self.aim, reason)  # "giảm tỷ lệ tử vong" sets the rate
        if sense not in (Sense.NONE, Sense.PART, Sense.COUNT):
            return None
        return (self.by_line(found) if sense is Sense.NONE else None) or self.by_target(sense, found)

    def by_line(self, found: tuple[Entry, ...]) -> IndicatorMatch | None:
        """Take the sense from the line: a part of the structure is a share, a part of the growth a growth."""
        if self.within is None or not (self.aim.unit is None or self.aim.percent):
            return None
        entry, line = None, name_words(self.within) if " " in self.within else None
        if line is not None and line.sense in (Sense.PART, Sense.GROWTH) and line.core <= _WHOLE_ECONOMY:
            entry = of_sense(found, line.sense)
        elif self.within in STRUCTURE and not self.aim.changes:
            entry = of_sense(found, Sense.PART)
        elif self.within.endswith(_CUT):
            entry = of_sense(found, Sense.CUT)
        elif self.within in takes_percent():
            entry = of_sense(found, Sense.GROWTH)
        return match_of(entry, MatchReason.LINE) if entry is not None else None

    def by_target(self, sense: Sense, found: tuple[Entry, ...]) -> IndicatorMatch | None:
        """Take the sense from the target, where the name does not say it."""
        aim = self.aim
        change = changed(found, aim) if sense is not Sense.COUNT else None
        if change is not None:
            return match_of(change, MatchReason.CHANGE)
        growth = growth_of(found) if aim.percent else None
        if growth is not None:  # "GRDP 9%" is its growth; that of a sector may be its growth or its share
            return match_of(growth, MatchReason.UNIT) if sense is Sense.NONE and of_sense(found, Sense.NONE) else None
        levels = [entry for entry in found if entry.sense not in (*CHANGES, Sense.CONTRIBUTION)]
        entry = one_record(item for item in levels if aim.fits(item.record))
        if entry is None or (sense is Sense.NONE and entry.record.key in STRUCTURE):
            return None
        if aim.unit is not None:
            return match_of(entry, MatchReason.UNIT)
        others = _SHARES if sense is Sense.COUNT else _AMOUNTS  # "doanh nghiệp" alone is too little for their number
        thin = sense is not Sense.NONE or all(item.sense is not Sense.NONE for item in levels)
        return None if thin and entry.record.kind in others else match_of(entry, MatchReason.EXTRA_WORDS)

    def bare(self, words: NameWords, found: tuple[Entry, ...]) -> bool:
        """Whether the name is nothing but the noun that is counted: *doanh nghiệp* may be those of any place.

        Where the catalogue has that noun alone as a name (*khách du lịch*), or both their number and their share (*hộ
        nghèo*), it is one.
        """
        senses = {entry.sense for entry in found}
        if (
            not self.aim.noun
            or words.sense is not Sense.NONE
            or Sense.NONE in senses
            or senses >= {Sense.PART, Sense.COUNT}
        ):
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
            match = with_target(entry, (*found, *index.growth.get(entry.record.key, ())), self.aim, reason)
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
                yield less_sure(shorter.choose(said, found, MatchReason.EXTRA_WORDS))
                yield from map(less_sure, shorter.with_unit(said, index))
                yield shorter.soft(index)
        for name in (self.name, *names):
            yield evolve(self, name=name).soft(index, 2)
        for name in (self.name, *names):
            yield self.loose(name, index)
        for inner in () if _PART_OF_INDEX.search(self.name.lower()) else _IN_BRACKETS.findall(self.name):
            if name_words(inner, accents=index.accents).core <= ABBREVIATIONS - _WIDE:
                yield less_sure(evolve(self, name=inner).plainly(index))

    def plainly(self, index: Index) -> IndicatorMatch | None:
        """Look the name up as it is: *(SIPAS)* behind any words."""
        words = name_words(self.name, accents=index.accents)
        return self.choose(words, index.core.get(words.core, ()), MatchReason.EXTRA_WORDS) if words.core else None

    def loose(self, name: str, index: Index) -> IndicatorMatch | None:
        """Look up the names that differ by words which seldom change what is meant, whichever of the two has them."""
        words = name_words(name, accents=index.accents, soft=2)
        found = nearly_the_same(words.core, index)
        return less_sure(self.choose(words, found, MatchReason.EXTRA_WORDS)) if found else None

    def with_line(self, words: NameWords, index: Index) -> IndicatorMatch | None:
        """Look up what the line measures with the words of its part, which add to its name or take the place of some.

        *mầm non* of the schools of a standard, *cụm công nghiệp* of how full industrial parks are.
        """
        part = words.core
        if not part or words.sense not in (Sense.NONE, Sense.COUNT):
            return None
        one = one_record(self.beside(part, self.line_words(index), index.core, index.by_word))
        if one is None and str(self.within) not in index.records:
            part = name_words(self.name, accents=index.accents, soft=2).core
            line = self.line_words(index, soft=2)
            one = one_record(self.beside(part, line, soft_names(index, 2), soft_words(index))) if part else None
        return match_of(one, MatchReason.LINE) if one is not None else None

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
                # "đô thị" of "dân số dùng nước hợp vệ sinh" is no share of all people
                thin = self.aim.percent and 2 * shared < len(line - part)
                if not shared or shared < most or thin or not part < core <= line | part:
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
        return IndicatorMatch(meant.key, confidence_of(MatchReason.LINE), MatchReason.LINE, meant.name)

    def with_unit(self, words: NameWords, index: Index) -> Iterator[IndicatorMatch | None]:
        """Yield what the name means with the words of its unit: per head, or the noun that is counted."""
        if self.aim.unit == EACH or str(self.aim.unit).endswith("/count:người"):
            each = name_words("bình quân đầu người", accents=index.accents).core
            yield self.choose(words, index.core.get(words.core | each, ()), MatchReason.UNIT)
        noun = self.aim.noun
        if noun and (
            base := _bases(accents=index.accents) & words.core
        ):  # "bác sĩ và giường bệnh trên 1 vạn dân đạt 10 bác sĩ"
            core = name_words(noun, accents=index.accents).core
            yield self.choose(words, index.core.get(core | base, ()), MatchReason.UNIT) if core < words.core else None
        if noun:
            core = words.core | name_words(_HERDS.get(noun, noun), accents=index.accents).core
            match = self.choose(words, index.core.get(core, ()), MatchReason.UNIT)
            # Of a noun alone only what is added: how many there are may be those of any place.
            if match is not None and (
                "mới" in words.raw or "/" in noun or noun in _HERDS or index.records[match.key].kind != "stock"
            ):
                yield match
        if not words.core and words.sense is Sense.GROWTH and self.aim.percent and self.within in (None, "grdp"):
            entry = growth_of(index.core.get(frozenset({"grdp"}), ()))
            said = name_words("tăng trưởng", accents=index.accents).raw
            if entry is not None and self.aim.fits(entry.record) and set(said) <= set(words.raw):
                yield match_of(entry, MatchReason.EXTRA_WORDS)

    def soft(self, index: Index, soft: int = 1) -> IndicatorMatch | None:
        """Look the name up without the words that seldom change what is meant."""
        words = name_words(self.name, accents=index.accents, soft=soft)
        if self.aim.noun and words.core <= name_words(self.aim.noun, accents=index.accents).core:
            return None  # what is left is only what is counted
        if words.core <= of_any_index(accents=index.accents):
            return None  # a place of which index nothing says
        found = soft_names(index, soft).get(words.core, ()) if len(words.core) > 1 or words.core <= _alone() else ()
        return less_sure(self.choose(words, found, MatchReason.EXTRA_WORDS))


@cache
def _alone() -> frozenset[str]:
    return frozenset(words_data()["dropped"]["alone"])


@cache
def _bases(*, accents: bool) -> frozenset[str]:
    return name_words("vạn dân", accents=accents).core | name_words("nghìn dân", accents=accents).core


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
    return match_of(of_sense(found, words.sense) or found[0], MatchReason.UNKNOWN_WORDS)
