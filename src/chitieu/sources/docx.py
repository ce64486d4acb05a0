"""Word files: paragraphs with the numbers people see, tables, text boxes, footnotes, what tracked changes leave.

lxml reads the parts; no library between. python-docx stops at files with a broken relation, refuses those with
macros, unpacks every picture, and has no numbering, notes, tracked changes or text boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import ZipFile

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.sources.document import Place, SourceDocument
from chitieu.sources.layout import RULE, Block, Cell, Grid, Paragraph, TextBuilder
from chitieu.sources.legacy import convert, font_encoding, is_better
from chitieu.sources.limits import open_package
from chitieu.sources.numbering import Numbering, read_numbering, shown_symbol
from chitieu.sources.package import first, get, load, local, related
from chitieu.sources.word_styles import Styles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["REPEATS", "read_docx"]

REPEATS = "ChitieuRepeats"
"""Style of paragraphs that say again what the text says; they are passed over, with a note. Programs that save a
document again keep styles, and drop most other marks."""
_MAX_NESTING = 20  # tables and boxes inside each other
_MAX_SPAN = 200
_MOST_SAMPLED = 4000  # runs
_GONE = frozenset({"del", "moveFrom", "rPr", "pPr", "instrText", "delText", "Fallback", "tblPr", "tblGrid", "sectPr"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")


def _is_on(element: _Element | None) -> bool:
    return element is not None and get(element, "val") not in _OFF


@define
class _Marks:
    """Marks of notes, numbered as they are met."""

    notes: dict[tuple[str, str], str] = field(factory=dict)

    def mark(self, kind: str, number: str) -> str:
        return self.notes.setdefault((kind, number), str(len(self.notes) + 1))


class _Reader:
    def __init__(self, styles: Styles, numbering: Numbering, builder: TextBuilder) -> None:
        self.styles, self.numbering, self.builder = styles, numbering, builder
        self.marks = _Marks()
        self.paragraphs = 0
        self.encodings: set[str] = set()
        self.left: set[str] = set()  # encodings whose fonts are still named while the text is Unicode

    def vote(self, body: _Element) -> None:
        """Tell for each old font whether its text is in the old encoding."""
        samples: dict[str, list[str]] = {}
        for run in islice(body.iter("{*}r"), _MOST_SAMPLED):
            paragraph = next(run.iterancestors("{*}p"), None)
            style = get(first(paragraph, "pPr", "pStyle"), "val") or self.styles.default
            encoding, _ = font_encoding(self.styles.fonts(first(run, "rPr"), style))
            if encoding is not None:
                samples.setdefault(encoding, []).append("".join(self._pieces(run, [], legacy=True, notes=False)))
        self.left = {name for name, texts in samples.items() if not is_better("\n".join(texts), name)}

    # --- blocks ------------------------------------------------------------------------------------------

    def blocks(self, parent: _Element, *, body: bool, depth: int = 0) -> Iterator[Block]:
        """Yield the paragraphs and tables of a part, a cell or a box."""
        if depth > _MAX_NESTING:
            raise SourceError("source.corrupt", reason="nested too deep")
        carried = ""  # text of a paragraph whose mark was deleted: it goes on in the next
        for element in parent:
            name = local(element)
            if name == "p":
                self.paragraphs += body
                boxes: list[_Element] = []
                text = carried + self.paragraph(element, boxes)
                carried = text if first(element, "pPr", "rPr", "del") is not None else ""
                if not carried:
                    yield Paragraph(text, Place("paragraph", paragraph=self.paragraphs))
                for box in boxes:
                    yield from self.blocks(box, body=False, depth=depth + 1)
            elif name == "tbl":
                yield self.table(element, depth)
            elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"):
                yield from self.blocks(element, body=body, depth=depth + 1)
            elif name == "altChunk":
                self.builder.note("source.note.embedded")
        if carried:
            yield Paragraph(carried, Place("paragraph", paragraph=self.paragraphs))

    def table(self, element: _Element, depth: int) -> Grid:
        rows = [row for row in _rows(element) if first(row, "trPr", "del") is None]
        grid: list[list[Cell]] = []
        open_cells: dict[int, Cell] = {}  # by column: cells that go on below
        for row in rows:
            cells: list[Cell] = []
            column = _count(get(first(row, "trPr", "gridBefore"), "val"), 0)
            cells += [Cell() for _ in range(column)]
            for item in _cells(row):
                column = self._cell(item, cells, open_cells, column, depth)
            grid.append(cells)
        return Grid(grid)

    def _cell(self, element: _Element, cells: list[Cell], open_cells: dict[int, Cell], column: int, depth: int) -> int:
        """Read a cell, or let the one above go on; return the column behind it."""
        wide = max(1, _count(get(first(element, "tcPr", "gridSpan"), "val"), 1))
        merge = first(element, "tcPr", "vMerge")
        above = open_cells.get(column)
        if merge is not None and get(merge, "val") in (None, "continue") and above and above.colspan == wide:
            above.rowspan += 1
            return column + wide
        cell = Cell(list(self.blocks(element, body=False, depth=depth + 1)), colspan=wide)
        for at in range(column, column + wide):
            open_cells.pop(at, None)
        if merge is not None:
            open_cells[column] = cell
        cells.append(cell)
        return column + wide

    # --- text --------------------------------------------------------------------------------------------

    def paragraph(self, element: _Element, boxes: list[_Element]) -> str:
        """Return the text of a paragraph with its number; put the text boxes anchored in it aside."""
        properties = first(element, "pPr")
        style = get(first(properties, "pStyle"), "val") or self.styles.default
        if style == REPEATS:
            self.builder.note("source.note.repeats")
            return ""
        text = "".join(self.runs(element, style, boxes))
        if not text.strip() and _is_rule(properties):
            return RULE
        number, level = self.styles.list_of(properties, style)
        if not number or (not text.strip() and first(properties, "rPr", "del") is not None):
            return text
        counted = self.numbering.next(number, level)
        return f"{counted}{text.lstrip()}" if text.strip() else text

    def runs(self, element: _Element, style: str, boxes: list[_Element]) -> Iterator[str]:
        """Yield the text of the runs below an element; without recursion, for files nest as deep as they like."""
        stack: list[Iterator[_Element]] = [iter(element)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            name = local(child)
            if name == "r":
                yield self.run(child, style, boxes)
            elif name == "t":  # of a formula
                yield child.text or ""
            elif name == "txbxContent":
                boxes.append(child)
            elif name not in _GONE:
                stack.append(iter(child))

    def run(self, element: _Element, style: str, boxes: list[_Element]) -> str:
        properties = first(element, "rPr")
        if _is_on(first(properties, "vanish")):
            return ""
        encoding, capitals = font_encoding(self.styles.fonts(properties, style))
        encoding = None if encoding in self.left else encoding
        text = "".join(self._pieces(element, boxes, legacy=encoding is not None))
        if encoding is not None:
            converted = convert(text, encoding)
            if converted != text:
                self.encodings.add(encoding)
            text = converted.upper() if capitals else converted
        if _is_on(first(properties, "caps")):
            text = text.upper()
        return text

    def _pieces(self, run: _Element, boxes: list[_Element], *, legacy: bool, notes: bool = True) -> Iterator[str]:
        for child in run:
            name = local(child)
            if name == "t":
                yield shown_symbol(child.text or "") if not legacy else _unprivate(child.text or "")
            elif name == "br" and get(child, "type") in ("page", "column"):
                yield "\n"
            elif name in _BREAKS:
                yield _BREAKS[name]
            elif name == "softHyphen":
                yield "\xad" if legacy else ""  # the byte of ư in TCVN3 is the soft hyphen of Latin-1
            elif name == "sym":
                yield shown_symbol(_symbol(get(child, "char")))
            elif name in ("footnoteReference", "endnoteReference") and notes:
                yield self._note(child, name)
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                boxes += _boxes(child)

    def _note(self, element: _Element, name: str) -> str:
        if _is_on(element) and get(element, "customMarkFollows") in ("1", "true", "on"):
            return ""
        mark = self.marks.mark(name.removesuffix("Reference"), get(element, "id") or "")
        return f"[{mark}]"

    def notes(self, parts: dict[str, _Element | None]) -> Iterator[Block]:
        """Yield the notes that the text refers to, in the order of their marks."""
        found = {
            (kind, get(note, "id") or ""): note
            for kind, root in parts.items()
            for note in (() if root is None else root)
            if local(note) == kind
        }
        for key, mark in list(self.marks.notes.items()):
            note = found.get(key)
            if note is None:
                continue
            said = " ".join(" ".join(Cell(list(self.blocks(note, body=False))).text().split()).split())
            yield Paragraph(f"[{mark}] {said}", Place("note", note=mark))


def _is_rule(properties: _Element | None) -> bool:
    """Whether an empty paragraph is a line drawn under what stands before it."""
    return first(properties, "pBdr", "top") is not None or first(properties, "pBdr", "bottom") is not None


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _count(text: str | None, default: int) -> int:
    return min(int(text), _MAX_SPAN) if text and text.isdecimal() else default


def _symbol(code: str | None) -> str:
    try:
        return chr(int(code or "2022", 16))
    except (ValueError, OverflowError):
        return "•"


def _unprivate(text: str) -> str:
    """Undo the private area: some versions of Word put the bytes of old fonts there."""
    return "".join(chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char for char in text)


def _boxes(element: _Element) -> list[_Element]:
    """Return the text boxes below an element, the outermost ones; of two renderings the first."""
    found: list[_Element] = []
    stack = [element]
    while stack:
        child = stack.pop()
        if local(child) == "txbxContent":
            found.append(child)
        elif local(child) != "Fallback":
            stack.extend(reversed(child))
    return found


def read_docx(data: bytes, path: str) -> SourceDocument:
    """Read a .docx or .docm file.

    Raises:
        SourceError: it is damaged, encrypted, hostile or holds no document.
        MissingExtraError: lxml is not installed.
    """
    builder = TextBuilder()
    with open_package(data) as package:
        main = related(package, "").get("officeDocument", "word/document.xml")
        root = load(package, main)
        body = first(root, "body")
        if body is None:
            raise SourceError("source.corrupt", reason=f"{main}: no body")
        parts = related(package, main)
        reader = _reader(package, parts, builder)
        if any(name.lower().endswith("vbaproject.bin") for name in package.namelist()):
            builder.note("source.note.macros")
        reader.vote(body)
        builder.add(reader.blocks(body, body=True))
        builder.add(reader.notes({kind: _part(package, parts, f"{kind}s") for kind in ("footnote", "endnote")}))
    for encoding in sorted(reader.encodings):
        builder.note("source.note.legacy", encoding=encoding)
    return builder.document(path, "docx")


def _part(package: ZipFile, parts: dict[str, str], kind: str) -> _Element | None:
    return load(package, parts[kind]) if kind in parts else None


def _reader(package: ZipFile, parts: dict[str, str], builder: TextBuilder) -> _Reader:
    styles = read_styles(_part(package, parts, "styles"))
    return _Reader(styles, read_numbering(_part(package, parts, "numbering")), builder)
