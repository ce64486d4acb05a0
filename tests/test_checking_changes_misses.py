"""What an earlier value becomes by a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.misses import changed
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target

PRICED = "Giá trị sản xuất ngành muối (giá hiện hành) đạt {} tỷ đồng, tăng 10% so với năm 2025 (1.000 tỷ đồng)."


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_change_and_its_opposite_lead_back(first, size):
    """Law: what rises by some amount and falls by the same is what it was."""
    way = [Target(Quantity(size, "hộ"), change=change) for change in (Change.INCREASE, Change.DECREASE)]
    there = changed(Quantity(first, "hộ"), way[0])
    assert there is not None
    assert changed(there, way[1]) == Quantity(first, "hộ")


@pytest.mark.parametrize(
    ("level", "odd"), [("1.100", False), ("1.320", False), ("950", False), ("1.600", True), ("600", True)]
)
def test_prices_explain_only_so_much(level, odd):
    assert bool(codes(PRICED.format(level))) is odd


@pytest.mark.parametrize(
    "text",
    [
        "GRDP theo giá hiện hành đạt 210 tỷ đồng, tăng 8% so với năm 2025 (giá so sánh 100 tỷ đồng).",
        "Giá trị sản xuất giá so sánh đạt 104 tỷ đồng, giá hiện hành đạt 210 tỷ đồng, tăng 4% so với năm 2025 (100 tỷ đồng).",
    ],
)
def test_two_prices_are_not_compared(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 0,6 điểm phần trăm so với năm 2025 (95,2%).", False),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 6,6 điểm phần trăm so với năm 2025 (95,2%).", True),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 0,6 điểm phần trăm so với năm 2025 (96,2%).", True),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt trên 95%, tăng 0,5 điểm phần trăm so với năm 2025 (95,2%).", False),
        ("Thu ngân sách đạt trên 20.000 tỷ đồng, tăng 8% so với năm 2025 (18.900 tỷ đồng).", False),
        ("Số vụ tai nạn không quá 90 vụ, giảm 5% so với năm 2025 (92 vụ).", False),
    ],
)
def test_a_change_leads_not_far_beyond_the_limit_it_is_told_with(text, odd):
    assert bool(codes(text)) is odd


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu nhập đạt khoảng 68,0 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", []),
        ("Thu nhập đạt khoảng 68,0 triệu đồng, tăng 5,2 triệu đồng so với 65,8 triệu đồng năm 2025.", ["level-change"]),
        ("Thu nhập đạt khoảng 70 triệu đồng, tăng 5,2 triệu đồng so với 66,8 triệu đồng năm 2025.", []),  # rounded
        ("Sản lượng đạt khoảng 1.050 tấn, tăng 10% so với 970 tấn năm 2025.", []),
    ],
)
def test_about_so_much_written_to_the_last_digit(text, expected):
    assert codes(text) == expected
