"""Formats as layers of data: one laid over the one it extends, and which of them a setting comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from chitieu.provinces.schema import IDENTITY, ProvinceFormat
from chitieu.provinces.toml_places import Path

__all__ = ["FormatData", "Origin", "key_text", "merge", "origins"]

_CHOICES = frozenset({"order", "levels"})
"""Names of lists that are one choice, parts in their order (``header.order``, ``layout.levels``): they override."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class FormatData:
    """The data of one format file, before what it extends is laid under it.

    Attributes:
        slug: its slug; `file`: its name, for messages.
        data: what the file says.
        lines: the line of each key.
        base: the data it extends, or None.
    """

    slug: str
    file: str
    data: Mapping[str, Any]
    lines: Mapping[Path, int]
    base: FormatData | None = None

    def chain(self) -> Iterator[FormatData]:
        """Yield this and what it extends, the root last."""
        yield self
        if self.base is not None:
            yield from self.base.chain()

    def merged(self) -> dict[str, Any]:
        """Return the data with everything below it."""
        if self.base is None:
            return dict(self.data)
        below = {key: value for key, value in self.base.merged().items() if key not in IDENTITY}
        return merge(below, self.data)


def merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one format's data over another's: tables merge, lists add (its own first), single values override.

    >>> merge({"a": 1, "l": ["x"]}, {"a": 2, "l": ["y"]})
    {'a': 2, 'l': ['y', 'x']}
    """
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            result[key] = merge(below, value)
        elif isinstance(value, list) and isinstance(below, list) and key not in _CHOICES:
            result[key] = [*value, *(item for item in below if item not in value)]
        else:
            result[key] = value
    return result


@frozen
class Origin:
    """Where a setting of a format comes from.

    Attributes:
        key: the setting (``numbers.pad_counts``); items of lists are listed one by one.
        value: its value.
        slug: the format that says so.
        overrides: the value it replaces, or None.

    >>> import chitieu as ct
    >>> next(origin for origin in ct.province_origins("ben-tre") if origin.key == "numbers.pad_counts")
    Origin(key='numbers.pad_counts', value=True, slug='ben-tre', overrides=False)
    """

    key: str
    value: Any
    slug: str
    overrides: Any = None


def _leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, (list, tuple)) and path[-1] not in _CHOICES:
        for item in data:
            yield path, item
    else:
        yield path, data


def origins(source: FormatData) -> tuple[Origin, ...]:
    """Return every setting in force with the format it comes from, in the order of the schema's keys."""
    found: dict[tuple[Path, str], Origin] = {}
    for layer in reversed(list(source.chain())):
        own = {key: value for key, value in layer.data.items() if layer is source or key not in IDENTITY}
        for path, value in _leaves(own):
            in_list = isinstance(_at(own, path), list) and path[-1] not in _CHOICES
            key = (path, repr(value) if in_list else "")
            before = found.get(key)
            overrides = before.value if before and not in_list and before.value != value else None
            if before is None or not in_list:
                found[key] = Origin(key_text(path), value, layer.slug, overrides)
    order = {name: at for at, name in enumerate(attrs.fields_dict(ProvinceFormat))}
    return tuple(sorted(found.values(), key=lambda item: (order.get(item.key.partition(".")[0], 99), item.key)))


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def key_text(path: Path) -> str:
    """Write a path as people write it in a TOML file.

    >>> key_text(("units", "giường y tế")), key_text(("agencies", 0, "name"))
    ('units."giường y tế"', 'agencies[0].name')
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
            continue
        key = part if _BARE_KEY.fullmatch(part) else f'"{part}"'
        text += f".{key}" if text else key
    return text
