"""Tables with a column for all and one for each group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def names(*rows):
    text = "\n".join(f"| {row} |" for row in rows)
    return [finding.about for finding in ct.check(ct.Plan(text=text), rules=["growth-between"])]


@pytest.mark.parametrize(
    ("head", "row", "wrong"),
    [
        ("Tỷ lệ (%) | Chung | Thành thị | Nông thôn", "Hộ có máy tính | 60 | 75 | 52", "Hộ có máy tính | 78 | 75 | 52"),
        ("Chỉ tiêu | ĐVT | Toàn tỉnh | Khu vực thành thị | Khu vực nông thôn", "Nước sạch | % | 97 | 99 | 95", "Nước sạch | % | 93 | 99 | 95"),
        ("Chỉ tiêu | ĐVT | Nam | Nữ | Chung", "Tuổi thọ | tuổi | 71,2 | 76,4 | 73,8", "Tuổi thọ | tuổi | 71,2 | 76,4 | 78,3"),
    ],
)  # fmt: skip
def test_the_rate_of_all_lies_between_those_of_the_groups(head, row, wrong):
    assert names(head, row) == []
    assert names(head, wrong) == [wrong.partition(" |")[0]]


@pytest.mark.parametrize(
    "row",
    ["Dân số trung bình | 3.474,3 | 1.084,1 | 2.390,1", "Cơ cấu (%) | 100 | 31 | 69", "Số hộ | 900 | 310 | 580", "Họp | - | 1 | 2"],
)  # fmt: skip
def test_amounts_and_shares_are_left_alone(row):
    assert names("Chỉ tiêu | Chung | Thành thị | Nông thôn", row) == []


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 100))
def test_law_a_mean_is_silent(first, second, share):
    """A weighted mean of the two groups is never found, whatever they are."""
    values = [min(first, second) + abs(first - second) * share // 100, first, second]
    cells = " | ".join(f"{value // 10},{value % 10}" for value in values)
    assert names("Tỷ lệ (%) | Chung | Thành thị | Nông thôn", f"Hộ có máy tính | {cells}") == []
