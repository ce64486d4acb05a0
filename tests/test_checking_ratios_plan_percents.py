"""Results against what was planned: right ones are silent in any order, wrong ones are found."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    return ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Tạo việc làm cho 20.600 lao động, vượt {}% kế hoạch (20.000 lao động).", "3,0", "5,0"),
        ("Tạo việc làm cho 20.600 lao động, đạt {}% kế hoạch năm 2025 (20.000 lao động).", "103,0", "130,0"),
        (
            "Giải ngân 9.200 tỷ đồng, bằng {}% kế hoạch vốn được giao (10.000 tỷ đồng), tăng 5% so với cùng kỳ.",
            "92,0",
            "95,0",
        ),
        ("Thu 10.500 tỷ đồng, vượt {} tỷ đồng so với dự toán (10.000 tỷ đồng).", "500", "700"),
        ("Trồng 1,2 triệu cây, đạt {}% so với kế hoạch 1,0 triệu cây.", "120", "102"),
        ("Đào tạo 21.000 người (kế hoạch 20.000 người), vượt {}%.", "5", "15"),
        ("Đào tạo 21.000 người trên kế hoạch 20.000 người, đạt {}%.", "105", "115"),
        ("Trồng 630 ha rừng trên kế hoạch giao 600 ha, bằng {}%; giao khoán 90 ha.", "105", "115"),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, đạt {}%.", "105", "115"),
        ("Thu 10.500 tỷ đồng/dự toán 10.000 tỷ đồng, đạt {}%.", "105,0", "115,0"),
        (
            "Kế hoạch vốn giao Sở làm chủ đầu tư là 500 tỷ đồng, đến ngày 31/12/2025 giải ngân 460 tỷ đồng, đạt {}% kế hoạch.",
            "92,0",
            "29,0",
        ),
        ("Đào tạo cho 300/400 người ({}% kế hoạch năm).", "75,0", "78,0"),
        ("Đào tạo cho 300/400 lao động, đạt {}% kế hoạch.", "75", "78"),
        ("Kế hoạch vốn năm 2025 giao 500 tỷ đồng; giải ngân 460 tỷ đồng, bằng {}% kế hoạch.", "92", "82"),
    ],
)
def test_a_result_and_its_plan(text, right, wrong):
    assert told(text.format(right)) == ()
    assert len(told(text.format(wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Thu 10.500 tỷ đồng, trong đó thu nội địa 9.000 tỷ đồng, bằng 105% dự toán (10.000 tỷ đồng).",
        "Thu 10.500 tỷ đồng, đạt khoảng 103% dự toán (10.000 tỷ đồng).",
        "Đào tạo 21.000 người (kế hoạch 20.000 người), tăng 15% so với cùng kỳ.",
        "Đào tạo 21.000 người (kế hoạch 20.000 người), đạt 115% so với năm trước.",
        "Kế hoạch giao 20.000 người; đạt 115% so với cùng kỳ (20.000 người).",
        "Trồng 120 ha; chăm sóc đạt 90% kế hoạch (500 ha).",
        "Vượt 105% kế hoạch (20.000 người), đạt 21.000 người.",
        "Trồng 120 ha, vượt 120% kế hoạch (100 ha).",
        "Kế hoạch vốn 2.000 tỷ đồng, giải ngân đạt 60% kế hoạch (1.200 tỷ đồng).",
        "Thu 10.500 tỷ đồng, đạt 105% dự toán Trung ương (10.000 tỷ đồng), đạt 102% dự toán tỉnh (10.294 tỷ đồng).",
    ],
)
def test_other_comparisons_are_left_alone(text):
    assert told(text) == ()


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_rounded_percentage_is_silent(done, plan):
    """Law: the percentage that a result is of its plan, rounded, gives no finding."""
    percent = ct.format_number(round(Decimal(done) / Decimal(plan) * 100, 1))
    done_, plan_ = (ct.format_number(Decimal(one)) for one in (done, plan))
    assert told(f"Tạo việc làm cho {done_} lao động, đạt {percent}% kế hoạch ({plan_} lao động).") == ()
