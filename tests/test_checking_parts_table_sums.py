"""Tables whose cells add up along a row or down a column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.table_sums import holds, is_slip, rows_of_tables, sum_of_cells, table_sums
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.text import SourceText


def wrong(text):
    """Return the cells that are found, with what they should be."""
    found = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["parts-sum"])
    return [(one.span and text[one.span.start : one.span.end], str(one.fields["expected"])) for one in found]


def table(*rows, border=False):
    lines = [" | ".join(map(str, row)) for row in rows]
    return "\n".join(f"| {line} |" if border else line for line in lines)


YEARS = ("TT", "Nội dung", "Đơn vị", 2026, 2027, 2028, "Tổng cộng")
QUARTERS = ("TT", "Khoản", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm")
PLACES = ("TT", "Xã", "Số hộ", "Hộ nghèo", "Tỷ lệ (%)")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([YEARS, (1, "Thu", "tỷ đồng", 20, 30, 40, 90), (2, "Chi", "tỷ đồng", 20, 30, 40, 95)], [("95", "90")]),
        ([YEARS, (1, "Tăng trưởng", "%", 8, 9, 10, "27,5"), (2, "Số xã", "xã", 44, 55, 66, 66)], []),
        ([YEARS, (1, "Tỷ lệ hộ nghèo", "điểm", 8, 9, 10, 20), (2, "Thu", "tỷ đồng", 20, "-", 40, 80)], []),
        ([("TT", "Nội dung", "TH 2025", 2026, 2027, "Giai đoạn 2026-2027"), (1, "Thu", 15, 20, 30, 60)], [("60", "50")]),
        ([("TT", "Nội dung", 2025, 2026, 2027, "Tổng 2 năm"), (1, "Thu", 15, 20, 30, 60)], [("60", "50")]),
        ([("TT", "Nội dung", "Tổng số", "Năm 2026", "Năm 2027"), (1, "Thu", 60, 20, 30)], [("60", "50")]),
        ([("TT", "Nội dung", 2026, 2027, "Giai đoạn 2026-2030"), (1, "Thu", 20, 30, 60)], []),
        ([("TT", "Xã", "Tổng số hộ", "Hộ nghèo năm 2025", "Hộ nghèo năm 2026"), (1, "A", 724, 214, 270)], []),
        ([QUARTERS, (1, "Thu", 20, 20, 30, 40, 100), (2, "Chi", 10, 10, 10, 10, 40)], [("100", "110")]),
        ([QUARTERS, (1, "Giải ngân (lũy kế)", 20, 40, 60, 80, 100)], []),
        # down a column, where another column comes to its sum
        ([PLACES, (1, "A", 100, 50, 50), (2, "B", 200, 60, 30), ("", "Tổng cộng", 300, 120, "36,7")], [("120", "110")]),
        ([PLACES, (1, "A", 100, 50, 50), (2, "B", 200, 60, 30), ("", "Tổng cộng", 300, 110, "36,7")], []),
        ([PLACES, ("", "Toàn tỉnh", 300, 120, "36,7"), (1, "A", 100, 50, 50), (2, "B", 200, 60, 30)], [("120", "110")]),
        ([PLACES, (1, "A", 100, 50, 50), (2, "B", 200, 60, 30), ("", "Toàn tỉnh", 900, 320, "36,7")], []),
        (
            [PLACES, ("I", "A", 100, 50, 50), (1, "A1", 70, 20, 10), (2, "A2", 30, 30, 99), ("II", "B", 200, 60, 30), ("", "Cộng", 300, 121, 3)],
            [("121", "110")],
        ),
        ([PLACES, (1, "A", 100, 50, 50), (2, "B", 200, 60, 30)], []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("border", [False, True])
def test_cells_that_add_up(rows, expected, border):
    text = table(*rows, border=border)
    assert wrong(text) == expected


def test_a_cell_that_is_wrong_both_ways_is_found_once():
    rows = [
        ("TT", "Nguồn", "Tổng số", "Năm 2026", "Năm 2027"),
        (1, "A", 30, 10, 20),
        (2, "B", 50, 20, 30),
        ("", "Cộng", 90, 30, 50),
    ]
    assert wrong(table(*rows)) == [("90", "80")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # one column of things of one level that are counted: nothing else can be meant
        ([("Loại", "Số cơ sở"), ("Trạm", 11), ("Trường", 9), ("Chợ", 18), ("Tổng", 36)], [("36", "38")]),
        ([("Loại", "Số cơ sở"), ("Trạm", 11), ("Trường", 7), ("Chợ", 18), ("Tổng", 36)], []),
        ([("Loại", "Số tiền"), ("Trạm", 110), ("Trường", 90), ("Trong đó chợ", 80), ("Tổng", 200)], []),
        ([("Loại", "Điểm"), ("Trạm", 91), ("Trường", 85), ("Tổng", 88)], []),
        # a row without a word for all, where another column shows that it is
        (
            [("Ngành", 2025, 2026), ("A", 113, 120), ("B", 221, 230), ("C", 303, 310), ("GTSX", 637, 680)],
            [("680", "660")],
        ),
        ([("Ngành", 2025, 2026), ("A", 113, 120), ("B", 221, 230), ("C", 303, 310), ("D", 640, 680)], []),
        (
            [("Ngành", 2025, 2026), ("GTSX", 637, 680), ("A", 113, 120), ("B", 221, 230), ("C", 303, 310)],
            [("680", "660")],
        ),
        # signs, and a whole of a hundred that is rounded no more than its parts are
        (
            [
                ("Loại", 2025, 2026, "Tăng, giảm"),
                ("Trạm", 200, 250, "+50"),
                ("Chợ", 300, 330, "+30"),
                ("Tổng", 500, 580, "+98"),
            ],
            [("+98", "80")],
        ),
        (
            [("Loại", 2025, 2026, "Tăng, giảm"), ("Trạm", 20, 25, "+5"), ("Chợ", 30, 28, "-2"), ("Tổng", 50, 53, "+3")],
            [],
        ),
        (
            [("Ngành", "2025", "2026"), ("A", "33,4", "32,1"), ("B", "66,6", "69,9"), ("Tổng số", 100, 100)],
            [("100", "102,0")],
        ),
    ],
)
def test_the_row_for_all_in_other_tables(rows, expected):
    assert wrong(table(*rows, border=True)) == expected


def test_rows_in_another_unit_are_no_part():
    rows = [
        ("TT", "Chỉ tiêu", "Đơn vị", "Dự toán"),
        (1, "Tổng chi ngân sách", "tỷ đồng", 900),
        ("1.1", "Chi thường xuyên", "tỷ đồng", 600),
        ("1.2", "Chi đầu tư", "tỷ đồng", 300),
    ]
    assert wrong(table(*rows, (2, "Mức tiết kiệm chi", "%", 10))) == []
    assert wrong(table(*rows[:3], ("1.2", "Chi đầu tư", "tỷ đồng", 310), (2, "Mức tiết kiệm chi", "%", 10))) == [
        ("900", "910")
    ]


def test_two_tables_are_not_one():
    first = table(PLACES, (1, "A", 100, 50, 50), (2, "B", 200, 60, 30))
    second = table(PLACES, (1, "C", 70, 40, 50), (2, "D", 20, 40, 30), ("", "Cộng", 90, 80, 9))
    assert wrong(f"{first}\n\n{second}") == []


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), min_size=3, max_size=9), st.integers(0, 40))
def test_the_sum_of_a_column_holds_and_another_does_not(rows, off):
    """A row for all rows is silent where it is their sum, and found where one of its cells is not."""
    sums = [sum(column) for column in zip(*rows, strict=True)]
    body = [(at, f"Xã {at}", *row) for at, row in enumerate(rows, 1)]
    text = table(("TT", "Xã", "Giao", "Đăng ký"), *body, ("", "Tổng cộng", sums[0], sums[1] + off))
    likely = sums[1] + off > max(row[1] for row in rows) and off <= sums[1]
    if off > 10 and likely and off * 2 <= sums[1] + off:
        assert wrong(text) == [(str(sums[1] + off), str(sums[1]))]
    if not off:
        assert wrong(text) == []


@pytest.mark.parametrize(
    ("total", "rows", "count"),
    [
        ("Tổng chi ngân sách địa phương", (700, 250, 50), 0),
        ("Tổng chi ngân sách địa phương", (700, 250, 65), 1),
        ("Tổng thu", (700, 250, 35), 1),
        ("Tổng thu", (700, 250, 20), 0),  # some rows may be left out
        ("Chi ngân sách", (700, 250, 65), 0),
    ],
)
def test_the_only_column_of_a_budget(total, rows, count):
    """No other column vouches for the sum: what comes near must come to it."""
    head = f"| STT | Nội dung | Dự toán 2026 |\n|  | {total} | 1.000 |\n"
    text = head + "\n".join(f"| {at} | Khoản {at} | {amount} |" for at, amount in enumerate(rows, 1))
    assert len(ct.check(ct.Plan(text=text), rules=["parts-sum"])) == count


@pytest.mark.parametrize("head", ["", "Khoản | Dự toán\n"])
@pytest.mark.parametrize("dash", ["", "- "])
@pytest.mark.parametrize(("total", "count"), [(1050, 0), (950, 1)])
def test_a_list_of_names_and_amounts_with_its_total_below(head, dash, total, count):
    """With a head or without one, with dashes or without them."""
    rows = "".join(f"{dash}Khoản {name} | {amount}\n" for name, amount in (("ao", 700), ("đất", 250), ("cây", 100)))
    text = f"1. Thu (triệu đồng):\n{head}{rows}Tổng thu | {total}\n"
    assert len(ct.check(ct.Plan(text=text), rules=["parts-sum"])) == count


def test_things_counted_one_by_one_are_not_rounded():
    """A row in sessions is right or wrong by one, and so is a column beside several that are right to the last digit."""
    head = ("Nội dung", "ĐVT", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV")
    assert wrong(table(head, ("Phiên chợ", "cuộc", 30, 6, 8, 9, 8))) == [("30", "31")]
    assert wrong(table(head, ("Phiên chợ", "cuộc", 30, 6, 8, 9, 7))) == []
    assert wrong(table(head, ("Giá trị", "tỷ đồng", 30, 6, 8, 9, 8))) == []  # rounded
    rows = [
        ("Thôn", "Hộ", "Người", "Nghèo", "Vườn"),
        ("Đông", 210, 840, 9, 4),
        ("Tây", 190, 755, 7, 6),
        ("Nam", 240, 960, 12, 8),
    ]
    assert wrong(table(*rows, ("Toàn xã", 640, 2555, 28, 20))) == [("20", "18")]
    assert wrong(table(*rows, ("Toàn xã", 640, 2555, 28, 18))) == []


def test_the_last_year_may_be_an_estimate():
    head = ("Chỉ tiêu", 2022, 2023, 2024, "Ước 2025", "Cả giai đoạn")
    assert wrong(table(head, ("Vốn giao", 210, 240, 265, 285, "1.000"))) == []
    assert wrong(table(head, ("Vốn giao", 210, 240, 265, 285, "1.300"))) == [("1.300", "1.000")]


# --- tables and their rows -----------------------------------------------------------------------------------------


def piece(text):
    return Piece(SourceText(text), placed=True)


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("Xã | Số\nAn | 2\n\nẤp | Số\nĐông | 4", [[["Xã", "Số"], ["An", "2"]], [["Ấp", "Số"], ["Đông", "4"]]]),
        ("Xã | Số\nAn | 2\nChia theo ấp\nẤp | Số", [[["Xã", "Số"], ["An", "2"]], [["Ấp", "Số"]]]),
        ("| Xã | Số |\n|---|--:|\n| An | 2 |", [[["Xã", "Số"], ["An", "2"]]]),
        # a row that is one cell short has none for the number of the row
        ("TT | Xã | Số\nCộng | 5", [[["TT", "Xã", "Số"], ["", "Cộng", "5"]]]),
        ("TT | Xã | Số | Ghi chú\nCộng | 5", [[["TT", "Xã", "Số", "Ghi chú"], ["Cộng", "5"]]]),
        ("Xã | Số\nAn | 2 | mới", [[["Xã", "Số"], ["An", "2", "mới"]]]),
        ("Thu 5 tỷ đồng.", []),
    ],
)
def test_the_rows_of_each_table(text, tables):
    found = [[[cell.text for cell in row] for row in rows] for rows in rows_of_tables(piece(text))]
    assert found == tables


# --- what a cell for all is against the others ---------------------------------------------------------------------


def made(name, whole, *parts):
    return sum_of_cells(name, Cell(whole, 0, 1), [Cell(part, 0, 1) for part in parts])


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("12", ("7", "5"), "12"),
        ("12", ("7", "4"), "11"),
        ("9", ("5", "–"), "5"),
        ("-15", ("-5", "-7"), "-12"),
        ("– 15", ("– 5", "–7"), "-12"),
        ("+15", ("+20", "-7"), None),  # a part is larger
        ("+25", ("+20", "+7"), "27"),
        ("0", ("7", "5"), None),
        ("", ("7", "5"), None),
        ("12", ("-", ""), None),
        ("12", ("7", "nhiều"), None),
    ],
)
def test_what_some_cells_come_to(whole, parts, expected):
    found = made("Số hộ", whole, *parts)
    assert (found and str(found.expected)) == expected


@pytest.mark.parametrize(
    ("whole", "parts", "rounded", "counted"),
    [
        ("90", ("20", "30", "40"), True, True),
        ("92", ("20", "30", "40"), True, False),  # half of the last digit of each
        ("93", ("20", "30", "40"), False, False),
        ("88", ("20", "30", "40"), True, False),
        ("52", ("20", "30", "0"), False, False),  # nothing was rounded to nought
        ("4,2", ("1,2", "1,3", "1,5"), True, True),
        ("4,3", ("1,2", "1,3", "1,5"), False, False),
        ("90,5", ("20", "30", "40"), True, True),
    ],
)
def test_rounding_of_sums(whole, parts, rounded, counted):
    """Each number is rounded after its last digit; things that are counted are not, as long as there is no comma."""
    assert holds(made("Xã: diện tích", whole, *parts)) is rounded
    assert holds(made("Xã: diện tích", whole, *parts), counted=True) is counted
    assert holds(made("Xã: số hộ", whole, *parts)) is counted
    assert holds(made("Xã: số tiền", whole, *parts)) is rounded


def test_two_digits_of_a_row_that_changed_places():
    assert is_slip(made("Chợ", "1.000", "350", "240", "140", "270")) is False
    assert is_slip(made("Chợ", "1.000", "350", "240", "140")) is True


# --- along a row ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        # the first column for all counts; a column of what was done is none
        (("Khoản", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV", "Tổng nhiệm kỳ"), ("Vé", 100, 20, 20, 30, 40, 900), [("100", "110")]),
        (("Khoản", "Quý I", "Quý II", "Quý III", "Quý IV", "Thực hiện cả năm trước"), ("Vé", 20, 20, 30, 40, 100), []),
        (("Khoản", "Quý I", "Quý II", "Quý III", "Cả năm"), ("Vé", 20, 20, 30, 60), []),
        (("TT", "Khoản", 2026, "Tổng cộng"), (1, "Vé", 20, 25), []),
        # rows that are too short
        ((*YEARS, "Ghi chú"), (1, "Vé", "tỷ đồng", 20, 30, 40), []),
        (YEARS, (1, "Vé", "tỷ đồng", 20, 30), []),
        # in thousands they were rounded
        (("Nội dung", "ĐVT", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV"), ("Đàn gà", "nghìn con", 30, 6, 8, 9, 8), []),
        (("Nội dung", "ĐVT", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV"), ("Đàn gà", "con", 30, 6, 8, 9, 8), [("30", "31")]),
    ],
)  # fmt: skip
def test_one_row_with_its_times(head, row, expected):
    assert wrong(table(head, row)) == expected


def test_a_sum_along_a_row_is_named_by_the_row():
    assert [one.name for one in table_sums(piece(table(YEARS, (1, "Vé xe", "tỷ", 20, 30, 40, 95))))] == ["Vé xe"]


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([("", "Toàn xã", 640, 955), (1, "An", 210, 440), (2, "Tân", 430, 555)], "Toàn xã: Gà"),
        ([(1, "An", 110, 440), (2, "Tân", 130, 555), (3, "Phú", 112, 120), ("Đàn gà vịt", "", 352, 1125)], "Đàn gà vịt: Gà"),
    ],
)  # fmt: skip
def test_a_sum_down_a_column_is_named_by_its_row_and_its_title(rows, name):
    assert [one.name for one in table_sums(piece(table(("TT", "Thôn", "Vịt", "Gà"), *rows)))] == [name]


# --- down a column -------------------------------------------------------------------------------------------------

FARMS = ("Xã", "Ao", "Chuồng", "Vườn")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # as many columns must be right as are wrong
        ([FARMS, ("An", 110, 42, 61), ("Tân", 230, 55, 83), ("Cộng", 340, 99, 150)], []),
        ([FARMS[:3], ("An", 110, 42), ("Tân", 230, 55), ("Cộng", 340, 98)], []),  # one and a half of 97 is rounding
        ([FARMS[:3], ("An", 110, 42), ("Tân", 230, 55), ("Cộng", 340, 99)], [("99", "97")]),
        ([FARMS[:3], ("An", 110, 42), ("Tân", 230, 55), ("Cộng", 340, 107)], [("107", "97")]),
        # no more than half of it off
        ([FARMS[:3], ("An", 110, 90), ("Tân", 230, 90), ("Cộng", 340, 120)], [("120", "180")]),
        ([FARMS[:3], ("An", 110, 90), ("Tân", 230, 92), ("Cộng", 340, 120)], []),
        # the row for all is the first or the last, and the only one
        ([FARMS[:3], ("An", 110, 42), ("Cộng", 340, 120), ("Tân", 230, 55)], []),
        ([FARMS[:3], ("An", 110, 42), ("Tân", 230, 55), ("Cộng", 340, 120), ("Tổng", 340, 120)], []),
        # without a word for all: three rows at least, of three digits
        ([FARMS[:3], ("An", 113, 142), ("Tân", 224, 255), ("Hai xã", 337, 420)], []),
        ([FARMS[:3], ("An", 13, 142), ("Tân", 24, 255), ("Phú", 30, 300), ("Cù lao", 67, 720)], []),
        ([FARMS[:3], ("An", 113, 142), ("Tân", 224, 255), ("Phú", 303, 300), ("Cù lao", 640, 720)], []),
        ([FARMS[:3], ("An", 113, 142), ("Tân", 224, 255), ("Phú", "-", 300), ("Cù lao", 337, 720)], []),
        ([FARMS[:3], ("An", 113, 142), ("Tân", 224, 255), ("Phú", 305, 300), ("Cù lao", 642, 720)], [("720", "697")]),
        ([FARMS[:3], ("An", 113, 190), ("Tân", 224, 190), ("Phú", 305, 190), ("Cù lao", 642, 380)], [("380", "570")]),
        ([FARMS[:3], ("An", 113, 190), ("Tân", 224, 190), ("Phú", 305, 194), ("Cù lao", 642, 380)], []),
        ([FARMS, ("An", 113, 142, 150), ("Tân", 224, 255, 160), ("Phú", 305, 300, 170), ("Cù lao", 642, 720, 500)], []),
        # things of one level: a quarter of the sum
        ([("Loại", "Số lượng"), ("Ao", 300), ("Vườn", 450), ("Tổng", "1.000")], [("1.000", "750")]),
        ([("Loại", "Số lượng"), ("Ao", 300), ("Vườn", 440), ("Tổng", "1.000")], []),
        ([("Loại", "Số lượng"), ("Ao", 350), ("Vườn", 240), ("Lồng", 140), ("Tổng", "1.000")], [("1.000", "730")]),
        # things of two levels may be parts of one another
        ([("TT", "Khoản", "Số"), (1, "Ao", 700), (2, "Vườn", 250), (3, "Lồng", 130), ("", "Tổng số", "1.000")], [("1.000", "1.080")]),
        ([("TT", "Khoản", "Số"), (1, "Ao", 700), (2, "Vườn", 250), ("a)", "Lồng", 130), ("", "Tổng số", "1.000")], []),
        ([("Khoản", "Số"), ("- Ao", 700), ("- Vườn", 250), ("- Lồng", 130), ("Tổng số", "1.000")], [("1.000", "1.080")]),
        ([("Khoản", "Số"), ("- Ao", 700), ("Vườn", 250), ("- Lồng", 130), ("Tổng số", "1.000")], []),
        # two of several columns that are right tell nothing of rounding; of one more or less nothing does
        ([FARMS, ("An", 210, 840, 9), ("Tân", 190, 755, 7), ("Phú", 240, 960, 12), ("Cộng", 640, 2555, 30)], []),
        (
            [(*FARMS, "Lồng"), ("An", 210, 840, 9, 4), ("Tân", 190, 755, 7, 6), ("Phú", 240, 960, 12, 8), ("Cộng", 640, 2555, 28, 19)],
            [],
        ),
        (  # and where two of them are off all may have been rounded
            [
                (*FARMS, "Lồng", "Bè"), ("An", 210, 840, 9, 4, 5), ("Tân", 190, 755, 7, 6, 9), ("Phú", 240, 960, 12, 8, 10),
                ("Cộng", 640, 2555, 28, 20, 26),
            ],
            [],
        ),
    ],
)  # fmt: skip
def test_the_row_for_all_and_the_others(rows, expected):
    assert wrong(table(*rows, border=True)) == expected


@pytest.mark.parametrize(
    ("rows", "count"), [((700, 250, 30), 1), ((700, 250, 29), 0), ((700, 250, 70), 1), ((350, 240, 140), 1)]
)
def test_a_total_above_its_rows_is_a_fiftieth_off_or_a_slip(rows, count):
    """*Tổng thu* above its rows may leave some of them out."""
    body = "\n".join(f"| {at} | Khoản {at} | {amount} |" for at, amount in enumerate(rows, 1))
    found = list(table_sums(piece(f"| STT | Nội dung | Dự toán |\n|  | Tổng thu | 1.000 |\n{body}")))
    assert len(found) == count


@pytest.mark.parametrize(("unit", "expected"), [("nt", [("900", "910")]), ("ha", [])])
def test_a_unit_that_is_said_to_be_the_same_is_that_of_the_row_above(unit, expected):
    rows = [
        ("TT", "Chỉ tiêu", "Đơn vị", "Dự toán"),
        ("", "Tổng chi ngân sách", "tỷ đồng", 900),
        (1, "Chi thường xuyên", "tỷ đồng", 600),
        (2, "Chi đầu tư", unit, 310),
    ]
    assert wrong(table(*rows)) == expected
