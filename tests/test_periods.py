"""Periods: their writings, their two calendars, their neighbours."""

import json
import pickle
from datetime import date, timedelta
from itertools import pairwise

import builders
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.periods.period import YEARS
from chitieu.periods.text import match_period

K = ct.PeriodKind
ADMINISTRATIVE, STATISTICAL = ct.Calendar.ADMINISTRATIVE, ct.Calendar.STATISTICAL
STYLES = ["plan", "long", "digits"]


def within_a_year():
    """Make periods of the kinds that lie in one year."""
    return builders.periods().filter(lambda period: period.kind not in (K.RANGE, K.TERM) and period.year > YEARS[0])


def iso(days):
    return [day.isoformat() for day in days]


# Reading


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
        ("nhiệm kỳ 2025–2030", "term:2025/2030", date(2025, 1, 1), date(2030, 12, 31)),
    ],
)
def test_periods(text, name, start, end):
    period = ct.parse_period(text)
    assert (str(period), period.start, period.end) == (name, start, end)


WRITINGS = [
    ("quý I năm 2026", "2026-Q1"),
    ("Quý 1/2026", "2026-Q1"),
    ("QUÝ III/2026", "2026-Q3"),
    ("quý 02/2026", "2026-Q2"),
    ("quý IV-2025", "2025-Q4"),
    ("quý II, năm 2025", "2025-Q2"),
    ("quý II/năm 2025", "2025-Q2"),
    ("qúy 2 2025", "2025-Q2"),
    ("quý ba năm 2025", "2025-Q3"),
    ("quý cuối năm 2025", "2025-Q4"),
    ("3 tháng đầu năm 2025", "2025-Q1"),
    ("ba tháng cuối năm 2025", "2025-Q4"),
    ("06 tháng đầu năm 2023", "2023-H1"),
    ("sáu tháng đầu năm 2023", "2023-H1"),
    ("6 tháng đầu của năm 2023", "2023-H1"),
    ("6 tháng năm 2023", "2023-H1"),
    ("nửa đầu năm 2023", "2023-H1"),
    ("nửa cuối năm 2023", "2023-H2"),
    ("9 tháng đầu năm 2023", "2023-9M"),
    ("chín tháng năm 2023", "2023-9M"),
    ("12 tháng năm 2023", "2023"),
    ("7 tháng năm 2023", "2023-7M"),
    ("07 tháng đầu năm 2023", "2023-7M"),
    ("năm tháng đầu năm 2023", "2023-5M"),
    ("mười một tháng năm 2023", "2023-11M"),
    ("11 tháng đầu năm 2023", "2023-11M"),
    ("3 tháng năm 2023", "2023-Q1"),
    ("8 tháng/2023", "2023-8M"),
    ("lũy kế 9 tháng năm 2023", "2023-9M"),
    ("Luỹ kế 7 tháng năm 2023", "2023-7M"),
    ("mười  hai tháng năm 2023", "2023"),
    ("tháng 9/2023", "2023-09"),
    ("tháng 9 năm 2023", "2023-09"),
    ("tháng 9-2023", "2023-09"),
    ("tháng 9.2023", "2023-09"),
    ("tháng 09, năm 2023", "2023-09"),
    ("tháng\n9 năm\n 2023", "2023-09"),
    ("thời kỳ 2021-2030", "2021/2030"),
    ("thời kì 2021 – 2030", "2021/2030"),
    ("giai đoạn 2021-2025", "2021/2025"),
    ("giai đoạn 2021 đến 2025", "2021/2025"),
    ("giai đoạn từ năm 2021 đến hết năm 2025", "2021/2025"),
    ("giai\nđoạn 2021-\n2025", "2021/2025"),
    ("năm 2021 - 2025", "2021/2025"),
    ("từ năm 2021 đến năm 2025", "2021/2025"),
    ("nhiệm kỳ 2020-2025", "term:2020/2025"),
    ("NHIỆM KÌ 2020 - 2025", "term:2020/2025"),
]


@pytest.mark.parametrize(("text", "name"), WRITINGS)
def test_writings(text, name):
    """A writing means the same alone and in a sentence, composed or not."""
    assert str(ct.parse_period(text)) == name
    assert str(ct.parse_period(builders.nfd(f"  {text} "))) == name
    (mention,) = ct.find_periods(f"Trong {text}, tỉnh phấn đấu 95%.")
    assert (str(mention.value), mention.text) == (name, text)


@pytest.mark.parametrize("text", ["2021-2025", "2021 - 2025", "2021–2025"])
def test_years_alone_are_a_range_only_where_a_period_is_asked_for(text):
    assert str(ct.parse_period(text)) == "2021/2025"
    assert ct.find_periods(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2023", "quý V/2023", "quý 0/2023", "tháng 13/2023", "tháng 00/2023", "năm 1789", "năm 2151", "năm 20233",
        "năm 2023 và 2024", "2025 - 2021", "giai đoạn 2025 - 2021", "sáu tháng đầu năm", "quý I", "4 tháng cuối năm 2023",
        "9 tháng cuối năm 2023", "1 tháng đầu năm 2023", "13 tháng năm 2023", "06 tháng 01 năm 2026", "06/01/2026",
    ],
)  # fmt: skip
def test_what_is_no_period(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_period(text)
    assert info.value.code == "period.unknown"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sáu tháng đầu năm", "2023-H1"),
        ("6 tháng cuối", "2023-H2"),
        ("9 tháng", "2023-9M"),
        ("Quý IV", "2023-Q4"),
        ("tháng 3", "2023-03"),
        ("Cả năm", "2023"),
        ("năm", "2023"),
        ("quý IV/2022", "2022-Q4"),
    ],
)
def test_the_year_may_be_given_beside_the_text(text, name):
    assert str(ct.parse_period(text, year=2023)) == name


@pytest.mark.parametrize("text", ["", "quý", "31 tháng 3", "giai đoạn"])
def test_a_year_makes_no_period_of_other_words(text):
    with pytest.raises(ct.ParseError):
        ct.parse_period(text, year=2023)


def test_periods_are_found_in_order():
    text = "Trong quý I/2026, 6 tháng đầu năm 2026 và giai đoạn 2026 – 2030; Đại hội nhiệm kỳ\n2025 - 2030"
    assert [(str(m.value), m.text) for m in ct.find_periods(text)] == [
        ("2026-Q1", "quý I/2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026/2030", "giai đoạn 2026 – 2030"),
        ("term:2025/2030", "nhiệm kỳ\n2025 - 2030"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 06 tháng 01 năm 2026", "06 tháng 01\nnăm 2026", "ngày 06\ntháng 9/2026", "ngày 06, tháng 01, năm 2026", "ngày 6 tháng 9, năm 2026",
        "từ ngày 15 đến 20 tháng 9 năm 2026", "31 tháng 02 năm 2026", "06/01/2026", "4 tháng cuối năm 2026", "năm tháng cuối năm 2026",
        "giai đoạn 2025 - 2021", "1.6 tháng đầu 2026",
    ],
)  # fmt: skip
def test_what_holds_no_period(text):
    """Full dates, counts of months that are no kind of period, ranges that run backwards."""
    assert ct.find_periods(text) == ()


def test_a_number_before_a_month_is_no_day():
    found = builders.found(ct.find_periods, "Đạt 95%, tháng 8/2023; năm 2022 tháng 9/2023")
    assert [str(period) for period in found] == ["2023-08", "2022", "2023-09"]


def test_a_period_is_matched_where_it_is_asked_for_and_nowhere_else():
    lower = "xong trong quý ii/2026."
    assert match_period(lower, 11) == (ct.Period(2026, K.QUARTER, 2), 22)
    assert match_period(lower, 10) is None
    assert match_period("06 tháng 01 năm 2026", 3) is None


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.sampled_from(["long", "slash", "dash"]))
def test_no_month_comes_out_of_a_full_date(value, style):
    """Law: a sentence whose only words of time are full dates holds no period."""
    assert ct.find_periods(f"Ban hành {ct.format_date(value, style)} tại trụ sở.") == ()


# Writing


@pytest.mark.parametrize(
    ("period", "plan", "long", "digits"),
    [
        (ct.Period(2023), "năm 2023", "năm 2023", "năm 2023"),
        (ct.Period(2026, K.QUARTER, 1), "quý I/2026", "quý I năm 2026", "quý 1 năm 2026"),
        (ct.Period(2026, K.QUARTER, 4), "quý IV/2026", "quý IV năm 2026", "quý 4 năm 2026"),
        (ct.Period(2023, K.HALF, 1), *["6 tháng đầu năm 2023"] * 3),
        (ct.Period(2023, K.HALF, 2), *["6 tháng cuối năm 2023"] * 3),
        (ct.Period(2023, K.FIRST_MONTHS, 9), *["9 tháng đầu năm 2023"] * 3),
        (ct.Period(2023, K.FIRST_MONTHS, 11), *["11 tháng đầu năm 2023"] * 3),
        (ct.Period(2023, K.MONTH, 1), "tháng 01/2023", "tháng 01 năm 2023", "tháng 1 năm 2023"),
        (ct.Period(2023, K.MONTH, 3), "tháng 03/2023", "tháng 3 năm 2023", "tháng 3 năm 2023"),
        (ct.Period(2021, K.RANGE, last_year=2025), *["giai đoạn 2021 - 2025"] * 3),
        (ct.Period(2020, K.TERM, last_year=2025), *["nhiệm kỳ 2020 - 2025"] * 3),
    ],
)
def test_periods_are_written_as_plans_write_them(period, plan, long, digits):
    assert ct.format_period(period) == plan
    assert [ct.format_period(period, style) for style in STYLES] == [plan, long, digits]


def test_a_style_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="style must be 'plan', 'long' or 'digits', not 'roman'"):
        ct.format_period(ct.Period(2023), "roman")


@given(builders.periods(), st.sampled_from(STYLES))
def test_what_is_written_reads_back(period, style):
    """Law: parse_period undoes format_period, and find_periods finds exactly it in a sentence."""
    text = ct.format_period(period, style)
    assert ct.parse_period(text) == period
    assert builders.found(ct.find_periods, f"Kế hoạch {text}; báo cáo.") == [period]


@given(builders.periods(), builders.periods())
def test_the_code_of_a_period_is_its_own(one, other):
    """Law: two periods have one code only if they are one."""
    assert (str(one) == str(other)) == (one == other)


@given(builders.periods())
def test_periods_go_through_json_and_pickle(period):
    """Law: the code of every kind is read back from a JSON document; a term stays a term."""
    plan = ct.Plan(period=period)
    assert ct.from_json(ct.to_json(plan)).period == period
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301  (our own bytes)


@pytest.mark.parametrize(
    "code", ["term:2020", "term:2020-Q1", "term:2025/2020", "2025/2021", "1789", "2023-00", "2023-13"]
)
def test_codes_that_are_no_period_are_refused_with_their_place(code):
    document = json.dumps({"schema": "chitieu/plan/1", "plan": {"period": code}})
    with pytest.raises(ct.DocumentError) as info:
        ct.from_json(document)
    assert info.value.path == "$.plan.period"


# What can be


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"year": 1899}, "period.year"),
        ({"year": 2151}, "period.year"),
        ({"year": 2023.0}, "period.year"),
        ({"year": "2023"}, "period.year"),
        ({"year": 2023, "last_year": 2200, "kind": K.RANGE}, "period.year"),
        ({"year": 2023, "kind": "quarter"}, "period.kind"),
        ({"year": 2023, "kind": K.QUARTER, "index": 5}, "period.index"),
        ({"year": 2023, "kind": K.QUARTER, "index": 0}, "period.index"),
        ({"year": 2023, "kind": K.HALF, "index": 3}, "period.index"),
        ({"year": 2023, "kind": K.MONTH, "index": 13}, "period.index"),
        ({"year": 2023, "kind": K.MONTH, "index": True}, "period.index"),
        ({"year": 2023, "kind": K.FIRST_MONTHS, "index": 6}, "period.first_months"),
        ({"year": 2023, "kind": K.FIRST_MONTHS, "index": 9.0}, "period.first_months"),
        ({"year": 2023, "kind": K.FIRST_MONTHS}, "period.first_months"),
        ({"year": 2023, "index": 2}, "period.index"),
        ({"year": 2021, "kind": K.RANGE, "index": 2, "last_year": 2025}, "period.index"),
        ({"year": 2025, "kind": K.RANGE, "last_year": 2021}, "period.backwards"),
        ({"year": 2025, "kind": K.TERM, "last_year": 2021}, "period.backwards"),
        ({"year": 2021, "last_year": 2025}, "period.long"),
        ({"year": 2021, "kind": K.MONTH, "last_year": 2022}, "period.long"),
    ],
)
def test_periods_that_cannot_be_are_refused(fields, code):
    with pytest.raises(ct.PeriodError) as info:
        ct.Period(**fields)
    error = info.value
    assert isinstance(error, ct.ChitieuError)
    assert isinstance(error, ValueError)
    assert error.code == code
    assert error.message("vi") not in ("", error.message("en"))
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301  (our own bytes)


def test_errors_say_what_to_do():
    with pytest.raises(
        ct.PeriodError, match="index 5 does not exist for a period of kind 'quarter': give a whole number from 1 to 4"
    ):
        ct.Period(2023, K.QUARTER, 5)


def test_a_letter_dated_before_the_years_of_plans_has_no_period():
    text = builders.plan_text("I. CHỈ TIÊU\n1. Tăng trưởng kinh tế đạt 9%.").replace(
        "tháng 3 năm 2026", "tháng 3 năm 1789"
    )
    plan = ct.parse_plan(text.replace("năm 2026", "mới"))
    assert (plan.issued, plan.period) == (date(1789, 3, 5), None)


# Calendars


CALENDAR_2023 = [
    ("tháng 1", "2022-12-15", "2023-01-14"),
    ("tháng 3", "2023-02-15", "2023-03-14"),
    ("quý I", "2022-12-15", "2023-03-14"),
    ("quý II", "2023-03-15", "2023-06-14"),
    ("quý III", "2023-06-15", "2023-09-14"),
    ("quý IV", "2023-09-15", "2023-12-14"),
    ("6 tháng đầu năm", "2022-12-15", "2023-06-14"),
    ("6 tháng cuối năm", "2023-06-15", "2023-12-14"),
    ("9 tháng", "2022-12-15", "2023-09-14"),
    ("lũy kế 7 tháng", "2022-12-15", "2023-07-14"),
    ("năm", "2022-12-15", "2023-12-14"),
]


@pytest.mark.parametrize(("text", "first", "last"), CALENDAR_2023)
def test_administrative_days_of_2023(text, first, last):
    """Nghị định 09/2019/NĐ-CP; nine months by Quyết định 01/2023/QĐ-UBND of Khánh Hòa."""
    assert iso(ct.parse_period(text, year=2023).bounds(ADMINISTRATIVE)) == [first, last]


@given(within_a_year())
def test_the_administrative_period_begins_and_ends_on_its_days(period):
    """Law: it begins on the 15th of the month before its first and ends on the 14th of its last."""
    first, last = period.bounds(ADMINISTRATIVE)
    before = period.start - timedelta(days=1)
    assert first == before.replace(day=15)
    assert last == period.end.replace(day=14)


@given(within_a_year(), st.sampled_from(ct.Calendar))
def test_a_period_and_the_next_leave_no_day_between(period, calendar):
    """Law: in either calendar, periods of one kind tile the days (first months aside)."""
    assume(period.kind is not K.FIRST_MONTHS)
    assert period.next().bounds(calendar)[0] - period.bounds(calendar)[1] == timedelta(days=1)


@given(within_a_year(), st.sampled_from(ct.Calendar))
def test_the_months_of_a_period_cover_it(period, calendar):
    """Law: in either calendar a period lasts from the first day of its first month to the last day of its last."""
    months = period.months()
    assert (months[0].bounds(calendar)[0], months[-1].bounds(calendar)[1]) == period.bounds(calendar)
    assert all(one.next() == other for one, other in pairwise(months))


@given(builders.periods(), st.dates(date(1899, 12, 1), date(2150, 12, 31)), st.sampled_from(ct.Calendar))
def test_a_period_contains_the_days_between_its_bounds(period, day, calendar):
    """Law: contains agrees with bounds."""
    assume(calendar is STATISTICAL or period.kind not in (K.RANGE, K.TERM))
    first, last = period.bounds(calendar)
    assert period.contains(day, calendar) == (first <= day <= last)
    assert period.contains(first, calendar)
    assert not period.contains(last + timedelta(days=1), calendar)


@given(builders.periods())
def test_statistical_days_are_those_of_the_calendar(period):
    """Law: without a calendar named, a period has the calendar's days, whole months of them."""
    assert period.bounds() == period.bounds(STATISTICAL) == (period.start, period.end)
    assert period.start < period.end
    assert period.start.day == (period.end + timedelta(days=1)).day == 1


@pytest.mark.parametrize("kind", [K.RANGE, K.TERM])
def test_no_rule_gives_several_years_administrative_days(kind):
    with pytest.raises(ct.PeriodError, match="no rule gives the administrative days") as info:
        ct.Period(2021, kind, last_year=2025).bounds(ADMINISTRATIVE)
    assert (info.value.code, info.value.kind) == ("period.calendar", kind.value)


def test_an_unknown_calendar_is_refused():
    with pytest.raises(ValueError, match="lunar"):
        ct.Period(2023).bounds("lunar")


# Neighbours


@pytest.mark.parametrize(
    ("text", "before", "after", "year_before"),
    [
        ("năm 2023", "2022", "2024", "2022"),
        ("quý I/2023", "2022-Q4", "2023-Q2", "2022-Q1"),
        ("tháng 12/2023", "2023-11", "2024-01", "2022-12"),
        ("6 tháng cuối năm 2023", "2023-H1", "2024-H1", "2022-H2"),
        ("9 tháng năm 2023", "2022-9M", "2024-9M", "2022-9M"),
        ("7 tháng năm 2023", "2022-7M", "2024-7M", "2022-7M"),
    ],
)
def test_neighbours(text, before, after, year_before):
    period = ct.parse_period(text)
    assert [str(p) for p in (period.previous(), period.next(), period.same_period_last_year())] == [
        before,
        after,
        year_before,
    ]


def test_a_range_is_followed_by_the_next_years_and_a_term_begins_in_the_last():
    plan, term = ct.parse_period("giai đoạn 2021 - 2025"), ct.parse_period("nhiệm kỳ 2020 - 2025")
    assert [str(p) for p in (plan.previous(), plan.next())] == ["2016/2020", "2026/2030"]
    assert [str(p) for p in (term.previous(), term.next())] == ["term:2015/2020", "term:2025/2030"]
    assert str(ct.Period(2020, K.TERM).next()) == "term:2021/2021"


@pytest.mark.parametrize("text", ["giai đoạn 2021 - 2025", "nhiệm kỳ 2020 - 2025"])
def test_several_years_have_no_same_period_of_the_year_before(text):
    with pytest.raises(ct.PeriodError) as info:
        ct.parse_period(text).same_period_last_year()
    assert info.value.code == "period.last_year"


def test_the_years_of_periods_end_somewhere():
    with pytest.raises(ct.PeriodError):
        ct.Period(2150, K.QUARTER, 4).next()
    with pytest.raises(ct.PeriodError):
        ct.Period(1900).same_period_last_year()


@given(builders.periods().filter(lambda period: 1930 < period.year < 2100))
def test_previous_undoes_next(period):
    """Law: next and previous undo each other and go forwards and backwards."""
    assert period.next().previous() == period.previous().next() == period
    assert period.previous().start < period.start < period.next().start
    assert period.next().kind is period.kind


@given(within_a_year())
def test_the_same_period_of_the_year_before_is_as_many_steps_back_as_a_year_has(period):
    """Law: four quarters back is the same quarter of the year before, twelve months back the same month."""
    back = period
    for _ in range({K.QUARTER: 4, K.MONTH: 12, K.HALF: 2}.get(period.kind, 1)):
        back = back.previous()
    assert back == period.same_period_last_year()


@pytest.mark.parametrize(
    ("text", "quarters", "months"),
    [
        ("năm 2023", 4, 12),
        ("6 tháng cuối năm 2023", 2, 6),
        ("9 tháng năm 2023", 3, 9),
        ("7 tháng năm 2023", 2, 7),
        ("quý II/2023", 1, 3),
        ("tháng 2/2023", 0, 1),
        ("tháng 3/2023", 0, 1),
        ("giai đoạn 2021 - 2025", 20, 60),
        ("nhiệm kỳ 2020 - 2025", 24, 72),
    ],
)
def test_the_parts_of_a_period(text, quarters, months):
    period = ct.parse_period(text)
    assert (len(period.quarters()), len(period.months())) == (quarters, months)
    assert [m for quarter in period.quarters() for m in quarter.months()] == list(period.months()[: 3 * quarters])


@given(st.integers(1900, 2150), st.integers(1, 12), st.integers(1, 12))
def test_a_period_of_months_has_these_months_or_is_refused(year, first, last):
    """Law: of_months gives the one period with these months, a month, quarter, half-year or what begins in January."""
    if not (first == 1 or (last - first in (0, 2, 5) and last % (last - first + 1) == 0)) or last < first:
        with pytest.raises(ct.PeriodError) as info:
            ct.Period.of_months(year, first, last)
        assert info.value.code == "period.months"
        return
    period = ct.Period.of_months(year, first, last)
    assert [month.index for month in period.months()] == list(range(first, last + 1))
    assert ct.parse_period(ct.format_period(period)) == period


@given(within_a_year())
def test_every_period_of_a_year_is_found_by_its_months(period):
    """Law: of_months undoes months, so no stretch of months has two periods."""
    months = period.months()
    assert ct.Period.of_months(period.year, months[0].index, months[-1].index) == period


def test_periods_order_by_year_then_the_longer_first():
    texts = [
        "năm 2024",
        "quý II/2023",
        "năm 2023",
        "giai đoạn 2023 - 2025",
        "nhiệm kỳ 2023 - 2025",
        "tháng 1/2023",
        "quý I/2023",
    ]
    assert [str(p) for p in sorted(map(ct.parse_period, texts))] == [
        "term:2023/2025", "2023/2025", "2023", "2023-Q1", "2023-Q2", "2023-01", "2024",
    ]  # fmt: skip


@given(builders.periods(), builders.periods())
def test_order_agrees_with_equality(one, other):
    """Law: of two periods either one is less or they are equal."""
    assert (one < other) + (other < one) + (one == other) == 1
