"""What came out: one line a check, and each failure in full."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import groupby
from textwrap import indent

from attrs import frozen

import chitieu
from chitieu.provinces import API_VERSION
from chitieu.testing.conformance.mismatch import Mismatch
from chitieu.testing.conformance.registry import KIT_VERSION

__all__ = ["CheckResult", "Outcome", "Report", "Tested", "failure_text"]


class Outcome(Enum):
    """What came out of a check.

    >>> Outcome.STALE.value
    'stale'
    """

    PASSED = "passed"
    FAILED = "FAILED"
    EXPECTED = "expected failure"
    STALE = "stale"
    """A failure was expected, and the check passes or does not apply: take it off the list."""
    SKIPPED = "skipped"
    """The format declares nothing to check."""
    NOT_RUN = "not run"
    """A check that must pass first did not."""


@frozen
class CheckResult:
    """What came out of one check.

    Attributes:
        id, group, since, says, anchor: of the check: its name, the part of the format, the version of the schema it
            came with, what holds where it passes, its page in the documentation.
        outcome: what came out.
        reason: why it was skipped or not run, or why its failure was expected.
        mismatches: what is wrong, the first few.
        more: how many mismatches were left off.

    >>> import chitieu as ct
    >>> result = ct.testing.check_format("standard", max_examples=5)["levels-distinct"]
    >>> result.outcome.value, result.anchor
    ('passed', 'reference/conformance/levels-distinct.html')
    """

    id: str
    group: str
    since: str
    says: str
    anchor: str
    outcome: Outcome
    reason: str = ""
    mismatches: tuple[Mismatch, ...] = ()
    more: int = 0

    def __str__(self) -> str:
        behind = f": {self.reason}" if self.reason else ""
        return f"{self.outcome.value} {self.id}{behind}"


@frozen
class Tested:
    """What was tested.

    Attributes:
        slug, name: of the province; `home`: distribution and version, or the file.
        api: version of the schema the format is written for; `extends`: what it builds on.
        samples: the folder of samples, empty without one.
        declared, undeclared: the capabilities it has and has not.
    """

    slug: str
    name: str
    home: str
    api: str
    extends: str | None
    samples: str
    declared: tuple[str, ...]
    undeclared: tuple[str, ...]

    def __str__(self) -> str:
        schema = ".".join(map(str, API_VERSION))
        rows = (
            ("province", f"{self.name} ({self.slug})"),
            ("distribution", self.home),
            ("format", f"schema {self.api}, extends {self.extends or 'nothing'}"),
            ("library", f"chitieu {chitieu.__version__}, schema {schema}, kit {KIT_VERSION}"),
            ("python", platform.python_version()),
            ("samples", self.samples or "none"),
            ("declared", ", ".join(self.declared) or "nothing"),
            ("undeclared", ", ".join(self.undeclared) or "nothing"),
        )
        return "\n".join(_row(*row) for row in rows)


def _row(name: str, value: str, width: int = 14) -> str:
    """Write a name and a value; further lines of the value are set under its first."""
    return f"{name:<{width}}{indent(value, ' ' * width).lstrip() if value else ''}".rstrip()


def failure_text(result: CheckResult, tested: Tested) -> str:
    """Write a failure in full: which check, of what, with what input, and where to read on."""
    head = f"{result.outcome.value.upper()} {result.id} (since {result.since}): {result.says}"
    rows = [_row("province", f"{tested.name} ({tested.slug})"), _row("distribution", tested.home)]
    if result.reason:
        rows.append(_row("reason", result.reason))
    for mismatch in result.mismatches:
        rows += [_row("input", mismatch.input), _row("expected", mismatch.expected), _row("got", mismatch.got)]
    if result.more:
        rows.append(_row("", f"… and {result.more} more"))
    rows.append(_row("page", result.anchor))
    return "\n".join([head, indent("\n".join(rows), "  ")])


@frozen
class Report:
    """What came out of all checks of one format; `str` of it is for people.

    Attributes:
        tested: what was tested.
        results: what came out of each check, in the order of the kit.

    >>> import chitieu as ct
    >>> report = ct.testing.check_format("ben-tre", max_examples=5)
    >>> report.ok, len(report.failures), report["metadata-schema"].outcome.value
    (True, 0, 'passed')
    """

    tested: Tested
    results: tuple[CheckResult, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing failed and no expected failure is stale."""
        return not self.failures

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks that failed, and the expected failures that are stale."""
        return tuple(result for result in self.results if result.outcome in (Outcome.FAILED, Outcome.STALE))

    def __getitem__(self, check_id: str) -> CheckResult:
        return {result.id: result for result in self.results}[check_id]

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield "Conformance of a province format"
        yield indent(str(self.tested), "  ")
        for group, results in groupby(self.results, key=lambda result: result.group):
            yield f"{group}"
            for result in results:
                yield f"  {result.outcome.value:<17}{result.id}" + (f": {result.reason}" if result.reason else "")
        counts = Counter(result.outcome for result in self.results)
        yield ", ".join(f"{counts[outcome]} {outcome.value.lower()}" for outcome in Outcome if counts[outcome])
        for result in self.failures:
            yield f"\n{failure_text(result, self.tested)}"
