"""Every rule on generated plans: two of each in the usual run, ten thousand in the profile ``night``.

CHITIEU_TEST_PROFILE=night python -m pytest tests/test_night.py
"""

import os

import pytest
from hypothesis import given, settings

import chitieu as ct
from chitieu.testing.plans import plans
from chitieu.testing.planting import plant, plantable

_CURRENT = os.environ.get("CHITIEU_TEST_PROFILE", "default")
_PLANS = 2 if _CURRENT in ("default", "mutation") else settings.get_profile(_CURRENT).max_examples


@pytest.mark.parametrize("code", plantable())
@settings(max_examples=_PLANS)
@given(plan=plans())
def test_every_rule_is_silent_on_good_plans_and_speaks_on_its_fault(code, plan):
    """Law: `check(plan)` is silent, and `check(broken(plan, code))` reports exactly that code."""
    assert [str(finding) for finding in ct.check(plan)] == []
    case = plant(plan, code)
    assert [finding.code for finding in ct.check(case.plan, *case.others, observations=case.observations)] == [code]
