"""Amounts of a year beside those of a month."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    "text",
    [
        "Thu nhập bình quân đầu người 60 triệu đồng/năm (bình quân {} triệu đồng/tháng).",
        "Thu nhập 60 triệu đồng/người/năm, tương đương {} triệu đồng/người/tháng.",
        "Thu nhập 60 triệu đồng/người/năm, tức {} triệu đồng/người/tháng; tăng 5%.",
        "Thu nhập {} triệu đồng/tháng, tính cả năm 60 triệu đồng.",
        "Bình quân mỗi tháng thu {} tỷ đồng, cả năm đạt 60 tỷ đồng.",
        "Bình quân mỗi quý thu 15 tỷ đồng, mỗi tháng {} tỷ đồng.",
    ],
)
@pytest.mark.parametrize(("month", "found"), [("5,0", []), ("5,6", ["per-head"])])
def test_a_year_has_twelve_months(text, month, found):
    assert codes(text.format(month)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi quý mở ít nhất 03 lớp, cả năm 12 lớp.",
        "Mỗi tháng ra 2 bản tin, cả năm phát hành 30 bản tin.",
        "Quý I thu 30 tỷ đồng, bình quân mỗi tháng 10 tỷ đồng, cả năm thu 150 tỷ đồng.",
        "Thu nhập 84 triệu đồng/năm; lương tối thiểu 5 triệu đồng/tháng.",
        "Thu nhập 84 triệu đồng/người/năm (khu vực nông thôn 6 triệu đồng/người/tháng).",
    ],
)
def test_amounts_of_others_are_left_alone(text):
    assert codes(text) == []


@given(st.integers(1, 400))
def test_law_twelve_times_a_month_is_silent(month):
    """Twelve times the amount of a month is that of a year."""
    assert codes(f"Thu nhập {12 * month} triệu đồng/năm ({month} triệu đồng/tháng).") == []
