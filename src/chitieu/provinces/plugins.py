"""Formats that other distributions bring, found without importing any of them.

A distribution offers a format under the entry point group ``chitieu.provinces``. The name of the entry point is
the slug; its value is a TOML file inside a package (``chitieu_lang_son:lang_son.toml``) or a `ProvinceFormat`
in a module (``chitieu_lang_son:FORMAT``). Nothing of it is loaded before the slug is asked for, and a TOML file
is read without running any code of the package.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from chitieu.errors import ChitieuError
from chitieu.provinces.schema import ProvinceFormat

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Plugin", "find_plugins", "plugin_value"]

GROUP = "chitieu.provinces"
"""The entry point group."""

_OFF = "CHITIEU_NO_PLUGINS"


@frozen
class Plugin:
    """A format offered by an installed distribution, not yet loaded.

    Attributes:
        slug: the name of the entry point.
        value: what it points to.
        distribution: name of the distribution; `version`: its version.
        entry: the entry point itself.
    """

    slug: str
    value: str
    distribution: str
    version: str
    entry: EntryPoint

    def __str__(self) -> str:
        return f"{self.distribution} {self.version} ({self.value})"


def find_plugins() -> dict[str, tuple[Plugin, ...]]:
    """Return the offered formats by slug, in the order distributions are found; none with CHITIEU_NO_PLUGINS set."""
    return {} if os.environ.get(_OFF, "") not in ("", "0") else _installed()


@cache
def _installed() -> dict[str, tuple[Plugin, ...]]:
    from importlib.metadata import entry_points  # noqa: PLC0415  (slow to load, needed by few)

    found: dict[str, list[Plugin]] = {}
    for entry in entry_points(group=GROUP):
        found.setdefault(entry.name, []).append(_plugin(entry))
    return {slug: tuple(plugins) for slug, plugins in found.items()}


def _plugin(entry: EntryPoint) -> Plugin:
    dist = entry.dist
    name, version = (dist.name, dist.version) if dist is not None else ("?", "?")
    return Plugin(entry.name, entry.value, name, version, entry)


def plugin_value(plugin: Plugin) -> Traversable | ProvinceFormat:
    """Return what a plugin offers: its TOML file, or the format its module holds (which imports the module).

    Raises:
        ChitieuError: the entry point gives something else.
        Exception: whatever the import of the module raises.
    """
    module, _, name = plugin.value.partition(":")
    if name.strip().endswith(".toml"):
        return _folder(module.strip()).joinpath(name.strip())
    value = plugin.entry.load()
    if not isinstance(value, ProvinceFormat):
        raise ChitieuError("province.entry", found=type(value).__name__)
    return value


def _folder(package: str) -> Traversable:
    """Return the folder of a package; where it is a plain folder on disk, without importing the package."""
    top, *inner = package.split(".")
    spec = find_spec(top)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place).joinpath(*inner)
        if folder.is_dir():
            return folder
    return files(package)
