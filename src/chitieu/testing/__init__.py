"""Help for tests of programs that use chitieu and of province formats. Needs the extra ``testing``.

`check_format` proves a format right in one call; `ProvinceConformance` does it inside pytest; `skeleton_plan` writes
a small plan the way a format says; `strategies` makes values for Hypothesis. Names are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chitieu.lazy_names import lazy_names

if TYPE_CHECKING:
    from chitieu.testing import strategies as strategies
    from chitieu.testing.conformance.errors import SampleError, UnknownCheckError
    from chitieu.testing.conformance.mismatch import Mismatch
    from chitieu.testing.conformance.report import CheckResult, Outcome, Report, Tested
    from chitieu.testing.conformance.runner import check_format
    from chitieu.testing.conformance.suite import ProvinceConformance
    from chitieu.testing.skeleton import skeleton_plan

__all__ = [
    "CheckResult",
    "Mismatch",
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

_MODULES = {
    "": "strategies",
    "conformance.errors": "SampleError UnknownCheckError",
    "conformance.mismatch": "Mismatch",
    "conformance.report": "CheckResult Outcome Report Tested",
    "conformance.runner": "check_format",
    "conformance.suite": "ProvinceConformance",
    "skeleton": "skeleton_plan",
}
__getattr__, __dir__ = lazy_names(__name__, _MODULES)
