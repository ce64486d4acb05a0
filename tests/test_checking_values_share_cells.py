"""Cells that are too large for the percent their row is in."""

from __future__ import annotations

import pytest

import chitieu as ct

TABLE = """KẾ HOẠCH
Phát triển hạ tầng năm 2026
I. CHỈ TIÊU
1. Tỷ lệ hộ nghèo còn 2%.
Biểu 1
TT | Chỉ tiêu | {unit} | TH 2024 | TH 2025 | KH 2026 | So với 2025 (%)
1 | Tỷ lệ hộ có đồng hồ nước | % | 80 | 82 | 85 | 103,7
2 | {row}
"""


def said(row, unit="ĐVT"):
    found = ct.check(ct.parse_plan(TABLE.format(row=row, unit=unit)), rules=["share-bounds"])
    return [(one.about, one.fields["value"]) for one in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # of a rate every cell counts
        ("Tỷ lệ tổ dân phố có loa | % | 96 | 128 | 99 | 77,3", [("Tỷ lệ tổ dân phố có loa", "128%")]),
        ("Tỷ lệ tổ dân phố có loa | % | 96 | 98 | 100 | 102,0", []),
        ("Tỉ trọng điện mái nhà | % | 12 | 105 | 14 | 13,3", [("Tỉ trọng điện mái nhà", "105%")]),
        # what is counted stands far above a hundred in all its years
        ("Tủ cấp cứu công cộng | % | 412 | 430 | 455 | 105,8", [("Tủ cấp cứu công cộng", "412%")]),
        ("Tủ cấp cứu công cộng | cái | 412 | 430 | 455 | 105,8", []),
        ("Tủ cấp cứu công cộng | % | 150 | 430 | 455 | 105,8", []),
        # percentages that may pass a hundred
        ("Chỉ số giá vàng | % | 212 | 230 | 255 | 110,8", []),
        ("Tỷ lệ hoàn thành dự toán | % | 104 | 112 | 101 | 90,2", []),
        ("Tốc độ phát triển đàn ong | % | 212 | 230 | 255 | 110,8", []),
    ],
)
def test_cells_of_rows_in_percent(row, expected):
    assert said(row) == expected
    assert said(row, "Đơn vị tính") == expected


def test_rows_without_a_column_of_units_say_nothing():
    assert said("Tủ cấp cứu công cộng | % | 412 | 430 | 455 | 105,8", "Loại") == []
