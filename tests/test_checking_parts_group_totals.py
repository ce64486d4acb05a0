"""Totals of groups in a table, and of all groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.group_totals import group_totals
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


HEAD = "Bảng 1. Kinh phí (tỷ đồng)\nTT | Nội dung | Tổng | Tỉnh | Xã\n"
TABLE = (
    "1 | Kè sông | 18 | 11 | 7\n2 | Hồ chứa | 24 | 15 | 9\n | Cộng thủy lợi | 42 | 26 | 16\n"
    "3 | Chợ đầu mối | 13 | 8 | 5\n4 | Kho lạnh | 22 | 12 | 10\n | Cộng thương mại | 35 | 20 | 15\n | Tổng cộng | 77 | 46 | 31\n"
)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("thủy lợi | 42", "thủy lợi | 47", ["42"]),
        ("thương mại | 35 | 20", "thương mại | 35 | 23", ["20"]),
        ("Tổng cộng | 77 | 46 | 31", "Tổng cộng | 77 | 46 | 36", ["31"]),
    ],
)
def test_a_total_that_its_group_does_not_come_to(right, wrong, expected):
    assert found(HEAD + TABLE.replace(right, wrong)) == expected


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        # a group of one, rates, rows below others
        "1 | Kè sông | 18 | 11 | 7\n | Cộng thủy lợi | 18 | 11 | 7\n2 | Chợ | 13 | 8 | 5\n | Tổng cộng | 40 | 24 | 16\n",
        "1 | Kè sông | 18 | 11 | 7\n | - Trong đó: xây | 5 | 3 | 2\n2 | Hồ chứa | 24 | 15 | 9\n | Cộng thủy lợi | 42 | 26 | 16\n | Tổng cộng | 42 | 26 | 16\n",
    ],
)
def test_totals_that_are_right_or_of_something_else(table):
    assert found(HEAD + table) == []


HEADS = "TT | Nội dung | Năm nay | Năm sau"


def said(*rows, head=HEADS):
    text = "\n".join(f"| {row} |" for row in (head, *rows))
    return [(one.name, str(one.expected)) for one in group_totals(Piece(SourceText(text), placed=True))]


WATER = ("1 | Kè | 18 | 21", "2 | Hồ | 24 | 33")
TRADE = ("3 | Chợ | 13 | 16", "4 | Kho | 22 | 25")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*WATER, " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41"), [("Cộng thủy lợi: Năm nay", "42")]),
        ((*WATER, "Cộng thủy lợi | | 47 | 54", *TRADE, "Cộng thương mại | | 35 | 41"), [("Cộng thủy lợi: Năm nay", "42")]),
        # as many wrong as right, one total alone, a group of one row
        ((*WATER, " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 39 | 41"), []),
        ((*WATER, " | Cộng thủy lợi | 47 | 54"), []),
        ((*WATER, " | Cộng thủy lợi | 47 | 54", TRADE[0], " | Cộng thương mại | 13 | 16"), []),
        # half of it is too far
        ((*WATER, " | Cộng thủy lợi | 28 | 54", *TRADE, " | Cộng thương mại | 35 | 41"), [("Cộng thủy lợi: Năm nay", "42")]),
        ((*WATER, " | Cộng thủy lợi | 27 | 54", *TRADE, " | Cộng thương mại | 35 | 41"), []),
        # rows below others, of three to a group
        ((*WATER, " | - Trong đó kênh | 9 | 9", " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41"), [("Cộng thủy lợi: Năm nay", "42")]),
        ((*WATER, "- | Riêng kênh | 9 | 9", " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41"), [("Cộng thủy lợi: Năm nay", "42")]),
        ((*WATER, "3 | Kênh | 9 | 9", " | Cộng thủy lợi | 51 | 66", *TRADE, " | Cộng thương mại | 35 | 41"), [("Cộng thủy lợi: Năm sau", "63")]),
        # the total of totals is that of those meant
        ((*WATER, " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41", " | Tổng cộng | 77 | 95"), [("Cộng thủy lợi: Năm nay", "42")]),
        ((*WATER, " | Cộng thủy lợi | 42 | 54", *TRADE, " | Cộng thương mại | 35 | 41", " | Tổng cộng | 87 | 95"), [("Tổng cộng: Năm nay", "77")]),
        ((*WATER, " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41", " | Tổng cộng | 87 | 95"), [("Cộng thủy lợi: Năm nay", "42"), ("Tổng cộng: Năm nay", "82")]),
    ],
)  # fmt: skip
def test_which_totals_are_told(rows, expected):
    """A total is told where more totals of its table are right than wrong, and it is no farther off than half of it."""
    assert said(*rows) == expected


def test_columns_of_rates_have_no_totals():
    rows = (
        "1 | Kè | 18 | 50",
        "2 | Hồ | 24 | 50",
        " | Cộng thủy lợi | 42 | 80",
        "3 | Chợ | 13 | 50",
        "4 | Kho | 22 | 50",
    )
    total = " | Cộng thương mại | 35 | 100"
    assert said(*rows, total, head="TT | Nội dung | Số | Tỷ lệ") == []
    assert said(*rows, total, head="TT | Nội dung | Số | Mức") == [("Cộng thủy lợi: Mức", "100")]


def test_one_total_or_many_wrong_ones_tell_nothing():
    """One group has nothing beside it that shows how totals are meant, nor have totals most of which are wrong."""
    head = "TT | Nội dung | Một | Hai | Ba"
    one = ("1 | Kè | 18 | 21 | 13", "2 | Hồ | 24 | 33 | 17")
    two = ("3 | Chợ | 13 | 16 | 21", "4 | Kho | 22 | 25 | 34")
    assert said(*one, " | Cộng thủy lợi | 47 | 54 | 30", head=head) == []
    assert said(*one, " | Cộng thủy lợi | 47 | 54 | 36", *two, " | Cộng thương mại | 39 | 46 | 55", head=head) == []


def test_each_table_is_looked_at():
    right = (*WATER, " | Cộng thủy lợi | 47 | 54", *TRADE, " | Cộng thương mại | 35 | 41")
    text = "\n\n".join("\n".join(f"| {row} |" for row in (HEADS, *rows)) for rows in (WATER, right))
    assert [str(one.expected) for one in group_totals(Piece(SourceText(text), placed=True))] == ["42"]


@given(st.lists(st.integers(10, 90), min_size=4, max_size=4), st.sampled_from([0, 4]))
def test_law_a_group_comes_to_its_total(numbers, slip):
    """Each group makes up its own total and these that of the table; one total that is four more is found."""
    first, second, third, fourth = numbers
    rows = [
        f"1 | Kè | {first} | {first + 1}",
        f"2 | Hồ | {second} | {second + 1}",
        f" | Cộng thủy lợi | {first + second + slip} | {first + second + 2}",
        f"3 | Chợ | {third} | {third + 1}",
        f"4 | Kho | {fourth} | {fourth + 1}",
        f" | Cộng thương mại | {third + fourth} | {third + fourth + 2}",
        f" | Tổng cộng | {sum(numbers)} | {sum(numbers) + 4}",
    ]
    table = "TT | Nội dung | Năm nay | Năm sau\n" + "\n".join(rows)
    assert bool(found(table)) == bool(slip)
