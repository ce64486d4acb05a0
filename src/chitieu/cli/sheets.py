"""Tables as files: CSV, spreadsheets and JSON, safe to open in a spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from chitieu.cli.output import json_text, printable
from chitieu.exchange.safe_cells import put_text, safe_text
from chitieu.exchange.workbooks import workbook_bytes
from chitieu.sources.workbooks import column_letter, openpyxl

__all__ = ["WRITERS", "Cell", "Sheet", "as_csv", "as_json", "as_xlsx", "shown"]

Cell: TypeAlias = str | date | tuple[str, ...] | None
Sheet: TypeAlias = tuple[Mapping[str, str], Sequence[Mapping[str, Cell]]]
"""The titles of the columns by key, and the rows; a list is one cell, its parts divided by ``;``."""

_DAY = "%d/%m/%Y"
_WIDEST, _NARROWEST = 70, 8


def shown(cell: Cell) -> str:
    """Return a cell as text in one line, days as 31/12/2026."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime(_DAY)
    return printable(" ".join("; ".join([cell] if isinstance(cell, str) else cell).split()))


def as_csv(sheet: Sheet, *, bom: bool = False) -> bytes:
    """Write a sheet as CSV in UTF-8, with the byte order mark that Excel needs if asked for."""
    titles, rows = sheet
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(titles.values())
    writer.writerows([safe_text(shown(row.get(key))) for key in titles] for row in rows)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def as_json(sheet: Sheet, **_: Any) -> bytes:
    """Write the rows as a list of objects, days as 2026-12-31; keys do not depend on the language."""
    titles, rows = sheet
    plain = [{key: _iso(row.get(key)) for key in titles} for row in rows]
    return (json_text(plain) + "\n").encode()


def _iso(cell: Cell) -> str | tuple[str, ...] | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def as_xlsx(sheet: Sheet, **_: Any) -> bytes:
    """Write a sheet as a spreadsheet: days are days, text is text and never a formula.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    titles, rows = sheet
    book = openpyxl().Workbook()
    page = book.active
    page.append(list(titles.values()))
    for row in rows:
        page.append([None] * len(titles))
        for at, key in enumerate(titles, 1):
            _fill(page.cell(page.max_row, at), row.get(key))
    _lay_out(page, sheet)
    return workbook_bytes(book)


def _fill(place: Any, cell: Cell) -> None:
    if isinstance(cell, date):
        place.value, place.number_format = cell, "dd/mm/yyyy"
    elif cell is not None:
        put_text(place, shown(cell))


def _lay_out(page: Any, sheet: Sheet) -> None:
    styles = openpyxl(".styles")
    titles, rows = sheet
    for at, (key, title) in enumerate(titles.items(), 1):
        page.cell(1, at).font = styles.Font(bold=True)
        longest = max((len(shown(row.get(key))) for row in rows), default=0)
        width = min(max(longest, len(title), _NARROWEST) + 2, _WIDEST)
        page.column_dimensions[column_letter(at)].width = width
        for row in range(2, page.max_row + 1):
            page.cell(row, at).alignment = styles.Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


WRITERS: Mapping[str, Callable[..., bytes]] = MappingProxyType({"csv": as_csv, "xlsx": as_xlsx, "json": as_json})
"""What writes each format; all take ``bom``, which concerns CSV alone."""
