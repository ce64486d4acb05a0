"""Work as a plan gives it: sections, tasks, and what an agency does in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Literal, TypeAlias

from attrs import field, frozen

from chitieu.agencies.agency import Agency
from chitieu.documents.references import Reference
from chitieu.periods.period import Due, Period, Recurrence
from chitieu.targets.target import Target
from chitieu.text import Span

__all__ = ["AssignedTask", "Assignment", "Role", "RoleMatrix", "Side", "Task"]

Side: TypeAlias = Literal["lead", "cooperating"]
"""Whether an agency answers for a task or takes part in it."""


class Role(Enum):
    """What an agency does in a task. Values are the field's own words.

    >>> import chitieu as ct
    >>> ct.Role("tham mưu")
    <Role.ADVISE: 'tham mưu'>
    """

    LEAD = "chủ trì"
    COOPERATE = "phối hợp"
    FOCAL_POINT = "đầu mối"
    ADVISE = "tham mưu"
    MONITOR = "theo dõi"
    APPRAISE = "thẩm định"
    CONSOLIDATE = "tổng hợp"
    URGE = "đôn đốc"
    INSPECT = "kiểm tra"
    SUPERVISE = "giám sát"
    GUIDE = "hướng dẫn"
    CARRY_OUT = "thực hiện"


@frozen
class Task:
    """A piece of work given to an agency.

    Attributes:
        text: the task as one line.
        role: what the lead does, by the first word of role in the text.
        lead: who answers for it; the agencies of the section unless the text names another.
        cooperating: who takes part.
        assigner: who gives it, where the text says so; else it is the issuer of the plan.
        due: the last day, the period it must be done in, or how often (`Recurrence`); None if the text gives none.
        product: the document or thing to be delivered, where the text names it.
        targets, references: what the text holds of each.
        span: where it stands; not compared.

    >>> import chitieu as ct
    >>> task = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").assignments[0].tasks[0]
    >>> task.span.start > 0
    True
    """

    text: str
    role: Role = Role.CARRY_OUT
    lead: tuple[Agency, ...] = ()
    cooperating: tuple[Agency, ...] = ()
    due: Due | None = None
    product: str | None = None
    targets: tuple[Target, ...] = ()
    references: tuple[Reference, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)
    assigner: Agency | None = None

    @property
    def last_day(self) -> date | None:
        """The day it must be done by: `due`, or the last day of that period.

        None if the text gives no deadline, and for work that recurs or goes on (``thường xuyên``).

        >>> import chitieu as ct
        >>> print(ct.Task("Sửa cầu", due=ct.Period(2026, ct.PeriodKind.QUARTER, 2)).last_day)
        2026-06-30
        """
        if isinstance(self.due, Recurrence):
            return None
        return self.due.end if isinstance(self.due, Period) else self.due


@frozen
class Assignment:
    """A section of work: its heading, the agencies it is for, the tasks.

    Attributes:
        number: the number of the section as written; None if it has none.
        heading: the heading as one line, broken lines rejoined.
        agencies: whom the heading names; empty where sections go by field of work.
        tasks: the tasks, in order.
        span: where the section stands; not compared.

    >>> import chitieu as ct
    >>> section = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").assignments[0]
    >>> len(section.agencies), len(section.tasks) > 1
    (1, True)
    """

    heading: str
    number: str | None = None
    agencies: tuple[Agency, ...] = ()
    tasks: tuple[Task, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class AssignedTask:
    """A task as one agency's work.

    Attributes:
        task: the task; `section`: the section it stands in.
        agency: the agency, or the group with it, as the plan names it; None for a task nobody is named for.
        side: ``lead`` if the agency answers for the task, ``cooperating`` if it takes part.
        role: what the agency does: the role of the task for its lead, else `Role.COOPERATE`.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> work = plan.tasks_of("Giám đốc Sở Y tế")
    >>> len(work), work[0].side, work[0].section.number
    (3, 'lead', '6')
    """

    task: Task
    section: Assignment = field(repr=False)
    agency: Agency | None
    side: Side
    role: Role

    @property
    def last_day(self) -> date | None:
        """The day the task must be done by, see `Task.last_day`."""
        return self.task.last_day

    def __str__(self) -> str:
        return self.task.text


_WIDEST = 48  # characters of a name in the matrix as text


def _short(name: str) -> str:
    return name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1].rstrip()}…"


@frozen
class RoleMatrix:
    """How many tasks each agency has in each role.

    Attributes:
        agencies: the rows, in the order of the plan; `roles`: the columns.
        counts: one row of numbers for each agency.

    >>> import chitieu as ct
    >>> matrix = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").role_matrix()
    >>> matrix["Sở Tài chính", ct.Role.CARRY_OUT] > 0
    True
    """

    agencies: tuple[Agency, ...]
    roles: tuple[Role, ...]
    counts: tuple[tuple[int, ...], ...]

    def __getitem__(self, place: tuple[str, Role]) -> int:
        """Return the number for a name as the plan writes it and a role; 0 where there is none."""
        name, role = place
        rows = dict(zip((agency.name for agency in self.agencies), self.counts, strict=True))
        return dict(zip(self.roles, rows.get(name, ()), strict=False)).get(role, 0)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the matrix as text: a row of headings, then one for each agency."""
        yield ("", *(role.value for role in self.roles))
        for agency, counts in zip(self.agencies, self.counts, strict=True):
            yield (agency.name, *map(str, counts))

    def __str__(self) -> str:
        rows = [(_short(row[0]), *row[1:]) for row in self.rows()]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = (
            row[0].ljust(widths[0]) + "".join("  " + cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))
            for row in rows
        )
        return "\n".join(line.rstrip() for line in lines)
