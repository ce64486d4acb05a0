"""Results from a table that somebody made: a spreadsheet or CSV whose columns are found by their titles.

Nothing stops at a bad cell: what can be read is read, and every cell that cannot is told with its address and what
stands in it. A workbook that `write_report_template` made is read as the report it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath

from attrs import define, evolve, field, frozen

from chitieu import areas
from chitieu.errors import ChitieuError
from chitieu.exchange.actuals_tasks import TaskTable
from chitieu.exchange.actuals_titles import (
    ResultColumn,
    head_titles,
    meaning_of_title,
    period_in,
    result_columns,
    status_in,
)
from chitieu.exchange.bare_figures import bare_figure
from chitieu.exchange.grids import Grid, is_package, read_grids
from chitieu.exchange.report_cells import CellError, Figure, Found, read_figure, read_text
from chitieu.exchange.report_values import ReportError, ReportProblem
from chitieu.monitoring.observations import Observation, ObservationStatus, Rating
from chitieu.monitoring.rating_rule import rating_named
from chitieu.monitoring.task_states import TaskReport
from chitieu.periods.dates import as_day
from chitieu.periods.period import Period, as_period
from chitieu.periods.text import parse_period
from chitieu.quantities.reader import find_quantities
from chitieu.reasons import Reason
from chitieu.sources.opening import Source, load_bytes
from chitieu.units import NO_UNIT, Unit, parse_unit

__all__ = ["Actuals", "read_actuals"]

_PART = re.compile(r"(?:[-–+*•]\s*|trong đó\s*:?\s*|riêng\s+)+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)\s*$")
_MOST_HEAD_ROWS = 40


@frozen
class Actuals:
    r"""What a table of results holds.

    Attributes:
        observations: the results, in the order of the table; each with file, sheet and cell as its source. Rows without
            a result are there too, with nothing reported.
        problems: cells that could not be used, with address, content and reason.
        file: the name of the file.
        task_reports: how tasks stand, from a sheet of tasks.

    >>> import chitieu as ct
    >>> table = "Chỉ tiêu;ĐVT;TH năm 2026\nTỷ lệ hộ nghèo;%;1,3\nTỷ lệ hộ cận nghèo;%;1.9\n".encode()
    >>> actuals = ct.read_actuals(table)
    >>> [str(item) for item in actuals.observations], [problem.cell for problem in actuals.problems]
    (['Tỷ lệ hộ nghèo 2026: 1,3% (ước)'], ['C3'])
    """

    observations: tuple[Observation, ...]
    problems: tuple[ReportProblem, ...] = ()
    file: str = ""
    task_reports: tuple[TaskReport, ...] = ()


def read_actuals(source: Source, *, period: Period | str | None = None, on: date | None = None) -> Actuals:
    """Read results, and how tasks stand, from a spreadsheet or CSV file.

    A table needs a column of indicators (``Chỉ tiêu``) and at least one of results (``TH``, ``Ước TH năm 2026``);
    columns for the unit, the period, the status, the reporter's rating, notes, source, agency and area are used where
    they are. The period of a column of results is in its title, else in a column of its own, else in the lines above
    the table, else `period`. A row that begins with a dash or ``trong đó`` is a part of the line above and named with it
    (``Cơ cấu GRDP: khu vực I``). Numbers of spreadsheets are taken as the digits that are shown for them at full precision;
    texts as Vietnamese figures, ranges or words.

    A table of tasks needs a column of tasks (``Nhiệm vụ``) and one of states (``Trạng thái``) or of days (``Ngày hoàn
    thành``); it may stand beside the table of results or alone.

    Args:
        source: a path, bytes or a file object.
        period: the period of results that say none, or its words.
        on: the day of reading, after which nothing can have been finished; None takes today.

    Raises:
        SourceError: the file cannot be read.
        ReportError: it holds no table of results and none of tasks.
        ParseError: the words of `period` are no period.
        NumberTypeError: `period` is neither words nor a period, or `on` no date.
        MissingExtraError: openpyxl is not installed (only for spreadsheets).
    """
    when = parse_period(period) if isinstance(period, str) else period
    when, on = when if when is None else as_period(when), on if on is None else as_day(on)
    data, path = load_bytes(source)
    report = _as_report(data, path, on)
    if report is not None:
        return report
    grids = read_grids(data, path)
    name = PurePath(path.replace("\\", "/")).name
    found = [reader for grid in grids if (reader := _Table.find(grid, name, when))]
    titled = {reader.grid.title for reader in found}
    tables = [TaskTable.find(grid, name, on) for grid in grids if grid.title not in titled]
    work = [table for table in tables if table is not None]
    if not found and not work:
        raise ReportError("actuals.no_table", path=path)
    observations = tuple(item for reader in found for item in reader.observations())
    reports = tuple(item for table in work for item in table.reports())
    problems = [problem for reader in found for problem in reader.problems]
    problems += [problem for table in work for problem in table.problems]
    return Actuals(observations, tuple(problems), name, reports)


def _as_report(data: bytes, name: str, on: date | None) -> Actuals | None:
    """Read a workbook that was made for a plan; None if it is none."""
    from chitieu.exchange.report_reading import report_in  # noqa: PLC0415  (only spreadsheets need it)

    if not is_package(data):
        return None
    try:
        report = report_in(data, name, on=on)
    except ReportError as error:
        if error.code == "report.none":
            return None
        raise
    return Actuals(report.observations, report.problems, report.file, report.task_reports)


@define
class _Table:
    """A table of results in a sheet."""

    grid: Grid
    file: str
    head: int
    columns: Mapping[str, int]
    results: tuple[ResultColumn, ...]
    period: Period | None
    problems: list[ReportProblem] = field(factory=list)
    above: str = ""

    @classmethod
    def find(cls, grid: Grid, file: str, period: Period | None) -> _Table | None:
        """Find the head of the table: the first row with a column of indicators and one of results."""
        above: list[str] = []
        for row in sorted(grid.rows)[:_MOST_HEAD_ROWS]:
            for height in (2, 1):
                titles = head_titles(grid, row, height)
                meanings = {at: meaning_of_title(title) for at, title in titles.items()}
                columns: dict[str, int] = {}
                for at, meaning in sorted(meanings.items()):
                    if meaning:
                        columns.setdefault(meaning, at)
                results = tuple(result_columns(titles, meanings))
                if results and {"indicator", "key"} & set(columns):
                    named = period_in(" ".join(above)) if above else None
                    return cls(grid, file, row + height - 1, columns, results, named or period)
            above += [grid.text(row, at) for at in sorted(grid.rows[row])]
        return None

    # --- rows --------------------------------------------------------------------------------------------

    def observations(self) -> Iterator[Observation]:
        """Yield the results row by row; what cannot be read becomes a problem."""
        for row in sorted(self.grid.rows):
            if row > self.head:
                yield from self._row(row)

    def _row(self, row: int) -> Iterator[Observation]:
        name = self._text(row, "key") or self._name(row)
        filled = [column for column in self.results if not self._found(row, column.at).empty]
        if not name:
            for column in filled:
                self._problem("actuals.name", self._found(row, column.at))
            return
        if not filled and not (self._has(row, "unit") or self._has(row, "target")):
            return  # a heading
        unit = self._unit(row, name)
        if unit is None:
            return
        for column in filled or self.results[:1]:
            item = self._observation(row, name, unit, column)
            if item is not None:
                yield item

    def _name(self, row: int) -> str:
        """Return the name of a row; that of a part with the line it is a part of, since parts of two lines are alike."""
        name = self._text(row, "indicator")
        part = _PART.match(name)
        if part is None:
            self.above = name or self.above
            return name
        return f"{self.above}: {name[part.end() :]}" if self.above and name[part.end() :] else name

    def _observation(self, row: int, name: str, unit: Unit, column: ResultColumn) -> Observation | None:
        cell = self._found(row, column.at)
        period = column.period or self._period(row) or self.period
        if period is None:
            self._problem("actuals.period", cell)
            return None
        figure, hedge = self._figure(cell, unit)
        if figure is None:
            return None
        note = "; ".join(part for part in (hedge, self._text(row, "note")) if part)
        own = self._status(row)
        try:
            return Observation(
                name,
                period,
                figure.value,
                figure.upper,
                figure.words,
                area=self._area(row),
                agency=self._text(row, "agency") or None,
                status=own or column.status or ObservationStatus.ESTIMATE,
                source=self._source(row, cell),
                note=note,
                official=self._rating(row),
            )
        except ChitieuError as error:
            self._problem("actuals.refused", cell, why=error)
            return None

    def _figure(self, cell: Found, unit: Unit) -> tuple[Figure | None, str]:
        """Read a result, and the words before it that say it is not exact."""
        if cell.empty:
            return Figure(), ""
        hedge = ""
        if isinstance(cell.value, str):
            bare = bare_figure(cell.value)
            hedge, cell = bare.remark, evolve(cell, value=bare.text)
        try:
            return read_figure(cell, self._own_unit(cell, unit)), hedge
        except CellError as error:
            self._problem(error.code, cell, **error.fields)
            return None, ""

    @staticmethod
    def _own_unit(cell: Found, unit: Unit) -> Unit:
        """Return the unit of the row, else the one that stands in the cell itself."""
        if unit is not NO_UNIT or not isinstance(cell.value, str):
            return unit
        found = find_quantities(cell.value)
        return found[-1].value.unit if found else unit

    # --- cells of a row ----------------------------------------------------------------------------------

    def _found(self, row: int, at: int) -> Found:
        return self.grid.rows.get(row, {}).get(at) or Found()

    def _cell(self, row: int, meaning: str) -> Found:
        return self._found(row, self.columns.get(meaning, 0))

    def _has(self, row: int, meaning: str) -> bool:
        return not self._cell(row, meaning).empty

    def _text(self, row: int, meaning: str) -> str:
        cell = self._cell(row, meaning)
        if cell.empty:
            return ""
        try:
            return " ".join(read_text(cell).split())
        except CellError as error:
            self._problem(error.code, cell, **error.fields)
            return ""

    def _unit(self, row: int, name: str) -> Unit | None:
        """Return the unit of a row; None, and a problem, if it cannot be read."""
        label = self._text(row, "unit")
        if not label or not any(char.isalpha() or char in "%‰" for char in label):
            bracket = _IN_BRACKETS.search(name)
            return _known_unit(bracket[1]) if bracket else NO_UNIT
        try:
            return parse_unit(label)
        except ChitieuError as error:
            self._problem("actuals.unit", self._cell(row, "unit"), why=error)
            return None

    def _period(self, row: int) -> Period | None:
        cell = self._cell(row, "period")
        if cell.empty:
            return None
        text = self._text(row, "period")
        found = period_in(text)
        if found is None:
            self._problem("actuals.period_cell", cell)
        return found

    def _status(self, row: int) -> ObservationStatus | None:
        cell = self._cell(row, "status")
        found = None if cell.empty else status_in(self._text(row, "status"))
        if not cell.empty and found is None:
            self._problem("actuals.status", cell, options=", ".join(str(status) for status in ObservationStatus))
        return found

    def _rating(self, row: int) -> Rating | None:
        cell = self._cell(row, "rating")
        found = None if cell.empty else rating_named(self._text(row, "rating"))
        if not cell.empty and found is None:
            self._problem("actuals.rating", cell, options=", ".join(str(rating) for rating in Rating))
        return found

    def _area(self, row: int) -> str | None:
        cell = self._cell(row, "area")
        if cell.empty:
            return None
        found = areas.find(self._text(row, "area"))
        if found is None:
            self._problem("actuals.area", cell)
        return found.id if found else None

    def _source(self, row: int, cell: Found) -> str:
        place = f"{self.grid.title}!{cell.address}" if self.grid.title else cell.address
        where = f"{self.file}: {place}" if cell.address else f"{self.file}: {self.grid.title}".rstrip(": ")
        said = self._text(row, "source")
        return f"{said} ({where})" if said else where

    def _problem(self, code: str, cell: Found, **fields: object) -> None:
        place = f"{self.grid.title}!{cell.address}" if self.grid.title else cell.address or self.file
        shown = "" if cell.value is None else " ".join(str(cell.value).split())
        reason = Reason(code, {"place": place, "found": shown, **fields})
        self.problems.append(ReportProblem(reason, self.file, self.grid.title, cell.address, shown))


def _known_unit(label: str) -> Unit:
    try:
        return parse_unit(label)
    except ChitieuError:
        return NO_UNIT
