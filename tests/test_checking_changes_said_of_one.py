"""Tests of `chitieu.checking.changes.said_of_one`."""

from __future__ import annotations

import pytest

import chitieu as ct
from chitieu.checking.changes.said_of_one import leaves_bracket, said_of_one
from chitieu.checking.subject import Subject


def rows(text):
    (passage,) = Subject.of(ct.Plan(text=text), (), (), None).passages
    return [[str(hit.target) for hit in row] for _, row in said_of_one(*passage)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số chợ năm 2024 là 20 chợ; năm 2025 số chợ đạt 24 chợ.", [["20 chợ", "24 chợ"]]),
        ("Có 5 xã đạt chuẩn kiểu mẫu, nâng tổng số lên 25 xã.", [["5 xã", "25 xã"]]),
        ("Thêm 20 km đường xã, đường thôn, nâng tổng chiều dài từ 90 km lên 150 km.", [["20 km", "90 km", "150 km"]]),
        ("Thêm 20 km đường xã, nâng tổng chiều dài đường tỉnh từ 90 km lên 95 km.", [["90 km", "95 km"]]),
        ("Số chợ là 20 chợ, số siêu thị là 24 siêu thị.", []),
        ("Số chợ là 20 chợ. Năm 2025 là 24 chợ.", []),
        ("Số chợ là 20 chợ, trong đó 4 chợ.", []),
        ("Giảm 30 hộ nghèo ở miền núi, đưa số hộ nghèo từ 120 hộ xuống 85 hộ.", [["120 hộ", "85 hộ"]]),
    ],
)
def test_a_new_name_begins_another_row(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(("number", "told"), [(1, 0), (2, 2), (8, 8), (9, 0)])
def test_more_than_eight_amounts_are_a_list(number, told):
    text = "; ".join(f"năm {2015 + one} đạt {20 + one} chợ" for one in range(number))
    assert sum(map(len, rows(f"Số chợ {text}."))) == told
    assert sum(map(len, rows(f"Số chợ {text}. Doanh thu đạt 9 tỷ đồng."))) == told


@pytest.mark.parametrize(("length", "leaves"), [(398, True), (399, True), (400, False)])
def test_a_bracket_is_looked_for_within_four_hundred_letters(length, leaves):
    lower = f"thu (chợ {' ' * (length - 4)}4 tỷ), tăng 8%"
    first = lower.index("4")
    assert leaves_bracket(lower, first, first + 1, lower.index("8")) is leaves
