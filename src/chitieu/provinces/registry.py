"""The formats there are: the library's own, those of installed plugins, those a program registers.

Nothing is read before it is asked for, and each format is made once. No lock is held while a plugin is imported:
a module that asks for a format while it is imported in one thread would wait for another thread that waits for
the module.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import RLock
from typing import TypeVar, overload
from weakref import WeakKeyDictionary

from attrs import frozen

from chitieu.errors import ChitieuError, ProvincePluginError, ProvincePluginWarning, UnknownProvinceError
from chitieu.provinces.layers import FormatData, Origin, origins
from chitieu.provinces.loading import build, format_data, parse_data, read_source
from chitieu.provinces.plugins import Plugin, find_plugins, plugin_value
from chitieu.provinces.schema import API_VERSION, ProvinceFormat
from chitieu.provinces.versions import is_later, without_unknown

__all__ = [
    "FOLDER",
    "available_provinces",
    "get_province",
    "in_program",
    "load_format",
    "own_slugs",
    "plugins_in_use",
    "province_home",
    "province_origins",
    "register",
    "using",
    "warn",
]

F = TypeVar("F", bound=ProvinceFormat)
FOLDER = resources.files("chitieu.provinces").joinpath("data")
"""The library's own formats."""

_lock = RLock()


@frozen
class _Made:
    """A format with the data it was made from."""

    form: ProvinceFormat
    source: FormatData


_own: dict[str, _Made] = {}
_of_plugins: dict[Plugin, _Made] = {}
_failed: dict[Plugin, str] = {}
_registered: dict[str, _Made] = {}
_scoped: ContextVar[Mapping[str, _Made]] = ContextVar("chitieu_provinces", default={})  # noqa: B039  (never changed)
_sources: WeakKeyDictionary[ProvinceFormat, FormatData] = WeakKeyDictionary()
"""What formats of files were made from, so that their origins can be shown."""


# --- which there are ----------------------------------------------------------------------------------------


@cache
def own_slugs() -> tuple[str, ...]:
    """Return the slugs of the library's own formats, sorted."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in FOLDER.iterdir() if file.name.endswith(".toml")))


def plugins_in_use() -> dict[str, tuple[Plugin, ...]]:
    """Return the offered formats whose slugs are not the library's own; the others are named in a warning."""
    found = find_plugins()
    for slug in own_slugs():
        for plugin in found.get(slug, ()):
            warn(str(ChitieuError("province.hidden", name=slug, plugin=str(plugin))))
    return {slug: plugins for slug, plugins in found.items() if slug not in own_slugs()}


_warned: set[str] = set()


def warn(message: str) -> None:
    """Give a warning once in a process."""
    with _lock:
        new = message not in _warned
        _warned.add(message)
    if new:
        warnings.warn(message, ProvincePluginWarning, stacklevel=3)


def in_program() -> dict[str, ProvinceFormat]:
    """Return the formats that the program has made known, those of the innermost block first."""
    return {slug: made.form for slug, made in {**_registered, **_scoped.get()}.items()}


def available_provinces() -> tuple[str, ...]:
    """Return the slugs of all formats, sorted; none is loaded for it.

    >>> import chitieu as ct
    >>> {"standard", "ben-tre", "tuyen-quang"} <= set(ct.available_provinces())
    True
    """
    return tuple(sorted({*own_slugs(), *plugins_in_use(), *in_program()}))


def province_home(slug: str) -> str:
    """Return where a format comes from: ``chitieu``, ``registered``, or distribution and version of a plugin."""
    if slug in in_program():
        return "registered"
    if slug in own_slugs():
        return "chitieu"
    return " and ".join(f"{plugin.distribution} {plugin.version}" for plugin in find_plugins().get(slug, ())) or "?"


# --- loading one --------------------------------------------------------------------------------------------


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
    return _find(slug).form


def _find(slug: str, asking: tuple[str, ...] = ()) -> _Made:
    return _scoped.get().get(slug) or _registered.get(slug) or _installed(slug, asking)


def _installed(slug: str, asking: tuple[str, ...] = ()) -> _Made:
    """Return a format of the library or of a plugin. It builds on such formats only: it outlives what is registered."""
    if slug in asking:
        raise UnknownProvinceError("province.cycle", name=slug, known=" → ".join((*asking, slug)))
    if slug in _own:
        return _own[slug]
    if slug in own_slugs():
        source = _parse(FOLDER.joinpath(f"{slug}.toml"), (*asking, slug))
        with _lock:
            return _own.get(slug) or _own.setdefault(slug, _made(source, tested=True))
    plugin = _plugin(slug)
    return _of_plugins.get(plugin) or _from_plugin(plugin, (*asking, slug))


def _parse(place: Traversable, asking: tuple[str, ...]) -> FormatData:
    text, name = read_source(place)
    return parse_data(text, name, lambda base: _installed(base, asking).source)


def _made(source: FormatData, *, tested: bool = False) -> _Made:
    form = build(source, ProvinceFormat, tested=tested)
    _sources[form] = source
    return _Made(form, without_unknown(source))


def _plugin(slug: str) -> Plugin:
    offered = plugins_in_use().get(slug)
    if offered is None:
        raise UnknownProvinceError("province.unknown", name=slug, known=", ".join(available_provinces()))
    plugin, *others = offered
    if others:
        raise ProvincePluginError("province.twice", name=slug, known=" and ".join(map(str, offered)))
    return plugin


def _from_plugin(plugin: Plugin, asking: tuple[str, ...]) -> _Made:
    if plugin not in _failed:
        try:
            made = _from_value(plugin, asking)
        except (Exception, SystemExit) as error:
            _failed[plugin] = _reason(error)
            raise _unusable(plugin) from error
        _warn_of_later(made.form, f"{plugin.distribution} {plugin.version}")
        return made
    raise _unusable(plugin)


def _reason(error: BaseException) -> str:
    """Say why a plugin cannot be used. Of a circle only the circle is told: every format in it fails by the next."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ChitieuError) and cause.code == "province.cycle":
            return str(cause)
        cause = cause.__cause__
    return str(error) if isinstance(error, ChitieuError) else f"{type(error).__name__}: {error}"


def _from_value(plugin: Plugin, asking: tuple[str, ...]) -> _Made:
    value = plugin_value(plugin)
    source = format_data(value) if isinstance(value, ProvinceFormat) else _parse(value, asking)
    with _lock:
        if plugin not in _of_plugins:
            made = _made(source)  # one made in Python keeps the same rules as a file
            if made.form.slug != plugin.slug:
                raise ChitieuError("province.slug", name=plugin.slug, found=made.form.slug)
            _of_plugins[plugin] = _made_of(value) if isinstance(value, ProvinceFormat) else made
        return _of_plugins[plugin]


def _unusable(plugin: Plugin) -> ProvincePluginError:
    return ProvincePluginError(
        "province.plugin",
        name=plugin.slug,
        distribution=plugin.distribution,
        version=plugin.version,
        reason=_failed[plugin],
    )


def _warn_of_later(form: ProvinceFormat, whose: str) -> None:
    if is_later(form.api):
        known = ".".join(map(str, API_VERSION))
        warn(
            f"{whose}: the format '{form.slug}' is written for version {form.api} of the schema, this chitieu knows "
            f"{known}; settings it does not know are passed over"
        )


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
    text, name = read_source(source)
    data = parse_data(text, name, lambda base: _find(base).source)
    form = build(data, cls)
    _sources[form] = data
    _warn_of_later(form, name)
    return form


# --- formats of the program ---------------------------------------------------------------------------------


def _made_of(form: ProvinceFormat) -> _Made:
    return _Made(form, _sources.get(form) or format_data(form))


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
        _registered[form.slug] = _made_of(form)


@contextmanager
def using(*forms: ProvinceFormat) -> Iterator[None]:
    """Make formats known by their slugs inside a ``with`` block, in this thread or task only; they win over others.

    >>> import chitieu as ct
    >>> from attrs import evolve
    >>> with ct.provinces.using(evolve(ct.get_province("ben-tre"), slug="thu-nghiem")):
    ...     ct.get_province("thu-nghiem").name
    'Bến Tre'
    """
    token = _scoped.set({**_scoped.get(), **{form.slug: _made_of(form) for form in forms}})
    try:
        yield
    finally:
        _scoped.reset(token)


def province_origins(province: str | ProvinceFormat) -> tuple[Origin, ...]:
    """Return every setting of a format with the format that says so and what it overrides.

    Args:
        province: slug of a format, or a format (`load_format` gives the one of a file).

    Raises:
        UnknownProvinceError: no format has this slug.

    >>> import chitieu as ct
    >>> found = {origin.key: origin for origin in ct.province_origins("ben-tre")}
    >>> found["numbers.pad_counts"].slug, found["numbers.pad_counts"].overrides
    ('ben-tre', False)
    """
    return origins((_find(province) if isinstance(province, str) else _made_of(province)).source)
