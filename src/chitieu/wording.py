"""The words of ``data/wording.toml``, prepared for looking up from right to left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType

from attrs import frozen

__all__ = ["Cue", "CueRole", "Wording", "last_words", "wording"]


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


@cache
def wording() -> Wording:
    """Return the vocabulary; the file is read once."""
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
    for name in ("increase", "decrease"):
        cues.update(dict.fromkeys(changes[name], Cue(CueRole.CHANGE, name)))
    for name in ("at_least", "at_most", "more_than", "less_than", "about"):
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
        after=MappingProxyType(
            {
                name: re.compile(rf"\s{{0,3}}\(?\s{{0,3}}(?:{_alternatives(words)})(?![\w])\s?\)?")
                for name, words in data["after"].items()
            }
        ),
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

    A colon or a bracket right before the place is passed over; any other mark ends the words.
    """
    words = lower[max(0, pos - 40) : pos].rstrip(" :(").split()[-3:]
    one = words[-1] if words and words[-1].isalpha() else ""
    two = f"{words[-2]} {one}" if one and len(words) > 1 and words[-2].isalpha() else ""
    return one, two, f"{words[-3]} {two}" if two and len(words) > 2 and words[-3].isalpha() else ""
