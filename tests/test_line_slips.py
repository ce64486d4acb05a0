"""Slips in real lines of plans, a few of each kind."""

import line_slips
import pytest

_EVERY = 5
_LEAST = {
    "english": 1.0,
    "digits-lost": 1.0,
    "unit-left-out": 0.75,
    "unit-exchanged": 0.7,
    "rate-measured": 0.65,
    "ten-times": 0.6,
}
"""The share that is told at the least; some slips make sense."""


@pytest.mark.parametrize("kind", line_slips.KINDS)
def test_slips_are_told(kind, shared):
    found = [told for line in line_slips.lines(shared)[::_EVERY] for _, told in line_slips.told(kind, line)]
    assert len(found) > 3
    assert sum(found) >= _LEAST[kind] * len(found)
