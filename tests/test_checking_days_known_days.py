"""Days everyone knows, and work before them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.known_days import NEW_YEARS, after_known_days


@given(st.sampled_from(sorted(NEW_YEARS.values())), st.integers(-40, 40))
def test_law_work_is_done_before_the_first_day(first, days):
    """A last day is reported from the first day of the lunar year on."""
    day = first + timedelta(days=days)
    text = f"chi trả xong trước tết nguyên đán, chậm nhất ngày {day.day:02}/{day.month}/{day.year}."
    assert bool(list(after_known_days(text))) == (days >= 0)


@given(st.dates(), st.integers(-40, 40))
def test_law_a_day_written_beside_its_name_counts(event, days):
    """Whatever day an event is on, work before it is done before that day."""
    event = event.replace(year=2026, month=event.month % 8 + 3, day=min(event.day, 28))
    day = event + timedelta(days=days)
    text = f"trước đại hội chi bộ {event.day}/{event.month}/2026 (chậm nhất ngày {day.day}/{day.month}/{day.year})"
    assert bool(list(after_known_days(text))) == (days >= 0 and day.year == event.year)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("trước dịp tết nguyên đán bính ngọ (hoàn thành trước ngày 28/02/2026)", 1),
        ("trước tết nguyên đán bính ngọ, trước ngày 17/02/2026", 0),
        ("thăm hỏi trước tết nguyên đán, báo cáo kết quả trước ngày 28/02/2026", 0),
        ("trước tết nguyên đán, chậm nhất ngày 28/02/1990", 0),
        ("sửa xong mái trường trước ngày khai giảng năm học 2026 - 2027 (muộn nhất là ngày 20/9/2026)", 1),
        ("sửa xong mái trường trước ngày khai giảng năm học 2026 - 2027 (muộn nhất là ngày 20/8/2026)", 0),
        ("trao quà trước dịp quốc khánh 02/9, chậm nhất ngày 15/9", 1),
        ("trao quà trước dịp quốc khánh 02/9, chậm nhất ngày 25/8", 0),
        ("trước tết trung thu, chậm nhất ngày 20/02/2026", 0),
    ],
)
def test_days_beside_known_days(text, number):
    assert len(list(after_known_days(text))) == number
