"""Folding, and the way back to the original text."""

import unicodedata

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.text import SourceText


@pytest.mark.parametrize(
    ("written", "uniform"),
    [
        ("hoà bình", "hòa bình"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("THUỶ SẢN", "THỦY SẢN"),
        ("tỉnh uỷ", "tỉnh ủy"),
        ("quý", "quý"),
        ("quỹ", "quỹ"),
        ("hoàn", "hoàn"),
        ("khuỷu", "khuỷu"),
        ("9\u00a0–\u202f9,5\u2009%", "9 - 9,5 %"),
        ("10\u2212", "10-"),
        ("Ðồng \u0189ông", "Đồng Đông"),
        ("1\u20442", "1/2"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b", "ab"),
        ("a\u2028b", "a\nb"),
    ],
)
def test_writings_that_mean_the_same_become_the_same(written, uniform):
    assert ct.fold(written) == uniform


@given(builders.any_texts())
def test_fold_is_idempotent(text):
    """Law: folding a folded text changes nothing."""
    assert ct.fold(ct.fold(text)) == ct.fold(text)


@given(builders.clean_texts())
def test_fold_does_not_see_the_normal_form(text):
    """Law: NFC and NFD of one text fold alike."""
    assert ct.fold(unicodedata.normalize("NFD", text)) == ct.fold(unicodedata.normalize("NFC", text))


@given(builders.mixed_texts())
def test_flat_and_lower_keep_the_length(text):
    """Law: offsets of the three folded forms are the same offsets."""
    source = SourceText(text)
    assert len(source.text) == len(source.flat) == len(source.lower)


@given(builders.any_texts())
def test_offsets_grow_and_stay_inside(text):
    """Law: the way back to the original never turns round and never leaves the text."""
    source = SourceText(text)
    offsets = [source.offset(at) for at in range(len(source.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(builders.any_texts())
def test_folded_is_the_way_back_of_offset(text):
    """Law: a place of the folded text is found again from its place in the original; places in between never turn round."""
    source = SourceText(text)
    assert all(source.folded(source.offset(at)) == at for at in range(len(source.text)))
    places = [source.folded(at) for at in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(source.text) for place in places)


@given(builders.any_texts())
def test_a_folded_character_comes_from_its_slice(text):
    """Law: folding the original slice of a folded word gives the word."""
    source = SourceText(text)
    for start, char in enumerate(source.text):
        if char.isalpha():
            assert source.span(start, start + 1).of(text)


def test_spans_slice_decomposed_text():
    text = builders.nfd("Tỷ lệ hộ nghèo còn 2,5%")
    (mention,) = ct.find_targets(text)
    assert mention.text == text[mention.span.start : mention.span.end] == builders.nfd("còn 2,5%")


def test_an_invisible_character_behind_is_not_in_the_span():
    (mention,) = ct.find_quantities("đạt 9,3%\u200b.")
    assert mention.text == "9,3%"


def test_a_span_slices():
    assert ct.Span(1, 3).of("abcd") == "bc"


def test_spans_order_by_place():
    assert sorted([ct.Span(3, 4), ct.Span(1, 9), ct.Span(1, 2)]) == [ct.Span(1, 2), ct.Span(1, 9), ct.Span(3, 4)]


def test_clean_joins_broken_lines():
    assert SourceText("Sở Giáo\n  dục và\tĐào tạo").clean(0, 99) == "Sở Giáo dục và Đào tạo"


@pytest.mark.parametrize("find", builders.FINDERS)
@given(text=builders.mixed_texts())
def test_spans_slice_back(find, text):
    """Law: the text of a mention is the original text at its span, and is never empty."""
    for mention in find(text):
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.text.strip()


@pytest.mark.parametrize("find", builders.FINDERS)
@given(text=builders.clean_texts())
def test_reading_does_not_see_the_encoding_of_letters_and_spaces(find, text):
    """Law: NFC, NFD and no-break spaces give the same values."""
    values = builders.found(find, text)
    assert builders.found(find, builders.nfd(text)) == values
    assert builders.found(find, builders.no_break(text)) == values
