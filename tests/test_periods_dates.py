"""Dates: every writing of format-variations read, the official rule written."""

from datetime import date

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst


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
        ("08/01/2022", date(2022, 1, 8)),
        ("05/2/2021", date(2021, 2, 5)),
        ("06/6/2017", date(2017, 6, 6)),
        ("31/08/2016", date(2016, 8, 31)),
        ("16-1-2012", date(2012, 1, 16)),
        ("18–6–2022", date(2022, 6, 18)),
        ("10.10.2025", date(2025, 10, 10)),
        ("6 / 1 / 2023", date(2023, 1, 6)),
        ("ngày   06/01/2023", date(2023, 1, 6)),
        ("ngày06/01/2023", date(2023, 1, 6)),
        ("ngày 5 tháng 3 năm 2020", date(2020, 3, 5)),
        ("ngày 24 tháng 06 năm 2020", date(2020, 6, 24)),
        ("ngày 06 tháng 5 năm 2013", date(2013, 5, 6)),
        ("NGÀY 23 THÁNG 11 NĂM 2022", date(2022, 11, 23)),
        ("ngày 06 tháng 01, năm 2026", date(2026, 1, 6)),
        ("ngày\u00a006 tháng\n  01 năm 2026", date(2026, 1, 6)),
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
        ("ngày 00 tháng 01 năm 2023", "date.impossible"),
        ("31-6-2022", "date.impossible"),
        ("30.02.2024", "date.impossible"),
        ("ngày 24 tháng 06", "date.none"),
        ("19.1", "date.none"),
        ("06/01/23", "date.none"),
        ("06/01-2023", "date.none"),
        ("06/01/20231", "date.none"),
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
        (date(2023, 2, 10), "ngày 10 tháng 02 năm 2023"),
        (date(938, 10, 5), "ngày 05 tháng 10 năm 0938"),
    ],
)
def test_months_one_and_two_take_a_zero_and_later_ones_do_not(value, long):
    assert ct.format_date(value) == long


def test_a_style_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="style must be"):
        ct.format_date(date(2023, 1, 6), "iso")


@pytest.mark.parametrize("style", ["long", "slash", "dash"])
@given(value=st.dates())
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


@given(st.dates())
def test_the_official_form_pads_days_and_the_first_two_months(value):
    """Law: of day and month, only a day under 10 and the months 1 and 2 begin with a zero."""
    _, day, _, month, *_ = ct.format_date(value).split()
    assert len(day) == 2
    assert month.startswith("0") == (value.month < 3)


@given(st.integers(1, 12), st.integers(29, 31), st.integers(1900, 2150), st.sampled_from("/-."))
def test_days_are_read_exactly_where_the_calendar_has_them(month, day, year, mark):
    """Law: a day behind the end of a month is refused, with its parts named, and no other day is read for it."""
    text = f"{day}{mark}{month}{mark}{year}"
    try:
        expected = date(year, month, day)
    except ValueError:
        with pytest.raises(ct.ParseError) as info:
            ct.parse_date(text)
        error = info.value
        assert (error.code, error.day, error.month, error.year) == ("date.impossible", str(day), str(month), str(year))
    else:
        assert ct.parse_date(text) == expected


def test_the_span_takes_the_word_before():
    (mention,) = ct.find_dates("xong trước ngày 30 tháng 6 năm 2026;")
    assert mention.text == "ngày 30 tháng 6 năm 2026"


def test_a_month_in_words_with_its_year_behind_a_stroke():
    (found,) = ct.find_dates("trước ngày 31 tháng 12/2025")
    assert (found.value, found.text) == (date(2025, 12, 31), "ngày 31 tháng 12/2025")
