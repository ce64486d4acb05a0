"""What a filled-in workbook says, as values."""

from __future__ import annotations

from attrs import frozen

from chitieu.errors import ChitieuError
from chitieu.exchange.report_rows import PlanIdentity
from chitieu.monitoring.observations import Observation
from chitieu.monitoring.task_states import TaskReport
from chitieu.periods.period import Period
from chitieu.reasons import Reason

__all__ = ["Report", "ReportError", "ReportProblem", "ReportedTask", "ReportedValue"]


class ReportError(ChitieuError, ValueError):
    """A file is no report workbook, or one of another version."""


@frozen
class ReportProblem:
    """What is wrong with a cell, a row or a sheet of a report.

    Attributes:
        reason: why, as a code with values (``report.number``, ``report.changed``).
        file: the file; `sheet`: the title of the sheet; `cell`: the address (``H8``), empty where the problem is not
            in one cell.
        found: what stands there, as text: it is not lost, though it cannot be used.
        row: the key of the row, empty where it has none.
    """

    reason: Reason
    file: str = ""
    sheet: str = ""
    cell: str = ""
    found: str = ""
    row: str = ""

    @property
    def code(self) -> str:
        """The code of the reason."""
        return self.reason.code

    @property
    def place(self) -> str:
        """Sheet and cell: ``Chỉ tiêu!H8``."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``, with the address."""
        return self.reason.message(language)

    def __str__(self) -> str:
        return self.message()


@frozen
class ReportedValue:
    """A row of indicators as it was filled in.

    Attributes:
        key: the key of the row; `name`, `target`: the indicator and its target as the plan has them.
        observation: what was reported.
    """

    key: str
    name: str
    target: str
    observation: Observation


@frozen
class ReportedTask:
    """A row of tasks as it was filled in.

    Attributes:
        key: the key of the row.
        report: how the task stands, with its text, state, day and note.
        product: what was delivered.
    """

    key: str
    report: TaskReport
    product: str = ""


@frozen
class Report:
    """What one agency reported.

    Attributes:
        plan: which plan it is on.
        agency: who reported, as the workbook was made for; None for one made for all.
        period: the period.
        values, tasks: the rows that were filled in, in the order of the plan.
        problems: every cell that could not be used and every change of what is locked.
        blank: names of indicators that were asked for and not filled in.
        file: the name of the file.
    """

    plan: PlanIdentity
    agency: str | None
    period: Period
    values: tuple[ReportedValue, ...] = ()
    tasks: tuple[ReportedTask, ...] = ()
    problems: tuple[ReportProblem, ...] = ()
    blank: tuple[str, ...] = ()
    file: str = ""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """What was reached, as observations."""
        return tuple(value.observation for value in self.values)

    @property
    def task_reports(self) -> tuple[TaskReport, ...]:
        """How tasks stand."""
        return tuple(task.report for task in self.tasks)
