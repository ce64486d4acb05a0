"""Quantities: exact amounts with units."""

import operator
import pickle
from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.testing import strategies as cst


def found(text):
    return [str(value) for value in builders.found(ct.find_quantities, text)]


@pytest.mark.parametrize(
    "text",
    [
        "28.000 tỷ đồng",
        "9,3%",
        "53,90 triệu đồng/người",
        "32,1 giường bệnh/vạn dân",
        "0,5‰",
        "1.250 triệu USD",
        "2 điểm phần trăm",
        "12,5 ha",
        "5 hầm biogas",
    ],
)
def test_reads_and_writes(text):
    assert str(ct.parse_quantity(text)) == text


@pytest.mark.parametrize("value", ["19,5", "20,5", "21,3", "21,0", "19.500", "2026,5"])
@pytest.mark.parametrize("unit", ["bác sĩ/vạn dân", "giường bệnh/vạn dân", "điểm", "hộ", "%"])
def test_amounts_that_begin_like_a_year_are_amounts(value, unit):
    """A comma or a dot makes an amount of digits that alone would look like a year."""
    quantity = ct.parse_quantity(f"{value}{'' if unit == '%' else ' '}{unit}")
    assert quantity.value == ct.parse_number(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "quantity.none"),
        ("tỷ đồng", "quantity.none"),
        ("năm 2026", "quantity.none"),
        ("5% và 6%", "quantity.extra"),
        ("thu 5%", "quantity.extra"),
        ("5% nhé", "quantity.extra"),
    ],
)
def test_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_quantity(text)
    assert info.value.code == code
    assert 0 <= info.value.start <= info.value.end <= len(text)


@pytest.mark.parametrize("value", [9.3, True, "9,3", None, Decimal("NaN")])
def test_only_exact_values(value):
    with pytest.raises(ct.NumberTypeError):
        ct.Quantity(value, "%")


@given(builders.quantities())
def test_format_then_parse_is_identity(quantity):
    """Law: a quantity written and read is equal, and writes the same again."""
    again = ct.parse_quantity(str(quantity))
    assert again == quantity
    assert str(again) == str(quantity)


@given(cst.quantities())
def test_format_then_parse_is_identity_for_every_unit_of_the_table(quantity):
    """Law: the same for all units the strategies know."""
    assert ct.parse_quantity(str(quantity)) == quantity


@given(cst.numbers(signed=True), cst.numbers(signed=True))
def test_order_agrees_with_conversion(left, right):
    """Law: comparing amounts written in two scales is comparing them converted to one."""
    a, b = ct.Quantity(left, "tỷ đồng"), ct.Quantity(right, "triệu đồng")
    converted = a.to("triệu đồng")
    assert (a < b) == (converted.value < b.value) == (b > a)
    assert (a <= b) == (converted.value <= b.value) == (b >= a)
    assert (a == b) == (converted.value == b.value)


@given(cst.numbers())
def test_conversion_keeps_amount_equality_and_hash(value):
    """Law: a converted quantity is the same amount, equal and of one hash, and converts back."""
    quantity = ct.Quantity(value, "nghìn tỷ đồng")
    there = quantity.to("đồng")
    assert there == quantity
    assert hash(there) == hash(quantity)
    assert there.amount == quantity.amount
    assert there.to("nghìn tỷ đồng").value == value


@given(cst.numbers())
def test_small_to_large_is_exact_too(value):
    """Law: going to a larger unit loses no digit."""
    assert ct.Quantity(value, "đồng").to("tỷ đồng").amount == ct.Quantity(value, "đồng").amount


def test_different_things_neither_convert_nor_compare():
    percent, points = ct.Quantity(1, "%"), ct.Quantity(1, "điểm phần trăm")
    assert percent != points
    for refuse in (lambda: percent.to(points.unit), lambda: percent < points, lambda: percent >= points):
        with pytest.raises(ct.UnitError) as info:
            refuse()
        assert info.value.code == "unit.different"


def test_a_quantity_is_no_number():
    assert ct.Quantity(1, "%") != 1
    with pytest.raises(TypeError):
        _ = ct.Quantity(1, "%") < 1  # type: ignore[operator]


def test_a_count_does_not_convert_to_another_count():
    with pytest.raises(ct.UnitError):
        ct.Quantity(1, "xã").to("huyện")


def test_quantities_pickle():
    quantity = ct.parse_quantity("53,90 triệu đồng/người")
    assert str(pickle.loads(pickle.dumps(quantity))) == str(quantity)  # noqa: S301  (our own bytes)


def test_an_amount_in_two_scales_is_one():
    assert found("kim ngạch 40 tỷ 541 triệu đô la Mỹ") == ["40.541 triệu USD"]


def test_dates_codes_and_years_are_no_quantities():
    assert found("Ngày 15/5 năm 2026, theo 12/KH-UBND, QL6 dài 7 km, lúc 08h00") == ["7 km"]


def test_ages_and_durations_are_quantities():
    assert found("trẻ 5 tuổi, trong 3 năm") == ["5 tuổi", "3 năm"]


def test_a_doubtful_writing_carries_a_note():
    (mention,) = ct.find_quantities("tăng 8.5%")
    assert (str(mention.value), mention.text) == ("8,5%", "8.5%")
    assert "decimal point" in mention.notes[0]


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
@pytest.mark.parametrize("other", [1, "1%", None, Decimal(1)])
def test_order_is_that_of_quantities_alone(compare, other):
    with pytest.raises(TypeError):
        compare(ct.Quantity(1, "%"), other)
    with pytest.raises(TypeError):
        compare(other, ct.Quantity(1, "%"))


@pytest.mark.parametrize("number", [-1, 1, Decimal(0), 0.0, "0"])
def test_only_nothing_begins_a_sum(number):
    assert sum([ct.Quantity(1, "%"), ct.Quantity(2, "%")]) == ct.Quantity(3, "%")
    with pytest.raises(TypeError):
        _ = number + ct.Quantity(1, "%")


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("28.000 tỷ đồng", "28 nghìn tỷ đồng"), ("1.000 triệu đồng", "1 tỷ đồng"), ("999 triệu đồng", "999 triệu đồng"), ("0,5 tỷ đồng", "500 triệu đồng"),
        ("1,50 tỷ đồng", "1,50 tỷ đồng"), ("1,00 tỷ đồng", "1,00 tỷ đồng"), ("0,50 đồng", "0,50 đồng"), ("0 tỷ đồng", "0 tỷ đồng"), ("1.500,0%", "1.500,0%"),
        ("-0,5 triệu người", "-500 nghìn người"), ("-2.500 người", "-2,5 nghìn người"), ("1000 đồng", "1 nghìn đồng"), ("1 đồng", "1 đồng"),
    ],
)  # fmt: skip
def test_the_scale_that_reads_best(text, best):
    assert str(ct.parse_quantity(text).rescale()) == best


@given(cst.quantities(unit="triệu đồng", signed=True))
def test_a_rescaled_amount_is_the_same_with_one_to_three_digits(quantity):
    """Law: rescaling keeps the amount, and leaves one to three digits before the comma where a scale word gives them."""
    best = quantity.rescale()
    assert best == quantity
    assert 1 <= abs(best.value) < 1000 or abs(quantity.amount) < 1 or best.unit.label == "triệu tỷ đồng"


class NoRate:
    """A rate that must not be asked."""

    def convert(self, quantity, unit):
        raise AssertionError(quantity, unit)


def test_a_rate_is_asked_between_currencies_only():
    assert ct.Quantity(1, "tỷ đồng").to("triệu đồng", NoRate()).value == 1000
    with pytest.raises(AssertionError):
        ct.Quantity(1, "tỷ đồng").to("triệu USD", NoRate())


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("tỷ đồng", "triệu USD", "rate.missing"), ("triệu đồng/người", "USD/người", "rate.missing"), ("tỷ đồng", "USD/người", "unit.different"),
        ("triệu đồng/người", "USD", "unit.different"), ("triệu đồng/hộ", "USD/người", "unit.different"), ("tỷ đồng", "ha", "unit.different"),
        ("ha", "tỷ đồng", "unit.different"),
    ],
)  # fmt: skip
def test_currencies_lack_a_rate_and_other_things_differ(one, other, code):
    with pytest.raises(ct.UnitError) as info:
        ct.Quantity(1, one).to(other)
    assert info.value.code == code


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (5, "xã", "05 xã"), (12, "xã", "12 xã"), (5, "%", "5%"), (5, "ha", "5 ha"), (5, "tỷ đồng", "5 tỷ đồng"), (5, "nghìn người", "5 nghìn người"),
        (5, "bác sĩ/vạn dân", "5 bác sĩ/vạn dân"), (5, "hộ/xã", "5 hộ/xã"), (Decimal("5.5"), "xã", "5,5 xã"), (-5, "xã", "-5 xã"), (0, "xã", "00 xã"), (5, "", "5"),
    ],
)  # fmt: skip
def test_counts_under_ten_take_a_zero_where_the_style_asks(value, unit, text):
    assert ct.format_quantity(ct.Quantity(value, unit), style=ct.NumberStyle(pad_counts=True)) == text
    assert ct.format_quantity(ct.Quantity(value, unit)) == text.replace("00 ", "0 ").replace("05 ", "5 ")


def test_a_style_spells_units():
    style = ct.NumberStyle(spelling={"tỷ": "tỉ"})
    assert ct.format_quantity(ct.Quantity(5, "nghìn tỷ đồng"), style=style) == "5 nghìn tỉ đồng"


def test_the_exact_amount_is_no_argument():
    with pytest.raises(TypeError):
        ct.Quantity(1, "%", Fraction(1, 3))


def test_sums_of_numbers_with_exponents():
    total = ct.Quantity(Decimal("1E+3"), "đồng") + ct.Quantity(Decimal("2E+3"), "đồng")
    assert (str(total.value), str(total)) == ("3000", "3.000 đồng")


@pytest.mark.parametrize(
    ("left", "right", "total"), [("1,50%", "0,5%", "2,00%"), ("1%", "2%", "3%"), ("0,05%", "10%", "10,05%")]
)
def test_a_sum_keeps_the_places_of_the_finer_number(left, right, total):
    assert str(ct.parse_quantity(left) + ct.parse_quantity(right)) == total


@pytest.mark.parametrize(
    ("value", "unit", "best"), [("0.001", "nghìn đồng", "1 đồng"), ("0.999", "nghìn đồng", "999 đồng")]
)
def test_one_is_the_first_number_that_reads_well(value, unit, best):
    assert str(ct.Quantity(Decimal(value), unit).rescale()) == best
