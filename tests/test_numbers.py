"""Numbers: Vietnamese, exact, with the digits as they stand."""

from decimal import Decimal

import builders
import pytest
from babel.numbers import format_decimal, format_percent, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers import exact, read_digits
from chitieu.testing import strategies as cst


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"), ("07", "7"), ("007", "7"), ("28.000", "28000"), ("1.700,5", "1700.5"), ("53,90", "53.90"), ("0,05", "0.05"), ("7400", "7400"),
        ("1.000.000.000", "1000000000"), ("-3,61", "-3.61"), ("−3,61", "-3.61"), ("+5", "5"), ("- 5", "-5"), ("  9,3\n", "9.3"), ("1.750,000", "1750.000"),
    ],
)  # fmt: skip
def test_reads(text, value):
    assert str(ct.parse_number(text)) == str(Decimal(value))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8.5", "number.english"), ("1,234.5", "number.english_groups"), ("1.00", "number.english"), ("12.3456", "number.english"),
        ("1.700.5", "number.malformed"), ("1,5,3", "number.malformed"), ("9.3,1", "number.malformed"), ("0.123.456", "number.malformed"),
        ("", "number.none"), (" ", "number.none"), ("abc", "number.none"), ("NaN", "number.none"), ("Infinity", "number.none"), ("٣", "number.none"),
        ("１２", "number.none"), ("1e3", "number.extra"), ("5 %", "number.extra"), ("--5", "number.extra"), ("5-", "number.extra"), ("1_000", "number.extra"),
    ],
)  # fmt: skip
def test_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_number(text)
    assert info.value.code == code


def test_an_english_number_is_refused_with_both_readings():
    with pytest.raises(ct.AmbiguousNumberError) as info:
        ct.parse_number("8.5")
    assert (info.value.vietnamese, info.value.grouped) == ("8,5", "85")


@pytest.mark.parametrize("value", [1.5, True, None, Decimal("NaN"), Decimal("Infinity"), "5", 1j])
def test_only_exact_numbers_are_numbers(value):
    with pytest.raises(ct.NumberTypeError):
        exact(value)
    with pytest.raises(ct.NumberTypeError):
        ct.format_number(value)


@pytest.mark.parametrize("value", [5, 5.0, None, b"5"])
def test_only_text_is_parsed(value):
    with pytest.raises(ct.NumberTypeError):
        ct.parse_number(value)


@given(cst.numbers(signed=True))
def test_format_then_parse_is_identity(value):
    """Law: writing a number and reading it gives it back, digits and trailing zeros included."""
    again = ct.parse_number(ct.format_number(value))
    assert again == value
    assert f"{again:f}" == f"{value:f}"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_every_finite_decimal_survives(value):
    """Law: no finite Decimal is lost on the way to text and back."""
    assert ct.parse_number(ct.format_number(value)) == value


@given(st.integers(-(10**40), 10**40))
def test_integers_of_any_size_survive(value):
    """Law: integers of any size come back."""
    assert ct.parse_number(ct.format_number(value)) == value


@given(cst.numbers())
def test_groups_may_be_left_out(value):
    """Law: the same digits without grouping dots read the same."""
    text = ct.format_number(value)
    assert ct.parse_number(text.replace(".", "")) == ct.parse_number(text)


def test_a_number_of_many_digits_is_read():
    assert ct.parse_number("9" * 1000) == Decimal("9" * 1000)


def test_what_is_longer_than_any_number_is_refused_and_no_target():
    """Exact arithmetic with a million digits takes minutes, so such runs are no numbers."""
    with pytest.raises(ct.ParseError) as info:
        ct.parse_number("9" * 1001)
    assert info.value.code == "number.long"
    assert read_digits("9" * 1001) is None
    assert ct.find_targets("đạt " + "9" * 1001 + "%") == ()


def test_exponents_are_written_out():
    assert ct.format_number(Decimal("1E+6")) == "1.000.000"
    assert ct.format_number(Decimal("-0.50")) == "-0,50"


@pytest.mark.parametrize(("digits", "value"), [("28.000", 28000), ("12.5", None), ("1,234.5", None), ("7", 7)])
def test_runs_of_digits(digits, value):
    assert read_digits(digits) == value


@given(builders.any_texts())
def test_a_refusal_points_into_the_text(text):
    """Law: whatever is refused, the error's place lies in the text given."""
    try:
        ct.parse_number(text)
    except ct.ParseError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017  (either outcome is allowed)


@given(cst.numbers(signed=True, places=9))
def test_babel_writes_the_same_where_it_is_right(value):
    """Law: Babel's ``vi`` writes what we write, told to keep the digits; it drops zeros at the end, we keep them.

    By default it is wrong for plans: it rounds to three places, half to even.
    """
    plain = value.normalize()
    assert ct.format_number(plain) == format_decimal(plain, locale="vi", decimal_quantization=False)


def test_babel_loses_digits_where_it_is_not():
    assert format_decimal(Decimal("53.90"), locale="vi") == "53,9" != ct.format_number(Decimal("53.90"))
    assert format_decimal(Decimal("2.0005"), locale="vi") == "2" != ct.format_number(Decimal("2.0005"), places=3)
    assert format_percent(Decimal("0.093"), locale="vi") == "9%" != ct.format_quantity(ct.Quantity(Decimal("9.3"), "%"))


@given(cst.numbers(signed=True, places=9))
def test_babel_reads_the_same_in_its_strict_mode(value):
    """Law: what we write, Babel reads to the same number; without ``strict`` it reads ``8.5`` as 85, we refuse it."""
    text = ct.format_number(value)
    assert parse_decimal(text, locale="vi", strict=True) == ct.parse_number(text) == value
    assert parse_decimal("8.5", locale="vi") == 85
