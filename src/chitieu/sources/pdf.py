"""PDF files with a text layer: lines, two columns side by side, ruled tables, notes; page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from threading import Lock
from typing import Any

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.extras import needs
from chitieu.sources.document import Place, SourceDocument
from chitieu.sources.layout import Block, Cell, Grid, Paragraph, TextBuilder
from chitieu.sources.legacy import convert, recognise
from chitieu.sources.limits import MAX_CHARACTERS, MAX_PAGES, refuse_above
from chitieu.sources.pdf_lines import Line, breaks_number, read_lines, side_by_side
from chitieu.sources.pdf_page import read_page
from chitieu.sources.pdf_tables import PageTable, find_tables

__all__ = ["read_pdf"]

_ONE_AT_A_TIME = Lock()  # PDFium may be called from one thread at a time
_PASSWORD = 4  # its error code
_MARGIN = 0.12  # of the page, at its top and bottom
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:[Tt]rang\s*)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?[-–—\s]*")
_LEAST_REPEATS = 3
_SAME = 3.0  # points between edges of columns that are the same
_NOTE_SIZE = 0.97
_RAISED = re.compile(r"\ue000([0-9]+)\ue001")
_NOTE_LINE = re.compile(r"\s*(?:\ue000([0-9]{1,3})\ue001|\[([0-9]{1,3})\])\s*(?=\S)")


@define
class _Page:
    """A page apart in lines and tables."""

    number: int
    height: float
    lines: list[Line]
    tables: list[PageTable]
    notes: list[tuple[str, str]] = field(factory=list)


def _load(data: bytes) -> tuple[Any, Any]:
    with needs("pdf", "pypdfium2", ".pdf"):
        import pypdfium2  # noqa: PLC0415
        from pypdfium2 import raw  # noqa: PLC0415
    try:
        return pypdfium2.PdfDocument(data), raw
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise SourceError("source.encrypted") from error
        raise SourceError("source.corrupt", reason=str(error)) from error


def _pages(data: bytes) -> list[_Page]:
    document, raw = _load(data)
    found: list[_Page] = []
    characters = 0
    try:
        refuse_above("pages", len(document), MAX_PAGES)
        for number in range(len(document)):
            page = document[number]
            try:
                content = read_page(raw, page)
            finally:
                page.close()
            characters += len(content.glyphs)
            refuse_above("characters", characters, MAX_CHARACTERS)
            tables, loose = find_tables(content)
            found.append(_Page(number + 1, content.height, read_lines(loose), tables))
    except RuntimeError as error:  # PDFium could not load a page
        raise SourceError("source.corrupt", reason=str(error)) from error
    finally:
        document.close()
    return found


def _edges(page: _Page) -> Iterator[Line]:
    """Yield the first and the last line, if they stand in the margin."""
    top = min((table.top for table in page.tables), default=page.height)
    bottom = max((table.bottom for table in page.tables), default=0.0)
    if page.lines and page.lines[0].bottom < min(_MARGIN * page.height, top):
        yield page.lines[0]
    if len(page.lines) > 1 and page.lines[-1].top > max((1 - _MARGIN) * page.height, bottom):
        yield page.lines[-1]


def _drop_running(pages: list[_Page]) -> None:
    """Take out page numbers, and lines that stand in the margin of page after page."""
    for _ in range(2):  # a running head may stand under the page number
        seen = Counter(re.sub(r"[0-9]+", "#", line.text) for page in pages for line in _edges(page))
        least = max(_LEAST_REPEATS, len(pages) // 2)
        for page in pages:
            for line in list(_edges(page)):
                said = line.text
                if _PAGE_NUMBER.fullmatch(said) or seen[re.sub(r"[0-9]+", "#", said)] >= least:
                    page.lines = [kept for kept in page.lines if kept is not line]


def _take_notes(page: _Page, body: float) -> None:
    """Take the notes at the foot of a page out of its lines: small print that begins with a mark."""
    for at, line in enumerate(page.lines):
        if line.size > _NOTE_SIZE * body or not _NOTE_LINE.match(line.raw):
            continue
        above_all = all(table.bottom <= line.top for table in page.tables)
        if above_all and all(below.size <= _NOTE_SIZE * body for below in page.lines[at:]):
            for below in page.lines[at:]:
                _add_note(page, below)
            page.lines = page.lines[:at]
            return


def _add_note(page: _Page, line: Line) -> None:
    match = _NOTE_LINE.match(line.raw)
    if match:
        page.notes.append((match[1] or match[2], _plain(line.raw[match.end() :], set())))
    else:
        mark, said = page.notes[-1]
        page.notes[-1] = mark, f"{said} {line.text}"


def _plain(text: str, notes: set[str]) -> str:
    """Return text with the marks of notes in brackets and other raised digits as they are."""

    def said(match: re.Match[str]) -> str:
        before = text[match.start() - 1 : match.start()]
        return f"[{match[1]}]" if match[1] in notes and before.strip() else match[1]

    return _RAISED.sub(said, text)


class _Assembler:
    """Puts pages together to blocks; a table goes on over pages."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: tuple[Grid, PageTable] | None = None  # the table at the end of the last page
        self.recipients: Cell | None = None
        self.recipients_end = 0.0

    def add(self, page: _Page) -> None:
        marks = {mark for mark, _ in page.notes}
        items: list[tuple[float, Any]] = [(table.top, table) for table in page.tables]
        numbers = {id(line): number for number, line in enumerate(page.lines, 1)}
        for segment in self._between(page):
            items += [(item[0][0].top if isinstance(item, tuple) else item.top, item) for item in side_by_side(segment)]
        for _, item in sorted(items, key=lambda item: item[0]):
            if isinstance(item, PageTable):
                self.recipients = None
                self._table(item, page.number)
                continue
            self.open = None
            if isinstance(item, Line):
                self._line(item, page, numbers, marks)
            else:
                self._columns(item, page, numbers, marks)

    @staticmethod
    def _between(page: _Page) -> list[list[Line]]:
        """Return the lines above, between and below the tables."""
        tops = [table.top for table in page.tables]
        segments: list[list[Line]] = [[] for _ in range(len(tops) + 1)]
        for line in page.lines:
            segments[sum(top < line.top for top in tops)].append(line)
        return segments

    def _line(self, line: Line, page: _Page, numbers: dict[int, int], marks: set[str]) -> None:
        paragraph = Paragraph(_plain(line.raw, marks), Place("line", page=page.number, line=numbers.get(id(line))))
        if self.recipients is not None and line.right < self.recipients_end and _goes_on(self.recipients, paragraph):
            _list(self.recipients, paragraph)
            return
        self.recipients = None
        before = self.blocks[-1] if self.blocks else None
        if isinstance(before, Paragraph) and breaks_number(before.text):
            before.text, _, word = before.text.rpartition(" ")
            paragraph.text = word + paragraph.text
        self.blocks.append(paragraph)

    def _columns(
        self, columns: tuple[list[Line], list[Line]], page: _Page, numbers: dict[int, int], marks: set[str]
    ) -> None:
        """Give two columns as a table that only sets text side by side."""
        cells: list[Cell] = []
        for side, column in enumerate(columns, 1):
            heights = [(line, numbers.get(id(line)) or _number(page, line)) for line in column]
            places = [(line, Place("line", page=page.number, line=number, column=side)) for line, number in heights]
            cells.append(Cell([Paragraph(_plain(line.raw, marks), place) for line, place in places]))
        self.blocks.append(Grid([cells], layout=True))
        if "nơi nhận" in cells[0].text().lower():  # the list may go on beside nothing, on the next page too
            self.recipients, self.recipients_end = Cell(), min(line.left for line in columns[1])
            for block in cells[0].blocks:
                _list(self.recipients, block)
            cells[0].blocks = self.recipients.blocks

    def _table(self, table: PageTable, number: int) -> None:
        rows = table.rows(number)
        if self.open is not None and _same_columns(self.open[1], table):
            grid = self.open[0]
            grid.rows += _without_head(grid.rows, rows)
        else:
            grid = Grid(rows, Place("cell", page=number))
            self.blocks.append(grid)
        self.open = grid, table


def _number(page: _Page, line: Line) -> int:
    """Return the number of the line that a part of it was taken from."""
    return next((at for at, whole in enumerate(page.lines, 1) if line.runs and line.runs[0] in whole.runs), 1)


def _goes_on(cell: Cell, paragraph: Paragraph) -> bool:
    """Whether a line belongs to the list of recipients begun in a cell."""
    last = cell.blocks[-1]
    ended = isinstance(last, Paragraph) and last.text.rstrip().endswith((";", "."))
    return paragraph.text.lstrip().startswith("-") or not ended


def _list(cell: Cell, block: Block) -> None:
    """Add a line to the list of recipients; a line that opens no item goes on with the last one."""
    last = cell.blocks[-1] if cell.blocks else None
    if (
        not isinstance(last, Paragraph)
        or not isinstance(block, Paragraph)
        or not _goes_on(cell, block)
        or block.text.lstrip().startswith("-")
        or last.text.rstrip().endswith(":")
    ):
        cell.blocks.append(block)
    else:
        last.text = f"{last.text} {block.text.lstrip()}"


def _same_columns(one: PageTable, other: PageTable) -> bool:
    return len(one.xs) == len(other.xs) and all(abs(a - b) <= _SAME for a, b in zip(one.xs, other.xs, strict=True))


def _without_head(rows: list[list[Cell]], more: list[list[Cell]]) -> list[list[Cell]]:
    """Leave out the head that a table repeats on its next page."""
    repeated = 0
    while repeated < min(len(rows), len(more)) and _texts(rows[repeated]) == _texts(more[repeated]):
        repeated += 1
    return more[repeated:]


def _texts(cells: list[Cell]) -> list[str]:
    return [" ".join(cell.text().split()) for cell in cells]


def _recode(blocks: list[Block], encoding: str) -> None:
    """Convert text of an old font in place."""
    for block in blocks:
        if isinstance(block, Paragraph):
            block.text = convert(block.text, encoding)
        else:
            for cell in (cell for row in block.rows for cell in row):
                _recode(cell.blocks, encoding)


def read_pdf(data: bytes, path: str) -> SourceDocument:
    """Read a PDF with a text layer.

    Raises:
        SourceError: it is damaged, encrypted, a scan without text, or has too many pages.
        MissingExtraError: pypdfium2 is not installed.
    """
    with _ONE_AT_A_TIME:
        pages = _pages(data)
    empty = [page.number for page in pages if not page.lines and not page.tables]
    if len(empty) == len(pages):
        raise SourceError("source.scan", pages=len(pages))
    _drop_running(pages)
    body = median([line.size for page in pages for line in page.lines] or [1.0])
    assembler = _Assembler()
    for page in pages:
        _take_notes(page, body)
        assembler.add(page)
    notes = [(mark, said) for page in pages for mark, said in page.notes]
    blocks = [*assembler.blocks, *(Paragraph(f"[{mark}] {said}", Place("note", note=mark)) for mark, said in notes)]
    return _build(blocks, path, empty)


def _build(blocks: list[Block], path: str, empty: list[int]) -> SourceDocument:
    builder = TextBuilder()
    sample = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    encoding = recognise(sample)
    if encoding is not None:
        _recode(blocks, encoding)
        builder.note("source.note.legacy", encoding=encoding)
    if empty:
        builder.note("source.note.scanned", pages=", ".join(map(str, empty)))
    builder.add(blocks)
    return builder.document(path, "pdf")
