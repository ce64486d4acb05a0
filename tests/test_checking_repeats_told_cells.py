"""Amounts of tables with the words of their row and column."""

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


def test_columns_that_nothing_tells_apart_are_left_out():
    assert told("Nghề | Ước thực hiện | Kế hoạch\nCâu | 120 | 135\n")[0].value == 135
    assert told("Nghề | Kế hoạch | Dự toán\nCâu | 120 | 135\n") == []
