"""Names of a package that are loaded when they are first used: importing the package costs nothing of what is not needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["lazy_names"]


def lazy_names(
    package: str, modules: Mapping[str, str], *, within: str = ""
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a package, or of a module, whose names stand in other modules.

    Args:
        package: its ``__name__``.
        modules: for each module the names it gives, with spaces between them; under an empty text the names of modules.
        within: the package the modules are in; empty for the package itself.

    >>> get, names = lazy_names("chitieu.units", {"reader": "parse_unit"})
    >>> names(), get("parse_unit").__module__
    (['parse_unit'], 'chitieu.units.reader')
    """
    home = {name: module for module, names in modules.items() for name in names.split()}
    folder = within or package

    def getattr_(name: str) -> Any:
        if name not in home:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[package])  # Python suggests the nearest
        if not home[name]:
            value: Any = import_module(f"{folder}.{name}")
        else:
            value = getattr(import_module(f"{folder}.{home[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return getattr_, lambda: sorted(home)
