"""Targets as values."""

from decimal import Decimal
from fractions import Fraction

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.targets.target import ABOUT_TOLERANCE
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


@pytest.mark.parametrize(
    ("asked", "baseline", "reached", "missed"),
    [
        ("tăng 10%", "5.000 tỷ đồng", "5.500 tỷ đồng", "5.499 tỷ đồng"),
        ("giảm 10%", "5.000 tỷ đồng", "4.500 tỷ đồng", "5.500 tỷ đồng"),
        ("tăng 10‰", "5.000 hộ", "5.050 hộ", "5.500 hộ"),
        ("tăng 2%", "40%", "42%", "40,8%"),  # between two rates a percentage means points
        ("giảm 2%", "40%", "38%", "42%"),
        ("tăng 2 điểm phần trăm", "40%", "42%", "80%"),
        ("giảm 1,5 điểm phần trăm", "4%", "2,5%", "5,5%"),
        ("tăng 2 lần", "5.000 hộ", "10.000 hộ", "15.000 hộ"),
        ("giảm 2 lần", "5.000 hộ", "2.500 hộ", "10.000 hộ"),
        ("tăng 300 hộ", "5.000 hộ", "5.300 hộ", "4.700 hộ"),
        ("giảm 300 hộ", "5.000 hộ", "4.700 hộ", "5.300 hộ"),
        ("tăng 1 nghìn hộ", "5.000 hộ", "6.000 hộ", "5.001 hộ"),
    ],
)
def test_changes_are_measured_from_the_baseline(asked, baseline, reached, missed):
    target, start = ct.parse_target(asked), ct.parse_quantity(baseline)
    assert target.allows(ct.parse_quantity(reached), baseline=start)
    assert not target.allows(ct.parse_quantity(missed), baseline=start)


def test_growth_from_below_nothing_is_measured_by_its_size():
    target = ct.parse_target("tăng 10%")
    assert target.allows(ct.Quantity(-90, "tỷ đồng"), baseline=ct.Quantity(-100, "tỷ đồng"))


def test_a_level_does_not_look_at_the_baseline():
    target = ct.parse_target("còn 2,5%")
    assert target.allows(percent("2.5"), baseline=percent("4"))
    assert not target.allows(percent("1.5"), baseline=percent("4"))


@given(cst.quantities(unit="tỷ đồng"), cst.quantities(unit="tỷ đồng"), st.sampled_from(ct.Bound))
def test_a_change_is_that_of_its_size(start, gain, bound):
    """Law: asked with a baseline, a change allows the level that is so much above or below it."""
    upper = gain if bound is ct.Bound.BETWEEN else None
    for change, end in ((ct.Change.INCREASE, start + gain), (ct.Change.DECREASE, start - gain)):
        target = ct.Target(gain, bound, change, upper)
        assert target.allows(end, baseline=start) is target.allows(gain)


@given(cst.quantities(unit="%"), cst.quantities(unit="%"), cst.quantities(unit="%"))
def test_a_value_allowed_by_more_is_allowed_by_less(first, second, actual):
    """Law: what is at least the greater of two is at least the lesser, and the same the other way round."""
    low, high = sorted((first, second))
    for strict, mild in (
        (ct.Target(high, ct.Bound.AT_LEAST), ct.Target(low, ct.Bound.AT_LEAST)),
        (ct.Target(high, ct.Bound.MORE_THAN), ct.Target(low, ct.Bound.MORE_THAN)),
        (ct.Target(low, ct.Bound.AT_MOST), ct.Target(high, ct.Bound.AT_MOST)),
        (ct.Target(low, ct.Bound.LESS_THAN), ct.Target(high, ct.Bound.LESS_THAN)),
    ):
        assert mild.allows(actual) or not strict.allows(actual)


@pytest.mark.parametrize(
    ("goal", "actual", "near"),
    [("100", "95", True), ("100", "94.99", False), ("100", "105", True), ("100", "105.01", False), ("-100", "-95", True), ("-100", "-94", False), ("0.5", "0.52", True)],
)  # fmt: skip
def test_about_is_within_a_twentieth(goal, actual, near):
    assert ct.Target(percent(goal), ct.Bound.ABOUT).allows(percent(actual)) is near


@pytest.mark.parametrize(
    ("low", "high", "style", "text"),
    [
        ("1%", "2%", {}, "1% - 2%"), ("1%", "2%", {"range_unit": "last"}, "1 - 2%"), ("1%", "2%", {"range": " đến ", "range_unit": "last"}, "1 đến 2%"),
        ("0%", "2%", {"range": "-", "range_unit": "last"}, "0-2%"), ("0%", "0%", {"range_unit": "last"}, "0 - 0%"),
        ("-1%", "2%", {"range": "-", "range_unit": "last"}, "-1% - 2%"), ("-2%", "-1%", {"range": " đến "}, "-2% - -1%"),
        ("900 triệu đồng", "1 tỷ đồng", {"range_unit": "last"}, "900 triệu đồng - 1 tỷ đồng"),
        ("1 tỷ đồng", "9.000 triệu đồng", {"range_unit": "last"}, "1 tỷ đồng - 9.000 triệu đồng"),
    ],
)  # fmt: skip
def test_ranges_are_written_so_that_they_read_back(low, high, style, text):
    target = ct.Target(ct.parse_quantity(low), ct.Bound.BETWEEN, upper=ct.parse_quantity(high))
    assert ct.format_target(target, style=ct.NumberStyle(**style)) == text


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        (ct.Bound.EXACT, "2 huyện"), (ct.Bound.AT_LEAST, "từ 2 huyện trở lên"), (ct.Bound.AT_MOST, "không quá 2 huyện"),
        (ct.Bound.MORE_THAN, "trên 2 huyện"), (ct.Bound.LESS_THAN, "dưới 2 huyện"), (ct.Bound.ABOUT, "khoảng 2 huyện"),
    ],
)  # fmt: skip
def test_bounds_and_changes_in_words(bound, text):
    target = ct.Target(ct.Quantity(2, "huyện"), bound)
    assert str(target) == text
    assert str(ct.Target(ct.Quantity(2, "huyện"), bound, ct.Change.INCREASE)) == f"tăng {text}"
    assert str(ct.Target(ct.Quantity(2, "huyện"), bound, ct.Change.DECREASE)) == f"giảm {text}"
    padded = ct.format_target(target, style=ct.NumberStyle(pad_counts=True))
    assert padded == text.replace("2", "02").replace("trên", "hơn")
    assert ct.parse_target(padded) == target


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        (ct.Bound.EXACT, "hạng 5"),
        (ct.Bound.AT_MOST, "tốp 5"),
        (ct.Bound.AT_LEAST, "từ 5 hạng trở lên"),
        (ct.Bound.LESS_THAN, "dưới 5 hạng"),
    ],
)
def test_places_are_said_before_their_number(bound, text):
    assert str(ct.Target(ct.Quantity(5, "hạng"), bound)) == text


def test_the_whole_of_a_share_is_written_before_its_unit():
    total = ct.Quantity(131, "xã")
    assert str(ct.Target(ct.Quantity(59, "xã"), ct.Bound.AT_LEAST, total=total)) == "từ 59/131 xã trở lên"
    assert str(ct.Target(ct.Quantity(59, "%"), total=ct.Quantity(100, "%"))) == "59/100%"
    style = ct.NumberStyle(spelling={"tỷ": "tỉ"}, unit_space="\u00a0")
    parts = ct.Target(ct.Quantity(5, "tỷ đồng"), total=ct.Quantity(1200, "tỷ đồng"))
    assert ct.format_target(parts, style=style) == "5/1.200\u00a0tỉ đồng"


def test_an_upper_end_belongs_to_a_range_alone():
    assert ct.Target(percent("2"), ct.Bound.BETWEEN, upper=percent("2")).allows(percent("2"))
    for bound in ct.Bound:
        if bound is not ct.Bound.BETWEEN:
            with pytest.raises(ct.ParseError) as info:
                ct.Target(percent("2"), bound, upper=percent("3"))
            assert (info.value.start, info.value.end) == (0, len("2% - 3%"))
