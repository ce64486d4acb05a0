"""Columns and rows of tables that are the sum of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.column_sums import column_sums
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def said(*rows):
    piece = Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True)
    return [(one.name, str(one.stated), str(one.expected)) for one in column_sums(piece)]


SCHOOLS = ("Cấp | Số trường | Công lập | Tư thục", "A | 300 | 200 | 100", "B | 510 | 400 | 110", "C | 620 | 500 | 120")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (SCHOOLS, []),
        ((*SCHOOLS, "D | 430 | 300 | 100"), [("D: Số trường", "430", "400")]),
        # the parts stand ahead, apart, or what is left stands last
        (("Xã | Nam | Nữ | Tổng", "A | 200 | 100 | 300", "B | 400 | 110 | 510", "C | 500 | 120 | 640"), [("C: Tổng", "640", "620")]),
        (("Xã | Tổng | Năm | Nam | Nữ", "A | 300 | 7 | 200 | 100", "B | 510 | 7 | 400 | 110", "C | 620 | 7 | 500 | 120", "D | 430 | 7 | 300 | 100"), [("D: Tổng", "430", "400")]),
        (("Xã | Đầu kỳ | Giảm | Cuối kỳ", "A | 300 | 100 | 200", "B | 510 | 110 | 400", "C | 620 | 120 | 530"), [("C: Đầu kỳ", "620", "650")]),
        # rows below a row
        (("Chỉ tiêu | A | B | C", "Tổng chi | 300 | 510 | 640", "Đầu tư | 200 | 400 | 500", "Thường xuyên | 100 | 110 | 120"), [("C: Tổng chi", "640", "620")]),
        # rates, rounding, a note with the rest, cells left empty, numbers of columns
        ((*SCHOOLS, "Tỷ lệ (%) | 70 | 60 | 50"), []),
        (("Xã | Tổng | Nam | Nữ", "A | 30,1 | 20,0 | 10,1", "B | 51,2 | 40,1 | 11,1", "C | 62,2 | 50,1 | 12,2"), []),
        ((*(f"{row} | " for row in SCHOOLS), "D | 430 | 300 | 100 | dân lập 30"), []),
        ((*SCHOOLS, "D | 430 | 300 | "), []),
        ((SCHOOLS[0], "1 | 2 | 3 | 4", *SCHOOLS[1:]), []),
        # too few that are right, too many that are not, what is no sum
        ((*SCHOOLS[:2], "D | 430 | 300 | 100"), []),
        ((*SCHOOLS[:3], "D | 430 | 300 | 100", "E | 450 | 300 | 100"), []),
        ((*SCHOOLS, "D | 250 | 300 | 100"), []),
    ],
)  # fmt: skip
def test_cells_that_are_no_sum(rows, expected):
    assert said(*rows) == expected


def test_a_cell_is_told_once():
    rows = (
        "Xã | Tổng số | Nam | Nữ",
        "A | 300 | 200 | 100",
        "B | 510 | 400 | 110",
        "C | 620 | 500 | 120",
        "Tổng số | 1.630 | 1.100 | 330",
    )
    text = "\n".join(f"| {row} |" for row in rows)
    assert [one.code for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])] == ["parts-sum"]


@given(st.lists(st.tuples(st.integers(100, 499), st.integers(100, 499)), min_size=3, max_size=8, unique_by=sum))
def test_a_table_that_adds_up_has_no_fault(parts):
    """Sums of two columns hold, whatever the numbers."""
    assert said("Xã | Tổng | Nam | Nữ", *(f"Xã | {men + women} | {men} | {women}" for men, women in parts)) == []


@given(
    st.lists(st.tuples(st.integers(100, 200), st.integers(300, 400)), min_size=4, max_size=8, unique_by=sum),
    st.integers(20, 90),
)
def test_one_wrong_sum_among_right_ones_is_found(parts, off):
    """One total that is off is told with what it should be."""
    rows = [f"Xã | {men + women + (off if not at else 0)} | {men} | {women}" for at, (men, women) in enumerate(parts)]
    assert said("Xã | Tổng | Nam | Nữ", *rows) == [("Xã: Tổng", str(sum(parts[0]) + off), str(sum(parts[0])))]
