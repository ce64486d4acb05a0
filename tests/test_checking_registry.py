"""Which rules there are: our own, those of distributions on the path, those put in force."""

import sys

import pytest

import chitieu as ct
from chitieu.checking.registry import _own

CODE = """
import chitieu as ct

@ct.rule("{code}", title="t", message="m", translations={{"vi": ("t", "m")}})
def first(subject):
    yield ct.RuleFault()
"""


@pytest.fixture
def offer(tmp_path, monkeypatch):
    """Put a distribution with a rule on the path, and say what its entry point points to."""
    monkeypatch.delenv("CHITIEU_NO_PLUGINS", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    def install(points_to, code="rule-of-others", module="rules_of_others"):
        (tmp_path / f"{module}.py").write_text(CODE.format(code=code), encoding="utf-8")
        info = tmp_path / "others-1.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: others\nVersion: 1.5\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[chitieu.rules]\nothers = {points_to}\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return install


def codes():
    return [rule.code for rule in ct.available_rules()]


@pytest.mark.parametrize("points_to", ["rules_of_others", "rules_of_others:first", "rules_of_others:first [extra]"])
def test_rules_of_a_distribution_come_behind_our_own(offer, points_to):
    offer(points_to)
    assert codes() == [*(rule.code for rule in _own()), "rule-of-others"]
    assert ct.get_rule("rule-of-others").code == "rule-of-others"


@pytest.mark.parametrize(("value", "there"), [("", True), ("0", True), ("1", False), ("yes", False)])
def test_distributions_are_passed_over_where_that_is_asked_for(offer, monkeypatch, value, there):
    offer("rules_of_others")
    monkeypatch.setenv("CHITIEU_NO_PLUGINS", value)
    assert ("rule-of-others" in codes()) == there


@pytest.mark.parametrize(
    ("points_to", "code", "said"),
    [
        ("rules_of_others:missing", "rule-of-others", r"others 1\.5 cannot be loaded: AttributeError"),
        ("no_such_module", "rule-of-others", r"others 1\.5 cannot be loaded: ModuleNotFoundError"),
        ("rules_of_others:CODE", "rule-of-others", r"others 1\.5 cannot be loaded"),
        ("rules_of_others:ct", "rule-of-others", r"others 1\.5 offers rules that are none.*module"),
        ("rules_of_others:__name__", "rule-of-others", r"others 1\.5 offers rules that are none.*str"),
        ("rules_of_others", "value-bounds", "two rules have the code 'value-bounds'"),
    ],
)
def test_what_is_no_rule_is_an_error_that_names_the_distribution(offer, points_to, code, said):
    offer(points_to, code)
    with pytest.raises(ct.RuleError, match=said):
        codes()


def test_our_rules_come_in_the_order_of_their_subjects():
    own = codes()
    subjects = ["unit-fits", "shares-sum", "growth-between", "level-change", "duplicate-target", "due-before-issue"]
    subjects += ["agency-not-existing", "reference-future", "report-schedule", "number-english"]
    assert [code for code in own if code in subjects] == subjects
    assert len(own) == len(set(own))
