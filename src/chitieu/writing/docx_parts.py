"""Pieces of a Word document: paragraphs, tables without borders, rules, fields, marks of what only repeats.

python-docx makes the file; what it has no words for is set here on its XML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from attrs import evolve, frozen

from chitieu.errors import MissingExtraError, WriteError
from chitieu.sources.docx import REPEATS

__all__ = [
    "BODY",
    "CELL",
    "Look",
    "TableForm",
    "add_text",
    "borderless",
    "library",
    "page_number",
    "paragraph",
    "rule",
    "ruled_table",
    "set_page",
]

FONT = "Times New Roman"
_REPEATS_NAME = "Chitieu Repeats"  # python-docx makes the id of the style by leaving the space out
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTE_MARK = re.compile(r"(\[[0-9]{1,3}\])")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MILLIMETRE = 36_000  # EMU
_POINT = 12_700  # EMU


def library(module: str = "") -> Any:
    """Return python-docx or a module of it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(f"docx{module}")
    except ImportError as error:
        raise MissingExtraError(
            "extra.missing", feature="writing .docx", package="python-docx", extra="docx"
        ) from error


@frozen
class Look:
    """How a paragraph is set.

    Attributes:
        size: points.
        bold, italic: of its letters.
        align: ``left``, ``center``, ``justify``.
        indent: millimetres before the first line; `left`: before every line.
        before, after: points between it and its neighbours.
        keep: whether it stays on the page of what follows.
        repeats: whether it says again what the text says: readers of plans pass over it.
    """

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "justify"
    indent: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    keep: bool = False
    repeats: bool = False


CELL = Look(12, align="left", before=2, after=2)
"""A cell of a table with borders."""
BODY = Look(indent=12.7, before=3, after=3)
"""A paragraph of the text: first line 1,27 cm in, 6 points between two."""


def add_text(paragraph: Any, text: str, look: Look) -> None:
    """Add a text to a paragraph; marks of notes stand high.

    Raises:
        WriteError: the text holds a character that XML cannot.
    """
    found = _UNWRITABLE.search(text)
    if found:
        raise WriteError("write.line", field="plan", found=text, character=f"U+{ord(found.group()):04X}")
    for piece in filter(None, _NOTE_MARK.split(text)):
        run = paragraph.add_run(piece)
        run.bold, run.italic = look.bold or None, look.italic or None
        run.font.size = int(look.size * _POINT)
        if _NOTE_MARK.fullmatch(piece):
            run.font.superscript = True


def paragraph(parent: Any, text: str, look: Look, *, first: bool = False) -> Any:
    """Add a paragraph to the document or a cell.

    Args:
        parent: the document or the cell.
        text: the text.
        look: how it is set.
        first: whether it is the paragraph that a new cell begins with.
    """
    made = parent.paragraphs[0] if first else parent.add_paragraph()
    add_text(made, text, look)
    if look.repeats:
        made._p.style = REPEATS  # noqa: SLF001  (by name, python-docx looks through all styles each time)
    form = made.paragraph_format
    form.alignment = getattr(library(".enum.text").WD_ALIGN_PARAGRAPH, look.align.upper())
    form.first_line_indent = int(look.indent * _MILLIMETRE)
    form.left_indent = int(look.left * _MILLIMETRE)
    form.space_before, form.space_after = int(look.before * _POINT), int(look.after * _POINT)
    form.keep_with_next = look.keep or None
    return made


def rule(parent: Any, width: float, inside: float) -> None:
    """Draw a line under what stands before, in the middle: an empty paragraph with a border over it.

    Args:
        parent: the document or the cell.
        width: how long the line is, in millimetres.
        inside: how wide the place is.
    """
    made = paragraph(parent, "", Look(size=2))
    side = max(0.0, (inside - width) / 2)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = int(side * _MILLIMETRE)
    made.paragraph_format.line_spacing = library(".shared").Pt(4)  # an int would be a multiple
    border = library(".oxml").parse_xml(
        f'<w:pBdr xmlns:w="{_WORD}"><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    )
    properties = made._p.get_or_add_pPr()  # noqa: SLF001  (python-docx has no borders of paragraphs)
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


# --- tables --------------------------------------------------------------------------------------------------


def borderless(document: Any, rows: int, widths: Sequence[float]) -> Any:
    """Add a table that only sets text side by side.

    Args:
        document: the document.
        rows: how many rows.
        widths: of the columns, in millimetres.
    """
    table = document.add_table(rows, len(widths))
    _set_widths(table, widths)
    for row in table.rows:
        _mark(row, "cantSplit")
    table._tbl.tblPr.append(  # noqa: SLF001  (python-docx has no margins of cells)
        library(".oxml").parse_xml(
            f'<w:tblCellMar xmlns:w="{_WORD}"><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        )
    )
    return table


@frozen
class TableForm:
    """How a table with borders is made.

    Attributes:
        head: the titles of the columns.
        widths: of the columns, in millimetres.
        centred: columns set in the middle, from 0.
        look: how the cells are set.
    """

    head: Sequence[str]
    widths: Sequence[float]
    centred: Sequence[int] = (0,)
    look: Look = CELL


def ruled_table(document: Any, form: TableForm, rows: Sequence[Sequence[str]]) -> Any:
    """Add a table with borders whose head is repeated on every page.

    Args:
        document: the document.
        form: how it is made.
        rows: the rows under the head; an empty cell stays empty.
    """
    table = document.add_table(1 + len(rows), len(form.head), style="Table Grid")
    _set_widths(table, form.widths)
    for at, (row, cells) in enumerate(zip(table.rows, (form.head, *rows), strict=True)):  # a row by number is sought
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            align = "center" if at == 0 or column in form.centred else "left"
            paragraph(cell, text, evolve(form.look, bold=at == 0, align=align), first=True)
        _mark(row, "cantSplit")
    _mark(table.rows[0], "tblHeader")
    return table


def _mark(row: Any, name: str) -> None:
    """Give a row a property: that it stays whole, or that it is a head."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (python-docx has neither)
    properties.append(library(".oxml").parse_xml(f'<w:{name} xmlns:w="{_WORD}"/>'))


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = library(".enum.table").WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(width * _MILLIMETRE)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = int(width * _MILLIMETRE)


# --- pages ---------------------------------------------------------------------------------------------------


def set_page(document: Any) -> Any:
    """Set A4, the margins of the decree, the letters, and numbers at the head of pages from the second on.

    Nghị định 30/2020/NĐ-CP, Phụ lục I: margins 20-25 mm above and below, 30-35 mm left, 15-20 mm right; Times New
    Roman 13-14; the number of the page in the middle of the upper margin, none on the first page.
    """
    section = document.sections[0]
    section.page_width, section.page_height = 210 * _MILLIMETRE, 297 * _MILLIMETRE
    section.top_margin = section.bottom_margin = section.right_margin = 20 * _MILLIMETRE
    section.left_margin = 30 * _MILLIMETRE
    section.header_distance = section.footer_distance = 10 * _MILLIMETRE
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, 14 * _POINT
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(library(".oxml.ns").qn(script), FONT)
    document.styles.add_style(_REPEATS_NAME, library(".enum.style").WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    normal.paragraph_format.space_after = 0
    normal.paragraph_format.line_spacing = 1.15
    return section


def page_number(paragraph: Any) -> None:
    """Put the number of the page into a paragraph, in the middle."""
    paragraph.alignment = library(".enum.text").WD_ALIGN_PARAGRAPH.CENTER
    field = library(".oxml").parse_xml(
        f'<w:fldSimple xmlns:w="{_WORD}" w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(field)  # noqa: SLF001  (nor fields)
