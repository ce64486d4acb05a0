"""Work as a plan gives it: sections, tasks, and what an agency does in them."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from chitieu.agency_reader import Agency
from chitieu.periods import Due, Period, Recurrence
from chitieu.references import Reference
from chitieu.targets import Target
from chitieu.text import Span

__all__ = ["Assignment", "Role", "Task"]


class Role(Enum):
    """What an agency does in a task. Values are the field's own words."""

    LEAD = "chủ trì"
    COOPERATE = "phối hợp"
    ADVISE = "tham mưu"
    MONITOR = "theo dõi"
    APPRAISE = "thẩm định"
    CONSOLIDATE = "tổng hợp"
    CARRY_OUT = "thực hiện"


@frozen
class Task:
    """A piece of work given to an agency.

    Attributes:
        text: the task as one line.
        role: what the lead does, by the first word of role in the text.
        lead: who answers for it; the agencies of the section unless the text names another.
        cooperating: who takes part.
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
