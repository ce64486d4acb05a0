"""Columns that hold the ratio of two others: right ones are silent, whatever they are called; a wrong cell is found."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = "| TT | Chỉ tiêu | Thực hiện 2023 | Kế hoạch 2024 | Thực hiện 2024 | {} |"
values, far = st.integers(50, 90_000), st.integers(200_000, 900_000)


def table(rows, title="TH 2024/KH 2024 (%)"):
    return "\n".join(
        [
            HEAD.format(title),
            *(f"| {at} | Mục {name} | {' | '.join(cells)} |" for at, (name, *cells) in enumerate(rows, 1)),
        ]
    )


def wrong(text):
    found = ct.check(ct.Plan(text=text, period=ct.Period(2025)), rules=["fraction-percent"])
    assert {finding.code for finding in found} <= {"fraction-percent"}  # and the rule did not stop
    return found


@st.composite
def right_rows(draw):
    """Rows whose last cell is the third amount over the second, in percent."""
    found = []
    for name in "ABCDE"[: draw(st.integers(4, 5))]:
        past, plan, done = draw(far), draw(values), draw(values)
        ratio = round(Decimal(done) / Decimal(plan) * 100, 1)
        found.append((name, *(ct.format_number(Decimal(one)) for one in (past, plan, done, ratio))))
    return found


@given(right_rows())
def test_a_right_column_is_silent(rows):
    """Law: a column of ratios gives no finding."""
    assert wrong(table(rows)) == ()


@given(right_rows(), st.data())
def test_a_wrong_cell_is_found(rows, data):
    """Law: a cell that is far from its ratio is found, and no other."""
    at = data.draw(st.integers(0, len(rows) - 1))
    name, past, plan, done, ratio = rows[at]
    rows[at] = (name, past, plan, done, ct.format_number(ct.parse_number(ratio) * 3 + 7))
    (finding,) = wrong(table(rows))
    assert (finding.about, str(finding.fields["expected"]), len(finding.related)) == (f"Mục {name}", f"{ratio}%", 2)


ROWS = [
    ("A", "100", "200", "210", "105,0"),
    ("B", "50", "80", "84", "105%"),
    ("C", "30", "40", "50", "125,0"),
    ("D", "1.000", "1.100", "1.210", "140,7"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (table(ROWS), ["Mục D"]),
        (table(ROWS, "Tỷ lệ đạt"), ["Mục D"]),
        (table(ROWS, "Ghi chú"), []),  # no word of a ratio
        (table(ROWS[1:]), ["Mục D"]),  # the title says what is compared
        (table(ROWS[2:]), ["Mục D"]),
        (table(ROWS[3:]), []),
        (table(ROWS[1:], "Tỷ lệ đạt (%)"), ["Mục D"]),  # a rate of its row: the other rows tell of which columns
        (table(ROWS[1:], "So sánh (%)"), []),  # too few rows to tell
        (
            table([ROWS[1], ("C", "30", "1,2", "1,0", "120,0")], "Tỷ lệ đạt (%)"),
            [],
        ),  # the other way round: what should fall
        (table([ROWS[0], ("B", "30", "40", "40", "100")], "Tỷ lệ đạt (%)"), []),
        (table([*ROWS[1:3], ("D", "0,9", "0,8", "0,5", "0,3")]), []),  # a rate compared by points
        (table([*ROWS[:3], ("D", "1", "0", "5", "9"), ("E", "-", "…", "5", "9")]), []),  # nothing is a part of nought
        (table([*ROWS, ("E", "7", "90", "100", "1"), ("G", "8", "90", "100", "2")]), []),  # too many are none
    ],
)
def test_when_a_column_is_one_of_ratios(text, found):
    assert [finding.about for finding in wrong(text)] == found


def test_columns_of_last_year_and_this_one_are_anothers():
    head = "| TT | Chỉ tiêu | Ước 2025 | Kế hoạch 2026 | So sánh (%) |\n"
    rows = ("10 | 11 | 110", "20 | 24 | 120", "30 | 33 | 110", "40 | 44 | 170")
    text = head + "\n".join(f"| {at} | Mục {at} | {row} |" for at, row in enumerate(rows, 1))
    plan = ct.Plan(text=text, period=ct.Period(2026))
    assert [finding.code for finding in ct.check(plan)] == ["level-change"]


@pytest.mark.parametrize(
    ("title", "cell", "found"),
    [("Tỷ lệ (%)", "58,6", 0), ("Tỷ lệ (%)", "68,6", 1), ("So với năm 2024 (%)", "108,6", 0)],
)
def test_a_fraction_in_a_cell_is_two_columns(title, cell, found):
    rows = ("A | 20/40 | 50", "B | 30/45 | 66,7", f"C | 41/70 | {cell}", "D | 18/24 | 75")
    if found == 0 and cell != "58,6":
        rows = ("A | 20/40 | 104", "B | 30/45 | 103", f"C | 41/70 | {cell}", "D | 18/24 | 105")
    text = "\n".join(f"| {row} |" for row in (f"Cấp | Đạt/tổng số | {title}", *rows))
    assert len(wrong(text)) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [("110,1", 0), ("110,2", 1), ("109,9", 0), ("109,8", 1), ("111", 0), ("112", 1), ("109", 0), ("108", 1)],
)
def test_a_ratio_is_rounded_or_cut_off_after_its_last_digit(cell, found):
    assert len(wrong(table([*ROWS[:3], ("D", "1.000", "1.100", "1.210", cell)]))) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # the only cell that differs, where another row tells of which columns the rate is
        (("80 60 75,0", "40 30 70,0"), 1),
        (("80 60 75,0", "40 30 150,0"), 1),
        (("80 60 75,0", "40 30 37,5"), 1),
        (("80 60 75,0", "40 20 50,0", "50 20 40,0", "40 30 70,0"), 1),
        # hardly of these two; a row of a whole hundred or of few digits tells nothing; two differ
        (("80 60 75,0", "40 30 150,1"), 0),
        (("80 60 75,0", "40 30 37,4"), 0),
        (("80 80 100", "40 30 70,0"), 0),
        (("100 49 49", "40 30 70"), 0),
        (("80 40 50", "40 30 70"), 1),
        (("40 60 150", "40 30 70"), 1),
        (("80 60 75,0", "40 20 60,0", "50 20 50,0"), 0),
    ],
)
def test_a_rate_of_its_row_in_a_short_table(rows, found):
    head = "| TT | Chỉ tiêu | Tổng số hộ | Số hộ đạt | Đạt (%) |\n"
    lines = [f"| {at} | Mục {at} | {row.replace(' ', ' | ')} |" for at, row in enumerate(rows, 1)]
    assert len(wrong(head + "\n".join(lines))) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((("A", "100", "200", "210", "105,0"), ("B", "50", "80", "84", "15%")), 1),
        ((("A", "9", "8", "5", "3"), ROWS[1]), 0),  # by points
        ((("A", "9", "200", "100", "100"), ROWS[1]), 0),
        ((("A", "9", "201", "100", "101"), ROWS[1]), 1),  # which percentages are not
        ((("A", "9", "8", "10", "80"), ROWS[1]), 0),  # the other way round
        ((("A", "9", "8", "0", "80"), ROWS[1]), 1),
        ((("A", "9", "-", "-", "-"), ("B", "50", "80", "84", "15%")), 0),  # no row is right
        ((*ROWS[:2], ("C", "30", "40", "50", "99,0"), ("D", "30", "40", "50", "98,0")), 0),
        ((*ROWS[:3], ("D", "30", "40", "50", "99,0"), ("E", "30", "40", "50", "98,0")), 0),
        ((*ROWS[:3], ("D", "30", "40", "50", "99,0"), ("E", "30", "40", "50", "98,0"), ROWS[2]), 2),  # no more than a third
    ],
)  # fmt: skip
def test_what_a_title_names_may_be_wrong_in_some_rows(rows, found):
    assert len(wrong(table(rows))) == found


@pytest.mark.parametrize(("notes", "found"), [(7, 1), (8, 0)])
def test_the_widest_table(notes, found):
    rows = ("Đạt A KH TH Đạt(%)", "1 A 200 210 105", "2 B 80 84 105", "3 C 40 50 125", "4 D 100 110 190")
    lines = [" | ".join([*row.split(), *["x"] * notes]) for row in rows]
    assert len(wrong("\n".join(f"| {line} |" for line in lines))) == found


def test_the_last_cells_of_a_row_may_be_left_out():
    head = "| Mục | KH | TH | Đạt (%) | Nơi làm | Ghi chú |\n"
    rows = ("A | 200 | 210 | 105", "B | 80 | 84 | 105", "C | 40 | 50 | 125", "D | 100 | 110 | 190", "E | 100 |")
    assert len(wrong(head + "\n".join(f"| {row} |" for row in rows))) == 1


@pytest.mark.parametrize(
    ("head", "rows", "found"),
    [
        # the ratio may stand ahead of both, or between them
        ("Mục | Đạt (%) | TH | KH", ("A | 105 | 210 | 200", "B | 105 | 84 | 80", "C | 125 | 50 | 40", "D | {} | 110 | 100"), 1),
        ("Mục | KH | Đạt (%) | TH", ("A | 200 | 105 | 210", "B | 80 | 105 | 84", "C | 40 | 125 | 50", "D | 100 | {} | 110"), 1),
        # three rows that agree are enough, two are not
        ("Mục | KH | TH | So với (%)", ("A | 200 | 210 | 105", "B | 80 | 84 | 105", "C | 100 | 110 | {}"), 0),
        ("Mục | Đơn vị | KH | TH | So với (%)", ("A | ha | 200 | 210 | 105", "B | tấn | 80 | 84 | 105", "C | con | 40 | 50 | 125", "D | ha | 100 | 110 | {}"), 1),
        # of a short table the title tells, wherever the columns stand; of a longer one most rows must agree
        ("Mục | Tỷ lệ đạt (%) | Số đạt | Tổng số", ("A | 75,0 | 60 | 80", "D | {} | 110 | 120"), 1),
        ("Mục | Tổng số | Số đạt | Tỷ lệ đạt (%)", ("A | 80 | 60 | 75,0", "B | 90 | - | 40", "C | 70 | - | 30", "D | 120 | 110 | {}"), 1),
        ("Mục | Tổng số | Số đạt | Tỷ lệ đạt (%)", ("A | 80 | 60 | 75,0", "B | 90 | - | 40", "C | 70 | - | 30", "E | 50 | - | 20", "D | 120 | 110 | {}"), 0),
        # rows that leave out more than their last cells tell nothing
        ("Mục | KH | TH | Đạt (%)", ("A | 200 | 210 | 105", "B | 80 | 84 | 105", "C | 40 | 50 | 125", "D | 100 | 110 | {} | thừa", "E | 9"), 1),
    ],
)  # fmt: skip
def test_where_the_compared_columns_stand_and_how_many_rows_tell(head, rows, found):
    lines = "\n".join(f"| {row} |" for row in (head, *rows))
    right = "91,7" if "120" in lines else "110"
    assert wrong(lines.format(right)) == ()
    assert len(wrong(lines.format("82,4"))) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        # 20 of 30, either rounded: between 19,5/30,5 and 20,5/29,5
        ("63,9", 0),
        ("63,8", 1),
        ("69,5", 0),
        ("69,6", 1),
    ],
)
def test_both_parts_of_a_ratio_may_be_rounded(cell, found):
    rows = (
        ("A", "7", "9.000", "8.000", "88,9"),
        ("B", "7", "8.000", "7.000", "87,5"),
        ("C", "7", "5.000", "4.100", "82"),
    )
    assert len(wrong(table([*rows, ("D", "7", "30", "20", cell)]))) == found
