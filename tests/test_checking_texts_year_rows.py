"""Tables with two years and a column that compares them: right columns are silent, a wrong cell is found."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.year_rows import rows_of_following_years, rows_of_two_years
from chitieu.text import SourceText

YEAR = ct.Period(2026)
HEAD = "STT | Chỉ tiêu | ĐVT | Ước thực hiện 2025 | Kế hoạch 2026 | {}"
TITLES = ("So sánh (%)", "KH 2026/ƯTH 2025", "Tăng, giảm", "Tốc độ tăng (%)", "Ghi chú")
KINDS = (
    lambda old, new: new / old * 100,
    lambda old, new: new / old * 100 - 100,
    lambda old, new: new - old,
)


def number(value):
    return ct.format_number(value)


def rounded(value, digits):
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def table(rows, title="So sánh (%)", *, border=False):
    lines = [
        HEAD.format(title),
        *(f"{at} | {name} | tấn | {old} | {new} | {cell}" for at, (name, old, new, cell) in enumerate(rows, 1)),
    ]
    return "\n".join(f"| {line} |" if border else line for line in lines)


def wrong(text, period=YEAR):
    return list(ct.check(ct.Plan(text=text, period=period), rules=["level-change"]))


values = st.decimals("1", "90000", places=1)


@st.composite
def right_rows(draw):
    """Rows whose last cell is what two years make, in one way for all, rounded to a number of digits."""
    kind, digits = draw(st.sampled_from(KINDS)), draw(st.integers(0, 2))
    pairs = draw(st.lists(st.tuples(values, values), min_size=4, max_size=8))
    return [
        (f"Sản phẩm {chr(65 + at)}", number(old), number(new), number(rounded(kind(old, new), digits)))
        for at, (old, new) in enumerate(pairs)
    ]


@given(right_rows(), st.sampled_from(TITLES), st.booleans())
def test_a_right_column_is_silent(rows, title, border):
    """Law: a column that holds what its rows make gives no finding, whatever its title."""
    assert wrong(table(rows, title, border=border)) == []


@given(right_rows(), st.data(), st.booleans())
def test_a_wrong_cell_is_found(rows, data, border):
    """Law: in such a column a cell that is neither share, growth nor gap of its row is found, and no other."""
    at = data.draw(st.integers(0, len(rows) - 1))
    name, old, new, _ = rows[at]
    first, second = ct.parse_number(old), ct.parse_number(new)
    far = max(abs(kind(first, second)) for kind in KINDS) * 3 + 100
    rows[at] = (name, old, new, number(rounded(far, 1)))
    (finding,) = wrong(table(rows, border=border))
    assert (finding.about, str(finding.fields["value"])) == (name, new)
    assert finding.related


ROWS = [
    ("Lúa", "45.000", "49.050", "109,0"),
    ("Ngô", "8.000", "8.460", "105,75"),
    ("Tôm", "1.150", "1.250", "118,7"),
    ("Cá", "32,1", "33,5", "104,4"),
    ("Xã đạt chuẩn", "12", "14", "+2"),
]


def test_the_finding_says_what_the_cell_makes():
    (finding,) = wrong(table(ROWS))
    assert finding.message == "'Tôm' is to be 1.250 by a change of tăng 18,7%; from the earlier 1.150 that makes 1.365"
    assert finding.quote.splitlines()[1].strip() == "^^^^^"


def test_two_rows_tell_what_is_compared_where_chance_hardly_makes_their_percentages():
    assert [finding.about for finding in wrong(table(ROWS[:3]))] == ["Tôm"]
    assert not wrong(table([("Lúa", "100", "200", "200"), *ROWS[1:3]]))


@pytest.mark.parametrize(
    "text",
    [
        table(ROWS).replace("2025", "2023"),  # not the year before
        table(ROWS[1:3]),  # too few rows to tell what is compared
        table([*ROWS[:1], *(("Lúa", "10", "20", cell) for cell in ("7", "5", "3", "9"))]),  # another comparison
        table([(*row[:3], "x") for row in ROWS]),
        table([("Lúa", "0", "10", "5"), *ROWS[:2], *ROWS[3:]]),  # nothing grows from nought
    ],
)
def test_what_is_left_alone(text):
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ("Giảm 3,1 điểm %", None),
        ("giảm 2,1 điểm phần trăm", "23,4"),
        ("Tăng 3,1 điểm %", "28,6"),
        ("-3,1", None),
        ("Tăng 109,0 điểm", "134,5"),
    ],
)
def test_a_cell_may_say_in_words_how_it_compares(cell, after):
    found = wrong(table([*ROWS[:2], *ROWS[3:], ("Hộ nghèo", "25,5", "22,4", cell)]))
    assert [str(one.fields["after"]) for one in found] == ([] if after is None else [after])


def test_a_fall_is_said_as_a_fall():
    rows = [
        ("Lúa", "100", "90", "-10"),
        ("Ngô", "200", "190", "–5"),
        ("Sắn", "50", "40", "-20"),
        ("Đay", "40", "30", "-60"),
    ]
    (finding,) = wrong(table(rows, "Tăng giảm (%)"))
    assert [str(finding.fields[name]) for name in ("change", "after")] == ["giảm 60%", "16"]


def test_values_of_another_size_in_any_table():
    text = table([("Lúa", "45", "49.000", "")])
    assert [one.code for one in ct.check(ct.Plan(text=text, period=YEAR), rules=["magnitude"])] == ["magnitude"]


# --- which columns the years are -------------------------------------------------------------------------------

YEARS = "| TT | Chỉ tiêu | Thực hiện năm 2025 | Kế hoạch năm 2026 |\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f"{YEARS}| 1 | Nuôi ong | 10 | 300 |", [("Nuôi ong", "300")]),
        (f"  {YEARS}  | 1 | Nuôi ong | 10 |  300 |", [("Nuôi ong", "300")]),
        (f"| Bảng 1 | Đàn ong |\n{YEARS}| 1 | Nuôi ong | 10 | 300 |", [("Nuôi ong", "300")]),
        (f"{YEARS}| 1 | Nuôi ong | 10 |\n| 2 | Nuôi dê | - | 300 |\n| 3 | Nuôi hươu | 10 | 300 |", [("Nuôi hươu", "300")]),
        (f"{YEARS}| 1 | Nuôi ong | 10 | - |", []),
        ("| Chỉ tiêu | Thực hiện năm 2025 |\n| Nuôi ong | 10 |", []),
        ("| Chỉ tiêu | Kế hoạch năm 2026 |\n| Nuôi ong | 300 |", []),
        ("| Thực hiện năm 2025 | Kế hoạch năm 2026 |\n| 10 | 300 |", [("300", "300")]),
        # of two columns of last year the last counts, of two of this year the first; a ratio is neither
        ("| Chỉ tiêu | TH 9 tháng 2025 | Ước TH 2025 | KH 2026 |\n| Nuôi ong | 10 | 299 | 300 |", []),
        ("| Chỉ tiêu | Ước TH 2025 | KH 2026 | Phấn đấu 2026 |\n| Nuôi ong | 10 | 20 | 300 |", []),
        ("| Chỉ tiêu | Ước TH 2025 | KH 2026/TH 2025 (%) | KH 2026 |\n| Nuôi ong | 1.000 | 10 | 1.000 |", []),
        ("| Chỉ tiêu | Ước TH 2025 | So KH 2026 |\n| Nuôi ong | 10 | 300 |", []),
    ],
)  # fmt: skip
def test_columns_of_two_years(rows, expected):
    findings = ct.check(ct.Plan(text=rows, period=YEAR), rules=["magnitude"])
    assert [(one.fields["about"], one.span.of(rows)) for one in findings] == expected


@pytest.mark.parametrize(
    "head",
    [
        "TT | Đơn vị | Thu ngân sách | Sản lượng | Việc làm",
        "| STT | Đơn vị | Năm học 2024 - 2025 | Sản lượng | Việc làm |",
        "Đơn vị | Loại | Thu ngân sách | Sản lượng | Việc làm",
    ],
)
def test_another_table_has_columns_of_its_own(head):
    """The columns of the table before it mean nothing there."""
    row = "1 | Xã An Bình | 310 | 164.000 | 2.700"
    plan = ct.Plan(text=f"{table([('Lúa', '50', '52', '104,0')])}\n\n{head}\n{row}", period=YEAR)
    assert not ct.check(plan, rules=["magnitude"])
    plan = ct.Plan(text=f"{table([('Lúa', '50', '52', '104,0')])}\n{row}", period=YEAR)
    assert len(ct.check(plan, rules=["magnitude"])) == 1


def test_a_row_of_words_or_letters_ends_no_table():
    rows = "A | Kinh tế | | | |\nA | B | C | D | E | G\n2 | Ngô | tấn | 50 | 5.200 | 104,0"
    plan = ct.Plan(text=f"{table([('Lúa', '50', '52', '104,0')])}\n{rows}", period=YEAR)
    assert len(ct.check(plan, rules=["magnitude"])) == 1


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("Tỷ lệ hộ nghèo (giảm 3,1 điểm phần trăm so với năm 2025)", None),
        ("Tỷ lệ hộ nghèo (giảm 4,0 điểm %)", "21,5"),
        ("Tỷ lệ hộ nghèo (giảm 4,0 điểm phần trăm so với năm 2025)", "21,5"),
        ("Tỷ lệ hộ nghèo (giảm 4,0 điểm phần trăm so với năm 2020)", None),
        ("Tỷ lệ hộ nghèo (tăng 3,1%)", "28,6"),
    ],
)
def test_a_row_may_name_its_change(name, after):
    found = wrong(f"{YEARS}| 1 | {name} | 25,5 | 22,4 |")
    assert [str(one.fields["after"]) for one in found] == ([] if after is None else [after])


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        ("TH 2024 | ƯTH 2025", 1),
        ("Thực hiện 2024 | Thực hiện 2025", 1),
        ("Năm 2024 | Năm 2025", 1),
        ("2025 (tỷ đồng) | 2026 (tỷ đồng)", 1),
        ("6 tháng 2025 (tỷ đồng) | 6 tháng 2026 (tỷ đồng)", 1),
        ("Quý III/2025 | Quý III/2026", 1),
        ("Quý III/2025 | Quý IV/2026", 0),
        ("Năm 2023 | Năm 2024", 0),
        ("Đầu tư 2024 | Đầu tư 2025", 1),
    ],
)
def test_tables_of_results_and_of_bare_years(titles, found):
    rows = ["3.000 | 3.150 | 5,0", "500 | 550 | 1,0", "160 | 168 | 5,0", "10 | 12 | 20,0"]
    body = "\n".join(f"| {at} | Mục {at} | {row} |" for at, row in enumerate(rows, 1))
    plan = ct.Plan(text=f"| TT | Chỉ tiêu | {titles} | Tốc độ tăng (%) |\n{body}", period=YEAR)
    assert [finding.about for finding in ct.check(plan, rules=["level-change"])] == ["Mục 2"] * found


@pytest.mark.parametrize(("cell", "odd"), [("+1,0", 0), ("+2,0", 1)])
def test_a_title_that_says_what_its_column_compares_needs_few_rows(cell, odd):
    text = f"| Tên | Ước TH 2025 | KH 2026 | Tăng, giảm (điểm %) |\n|---|---|---|---|\n| A | 50,0 | 52,0 | +2,0 |\n| B | 20,0 | 21,0 | {cell} |"
    found = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])
    assert len(found) == odd


@pytest.mark.parametrize("between", ["Bảng 2. Chia theo xã\n", ""])
def test_the_columns_of_one_table_are_none_of_the_next(between):
    text = (
        f"{YEARS}| 1 | Số hộ | 2.100 | 2.200 |\n| 2 | Số trường | 41 | 42 |\n{between}"
        "| TT | Xã | Số hộ 2025 (hộ) | Hộ nghèo 2026 |\n| 1 | Xã Tân An | 2.310 | 12 |\n| 2 | Xã Tân Mỹ | 3.180 | 31 |"
    )
    assert not list(ct.check(ct.Plan(text=text, period=YEAR), rules=["magnitude"]))


@pytest.mark.parametrize(
    "head", ["Đến hết tháng | 3 | 4 | 5 | 6 | 7", "Dư nợ 01/01/2026 | Vay | Bù | Trả | Dư nợ 31/12/2026"]
)
def test_a_table_behind_other_text_has_columns_of_its_own(head):
    rows = ["3.000 | 3.150 | 5,0", "500 | 525 | 5,0", "160 | 168 | 5,0"]
    first = "\n".join(f"{at} | Mục {at} | {row}" for at, row in enumerate(rows, 1))
    other = f"{head}\nTỷ đồng | 20 | 45 | 70 | 95 | 130"
    text = f"TT | Chỉ tiêu | Năm 2025 | Năm 2026 | Tốc độ tăng (%)\n{first}\nLũy kế trong năm như sau:\n{other}"
    assert ct.check(ct.Plan(text=text, period=YEAR), rules=["level-change"]) == ()


def test_columns_that_compare_hold_no_value_of_a_year():
    """*Ước 2025/TH 2024 (%)* names the year before, and is no value of it."""
    text = """\
| TT | Chỉ tiêu | ĐVT | TH 2024 | Ước TH 2025 | Ước 2025/TH 2024 (%) | KH 2026 | KH 2026/ước 2025 (%) |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Sản lượng lúa | tấn | 50.000 | 52.000 | 104,0 | 54.600 | 105,0 |
| 2 | Sản lượng ngô | tấn | 20.000 | 21.000 | 105,0 | 22.050 | 105,0 |
| 3 | Sản lượng cá | tấn | 40.000 | 41.000 | 102,5 | 43.050 | {} |
"""
    assert list(ct.check(ct.Plan(text=text.format("105,0"), period=YEAR))) == []
    assert [one.code for one in wrong(text.format("115,0"))] == ["level-change"]


def test_a_column_is_of_the_years_its_title_names():
    """The growth of the plan's year is not measured against the two years before it."""
    text = """\
| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Ước thực hiện năm 2025 | Kế hoạch năm 2026 | Tăng, giảm 2026 so với 2025 (%) |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Sản lượng lúa | tấn | 50.000 | 52.000 | 54.600 | +5,0 |
| 2 | Sản lượng ngô | tấn | 20.000 | 21.000 | 21.840 | +4,0 |
| 3 | Sản lượng cá | tấn | 40.000 | 42.000 | 44.100 | +5,0 |
"""
    assert wrong(text) == []


def test_a_table_of_other_things_has_no_years_of_the_table_before():
    """A head with years in its titles begins another table."""
    text = """\
| Kỳ | Năm 2025 | Năm 2026 |
| --- | --- | --- |
| Quý I | 3.000 | 3.300 |
| Quý II | 3.100 | 3.400 |
Sản xuất lúa
| Vụ | Diện tích 2026 (ha) | Năng suất 2026 (tạ/ha) |
| --- | --- | --- |
| Vụ xuân | 16.000 | 62,5 |
| Vụ mùa | 15.000 | 58,1 |
"""
    assert list(ct.check(ct.Plan(text=text, period=YEAR), rules=["level-change", "magnitude"])) == []


@pytest.mark.parametrize(
    "title", ["Tăng (+), giảm (-) so với ước 2025", "Tăng, giảm so với năm 2025", "Chênh lệch so 2025"]
)
def test_what_a_column_is_compared_with_is_the_year_before(title):
    """*So với ước 2025* is the change of the plan's year, and says nothing of the two years before it."""
    text = f"""\
| TT | Chỉ tiêu | ĐVT | Thực hiện 2024 | Ước 2025 | Kế hoạch 2026 | {title} |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Mẫu nước đạt chuẩn | % | 90,0 | 91,5 | 92,5 | +1,0 |
| 2 | Mẫu đất đạt chuẩn | % | 81,0 | 83,0 | 86,0 | +3,0 |
| 3 | Mẫu rác đạt chuẩn | % | 60,0 | 64,0 | 66,0 | +2,0 |
| 4 | Mẫu khí đạt chuẩn | % | 70,0 | 75,5 | 80,0 | {{}} |
"""
    plan = ct.Plan(text=text.format("+4,5"), period=YEAR)
    assert list(ct.check(plan)) == []
    assert [one.fields["value"] for one in wrong(text.format("+5,4"))] == [ct.Quantity(Decimal("80.0"), "")]


def test_a_column_compared_with_another_year_is_left_alone():
    """What is put beside the year of an older plan is none of the rows."""
    rows = [(f"Sản phẩm {at}", "100", "110", "50") for at in "ABC"]
    assert wrong(table(rows, "Tăng, giảm so với kế hoạch 2026")) == []
    assert len(wrong(table(rows[:1], "Tăng, giảm so với thực hiện 2025"))) == 0


@pytest.mark.parametrize(("cell", "expected"), [("6,2", []), ("16,2", ["level-change"])])
def test_two_years_side_by_side_with_what_compares_them(cell, expected):
    """*Tiếp nhận năm 2025 | Dự kiến năm 2026 | Tăng (%)*: the third column is of the two before it, whatever their titles say."""
    text = f"""\
| Nhóm | Tiếp nhận năm 2025 (đơn) | Tiếp nhận năm 2026 (đơn) | Tăng (%) | Nộp qua mạng năm 2026 (đơn) |
| --- | --- | --- | --- | --- |
| Thú y | 1.200 | 1.260 | 5,0 | 1.000 |
| Thủy lợi | 500 | 550 | 10,0 | 400 |
| Kiểm lâm | 400 | 420 | 5,0 | 300 |
| Cộng | 2.100 | 2.230 | {cell} | 1.700 |
"""
    assert [one.code for one in wrong(text)] == expected


# --- cells, rows and heads by themselves -----------------------------------------------------------------------


def piece(text):
    return Piece(SourceText(text), placed=True)


def read(text, *, told=False):
    rows = rows_of_two_years(piece(text), 2026, told=told)
    return [(row.name, str(row.before), row.at.text, [cell.text for _, cell in row.others]) for row in rows]


PLAN_HEAD = "Tên | TH 2025 | KH 2026 | So sánh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PLAN_HEAD}\nLúa | 4 | 5 | 6", [("Lúa", "4", "5", ["6"])]),
        (f"TT | {PLAN_HEAD}\n1 | Lúa | 4 | 5 | 6", [("Lúa", "4", "5", ["6"])]),
        ("Tên | KH 2026 | TH 2025 | So sánh\nLúa | 5 | 4 | 6", [("Lúa", "4", "5", ["6"])]),
        ("TH 2025 | KH 2026\n4 | 5", [("", "4", "5", [])]),
        # short and long rows; others stand apart
        (f"{PLAN_HEAD}\nLúa | 4\nNgô | 4 | 5", [("Ngô", "4", "5", [])]),
        (f"{PLAN_HEAD}\nLúa | 4 | 5 | 6 | 7", [("Lúa", "4", "5", ["6", "7"])]),
        (f"{PLAN_HEAD}\nLúa | 4 | 5 | 6\n\nNgô | 4 | 5 | 6", [("Lúa", "4", "5", ["6"]), ("Ngô", "4", "5", ["6"])]),
        (f"{PLAN_HEAD}\nLúa | 4 | 5 | 6\n\nNgô | 4 | 5 | 6 | 7", [("Lúa", "4", "5", ["6"])]),
        (f"{PLAN_HEAD}\nLúa | 4 | 5 | 6\nNăm sau\nNgô | 4 | 5", [("Lúa", "4", "5", ["6"])]),
        # another head
        (f"{PLAN_HEAD}\nXã | Diện tích | Số hộ | Ghi chú\nAn | 4 | 5 | 6", []),
        (f"{PLAN_HEAD}\nSTT | 4 | 5 | 6\nAn | 4 | 5 | 6", []),
        (f"{PLAN_HEAD}\nLúa | 4 | x | 6\nNgô | x | 5 | 6", []),
        # years alone, or times of them, tell nothing where the plan's year is to come
        ("Tên | 2025 | 2026\nLúa | 4 | 5", []),
        ("Tên | TH 2025 | TH 2026\nLúa | 4 | 5", []),
    ],
)
def test_rows_with_both_years(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        ("2025 | 2026", True),
        ("Năm 2025 | Năm 2026", True),
        ("TH 2025 | TH 2026", True),
        ("TH 2025 | 2026", True),
        ("9 tháng 2025 | 9 tháng 2026", True),
        ("9 tháng 2025 | 8 tháng 2026", False),
        ("Vụ xuân 2025 | Vụ xuân 2026", False),
        ("2025 | Cầu 2026", False),
    ],
)
def test_years_that_are_over_need_no_more_than_their_names(titles, found):
    assert bool(read(f"Tên | {titles}\nLúa | 4 | 5", told=True)) is found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Năm | Lúa (ha) | Tăng (%)", "2024 | 400 |", "2025 | 440 | 10"), [("Lúa (ha)", 2025, "400", "440", ["10"])]),
        (("Năm | Lúa | Tăng (%) | Ngô | Tăng (%)", "2024 | 4 | | 8 |", "Năm 2025 | 5 | 25 | 9 | 12,5"), [("Lúa", 2025, "4", "5", ["25"]), ("Ngô", 2025, "8", "9", ["12,5"])]),
        (("Năm | Lúa | Tăng (%)", "2023 | 4 |", "2025 | 5 | 25", "Kế hoạch 2026 | 6 | 20"), [("Lúa", 2026, "5", "6", ["20"])]),
        # nothing compares them, no years, another table, no number
        (("Năm | Lúa | Ngô", "2024 | 4 | 8", "2025 | 5 | 9"), []),
        (("Xã | Lúa | Tăng (%)", "An | 4 |", "Bình | 5 | 25"), []),
        (("Năm | Lúa | Tăng (%)", "2024 | 4 |", "", "2025 | 5 | 25"), []),
        (("Năm | Lúa | Tăng (%)", "2024 | 4 |", "2025 | mất mùa | 25"), []),
    ],
)  # fmt: skip
def test_rows_that_are_years(rows, expected):
    found = rows_of_following_years(piece("\n".join(rows)))
    assert [
        (row.name, row.year, str(row.before), str(row.now), [cell.text for _, cell in row.others]) for row in found
    ] == expected
