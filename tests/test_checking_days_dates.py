"""Rules about days: silent on good plans, one finding on each fault."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking.days import dates

ISSUED = date(2026, 1, 16)


def task(due, text="Trình đề án"):
    return ct.Plan(
        issued=ISSUED, period=ct.Period(2026), assignments=(ct.Assignment("Sở Y tế", tasks=(ct.Task(text, due=due),)),)
    )


def test_a_good_plan_is_silent():
    assert codes(plan()) == []


def test_a_deadline_before_the_plan():
    finding = only(plan(work="1. Sở Tài chính\n- Trình đề án trước ngày 31/12/2025."), dates.due_before_issue)
    assert (finding.line, finding.fields["deadline"]) == (14, date(2025, 12, 31))
    assert finding.message_vi == "thời hạn 31/12/2025 sớm hơn ngày ban hành kế hoạch (16/01/2026)"


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_law_a_deadline_is_never_both_too_early_and_too_late(due):
    """One deadline has at most one finding, and has one exactly outside the day of issue and the month after the year."""
    findings = found(task(due), dates.due_before_issue, dates.due_after_period)
    assert [one.code for one in findings] == (
        ["due-before-issue"] if due < ISSUED else ["due-after-period"] if due > date(2027, 1, 31) else []
    )


@given(st.integers(1, 4), st.sampled_from([2024, 2025, 2026]))
def test_law_a_period_counts_by_its_last_day(quarter, year):
    """A quarter is over when its last day is."""
    period = ct.Period(year, ct.PeriodKind.QUARTER, quarter)
    assert bool(found(task(period), dates.due_before_issue)) == (period.end < ISSUED)


@pytest.mark.parametrize(
    "work",
    [
        "Thanh toán các khoản nợ phát sinh trước ngày 31/12/2024.",
        "Cấp giấy cho các hộ sử dụng đất từ trước ngày 15/10/1993.",
        "Rà soát các dự án được cấp trước ngày 01/7/2025.",
        "Chi trả trợ cấp cho người có quyết định trước ngày 01/7/2021.",
        "Rà soát 12 hộ vi phạm trước ngày 01/7/2021, xong trước ngày 30/6/2026.",
    ],
)
def test_days_that_tell_which_things_are_meant_are_no_deadlines(work):
    assert codes(plan(work=f"1. Sở Tài chính\n- {work}")) == []


def test_a_deadline_after_the_year():
    finding = only(plan(work="1. Sở Xây dựng\n- Sửa xong đường trước ngày 31/5/2027."), dates.due_after_period)
    assert finding.fields == {"about": finding.about, "deadline": date(2027, 5, 31), "end": date(2026, 12, 31)}


@pytest.mark.parametrize(
    "work",
    [
        "Báo cáo kết quả cả năm trước ngày 15/01/2027.",  # annual reports come in January
        "Dự án cầu số 2: khởi công trong năm, hoàn thành trong năm 2028.",
        "Báo cáo hằng quý.",
    ],
)
def test_work_that_may_go_on(work):
    assert codes(plan(work=f"1. Sở Xây dựng\n- {work}")) == []


def test_the_period_is_not_guessed_from_the_day_of_issue():
    lines = {"title": "Thực hiện chương trình chuyển đổi số", "work": "1. Sở Y tế\n- Hoàn thành trước ngày 30/6/2028."}
    assert codes(plan(**lines)) == []
    assert codes(plan(**{**lines, "title": "Chuyển đổi số giai đoạn 2026 - 2030"})) == []
    assert codes(plan(**{**lines, "title": "Chuyển đổi số đến năm 2028"})) == []


def test_a_plan_issued_when_its_year_is_over():
    late = {"title": "Phát triển kinh tế - xã hội năm 2025"}  # its deadlines are no faults of their own
    assert only(plan(**late), dates.issued_after_period).fields["end"] == date(2025, 12, 31)
    assert codes(plan(**late | {"title": "Báo cáo kết quả phát triển kinh tế - xã hội năm 2025"})) == []


def test_a_title_of_another_year():
    wrong = plan(title="Phát triển kinh tế - xã hội năm 2028", work="- Năm 2026, năm 2026 và năm 2026 làm đường.")
    assert [one.fields["meant"] for one in found(wrong, dates.title_year)] == [2026]
    assert not found(plan(title="Đại hội thể thao năm 2028"), dates.title_year)
    built = ct.Plan(title="Kế hoạch năm 2026", period=ct.Period(2025))
    assert [one.fields["year"] for one in found(built, dates.title_year)] == [2026]
    assert not found(ct.Plan(title="Kế hoạch năm 2026", period=ct.Period(2026)), dates.title_year)
    assert not found(plan(issued="20 tháng 12 năm 2025"), dates.title_year)


@pytest.mark.parametrize(
    "written",
    [
        "ngày 31 tháng 6", "31 tháng 6 năm 2026", "ngày 29 tháng 02 năm 2026", "29/02/2026", "ngày 31/6", "ngày 31/6/2026",
        "tháng 13/2026", "tháng 13 năm 2026", "ngày 15 tháng 13 năm 2026", "15/13/2026", "ngày 15-13-2026", "quý V/2026",
        "ngày 32 tháng 12 năm 2025", "ngày 00/12/2026", "quý 5 năm 2026", "ngày 31 tháng cuối quý", "ngày 32 hằng tháng", "ngày 31.9.2026", "ngày 30/02 hằng năm",
    ],
)  # fmt: skip
def test_days_no_calendar_has(written):
    finding = only(plan(work=f"1. Sở Y tế\n- Kiểm tra các trạm y tế từ {written}."), dates.date_impossible)
    assert finding.fields["written"] in written
    assert finding.quote.splitlines()[1].strip() == "^" * len(finding.fields["written"])


@pytest.mark.parametrize(
    "written",
    [
        "51/58 xã", "ngày 24/7", "trực suốt ngày 24/24.", "lương tháng 13 năm 2026", "36 tháng 6 ngày", "24 tháng 9 năm",
        "học 2 buổi/ngày 45/60 trường", "ngày 30/4 và 01/5", "số 31/2022/NQ-HĐND", "phiên bản 1.31.2023", "0275 38-22-1234",
        "ngày 29 tháng 02 năm 2024", "29/02/2024", "ngày 29 tháng 2", "từ ngày 25 - 31/5", "quý IV/2026", "tháng 12/2026",
        "15/18 chỉ tiêu", "từ 8 đến 13/15 xã", "tăng từ 10/15 đến 13/15;", "tỷ lệ 12/31", "1/500", "điểm 4.13.2 của kế hoạch",
         "các ngày 10, 20, 30 hằng tháng", "11/11/2026", "ngày 31 hằng tháng",
    ],
)  # fmt: skip
def test_numbers_that_are_no_impossible_days(written):
    assert not found(f"Kiểm tra {written}", dates.date_impossible)


@given(st.integers(1900, 2099), st.integers(0, 15), st.integers(0, 40))
def test_law_a_date_is_reported_exactly_if_the_calendar_lacks_it(year, month, day):
    """Every full date is a day of the calendar or reported, once."""
    real = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    findings = found(f"trước ngày {day:02}/{month:02}/{year:04}.", dates.date_impossible)
    assert len(findings) == (not real)


def test_a_built_plan_is_looked_at_piece_by_piece():
    finding = only(task(date(2026, 6, 30), "Họp ngày 31 tháng 6"), dates.date_impossible)
    assert (finding.line, finding.about) == (None, "ngày 31 tháng 6")
    assert finding.quote.startswith("Họp ngày 31 tháng 6\n    ^^^^")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cập nhật quý I trước ngày 20/3/2026, quý II trước ngày 20/6/2025", [date(2025, 6, 20)]),
        ("Cập nhật quý I trước ngày 20/3/2025, quý II trước ngày 20/6/2025", [date(2025, 3, 20), date(2025, 6, 20)]),
        ("Hoàn thành đường ven sông trước tháng 11/2025", [date(2025, 11, 30)]),
        ("Thanh lý các xe đã mua trước ngày 01/01/2020, xong trước ngày 30/6/2026", []),
        ("Báo cáo quý IV trước ngày 15/01", []),
        ("Báo cáo quý IV trước ngày 15/01/2026", [date(2026, 1, 15)]),
        ("Trình đề án trước ngày 15/01", [date(2026, 1, 15)]),
        ("Bàn giao hồ sơ trong năm 2026", []),
    ],
)
def test_every_deadline_of_a_task_counts(text, expected):
    findings = found(plan(work=f"1. Sở Tài chính\n- {text}."), dates.due_before_issue)
    assert [one.fields["deadline"] for one in findings] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hoàn thành sắp xếp 12 trạm y tế trước ngày 31/10/2025", ["due-before-issue"]),
        ("Hoàn thành sắp xếp 12 trạm y tế trước ngày 31/10/2027", ["due-after-period"]),
        ("Hoàn thành sắp xếp 12 trạm y tế trước ngày 31/10/2026", []),
        ("Giảm 5% số biên chế được giao trước ngày 31/10/2021", []),
    ],
)
def test_deadlines_of_lines_that_are_no_tasks(line, expected):
    assert codes(plan(lines=f"1. {line};\n2. Kim ngạch xuất khẩu đạt 1.250 triệu USD;")) == expected


def test_days_before_the_first_line_are_no_deadlines():
    bases = "Căn cứ Luật Đầu tư công; các dự án hoàn thành trước ngày 31/12/2024 được quyết toán;"
    assert codes(plan(bases=bases)) == []


def test_on_the_last_day_of_its_year_a_plan_may_still_be_late_with_a_task():
    section = ct.Assignment("Sở Y tế", tasks=(ct.Task("Trình đề án", due=date(2026, 6, 1)),))
    last = ct.Plan(issued=date(2026, 12, 31), period=ct.Period(2026), assignments=(section,))
    assert [one.code for one in found(last, dates.due_before_issue, dates.issued_after_period)] == ["due-before-issue"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Họp ngày 31/6 và ngày 32/5.", ["31/6", "32/5"]),
        ("Số hóa hồ sơ đến 31/9 đạt 85%.", ["31/9"]),
        ("Khai mạc thứ Bảy, ngày 16/7/2026.", ["thứ Bảy, ngày 16/7/2026"]),
        ("Họp 30 tháng 02 năm 2026.", ["30 tháng 02 năm 2026"]),
        ("Kéo dài 36 tháng 6 năm 2026.", []),  # a duration
        ("Họp ngày 31/13 và ngày 32/13.", ["31/13"]),
        ("Họp ngày 30/13 và ngày 33/13.", ["30/13"]),
        ("Tăng đến 31/13 và đến 31/4.", ["31/4"]),
        ("Họp tháng 0/2026 và tháng 12/2026.", ["tháng 0/2026"]),
        ("Họp ngày 31/13/2026.", ["ngày 31/13/2026"]),  # one place, though its parts are wrong too
        ("Họp 31/13/2026tháng 13/2026.", ["31/13/2026", "tháng 13/2026"]),
        ("Họp ngày 31/6/2026, tháng 13/2026 và quý V/2026.", ["ngày 31/6/2026", "tháng 13/2026", "quý V/2026"]),
    ],
)
def test_each_impossible_day_is_one_place(text, places):
    assert [one.span.of(text) for one in found(ct.Plan(text=text), dates.date_impossible)] == places


@pytest.mark.parametrize(
    ("title", "issued", "period", "end"),
    [
        ("Kế hoạch năm 2025", date(2026, 1, 16), ct.Period(2025), date(2025, 12, 31)),
        ("Kế hoạch năm 2025, tầm nhìn đến năm 2030", date(2026, 1, 16), ct.Period(2025), None),
        ("Kế hoạch chuyển đổi số", date(2026, 1, 16), ct.Period(2025), date(2025, 12, 31)),
        ("Kế hoạch năm 2025", None, ct.Period(2025), None),
        ("Kế hoạch năm 2025", date(2026, 1, 16), None, None),
        (None, date(2026, 1, 16), ct.Period(2025), date(2025, 12, 31)),
    ],
)
def test_the_years_of_a_plan_end_with_those_of_its_title(title, issued, period, end):
    late = found(ct.Plan(title=title, issued=issued, period=period, number="9/KH-UBND"), dates.issued_after_period)
    assert [one.fields["end"] for one in late] == ([] if end is None else [end])
    assert all((one.about, one.quote.partition("\n")[0]) == (title or "9/KH-UBND", title or "") for one in late)


def test_a_day_far_behind_all_others_of_a_plan_without_a_year_in_its_title():
    days = ["31/3/2026", "30/4/2026", "31/5/2026", "30/6/2026", "31/7/2026"]
    work = "1. Sở Tài chính\n" + "\n".join(f"- Trình đề án số {at} trước ngày {day}." for at, day in enumerate(days, 1))
    far = f"{work}\n- Trình đề án cuối trước ngày 30/9/2029."
    checked = plan(title="Đổi mới công tác", work=far, reports="1. Các sở thực hiện.")
    assert [finding.fields["deadline"].year for finding in found(checked, dates.due_after_period)] == [2029]
    twice = plan(
        title="Đổi mới công tác", work=f"{far}\n- Trình đề án nữa trước ngày 30/9/2028.", reports="1. Các sở thực hiện."
    )
    assert not found(twice, dates.due_after_period)


@pytest.mark.parametrize(("said", "number"), [("năm học 2026 - 2027", 0), ("năm học", 1)])
def test_a_task_of_years_that_run_on_may_end_in_them(said, number):
    checked = plan(work=f"1. Sở Y tế\n- Tổng kết {said} trước ngày 31/5/2027.")
    assert len(found(checked, dates.due_after_period)) == number


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("Tổng kết kế hoạch trước ngày 31/3/2031.", []),
        ("Báo cáo kết quả cả giai đoạn trước ngày 30/6/2031.", []),
        ("Tổng kết kế hoạch trước ngày 31/8/2031.", ["due-after-period"]),
        ("Xây xong cầu trước ngày 31/3/2031.", ["due-after-period"]),
    ],
)
def test_several_years_are_looked_back_upon_in_the_half_year_after_them(work, expected):
    several = plan(title="Phát triển đô thị giai đoạn 2026 - 2030", work=f"1. Sở Tài chính\n- {work}")
    assert [one.code for one in found(several, dates.due_after_period)] == expected


def test_one_year_is_looked_back_upon_in_the_month_after_it():
    late = plan(work="1. Sở Tài chính\n- Tổng kết kế hoạch trước ngày 31/3/2027.")
    assert [one.code for one in found(late, dates.due_after_period)] == ["due-after-period"]


@given(st.integers(1, 12), st.integers(-1, 1))
def test_law_work_may_run_on_until_the_end_of_the_next_month(month, days):
    """Whatever month a plan ends in, its last reports and payments come in the one behind."""
    tail = ct.Period(2026 + month // 12, ct.PeriodKind.MONTH, month % 12 + 1).end
    section = ct.Assignment("Sở Y tế", tasks=(ct.Task("Trình đề án", due=tail + timedelta(days=days)),))
    built = ct.Plan(period=ct.Period(2026, ct.PeriodKind.MONTH, month), assignments=(section,))
    assert bool(found(built, dates.due_after_period)) == (days > 0)


@pytest.mark.parametrize(
    ("work", "number"),
    [
        ("Hoàn thành dự án kè sông trong năm 2028.", 0),
        ("Hoàn thành số hóa sổ bộ trong năm 2028.", 1),
        ("Hoàn thành dự án kè sông trước ngày 30/6/2028.", 1),
        ("Gửi báo cáo quyết toán ngân sách trước ngày 31/5/2027.", 0),
    ],
)
def test_works_of_several_years_and_accounts(work, number):
    assert len(found(plan(work=f"1. Sở Tài chính\n- {work}"), dates.due_after_period)) == number


@pytest.mark.parametrize(("number", "late"), [(3, 0), (4, 1)])
def test_the_others_are_some(number, late):
    """Of a plan without a year in its title five deadlines tell how far it looks."""
    days = ["31/3/2026", "30/4/2026", "31/5/2026", "31/12/2027"][-number:]
    work = "\n".join(f"- Trình đề án số {at} trước ngày {day}." for at, day in enumerate([*days, "30/9/2029"], 1))
    checked = plan(title="Đổi mới công tác", work=f"1. Sở Tài chính\n{work}", reports="1. Các sở thực hiện.")
    assert len(found(checked, dates.due_after_period)) == late


@pytest.mark.parametrize(
    ("issued", "year", "body", "number"),
    [
        ("20 tháng 6 năm 2026", 2027, "năm 2026, năm 2026 và năm 2026", 1),
        ("20 tháng 7 năm 2026", 2027, "năm 2026, năm 2026 và năm 2026", 0),  # plans are made in the second half before
        ("20 tháng 01 năm 2026", 2027, "năm 2026, năm 2026 và năm 2026", 1),
        ("20 tháng 7 năm 2026", 2028, "năm 2026, năm 2026 và năm 2026", 1),
        ("20 tháng 6 năm 2026", 2027, "năm 2026 và năm 2026", 0),
        ("20 tháng 6 năm 2026", 2027, "năm 2026, năm 2026, năm 2026 và năm 2027", 0),
        ("20 tháng 6 năm 2026", 2025, "năm 2026, năm 2026 và năm 2026", 0),
    ],
)
def test_a_year_in_the_title_that_the_text_denies(issued, year, body, number):
    work = f"1. Sở Y tế\n- Làm đường {body}."
    checked = plan(
        title=f"Phát triển kinh tế - xã hội năm {year}", issued=issued, work=work, reports="1. Các sở thực hiện."
    )
    assert len(found(checked, dates.title_year)) == number


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Kế hoạch năm 2025", [2025]),
        ("Kế hoạch năm 2026", []),
        ("Kế hoạch năm 2028", []),
        ("Kế hoạch năm 2030", []),
        ("Kế hoạch năm 2031", [2031]),
        ("Kế hoạch năm 2030 và năm 2031", [2031]),
        ("Kế hoạch năm 2025 và năm 2026", []),
    ],
)
def test_the_last_year_of_a_title_is_one_of_those_the_plan_is_for(title, years):
    built = ct.Plan(title=title, period=ct.Period(2026, ct.PeriodKind.RANGE, last_year=2030))
    findings = found(built, dates.title_year)
    assert [(one.fields["year"], one.fields["meant"]) for one in findings] == [(year, 2026) for year in years]


@pytest.mark.parametrize(("year", "number"), [(2029, 0), (2030, 1)])
def test_a_title_years_ahead_of_a_built_plan(year, number):
    built = ct.Plan(title=f"Kế hoạch năm {year}", period=ct.Period(year), issued=date(2026, 3, 1))
    assert [one.fields["meant"] for one in found(built, dates.title_year)] == [2026] * number
