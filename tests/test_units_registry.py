"""Conversion through pint's registry."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.units.registry import from_pint, registry


def test_a_quantity_becomes_a_pint_quantity_of_decimals():
    amount = ct.parse_quantity("28.000 tỷ đồng").to_pint()
    assert amount.magnitude == Decimal(28_000 * 10**9)
    assert isinstance(amount.magnitude, Decimal)


def test_pint_adds_what_agrees_and_refuses_what_does_not():
    money, more = ct.parse_quantity("1 tỷ đồng").to_pint(), ct.parse_quantity("500 triệu đồng").to_pint()
    assert (money + more).magnitude == Decimal(1_500_000_000)
    with pytest.raises(Exception, match="Cannot convert"):
        _ = money + ct.parse_quantity("3 ha").to_pint()


def test_percent_and_points_stay_apart():
    percent, points = ct.Quantity(1, "%").to_pint(), ct.Quantity(1, "điểm phần trăm").to_pint()
    assert percent.dimensionality != points.dimensionality


def test_rates_divide():
    rate = ct.parse_quantity("33,5 giường bệnh/vạn dân").to_pint()
    people = ct.parse_quantity("20.000 dân").to_pint()
    assert (rate * people).magnitude == Decimal(67)


@pytest.mark.parametrize("quantity", [ct.Quantity(5), ct.Quantity(5, "hạng")])
def test_ranks_and_bare_numbers_have_no_place(quantity):
    with pytest.raises(ct.UnitError) as info:
        quantity.to_pint()
    assert info.value.code == "unit.no_pint"


@given(builders.quantities())
def test_pint_holds_the_same_amount(quantity):
    """Law: the magnitude in pint is the amount; a year as a twelfth of its months only to the digits of a Decimal."""
    error = abs(Fraction(quantity.to_pint().magnitude) - quantity.amount)
    assert error <= abs(quantity.amount) / 10**26
    assert error == 0 or "/năm" in quantity.unit.label


def test_there_is_one_registry_for_all_threads():
    with ThreadPoolExecutor(8) as pool:
        registries = set(pool.map(lambda _: id(registry()), range(32)))
        amounts = list(
            pool.map(lambda n: ct.Quantity(n, f"vật {'abcdefgh'[n % 8] * 3}").to_pint().magnitude, range(32))
        )
    assert len(registries) == 1
    assert amounts == [Decimal(n) for n in range(32)]


def test_open_nouns_that_fold_alike_stay_apart():
    one, other = ct.Quantity(1, "mả").to_pint(), ct.Quantity(1, "mạ").to_pint()
    assert one.dimensionality != other.dimensionality


def test_a_ratio_is_a_plain_number():
    assert ct.Quantity(5, "%").to_pint().to("dimensionless").magnitude == Decimal("0.05")


def test_what_comes_back_from_pint_keeps_every_digit():
    value = Decimal("1234567890123456789012345678901234567890.5")
    unit = ct.parse_unit("tấn")
    assert from_pint(ct.Quantity(value, unit).to_pint(), unit) == value
    assert from_pint(ct.Quantity(1500, "kg").to_pint(), unit) == Decimal("1.5")
    base = ct.Quantity(1, unit).to_pint()
    assert from_pint(registry().Quantity(3000, base.units), unit) == 3000 / base.magnitude


def test_another_dimension_does_not_come_back():
    with pytest.raises(ct.UnitError) as info:
        from_pint(ct.Quantity(1, "ha").to_pint(), ct.parse_unit("tấn"))
    assert info.value.code == "unit.different"


def test_a_yield_times_an_area_is_a_mass():
    harvest = ct.parse_quantity("6 tấn/ha").to_pint() * ct.parse_quantity("10 ha").to_pint()
    assert from_pint(harvest, ct.parse_unit("tấn")) == 60
