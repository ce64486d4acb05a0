"""Writes the settings of a province format into a page, from the classes that hold them.

The page has the line `PLACE`; when Sphinx reads the page, `reference()` takes its place. Nothing is kept twice: the
sentences and examples are the ones of `chitieu.settings.setting`, the values in force those of ``standard``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from chitieu import levels
from chitieu.provinces import get_province, schema
from chitieu.provinces.layers import merge
from chitieu.provinces.loading import settings_of
from chitieu.work import assigning

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["PLACE", "Setting", "label", "reference", "settings", "setup"]

PLACE = "<!-- the settings, from the classes -->"
"""The line of a page that the settings take the place of."""

_PLAIN = {str: "text", bool: "`true` or `false`", int: "a whole number", date: "a day, without quotes"}


@attrs.frozen
class Setting:
    """One setting, as the page shows it.

    Attributes:
        path: its keys from the root (``("numbers", "pad_counts")``); ``*`` stands for a name the author chooses.
        says: its sentence; `example`: how it is written, empty for a table.
        kind: the type of its value.
        inner: the class of a table or of the tables in a list, or None.
    """

    path: tuple[str, ...]
    says: str
    example: str
    kind: Any
    inner: type | None

    @property
    def key(self) -> str:
        """The last key."""
        return self.path[-1]

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return get_origin(self.kind) is tuple

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a table with names the author chooses."""
        return isinstance(get_origin(self.kind), type) and issubclass(get_origin(self.kind), Mapping)


# --- walking the classes ------------------------------------------------------------------------------------


def settings(cls: type = schema.ProvinceFormat, path: tuple[str, ...] = ()) -> Iterator[Setting]:
    """Yield every setting, each table before what is in it."""
    hints = get_type_hints(cls)
    for item in attrs.fields(cls):
        kind = _without_none(hints[item.name])
        inner = _inner(kind)
        found = Setting((*path, item.name), item.metadata["says"], item.metadata["example"], kind, inner)
        yield found
        if inner is not None:
            yield from settings(inner, (*found.path, "*") if found.is_mapping else found.path)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _inner(kind: Any) -> type | None:
    """Return the class a value is made of: itself, that of its items, or that of the values of its table."""
    origin = get_origin(kind)
    item = get_args(kind)[1 if isinstance(origin, type) and issubclass(origin, Mapping) else 0] if origin else kind
    return item if attrs.has(item) else None


# --- words ----------------------------------------------------------------------------------------------------


def label(path: tuple[str, ...]) -> str:
    """Return the anchor of a setting or a table: ``format-numbers-pad-counts``."""
    return "-".join(("format", *(part for part in path if part != "*"))).replace("_", "-")


def table_title(found: Setting) -> str:
    """Return how a table is opened in a file: ``[numbers]``, ``[levels.NAME]``, ``[[agencies]]``."""
    name = ".".join(found.path)
    if found.is_mapping and found.inner:
        return f"[{name}.NAME]"
    return f"[[{name}]]" if found.is_list else f"[{name}]"


def _kind(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(f"`{_toml(value)}`" for value in get_args(kind))
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return "a list of texts" if item is str else f"a list of {_kind(item)}"
    return _PLAIN[kind]


def _toml(value: Any) -> str:
    """Write a value as a TOML file holds it; characters nobody can see are escaped."""
    if isinstance(value, str):
        text = json.dumps(value, ensure_ascii=False)
        return "".join(char if _visible(char) else f"\\u{ord(char):04x}" for char in text)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    return value.isoformat() if isinstance(value, date) else str(value)


def _visible(char: str) -> bool:
    return char == " " or unicodedata.category(char)[0] not in "CZ"


def _extending(found: Setting) -> str:
    """Say what becomes of the setting of the format that is extended."""
    if found.path[0] in schema.IDENTITY:
        return "not taken over"
    if not found.is_list:
        return "overrides"
    replaced = merge({found.key: ["below"]}, {found.key: ["own"]})[found.key] == ["own"]
    return "the list takes the place of the other" if replaced else "adds to the list"


def _standard(path: tuple[str, ...]) -> Any:
    """Return the value in `standard`; None where it gives none."""
    value: Any = settings_of(get_province("standard"))
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


# --- writing the page ---------------------------------------------------------------------------------------


def reference() -> str:
    """Return the settings as Markdown: first those outside tables, then one section a table."""
    found = list(settings())
    lines = ["## Settings of the file", "", "They stand at the top of the file, before the first table.", ""]
    for item in found:
        if len(item.path) == 1 and not _is_table(item):
            lines += _setting(item, "")
    for item in found:
        if _is_table(item):
            lines += _table(item)
        elif len(item.path) > 1:
            lines += _setting(item, _title_of(found, item))
    return "\n".join(lines)


def _is_table(found: Setting) -> bool:
    return found.inner is not None or found.is_mapping


def _title_of(found: list[Setting], item: Setting) -> str:
    """Return the title of the table a setting stands in."""
    around = tuple(part for part in item.path[:-1] if part != "*")
    return next(table_title(table) for table in found if table.path == around)


def _table(found: Setting) -> list[str]:
    lines = [f"({label(found.path)})=", f"## `{table_title(found)}`", "", found.says, ""]
    if not found.is_mapping:
        return lines
    if found.inner is None:
        merged = "adds to" if get_origin(get_args(found.kind)[1]) is tuple else "overrides"
        lines += [f"- Value of each line: {_kind(get_args(found.kind)[1])}."]
        lines += [f"- With `extends`: each line {merged} the line of that name.", ""]
    lines += ["```toml", f"[{'.'.join(found.path)}]", found.example, "```", ""]
    return [*lines, *_standard_table(found)]


def _standard_table(found: Setting) -> list[str]:
    """Write the table of a mapping as `standard` has it."""
    entries = _standard(found.path)
    if not entries:
        return ["`standard` has none.", ""]
    columns = [item.name for item in attrs.fields(found.inner)] if found.inner else ["value"]
    rows = [[entry[name] for name in columns] if found.inner else [entry] for entry in entries.values()]
    lines = ["In `standard`:", "", f"| name | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    for name, row in zip(entries, rows, strict=True):
        lines.append(f"| `{name}` | {' | '.join(map(_cell, row))} |")
    return [*lines, ""]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(f"`{_toml(item)}`" for item in value)
    return "" if value is None else f"`{_toml(value)}`"


def _setting(found: Setting, title: str) -> list[str]:
    lines = [f"({label(found.path)})=", f"### `{found.key}`", "", found.says, ""]
    lines += [f"- Value: {_kind(found.kind)}.", f"- With `extends`: {_extending(found)}.", f"- {_default(found)}"]
    if found.example:
        written = found.example if found.is_mapping else f"{found.key} = {found.example}"
        lines += ["", "```toml", *([title] if title else []), written, "```"]
    return [*lines, ""]


def _default(found: Setting) -> str:
    """Say what `standard` has; for what every file must say, or what is no habit, that."""
    if found.path in (("slug",), ("name",)):
        return "Must be given."
    if found.path[0] in schema.IDENTITY:
        return "May be left out."
    if len(found.path) > 1 and found.path[0] in ("levels", "agencies", "local_indicators"):
        required = found.key in ("forms", "key", "name")
        return "Must be given." if required else "May be left out."
    value = _standard(found.path)
    nothing = value in (None, []) or (value == "" and "" not in get_args(found.kind))
    return "In `standard`: none." if nothing else f"In `standard`: `{_toml(value)}`."


# --- Sphinx -------------------------------------------------------------------------------------------------


def _fill(app: Sphinx, _page: str, content: list[str]) -> None:
    if PLACE in content[0]:
        for module in (schema, levels, assigning):
            app.env.note_dependency(str(module.__file__))
        content[0] = content[0].replace(PLACE, reference())


def setup(app: Sphinx) -> dict[str, bool]:
    """Fill the page when Sphinx reads it."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True}
