"""Workbooks opened with openpyxl: its parsers get nothing that they would expand, and what they raise becomes ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from chitieu.errors import ChitieuError, SourceError
from chitieu.extras import needs
from chitieu.sources.limits import MAX_CELLS, open_package, read_part, refuse_above

__all__ = ["address", "check_parts", "column_letter", "filled_cells", "open_workbook", "openpyxl", "parser_errors"]


def openpyxl(module: str = "") -> Any:
    """Return openpyxl or a module of it.

    Args:
        module: the part behind the name, ``".styles"``.

    Raises:
        MissingExtraError: it is not installed.
    """
    with needs("xlsx", "openpyxl", ".xlsx"):
        return import_module(f"openpyxl{module}")


def column_letter(number: int) -> str:
    """Return the letters of a column, counted from 1; of tables that are no workbook too, so openpyxl is not asked.

    >>> column_letter(26), column_letter(28)
    ('Z', 'AB')
    """
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return the address of a cell, both counted from 1.

    >>> address(8, 3)
    'C8'
    """
    return f"{column_letter(column)}{row}"


def check_parts(package: ZipFile) -> None:
    """Look at every part that openpyxl may parse.

    Raises:
        SourceError: a part is damaged, too large, or carries a document type.
    """
    for name in package.namelist():
        if name.lower().endswith((".xml", ".rels")):
            read_part(package, name)


@contextmanager
def parser_errors() -> Iterator[None]:
    """Turn whatever the parsers of openpyxl meet in the ``with`` block into a `SourceError`; errors of ours pass."""
    try:
        yield
    except ChitieuError:
        raise
    except Exception as error:
        raise SourceError("source.corrupt", reason=f"{type(error).__name__}: {error}") from error


@contextmanager
def open_workbook(data: bytes, *, checked: bool = False, formulas: bool = False) -> Iterator[Any]:
    """Open a workbook for reading, cell by cell.

    Args:
        data: the file.
        checked: whether `check_parts` has looked at it already.
        formulas: whether cells hold their formulas; else the results that were stored with them.

    Raises:
        SourceError: the file is damaged, protected, or too large; from the ``with`` block too, where cells are parsed.
        MissingExtraError: openpyxl is not installed.
    """
    load = openpyxl().load_workbook
    if not checked:
        with open_package(data) as package:
            check_parts(package)
    with parser_errors():
        book = load(BytesIO(data), read_only=True, data_only=not formulas, keep_links=False)
    try:
        with parser_errors():
            yield book
    finally:
        book.close()


def filled_cells(sheet: Any) -> Iterator[Any]:
    """Yield the cells of a sheet that hold something, row by row.

    Raises:
        SourceError: the sheet has more cells than are read.
    """
    sheet.reset_dimensions()  # what a sheet says of its size need not be true
    total = 0
    for row in sheet.iter_rows():
        total += len(row)
        refuse_above("cells", total, MAX_CELLS)
        yield from (cell for cell in row if cell.value is not None)
