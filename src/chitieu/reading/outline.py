"""The outline of a document: headings, numbered items and bullets, hard-wrapped lines rejoined.

Levels are not fixed: what stands inside what is told by the order in which kinds of markers appear
(``I.`` over ``1.`` over ``1)`` over ``-``), so provinces that number otherwise need no rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from chitieu.text import SourceText

__all__ = ["Block", "Outline", "read_outline"]

_MARKER = re.compile(
    r"(?P<part>(?:PHẦN|Phần)\s+(?:thứ\s+\w+|[IVX]{1,4}|[0-9]{1,2}))(?:[.:]|\s|$)\s*"
    r"|(?P<roman>[IVX]{1,5})\s?[.\-)/:]\s+(?=\S)"
    r"|(?P<article>Điều\s+[0-9]{1,3})[.:]\s*"
    r"|(?P<sub>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})[.)]?\s+(?=[^\W\d_a-zà-ỹđ]|[(“\"])"
    r"|(?P<num>[0-9]{1,3})\.\s*(?=[^\d\s.,%])"
    r"|(?P<paren>[0-9]{1,3})\)\s*"
    r"|\((?P<round>[0-9]{1,3})\)\s*"
    r"|(?P<letter>[a-zđ])[).]\s+(?=\S)"
    r"|(?P<bullet>[-+*•]{1,2})\s+(?=\S)"
)
_RULE = re.compile(r"[\s|_=*\-.]{0,200}$")
_LINE = re.compile(r"[^\s][^\n]*")
_TOP = {"part": 0, "roman": 1, "article": 1}
_ENDED = (".", ";", ":", "!", "?", "…", "./", "”")
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # points of law: đ after d, no f, j, w, z
_CLOSING = re.compile(r"(?:Nơi nhận|NƠI NHẬN|TM\.|KT\.|TL\.|TUQ\.|T/M|K/T|Q\.)")
_WRAPPED_SHARE = 0.25  # of lines that begin in the middle of a sentence
_MAX_DEPTH = 12  # no document nests deeper; a hostile one must not make us recurse
_MAX_SKIP = 3  # a list may skip a number or two: copies lose lines


@define(eq=False)
class Block:
    """A heading, an item or a paragraph, with the blocks inside it.

    Attributes:
        kind: kind of its marker (``roman``, ``num``, ``paren``, ``bullet`` …) or ``para``, ``root``.
        label: the number or letter of the marker.
        start: offset of the marker; `body`: of the first character after it; `end`: after its own text.
        stop: offset after everything inside it.
    """

    kind: str
    label: str
    start: int
    body: int
    end: int
    lines: list[tuple[int, int]] = field(factory=list)
    children: list[Block] = field(factory=list)
    symbol: str = ""
    capitals: bool = False

    @property
    def stop(self) -> int:
        """Offset after the block and all inside it."""
        return self.children[-1].stop if self.children else self.end

    def walk(self) -> Iterator[Block]:
        """Yield the block and all inside it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@define(eq=False)
class Outline:
    """The blocks of a document, in order of the text, below one root."""

    source: SourceText
    root: Block
    wrapped: bool

    def clean(self, block: Block) -> str:
        """Return a block's own text as one line."""
        return self.source.clean(block.body, block.end)


class _Builder:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.text = source.text
        self.lines = [self._trim(*match.span()) for match in _LINE.finditer(self.text)]
        self.wrapped = self._is_wrapped()
        self.root = Block("root", "", 0, 0, 0)
        self.stack: list[Block] = [self.root]
        self.current: Block | None = None

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        return start, start + len(self.text[start:end].rstrip()) if self.text[end - 1].isspace() else end

    def _is_wrapped(self) -> bool:
        """Whether many lines begin in the middle of a sentence, as hard-wrapped copies do."""
        starts = [self.text[s] for s, e in self.lines if e - s > 3]
        return bool(starts) and sum(char.islower() for char in starts) >= _WRAPPED_SHARE * len(starts)

    def build(self) -> Outline:
        for start, end in self.lines:
            first = self.text[start]
            marker = None
            if not first.isalpha() or first in "IVXPĐ" or self.text[start + 1 : start + 2] in (")", "."):
                marker = _MARKER.match(self.text, start, end)
            if marker and self._accepts(marker, start, end):
                self._open(marker, start, end)
            elif not first.isalnum() and _RULE.match(self.text, start, end):
                self.current = None
            elif self._joins(start, end):
                self._extend(start, end)
            else:
                self._paragraph(start, end)
        return Outline(self.source, self.root, self.wrapped)

    def _previous_char(self) -> str:
        return self.text[self.current.end - 1] if self.current and self.current.end else "."

    def _accepts(self, marker: re.Match[str], start: int, end: int) -> bool:
        """Whether a marker-like start is a marker and not the rest of a broken line."""
        kind = str(marker.lastgroup)
        after = self.text[marker.end() : marker.end() + 1]
        ended = self._previous_char() in _ENDED
        if kind == "bullet":
            broken = self.wrapped and after.islower() and not ended
            return not broken and not _RULE.match(self.text, start, end)
        if kind in ("num", "paren", "round"):
            return self._in_sequence(kind, int(marker[kind]), ended=ended)
        if kind == "roman":
            return after.isupper() or after in '“"('
        return kind != "letter" or ended or not self.wrapped or self._next_letter(marker["letter"])

    def _next_letter(self, letter: str) -> bool:
        same = next((block for block in reversed(self.stack) if block.kind == "letter"), None)
        return letter == "a" if same is None else 0 < _LETTERS.find(letter) - _LETTERS.find(same.label) <= _MAX_SKIP

    def _in_sequence(self, kind: str, number: int, *, ended: bool) -> bool:
        same = next((block for block in reversed(self.stack) if block.kind == kind), None)
        if same is not None:
            return number == 1 or 0 < number - int(same.label) <= _MAX_SKIP
        if number >= 200:
            return False
        return number == 1 or self.current is None or ended or not self.wrapped

    def _open(self, marker: re.Match[str], start: int, end: int) -> None:
        kind = str(marker.lastgroup)
        label = marker[kind]
        block = Block(
            kind,
            label if kind != "bullet" else "",
            start,
            marker.end(),
            end,
            [(marker.end(), end)],
            symbol=label if kind == "bullet" else "",
            capitals=self.text[marker.end() : end].isupper(),
        )
        self._place(block)
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self.current = block

    def _place(self, block: Block) -> None:
        """Take from the stack what the new block does not stand inside of."""
        if block.kind in _TOP:
            while len(self.stack) > 1 and _TOP.get(self.stack[-1].kind, 9) >= _TOP[block.kind]:
                self.stack.pop()
            return
        at = next((i for i in range(len(self.stack) - 1, 0, -1) if self._alike(self.stack[i], block)), None)
        if at is None:
            while self.stack[-1].kind == "para":
                self.stack.pop()
        elif block.label != "1" or self.stack[at].kind == "bullet" or at == len(self.stack) - 1 or self._deep():
            del self.stack[at:]

    def _deep(self) -> bool:
        return len(self.stack) >= _MAX_DEPTH

    @staticmethod
    def _alike(one: Block, other: Block) -> bool:
        return one.kind == other.kind and one.symbol == other.symbol

    def _joins(self, start: int, end: int) -> bool:
        """Whether an unmarked line goes on with the block before it."""
        block = self.current
        if block is None or (self.text[start] in "NTKQ" and _CLOSING.match(self.text, start, end)):
            return False
        if self.text[start].islower():
            return True
        capitals = self.text[start:end].isupper()
        if block.capitals != capitals and (block.kind in _TOP or block.capitals):
            return False
        if not self.wrapped:
            return self._previous_char() in (",", "-", "(") or (block.capitals and capitals)
        return True

    def _extend(self, start: int, end: int) -> None:
        block = self.current
        if block is not None:
            block.lines.append((start, end))
            block.end = end
            block.capitals = block.capitals and self.text[start:end].isupper()

    def _paragraph(self, start: int, end: int) -> None:
        if self.stack[-1].kind == "para":
            self.stack.pop()
        if _CLOSING.match(self.text, start, end):
            del self.stack[1:]
        block = Block("para", "", start, start, end, [(start, end)], capitals=self.text[start:end].isupper())
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self.current = block


def read_outline(source: SourceText) -> Outline:
    """Read the outline of a folded text."""
    return _Builder(source).build()
