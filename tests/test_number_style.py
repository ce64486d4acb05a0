"""Styles of numbers: every choice of `NumberStyle`, and reading back what it wrote."""

import pickle
import unicodedata
from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst

NO_BREAK, THIN = "\u00a0", "\u202f"
STYLES = st.builds(
    ct.NumberStyle,
    grouping=st.booleans(),
    separator=st.sampled_from([".", " ", THIN]),
    minus=st.sampled_from(["-", "−", "âm"]),
    pad_counts=st.booleans(),
    unit_space=st.sampled_from([" ", NO_BREAK, THIN]),
)
THIN_STYLE = ct.NumberStyle(separator=THIN, minus="−", pad_counts=True, unit_space=NO_BREAK)
NUMERIC = [char for char in map(chr, range(0x110000)) if char.isnumeric() and not char.isascii()]
ODD_DIGITS = [
    "NaN", "-Infinity", "1e3", "1E3", "0x1F", "1_000", "１２", "٣", "²", "Ⅳ", "½", "12٣", "1.٣", "\u200e12", "12\u200f", "\u202e12", "1\u200b2", "1 2",
    "1..000", "1.000.", ",5", "5,", "1,,5", "--5", "5%", "\ud800", "\x00", "", " ", "\u2009", "âm", "-", "âm-5", "+-5", "1.000,5,5",
]  # fmt: skip


def digits_of(number):
    return f"{number:f}"


# --- writing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ({}, "-1.234.567,50"),
        ({"grouping": False}, "-1234567,50"),
        ({"separator": " "}, f"-1{NO_BREAK}234{NO_BREAK}567,50"),
        ({"separator": NO_BREAK}, f"-1{NO_BREAK}234{NO_BREAK}567,50"),
        ({"separator": THIN}, f"-1{THIN}234{THIN}567,50"),
        ({"minus": "−"}, "−1.234.567,50"),
        ({"minus": "âm"}, "âm 1.234.567,50"),
        ({"places": 0}, "-1.234.568"),
        ({"places": 1}, "-1.234.567,5"),
        ({"places": 4}, "-1.234.567,5000"),
        ({"grouping": False, "separator": THIN, "minus": "âm", "places": 0}, "âm 1234568"),
    ],
)
def test_each_choice_of_a_style(style, text):
    assert ct.format_number(Decimal("-1234567.50"), style=ct.NumberStyle(**style)) == text


def test_arguments_go_before_the_style():
    style = ct.NumberStyle(grouping=False, places=0)
    assert ct.format_number(Decimal("1700.55"), places=1, grouping=True, style=style) == "1.700,6"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("2.345", 2, "2,35"), ("-2.345", 2, "-2,35"), ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("999.995", 2, "1.000,00"),
        ("2.3449999999999999999999999999999999999", 2, "2,34"), ("0", 2, "0,00"), ("7", 3, "7,000"), ("1E-50", 2, "0,00"), ("1E+6", 1, "1.000.000,0"),
    ],
)  # fmt: skip
def test_rounds_half_up(value, places, text):
    assert ct.format_number(Decimal(value), places=places) == text


@pytest.mark.parametrize("value", ["-0.4", "-0.0"])
def test_nothing_has_no_sign(value):
    assert ct.format_number(Decimal(value), places=0) == "0"


@given(cst.numbers(signed=True, places=6), st.integers(0, 6))
def test_a_rounded_number_is_the_nearest_with_those_places(value, places):
    """Law: at most half a unit of the last place is lost, a tie goes away from zero, and the places are those asked for."""
    text = ct.format_number(value, places=places)
    back = ct.parse_number(text)
    half = Fraction(1, 2 * 10**places)
    assert abs(Fraction(back) - Fraction(value)) <= half
    if abs(Fraction(back) - Fraction(value)) == half:
        assert abs(back) > abs(value)
    assert len(text.partition(",")[2]) == places


@given(cst.numbers(places=6), cst.numbers(places=6), st.integers(0, 6))
def test_rounding_keeps_the_order(one, other, places):
    """Law: of two numbers the greater is never written smaller."""
    low, high = sorted((one, other))
    assert ct.parse_number(ct.format_number(low, places=places)) <= ct.parse_number(
        ct.format_number(high, places=places)
    )


@given(cst.numbers(signed=True), STYLES)
def test_a_style_changes_no_digit(value, style):
    """Law: whatever the style, the digits and the comma are those of the number."""
    text = ct.format_number(value, style=style)
    assert "".join(char for char in text if char in "0123456789,") == digits_of(abs(value)).replace(".", ",")


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("7", "xã", "07 xã"), ("0", "xã", "00 xã"), ("10", "xã", "10 xã"), ("7", "hợp tác xã", "07 hợp tác xã"), ("7", "%", "7%"), ("7", "‰", "7‰"),
        ("7", "tỷ đồng", "7 tỷ đồng"), ("7", "USD", "7 USD"), ("7.5", "xã", "7,5 xã"), ("7.0", "xã", "7,0 xã"), ("7", "ha", "7 ha"), ("7", "điểm", "7 điểm"),
        ("7", "giường bệnh/vạn dân", "7 giường bệnh/vạn dân"), ("7", "điểm phần trăm", "7 điểm phần trăm"),
    ],
)  # fmt: skip
def test_only_whole_counts_are_padded(value, unit, text):
    style = ct.NumberStyle(pad_counts=True)
    assert ct.format_quantity(ct.Quantity(Decimal(value), unit), style=style) == text


def test_counts_are_not_padded_unless_asked():
    assert ct.format_quantity(ct.Quantity(7, "xã")) == "7 xã"


def test_the_scale_of_a_count_is_no_small_count():
    """Seven thousand is no number under ten."""
    assert ct.format_quantity(ct.Quantity(7, "nghìn xã"), style=ct.NumberStyle(pad_counts=True)) == "7 nghìn xã"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("28.000 tỷ đồng", f"28{THIN}000{NO_BREAK}tỷ đồng"),
        ("9,3%", "9,3%"),
        ("9,3%/năm", "9,3%/năm"),
        ("5‰", "5‰"),
        ("7 xã", f"07{NO_BREAK}xã"),
    ],
)
def test_what_stands_before_the_unit(text, written):
    assert ct.format_quantity(ct.parse_quantity(text), style=THIN_STYLE) == written


def test_targets_take_a_style():
    target = ct.Target(
        ct.Quantity(1700, "xã"), ct.Bound.BETWEEN, ct.Change.INCREASE, upper=ct.Quantity(Decimal("2100.5"), "xã")
    )
    style = ct.NumberStyle(grouping=False, unit_space=NO_BREAK, places=1)
    assert ct.format_target(target, style=style) == f"tăng 1700,0{NO_BREAK}xã - 2100,5{NO_BREAK}xã"
    assert ct.format_target(target) == str(target) == "tăng 1.700 xã - 2.100,5 xã"


# --- there and back ------------------------------------------------------------------------------


@given(cst.numbers(signed=True), STYLES)
def test_a_number_in_any_style_is_read_back(value, style):
    """Law: for every style parse(format(x)) is x, with its digits."""
    again = ct.parse_number(ct.format_number(value, style=style))
    assert again == value
    assert digits_of(again).lstrip("-") == digits_of(value).lstrip("-")


@given(st.integers(29, 200), st.booleans(), STYLES)
@example(40, True, ct.NumberStyle())  # noqa: FBT003  (what Hypothesis passes)
def test_long_numbers_are_read_back(count, negative, style):
    """Law: the same for numbers with more digits than Decimal's context keeps, negative ones too."""
    value = Decimal(("-" if negative else "") + ("123456789" * 30)[:count])
    assert ct.parse_number(ct.format_number(value, style=style)) == value


@given(cst.quantities(), STYLES)
@example(ct.Quantity(2026, "xã"), ct.NumberStyle(grouping=False, unit_space=THIN))
def test_a_quantity_in_any_style_is_read_back(quantity, style):
    """Law: for every style and unit parse(format(q)) is q, and it is written the same again."""
    text = ct.format_quantity(quantity, style=style)
    again = ct.parse_quantity(text)
    assert again == quantity
    assert ct.format_quantity(again, style=style) == text


@given(cst.quantities(signed=True), STYLES)
def test_a_negative_quantity_in_any_style_is_read_back(quantity, style):
    """Law: the same below nothing, however the minus is written."""
    assert ct.parse_quantity(ct.format_quantity(quantity, style=style)) == quantity


@given(builders.targets(), STYLES)
def test_a_target_in_any_style_is_read_back(target, style):
    """Law: for every style, bound and change parse(format(t)) is t."""
    assert ct.parse_target(ct.format_target(target, style=style)) == target


@pytest.mark.parametrize("minus", ["-", "−", "âm"])
@pytest.mark.parametrize("bound", [ct.Bound.EXACT, ct.Bound.AT_LEAST, ct.Bound.AT_MOST])
def test_a_negative_target_is_read_back(minus, bound):
    target = ct.Target(ct.Quantity(-5, "%"), bound)
    assert ct.parse_target(ct.format_target(target, style=ct.NumberStyle(minus=minus))) == target


# --- the style as a value ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "choice",
    [
        {"separator": ","},
        {"separator": ""},
        {"separator": "\t"},
        {"minus": "trừ"},
        {"minus": ""},
        {"unit_space": ""},
        {"unit_space": "-"},
        {"places": -1},
        {"places": 1.5},
    ],
)
def test_a_choice_that_is_none_is_refused(choice):
    with pytest.raises((ValueError, TypeError)):
        ct.NumberStyle(**choice)


def test_a_style_is_a_value():
    style = ct.NumberStyle(separator=" ", minus="âm")
    assert style == ct.NumberStyle(separator=NO_BREAK, minus="âm")
    assert len({style, ct.NumberStyle(separator=NO_BREAK, minus="âm"), ct.NumberStyle()}) == 2
    assert pickle.loads(pickle.dumps(style)) == style  # noqa: S301  (our own bytes)
    with pytest.raises(AttributeError):
        style.minus = "-"


# --- doubtful writings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "start", "vietnamese", "grouped"),
    [
        ("1,700", 0, "1,7", "1.700"),
        ("-1,700", 1, "1,7", "1.700"),
        ("12,345", 0, "12,345", "12.345"),
        ("100,000", 0, "100", "100.000"),
    ],
)
def test_strict_names_both_readings(text, start, vietnamese, grouped):
    with pytest.raises(ct.AmbiguousNumberError) as info:
        ct.parse_number(text, strict=True)
    assert (info.value.start, info.value.vietnamese, info.value.grouped) == (start, vietnamese, grouped)
    assert vietnamese in str(info.value)
    assert grouped in str(info.value)


@pytest.mark.parametrize("text", ["1.700", "1,70", "1,7000", "0,700", "1.700,500", "1700,500", "1700", "1.700.000"])
def test_strict_reads_what_is_not_doubtful(text):
    assert ct.parse_number(text, strict=True) == ct.parse_number(text)


@given(st.one_of(cst.numbers(signed=True).map(ct.format_number), builders.any_texts()))
def test_strict_only_refuses_more(text):
    """Law: strict gives what is read without it, or refuses; it never reads another number."""
    try:
        value = ct.parse_number(text)
    except ct.ParseError:
        with pytest.raises(ct.ParseError):
            ct.parse_number(text, strict=True)
        return
    try:
        assert ct.parse_number(text, strict=True) == value
    except ct.AmbiguousNumberError as error:
        assert ct.parse_number(error.grouped) == value.copy_abs() * 1000  # noqa: PT017  (either outcome is allowed)


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("8.5", "8.5", "decimal point"), (" 8.5\n", "8.5", "decimal point"), ("0.500", "0.500", "decimal point"), ("-8.5", "-8.5", "decimal point"),
        ("1,234.5", "1234.5", "thousands separators"), ("1,234,567", "1234567", "thousands separators"), ("-1,234.5", "-1234.5", "thousands separators"),
        ("1,700", "1.700", "look like English"), ("-1,700", "-1.700", "look like English"),
    ],
)  # fmt: skip
def test_lenient_reading_says_what_it_did(text, value, note):
    mention = ct.read_number(text)
    assert str(mention.value) == value
    assert [note in said for said in mention.notes] == [True]


@given(cst.numbers(signed=True))
def test_a_vietnamese_number_is_read_without_notes(value):
    """Law: what is plainly Vietnamese is read as it is; only three decimals raise a doubt."""
    text = ct.format_number(value)
    mention = ct.read_number(text)
    assert mention.value == value
    whole, _, decimals = text.lstrip("-").partition(",")
    if len(decimals) != 3 or "." in whole or whole == "0":
        assert mention.notes == ()


@given(st.integers(10**6, 10**15), st.integers(0, 4))
def test_an_english_number_is_read_with_a_note(digits, places):
    """Law: a number written the English way, two groups or a point in it, is that number, and a note tells."""
    value = Decimal(digits * 10**places + 1).scaleb(-places)
    mention = ct.read_number(f"{value:,f}")
    assert mention.value == value
    assert mention.notes


@given(builders.any_texts())
def test_lenient_reading_reads_all_that_is_read_plainly(text):
    """Law: what `parse_number` reads, `read_number` reads the same; the rest it refuses with a ParseError at most."""
    try:
        value = ct.parse_number(text)
    except ct.ParseError:
        value = None
    try:
        mention = ct.read_number(text)
    except ct.ParseError as error:
        assert value is None
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017
    else:
        assert (mention.span.of(text), value) in ((mention.text, mention.value), (mention.text, None))


@pytest.mark.parametrize("value", [5, 5.0, None, b"5"])
def test_only_text_is_read_leniently(value):
    with pytest.raises(ct.NumberTypeError):
        ct.read_number(value)


# --- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ODD_DIGITS)
def test_odd_digits_are_refused_with_a_caret(text):
    for read in (ct.parse_number, ct.read_number):
        with pytest.raises(ct.ParseError) as info:
            read(text)
        assert "^" in str(info.value)


def test_no_digit_but_ours_is_a_number():
    """Every numeric character of Unicode outside ASCII is refused, alone and beside a digit of ours."""
    assert len(NUMERIC) > 1500
    for char in NUMERIC:
        for text in (char, f"1{char}", f"{char}1"):
            with pytest.raises(ct.ParseError):
                ct.parse_number(text)


@pytest.mark.parametrize("text", ["9" * 1000, "-" + "9" * 999, "0," + "9" * 998])
def test_a_thousand_characters_are_read(text):
    assert ct.format_number(ct.parse_number(text), grouping=False) == text


@pytest.mark.parametrize("text", ["9.9" * 10**6, "9" * 10**6 + ".", "1,234" * 10**5, "9" * 10**6 + "x", "." * 10**6])
def test_a_long_refusal_is_short_to_read(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_number(text)
    message = str(info.value)
    assert "^" in message
    assert len(message) < 1000


def test_spaces_of_all_kinds_group():
    for space in (" ", NO_BREAK, THIN, unicodedata.lookup("THIN SPACE")):
        assert ct.parse_number(f"28{space}000,5") == Decimal("28000.5")
