"""The cells of a report workbook, found by the keys of rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.exchange.report_cells import Found
from chitieu.exchange.report_layout import META, RECORD_FIELDS, SCHEMA, Header, RowRecord, seal
from chitieu.exchange.report_rows import PlanIdentity
from chitieu.exchange.report_titles import columns_by_titles, keys_by_words
from chitieu.exchange.report_values import ReportError
from chitieu.sources.detect import detect
from chitieu.sources.workbooks import address, filled_cells, open_workbook

__all__ = ["ReportFile", "ReportSheet", "open_report"]

_MOST_HEAD_ROWS = 60
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = {"indicators": "name", "tasks": "task"}
"""What names a sheet in its hidden row, and a column it has for sure."""
Row = dict[int, Found]


@define
class ReportSheet:
    """A sheet: its title, where its columns stand, its rows with number and key; whether it has lost its own keys."""

    title: str
    columns: Mapping[str, int]
    rows: list[tuple[int, str, dict[str, Found]]] = field(factory=list)
    is_bare: bool = False


@define
class ReportFile:
    """A report workbook: what it is for, what its rows held, and its sheets by ``indicators`` and ``tasks``."""

    name: str
    header: Header
    records: tuple[RowRecord, ...]
    tampered: bool
    sheets: dict[str, ReportSheet] = field(factory=dict)


def open_report(data: bytes, name: str) -> ReportFile:
    """Open a report workbook.

    Args:
        data: the file.
        name: its name.

    Raises:
        SourceError: the file cannot be read.
        ReportError: it is no report workbook, or of another version.
        MissingExtraError: openpyxl is not installed.
    """
    try:
        if data.startswith(_OFFICE):
            detect(data, name)  # .ods, .xls and encrypted files are refused with what to do
        with open_workbook(data) as values, open_workbook(data, checked=True, formulas=True) as formulas:
            return _read(values, formulas, name)
    except (SourceError, ReportError) as error:
        error.fields.setdefault("path", name)
        raise


def _read(values: Any, formulas: Any, name: str) -> ReportFile:
    if META not in values.sheetnames:
        raise ReportError("report.none", path=name)
    file = _meta(values[META], name)
    others: list[tuple[str, dict[int, Row], dict[int, Row]]] = []
    for sheet in values.worksheets:
        if sheet.title != META:
            cells = sheet.title, _cells(sheet), _cells(formulas[sheet.title])
            if not _add(file, *cells):
                others.append(cells)
    for cells in others:
        _add_bare(file, *cells)
    return file


def _cells(sheet: Any) -> dict[int, Row]:
    """Return the cells that hold something, by row and column."""
    found: dict[int, Row] = {}
    for cell in filled_cells(sheet):
        code = cell.number_format or "General"
        place = address(cell.row, cell.column)
        found.setdefault(cell.row, {})[cell.column] = Found(cell.value, cell.data_type == "f", code, place)
    return found


def _meta(sheet: Any, name: str) -> ReportFile:
    rows = _cells(sheet)
    lines = [
        [str(row[at].value) if at in row else "" for at in range(1, max(row) + 1)] for _, row in sorted(rows.items())
    ]
    said = {line[0]: line[1] if len(line) > 1 else "" for line in lines if line[0] != "row"}
    if said.get("schema") != SCHEMA:
        raise ReportError("report.version", path=name, found=said.get("schema", ""), known=SCHEMA)
    records = tuple(
        RowRecord(**dict(zip(RECORD_FIELDS, line[1:], strict=False)))
        for line in lines
        if line[0] == "row" and len(line) > 3
    )
    plan = PlanIdentity(
        said.get("number") or None,
        said.get("issuer") or None,
        _day(said.get("issued", "")),
        said.get("title") or None,
        said.get("fingerprint", ""),
    )
    header = Header(plan, said.get("agency", ""), said.get("period", ""))
    return ReportFile(name, header, records, tampered=said.get("seal") != seal(_kept(lines)))


def _kept(lines: list[list[str]]) -> Iterator[list[str]]:
    """Yield the lines the seal was made of."""
    width = len(RECORD_FIELDS) + 1
    for line in lines:
        if line[0] == "row":
            yield [*line, *[""] * (width - len(line))]
        elif line[0] != "seal":
            yield [*line, ""][:2] if len(line) < 2 else line


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _add(file: ReportFile, title: str, values: dict[int, Row], formulas: dict[int, Row]) -> bool:
    """Add a sheet, if its hidden row says that it is one of ours, and say so."""
    for number in sorted(values)[:_MOST_HEAD_ROWS]:
        first = min(values[number])
        kind = values[number][first].value
        keys = {str(cell.value): at for at, cell in values[number].items() if at != first}
        if kind in _MARKS and _MARKS[kind] in keys:
            sheet = ReportSheet(title, keys)
            rows = sorted(at for at in {*values, *formulas} if at > number + 1)
            sheet.rows.extend(_row(at, first, keys, values.get(at, {}), formulas.get(at, {})) for at in rows)
            file.sheets.setdefault(kind, sheet)
            return True
    return False


def _add_bare(file: ReportFile, title: str, values: dict[int, Row], formulas: dict[int, Row]) -> None:
    """Add a sheet that has lost its hidden row, if its titles are those of a kind that is missing."""
    for number in sorted(values)[:_MOST_HEAD_ROWS]:
        for kind in sorted(_MARKS.keys() - file.sheets.keys()):
            columns = columns_by_titles(kind, values[number])
            if columns is None:
                continue
            records = [record for record in file.records if record.kind == kind.removesuffix("s")]
            under = {at: values.get(at, {}) for at in sorted({*values, *formulas}) if at > number}
            keys = keys_by_words(kind, under, columns, records)
            sheet = ReportSheet(title, columns, is_bare=True)
            for at, row in under.items():
                sheet.rows.append((at, keys[at], _row(at, 0, columns, row, formulas.get(at, {}))[2]))
            file.sheets[kind] = sheet
            return


def _row(
    number: int, first: int, keys: Mapping[str, int], values: Row, formulas: Row
) -> tuple[int, str, dict[str, Found]]:
    key = values[first].value if first in values else ""
    cells: dict[str, Found] = {}
    for name, at in keys.items():
        shown, said = values.get(at), formulas.get(at)
        formula = said is not None and said.formula
        blank = Found(address=address(number, at), formula=formula)
        cells[name] = Found(shown.value, formula, shown.code, shown.address) if shown else blank
    return number, str(key), cells
