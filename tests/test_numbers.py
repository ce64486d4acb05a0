"""Numbers: Vietnamese, exact, with the digits as they stand."""

from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from babel.numbers import format_decimal, format_percent, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import exact, read_digits, refuse_ambiguous, scaled
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


@pytest.mark.parametrize(
    ("text", "place"),
    [("5 %", 2), ("5-", 1), (" 5 %", 3), ("12x", 2), ("x 12", 0), (" x12", 1), ("1e3", 1), ("--5", 0)],
)
def test_the_place_of_what_stands_beside_a_number(text, place):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_number(text)
    assert (info.value.code, info.value.start, info.value.end) == ("number.extra", place, place + 1)


@given(st.sampled_from(["", " ", "-"]), cst.numbers(), st.sampled_from(["", " ", "\n "]), st.sampled_from("%x/"))
def test_the_first_thing_too_many_is_pointed_at(before, value, gap, extra):
    """Law: where something stands behind a number, the error points at its first character."""
    text = f"{before}{ct.format_number(value)}{gap}"
    with pytest.raises(ct.ParseError) as info:
        ct.parse_number(f"{text}{extra}")
    assert info.value.start == (0 if before == "-" else len(text))  # the sign is no digit: it stands there first


@pytest.mark.parametrize(("text", "start", "end"), [("1,700", 0, 5), ("-1,700", 1, 6), (" 1,700 ", 1, 6)])
def test_the_place_of_what_is_ambiguous(text, start, end):
    with pytest.raises(ct.AmbiguousNumberError) as info:
        ct.parse_number(text, strict=True)
    assert (info.value.start, info.value.end) == (start, end)
    assert (info.value.vietnamese, info.value.grouped) == ("1,7", "1.700")


def test_what_only_looks_english_is_refused_when_asked():
    refuse_ambiguous("3,200 USD")
    with pytest.raises(ct.AmbiguousNumberError):
        refuse_ambiguous("3,200 USD", strict=True)
    with pytest.raises(ct.AmbiguousNumberError):
        refuse_ambiguous("8.5%")


@pytest.mark.parametrize(
    ("text", "value"),
    [("+8.5", "8.5"), ("-8.5", "-8.5"), ("−1,234.5", "-1234.5"), ("+1,234.5", "1234.5"), ("âm 8.5", "-8.5")],
)
def test_signs_of_english_numbers(text, value):
    assert ct.read_number(text).value == Decimal(value)


@pytest.mark.parametrize("read", [ct.parse_number, ct.read_number])
def test_how_long_a_number_may_be(read):
    read("9" * 1000)
    for length in (1001, 1500):
        with pytest.raises(ct.ParseError) as info:
            read("9" * length)
        assert (info.value.code, info.value.start, info.value.end) == ("number.long", 0, length)


@given(st.integers(1, 10**6), st.integers(0, 400), st.integers(0, 400))
def test_scaling_is_exact_where_a_decimal_can_be(number, twos, fives):
    """Law: a ratio whose denominator has only the factors 2 and 5 gives an exact decimal, however long."""
    ratio = Fraction(number, 2**twos * 5**fives)
    assert Fraction(scaled(Decimal("12.5"), ratio)) == Fraction("12.5") * ratio


def test_scaling_by_enormous_numbers_is_exact():
    enormous = 10**12_000 + 1
    assert Fraction(scaled(Decimal(1), Fraction(enormous))) == enormous


@given(cst.numbers(), st.fractions(min_value="1/9999", max_value=9999, max_denominator=9999))
def test_scaling_is_near_where_no_decimal_can_be(value, ratio):
    """Law: else the result is off by less than one part in 10**28."""
    right = Fraction(value) * ratio
    assert abs(Fraction(scaled(value, ratio)) - right) * 10**28 <= right


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
