"""Planted faults: a good plan is silent, a broken one says exactly what was broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing.plans import plans
from chitieu.testing.planting import broken, plant, plantable

BESIDE = ("level-change", "magnitude", "plans-disagree")
"""Rules that see a fault only beside other years or plans."""


def codes(case):
    return [finding.code for finding in ct.check(case.plan, *case.others, observations=case.observations)]


def test_every_rule_has_a_planting():
    assert set(plantable()) == {rule.code for rule in ct.available_rules()}


def test_the_example_plan_is_without_fault(example_plan):
    assert ct.check(example_plan) == ()


@pytest.mark.parametrize("code", plantable())
def test_a_planted_fault_is_found_and_nothing_else(code, example_plan):
    """Law: `check(broken(plan, code))` reports exactly that code."""
    assert codes(plant(example_plan, code)) == [code]


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_plans_of_every_province_can_be_broken(slug):
    """Law: the same for the small plan of every format, whatever its year and its words."""
    plan = ct.parse_plan(ct.testing.skeleton_plan(ct.get_province(slug)))
    assert ct.check(plan) == ()
    wrong = {code: found for code in plantable() if (found := codes(plant(plan, code))) != [code]}
    assert wrong == {}


@given(plans())
def test_generated_plans_are_without_fault(plan):
    """Law: a plan that was built without mistakes gives no finding."""
    assert [str(finding) for finding in ct.check(plan)] == []


@given(plans(), st.sampled_from(plantable()))
def test_a_fault_in_a_generated_plan_is_found_and_nothing_else(plan, code):
    """Law: `check(plan)` is silent, and `check(broken(plan, code))` reports exactly that code, for every rule."""
    assert codes(plant(plan, code)) == [code]


@pytest.mark.parametrize("code", BESIDE)
def test_what_needs_a_second_plan_is_said(code, example_plan):
    with pytest.raises(ValueError, match="use plant"):
        broken(example_plan, code)


def test_an_unknown_code_is_an_error(example_plan):
    with pytest.raises(KeyError, match="no fault of the rule 'no-such-rule'"):
        broken(example_plan, "no-such-rule")


def test_a_strategy_is_no_plan():
    with pytest.raises(TypeError, match="draw a plan first"):
        broken(plans(), "shares-sum")
