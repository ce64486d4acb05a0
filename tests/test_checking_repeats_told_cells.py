"""Amounts of tables with the words of their row and column."""

import pytest

from chitieu.checking.repeats.telling_words import words_of
from chitieu.checking.repeats.told_cells import told_in_cells
from chitieu.checking.repeats.told_times import Years
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText

TABLE = """Bảng 1. Tàu cá theo nghề
Đơn vị: tàu
TT | Nghề | Năm 2025 | Năm 2026 | Tăng
1 | Câu | 120 | 135 | 15
2 | Lưới kéo | 210 | 205 | -5
Tổng cộng | | 330 | 340 | 10
"""


def told(table):
    piece = Piece(SourceText(table), placed=True)
    return list(told_in_cells(piece, Years.of(piece, 2026, 0)))


def test_rows_and_columns_say_what_a_cell_is_of():
    found = {(str(one.value), *sorted(one.when)): one for one in told(TABLE)}
    assert set(found) == {
        ("120", "2025"),
        ("135", "2026"),
        ("210", "2025"),
        ("205", "2026"),
        ("330", "2025"),
        ("340", "2026"),
    }
    assert found["135", "2026"].names == (words_of("câu"),)
    assert found["340", "2026"].names == (frozenset(),)
    assert found["340", "2026"].may >= words_of("tàu cá theo nghề")
    assert {one.unit.label for one in found.values() if one.unit} == {"tàu"}


def cells(*rows):
    """Return the amounts of a table, each with its unit."""
    return [(str(one.value), one.unit.label if one.unit else None) for one in told("\n".join(rows))]


HEAD = "Nghề | Năm 2026"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the unit: in a column, in the title, in the name of the row, above the table, on either line of two
        (("Nghề | ĐVT | Năm 2026", "Câu | tàu | 135"), [("135", "tàu")]),
        (("Nghề | Năm 2026 (tàu)", "Câu | 135"), [("135", "tàu")]),
        ((HEAD, "Câu (tàu) | 135"), [("135", "tàu")]),
        (("Đơn vị tính: tàu", HEAD, "Câu | 135"), [("135", "tàu")]),
        (("Bảng 2 (ĐVT: tàu)", HEAD, "Câu | 135"), [("135", "tàu")]),
        (("Nghề | Năm 2026 (tàu)", "Câu (tấn) | 135"), [("135", "tấn")]),
        ((HEAD, "Câu | 135"), [("135", None)]),
        # rows that have not as many cells, numbers of rows, columns that compare
        ((HEAD, "Câu | 135 | 140"), []),
        (("TT | Nghề | Năm 2026", "1 | Câu | 135"), [("135", None)]),
        (("Nghề | Năm 2026 | So với 2025", "Câu | 135 | 108"), [("135", None)]),
        (("Nghề | Năm 2026 | Tỷ lệ", "Câu | 135 | 108"), [("135", None)]),
        (("Nghề | 31/12/2026", "Câu | 135"), [("135", None)]),
        (("Nghề | Năm 2026/2025", "Câu | 135"), []),
        # what was reached, without its year
        (("Nghề | Ước thực hiện", "Câu | 135"), []),
        (("Nghề | Ước thực hiện 2025", "Câu | 135"), [("135", None)]),
    ],
)
def test_cells_that_tell(rows, expected):
    assert cells(*rows) == expected


def test_what_stands_above_a_table_may_be_of_its_cells():
    """The nearest line does, with the one above where it only tells the unit."""
    tables = (
        ("Tàu cá vùng lộng", "Đơn vị tính: tàu", HEAD, "Câu | 135"),
        ("Mở đầu", "Tàu cá vùng khơi", HEAD, "Câu | 135"),
    )
    assert [told("\n".join(rows))[0].may & words_of("mở đầu vùng lộng khơi") for rows in tables] == [
        words_of("vùng lộng"),
        words_of("vùng khơi"),
    ]


def test_columns_that_nothing_tells_apart_are_left_out():
    assert told("Nghề | Ước thực hiện | Kế hoạch\nCâu | 120 | 135\n")[0].value == 135
    assert told("Nghề | Kế hoạch | Dự toán\nCâu | 120 | 135\n") == []
