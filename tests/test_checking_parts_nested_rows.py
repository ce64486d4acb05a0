"""Rows of a table that are made of those numbered below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.parts.nested_rows import nested_rows
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def sums(*rows):
    text = "\n".join(f"| {row} |" for row in rows)
    return [(one.name, str(one.expected)) for one in nested_rows(Piece(SourceText(text), placed=True))]


HEAD = "TT | Việc | Tiền"
RIGHT = ("II | Hai | 500", "1 | C | 150", "2 | D | 350")
amounts = st.integers(min_value=100, max_value=900)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, "I | Một | 300", "1 | A | 120", "2 | B | 200", *RIGHT), [("Một: Tiền", "320")]),
        (
            (
                HEAD,
                "1 | Một | 300",
                "1.1 | A | 120",
                "1.2 | B | 200",
                "2 | Hai | 500",
                "2.1 | C | 150",
                "2.2 | D | 350",
            ),
            [("Một: Tiền", "320")],
        ),
        # the last of them is what is left
        ((HEAD, "I | Một | 300", "1 | A | 120", "2 | Khoản khác | 200", "II | Hai | 500"), [("Một: Tiền", "320")]),
        ((HEAD, "I | Một | 3.120", "1 | A | 1.220", "2 | Còn lại | 1.090", "II | Hai | 500"), []),
        ((HEAD, "I | Một | 3.120", "1 | A | 1.220", "2 | Còn lại | 1.090", "3 | B | 900", "II | Hai | 500"), []),
        ((HEAD, "I | Một | 3.120", "1 | A | 1.220", "2 | B | 990", "3 | Còn lại | 900", "II | Hai | 500"), []),
        (
            (HEAD, "I | Một | 3.120", "1 | A | 1.220", "2 | B | 1.090", "3 | Còn lại | 900", "II | Hai | 500"),
            [("Một: Tiền", "3.210")],
        ),
        # fewer than all may be named, as long as one sum alone tells that they are not
        ((HEAD, "I | Một | 300", "1 | A | 100", "2 | B | 150", *RIGHT), []),
        # some of those there are, rates, several units
        ((HEAD, "I | Một | 300", "1 | Trong đó A | 120", "2 | B | 200", *RIGHT), []),
        ((HEAD, "I | Tỷ lệ chung | 300", "1 | A | 120", "2 | B | 200", *RIGHT), []),
        (("TT | Việc | ĐVT | Số", "I | Một | ha | 300", "1 | A | ha | 120", "2 | B | tấn | 200"), []),
        # nothing in the table tells that rows add up
        ((HEAD, "I | Một | 300", "1 | A | 120", "2 | B | 200"), []),
    ],
)
def test_rows_below_come_to_the_row_above_them(rows, expected):
    assert sums(*rows) == expected


TWO = "TT | Việc | Năm nay | Năm sau"
UNITS = "TT | Việc | ĐVT | Số"
MORE = ("III | Ba | 600", "1 | E | 250", "2 | F | 350")


def group(number, whole, *parts, name="Một"):
    return (f"{number} | {name} | {whole}", *(f"{at} | Phần {at} | {part}" for at, part in enumerate(parts, 1)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # more by a quarter of it, not beyond
        ((*group("I", 400, 200, 300), *RIGHT), ["500"]),
        ((*group("I", 400, 200, 301), *RIGHT), []),
        # less where two sums are right, or two digits changed places
        ((*group("I", 400, 200, 100), *RIGHT, *MORE), ["300"]),
        ((*group("I", 400, 200, 99), *RIGHT, *MORE), []),
        ((*group("I", 400, 200, 100), *RIGHT, *MORE, *group("IV", 1000, 300, 700)), ["300"]),
        ((*group("I", "4,0", "2,2", "2,3"), *RIGHT), ["4,5"]),
        ((*group("I", 400, 200, 210), *group("II", 1200, 500, 300, 400)), ["410"]),
        ((*group("I", 321, 112, 200), *RIGHT), ["312"]),
        ((*group("I", 320, 112, 200), *RIGHT), []),
        # no more wrong ones than right ones
        ((*group("I", 400, 200, 210), *group("III", 400, 200, 220), *RIGHT), []),
        ((*group("I", 400, 200, 210), *group("III", 400, 200, 220), *RIGHT, *MORE), ["410", "420"]),
        # two digits come out by chance, one row below another is not all there is
        ((*group("I", 300, 120, 200), *group("II", 50, 15, 35)), []),
        ((*group("I", 300, 320), *RIGHT), []),
        # a row that only leads to those behind it
        (("I | Một | 300", " | Trong đó: | ", "1 | A | 120", "2 | B | 200", *RIGHT), ["320"]),
        (("I | Một | 300", "1 | A | 120", "2 | B chủ yếu | 200", *RIGHT), ["320"]),
        (("I | Một | 300", "1 | A | 120", "2 | Chủ yếu là B | 200", *RIGHT), []),
    ],
)
def test_how_far_rows_may_be_from_the_row_above(rows, expected):
    """Right sums in the table vouch for those that are a little wrong."""
    assert [one[1] for one in sums(HEAD, *rows)] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # another column shows that they are all there are, whatever words lead to them
        ((*group("I", "300 | 500", "120 | 150", "200 | 350"),), [("Một: Năm nay", "320")]),
        (("I | Một | 300 | 500", "1 | Trong đó A | 120 | 150", "2 | B | 200 | 350"), [("Một: Năm nay", "320")]),
        # a number unlike those beside it, where all others are like them
        ((*group("I", "50 | 500", "152 | 150", "348 | 350"),), [("Một: Năm nay", "500")]),
        ((*group("I", "50 | 500", "15 | 150", "348 | 350"),), []),
        ((*group("I", "90 | 500", "100 | 150", "400 | 350"),), [("Một: Năm nay", "500")]),
        ((*group("I", "90 | 500", "99 | 150", "400 | 350"),), []),
        ((*group("I", "90 | 500", "225 | 150", "400 | 350"),), [("Một: Năm nay", "625")]),
        ((*group("I", "90 | 500", "226 | 150", "400 | 350"),), []),
        ((*group("I", "0 | 500", "150 | 150", "0 | 350"),), []),
        ((*group("I", "50 | 500", "152 | 150", "348 | 350", "5 | 0"),), []),
    ],
)
def test_columns_beside_each_other(rows, expected):
    """A column in which rows come to the one above tells what another should be."""
    assert sums(TWO, *rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*group("I", "ha | 300", "ha | 120", "ha | 200"), *group("II", "ha | 500", "ha | 150", "ha | 350")), ["320"]),
        ((*group("I", "ha | 300", "nt | 120", '" | 200'), *group("II", "ha | 500", "ha | 150", "ha | 350")), ["320"]),
        ((*group("I", "ha | 300", "tấn | 120", "ha | 200"), *group("II", "ha | 500", "ha | 150", "ha | 350")), []),
        (
            (
                *group("I", "tạ/ha | 300", "tạ/ha | 120", "tạ/ha | 200"),
                *group("II", "ha | 500", "ha | 150", "ha | 350"),
            ),
            [],
        ),
        # in a table of indicators rows may be some of those there are, however many sums are right
        (
            (
                *group("I", "ha | 400", "ha | 120", "ha | 200"),
                *group("II", "ha | 500", "ha | 150", "ha | 350"),
                *group("III", "ha | 600", "ha | 250", "ha | 350"),
            ),
            [],
        ),
    ],
)
def test_units_of_rows(rows, expected):
    """Rows add up where they are counted in one unit."""
    assert [one[1] for one in sums(UNITS, *rows)] == expected


def test_rows_without_numbers_and_columns_of_rates():
    """Marks tell what is below a row as numbers do; rates are added to nothing."""
    rows = (
        "Lúa | 300 | 30",
        "- Xuân | 120 | 12",
        "- Mùa | 200 | 20",
        "Ngô | 500 | 50",
        "- Xuân | 150 | 15",
        "- Mùa | 350 | 40",
    )
    assert sums("Cây | Diện tích | Năng suất", *rows) == [("Lúa: Diện tích", "320")]


@given(one=st.lists(amounts, min_size=2, max_size=5), two=st.lists(amounts, min_size=2, max_size=5))
def test_rows_that_add_up_are_never_wrong(one, two):
    """Law: a table in which each row is the sum of those below it has no fault."""
    rows = [HEAD]
    for number, parts in (("I", one), ("II", two)):
        rows += [
            f"{number} | Nhóm {number} | {sum(parts)}",
            *(f"{at} | Việc | {part}" for at, part in enumerate(parts, 1)),
        ]
    assert sums(*rows) == []
