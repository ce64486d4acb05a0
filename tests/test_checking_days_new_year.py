"""Days before Tết."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.new_year import NEW_YEARS, after_new_year


@given(st.sampled_from(sorted(NEW_YEARS.values())), st.integers(-40, 40))
def test_law_work_is_done_before_the_first_day(first, days):
    """A last day is reported from the first day of the lunar year on."""
    day = first + timedelta(days=days)
    text = f"chi trả xong trước tết nguyên đán, chậm nhất ngày {day.day:02}/{day.month}/{day.year}."
    assert bool(list(after_new_year(text))) == (days >= 0)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("trước dịp tết nguyên đán bính ngọ (hoàn thành trước ngày 28/02/2026)", 1),
        ("trước tết nguyên đán bính ngọ, trước ngày 17/02/2026", 0),
        ("thăm hỏi trước tết nguyên đán, báo cáo kết quả trước ngày 28/02/2026", 0),
        ("trước tết nguyên đán, chậm nhất ngày 28/02/1990", 0),
    ],
)
def test_days_beside_the_new_year(text, number):
    assert len(list(after_new_year(text))) == number
