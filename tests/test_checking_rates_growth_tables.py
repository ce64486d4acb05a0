"""Growth of a whole and of its parts in the columns of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def said(head, *rows, ahead=""):
    text = "\n".join([ahead, *(f"| {row} |" for row in (head, *rows))])
    found = ct.run_checks(ct.Plan(text=text, period=ct.Period(2026)), rules=[]).identities
    return [(one.equation, one.holds) for one in found if one.kind.value == "between"]


SECTORS = ("Nông, lâm nghiệp và thủy sản | 3,0 | 3,5", "Công nghiệp - xây dựng | 9,0 | 10,5", "Dịch vụ | 7,0 | 7,5")


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("Tốc độ tăng (%) | Quý I | Quý II", ("GRDP | 7,0 | 8,0", *SECTORS), [True, True]),
        ("Tốc độ tăng (%) | Quý I | Quý II", ("GRDP | 7,0 | 11,0", *SECTORS), [True, False]),
        ("Tốc độ tăng (%) | Quý I | Quý II", (*SECTORS, "GRDP | 7,0 | 11,0"), [True, False]),
        # branches below a sector, with numbers and without
        ("Tốc độ tăng (%) | Quý I | Quý II", ("GRDP | 7,0 | 11,0", *SECTORS[:2], "Công nghiệp | 10,0 | 11,5", "Xây dựng | 8,0 | 9,0", SECTORS[2]), [True, False, True, True]),
        # the index of production falls in one branch
        (
            "Ngành (%) | Quý I | Quý II | Quý III",
            ("Chỉ số sản xuất công nghiệp | 8,0 | 12,0 | 9,0", "Khai khoáng | -1,0 | 0,5 | 1,0", "Chế biến, chế tạo | 9,0 | 9,5 | 10,0", "Điện | 6,0 | 6,5 | 6,0", "Nước, rác thải | 7,0 | 7,1 | 7,2"),
            [True, False, True],
        ),
        # one column, by its title; shares and contributions beside it are not rates
        ("Ngành | Tốc độ tăng (%) | Cơ cấu (%) | Đóng góp", ("GRDP | 12,0 | 100 | 9,0", "Khu vực I | 3,0 | 20 | 0,6", "Khu vực II | 11,0 | 45 | 5,4", "Khu vực III | 9,0 | 35 | 3,0"), [False]),
        # amounts, shares, contributions
        ("Chỉ tiêu | 2025 | 2026", ("GRDP | 1.000 | 1.100", "Khu vực I | 200 | 210", "Khu vực II | 500 | 560", "Khu vực III | 300 | 330"), []),
        ("Cơ cấu | 2025 | 2026", ("GRDP | 100 | 100", "Khu vực I | 20 | 21", "Khu vực II | 50 | 50", "Khu vực III | 30 | 29"), []),
        ("Điểm phần trăm | 2025 | 2026", ("Tăng trưởng GRDP | 9,0 | 10,0", "Khu vực I | 1,0 | 1,0", "Khu vực II | 5,0 | 6,0", "Khu vực III | 3,0 | 3,0"), []),
        # not all parts, a row without numbers, nothing that is a whole
        ("Tốc độ tăng (%) | Quý I | Quý II", ("GRDP | 7,0 | 11,0", *SECTORS[:2]), []),
        ("Tốc độ tăng (%) | Quý I | Quý II", ("GRDP | 7,0 | ...", *SECTORS), [True]),
        ("Tốc độ tăng (%) | Quý I | Quý II", ("Thu ngân sách | 7,0 | 11,0", *SECTORS), []),
    ],
)  # fmt: skip
def test_growth_in_the_columns_of_a_table(head, rows, expected):
    assert [holds for _, holds in said(head, *rows)] == expected


def test_the_items_below_a_row_are_all_up_to_what_is_left():
    rows = ("- Bán buôn | 9,0 | 9,5", "- Vận tải | 8,0 | 8,5", "- Dịch vụ khác | 7,0 | 7,5", "Khu vực II | 3,0 | 3,5")
    found = said("Tốc độ tăng (%) | 2025 | 2026", "Khu vực dịch vụ | 8,1 | 9,9", *rows)
    assert found == [("7,0 ≤ 8,1 ≤ 9,0", True), ("7,5 ≤ 9,9 ≤ 9,5", False)]


def test_rows_numbered_as_parts_of_another_are_none():
    parts = (
        "{0}.1 | Khu vực nhà nước | 9,0",
        "{0}.2 | Khu vực ngoài nhà nước | 8,5",
        "{0}.3 | Khu vực có vốn đầu tư nước ngoài | 8,2",
    )
    rows = ("2 | Quy mô GRDP | 7,0", "4 | Vốn đầu tư | 8,5")
    head = "TT | Chỉ tiêu | Tốc độ tăng (%)"
    assert said(head, *rows, *(part.format(4) for part in parts)) == []
    assert said(head, rows[0], *(part.format(2) for part in parts)) == [("8,2 ≤ 7,0 ≤ 9,0", False)]


def test_columns_that_no_title_names_are_told_by_the_others():
    rows = ("GRDP | 7,0 | 8,0 | {}", *(f"{row} | 4,0" for row in SECTORS))
    assert [holds for _, holds in said("Khu vực | A | B | C", rows[0].format("4,0"), *rows[1:])] == [True] * 3
    assert [holds for _, holds in said("Khu vực | A | B | C", rows[0].format("8,0"), *rows[1:])] == [True, True, False]
    assert said("Khu vực | A | B", "GRDP | 7,0 | 11,0", *SECTORS) == []


def test_the_words_ahead_of_a_table_name_what_it_holds():
    rows = ("GRDP | 7,0 | 11,0", *SECTORS)
    assert said("Khu vực | A | B", *rows, ahead="Kịch bản tăng trưởng")[1] == ("3,5 ≤ 11,0 ≤ 10,5", False)


@given(st.lists(st.integers(20, 120), min_size=3, max_size=3), st.integers(20, 140))
def test_the_verdict_is_that_of_the_numbers(parts, whole):
    """A rate of all is right exactly if it lies between those of the parts, up to one tenth."""

    def write(tenths):
        return f"{tenths // 10},{tenths % 10}"

    rows = (f"Khu vực {name} | {write(part)}" for name, part in zip(("I", "II", "III"), parts, strict=True))
    found = said("Khu vực | Tốc độ tăng (%)", f"GRDP | {write(whole)}", *rows)
    if whole < sum(parts) * 0.85:
        assert [holds for _, holds in found] == [min(parts) - 1 < whole < max(parts) + 1]
