"""Counts put on the people there are, with the rate that makes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    "text",
    [
        "Toàn ngành có 1.800 bác sĩ trên quy mô dân số 1.500.000 người, tương ứng {} bác sĩ/vạn dân.",
        "Hiện có 1.800 bác sĩ trên 1.500.000 dân, đạt {} bác sĩ trên vạn dân.",
        "Phấn đấu {} bác sĩ/vạn dân (1.800 bác sĩ trên dân số 1,5 triệu người).",
        "Có 1.800 giường bệnh phục vụ cho 1.500 nghìn người, bằng {} giường bệnh/vạn dân; tăng thêm 2 khoa.",
        "Có 1.800 bác sĩ ở các cơ sở công lập và tư nhân. Tính trên 1.500.000 dân, tỷ lệ là {} bác sĩ/vạn dân.",
        "Có 1.800 giường bệnh. So với dân số 1.500.000 người, mức này bằng {} giường bệnh/vạn dân.",
        "Có 1.800 dược sĩ, tính trên dân số 1.500.000 người là {} dược sĩ/vạn dân.",
        "Bố trí 1.800 điều dưỡng viên cho tổng số 1.500.000 dân, tức {} điều dưỡng/vạn dân.",
    ],
)
@pytest.mark.parametrize(("rate", "found"), [("12,0", []), ("10,2", ["per-head"])])
def test_a_rate_is_the_count_over_the_people(text, rate, found):
    assert codes(text.format(rate)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Có 900 bác sĩ ở các cơ sở công lập. Tính trên 1.500.000 dân, tỷ lệ là 12,0 bác sĩ/vạn dân.",
        "Mỗi trạm có 01 bác sĩ phục vụ cho 8.000 dân, toàn tỉnh đạt 12,9 bác sĩ/vạn dân.",
        "Bố trí 40 giường bệnh cho 120.000 dân miền núi; toàn tỉnh đạt 31,5 giường bệnh/vạn dân.",
        "Thu hút 90 bác sĩ cho 200.000 dân vùng khó khăn, nâng tỷ lệ lên 9 bác sĩ/vạn dân.",
        "Có 1.800 bác sĩ trên dân số 1.500.000 người, 31,5 giường bệnh/vạn dân.",
    ],
)
def test_counts_of_some_are_left_alone(text):
    assert codes(text) == []


@given(st.integers(100, 9_000), st.integers(200, 4_000))
def test_law_what_the_two_make_is_silent(doctors, thousands):
    """A rate rounded to one digit goes with the count and the people it was made from."""
    tenths = round(doctors * 100 / thousands)
    text = f"Có {doctors} bác sĩ trên dân số {thousands}.000 người, đạt {tenths // 10},{tenths % 10} bác sĩ/vạn dân."
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Có 1.800 bác sĩ trên 1.500.000 dân, đạt 24 bác sĩ/vạn dân.", "1.800 bác sĩ over 1.500.000 dân make 12,00 bác sĩ/vạn dân"),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, đạt 25 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, đạt 120 bác sĩ/vạn dân.", "1.800 bác sĩ over 1.500.000 dân make 12,00 bác sĩ/vạn dân"),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, tăng 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, đạt 10 - 11 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân. Đạt 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân; đạt 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 - 1.900 bác sĩ trên 1.500.000 dân, đạt 10 bác sĩ/vạn dân.", ""),
        ("Tăng 1.800 bác sĩ trên 1.500.000 dân, đạt 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 hộ, đạt 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân và 3.000 giường, đạt 10 bác sĩ/vạn dân.", "1.800 bác sĩ over 1.500.000 dân make 12,00 bác sĩ/vạn dân"),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, 3.000 giường, 60 trạm, đạt 10 bác sĩ/vạn dân.", "1.800 bác sĩ over 1.500.000 dân make 12,00 bác sĩ/vạn dân"),
        ("Đạt 10 bác sĩ/vạn dân, có 1.800 bác sĩ trên 1.500.000 dân.", "1.800 bác sĩ over 1.500.000 dân make 12,00 bác sĩ/vạn dân"),
        ("Đạt 10 bác sĩ/vạn dân. Có 1.800 bác sĩ trên 1.500.000 dân.", ""),
        ("Có 1.800 bác sĩ trên 0 dân, đạt 10 bác sĩ/vạn dân.", ""),
        ("Có 1.800 bác sĩ trên 1.500.000 dân, đạt 0 bác sĩ/vạn dân.", ""),
    ],
)  # fmt: skip
def test_which_rate_goes_with_a_count(text, told):
    """It stands in the sentence of the count, and both are single levels."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
