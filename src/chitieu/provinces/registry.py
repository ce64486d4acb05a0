"""The formats there are: the library's own, those of installed plugins, those a program registers.

Nothing is read before it is asked for; each format is loaded once, under a lock.
"""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar, overload

from attrs import frozen

from chitieu import areas
from chitieu.errors import ChitieuError, ProvincePluginError, ProvincePluginWarning, UnknownProvinceError
from chitieu.provinces.loading import FormatData, Origin, build, format_data, origins, parse_data, read_source
from chitieu.provinces.plugins import Plugin, find_plugins, plugin_value
from chitieu.provinces.schema import API_VERSION, ProvinceFormat

__all__ = [
    "available_provinces",
    "format_for",
    "get_province",
    "load_format",
    "province_home",
    "province_origins",
    "register",
    "using",
]

F = TypeVar("F", bound=ProvinceFormat)
_FOLDER = resources.files("chitieu.provinces").joinpath("data")
_lock = RLock()


@frozen
class _Loaded:
    """A format with the data it was made from."""

    form: ProvinceFormat
    source: FormatData


_loaded: dict[str, _Loaded] = {}
_failed: dict[str, ProvincePluginError] = {}
_registered: dict[str, _Loaded] = {}
_scoped: ContextVar[dict[str, _Loaded] | None] = ContextVar("chitieu_provinces", default=None)


@cache
def _own_slugs() -> tuple[str, ...]:
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


def available_provinces() -> tuple[str, ...]:
    """Return the slugs of all formats, sorted; none is loaded for it.

    >>> import chitieu as ct
    >>> {"standard", "ben-tre", "tuyen-quang"} <= set(ct.available_provinces())
    True
    """
    return tuple(sorted({*_own_slugs(), *find_plugins(), *_registered, *(_scoped.get() or {})}))


def get_province(slug: str) -> ProvinceFormat:
    """Return a province's format.

    Formats registered by the program come first, then the library's own, then those of plugins.

    Args:
        slug: its name, one of `available_provinces`.

    Raises:
        UnknownProvinceError: no format has this slug; the message lists those there are.
        ProvincePluginError: a plugin has it but cannot be used, or several plugins have it; the message names
            the distributions.

    >>> import chitieu as ct
    >>> ct.get_province("ben-tre").name
    'Bến Tre'
    """
    return _load(slug).form


def _load(slug: str, asking: tuple[str, ...] = ()) -> _Loaded:
    if slug in asking:
        raise UnknownProvinceError("province.cycle", name=slug, known=" → ".join((*asking, slug)))
    known = (_scoped.get() or {}).get(slug) or _registered.get(slug) or _loaded.get(slug)
    if known is not None:
        return known
    with _lock:
        if slug not in _loaded:
            _loaded[slug] = _read_own(slug, asking) if slug in _own_slugs() else _read_plugin(slug, asking)
        return _loaded[slug]


def _read_own(slug: str, asking: tuple[str, ...]) -> _Loaded:
    source = _parse(_FOLDER.joinpath(f"{slug}.toml"), (*asking, slug))
    return _Loaded(build(source, ProvinceFormat), source)


def _parse(place: str | Path | Traversable, asking: tuple[str, ...]) -> FormatData:
    text, name = read_source(place)
    return parse_data(text, name, lambda base: _load(base, asking).source)


def _read_plugin(slug: str, asking: tuple[str, ...]) -> _Loaded:
    offered = find_plugins().get(slug, ())
    if not offered:
        raise UnknownProvinceError("province.unknown", name=slug, known=", ".join(available_provinces()))
    if len(offered) > 1:
        raise ProvincePluginError("province.twice", name=slug, known=" and ".join(map(str, offered)))
    if slug in _failed:
        raise _failed[slug]
    plugin = offered[0]
    try:
        return _checked(plugin, (*asking, slug))
    except Exception as error:  # a plugin's module may raise anything; it is named, never passed on bare
        reason = str(error) if isinstance(error, ChitieuError) else f"{type(error).__name__}: {error}"
        _failed[slug] = ProvincePluginError(
            "province.plugin", name=slug, distribution=plugin.distribution, version=plugin.version, reason=reason
        )
        raise _failed[slug] from error


def _checked(plugin: Plugin, asking: tuple[str, ...]) -> _Loaded:
    value = plugin_value(plugin)
    if isinstance(value, ProvinceFormat):
        source = format_data(value)
        build(source, ProvinceFormat)  # one made in Python keeps the same rules as a file
        loaded = _Loaded(value, source)
    else:
        source = _parse(value, asking)
        loaded = _Loaded(build(source, ProvinceFormat), source)
    if loaded.form.slug != plugin.slug:
        raise ChitieuError("province.slug", name=plugin.slug, found=loaded.form.slug)
    written = tuple(map(int, loaded.form.api.split(".")))
    if written > API_VERSION:
        message = (
            f"{plugin.distribution} {plugin.version}: the format '{plugin.slug}' is written for version "
            f"{loaded.form.api} of the schema, this chitieu knows {'.'.join(map(str, API_VERSION))}; "
            "settings it does not know are passed over"
        )
        warnings.warn(message, ProvincePluginWarning, stacklevel=5)
    return loaded


@overload
def load_format(source: str | Path | Traversable) -> ProvinceFormat: ...
@overload
def load_format(source: str | Path | Traversable, cls: type[F]) -> F: ...
def load_format(source: str | Path | Traversable, cls: type[ProvinceFormat] = ProvinceFormat) -> ProvinceFormat:
    """Read a format from a TOML file, without registering it.

    Args:
        source: the file: a path, or a resource of a package.
        cls: the class to make of it: `ProvinceFormat`, or a subclass that overrides a step.

    Raises:
        ProvinceFormatError: the file is not a format; every fault is named with its line and key.

    >>> import chitieu as ct
    >>> ct.load_format("examples/chitieu-lang-son/src/chitieu_lang_son/lang_son.toml").name
    'Lạng Sơn'
    """
    data = _parse(source, ())
    form = build(data, cls)
    _sources[id(form)] = (form, data)
    return form


_sources: dict[int, tuple[ProvinceFormat, FormatData]] = {}
"""What loaded formats were made from, so that their origins can be shown; keeps the format, so the id is its."""


def _loaded_from(form: ProvinceFormat) -> _Loaded:
    known = _sources.get(id(form))
    return _Loaded(form, known[1] if known else format_data(form))


def register(form: ProvinceFormat, *, replace: bool = False) -> None:
    """Make a format known by its slug for the rest of the process.

    Args:
        form: the format.
        replace: whether it may take the place of one that is there.

    Raises:
        ProvincePluginError: a format with this slug is there and `replace` is not set.
    """
    with _lock:
        if not replace and form.slug in available_provinces():
            raise ProvincePluginError("province.taken", name=form.slug)
        _registered[form.slug] = _loaded_from(form)


@contextmanager
def using(*forms: ProvinceFormat) -> Iterator[None]:
    """Make formats known by their slugs inside a ``with`` block, in this thread or task only; they win over others.

    >>> import chitieu as ct
    >>> from attrs import evolve
    >>> with ct.provinces.using(evolve(ct.get_province("ben-tre"), slug="thu-nghiem")):
    ...     ct.get_province("thu-nghiem").name
    'Bến Tre'
    """
    token = _scoped.set({**(_scoped.get() or {}), **{form.slug: _loaded_from(form) for form in forms}})
    try:
        yield
    finally:
        _scoped.reset(token)


def province_origins(slug: str) -> tuple[Origin, ...]:
    """Return every setting of a format with the format that says so and what it overrides.

    >>> import chitieu as ct
    >>> found = {origin.key: origin for origin in ct.province_origins("ben-tre")}
    >>> found["numbers.pad_counts"].slug, found["numbers.pad_counts"].overrides
    ('ben-tre', False)
    """
    return origins(_load(slug).source)


def province_home(slug: str) -> str:
    """Return where a format comes from: ``chitieu``, ``registered``, or distribution and version of a plugin."""
    if slug in (_scoped.get() or {}) or slug in _registered:
        return "registered"
    if slug in _own_slugs():
        return "chitieu"
    return " and ".join(f"{plugin.distribution} {plugin.version}" for plugin in find_plugins().get(slug, ())) or "?"


# --- which format fits a province ---------------------------------------------------------------------------


@cache
def _own_areas() -> dict[str, tuple[str, ...]]:
    """Map the areas of the library's own formats to their slugs, from the bare data: cheaper than building all."""
    found: dict[str, tuple[str, ...]] = {}
    for data in _own_data():
        for area in data.get("areas", ()):
            found[area] = (*found.get(area, ()), data["slug"])
    return found


@cache
def _own_data() -> tuple[Mapping[str, Any], ...]:
    texts = (_FOLDER.joinpath(f"{slug}.toml").read_text(encoding="utf-8") for slug in _own_slugs())
    return tuple(tomllib.loads(text) for text in texts)


def format_for(area: areas.Area, on: date | None = None) -> ProvinceFormat | None:
    """Return the format for a province, or None where there is none.

    Args:
        area: the unit.
        on: a day the format must hold on; None takes any.
    """
    mine = [known.form.slug for known in (*(_scoped.get() or {}).values(), *_registered.values())]
    plugins = sorted(find_plugins(), key=lambda slug: slug != area.slug)  # the likeliest name first
    for slug in (*mine, *_own_areas().get(area.id, ()), *plugins):
        form = _usable(slug)
        if form is not None and area.id in form.areas and (on is None or form.covers(on)):
            return form
    return None


def place_areas(place: str) -> tuple[areas.Area, ...]:
    """Return the provinces whose documents are dated at a place, by its `areas.name_key`."""
    mine = [known.form.slug for known in (*(_scoped.get() or {}).values(), *_registered.values())]
    ids = list(_own_places().get(place, ()))
    for slug in (*mine, *find_plugins()):
        form = _usable(slug)
        if form is not None and place in map(areas.name_key, form.header.places):
            ids += form.areas
    return tuple(areas.by_id()[key] for key in ids)


@cache
def _own_places() -> dict[str, tuple[str, ...]]:
    """Map the places the library's own formats name to areas, from the bare data."""
    found: dict[str, tuple[str, ...]] = {}
    for data in _own_data():
        for place in data.get("header", {}).get("places", ()):
            found[areas.name_key(place)] = (*found.get(areas.name_key(place), ()), *data.get("areas", ()))
    return found


def _usable(slug: str) -> ProvinceFormat | None:
    """Return a format, or warn of a plugin that cannot be used."""
    warned = slug in _failed
    try:
        return get_province(slug)
    except ProvincePluginError as error:
        if not warned:
            warnings.warn(str(error), ProvincePluginWarning, stacklevel=2)
        return None
