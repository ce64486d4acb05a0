"""The rule about the schedule of reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking.days import reporting

SENTENCE = "1. Hằng quý, 6 tháng, 9 tháng, các sở, ngành báo cáo kết quả gửi Sở Tài chính {}."


def scheduled(when):
    return plan(reports=SENTENCE.format(when))


@pytest.mark.parametrize(
    "when",
    [
        "trước ngày 10 tháng cuối quý", "trước ngày 05 của tháng cuối quý", "trước ngày 15 tháng giữa quý",
        "trước ngày 15 các tháng 2, 5, 8, 11", "(riêng quý I trước ngày 15/02)", "6 tháng đầu năm trước ngày 01/6",
        "quý II chậm nhất ngày 10/6", "9 tháng trước ngày 05/9", "6 tháng trước ngày 05 tháng 6", "quý I trước ngày 10/3/2026",
        "9 tháng trước ngày 05 tháng 9 năm 2026",
    ],
)  # fmt: skip
def test_days_before_the_data_are_there(when):
    finding = only(scheduled(when), reporting.report_schedule)
    assert finding.fields["written"] in when
    assert finding.fields["cutoff"] == 14


@pytest.mark.parametrize(
    "when",
    [
        "trước ngày 15 tháng cuối quý", "trước ngày 20 tháng cuối quý", "ngày 14 tháng cuối quý", "quý I trước ngày 15/3",
        "trước ngày 05 tháng đầu quý sau", "trước ngày 15/3, 15/6, 15/9", "quý IV trước ngày 05/01", "trước ngày 10 hằng tháng",
        "trước ngày 15 các tháng 3, 6, 9, 12", "quý I (trước ngày 15/3), 6 tháng (trước ngày 15/6)", "",
        "quý I trước ngày 31/02", "quý I trước ngày 05/4", "6 tháng trước ngày 20 tháng 6", "quý IV trước ngày 10/01/2027",
    ],
)  # fmt: skip
def test_days_that_are_usual_or_not_sure(when):
    assert not found(scheduled(when), reporting.report_schedule)


@pytest.mark.parametrize(
    ("days", "early"),
    [
        ("6 tháng trước ngày 16/6, 9 tháng trước ngày 16/9 và cả năm trước ngày 16/11/2026", True),
        ("6 tháng trước ngày 16/6; báo cáo năm 2026 trước ngày 10 tháng 12 năm 2026", False),
        ("6 tháng trước ngày 16/6; báo cáo năm 2026 trước ngày 16 tháng 11 năm 2026", False),
        ("quý I trước ngày 16/3, 6 tháng trước ngày 16/6; cả năm trước ngày 20/11", False),
        ("6 tháng trước ngày 16/6; báo cáo năm trước ngày 15/12/2026", False),
        ("6 tháng trước ngày 16/6; báo cáo năm trước ngày 15/01/2027", False),
        ("báo cáo năm trước ngày 16/11/2026", False),  # an estimate, for all we know
        ("6 tháng trước ngày 16/6; báo cáo năm trước ngày 16/11/2026 (số liệu ước cả năm)", False),
        ("6 tháng trước ngày 16/6, cả năm trước ngày 30/11 để trình kỳ họp cuối năm", False),
        ("báo cáo Hội đồng nhân dân xã kết quả 6 tháng trước ngày 25/6 và kết quả cả năm trước ngày 30/11", False),
        ("cải cách hành chính quý I trước ngày 25/02, 6 tháng trước ngày 25/5 theo hướng dẫn của Bộ Nội vụ", False),
    ],
)
def test_annual_reports_beside_reports_that_wait_for_their_data(days, early):
    assert len(found(plan(reports=f"1. Các sở báo cáo kết quả {days}."), reporting.report_schedule)) == early


def test_an_annual_report_beside_one_that_is_early_too():
    subject = plan(reports="1. Các sở báo cáo 6 tháng trước ngày 01/6, báo cáo năm trước ngày 01/12.")
    assert [one.about for one in found(subject, reporting.report_schedule)] == ["6 tháng trước ngày 01/6"]


@pytest.mark.parametrize(
    ("task", "early"),
    [
        ("Cụ thể hóa chỉ tiêu; báo cáo 9 tháng trước ngày 01/9/2026", True),
        ("Cụ thể hóa chỉ tiêu; báo cáo 9 tháng trước ngày 20/9/2026", False),
        ("Chuẩn bị báo cáo 6 tháng đầu năm trước ngày 18/5/2026", False),
    ],
)
def test_reports_of_any_task_are_looked_at(task, early):
    subject = plan(work=f"1. Sở Tài chính\n- {task}.")
    assert len(found(subject, reporting.report_schedule)) == early


@pytest.mark.parametrize(("day", "early"), [("01/3", True), ("15/3", False)])
def test_reports_in_lines_that_are_no_tasks_are_looked_at(day, early):
    lines = f"1. Tỷ lệ hộ nghèo còn 1,4%;\n2. Xã báo cáo quý I trước ngày {day}, 6 tháng trước ngày 15/6;"
    findings = found(plan(lines=lines), reporting.report_schedule)
    assert [one.about for one in findings] == [f"quý I trước ngày {day}"] * early


@given(st.integers(1, 28), st.booleans())
def test_law_a_built_schedule_counts_by_its_last_day(day, before):
    """A day is too early exactly if the last day to report is before the 14th."""
    schedule = ct.ReportingSchedule((ct.ReportFrequency.QUARTER,), day, before)
    early = any(report.day < report.bounds(ct.Calendar.ADMINISTRATIVE)[1] for report in schedule.reports(2026))
    assert len(found(ct.Plan(reporting=schedule), reporting.report_schedule)) == early


def test_monthly_reports_and_schedules_without_a_day_are_left_alone():
    monthly = ct.ReportingSchedule((ct.ReportFrequency.MONTH,), 5)
    assert codes(ct.Plan(reporting=monthly)) == []
    assert codes(ct.Plan(reporting=ct.ReportingSchedule((ct.ReportFrequency.QUARTER,)))) == []
    assert codes(ct.Plan()) == []


@pytest.mark.parametrize(
    ("text", "early"),
    [
        (
            "Báo cáo quý I trước ngày 14/3 và quý II trước ngày 10/6.",
            ["quý I trước ngày 14/3", "quý II trước ngày 10/6"],
        ),
        ("Báo cáo quý I trước ngày 14/3, quý III trước ngày 16/9.", ["quý I trước ngày 14/3"]),
        ("Báo cáo quý I trước ngày 14/3, 6 tháng trước ngày 14/6, 9 tháng trước ngày 14 tháng 9.", []),  # by the 14th
        ("Báo cáo quý I trước ngày 15/3.", []),
        ("Kiểm tra quý I trước ngày 14/3.", []),
    ],
)
def test_tasks_say_when_reports_are_due_where_there_is_no_schedule(text, early):
    plan_text = f"Mở đầu.\n{text}"
    section = ct.Assignment("", tasks=(ct.Task("Họp."), ct.Task(text, span=ct.Span(8, len(plan_text)))))
    read = ct.Plan(text=plan_text, implementation=(section,))
    assert [one.span.of(plan_text) for one in found(read, reporting.report_schedule)] == early
    built = ct.Plan(implementation=(section,))
    findings = found(built, reporting.report_schedule)
    assert [(one.about, one.span) for one in findings] == [(one, None) for one in early]
    schedule = ct.ReportingSchedule((ct.ReportFrequency.MONTH,))
    assert not found(ct.Plan(implementation=(section,), reporting=schedule), reporting.report_schedule)


def test_a_schedule_is_pointed_at_in_the_text():
    subject = scheduled("trước ngày 10 tháng cuối quý")
    (finding,) = found(subject, reporting.report_schedule)
    assert finding.span.of(subject.text) == "trước ngày 10 tháng cuối quý"
    (finding,) = found(ct.Plan(reporting=subject.reporting), reporting.report_schedule)
    assert (finding.span, finding.quote.splitlines()[1].count("^")) == (None, len("trước ngày 10 tháng cuối quý"))


CHAIN = "1. Các xã báo cáo 6 tháng gửi Sở Y tế trước ngày {}/6/2026; Sở Y tế tổng hợp, trình UBND tỉnh trước ngày {}/6/2026."


@given(st.integers(1, 14), st.integers(1, 30))
def test_law_parts_are_due_before_the_report_they_go_into(sent, made):
    """The day of the report that is put together counts, not that of its parts."""
    early = found(plan(reports=CHAIN.format(sent, made)), reporting.report_schedule)
    assert bool(early) == (made < 15)


@given(st.integers(1, 14), st.integers(1, 30))
def test_law_so_it_is_in_every_quarter(sent, made):
    """Days in the last month of a quarter say the same."""
    days = CHAIN.replace("6 tháng", "quý").replace("/6/2026", " tháng cuối quý").format(sent, made)
    assert bool(found(plan(reports=days), reporting.report_schedule)) == (made < 15)


@pytest.mark.parametrize("due", ["11/9/2026", "15/9/2026"])
def test_lists_under_a_line_about_reports(due):
    lines = f"1. Chế độ báo cáo của các xã:\n- 9 tháng (số liệu từ ngày 15/12/2025 đến ngày 14/9/2026): nộp trước ngày {due};"
    assert bool(found(plan(reports=lines), reporting.report_schedule)) == (due < "15")


@pytest.mark.parametrize("begin", ["15/6/2026", "15/7/2026"])
def test_data_from_a_day_closed_on_another(begin):
    lines = f"1. Báo cáo 6 tháng cuối năm: số liệu kể từ ngày {begin} và chốt vào ngày 14/12/2026."
    assert bool(found(plan(reports=lines), reporting.report_schedule)) == (begin == "15/7/2026")


@pytest.mark.parametrize(
    ("reports", "number"),
    [
        ("Các sở báo cáo Sở Tài chính trước ngày 10 tháng cuối quý.", 1),
        ("Các sở báo cáo số ước thực hiện quý trước ngày 10 tháng cuối quý.", 0),
        ("Ấp gửi số liệu trước ngày 11 tháng cuối quý; xã báo cáo trước ngày 16 tháng cuối quý.", 0),
        ("Xã báo cáo trước ngày 16 tháng cuối quý; ấp gửi số liệu trước ngày 11 tháng cuối quý.", 0),
    ],
)
def test_estimates_and_parts_are_sent_before_the_data_end(reports, number):
    assert len(found(plan(reports=f"1. {reports}"), "report-schedule")) == number


@pytest.mark.parametrize(
    ("quarter", "month"), [*zip(["I", "II", "III", "IV", "1", "2", "3", "4"], [3, 6, 9, 12] * 2, strict=True)]
)
def test_each_quarter_ends_in_its_month(quarter, month):
    for day, early in ((13, 1), (14, 0)):
        reports = f"1. Các sở báo cáo quý {quarter} chậm nhất ngày {day}/{month}."
        assert len(found(plan(reports=reports), reporting.report_schedule)) == early


@pytest.mark.parametrize(
    ("reports", "number"),
    [
        # the last day of *trước* is the one before
        ("Các sở báo cáo quý I trước ngày 14/3.", 1),
        ("Các sở báo cáo quý I trước ngày 15/3.", 0),
        ("Các sở báo cáo quý IV trước ngày 15/02.", 0),
        ("Các sở báo cáo quý IV trước ngày 15/3.", 1),
        # what is said of another report, in another sentence, counts for that
        ("Các sở gửi số liệu ước; họp giao ban; báo cáo quý I trước ngày 10/3.", 1),
        ("Các sở báo cáo số ước quý I trước ngày 10/3.", 0),
        ("Các sở báo cáo quý I trước ngày 10/3 theo số ước; họp giao ban.", 0),
        ("Các sở báo cáo quý I trước ngày 10/3; họp giao ban; gửi số ước.", 1),
        ("Báo cáo theo hướng dẫn của Bộ Y tế. Họp giao ban. Các sở báo cáo quý I trước ngày 10/3.", 1),
        ("Theo hướng dẫn của Bộ Y tế, các sở báo cáo quý I trước ngày 10/3.", 0),
        ("Các sở báo cáo quý I trước ngày 10/3. Báo cáo khác theo hướng dẫn của Bộ Y tế.", 1),
        ("Các sở báo cáo quý trước ngày 10 tháng cuối quý; họp giao ban; gửi số ước.", 1),
        (
            "Các sở báo cáo 6 tháng trước ngày 16/6, 9 tháng trước ngày 16/9, cả năm trước ngày 16/11; trình kỳ họp cuối năm.",
            1,
        ),
        (
            "Các sở báo cáo 6 tháng trước ngày 16/6, 9 tháng trước ngày 16/9, cả năm trước ngày 16/11 cho kỳ họp cuối năm.",
            0,
        ),
        ("Các sở báo cáo 6 tháng trước ngày 16/6, 9 tháng trước ngày 15/9, cả năm trước ngày 16/11.", 0),
    ],
)
def test_what_is_said_of_one_report(reports, number):
    assert len(found(plan(reports=f"1. {reports}"), reporting.report_schedule)) == number


def test_what_is_built_is_told_with_its_day():
    schedule = ct.ReportingSchedule((ct.ReportFrequency.QUARTER,), 9)
    (finding,) = found(ct.Plan(reporting=schedule), reporting.report_schedule)
    assert (finding.about, finding.fields["written"], finding.fields["begin"]) == ("9", "9", 15)
