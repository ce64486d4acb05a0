"""Amounts of a text with what they are of, and when."""

from chitieu.checking.repeats.led_back import Back
from chitieu.checking.repeats.telling_words import words_of
from chitieu.checking.repeats.told_amounts import brings_new, told_in_text
from chitieu.checking.repeats.told_times import Years
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def told(text):
    source = SourceText(text)
    piece = Piece(source, placed=True)
    return list(told_in_text((piece, tuple(scan_targets(source)[0])), Years.of(piece, 2026, 0)))


def test_words_on_both_sides_say_what_an_amount_is_of():
    before, behind, inside = told("Thẻ bạn đọc 1.200 thẻ; cấp 340 tỷ đồng cho Đề án B; tỷ lệ hộ có bếp sạch (đạt 71%).")
    assert words_of("thẻ bạn đọc") in before.names
    assert any(words_of("đề án b") <= name for name in behind.names)
    assert words_of("hộ có bếp sạch") in inside.names


def test_what_something_came_from_and_shares_are_left_out():
    assert [str(one.value) for one in told("Bếp sạch từ 71% lên 85% số hộ, bằng 40% số bếp.")] == ["85"]


def test_an_amount_knows_whether_it_was_told_before():
    first, again = told("Đóng 340 tàu. Trong 340 tàu này có nhiều tàu câu.")
    assert (first.back, again.back) == (Back.NOT, Back.AGAIN)
    assert [brings_new(words) for words in ("đóng mới", "nông thôn mới")] == [True, False]
