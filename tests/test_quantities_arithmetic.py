"""The sums planners do: growth, shares, points, amounts per head; exact, with dimensions checked."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst

POSITIVE = cst.numbers(places=2, digits=8).map(lambda number: number + 1)
HALF = Fraction(1, 2)


def q(text):
    return ct.parse_quantity(text)


def percent(number):
    return ct.Quantity(Decimal(number), "%")


# --- growth, shares ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "old", "places", "result"),
    [
        ("5.558 tỷ đồng", "5.388 tỷ đồng", 2, "3,16%"),
        ("5,558 nghìn tỷ đồng", "5.388 tỷ đồng", 1, "3,2%"),
        ("4 xã", "3 xã", 0, "33%"),
        ("90 ha", "100 ha", 2, "-10,00%"),
        ("0 ha", "100 ha", 2, "-100,00%"),
        ("100 ha", "1 km2", 2, "0,00%"),
        ("201 hộ", "200 hộ", 0, "1%"),
    ],
)
def test_growth(new, old, places, result):
    assert str(ct.growth(q(new), q(old), places)) == result


@pytest.mark.parametrize(
    ("part", "whole", "places", "result"),
    [("59 xã", "131 xã", 2, "45,04%"), ("1,5 km", "6.000 m", 1, "25,0%"), ("3 hộ", "3 hộ", 0, "100%")],
)
def test_share(part, whole, places, result):
    assert str(ct.share(q(part), q(whole), places)) == result


@given(cst.numbers(places=2, digits=8), POSITIVE, st.integers(0, 6))
def test_a_share_is_the_ratio_rounded(part, whole, places):
    """Law: a share lies within half a unit of its last place from the exact ratio, in any scale."""
    share = ct.share(ct.Quantity(part, "tỷ đồng"), ct.Quantity(whole, "triệu đồng"), places)
    exact = Fraction(part) * 1000 / Fraction(whole) * 100
    assert abs(Fraction(share.value) - exact) <= HALF / 10**places
    assert -share.value.as_tuple().exponent == places


@given(cst.numbers(places=2, digits=8), POSITIVE)
def test_growth_is_the_share_less_a_hundred(new, old):
    """Law: what an amount grew by and its share of the old one differ by 100%."""
    new, old = ct.Quantity(new, "ha"), ct.Quantity(old, "ha")
    assert ct.growth(new, old, 4) == ct.share(new, old, 4) - percent(100)


@given(POSITIVE, POSITIVE)
def test_the_sign_of_growth_is_the_order(new, old):
    """Law: an amount grew if it is greater than before, fell if it is smaller."""
    growth = ct.growth(ct.Quantity(new, "USD"), ct.Quantity(old, "USD"), 12).value
    assert (growth > 0, growth < 0) == (new > old, new < old)


def test_no_growth_has_no_sign():
    assert str(ct.growth(q("999.999 xã"), q("1.000.000 xã"), 1)) == "0,0%"


@pytest.mark.parametrize("compute", [ct.growth, ct.share])
def test_a_base_of_nothing_is_refused(compute):
    with pytest.raises(ct.UnitError) as info:
        compute(q("5 xã"), q("0 xã"))
    assert info.value.code == "arithmetic.zero"


@pytest.mark.parametrize("compute", [ct.growth, ct.share])
@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("5 xã", "5 hộ", "unit.different"),
        ("5%", "5 điểm phần trăm", "unit.different"),
        ("5 USD", "5 đồng", "rate.missing"),
        ("5 ha", "5 km", "unit.different"),
    ],
)
def test_different_things_have_no_ratio(compute, one, other, code):
    with pytest.raises(ct.UnitError) as info:
        compute(q(one), q(other))
    assert info.value.code == code


def test_ratios_of_very_long_numbers():
    long = ct.Quantity(10**5000, "xã")
    assert ct.share(long, ct.Quantity(2 * 10**5000, "xã")) == percent(50)
    assert ct.growth(ct.Quantity(10**5000 + 1, "xã"), long) == percent(0)


# --- points --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "old", "result"),
    [
        ("2,5%", "3,5%", "-1,0 điểm phần trăm"),
        ("45%", "42,75%", "2,25 điểm phần trăm"),
        ("5‰", "1%", "-0,5 điểm phần trăm"),
    ],
)
def test_point_difference(new, old, result):
    assert ct.point_difference(q(new), q(old)) == -ct.point_difference(q(old), q(new))
    difference = ct.point_difference(q(new), q(old))
    assert difference.unit.label == "điểm phần trăm"
    assert ct.format_quantity(difference) == result


@given(cst.numbers(signed=True), cst.numbers(signed=True))
def test_point_differences_are_exact(new, old):
    """Law: the points between two rates are the difference of their numbers, no digit lost."""
    assert Fraction(ct.point_difference(percent(new), percent(old)).value) == Fraction(new) - Fraction(old)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("5 xã", "4 xã"),
        ("5%", "4 xã"),
        ("5 xã", "4%"),
        ("5 điểm phần trăm", "4 điểm phần trăm"),
        ("5%", "4 điểm phần trăm"),
    ],
)
def test_only_rates_differ_in_points(new, old):
    with pytest.raises(ct.UnitError) as info:
        ct.point_difference(q(new), q(old))
    assert info.value.code == "quantity.dimension"


# --- per head ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "people", "unit", "result"),
    [
        ("77.500 tỷ đồng", "1.437.950 người", "triệu đồng/người", "53,90 triệu đồng/người"),
        ("77.500 tỷ đồng", "1.437,95 nghìn người", "triệu đồng/người", "53,90 triệu đồng/người"),
        ("3.200 giường bệnh", "1.437.950 người", "giường bệnh/vạn người", "22,25 giường bệnh/vạn người"),
        ("500 ha", "200 người", None, "2,50 ha/người"),
        ("10 tỷ đồng", "4 người", None, "2,50 tỷ đồng/người"),
    ],
)
def test_per_head(total, people, unit, result):
    assert str(ct.per_head(q(total), q(people), unit)) == result


def test_per_head_takes_a_unit_as_a_value():
    unit = ct.parse_unit("triệu đồng/người")
    assert ct.per_head(q("1 tỷ đồng"), q("8 người"), unit, places=0) == ct.Quantity(125, "triệu đồng/người")


@given(POSITIVE, st.integers(1, 10**7), st.integers(0, 6))
def test_per_head_is_the_ratio_rounded(total, people, places):
    """Law: an amount per head lies within half a unit of its last place from the exact ratio."""
    each = ct.per_head(ct.Quantity(total, "tỷ đồng"), ct.Quantity(people, "người"), "triệu đồng/người", places)
    assert abs(Fraction(each.value) - Fraction(total) * 1000 / people) <= HALF / 10**places


@pytest.mark.parametrize(
    ("people", "unit", "code"),
    [
        ("5 hộ", None, "unit.different"),
        ("5%", None, "unit.different"),
        ("0 người", None, "arithmetic.zero"),
        ("5 người", "ha/người", "unit.different"),
        ("5 người", "ha", "unit.different"),
        ("5 người", "tỷ đồng", "unit.different"),
        ("5 người", "tỷ đồng/hộ", "unit.different"),
        ("5 người", "triệu USD/người", "rate.missing"),
    ],
)
def test_per_head_checks_dimensions(people, unit, code):
    with pytest.raises(ct.UnitError) as info:
        ct.per_head(q("100 tỷ đồng"), q(people), unit)
    assert info.value.code == code


@pytest.mark.parametrize("total", [percent(5), ct.Quantity(5)])
def test_rates_and_bare_numbers_are_not_shared_out(total):
    with pytest.raises(ct.UnitError):
        ct.per_head(total, q("5 người"))


# --- targets of change ---------------------------------------------------------------------------


CASES = [
    (ct.Bound.EXACT, (False, True, False)),
    (ct.Bound.AT_LEAST, (False, True, True)),
    (ct.Bound.AT_MOST, (True, True, False)),
    (ct.Bound.MORE_THAN, (False, False, True)),
    (ct.Bound.LESS_THAN, (True, False, False)),
    (ct.Bound.ABOUT, (True, True, True)),
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    ("goal", "change", "baseline", "levels"),
    [
        ("10%", ct.Change.INCREASE, "5.000 tỷ đồng", ("5.499 tỷ đồng", "5.500 tỷ đồng", "5.501 tỷ đồng")),
        ("10%", ct.Change.DECREASE, "5.000 hộ", ("4.501 hộ", "4.500 hộ", "4.499 hộ")),
        ("2%", ct.Change.INCREASE, "40%", ("41,99%", "42%", "42,01%")),
        ("2 điểm phần trăm", ct.Change.INCREASE, "40%", ("41,99%", "42%", "42,01%")),
        ("0,5 điểm phần trăm", ct.Change.DECREASE, "3%", ("2,501%", "2,5%", "2,499%")),
        ("100 tỷ đồng", ct.Change.INCREASE, "1 nghìn tỷ đồng", ("1.099 tỷ đồng", "1.100 tỷ đồng", "1.101 tỷ đồng")),
        ("20 xã", ct.Change.DECREASE, "131 xã", ("111,5 xã", "111 xã", "110,5 xã")),
        ("10‰", ct.Change.INCREASE, "5.000 hộ", ("5.049 hộ", "5.050 hộ", "5.051 hộ")),
    ],
)
def test_a_change_is_computed_from_a_baseline(goal, change, baseline, levels, case):
    """Each row: just short of the change, exactly it, just beyond."""
    bound, answers = case
    target = ct.Target(q(goal), bound, change)
    assert tuple(target.allows(q(level), q(baseline)) for level in levels) == answers


def test_a_range_of_growth():
    target = ct.parse_target("tăng 9 - 9,5%")
    old = q("1.000 tỷ đồng")
    levels = ("1.089 tỷ đồng", "1.090 tỷ đồng", "1.095 tỷ đồng", "1.096 tỷ đồng")
    assert [target.allows(q(level), baseline=old) for level in levels] == [False, True, True, False]


@given(st.sampled_from([bound for bound in ct.Bound if bound is not ct.Bound.BETWEEN]), POSITIVE, POSITIVE, POSITIVE)
def test_a_level_does_not_look_at_the_baseline(bound, goal, actual, baseline):
    """Law: for a level the baseline changes nothing."""
    target = ct.Target(ct.Quantity(goal, "ha"), bound)
    actual, baseline = ct.Quantity(actual, "ha"), ct.Quantity(baseline, "ha")
    assert target.allows(actual, baseline) is target.allows(actual)


@given(st.sampled_from(list(ct.Bound)), POSITIVE, cst.numbers(signed=True), POSITIVE, st.booleans())
def test_a_change_with_a_baseline_is_the_change_itself(bound, goal, change, baseline, up):
    """Law: giving new level and baseline is the same as giving the difference, for every bound."""
    direction = ct.Change.INCREASE if up else ct.Change.DECREASE
    goal, size = ct.Quantity(goal, "tỷ đồng"), ct.Quantity(change, "tỷ đồng")
    target = ct.Target(goal, bound, direction, goal + goal if bound is ct.Bound.BETWEEN else None)
    before = ct.Quantity(baseline, "tỷ đồng")
    after = before + size if up else before - size
    assert target.allows(after, before) is target.allows(size)


@given(cst.numbers(places=2, digits=6), POSITIVE)
def test_growth_exactly_reached_is_allowed(rate, baseline):
    """Law: an amount grown by the very rate of a target meets it, and is not more than it."""
    before = ct.Quantity(baseline, "tỷ đồng")
    after = before * (Decimal(1) + rate / 100)
    goal = percent(rate)
    assert ct.Target(goal, ct.Bound.EXACT, ct.Change.INCREASE).allows(after, before)
    assert ct.Target(goal, ct.Bound.AT_LEAST, ct.Change.INCREASE).allows(after, before)
    assert not ct.Target(goal, ct.Bound.MORE_THAN, ct.Change.INCREASE).allows(after, before)


@pytest.mark.parametrize(
    ("goal", "actual", "baseline"),
    [
        ("10%", "5 xã", "5 hộ"),
        ("10%", "5 USD", "5 đồng"),
        ("10 xã", "5 hộ", "4 hộ"),
        ("10 tỷ đồng", "5%", "4%"),
        ("2 điểm phần trăm", "102 xã", "100 xã"),
        ("10%", "5 xã", "0 xã"),
    ],
)
def test_a_change_of_something_else_is_refused(goal, actual, baseline):
    target = ct.Target(q(goal), ct.Bound.AT_LEAST, ct.Change.INCREASE)
    with pytest.raises(ct.UnitError):
        target.allows(q(actual), q(baseline))
