"""Lengths of time beside the days they run from and to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.day_counts import wrong_day_counts


@given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(5, 300), st.integers(-4, 4))
def test_law_days_are_counted(first, days, gap):
    """The number of days is reported where it is off by more than the last day."""
    last = first + timedelta(days=days - 1)
    spans = f"từ ngày {first.day}/{first.month}/{first.year} đến ngày {last.day}/{last.month}/{last.year}"
    for text in (f"thời gian: {days + gap} ngày, kể {spans}.", f"thi công {spans} ({days + gap} ngày)."):
        assert [one.counted for one in wrong_day_counts(text)] == ([days] if abs(gap) > 1 else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thi công trong 6 tháng (từ tháng 4/2026 đến tháng 9/2026)", []),
        ("thi công trong 6 tháng (từ tháng 4/2026 đến tháng 12/2026)", [(6, 9)]),
        ("diễn ra trong 03 ngày (12 - 16/8/2026)", [(3, 5)]),
        ("diễn ra trong 05 ngày (12 - 16/8/2026)", []),
        ("kéo dài 4 tuần, từ ngày 01/6/2026 đến ngày 28/6/2026", []),
        ("hỗ trợ 30 ngày lương, từ ngày 01/4/2026 đến ngày 30/6/2026", []),
        ("trong 45 ngày làm việc, từ ngày 01/4/2026 đến ngày 30/6/2026", []),
        ("trong tối đa 10 ngày, từ ngày 01/4/2026 đến ngày 30/6/2026", []),
    ],
)
def test_lengths(text, found):
    assert [(one.stated, one.counted) for one in wrong_day_counts(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # weeks and months that have begun count, months with more than a week
        ("kéo dài 2 tuần, từ ngày 01/6/2026 đến ngày 28/6/2026", [(2, 4)]),
        ("kéo dài 2 tuần, từ ngày 01/6/2026 đến ngày 29/6/2026", [(2, 5)]),
        ("thi công trong 3 tháng, từ ngày 15/4/2026 đến ngày 21/9/2026", [(3, 5)]),
        ("thi công trong 3 tháng, từ ngày 15/4/2026 đến ngày 22/9/2026", [(3, 6)]),
        ("thi công trong 9 tháng, từ ngày 01/11/2025 đến ngày 31/01/2026", [(9, 3)]),
        ("thi công trong 90 ngày, từ ngày 01/4 đến ngày 29/7/2026", [(90, 120)]),
        # ranges that run backwards, have no year or are told by words of begin and end alone
        ("thi công trong 90 ngày, từ ngày 15/8/2026 đến ngày 01/6/2026", []),
        ("thi công trong 90 ngày, từ ngày 01/4 đến ngày 29/7", []),
        ("khởi công ngày 01/5/2026, hoàn thành ngày 30/9/2026 (90 ngày)", []),
    ],
)
def test_what_is_counted(text, found):
    assert [(one.stated, one.counted) for one in wrong_day_counts(text)] == found


def test_the_place_is_that_of_the_length_and_the_days():
    text = "mở đợt cao điểm 90 ngày, từ 01/4/2026 đến 29/7/2026; mở chợ từ 01/4/2026 đến 29/7/2026 (60 ngày)."
    assert [text[one.start : one.stop] for one in wrong_day_counts(text)] == [
        "90 ngày, từ 01/4/2026 đến 29/7/2026",
        "từ 01/4/2026 đến 29/7/2026 (60 ngày",
    ]
    assert [one.unit for one in wrong_day_counts(f"{text} kế hoạch đầu tư công 5 năm 2026 - 2031")] == [
        "năm",
        "ngày",
        "ngày",
    ]
