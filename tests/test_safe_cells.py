"""Cells that hold text and never a formula."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from chitieu.exchange.safe_cells import MOST_CHARACTERS, is_formula_like, plain_text, put_text, safe_text, writable

HOSTILE = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1+1",
    "＠x",
    "|cmd",
    "%1",
    "%%",
    "%/1",
    "%=1",
    "'=1",
    "\ufeff=1",
]
HARMLESS = ["Sở Y tế", "-3,61", "+5%", "-1.250", "%", "%/năm", "1=1", "", "(=1)", "'Hai"]
ANY = st.text() | st.builds(str.__add__, st.text(" '\t=+-@＝\ufeff", max_size=4), st.text(max_size=5))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_could_run_is_guarded(text):
    assert is_formula_like(text)
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_cannot_run_is_left_alone(text):
    assert safe_text(text) == text


@given(ANY)
def test_the_guard_comes_off_again(text):
    """Law: plain_text undoes safe_text for every text."""
    assert plain_text(safe_text(text)) == text


@given(ANY)
def test_nothing_guarded_begins_like_a_formula(text):
    """Law: what goes into a CSV cell begins with no sign a spreadsheet program runs, plain numbers aside."""
    assert not safe_text(text).strip().lstrip("\u200b\ufeff").startswith(("=", "@", "＝", "＠"))


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS[:-2]])
def test_a_cell_holds_text_as_text(text):
    book = Workbook()
    put_text(book.active["A1"], text)
    out = io.BytesIO()
    book.save(out)
    cell = load_workbook(out).active["A1"]
    assert cell.data_type == "s" or cell.value is None
    assert (cell.value or "").replace("_x000D_", "\r").strip() == text.strip()
    assert cell.quotePrefix == is_formula_like(text)


def test_what_no_cell_can_hold_is_marked():
    assert (
        writable("a\x00b\ud800c\ufffe")
        == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c\N{REPLACEMENT CHARACTER}"
    )
    long = writable("á" * 40_000)
    assert len(long) == MOST_CHARACTERS
    assert long.endswith(" […]")
