"""Settings written as TOML; the standard library only reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

__all__ = ["toml_lines", "toml_value"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def _quoted(text: str) -> str:
    """Write a text in quotes; what no editor shows is written by its number."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in plain)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def toml_value(value: Any) -> str:
    """Write a value on one line.

    >>> toml_value({"a": [True, 7, "tỷ"], "b": date(2025, 6, 30), "c": None})
    '{ a = [true, 7, "tỷ"], b = 2025-06-30 }'
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(key)} = {toml_value(item)}" for key, item in value.items() if _said(item)) + " }"
        )
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml_value, value))}]"
    return str(value) if isinstance(value, (int, date)) else _quoted(str(value))


def _said(value: Any) -> bool:
    """Whether a value says anything: TOML has no word for nothing, and empty lists and tables are the default."""
    return value is not None and value not in ("", [], (), {})


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and any(map(_is_table, value))


def toml_lines(data: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[str]:
    r"""Yield the lines of a table: its values first, then the tables in it.

    Args:
        data: the table; what is None or empty is left out.
        path: the keys that lead to it.

    >>> print(*toml_lines({"a": {"b": 1, "c": {"đ": [""]}}, "e": [{"f": 2}]}), sep="\n")
    <BLANKLINE>
    [a]
    b = 1
    <BLANKLINE>
    [a.c]
    "đ" = [""]
    <BLANKLINE>
    [[e]]
    f = 2
    """
    said = {key: value for key, value in data.items() if _said(value)}
    plain = {key: value for key, value in said.items() if not _is_table(value) and not _is_tables(value)}
    yield from (f"{_key(key)} = {toml_value(value)}" for key, value in plain.items())
    for key, value in said.items():
        name = ".".join(map(_key, (*path, key)))
        if _is_tables(value):
            for item in value:
                yield from ("", f"[[{name}]]", *toml_lines(item, (*path, key)))
        elif _is_table(value):
            inner = list(toml_lines(value, (*path, key)))
            header = ["", f"[{name}]"] if inner and inner[0] else []  # a table of tables alone needs no header
            yield from (*header, *inner)
