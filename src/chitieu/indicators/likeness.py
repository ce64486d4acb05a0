"""Names that differ from another by words which seldom change what is meant.

Some words seldom do so anywhere (*các*, *thực hiện*), others beside one record only: *nguồn ngân sách* says nothing more
of what is disbursed, and all of a revenue. Both are data (``data/indicator-words.toml``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from chitieu.indicators.index import Entry, Index, soft_names
from chitieu.indicators.words import ABBREVIATIONS, name_words, words_data

__all__ = ["nearly_the_same", "of_any_index"]

_FIRM = 2
"""Words that two names must have in common for others to be left out that are not words of the record."""


@cache
def _loose(*, accents: bool) -> frozenset[str]:
    words = name_words(" ".join(words_data()["loose"]["words"]), accents=accents).raw
    return frozenset(words)


@cache
def of_any_index(*, accents: bool) -> frozenset[str]:
    """Return the words that every index has, and none is named by: *thứ hạng*, *chỉ số*.

    >>> sorted(of_any_index(accents=True))
    ['chỉ', 'số']
    """
    return frozenset(name_words("chỉ số", accents=accents).raw)


@cache
def _beside(*, accents: bool) -> Mapping[str, frozenset[str]]:
    """Return the words that change nothing beside the names of one record, by its key."""
    found: dict[str, frozenset[str]] = {}
    for item in words_data()["beside"]:
        once = name_words(" ".join(item["words"]), accents=accents).raw
        words = frozenset([*once, *(f"{word} 2" for word in once)])
        for key in item["keys"]:
            found[key] = found.get(key, frozenset()) | words
    return found


def _says_enough(core: frozenset[str]) -> bool:
    """Whether a name is one without the words that are left out: one word is only where it stands for several."""
    return len(core) > 1 or core <= ABBREVIATIONS or all("-" in word for word in core)


@lru_cache(maxsize=64)
def _by_firm_word(index: Index) -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """Return the cores with those of their words that a name must have, by the one of these that the fewest have."""
    loose = _loose(accents=index.accents)
    nothing = loose | of_any_index(accents=index.accents)
    cores = [(core, core - loose) for core in soft_names(index, 2) if not core <= nothing and _says_enough(core)]
    often: dict[str, int] = {}
    for _, firm in cores:
        for word in firm:
            often[word] = often.get(word, 0) + 1
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for core, firm in cores:
        if firm:
            rarest = min(firm, key=lambda word: (often[word], word))
            found.setdefault(rarest, []).append((core, firm))
    return {word: tuple(pairs) for word, pairs in found.items()}


def nearly_the_same(words: frozenset[str], index: Index) -> tuple[Entry, ...]:
    """Return the names that are nearest to a core, of those that differ by such words only.

    Args:
        words: what a name measures, without the words that are left out first.
        index: the names.

    >>> from chitieu.indicators.index import index_of
    >>> from chitieu.indicators.records import catalogue
    >>> index = index_of(catalogue(), accents=True)
    >>> core = name_words("Tỷ lệ giải ngân các nguồn vốn đầu tư công", soft=2).core
    >>> {entry.record.key for entry in nearly_the_same(core, index)}
    {'disburse'}
    """
    loose, beside = _loose(accents=index.accents), _beside(accents=index.accents)
    names, by_firm_word = soft_names(index, 2), _by_firm_word(index)
    apart: dict[Entry, int] = {}
    for word in words - loose:
        for core, firm in by_firm_word.get(word, ()):
            if not firm <= words:
                continue
            other = core ^ words
            for entry in names[core]:
                more = other - beside.get(entry.record.key, frozenset())
                if more <= loose and len(more) <= len(firm) and (len(firm) >= _FIRM or not more):
                    apart[entry] = len(other)
    least = min(apart.values(), default=0)
    return tuple(entry for entry, count in apart.items() if count == least)
