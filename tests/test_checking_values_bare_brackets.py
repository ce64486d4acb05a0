"""Brackets whose numbers have the unit of the amount ahead of them."""

from __future__ import annotations

import pytest

import chitieu as ct


def codes(line):
    text = f"KẾ HOẠCH\nPhát triển y tế năm 2026\nI. CHỈ TIÊU\n1. {line}\n"
    return [(one.code, one.fields.get("number")) for one in ct.check(ct.parse_plan(text), rules=["unit-missing"])]


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ số giới tính khi sinh 111,8 bé trai/100 bé gái (năm 2025 là 112,2; giảm 0,4);",
        "Tỷ lệ hộ nghèo còn 3,1% (năm 2025 là 3,9; giảm 0,8);",
        "Tỷ lệ hộ nghèo còn 3,1 % (đô thị 2,0; nông thôn 4,2).",
    ],
)
def test_numbers_of_a_bracket_have_the_unit_ahead_of_it(line):
    assert codes(line) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        # one of them has its unit: the other lost it
        ("Tỷ lệ hộ nghèo còn 3,1% (năm 2025 là 3,9%; giảm 0,8);", "0,8"),
        # a number alone says nothing of how its writer leaves units out
        ("Tỷ lệ hộ nghèo còn 3,1% (giảm 0,8);", "0,8"),
        # other than the amount ahead
        ("Tỷ lệ hộ nghèo còn 3,1% (thu nhập tăng 9,5; chi tăng 8,2);", "9,5"),
    ],
)
def test_a_unit_is_lost_where_another_has_it(line, number):
    assert ("unit-missing", number) in codes(line)


def test_nothing_is_given_by_a_number_without_a_unit():
    """What stands ahead must have a unit itself."""
    assert ("unit-missing", "3,9") in codes("Tỷ lệ hộ nghèo còn 3,1 (năm 2025 là 3,9; giảm 0,8%);")
