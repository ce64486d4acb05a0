"""Lines that are the share of one line in another, by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

TOTAL, PART = "Tổng chi ngân sách địa phương: {} tỷ đồng", "Chi thường xuyên: {} tỷ đồng"


def verdicts(*lines):
    text = "\n".join(f"{at}. {line}." for at, line in enumerate(lines, 1))
    return [finding.about for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text)), rules=["per-head"])]


@pytest.mark.parametrize(
    ("share", "wrong"),
    [
        ("Tỷ trọng chi thường xuyên trong tổng chi: 60%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: 69%", True),
        ("Tỷ lệ chi thường xuyên so với tổng chi ngân sách địa phương: 69%", True),
        ("Tỷ lệ chi thường xuyên trên tổng chi ngân sách: 69%", True),
        ("Tỷ trọng chi sự nghiệp trong tổng chi: 69%", False),  # of which no line speaks
        ("Tỷ trọng chi thường xuyên trong tổng thu: 69%", False),
        ("Tỷ trọng chi thường xuyên: 69%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: giảm 4%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: 6%", False),  # hardly of these two
    ],
)
def test_the_share_of_one_line_in_another(share, wrong):
    found = verdicts(TOTAL.format("10.000"), PART.format("6.000"), share)
    assert found == ([share.partition(":")[0]] if wrong else [])


def test_two_lines_for_one_name_leave_it_open():
    lines = [TOTAL.format("10.000"), PART.format("6.000"), PART.format("6.500")]
    assert verdicts(*lines, "Tỷ trọng chi thường xuyên trong tổng chi: 80%") == []


@given(st.integers(1000, 9999), st.integers(100, 999))
def test_a_share_worked_out_is_right(whole, part):
    """Law: the share as it is made of two lines, with one digit behind the comma, is never wrong."""
    share = f"{part * 100 / whole:.1f}".replace(".", ",")
    line = f"Tỷ trọng chi thường xuyên trong tổng chi: {share}%"
    assert verdicts(TOTAL.format(f"{whole / 1000:.3f}"), PART.format(part), line) == []
