"""The workbook of many agencies' reports: values, tasks, conflicts, cells to mend, and who has not reported."""

from __future__ import annotations

import ntpath
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from os import PathLike
from typing import IO, Any, TypeAlias

from chitieu.exchange.report_layout import (
    LINE_HEIGHT,
    Look,
    lines_of,
    number_code,
    print_setup,
    style,
    words,
)
from chitieu.exchange.report_merge import MergedReport
from chitieu.exchange.safe_cells import put_text
from chitieu.exchange.workbooks import save_workbook
from chitieu.periods.text import format_period
from chitieu.sources.workbooks import column_letter, openpyxl

__all__ = ["write_merged"]

_Value: TypeAlias = str | Decimal | int | date | None
_WIDTHS = {
    "indicator": 44,
    "agency": 30,
    "task": 56,
    "what": 44,
    "said": 30,
    "note": 26,
    "source": 34,
    "problem": 70,
    "file": 30,
}
_TALLEST = 409


def write_merged(merged: MergedReport, path: str | PathLike[str] | IO[bytes]) -> None:
    """Write reports put together as a workbook: a row for each value, with its source.

    Rows that other agencies contradict are marked, and stand side by side on a sheet of their own.

    Args:
        merged: the reports.
        path: where to, a path or a binary file object.

    Raises:
        WriteError: the file cannot be written.
        MissingExtraError: openpyxl is not installed.

    >>> import io
    >>> import chitieu as ct
    >>> from openpyxl import load_workbook
    >>> file = io.BytesIO()
    >>> ct.write_report_template(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"), "Sở Y tế", "quý I/2026", file)
    >>> out = io.BytesIO()
    >>> ct.write_merged(ct.merge_reports([file.getvalue()]), out)
    >>> load_workbook(out).sheetnames
    ['Số liệu', 'Nhiệm vụ', 'Mâu thuẫn', 'Ô cần sửa', 'Chưa báo cáo']
    """
    said = words("merged")
    book = openpyxl().Workbook()
    book.remove(book.active)
    disputed = {(conflict.key, conflict.period) for conflict in merged.conflicts}
    _sheet(book, said["values"], _VALUES, _values(merged), [(key, period) in disputed for key, period in _keys(merged)])
    tasks = [(task.key, report.period) in disputed for report in merged.reports for task in report.tasks]
    _sheet(book, said["tasks"], _TASKS, _task_rows(merged), tasks)
    _sheet(book, said["conflicts"], _CONFLICTS, _conflicts(merged))
    _sheet(book, said["problems"], _PROBLEMS, _problems(merged))
    _sheet(book, said["missing"], ("agency",), ((agency.name,) for agency in merged.missing))
    save_workbook(book, path)


_VALUES = (
    "indicator", "target", "period", "value", "upper", "unit", "words", "agency", "rating", "note", "source",
)  # fmt: skip
_TASKS = ("task", "agency", "period", "state", "finished", "product", "note", "source")
_CONFLICTS = ("what", "period", "agency", "said", "source")
_PROBLEMS = ("file", "place", "said", "problem")


def _keys(merged: MergedReport) -> Iterator[tuple[str, Any]]:
    for report in merged.reports:
        for value in report.values:
            yield value.key, report.period


def _values(merged: MergedReport) -> Iterator[Sequence[_Value]]:
    for value in merged.values:
        seen = value.observation
        figure, upper = seen.value, seen.upper
        yield (
            value.name,
            value.target,
            format_period(seen.period),
            figure.value if figure else None,
            upper.to(figure.unit).value if upper and figure else None,
            figure.unit.label if figure else "",
            seen.words or "",
            seen.agency or "",
            seen.official.value if seen.official else "",
            seen.note,
            seen.source,
        )


def _task_rows(merged: MergedReport) -> Iterator[Sequence[_Value]]:
    for report in merged.reports:
        for task in report.tasks:
            said = task.report
            state = said.state.value if said.state else ""
            period = format_period(report.period)
            yield said.task, said.agency or "", period, state, said.done_on, task.product, said.note, said.source


def _conflicts(merged: MergedReport) -> Iterator[Sequence[_Value]]:
    for conflict in merged.conflicts:
        for claim in conflict.claims:
            yield conflict.name, format_period(conflict.period), claim.agency or "", claim.said, claim.source


def _problems(merged: MergedReport) -> Iterator[Sequence[_Value]]:
    for problem in merged.problems:
        yield ntpath.basename(problem.file), problem.place, problem.found, problem.message("vi")


def _sheet(
    book: Any, title: str, columns: Sequence[str], rows: Iterable[Sequence[_Value]], marked: Sequence[bool] = ()
) -> None:
    """Add a sheet of rows under titles that stay in sight."""
    page = book.create_sheet(title)
    titles = words("merged")["columns"]
    widths = [_WIDTHS.get(key, 16) for key in columns]
    for at, (key, width) in enumerate(zip(columns, widths, strict=True), 1):
        put_text(page.cell(1, at), titles[key])
        style(page.cell(1, at), "head")
        page.column_dimensions[column_letter(at)].width = width
    for number, row in enumerate(rows, 2):
        mark = number - 2 < len(marked) and marked[number - 2]
        for at, value in enumerate(row, 1):
            _put(page.cell(number, at), value, marked=mark)
        lines = max(lines_of(value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
        page.row_dimensions[number].height = min(lines * LINE_HEIGHT, _TALLEST)
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions
    print_setup(page, "1:1")


def _put(cell: Any, value: _Value, *, marked: bool) -> None:
    look = Look() if isinstance(value, (Decimal, date)) else Look(align="left")
    style(cell, "fill" if marked else "fixed", look)
    if isinstance(value, str):
        if value:
            put_text(cell, value)
    elif isinstance(value, Decimal):
        cell.value, cell.number_format = value, number_code(max(0, -int(value.as_tuple().exponent)))
    elif value is not None:
        cell.value, cell.number_format = value, "dd/mm/yyyy"
