"""What is said before a place in a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.report_lists import said_before

PLACE = "«"


def before(text):
    """Return what is said before the mark in a text."""
    return said_before(text, text.index(PLACE))


@pytest.mark.parametrize(
    ("text", "item", "leads"),
    [
        (f"Báo cáo: {PLACE}", "báo cáo: ", ()),
        (f"1. Mở đầu\n2. Báo cáo: {PLACE}", "2. báo cáo: ", ()),
        (f"2. Báo cáo\n- Quý: {PLACE}", "- quý: ", ("2. báo cáo",)),
        (f"2. Báo cáo\n- Tháng: A\n- Quý: {PLACE}", "- quý: ", ("2. báo cáo",)),
        # an item may be broken over lines
        (f"2. Báo\ncáo như sau:\n- Tháng:\nA\n- Quý\nI: {PLACE}", "- quý i: ", ("2. báo cáo như sau:",)),
        # lists in lists, the nearest first
        (f"2. Báo cáo:\na) Quý:\n- Số liệu: {PLACE}", "- số liệu: ", ("a) quý:", "2. báo cáo:")),
        (f"2. Họp\n2.1. Báo cáo\n1) Quý\n(1) Số liệu: {PLACE}", "(1) số liệu: ", ("1) quý", "2.1. báo cáo", "2. họp")),
        (f"I. Họp\n1. A\n1) B\na) C\n- D\n+ E: {PLACE}", "+ e: ", ("- d", "a) c", "1) b")),
        # a part with a capital; what stands under the part before it, or in a table, leads to nothing
        (f"D. Vốn\nc) Vay\nQuý | Tỷ đồng\nI | 20\nE. Báo cáo\n- Quý: {PLACE}", "- quý: ", ("e. báo cáo",)),
        (f"II. Họp\n1. A\nB. Báo cáo\n- Quý: {PLACE}", "- quý: ", ("b. báo cáo", "ii. họp")),
        # a line in between that ends in a colon
        (f"- Họp.\nBáo cáo:\n- Quý: {PLACE}", "- quý: ", ("báo cáo:",)),
        (f"Báo cáo:\n- Quý: {PLACE}", "- quý: ", ("báo cáo:",)),
        (f"Báo cáo:\nQuý: {PLACE}", "quý: ", ("báo cáo:",)),
        (f"- Họp\nbáo cáo.\n- Quý: {PLACE}", "- quý: ", ()),
        (f"- Họp.\nCác\nbáo cáo:\n- Quý: {PLACE}", "- quý: ", ("các báo cáo:",)),
        (f"Các\nbáo cáo:\n- Quý: {PLACE}", "- quý: ", ("các báo cáo:",)),
        (f"Các:\nbáo cáo\n- Quý: {PLACE}", "- quý: ", ()),
        (f"1. Họp\n- A\n+ Các báo cáo:\nsau\n* Năm: {PLACE}", "* năm: ", ("+ các báo cáo: sau", "- a", "1. họp")),
        (f"Lịch:\n1. Họp\n- A\n+ B\n* Năm: {PLACE}", "* năm: ", ("+ b", "- a", "1. họp")),
        (f"Lịch:\n- A\n+ B\n* Năm: {PLACE}", "* năm: ", ("+ b", "- a", "lịch:")),
        (f"- Quý\nmột và\nnăm: {PLACE}", "- quý một và năm: ", ()),
        # paragraphs apart
        (f"Báo cáo:\n\n- Quý: {PLACE}", "- quý: ", ("báo cáo:",)),
        (f"Báo cáo.\n\nQuý: {PLACE}", "quý: ", ()),
        # numbers that open a line and no item
        (f"- Quý từ ngày\n15 tháng 12 {PLACE}", "- quý từ ngày 15 tháng 12 ", ()),
        # rows of tables
        (f"| Báo cáo | Ngày |\n|---|---|\n| Quý | {PLACE} |", ", quý, ", ("ngày",)),
        (f"Báo cáo\n| Quý | {PLACE} |", ", quý, ", ()),
        (f"| Báo cáo |\n| Quý | {PLACE} |", ", quý, ", ()),
        (f"| Báo cáo | Ngày | Gửi |\n| Quý | {PLACE} | Sở |", ", quý, ", ("ngày",)),
        (f"| Báo cáo | Ngày | Gửi |\n| Quý | 14 | {PLACE} |", ", quý, 14, ", ("gửi",)),
        (f"| Báo cáo | Ngày |\n| Quý | 14 |\n| Năm | {PLACE} |", ", năm, ", ("ngày",)),
        (f"| Báo cáo |  |\n| Quý | {PLACE} |", ", quý, ", ()),
    ],
)
def test_items_and_what_they_stand_under(text, item, leads):
    assert before(text) == (item, leads)


@given(st.text(st.sampled_from("1a-+|.:) \nI"), max_size=60), st.text(max_size=20))
def test_law_the_item_is_the_end_of_what_stands_before(head, tail):
    """Whatever the marks, an item ends where the place is."""
    text = head + tail.replace("|", "")
    item, leads = said_before(text, len(text))
    assert len(leads) <= 3
    if "|" not in text and "\n" not in text:
        assert (item, leads) == (text.lower(), ())


def test_an_endless_item_is_read_from_nearby():
    text = "Báo cáo " * 400
    assert said_before(text, len(text)) == (text[-2000:].lower(), ())
