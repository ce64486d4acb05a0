"""Names of a package that are loaded when they are first used: importing the package costs nothing of what is not needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["lazy_names"]


def lazy_names(package: str, modules: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a package whose names stand in its modules.

    Args:
        package: the package's ``__name__``.
        modules: for each module, relative to the package, the names it gives, with spaces between them.

    >>> get, names = lazy_names("chitieu.units", {"reader": "parse_unit"})
    >>> names(), get("parse_unit").__module__
    (['parse_unit'], 'chitieu.units.reader')
    """
    home = {name: module for module, names in modules.items() for name in names.split()}

    def getattr_(name: str) -> Any:
        if name not in home:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[package])  # Python suggests the nearest
        value = getattr(import_module(f"{package}.{home[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return getattr_, lambda: sorted(home)
