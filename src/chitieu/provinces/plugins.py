"""Formats that other distributions bring, found without importing any of them.

A distribution offers a format under the entry point group ``chitieu.provinces``. The name of the entry point is
the slug; its value is a TOML file inside a package (``chitieu_lang_son:lang_son.toml``) or a `ProvinceFormat`
in a module (``chitieu_lang_son:FORMAT``). Nothing of it is loaded before the slug is asked for, and a TOML file
is read without running any code of the package.
"""

from __future__ import annotations

import os
import sys
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from attrs import field, frozen

from chitieu.errors import ChitieuError
from chitieu.provinces.entry_points import Offer, offers
from chitieu.provinces.schema import ProvinceFormat

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
        offer: where it was found.
    """

    slug: str
    value: str
    offer: Offer = field(repr=False)

    @cached_property
    def _identity(self) -> tuple[str, str]:
        return self.offer.identity()

    @property
    def distribution(self) -> str:
        """Name of the distribution."""
        return self._identity[0]

    @property
    def version(self) -> str:
        """Version of the distribution."""
        return self._identity[1]

    def __str__(self) -> str:
        return f"{self.distribution} {self.version} ({self.value})"


def find_plugins() -> dict[str, tuple[Plugin, ...]]:
    """Return the offered formats by slug, in the order distributions are found; none with CHITIEU_NO_PLUGINS set.

    The path is searched once in a process, and again only when ``sys.path`` has changed.
    """
    return {} if os.environ.get(_OFF, "") not in ("", "0") else _installed(tuple(map(str, sys.path)))


@cache
def _installed(path: tuple[str, ...]) -> dict[str, tuple[Plugin, ...]]:
    found: dict[str, list[Plugin]] = {}
    for offer in offers(GROUP, path):
        found.setdefault(offer.name, []).append(Plugin(offer.name, offer.value, offer))
    return {slug: tuple(plugins) for slug, plugins in found.items()}


def plugin_value(plugin: Plugin) -> Traversable | ProvinceFormat:
    """Return what a plugin offers: its TOML file, or the format its module holds (which imports the module).

    Raises:
        ChitieuError: the entry point gives something else.
        Exception: whatever the import of the module raises.
    """
    module, _, name = (part.strip() for part in plugin.value.partition(":"))
    if name.endswith(".toml"):
        return _resource(module, name)
    from pkgutil import resolve_name  # noqa: PLC0415  (few plugins hold code)

    value = resolve_name(f"{module}:{name.partition('[')[0].strip()}")
    if not isinstance(value, ProvinceFormat):
        raise ChitieuError("province.entry", found=type(value).__name__)
    return value


def _resource(package: str, name: str) -> Traversable:
    """Return a file of a package; where the package is a plain folder on disk, without importing it."""
    top, *inner = package.split(".")
    spec = find_spec(top)
    folders = [Path(place, *inner) for place in (spec.submodule_search_locations or ())] if spec else []
    here = [folder / name for folder in folders if folder.is_dir()]
    if not here:
        return files(package).joinpath(name)
    return next((file for file in here if file.is_file()), here[0])
