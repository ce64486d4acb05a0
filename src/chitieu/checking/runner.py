"""Runs the rules over a plan and puts what they find in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, TypeVar

from attrs import frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.registry import available_rules, rules_named
from chitieu.checking.rules import Rule, RuleError, RuleFault
from chitieu.checking.subject import Subject
from chitieu.errors import ChitieuError
from chitieu.findings import Finding, Severity, quoted
from chitieu.monitoring.observations import Observation
from chitieu.periods.dates import as_day
from chitieu.plan import Plan

__all__ = ["CheckReport", "Silence", "check", "run_checks"]

T = TypeVar("T")
_FAILED = Rule(
    code="rule-failed",
    severity=Severity.WARNING,
    title="A rule runs to its end",
    message="the rule '{rule}' stopped with {error}; what it looks for was not checked",
    check=lambda _: iter(()),
)
"""What is said of a rule that raises: one rule's fault must not hide what the others find."""


@frozen
class Silence:
    """A finding that is known and explained.

    Attributes:
        code: the rule; ``*`` stands for any letters.
        reason: why it is no fault; must not be empty.
        about: the indicator, task or agency it holds for, as the plan names it; None for all.

    Raises:
        RuleError: no reason is given.

    >>> import chitieu as ct
    >>> plan = ct.Plan(indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 101%;"))
    >>> ct.check(plan, silences=[ct.Silence("value-bounds", "typo confirmed, corrected on paper")])
    ()
    """

    code: str
    reason: str
    about: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise RuleError("rule.reason", code=self.code)

    def covers(self, finding: Finding) -> bool:
        """Whether it holds for a finding."""
        return fnmatchcase(finding.code, self.code) and self.about in (None, finding.about)


@frozen
class CheckReport:
    """What checking a plan gave.

    Attributes:
        findings: what was found, in the order of the text.
        silenced: the findings that were known, each with the reason given.
        identities: the sums and orders that could be worked out, with whether they hold.
        rules: the rules that were run.
    """

    findings: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, str], ...] = ()
    identities: tuple[IdentityResult, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def check(
    plan: Plan | str,
    *others: Plan | str,
    observations: Iterable[Observation] = (),
    on: date | None = None,
    rules: Sequence[Rule | str] | None = None,
    silences: Iterable[Silence] = (),
) -> tuple[Finding, ...]:
    """Check a plan for mistakes of arithmetic, dates and names.

    Args:
        plan: the plan; or free text, of which the amounts are checked, and the names for the day of its date line.
        others: plans or texts it should agree with: last year's plan, the council's resolution, a news item. They
            are not checked themselves.
        observations: what was reached in earlier years.
        on: the day agencies, areas and documents are looked up for; None takes the day the plan was issued.
        rules: the rules to run, as `Rule` or code, ``*`` for any letters; None runs all there are.
        silences: findings that are known and explained.

    Returns:
        The findings, gravest and first in the text first; the same for any order of rules, others and observations.

    Raises:
        RuleError: no rule has a code that was asked for, or an argument is of the wrong kind (the name of a file).

    >>> import chitieu as ct
    >>> text = "6) Thu ngân sách 5.400 tỷ đồng (gồm thu nội địa 5.258 tỷ đồng, thu từ hoạt động xuất, nhập khẩu 130 tỷ đồng);"
    >>> for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text))):
    ...     print(finding)
    error [parts-sum] the parts of 'Thu ngân sách' add up to 5.388 tỷ đồng, not to 5.400 tỷ đồng
    """
    return run_checks(plan, *others, observations=observations, on=on, rules=rules, silences=silences).findings


def run_checks(
    plan: Plan | str,
    *others: Plan | str,
    observations: Iterable[Observation] = (),
    on: date | None = None,
    rules: Sequence[Rule | str] | None = None,
    silences: Iterable[Silence] = (),
) -> CheckReport:
    """Check a plan as `check` does, and return all that came of it.

    >>> import chitieu as ct
    >>> report = ct.run_checks(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> report.errors
    ()
    >>> for identity in report.identities[:1]:
    ...     print(identity)
    Cơ cấu GRDP theo giá hiện hành: 27,4 + 28,1 + 39,3 + 5,2 = 100: holds
    """
    _refuse_wrong_input([plan, *others], on=on, rules=rules)
    seen = _only(observations, Observation, "observations", "observations (.observations of what read_actuals gives)")
    known = _only(silences, Silence, "silences", "Silence(code, reason)")
    subject = Subject.of(plan, others, tuple(seen), None if on is None else as_day(on))
    chosen = _chosen(rules)
    all_found = {finding for one in chosen for finding in _findings(one, subject)}
    identities: tuple[IdentityResult, ...] = ()
    try:
        identities = subject.identities
    except Exception as error:  # noqa: BLE001  (told as a finding)
        all_found.add(_failure("identities", error, subject))
    found = sorted(all_found, key=_order)
    kept: list[Finding] = []
    silenced: list[tuple[Finding, str]] = []
    for finding in found:
        reason = next((silence.reason for silence in known if silence.covers(finding)), None)
        if reason is None:
            kept.append(finding)
        else:
            silenced.append((finding, reason))
    return CheckReport(tuple(kept), tuple(silenced), identities, chosen)


_FILE = re.compile(r"\S{1,200}\.(?:txt|docx|html?|pdf|xlsx|json|md)", re.IGNORECASE)


def _refuse_wrong_input(plans: Iterable[object], *, on: object, rules: object) -> None:
    """Refuse what would be checked as something else than was meant: a path as a text, a code as a list of letters."""
    for plan in plans:
        _expect(plan, (Plan, str), "check", "a plan or a text")
        if isinstance(plan, str) and _FILE.fullmatch(plan):
            raise RuleError(
                "rule.input", argument="check", expected=f"a plan: read_plan({plan!r})", found="the name of a file"
            )
    if on is not None:
        _expect(on, date, "on", "a date")
    if isinstance(rules, str):
        raise RuleError("rule.input", argument="rules", expected=f"a list: [{rules!r}]", found="a text")


def _only(given: object, kind: type[T], argument: str, expected: str) -> list[T]:
    """Return what was given as a list, if it holds nothing else."""
    items: list[T] = []
    for item in given if isinstance(given, Iterable) and not isinstance(given, str) else [given]:
        if not isinstance(item, kind):
            raise RuleError("rule.input", argument=argument, expected=expected, found=type(item).__name__)
        items.append(item)
    return items


def _expect(value: object, kind: type | tuple[type, ...], argument: str, expected: str) -> None:
    if not isinstance(value, kind):
        raise RuleError("rule.input", argument=argument, expected=expected, found=type(value).__name__)


def _chosen(rules: Sequence[Rule | str] | None) -> tuple[Rule, ...]:
    if rules is None:
        return available_rules()
    chosen: dict[str, Rule] = {}
    for one in rules:
        _expect(one, (Rule, str), "rules", "rules, or their codes")
        chosen |= {rule.code: rule for rule in ((one,) if isinstance(one, Rule) else rules_named(one))}
    return tuple(chosen.values())


def _order(finding: Finding) -> tuple[Any, ...]:
    start = finding.span.start if finding.span else -1
    return finding.severity.rank, start, finding.code, finding.about, finding.message


def _findings(rule: Rule, subject: Subject) -> Iterator[Finding]:
    try:
        for fault in rule.check(subject):
            yield _finding(rule, fault, subject)
    except Exception as error:  # noqa: BLE001  (rules may be anybody's)
        yield _failure(rule.code, error, subject)


def _failure(code: str, error: Exception, subject: Subject) -> Finding:
    """Return what is said of a rule that raised, or of the sums that several rules ask for."""
    said = error.message("en") if isinstance(error, ChitieuError) else str(error)
    fields = {"rule": code, "error": f"{type(error).__name__}: {said}"}
    return _finding(_FAILED, RuleFault(about=code, fields=fields), subject)


def _finding(rule: Rule, fault: RuleFault, subject: Subject) -> Finding:
    fields = {"about": fault.about, **fault.fields}
    quote, line, column = _quote(fault, subject.plan.text)
    return Finding(
        code=rule.code,
        severity=rule.severity,
        message=rule.sentence("en", fields, fault.variant),
        message_vi=rule.sentence("vi", fields, fault.variant),
        plan=subject.plan.number,
        about=fault.about,
        quote=quote,
        line=line,
        column=column,
        span=fault.span,
        related=fault.related,
        fields=fields,
    )


def _quote(fault: RuleFault, text: str) -> tuple[str, int | None, int | None]:
    if fault.span is not None and text:
        return quoted(text, fault.span.start, fault.span.end)
    if not fault.piece:
        return "", None, None
    start = max(fault.piece.find(fault.part), 0)
    quote, _, _ = quoted(fault.piece, start, start + len(fault.part or fault.piece))
    return quote, None, None
