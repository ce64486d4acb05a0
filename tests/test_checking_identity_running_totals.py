"""What is reached by the times of a year, however the least of it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.rates.growth import growth_between


@pytest.mark.parametrize("sign", ["", "≥ ", "trên ", "ít nhất ", "đạt "])
@given(st.lists(st.integers(11, 94), min_size=3, max_size=3, unique=True))
def test_law_what_is_reached_never_falls(sign, reached):
    """A row of running totals is told exactly if one of them is less than the one before."""
    days = ("31/3/2026", "30/6/2026", "30/9/2026")
    row = "; ".join(f"đến {day} {sign}{value}%" for day, value in zip(days, reached, strict=True))
    lines = f"1. Mốc giải ngân lũy kế so với kế hoạch vốn: {row}; đến 31/12/2026 {sign}95%."
    assert bool(found(plan(lines=lines), growth_between)) is (reached != sorted(reached))
