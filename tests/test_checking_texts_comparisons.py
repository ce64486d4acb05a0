"""Columns that compare two years."""

from __future__ import annotations

import pytest

from chitieu.checking.texts.comparisons import comparisons
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.year_rows import rows_of_following_years, rows_of_two_years
from chitieu.text import SourceText

PLAN_HEAD = "Tên | TH 2025 | KH 2026 | So sánh"


def piece(text):
    return Piece(SourceText(text), placed=True)


def odd(rows, head=PLAN_HEAD, *, told=False):
    """Return the cells that compare wrongly, with what last year's value becomes by each."""
    text = "\n".join((head, *rows))
    found = comparisons(list(rows_of_two_years(piece(text), 2026, told=told)))
    return [(one.row.name, one.cell.text, str(one.after)) for one in found]


GROWN = ("Lúa | 400 | 420 | 5,0", "Ngô | 200 | 214 | 7,0", "Sắn | 800 | 824 | 3,0")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (GROWN, []),
        # a third of the rows may be wrong, no more
        ((*GROWN, "Đay | 500 | 530 | 9,0"), [("Đay", "9,0", "545")]),
        ((*GROWN[:2], "Đay | 500 | 530 | 9,0"), [("Đay", "9,0", "545")]),
        ((*GROWN[:2], "Đay | 500 | 530 | 9,0", "Gai | 500 | 530 | 8,0"), []),
        # each number is rounded after its last digit, or cut off
        ((*GROWN, "Đay | 37 | 40 | 6,5"), []),
        ((*GROWN, "Đay | 37 | 40 | 5,3"), []),
        ((*GROWN, "Đay | 37 | 40 | 5,2"), [("Đay", "5,2", "39")]),
        ((*GROWN, "Đay | 37 | 40 | 11,0"), []),
        ((*GROWN, "Đay | 37 | 40 | 11,1"), [("Đay", "11,1", "41")]),
        # dots where a number is not known yet, and nothing grows from nought
        ((*GROWN, "Đay | 500 | 510 | ..."), []),
        ((*GROWN, "Đay | 0 | 510 | 9,0"), []),
        # ranks
        (("Chỉ số | 12 | 9 | tăng 3 bậc",), []),
        (("Chỉ số | 12 | 9 | tăng 4 bậc",), [("Chỉ số", "tăng 4 bậc", "8")]),
        (("Chỉ số | 12 | 15 | giảm 3 bậc",), []),
        (("Chỉ số | 12 | 15 | tụt 2 hạng",), [("Chỉ số", "tụt 2 hạng", "14")]),
        (("Chỉ số | 12 | 8 | tăng ít nhất 3 bậc",), []),
        (("Chỉ số | 12 | 10 | tăng ít nhất 3 bậc",), [("Chỉ số", "tăng ít nhất 3 bậc", "9")]),
        (("Chỉ số | 12 | 16 | giảm ít nhất 3 bậc",), [("Chỉ số", "giảm ít nhất 3 bậc", "15")]),
    ],
)
def test_cells_that_compare(rows, expected):
    assert odd(rows) == expected


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Tăng trưởng (%)", 1),
        ("So sánh 2026/2025 (%)", 1),
        ("Chênh lệch", 1),
        ("Tăng trưởng so với nghị quyết (%)", 0),
        ("Tăng trưởng năm 2025 (%)", 0),
        ("Tăng trưởng 2026 so với 2020 (%)", 0),
        ("So sánh", 0),
    ],
)
def test_a_title_tells_what_its_column_compares(title, found):
    """Half of the rows may be wrong then; else three must be right."""
    rows = ("Lúa | 400 | 420 | 5", "Ngô | 200 | 214 | 9")
    assert len(odd(rows, f"Tên | TH 2025 | KH 2026 | {title}")) == found
    assert odd((*rows, "Sắn | 800 | 824 | 6"), f"Tên | TH 2025 | KH 2026 | {title}") == []


@pytest.mark.parametrize(("cell", "found"), [("27", 1), ("28", 0), ("30", 0), ("32", 0), ("33", 1)])
def test_a_gap_is_rounded_as_its_years_are(cell, found):
    """Two years and their gap, each rounded for itself, may be two of their last digits apart."""
    rows = ("Lúa | 400 | 420 | 20", "Ngô | 200 | 214 | 14", "Sắn | 800 | 824 | 24", f"Đay | 500 | 530 | {cell}")
    assert len(odd(rows, "Tên | TH 2025 | KH 2026 | Chênh lệch")) == found


@pytest.mark.parametrize(("title", "found"), [("Mức giảm", 1), ("Giảm", 1), ("Tăng, giảm", 0), ("Giảm nghèo", 0)])
def test_a_column_tells_how_much_less_there_is(title, found):
    """Its numbers have no sign; where most of them are what the years make, the others are wrong."""
    rows = (
        "Sốt rét | 9,0 | 8,6 | 0,4",
        "Sởi | 18,4 | 17,8 | 1,6",
        "Lao | 12,1 | 11,8 | 0,3",
        "Dại | 18,0 | 17,6 | 0,4",
    )
    told = odd(rows, f"Tên | TH 2025 | KH 2026 | {title}")
    assert len(told) == found


def test_each_table_has_columns_that_compare_in_their_own_way():
    shares = f"{PLAN_HEAD}\nBò | 400 | 420 | 105,0\nDê | 200 | 214 | 107,0\nGà | 800 | 824 | 103,0"
    text = "\n".join((PLAN_HEAD, *GROWN, "Đay | 500 | 530 | 9,0", "Bảng 2", shares))
    assert [one.row.name for one in comparisons(list(rows_of_two_years(piece(text), 2026)))] == ["Đay"]


SERIES = ("2023 | 400 | ", "2024 | 440 | 10,0", "2025 | 462 | 5,0", "2026 | 499 | 8,0", "2027 | 519 | 4,0")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((), []),
        ((SERIES[2].replace("5,0", "6,0"),), [("2025", "6,0")]),
        # a wrong value spoils two years and is told once; so is the last one
        ((SERIES[2].replace("462", "642"),), [("2025", "5,0")]),
        ((SERIES[4].replace("519", "591"),), [("2027", "4,0")]),
    ],
)
def test_years_below_one_another(wrong, said):
    rows = [next((one for one in wrong if one[:4] == row[:4]), row) for row in SERIES]
    found = comparisons(
        list(rows_of_following_years(piece("\n".join(("Năm | Số khách | Tăng so với năm trước (%)", *rows)))))
    )
    assert [(str(one.row.year), one.cell.text) for one in found] == said
