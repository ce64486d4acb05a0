"""Reading what agencies filled in: observations and task states, and every bad cell with its address.

Rows and columns are found by the keys the workbook was written with, so sorting, added columns and new titles do not
matter. Nothing stops at a bad cell: what can be read is read, what cannot is a `ReportProblem` that quotes it.
"""

from __future__ import annotations

import ntpath
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TypeVar

from attrs import define, evolve, field

from chitieu.errors import ChitieuError
from chitieu.exchange.bare_figures import bare_figure, says_no_figure
from chitieu.exchange.report_cells import (
    CellError,
    Figure,
    Found,
    read_choice,
    read_day,
    read_figure,
    read_state,
    read_text,
)
from chitieu.exchange.report_file import ReportFile, ReportSheet, open_report
from chitieu.exchange.report_layout import RowRecord, layouts
from chitieu.exchange.report_values import Report, ReportedTask, ReportedValue, ReportError, ReportProblem
from chitieu.monitoring.observations import Observation, Rating
from chitieu.monitoring.rating_rule import rating_named
from chitieu.monitoring.task_states import TaskReport
from chitieu.periods.dates import as_day
from chitieu.periods.period import Period
from chitieu.periods.text import parse_period
from chitieu.quantities.quantity import Quantity
from chitieu.reasons import Reason
from chitieu.sources.opening import Source, load_bytes
from chitieu.units import NO_UNIT, parse_unit

__all__ = ["read_report", "report_in"]

_LOCKED = {"indicator": ("name", "unit", "target"), "task": ("task",)}
_INPUTS = {"indicator": ("actual", "rating", "note"), "task": ("state", "finished", "product", "note")}
_CHANGES = ("tăng", "giảm")
_FAR = 200  # a lost or an added group of three digits, with room for results of a month
_SHEETS = {"indicator": "indicators", "task": "tasks"}

_T = TypeVar("_T")


def read_report(source: Source, *, on: date | None = None) -> Report:
    """Read a workbook that `write_report_template` made and somebody filled in.

    Args:
        source: a path, bytes or a file object.
        on: the day of reading, after which nothing can have been finished; None takes today.

    Raises:
        SourceError: the file cannot be read.
        ReportError: it is no such workbook, or one of a newer version.
        NumberTypeError: `on` is no date.
        MissingExtraError: openpyxl is not installed.

    >>> import io
    >>> import chitieu as ct
    >>> from openpyxl import load_workbook
    >>> file = io.BytesIO()
    >>> ct.write_report_template(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"), None, "quý I/2026", file)
    >>> book = load_workbook(file)
    >>> book["Chỉ tiêu"]["G7"], book["Chỉ tiêu"]["G8"] = 9.75, "4.1%"
    >>> filled = io.BytesIO()
    >>> book.save(filled)
    >>> report = ct.read_report(filled.getvalue())
    >>> [str(one) for one in report.observations]
    ['grdp_growth 2026-Q1: 9,75% (ước)']
    >>> print(report.problems[0].message("vi"))
    Chỉ tiêu!G8: '4.1%' không phải số liệu theo đơn vị '%': '4.1' không phải cách viết số tiếng Việt: ...
    """
    return report_in(*load_bytes(source), on=on)


def report_in(data: bytes, name: str, *, on: date | None = None) -> Report:
    """Read a workbook that is in hand, as `read_report` does.

    Args:
        data: the file.
        name: its name.
        on: as in `read_report`.

    Raises:
        SourceError: as in `read_report`.
        ReportError: as in `read_report`.
        MissingExtraError: as in `read_report`.
    """
    today = date.today() if on is None else as_day(on)  # noqa: DTZ011  (the reader's own day)
    file = open_report(data, name)
    try:
        return _Reader(file, today).read()
    except (ChitieuError, ArithmeticError) as error:  # the hidden sheet says what no template does
        raise ReportError("report.damaged", path=file.name, why=str(error)) from error


@define
class _Reader:
    file: ReportFile
    today: date
    problems: list[ReportProblem] = field(factory=list)
    figures: dict[str, Figure] = field(factory=dict)  # by the key of the row

    def read(self) -> Report:
        header = self.file.header
        period = parse_period(header.period)
        if self.file.tampered:
            self.problem("report.meta", None, "")
        values = tuple(self.values(period))
        tasks = tuple(self.tasks())
        asked = [record for record in self.file.records if record.kind == "indicator" and record.asked == "1"]
        told = {value.key for value in values if value.observation.reported} | self.figures.keys()
        bad = {problem.row for problem in self.problems}
        blank = tuple(r.name for r in asked if not {r.key, r.same_as or r.key} & told and r.key not in bad)
        return Report(
            header.plan, header.agency or None, period, values, tasks, tuple(self.problems), blank, self.file.name
        )

    # --- rows --------------------------------------------------------------------------------------------

    def rows(self, kind: str) -> Iterator[tuple[RowRecord, ReportSheet, dict[str, Found]]]:
        """Yield the rows of a sheet with their records, in the order they were written; say what is missing and added."""
        records = [record for record in self.file.records if record.kind == kind]
        sheet = self.file.sheets.get(_SHEETS[kind])
        if sheet is None:
            if records:
                self.problem("report.sheet", None, "", expected=layouts()[_SHEETS[kind]].sheet)
            return
        if sheet.is_bare:
            self.problem("report.bare", sheet, "")
        missing = [key for key in (*_LOCKED[kind], *_INPUTS[kind]) if key not in sheet.columns]
        if missing:
            self.problem("report.column", sheet, "", expected=", ".join(missing))
        found = self.keyed(kind, sheet, {record.key for record in records})
        for record in records:
            if record.key in found:
                self.compare(record, sheet, found[record.key])
                yield record, sheet, found[record.key]
            else:
                self.problem("report.row_missing", sheet, "", row=record.key, expected=record.name)

    def keyed(self, kind: str, sheet: ReportSheet, known: set[str]) -> dict[str, dict[str, Found]]:
        """Return the rows by key; rows without one and repeated ones are told, with what they hold."""
        found: dict[str, dict[str, Found]] = {}
        for number, key, row in sheet.rows:
            said = " | ".join(text for cell in row.values() if (text := _shown(cell)))
            if key in known and key not in found:
                found[key] = row
            elif key in known:
                if any(_shown(row[name]) != _shown(found[key][name]) for name in _INPUTS[kind] if name in row):
                    self.problem("report.row_twice", sheet, f"A{number}", found=said, row=key)
            elif said:
                self.problem("report.row_added", sheet, f"A{number}", found=said)
        return found

    def compare(self, record: RowRecord, sheet: ReportSheet, row: dict[str, Found]) -> None:
        """Say which locked cells no longer hold what was written."""
        wanted = {"name": record.name, "unit": record.unit, "target": record.target, "task": record.name}
        for name in _LOCKED[record.kind]:
            if name in row and _words(_shown(row[name])) != _words(wanted[name]):
                self.changed(record, sheet, row[name], wanted[name])
        if record.plan and "plan" in row and not _same_number(row["plan"].value, record.plan):
            self.changed(record, sheet, row["plan"], record.plan)

    def changed(self, record: RowRecord, sheet: ReportSheet, cell: Found, wanted: str) -> None:
        self.problem("report.changed", sheet, cell.address, found=_shown(cell), row=record.key, expected=wanted)

    # --- cells -------------------------------------------------------------------------------------------

    def cell(
        self, record: RowRecord, sheet: ReportSheet, found: Found | None, read: Callable[[Found], _T]
    ) -> _T | None:
        """Read a cell that may be empty; one that is bad becomes a problem."""
        if found is None or found.empty:
            return None
        try:
            return read(found)
        except CellError as error:
            shown = _shown(found) or "=…"
            self.problem(error.code, sheet, found.address, found=shown, row=record.key, **error.fields)
            return None

    def problem(
        self, code: str, sheet: ReportSheet | None, cell: str, *, found: str = "", row: str = "", **fields: object
    ) -> None:
        title = sheet.title if sheet else ""
        place = f"{title}!{cell}" if cell else title
        reason = Reason(code, {"place": place or self.file.name, "found": found, **fields})
        self.problems.append(ReportProblem(reason, self.file.name, title, cell, found, row))

    # --- values and tasks --------------------------------------------------------------------------------

    def values(self, period: Period) -> Iterator[ReportedValue]:
        names: dict[str, str] = {}
        for record, sheet, row in self.rows("indicator"):
            names[record.key] = record.measured
            rating = self.cell(record, sheet, row.get("rating"), _read_rating)
            note = self.cell(record, sheet, row.get("note"), read_text) or ""
            figure, remark = self.figure(record, sheet, row.get("actual"))
            note = "; ".join(part for part in (remark, note) if part)
            repeated = bool(record.same_as) and names.get(record.same_as) == record.measured
            if (figure not in (None, Figure()) and not repeated) or rating or note:
                said = figure or Figure()
                seen = Observation(
                    record.measured,
                    period,
                    said.value,
                    said.upper,
                    said.words,
                    agency=self.file.header.agency or None,
                    source=self.place(sheet, row.get("actual")),
                    note=note,
                    official=rating,
                )
                yield ReportedValue(record.key, record.name, record.target, seen)

    def figure(self, record: RowRecord, sheet: ReportSheet, cell: Found | None) -> tuple[Figure | None, str]:
        """Read the figure of a row and what is said around it; one that repeats another row has that row's."""
        if record.same_as:
            return self.figures.get(record.same_as), ""
        unit, remark, bare = parse_unit(record.unit) if record.unit else NO_UNIT, "", cell
        if cell is not None and isinstance(cell.value, str) and record.target:
            change = record.target.partition(" ")[0]
            said = bare_figure(cell.value, change if change in _CHANGES else "")
            remark, bare = said.remark, evolve(cell, value=said.text)
            remark = cell.value.strip() if says_no_figure(cell.value) else remark
        read = partial(read_figure, unit=unit, total=record.total, measured=bool(record.target))
        figure = self.cell(record, sheet, bare, read)
        if figure and figure != Figure():
            self.figures[record.key] = figure
            if cell is not None and _is_far(record, figure):
                expected = record.target
                self.problem("report.far", sheet, cell.address, found=_shown(cell), row=record.key, expected=expected)
        return figure, remark if figure else ""

    def place(self, sheet: ReportSheet, cell: Found | None) -> str:
        """Return where a value is from, without the folders of whoever reads."""
        return f"{ntpath.basename(self.file.name)}: {sheet.title}!{cell.address if cell else ''}"

    def tasks(self) -> Iterator[ReportedTask]:
        read_done = partial(read_day, latest=self.today, earliest=self.file.header.plan.issued)
        for record, sheet, row in self.rows("task"):
            state = self.cell(record, sheet, row.get("state"), read_state)
            day = self.cell(record, sheet, row.get("finished"), read_done)
            product = self.cell(record, sheet, row.get("product"), read_text) or ""
            note = self.cell(record, sheet, row.get("note"), read_text) or ""
            if state or day or product or note:
                agency, place = self.file.header.agency or None, self.place(sheet, row.get("state"))
                yield ReportedTask(record.key, TaskReport(record.name, state, day, note, agency, place), product)


def _is_far(record: RowRecord, figure: Figure) -> bool:
    """Whether a figure is so many times its target, or so small a part of it, that a separator may be lost."""
    if not record.plan or not record.unit or figure.value is None or record.target.startswith(_CHANGES):
        return False
    wanted, found = Quantity(Decimal(record.plan), record.unit).amount, figure.value.amount
    return bool(wanted and found) and not 1 < abs(found / wanted) * _FAR < _FAR**2


def _read_rating(cell: Found) -> Rating:
    return read_choice(cell, rating_named, [rating.value for rating in Rating])


def _shown(cell: Found) -> str:
    try:
        return read_text(cell)
    except CellError:
        return str(cell.value or "=…")


def _words(text: str) -> str:
    return " ".join(text.split())


def _same_number(value: object, wanted: str) -> bool:
    """Whether a cell holds the number written there, as far as a spreadsheet keeps its digits."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return False
    try:
        return float(value) == float(Decimal(wanted))
    except (InvalidOperation, OverflowError, ValueError):
        return False
