"""Every rule on every generated plan: some plans in the usual run, ten thousand in the profile ``night``.

CHITIEU_TEST_PROFILE=night python -m pytest tests/test_night.py
"""

import os

import pytest
from hypothesis import given, settings

import chitieu as ct
from chitieu.testing.plans import plans
from chitieu.testing.planting import plant, plantable

_CURRENT = os.environ.get("CHITIEU_TEST_PROFILE", "default")
_PLANS = 5 if _CURRENT in ("default", "mutation") else settings.get_profile(_CURRENT).max_examples

# Building a plan costs as much as checking five: one plan meets many rules. Two halves, for two processes.
_HALVES = (plantable()[0::2], plantable()[1::2])


def _found(plan, code):
    case = plant(plan, code)
    return [finding.code for finding in ct.check(case.plan, *case.others, observations=case.observations)]


@pytest.mark.parametrize("codes", _HALVES, ids=["even", "odd"])
@settings(max_examples=_PLANS)
@given(plan=plans())
def test_every_rule_is_silent_on_good_plans_and_speaks_on_its_fault(codes, plan):
    """Law: `check(plan)` is silent, and `check(broken(plan, code))` reports exactly that code."""
    assert [str(finding) for finding in ct.check(plan)] == []
    wrong = {code: found for code in codes if (found := _found(plan, code)) != [code]}
    assert wrong == {}
