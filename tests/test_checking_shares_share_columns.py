"""Columns of shares of one total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.shares.share_columns import share_columns
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def said(*rows):
    piece = Piece(SourceText("\n".join(f"| {row} |" for row in rows)), placed=True)
    return [(one.name, str(one.stated), str(one.expected)) for one in share_columns(piece)]


FUNDS = ("Nguồn | Số tiền | Tỷ trọng (%)", "Trung ương | 1.200 | 24,0", "Tỉnh | 2.300 | 46,0", "Xã | 900 | 18,0")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*FUNDS, "Khác | 600 | 12,0", "Cộng | 5.000 | 100"), []),
        ((*FUNDS, "Khác | 600 | 13,0", "Cộng | 5.000 | 100"), [("Khác", "13,0%", "12,0%")]),
        ((*FUNDS, "Khác | 600 | 13,0"), [("Khác", "13,0%", "12,0%")]),
        (("Mốc | Lũy kế (%) | Vốn", "31/3 | 10 | 150", "30/6 | 40 | 650", "30/9 | 70 | 1.050", "31/12 | 100 | 1.500"), [("30/6", "40%", "43,3%")]),
        # a row with a total of its own
        (("Thẻ | Số | Trong số | %", "A | 240 | 1.000 thợ máy | 24", "B | 460 | 1.000 thợ máy | 46", "C | 180 | 1.000 thợ máy | 18", "D | 600 | 800 ngư dân | 75"), []),
        (("Thẻ | Số | Trong số | %", "A | 240 | 1.000 thợ máy | 24", "B | 460 | 1.000 thợ máy | 46", "C | 180 | 1.000 thợ máy | 18", "D | 600 | 800 ngư dân | 57"), [("D", "57%", "60,0%")]),
        # what the total is worked out to has as many digits
        ((*FUNDS, "Khác | 600 | 13,00", "Cộng | 5.000 | 100"), [("Khác", "13,00%", "12,00%")]),
        # twice as many must be right as are wrong
        ((*FUNDS, "Khác | 500 | 11,0", "Còn lại | 100 | 3,0"), []),
        ((*FUNDS, "A | 250 | 5,0", "Khác | 300 | 7,0", "Còn lại | 50 | 3,0"), [("Khác", "7,0%", "6,0%"), ("Còn lại", "3,0%", "1,0%")]),
        # numbers of rows are no amounts, empty cells and noughts no rows
        (("TT | Mốc | Tỷ lệ (%)", "1 | Quý I | 10", "2 | Quý II | 20", "3 | Quý III | 30", "4 | Quý IV | 45"), []),
        ((*FUNDS, "Khác | 600 | 0", "Nguồn vay | 0 | 13,0", "Cộng | 5.000 | 100"), []),
        # of two columns of amounts, that which most of them are shares of
        (("Nguồn | Năm trước | Số tiền | Tỷ trọng (%)", "A | 120 | 1.200 | 24,0", "B | 230 | 2.300 | 46,0", "C | 90 | 900 | 18,0", "D | 65 | 600 | 12,0"), []),
        (("Nguồn | Số tiền | Năm trước | Tỷ trọng (%)", "A | 1.200 | 120 | 24,0", "B | 2.300 | 230 | 46,0", "C | 900 | 90 | 18,0", "D | 600 | 65 | 12,0"), []),
        # rates of other wholes, rounding, too few rows, shares too small to tell
        (("Xã | Số hộ nghèo | Tỷ lệ (%)", "A | 50 | 2,0", "B | 60 | 4,1", "C | 70 | 1,2", "D | 80 | 5,5"), []),
        ((*FUNDS, "Khác | 601 | 12", "Cộng | 5.001 | 100"), []),
        ((*FUNDS[:3], "Khác | 600 | 13,0"), []),
        (("Xã | Số | Tỷ lệ (%)", "A | 10 | 1", "B | 20 | 2", "C | 30 | 3", "D | 70 | 5"), []),
        ((FUNDS[0], *("Một | 1.200 | 24,0",) * 4, "Khác | 600 | 13,0"), []),
    ],
)  # fmt: skip
def test_shares_that_are_none(rows, expected):
    assert said(*rows) == expected


def test_the_rule_tells_them():
    text = "\n".join(f"| {row} |" for row in (*FUNDS, "Khác | 600 | 13,0", "Cộng | 5.000 | 100"))
    assert [one.code for one in ct.check(ct.Plan(text=text), rules=["fraction-percent"])] == ["fraction-percent"]


@given(st.lists(st.integers(100, 9000), min_size=3, max_size=8, unique=True))
def test_shares_worked_out_from_the_amounts_hold(amounts):
    """Shares of a total, rounded to a tenth of a percent, are right."""
    total = sum(amounts)
    rows = [f"Xã | {one} | {ct.format_number(round(ct.Quantity(one, '').value * 100 / total, 1))}" for one in amounts]
    assert said("Xã | Số tiền | Tỷ trọng (%)", *rows, f"Cộng | {total} | 100") == []
