"""Web pages: the document on a portal's page, its paragraphs, lists and tables.

lxml and not selectolax: it is here for .docx already, and its parser takes a page of tags nested without end in
time that grows with the page, while lexbor's grows with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import define, field

from chitieu.errors import SourceError
from chitieu.extras import needs
from chitieu.sources.article import find_article, is_hidden, tag
from chitieu.sources.document import Place, SourceDocument
from chitieu.sources.layout import RULE, Block, Cell, Grid, Paragraph, TextBuilder
from chitieu.sources.legacy import convert, font_encoding, recognise
from chitieu.sources.limits import refuse_above
from chitieu.sources.numbering import shown_symbol, write_count
from chitieu.sources.plain import decode_named

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_html"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "caption",
        "legend",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TYPED = re.compile(r"\s*(?:[-–+*•]|\(?[0-9]{1,3}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)])\s")
_COUNTERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal", "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*['\"]?([^;'\",]+)", re.IGNORECASE)
_MAX_SPAN = 1000
_MAX_NESTING = 20
_MAX_DEPTH = 2000


@define
class _List:
    """A list that is open."""

    how: str
    count: int
    step: int = 1
    plain: bool = False  # its marks are typed or not shown

    def mark(self, item: _Element) -> str:
        value = item.get("value") or ""
        if value.lstrip("-").isdecimal() and len(value) < 7:
            self.count = int(value)
        number, self.count = self.count, self.count + self.step
        if self.plain:
            return ""
        return "- " if self.how == "bullet" else f"{write_count(number, self.how)}. "


def _open_list(element: _Element) -> _List:
    style = _LIST_STYLE.search(element.get("style") or "")
    named = style[1].lower() if style else ""
    start = element.get("start") or ""
    first = int(start) if start.lstrip("-").isdecimal() and len(start) < 7 else 1
    if tag(element) == "ul" and named not in _STYLES:
        return _List("bullet", 1, plain=named == "none")
    how = _STYLES.get(named) or _COUNTERS.get(element.get("type") or "1", "decimal")
    if "reversed" in element.attrib:
        items = sum(tag(child) == "li" for child in element)
        return _List(how, first if start else items, -1, plain=named == "none")
    return _List(how, first, plain=named == "none")


@define
class _Writer:
    """Text on its way into paragraphs."""

    reader: _PageReader
    counts: bool  # paragraphs in tables are not counted
    blocks: list[Block] = field(factory=list)
    pieces: list[str] = field(factory=list)
    mark: str = ""

    def flush(self) -> None:
        """End the paragraph."""
        lines = [_SPACE.sub(" ", line).strip() for line in "".join(self.pieces).split("\n")]
        text = "\n".join(line for line in lines if line.strip("\xa0 "))
        self.pieces.clear()
        if not text:
            return
        mark, self.mark = self.mark, ""
        self.reader.paragraphs += self.counts
        text = text if _TYPED.match(text) else f"{mark}{text}"
        self.blocks.append(Paragraph(text, Place("paragraph", paragraph=self.reader.paragraphs)))

    def rule(self) -> None:
        """Add a line that is drawn across the text; none in a cell or before the first paragraph."""
        if self.counts and self.blocks:
            self.blocks.append(Paragraph(RULE, Place("paragraph", paragraph=self.reader.paragraphs)))


class _PageReader:
    """Walks through the tags of a page, without recursion but for tables."""

    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding  # of the whole page
        self.encodings: set[str] = set()
        self.paragraphs = 0

    def blocks(self, root: _Element, depth: int = 0, inherited: str | None = None) -> list[Block]:
        """Return the paragraphs and tables below an element."""
        refuse_above("nested", depth, _MAX_NESTING)
        if tag(root) == "table" and not depth:
            return list(self.table(root, 1, inherited))
        writer, lists, fonts = _Writer(self, depth == 0), list[_List](), [self._font(root) or inherited]
        preformatted = int(tag(root) == "pre")
        for event, element in _events(root):
            name = tag(element)
            if event == "open":
                fonts.append(self._font(element) or fonts[-1])
                preformatted += name == "pre"
                self._open(writer, lists, element, depth, fonts[-1])
            elif event == "close":
                fonts.pop()
                preformatted -= name == "pre"
                self._close(writer, lists, element)
            else:
                self._write(writer, element.tail if event == "tail" else element.text, fonts[-1], preformatted)
        writer.flush()
        return writer.blocks

    def _open(self, writer: _Writer, lists: list[_List], element: _Element, depth: int, font: str | None) -> None:
        name = tag(element)
        if name in _BLOCKS:
            writer.flush()
        if name == "br":
            writer.pieces.append("\n")
        elif name == "hr":
            writer.rule()
        elif name in ("ol", "ul"):
            lists.append(_open_list(element))
        elif name == "li" and lists:
            writer.mark = lists[-1].mark(element)
        elif name == "table":
            writer.blocks += self.table(element, depth + 1, font)
        elif name == "a" and _is_note(element):
            writer.pieces.append("[")

    def _close(self, writer: _Writer, lists: list[_List], element: _Element) -> None:
        name = tag(element)
        if name == "a" and _is_note(element):
            writer.pieces.append("]")
        if name in _BLOCKS:
            writer.flush()
        if name in ("ol", "ul") and lists:
            lists.pop()
        if name in ("ol", "ul", "li"):
            writer.mark = ""

    def _font(self, element: _Element) -> str | None:
        style = _FONT.search(element.get("style") or "")
        face = style[1] if style else element.get("face") or ""
        return font_encoding((face.strip(),))[0] if face else None

    def _write(self, writer: _Writer, text: str | None, font: str | None, preformatted: int) -> None:
        if not text:
            return
        encoding = self.encoding or font
        if encoding:
            converted = convert(text, encoding)
            if converted != text:
                self.encodings.add(encoding)
            text = converted
        text = shown_symbol(text)
        writer.pieces.append(text if preformatted else _SPACE.sub(" ", text))

    def table(self, element: _Element, depth: int, font: str | None) -> Iterator[Block]:
        """Yield a table, its caption before it."""
        for child in element:
            if tag(child) == "caption":
                yield from self.blocks(child, depth, font)
        layout = True if (element.get("role") or "").lower() in ("presentation", "none") else None
        yield Grid([[self._cell(cell, depth, font) for cell in row] for row in _table_rows(element)], layout=layout)

    def _cell(self, element: _Element, depth: int, font: str | None) -> Cell:
        blocks = self.blocks(element, depth, font)
        return Cell(blocks, _span(element.get("colspan")), _span(element.get("rowspan"), most=65_534))


def _is_note(element: _Element) -> bool:
    """Whether a link is the raised number of a footnote, without brackets of its own."""
    text = "".join(str(part) for part in element.itertext()).strip()
    raised = any(tag(parent) == "sup" for parent in element.iterancestors()) or any(tag(c) == "sup" for c in element)
    return raised and text.isdecimal() and (element.get("href") or "").startswith("#")


def _events(root: _Element) -> Iterator[tuple[str, _Element]]:
    """Yield the tags below an element as they open and close, and the text behind them; tables only open."""
    stack: list[tuple[_Element, Iterator[_Element]]] = [(root, iter(root))]
    yield "text", root
    while stack:
        element, inside = stack[-1]
        child = next(inside, None)
        if child is None:
            stack.pop()
            if element is not root:
                yield "close", element
                yield "tail", element
            continue
        if not tag(child) or is_hidden(child):
            yield "tail", child
            continue
        yield "open", child
        if tag(child) != "table":
            yield "text", child
        stack.append((child, iter(()) if tag(child) == "table" else iter(child)))


def _table_rows(table: _Element) -> Iterator[list[_Element]]:
    """Yield the cells of each row of a table itself, not of those nested in it."""
    for child in table:
        if tag(child) == "tr":
            yield [cell for cell in child if tag(cell) in ("td", "th") and not is_hidden(cell)]
        elif tag(child) in ("thead", "tbody", "tfoot"):
            yield from _table_rows(child)


def _span(text: str | None, most: int = _MAX_SPAN) -> int:
    return max(1, min(int(text), most)) if text and text.strip().isdecimal() and len(text) < 8 else 1


def _decode(data: bytes) -> tuple[str, str]:
    """Decode a page: what it is in goes before what it says it is in."""
    try:
        return decode_named(data)
    except SourceError as error:
        declared = _CHARSET.search(data[:4096])
        if error.code != "source.encoding" or declared is None:
            raise
        try:
            name = declared[1].decode("ascii")
            return data.decode(name), name
        except (LookupError, UnicodeDecodeError, ValueError):
            raise error from None


def _parse(text: str) -> _Element:
    with needs("html", "lxml", ".html"):
        from lxml import etree  # noqa: PLC0415
    parser: Any = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root: _Element | None
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("source.corrupt", reason=str(error)) from error
    if root is None:
        raise SourceError("source.empty")
    if any("depth" in str(entry.message) for entry in parser.error_log):
        raise SourceError("source.nested", found=_MAX_DEPTH, limit=_MAX_DEPTH)  # the rest would be lost in silence
    return root


def read_html(data: bytes, path: str) -> SourceDocument:
    """Read the document on a web page.

    Raises:
        SourceError: the page is in an unknown encoding, holds no text, or nests without end.
        MissingExtraError: lxml is not installed.
    """
    text, encoding = _decode(data)
    article = find_article(_parse(text))
    seen = "".join(str(piece) for piece in article.itertext())
    builder = TextBuilder()
    reader = _PageReader(recognise(seen))
    builder.add(reader.blocks(article))
    old = {encoding} & {"TCVN3", "VNI", "windows-1258"} | reader.encodings
    for name in sorted(old):
        builder.note("source.note.legacy", encoding=name)
    return builder.document(path, "html", encoding)
