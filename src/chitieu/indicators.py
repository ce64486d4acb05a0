"""The catalogue of indicators, and how a name in a plan is matched to it.

A name resolves to a record when one of the record's names is contained in it word for word; the longest
one wins. A name that fits no record stays unresolved: a wrong key is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib import resources

from attrs import field, frozen

from chitieu.text import fold

__all__ = ["Indicator", "available_indicators", "get_indicator", "resolve_indicator"]


@frozen
class Indicator:
    """An indicator of the catalogue.

    Attributes:
        key: stable name, e.g. ``poor`` for the poverty rate.
        name, aliases: its names.
        group: the part of the plan it belongs to; `unit`: its usual unit.
        direction: ``higher`` or ``lower`` is better, ``target_band``, or ``context``.
        kind: stock, flow, rate, share, ratio, index …
        code: code in Quyết định 05/2023/QĐ-TTg where known; `code_status` says how sure.

    >>> import chitieu as ct
    >>> indicator = ct.get_indicator("near_poor")
    >>> indicator.name, indicator.direction
    ('Tỷ lệ hộ cận nghèo', 'lower')
    """

    key: str
    name: str
    group: str
    unit: str
    direction: str
    kind: str | None = None
    code: str | None = None
    code_status: str | None = None
    aliases: tuple[str, ...] = field(default=(), converter=tuple)


@cache
def available_indicators() -> tuple[Indicator, ...]:
    """Return the catalogue.

    >>> import chitieu as ct
    >>> "near_poor" in {getattr(item, "key", item) for item in ct.available_indicators()}
    True
    """
    data = tomllib.loads(resources.files("chitieu").joinpath("data/indicators.toml").read_text(encoding="utf-8"))
    return tuple(Indicator(**record) for record in data["indicator"])


def get_indicator(key: str) -> Indicator:
    """Return one record of the catalogue.

    Raises:
        KeyError: there is no such key.

    >>> get_indicator("poor").direction
    'lower'
    """
    return _by_key()[key]


@cache
def _by_key() -> dict[str, Indicator]:
    return {record.key: record for record in available_indicators()}


_QUALIFIERS = re.compile(
    r"\s(?:theo (?:chuẩn|giá|tiêu chí)\b.*|(?:đến |trong )?năm [0-9]{4}.*|giai đoạn .*|trên địa bàn(?: tỉnh| thành phố)?|(?:của )?toàn tỉnh|của tỉnh)"
)
"""What narrows an indicator without making it another one."""


def _name_words(name: str) -> str:
    bare = _QUALIFIERS.sub(" ", re.sub(r"\([^)]*\)", " ", fold(name).lower()))
    words = re.sub(r"[^\w%/]+", " ", bare)
    return f" {' '.join(words.replace('tỉ lệ', 'tỷ lệ').split())} "


@frozen(eq=False)
class Names:
    """The names that resolve: words of each with its key, the longest name first."""

    pairs: tuple[tuple[str, str], ...]


@cache
def _own_names() -> Names:
    return _sorted_names(
        (record.key, name) for record in available_indicators() for name in (record.name, *record.aliases)
    )


def _sorted_names(pairs: Iterable[tuple[str, str]]) -> Names:
    found: dict[str, str] = {}
    for key, name in pairs:
        words = _name_words(name)
        if len(words.split()) > 1:  # one word (GRDP, CPI) stands inside too many other names
            found.setdefault(words, key)
    return Names(tuple(sorted(found.items(), key=lambda item: -len(item[0]))))


_current: ContextVar[Names | None] = ContextVar("chitieu_indicators", default=None)


def names_in_force() -> Names:
    """Return the names that resolve: those of the catalogue, and those a format in use adds."""
    return _current.get() or _own_names()


@contextmanager
def using(extended: Names) -> Iterator[Names]:
    """Put other names in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)


def with_aliases(aliases: Mapping[str, Iterable[str]]) -> Names:
    """Return the names of the catalogue and more of them, by key; the added ones win.

    Raises:
        KeyError: the catalogue has no such key.
    """
    added = [(get_indicator(key).key, name) for key, names in aliases.items() for name in names]
    own = [(key, name) for name, key in _own_names().pairs]
    return _sorted_names([*added, *own])


_LONGEST_NAME = 400
"""Longer than any name; a runaway clause is no name, and is not searched."""


@lru_cache(maxsize=4096)
def _resolve(words: str, names: Names) -> str | None:
    for name, key in names.pairs:
        if name in words and len(name) * 2 >= len(words):
            return key
    return None


def resolve_indicator(name: str) -> str | None:
    """Return the key of the indicator a name means, or None if no record fits.

    The record's name must make up at least half of the given name, so that ``Tỷ lệ hộ nghèo`` resolves
    and a long sentence that only mentions it does not.

    >>> resolve_indicator("Tỷ lệ đô thị hoá")
    'urban'
    >>> resolve_indicator("Số hầm biogas") is None
    True
    """
    return _resolve(_name_words(name), names_in_force()) if len(name) <= _LONGEST_NAME else None
