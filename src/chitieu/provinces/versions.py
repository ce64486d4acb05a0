"""The version of the schema a format is written for: another major one is refused, a later minor one reads."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from chitieu.provinces.layers import FormatData
from chitieu.provinces.schema import API_VERSION, ProvinceFormat

__all__ = ["is_later", "parse_version", "without_unknown"]


def parse_version(written: object) -> tuple[int, int] | None:
    """Return major and minor version, or None where it is written wrongly.

    >>> parse_version("1.0"), parse_version("1"), parse_version(1.0)
    ((1, 0), None, None)
    """
    parts = written.split(".") if isinstance(written, str) else []
    right = len(parts) == len(API_VERSION) and all(part.isdecimal() and len(part) < 4 for part in parts)
    return (int(parts[0]), int(parts[1])) if right else None


def is_later(written: object) -> bool:
    """Whether a format is written for a later minor version than this one."""
    version = parse_version(written)
    return version is not None and version[0] == API_VERSION[0] and version > API_VERSION


def without_unknown(source: FormatData) -> FormatData:
    """Return a format of a later minor version without the settings this version does not know; others unchanged."""
    if not is_later(source.data.get("api")):
        return source
    return attrs.evolve(source, data=_known(source.data, ProvinceFormat))


def _known(data: Any, kind: Any) -> Any:
    """Return a value without the keys its kind does not have; what is of the wrong kind stays, to be named later."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _known(data, next(arg for arg in get_args(kind) if arg is not type(None)))
    if origin is tuple and isinstance(data, list):
        return [_known(item, get_args(kind)[0]) for item in data]
    if not isinstance(data, Mapping):
        return data
    if attrs.has(kind):
        hints = get_type_hints(kind)
        fields = attrs.fields_dict(kind)
        return {key: _known(value, hints[key]) for key, value in data.items() if key in fields}
    of_mapping = isinstance(origin, type) and issubclass(origin, Mapping)
    return {key: _known(value, get_args(kind)[1]) for key, value in data.items()} if of_mapping else data
