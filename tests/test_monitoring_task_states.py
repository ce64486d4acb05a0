"""States of work and tallies: published figures, identities, and doubts."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.monitoring.task_states import state_named, state_on

DUE, TODAY = date(2026, 6, 30), date(2026, 7, 31)
S = ct.TaskState


# --- published tallies ---------------------------------------------------------------------------------------


def test_the_tally_of_the_task_force_of_2017():
    """21.914 = 16.051 (14.068 + 1.983) + 5.863 (5.640 + 223); its 98,62% is 98,629…% cut off."""
    tally = ct.TaskTally(on_time=14068, late=1983, in_time=5640, overdue=223)
    assert (tally.assigned, tally.done, tally.open) == (21914, 16051, 5863)
    assert tally.completion_rate == Fraction(16051, 16274)
    assert 0.98629 < tally.completion_rate < 0.98630
    assert "21914 nhiệm vụ được giao: 16051 đã hoàn thành" in tally.sentence("vi")
    counts = {"assigned": 21914, "done": 16051, "open": 5863, "on_time": 14068, "late": 1983, "in_time": 5640}
    assert ct.check_tally({**counts, "overdue": 223}) == ()


def test_a_province_of_2020_that_gives_no_times_of_what_is_done():
    assert ct.check_tally({"assigned": 833, "done": 585, "in_time": 67, "overdue": 181}) == ()


@pytest.mark.parametrize(
    ("counts", "whole"),
    [
        ({"assigned": 834, "done": 585, "in_time": 67, "overdue": 181}, ["assigned"]),
        ({"done": 10, "on_time": 5, "late": 4}, ["done"]),
        ({"done": 10, "on_time": 5, "late": 4, "undated": 1}, []),
        ({"open": 10, "in_time": 5, "overdue": 6}, ["open"]),
        ({"assigned": 9, "on_time": 5, "late": 4, "in_time": 0, "overdue": 1}, ["assigned"]),
        ({"assigned": 9, "done": 4}, []),
        (
            {"assigned": 9, "done": 4, "open": 4, "on_time": 1, "late": 1, "in_time": 1, "overdue": 1},
            ["assigned", "done", "open"],
        ),
    ],
)
def test_a_reported_tally_that_does_not_add_up(counts, whole):
    faults = ct.check_tally(counts)
    assert [fault.whole for fault in faults] == whole
    for fault in faults:
        assert fault.expected == sum(fault.parts.values()) != fault.found
        assert fault.reason.message("vi") != str(fault)


def test_what_is_no_tally_is_refused():
    with pytest.raises(KeyError, match="no count of a tally is called 'lost'; there are: assigned, done"):
        ct.check_tally({"lost": 1})
    for count in (-1, 1.5, True, None):
        with pytest.raises(ct.NumberTypeError):
            ct.check_tally({"done": count})
        with pytest.raises(ct.NumberTypeError):
            ct.TaskTally(on_time=count)


def test_tallies_add():
    whole = ct.TaskTally(on_time=1, overdue=2) + ct.TaskTally(on_time=3, cancelled=1)
    assert whole == ct.TaskTally(on_time=4, overdue=2, cancelled=1)
    assert ct.TaskTally().completion_rate is None


# --- states --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "report", "state"),
    [
        (DUE, None, S.OPEN_OVERDUE),
        (TODAY, None, S.OPEN_IN_TIME),
        (None, None, S.OPEN_IN_TIME),
        (DUE, ct.TaskReport("x", done_on=DUE), S.DONE_ON_TIME),
        (DUE, ct.TaskReport("x", S.DONE_ON_TIME, date(2026, 7, 1)), S.DONE_LATE),
        (DUE, ct.TaskReport("x", S.DONE_ON_TIME), S.DONE_ON_TIME),
        (DUE, ct.TaskReport("x", S.DONE), S.DONE),
        (TODAY, ct.TaskReport("x", S.DONE), S.DONE_ON_TIME),
        (None, ct.TaskReport("x", S.DONE), S.DONE_ON_TIME),
        (DUE, ct.TaskReport("x", S.DONE, date(2026, 8, 1)), S.OPEN_OVERDUE),
        (DUE, ct.TaskReport("x", S.RETURNED), S.OPEN_OVERDUE),
        (TODAY, ct.TaskReport("x", S.PAUSED), S.OPEN_IN_TIME),
        (DUE, ct.TaskReport("x", S.EXTENSION_ASKED), S.OPEN_OVERDUE),
        (DUE, ct.TaskReport("x", S.CANCELLED), S.CANCELLED),
        (DUE, ct.TaskReport("x", S.STANDING), S.STANDING),
        (DUE, ct.TaskReport("x", note="đang chờ"), S.OPEN_OVERDUE),
    ],
)
def test_a_state_follows_from_two_dates_and_a_day(due, report, state):
    assert state_on(due, TODAY, report) is state


def test_every_state_is_named_by_its_own_words_and_no_alias_is_shared():
    from chitieu.monitoring.task_states import _records  # noqa: PLC0415

    for state in S:
        assert state_named(state.value.upper()) is state
        assert all(state_named(alias) is state for alias in _records()[state.name]["aliases"])
        assert _records()[state.name]["source"]
    assert state_named("rất tốt") is None
    assert {state.group for state in S} == {"done", "open", "outside"}


@pytest.mark.parametrize(
    "fields",
    [
        {"note": None},
        {"agency": 5},
        {"state": "đã hoàn thành"},
        {"done_on": "2026-06-30"},
        {"done_on": datetime(2026, 6, 30, tzinfo=UTC)},
    ],
)
def test_other_types_are_refused(fields):
    with pytest.raises(ct.NumberTypeError):
        ct.TaskReport("x", **fields)


# --- a plan --------------------------------------------------------------------------------------------------


def task(text, due=DUE):
    return ct.Task(text, due=due)


def test_rows_doubts_and_days_late():
    work = [task("Sửa cầu"), task("Xây kè"), task("Trực đê", ct.Recurrence.CONTINUOUS), task("Đo mặn")]
    reports = [
        ct.TaskReport("sửa cầu.", S.DONE_ON_TIME, date(2026, 7, 3)),
        ct.TaskReport("Đo mặn", S.IN_PROGRESS, date(2026, 6, 1)),
        ct.TaskReport("Trồng rừng", S.DONE),
        ct.TaskReport("Xây kè", S.DONE, date(2027, 1, 1)),
    ]
    found = ct.task_progress(work, reports, on=TODAY)
    assert [row.state for row in found.rows] == [S.DONE_LATE, S.OPEN_OVERDUE, S.STANDING, S.OPEN_OVERDUE]
    assert [row.days_late for row in found.rows] == [3, 31, None, 31]
    assert sorted(doubt.reason.code for doubt in found.doubts) == [
        "tally.future", "tally.state", "tally.state", "tally.unmatched",
    ]  # fmt: skip
    assert found.tally == ct.TaskTally(late=1, overdue=2, standing=1)


def test_reports_that_differ_are_told_and_the_one_that_leaves_most_to_do_counts():
    reports = [ct.TaskReport("Sửa cầu", S.DONE, DUE, agency="A"), ct.TaskReport("Sửa cầu", S.IN_PROGRESS, agency="B")]
    found = ct.task_progress([task("Sửa cầu")], reports, on=TODAY)
    assert found.rows[0].state is S.OPEN_OVERDUE
    assert [doubt.reason.code for doubt in found.doubts] == ["tally.conflict"] * 2


def test_a_plan_is_tallied_by_its_deadlines(example_plan):
    found = ct.tally(example_plan, [], on=date(2027, 1, 1))
    assert found.assigned + found.standing == len(example_plan.tasks())
    assert ct.tally(example_plan, [], on=date(2026, 1, 1)).overdue == 0
    entries = example_plan.tasks_of("Sở Y tế")
    assert ct.tally(entries, [], on=date(2026, 1, 1)).assigned == 3
    with pytest.raises(ct.NumberTypeError):
        ct.tally(example_plan, [], on="2026-01-01")


def test_work_that_recurs_stands_whatever_is_reported_and_nothing_is_lost():
    work = [task("Trực đê", ct.Recurrence.MONTH)]
    late, early = ct.TaskReport("Trực đê", S.DONE_LATE, date(2026, 7, 3)), ct.TaskReport("Trực đê", S.DONE, DUE)
    found = ct.task_progress(work, [early, late], on=TODAY)
    assert (found.rows[0].state, found.rows[0].report, found.doubts) == (S.STANDING, late, ())
    ended = ct.TaskReport("Trực đê", S.CANCELLED)
    assert ct.task_progress(work, [ended], on=TODAY).rows[0].state is S.CANCELLED
    both = ct.task_progress(work, [early, ended], on=TODAY)
    assert both.rows[0].state is S.STANDING
    assert [doubt.reason.code for doubt in both.doubts] == ["tally.conflict"] * 2
    future = ct.task_progress(work, [ct.TaskReport("Trực đê", S.DONE, date(2027, 1, 1))], on=TODAY)
    assert [doubt.reason.code for doubt in future.doubts] == ["tally.future"]


def test_of_two_reports_that_it_was_late_the_later_counts():
    reports = [ct.TaskReport("Sửa cầu", S.DONE_LATE, date(2026, 7, day)) for day in (3, 9)]
    assert ct.task_progress([task("Sửa cầu")], reports, on=TODAY).rows[0].days_late == 9


@pytest.mark.parametrize("given", ["bao-cao.xlsx", [None], 5])
def test_only_reports_are_taken(given):
    with pytest.raises(ct.NumberTypeError) as info:
        ct.task_progress([task("Sửa cầu")], given, on=TODAY)
    assert info.value.code == "reports.given"


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
TASKS = st.lists(
    st.builds(task, st.sampled_from("abcde"), st.one_of(st.none(), DAYS, st.sampled_from(ct.Recurrence))), max_size=8
)
REPORTS = st.lists(
    st.builds(
        ct.TaskReport, st.sampled_from("abcdef"), st.one_of(st.none(), st.sampled_from(S)), st.one_of(st.none(), DAYS)
    ),
    max_size=8,
)


@given(TASKS, REPORTS, DAYS, st.randoms(use_true_random=False))
def test_the_identities_hold_for_any_tally_made_of_tasks(tasks, reports, day, random):
    """assigned = done + open, done = in time + late + undated, open = in time + overdue; no task is lost; order does not matter."""
    found = ct.task_progress(tasks, reports, on=day)
    tally = found.tally
    counts = {
        name: getattr(tally, name)
        for name in ("assigned", "done", "open", "on_time", "late", "undated", "in_time", "overdue")
    }
    assert ct.check_tally(counts) == ()
    assert tally.assigned + tally.standing + tally.cancelled == len(tasks) == len(found.rows)
    assert tally.completion_rate is None or 0 <= tally.completion_rate <= 1
    shuffled = [*reports]
    random.shuffle(shuffled)
    assert ct.tally(tasks, shuffled, on=day) == tally


@given(TASKS, REPORTS, DAYS, DAYS)
def test_overdue_work_stays_so_while_nobody_reports(tasks, reports, one, other):
    """Without reports no later day has fewer tasks overdue."""
    first, last = sorted([one, other])
    assert ct.tally(tasks, [], on=first).overdue <= ct.tally(tasks, [], on=last).overdue
    known = {report.task for report in reports}
    row_tasks = {row.task.text for row in ct.task_progress(tasks, reports, on=last).rows if row.report}
    assert row_tasks <= known
