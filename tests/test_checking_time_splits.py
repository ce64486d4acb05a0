"""Amounts of several years, or of one, with those of the times they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


def years(*values, first=2026, unit="tỷ đồng", sign=", "):
    return sign.join(f"năm {year} là {value} {unit}" for year, value in enumerate(values, first))


QUARTERS = "quý I {} tỷ đồng, quý II {} tỷ đồng, quý III {} tỷ đồng, quý IV {} tỷ đồng"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"Tổng vốn 3 năm 2026 - 2028 khoảng 95 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", False),
        (f"Tổng vốn 3 năm 2026 - 2028 khoảng 90 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", True),
        (f"Kinh phí giai đoạn 2026-2028: 95 tỷ đồng ({years(20, 30, 40, sign='; ')}).", False),
        (f"Kinh phí trong ba năm: 95 tỷ đồng ({years(20, 30, 40)}).", False),
        (f"Kinh phí 95 tỷ đồng, gồm: {years(20, 30, 40)}.", False),
        ("Kinh phí 95 tỷ đồng, gồm:\n- Năm 2026: 20 tỷ đồng;\n- Năm 2027: 30 tỷ đồng;\n- Năm 2028: 40 tỷ đồng.", False),
        ("Trồng 95 ha rừng trong 3 năm (20 ha năm 2026, 30 ha năm 2027, 40 ha năm 2028).", False),
        ("Hỗ trợ 95 hộ trong 3 năm: năm 2026 hỗ trợ 20 hộ, năm 2027 hỗ trợ 30 hộ, năm 2028 hỗ trợ 40 hộ.", False),
        (f"{years(20, 30, 40)}; cả giai đoạn 95 tỷ đồng.", False),
        # not all of its years, or nothing says that they are
        (f"Tổng vốn 5 năm 2026 - 2030 khoảng 95 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", True),
        (f"Tổng vốn 5 năm khoảng 95 tỷ đồng, trước mắt: {years(20, 30, 40)}.", True),
        (f"Tổng vốn 95 tỷ đồng, {years(20, 30, 40)}.", True),
        (f"Tổng vốn 95 tỷ đồng, gồm: {years(20, 60)}.", True),
        (f"Tổng vốn 95 tỷ đồng. Trong đó: {years(20, 30, 40)}.", True),
        # levels, running totals and rates do not add up
        ("Có 66 xã đạt chuẩn, cụ thể: năm 2026 là 44 xã, năm 2027 là 55 xã, năm 2028 là 66 xã.", True),
        ("Tăng trưởng 3 năm 2026 - 2028 đạt 9%: năm 2026 8%, năm 2027 9%, năm 2028 10%.", True),
        (f"Lũy kế: {QUARTERS.format(10, 30, 60, 90)}; cả năm 90 tỷ đồng.", True),
        # quarters and halves
        (f"Thu 100 tỷ đồng, trong đó {QUARTERS.format(20, 20, 30, 40)}.", False),
        (f"Thu 100 tỷ đồng, trong đó {QUARTERS.format(20, 20, 30, 30)}.", True),
        (f"{QUARTERS.format(20, 20, 30, 40)}; cả năm 100 tỷ đồng.", False),
        ("Thu 100 tỷ đồng, trong đó quý I 60 tỷ đồng, quý II 60 tỷ đồng, quý III 10 tỷ đồng.", None),
        ("Tạo 250 việc làm, trong đó 6 tháng đầu năm 120 việc làm, 6 tháng cuối năm 140 việc làm.", False),
        ("Tạo 250 việc làm, trong đó 6 tháng đầu năm 120 việc làm, 6 tháng cuối năm 130 việc làm.", True),
    ],
)  # fmt: skip
def test_a_total_of_several_times(text, right):
    found = codes(text)
    if right is not None:
        assert ("parts-sum" in found) is not right
        assert "parts-exceed" not in found


@given(st.lists(st.integers(100, 999), min_size=3, max_size=6), st.sampled_from([-60, 0, 60]))
def test_the_sum_of_the_years_holds_and_another_does_not(values, off):
    """Whatever the years come to is silent as their total, and anything else is found."""
    total = sum(values) + off
    text = f"Tổng kinh phí giai đoạn 2026 - {2025 + len(values)} là {ct.format_number(total)} triệu đồng, phân kỳ: "
    assert codes(text + years(*values, unit="triệu đồng") + ".") == (["parts-sum"] if off else [])
