"""Cells that are too large for the percent their row is in."""

from __future__ import annotations

import pytest

import chitieu as ct
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.values.share_cells import cells_over_hundred
from chitieu.text import SourceText

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


@pytest.mark.parametrize(
    ("title", "cells", "found"),
    [
        ("Chỉ tiêu (%)", "76 | 88 | 108 | 100", 1),
        ("Chỉ tiêu (%)", "76 | 88 | 98 | 108", 0),  # it may go on so
        ("Chỉ tiêu (%)", "76 | 108 | 109 | 100", 0),  # what passes a hundred twice may do so
        ("Chỉ tiêu (%)", "76 | 88 | 98 | 100", 0),
        ("Chỉ tiêu", "76 | 88 | 108 | 100", 0),
    ],
)
def test_one_amid_years_that_do_not_pass_a_hundred(title, cells, found):
    """The title of the names says that all rows are in percent; what passes a hundred for one year only does not."""
    rows = f"{title} | 2023 | 2024 | 2025 | 2026\nNhà trẻ có bếp | 70 | 75 | 80 | 85\nTrường có sân cỏ | {cells}"
    text = f"KẾ HOẠCH\nPhát triển trường lớp năm 2026\nI. CHỈ TIÊU\n1. Xây 20 phòng học.\nBiểu 1\n{rows}"
    assert len(ct.check(ct.parse_plan(text), rules=["share-bounds"])) == found


def test_three_years_are_no_row_of_years():
    rows = "Chỉ tiêu (%) | 2024 | 2025 | 2026\nNhà trẻ có bếp | 75 | 80 | 85\nTrường có sân cỏ | 88 | 108 | 100"
    text = f"KẾ HOẠCH\nPhát triển trường lớp năm 2026\nI. CHỈ TIÊU\n1. Xây 20 phòng học.\nBiểu 1\n{rows}"
    assert ct.check(ct.parse_plan(text), rules=["share-bounds"]) == ()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Tỷ lệ tổ có loa (%) | 98 | 105", ["105"]),
        ("1 | Tỷ lệ tổ có loa (%) | 105", ["105"]),
        ("Tỷ lệ tổ có loa (%) | 98 | 100", []),
        ("Số tổ có loa (%) | 98 | 105", []),
        ("Tỷ lệ tổ có loa | 98 | 105", []),
        ("Tỷ lệ nợ trên vốn (%) | 98 | 105", []),
    ],
)
def test_a_row_may_say_itself_that_it_is_in_percent(row, found):
    head = "TT | Việc | Xã" if row[0] == "1" else "Việc | Xã A | Xã B"
    text = SourceText(f"| {head} |\n| {row} |")
    assert [cell.text for _, cell in cells_over_hundred(Piece(text, placed=True))] == found
