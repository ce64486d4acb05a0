"""Numbers that are names: dates, years, codes, times, list numbers."""

import re

import builders
import pytest
from hypothesis import given

from chitieu.numbers.namings import ends_a_name, name_numeral
from chitieu.numbers.numeral import NumeralKind
from chitieu.text import SourceText

NAMES = {NumeralKind.DATE, NumeralKind.YEAR, NumeralKind.CODE, NumeralKind.MARKER}


def kind(text, digits):
    source = SourceText(text)
    start = source.flat.index(digits)
    named = name_numeral(source, start, start + len(digits))
    return named and named.kind.value


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("ngày 15/3/2026", "15", "date"), ("ngày 31.12.2025", "31.12.2025", "date"), ("năm 2026 có", "2026", "year"), ("giai đoạn 2026 - 2030", "2026", "year"),
        ("quốc lộ QL6", "6", "code"), ("dịch COVID-19", "19", "code"), ("đường ĐT.741", "741", "code"), ("lúc 08h00", "08", "code"), ("lúc 20:12", "20", "code"),
        ("gọi 0275123456", "0275123456", "code"), ("1. Mục tiêu", "1", "marker"), ("nêu tại [3] trên", "3", "marker"), ("như (12) nêu", "12", "marker"),
        ("thu 2026 tỷ đồng", "2026", None), ("đạt 2026,5 điểm", "2026,5", None), ("có 12 xã", "12", None), ("- 5 xã", "5", None), ("tăng 9,3%", "9,3", None),
    ],
)  # fmt: skip
def test_what_a_number_names(text, digits, expected):
    assert kind(text, digits) == expected


def test_a_range_of_years_is_one_name():
    source = SourceText("giai đoạn 2026 - 2030 đạt")
    named = name_numeral(source, 10, 14)
    assert source.flat[named.start : named.end] == "2026 - 2030"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Vân Đồn 3", True), ("giống IR 50404", True), ("có 12 xã", False), ("Giao 12 xã", False), ("12 xã", False)],
)
def test_numbers_that_close_a_name(text, name):
    assert ends_a_name(text, re.search("[0-9]", text).start()) is name


@given(builders.mixed_texts())
def test_a_name_holds_its_digits(text):
    """Law: a number that is a name begins at its digits and ends in the text, not before them."""
    source = SourceText(text)
    for digits in re.finditer(r"[0-9]+(?:[.,][0-9]+)*", source.flat):
        named = name_numeral(source, digits.start(), digits.end())
        if named is not None:
            assert named.kind in NAMES
            assert named.start == digits.start()
            assert named.digits_end <= named.end <= len(source.flat)
            assert named.end >= digits.end() or named.kind is NumeralKind.DATE
