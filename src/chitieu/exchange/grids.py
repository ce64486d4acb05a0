"""Tables that somebody made, as grids of cells with their addresses: spreadsheets with their raw values, and CSV.

What a sheet shows is rounded; here a cell holds what was entered. Nothing is interpreted: see `report_cells` for that.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.exchange.report_cells import Found
from chitieu.exchange.report_layout import column_letter, openpyxl
from chitieu.exchange.safe_cells import plain_text
from chitieu.sources.limits import MAX_CELLS, open_package, read_part, refuse_above
from chitieu.sources.opening import Source, load_bytes
from chitieu.sources.plain import decode

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


def is_package(source: Source) -> bool:
    """Whether a source is a package of parts, as spreadsheets are."""
    return load_bytes(source)[0].startswith(_PACKAGE)


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
        return tuple(_sheets(data)) if data.startswith(_PACKAGE) else (_table(data),)
    except SourceError as error:
        error.fields.setdefault("path", path)
        raise


def _sheets(data: bytes) -> Iterator[Grid]:
    with open_package(data) as package:
        for part in package.namelist():
            if part.lower().endswith((".xml", ".rels")):
                read_part(package, part)  # nothing is left to openpyxl that its parsers would expand
    values, formulas = _load(data, data_only=True), _load(data, data_only=False)
    try:
        for sheet in values.worksheets:
            if sheet.sheet_state == "visible":
                yield _grid(sheet, formulas[sheet.title])
    except SourceError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers meet
        raise SourceError("source.corrupt", reason=f"{type(error).__name__}: {error}") from error
    finally:
        values.close()
        formulas.close()


def _load(data: bytes, *, data_only: bool) -> Any:
    load = openpyxl().load_workbook
    try:
        return load(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    except Exception as error:
        raise SourceError("source.corrupt", reason=f"{type(error).__name__}: {error}") from error


def _grid(values: Any, formulas: Any) -> Grid:
    grid, said = Grid(values.title), _cells(formulas)
    for (row, column), cell in _cells(values).items():
        formula = said.get((row, column))
        grid.rows.setdefault(row, {})[column] = _found(cell, row, column, formula=_is_formula(formula))
    for (row, column), cell in said.items():
        if _is_formula(cell) and column not in grid.rows.get(row, {}):
            blank = Found(formula=True, address=f"{column_letter(column)}{row}")
            grid.rows.setdefault(row, {})[column] = blank
    return grid


def _found(cell: Any, row: int, column: int, *, formula: bool) -> Found:
    return Found(cell.value, formula, cell.number_format or "General", f"{column_letter(column)}{row}")


def _is_formula(cell: Any) -> bool:
    return cell is not None and cell.data_type == "f"


def _cells(sheet: Any) -> Mapping[tuple[int, int], Any]:
    """Return the cells that hold something."""
    sheet.reset_dimensions()  # what a sheet says of its size need not be true
    found: dict[tuple[int, int], Any] = {}
    total = 0
    for row in sheet.iter_rows():
        total += len(row)
        refuse_above("cells", total, MAX_CELLS)
        found.update({(cell.row, cell.column): cell for cell in row if cell.value is not None})
    return found


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
                column: Found(plain_text(cell), address=f"{column_letter(column)}{row}")
                for column, cell in enumerate(cells, 1)
                if cell.strip()
            }
    except csv.Error as error:
        raise SourceError("source.corrupt", reason=str(error)) from error
    return grid
