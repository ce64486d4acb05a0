"""Money of two currencies: converted at a rate somebody gives, and not otherwise."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

import chitieu as ct
from chitieu.testing import strategies as cst

DAY = date(2026, 1, 16)
RATE = ct.ExchangeRate(Decimal("25450.5"), DAY, "Ngân hàng Nhà nước")


def test_a_rate_says_what_it_is_of():
    assert (RATE.rate, RATE.on, RATE.source) == (Decimal("25450.5"), DAY, "Ngân hàng Nhà nước")
    assert (RATE.base.label, RATE.quote.label) == ("USD", "đồng")


@pytest.mark.parametrize(
    ("text", "unit", "result"),
    [
        ("2 triệu USD", "tỷ đồng", "50,901 tỷ đồng"),
        ("3.000 USD/người", "triệu đồng/người", "76,3515 triệu đồng/người"),
        ("1 USD/người/năm", "đồng/người/năm", "25.450,5 đồng/người/năm"),
        ("50.901 triệu đồng", "triệu USD", "2 triệu USD"),
    ],
)
def test_converts_both_ways(text, unit, result):
    converted = ct.parse_quantity(text).to(unit, rate=RATE)
    assert (converted, converted.unit.label) == (ct.parse_quantity(result), ct.parse_quantity(result).unit.label)


def test_other_currencies_and_scales_of_them():
    rate = ct.ExchangeRate(27, DAY, "hợp đồng vay", base="EUR", quote="nghìn đồng")
    assert ct.Quantity(2, "triệu EUR").to("tỷ đồng", rate=rate) == ct.Quantity(54, "tỷ đồng")
    rate = ct.ExchangeRate(Decimal("17.1"), DAY, "báo giá", base="nghìn JPY", quote=ct.parse_unit("nghìn đồng"))
    assert ct.Quantity(1000, "JPY").to("đồng", rate=rate) == ct.Quantity(17100, "đồng")


@given(cst.quantities(unit="triệu USD", signed=True), cst.numbers(places=4, digits=6))
def test_there_and_back_is_exact(quantity, rate):
    """Law: dollars priced in đồng and priced back are the same dollars, at any rate above nothing."""
    priced = ct.ExchangeRate(rate + 1, DAY, "")
    assert quantity.to("tỷ đồng", rate=priced).to("triệu USD", rate=priced) == quantity


@given(cst.quantities(unit="USD"), cst.quantities(unit="triệu USD"))
def test_conversion_keeps_sums(one, other):
    """Law: converting a sum is adding what was converted."""
    left = one.to("đồng", rate=RATE) + other.to("đồng", rate=RATE)
    assert left == (one + other).to("đồng", rate=RATE)


@given(cst.quantities(unit="triệu đồng"))
def test_one_currency_needs_no_rate(quantity):
    """Law: within a currency a rate changes nothing."""
    assert quantity.to("tỷ đồng", rate=RATE) == quantity.to("tỷ đồng")


def test_without_a_rate_the_reason_names_it():
    dollars, dong = ct.Quantity(1, "triệu USD"), ct.Quantity(1, "tỷ đồng")
    for refuse in (
        lambda: dollars.to("tỷ đồng"),
        lambda: dollars + dong,
        lambda: dollars - dong,
        lambda: dollars < dong,
        lambda: dollars / dong,
        lambda: ct.share(dollars, dong),
    ):
        with pytest.raises(ct.UnitError) as info:
            refuse()
        assert info.value.code == "rate.missing"
        assert "ExchangeRate" in str(info.value)
    assert dollars != dong


def test_one_currency_per_head_and_in_all_are_not_two_currencies():
    for unit in ("đồng/người", "đồng/hộ"):
        with pytest.raises(ct.UnitError) as info:
            ct.Quantity(1, "đồng").to(unit)
        assert info.value.code == "unit.different"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1 EUR", "đồng"),
        ("1 USD", "EUR"),
        ("1 USD", "đồng/người"),
        ("1 USD/người", "đồng/hộ"),
        ("1 ha", "đồng"),
        ("5%", "USD"),
    ],
)
def test_a_rate_for_something_else_is_refused(text, unit):
    with pytest.raises(ct.UnitError) as info:
        ct.parse_quantity(text).to(unit, rate=RATE)
    assert info.value.code == "rate.other"


@pytest.mark.parametrize("unit", ["xã", "%", "đồng/người", "ha"])
def test_only_money_is_priced(unit):
    for side in ("base", "quote"):
        with pytest.raises(ct.UnitError) as info:
            ct.ExchangeRate(1, DAY, "", **{side: unit})
        assert info.value.code == "quantity.dimension"


@pytest.mark.parametrize("value", [25450.5, True, "25450", None, Decimal("NaN")])
def test_only_exact_rates(value):
    with pytest.raises(ct.NumberTypeError):
        ct.ExchangeRate(value, DAY, "")


@pytest.mark.parametrize("value", [0, -1])
def test_a_rate_is_above_nothing(value):
    with pytest.raises(ct.ChitieuError):
        ct.Quantity(1, "USD").to("đồng", rate=ct.ExchangeRate(value, DAY, ""))


def test_a_rate_is_a_value():
    again = pickle.loads(pickle.dumps(RATE))  # noqa: S301  (our own bytes)
    assert again == RATE
    assert len({RATE, again}) == 1
    with pytest.raises(AttributeError):
        RATE.rate = Decimal(1)
