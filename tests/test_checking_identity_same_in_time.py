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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu nhập 60 triệu đồng/năm (khoảng 5,1 triệu đồng/tháng).", False),
        ("Thu nhập 60 triệu đồng/năm (khoảng 5,2 triệu đồng/tháng).", True),
        ("Thu nhập 60 triệu đồng/năm (5,1 triệu đồng/tháng).", True),
        ("Bình quân tháng thu 5,4 tỷ đồng, cả năm 65 tỷ đồng.", False),
        ("Bình quân tháng thu 5,3 tỷ đồng, cả năm 65 tỷ đồng.", True),
        ("Mỗi tháng mở 3 lớp, cả năm 36 lớp.", False),
        ("Mỗi tháng mở 3 lớp, cả năm 37 lớp.", True),  # what is counted is not rounded
        ("Mỗi quý mở 3 lớp, cả năm 13 lớp.", True),
        ("Mỗi quý mở 3 lớp, mỗi tháng 1 lớp.", False),
        ("Mỗi quý mở 3 lớp, mỗi tháng 2 lớp.", True),
        ("Hằng năm mở 40 lớp, hằng tháng 3 lớp.", True),
        ("Thu 5 tỷ đồng/tháng, cả năm 60 tỷ đồng.", False),
        ("Thu 5 tỷ đồng/tháng, cả năm 50 tỷ đồng.", True),
        # hardly the same amount
        ("Thu nhập 60 triệu đồng/năm (2,5 triệu đồng/tháng).", True),
        ("Thu nhập 60 triệu đồng/năm (2,4 triệu đồng/tháng).", False),
        ("Thu nhập 60 triệu đồng/năm (10 triệu đồng/tháng).", True),
        ("Thu nhập 60 triệu đồng/năm (11 triệu đồng/tháng).", False),
        # no single level above nought
        ("Thu nhập 60 - 70 triệu đồng/năm (7 triệu đồng/tháng).", False),
        ("Thu nhập tăng 60 triệu đồng/năm (7 triệu đồng/tháng).", False),
        ("Thu nhập 0 triệu đồng/năm (7 triệu đồng/tháng).", False),
        # of other things, of another sentence, of part of a year
        ("Lương 5 triệu đồng/tháng, thưởng 50 triệu đồng/năm.", False),
        ("Thu 5 tỷ đồng/tháng, tháng cao nhất 50 tỷ đồng.", False),
        ("Mỗi tháng mở 3 lớp; cả năm 40 lớp.", False),
        ("Mỗi tháng mở 3 lớp. Cả năm 40 lớp.", False),
        ("Mỗi quý mở 3 lớp, mỗi quý 4 lớp.", False),
        ("Đến nay mở 40 lớp, hằng tháng 3 lớp.", False),
        ("Năm trước thu 60 tỷ đồng, mỗi tháng 6 tỷ đồng.", False),
        ("Năm trước đã họp. Mỗi năm thu 60 tỷ đồng, mỗi tháng 6 tỷ đồng.", True),
    ],
)
def test_where_an_amount_is_the_same_for_another_time(text, found):
    assert codes(text) == ["per-head"] * found


def test_a_finding_says_how_many_months_or_quarters_there_are():
    text = "Kế hoạch lớp học: mỗi quý mở 3 lớp, cả năm 13 lớp; mỗi tháng họp 2 phiên, cả năm 30 phiên."
    found = ct.check(ct.Plan(text=text), rules=["per-head"])
    assert [finding.message for finding in found] == [
        "'lớp' is 3 lớp, but 13 lớp over 4 quý make 3,25 lớp",
        "'phiên' is 2 phiên, but 30 phiên over 12 tháng make 2,50 phiên",
    ]
    assert [[text[span.start : span.end] for span in finding.related] for finding in found] == [
        ["13 lớp"],
        ["30 phiên"],
    ]
