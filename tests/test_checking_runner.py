"""Running rules: where findings point, in which order they come, what is refused."""

from datetime import date

import pytest

import chitieu as ct
from chitieu.checking.runner import check


def rule_of(*faults, code="any-fault", severity=ct.Severity.WARNING):
    """Return a rule that yields some faults."""

    @ct.rule(code, title="Holds", message="'{about}'", severity=severity)
    def made(_subject):
        yield from faults

    return made


@pytest.mark.parametrize(
    ("fault", "text", "quote"),
    [
        (ct.RuleFault("x"), "one two", ""),
        (ct.RuleFault("x", piece="one two"), "", "one two\n^^^^^^^"),
        (ct.RuleFault("x", piece="one two", part="two"), "", "one two\n    ^^^"),
        (ct.RuleFault("x", piece="one two", part="three"), "", "one two\n^^^^^"),
        (ct.RuleFault("x", ct.Span(4, 7), "three", "ee"), "one two", "one two\n    ^^^"),
        (ct.RuleFault("x", ct.Span(4, 7), "three", "ee"), "", "three\n   ^^"),
    ],
)
def test_a_finding_quotes_the_text_or_the_piece(fault, text, quote):
    (finding,) = check(ct.Plan(text=text), rules=[rule_of(fault)])
    assert finding.quote == quote
    assert (finding.line, finding.column) == ((1, 5) if text and fault.span else (None, None))


def test_findings_come_by_severity_then_place_then_code():
    early, late = (ct.RuleFault(about, ct.Span(at, at + 1)) for about, at in (("b", 1), ("a", 3)))
    rules = [
        rule_of(late, early, ct.RuleFault("z"), code="second"),
        rule_of(early, code="first"),
        rule_of(late, code="third", severity=ct.Severity.ERROR),
    ]
    findings = check(ct.Plan(text="abcdef"), rules=rules)
    assert [(one.code, one.about) for one in findings] == [
        ("third", "a"), ("second", "z"), ("first", "b"), ("second", "b"), ("second", "a"),
    ]  # fmt: skip


def test_one_fault_found_twice_is_one_finding():
    fault = ct.RuleFault("x")
    assert len(check(ct.Plan(), rules=[rule_of(fault, fault)])) == 1


def test_the_first_silence_that_fits_gives_the_reason():
    silences = [ct.Silence("other-*", "of others"), ct.Silence("any-*", "first"), ct.Silence("*", "second")]
    report = ct.run_checks(ct.Plan(), rules=[rule_of(ct.RuleFault("x"))], silences=silences)
    assert report.findings == ()
    assert [reason for _, reason in report.silenced] == ["first"]


@pytest.mark.parametrize(
    ("plan", "options", "said"),
    [
        (7, {}, "a plan or a text"),
        ("plan.txt", {}, "read_plan"),
        ("folder/PLAN.DOCX", {}, "read_plan"),
        (ct.Plan(), {"on": "2026-01-01"}, "a date"),
        (ct.Plan(), {"rules": "value-bounds"}, "a list"),
        (ct.Plan(), {"silences": ["value-bounds"]}, "Silence"),
    ],
)
def test_what_is_no_plan_or_option_is_refused(plan, options, said):
    with pytest.raises(ct.RuleError, match=said):
        check(plan, **options)


def test_a_text_that_ends_like_a_file_is_still_a_text():
    assert check("Gửi kèm plan.txt") == ()
    with pytest.raises(ct.RuleError, match="a plan or a text"):
        check(ct.Plan(), 7)
    assert check(ct.Plan(), on=date(2026, 1, 1)) == ()


def test_rules_are_run_once_in_the_order_they_are_asked_for():
    one, two = rule_of(ct.RuleFault("x"), code="one"), rule_of(ct.RuleFault("x"), code="two")
    assert [rule.code for rule in ct.run_checks(ct.Plan(), rules=[two, one, two]).rules] == ["two", "one"]
    assert [rule.code for rule in ct.run_checks(ct.Plan(), rules=["order", "parts-*"]).rules] == [
        "order",
        "parts-sum",
        "parts-exceed",
    ]
    assert ct.run_checks(ct.Plan()).rules == ct.available_rules()


def test_sums_that_fail_are_told_and_hide_nothing(monkeypatch):
    def broken(*_):
        message = "by design"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("chitieu.checking.subject.identities_of", broken)
    report = ct.run_checks(ct.Plan(text="Hoàn thành ngày 31/6/2026."), rules=["date-impossible"])
    assert [(one.code, one.about) for one in report.findings][-1] == ("rule-failed", "identities")
    assert [one.code for one in report.findings] == ["date-impossible", "rule-failed"]
    assert report.identities == ()
