"""Days everyone knows, and work before them."""

from datetime import date, timedelta
from math import floor, radians, sin

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


def new_moon(number):
    """Return the day in Hà Nội of a new moon, by how many there were since 1900, from the mean motions of sun and moon."""
    century = number / 1236.85
    sun, moon, node = (
        radians(start + step * number)
        for start, step in ((359.2242, 29.10535608), (306.0253, 385.81691806), (21.2964, 390.67050646))
    )
    day = 2415020.75933 + 29.53058868 * number + 0.0001178 * century**2
    day += 0.1734 * sin(sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon) + 0.0104 * sin(2 * node)
    day -= 0.0051 * sin(sun + moon) + 0.0074 * sin(sun - moon)
    return date.fromordinal(floor(day + 0.5 + 7 / 24) - 1721425)


def test_law_the_lunar_year_begins_with_a_new_moon():
    """The first day of a lunar year is that of the first new moon from 21 January on."""
    moons = [new_moon(number) for number in range(1400, 1620)]
    assert list(NEW_YEARS) == list(range(min(NEW_YEARS), max(NEW_YEARS) + 1))
    for year, day in NEW_YEARS.items():
        assert next(moon for moon in moons if moon >= date(year, 1, 21)) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("khai giảng", "05/09/2026"),
        ("quốc khánh", "02/09/2026"),
        ("thương binh liệt sĩ", "27/07/2026"),
        ("nhà giáo việt nam", "20/11/2026"),
        ("thầy thuốc việt nam", "27/02/2026"),
        ("giáng sinh", "25/12/2026"),
    ],
)
def test_days_that_are_the_same_in_every_year(name, day):
    """On that day it is too late."""
    text = f"tặng quà trước ngày {name}, chậm nhất ngày {day}"
    assert [one[2:] for one in after_known_days(text)] == [(day, day)]
    assert not list(after_known_days(text.replace("chậm nhất", "trước")))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("trước đại hội chi bộ 15/6, chậm nhất ngày 20/6/2026", ["15/06/2026"]),
        ("trước đại hội chi bộ 15/6/2026, chậm nhất ngày 20/6", ["15/06/2026"]),
        ("trước đại hội chi bộ 15/6/2025, chậm nhất ngày 20/6/2026", []),  # a day of another year
        ("trước đại hội chi bộ ngày 31/6/2026, chậm nhất ngày 20/7/2026", []),  # that is none
        ("trước đại hội chi bộ, chậm nhất ngày 20/6/2026", []),
        ("trước đại hội chi bộ 15/6/2026, chậm nhất tháng 7/2026", []),
        ("trước đại hội chi bộ 15/6/2026, chậm nhất 7/2026", []),  # a month
        ("trước đại hội chi bộ 15/6/2026, chậm nhất 15 ngày làm việc", []),
        # without a year it is shown without one
        ("trước đại hội chi bộ 15/6, chậm nhất ngày 20/6", ["15/06"]),
        ("trước đại hội chi bộ 28/02, chậm nhất ngày 29/02", ["28/02"]),
        ("trước lễ khai giảng, chậm nhất ngày 15/9", ["05/09"]),
        ("trước tết nguyên đán, chậm nhất ngày 29/4/2025", ["29/01/2025"]),
        ("trước tết nguyên đán, chậm nhất ngày 30/4/2025", []),  # before the next one
        ("trước tết nguyên đán, chậm nhất ngày 28/02", []),  # of which year is not known
    ],
)
def test_which_day_work_comes_before(text, known):
    assert [one[3] for one in after_known_days(text)] == known
