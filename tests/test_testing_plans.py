"""Generated plans are complete, without mistakes, and shrink to small ones."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.strategies import data

import chitieu as ct
from chitieu.checking.identity.identities import known_identities
from chitieu.periods.period import Period
from chitieu.testing import strategies as st
from chitieu.testing.plan_drafts import agency_named
from chitieu.testing.plan_indicators import usable_indicators

PROVINCES = ct.available_provinces()


@given(st.plans())
def test_good_plans_pass_every_check(plan):
    """check(good plan) is silent, for the plan built and for the plan read."""
    assert ct.check(plan) == ()
    assert ct.check(ct.parse_plan(ct.render_plan(plan), plan.province)) == ()


def test_indicators_drawn_one_by_one_make_nothing_up_together():
    """Of the terms of an identity at most one is drawn by itself: *trực tuyến toàn trình* is no more than *trực tuyến*."""
    drawn = {record.key for record in usable_indicators()}
    for identity in known_identities():
        assert len(drawn & {identity.whole, *identity.parts, *identity.optional}) <= 1, identity.key


@given(st.plans())
def test_what_a_plan_says_holds_on_its_day(plan):
    """Agencies exist, deadlines and cited documents stand on the right side of the day of issue."""
    form = ct.get_province(plan.province)
    assert form.covers(plan.issued)
    assert ct.areas.find(plan.place, plan.issued) is not None
    assert str(plan.issued.year) in plan.title
    for section in (*plan.assignments, *plan.implementation):
        for task in section.tasks:
            assert task.last_day is None or plan.issued <= task.last_day <= plan.period.end
            for agency in (*section.agencies, *task.lead, *task.cooperating):
                assert ct.agencies.get(agency.key, form, on=plan.issued)
    assert all(reference.date < plan.issued for reference in plan.references())


@given(st.plans())
def test_values_lie_in_the_bounds_and_units_of_their_indicators(plan):
    """Every level of a known indicator can be converted to its unit and lies between its bounds."""
    for indicator, target in plan.targets():
        record = ct.get_indicator(indicator.indicator) if indicator.indicator else None
        if record is None or target.change is not ct.Change.LEVEL:
            continue
        value = target.quantity.to(record.units[0]).value
        assert record.minimum is None or value >= record.minimum
        assert record.maximum is None or value <= record.maximum


@given(st.plans())
def test_shares_and_parts_agree_with_their_whole(plan):
    """Shares make 100; the parts of the budget make it; no part is larger than its whole."""
    for item in plan.indicators:
        amounts = [part.targets[0].quantity for part in item.parts]
        if item.name == "Cơ cấu kinh tế":
            assert sum(amounts) == ct.Quantity(100, "%")
        elif item.indicator == "bud_rev":
            assert sum(amounts) == item.targets[0].quantity
        elif item.indicator == "trained":
            assert amounts[0] <= item.targets[0].quantity


@pytest.mark.parametrize("province", PROVINCES)
@settings(max_examples=3)
@given(data())
def test_plans_of_a_province_are_its_own(province, data):
    """Whatever is drawn, it is a plan in the format asked for."""
    assert data.draw(st.plans(province)).province == province


@settings(max_examples=3)
@given(st.plans(ct.get_province("ca-mau")))
def test_a_format_can_be_given_itself(plan):
    """The format works as its slug does."""
    assert plan.province == "ca-mau"


def test_an_unknown_province_is_an_error_of_its_name():
    with pytest.raises(ct.UnknownProvinceError):
        find(st.plans("atlantis"), lambda _: True, settings=_quick())  # when it is drawn from


def _quick():
    return settings(
        max_examples=30,
        database=None,
        derandomize=True,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


def test_plans_shrink_to_a_tiny_one():
    plan = find(st.plans("ben-tre"), lambda _: True, settings=_quick())
    assert (len(plan.indicators), len(plan.assignments), len(plan.assignments[0].tasks)) == (1, 1, 1)
    assert (plan.implementation, plan.bases, plan.recipients, plan.footnotes) == ((), (), (), ())
    assert plan.number == "1/KH-UBND"


def test_a_condition_shrinks_to_what_it_needs():
    plan = find(st.plans("ben-tre"), lambda plan: len(plan.recipients) > 1, settings=_quick())
    assert len(plan.recipients) == 2
    assert len(plan.indicators) == 1


@given(st.plan_drafts("lao-cai"))
def test_a_draft_can_be_altered_before_it_is_built(draft):
    """A planted fault is one decision changed; words and fields still agree."""
    task = evolve(draft.sections[0].tasks[0], due=Period(draft.issued.year + 3))
    section = evolve(draft.sections[0], tasks=(task, *draft.sections[0].tasks[1:]))
    plan = evolve(draft, sections=(section, *draft.sections[1:])).build()
    assert plan.assignments[0].tasks[0].due == Period(draft.issued.year + 3)
    again = ct.parse_plan(ct.render_plan(plan), "lao-cai")
    assert again == plan


def test_the_pool_of_indicators_is_large_and_free_of_figures():
    pool = usable_indicators()
    assert len(pool) > 120
    assert not [record.name for record in pool if any(char.isdigit() for char in record.name)]


def test_names_that_are_read_otherwise_are_no_agencies():
    assert agency_named("Hôm nay") is None
