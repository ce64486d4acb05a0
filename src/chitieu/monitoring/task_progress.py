"""How the work of a plan stands on a day: each task with its state, the tally, and reports that cannot be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, frozen

from chitieu.monitoring.observations import all_of
from chitieu.monitoring.task_states import TaskReport, TaskState, state_on
from chitieu.monitoring.task_tally import TaskTally
from chitieu.periods.dates import as_day
from chitieu.periods.period import Due, Recurrence
from chitieu.reasons import Reason
from chitieu.text import compared
from chitieu.work.lists import WorkLists
from chitieu.work.tasks import AssignedTask, Task

__all__ = ["TaskDoubt", "TaskProgress", "TaskRow", "tally", "task_progress"]


@frozen
class TaskRow:
    """A task with its state.

    Attributes:
        task: the task; `state`: how it stands on the day.
        report: what was reported; None if nothing was.
        days_late: days between the deadline and the day it was done, or the day asked for; None if not late.
    """

    task: Task
    state: TaskState
    report: TaskReport | None = None
    days_late: int | None = None


@frozen
class TaskDoubt:
    """A report of a task that was not used, or says what its dates do not.

    Attributes:
        report: the report; `reason`: why.
    """

    report: TaskReport
    reason: Reason

    def __str__(self) -> str:
        return f"{self.report.task}: {self.reason}"


@frozen
class TaskProgress:
    """How the work of a plan stands.

    Attributes:
        rows: every task, in order.
        tally: the counts.
        doubts: reports that were not used, or say what their dates do not.
        on: the day.
    """

    rows: tuple[TaskRow, ...]
    tally: TaskTally
    doubts: tuple[TaskDoubt, ...]
    on: date


def task_progress(
    tasks: WorkLists | Iterable[Task | AssignedTask], reports: Iterable[TaskReport], *, on: date
) -> TaskProgress:
    """Return how each task stands on a day, by its deadline and what was reported of it.

    Args:
        tasks: a plan, or tasks.
        reports: what was reported, in any order, matched by the text of the task.
        on: the day. Tasks nobody reported on count as not done.

    Returns:
        A row for each task, the counts, and every report that is not used or contradicts its dates.

    Raises:
        NumberTypeError: `on` is no date, or something else than reports was given.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> print(ct.task_progress(plan, [], on=date(2026, 5, 31)).tally.overdue)
    7
    """
    day = as_day(on)
    given = [entry.task for entry in tasks.tasks()] if isinstance(tasks, WorkLists) else [_bare(task) for task in tasks]
    by_text: dict[str, list[TaskReport]] = defaultdict(list)
    for report in sorted(all_of(TaskReport, reports), key=_order):
        by_text[compared(report.task)].append(report)
    rows: list[TaskRow] = []
    doubts: dict[TaskDoubt, None] = {}
    alike: dict[tuple[str, Due | None], TaskRow] = {}  # the same text with the same deadline stands the same
    for task in given:
        place = (compared(task.text), task.due)
        if place not in alike:
            alike[place], doubtful = _row(task, by_text.get(place[0], []), day)
            doubts.update(dict.fromkeys(doubtful))
        rows.append(evolve(alike[place], task=task))
    known = {compared(task.text) for task in given}
    for text, several in by_text.items():
        if text not in known:
            doubts.update((TaskDoubt(report, Reason("tally.unmatched")), None) for report in several)
    return TaskProgress(tuple(rows), _tallied(rows), tuple(doubts), day)


_WORST_FIRST = (
    TaskState.OPEN_OVERDUE,
    TaskState.OPEN_IN_TIME,
    TaskState.DONE_LATE,
    TaskState.DONE,
    TaskState.DONE_ON_TIME,
    TaskState.STANDING,
    TaskState.CANCELLED,
)
_BY_DATES = _WORST_FIRST[:5]
"""The states that follow from dates."""
_COUNTS: Mapping[TaskState, str] = {
    TaskState.DONE_ON_TIME: "on_time",
    TaskState.DONE_LATE: "late",
    TaskState.DONE: "undated",
    TaskState.OPEN_IN_TIME: "in_time",
    TaskState.OPEN_OVERDUE: "overdue",
    TaskState.STANDING: "standing",
    TaskState.CANCELLED: "cancelled",
}


def _bare(task: Task | AssignedTask) -> Task:
    return task.task if isinstance(task, AssignedTask) else task


def _order(report: TaskReport) -> tuple[str, ...]:
    state = report.state.name if report.state else ""
    day = report.done_on.isoformat() if report.done_on else ""
    return (report.task, state, day, report.agency or "", report.source, report.note)


def _row(task: Task, reports: list[TaskReport], on: date) -> tuple[TaskRow, list[TaskDoubt]]:
    """Return how a task stands; of several reports the one that leaves most to do counts, then the latest."""
    states = [_state(task, on, report) for report in reports]
    state, chosen = min(
        zip(states, reports, strict=True),
        key=lambda pair: (_WORST_FIRST.index(pair[0]), date.max - (pair[1].done_on or date.min)),
        default=(_state(task, on), None),
    )
    recurs = isinstance(task.due, Recurrence)
    doubts = [
        doubt
        for report, own in zip(reports, states, strict=True)
        for doubt in _doubts(report, None if recurs else own, on)
    ]
    if len(set(states)) > 1:
        doubts += [TaskDoubt(report, Reason("tally.conflict", {"state": state.value})) for report in reports]
    return TaskRow(task, state, chosen, _days_late(task.last_day, state, chosen, on)), doubts


def _state(task: Task, on: date, report: TaskReport | None = None) -> TaskState:
    """Return how a task stands by one report; work that recurs has no end that it could be late for."""
    if not isinstance(task.due, Recurrence):
        return state_on(task.last_day, on, report)
    cancelled = report is not None and report.state is TaskState.CANCELLED
    return TaskState.CANCELLED if cancelled else TaskState.STANDING


def _days_late(due: date | None, state: TaskState, report: TaskReport | None, on: date) -> int | None:
    until = report.done_on if report and state is TaskState.DONE_LATE else on
    late = state in (TaskState.DONE_LATE, TaskState.OPEN_OVERDUE)
    return (until - due).days if late and until and due else None


def _doubts(report: TaskReport, state: TaskState | None, on: date) -> list[TaskDoubt]:
    """Return what is odd in a report: a day that has not come, or words that its dates do not bear out.

    Work that recurs has no state by its dates: it may be done this time in time, or late.
    """
    if report.done_on is not None and report.done_on > on:
        return [TaskDoubt(report, Reason("tally.future", {"day": report.done_on, "on": on}))]
    if state is None:
        return []
    if report.state in _BY_DATES and report.state not in (state, TaskState.DONE):
        return [TaskDoubt(report, Reason("tally.state", {"said": report.state.value, "state": state.value}))]
    if report.state is not None and report.state.group == "open" and report.done_on is not None:
        return [
            TaskDoubt(
                report, Reason("tally.state", {"said": report.state.value, "state": f"{report.done_on:%d/%m/%Y}"})
            )
        ]
    return []


def _tallied(rows: Iterable[TaskRow]) -> TaskTally:
    counts = Counter(_COUNTS[row.state] for row in rows)
    return TaskTally(**counts)


def tally(tasks: WorkLists | Iterable[Task | AssignedTask], reports: Iterable[TaskReport], *, on: date) -> TaskTally:
    """Return the counts of `task_progress`.

    Args:
        tasks: a plan, or tasks.
        reports: what was reported, in any order.
        on: the day.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> work = [ct.Task("Sửa cầu", due=date(2026, 6, 30)), ct.Task("Xây kè", due=date(2026, 6, 30))]
    >>> done = ct.TaskReport("Sửa cầu", done_on=date(2026, 7, 3))
    >>> print(ct.tally(work, [done], on=date(2026, 7, 31)))
    2 assigned: 1 done (0 in time, 1 late), 1 open (0 in time, 1 overdue)
    """
    return task_progress(tasks, reports, on=on).tally
