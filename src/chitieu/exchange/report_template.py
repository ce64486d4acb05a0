"""The workbook an agency fills in: its indicators and tasks with what the plan asks, and empty cells for what was reached.

Cells that are not filled in are locked, which keeps accidents away and not attackers: there is no password. Numbers
are numbers and show Vietnamese digits. A hidden sheet keeps which plan, agency and period the workbook is for and what
each row held, so that reading it needs neither the order of rows nor the words of titles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import IO, Any

from attrs import frozen

from chitieu.errors import UnknownAgencyError
from chitieu.exchange.report_layout import (
    FIRST_ROW,
    ID_ROW,
    LINE_HEIGHT,
    LISTS,
    TITLE_ROW,
    Column,
    Header,
    Look,
    RowRecord,
    SheetLayout,
    layouts,
    lines_of,
    number_code,
    print_setup,
    style,
    words,
    write_meta,
)
from chitieu.exchange.report_rows import (
    IndicatorRow,
    PlanIdentity,
    TaskRow,
    agency_name,
    indicator_rows,
    is_known,
    plan_identity,
    task_rows,
)
from chitieu.exchange.safe_cells import put_text, writable
from chitieu.exchange.workbooks import save_workbook
from chitieu.monitoring.observations import Rating
from chitieu.monitoring.task_states import TaskState
from chitieu.periods.dates import format_date
from chitieu.periods.period import Period, Recurrence, as_period
from chitieu.periods.text import format_period, parse_period
from chitieu.plan import Plan
from chitieu.sources.workbooks import column_letter, openpyxl
from chitieu.units import UnitKind
from chitieu.work.lists import AgencyLike
from chitieu.work.tasks import Task

__all__ = ["write_report_template"]

_LONGEST_PROPERTY = 250
"""Characters of a property of a workbook: office programs refuse more than 255."""

_ALIGNED = {"plan": "right", "actual": "right", "compare": "right"}
_NARROW = 20  # columns below this width hold numbers, days and words to choose from
_TALLEST = 409  # points: no row may be taller


def write_report_template(
    plan: Plan, agency: AgencyLike | None, period: Period | str, path: str | PathLike[str] | IO[bytes]
) -> None:
    """Write the workbook one agency fills in for one period.

    Args:
        plan: the plan reported on.
        agency: who reports; None makes one workbook with every indicator and task.
        period: the period, or its words (``"quý I/2026"``).
        path: where to, a path or a binary file object.

    Raises:
        UnknownAgencyError: the plan gives this agency nothing and the directory does not know it.
        ParseError: the words of `period` are no period.
        NumberTypeError: `period` is neither words nor a period.
        WriteError: the file cannot be written.
        MissingExtraError: openpyxl is not installed.

    >>> import io
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> file = io.BytesIO()
    >>> ct.write_report_template(plan, "Sở Y tế", "quý I/2026", file)
    >>> report = ct.read_report(file.getvalue())
    >>> report.agency, str(report.period), report.observations, report.problems
    ('Sở Y tế', '2026-Q1', (), ())
    """
    if agency is not None and not is_known(plan, agency):
        raise UnknownAgencyError("report.agency", agency=agency_name(agency))
    when = parse_period(period) if isinstance(period, str) else as_period(period)
    header = Header(plan_identity(plan), "" if agency is None else agency_name(agency), format_period(when))
    asked, given = indicator_rows(plan, agency), task_rows(plan, agency)
    book = openpyxl().Workbook()
    book.remove(book.active)
    _indicators(_sheet(book, "indicators", header, plan), asked)
    _tasks(_sheet(book, "tasks", header, plan), given)
    _lists(book)
    write_meta(book, header, [*map(_indicator_record, asked), *map(_task_record, given)])
    book.properties.title = f"{layouts()['indicators'].title}: {header.period}"
    book.properties.creator = writable(header.agency or header.plan.issuer or "", _LONGEST_PROPERTY)
    save_workbook(book, path)


def _indicator_record(row: IndicatorRow) -> RowRecord:
    target = row.target
    return RowRecord(
        "indicator",
        row.key,
        row.indicator.name,
        row.unit.label,
        str(target) if target else "",
        str(target.quantity.value) if target else "",
        row.measured,
        row.same_as or "",
        "1" if row.asked else "0",
        str(target.total.value) if target and target.total else "",
    )


def _task_record(row: TaskRow) -> RowRecord:
    return RowRecord("task", row.key, row.entry.task.text)


# --- the sheets ----------------------------------------------------------------------------------------------


def _sheet(book: Any, name: str, header: Header, plan: Plan) -> Any:
    """Add a sheet with its head: title, plan, period and agency, instructions, titles of the columns."""
    layout, said = layouts()[name], words()
    page = book.create_sheet(layout.sheet)
    last = column_letter(len(layout.columns) + 1)
    agency = header.agency or said["everyone"]
    lines = (
        (layout.title, 22, Look(bold=True, align="center")),
        (_on_plan(header.plan), 18, Look(align="center")),
        (said["report"].format(period=header.period, agency=agency), 18, Look(align="center")),
        (layout.help, 36, Look(italic=True)),
    )
    for row, (text, height, look) in enumerate(lines, 1):
        page.merge_cells(f"B{row}:{last}{row}")
        put_text(page.cell(row, 2), text)
        style(page.cell(row, 2), "text", look)
        page.row_dimensions[row].height = height
    period = format_period(plan.period) if plan.period else ""
    put_text(page.cell(ID_ROW, 1), name)
    for at, column in enumerate(layout.columns, 2):
        put_text(page.cell(ID_ROW, at), column.key)
        put_text(page.cell(TITLE_ROW, at), column.title.format(period=header.period, plan_period=period).strip())
        style(page.cell(TITLE_ROW, at), "head")
        page.column_dimensions[column_letter(at)].width = column.width
    page.row_dimensions[ID_ROW].hidden = page.column_dimensions["A"].hidden = True
    page.row_dimensions[TITLE_ROW].height = 48
    page.freeze_panes = f"D{FIRST_ROW}"
    print_setup(page, f"{TITLE_ROW}:{TITLE_ROW}")
    _protect(page)
    return page


def _on_plan(plan: PlanIdentity) -> str:
    if plan.number and plan.issued and plan.issuer:
        return str(words()["on_plan"].format(number=plan.number, issued=format_date(plan.issued), issuer=plan.issuer))
    return str(words()["on_document"].format(plan=plan))


def _protect(page: Any) -> None:
    """Lock what is not filled in; widths and heights may be changed by whoever reads."""
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False


@frozen
class _Row:
    """The texts of a row by column, the columns that are filled in, and how deep its name stands, if it has one."""

    texts: Mapping[str, str]
    filled: Sequence[str]
    depth: int | None = None

    def look(self, column: Column) -> Look:
        if column.key == "name" and self.depth is not None:
            return Look(bold=not self.depth, indent=self.depth, align="left")
        return Look(align=_ALIGNED.get(column.key, "center" if column.width < _NARROW else "left"))


def _fill(page: Any, number: int, layout: SheetLayout, row: _Row) -> None:
    """Write the texts of a row and the look of all its cells."""
    lines = 1
    for at, column in enumerate(layout.columns, 2):
        cell, text = page.cell(number, at), row.texts.get(column.key, "")
        style(cell, "fill" if column.key in row.filled else "fixed", row.look(column))
        if text:
            put_text(cell, text)
            lines = max(lines, lines_of(text, column.width))
    page.row_dimensions[number].height = min(lines * LINE_HEIGHT, _TALLEST)


def _indicators(page: Any, rows: tuple[IndicatorRow, ...]) -> None:
    layout = layouts()["indicators"]
    places = {row.key: at for at, row in enumerate(rows, FIRST_ROW)}
    inputs = [column.key for column in layout.columns if column.fill]
    for at, row in enumerate(rows, FIRST_ROW):
        said = {
            "number": row.indicator.number or "",
            "name": row.indicator.name,
            "unit": row.unit.label,
            "target": str(row.target) if row.target else "",
        }
        asked = [key for key in inputs if row.asked and (row.same_as is None or key != "actual")]
        _fill(page, at, layout, _Row(said, asked, row.depth))
        put_text(page.cell(at, 1), row.key)
        _numbers(page, at, row, layout, places.get(row.same_as or ""))
    if rows:
        _look_of_numbers(page, layout, FIRST_ROW + len(rows) - 1)
        _choose(page, layout, "rating", FIRST_ROW + len(rows) - 1)


def _numbers(page: Any, at: int, row: IndicatorRow, layout: SheetLayout, same: int | None) -> None:
    """Write the planned figure and the formulas of a row."""
    plan, actual, compare = (page[f"{layout.letter(key)}{at}"] for key in ("plan", "actual", "compare"))
    if row.target is not None:
        value = row.target.quantity.value
        plan.value, plan.number_format = value, number_code(_places(value))
        actual.number_format = number_code(0 if row.target.quantity.unit.kind is UnitKind.RANK else 1, 4)
        if row.unit.kind is not UnitKind.RANK:
            compare.value, compare.number_format = _comparison(row, plan.coordinate, actual.coordinate), number_code(1)
    if same is not None:
        above = f"{layout.letter('actual')}{same}"
        actual.value = f'=IF({above}="","",{above})'


def _places(value: Any) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _comparison(row: IndicatorRow, plan: str, actual: str) -> str:
    """Return the formula that compares a result with the plan, in per cent; of a range with its nearer end."""
    part = f"{actual}/{plan}"
    if row.target and row.target.upper is not None:
        upper = f"{row.target.upper.to(row.unit).value:f}"
        part = f"IF({actual}>{upper},{actual}/{upper},IF({actual}<{plan},{actual}/{plan},1))"
    return f'=IF(AND(ISNUMBER({actual}),ISNUMBER({plan})),IF({plan}=0,"",{part}*100),"")'


def _look_of_numbers(page: Any, layout: SheetLayout, last: int) -> None:
    """Show whole results without a decimal comma, which no number format can say by itself."""
    first = f"{layout.letter('actual')}{FIRST_ROW}"
    whole = openpyxl(".styles.differential").DifferentialStyle(
        numFmt=openpyxl(".styles.numbers").NumberFormat(numFmtId=190, formatCode=number_code(0))
    )
    rule = openpyxl(".formatting.rule").Rule(
        type="expression", dxf=whole, formula=[f"AND(ISNUMBER({first}),{first}=INT({first}))"]
    )
    page.conditional_formatting.add(f"{first}:{layout.letter('actual')}{last}", rule)


def _tasks(page: Any, rows: tuple[TaskRow, ...]) -> None:
    layout, said = layouts()["tasks"], words()
    inputs = [column.key for column in layout.columns if column.fill]
    for at, row in enumerate(rows, FIRST_ROW):
        entry = row.entry
        texts = {
            "number": str(at - FIRST_ROW + 1),
            "task": entry.task.text,
            "agency": entry.agency.name if entry.agency else "",
            "role": said[entry.side],
            "due": _due(entry.task),
        }
        _fill(page, at, layout, _Row(texts, inputs))
        put_text(page.cell(at, 1), row.key)
        page[f"{layout.letter('finished')}{at}"].number_format = "dd/mm/yyyy"
    if rows:
        last = FIRST_ROW + len(rows) - 1
        _choose(page, layout, "state", last)
        _ask_for_days(page, layout, last)


def _due(task: Task) -> str:
    due = task.due
    if due is None or isinstance(due, Recurrence):
        return str(due or "")
    return format_period(due) if isinstance(due, Period) else f"{due:%d/%m/%Y}"


_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "rating": tuple(rating.value for rating in Rating),
    "state": tuple(state.value for state in TaskState),
}


def _lists(book: Any) -> None:
    """Add the hidden sheet of values to choose from: some have a comma, which no list in a cell can hold."""
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    for column, options in enumerate(_OPTIONS.values(), 1):
        for row, option in enumerate(options, 1):
            put_text(page.cell(row, column), option)
    page.protection.sheet = True


def _choose(page: Any, layout: SheetLayout, key: str, last: int) -> None:
    """Give a column a list to choose from; other values are refused by the spreadsheet program."""
    column = column_letter(1 + list(_OPTIONS).index(key))
    options = f"'{LISTS}'!${column}$1:${column}${len(_OPTIONS[key])}"
    check = openpyxl(".worksheet.datavalidation").DataValidation(
        type="list", formula1=options, allow_blank=True, showErrorMessage=True
    )
    check.errorTitle, check.error = words()["list_title"], words()["list_help"]
    page.add_data_validation(check)
    check.add(f"{layout.letter(key)}{FIRST_ROW}:{layout.letter(key)}{last}")


def _ask_for_days(page: Any, layout: SheetLayout, last: int) -> None:
    """Warn where something else than a day is typed."""
    check = openpyxl(".worksheet.datavalidation").DataValidation(
        type="date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True
    )
    check.errorStyle = "warning"
    check.errorTitle, check.error = words()["day_title"], words()["day_help"]
    page.add_data_validation(check)
    check.add(f"{layout.letter('finished')}{FIRST_ROW}:{layout.letter('finished')}{last}")
