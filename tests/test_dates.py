"""Dates and periods."""

from datetime import date

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst

KINDS = ct.PeriodKind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 06 tháng 01 năm 2023", date(2023, 1, 6)),
        ("06/01/2023", date(2023, 1, 6)),
        ("6-1-2023", date(2023, 1, 6)),
        ("6.1.2023", date(2023, 1, 6)),
        ("22 tháng 4 2015", date(2015, 4, 22)),
        ("  ngày 8\ntháng 9 năm\n2016 ", date(2016, 9, 8)),
        ("Ngày 5/2/2025", date(2025, 2, 5)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_reads(text, value):
    assert ct.parse_date(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("29/02/2023", "date.impossible"),
        ("ngày 31 tháng 4 năm 2024", "date.impossible"),
        ("32/13/2024", "date.impossible"),
        ("1/1/0000", "date.impossible"),
        ("06/01/2023 tại Bến Tre", "date.extra"),
        ("tháng 01 năm 2023", "date.none"),
        ("2023-01-06", "date.none"),
        ("", "date.none"),
    ],
)
def test_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_date(text)
    assert info.value.code == code


@pytest.mark.parametrize(
    ("value", "long"),
    [
        (date(2023, 1, 6), "ngày 06 tháng 01 năm 2023"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2022, 2, 29 - 1), "ngày 28 tháng 02 năm 2022"),
        (date(2022, 12, 31), "ngày 31 tháng 12 năm 2022"),
    ],
)
def test_months_one_and_two_take_a_zero_and_later_ones_do_not(value, long):
    assert ct.format_date(value) == long


def test_a_style_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="style must be"):
        ct.format_date(date(2023, 1, 6), "iso")


@pytest.mark.parametrize("style", ["long", "slash", "dash"])
@given(value=cst.dates())
def test_format_then_parse_is_identity(style, value):
    """Law: a date written in any style reads back."""
    assert ct.parse_date(ct.format_date(value, style)) == value


@given(cst.dates(), st.sampled_from(["long", "slash", "dash"]))
def test_a_written_date_is_found(value, style):
    """Law: what is written into a sentence is found in it, once."""
    text = f"Ban hành {ct.format_date(value, style)} tại trụ sở."
    assert builders.found(ct.find_dates, text) == [value]


def test_impossible_dates_are_not_found_and_not_split():
    assert ct.find_dates("ngày 31/02/2023 và 45.13.2022") == ()
    assert ct.find_targets("ngày 31/02/2023") == ()


def test_the_span_takes_the_word_before():
    (mention,) = ct.find_dates("xong trước ngày 30 tháng 6 năm 2026;")
    assert mention.text == "ngày 30 tháng 6 năm 2026"


@pytest.mark.parametrize(
    ("text", "name", "start", "end"),
    [
        ("năm 2023", "2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("cả năm 2023", "2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("quý I/2026", "2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("quí 4 năm 2026", "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("Quý IV năm 2024", "2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("tháng 02/2024", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("tháng 12 năm 2026", "2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("6 tháng đầu năm 2023", "2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("06 tháng cuối năm 2023", "2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("9 tháng năm 2024", "2024-9M", date(2024, 1, 1), date(2024, 9, 30)),
        ("giai đoạn 2021 - 2025", "2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("nhiệm kỳ 2025–2030", "2025/2030", date(2025, 1, 1), date(2030, 12, 31)),
    ],
)
def test_periods(text, name, start, end):
    period = ct.parse_period(text)
    assert (str(period), period.start, period.end) == (name, start, end)


@pytest.mark.parametrize(
    "text", ["", "2023", "quý V/2023", "tháng 13/2023", "tháng 00/2023", "năm 1789", "năm 2023 và 2024"]
)
def test_what_is_no_period(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_period(text)
    assert info.value.code == "period.unknown"


@given(builders.periods())
def test_periods_start_before_they_end(period):
    """Law: the first day of a period is not after its last."""
    assert period.start < period.end


def test_a_range_backwards_is_no_period():
    """Five years do not end before they begin."""
    assert all(m.value.start < m.value.end for m in ct.find_periods("giai đoạn 2025 - 2021"))


def test_periods_order_by_year():
    periods = [ct.Period(2024), ct.Period(2023, KINDS.QUARTER, 2), ct.Period(2023)]
    assert [str(p) for p in sorted(periods)] == ["2023", "2023-Q2", "2024"]


def test_periods_are_found_in_order():
    text = "Trong quý I/2026, 6 tháng đầu năm 2026 và giai đoạn 2026 – 2030"
    assert [(str(m.value), m.text) for m in ct.find_periods(text)] == [
        ("2026-Q1", "quý I/2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026/2030", "giai đoạn 2026 – 2030"),
    ]
