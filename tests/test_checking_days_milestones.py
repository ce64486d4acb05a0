"""Steps of one work in the order of their days."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.milestones import out_of_order
from chitieu.periods.dates import format_date


@given(
    st.lists(st.integers(0, 330), min_size=2, max_size=5),
    st.sampled_from(["mốc", "bước", "giai đoạn", "đợt"]),
    st.sampled_from(["\n- {} {}: xong trước ngày {};", " {} {} trước ngày {};"]),
)
def test_law_the_days_of_steps_go_with_their_numbers(days, noun, form):
    """Each step that is due after the next one is reported, and no other."""
    dates = [format_date(date(2026, 1, 1) + timedelta(days=one), "slash") for one in days]
    text = "trình tự:" + "".join(form.format(noun, at, day) for at, day in enumerate(dates, 1))
    wrong = [(first, second) for first, second, a, b in zip(dates, dates[1:], days, days[1:], strict=False) if a > b]
    assert [one[2:] for one in out_of_order(text)] == wrong


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("chọn thầu trong tháng 4, thi công trong tháng 12; toàn bộ công việc kết thúc trước ngày 31/10/2026", 1),
        ("chọn thầu trong tháng 4, thi công trong tháng 9; toàn bộ công việc kết thúc trước ngày 31/10/2026", 0),
        ("khảo sát trong quý IV/2025; cả dự án hoàn thành trước ngày 31/10/2026", 0),
        ("trồng cây đợt 1: tháng 9; đợt 2: tháng 3", 0),
        ("rà soát: đợt 1: tháng 5; đợt 2: tháng 3", 1),
        ("tiêm phòng: đợt 1 từ tháng 3 đến tháng 4, đợt 2 từ tháng 9 đến tháng 10", 0),
        ("bước 1: trước ngày 30/9/2026; bước 3: trước ngày 30/4/2026", 0),
        ("bước 1: trước ngày 30/9/2026; đợt 2: trước ngày 30/4/2026", 0),
    ],
)
def test_steps(text, number):
    assert len(list(out_of_order(text.lower()))) == number


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *itertools.pairwise(["một", "hai", "ba", "bốn", "năm"]),
        *itertools.pairwise(["i", "ii", "iii", "iv", "v"]),
        ("8", "9"),
    ],
)
def test_numbers_in_words_and_in_letters(first, second):
    """The step behind is told by its number, however that is written."""
    assert len(list(out_of_order(f"bước {first}: trước ngày 30/9/2026; bước {second}: trước ngày 30/4/2026"))) == 1
    assert not list(out_of_order(f"bước {second}: trước ngày 30/9/2026; bước {first}: trước ngày 30/4/2026"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("bước 1: trước ngày 30/9; bước 2: trước ngày 15/7", [("30/09", "15/07")]),
        ("bước 1: trước ngày 30/9/2026; bước 2: trước ngày 15/7", []),  # which year is meant is not known
        ("bước 1: trước ngày 30/9; bước 2: trước ngày 15/7/2026", []),
        ("bước 1: trước ngày 30/9/2026; bước 2: trước ngày 30/9/2026", []),
        ("bước 1: ngày 10/3/2026 và 30/9/2026; bước 2: trước ngày 30/4/2026", []),  # two days
        ("bước 1: khảo sát; bước 2: trước ngày 30/4/2026", []),
        ("bước 1: khảo sát. hạn ngày 30/9/2026; bước 2: trước ngày 30/4/2026", []),
        ("bước 1: trước ngày 30/9/2026; khảo sát; bước 2: trước ngày 30/4/2026", [("30/09/2026", "30/04/2026")]),
        ("bước 1: ngày 20/6/2026; bước 2: tháng 6/2026", []),
        ("bước 1: từ 15/4 đến 30/9; bước 2: trước ngày 15/7", []),
        ("thi công trong quý iv/2026; cả công trình xong trước ngày 31/8/2026", [("01/10/2026", "31/08/2026")]),
        ("thi công trong tháng 9; cả công trình xong trước ngày 31/8", [("01/09", "31/08")]),
        ("thi công trong tháng 8; cả công trình xong trước ngày 31/8", []),
        ("thi công trong tháng 9. cả công trình xong trước ngày 31/8", []),
        ("thi công trong tháng 9;\ncả công trình xong trước ngày 31/8", []),
        # without years the second may be of the next one, but for a short way back
        ("bước 1: trước ngày 28/6; bước 2: trước ngày 01/3", [("28/06", "01/03")]),
        ("bước 1: trước ngày 29/6; bước 2: trước ngày 01/3", []),
        ("bước 1: trước ngày 30/11; bước 2: trước ngày 15/3", []),
        ("bước 1: trước ngày 29/2; bước 2: trước ngày 28/2", [("29/02", "28/02")]),
        # which of two days is meant is not known
        ("bước 1: ngày 30/9/2026 hoặc 10/3/2026; bước 2: trước ngày 30/4/2026", []),
        # each step before the end of the whole is looked at; one may begin on its last day
        (
            "khảo sát trong quý iv/2025, thi công trong quý iv/2026; cả công trình xong trước ngày 31/8/2026",
            [("01/10/2026", "31/08/2026")],
        ),
        ("nghiệm thu trong tháng 9; cả công trình xong trước ngày 01/9", []),
        ("nhà 2. 5 tầng; thi công trong tháng 9; cả công trình xong trước ngày 31/8", [("01/09", "31/08")]),
    ],
)
def test_days_that_come_too_late(text, days):
    assert [one[2:] for one in out_of_order(text)] == days
