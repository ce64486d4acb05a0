"""The outline of a document: headings, numbered items and bullets, hard-wrapped lines rejoined.

Levels are declared by the format and not nested by it: what stands inside what is told by the order in which
markers appear (``I.`` over ``1.`` over ``1)`` over ``-``), so provinces that number otherwise need no rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import define, field

from chitieu.levels import Marker
from chitieu.line_breaks import ENDED, SHORT, LineBreaks
from chitieu.text import SourceText

__all__ = ["ENDING", "Block", "Outline", "read_outline"]

_RULE = re.compile(r"[\s|_=*\-.]{0,200}$")
_UNRANKED = 99
ENDING = re.compile(
    r"(?:Trên đây là|(?:Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Chương trình|Đề án) này (?:đã được|được|có hiệu lực))(?!\w)"
)
"""Sentences that close a text and stand in no item of it."""
_END_SIGN = re.compile(r"\.?\s?/\s?\.")
"""What ends a document, on a line of its own."""
_CLOSING = re.compile(r"(?:Nơi nhận|NƠI NHẬN|TM\.|KT\.|TL\.|TUQ\.|T/M|K/T|Q\.)")
_CAPITAL_UNIT = re.compile(r"[A-ZĐ]{1,4}(?![^\W\d_])")  # "96 / MW"
_RANGE_ENDS = "0123456789%"
_LONGEST_OPEN = 20  # a block may be long, and the end of each of its lines is looked at
_YEARS = re.compile(r"[0-9\s,-]{4,}\.?")
_DASHED = (
    ("Lao động", "Thương binh"), ("Tài chính", "Kế hoạch"), ("Kinh tế", "Xã hội"), ("Kinh tế", "Hạ tầng"), ("Văn hóa", "Xã hội"),
    ("Văn hóa", "Thông tin"), ("Văn hóa", "Thể thao"), ("Khoa học", "Công nghệ"), ("Phát thanh", "Truyền hình"),
    ("Tài nguyên", "Môi trường"), ("Bà Rịa", "Vũng Tàu"), ("Thừa Thiên", "Huế"), ("Phan Rang", "Tháp Chàm"),
)  # fmt: skip
"""Names with a dash in them, which a line may be broken before."""
_OPEN = re.compile(
    r"(?:[,(\-]|(?<!\w)(?:và|của|với|về|tại|cho|theo|các|là|hoặc|Sở|Ban|Bộ|Ủy ban|UBND|(?:quyết|định|thị|luận|luật) số))\s*$",
    re.IGNORECASE,
)
"""The end of a line that goes on, whatever letter the next one begins with."""
_ROW_START = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})*\s*\|\s*[^\W\d_]")
_HALF = 0.5
_MAX_DEPTH = 12  # no document nests deeper; a hostile one must not make us recurse
_MAX_FIRST = 200  # a list that begins later is none: "2025." opens a line of a date
_MAX_SKIP = 3  # a list may skip a number or two: copies lose lines


@define(eq=False)
class Block:
    """A heading, an item or a paragraph, with the blocks inside it.

    Attributes:
        kind: kind of its marker (``roman``, ``num``, ``paren``, ``bullet`` …) or ``para``, ``root``.
        label: the number or letter of the marker.
        start: offset of the marker; `body`: of the first character after it; `end`: after its own text.
        stop: offset after everything inside it.
        level: name of its level in the format; `number`: its place in the sequence; `rank`: see `Level`, with half a rank
            for a level that a document has inside another one.
        symbol: the mark of a bullet; `capitals`: whether its text is in capitals.
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
    level: str = ""
    number: int = 0
    rank: float | None = None

    @property
    def order(self) -> float:
        """Rank among the levels that divide the document; behind all of them for a level without one."""
        return _UNRANKED if self.rank is None else self.rank

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

    def unwrapped(self) -> str:
        """Return the text with the lines of each block joined: only the line breaks that mean something are kept."""
        chars = list(self.source.text)
        for block in self.root.walk():
            for (_, end), (start, _) in pairwise(block.lines):
                for at in range(end, start):
                    chars[at] = " "
        return "".join(chars)


class _Builder:
    def __init__(self, source: SourceText, classify: Callable[[str], Marker | None]) -> None:
        self.source, self.classify = source, classify
        self.text = source.text
        self.breaks = LineBreaks(self.text, classify)
        self.wrapped = self.breaks.wrapped
        self.last: dict[str, int] = {}  # number of each level
        self.inside: dict[str, float] = {}  # ranks of levels that stand inside a level of a higher rank here
        self.piped = "|" in self.text
        self.root = Block("root", "", 0, 0, 0)
        self.stack: list[Block] = [self.root]
        self.current: Block | None = None

    def build(self) -> Outline:
        for start, end in self.breaks.lines:
            if self.piped and self._is_row(start, end):
                self.current = None  # rows of tables are read by their columns
                continue
            marker = self.classify(self.text[start:end])
            if marker and self._accepts(marker, start, end):
                self._open(marker, start, end)
            elif not self.text[start].isalnum() and _RULE.match(self.text, start, end):
                self.current = None
            elif self._joins(start, end):
                self._extend(start, end)
            else:
                self._paragraph(start, end)
        return Outline(self.source, self.root, self.wrapped)

    def _is_row(self, start: int, end: int) -> bool:
        """Whether a line is a row of a table, or the beginning of one that is broken: a number, a pipe, a name."""
        pipes = self.text.count("|", start, end)
        return pipes > 1 or (pipes == 1 and _ROW_START.match(self.text, start, end) is not None)

    def _previous_char(self) -> str:
        return self.text[self.current.end - 1] if self.current and self.current.end else "."

    def _accepts(self, marker: Marker, start: int, end: int) -> bool:
        """Whether a marker-like start is a marker and not the rest of a broken line."""
        after = self.text[start + marker.length : start + marker.length + 1]
        ended = self._previous_char() in ENDED
        if marker.number is None:
            ranges = after.isdigit() and self._previous_char() in _RANGE_ENDS  # "11,5 / - 12%"
            inside = after.islower() or ranges or self._divides_name(marker, start, end)
            broken = self.wrapped and not ended and inside
            return not broken and not _RULE.match(self.text, start, end)
        if len(marker.label.split()) > 1:  # it says what it is: "Điều 3", "Thứ hai"
            return marker.counter != "nhất" or ended or not self.wrapped or self._follows(marker)
        accepts: dict[str, Callable[[Marker, str, bool], bool]] = {
            "1": self._accepts_number,
            "I": self._accepts_roman,
            "a": self._accepts_letter,
            "A": self._accepts_capital,
            "nhất": self._accepts_letter,
        }
        rule = accepts.get(marker.counter)  # a subclass may count in ways of its own: its word is taken
        return rule is None or rule(marker, after, ended)

    def _divides_name(self, marker: Marker, start: int, end: int) -> bool:
        """Whether a dash at the beginning of a line stands inside a name: *Sở Lao động / - Thương binh và Xã hội*."""
        if marker.label != "-" or self.current is None:
            return False
        body, behind = self.current.body, start + marker.length
        return any(
            self.text.endswith(first, body, self.current.end) and self.text.startswith(second, behind, end)
            for first, second in _DASHED
        )

    def _accepts_number(self, marker: Marker, _after: str, ended: bool) -> bool:  # noqa: FBT001  (one of a table)
        if "." in marker.label:
            return True
        same = self._open_block(marker.level)
        number = marker.number or 0
        if same is not None:
            return number == 1 or 0 < number - same.number <= _MAX_SKIP
        if number >= _MAX_FIRST:
            return False
        goes_on = number - self.last.get(marker.level, number) == 1  # one list through several headings
        return number == 1 or goes_on or self.current is None or ended or not self.wrapped

    def _accepts_roman(self, _marker: Marker, after: str, _ended: bool) -> bool:  # noqa: FBT001
        return after.isupper() or after in '“"('

    def _accepts_letter(self, marker: Marker, _after: str, ended: bool) -> bool:  # noqa: FBT001
        return ended or not self.wrapped or self._follows(marker)

    def _accepts_capital(self, marker: Marker, after: str, _ended: bool) -> bool:  # noqa: FBT001
        """A capital opens a part only in its turn: ``C. Mác`` and ``P. Tân An`` are names."""
        return self._follows(marker) and (after.isupper() or after in '“"(')

    def _open_block(self, level: str) -> Block | None:
        return next((block for block in reversed(self.stack) if block.level == level), None)

    def _follows(self, marker: Marker) -> bool:
        """Whether a marker is the first of its level or comes right after the last one."""
        same = self._open_block(marker.level)
        number = marker.number or 0
        return number == 1 if same is None else number == 1 or 0 < number - same.number <= _MAX_SKIP

    def _open(self, marker: Marker, start: int, end: int) -> None:
        body = start + marker.length
        bullet = marker.number is None
        block = Block(
            marker.kind,
            "" if bullet else marker.label,
            start,
            body,
            end,
            [(body, end)],
            symbol=marker.label if bullet else "",
            capitals=self.text[body:end].isupper(),
            level=marker.level,
            number=marker.number or 0,
            rank=self.inside.get(marker.level, marker.rank),
        )
        self.last[block.level] = block.number
        self._place(block)
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self.current = block

    def _place(self, block: Block) -> None:
        """Take from the stack what the new block does not stand inside of."""
        if block.rank is not None:
            while len(self.stack) > 1 and self.stack[-1].order >= block.rank:
                self.stack.pop()
            if self.inside and block.rank < min(self.inside.values()) - _HALF:
                self.inside.clear()  # a wider heading: what is below it may be ordered otherwise
            self._turn_inside_out(block)
            return
        at = next((i for i in range(len(self.stack) - 1, 0, -1) if self._alike(self.stack[i], block)), None)
        if at is None:
            while self.stack[-1].kind == "para" and not self._opens_list(self.stack[-1]):
                self.stack.pop()
        elif block.number != 1 or self.stack[at].kind == "bullet" or at == len(self.stack) - 1 or self._deep():
            del self.stack[at:]

    def _turn_inside_out(self, block: Block) -> None:
        """Where *III.* goes on behind *II. A. B.*, put the letters inside the numeral, though most documents have them above it."""
        parent, wider = self.stack[-2:] if len(self.stack) > 1 else (self.root, self.root)
        if wider.rank is None or (wider.children and wider.children[-1].level == block.level):
            return
        siblings = parent.children
        first = len(siblings) - 1
        while first > 0 and siblings[first].number > 1 and siblings[first - 1].level == wider.level:
            first -= 1
        outer = siblings[first - 1] if first else wider
        if outer.level != block.level or outer.rank is None or not 0 < block.number - outer.number <= _MAX_SKIP:
            return
        self.inside[wider.level] = outer.rank + _HALF
        for inner in siblings[first:]:
            inner.rank = self.inside[wider.level]
        outer.children += siblings[first:]
        del siblings[first:]
        self.stack.pop()

    def _opens_list(self, block: Block) -> bool:
        """Whether a paragraph is a heading of the list behind it: it ends in a colon."""
        return self.text[block.end - 1 : block.end] == ":"

    def _deep(self) -> bool:
        return len(self.stack) >= _MAX_DEPTH

    @staticmethod
    def _alike(one: Block, other: Block) -> bool:
        return one.level == other.level

    def _joins(self, start: int, end: int) -> bool:
        """Whether an unmarked line goes on with the block before it."""
        block = self.current
        if block is None or (self.text[start] in "NTKQ" and _CLOSING.match(self.text, start, end)):
            return False
        if self.text[start].islower() or block.body >= block.end:  # "Phần thứ nhất" has its title on the next line
            return True
        if _END_SIGN.fullmatch(self.text, start, end):
            return True
        capitals = self.text[start:end].isupper() or (
            block.capitals and _YEARS.fullmatch(self.text, start, end) is not None
        )
        if block.capitals != capitals and (block.rank is not None or block.capitals):
            return False
        if not self.wrapped:
            open_end = self._previous_char() in (",", "-", "(") or (block.capitals and capitals)
            return open_end or (self.text[start].isdigit() and self._previous_char() not in ENDED)
        return (block.capitals and capitals) or not self._is_paragraph(start, end)

    def _is_paragraph(self, start: int, end: int) -> bool:
        """Whether a line of a wrapped text begins a paragraph: its first word had room behind the sentence before it.

        Copies of pages also break the first line of every paragraph early: a short line that does not end its sentence.
        """
        if not self.text[start].isupper():
            return False
        breaks = self.breaks
        if breaks.spaced and breaks.after_empty(start):
            return True
        had_room = breaks.had_room(start, end)
        if self._previous_char() in ENDED:
            return had_room or breaks.is_early(start, end)
        if self._previous_char().isdigit() and _CAPITAL_UNIT.match(self.text, start, end):
            return False
        if self.current is None or self.current.kind == "para" or not had_room or self._goes_on():
            return False
        lines = len(self.current.lines)
        if lines > 1 and breaks.before(start, end) > breaks.width * SHORT:  # the last line of a heading is short
            return False
        return breaks.is_early(start, end) or (not breaks.early and lines == 1)

    def _goes_on(self) -> bool:
        """Whether the line before ends in a word or sign that something must follow."""
        if self.current is None:
            return False
        end = self.current.end
        return _OPEN.search(self.text, max(self.current.body, end - _LONGEST_OPEN), end) is not None

    def _extend(self, start: int, end: int) -> None:
        block = self.current
        if block is not None:
            capitals = self.text[start:end].isupper()
            block.capitals = capitals and (block.capitals or block.body >= block.end)
            block.lines.append((start, end))
            block.end = end

    def _paragraph(self, start: int, end: int) -> None:
        if self.stack[-1].kind == "para":
            self.stack.pop()
        if _CLOSING.match(self.text, start, end) or ENDING.match(self.text, start, end):
            del self.stack[1:]
        elif self.text[end - 1] == ":" and not self.wrapped:
            while self.stack[-1].kind in ("bullet", "para"):  # a new list is no part of an item of the last one
                self.stack.pop()
        block = Block("para", "", start, start, end, [(start, end)], capitals=self.text[start:end].isupper())
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self.current = block


def read_outline(source: SourceText, classify: Callable[[str], Marker | None]) -> Outline:
    """Read the outline of a folded text.

    Args:
        source: the text.
        classify: says what opens a line, or None for a line that goes on or is a paragraph.
    """
    return _Builder(source, classify).build()
