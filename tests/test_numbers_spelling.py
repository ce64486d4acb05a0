"""Numbers in words: written by the rules, read back with their digits."""

import json
from decimal import Decimal

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.errors import ChitieuError, NumberTypeError, ParseError
from chitieu.numbers.decimals import parse_number
from chitieu.numbers.spelled import parse_spelled_number
from chitieu.numbers.spelling import NORTH, SOUTH, Spelling, SpellingError, spell_number

INTEGERS = {
    0: "không", 1: "một", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi",
    21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 34: "ba mươi tư", 44: "bốn mươi tư", 54: "năm mươi tư",
    55: "năm mươi lăm", 100: "một trăm", 101: "một trăm linh một", 104: "một trăm linh bốn", 105: "một trăm linh năm",
    110: "một trăm mười", 111: "một trăm mười một", 114: "một trăm mười bốn", 115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt", 124: "một trăm hai mươi tư", 204: "hai trăm linh bốn", 1000: "một nghìn",
    1001: "một nghìn không trăm linh một", 1004: "một nghìn không trăm linh bốn", 1005: "một nghìn không trăm linh năm",
    1010: "một nghìn không trăm mười", 1011: "một nghìn không trăm mười một", 1015: "một nghìn không trăm mười lăm",
    1024: "một nghìn không trăm hai mươi tư", 1105: "một nghìn một trăm linh năm", 10000: "mười nghìn", 14000: "mười bốn nghìn",
    15000: "mười lăm nghìn", 21000: "hai mươi mốt nghìn", 24000: "hai mươi tư nghìn", 100000: "một trăm nghìn",
    101000: "một trăm linh một nghìn", 105000: "một trăm linh năm nghìn", 1000000: "một triệu",
    1000001: "một triệu không trăm linh một", 1001000: "một triệu không trăm linh một nghìn",
    1001001: "một triệu không trăm linh một nghìn không trăm linh một",
    1020304: "một triệu không trăm hai mươi nghìn ba trăm linh bốn", 5000000: "năm triệu", 1000000000: "một tỷ",
    1000000001: "một tỷ không trăm linh một", 1001000000: "một tỷ không trăm linh một triệu",
    1700000000: "một tỷ bảy trăm triệu", 5388000000000: "năm nghìn ba trăm tám mươi tám tỷ",
    28000000000000: "hai mươi tám nghìn tỷ", 10**12: "một nghìn tỷ", 10**15: "một triệu tỷ", 10**18: "một tỷ tỷ",
    16557233000000: "mười sáu nghìn năm trăm năm mươi bảy tỷ hai trăm ba mươi ba triệu",
    4257581: "bốn triệu hai trăm năm mươi bảy nghìn năm trăm tám mươi mốt", -12: "âm mười hai",
    10**21: "một nghìn tỷ tỷ", 10**24: "một triệu tỷ tỷ", 10**18 + 10**9: "một tỷ không trăm linh một tỷ",
    10**18 + 1: "một tỷ tỷ không trăm linh một",
}  # fmt: skip
DECIMALS = {
    "9,3": "chín phẩy ba", "19,46": "mười chín phẩy bốn mươi sáu", "0,05": "không phẩy không năm", "3,46": "ba phẩy bốn mươi sáu",
    "2,5": "hai phẩy năm", "10,05": "mười phẩy không năm", "41,24": "bốn mươi mốt phẩy hai mươi tư",
    "53,9": "năm mươi ba phẩy chín", "32,1": "ba mươi hai phẩy một", "95,01": "chín mươi lăm phẩy không một",
    "1.700,5": "một nghìn bảy trăm phẩy năm", "0,0046": "không phẩy không không bốn sáu",
    "99,99": "chín mươi chín phẩy chín mươi chín", "24,04": "hai mươi tư phẩy không bốn", "24,40": "hai mươi tư phẩy bốn mươi",
    "0,10": "không phẩy mười", "0,00": "không phẩy không không", "0,100": "không phẩy một không không", "-3,61": "âm ba phẩy sáu mươi mốt",
}  # fmt: skip


def southern(words):
    """Say northern words in the southern way, word by word."""
    return words.replace("linh", "lẻ").replace("nghìn", "ngàn").replace("mươi tư", "mươi bốn")


def spellings():
    return st.builds(
        Spelling, st.sampled_from(["linh", "lẻ"]), st.sampled_from(["nghìn", "ngàn"]), st.sampled_from(["tư", "bốn"]),
        st.sampled_from(["lăm", "nhăm"]), st.sampled_from(["tỷ", "tỉ"]), st.sampled_from(["short", "digits", "number"]),
    )  # fmt: skip


def values():
    """Make numbers up to 10^24 in magnitude with up to six decimals, many of them round."""
    whole = st.one_of(
        st.integers(0, 10**24 - 1),
        st.integers(0, 9999),
        st.builds(lambda n, e: n * 10**e, st.integers(0, 999), st.integers(0, 21)),
    )
    decimals = st.one_of(st.just(""), st.text("0123456789", min_size=1, max_size=6).map(lambda digits: "." + digits))
    return st.builds(
        lambda sign, number, rest: Decimal(f"{sign}{number}{rest}"), st.sampled_from(["", "-"]), whole, decimals
    )


@pytest.mark.parametrize(("number", "words"), INTEGERS.items())
def test_integers(number, words):
    assert spell_number(number) == words
    assert spell_number(number, "south") == southern(words)
    assert str(parse_spelled_number(words)) == str(parse_spelled_number(southern(words))) == str(number)


@pytest.mark.parametrize(("text", "words"), DECIMALS.items())
def test_decimals(text, words):
    value = parse_number(text)
    assert spell_number(value) == words
    assert spell_number(value, "south") == southern(words)
    assert str(parse_spelled_number(words)) == str(value)


@pytest.mark.parametrize("dialect", ["north", "south"])
def test_the_shared_list_of_readings(shared, dialect):
    readings = json.loads((shared / "domain" / "number_reading_tests.json").read_text(encoding="utf-8"))
    pairs = [(Decimal(row["n"]), row[dialect]) for row in readings["integers"]]
    pairs += [(parse_number(row["text"]), row[dialect]) for row in readings["decimals"]]
    assert [(spell_number(value, dialect), str(parse_spelled_number(words))) for value, words in pairs] == [
        (words, str(value)) for value, words in pairs
    ]


@given(values(), st.sampled_from(["north", "south"]))
def test_spell_then_parse_is_identity(value, dialect):
    """Law: a number said and heard is the same number with the same digits."""
    assert str(parse_spelled_number(spell_number(value, dialect))) == str(value)


@given(values(), spellings())
def test_every_spelling_reads_back(value, spelling):
    """Law: whatever the choices, the number comes back with its digits."""
    assert str(parse_spelled_number(spell_number(value, spelling=spelling))) == str(value)


@given(values(), spellings())
def test_writing_makes_no_difference(value, spelling):
    """Law: capitals, decomposed letters and spaces do not change what is read."""
    words = spell_number(value, spelling=spelling)
    assert parse_spelled_number(f"  {builders.nfd(words.upper())}\n".replace(" ", "\u00a0 ")) == value


@given(st.integers(0, 10**24), st.integers(0, 10**24))
def test_different_numbers_have_different_words(one, other):
    """Law: no two numbers are said the same way."""
    assert (spell_number(one) == spell_number(other)) == (one == other)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mốt", "21"), ("hai tư", "24"), ("hai lăm", "25"), ("hai nhăm", "25"), ("một trăm hai mốt", "121"), ("ba mươi nhăm", "35"), ("mười nhăm", "15"),
        ("hai mươi một", "21"), ("một trăm linh tư", "104"), ("bẩy mươi bẩy", "77"),
        ("một trăm rưỡi", "150"), ("một triệu rưỡi", "1500000"), ("hai nghìn rưỡi", "2500"), ("hai mươi ngàn rưởi", "20500"), ("một tỷ rưỡi", "1500000000"),
        ("ba phần tư", "0.75"), ("một phần hai", "0.5"), ("mười lăm phần mười sáu", "0.9375"), ("một phần một nghìn", "0.001"), ("mười phần năm", "2"),
        ("nửa", "0.5"), ("một nửa", "0.5"), ("âm nửa", "-0.5"), ("nửa triệu", "500000"), ("nửa tỷ", "500000000"),
        ("hai phẩy năm triệu", "2500000"), ("hai phảy năm mươi nghìn tỉ", "2500000000000"), ("một phẩy hai ba bốn năm nghìn", "1234.5"),
        ("một nghìn lẻ một", "1001"), ("một nghìn mười", "1010"), ("một nghìn hai mươi lăm", "1025"), ("một triệu hai nghìn", "1002000"),
        ("một triệu không nghìn năm trăm", "1000500"), ("một tỷ không triệu không nghìn không trăm linh năm", "1000000005"),
        ("một triệu không trăm nghìn không trăm linh năm", "1000005"), ("hai tỷ không trăm triệu không trăm nghìn không trăm", "2000000000"),
        ("không phẩy bốn sáu", "0.46"), ("không phẩy hai tư", "0.24"), ("không phẩy bảy trăm linh ba", "0.703"), ("không phẩy không trăm linh năm", "0.005"),
        ("không phẩy không", "0.0"), ("không phẩy không mười", "0.010"), ("âm không", "-0"), ("Âm  MƯỜI\u200b HAI", "-12"), ("bảy\ntỉ", "7000000000"),
        ("năm nghìn tỷ ba trăm tám mươi tám tỷ", "5000000000388000000000"),
    ],
)  # fmt: skip
def test_what_people_say(words, value):
    assert str(parse_spelled_number(words)) == value


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ("", "none", ""), (" \n\u200b", "none", " \n\u200b"),
        ("xã", "unknown_word", "xã"), ("hai trăm xã", "unknown_word", "xã"), ("hai trăm, mười", "unknown_word", "trăm,"), ("12", "unknown_word", "12"),
        ("hai mươi tư điểm phần trăm", "unknown_word", "điểm"), ("linh tinh", "order", "linh"),
        ("trăm mốt", "order", "trăm"), ("nghìn rưỡi", "order", "nghìn"), ("hai phẩy phẩy", "order", "phẩy"), ("âm âm hai", "order", "âm"), ("mươi hai", "order", "mươi"),
        ("một trăm linh mười", "order", "mười"), ("một nghìn không hai", "order", "hai"), ("không phẩy một sáu mươi", "order", "sáu"), ("một phần tỷ", "order", "tỷ"),
        ("hai mươi năm", "extra", "năm"), ("mười năm", "extra", "năm"), ("mười tư", "extra", "tư"), ("hai ba", "extra", "ba"), ("không trăm", "extra", "trăm"),
        ("một nghìn triệu", "extra", "triệu"), ("nửa hai", "extra", "hai"), ("hai nghìn tỷ rưỡi", "extra", "rưỡi"), ("một trăm linh hai rưỡi", "extra", "rưỡi"),
        ("một rưỡi", "extra", "rưỡi"), ("hai nửa", "extra", "nửa"), ("không tỷ", "extra", "tỷ"), ("ba phần tư phần", "extra", "phần"),
        ("hai phẩy năm phần tư", "extra", "phần"), ("một trăm rưỡi nghìn", "extra", "nghìn"), ("nửa triệu rưỡi", "extra", "rưỡi"),
        ("âm", "unfinished", "âm"), ("hai phẩy", "unfinished", "phẩy"), ("ba phần", "unfinished", "phần"), ("một trăm linh", "unfinished", "linh"),
        ("một nghìn không", "unfinished", "không"),
        ("một trăm hai", "ambiguous", "hai"), ("một nghìn hai", "ambiguous", "hai"), ("một tỷ hai tỷ", "ambiguous", "hai"), ("một trăm hai nghìn", "ambiguous", "hai"),
        ("chín phẩy ba phần trăm", "unit", "phần trăm"), ("ba phần trăm", "unit", "phần trăm"), ("một phần nghìn", "unit", "phần nghìn"),
        ("một phần ba", "fraction", "một phần ba"), ("âm hai phần không", "fraction", "hai phần không"),
        ("một tỷ tỷ tỷ", "too_large", "tỷ"), ("một triệu tỷ tỷ không trăm linh một", "too_large", "một"), ("một triệu tỷ tỷ phẩy một", "too_large", "một"),
        ("không phẩy không tỷ tỷ tỷ", "too_large", "tỷ"), ("mười phẩy năm triệu tỷ tỷ", "too_large", "tỷ"),
    ],
)  # fmt: skip
def test_refuses_at_the_word(words, code, found):
    with pytest.raises(ParseError) as info:
        parse_spelled_number(words)
    error = info.value
    assert (error.code, words[error.start : error.end]) == (f"spelling.{code}", found)
    assert error.message("en") != error.message("vi")
    assert "^" in str(error)


def test_an_error_names_the_words_that_fit():
    with pytest.raises(ParseError) as info:
        parse_spelled_number("hai trăm linh nghìn")
    assert info.value.expected == "một, hai, ba, bốn, năm, sáu, bảy, tám, chín, tư"


def test_the_caret_stands_in_the_text_as_given():
    text = builders.nfd("hai trăm xã")
    with pytest.raises(ParseError) as info:
        parse_spelled_number(text)
    assert text[info.value.start : info.value.end] == builders.nfd("xã")


@given(builders.any_texts())
def test_any_text_is_read_or_refused(text):
    """Law: a text is a number or a ParseError that points into it."""
    try:
        assert isinstance(parse_spelled_number(text), Decimal)
    except ParseError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017  (either outcome is allowed)
        assert str(error)  # noqa: PT017


_SOUP = (
    "không", "một", "hai", "năm", "mốt", "tư", "lăm", "mười", "mươi", "linh", "trăm", "nghìn", "triệu", "tỷ", "phẩy", "âm", "rưỡi", "nửa", "phần", "xã",
)  # fmt: skip


@given(st.lists(st.sampled_from(_SOUP), max_size=12).map(" ".join))
def test_words_in_any_order_are_read_or_refused(text):
    """Law: words of numbers in any order give a number within the limit or a ParseError, and it reads back."""
    try:
        value = parse_spelled_number(text)
    except ParseError as error:
        assert text[error.start : error.end] or not text  # noqa: PT017  (either outcome is allowed)
    else:
        assert parse_spelled_number(spell_number(value)) == value


@pytest.mark.parametrize(
    "unit",
    [
        "không ",
        "một ",
        "tỷ ",
        "trăm ",
        "một tỷ ",
        "hai mươi ",
        "âm ",
        "phần ",
        "phẩy ",
        "x",
        " ",
        "\u0301",
        "\ud800",
        "không phẩy ",
    ],
)
def test_a_million_characters_are_handled(unit):
    text = (unit * (10**6 // len(unit) + 1))[: 10**6]
    for hostile in (text, f"không phẩy {text}"[: 10**6]):
        try:
            parse_spelled_number(hostile)
        except ParseError as error:
            assert len(str(error)) < 1000  # noqa: PT017  (either outcome is allowed)


def test_decimals_without_end_are_read():
    assert parse_spelled_number("không phẩy" + " một" * 100_000) == Decimal("0." + "1" * 100_000)


@pytest.mark.parametrize("value", [1.5, True, None, "5", Decimal("NaN"), Decimal("Infinity")])
def test_only_exact_numbers_are_spelled(value):
    with pytest.raises(NumberTypeError):
        spell_number(value)


@pytest.mark.parametrize("value", [5, None, b"hai"])
def test_only_text_is_read(value):
    with pytest.raises(NumberTypeError):
        parse_spelled_number(value)


@pytest.mark.parametrize(
    "value",
    [
        10**24 + 1,
        -(10**24) - 1,
        Decimal("1E+999999"),
        Decimal("1E-999999"),
        Decimal("0E+30"),
        Decimal("1000000000000000000000000.1"),
    ],
)
def test_numbers_beyond_the_limit_are_refused(value):
    with pytest.raises(SpellingError, match=r"10\^24") as info:
        spell_number(value)
    assert isinstance(info.value, ChitieuError)
    assert isinstance(info.value, ValueError)
    assert info.value.code == "spelling.too_large"


def test_exponents_are_written_out():
    assert spell_number(Decimal("1E+6")) == "một triệu"
    assert spell_number(Decimal("0E+6")) == "không"


@pytest.mark.parametrize(
    ("spelling", "words"),
    [
        (NORTH, "một nghìn không trăm linh năm phẩy không bốn năm"),
        (SOUTH, "một ngàn không trăm lẻ năm phẩy không bốn năm"),
        (Spelling(decimals="number"), "một nghìn không trăm linh năm phẩy không bốn mươi lăm"),
        (Spelling(decimals="number", five="nhăm"), "một nghìn không trăm linh năm phẩy không bốn mươi nhăm"),
    ],
)  # fmt: skip
def test_choices(spelling, words):
    assert spell_number(Decimal("1005.045"), spelling=spelling) == words


def test_decimals_digit_by_digit():
    assert (
        spell_number(Decimal("24.40"), spelling=Spelling(decimals="digits", billion="tỉ"))
        == "hai mươi tư phẩy bốn không"
    )
    assert spell_number(7 * 10**9, spelling=Spelling(billion="tỉ")) == "bảy tỉ"


@pytest.mark.parametrize(
    "options", [{"zero": "không"}, {"thousand": "k"}, {"four": 4}, {"five": "năm"}, {"billion": ""}, {"decimals": []}]
)
def test_choices_outside_the_list_are_refused(options):
    with pytest.raises(SpellingError) as info:
        Spelling(**options)
    assert info.value.option in options


def test_an_unknown_dialect_is_refused():
    with pytest.raises(SpellingError, match="north, south"):
        spell_number(5, "centre")
