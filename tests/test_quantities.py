"""Quantities: exact amounts with units."""

import pickle
from decimal import Decimal

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
