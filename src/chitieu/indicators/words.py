"""The words of a name of an indicator, made comparable: what is measured, and in which sense.

A name is folded, abbreviations are written out, what says when and where is left out. Of the rest, some words say how a
thing is measured (*tỷ lệ*, *tốc độ tăng*, *số*): its `Sense`. The others are the thing itself, its core, whose order does
not matter. The words are data (``data/indicator-words.toml``).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from attrs import frozen

from chitieu.text import CAPITALS, SMALL, fold

__all__ = [
    "ABBREVIATIONS",
    "LONGEST_NAME",
    "NameWords",
    "Sense",
    "known_words",
    "name_words",
    "plain",
    "plain_words",
    "spelled",
    "words_data",
]

LONGEST_NAME = 400
"""Characters; longer than any name. A runaway clause is no name, and is not searched."""


class Sense(Enum):
    """How a thing is measured, as far as a name says it."""

    NONE = ""
    GROWTH = "growth"
    CUT = "cut"
    PART = "part"
    COUNT = "count"
    CONTRIBUTION = "contribution"


_RANK = (Sense.CONTRIBUTION, Sense.GROWTH, Sense.CUT, Sense.PART, Sense.COUNT)
"""*Tỷ trọng đóng góp* is a contribution, *tỷ lệ tăng* is a growth: the first one said counts."""


@frozen
class NameWords:
    """A name taken apart.

    Attributes:
        raw: its words in order, as written but for case and spelling.
        core: what is measured; `sense`: how.
        weak: a sense that counts only where there is such an indicator (``giảm`` hộ nghèo).
    """

    raw: tuple[str, ...]
    core: frozenset[str]
    sense: Sense
    weak: Sense


@cache
def words_data() -> Mapping[str, Any]:
    """Return ``data/indicator-words.toml``."""
    return tomllib.loads(resources.files("chitieu").joinpath("data/indicator-words.toml").read_text(encoding="utf-8"))


_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DATES = re.compile(
    r"(?:(?:giai đoạn|thời kỳ|nhiệm kỳ)\s+)?(?<![0-9.,/])(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])(?:\s?[-–]\s?(?:năm )?(?:19|20)[0-9]{2}(?![0-9]))?"
    r"|(?<![0-9.,/])[0-3]?[0-9]/(?:0?[1-9]|1[0-2])(?:/[0-9]{4})?(?![0-9.,/])"
    r"|(?<!\w)(?:(?:quý (?:iii|ii|iv|i|[1-4])|tháng [0-9]{1,2})(?!\w)(?:\s?/\s?[0-9]{4}(?![0-9]))?|[0-9]{1,2} (?:năm|tháng)(?: (?:đầu|cuối) năm)?(?!\w)|giai đoạn|thời kỳ)"
)
_MARK = re.compile(r"\s*(?:[0-9]{1,2}|\w)[/).]\s")
_AFTER_MARK = frozenset("/).")
"""A list number that was left before the name: ``c/``, ``12)``."""
_MAY_DATE = re.compile(r"[0-9]|quý|giai đoạn|thời kỳ")
_PROVINCE = re.compile(
    rf"(?:(?<!\w)của )?(?<!\w)(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) (?:[{CAPITALS}][{SMALL}]+(?: - | |(?!\w))){{1,4}}"
)
"""The province a name belongs to: *GRDP của tỉnh Sông Hậu*."""
_PER_GRDP = re.compile(r"\s?/\s?grdp(?!\w)")
_PER_HEAD = re.compile(r"\s?/\s?người(?!\w)")
_VOWEL_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_ENDS_IN_Y = re.compile(r"(?:[hklmst]|qu|g)[yýỳỷỹỵ]")


def spelled(word: str) -> str:
    """Write a word's vowel y as i, as both spellings are in use: *tỷ, tỉ*; *bác sỹ, bác sĩ*; *quy mô, qui mô*."""
    return word.translate(_VOWEL_Y) if _ENDS_IN_Y.fullmatch(word) else word


def plain(text: str) -> str:
    """Return a text without the marks of its letters: *hộ nghèo* is *ho ngheo*."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def _digits(word: str) -> str:
    """Write a number without the marks between its digits and without a leading zero (``dưới 01 tuổi``)."""
    return word.replace(".", "").replace(",", "").lstrip("0") or "0"


def _split(text: str) -> tuple[str, ...]:
    words = [spelled(word) if word[-1] in "yýỳỷỹỵ" else word for word in _WORD.findall(text)]
    return tuple([_digits(word) if word[0] <= "9" else word for word in words])


_SAID = tuple((f"sense.{sense.value}", sense) for sense in _RANK)
_WEAK = tuple((f"weak.{sense.value}", sense) for sense in _RANK)


class _Vocabulary:
    """The phrases of the data, found by their first word; the longest that fits counts."""

    def __init__(self, *, accents: bool, soft: int) -> None:
        data = words_data()
        self.accents = accents
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
        for meant, written in data["same"].items():
            words = tuple(meant.split())
            for phrase in (meant, *written):
                self._add(phrase, tuple(self._word(word) for word in words), "")
        for phrase in data["whole"]["phrases"]:
            self._add(phrase, self._words(phrase), "")
        for phrase in (
            *data["dropped"]["phrases"],
            *(data["dropped"]["soft"] if soft else ()),
            *(data["dropped"]["softer"] if soft > 1 else ()),
        ):
            self._add(phrase, (), "")
        for kind in ("sense", "weak"):
            for sense, phrases in data[kind].items():
                for phrase in phrases:
                    self._add(phrase, (), f"{kind}.{sense}")
        for found in self.phrases.values():
            found.sort(key=lambda item: -len(item[0]))
        self.short = {self._word(word): self._words(meant) for word, meant in data["short"].items()}
        self.light = {self._word(word) for word in data["dropped"]["light"]}

    def _word(self, word: str) -> str:
        return spelled(word) if self.accents else plain(spelled(word))

    def _words(self, phrase: str) -> tuple[str, ...]:
        return tuple(self._word(word) for word in _split(phrase))

    def _add(self, phrase: str, meant: tuple[str, ...], sense: str) -> None:
        words = self._words(phrase)
        self.phrases.setdefault(words[0], []).append((words, meant, sense))

    def read(self, raw: tuple[str, ...], words: tuple[str, ...]) -> NameWords:
        """Take the words of a name apart."""
        if not self.short.keys().isdisjoint(words):
            words = tuple(part for word in words for part in self.short.get(word, (word,)))
        core: list[str] = []
        senses: set[str] = set()
        at = 0
        while at < len(words):
            for phrase, meant, sense in self.phrases.get(words[at], ()):
                if len(phrase) == 1 or words[at : at + len(phrase)] == phrase:
                    core += meant if meant == phrase else [word for word in meant if word not in core]
                    senses.add(sense)
                    at += len(phrase)
                    break
            else:
                if words[at] not in self.light:
                    core.append(words[at])
                at += 1
        said = weak = Sense.NONE
        if any(senses):
            said = next((sense for name, sense in _SAID if name in senses), said)
            weak = next((sense for name, sense in _WEAK if name in senses), weak)
        return NameWords(raw, _counted(core), said, weak)


ABBREVIATIONS = frozenset(
    [
        "cpi",
        "ddci",
        "dti",
        "fdi",
        "gini",
        "grdp",
        "hdi",
        "icor",
        "iip",
        "index",
        "ocop",
        "papi",
        "par",
        "pci",
        "pgi",
        "pii",
        "sipas",
        "tfp",
    ]
)
"""What follows a name as its abbreviation says nothing more: *chỉ số sản xuất công nghiệp IIP*."""


def _counted(core: list[str]) -> frozenset[str]:
    """Return the words as a set; one said twice (*hộ nghèo và hộ cận nghèo*) counts as another word the second time."""
    once = frozenset(core)
    if len(once) == len(core):
        return once
    twice = {f"{word} 2" for word in once if core.count(word) > 1 and word not in ABBREVIATIONS}
    return once | twice if twice else once


@cache
def _vocabulary(*, accents: bool, soft: int) -> _Vocabulary:
    return _Vocabulary(accents=accents, soft=soft)


@cache
def known_words() -> frozenset[str]:
    """Return the words that are known of names besides those of the records: abbreviations, qualifiers, verbs."""
    read = _vocabulary(accents=True, soft=2)
    data = words_data()
    lists = (*data["loose"].values(), *data["variants"].values(), *data["setter"].values())
    phrases = (word for found in read.phrases.values() for phrase, _, _ in found for word in phrase)
    named = (word for words in lists for phrase in words for word in _split(phrase))
    beside = (spelled(word) for item in data["beside"] for word in item["words"])
    return frozenset([*phrases, *named, *beside, *read.light, *read.short])


@lru_cache(maxsize=16384)
def name_words(name: str, *, accents: bool = True, soft: int = 0) -> NameWords:
    """Take a name apart.

    Args:
        name: the name; brackets in it count only where nothing stands outside them.
        accents: whether the marks of letters count.
        soft: 1 leaves out words too that seldom change what is meant, 2 more of them.

    >>> words = name_words("Tỉ lệ người dân tham gia BHYT năm 2026 (%)")
    >>> sorted(words.core), words.sense.value
    (['bảo', 'dân', 'gia', 'hiểm', 'số', 'tham', 'tế', 'y'], 'part')
    """
    text = fold(name)
    lower = text.lower()
    if lower[1:2] in _AFTER_MARK or lower[2:3] in _AFTER_MARK:
        mark = _MARK.match(text)
        text = text[mark.end() :] if mark else text
        lower = text.lower()
    if "tỉnh " in lower or "thành phố " in lower or "tp" in lower:
        lower = _PROVINCE.sub("", text).lower()
    if "/" in lower:
        lower = _PER_GRDP.sub(" so với grdp", _PER_HEAD.sub(" bình quân người ", lower))
    raw = words = _split(lower)
    bare = _BRACKETS.sub(" ", lower) if "(" in lower or "[" in lower else lower
    if bare is not lower or _MAY_DATE.search(lower):
        words = _split(_DATES.sub(" ", bare))
    if not accents:
        raw, words = tuple(map(plain, raw)), tuple(map(plain, words))
    vocabulary = _vocabulary(accents=accents, soft=soft)
    found = vocabulary.read(raw, words)
    if not found.core and found.sense is Sense.NONE and bare is not lower:
        inner = _split(_DATES.sub(" ", lower))
        return vocabulary.read(raw, inner if accents else tuple(map(plain, inner)))
    return found


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without marks, in order, abbreviations that plans use written out.

    >>> plain_words("Tỷ lệ BHYT")
    ('ti', 'le', 'bao', 'hiem', 'y', 'te')
    """
    short = _vocabulary(accents=False, soft=0).short
    words = (plain(word) for word in _split(fold(text).lower()))
    return tuple(part for word in words for part in short.get(word, (word,)))
