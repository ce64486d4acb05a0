"""Slips in real lines of plans."""

import line_slips
import pytest

_LEAST = {
    "english": 1.0,
    "digits-lost": 1.0,
    "unit-left-out": 0.82,
    "unit-exchanged": 0.78,
    "rate-measured": 0.76,
    "ten-times": 0.7,
}
"""The share that is told at the least; some slips make sense."""


@pytest.mark.parametrize("kind", line_slips.KINDS)
def test_slips_are_told(kind, shared):
    found = [told for line in line_slips.lines(shared) for _, told in line_slips.told(kind, line)]
    assert len(found) > 50
    assert sum(found) >= _LEAST[kind] * len(found)
