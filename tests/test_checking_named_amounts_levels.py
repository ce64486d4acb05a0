"""Tests of `chitieu.checking.named_amounts.levels`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.named_amounts.levels import level_of, may_differ_in_level, tells_levels, without_level

_LEVELS = {
    "central": ("dự toán trung ương giao", "chỉ tiêu thủ tướng chính phủ giao", "nhiệm vụ bộ tài chính giao"),
    "own": ("dự toán hđnd tỉnh giao", "kế hoạch hội đồng nhân dân thành phố giao", "chỉ tiêu tỉnh giao"),
    "given": ("dự toán giao", "kế hoạch được giao"),
    "striving": ("mức phấn đấu", "chỉ tiêu phấn đấu", "phấn đấu", "số thu phấn đấu"),
}
_SHAPES = (
    "a) {one}: thu phí 7 tỷ đồng.\nb) {two}: thu phí 9 tỷ đồng.",
    "1. {one}:\n- thu phí 7 tỷ đồng;\n- thu lệ phí 1 tỷ đồng.\n2. {two}:\n- thu phí 9 tỷ đồng.",
    "thu ngân sách: {one} 12 tỷ đồng (thu phí 7 tỷ đồng); {two} 15 tỷ đồng (thu phí 9 tỷ đồng).",
    "1. {one} 12 tỷ đồng, gồm:\n+ thu phí 7 tỷ đồng.\n2. {two} 15 tỷ đồng, gồm:\n+ thu lệ phí 1 tỷ đồng,\n+ thu phí 9 tỷ đồng.",
    "1.1. {one} 12 tỷ đồng\na) thu phí 7 tỷ đồng\n1.2. {two} 15 tỷ đồng\na) thu phí 9 tỷ đồng",
)
_written = st.sampled_from([(level, words) for level, forms in _LEVELS.items() for words in forms])


@given(st.sampled_from(_SHAPES), _written, _written)
def test_the_nearest_words_of_the_line_or_of_those_above_tell_the_level(shape, one, two):
    """Law: whatever sets two amounts, and however they stand below each other, each has its own level."""
    text = shape.format(one=one[1], two=two[1])
    assert tells_levels(text)
    assert level_of(text, text.index("7 tỷ")) == one[0]
    assert level_of(text, text.index("9 tỷ")) == two[0]


@given(_written, _written)
def test_levels_differ_either_way_round(one, two):
    """Law: the order says nothing, and nothing differs from itself."""
    assert may_differ_in_level(one[0], two[0]) is may_differ_in_level(two[0], one[0])
    assert not may_differ_in_level(one[0], one[0])
    assert not may_differ_in_level(one[0], "")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("thu phí đạt 9 tỷ đồng, vượt 4% dự toán giao", "beyond"),
        ("thu phí đạt 9 tỷ đồng, cao hơn 1,5 tỷ đồng so với dự toán trung ương giao", "beyond"),
        ("phấn đấu vượt dự toán: thu phí 9 tỷ đồng", "striving"),
        ("bằng 104% dự toán hđnd tỉnh giao, thu phí 9 tỷ đồng", ""),
        ("so với kế hoạch giao tăng khá, thu phí 9 tỷ đồng", ""),
        ("kế hoạch giao thông: 9 km đường", ""),
        ("phấn đấu thu phí đạt 9 tỷ đồng", ""),
        ("kịch bản cao: thu phí 9 tỷ đồng", "case cao"),
        ("kịch bản phấn đấu: thu phí 9 tỷ đồng", "striving"),
        ("- phương án 2: thu phí 9 tỷ đồng", "case 2"),
        # the heading of all amounts tells none from another
        ("ii. chỉ tiêu phấn đấu\n1. thu phí 9 tỷ đồng", ""),
        ("a) mức phấn đấu:\nthu phí 9 tỷ đồng", "striving"),
        ("a) mức phấn đấu rất cao\nthu phí 9 tỷ đồng", ""),
        ("1. dự toán giao: 8 tỷ đồng.\n2. thu phí 9 tỷ đồng", ""),
        ("thu phí 9 tỷ đồng", ""),
    ],
)
def test_words_that_set_an_amount_and_words_that_do_not(text, level):
    assert level_of(text, text.index("9 ")) == level


def test_a_level_far_above_is_none():
    text = "1. dự toán giao:\n" + "- thu khác 8 tỷ đồng\n" * 60 + "- thu phí 9 tỷ đồng"
    assert level_of(text, text.index("9 tỷ")) == ""


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("central", "own", True),
        ("own", "striving", True),
        ("given", "own", False),
        ("given", "striving", True),
        ("beyond", "", True),
        ("beyond", "striving", False),
        ("case cao", "case 2", True),
        ("", "striving", False),
    ],
)
def test_which_levels_may_have_two_amounts(one, other, differ):
    assert may_differ_in_level(one, other) is differ


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Thu phí theo kế hoạch tỉnh giao", "Thu phí"),
        ("Thu phí (dự toán giao", "Thu phí"),
        ("Thu phí", "Thu phí"),
        ("Đất được giao cho dân", "Đất được giao cho dân"),
    ],
)
def test_names_without_who_set_them(name, left):
    assert without_level(name) == left


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1. Kế hoạch trung ương giao: tạo việc làm cho 9.000 lao động.\n2. Kế hoạch tỉnh giao: tạo việc làm cho 9.400 lao động.", 0),
        ("1. Kế hoạch tỉnh giao: tạo việc làm cho 9.000 lao động.\n2. Kế hoạch tỉnh giao: tạo việc làm cho 9.400 lao động.", 1),
        ("1. Kịch bản thấp: GRDP tăng 7%.\n2. Kịch bản cao: GRDP tăng 9%.", 0),
        ("1. Thu nội địa theo dự toán HĐND tỉnh giao 4.700 tỷ đồng.\n2. Dự toán HĐND tỉnh giao: thu nội địa 4.960 tỷ đồng.", 1),
        ("1. Mở 30 km theo kế hoạch giao thông.\n2. Tỷ lệ che phủ rừng đạt 45%.\n3. Tỷ lệ che phủ rừng đạt 46%.", 1),
    ],
)  # fmt: skip
def test_amounts_of_two_levels_in_a_plan(lines, expected):
    assert len(found(plan(lines=lines), "duplicate-target")) == expected
