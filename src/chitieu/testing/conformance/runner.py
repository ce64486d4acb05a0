"""`check_format`: run every check of the kit on a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

import chitieu
from chitieu.provinces import ProvinceFormat, available_provinces, get_province, load_format, province_home, using
from chitieu.testing.conformance.capabilities import SAMPLES, declares, meaning
from chitieu.testing.conformance.errors import UnknownCheckError
from chitieu.testing.conformance.mismatch import Mismatch, raised
from chitieu.testing.conformance.registry import Check, all_checks
from chitieu.testing.conformance.report import CheckResult, Outcome, Report, Tested
from chitieu.testing.conformance.subject import Subject

__all__ = ["Runner", "check_format", "refuse_unknown", "subject_of"]

_MOST_MISMATCHES = 5
"""Mismatches of one check that are kept: what is wrong with five words is wrong with the sixth."""


def check_format(
    form: ProvinceFormat | str | Path,
    samples: str | Path | None = None,
    expected_failures: Mapping[str, str] | None = None,
    max_examples: int = 50,
) -> Report:
    """Check that a province format does what it declares.

    Args:
        form: the format, its slug, or the path of its TOML file.
        samples: folder of sample texts with expected values; None checks none.
        expected_failures: ids of checks that are known to fail, each with the reason; one that passes all the
            same is stale, and fails.
        max_examples: how many examples each law is tried with.

    Raises:
        MissingExtraError: Hypothesis is not installed.
        ProvinceFormatError: the file is no format.
        UnknownCheckError: no check has an id that is expected to fail.
        UnknownProvinceError: no format has this slug.
        ValueError: an expected failure has no reason.

    >>> import chitieu as ct
    >>> report = ct.testing.check_format("ben-tre", max_examples=5)
    >>> report.ok
    True
    >>> print(report)
    Conformance of a province format
      province      Bến Tre (ben-tre)
      distribution  chitieu ...
    """
    runner = Runner(subject_of(form, samples, max_examples), expected_failures or {})
    return runner.report()


def subject_of(form: ProvinceFormat | str | Path, samples: str | Path | None = None, max_examples: int = 50) -> Subject:
    """Find the format that is meant, and where it comes from."""
    folder = Path(samples) if samples is not None else None
    if isinstance(form, ProvinceFormat):
        return Subject(form, _home(form), folder, max_examples)
    if isinstance(form, str) and not form.endswith(".toml"):
        found = get_province(form)
        return Subject(found, _home(found), folder, max_examples)
    return Subject(load_format(form), str(form), folder, max_examples)


def _home(form: ProvinceFormat) -> str:
    if form.slug not in available_provinces() or get_province(form.slug) is not form:
        return "not registered"
    home = province_home(form.slug)
    return f"chitieu {chitieu.__version__}" if home == "chitieu" else home


def refuse_unknown(expected_failures: Mapping[str, str]) -> None:
    """Refuse ids that no check has, and expected failures without a reason.

    Raises:
        UnknownCheckError: no check has the id.
        ValueError: the reason is empty.
    """
    known = all_checks()
    for name, reason in expected_failures.items():
        if name not in known:
            close = get_close_matches(name, known, 1)
            likely = f"did you mean {close[0]!r}? " if close else ""
            raise UnknownCheckError("check.unknown", name=name, likely=likely, known=", ".join(known))
        if not reason.strip():
            message = f"the expected failure of {name!r} has no reason"
            raise ValueError(message)


class Runner:
    """Runs the checks of one subject, each once.

    Args:
        subject: what is checked.
        expected_failures: ids of checks that are known to fail, with the reasons.
    """

    def __init__(self, subject: Subject, expected_failures: Mapping[str, str]) -> None:
        refuse_unknown(expected_failures)
        self.subject, self.expected = subject, dict(expected_failures)
        self._results: dict[str, CheckResult] = {}

    def report(self) -> Report:
        """Run every check."""
        return Report(self.tested(), tuple(self.result(name) for name in all_checks()))

    def tested(self) -> Tested:
        """Say what is tested."""
        form, names = self.subject.form, sorted({name for check in all_checks().values() for name in check.needs})
        declared = tuple(name for name in names if self._declares(name))
        return Tested(
            slug=form.slug,
            name=form.name,
            home=self.subject.home,
            api=form.api,
            extends=form.extends,
            samples=str(self.subject.samples or ""),
            declared=declared,
            undeclared=tuple(name for name in names if name not in declared),
        )

    def result(self, check_id: str) -> CheckResult:
        """Run a check, those that must pass before it first."""
        if check_id not in self._results:
            check = all_checks()[check_id]
            outcome, reason = self._passed_over(check)
            mismatches: tuple[Mismatch, ...] = ()
            more = 0
            if outcome is Outcome.PASSED:
                mismatches, more = self._mismatches(check)
                outcome = Outcome.FAILED if mismatches else Outcome.PASSED
            outcome, reason = self._against_expected(check, outcome, reason)
            self._results[check_id] = CheckResult(
                check.id, check.group, check.since, check.says, check.anchor, outcome, reason, mismatches, more
            )
        return self._results[check_id]

    def _declares(self, capability: str) -> bool:
        if capability == SAMPLES:
            return self.subject.samples is not None
        return declares(self.subject.form, capability)

    def _passed_over(self, check: Check) -> tuple[Outcome, str]:
        """Say why a check is not run, or that it is."""
        missing = next((name for name in check.needs if not self._declares(name)), None)
        if missing is not None:
            what = meaning(missing).partition(":")[0].rstrip(".")  # how it is written stands behind the colon
            return Outcome.SKIPPED, f"{missing} is not declared ({what})"
        if _version(check.since) > _version(self.subject.form.api):
            return Outcome.SKIPPED, f"since {check.since}, the format is written for {self.subject.form.api}"
        stopped = (Outcome.FAILED, Outcome.EXPECTED, Outcome.NOT_RUN)
        failed = next((name for name in check.after if self.result(name).outcome in stopped), None)
        return (Outcome.NOT_RUN, f"needs {failed}") if failed else (Outcome.PASSED, "")

    def _mismatches(self, check: Check) -> tuple[tuple[Mismatch, ...], int]:
        """Run a check where its format is known by its slug, as it will be when it is installed."""
        with using(self.subject.form):
            found = _caught(check.run(self.subject))
            return tuple(islice(found, _MOST_MISMATCHES)), sum(1 for _ in found)

    def _against_expected(self, check: Check, outcome: Outcome, reason: str) -> tuple[Outcome, str]:
        wanted = self.expected.get(check.id)
        if wanted is None or outcome is Outcome.NOT_RUN:
            return outcome, reason
        if outcome is Outcome.FAILED:
            return Outcome.EXPECTED, wanted
        now = "it passes" if outcome is Outcome.PASSED else f"it is skipped: {reason}"
        return Outcome.STALE, f"expected to fail ({wanted}), but {now}; take it off the list"


def _caught(mismatches: Iterator[Mismatch]) -> Iterator[Mismatch]:
    """Make a mismatch of what a check raises: a step of the format that breaks is the format's fault."""
    try:
        yield from mismatches
    except Exception as error:  # noqa: BLE001  (a format's own steps may raise anything)
        yield Mismatch("the whole format", "no error", raised(error))


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdecimal())
