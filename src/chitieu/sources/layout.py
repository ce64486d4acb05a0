"""From the paragraphs and tables of a document to its one text.

Readers of files give `Paragraph` and `Grid`; here it is decided which tables are tables and which only set
text side by side (the head of a document, its signature, the columns of a web page), and where each piece of
the text stood is written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import define, evolve, field, frozen

from chitieu.sources.document import Place, SourceDocument, SourceNote, SourceTable
from chitieu.sources.limits import MAX_CELLS, refuse_above
from chitieu.text import Span

__all__ = ["RULE", "Block", "Cell", "Grid", "Paragraph", "TextBuilder"]

RULE = "-------"
"""What a drawn line is in text: under a title it says that the title ends."""

_FRAME = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)|Độc lập\s*-|ĐẢNG CỘNG SẢN|(?:Nơi nhận|NƠI NHẬN)\s*:|^\s*(?:TM|KT|TL|TUQ)\.\s", re.MULTILINE
)
"""What the head and the end of a document say; data tables do not."""
_FRAME_COLUMNS = 4
_FRAME_ROWS = 12
_ENDED = (".", ";", ":", ",", "!", "?", "…", "-", "/", "(")
_BULLET = re.compile(r"[-+*•▪◦–]\s")


@define
class Paragraph:
    """A paragraph, its line breaks kept."""

    text: str
    place: Place


@define
class Cell:
    """A cell with all that stands in it."""

    blocks: list[Block] = field(factory=list)
    colspan: int = 1
    rowspan: int = 1
    page: int | None = None  # tables of a PDF go on over pages

    def text(self) -> str:
        """Return the text of the cell and of what is nested in it, a line a paragraph."""
        return "\n".join(text for text in _texts(self.blocks) if text.strip())


@define
class Grid:
    """A table as the file has it: each row with its own cells, ragged rows allowed."""

    rows: list[list[Cell]]
    place: Place = field(factory=lambda: Place("cell"))
    layout: bool | None = None  # None: told from what the cells hold


Block = Paragraph | Grid


@frozen
class _Slot:
    """One field of the full grid: a cell, and whether it stands here only because it is merged."""

    cell: Cell | None
    text: str
    row: int
    column: int
    below: bool = False  # the cell began in a row above
    beside: bool = False  # the cell began in a column before


_EMPTY = Cell()


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield " ".join(filter(None, (_one_line(cell.text(), head=True) for cell in row)))


def _expand(grid: Grid) -> list[list[_Slot]]:
    """Return the grid with every field filled: merged cells repeated, short rows filled up."""
    carried: dict[int, tuple[_Slot, int]] = {}
    rows: list[list[_Slot]] = []
    width = total = 0
    for number, cells in enumerate(grid.rows, 1):
        slots: dict[int, _Slot] = {}
        for column, (slot, left) in list(carried.items()):
            slots[column] = evolve(slot, below=True)
            carried[column] = slot, left - 1
            if left == 1:
                del carried[column]
        column = 1
        for cell in cells:
            while column in slots:
                column += 1
            text = cell.text()
            for offset in range(cell.colspan):
                slot = _Slot(cell, text, number, column, beside=offset > 0)
                if column + offset not in slots:
                    slots[column + offset] = slot
                if cell.rowspan > 1:
                    carried[column + offset] = slot, min(cell.rowspan - 1, len(grid.rows) - number)
                    if not carried[column + offset][1]:
                        del carried[column + offset]
            column += cell.colspan
            total += cell.colspan
            refuse_above("cells", total + len(slots), MAX_CELLS)
        width = max(width, max(slots, default=0))
        refuse_above("cells", width * len(rows), MAX_CELLS)
        rows.append([slots.get(at, _Slot(None, "", number, at)) for at in range(1, max(slots, default=0) + 1)])
    return [
        row + [_Slot(None, "", number, at) for at in range(len(row) + 1, width + 1)]
        for number, row in enumerate(rows, 1)
    ]


def _is_layout(grid: Grid, rows: list[list[_Slot]]) -> bool:
    """Whether a table only sets text side by side."""
    if grid.layout is not None:
        return grid.layout
    width = len(rows[0]) if rows else 0
    if width <= 1 or any(_holds_table(cell) for row in grid.rows for cell in row):
        return True
    if len(rows) == 1 and any(len(cell.blocks) > 1 for cell in grid.rows[0]):
        return True  # text set in columns
    if width <= _FRAME_COLUMNS and len(rows) <= _FRAME_ROWS:
        return any(_FRAME.search(slot.text) for row in rows for slot in row)
    return False


def _holds_table(cell: Cell) -> bool:
    """Whether another table with rows and columns stands in a cell."""
    return any(
        isinstance(block, Grid)
        and (
            (len(block.rows) > 1 and any(len(row) > 1 for row in block.rows))
            or any(_holds_table(inner) for row in block.rows for inner in row)
        )
        for block in cell.blocks
    )


def _one_line(text: str, *, head: bool) -> str:
    """Return the paragraphs of a cell as one line; what are several items are divided by semicolons."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    joined = lines[:1]
    for before, line in pairwise(lines):
        items = not head and not before.endswith(_ENDED) and (line[0].isupper() or _BULLET.match(line))
        joined.append(f"{';' if items and not (before.isupper() and line.isupper()) else ''} {line}")
    return "".join(joined).replace("|", "¦")  # a pipe in a cell would be one cell more


def _head_height(rows: list[list[_Slot]]) -> int:
    """Count the rows of a head of several: as many as its tallest cell has, where another cell is divided below."""
    tallest = max((slot.cell.rowspan for slot in rows[0] if slot.cell), default=1)
    height = min(tallest, len(rows))
    divided = any(slot.cell and slot.cell.rowspan < height and slot.text for slot in rows[0])
    return height if height > 1 and divided else 1


def _head(rows: list[list[_Slot]]) -> list[_Slot]:
    """Join the rows of a head into one: the title of a column first, then what stands over it."""
    if len(rows) == 1:
        return rows[0]
    return [_title([row[at] for row in reversed(rows)]) for at in range(len(rows[0]))]


def _title(slots: list[_Slot]) -> _Slot:
    said = list(dict.fromkeys(slot.text for slot in slots if slot.text))
    lowest = next((slot for slot in slots if slot.text), slots[0])
    return evolve(lowest, text="\n".join(said), beside=False, below=False)


class TextBuilder:
    """Puts the text of a document together and remembers where each piece stood."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[tuple[int, Place]] = []
        self._tables: list[SourceTable] = []
        self._opened = 0
        self.notes: dict[SourceNote | str, SourceNote] = {}

    def note(self, code: str, **fields: object) -> None:
        """Remember what a careful reader should know; the same note once."""
        note = SourceNote(code, fields)
        self.notes[str(note)] = note

    def add(self, blocks: Iterable[Block]) -> None:
        """Add paragraphs and tables in order."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.paragraph(block)
            else:
                self.grid(block)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph as one or several lines; one without text leaves nothing."""
        for line in paragraph.text.split("\n"):
            if line.strip():
                self._mark(paragraph.place)
                self._put(f"{line.strip()}\n")

    def grid(self, grid: Grid) -> None:
        """Add a table: as rows, or as lines where it only sets text side by side."""
        rows = _expand(grid)
        if not any(slot.text.strip() for row in rows for slot in row):
            return
        self._opened += grid.layout is not True  # what is known to be none is not counted as a table
        number = self._opened if grid.place.table is None else grid.place.table
        place = evolve(grid.place, table=number)
        if _is_layout(grid, rows):
            self._side_by_side(grid, rows, place)
        else:
            self._rows(rows, place)

    def _side_by_side(self, grid: Grid, rows: list[list[_Slot]], place: Place) -> None:
        divided = len(rows[0]) > 1 and not any(_holds_table(cell) for row in grid.rows for cell in row)
        for row in rows:
            for slot in row:
                if slot.cell is None or slot.below or slot.beside or not slot.text.strip():
                    continue
                here = _cell_place(place, slot)
                self.add(_placed(block, here) for block in slot.cell.blocks)
                if divided:
                    self._put("|\n")

    def _rows(self, rows: list[list[_Slot]], place: Place) -> None:
        height = _head_height(rows)
        full = [_head(rows[:height]), *rows[height:]]
        spans = tuple(self._row(row, place, head=at == 0) for at, row in enumerate(full) if any(s.text for s in row))
        self._tables.append(SourceTable(place.table or 0, spans, place.sheet))

    def _row(self, row: list[_Slot], place: Place, *, head: bool) -> tuple[Span, ...]:
        spans: list[Span] = []
        self._mark(_cell_place(place, row[0]))
        for slot in row:
            self._put("| ")
            self._mark(_cell_place(place, slot))
            text = "" if slot.beside else _one_line(slot.text, head=head)
            spans.append(Span(self._length, self._length + len(text)))
            self._put(f"{text} ")
        self._put("|\n")
        return tuple(spans)

    def _mark(self, place: Place) -> None:
        if self._places and self._places[-1][0] == self._length:
            self._places[-1] = self._length, place
        elif not self._places or self._places[-1][1] != place:
            self._places.append((self._length, place))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def document(self, path: str, kind: str, encoding: str | None = None) -> SourceDocument:
        """Return the document of all that was added."""
        return SourceDocument(
            "".join(self._pieces).removesuffix("\n"),
            tuple(self._places) or ((0, Place("line", line=1)),),
            tuple(self._tables),
            path,
            kind,
            encoding,
            tuple(self.notes.values()),
        )


def _cell_place(place: Place, slot: _Slot) -> Place:
    """Return the place of a cell; in a sheet and on a page rows and columns are shifted by where the table begins."""
    page = place.page if slot.cell is None or slot.cell.page is None else slot.cell.page
    row, column = (place.row or 1) + slot.row - 1, (place.column or 1) + slot.column - 1
    return Place("cell", page=page, table=place.table, row=row, column=column, sheet=place.sheet)


def _placed(block: Block, place: Place) -> Block:
    """Give paragraphs of a cell the place of the cell; nested tables have their own."""
    if isinstance(block, Paragraph) and block.place.kind != "line":
        return Paragraph(block.text, place)
    return block
