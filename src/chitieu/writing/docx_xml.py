"""The XML of a Word document's paragraphs and rows, made element by element.

python-docx asks for the place of each property of each paragraph anew, and looks through the whole body for where a
paragraph goes: of a plan with many lines it would take nearly all the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from attrs import frozen

from chitieu.errors import WriteError
from chitieu.sources.docx import REPEATS

__all__ = ["BODY", "CELL", "WORD", "Look", "add_paragraph", "add_row", "set_paragraph"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of Word's elements."""
_NOTE_MARK = re.compile(r"(\[[0-9]{1,3}\])")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"([\t\r\n])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_POINT = 20  # twips
_MILLIMETRE = 1440 / 25.4  # twips
_TALL = 400  # characters of a cell
_ALIGNED = {"justify": "both"}


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
BODY = Look(indent=12.7, before=6)
"""A paragraph of the text: first line 1,27 cm in, 6 points between two."""


def _add(parent: Any, name: str, **values: str) -> Any:
    """Add an element to the end of another; it is of the class python-docx has for it."""
    element: Any = _subelement()(parent, f"{{{WORD}}}{name}")
    for key, value in values.items():
        element.set(f"{{{WORD}}}{key}", value)
    return element


@cache
def _subelement() -> Callable[[Any, str], Any]:
    found: Callable[[Any, str], Any] = import_module("lxml.etree").SubElement  # comes with python-docx
    return found


def add_paragraph(body: Any) -> Any:
    """Add an empty paragraph to the body of a document, before the properties of its last section, which end it."""
    made = body.makeelement(f"{{{WORD}}}p")
    body[-1].addprevious(made)
    return made


def set_paragraph(element: Any, text: str, look: Look) -> None:
    """Set an empty paragraph; marks of notes stand high.

    Args:
        element: its element.
        text: the text.
        look: how it is set.

    Raises:
        WriteError: the text holds a character that XML cannot.
    """
    form = _add(element, "pPr")
    if look.repeats:
        _add(form, "pStyle", val=REPEATS)
    if look.keep:
        _add(form, "keepNext")
    _add(form, "spacing", before=_twips(look.before * _POINT), after=_twips(look.after * _POINT))
    _add(form, "ind", firstLine=_twips(look.indent * _MILLIMETRE), left=_twips(look.left * _MILLIMETRE))
    _add(form, "jc", val=_ALIGNED.get(look.align, look.align))
    _add_text(element, text, look)


def _twips(length: float) -> str:
    return str(round(length))


def _add_text(element: Any, text: str, look: Look) -> None:
    found = _UNWRITABLE.search(text)
    if found:
        raise WriteError("write.line", field="plan", found=text, character=f"U+{ord(found.group()):04X}")
    for piece in filter(None, _NOTE_MARK.split(text)):
        run = _add(element, "r")
        form = _add(run, "rPr")
        if look.bold:
            _add(form, "b")
        if look.italic:
            _add(form, "i")
        _add(form, "sz", val=_twips(look.size * 2))
        if _NOTE_MARK.fullmatch(piece):
            _add(form, "vertAlign", val="superscript")
        for part in filter(None, _BREAKS.split(piece)):
            if part in "\t\r\n":
                _add(run, "tab" if part == "\t" else "br")
            else:
                said = _add(run, "t")
                said.text = part
                if part.strip() != part:
                    said.set(_SPACE, "preserve")


def add_row(table: Any, widths: Sequence[float], cells: Iterable[tuple[str, Look]], *, head: bool = False) -> None:
    """Add a row to a table; it stays on one page unless it is tall, which would leave much of a page empty.

    Args:
        table: its element.
        widths: of the columns, in millimetres.
        cells: the text of each cell, and how it is set.
        head: whether the row is repeated on every page.

    Raises:
        WriteError: a text holds a character that XML cannot.
    """
    row = _add(table, "tr")
    given = list(cells)
    form = _add(row, "trPr")
    if all(len(text) < _TALL for text, _ in given):
        _add(form, "cantSplit")
    if head:
        _add(form, "tblHeader")
    for width, (text, look) in zip(widths, given, strict=True):
        cell = _add(row, "tc")
        _add(_add(cell, "tcPr"), "tcW", type="dxa", w=_twips(width * _MILLIMETRE))
        set_paragraph(_add(cell, "p"), text, look)
