"""What stands on a page of a PDF: its characters with their boxes, and its ruled lines.

pypdfium2 and not pdfplumber: 223 pages of a ruled table took 7 seconds with it, ten of them 1.8 with pdfplumber.
The calls below are PDFium's own; the helpers of pypdfium2 give text without the place of each character.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from attrs import define, field

__all__ = ["Glyph", "PageContent", "Ruling", "read_page"]

_MAX_RULINGS = 20_000  # a page with more is a drawing
_MAX_FORMS = 3  # forms inside forms
_THIN = 3.0  # points: a filled rectangle that is a line
_LINE_HYPHENS = (0x02, 0xFFFE)  # what PDFium makes of a hyphen that ends a line
_STRAIGHT = 1.0
_SHORT = 4.0


class Glyph(NamedTuple):
    """A character and its box; the origin is the upper left corner of the page as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool  # a space stands before it


class Ruling(NamedTuple):
    """A straight line: of constant `at`, from `start` to `end`."""

    at: float
    start: float
    end: float


@define
class PageContent:
    """What a page holds."""

    width: float
    height: float
    glyphs: list[Glyph] = field(factory=list)
    across: list[Ruling] = field(factory=list)
    down: list[Ruling] = field(factory=list)


Turn = Callable[[float, float], tuple[float, float]]


def _turn(raw: Any, page: Any) -> tuple[Turn, float, float]:
    """Return how points of the page are turned to what is shown, and the size it is shown in."""
    left, bottom, right, top = page.get_bbox()
    turned = raw.FPDFPage_GetRotation(page.raw)
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    wide, high = right - left, top - bottom
    return turns[turned % 4], *((high, wide) if turned % 2 else (wide, high))


def _glyphs(raw: Any, textpage: Any, turn: Turn) -> Iterator[Glyph]:
    box = raw.FS_RECTF()
    at_box = ctypes.byref(box)
    handle = textpage.raw
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    spaced = False
    for at in range(raw.FPDFText_CountChars(handle)):
        code = unicode_of(handle, at)
        if code in _LINE_HYPHENS:
            code = 0x2D
        if code <= 32 or code in (0xA0, 0xFFFF) or code > 0x10FFFF:
            spaced = True
            continue
        if not box_of(handle, at, at_box):
            continue
        one, other = turn(box.left, box.top), turn(box.right, box.bottom)
        yield Glyph(
            chr(code),
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
            spaced,
        )
        spaced = False


def _paths(raw: Any, count: int, get: Callable[[int], Any], depth: int) -> Iterator[Any]:
    """Yield the paths of a page and of the forms on it."""
    for at in range(count):
        item = get(at)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORMS:
            inner = raw.FPDFFormObj_CountObjects(item)
            yield from _paths(raw, inner, partial(raw.FPDFFormObj_GetObject, item), depth + 1)


def _points(raw: Any, path: Any) -> Iterator[tuple[int, float, float, bool]]:
    """Yield the points of a path on the page: what leads to them, and whether the figure closes there."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(raw.FPDFPath_CountSegments(path), _MAX_RULINGS)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        yield (
            raw.FPDFPathSegment_GetType(segment),
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
            bool(raw.FPDFPathSegment_GetClose(segment)),
        )


def _sides(raw: Any, path: Any, turn: Turn) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight lines of a path."""
    begin = last = (0.0, 0.0)
    for kind, x, y, closes in _points(raw, path):
        here = turn(x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, here
        last = here
        if closes:
            yield here, begin
            last = begin


def _is_drawn(raw: Any, path: Any) -> bool:
    """Whether a path is a line to be seen: stroked, or so thin that filling it makes a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        return True
    sides = [ctypes.c_float() for _ in range(4)]
    if not fill.value or not raw.FPDFPageObj_GetBounds(path, *map(ctypes.byref, sides)):
        return False
    left, bottom, right, top = (side.value for side in sides)
    return min(right - left, top - bottom) <= _THIN


def _rulings(raw: Any, page: Any, turn: Turn, content: PageContent) -> None:
    count = raw.FPDFPage_CountObjects(page.raw)
    for path in _paths(raw, count, lambda at: raw.FPDFPage_GetObject(page.raw, at), 0):
        if not _is_drawn(raw, path):
            continue
        for (x, y), (x2, y2) in _sides(raw, path, turn):
            if abs(y - y2) <= _STRAIGHT and abs(x - x2) >= _SHORT:
                content.across.append(Ruling((y + y2) / 2, min(x, x2), max(x, x2)))
            elif abs(x - x2) <= _STRAIGHT and abs(y - y2) >= _SHORT:
                content.down.append(Ruling((x + x2) / 2, min(y, y2), max(y, y2)))
        if len(content.across) + len(content.down) > _MAX_RULINGS:
            content.across.clear()
            content.down.clear()
            return


def read_page(raw: Any, page: Any) -> PageContent:
    """Read the characters and ruled lines of a page.

    Args:
        raw: the module of PDFium's calls.
        page: a page of pypdfium2.
    """
    turn, width, height = _turn(raw, page)
    content = PageContent(width, height)
    textpage = page.get_textpage()
    try:
        content.glyphs = list(_glyphs(raw, textpage, turn))
    finally:
        textpage.close()
    _rulings(raw, page, turn, content)
    return content
