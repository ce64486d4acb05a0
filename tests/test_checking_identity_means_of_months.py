"""An amount with what it comes to in a month right behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    return [finding.message.partition(" over ")[2].partition(" make ")[0] for finding in findings]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "of"),
    [
        ("Năm 2026 cấp 1.200 giấy phép, bình quân {} giấy phép/tháng.", "100", "110", "12 tháng"),
        ("Trong năm cấp 1.200 giấy phép (trung bình mỗi tháng {} giấy phép).", "100", "110", "12 tháng"),
        ("6 tháng cấp 1.200 giấy phép, tính bình quân mỗi tháng cấp {} giấy phép.", "200", "240", "6 tháng"),
        ("Sáu tháng cấp 1.200 giấy phép, bình quân mỗi quý {} giấy phép.", "600", "800", "2 quý"),
        ("Quý III cấp 1.200 giấy phép; bình quân mỗi tháng {} giấy phép.", "400", "300", "3 tháng"),
        ("Cấp 1.200 giấy phép (bình quân {} giấy phép/tháng).", "100", "115", "12 tháng"),
        ("Cấp 1.200 giấy phép (bình quân {} giấy phép/tháng).", "150", "115", "12 tháng"),  # of some months
        ("Cả năm thu 14.400 tỷ đồng, bình quân {} tỷ đồng/tháng.", "1.200", "1.300", "12 tháng"),
        ("Cả năm thu 14.400 tỷ đồng, bình quân khoảng {} tỷ đồng/tháng.", "1.220", "1.300", "12 tháng"),
    ],
)
def test_a_mean_is_of_its_months(text, right, wrong, of):
    assert told(text.format(right)) == []
    assert told(text.format(wrong)) == [of]


@pytest.mark.parametrize(
    "text",
    [
        "Từ đầu năm đến nay cấp 1.200 giấy phép, bình quân 115 giấy phép/tháng.",
        "Lũy kế cấp 1.200 giấy phép, bình quân 115 giấy phép/tháng.",
        "Cả năm cấp 1.200 giấy phép. Bình quân 115 giấy phép/tháng.",
        "Cả năm cấp 1.200 giấy phép, bình quân 115 giấy phép.",
        "Cả năm cấp 1.200 giấy phép, bình quân mỗi xã 115 giấy phép/tháng.",
        "Cả năm cấp 1.200 giấy phép/tháng, bình quân 115 giấy phép/tháng.",
        "Cả năm cấp 1.200 giấy phép, bình quân mỗi tháng nghiệm thu 115 giấy phép.",
        "Cả năm cấp 1.200 giấy phép, bình quân 115 hồ sơ/tháng.",
        "Cả năm cấp trên 1.200 giấy phép, bình quân 1.150 giấy phép/tháng.",
        "Quý I cấp 1.200 giấy phép, bình quân mỗi quý 300 giấy phép.",
    ],
)
def test_means_of_something_else_are_left_alone(text):
    assert told(text) == []


@given(months=st.sampled_from([3, 6, 9, 12]), each=st.integers(50, 900), more=st.integers(3, 40))
def test_law_a_mean_is_told_unless_its_months_make_it(months, each, more):
    """So many times the mean are silent, whatever the months are; what is off by more than two percent is told."""
    total = f"{months * each:,}".replace(",", ".")  # 1902 would be a year
    text = f"{months} tháng cấp {total} giấy phép, bình quân {{}} giấy phép/tháng.".replace("12 tháng", "Cả năm")
    assert told(text.format(each)) == []
    assert told(text.format(each + max(more, each // 40 + 1))) != []
