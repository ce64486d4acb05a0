"""Ranges of days and periods that cannot be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.day_ranges import backward_ranges, day_ranges, read_end

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
JOINTS = st.sampled_from([("từ ngày", "đến ngày"), ("từ", "đến hết"), ("từ", "tới"), ("từ ngày", "-")])


def slash(day):
    return f"{day.day:02}/{day.month}/{day.year}"


@given(DAYS, st.integers(-500, 500), JOINTS)
def test_law_a_range_is_reported_where_it_ends_before_it_begins(first, days, joint):
    """Two whole days: reported if and only if the second is before the first."""
    last = first + timedelta(days=days)
    found = list(backward_ranges(f"thi công {joint[0]} {slash(first)} {joint[1]} {slash(last)}.", None))
    assert bool(found) == (last < first)


@given(st.text(max_size=60))
def test_law_any_text_is_read(text):
    """No text stops the reader, and ranges lie in the text."""
    assert all(0 <= one.start < one.stop <= len(text) for one in day_ranges(text))


@pytest.mark.parametrize(
    "text",
    [
        "từ quý iv đến quý ii/2026",
        "trong 6 tháng đầu năm 2026, chậm nhất ngày 20/7",
        "trình kỳ họp thường lệ giữa năm 2026 (tháng 11/2026)",
        "từ tháng 12 đến tháng 11/2026",
        "trong mùa nước nổi (15/9 - 15/7/2026)",
        "từ 8 giờ ngày 12/5/2026 đến 17 giờ ngày 10/5/2026",
        "khởi công kè ngày 15/8/2026, hoàn thành trước ngày 30/6/2026",
        "khai giảng ngày 15/8/2026, bế giảng ngày 20/7/2026",
        "từ ngày 20/5 đến ngày 15/5",
        "ban hành trong quý i/2026 (trước ngày 30/5/2026)",
        "ban hành trong quý iii/2026, chậm nhất ngày 15/6/2026",
    ],
)
def test_ranges_that_run_backwards(text):
    assert list(backward_ranges(text, 2026))


@pytest.mark.parametrize(
    "text",
    [
        "từ quý i đến quý iv/2026",
        "trong 6 tháng đầu năm 2026, chậm nhất ngày 20/6",
        "trước ngày khai mạc lễ hội 20/4/2026, hoàn thành trước ngày 15/4/2026",
        "kỳ họp cuối năm 2025 (tháng 12/2025), kỳ họp giữa năm 2026 (tháng 7/2026)",
        "từ đầu năm 2026 đến tháng 3/2026, từ cuối năm 2025 đến đầu năm 2026",
        "từ tháng 11 đến tháng 02/2026",  # a season over the turn of the year
        "vụ đông xuân từ tháng 10 đến tháng 9/2026",
        "từ quý iii đến quý i/2027",  # of a plan for 2026
        "từ 15/12/2025 đến 14/3/2026",
        "số liệu báo cáo từ 15/12 đến 14/12/2026",
        "giảm từ 3/4 xuống 2/4 xã, tăng từ 10/12 đến 8/12 xã",
        "hoàn thành hồ sơ trước ngày 30/4/2026, khởi công ngày 15/5/2026",
        "khởi công cầu a ngày 30/6/2026, hoàn thành cầu b trước ngày 30/4/2026",
        "từ ngày 16/11 đến ngày 15/3 năm sau",
        "nghiệm thu trong tháng 6/2026 (trước ngày 01/7/2026)",
        "trong quý i/2026 (trước ngày 15/3/2026)",
        "từ ngày 31/2/2026 đến ngày 15/1/2026",  # another rule tells of days that are none
    ],
)
def test_ranges_that_may_be(text):
    assert not list(backward_ranges(text, 2026))


def test_days_without_a_year_are_shown_without_one():
    assert [one[2:] for one in backward_ranges("từ ngày 20/5 đến ngày 15/5", 2026)] == [("20/05", "15/05")]


def test_quarters_need_their_word_or_a_year():
    assert read_end("iv", 0) is None
    assert read_end("iv/2026", 0).first == (10, 1)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("quý i/2026", (1, 1), (3, 31)),
        ("quý ii/2026", (4, 1), (6, 30)),
        ("quý iii/2026", (7, 1), (9, 30)),
        ("quý iv/2026", (10, 1), (12, 31)),
        ("quý 1/2026", (1, 1), (3, 31)),
        ("quý 2/2026", (4, 1), (6, 30)),
        ("quý 3/2026", (7, 1), (9, 30)),
        ("quý 4 năm 2026", (10, 1), (12, 31)),
        ("6 tháng đầu năm 2026", (1, 1), (6, 31)),
        ("06 tháng cuối năm 2026", (7, 1), (12, 31)),
        ("nửa đầu năm 2026", (1, 1), (6, 31)),
        ("đầu năm 2026", (1, 1), (5, 31)),
        ("giữa năm 2026", (5, 1), (8, 31)),
        ("cuối năm 2026", (9, 1), (12, 31)),
        ("tháng 2/2026", (2, 1), (2, 29)),
        ("tháng 12 năm 2026", (12, 1), (12, 31)),
        ("30/4/2026", (4, 30), (4, 30)),
        ("ngày 1 tháng 12 năm 2026", (12, 1), (12, 1)),
        ("ngày 31 tháng 1/2026", (1, 31), (1, 31)),
    ],
)
def test_ends(words, first, last):
    end = read_end(words, 0)
    assert (end.first, end.last, end.year, end.stop) == (first, last, 2026, len(words))
    assert end.day(2026, last=True).month == last[0]


@pytest.mark.parametrize(
    "words", ["ngày 0/4/2026", "ngày 31/4/2026", "ngày 15/13/2026", "ngày 15/0/2026", "ngày 30/2/2026"]
)
def test_days_that_are_none_are_no_ends(words):
    assert read_end(words, 0) is None


@given(st.integers(1, 160), st.booleans())
def test_law_only_a_short_way_back_is_no_season(back, years):
    """Over the turn of the year a range would be longer than any season; without a year only some weeks back are sure."""
    last = date(2026, 10, 20)
    first = last + timedelta(days=-back)
    text = f"từ ngày {last.day}/{last.month} đến ngày {first.day}/{first.month}{'/2026' * years}"
    assert bool(list(backward_ranges(text, 2026))) == (back < (110 if years else 45))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("trong quý i/2026 (trước ngày 01/4/2026)", []),
        ("trong quý i/2026 (trước ngày 02/4/2026)", [("02/04/2026", "31/03/2026")]),
        ("trong quý i (trước ngày 02/4/2026)", [("02/04/2026", "31/03/2026")]),
        ("trong quý i/2026 (trước ngày 02/4)", [("02/04/2026", "31/03/2026")]),
        ("trong quý i (trước ngày 02/4)", []),
        ("trong quý iii/2026, chậm nhất ngày 01/7/2026", []),
        ("trong quý iii/2026, chậm nhất ngày 30/6/2026", [("01/07/2026", "30/06/2026")]),
        ("trong quý iii/2026, chậm nhất quý iv", []),
        ("trước ngày 30/5 từ 20/5 đến 15/5", []),
        # the year stands at the first day alone, or at none, or is that of another plan
        ("từ ngày 20/5/2026 đến ngày 15/5", []),
        ("từ 20/5 đến 15/5", []),
        ("từ tháng 5 đến tháng 4", []),
        ("từ ngày 20/5 đến ngày 15/5/2027", []),
        ("từ ngày 20/5 đến ngày 15/5/2026", [("20/05/2026", "15/05/2026")]),
        ("từ 8 giờ ngày 20/5 đến 17 giờ ngày 15/5", [("20/05", "15/05")]),
        # so long back it may be over the turn of the year
        ("từ ngày 20/10 đến ngày 06/9", [("20/10", "06/09")]),
        ("từ ngày 20/10 đến ngày 05/9", []),
        ("từ ngày 20/10 đến ngày 03/7/2026", [("20/10/2026", "03/07/2026")]),
        ("từ ngày 20/10 đến ngày 02/7/2026", []),
        # a period of no year hides none behind it
        ("trong quý i (trước ngày 02/4), trong quý ii/2026 (trước ngày 05/7)", [("05/07/2026", "30/06/2026")]),
        # one range is told of once, two of them twice
        ("khởi công từ ngày 20/5/2026 đến ngày 15/5/2026", [("20/05/2026", "15/05/2026")]),
        (
            "từ 20/5/2026 đến 15/5/2026, từ 20/8/2026 đến 15/8/2026",
            [("20/05/2026", "15/05/2026"), ("20/08/2026", "15/08/2026")],
        ),
        ("từ 12 - 10/8/2026", [("12/08/2026", "10/08/2026")]),
        ("từ 32 - 10/8/2026", []),
        ("từ 0 - 10/8/2026", []),
        ("từ 31 - 10/9/2026", []),
        ("từ 12 - 10/8", []),
        ("từ 12 - tháng 8/2026", []),
    ],
)
def test_what_is_shown(text, shown):
    assert [one[2:] for one in backward_ranges(text, 2026)] == shown
