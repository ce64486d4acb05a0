"""The names of a catalogue of indicators, indexed by what they measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from chitieu.indicators.records import Catalogue, Indicator
from chitieu.indicators.words import NameWords, Sense, name_words, words_data

__all__ = ["Entry", "Index", "index_of", "said_inside", "soft_names", "soft_words"]


@frozen(eq=False)
class Entry:
    """One name of a record.

    Attributes:
        record, name: whose name it is.
        sense: how it says the thing is measured.
        own: whether it is the record's name and no alias.
        added: whether a province or program adds it; such names win.
    """

    record: Indicator
    name: str
    sense: Sense
    own: bool
    added: bool = False


@frozen(eq=False)
class Index:
    """The names of a catalogue.

    Attributes:
        raw, core: names by all their words, and by what they measure.
        entries: all of them.
        holds: cores by the word in them that is the rarest.
        inside: keys of names that mean something inside a line, by the key of the line and their core.
        by_word: cores by each of their words.
        of_record: the cores of a record's names, by its key.
        growth: the record of its growth, by the key of what grows.
        records: the records by key.
        accents: whether the marks of letters count.
    """

    raw: Mapping[tuple[str, ...], Entry]
    core: Mapping[frozenset[str], tuple[Entry, ...]]
    entries: tuple[Entry, ...]
    holds: Mapping[str, tuple[frozenset[str], ...]]
    inside: Mapping[tuple[str, frozenset[str]], str]
    of_record: Mapping[str, tuple[tuple[frozenset[str], Entry], ...]]
    by_word: Mapping[str, tuple[frozenset[str], ...]]
    growth: Mapping[str, tuple[Entry, ...]]
    records: Mapping[str, Indicator]
    accents: bool


def _names(known: Catalogue) -> Iterator[tuple[Indicator, str, bool, bool]]:
    """Yield the names with their records, those added first."""
    for key, name in known.added:
        yield known.records[key], name, False, True
    for record in known.records.values():
        yield record, record.name, True, False
        for name in record.aliases:
            yield record, name, False, False


def _by_rarest(cores: Iterable[frozenset[str]]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the cores of two words and more by the one of their words that the fewest others have."""
    often: dict[str, int] = {}
    for words in cores:
        for word in words:
            often[word] = often.get(word, 0) + 1
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for words in cores:
        if len(words) > 1:
            rarest = min(words, key=lambda word: (often[word], word))
            found[rarest] = (*found.get(rarest, ()), words)
    return found


def said_inside(words: NameWords) -> frozenset[str]:
    """Return what a name says inside its line: *với vốn đăng ký* is that of the line, *vốn đăng ký* may be any."""
    return words.core | {words.raw[0]} if words.raw[:1] in (("với",), ("voi",)) else words.core


@lru_cache(maxsize=64)
def index_of(known: Catalogue, *, accents: bool) -> Index:
    """Return the index of a catalogue; one is built for each catalogue that is in force."""
    raw: dict[tuple[str, ...], Entry] = {}
    core: dict[frozenset[str], tuple[Entry, ...]] = {}
    entries: list[Entry] = []
    of_record: dict[str, tuple[tuple[frozenset[str], Entry], ...]] = {}
    for record, name, own, added in _names(known):
        words = name_words(name, accents=accents)
        sense = words.sense if words.sense is not Sense.NONE else words.weak
        entry = Entry(record, name, sense, own, added)
        entries.append(entry)
        raw.setdefault(words.raw, entry)
        if words.core:
            core[words.core] = (*core.get(words.core, ()), entry)
            of_record[record.key] = (*of_record.get(record.key, ()), (words.core, entry))
    inside = {
        (within, said_inside(name_words(name, accents=accents))): item["key"]
        for item in words_data()["inside"]
        for name in item["names"]
        for within in item["within"]
    }
    by_word: dict[str, list[frozenset[str]]] = {}
    for words_of_core in core:
        for word in words_of_core:
            by_word.setdefault(word, []).append(words_of_core)
    growth = {
        record.growth_of: (Entry(record, record.name, Sense.GROWTH, own=True),)
        for record in known.records.values()
        if record.growth_of is not None
    }
    return Index(
        raw,
        core,
        tuple(entries),
        _by_rarest(tuple(core)),
        inside,
        of_record,
        {word: tuple(cores) for word, cores in by_word.items()},
        growth,
        known.records,
        accents,
    )


@lru_cache(maxsize=64)
def soft_names(index: Index, soft: int = 1) -> Mapping[frozenset[str], tuple[Entry, ...]]:
    """Return the names by their core without the words that seldom change what is meant."""
    found: dict[frozenset[str], tuple[Entry, ...]] = {}
    for entry in index.entries:
        core = name_words(entry.name, accents=index.accents, soft=soft).core
        if core:
            found[core] = (*found.get(core, ()), entry)
    return found


@lru_cache(maxsize=64)
def soft_words(index: Index) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return those cores, without as many words as can be left out, by each of their words."""
    found: dict[str, list[frozenset[str]]] = {}
    for core in soft_names(index, 2):
        for word in core:
            found.setdefault(word, []).append(core)
    return {word: tuple(cores) for word, cores in found.items()}
