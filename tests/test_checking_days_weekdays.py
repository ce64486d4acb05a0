"""Days of the week beside dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.weekdays import wrong_weekdays

NAMES = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 6))
def test_law_a_day_has_one_name(day, name):
    """A date goes with the name of its own day of the week alone, before it or behind."""
    shown = f"ngày {day.day}/{day.month}/{day.year}"
    for text in (f"họp sáng {NAMES[name]}, {shown}.", f"họp {shown} ({NAMES[name]})."):
        assert bool(list(wrong_weekdays(text))) == (day.weekday() != name)


@pytest.mark.parametrize(
    "text",
    [
        "kỳ họp thứ hai, ngày 18/7/2026",
        "kỳ họp lần thứ ba (ngày 18/7/2026)",
        "sáng thứ bảy, ngày 18/7/2026 và chủ nhật, ngày 19/7/2026",
        "ngày 18/7/2026, chủ nhật, ngày 19/7/2026",
        # a month and a day that no calendar has have no day of the week
        "họp giao ban thứ hai đầu tháng, 12/2026",
        "trả lời trước 31/6/2026 (thứ bảy)",
    ],
)
def test_names_of_no_other_day(text):
    assert not list(wrong_weekdays(text))


NUMBERS = ["thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7", "chủ nhật"]


@given(st.integers(0, 6), st.integers(0, 6))
def test_law_days_of_the_week_have_numbers_too(day, name):
    """Monday is the second day."""
    text = f"họp vào {NUMBERS[name]}, ngày {13 + day}/7/2026."
    assert bool(list(wrong_weekdays(text))) == (day != name)


@pytest.mark.parametrize(
    "text",
    [
        "sáng [thứ sáu, ngày 18/7/2026], thứ bảy",
        "chiều [chủ nhật, ngày 18/7/2026], mở chợ",
        "mở chợ [18/7/2026 (chủ nhật]), bế mạc",
        "mở chợ [18/7/2026, thứ hai], bế mạc",
        "kỳ 15/2026 (thứ bảy), họp [18/7/2026 (thứ sáu]).",
    ],
)
def test_the_name_and_the_day_are_one_place(text):
    bare = text.replace("[", "").replace("]", "")
    assert [bare[start:end] for start, end in wrong_weekdays(bare)] == [text[text.index("[") + 1 : text.index("]")]]
