"""Tables that somebody made, as grids of cells with their addresses: spreadsheets with their raw values, and CSV.

What a sheet shows is rounded; here a cell holds what was entered. Nothing is interpreted: see `report_cells` for that.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.exchange.report_cells import Found
from chitieu.exchange.safe_cells import plain_text
from chitieu.sources.limits import MAX_CELLS, refuse_above
from chitieu.sources.plain import decode
from chitieu.sources.workbooks import address, filled_cells, open_workbook

__all__ = ["Grid", "is_package", "read_grids"]

_PACKAGE = b"PK\x03\x04"
_DELIMITERS = ",;\t"
_HEAD_LINES = 20


@define
class Grid:
    """A sheet: its title, and its cells by row and column, both from 1."""

    title: str
    rows: dict[int, dict[int, Found]] = field(factory=dict)

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell in one line; empty for a number, a day and an empty cell."""
        found = self.rows.get(row, {}).get(column)
        return " ".join(found.value.split()) if found is not None and isinstance(found.value, str) else ""


def is_package(data: bytes) -> bool:
    """Whether a file is a package of parts, as spreadsheets are."""
    return data.startswith(_PACKAGE)


def read_grids(data: bytes, path: str) -> tuple[Grid, ...]:
    r"""Read the visible sheets of a spreadsheet (.xlsx, .xlsm), or CSV with commas, semicolons or tabs.

    Args:
        data: the file.
        path: its name, for errors.

    Raises:
        SourceError: the file cannot be read, or is too large.
        MissingExtraError: openpyxl is not installed (only for spreadsheets).

    >>> read_grids("Chỉ tiêu;TH\nGRDP;9,7".encode(), "a.csv")[0].text(2, 2)
    '9,7'
    """
    try:
        return tuple(_sheets(data)) if is_package(data) else (_table(data),)
    except SourceError as error:
        error.fields.setdefault("path", path)
        raise


def _sheets(data: bytes) -> Iterator[Grid]:
    with open_workbook(data) as values, open_workbook(data, checked=True, formulas=True) as formulas:
        for sheet in values.worksheets:
            if sheet.sheet_state == "visible":
                yield _grid(sheet, formulas[sheet.title])


def _grid(values: Any, formulas: Any) -> Grid:
    """Return the cells of a sheet; a formula without a stored result is a cell too."""
    grid = Grid(values.title)
    said = {(cell.row, cell.column) for cell in filled_cells(formulas) if cell.data_type == "f"}
    for row, column in said:
        grid.rows.setdefault(row, {})[column] = Found(formula=True, address=address(row, column))
    for cell in filled_cells(values):
        place = cell.row, cell.column
        found = Found(cell.value, place in said, cell.number_format or "General", address(*place))
        grid.rows.setdefault(cell.row, {})[cell.column] = found
    return grid


def _table(data: bytes) -> Grid:
    text = decode(data)
    lines = text.splitlines()[:_HEAD_LINES]
    counts = {mark: sum(line.count(mark) for line in lines) for mark in _DELIMITERS}
    delimiter = max(counts, key=lambda mark: counts[mark])
    grid = Grid("")
    total = 0
    try:
        for row, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            total += len(cells)
            refuse_above("cells", total, MAX_CELLS)
            grid.rows[row] = {
                column: Found(plain_text(cell), address=address(row, column))
                for column, cell in enumerate(cells, 1)
                if cell.strip()
            }
    except csv.Error as error:
        raise SourceError("source.corrupt", reason=str(error)) from error
    return grid
