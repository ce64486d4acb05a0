"""One work with two days by which it is to be done."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.repeats.due_twice import due_twice
from chitieu.work.tasks import Task

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. NHIỆM VỤ
1. Sở Y tế
- {}
2. Sở Xây dựng
- {}

PHỤ LỤC
TT | Nội dung | Cơ quan chủ trì | Thời gian
1 | {} | Sở Y tế | {}
2 | Tập huấn cán bộ | Sở Y tế | Quý III
"""
NONE = ("Rà soát nhân lực.", "Kiểm tra chợ.", "Mua sắm thiết bị", "Quý I")


def said(*given):
    texts = [*given, *NONE[len(given) :]]
    return [
        finding.message
        for finding in ct.check(ct.parse_plan(HEAD.format(*texts)))
        if finding.code == "duplicate-target"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trình UBND tỉnh Đề án y tế học đường trước ngày 30/6/2026.", "Phối hợp trình Đề án y tế học đường trong tháng 9/2026."),
        ("Khởi công cầu Vàm Xáng trong quý II/2026.", "Khởi công cầu Vàm Xáng trước ngày 30/9/2026."),
        ("Trước ngày 30/6/2026, ban hành Chương trình nước sạch.", "Ban hành Chương trình nước sạch trước ngày 30/9/2026."),
        ("Tham mưu UBND tỉnh ban hành Đề án cấp cứu ngoại viện trước 15/3/2026.", "Trình Đề án cấp cứu ngoại viện trước 15/5/2026."),
    ],
)  # fmt: skip
def test_two_agencies_have_one_work_with_two_days(first, second):
    assert len(said(first, second)) == 1
    assert said(first, NONE[1]) == said(NONE[0], second) == []


def test_the_appendix_has_the_day_of_the_task():
    task = "Hoàn thành số hóa bệnh án của 12 trung tâm trước ngày 30/6/2026."
    row = "Hoàn thành số hóa bệnh án của 12 trung tâm"
    assert said(task, NONE[1], row, "Tháng 9/2026")
    for same in ("30/6/2026", "Tháng 6/2026", "Quý II", "Năm 2026"):
        assert said(task, NONE[1], row, same) == []


def test_a_row_may_only_name_the_paper():
    task = "Rà soát chợ nông thôn trong năm 2026; hoàn thành Đề án cấp cứu ngoại viện, trình UBND tỉnh trước ngày 30/6/2026."
    row = "Đề án cấp cứu ngoại viện"
    assert len(said(task, NONE[1], row, "Tháng 9/2026")) == 1
    assert len(said(NONE[0], task, row, "Tháng 9/2026")) == 0  # of another agency
    for same in ("30/6/2026", "Tháng 6/2026", "Quý II", "Năm 2026"):
        assert said(task, NONE[1], row, same) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trình dự thảo Đề án y tế học đường trước ngày 30/6/2026.", "Trình Đề án y tế học đường trước ngày 30/9/2026."),
        ("Khởi công cầu Vàm Xáng trong quý II/2026.", "Thông xe cầu Vàm Xáng trước ngày 30/12/2026."),
        ("Hoàn thành số hóa hồ sơ của cơ quan trước ngày 30/6/2026.", "Hoàn thành số hóa hồ sơ của cơ quan trước ngày 30/9/2026."),
        ("Trình Đề án y tế học đường trước ngày 30/6/2026.", "Thẩm định trước ngày 30/5/2026, trình Đề án y tế học đường."),
        ("Giải phóng mặt bằng trước 30/3/2026 để khởi công cầu Vàm Xáng.", "Khởi công cầu Vàm Xáng trước ngày 30/9/2026."),
        ("Trình UBND tỉnh Đề án y tế học đường trước ngày 30/5/2026.", "Trình HĐND tỉnh Đề án y tế học đường trước ngày 30/6/2026."),
        ("Ban hành Kế hoạch thực hiện Nghị quyết trước ngày 15/5/2026.", "Ban hành Kế hoạch thực hiện Nghị quyết trước ngày 31/5/2026."),
        ("Cầu Vàm Xáng: hoàn thành Thiết kế bản vẽ thi công trước 30/3/2026.", "Cầu Kênh Xáng: hoàn thành Thiết kế bản vẽ thi công trước 30/5/2026."),
        ("Trình Đề án y tế học đường tại kỳ họp tháng 7/2026.", "Trình Đề án y tế học đường tại kỳ họp tháng 12/2026."),
    ],
)  # fmt: skip
def test_stages_and_works_of_each_are_left_alone(first, second):
    assert said(first, second) == []


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_days_that_are_more_than_one_apart_are_found(one, other):
    """Law: two tasks of one wording give a finding exactly where their days are more than a day apart, in either order."""
    tasks = [Task(f"Trình Đề án y tế học đường trước ngày {day:%d/%m/%Y}", due=day) for day in (one, other)]
    apart = abs(one - other) > dt.timedelta(days=1)
    assert bool(list(due_twice(tasks))) == bool(list(due_twice(reversed(tasks)))) == apart


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text):
    """Law: whatever tasks say, the search ends; a task told twice alike is no finding."""
    assert list(due_twice([Task(text, due=dt.date(2026, 6, 30))] * 2)) == []


def days(one, other, first=dt.date(2026, 6, 30), second=dt.date(2026, 9, 30)):
    """Return the days of the second of two tasks that is told before with another day, and of the first."""
    return [(found.day, found.other) for found in due_twice([Task(one, due=first), Task(other, due=second)])]


SCHOOLS = "Trình Đề án y tế học đường trước ngày 30/9/2026"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # before whom it is laid: nobody named is the committee
        ("Trình UBND tỉnh xem xét, phê duyệt Đề án y tế học đường trước ngày 30/6/2026", True),
        ("Tham mưu Ủy ban nhân dân tỉnh ban hành Đề án y tế học đường trước ngày 30/6/2026", True),
        ("Trình Tỉnh ủy Đề án y tế học đường trước ngày 30/6/2026", False),
        ("Công bố Đề án y tế học đường trước ngày 30/6/2026", False),
        # ahead of a colon, who does it, and not of what it is a part
        ("Sở Y tế: trình Đề án y tế học đường trước ngày 30/6/2026", True),
        ("Dự án A: trình Đề án y tế học đường trước ngày 30/6/2026", False),
        ("Sở Y tế: việc mới: trình Đề án y tế học đường trước ngày 30/6/2026", False),
        # where the day stands
        ("Trước ngày 30/6/2026 trình Đề án y tế học đường", True),
        ("Họp ngày 30/6/2026 trình Đề án y tế học đường", False),
        ("Trình Đề án y tế học đường, xong trước ngày 30/6/2026", True),
        ("Trình Đề án y tế học đường, họp ngày 30/6/2026", False),
        ("Trình Đề án y tế học đường để kịp trước ngày 30/6/2026", False),
        ("Đã trình Đề án y tế học đường trước ngày 30/6/2026", False),
        # of several days it is not sure which
        ("Trình Đề án y tế học đường trong quý II, trước ngày 30/6/2026", False),
        ("Rà soát chợ trong quý I; trình Đề án y tế học đường trước ngày 30/6/2026", False),
        ("Rà soát chợ trong năm; trình Đề án y tế học đường trước ngày 30/6/2026", True),
        # its day stands in another cell of its row
        ("Trình Đề án y tế học đường", True),
        ("Đề án y tế học đường", False),
    ],
)
def test_what_is_one_work(text, found):
    assert days(text, SCHOOLS) == [("30/09/2026", "30/06/2026")] * found
    assert days(SCHOOLS, text, dt.date(2026, 9, 30), dt.date(2026, 6, 30)) == [("30/06/2026", "30/09/2026")] * found


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        ("Đề án y tế", True),
        ("Đề án X", True),
        ("Đề án", False),
        ("Y tế", False),
        ("đề án y tế học đường", False),  # no name of its own
        ("Danh mục dự án trọng điểm", False),  # one of many
        ("Kế hoạch bảo vệ rừng", False),  # each has its own
    ],
)
def test_things_with_a_name(thing, found):
    assert bool(days(*[f"Trình {thing} trước ngày 30/6/2026"] * 2)) is found


@pytest.mark.parametrize("months", [(6, 9), (10, 12)])
def test_a_month_is_no_part_of_the_name(months):
    """Months of one digit and of two end the name of the thing."""
    ends = [dt.date(2026, month, 28) for month in months]
    assert days(*[f"Khởi công cầu Vàm Xáng tháng {month}" for month in months], *ends) == [
        tuple(f"28/{month:02}/2026" for month in reversed(months))
    ]


def test_rows_of_a_table_are_never_held_against_each_other():
    assert days("Trình Đề án y tế học đường", "Trình Đề án y tế học đường") == []


def test_a_day_agrees_with_the_period_it_is_in_and_the_day_behind_it():
    quarter = ct.Period(2026, kind=ct.PeriodKind.QUARTER, index=2)
    text = "Trình Đề án y tế học đường trong quý II"
    for day, found in (
        (dt.date(2026, 3, 30), 1),
        (dt.date(2026, 3, 31), 0),
        (dt.date(2026, 7, 1), 0),
        (dt.date(2026, 7, 2), 1),
    ):
        assert len(days(text, SCHOOLS, quarter, day)) == len(days(SCHOOLS, text, day, quarter)) == found


def test_a_third_day_is_told_of_the_first_and_one_of_those_before_agrees():
    june, july, september = (dt.date(2026, month, 30) for month in (6, 7, 9))
    text = "Trình Đề án y tế học đường trước ngày 30/{}/2026"
    tasks = [Task(text.format(day.month), due=day) for day in (june, july, september, july)]
    assert [(one.day, one.other) for one in due_twice(tasks)] == [
        ("30/07/2026", "30/06/2026"),
        ("30/09/2026", "30/06/2026"),
    ]
