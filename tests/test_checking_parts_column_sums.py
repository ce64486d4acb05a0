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


def table(head, *rows):
    """Rows of numbers, each with a letter for its name."""
    return (head, *(" | ".join((name, *map(str, row))) for name, row in zip("ABCDEFGHIJ", rows, strict=False)))


PUPILS = "Trường | Học sinh | Buổi sáng | Buổi chiều"
FOUR = ((300, 200, 100), (510, 400, 110), (620, 500, 120), (740, 600, 140))
"""Rows whose first number is the sum of the others."""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # two right sums vouch for one that is wrong, four for two
        (((310, 200, 100), *FOUR[1:3]), ["300"]),
        (((310, 200, 100), FOUR[1]), []),
        (((310, 200, 100), (520, 400, 110), *FOUR[2:]), []),
        (((310, 200, 100), (520, 400, 110), *FOUR[2:], (810, 700, 110), (920, 800, 120)), ["300", "510"]),
        (((310, 200, 100), (520, 400, 110), *FOUR[2:], (810, 700, 110)), []),
        # the same sum twice is one, and one part alone, or a number of two digits, shows nothing
        (((310, 200, 100), FOUR[1], FOUR[1]), []),
        (((310, 200, 100), (510, 510, 0), (620, 620, 0), (740, 740, 0)), []),
        (((310, 200, 100), (51, 40, 11), (62, 50, 12), (74, 60, 14)), []),
        # one more or less is rounding; of more than ten, and no farther off than half of it
        (((301, 200, 100), *FOUR[1:]), []),
        (((302, 200, 100), *FOUR[1:]), ["300"]),
        (((10, 7, 1), *FOUR[1:]), []),
        (((11, 7, 1), *FOUR[1:]), ["8"]),
        (((240, 180, 180), *FOUR[1:]), ["360"]),
        (((240, 180, 181), *FOUR[1:]), []),
        (((200, 200, 100), *FOUR[1:]), []),
        # one that is nothing like a sum outweighs two that are
        (((90, 200, 100), (310, 200, 100), *FOUR[1:]), []),
        (((90, 200, 100), (310, 200, 100), *FOUR[1:], (800, 690, 110)), ["300"]),
    ],
)
def test_how_many_sums_must_be_right(rows, expected):
    """Wrong numbers are told where twice as many of their column are right to the last digit."""
    assert [one[2] for one in said(*table(PUPILS, *rows))] == expected


@pytest.mark.parametrize(
    ("parts", "stated", "expected"),
    [
        ((100, 200, 300), 602, []),
        ((100, 200, 300), 603, ["600"]),
        ((100, 200, 300), 598, []),
        ((100, 200, 300), 597, ["600"]),
    ],
)
def test_rounding_of_three_parts(parts, stated, expected):
    """The more numbers are added, the more rounding may leave over."""
    rows = [(sum(row), *row) for row in ((110, 120, 130), (210, 220, 230), (310, 320, 330))]
    head = "Xã | Cây giống | Keo | Quế | Hồi"
    assert [one[2] for one in said(*table(head, *rows, (stated, *parts)))] == expected


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        # the title says that it is the sum: one right sum will do, and a division that is known needs none
        ("Xã | Tổng | Cam | Quýt", ((310, 200, 100), FOUR[1]), ["300"]),
        ("Xã | Tổng | Cam | Quýt", ((310, 200, 100), (520, 400, 110), FOUR[2]), []),
        ("Xã | Tổng | Cam | Quýt", ((310, 200, 100), (520, 400, 110), *FOUR[2:]), ["300", "510"]),
        ("Xã | Tổng | Cam | Quýt", ((310, 200, 100), (520, 400, 110)), []),
        ("Xã | Tổng | Nam | Nữ", ((310, 200, 100), (52, 40, 12)), ["300"]),
        ("Xã | Tổng | Nam | Nữ", ((310, 200, 100), (520, 400, 110)), []),
        ("Xã | Tổng | Nam | Nữ", ((310, 200, 100),), []),
        ("Xã | Tổng | Cam | Quýt", ((310, 200, 100), (52, 40, 12)), []),
        ("Xã | Tổng | Năm | Cam | Quýt", ((310, 7, 200, 100), (510, 7, 400, 110)), []),
        # two columns apart need three right sums
        ("Xã | Số cây | Năm | Cam | Quýt", ((310, 7, 200, 100), (510, 7, 400, 110), (620, 7, 500, 120)), []),
        ("Xã | Số cây | Năm | Cam | Quýt", ((310, 7, 200, 100), (510, 7, 400, 110), (620, 7, 500, 120), (740, 7, 600, 140)), ["300"]),
        ("Xã | Cam | Số cây | Quýt", ((200, 310, 100), (400, 510, 110), (500, 620, 120)), ["300"]),
    ],
)  # fmt: skip
def test_what_titles_and_places_say(head, rows, expected):
    """A column for all needs less to show that it is one, columns that stand apart need more."""
    assert [one[2] for one in said(*table(head, *rows))] == expected


@pytest.mark.parametrize(("count", "found"), [(8, True), (9, False)])
def test_up_to_eight_parts_are_added(count, found):
    rows = [tuple(range(start, start + 7 * count, 7)) for start in (101, 202, 303)]
    totals = [sum(row) for row in rows]
    totals[2] += 20
    head = f"Xã | Số hộ | {' | '.join(f'Thôn {at}' for at in range(count))}"
    told = said(*table(head, *((total, *row) for total, row in zip(totals, rows, strict=True))))
    assert [one[0] for one in told] == (["C: Số hộ"] if found else [])


def test_parts_may_stand_in_rows_or_ahead_of_their_sum():
    """Rows are added downwards only, columns to both sides."""
    rows = ("Loại | 2024 | 2025 | 2026", "Cam | 200 | 400 | 500", "Quýt | 100 | 110 | 120")
    assert said(rows[0], "Cây | 300 | 510 | 640", *rows[1:]) == [("2026: Cây", "640", "620")]
    assert said(*rows, "Cây | 300 | 510 | 640") == []
    wide = (
        "Xã | Cam | Quýt | Bưởi | Cây",
        "A | 200 | 100 | 110 | 410",
        "B | 400 | 110 | 120 | 630",
        "C | 500 | 120 | 130 | 770",
    )
    assert [one[0] for one in said(*wide)] == ["C: Cây"]


def test_a_table_of_many_columns_is_left_alone():
    for count, found in ((10, 1), (11, 0)):
        more = " | x" * count
        rows = table(PUPILS, *FOUR[:3], (750, 600, 140))
        assert len(said(*(f"{row}{more}" for row in rows))) == found


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
