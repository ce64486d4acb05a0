"""Shares of one whole in tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.shares.share_tables import shares_in_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.text import SourceText


def said(*rows, above=""):
    text = SourceText(above + "\n".join(f"| {row} |" for row in rows))
    return [(one.name, one.holds) for one in shares_in_tables(Piece(text, placed=True), Ranges.of([]))]


FUNDS = ("Học phí | {}", "Ngân sách cấp | 30", "Nguồn khác | 15")


@pytest.mark.parametrize("whole", ["100", ""])
def test_shares_below_the_row_of_their_whole(whole):
    rows = ("Vốn nhà nước | % | 25", "Vốn tư nhân | % | 60", "Vốn FDI | % | {}", "Dân số | người | 900")
    for last, holds in (("15", True), ("20", False)):
        found = said("Chỉ tiêu | ĐVT | Kế hoạch", f"Cơ cấu vốn | % | {whole}", *(row.format(last) for row in rows))
        assert found == [("Cơ cấu vốn", holds)]


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("Nguồn | Tỷ trọng (%)", (*FUNDS, "Cộng | 100"), [("Tỷ trọng (%)", False)]),
        ("Nguồn | Tỷ trọng (%)", FUNDS, [("Tỷ trọng (%)", False)]),
        ("Nguồn | Tỷ lệ (%)", (*FUNDS, "Tổng cộng | 100"), [("Tỷ lệ (%)", False)]),
        # no shares: no 100, a title of growth or of results
        ("Nguồn | Tỷ lệ (%)", FUNDS, []),
        ("Nguồn | Tốc độ tăng (%)", (*FUNDS, "Tổng cộng | 100"), []),
        ("Nguồn | Tỷ lệ giải ngân (%)", (*FUNDS, "Tổng cộng | 100"), []),
        # a whole that is less, and the row of it shorter than the others
        ("Nguồn | Tỷ lệ (%)", (*FUNDS, "Tổng cộng | 99"), []),
        ("Nguồn | Tỷ trọng (%)", (*FUNDS, "Tổng cộng"), [("Tỷ trọng (%)", False)]),
        ("Nguồn | Vốn | Tỷ lệ (%)", ("A | 9 | 58", "B | 9 | 30", "C | 9 | 15", "Tổng cộng | 27 | 100"), [("Tỷ lệ (%)", False)]),
        ("Nguồn | Vốn | Tỷ lệ (%)", ("A | 9 | 58", "B | 9 | 30", "C | 15", "Tổng cộng | 27 | 100"), []),
        ("Nguồn | Tỷ trọng (%)", ("A | 58", "B | 45", "Cộng | 100"), []),
        # fifteen points off at most
        ("Nguồn | Tỷ trọng (%)", ("A | 70", "B | 30", "C | 15", "Cộng | 100"), [("Tỷ trọng (%)", False)]),
        ("Nguồn | Tỷ trọng (%)", ("A | 71", "B | 30", "C | 15", "Cộng | 100"), []),
        # rows of several levels
        ("Nguồn | Tỷ trọng (%)", (*FUNDS, "- Tài trợ | 5", "Cộng | 100"), []),
        ("Nguồn | Tỷ trọng (%)", ("Loại A | 65", "Trong đó: A1 | 3", "Loại B | 35", "Cộng | 100"), []),
        ("TT | Nguồn | Tỷ trọng (%)", ("I | Nhà nước | 65", "1 | Trung ương | 3", "II | Tư nhân | 35", "| Cộng | 100"), []),
        # a row without its number, and what is far away
        ("Nguồn | Tỷ trọng (%)", ("Học phí | ...", *FUNDS[1:], "Cộng | 100"), []),
        ("Nguồn | Tỷ trọng (%)", ("Học phí | 90", *FUNDS[1:], "Cộng | 100"), []),
    ],
)  # fmt: skip
def test_shares_down_a_column(head, rows, expected):
    assert said(head, *(row.format(58) for row in rows)) == expected


ALONG = "Năm | Khu vực I (%) | Khu vực II (%) | Khu vực III (%) | Thuế sản phẩm (%)"


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        (ALONG, ("2025 | 30 | 25 | 40 | 5", "2026 | 30 | 25 | 41 | 5"), [("2025", True), ("2026", False)]),
        (ALONG, ("Ước 2025 | 30 | 25 | 44 | 5", "Kế hoạch | 30 | 25 | 41 | 5"), []),
        (ALONG.replace("(%)", "tăng (%)"), ("A | 30 | 25 | 40 | 5", "B | 30 | 25 | 41 | 5"), []),
        # among other columns; rows that lack one are passed over
        (
            f"{ALONG} | Dân số",
            ("2025 | 30 | 25 | 40 | 5 | 900", "2026 | 30 | 25 | 41 | 5 | 900"),
            [("2025", True), ("2026", False)],
        ),
        (
            ALONG,
            ("2024 | 30 | 25 | 45", "2025 | 30 | 25 | 40 | 5", "2026 | 30 | 25 | 41 | 5"),
            [("2025", True), ("2026", False)],
        ),
        (ALONG.replace("(%)", ""), ("A | 30 | 25 | 40 | 5", "B | 30 | 25 | 41 | 5"), []),
    ],
)
def test_shares_along_a_row(head, rows, expected):
    found = [(name, holds) for name, holds in said(head, *rows)]
    assert [holds for _, holds in found] == [holds for _, holds in expected]


def test_the_words_above_say_that_they_are_shares():
    rows = ("2025 | 30 | 25 | 40 | 5", "2026 | 30 | 25 | 41 | 5")
    head = ALONG.replace(" (%)", "")
    assert said(head, *rows, above="Kết quả\nBảng 2. Cơ cấu kinh tế\n") == [("2025", True), ("2026", False)]
    assert said(head, *rows, above="Bảng 2. Cơ cấu kinh tế\n(Đơn vị tính: phần trăm)\n") == [
        ("2025", True),
        ("2026", False),
    ]
    assert said(head, *rows, above="Bảng 2. Kết quả\n") == []
    rates = [row.format(58) for row in FUNDS]
    assert said("Nguồn | Tỷ lệ (%)", *rates, above="Cơ cấu vốn\n") == [("Tỷ lệ (%)", False)]


def test_rows_of_parts_are_passed_over_where_another_stands_between():
    """The parts of a whole are the rows right below it, in the columns that tell no growth."""
    rows = ("Vốn nhà nước | 25 | 6", "Vốn tư nhân | 60 | 7", "Vốn FDI | 20 | 8")
    head = "Chỉ tiêu | Năm 2026 | Tốc độ tăng"
    assert said(head, "Cơ cấu vốn | 100 | 90", *rows) == [("Cơ cấu vốn", False)]
    assert said(head, "Dân số | 900 | 1", "Cơ cấu vốn | 100 | 90", *rows) == [("Cơ cấu vốn", False)]
    assert said(head, "Cơ cấu vốn | 100 | 90", "Dân số | 900 | 1", *rows) == []
    assert said(head, "Cơ cấu vốn | 105 | 90", *rows) == []


def test_the_place_of_a_share_is_that_of_its_cell():
    text = SourceText(
        "\n".join(f"| {row} |" for row in ("Nguồn | Tỷ trọng (%)", "A | 50", "B | 30", "C | 25", "Cộng | 100"))
    )
    (found,) = shares_in_tables(Piece(text, placed=True), Ranges.of([]))
    assert [text.text[one.span.start : one.span.end] for one in found.parts] == ["50", "30", "25"]
    assert list(shares_in_tables(Piece(text, placed=True), Ranges.of([found.parts[0].span]))) == []


@given(st.lists(st.integers(150, 350), min_size=4, max_size=4))
def test_the_verdict_is_that_of_the_numbers(tenths):
    """A column of shares in tenths holds exactly if they make 100, up to half a tenth each."""
    rows = [f"{name} | {value // 10},{value % 10}" for name, value in zip("ABCD", tenths, strict=True)]
    found = [holds for _, holds in said("Loại | Cơ cấu (%)", *rows, "Cộng | 100")]
    gap = abs(sum(tenths) - 1000)
    assert found == ([gap <= 2] if gap <= 150 else [])


SOURCES = ("Học phí | {} | {} | {}", "Ngân sách cấp | 30 | 31 | 32", "Nguồn khác | 15 | 14 | 13")


@pytest.mark.parametrize(
    ("numbers", "holds"),
    [
        ((55, 55, 55), [True, True, True]),
        ((55, 58, 55), [True, False, True]),
        # far off, where one number tells why, and where none does
        ((55, 550, 55), [True, False, True]),
        ((55, 7, 55), [True, True]),
        # as many are wrong as right; none is right
        ((55, 58, 59), []),
        ((56, 58, 59), []),
    ],
)
def test_columns_that_name_but_their_year(numbers, holds):
    rows = [row.format(*numbers) for row in SOURCES]
    assert [one for _, one in said("Nguồn | Năm 2024 | 2025 | Kế hoạch 2026", *rows, above="Cơ cấu thu (%)\n")] == holds
    assert said("Nguồn | Năm 2024 | 2025 | Kế hoạch 2026", *rows, above="Số thu\n") == []


def test_rows_without_a_rest_are_all_there_are_where_two_years_say_so():
    rows = ("Học phí | 55 | 55 | 59", "Ngân sách | 30 | 31 | 32", "Tài trợ | 15 | 14 | 13")
    assert [one for _, one in said("Nguồn | 2024 | 2025 | 2026", *rows, above="Cơ cấu thu (%)\n")] == [
        True,
        True,
        False,
    ]
    rows = ("Học phí | 55 | 59", "Ngân sách | 31 | 32", "Tài trợ | 14 | 13")
    assert said("Nguồn | 2025 | 2026", *rows, above="Cơ cấu thu (%)\n") == []
