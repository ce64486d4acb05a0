"""Work lists: who does what by when, on the day of the plan and later."""

import json
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.agencies.directory import get
from chitieu.agencies.records import agency_records
from chitieu.periods.period import Recurrence

TODAY = date(2026, 11, 22)


def agency(name, key=None, *, group=False):
    return ct.Agency(name, key, group)


KHDT, STC, YT = agency("Sở Kế hoạch và Đầu tư", "skhdt"), agency("Sở Tài chính", "stc"), agency("Sở Y tế", "syt")
ALL = agency("Các sở, ban, ngành tỉnh", group=True)
DISTRICTS = agency("UBND các huyện, thành phố", group=True)
OPEN = agency("các đơn vị liên quan", group=True)
TOWN = agency("Ban Di dân Sông Hậu")


def plan_of(*tasks, **fields):
    fields.setdefault("issued", date(2023, 1, 19))
    return ct.Plan(assignments=(ct.Assignment("", "1", tasks[0].lead, tasks),), **fields)


@pytest.fixture
def plan():
    return plan_of(
        ct.Task("A", ct.Role.LEAD, (KHDT,), (YT, OPEN), date(2023, 6, 30)),
        ct.Task("B", ct.Role.CARRY_OUT, (STC,), (), ct.Period(2023, ct.PeriodKind.QUARTER, 1)),
        ct.Task("C", ct.Role.CARRY_OUT, (ALL, DISTRICTS)),
        ct.Task("D", ct.Role.ADVISE, (TOWN,), (KHDT,)),
    )


def texts(entries):
    return "".join(entry.task.text for entry in entries)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở KH&ĐT", "AD"),
        ("Giám đốc Sở Tài chính", "B"),
        ("Sở Y tế", "A"),
        ("Ban Di dân Sông Hậu", "D"),
        ("Ban Di dân", "D"),
        ("Các sở, ban, ngành tỉnh", "C"),
        ("các sở ban ngành tỉnh", "C"),
        ("Các sở, ban, ngành tỉnh và UBND các huyện, thành phố", "C"),
        ("Sở Xây dựng", ""),
    ],
)
def test_an_agency_is_asked_for_in_any_writing(plan, name, expected):
    assert texts(plan.tasks_of(name)) == expected


@pytest.mark.parametrize("name", ["Sở", "Sở Y tê", "", " ", "Sở Phép thuật", "\x00", "| a | b |"])
def test_a_name_nobody_knows_is_an_error_and_no_empty_list(plan, name):
    with pytest.raises(ct.UnknownAgencyError, match="Sở Y tế") as info:
        plan.tasks_of(name)
    assert (info.value.code, info.value.found) == ("tasks.none", name)
    with pytest.raises(ct.UnknownAgencyError):
        plan.due_before(date(2023, 12, 31), name)
    with pytest.raises(ct.UnknownAgencyError):
        ct.Plan().tasks_of(name)


def test_agencies_and_records_can_be_asked_for(plan):
    assert texts(plan.tasks_of(get("skhdt"))) == texts(plan.tasks_of(KHDT)) == "AD"
    assert texts(plan.tasks_of(TOWN)) == "D"


@pytest.mark.parametrize(
    ("role", "expected"),
    [("lead", "A"), ("cooperating", "D"), (ct.Role.LEAD, "A"), ("phối hợp", "D"), (ct.Role.ADVISE, "")],
)
def test_by_role(plan, role, expected):
    assert texts(plan.tasks_of("Sở KH&ĐT", role)) == expected


def test_the_agency_of_a_heading_leads(plan):
    assert texts(plan.tasks_of("Sở Tài chính", ct.Role.LEAD)) == texts(plan.tasks_of("Sở Tài chính", "chủ trì")) == "B"
    assert texts(plan.tasks_of("Sở Tài chính", ct.Role.CARRY_OUT)) == "B"


def test_an_unknown_role_is_refused(plan):
    with pytest.raises(ValueError, match="boss"):
        plan.tasks_of("Sở KH&ĐT", "boss")


def test_an_entry_says_what_the_agency_does(plan):
    first, last = plan.tasks_of("Sở KH&ĐT")
    assert (first.side, first.role, first.agency, first.last_day) == ("lead", ct.Role.LEAD, KHDT, date(2023, 6, 30))
    assert (last.side, last.role, last.agency, last.last_day) == ("cooperating", ct.Role.COOPERATE, KHDT, None)
    assert (str(first), first.section.number) == ("A", "1")


def test_on_a_later_day_the_successor_answers(plan):
    assert texts(plan.tasks_of("Sở Tài chính", on=date(2025, 2, 28))) == "B"
    assert texts(plan.tasks_of("Sở Tài chính", on=date(2025, 3, 1))) == "ABD"
    assert plan.tasks_of("Sở KH&ĐT", on=date(2025, 3, 1)) == ()


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Sở Y tế", None, "AC"),
        ("Sở Xây dựng", None, "C"),
        ("UBND huyện", None, "C"),
        ("UBND xã", TODAY, "C"),
        ("Sở Tài chính", TODAY, "ABCD"),
        ("Sở Nông nghiệp và Môi trường", TODAY, "C"),
        ("Công an tỉnh", None, ""),
    ],
)
def test_work_of_groups(plan, name, day, expected):
    assert texts(plan.tasks_of(name, on=day, groups=True)) == expected


def test_owners(plan):
    def of(text, day):
        (task,) = (task for _, task in plan.work() if task.text == text)
        return [str(owner) for owner in plan.owners(task, day)]

    assert of("A", date(2025, 2, 28)) == ["Sở Kế hoạch và Đầu tư"]
    assert of("A", TODAY) == ["Sở Tài chính"]
    assert of("C", TODAY) == ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân xã, phường, đặc khu"]
    assert of("D", TODAY) == ["Ban Di dân Sông Hậu"]


def test_a_level_that_has_ended_is_known_by_name():
    task = ct.Task("Sửa đường", lead=(agency("UBND huyện Sông Hậu"),))
    (owner,) = plan_of(task).owners(task, TODAY)
    assert owner.record.key == "ubnd_xa_moi"


def test_parts_of_the_work_are_a_hint():
    old = agency("Sở Lao động - Thương binh và Xã hội", "sldtbxh")
    task = ct.Task("Phát triển giáo dục nghề nghiệp", lead=(old,))
    (owner,) = plan_of(task).owners(task, TODAY)
    assert (owner.record.key, [part.to for part in owner.parts]) == ("snv", ["sgddt"])
    assert plan_of(task).owners(task, date(2024, 1, 1))[0].parts == ()


def test_due_before(plan):
    assert texts(plan.due_before(date(2023, 7, 1))) == "BA"
    assert texts(plan.due_before(date(2023, 6, 30))) == "B"
    assert texts(plan.due_before(date(2023, 3, 31))) == ""
    assert texts(plan.due_before(date(2024, 1, 1), "Sở Y tế")) == "A"


def test_work_that_recurs_has_no_last_day():
    task = ct.Task("Theo dõi", lead=(YT,), due=Recurrence.QUARTER)
    assert plan_of(task).due_before(date.max) == ()


def test_agencies_come_once_in_order(plan):
    assert plan.agencies() == (KHDT, YT, OPEN, STC, ALL, DISTRICTS, TOWN)


def test_matrix(plan):
    matrix = plan.role_matrix()
    assert matrix.roles == (ct.Role.LEAD, ct.Role.COOPERATE, ct.Role.ADVISE, ct.Role.CARRY_OUT)
    assert matrix["Sở Kế hoạch và Đầu tư", ct.Role.COOPERATE] == 1
    assert matrix["Sở Kế hoạch và Đầu tư", ct.Role.MONITOR] == matrix["Sở Xây dựng", ct.Role.LEAD] == 0
    lines = str(matrix).splitlines()
    assert len(lines) == 1 + len(matrix.agencies)
    assert lines[1].replace(" ", "") == "SởKếhoạchvàĐầutư1100"


def test_implementation_counts_where_nothing_else_is_given():
    section = ct.Assignment("Sở Y tế", "1", (YT,), (ct.Task("A", lead=(YT,)),))
    by_field = ct.Assignment("Về y tế", "1", (), (ct.Task("B", lead=(STC,)),))
    only = ct.Plan(assignments=(by_field,), implementation=(section,))
    assert texts(only.tasks_of("Sở Y tế")) == "A"
    both = ct.Plan(assignments=(section,), implementation=(section,))
    assert texts(both.tasks_of("Sở Y tế")) == "A"
    assert texts(both.tasks_of("Sở Y tế", implementation=True)) == "AA"


def test_reports():
    often = (ct.ReportFrequency.MONTH, ct.ReportFrequency.HALF)
    schedule = ct.ReportingSchedule(often, 31, before=False, recipients=(STC, YT))
    reports = schedule.reports(2024)
    assert [report.day for report in reports] == list(schedule.deadlines(2024))
    assert (reports[1].day, reports[3].day) == (date(2024, 2, 29), date(2024, 4, 30))
    assert [str(period) for period in reports[5].periods] == ["2024-06", "2024-H1"]
    assert reports[5].bounds(ct.Calendar.STATISTICAL) == (date(2024, 1, 1), date(2024, 6, 30))
    assert reports[5].is_estimate(ct.Calendar.STATISTICAL)
    assert not reports[5].is_estimate()
    owed = plan_of(ct.Task("A", lead=(STC,)), reporting=schedule).reports_owed(2024)
    assert [(report.agency, report.to, report.reports) for report in owed] == [(STC, (YT,), reports)]
    assert ct.Plan().reports_owed(2024) == ()


# --- laws ---------------------------------------------------------------------------------------------

AGENCIES = st.one_of(
    st.sampled_from(agency_records()).map(lambda record: agency(record.name.partition(" (")[0], record.key)),
    st.sampled_from([ALL, DISTRICTS, OPEN, TOWN]),
)
TASKS = st.builds(
    ct.Task,
    text=st.text("abc", min_size=1, max_size=3),
    role=st.sampled_from(ct.Role),
    lead=st.lists(AGENCIES, min_size=1, max_size=3, unique=True).map(tuple),
    cooperating=st.lists(AGENCIES, max_size=3, unique=True).map(tuple),
    due=st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.just(ct.Period(2023))),
)
PLANS = st.lists(TASKS, min_size=1, max_size=6).map(lambda tasks: plan_of(*tasks))


@given(plan=PLANS)
def test_every_task_with_a_lead_is_someones(plan):
    found = [entry.task for named in plan.agencies() for entry in plan.tasks_of(named, "lead")]
    assert {id(task) for task in found} == {id(task) for _, task in plan.work()}


@given(plan=PLANS, day=st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2027, 1, 1))), groups=st.booleans())
def test_a_list_keeps_the_order_of_the_plan(plan, day, groups):
    place = {id(task): at for at, (_, task) in enumerate(plan.work())}
    for named in plan.agencies():
        places = [place[id(entry.task)] for entry in plan.tasks_of(named, on=day, groups=groups)]
        assert places == sorted(set(places))


@given(plan=PLANS, day=st.dates(date(2023, 1, 1), date(2027, 1, 1)))
def test_owners_and_lists_agree(plan, day):
    """Who owns a task on a day has it in the list of that day."""
    for _, task in plan.work():
        for owner in plan.owners(task, day):
            if owner.record:
                assert any(entry.task is task for entry in plan.tasks_of(owner.record, on=day))


@given(plan=PLANS)
def test_the_matrix_counts_what_the_lists_hold(plan):
    matrix = plan.role_matrix()
    given_work = sum(len({id(a) for a in task.lead}) for _, task in plan.work())
    assert sum(chain.from_iterable(matrix.counts)) >= given_work
    assert all(any(row) for row in matrix.counts)
    assert all(any(column) for column in zip(*matrix.counts, strict=True))


@given(plan=PLANS, day=st.dates(date(2022, 12, 1), date(2025, 1, 31)))
def test_what_is_due_is_due_earlier_and_in_order(plan, day):
    days = [entry.last_day for entry in plan.due_before(day)]
    assert days == sorted(days)
    assert all(last < day for last in days)
    late = [task for _, task in plan.work() if task.last_day and task.last_day >= day]
    never = [task for _, task in plan.work() if task.last_day is None]
    assert len(days) + len(late) + len(never) == len(plan.work())


# --- a real plan --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def truth(shared):
    return json.loads((shared / "corpus" / "seed-001.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def real(shared):
    (path,) = (shared / "seeds").glob("001_*.txt")
    return ct.read_plan(path)


@pytest.mark.parametrize("at", range(26))
def test_each_agency_has_its_tasks(real, truth, at):
    row = truth["agencies"][at]
    found = real.tasks_of(row["name"])
    assert len(found) == row["tasks"]
    assert {entry.section.number for entry in found} == {str(row["no"])}


OWNERS = {
    1: ["stc"], 3: ["thue_tinh"], 4: ["tk_tinh"], 5: ["nhnn_kv"], 7: ["snnmt"], 8: ["snnmt"], 10: ["sxd"], 15: ["snv"],
    17: ["skhcn"], 24: ["bch_bdbp_moi"], 25: [None], 26: [None, None],
}  # fmt: skip


@pytest.mark.parametrize("at", range(26))
def test_each_section_has_an_owner_today(real, at):
    section = real.assignments[at]
    expected = OWNERS.get(at + 1, [named.key for named in section.agencies])
    for task in section.tasks:
        owners = real.owners(task, TODAY)
        assert [owner.record and owner.record.key for owner in owners] == expected
    assert len(real.tasks_of("Sở Tài chính", on=TODAY)) == 11 + 5


def test_reports_of_a_real_plan(real):
    reports = real.reporting.reports(2023)
    assert [f"{report.day.day}/{report.day.month}" for report in reports] == ["14/3", "14/6", "14/9", "14/12"]
    assert [[str(period) for period in report.periods] for report in reports] == [
        ["2023-Q1"],
        ["2023-Q2", "2023-H1"],
        ["2023-Q3", "2023-9M"],
        ["2023-Q4", "2023"],
    ]
    assert all(report.is_estimate() for report in reports), "the cut-off is the day the report is due"
    assert [report.bounds()[1] for report in reports] == [report.day for report in reports]
    owed = {report.agency.key: report for report in real.reports_owed(2023)}
    assert [to.key for to in owed["syt"].to] == ["skhdt", "ctk_tinh", "vpubnd"]
    assert [to.key for to in owed["skhdt"].to] == ["ctk_tinh", "vpubnd"]


def test_no_lead_of_a_real_plan_is_missed(real):
    led = {id(entry.task) for named in real.agencies() for entry in real.tasks_of(named, "lead")}
    assert len(led) == sum(len(section.tasks) for section in real.assignments)
