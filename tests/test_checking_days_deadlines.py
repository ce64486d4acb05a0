"""The deadlines a plan sets."""

from datetime import date

import pytest
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.days.deadlines import deadlines
from chitieu.checking.subject import Subject


def of_task(text, issued=date(2026, 1, 16)):
    """Return the last days of a task, with what is quoted of each."""
    subject = plan(work=f"1. Sở Tài chính\n- {text}", reports="1. Các sở thực hiện.")
    subject = ct.parse_plan(subject.text) if issued else subject
    return [one.last for one in deadlines(Subject(subject))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Trình đề án trước ngày 31/3/2026.", [date(2026, 3, 31)]),
        ("Trình đề án trong quý II.", [date(2026, 6, 30)]),
        # a text may name several
        ("Gửi quý I trước ngày 20/3/2026, quý II trước ngày 20/6/2026.", [date(2026, 3, 20), date(2026, 6, 20)]),
        ("Trình đề án trước ngày 31/3/2026; công bố chậm nhất ngày 30/4/2026.", [date(2026, 3, 31), date(2026, 4, 30)]),
        # days that tell which things are meant
        ("Xử lý các khoản nợ phát sinh trước ngày 31/12/2024.", []),
        ("Cấp giấy cho hộ đã kê khai đủ hồ sơ trước ngày 15/10/1993.", []),
        ("Trình đề án trước ngày 31/3/2026; xử lý nợ tồn từ trước ngày 31/12/2024.", [date(2026, 3, 31)]),
        # a day of each year is the next one
        ("Báo cáo quý IV trước ngày 15/01.", []),
        ("Báo cáo quý IV trước ngày 16/01.", [date(2026, 1, 16)]),  # the day of the plan itself
        ("Trình đề án trước ngày 15/01.", [date(2026, 1, 15)]),
        ("Báo cáo quý IV trước ngày 15/01/2026.", [date(2026, 1, 15)]),
        ("Báo cáo cả năm trước ngày 15/12.", [date(2026, 12, 15)]),
    ],
)
def test_deadlines_of_a_task(text, days):
    assert of_task(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "Trình đề án trước ngày {30/6/2025}.", "Trình đề án chậm nhất ngày {15 tháng 11 năm 2025}.", "Trình đề án không muộn hơn ngày {30/6/2025}.",
        "Giao đất không quá ngày {30/6/2025}.", "Trình UBND tỉnh vào cuối {tháng 9/2025}.", "Thông xe kỹ thuật vào ngày {02/9/2025}.",
        "Khánh thành trường, hạn cuối {31/12/2025}.", "Giao kế hoạch vốn trước ngày {31 tháng 12/2025}.", "Trình thông qua tại kỳ họp {tháng 7/2025}.",
        "Đến {30/6/2025}, hoàn thành giải phóng mặt bằng.", "Đến hết {quý III/2025}, phải xong phần móng.", "Thời gian hoàn thành: {Quý II/2025}.",
        "Rà soát hồ sơ (trước {31/12/2025}).", "Dự án hoàn thành trước ngày {30/6/2025}.",
        "Giao kế hoạch vốn cho các chủ đầu tư trước ngày {05/01/2026}.", "Phủ sóng phải về đích chậm nhất hết {quý III/2025}.",
        "Từ nay đến {31/12/2025}, hoàn thành số hóa hồ sơ.",
    ],
)  # fmt: skip
def test_wordings_of_deadlines(text):
    """The same day is read however it is asked for."""
    named = text.partition("{")[2].partition("}")[0]
    last = ct.find_dates(named)[0].value if ct.find_dates(named) else ct.parse_period(named).end
    assert last in of_task(text.replace("{", "").replace("}", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Quyết toán dự án hoàn thành trước ngày 31/12/2025.", "Rà soát các dự án hoàn thành trong năm 2025.",
        "Nghiệm thu công trình hoàn thành trong quý IV/2025.", "Thanh toán khối lượng hoàn thành trước ngày 31/12/2025.",
        "Tổng hợp kết quả đến hết ngày 31/12/2025.", "Cấp giấy cho đất sử dụng trước ngày 01/7/2014.",
        "Giải quyết cho hộ có hồ sơ nộp trước ngày 15/12/2025.", "Bồi thường cho hộ có đất thu hồi trước 01/8/2024.",
        "Rà soát các văn bản ban hành trong tháng 12/2025.", "Thực hiện Nghị quyết ban hành ngày 10/12/2025.",
        "Theo Tờ trình ngày 12/5/2025 của Sở Tài chính.", "Nghị quyết thông qua ngày 10/12/2025.", "Đến ngày 31/12/2025, tỉnh có 88 xã.",
        "Thu hồi số thuế nợ trước ngày 01/01/2026.", "Quyết toán dự án hoàn thành từ quý IV/2025 trở về trước.",
        "Thực hiện nội dung HĐND tỉnh thông qua tại kỳ họp tháng 12/2025.",
    ],
)  # fmt: skip
def test_days_that_tell_which_things_are_meant(text):
    assert of_task(text) == []


def test_a_second_deadline_is_quoted_by_itself():
    text = "Gửi quý I trước ngày 20/3/2026, quý II trước ngày 20/6/2027."
    subject = plan(work=f"1. Sở Tài chính\n- {text}")
    (finding,) = found(subject, "due-after-period")
    assert finding.fields["deadline"] == date(2027, 6, 20)
    assert "20/6/2027" in finding.quote


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("1. Tỷ lệ hộ nghèo còn 1,4%, xong trước ngày 31/3/2028;", [date(2028, 3, 31)]),
        ("1. Tỷ lệ hộ nghèo còn 1,4%, xong trong tháng 3/2028;", [date(2028, 3, 31)]),
        ("1. Tỷ lệ hộ nghèo còn 1,4%, xong trong năm 2028;", []),  # whole years are asked of tasks alone
        ("1. Tỷ lệ hộ nghèo còn 1,4%, xong trong năm 2028, họp xong trong tháng 3/2028;", [date(2028, 3, 31)]),
        (
            "1. Tỷ lệ hộ nghèo còn 1,4%;\n| Đề án | trước ngày 31/3/2028 |\nĐề án xong trước ngày 30/4/2028;",
            [date(2028, 4, 30)],
        ),
        ("1. Tỷ lệ hộ nghèo còn 1,4% trong số hộ đã có hồ sơ trước ngày 31/3/2028;", []),
        ("1. Tỷ lệ hộ nghèo còn 1,4%;\n| Đề án | trước ngày 31/3/2028 |", []),
        (
            "1. Tỷ lệ hộ nghèo còn 1,4%;\n| Việc | Hạn cuối |\n|---|---|\n| Đề án | trước 31/3/2028 |",
            [date(2028, 3, 31)],
        ),
        (
            "1. Tỷ lệ hộ nghèo còn 1,4%;\n| Việc | Hạn cuối | Kết quả |\n|---|---|---|\n| Đề án | trước 31/3/2028 | đã xong |",
            [],
        ),
    ],
)
def test_deadlines_of_other_lines(lines, days):
    subject = plan(lines=lines, work="1. Sở Tài chính\n- Họp.")
    assert [one.last for one in deadlines(Subject(subject))] == days


def test_a_task_is_read_once():
    text = "Trình đề án trước ngày 31/3/2026"
    assert of_task(f"{text}.") == [date(2026, 3, 31)]
    section = ct.Assignment("", tasks=(ct.Task(text, due=date(2026, 3, 31)),))
    (built,) = deadlines(Subject(ct.Plan(assignments=(section,))))
    assert (built.last, built.whole_year, built.fault.span) == (date(2026, 3, 31), False, None)
    assert "trình đề án" in built.words


@pytest.mark.parametrize(
    ("due", "whole"),
    [
        (ct.Period(2026), True),
        (ct.Period(2026, last_year=2028, kind=ct.PeriodKind.RANGE), True),
        (ct.Period(2026, ct.PeriodKind.QUARTER, 1), False),
    ],
)
def test_a_deadline_may_be_a_whole_year(due, whole):
    section = ct.Assignment("", tasks=(ct.Task("Trình đề án", due=due),))
    (deadline,) = deadlines(Subject(ct.Plan(assignments=(section,))))
    assert (deadline.last, deadline.whole_year) == (due.end, whole)


def test_a_text_without_lines_or_tasks_has_none():
    assert not list(deadlines(Subject(ct.Plan(text="Trình đề án trước ngày 31/3/2026."))))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Báo cáo kết quả trước ngày 31/3/2023.", [date(2023, 3, 31)]),
        ("Công bố kết quả trước ngày 31/3/2023.", [date(2023, 3, 31)]),
        ("Đánh giá kết quả trước ngày 31/3/2023.", []),
        ("Sửa cầu; mở hội xuân trong quý I/2023; làm chợ.", [date(2023, 3, 31)]),
        ("Khắc phục lỗi phát sinh trong tháng 12/2025.", []),
        ("Làm theo mức đã giao trong tháng 12/2025; sửa cầu.", []),
    ],
)
def test_results_to_report_and_times_at_the_end_of_a_clause(text, days):
    assert sorted(set(of_task(text))) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what another clause tells of the past says nothing here
        ("Rà soát đất đã giao; sửa kè; trình đề án vào ngày 31/3/2026; họp.", [date(2026, 3, 31)]),
        ("Sửa kè; rà soát đất đã giao, trình đề án vào ngày 31/3/2026; họp.", []),
        ("Từ nay đến hết tháng 3/2026, hoàn thành số hóa.", [date(2026, 3, 31)]),
        ("Báo cáo quý IV trước ngày 15 tháng 01.", []),
        ("Báo cáo quý IV trước ngày 15 tháng 01 năm 2026.", [date(2026, 1, 15)]),
        ("Hạn chót là 05/4/2026, muộn nhất là ngày 05/5/2026.", [date(2026, 4, 5), date(2026, 5, 5)]),
    ],
)
def test_what_is_said_with_a_day(text, days):
    assert sorted(set(of_task(text))) == days


ROWS = "1. Tỷ lệ hộ nghèo còn 1,4%;\n| Việc | {} |\n|---|---|\n| Sửa kè | {} |\n| Làm chợ | {} |"


@pytest.mark.parametrize(
    ("head", "first", "second", "days"),
    [
        ("Hạn hoàn thành", "31/3/2028", "quý III/2028", [date(2028, 3, 31), date(2028, 9, 30)]),
        ("Hạn hoàn thành", "khi có vốn", "tháng 9/2028", [date(2028, 9, 30)]),
        ("Thời hạn | Trạng thái", "31/3/2028", "31/5/2028", []),
    ],
)
def test_columns_of_days_of_work(head, first, second, days):
    subject = Subject(plan(lines=ROWS.format(head, first, second), work="1. Sở Tài chính\n- Họp."))
    assert [one.last for one in deadlines(subject)] == days
    assert all("sửa kè" in one.words or "làm chợ" in one.words for one in deadlines(subject))


@pytest.mark.parametrize(
    ("head", "rows", "days"),
    [
        # a table of places or works is not one of tasks, and its days are deadlines all the same
        ("Công trình | Hạn hoàn thành", ["Kè sông | trước 31/3/2028"], ["trước 31/3/2028"]),
        ("Xã | Hạn trình", ["An Phú | 31/3/2028", "An Mỹ | tháng 9/2028"], ["31/3/2028", "tháng 9/2028"]),
        ("Xã | Hạn trình", ["An Phú", "An Mỹ | khi có vốn", "An Hòa | 31/3/2028"], ["31/3/2028"]),
        # what became of the work is no deadline, nor is a day of another table
        ("Xã | Hạn trình | Trạng thái", ["An Phú | 31/3/2028 | đã trình"], []),
        ("Xã | Ngày thành lập", ["An Phú | 31/3/2028"], []),
        (
            "Xã | Hạn trình",
            ["An Phú | 31/3/2028", "Xã | Hạn trình | Kết quả", "An Mỹ | 30/4/2028 | đã trình"],
            ["31/3/2028"],
        ),
    ],
)
def test_columns_of_days_of_other_things(head, rows, days):
    table = "\n".join(f"| {row} |" for row in (head, *rows))
    subject = Subject(plan(work="1. Sở Tài chính\n- Họp.", reports=f"1. Các sở thực hiện.\n{table}"))
    text = subject.plan.text
    assert [one.fault.span.of(text) for one in deadlines(subject)] == days
    assert all(isinstance(one.last, date) for one in deadlines(subject))


def test_what_a_sentence_opens_with_is_quoted_from_its_first_word():
    """A task may open with its day, *từ nay* ahead of that or not; what is quoted is the day with *đến*."""
    text = "Gửi quý I trước ngày 20/3/2026. Từ nay đến 31/10/2027, hoàn thành số hóa."
    (finding,) = found(plan(work=f"1. Sở Tài chính\n- {text}"), "due-after-period")
    assert finding.fields["deadline"] == date(2027, 10, 31)
    assert "đến 31/10/2027" in finding.quote
