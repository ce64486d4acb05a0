"""Tests of `chitieu.checking.changes.times`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.changes.times import Time, times_in

_KINDS = ("đầu năm {}", "năm {}", "cuối năm {}")


def times(text):
    return [one.time for one in times_in(text)]


@given(st.integers(1990, 2050), st.integers(1990, 2050), st.sampled_from(_KINDS), st.sampled_from(_KINDS))
def test_times_are_ordered_as_their_years(first, second, kind, other):
    """Law: of two years the later one is the later time, whatever part of it is told of."""
    left, right = times(f"{kind.format(first)} có 5 xã, {other.format(second)} có 7 xã")
    assert (left < right) is (first < second) or first == second


@pytest.mark.parametrize(
    "text", ["6 tháng đầu năm", "từ đầu năm đến nay", "giai đoạn 2021-2025", "ngày 15/3/2025", "2.025 xã"]
)
def test_other_words_tell_no_time(text):
    assert not [time for time in times(text) if time.year is not None or time.words == "đầu năm"]


def test_years_alone_in_a_bracket_are_times():
    assert [time.year for time in times("52 xã (2025: 49 xã; 2024: 47 xã, 2023: 45 xã)")] == [2025, 2024, 2023]
    assert not times("mã số 2024: 47 xã")


def test_what_was_planned_is_no_year():
    planned, year, before, quarter = times("kế hoạch năm 2025, năm 2025, cùng kỳ, quý trước")
    assert planned.is_planned
    assert not planned.may_be(year)
    assert year.may_be(before)
    assert not before.may_be(quarter)
    assert Time(2, 1).may_be(Time(2, 1))
