"""Targets as values."""

from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.targets import ABOUT_TOLERANCE
from chitieu.testing import strategies as cst


def percent(number):
    return ct.Quantity(Decimal(number), "%")


@pytest.mark.parametrize(
    ("bound", "below", "at", "above"),
    [
        (ct.Bound.EXACT, False, True, False),
        (ct.Bound.AT_LEAST, False, True, True),
        (ct.Bound.AT_MOST, True, True, False),
        (ct.Bound.MORE_THAN, False, False, True),
        (ct.Bound.LESS_THAN, True, False, False),
        (ct.Bound.ABOUT, True, True, True),
    ],
)
def test_bounds(bound, below, at, above):
    target = ct.Target(percent("24"), bound)
    assert [target.allows(percent(actual)) for actual in ("23.9", "24.0", "24.1")] == [below, at, above]


@given(cst.numbers(), cst.numbers())
def test_allows_agrees_with_the_bound(goal, actual):
    """Law: what a target allows is what its bound says of the two numbers."""
    told = {
        ct.Bound.EXACT: actual == goal,
        ct.Bound.AT_LEAST: actual >= goal,
        ct.Bound.AT_MOST: actual <= goal,
        ct.Bound.MORE_THAN: actual > goal,
        ct.Bound.LESS_THAN: actual < goal,
        ct.Bound.ABOUT: abs(Fraction(actual) - Fraction(goal)) <= ABOUT_TOLERANCE * abs(Fraction(goal)),
    }
    for bound, allowed in told.items():
        assert ct.Target(percent(goal), bound).allows(percent(actual)) is allowed


@given(cst.numbers(), cst.numbers(), cst.numbers())
def test_a_range_allows_what_lies_in_it(first, second, actual):
    """Law: both ends of a range belong to it."""
    low, high = sorted((first, second))
    target = ct.Target(percent(low), ct.Bound.BETWEEN, upper=percent(high))
    assert target.allows(percent(actual)) is (low <= actual <= high)


@given(builders.targets(), st.sampled_from(["%", "tỷ đồng", "triệu đồng", "xã"]), cst.numbers())
def test_allows_refuses_other_things(target, label, value):
    """Law: an amount of another dimension is an error for every bound, never a silent no."""
    actual = ct.Quantity(value, label)
    if actual.unit.same_dimension(target.quantity.unit):
        assert target.allows(actual) in (True, False)
    else:
        with pytest.raises(ct.UnitError):
            target.allows(actual)


@given(builders.targets())
def test_format_then_parse_is_identity(target):
    """Law: a target written and read is equal."""
    assert ct.parse_target(str(target)) == target


@given(cst.targets(unit="%"))
def test_format_then_parse_is_identity_for_percent(target):
    """Law: the same for the unit plans use most."""
    assert ct.parse_target(str(target)) == target


@given(st.integers(0, 9), st.sampled_from(["xã", "hộ", "doanh nghiệp"]))
def test_a_count_is_allowed_in_any_scale(number, noun):
    """Law: a target does not see the scale an actual value is written in."""
    target = ct.Target(ct.Quantity(number * 1000, noun), ct.Bound.EXACT)
    assert target.allows(ct.Quantity(number, f"nghìn {noun}"))


@pytest.mark.parametrize(
    ("bound", "upper"),
    [(ct.Bound.BETWEEN, None), (ct.Bound.BETWEEN, percent("1")), (ct.Bound.EXACT, percent("9"))],
)
def test_a_range_needs_a_proper_upper_end(bound, upper):
    with pytest.raises(ct.ParseError) as info:
        ct.Target(percent("2"), bound, upper=upper)
    assert info.value.code == "target.range"
    assert "2%" in str(info.value)


def test_a_range_of_two_things_is_refused():
    with pytest.raises(ct.UnitError):
        ct.Target(percent("2"), ct.Bound.BETWEEN, upper=ct.Quantity(3, "ha"))


def test_about_nothing_is_nothing():
    target = ct.Target(percent("0"), ct.Bound.ABOUT)
    assert target.allows(percent("0"))
    assert not target.allows(percent("0.1"))


def test_the_place_is_not_compared():
    assert ct.Target(percent("2"), span=ct.Span(0, 1)) == ct.Target(percent("2"), span=ct.Span(5, 6))


def test_targets_hash():
    assert len({ct.Target(percent("2")), ct.Target(percent("2.0")), ct.Target(percent("3"))}) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("59/131 xã", "59/131 xã"), ("từ 59/131 xã trở lên", "từ 59/131 xã trở lên"), ("xếp hạng 31/34", "hạng 31/34"), ("tốp 10", "tốp 10"),
        ("tốp 10/34", "tốp 10/34"),
    ],
)  # fmt: skip
def test_the_whole_of_a_count_or_rank_is_written(text, shown):
    target = ct.parse_target(text)
    assert str(target) == shown
    assert ct.parse_target(shown) == target


def test_a_padded_count_keeps_its_whole():
    target = ct.Target(ct.Quantity(7, "xã"), total=ct.Quantity(131, "xã"))
    assert ct.format_target(target, style=ct.NumberStyle(pad_counts=True)) == "07/131 xã"


def test_a_multiple_of_the_start_is_reached():
    """'Tăng 2 lần' is twice the start; '10‰' is a share of it; points are of rates alone."""
    start = ct.Quantity(5000, "hộ")
    assert ct.parse_target("tăng 2 lần").allows(ct.Quantity(10_000, "hộ"), baseline=start)
    assert ct.parse_target("tăng 10‰").allows(ct.Quantity(5050, "hộ"), baseline=start)
    with pytest.raises(ct.UnitError):
        ct.parse_target("tăng 2 điểm phần trăm").allows(ct.Quantity(5050, "hộ"), baseline=start)


def test_a_padded_count_beyond_is_not_taken_for_a_place():
    """'Trên 02 huyện' is read as 'in two districts', so a style that pads writes 'hơn'."""
    target = ct.Target(ct.Quantity(2, "huyện"), ct.Bound.MORE_THAN)
    text = ct.format_target(target, style=ct.NumberStyle(pad_counts=True))
    assert text == "hơn 02 huyện"
    assert ct.parse_target(text) == target
