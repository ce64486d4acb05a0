"""How a report workbook is laid out: sheets, columns, styles, and the hidden sheet that says what it is for.

Titles, widths and sentences are ``data/report-workbook.toml``. On each sheet column A (hidden) holds the keys of rows
and row 5 (hidden) those of columns, so both are found again wherever they were moved to.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cache
from importlib import resources
from typing import Any
from weakref import WeakKeyDictionary

from attrs import asdict, fields_dict, frozen

from chitieu.exchange.report_rows import PlanIdentity
from chitieu.exchange.safe_cells import put_text, writable
from chitieu.sources.workbooks import column_letter, openpyxl

__all__ = [
    "FIRST_ROW",
    "ID_ROW",
    "LINE_HEIGHT",
    "LISTS",
    "META",
    "RECORD_FIELDS",
    "SCHEMA",
    "TITLE_ROW",
    "Column",
    "Header",
    "Look",
    "RowRecord",
    "SheetLayout",
    "layouts",
    "lines_of",
    "number_code",
    "print_setup",
    "seal",
    "style",
    "words",
    "write_meta",
]

SCHEMA = "chitieu/report/1"
"""Name and major version of the workbook; readers refuse another major version."""
META = "_chitieu"
"""Name of the hidden sheet."""
LISTS = "_danhsach"
"""Name of the hidden sheet with the values to choose from."""
ID_ROW, TITLE_ROW, FIRST_ROW = 5, 6, 7
_FONT = "Times New Roman"
LINE_HEIGHT = 16
"""Points of a line of text in 12 points."""
_VIETNAMESE = "[$-42A]"  # the locale of a number format: grouping dots and decimal comma
_FILL, _HEAD = "FFFFF6CC", "FFE3ECF7"


@frozen
class Column:
    """A column of a sheet: its key, title and width, and whether it is filled in."""

    key: str
    title: str
    width: int
    fill: bool = False


@frozen
class SheetLayout:
    """A sheet: its name, title, line of instructions and columns."""

    sheet: str
    title: str
    help: str
    columns: tuple[Column, ...]

    def letter(self, key: str) -> str:
        """Return the letter of a column in a new workbook; column A holds the keys of rows."""
        return column_letter(2 + next(at for at, column in enumerate(self.columns) if column.key == key))


@frozen
class Header:
    """What a workbook is for."""

    plan: PlanIdentity
    agency: str
    period: str


@frozen
class RowRecord:
    """What a row held when it was written, as texts.

    Attributes:
        kind: ``indicator`` or ``task``; `key`: the key of the row.
        name: the indicator or task; `unit`, `target`, `plan`: its unit, target and planned figure.
        measured: what an observation of it names; `same_as`: key of the row that asks for the same amount.
        asked: ``1`` where the agency fills it in.
        total: the whole a count is part of.
    """

    kind: str
    key: str
    name: str
    unit: str = ""
    target: str = ""
    plan: str = ""
    measured: str = ""
    same_as: str = ""
    asked: str = "1"
    total: str = ""


RECORD_FIELDS = tuple(fields_dict(RowRecord))


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("chitieu").joinpath("data/report-workbook.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def layouts() -> Mapping[str, SheetLayout]:
    """Return the layouts of both sheets, by ``indicators`` and ``tasks``."""
    return {
        name: SheetLayout(
            _data()[name]["sheet"],
            _data()[name]["title"],
            _data()[name]["help"],
            tuple(Column(**column) for column in _data()[name]["column"]),
        )
        for name in ("indicators", "tasks")
    }


def words(table: str = "words") -> Mapping[str, Any]:
    """Return the sentences of the workbook."""
    found: Mapping[str, Any] = _data()[table]
    return found


def number_code(places: int, most: int | None = None) -> str:
    """Return a number format that shows Vietnamese digits.

    Args:
        places: decimal places shown always.
        most: the most decimal places; None shows no more than `places`.

    >>> number_code(0), number_code(1, 3)
    ('[$-42A]#,##0', '[$-42A]#,##0.0##')
    """
    digits = "0" * places + "#" * ((most or places) - places)
    return f"{_VIETNAMESE}#,##0{'.' if digits else ''}{digits}"


@frozen
class Look:
    """How the text of a cell is set: letters, steps from the left, where it stands (empty: by the kind of value)."""

    bold: bool = False
    italic: bool = False
    indent: int = 0
    align: str = ""


PLAIN = Look()


_made: WeakKeyDictionary[Any, dict[tuple[str, Look], Any]] = WeakKeyDictionary()
"""By workbook: the styles it has already. Making one anew for each cell would take nearly all the time."""


def style(cell: Any, role: str, look: Look = PLAIN) -> None:
    """Give a cell its look.

    Args:
        cell: the cell, with no look yet.
        role: ``head``, ``fill`` (to be filled in, not locked), ``fixed`` (locked) or ``text`` (no border).
        look: how its text is set.
    """
    made = _made.setdefault(cell.parent.parent, {})
    if (role, look) not in made:
        _make_style(cell, role, look)
        made[role, look] = cell._style  # noqa: SLF001  (openpyxl has no other way to reuse a style)
    cell._style = copy(made[role, look])  # noqa: SLF001


def _make_style(cell: Any, role: str, look: Look) -> None:
    styles, head = openpyxl(".styles"), role == "head"
    cell.font = styles.Font(name=_FONT, size=12, bold=look.bold or head, italic=look.italic)
    across = "center" if head else look.align or None
    cell.alignment = styles.Alignment(across, "center" if head else "top", wrap_text=True, indent=look.indent)
    if role != "text":
        side = styles.Side("thin", color="FF7F7F7F")
        cell.border = styles.Border(side, side, side, side)
    if role in ("head", "fill"):
        cell.fill = styles.PatternFill("solid", fgColor=_HEAD if head else _FILL)
    cell.protection = styles.Protection(locked=role != "fill")


def lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes in a column: programs that do not lay out rows again show what is said."""
    per_line = max(1, int(width * 1.05))  # letters of Times are narrower than the digit that widths are counted in
    return sum(max(1, -(-len(line) // per_line)) for line in text.split("\n"))


def print_setup(page: Any, rows: str | None = None) -> None:
    """Set a sheet for A4 across, as wide as one page, with page numbers."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = openpyxl(".worksheet.properties").PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top = page.page_margins.bottom = 0.7
    page.page_margins.footer = 0.3
    page.oddFooter.center.text = "&P/&N"
    page.print_options.horizontalCentered = True
    if rows:
        page.print_title_rows = rows


def seal(lines: Iterable[Iterable[str]]) -> str:
    """Return a digest of the hidden sheet: whether somebody changed it."""
    text = "\n".join("\t".join(line) for line in lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_meta(book: Any, header: Header, records: Iterable[RowRecord]) -> None:
    """Add the hidden sheet: what the workbook is for and what each row holds."""
    page = book.create_sheet(META)
    page.sheet_state = "veryHidden"
    plan = header.plan
    lines = [
        ["schema", SCHEMA],
        ["number", plan.number or ""],
        ["issuer", plan.issuer or ""],
        ["issued", plan.issued.isoformat() if plan.issued else ""],
        ["title", plan.title or ""],
        ["fingerprint", plan.fingerprint],
        ["agency", header.agency],
        ["period", header.period],
        *(["row", *asdict(record).values()] for record in records),
    ]
    lines = [[writable(text.replace("\r", "\n")) for text in line] for line in lines]
    for row, line in enumerate([*lines, ["seal", seal(lines)]], 1):
        for column, text in enumerate(line, 1):
            put_text(page.cell(row, column), text)
    page.protection.sheet = True
