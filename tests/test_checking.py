"""The engine of checks: choosing and silencing rules, adding them, order, failure.

Covers `rules` and `subject` too.
"""

import random
import threading
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.catalogues import translated


def plan_of(*lines, **fields):
    return ct.Plan(indicators=tuple(i for line in lines for i in ct.parse_indicators(f"1) {line};")), **fields)


FAULTY = plan_of("Tỷ lệ hộ nghèo còn 101%", "Tỷ lệ che phủ rừng đạt 145%", "Tỷ lệ thôn có loa đạt 108%")


@ct.rule(
    "always", title="Never holds", message="'{about}' is there", translations={"vi": ("Không bao giờ", "có '{about}'")}
)
def always(subject):
    for item in subject.items():
        yield subject.at_item(item)


@ct.rule("stops", title="Stops", message="unused")
def stops(subject):
    yield ct.RuleFault(about=str(subject.plan))
    raise LookupError(subject.plan.number)


def test_rules_are_chosen_by_code_pattern_and_value():
    assert {finding.code for finding in ct.check(FAULTY)} == {"value-bounds", "share-bounds"}
    assert {finding.code for finding in ct.check(FAULTY, rules=["share-*"])} == {"share-bounds"}
    assert len(ct.check(FAULTY, rules=["value-bounds"])) == 2
    assert {finding.code for finding in ct.check(FAULTY, rules=[always, "value-bounds"])} == {"always", "value-bounds"}
    assert ct.check(FAULTY, rules=[]) == ()


def test_an_unknown_rule_is_named_with_those_there_are():
    with pytest.raises(ct.RuleError, match=r"'parts'.*part-over-whole"):
        ct.check(FAULTY, rules=["parts"])


def test_silencing_takes_a_reason_and_keeps_what_it_silenced():
    report = ct.run_checks(FAULTY, silences=[ct.Silence("value-bounds", "đã xác nhận", about="Tỷ lệ hộ nghèo")])
    assert {finding.about for finding in report.findings} == {"Tỷ lệ che phủ rừng", "Tỷ lệ thôn có loa"}
    assert [(finding.about, reason) for finding, reason in report.silenced] == [("Tỷ lệ hộ nghèo", "đã xác nhận")]
    with pytest.raises(ct.RuleError, match="needs a reason"):
        ct.Silence("value-bounds", "  ")


@given(st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_order(shuffle: random.Random):
    """Law: the order of rules, of the lines of a plan, and of other plans changes no finding."""
    rules = list(ct.available_rules())
    items = list(FAULTY.indicators)
    others = [
        plan_of("Tỷ lệ hộ nghèo còn 3%", number="1/NQ-HĐND"),
        plan_of("Tỷ lệ hộ nghèo còn 4%", number="2/NQ-HĐND"),
    ]
    expected = set(ct.check(FAULTY, *others))
    for one in (rules, items, others):
        shuffle.shuffle(one)
    assert set(ct.check(ct.Plan(indicators=tuple(items)), *others, rules=rules)) == expected


def test_findings_come_gravest_first_and_in_the_order_of_the_text(example_text):
    text = example_text.replace("72%; trong đó, lao động", "172%; trong đó, lao động").replace("88%.", "188%.")
    findings = ct.check(ct.parse_plan(text))
    keys = [(finding.severity.rank, finding.span.start if finding.span else -1) for finding in findings]
    assert keys == sorted(keys)


def test_a_rule_that_raises_stops_no_other():
    findings = ct.check(FAULTY, rules=[stops, "value-bounds"])
    assert [finding.code for finding in findings] == ["value-bounds", "value-bounds", "rule-failed", "stops"]
    (failed,) = (finding for finding in findings if finding.code == "rule-failed")
    assert "LookupError: None" in failed.message
    assert "stops" in failed.message_vi


@pytest.mark.parametrize(
    ("options", "argument"),
    [
        ({"observations": "ket-qua.xlsx"}, "observations takes observations"),
        ({"observations": [None]}, "observations takes observations"),
        ({"observations": ct.Actuals(observations=())}, "observations takes observations"),
        ({"silences": [{"code": "value-bounds"}]}, "silences takes Silence"),
        ({"silences": None}, "silences takes Silence"),
        ({"rules": [None]}, "rules takes rules, or their codes"),
        ({"rules": ["nothing-*"]}, "no rule has the code"),
    ],
)
def test_what_a_check_cannot_take_is_refused_before_any_rule_runs(options, argument):
    with pytest.raises(ct.RuleError, match=argument):
        ct.check(FAULTY, **options)


def test_a_moment_is_taken_for_its_day():
    day = date(2026, 3, 1)
    moment = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
    assert ct.check(FAULTY, on=moment) == ct.check(FAULTY, on=day)


def test_rules_in_force_hold_in_their_scope_and_thread():
    seen = []
    with ct.using_rules(always):
        assert "always" in {finding.code for finding in ct.check(FAULTY)}
        thread = threading.Thread(target=lambda: seen.append({rule.code for rule in ct.available_rules()}))
        thread.start()
        thread.join()
    assert "always" not in seen[0]
    assert "always" not in {rule.code for rule in ct.available_rules()}


def test_two_rules_of_one_code_are_refused():
    with pytest.raises(ct.RuleError, match="two rules have the code 'always'"), ct.using_rules(always, always):
        ct.available_rules()


@pytest.mark.parametrize("code", ["", "Upper", "two words", "-dash", "a--b", "1st"])
def test_codes_are_words_with_hyphens(code):
    with pytest.raises(ct.RuleError, match="no code of a rule"):
        ct.rule(code, title="t", message="m")


def test_every_sentence_is_there_in_both_languages():
    for rule in ct.available_rules():
        for sentence in (rule.title, rule.message):
            assert translated(sentence, "vi", "chitieu") != sentence, rule.code


def test_a_rule_brings_its_own_words():
    (finding,) = ct.check(plan_of("Tỷ lệ hộ nghèo còn 3%"), rules=[always])
    assert finding.in_language("vi") == finding.message_vi == "có 'Tỷ lệ hộ nghèo'"
    assert finding.in_language("en") == finding.message == "'Tỷ lệ hộ nghèo' is there"
    assert always.title_in("vi") == "Không bao giờ"


@pytest.mark.parametrize(
    "plan",
    [
        ct.Plan(),
        ct.Plan(indicators=(ct.PlannedIndicator(name=""),)),
        ct.Plan(indicators=(ct.PlannedIndicator(name="Số xã", targets=(ct.Target(ct.Quantity(5)),)),)),
        ct.Plan(assignments=(ct.Assignment("", tasks=(ct.Task(""),)),)),
        ct.Plan(period=ct.Period(2026), issued=None, indicators=(ct.PlannedIndicator(name="x" * 10_000),)),
        ct.Plan(indicators=(ct.PlannedIndicator(name="Tỷ lệ hộ nghèo", indicator="no-such-key"),)),
    ],
)
def test_half_empty_plans_are_checked_without_a_fault_of_ours(plan):
    assert "rule-failed" not in {finding.code for finding in ct.check(plan)}


def test_free_text_is_checked_too():
    assert ct.check("") == ()
    assert ct.check("Không có số nào ở đây.") == ()


@given(st.text(max_size=300))
def test_any_text_can_be_checked(text):
    """Law: no text makes a rule fail."""
    assert "rule-failed" not in {finding.code for finding in ct.check(text)}


@pytest.mark.parametrize(
    "given",
    [
        {"plan": "plan.txt"},
        {"plan": 7},
        {"rules": "shares-sum"},
        {"on": "2026-01-01"},
        {"silences": ["value-bounds"]},
    ],
)
def test_what_would_be_checked_as_something_else_is_refused(given):
    with pytest.raises(ct.RuleError, match=r"takes .*, not "):
        ct.check(given.pop("plan", FAULTY), **given)


def test_the_shares_of_a_line_are_silenced_by_its_name():
    plan = plan_of("Cơ cấu kinh tế: khu vực I 33%; khu vực II 23%; khu vực III 41%; thuế sản phẩm 4%")
    (finding,) = ct.check(plan)
    assert finding.about == "Cơ cấu kinh tế"
    assert ct.check(plan, silences=[ct.Silence("shares-sum", "làm tròn", about="Cơ cấu kinh tế")]) == ()
