"""Help for tests of programs that use chitieu and of province formats. Needs the extra ``testing``.

`check_format` proves a format right in one call; `ProvinceConformance` does it inside pytest; `skeleton_plan` writes
a small plan the way a format says; `strategies` makes values for Hypothesis. Names are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chitieu.testing import strategies as strategies
    from chitieu.testing.conformance.errors import SampleError, UnknownCheckError
    from chitieu.testing.conformance.findings import Finding
    from chitieu.testing.conformance.report import CheckResult, Outcome, Report, Tested
    from chitieu.testing.conformance.runner import check_format
    from chitieu.testing.conformance.suite import ProvinceConformance
    from chitieu.testing.skeleton import skeleton_plan

__all__ = [
    "CheckResult",
    "Finding",
    "Outcome",
    "ProvinceConformance",
    "Report",
    "SampleError",
    "Tested",
    "UnknownCheckError",
    "check_format",
    "skeleton_plan",
    "strategies",
]

_HOME = {
    "CheckResult": "conformance.report",
    "Finding": "conformance.findings",
    "Outcome": "conformance.report",
    "ProvinceConformance": "conformance.suite",
    "Report": "conformance.report",
    "SampleError": "conformance.errors",
    "Tested": "conformance.report",
    "UnknownCheckError": "conformance.errors",
    "check_format": "conformance.runner",
    "skeleton_plan": "skeleton",
}


def __getattr__(name: str) -> Any:
    if name == "strategies":  # importing a submodule sets the attribute: the next look-up does not come here
        return import_module("chitieu.testing.strategies")
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"chitieu.testing.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
