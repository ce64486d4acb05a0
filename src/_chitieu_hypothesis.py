"""Tells Hypothesis how to make chitieu's types: `from_type(chitieu.Quantity)` and the others.

Hypothesis calls `register` when it is imported, whether the program uses chitieu or not. So this module stands outside
the package, loads nothing of it, and raises nothing: a module of chitieu is waited for, and what it defines is
registered once it has been imported. The strategies are loaded when the first value is made.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

__all__ = ["TYPES", "register"]

TYPES = {
    "chitieu.agencies.agency": {"Agency": "named_agencies"},
    "chitieu.agencies.records": {"AgencyRecord": "agencies"},
    "chitieu.areas": {"Area": "areas"},
    "chitieu.indicators.records": {"Indicator": "indicators"},
    "chitieu.numbers.decimals": {"NumberStyle": "number_styles"},
    "chitieu.monitoring.observations": {"Observation": "observations"},
    "chitieu.periods.period": {"Period": "periods"},
    "chitieu.plan": {"Plan": "plans", "PlannedIndicator": "planned_indicators"},
    "chitieu.quantities.quantity": {"Quantity": "quantities"},
    "chitieu.documents.references": {"Reference": "references"},
    "chitieu.targets.target": {"Target": "targets"},
    "chitieu.text": {"Span": "spans"},
    "chitieu.units.model": {"Unit": "units"},
}
"""Module → type → the strategy of `chitieu.testing.strategies` that makes it."""


def _strategy(kind: type) -> Any:
    """Return the strategy of a type; Hypothesis asks when a value of it is wanted."""
    from chitieu.testing import strategies  # noqa: PLC0415  (loaded by the first who wants a value)

    return getattr(strategies, TYPES[kind.__module__][kind.__name__])()


def _register(module: ModuleType) -> None:
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415  (Hypothesis is being imported)

    for name in TYPES[module.__name__]:
        register_type_strategy(getattr(module, name), _strategy)


class _Watch:
    """A finder that finds nothing itself: it lets the others find a module, and registers its types when it is loaded."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in TYPES:
            return None
        behind = sys.meta_path[sys.meta_path.index(self) + 1 :] if self in sys.meta_path else sys.meta_path
        specs = (finder.find_spec(name, path, target) for finder in behind)  # those before were asked already
        spec = next((spec for spec in specs if spec is not None), None)
        if spec is not None:
            with suppress(Exception):
                _tell_when_loaded(spec)
        return spec


def _tell_when_loaded(spec: ModuleSpec) -> None:
    loader: Any = spec.loader
    load = loader.exec_module

    def exec_module(module: ModuleType) -> None:
        load(module)
        with suppress(Exception):
            _register(module)

    loader.exec_module = exec_module


def register() -> None:
    """Register the types of modules that are loaded, and wait for the others. Never raises."""
    with suppress(Exception):
        for name in TYPES:
            module = sys.modules.get(name)
            if module is not None:
                _register(module)
        if not any(isinstance(finder, _Watch) for finder in sys.meta_path):
            sys.meta_path.insert(0, _Watch())
