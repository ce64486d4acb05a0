"""The cells of tables of rates."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.rates.rate_cells import adds_up, line_above, rate_claim, rate_of_cell, row_name
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.text import SourceText


def cell(text):
    return Cell(text, 0, len(text))


@given(st.integers(-999, 999))
def test_a_signed_number_is_read_back(tenths):
    """Law: a number with one digit behind its comma is read as it is written, with or without a percent sign."""
    value = Decimal(tenths) / 10
    text = f"{value:.1f}".replace(".", ",")
    assert rate_of_cell(cell(text)) == rate_of_cell(cell(f"{text}%")) == value


def test_the_name_of_a_row_is_the_longest_of_its_words():
    assert row_name([cell("1"), cell("Dịch vụ"), cell("%"), cell("7,5")]) == "Dịch vụ"
    assert row_name([cell("7,5")]) == ""


def test_the_line_above_a_table_is_one_line():
    text = SourceText("Thu ngân sách\nTốc độ TĂNG\n\n| A | B |")
    piece = Piece(text, placed=True)
    assert line_above(piece, [Cell("A", text.text.index("A |"), 0)]) == "tốc độ tăng"
    claim = rate_claim(piece, "Dịch vụ", Cell("7,5", 0, 3), Decimal("7.5"))
    assert (str(claim.target), claim.span.start) == ("7,5%", 0)


def test_amounts_add_up_and_rates_do_not():
    assert adds_up([Decimal(22), Decimal(10), Decimal(12)])
    assert not adds_up([Decimal(11), Decimal(10), Decimal(12)])
