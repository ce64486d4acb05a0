"""Completion and pace: exact ratios, and None where they would mean nothing."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as values

YEAR = ct.Period(2026)
LOWER = ct.Indicator(key="l", name="l", direction="lower", kind="rate")
HIGHER = ct.Indicator(key="h", name="h", direction="higher", kind="flow")


def seen(value, upper=None):
    return ct.Observation("x", YEAR, ct.parse_quantity(value), ct.parse_quantity(upper) if upper else None)


@pytest.mark.parametrize(
    ("asked", "result", "done"),
    [
        ("8.460 tỷ đồng", seen("6.345.000 triệu đồng"), Fraction(3, 4)),
        ("từ 100 xã trở lên", seen("120 xã"), Fraction(6, 5)),
        ("tăng 10%", seen("9%"), Fraction(9, 10)),
        ("100 xã", seen("90 xã", "95 xã"), Fraction(9, 10)),
        ("không quá 5%", seen("4%"), None),
        ("0 vụ", seen("1 vụ"), None),
        ("tăng 10%", seen("-1%"), None),
        ("tốp 20/34", ct.Observation("x", YEAR, ct.Quantity(10, "hạng")), None),
        ("5%", ct.Observation("x", YEAR, words="chưa có số liệu"), None),
    ],
)
def test_completion(asked, result, done):
    assert ct.completion(ct.parse_target(asked), result, indicator=HIGHER) == done


def test_where_less_is_better_it_is_the_way_done():
    asked = ct.parse_target("2%")
    poor = {"indicator": LOWER, "baseline": ct.parse_quantity("3%")}
    assert ct.completion(asked, seen("2,4%"), **poor) == Fraction(3, 5)
    assert ct.completion(asked, seen("2%"), **poor) == 1
    assert ct.completion(asked, seen("1,5%"), **poor) == Fraction(3, 2)
    assert ct.completion(asked, seen("3,1%"), **poor) is None
    assert ct.completion(asked, seen("2,4%"), indicator=LOWER) is None


def test_another_dimension_is_refused():
    with pytest.raises(ct.UnitError):
        ct.completion(ct.parse_target("8.460 tỷ đồng"), seen("5 xã"))


@given(values.quantities(unit="tỷ đồng"), values.quantities(unit="tỷ đồng"), st.sampled_from(["đồng", "triệu đồng"]))
def test_completion_times_the_target_is_the_result(asked, result, unit):
    """completion(t, x) * t == x exactly, in whatever unit x is reported."""
    done = ct.completion(ct.Target(asked), ct.Observation("x", YEAR, result.to(unit)), indicator=HIGHER)
    if asked.amount:
        assert done * asked.amount == result.amount
    else:
        assert done is None


def test_the_share_of_the_days():
    assert ct.elapsed(YEAR, date(2025, 12, 31)) == 0
    assert ct.elapsed(YEAR, date(2026, 12, 31)) == 1
    assert ct.elapsed(YEAR, date(2027, 6, 1)) == 1
    assert ct.elapsed(YEAR, date(2025, 12, 31), ct.Calendar.ADMINISTRATIVE) == Fraction(17, 365)
    with pytest.raises(ct.PeriodError):
        ct.elapsed(ct.parse_period("giai đoạn 2021 - 2025"), date(2025, 1, 1), ct.Calendar.ADMINISTRATIVE)


@given(st.dates(date(2025, 12, 1), date(2027, 1, 31)), st.sampled_from(ct.Calendar))
def test_time_only_goes_on(day, calendar):
    """elapsed is between 0 and 1 and never falls from one day to the next."""
    now, later = (ct.elapsed(YEAR, day + timedelta(days=more), calendar) for more in (0, 1))
    assert 0 <= now <= later <= 1


def test_only_flows_have_a_pace():
    half = date(2026, 6, 30)
    assert ct.pace(Fraction(1, 2), YEAR, half, kind="flow") == Fraction(365, 362)
    for kind in ("stock", "share", "rate", "index", None):
        assert ct.pace(Fraction(1, 2), YEAR, half, kind=kind) is None
    assert ct.pace(None, YEAR, half, kind="flow") is None
    assert ct.pace(Fraction(1, 2), YEAR, date(2025, 1, 1), kind="flow") is None
