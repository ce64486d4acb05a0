"""Numbers that only show how another came out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.values.missing_units import unit_missing
from chitieu.checking.values.sums_shown import is_worked_out
from chitieu.numbers.numerals import scan_numerals
from chitieu.text import SourceText


def worked_out(text):
    source = SourceText(text)
    return [
        source.flat[one.start : one.digits_end] for one in scan_numerals(source)[0] if is_worked_out(source.lower, one)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Thiếu 95 tỷ đồng (4.180 - 4.085).", ["4.085"]),
        ("Thu 398,9 tỷ đồng (= 310,4 + 88,5).", ["88,5"]),
        ("Cần 115 tỷ đồng (46 xã x 2,5).", ["2,5"]),
        ("Mỗi hộ 12,5 triệu đồng (1.250 : 100).", ["100"]),
        ("Còn lại (900 - 120 - 80 = 700) để dành.", ["120", "80", "700"]),
        ("Chi 146,0 tỷ đồng = đầu tư 32,5 + thường xuyên 110,5 + dự phòng 3,0.", ["110,5", "3,0"]),
        ("Mốc ở tọa độ X = 1027456,12.", ["1027456,12"]),
        ("Tăng 5,5 - 6,5 (5,5 - 6,5).", []),
        ("Có 12 xã (12 xã: 5).", []),
        ("Đạt 95% (năm 2025: 92,5).", []),
        ("Trồng 12,5; nuôi 13,5.", []),
    ],
)
def test_numbers_in_sums(text, numbers):
    assert worked_out(text) == numbers


@given(st.integers(3000, 9000), st.integers(10, 900))
def test_law_a_difference_falls_and_a_range_rises(whole, part):
    """The second of two numbers with a dash between goes into a sum exactly if it is the smaller one."""
    assert worked_out(f"Chênh (số {whole} - {part})") == []
    assert worked_out(f"Chênh ({whole} - {part})") == [str(part)]
    assert worked_out(f"Chênh ({part} - {whole})") == []


def test_a_sum_in_a_bracket_needs_no_unit():
    line = "1. Bội thu ngân sách: 130 tỷ đồng ({});"
    assert found(plan(lines=line.format("9.630 - 9.500")), unit_missing) == ()
    assert len(found(plan(lines="1. Kim ngạch xuất khẩu đạt 1.450 (năm 2025: 1.380), tăng 5%;"), unit_missing)) >= 1
