"""The words before a number, read from right to left."""

import builders
import pytest
from hypothesis import given

from chitieu.numbers.numeral import NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.targets.cues import read_left
from chitieu.text import SourceText


def left_of(text):
    """Read the cues before the last number of a text."""
    source = SourceText(text)
    numerals, _ = scan_numerals(source)
    limit = numerals[-2].end if len(numerals) > 1 else 0
    return source, read_left(source.lower, numerals[-1], limit)


@pytest.mark.parametrize(
    ("text", "read", "bound", "change", "level"),
    [
        ("hộ nghèo giảm còn không quá 2,5%", "giảm còn không quá ", "at_most", None, True),
        ("GRDP tăng từ 9,3%", "tăng từ ", None, "increase", False),
        ("chi phí giảm ít nhất 5%", "giảm ít nhất ", "at_least", "decrease", False),
        ("khoảng trên 5%", "khoảng trên ", "more_than", None, False),
        ("độ che phủ 41%", "", None, None, False),
        ("vốn 12 tỷ đồng (+5%", "+5%", None, "increase", False),
        ("vốn 12 tỷ đồng, +5,5 điểm %", "+5,5", None, "increase", False),
        ("trồng 12 ha; + 5%", "5%", None, None, False),
        ("vốn (+5%", "5%", None, None, False),
        ("vốn 12 tỷ đồng (+5 tỷ đồng", "5 tỷ", None, None, False),
    ],
)
def test_reads_to_the_left(text, read, bound, change, level):
    source, left = left_of(text)
    assert source.lower[left.start :].startswith(read)
    assert (left.bound, left.change, left.level) == (bound, change, level)


def test_a_verb_links_name_and_number():
    assert left_of("tỷ lệ che phủ đạt 41%")[1].linked
    assert left_of("tỷ lệ che phủ: 41%")[1].linked
    assert not left_of("tỷ lệ che phủ 41%")[1].linked


def test_from_is_no_bound_by_itself():
    _, left = left_of("từ 45%")
    assert (left.from_, left.bound) == (True, None)


def test_the_word_that_ended_the_reading():
    assert left_of("hộ nghèo giảm còn 2,5%")[1].stopper == "nghèo"


def test_separators_between_numbers_say_nothing():
    assert left_of("12%, 15%")[1].bare
    assert not left_of("12%, hộ nghèo 15%")[1].bare


@given(builders.mixed_texts())
def test_cues_lie_between_the_limit_and_the_number(text):
    """Law: cues are read between the end of the number before and the number, whatever the text."""
    source = SourceText(text)
    limit = 0
    for numeral in scan_numerals(source)[0]:
        if numeral.kind is NumeralKind.QUANTITY:
            assert limit <= read_left(source.lower, numeral, limit).start <= numeral.start
        limit = max(limit, numeral.end)
