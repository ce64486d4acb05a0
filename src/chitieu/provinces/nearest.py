"""What was probably meant by a setting the schema does not have, or by a name TOML cannot read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import takewhile
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from chitieu.provinces.layers import key_text
from chitieu.provinces.schema import ProvinceFormat
from chitieu.provinces.toml_places import Path

__all__ = ["nearest_setting", "quoted_keys"]

_MOST = 3
"""Settings of one name that are told at most."""
_SLIP = 0.85
"""How like two names are that differ by a slip of the pen."""


def nearest_setting(path: Path, known: tuple[str, ...]) -> str:
    """Return the setting that was probably meant, with its full path, or nothing where none is near.

    Args:
        path: the setting that was written.
        known: the names of the settings where it was written.

    >>> nearest_setting(("words", "at_least"), ("task_verbs", "bounds")), nearest_setting(("colour",), ("slug",))
    ('words.bounds.at_least', '')
    """
    name, around = str(path[-1]), path[:-1]
    elsewhere = _settings()
    if slip := get_close_matches(name, known, 1, _SLIP):  # "form" for "forms", though another table has a "form"
        return key_text((*around, slip[0]))
    if name in elsewhere:
        near = sorted(elsewhere[name], key=lambda other: (-_shared(other, around), len(other)))
        return " / ".join(map(key_text, near[:_MOST]))
    if close := get_close_matches(name, known, 1):
        return key_text((*around, close[0]))
    return next((key_text(elsewhere[other][0]) for other in get_close_matches(name, elsewhere, 1)), "")


def _shared(one: Path, other: Path) -> int:
    """Return how many parts two paths begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _settings() -> Mapping[str, list[Path]]:
    """Return the paths of all settings by their names, in the order of the schema."""
    found: dict[str, list[Path]] = {}
    for path in _paths(ProvinceFormat):
        found.setdefault(str(path[-1]), []).append(path)
    return found


def _paths(cls: type, above: Path = ()) -> Iterator[Path]:
    """Yield the path of every setting of a table, the tables inside it too: ``levels.<name>.forms``."""
    hints = get_type_hints(cls)
    for name in attrs.fields_dict(cls):
        kind, place = hints[name], (*above, name)
        yield place
        if attrs.has(kind):
            yield from _paths(kind, place)
            continue
        inner = [arg for arg in _arguments(kind) if attrs.has(arg)]
        of_mapping = isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping)
        for table in inner:
            yield from _paths(table, (*place, "<name>") if of_mapping else place)


def _arguments(kind: Any) -> tuple[Any, ...]:
    return () if get_origin(kind) in (Union, UnionType) else get_args(kind)


# --- names that need quotes ---------------------------------------------------------------------------------

_PART = r"""(?:"[^"\\]*"|'[^']*'|[^\W\d_](?:[\w \-]*[\w\-])?|[\w\-]+)"""
_KEY = re.compile(rf"(?:^|[{{,])\s*(?P<open>\[{{0,2}})\s*(?P<key>{_PART}(?:\s*\.\s*{_PART})*)\s*(?P<close>=|\]{{1,2}})")
_PARTS = re.compile(_PART)
_LONGEST = 500
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def quoted_keys(line: str) -> str:
    """Return the first name of a line that TOML reads only in quotes, written with them; nothing where all are right.

    >>> quoted_keys("[levels.mục]"), quoted_keys('giường y tế = "giường bệnh"'), quoted_keys('"tỷ" = "tỉ"')
    ('[levels."mục"]', '"giường y tế" =', '')
    """
    if len(line) > _LONGEST:
        return ""
    for found in _KEY.finditer(unicodedata.normalize("NFC", line)):
        parts = _PARTS.findall(found["key"])
        right = [part[0] in "'\"" or _BARE.fullmatch(part) is not None for part in parts]
        if not all(right):
            key = ".".join(part if fine else f'"{part}"' for part, fine in zip(parts, right, strict=True))
            return f"{found['open']}{key}{found['close']}" if found["open"] else f"{key} {found['close']}"
    return ""
