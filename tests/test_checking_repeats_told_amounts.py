"""Amounts of a text with what they are of, and when."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thu phí chợ từ 340 tỷ đồng lên 360 tỷ đồng.", ["360"]),
        ("Sửa 30 - 40 cầu treo.", []),
        ("Tỷ lệ hộ dùng bếp sạch tăng 5%.", []),
        ("Tỷ lệ hộ dùng bếp sạch đạt 75%.", ["75"]),
        ("Thu phí chợ tăng 340 tỷ đồng.", ["340"]),
        ("Thu phí chợ, bằng khoảng 40% dự toán.", []),
        ("Thu phí chợ bằng 340 tỷ đồng.", ["340"]),
        ("Phí chợ | 340 tỷ đồng", []),
        ("12 tàu.", ["12"]),
        ("Từ năm 2023 đến năm 2024 thu phí chợ 340 tỷ đồng.", []),
    ],
)
def test_amounts_that_may_be_told_again(text, values):
    """No range, no value something came from, no share and no growth, no cell, and none of two years."""
    assert [str(one.value) for one in told(text)] == values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chợ A thu phí, 340 tỷ đồng.", "chợ A thu phí"),
        ("Phí chợ A thu được: 340 tỷ đồng của tỉnh.", "phí chợ A thu"),
        ("Chi 20% tổng chi sự nghiệp (340 tỷ đồng nêu trên).", "chi sự nghiệp"),
        ("12 phòng học.", "phòng học"),
        ("Tỷ lệ hộ dùng bếp sạch (năm 2025 đạt 71%).", "hộ dùng bếp sạch"),
    ],
)
def test_where_the_name_stands(text, name):
    assert words_of(name) in told(text)[-1].names


def test_what_comes_to_be_is_new():
    texts = (
        "Thư viện số {} bản sách nói.",
        "Xây trường, thư viện số {} bản sách nói.",
        "Thêm trường, thư viện số {} bản sách nói.",
    )
    found = {words: [told(text.format(f"{words} 340"))[0].new for text in texts] for words in ("có", "thêm", "bổ sung")}
    assert found == {"có": [False] * 3, "thêm": [True] * 3, "bổ sung": [True] * 3}
