"""Changes that stand beside what was planned, between a level and that of the year before."""

import pytest

import chitieu as ct


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trồng 220 ha quế (kế hoạch 200 ha, tăng 10%; năm 2025: 190 ha).", False),  # against the plan
        ("Trồng 220 ha quế (kế hoạch 200 ha, vượt 10%; năm 2025: 190 ha).", False),
        ("Trồng 220 ha quế (tăng 10%; năm 2025: 190 ha).", True),
        ("Trồng 220 ha quế, tăng 10% (năm 2025: 190 ha).", True),
    ],
)
def test_a_change_beside_a_plan_is_against_it(text, found):
    assert bool(list(ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"]))) is found
