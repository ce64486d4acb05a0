"""The agencies known by name: the catalogue's, and those a province's format adds, as they are in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from attrs import frozen

from chitieu.agencies.openings import FIRST_WORDS, HEAD
from chitieu.agencies.records import AgencyRecord, agency_records, bound, records_by_key
from chitieu.text import fold

__all__ = ["Directory", "directory", "name_words_of", "names_of", "using", "with_agencies"]


def name_words_of(name: str) -> tuple[str, ...]:
    """Return what writings of one name share: its words, without case, dashes and commas."""
    return tuple(re.findall(r"[\w&]+", name.lower()))


_CALLED_AFTER_PLACES = frozenset({"doanh nghiệp nhà nước"})
"""Without its place such a name is half a name: ``Công ty Điện lực`` ┃ ``Sông Hậu``."""


def names_of(records: Iterable[AgencyRecord]) -> dict[tuple[str, ...], str]:
    """Map the words of every writing to a key; a trailing ``tỉnh`` may be left out."""
    found: dict[tuple[str, ...], str] = {}
    for record in records:
        name = re.sub(r"\s*\(.*", "", record.name)
        heads = (name.split()[0],) if record.category.startswith("sở") else ()
        writings = [name, *record.aliases, *(f"{head} {short}" for head in heads for short in record.abbreviations)]
        for writing in writings:
            words = name_words_of(writing)
            found.setdefault(words, record.key)
            if words[-2:] == ("thành", "phố") and "," in writing:  # "Thuế tỉnh, thành phố" is either
                words = words[:-2]
                found.setdefault(words, record.key)
            if words[-1:] == ("tỉnh",) and len(words) > 2 and record.category not in _CALLED_AFTER_PLACES:
                found.setdefault(words[:-1], record.key)
    for short, full in (("ubnd", ("ủy", "ban", "nhân", "dân")), ("hđnd", ("hội", "đồng", "nhân", "dân"))):
        for words, key in list(found.items()):
            for at in range(len(words)):
                if words[at : at + 4] == full:
                    found.setdefault((*words[:at], short, *words[at + 4 :]), key)
    return found


@frozen(eq=False)
class Directory:
    """The agencies that are known by name: the catalogue, and those a format adds.

    Attributes:
        names: the words of every writing → key.
        first_words: words a name can begin with.
        records: the records by key, each knowing the others.
        heads: matches where a name may begin that no head word of the language opens (``BPTV``), or None.
    """

    names: Mapping[tuple[str, ...], str]
    first_words: frozenset[str]
    records: Mapping[str, AgencyRecord]
    heads: re.Pattern[str] | None = None


@cache
def _own_directory() -> Directory:
    return Directory(names_of(agency_records()), FIRST_WORDS, records_by_key())


_current: ContextVar[Directory | None] = ContextVar("chitieu_agencies", default=None)


def directory() -> Directory:
    """Return the directory in force: the library's own, or the one of a format in use."""
    return _current.get() or _own_directory()


@contextmanager
def using(extended: Directory) -> Iterator[Directory]:
    """Put another directory in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)


def with_agencies(records: Iterable[AgencyRecord]) -> Directory:
    """Return the catalogue with more agencies; a writing of theirs wins over one of the catalogue."""
    local = tuple(records)
    names = names_of(local)
    for record in local:  # an abbreviation of one province is a name of its own there
        names.update((name_words_of(short), record.key) for short in record.abbreviations)
    strange = {writing for record in local for writing in _writings(record) if not HEAD.match(writing)}
    ordered = "|".join(re.escape(fold(writing)) for writing in sorted(strange, key=len, reverse=True))
    return Directory(
        {**_own_directory().names, **names},
        FIRST_WORDS | {words[0] for words in names},
        bound((*agency_records(), *local)),
        re.compile(rf"(?<![\w&])(?:{ordered})(?![\w&])") if strange else None,
    )


def _writings(record: AgencyRecord) -> tuple[str, ...]:
    return (record.name, *record.aliases, *record.abbreviations)
