"""Pieces of a Word document: paragraphs, tables without borders, rules, fields, marks of what only repeats.

python-docx makes the file; what it has no words for is set here on its XML.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from attrs import evolve, frozen

from chitieu.extras import needs
from chitieu.writing.docx_xml import BODY, CELL, WORD, Look, add_paragraph, add_row, set_paragraph

__all__ = [
    "BODY",
    "CELL",
    "Look",
    "TableForm",
    "borderless",
    "inked",
    "library",
    "page_number",
    "paragraph",
    "rule",
    "ruled_table",
    "set_page",
]

FONT = "Times New Roman"
_REPEATS_NAME = "Chitieu Repeats"  # python-docx makes the id of the style by leaving the space out
_MILLIMETRE = 36_000  # EMU
_POINT = 12_700  # EMU


def library(module: str = "") -> Any:
    """Return python-docx or a module of it.

    Raises:
        MissingExtraError: it is not installed.
    """
    with needs("docx", "python-docx", "writing .docx"):
        return import_module(f"docx{module}")


def paragraph(parent: Any, text: str, look: Look, *, first: bool = False) -> Any:
    """Add a paragraph to the document or a cell.

    Args:
        parent: the document or the cell.
        text: the text.
        look: how it is set.
        first: whether it is the paragraph that a new cell begins with.

    Raises:
        WriteError: the text holds a character that XML cannot.
    """
    if first:
        made = parent.paragraphs[0]
    elif hasattr(parent, "element"):
        body = parent.element.body
        made = library(".text.paragraph").Paragraph(add_paragraph(body), parent._body)  # noqa: SLF001  (its place)
    else:
        made = parent.add_paragraph()
    set_paragraph(made._p, text, look)  # noqa: SLF001
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
        f'<w:pBdr xmlns:w="{WORD}"><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    )
    properties = made._p.get_or_add_pPr()  # noqa: SLF001  (python-docx has no borders of paragraphs)
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def inked(text: str, size: float) -> float:
    """Return about how many millimetres a line of bold capitals is wide, or of small letters.

    Args:
        text: the line.
        size: points.

    >>> round(inked("TỈNH SÔNG HẬU", 13)), round(inked("Độc lập - Tự do - Hạnh phúc", 14))
    (38, 62)
    """
    em = sum(_WIDE if char.isupper() else _NARROW if char in " -,.:;" else _USUAL for char in text)
    return em * size * 25.4 / 72


_WIDE, _USUAL, _NARROW = 0.7, 0.54, 0.27  # bold Times New Roman, in its size


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
            f'<w:tblCellMar xmlns:w="{WORD}"><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
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
    table = document.add_table(0, len(form.head), style="Table Grid")
    _set_widths(table, form.widths)
    looks = [evolve(form.look, align="center" if at in form.centred else "left") for at in range(len(form.head))]
    title = evolve(form.look, bold=True, align="center")
    element = table._tbl  # noqa: SLF001  (rows through python-docx cost milliseconds each)
    add_row(element, form.widths, ((text, title) for text in form.head), head=True)
    for cells in rows:
        add_row(element, form.widths, zip(cells, looks, strict=True))
    return table


def _mark(row: Any, name: str) -> None:
    """Give a row a property: that it stays whole, or that it is a head."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (python-docx has neither)
    properties.append(library(".oxml").parse_xml(f'<w:{name} xmlns:w="{WORD}"/>'))


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
    for language in document.styles.element.iter(f"{{{WORD}}}lang"):
        language.set(f"{{{WORD}}}val", "vi-VN")  # else a word processor underlines every word
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
        f'<w:fldSimple xmlns:w="{WORD}" w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(field)  # noqa: SLF001  (nor fields)
