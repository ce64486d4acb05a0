"""States of tasks from a table that somebody made: a head with a column of tasks and one of states or days of completion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from attrs import define, field

from chitieu.exchange.actuals_titles import head_titles, meaning_of_task_title
from chitieu.exchange.grids import Grid
from chitieu.exchange.report_cells import CellError, Found, read_day, read_state, read_text
from chitieu.exchange.report_values import ReportProblem
from chitieu.monitoring.task_states import TaskReport
from chitieu.reasons import Reason

__all__ = ["TaskTable"]

_MOST_HEAD_ROWS = 40
_T = TypeVar("_T")


@define
class TaskTable:
    """A table of tasks in a sheet."""

    grid: Grid
    file: str
    head: int
    columns: Mapping[str, int]
    today: date
    problems: list[ReportProblem] = field(factory=list)

    @classmethod
    def find(cls, grid: Grid, file: str, today: date | None) -> TaskTable | None:
        """Find the head of the table; None if the sheet has none.

        Args:
            grid: the sheet.
            file: the name of the file.
            today: the day of reading, after which nothing can have been finished; None takes today.
        """
        for row in sorted(grid.rows)[:_MOST_HEAD_ROWS]:
            columns: dict[str, int] = {}
            for at, title in sorted(head_titles(grid, row, 1).items()):
                meaning = meaning_of_task_title(title)
                if meaning:
                    columns.setdefault(meaning, at)
            if "task" in columns and {"state", "finished"} & set(columns):
                return cls(grid, file, row, columns, today or date.today())  # noqa: DTZ011  (the reader's own day)
        return None

    def reports(self) -> Iterator[TaskReport]:
        """Yield what is said of each task; what cannot be read becomes a problem."""
        for row in sorted(self.grid.rows):
            if row > self.head:
                yield from self._row(row)

    def _row(self, row: int) -> Iterator[TaskReport]:
        task = self._read(row, "task", read_text) or ""
        state = self._read(row, "state", read_state)
        day = self._read(row, "finished", lambda cell: read_day(cell, self.today))
        note = self._read(row, "note", read_text) or ""
        if not (state or day or note):
            return
        if not task:
            self._problem("actuals.task", self._cell(row, "state" if state else "finished" if day else "note"))
            return
        agency = self._read(row, "agency", read_text) or None
        yield TaskReport(task, state, day, note, agency, self._source(row))

    def _cell(self, row: int, meaning: str) -> Found:
        return self.grid.rows.get(row, {}).get(self.columns.get(meaning, 0)) or Found()

    def _read(self, row: int, meaning: str, read: Callable[[Found], _T]) -> _T | None:
        """Read a cell that may be empty or missing; one that is bad becomes a problem."""
        cell = self._cell(row, meaning)
        if cell.empty:
            return None
        try:
            return read(cell)
        except CellError as error:
            self._problem(error.code, cell, **error.fields)
            return None

    def _source(self, row: int) -> str:
        cell = self._cell(row, "state")
        cell = self._cell(row, "finished") if cell.empty else cell
        place = "!".join(filter(None, (self.grid.title, cell.address)))
        where = f"{self.file}: {place}" if place else self.file
        said = self._read(row, "source", read_text)
        return f"{said} ({where})" if said else where

    def _problem(self, code: str, cell: Found, **fields: object) -> None:
        place = f"{self.grid.title}!{cell.address}" if self.grid.title else cell.address or self.file
        shown = " ".join(str(cell.value or "").split())
        reason = Reason(code, {"place": place, "found": shown, **fields})
        self.problems.append(ReportProblem(reason, self.file, self.grid.title, cell.address, shown))
