"""The words of ``data/wording.toml``, prepared for looking up from right to left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType

from attrs import evolve, frozen

from chitieu.text import fold

__all__ = ["Cue", "CueRole", "Wording", "last_words", "only_cues", "using", "with_words", "wording"]


class CueRole(Enum):
    """What a word before a number says of it."""

    BOUND = "bound"
    FROM = "from"
    COMPARE = "compare"
    CHANGE = "change"
    LEVEL = "level"
    LINK = "link"
    FILLER = "filler"
    STOP = "stop"


@frozen
class Cue:
    """A word or phrase that says how a number is meant; `value` names the bound or the change."""

    role: CueRole
    value: str = ""


@frozen
class Wording:
    """The vocabulary, by use; every phrase is folded and in lower case."""

    cues: Mapping[str, Cue]
    longest: int
    list_scope: frozenset[str]
    negated: frozenset[str]
    negated_by: re.Pattern[str]
    after_words: Mapping[str, tuple[str, ...]]
    after: Mapping[str, re.Pattern[str]]
    labels: frozenset[str]
    loose_labels: frozenset[str]
    number_signs: frozenset[str]
    number_nouns: frozenset[str]
    rank_exact: frozenset[str]
    rank_top: frozenset[str]
    ranked: frozenset[str]
    abstract: frozenset[str]
    semi: frozenset[str]
    semi_after: tuple[str, ...]
    durations: tuple[str, ...]
    index: re.Pattern[str]


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_current: ContextVar[Wording | None] = ContextVar("chitieu_wording", default=None)


def wording() -> Wording:
    """Return the vocabulary in force: the library's own, or the one of a format in use."""
    return _current.get() or _own_wording()


@contextmanager
def using(extended: Wording) -> Iterator[Wording]:
    """Put another vocabulary in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)


_CHANGE_NAMES = ("increase", "decrease")
_BOUND_NAMES = ("at_least", "at_most", "more_than", "less_than", "about")


def with_words(before: Mapping[str, Iterable[str]], after: Mapping[str, Iterable[str]]) -> Wording:
    """Return the library's vocabulary with more words for bounds and changes.

    Args:
        before: words that stand before a number, by what they say: a bound (``at_least`` …), a change
            (``increase``, ``decrease``), ``level``, ``from``, ``link`` (joins a name to its value) or
            ``filler`` (says nothing).
        after: words behind the unit, by bound (``at_least``, ``at_most``).
    """
    own = _own_wording()
    cues = dict(own.cues)
    for name, phrases in before.items():
        cues.update(dict.fromkeys((fold(phrase).lower() for phrase in phrases), _cue(name)))
    words = {
        name: (*own.after_words[name], *(fold(phrase).lower() for phrase in after.get(name, ())))
        for name in own.after_words
    }
    return evolve(
        own,
        cues=MappingProxyType(cues),
        longest=max(phrase.count(" ") + 1 for phrase in cues),
        after_words=MappingProxyType(words),
        after=_after_patterns(words),
    )


def _cue(name: str) -> Cue:
    if name in _BOUND_NAMES:
        return Cue(CueRole.BOUND, name)
    return Cue(CueRole.CHANGE, name) if name in _CHANGE_NAMES else Cue(CueRole(name))


def _after_patterns(words: Mapping[str, Iterable[str]]) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType(
        {
            name: re.compile(rf"\s{{0,3}}\(?\s{{0,3}}(?:{_alternatives(phrases)})(?![\w])\s?\)?")
            for name, phrases in words.items()
        }
    )


@cache
def _own_wording() -> Wording:
    data = tomllib.loads(resources.files("chitieu").joinpath("data/wording.toml").read_text(encoding="utf-8"))
    cues: dict[str, Cue] = {}
    bounds, changes = data["bounds"], data["changes"]
    for role, words in (
        ("stop", changes["stop"]),
        ("filler", changes["filler"]),
        ("link", changes["link"]),
        ("level", changes["level"]),
    ):
        cues.update(dict.fromkeys(words, Cue(CueRole(role))))
    for name in _CHANGE_NAMES:
        cues.update(dict.fromkeys(changes[name], Cue(CueRole.CHANGE, name)))
    for name in _BOUND_NAMES:
        cues.update(dict.fromkeys(bounds[name], Cue(CueRole.BOUND, name)))
    cues.update(dict.fromkeys(bounds["from"], Cue(CueRole.FROM)))
    cues.update(dict.fromkeys(bounds["compare_up"], Cue(CueRole.COMPARE, "increase")))
    cues.update(dict.fromkeys(bounds["compare_down"], Cue(CueRole.COMPARE, "decrease")))
    labels, ranks = data["labels"], data["ranks"]
    return Wording(
        cues=MappingProxyType(cues),
        longest=max(phrase.count(" ") + 1 for phrase in cues),
        list_scope=frozenset(data["scope"]["list"]),
        negated=frozenset(data["negated"]["words"]),
        negated_by=re.compile(rf"\b(?:{_alternatives(data['negated']['by'])})\b"),
        after_words=MappingProxyType({name: tuple(words) for name, words in data["after"].items()}),
        after=_after_patterns(data["after"]),
        labels=frozenset(labels["strict"]),
        loose_labels=frozenset(labels["loose"]),
        number_signs=frozenset(labels["number_sign"]),
        number_nouns=frozenset(labels["number_noun"]),
        rank_exact=frozenset(ranks["exact"]),
        rank_top=frozenset(ranks["top"]),
        ranked=frozenset(ranks["ranked"]),
        abstract=frozenset(data["abstract"]["nouns"]),
        semi=frozenset(data["abstract"]["semi"]),
        semi_after=tuple(data["abstract"]["semi_after"]),
        durations=tuple(data["measured"]["duration"]),
        index=re.compile(rf"\b(?:{_alternatives(data['measured']['index'])})\b"),
    )


def last_words(lower: str, pos: int) -> tuple[str, str, str]:
    """Return the last one, two and three words before a place (empty where there are fewer).

    A colon or a bracket right before the place is passed over; any other mark ends the words, and a bracket begins them.
    """
    words = lower[max(0, pos - 40) : pos].rstrip(" :(").rpartition("(")[2].split()[-3:]
    one = words[-1] if words and words[-1].isalpha() else ""
    two = f"{words[-2]} {one}" if one and len(words) > 1 and words[-2].isalpha() else ""
    return one, two, f"{words[-3]} {two}" if two and len(words) > 2 and words[-3].isalpha() else ""


def only_cues(text: str) -> bool:
    """Whether a text holds nothing but words that say how a number is meant.

    >>> only_cues("phấn đấu đạt tối thiểu"), only_cues("năm")
    (True, False)
    """
    words, known, at = text.strip(" :").split(), wording(), 0
    while at < len(words):
        taken = next(
            (count for count in range(known.longest, 0, -1) if " ".join(words[at : at + count]) in known.cues), 0
        )
        if not taken:
            return False
        at += taken
    return True
