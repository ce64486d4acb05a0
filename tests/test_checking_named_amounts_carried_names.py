"""Names that go on from a change to its level."""

import pytest

import chitieu as ct
from chitieu.checking.subject import Subject


def keys(line):
    """Return the indicators of the amounts of a line, the certain ones."""
    plan = ct.Plan(indicators=ct.parse_indicators(f"1. {line}."), period=ct.Period(2026))
    return [claim.key if claim.sure else None for claim in Subject(plan).lines]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm so với năm 2025, còn 2,1%", ["poor_cut", "poor"]),
        ("Giảm tỷ lệ hộ nghèo 0,5 điểm phần trăm, còn 2,1%", ["poor_cut", "poor"]),
        ("Tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm (còn 2,1%)", ["poor_cut", "poor"]),
        # what another time was is no level of the plan's
        ("Tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm (năm 2025: 2,6%)", ["poor_cut", None]),
        # a level before is one by itself
        ("Tỷ lệ hộ nghèo 2,1%", ["poor"]),
    ],
)
def test_the_level_behind_a_change_of_a_rate(line, expected):
    assert keys(line) == expected
