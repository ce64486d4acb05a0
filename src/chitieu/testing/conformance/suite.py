"""`ProvinceConformance`: the kit as a class of pytest, each check a test of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from chitieu.errors import ChitieuError
from chitieu.extras import needs
from chitieu.provinces import ProvinceFormat
from chitieu.testing.conformance.registry import all_checks
from chitieu.testing.conformance.report import Outcome, failure_text
from chitieu.testing.conformance.runner import Runner, refuse_unknown, subject_of

with needs("testing", "pytest", "chitieu.testing.ProvinceConformance"):
    import pytest

__all__ = ["ProvinceConformance"]


class ProvinceConformance:
    """Tests that a province format does what it declares.

    Write a subclass whose name pytest collects, and set what is tested. A check whose failure is expected is
    reported as such; one that passes all the same fails, and an id that no check has is an error of the module.

    Attributes:
        format: the format, its slug, or the path of its TOML file.
        samples: folder of sample texts with expected values; None for none.
        expected_failures: ids of checks that are known to fail, each with the reason.
        max_examples: how many examples each law is tried with.

    >>> class TestBenTre(ProvinceConformance):
    ...     format = "ben-tre"
    >>> TestBenTre().test_check("levels-distinct")
    """

    format: ClassVar[str | Path | ProvinceFormat]
    samples: ClassVar[str | Path | None] = None
    expected_failures: ClassVar[Mapping[str, str]] = MappingProxyType({})
    max_examples: ClassVar[int] = 50
    _runner: ClassVar[Runner]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        refuse_unknown(cls.expected_failures)

    @classmethod
    def runner(cls) -> Runner:
        """Return what runs the checks of this class: its tests share what was found before them."""
        if "_runner" not in cls.__dict__:
            cls._runner = Runner(subject_of(cls.format, cls.samples, cls.max_examples), cls.expected_failures)
        return cls._runner

    def test_format_loads(self) -> None:
        """The format is there and can be read."""
        self.runner()

    @pytest.mark.parametrize("check_id", tuple(all_checks()))
    def test_check(self, check_id: str) -> None:
        """One check of the kit."""
        try:
            runner = self.runner()
        except (ChitieuError, AttributeError):
            pytest.skip("not run: the format does not load, see test_format_loads")
        result = runner.result(check_id)
        if result.outcome in (Outcome.SKIPPED, Outcome.NOT_RUN):
            pytest.skip(str(result))
        if result.outcome is Outcome.EXPECTED:
            pytest.xfail(result.reason)
        if result.outcome is not Outcome.PASSED:
            pytest.fail(failure_text(result, runner.tested()), pytrace=False)
