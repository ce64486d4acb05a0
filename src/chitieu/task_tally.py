"""Tallies of work: how much was assigned, done in time and late, open in time and overdue, and whether they add up.

>>> tally = TaskTally(on_time=14068, late=1983, in_time=5640, overdue=223)
>>> tally.assigned, tally.done, tally.open
(21914, 16051, 5863)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from attrs import Attribute, field, fields, frozen

from chitieu.agency_records import as_day
from chitieu.errors import NumberTypeError
from chitieu.periods import Recurrence
from chitieu.reasons import Reason
from chitieu.task_states import TaskReport, TaskState, state_on
from chitieu.text import fold
from chitieu.work import AssignedTask, Task
from chitieu.work_lists import WorkLists

__all__ = ["TallyFault", "TaskDoubt", "TaskProgress", "TaskRow", "TaskTally", "check_tally", "tally", "task_progress"]


def _count(_tally: TaskTally, attribute: Attribute[int], value: object) -> None:
    if type(value) is not int or value < 0:
        raise NumberTypeError("observation.type", field=attribute.name, found=repr(value), expected="int >= 0")


def _counted() -> int:
    counted: int = field(default=0, validator=_count)
    return counted


@frozen
class TaskTally:
    """How many tasks stand how. The sums are computed, so that they always add up.

    Attributes:
        on_time, late: done by the deadline, and after it.
        undated: done, and nobody said when, though the deadline is over.
        in_time, overdue: open, with the deadline still to come, and over.
        standing, cancelled: work without end and work given up, outside of what counts as assigned.

    Raises:
        NumberTypeError: a count is no whole number from 0.
    """

    on_time: int = _counted()
    late: int = _counted()
    undated: int = _counted()
    in_time: int = _counted()
    overdue: int = _counted()
    standing: int = _counted()
    cancelled: int = _counted()

    @property
    def done(self) -> int:
        """All that is done."""
        return self.on_time + self.late + self.undated

    @property
    def open(self) -> int:
        """All that is not done."""
        return self.in_time + self.overdue

    @property
    def assigned(self) -> int:
        """All that was assigned with an end: done and open."""
        return self.done + self.open

    @property
    def completion_rate(self) -> Fraction | None:
        """Done against what is done or overdue: work whose time has not come does not count. None without either.

        >>> round(float(TaskTally(on_time=14068, late=1983, in_time=5640, overdue=223).completion_rate), 4)
        0.9863
        """
        whole = self.done + self.overdue
        return Fraction(self.done, whole) if whole else None

    def __add__(self, other: object) -> TaskTally:
        if not isinstance(other, TaskTally):
            return NotImplemented
        names = (attribute.name for attribute in fields(TaskTally))
        return TaskTally(*(getattr(self, name) + getattr(other, name) for name in names))

    def sentence(self, language: str = "en") -> str:
        """Return the sentence of reports, in ``"en"`` or ``"vi"``."""
        names = ("assigned", "done", "on_time", "late", "open", "in_time", "overdue")
        return Reason("tally.summary", {name: getattr(self, name) for name in names}).message(language)

    def __str__(self) -> str:
        return self.sentence()


# --- tallies that others made --------------------------------------------------------------------------------

_SUMS: Mapping[str, tuple[str, ...]] = {
    "assigned": ("done", "open"),
    "done": ("on_time", "late", "undated"),
    "open": ("in_time", "overdue"),
}
_MAY_LACK = ("undated",)


@frozen
class TallyFault:
    """A sum of a reported tally that does not hold.

    Attributes:
        whole: the count that should be the sum (``assigned``, ``done``, ``open``).
        parts: what it should be the sum of, with their counts.
        found: the count reported; `expected`: the sum.
    """

    whole: str
    parts: Mapping[str, int]
    found: int
    expected: int

    @property
    def reason(self) -> Reason:
        """The sentence, in two languages."""
        parts = " + ".join(str(count) for count in self.parts.values())
        values = {"found": self.found, "parts": parts, "expected": self.expected}
        return Reason("tally.fault", {"whole": Reason(f"tally.{self.whole}"), **values})

    def __str__(self) -> str:
        return str(self.reason)


def check_tally(counts: Mapping[str, int]) -> tuple[TallyFault, ...]:
    """Return which sums of a reported tally do not hold.

    Args:
        counts: counts by name: ``assigned``, ``done``, ``open``, ``on_time``, ``late``, ``undated``, ``in_time``,
            ``overdue``. What a report leaves out is taken from its own parts, else that sum is not checked.

    Raises:
        KeyError: an unknown name.
        NumberTypeError: a count is no whole number from 0.

    >>> for fault in check_tally({"assigned": 833, "done": 585, "in_time": 67, "overdue": 180}):
    ...     print(fault)
    assigned: 833 is not 585 + 247 = 832
    """
    known = {*_SUMS, *(part for parts in _SUMS.values() for part in parts)}
    for name, count in counts.items():
        if name not in known:
            raise KeyError(name)
        if type(count) is not int or count < 0:
            raise NumberTypeError("observation.type", field=name, found=repr(count), expected="int >= 0")
    faults: list[TallyFault] = []
    for whole, names in _SUMS.items():
        parts = {name: _of(counts, name) for name in names}
        given = {name: count for name, count in parts.items() if count is not None}
        complete = all(name in given or name in _MAY_LACK for name in names)
        found = counts.get(whole)
        if complete and found is not None and found != sum(given.values()):
            faults.append(TallyFault(whole, given, found, sum(given.values())))
    return tuple(faults)


def _of(counts: Mapping[str, int], name: str) -> int | None:
    """Return a count, or the sum of its parts where it is left out."""
    if name in counts or name not in _SUMS:
        return counts.get(name)
    parts = [_of(counts, part) for part in _SUMS[name] if part not in _MAY_LACK or part in counts]
    given = [part for part in parts if part is not None]
    return sum(given) if len(given) == len(parts) else None


# --- tallies of a plan ---------------------------------------------------------------------------------------


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
        NumberTypeError: `on` is no date.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> print(ct.task_progress(plan, [], on=date(2026, 5, 31)).tally.overdue)
    7
    """
    day = as_day(on)
    given = [entry.task for entry in tasks.tasks()] if isinstance(tasks, WorkLists) else [_bare(task) for task in tasks]
    by_text: dict[str, list[TaskReport]] = defaultdict(list)
    for report in sorted(reports, key=_order):
        by_text[_key(report.task)].append(report)
    rows: list[TaskRow] = []
    doubts: dict[TaskDoubt, None] = {}
    for task in given:
        row, doubtful = _row(task, by_text.get(_key(task.text), []), day)
        rows.append(row)
        doubts.update(dict.fromkeys(doubtful))
    known = {_key(task.text) for task in given}
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
)
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


def _key(text: str) -> str:
    return " ".join(fold(text).lower().strip(" .;").split())


def _order(report: TaskReport) -> tuple[str, ...]:
    state = report.state.name if report.state else ""
    day = report.done_on.isoformat() if report.done_on else ""
    return (report.task, state, day, report.agency or "", report.source, report.note)


def _row(task: Task, reports: list[TaskReport], on: date) -> tuple[TaskRow, list[TaskDoubt]]:
    """Return how a task stands; of several reports the one that leaves most to do counts."""
    due = task.last_day
    if isinstance(task.due, Recurrence):
        last = reports[-1] if reports else None
        cancelled = last is not None and last.state is TaskState.CANCELLED
        return TaskRow(task, TaskState.CANCELLED if cancelled else TaskState.STANDING, last), []
    states = [state_on(due, on, report) for report in reports]
    state, chosen = min(
        zip(states, reports, strict=True),
        key=lambda pair: _WORST_FIRST.index(pair[0]) if pair[0] in _WORST_FIRST else len(_WORST_FIRST),
        default=(state_on(due, on), None),
    )
    doubts = [doubt for report, own in zip(reports, states, strict=True) for doubt in _doubts(report, own, on)]
    if len(set(states)) > 1:
        doubts += [TaskDoubt(report, Reason("tally.conflict", {"state": state.value})) for report in reports]
    until = chosen.done_on if chosen and state is TaskState.DONE_LATE else on
    late = state in (TaskState.DONE_LATE, TaskState.OPEN_OVERDUE) and due is not None and until is not None
    return TaskRow(task, state, chosen, (until - due).days if late and until and due else None), doubts


def _doubts(report: TaskReport, state: TaskState, on: date) -> list[TaskDoubt]:
    """Return what is odd in a report: a day that has not come, or words that its dates do not bear out."""
    if report.done_on is not None and report.done_on > on:
        return [TaskDoubt(report, Reason("tally.future", {"day": report.done_on, "on": on}))]
    if report.state in _WORST_FIRST and report.state not in (state, TaskState.DONE):
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
