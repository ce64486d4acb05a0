"""Rows of tables as cells."""

from __future__ import annotations

import pytest

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import cells_of_rows, is_apart
from chitieu.text import SourceText


def piece(text):
    return Piece(SourceText(text), placed=True)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A | 1", [["A", "1"]]),
        ("| A | 1 |", [["A", "1"]]),
        ("A | 1 |", [["A", "1", ""]]),
        ("  | A | 1 |  ", [["A", "1"]]),
        ("| A |\n| B | 2 |", [["B", "2"]]),
        # the first row tells whether there is a border
        ("A | 1\n| 2", [["A", "1"], ["", "2"]]),
        ("| A | 1 |\nB | 2", [["A", "1"], ["B", "2"]]),
        ("| A | 1 |\nhết bảng\n | 2", [["A", "1"], ["2"]][:1]),
        ("A | 1\nhết bảng\n| B | 2 |", [["A", "1"], ["B", "2"]]),
        # a row that numbers the columns
        ("A | B | C\n1 | 2 | 3\nx | 5 | 6", [["A", "B", "C"], ["x", "5", "6"]]),
        ("(1) | (2) | (3) = (2)/(1)", []),
        ("A | B | 1 | 2", []),
        ("A | B | 1 | 3", [["A", "B", "1", "3"]]),
        ("A | 1 | Tên", [["A", "1", "Tên"]]),
        ("2 | 3 | 4", [["2", "3", "4"]]),
        ("không có bảng", []),
    ],
)
def test_the_cells_of_rows(text, rows):
    found = list(cells_of_rows(piece(text)))
    assert [[cell.text for cell in row] for row in found] == rows
    flat = piece(text).source.text
    assert all(flat[cell.start : cell.end] == cell.text for row in found for cell in row)


def test_rows_that_stand_apart():
    text = piece("A | 1\nB | 2\n\nC | 3")
    first, second, third = cells_of_rows(text)
    assert [is_apart(text, *pair) for pair in (([], first), (first, second), (second, third))] == [False, False, True]


TWO_HEADS = "Ngành | Kế hoạch | {} | Thực hiện | {}\n{} | Số lớp | Số em | Số lớp | Số em"


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        # titles over several columns each: told again, or empty; a title below none stands alone
        (TWO_HEADS.format("Kế hoạch", "Thực hiện", "Ngành"), ["Ngành", "Kế hoạch Số lớp", "Kế hoạch Số em", "Thực hiện Số lớp", "Thực hiện Số em"]),
        (TWO_HEADS.format("", "", ""), ["Ngành", "Kế hoạch Số lớp", "Kế hoạch Số em", "Thực hiện Số lớp", "Thực hiện Số em"]),
        ("Ngành | Năm học | | Ghi chú\n | 2026 | 2027 | ", ["Ngành", "Năm học 2026", "Năm học 2027", "Ghi chú"]),
        # rows of other things, of numbers, of what none of the titles stands over
        (TWO_HEADS.format("", "", "Toán"), ["Ngành", "Kế hoạch", "", "Thực hiện", ""]),
        ("Ngành | Số lớp | | Số em\n | 12 | 20 | 300", ["Ngành", "Số lớp", "", "Số em"]),
        ("Việc | Chủ trì | Phối hợp\n | Sở Y tế | Sở Tài chính", ["Việc", "Chủ trì", "Phối hợp"]),
        ("Ngành | Kế hoạch | | Ghi chú\n\n | Số lớp | Số em |", ["Ngành", "Kế hoạch", "", "Ghi chú"]),
    ],
)  # fmt: skip
def test_a_head_of_several_rows_is_one(rows, heads):
    source = SourceText(f"{rows}\nToán | 1 | 2 | 3 | 4")
    assert [cell.text for cell in next(cells_of_rows(Piece(source, placed=True)))] == heads


def test_rows_that_number_the_columns_part_no_table():
    rows = ("Ngành | Số lớp | Số em", "A | 1 | 2", "Toán | 12 | 300", "", "Văn | 11 | 320")
    source = SourceText("\n".join(rows))
    piece = Piece(source, placed=True)
    head, maths, letters = cells_of_rows(piece)
    assert [is_apart(piece, head, maths), is_apart(piece, maths, letters)] == [False, True]
