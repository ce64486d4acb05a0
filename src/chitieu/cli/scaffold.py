"""``chitieu province new``: a plugin package for a province, ready to install and to pass the conformance kit.

The files are templates in the folder ``template``; the settings of the format file are written from the schema, so
that no setting is forgotten there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from chitieu import __version__, areas
from chitieu.cli.toml_text import toml_value
from chitieu.errors import ChitieuError
from chitieu.provinces.json_schema import SCHEMA_FILE, shipped_schema
from chitieu.provinces.registry import available_provinces, province_home
from chitieu.provinces.schema import API_VERSION, IDENTITY, ProvinceFormat

__all__ = ["Written", "write_plugin"]

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ENDING = ".template"
"""Behind every name in the folder of templates: tools would take a pyproject.toml there for one of their own."""


@frozen
class Written:
    """A package that was written.

    Attributes:
        folder: its folder; `format_file`: the file of the format.
        areas: the records of the catalogue it is for; empty for an unknown province.
    """

    folder: Path
    format_file: Path
    areas: tuple[areas.Area, ...]


def write_plugin(slug: str, name: str | None, into: Path) -> Written:
    """Write a plugin package into a new folder ``chitieu-SLUG``.

    Args:
        slug: slug of the province, the one the catalogue of areas gives it.
        name: its name; None takes that of the catalogue.
        into: the folder to write the new one into.

    Raises:
        ChitieuError: the slug is none or is taken, or the folder is there or cannot be written.
    """
    if not _SLUG.fullmatch(slug):
        raise ChitieuError("cli.slug", slug=slug)
    if slug in available_provinces():
        raise ChitieuError("cli.slug_taken", slug=slug, home=province_home(slug))
    found = tuple(area for area in areas.by_id().values() if area.slug == slug)
    words = _words(slug, name, found)
    folder = into / words["project"]
    try:
        folder.mkdir(parents=True)
        for path, text in _files(words):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise ChitieuError("cli.exists", folder=str(folder)) from error
    except OSError as error:
        raise ChitieuError("cli.unwritable", folder=str(folder), reason=error.strerror or str(error)) from error
    return Written(folder, folder / "src" / words["package"] / f"{words['stem']}.toml", found)


def _words(slug: str, name: str | None, found: tuple[areas.Area, ...]) -> dict[str, str]:
    """Return what the templates speak of."""
    stem = slug.replace("-", "_")
    day = _day(found)
    area = next((area for area in found if area.exists_on(day)), None)
    shown = _one_line(name) or (area.short_name if area else slug.replace("-", " ").title())
    kind = "thành phố" if area and area.kind.startswith("thành phố") else "tỉnh"
    return {
        "slug": slug,
        "stem": stem,
        "package": f"chitieu_{stem}",
        "project": f"chitieu-{slug}",
        "class": slug.title().replace("-", ""),
        "name": shown,
        "unit": f"{kind} {shown}",
        "unit_upper": f"{kind} {shown}".upper(),
        "year": str(day.year),
        "version": __version__,
        "api": ".".join(map(str, API_VERSION)),
        "schema": SCHEMA_FILE,
        "detected": f'province = "{slug}"\n' if found else "",
        "areas": "\n".join(_area_lines(found)),
        "tables": "\n".join(_table_lines()).strip(),
    }


def _one_line(name: str | None) -> str:
    return " ".join((name or "").replace('"', " ").replace("\\", " ").split())


def _day(found: tuple[areas.Area, ...]) -> date:
    """Return the day of the sample: one on which the province exists, of this year if it still does."""
    days = [date(year, 3, 5) for year in (2026, 2025, 2024)]
    return next((day for day in days if any(area.exists_on(day) for area in found)), days[0])


def _area_lines(found: tuple[areas.Area, ...]) -> Iterator[str]:
    if not found:
        yield "# Ids of the province's records in the catalogue of areas; none has this slug."
        yield "areas = []"
        return
    yield "# Ids of the province's records in the catalogue of areas: one for each time its borders or kind changed."
    yield "areas = ["
    for area in found:
        days = f", {area.valid_from or '…'} to {area.valid_to or 'today'}"
        yield f"    {toml_value(area.id)}, # {area.name}{days}"
    yield "]"


# --- the settings, from the schema --------------------------------------------------------------------------


def _table_lines() -> Iterator[str]:
    """Yield the tables of a format file, each setting as a comment with its meaning and an example."""
    hints = get_type_hints(ProvinceFormat)
    for item in attrs.fields(ProvinceFormat):
        if item.name not in IDENTITY:
            yield from ("", f"# --- {item.metadata['says']}", *_table(item.name, hints[item.name], item))


def _table(path: str, kind: Any, item: attrs.Attribute[Any]) -> Iterator[str]:
    if attrs.has(kind):
        yield f"[{path}]"
        yield from _class_lines(path, kind)
    elif get_origin(kind) is tuple:  # of tables, as agencies: an empty one would lack its name
        yield f"# [[{path}]]"
        yield from _setting_lines(get_args(kind)[0])
    else:
        yield f"[{path}]"
        yield f"# {item.metadata['example']}"


def _class_lines(path: str, cls: type) -> Iterator[str]:
    hints = get_type_hints(cls)
    yield from _setting_lines(cls)
    for item in attrs.fields(cls):
        if attrs.has(hints[item.name]):
            yield from ("", f"# {item.metadata['says']}", *_table(f"{path}.{item.name}", hints[item.name], item))


def _setting_lines(cls: type) -> Iterator[str]:
    hints = get_type_hints(cls)
    for item in attrs.fields(cls):
        if not attrs.has(hints[item.name]):
            yield f"# {item.name} = {_example(item, hints[item.name])}  # {item.metadata['says']}"


def _example(item: attrs.Attribute[Any], kind: Any) -> str:
    if item.metadata.get("example"):
        return str(item.metadata["example"])
    inner = next((arg for arg in get_args(kind) if arg is not type(None)), kind)
    return "[]" if get_origin(kind if get_origin(kind) not in (Union, UnionType) else inner) is tuple else '"…"'


# --- the files ----------------------------------------------------------------------------------------------


def _files(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the package."""
    names = {"PACKAGE": words["package"], "STEM": words["stem"], "dot-": "."}
    for path, template in _templates(resources.files("chitieu.cli").joinpath("template")):
        for mark, name in names.items():
            path = path.replace(mark, name)  # noqa: PLW2901  (the names of this package, in turn)
        yield path, Template(template).substitute(words)
    yield SCHEMA_FILE, shipped_schema()


def _templates(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_ENDING):
            yield path + entry.name.removesuffix(_ENDING), entry.read_text(encoding="utf-8")
