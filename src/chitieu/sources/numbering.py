"""Automatic numbering of .docx: the numbers that Word shows and does not store in the text.

What counts is the abstract list: two lists (``w:num``) of one abstract list go on counting together, unless one
says where it starts anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from chitieu.sources.package import children, first, get, local

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NumberLevel", "Numbering", "read_numbering", "shown_symbol"]

_LEVELS = 9
_MOST = 100_000  # a count above it is no count
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACEHOLDER = re.compile(r"%([1-9])")
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "*", 0xF02D: "-", 0xF0A8: "◦", 0xF06C: "●",
    0xF06E: "■", 0xF071: "○", 0xF0F0: "►", 0xF0E0: "►", 0xF0BE: "-",
}  # fmt: skip
"""Bullets of the fonts Symbol and Wingdings, which stand in the private area of Unicode."""


def shown_symbol(text: str) -> str:
    r"""Return the signs that are seen where a symbol font stands in the private area.

    >>> shown_symbol("\uf0b7")
    '•'
    """
    return "".join(_SYMBOLS.get(ord(char), "•") if "\ue000" <= char <= "\uf8ff" else char for char in text)


def _roman(number: int) -> str:
    parts: list[str] = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)


def _letter(number: int) -> str:
    """Count with the 26 letters of Word, in Vietnamese documents too: a … z, aa, bb."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def write_count(number: int, how: str) -> str:
    """Write a count the way a level of a list says.

    >>> [write_count(4, how) for how in ("decimal", "decimalZero", "upperRoman", "lowerLetter", "none")]
    ['4', '04', 'IV', 'd', '']
    """
    if how in ("none", "bullet"):
        return ""
    if not 1 <= number <= _MOST:
        return str(number)
    if how == "decimalZero":
        return f"{number:02}"
    if how in ("lowerLetter", "upperLetter") and number <= 26 * 20:
        return _letter(number).upper() if how[0] == "u" else _letter(number)
    if how in ("lowerRoman", "upperRoman") and number < 5000:
        return _roman(number).upper() if how[0] == "u" else _roman(number)
    return str(number)


@frozen
class NumberLevel:
    """How one level of a list is numbered."""

    how: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False  # every number of it is written in Arabic digits
    restart: int | None = None  # 0: never; n: only after level n
    suffix: str = " "
    symbols: bool = False


@define
class _List:
    levels: dict[int, NumberLevel] = field(factory=dict)
    counts: dict[int, int] = field(factory=dict)
    started: set[tuple[str, int]] = field(factory=set)


def _whole(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default


def _level(element: _Element) -> NumberLevel:
    """Read ``w:lvl``."""
    text = get(first(element, "lvlText"), "val") or ""
    font = " ".join(str(value) for value in getattr(first(element, "rPr", "rFonts"), "attrib", {}).values())
    restart = first(element, "lvlRestart")
    legal = first(element, "isLgl")
    suffix = get(first(element, "suff"), "val")
    return NumberLevel(
        how=get(first(element, "numFmt"), "val") or "decimal",
        text=text,
        start=_whole(get(first(element, "start"), "val"), 1),
        legal=legal is not None and get(legal, "val") not in ("0", "false", "off"),
        restart=None if restart is None else _whole(get(restart, "val"), 0),
        suffix="" if suffix == "nothing" else " ",
        symbols="Symbol" in font or "Wingdings" in font,
    )


class Numbering:
    """The lists of a document, counting as paragraphs come."""

    def __init__(self) -> None:
        self.abstract: dict[str, _List] = {}
        self.style_links: dict[str, str] = {}  # a list style to the abstract list that defines it
        self.links: dict[str, str] = {}  # an abstract list to the list style it takes its levels from
        self.lists: dict[str, tuple[str, dict[int, int], dict[int, NumberLevel]]] = {}

    def _resolve(self, abstract: str) -> _List | None:
        target = self.style_links.get(self.links.get(abstract, ""), abstract)
        return self.abstract.get(target)

    def next(self, number: str, level: int) -> str:
        """Count one paragraph of a list and return its number as it is seen, with the space behind it."""
        if number not in self.lists or not 0 <= level < _LEVELS:
            return ""
        abstract, starts, own = self.lists[number]
        shared = self._resolve(abstract)
        if shared is None:
            return ""
        levels = {**shared.levels, **own}
        if level not in levels:
            return ""
        self._count(shared, levels, number, level, starts)
        return self._write(shared, levels, level)

    @staticmethod
    def _count(shared: _List, levels: dict[int, NumberLevel], number: str, level: int, starts: dict[int, int]) -> None:
        for at, start in starts.items():
            if (number, at) not in shared.started and at <= level:
                shared.started.add((number, at))
                shared.counts.pop(at, None)
                if at == level:
                    shared.counts[at] = start - 1
        for above in range(level):
            if above in levels:
                shared.counts.setdefault(above, starts.get(above, levels[above].start))
        shared.counts[level] = shared.counts.get(level, levels[level].start - 1) + 1
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and level < restart):
                shared.counts.pop(below, None)

    @staticmethod
    def _write(shared: _List, levels: dict[int, NumberLevel], level: int) -> str:
        said = levels[level]

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at not in levels:
                return ""
            how = "decimal" if said.legal and levels[at].how != "none" else levels[at].how
            return write_count(shared.counts.get(at, levels[at].start), how)

        text = _PLACEHOLDER.sub(counted, said.text)
        if said.how == "bullet":
            text = "◦" if text == "o" else shown_symbol(text)
        return f"{text}{said.suffix}" if text.strip() else ""


def read_numbering(root: _Element | None) -> Numbering:
    """Read ``numbering.xml``."""
    found = Numbering()
    for element in () if root is None else root:
        if local(element) == "abstractNum":
            _read_abstract(found, element)
        elif local(element) == "num":
            _read_list(found, element)
    return found


def _read_abstract(found: Numbering, element: _Element) -> None:
    key = get(element, "abstractNumId") or ""
    levels = {_whole(get(child, "ilvl"), 0): _level(child) for child in children(element, "lvl")}
    found.abstract[key] = _List(levels)
    defines, follows = get(first(element, "styleLink"), "val"), get(first(element, "numStyleLink"), "val")
    if defines:
        found.style_links[defines] = key
    if follows:
        found.links[key] = follows


def _read_list(found: Numbering, element: _Element) -> None:
    starts: dict[int, int] = {}
    own: dict[int, NumberLevel] = {}
    for override in children(element, "lvlOverride"):
        at = _whole(get(override, "ilvl"), 0)
        start, level = first(override, "startOverride"), first(override, "lvl")
        if level is not None:
            own[at] = _level(level)
        if start is not None:
            starts[at] = _whole(get(start, "val"), 1)
    found.lists[get(element, "numId") or ""] = (get(first(element, "abstractNumId"), "val") or "", starts, own)
