"""Values of ten times last year's."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.changes.history import magnitude
from chitieu.checking.changes.tenfold import is_tenfold


def said(line):
    return [one.code for one in found(plan(lines=f"1. {line};"), magnitude)]


@pytest.mark.parametrize(
    "line",
    [
        "Trồng rừng mới 61.000 ha (năm 2025: 6.050 ha)",
        "Sản lượng tôm 8.150 tấn (ước thực hiện năm 2025: 80.400 tấn)",
        "Đào tạo nghề cho 125.000 người (kết quả năm 2025 là 12.150 người)",
        "Đón 3.500.000 lượt khách (cùng kỳ năm trước 340.000 lượt khách)",
        "Năng suất chè 950 tạ/ha (năm 2025: 93,5 tạ/ha)",
        "GRDP bình quân đầu người 785 triệu đồng (năm 2025: 74,2 triệu đồng)",
        "Tổng mức bán lẻ 452.000 tỷ đồng, so với năm 2025 (43.900 tỷ đồng)",
        "Trồng quế 720 ha (năm 2025: 68 ha)",
        "Nạo vét 84 km kênh (năm 2025: 7,9 km)",
        "Nạo vét 8,4 km kênh (năm 2025: 79 km)",
        "So với năm 2025 (6.050 ha), diện tích quế tăng lên 61.000 ha",
        "Nạo vét mới 84 km kênh (năm 2025 làm được 7,9 km), đưa số kênh đã nạo vét lên 301,5 km",
    ],
)
def test_a_nought_too_many_or_too_few(line):
    assert said(line) == ["magnitude"]


@pytest.mark.parametrize(
    "line",
    [
        "Trồng rừng mới 6.100 ha (năm 2025: 6.050 ha)",
        "Nuôi ong 300 hộ (năm 2025: 30 hộ)",
        "Nuôi ong 840 hộ (năm 2025: 79 hộ)",
        "Nạo vét 80 km kênh (năm 2025: 8 km)",
        "Nạo vét 80,5 km kênh (năm 2025: 7,9 km)",
        "Nạo vét mới 8,4 km kênh (năm 2025 làm được 7,9 km), đưa số kênh đã nạo vét lên 301,5 km",
        "Thu tiền sử dụng đất 4.100 tỷ đồng (năm 2025: 400 tỷ đồng)",
        "Thiệt hại 1.250 ha lúa (năm 2025: 118 ha)",
        "Trồng sâm 1.150 ha, gấp hơn 10 lần năm 2025 (112 ha)",
        "Trồng sâm 1.250 ha, tăng 900% so với năm 2025 (125 ha)",
        "Trồng sâm 1.250 ha (năm 2020: 125 ha)",
        "Đến năm 2030, trồng 1.250 ha sâm (năm 2025: 125 ha)",
        "Quý I đón 350.000 lượt khách (cả năm 2025: 3.400.000 lượt khách)",
        "Xuất khẩu 1.850 triệu USD (tháng 12 năm 2025: 178 triệu USD)",
        "Mở rộng mô hình lên 1.200 hộ (năm 2025 thí điểm 120 hộ)",
        "Tỷ lệ hộ nghèo 2,5% (năm 2025: 0,25%)",
        "Sản lượng điện 12,5 tỷ kWh (năm 2025: 11.900 triệu kWh)",
    ],
)
def test_what_may_be_ten_times_as_much(line):
    assert said(line) == []


@given(st.integers(100, 10_000), st.integers(1, 40))
def test_law_ten_times_is_looked_at_from_both_sides(before, times):
    """An amount is a tenth of another exactly if that is ten times as much."""
    one, other = ct.Quantity(before, "ha"), ct.Quantity(before * times, "ha")
    assert is_tenfold("Gieo vừng", one, other) == is_tenfold("Gieo vừng", other, one) == (9 <= times <= 11)
    small = ct.Quantity(Decimal(before) / 10_000, "hộ")
    assert not is_tenfold("Gieo vừng", ct.Quantity(Decimal(before) / 1_000, "hộ"), small)
    assert not is_tenfold("Gieo vừng", one, ct.Quantity(before * 10, "tấn"))


ROWS = "2. Biểu:\nTT | Chỉ tiêu | ĐVT | TH năm 2025 | KH năm 2026\n1 | {} | {} | {} | {}\n"


def test_rows_of_indicators():
    def rows(*cells):
        return [one.code for one in found(plan(lines=f"1. Tỷ lệ hộ nghèo còn 1%;\n{ROWS.format(*cells)}"), magnitude)]

    assert rows("Sản lượng thủy sản", "tấn", "11.800", "121.000") == ["magnitude"]
    assert rows("Sản lượng thủy sản", "tấn", "11.800", "12.100") == []
    assert rows("Dự án kè biển", "tỷ đồng", "120", "1.250") == []
    assert rows("Mây mù", "tỷ đồng", "120", "1.250") == []


def test_what_the_results_tell():
    results = "Năm 2025, kim ngạch xuất khẩu đạt 1.780 triệu USD."
    text = "KẾ HOẠCH\nPhát triển kinh tế năm 2026\nI. KẾT QUẢ NĂM 2025\n{}\nII. CHỈ TIÊU NĂM 2026\n1. Kim ngạch xuất khẩu đạt {} triệu USD.\n"
    for now, expected in (("18.400", ["magnitude"]), ("1.840", [])):
        subject = ct.parse_plan(text.format(results, now))
        assert [one.code for one in ct.check(subject, rules=["magnitude"])] == expected
