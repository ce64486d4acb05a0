"""Work on the page: the agencies to choose from, and the sections with their tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.areas import sort_key
from chitieu.periods.period import Period, PeriodKind, Recurrence
from chitieu.plan import Assignment, Plan, Task
from chitieu.text import Span
from chitieu.work.ownership import identity
from chitieu.writing.page.states import States, StateView
from chitieu.writing.page.wordlist import written_due, written_period

__all__ = ["Choice", "SectionView", "TaskView", "WorkView", "work_view"]


@frozen
class Choice:
    """One choice of a filter: what the script compares, what people read, how many tasks it leaves."""

    value: str
    label: str
    count: int


@frozen
class TaskView:
    """A task as the page shows it. `lead_ids` and `with_ids` are numbers of agencies, divided by spaces."""

    id: str
    text: str
    role: str
    role_label: str
    lead_ids: str
    with_ids: str
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    due: str
    due_group: str
    day: str
    product: str
    targets: tuple[str, ...]
    state: StateView | None
    span: Span | None


@frozen
class SectionView:
    """A section of work with its tasks.

    `agencies` are those its heading does not say itself, `tally` says how much is done, where that is known.
    """

    id: str
    number: str
    heading: str
    agencies: tuple[str, ...]
    tasks: tuple[TaskView, ...]
    tally: str = ""


@frozen
class WorkView:
    """All work of a plan, and the choices of its filters."""

    assignments: tuple[SectionView, ...]
    implementation: tuple[SectionView, ...]
    agencies: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    deadlines: tuple[Choice, ...]

    @property
    def tasks(self) -> tuple[TaskView, ...]:
        """Every task, in order."""
        return tuple(task for section in (*self.assignments, *self.implementation) for task in section.tasks)


class _Agencies:
    """Numbers the agencies of a plan in the order they are met; the same agency has one number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._seen: dict[tuple[str, str | None], int] = {}  # reading the words of a name takes long
        self.names: list[str] = []
        self.counts: list[int] = []

    def number(self, agency: Agency) -> int:
        written = (agency.name, agency.key)
        if written not in self._seen:
            number = self._numbers.setdefault(identity(agency), len(self.names))
            if number == len(self.names):
                self.names.append(agency.name)
                self.counts.append(0)
            self._seen[written] = number
        return self._seen[written]

    def numbers(self, agencies: Iterable[Agency]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(self.number, agencies)))

    def choices(self) -> tuple[Choice, ...]:
        order = sorted(range(len(self.names)), key=lambda at: sort_key(self.names[at]))
        return tuple(Choice(str(at), self.names[at], self.counts[at]) for at in order if self.counts[at])


class _Work:
    def __init__(self, states: States, words: Mapping[str, Any], language: str) -> None:
        self.words, self.language, self.states = words, language, states
        self.agencies = _Agencies()
        self.roles: dict[str, int] = {}
        self.dues: dict[str, tuple[int, str]] = {}
        self._tasks = 0

    def section(self, section: Assignment, number: str) -> SectionView:
        agencies = tuple(agency.name for agency in section.agencies if agency.name not in section.heading)
        tasks = tuple(self.task(section, task) for task in section.tasks)
        return SectionView(number, section.number or "", section.heading, agencies, tasks, self._tally(tasks))

    def _tally(self, tasks: Sequence[TaskView]) -> str:
        states = [task.state for task in tasks if task.state and task.state.counts]
        if not states:
            return ""
        done, overdue = sum(state.is_done for state in states), sum(state.is_overdue for state in states)
        said = self.words["section_done"].format(done=done, total=len(states))
        return f"{said}, {self.words['section_overdue'].format(count=overdue)}" if overdue else said

    def task(self, section: Assignment, task: Task) -> TaskView:
        self._tasks += 1
        leads = self.agencies.numbers(task.lead or section.agencies)
        helpers = tuple(at for at in self.agencies.numbers(task.cooperating) if at not in leads)
        for at in (*leads, *helpers):
            self.agencies.counts[at] += 1
        role = task.role.name.lower()
        self._count_roles(role, leads=bool(leads), helpers=bool(helpers))
        group, label = self._deadline(task)
        self.dues[group] = (self.dues.get(group, (0, ""))[0] + 1, label)
        own = () if task.lead in ((), section.agencies) else task.lead
        return TaskView(
            id=f"t{self._tasks}",
            text=task.text,
            role=role,
            role_label=self.words["roles"][role],
            lead_ids=" ".join(map(str, leads)),
            with_ids=" ".join(map(str, helpers)),
            leads=tuple(agency.name for agency in own),
            cooperating=tuple(agency.name for agency in task.cooperating),
            due="" if task.due is None else written_due(task.due, self.language),
            due_group=group,
            day=task.last_day.isoformat() if task.last_day else "",
            product=task.product or "",
            targets=tuple(map(str, task.targets)),
            state=self.states.of(task, task.lead or section.agencies),
            span=task.span,
        )

    def _count_roles(self, role: str, *, leads: bool, helpers: bool) -> None:
        # As `Plan.tasks_of` has it: who answers for a task leads it, whatever the text calls it.
        for key, given in ({"lead": leads, "cooperate": helpers} | {role: True}).items():
            self.roles[key] = self.roles.get(key, 0) + int(given)

    def _deadline(self, task: Task) -> tuple[str, str]:
        """Return the group a deadline is chosen by, the quarter of its last day, and what the group is called."""
        if isinstance(task.due, Recurrence):
            return "recurring", self.words["recurring"]
        day: date | None = task.last_day
        if day is None:
            return "undated", self.words["undated"]
        quarter = Period(day.year, PeriodKind.QUARTER, (day.month + 2) // 3)
        return f"{day.year:04}-{quarter.index}", written_period(quarter, self.language)

    def choices(self) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
        roles = [Choice(role, name, self.roles.get(role, 0)) for role, name in self.words["roles"].items()]
        dues = [Choice(group, label, count) for group, (count, label) in sorted(self.dues.items())]
        return tuple(choice for choice in roles if choice.count), tuple(dues)


def work_view(plan: Plan, states: States, words: Mapping[str, Any], language: str) -> WorkView:
    """Return the work of a plan as the page shows it.

    Args:
        plan: the plan.
        states: how its tasks stand.
        words: the words of the page.
        language: the language they are in.
    """
    work = _Work(states, words, language)
    assignments = tuple(work.section(part, f"s{at}") for at, part in enumerate(plan.assignments, 1))
    implementation = tuple(work.section(part, f"m{at}") for at, part in enumerate(plan.implementation, 1))
    roles, deadlines = work.choices()
    return WorkView(assignments, implementation, work.agencies.choices(), roles, deadlines)
