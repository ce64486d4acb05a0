"""Levels: what a form declares is what is matched, and what is written is what is matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.levels import Level, compile_markers, last_number, roman_value, works, write_marker

FORMS = sorted({form for level in ct.get_province("standard").levels.values() for form in level.forms})


def places():
    """Make a form and a place in its sequence."""
    return st.sampled_from(FORMS).flatmap(lambda form: st.tuples(st.just(form), st.integers(1, last_number(form))))


@given(places())
def test_what_is_written_is_matched(place):
    """Law: writing then matching gives level and number back; a bullet has no number."""
    form, number = place
    marker = compile_markers({"level": Level((form,))}).match(f"{write_marker(form, number)} Tên đề mục")
    assert marker is not None
    assert (marker.level, marker.number) == ("level", number if last_number(form) > 1 else None)


@given(places())
def test_a_marker_ends_before_the_text_behind_it(place):
    """Law: the length of a marker takes the spaces behind it and nothing of the text."""
    form, number = place
    line = f"{write_marker(form, number)} Tên đề mục"
    marker = compile_markers({"level": Level((form,))}).match(line)
    assert line[marker.length :] == "Tên đề mục"


@given(st.integers(1, 37))
def test_roman_numbers_are_read_back(number):
    """Law: a Roman number written is the number read."""
    assert roman_value(write_marker("I.", number).rstrip(".")) == number


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("Phần thứ nhất", 4, "Phần thứ tư"),
        ("Thứ nhất,", 11, "Thứ mười một,"),
        ("Một là,", 1, "Một là,"),
        ("Một là:", 11, "Mười một là:"),
        ("MỘT LÀ", 2, "HAI LÀ"),
        ("1.1.1", 12, "1.1.12"),
        ("(a)", 5, "(đ)"),
        ("A.", 3, "C."),
        ("A.", 5, "Đ."),
        ("I-", 14, "XIV-"),
        ("+", 7, "+"),
    ],
)
def test_markers(form, number, written):
    assert write_marker(form, number) == written


@pytest.mark.parametrize(("form", "number"), [("a)", 24), ("I.", 38), ("1.", 0), ("1.1", 100), ("Thứ nhất,", 16)])
def test_beyond_the_last_is_refused(form, number):
    with pytest.raises(ValueError, match="counts from 1 to"):
        write_marker(form, number)


def test_an_ordinal_of_two_words_is_one_number():
    markers = compile_markers({"ordinal": Level(("Một là,", "Thứ nhất là"))})
    assert [markers.match(line).number for line in ("Mười một là, x", "Thứ mười hai là x", "Mười là, x")] == [
        11,
        12,
        10,
    ]


@pytest.mark.parametrize("line", ["1.500 tỷ đồng", "2,5% dân số", "Điều kiện sống", "", "Phần lớn", "C. Mác"])
def test_plain_lines_open_nothing(line):
    levels = {"num": Level(("1.",)), "article": Level(("Điều 1.",)), "part": Level(("Phần I",))}
    assert compile_markers(levels).match(line) is None


def test_the_longer_marker_wins():
    markers = compile_markers(
        {"sub": Level(("1.1",)), "num": Level(("1.",)), "plus": Level(("+",)), "two": Level(("++",))}
    )
    lines = ("1.2 Kinh tế", "1. Kinh tế", "++ Kinh tế", "+ Kinh tế")
    assert [markers.match(line).level for line in lines] == ["sub", "num", "two", "plus"]


@pytest.mark.parametrize(
    "form",
    ["1.a", "1a)", "CT1:", "NV1)", "[b1]", "I/1.", "A1.", "b1)", "Nhiệm vụ 1 -", "Khoản 1 :", "CT 01.", "Mục A -", "§ 1", "(ii)", "◆"],
)  # fmt: skip
def test_odd_forms_work(form):
    """Law: whatever a form is made of, the markers it writes are read back."""
    assert works(form)


def test_padding_is_kept():
    assert [write_marker("CT 01.", number) for number in (2, 12)] == ["CT 02.", "CT 12."]
