"""Which agency a name stands for: full name, abbreviation, office of its head, symbol of a document.

`chitieu.agencies.reader` finds names inside sentences; here a name stands alone, and more writings are understood.
Case, dashes, commas and ``và`` do not matter; accents do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from attrs import frozen

from chitieu import areas
from chitieu.agencies.known import Directory
from chitieu.agencies.records import AgencyRecord
from chitieu.documents.naming import document_words
from chitieu.text import fold

__all__ = ["lookup", "place_words", "plain_words"]

_FULL: Mapping[str, str] = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "vp": "văn phòng",
    "đbqh": "đại biểu quốc hội",
    "đđbqh": "đoàn đại biểu quốc hội",
    "nhnn": "ngân hàng nhà nước",
    "kbnn": "kho bạc nhà nước",
    "bhxh": "bảo hiểm xã hội",
    "chqs": "chỉ huy quân sự",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "bql": "ban quản lý",
    "bqlda": "ban quản lý dự án",
    "kcn": "khu công nghiệp",
    "ptnt": "phát triển nông thôn",
    "tp": "thành phố",
}
_PASSED_OVER = frozenset({"và", "các"})
_LEVELS = (("tỉnh",), ("thành", "phố"))
_TITLES = tuple(
    tuple(title.split())
    for title in (
        "chánh", "trưởng", "giám đốc", "chủ tịch", "cục trưởng", "chi cục trưởng", "chỉ huy trưởng", "chính ủy",
        "viện trưởng", "chánh án", "bí thư", "tổng biên tập", "hiệu trưởng", "thủ trưởng", "chủ nhiệm", "trưởng đoàn",
        "lãnh đạo", "người đứng đầu",
    )
)  # fmt: skip
"""Offices, the short ones first: ``Chánh Văn phòng UBND tỉnh`` heads the office and not the committee."""
_LONGEST_PLACE = 5  # words: Bà Rịa - Vũng Tàu has four

Words = tuple[str, ...]


def plain_words(name: str, passed_over: Collection[str] = _PASSED_OVER) -> Words:
    """Return the words of a name, abbreviations of bodies in full; the words passed over are left out.

    >>> plain_words("VP. UBND tỉnh")
    ('văn', 'phòng', 'ủy', 'ban', 'nhân', 'dân', 'tỉnh')
    """
    words: list[str] = re.findall(r"[^\W_]+", fold(name).lower())
    if words[:-1] in ([], ["sở"]):  # "TP", "Sở TP": justice, and no town
        return tuple(words)
    return tuple(part for word in words if word not in passed_over for part in _FULL.get(word, word).split())


def _without_level(words: Words) -> Words:
    for level in _LEVELS * 2:  # "Thuế tỉnh, thành phố"
        if len(words) > len(level) and words[-len(level) :] == level:
            words = words[: -len(level)]
    return words


def _joined(words: Words) -> str:
    return "".join(words)


@frozen(eq=False)
class _Index:
    """The writings of a directory: joined words → records, own names before others; prefixes, the longest first."""

    names: Mapping[str, tuple[tuple[int, AgencyRecord], ...]]
    prefixes: tuple[tuple[Words, AgencyRecord], ...]


def _writings(record: AgencyRecord) -> Iterator[tuple[int, str]]:
    yield 0, record.name
    yield 0, record.name.partition(" (")[0]
    yield from ((1, alias) for alias in record.aliases)
    shorts = (*record.abbreviations, *record.symbols)
    yield from ((2, short) for short in shorts)
    if record.category.startswith("sở"):
        yield from ((1, f"Sở {short}") for short in shorts)


@lru_cache(maxsize=64)
def _index(directory: Directory) -> _Index:
    names: dict[str, dict[str, tuple[int, AgencyRecord]]] = {}
    prefixes: list[tuple[Words, AgencyRecord]] = []
    for record in directory.records.values():
        for rank, writing in _writings(record):
            words = plain_words(writing)
            for key in {_joined(words), _joined(_without_level(words))}:
                names.setdefault(key, {}).setdefault(record.key, (rank, record))
        prefixes += [(plain_words(prefix), record) for prefix in record.prefixes]
    ordered = {
        key: tuple(sorted(found.values(), key=lambda entry: (entry[0], entry[1].valid_from or date.min)))
        for key, found in names.items()
    }
    return _Index(ordered, tuple(sorted(prefixes, key=lambda entry: -len(entry[0]))))


@cache
def _areas_by_words() -> Mapping[Words, tuple[areas.Area, ...]]:
    found: dict[Words, tuple[areas.Area, ...]] = {}
    for area in areas.by_id().values():
        for name in {place_words(area.short_name), *map(place_words, area.aliases)}:
            found[name] = (*found.get(name, ()), area)
    return found


def place_words(name: str) -> Words:
    """Return the words of the name of a province, without its level."""
    words = plain_words(name)
    for level in _LEVELS:
        if words[: len(level)] == level and len(words) > len(level):
            words = words[len(level) :]
    return words


def _without_title(words: Words) -> Iterator[Words]:
    """Yield a name as it is, then without the office before it: ``Phó Giám đốc`` ┃ ``Sở Y tế``."""
    yield words
    rest = words[1:] if words[:1] in (("phó",), ("quyền",)) else words
    yield from (rest[len(title) :] for title in _TITLES if rest[: len(title)] == title)


def _without_place(words: Words, home: Collection[Words] | None) -> Iterator[Words]:
    """Yield a name without the province it ends with, where that is one of `home` (or any, if that is None)."""
    for count in range(1, min(_LONGEST_PLACE, len(words) - 1) + 1):
        rest, place = words[:-count], words[-count:]
        here = _areas_by_words().get(place, ())
        if not here and not (home and place in home):
            continue
        # "thành phố Bến Tre" was a town in a province of that name: no level of the agencies of the province.
        town = rest[-2:] == ("thành", "phố") and here and all(area.kind == "tỉnh" for area in here)
        if not town and (home is None or place in home):
            yield rest


def _symbol(text: str) -> Iterator[str]:
    """Yield what may be the body in a number of a document: ``12/TTr-STC``, ``350/SYT-NVY``, ``09-NQ/TU``."""
    if not re.search(r"[-/]", text) or " " in text.strip():
        return
    groups = [group for group in re.split(r"[-/]", text.strip()) if not group[:1].isdigit()]
    kinds = {kind.lower() for kind in document_words().party}
    while groups and groups[0].lower() in kinds:
        groups.pop(0)
    yield from groups[:1]


def lookup(
    directory: Directory, name: str, on: date | None = None, home: Collection[Words] | None = None
) -> AgencyRecord | None:
    """Return the record a name stands for.

    Args:
        directory: the agencies to choose from.
        name: any writing; the name of a province behind it may stand or not.
        on: the day it must exist on; None takes the oldest of that name.
        home: words of the names of the province (`place_words`); an agency of another one is not found. None
            allows any.

    Returns:
        The record, or None: no agency of the directory has that name then, or two have it alike.
    """
    index = _index(directory)
    for words in _without_title(plain_words(name)):
        for rest in (words, *_without_place(words, home)):
            found = _among(index, rest, on)
            if found:
                return found
        for prefix, record in index.prefixes:
            if words[: len(prefix)] == prefix and len(words) > len(prefix) and (on is None or record.exists_on(on)):
                return record
    return next((found for symbol in _symbol(name) if (found := _among(index, plain_words(symbol), on))), None)


def _among(index: _Index, words: Words, on: date | None) -> AgencyRecord | None:
    if not words:
        return None
    known = index.names.get(_joined(words)) or index.names.get(_joined(_without_level(words)), ())
    found = [(rank, record) for rank, record in known if on is None or record.exists_on(on)]
    alike = [record for rank, record in found if rank == found[0][0]]
    return alike[0] if alike and (on is None or len(alike) == 1) else None
