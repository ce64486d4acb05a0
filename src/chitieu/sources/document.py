"""A document of any kind as one text, and the way back from every offset to where it stood in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen

from chitieu.errors import ChitieuError
from chitieu.text import Span

__all__ = ["Place", "PlaceKind", "SourceDocument", "SourceNote", "SourceTable"]

PlaceKind = Literal["line", "paragraph", "cell", "note"]
_PARTS = {
    "en": {
        "page": "page {}",
        "sheet": "sheet '{}'",
        "line": "line {}",
        "paragraph": "paragraph {}",
        "table": "table {}",
        "row": "row {}",
        "column": "column {}",
        "note": "note {}",
    },
    "vi": {
        "page": "trang {}",
        "sheet": "trang tính '{}'",
        "line": "dòng {}",
        "paragraph": "đoạn {}",
        "table": "bảng {}",
        "row": "hàng {}",
        "column": "cột {}",
        "note": "chú thích {}",
    },
}


@frozen
class Place:
    """Where a piece of text stands in its file; everything is counted from 1.

    Attributes:
        kind: ``line`` of a text file or a page, ``paragraph``, ``cell`` of a table, or foot``note``.
        page: the page of a PDF.
        line: the line of the file, or of the page.
        paragraph: the paragraph of the document, those in tables not counted.
        table: the table, in the order in which tables open; `row`, `column`: the cell of its grid; in a sheet
            those of the sheet. Where lines of a page stand in two columns, `column` says in which.
        sheet: the name of the sheet.
        note: the mark of a footnote.

    >>> str(Place("cell", table=2, row=5, column=3))
    'table 2, row 5, column 3'
    >>> Place("line", page=4, line=12).describe("vi")
    'trang 4, dòng 12'
    """

    kind: PlaceKind
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None
    note: str | None = None

    def describe(self, language: str = "en") -> str:
        """Return the place in words of a language, ``"en"`` or ``"vi"``."""
        words = _PARTS.get(language, _PARTS["en"])
        named = ((words[name], getattr(self, name)) for name in words)
        return ", ".join(word.format(value) for word, value in named if value is not None)

    def __str__(self) -> str:
        return self.describe()


@frozen
class SourceNote:
    """What a careful reader should know of how a file was read: macros passed over, an old encoding converted.

    Attributes:
        code: a key of the message catalogue; `fields`: the values the message speaks of.

    >>> SourceNote("source.note.legacy", {"encoding": "TCVN3"}).message()
    'text in the old encoding TCVN3 was converted to Unicode'
    """

    code: str
    fields: Mapping[str, Any] = field(factory=dict)

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``."""
        return ChitieuError(self.code, **self.fields).message(language)

    def __str__(self) -> str:
        return self.message()


@frozen
class SourceTable:
    """A table of a document.

    Attributes:
        number: as in `Place.table`.
        rows: for each row the spans of its cells in the text of the document. Every row has as many cells as the
            table has columns. A cell merged over rows stands in each of them, one merged over columns in the first.
        sheet: the name of the sheet, for spreadsheets.
    """

    number: int
    rows: tuple[tuple[Span, ...], ...]
    sheet: str | None = None

    def cells(self, text: str) -> list[list[str]]:
        """Return what the cells say, given the text of the document."""
        return [[span.of(text) for span in row] for row in self.rows]


_LINE_END = re.compile("\n")


@frozen
class SourceDocument:
    r"""A document as one text in reading order.

    Tables stand in the text as rows of cells divided by pipes. Spans of a plan read from the document are
    offsets in `text`, and `place` says where in the file they are.

    Attributes:
        text: the whole document.
        tables: the tables that stand in the text as rows.
        path: the file, or a name for what came as bytes.
        format: ``txt``, ``docx``, ``html``, ``pdf`` or ``xlsx``.
        encoding: of text files and web pages.
        notes: what a careful reader should know.

    >>> import chitieu as ct
    >>> document = ct.read_document("KẾ HOẠCH\nPhát triển thủy sản".encode())
    >>> document.text, document.format, str(document.place(document.text.index("thủy")))
    ('KẾ HOẠCH\nPhát triển thủy sản', 'txt', 'line 2')
    """

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    _places: tuple[tuple[int, Place], ...] | None = field(default=None, repr=False)
    tables: tuple[SourceTable, ...] = field(default=(), repr=lambda tables: f"<{len(tables)}>")
    path: str = "<bytes>"
    format: str = "txt"
    encoding: str | None = None
    notes: tuple[SourceNote, ...] = ()

    @cached_property
    def places(self) -> tuple[tuple[int, Place], ...]:
        """Offsets at which a new place begins, in order, with the place; of plain text made when first asked for."""
        if self._places is not None:
            return self._places
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return tuple((start, Place("line", line=number)) for number, start in enumerate(starts, 1))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.places)

    def place(self, at: Span | int) -> Place:
        """Return the place of an offset, or of the first character of a span.

        Raises:
            IndexError: the offset is outside the text.
        """
        offset = at.start if isinstance(at, Span) else at
        if not 0 <= offset <= len(self.text):
            message = f"offset {offset} is outside the text of {len(self.text)} characters"
            raise IndexError(message)
        return self.places[max(bisect_right(self._starts, offset) - 1, 0)][1]

    def places_of(self, span: Span) -> tuple[Place, ...]:
        """Return every place that a span touches, in order."""
        self.place(span)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)), first + 1)
        return tuple(dict.fromkeys(place for _, place in self.places[first:last]))

    def cell(self, table: int, row: int, column: int) -> str:
        """Return what a cell says; numbers are those of `Place`.

        Raises:
            LookupError: there is no such table, row or column.
        """
        found = next((item for item in self.tables if item.number == table), None)
        if found is None:
            raise LookupError(table)
        place = next(
            (span for cells in found.rows for span in cells if self._is(self.place(span), table, row, column)), None
        )
        if place is None:
            raise LookupError((table, row, column))
        return place.of(self.text)

    @staticmethod
    def _is(place: Place, table: int, row: int, column: int) -> bool:
        return (place.table, place.row, place.column) == (table, row, column)
