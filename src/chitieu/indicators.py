"""The catalogue of indicators, and how a name in a plan is matched to it.

A name resolves to a record when one of the record's names is contained in it word for word; the longest
one wins. A name that fits no record stays unresolved: a wrong key is worse than none.
"""

from __future__ import annotations

import re
import tomllib
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


@cache
def _names() -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for record in available_indicators():
        for name in (record.name, *record.aliases):
            words = _name_words(name)
            if len(words.split()) > 1:  # one word (GRDP, CPI) stands inside too many other names
                found.setdefault(words, record.key)
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


_LONGEST_NAME = 400
"""Longer than any name; a runaway clause is no name, and is not searched."""


@lru_cache(maxsize=4096)
def _resolve(words: str) -> str | None:
    for name, key in _names():
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
    return _resolve(_name_words(name)) if len(name) <= _LONGEST_NAME else None
