"""Spreadsheets: each sheet as lines and tables, numbers as they are shown, merged cells, results of formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from zipfile import ZipFile

from attrs import define, field

from chitieu.sources.document import Place, SourceDocument
from chitieu.sources.layout import Block, Cell, Grid, Paragraph, TextBuilder
from chitieu.sources.legacy import convert, font_encoding
from chitieu.sources.limits import MAX_CELLS, open_package, read_part, refuse_above
from chitieu.sources.number_format import shown
from chitieu.sources.workbooks import check_parts, filled_cells, open_workbook

__all__ = ["read_xlsx"]

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})\"")
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?hidden=\"(?:1|true)\"")
_FORMULA = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>|</(?:\w+:)?c>)")
_REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")
_FRAME = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)|Độc lập\s*-|Nơi nhận|^(?:TM|KT|TL|TUQ)\.\s", re.MULTILINE)
_LEAST_TABLE = 3  # filled cells in a row: with fewer it is a line of text


@define
class _Sheet:
    """What a sheet shows: texts by row and column, and merged ranges."""

    name: str
    cells: dict[int, dict[int, str]] = field(factory=dict)
    merged: dict[tuple[int, int], tuple[int, int]] = field(factory=dict)  # upper left corner: rows and columns
    covered: set[tuple[int, int]] = field(factory=set)
    encodings: set[str] = field(factory=set)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _corner(text: bytes) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(text.decode("ascii"))
    return (int(match[2]), _column(match[1])) if match else (1, 1)


def _merge(sheet: _Sheet, xml: bytes) -> None:
    total = 0
    for match in _MERGED.finditer(xml):
        (top, left), (bottom, right) = _corner(match[1]), _corner(match[2])
        last = max(sheet.cells, default=0)
        bottom = min(bottom, last)
        total += max(bottom - top + 1, 0) * max(right - left + 1, 0)
        refuse_above("cells", total, MAX_CELLS)
        sheet.merged[top, left] = bottom - top + 1, right - left + 1
        sheet.covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        sheet.covered.discard((top, left))


def _read(worksheet: Any) -> _Sheet:
    """Read the cells of a sheet that hold something."""
    sheet = _Sheet(worksheet.title)
    for cell in filled_cells(worksheet):
        text = _text(cell, sheet)
        if text.strip():
            sheet.cells.setdefault(cell.row, {})[cell.column] = text
    return sheet


def _text(cell: Any, sheet: _Sheet) -> str:
    text = shown(cell.value, cell.number_format or "General")
    if isinstance(cell.value, str) and not text.isascii():
        name = getattr(cell.font, "name", None)
        encoding, capitals = font_encoding((name,)) if name else (None, False)
        if encoding:
            converted = convert(text, encoding)
            sheet.encodings |= {encoding} if converted != text else set()
            text = converted.upper() if capitals else converted
    return text


def _blocks(sheet: _Sheet) -> Iterator[Block]:
    """Yield the lines of a sheet and its tables: rows that follow each other, from the first that is filled."""
    rows = sorted(sheet.cells)
    for _, run in groupby(enumerate(rows), key=lambda item: item[1] - item[0]):
        numbers = [number for _, number in run]
        begin = next((at for at, number in enumerate(numbers) if _opens_table(sheet, number, numbers)), len(numbers))
        for number in numbers[:begin]:
            yield from _lines(sheet, number)
        if begin < len(numbers):
            yield _grid(sheet, numbers[begin:])


def _opens_table(sheet: _Sheet, number: int, numbers: list[int]) -> bool:
    row = sheet.cells[number]
    if any(_FRAME.search(text) for text in row.values()):
        return False
    widest = max(len(sheet.cells[other]) for other in numbers)
    return len(row) >= _LEAST_TABLE or (len(row) == widest == 2 and len(numbers) > 1)


def _place(sheet: _Sheet, row: int, column: int) -> Place:
    return Place("cell", sheet=sheet.name, row=row, column=column)


def _lines(sheet: _Sheet, number: int) -> Iterator[Block]:
    row = sheet.cells[number]
    for column in sorted(row):
        yield Paragraph(row[column], _place(sheet, number, column))


def _grid(sheet: _Sheet, numbers: list[int]) -> Grid:
    columns = [column for number in numbers for column in sheet.cells[number]]
    first, last = min(columns), max(columns)
    rows = [
        [_cell(sheet, row, column) for column in range(first, last + 1) if _is_own(sheet, row, column)]
        for row in numbers
    ]
    return Grid(
        rows, Place("cell", sheet=sheet.name, row=numbers[0], column=first), layout=False if last > first else None
    )


def _is_own(sheet: _Sheet, row: int, column: int) -> bool:
    return (row, column) not in sheet.covered


def _cell(sheet: _Sheet, row: int, column: int) -> Cell:
    high, wide = sheet.merged.get((row, column), (1, 1))
    text = sheet.cells[row].get(column, "")
    blocks: list[Block] = [Paragraph(text, _place(sheet, row, column))] if text else []
    return Cell(blocks, wide, high)


def read_xlsx(data: bytes, path: str) -> SourceDocument:
    """Read a .xlsx or .xlsm file.

    Raises:
        SourceError: it is damaged, encrypted or hostile.
        MissingExtraError: openpyxl is not installed.
    """
    builder = TextBuilder()
    with open_package(data) as package:
        check_parts(package)
        if any(name.lower().endswith("vbaproject.bin") for name in package.namelist()):
            builder.note("source.note.macros")
        with open_workbook(data, checked=True) as workbook:
            for worksheet in workbook.worksheets:
                if worksheet.sheet_state != "visible":
                    builder.note("source.note.hidden_sheet", sheet=worksheet.title)
                    continue
                _add(worksheet, package, builder)
    return builder.document(path, "xlsx")


def _add(worksheet: Any, package: ZipFile, builder: TextBuilder) -> None:
    """Add one sheet."""
    xml = _xml(worksheet, package)
    sheet = _read(worksheet)
    _merge(sheet, xml)
    hidden, uncounted = len(_HIDDEN_ROW.findall(xml)), len(_FORMULA.findall(xml))
    if hidden:
        builder.note("source.note.hidden_rows", sheet=sheet.name, count=hidden)
    if uncounted:
        builder.note("source.note.uncounted", sheet=sheet.name, count=uncounted)
    for encoding in sorted(sheet.encodings):
        builder.note("source.note.legacy", encoding=encoding)
    builder.add(_blocks(sheet))


def _xml(worksheet: Any, package: ZipFile) -> bytes:
    """Return the XML of a sheet: openpyxl does not tell merged cells when it reads in a stream."""
    name = str(getattr(worksheet, "_worksheet_path", "")).lstrip("/")
    return read_part(package, name) or b""
