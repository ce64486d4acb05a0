"""Which format fits a province, found without making the formats that do not.

With many plugins installed, making every format for one document would take seconds; areas and places are read from
the bare data of the files instead, and only a format that fits is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from attrs import frozen

from chitieu import areas
from chitieu.errors import ProvinceFormatError, ProvincePluginError
from chitieu.provinces.loading import parse_data, read_source
from chitieu.provinces.plugins import Plugin, plugin_value
from chitieu.provinces.registry import FOLDER, get_province, in_program, own_slugs, plugins_in_use, warn
from chitieu.provinces.schema import ProvinceFormat

__all__ = ["format_for", "place_areas"]


@frozen
class _Claim:
    """What a format says it is for: ids of areas, and the keys of places documents are dated at."""

    slug: str
    areas: tuple[str, ...]
    places: tuple[str, ...]


def format_for(area: areas.Area, on: date | None = None) -> ProvinceFormat | None:
    """Return the format for a province, or None where there is none.

    Args:
        area: the unit.
        on: a day the format must hold on; None takes any.
    """
    fitting = [claim.slug for claim in _claims() if area.id in claim.areas]
    for slug in fitting:
        form = _usable(slug)
        if form is not None and (on is None or form.covers(on)):
            return form
    return None


def place_areas(place: str) -> tuple[areas.Area, ...]:
    """Return the provinces whose documents are dated at a place, by its `areas.name_key`."""
    known = areas.by_id()
    ids = dict.fromkeys(key for claim in _claims() if place in claim.places for key in claim.areas)
    return tuple(known[key] for key in ids if key in known)


def _claims() -> Iterator[_Claim]:
    """Yield the claims of all formats: those of the program first, then the library's own, then those of plugins."""
    mine = in_program()
    yield from map(_of_form, mine.values())
    yield from (_of_file(slug) for slug in own_slugs() if slug not in mine)
    for slug, (plugin, *others) in plugins_in_use().items():
        claim = _of_plugin(plugin) if slug not in mine and not others else None
        if claim is not None:
            yield claim
        elif slug not in mine:
            _usable(slug)  # names what is wrong with it


def _of_form(form: ProvinceFormat) -> _Claim:
    return _Claim(form.slug, form.areas, tuple(map(areas.name_key, form.header.places)))


@cache
def _of_file(slug: str) -> _Claim:
    return _of_data(slug, FOLDER.joinpath(f"{slug}.toml"))


@cache
def _of_plugin(plugin: Plugin) -> _Claim | None:
    """Return the claim of a plugin, None where it cannot be used; one that is code must be made for it."""
    try:
        if not plugin.value.strip().endswith(".toml"):
            return _of_form(get_province(plugin.slug))
        value = plugin_value(plugin)
        return _of_data(plugin.slug, value) if not isinstance(value, ProvinceFormat) else _of_form(value)
    except (ProvincePluginError, ProvinceFormatError, ImportError, ValueError):
        return None


def _of_data(slug: str, file: Traversable) -> _Claim:
    text, name = read_source(file)
    data = parse_data(text, name).data
    header = data.get("header")
    places = header.get("places") if isinstance(header, Mapping) else ()
    return _Claim(slug, _texts(data.get("areas")), tuple(map(areas.name_key, _texts(places))))


def _texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a list; whatever else a wrong file holds there is named when the format is made."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _usable(slug: str) -> ProvinceFormat | None:
    """Return a format, or warn of a plugin that cannot be used."""
    try:
        return get_province(slug)
    except ProvincePluginError as error:
        warn(str(error))
        return None
