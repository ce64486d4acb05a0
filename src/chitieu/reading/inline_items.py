"""Items written one behind the other in a paragraph: ``(5) …; (6) …``."""

from __future__ import annotations

import re

from chitieu.outline import Block
from chitieu.text import SourceText

__all__ = ["inline_items"]

_LABEL = re.compile(r"\s*chỉ tiêu\s+(?:số\s+)?([0-9]{1,3})\s*[:.]\s*(?=\w)")
"""``Chỉ tiêu 3: …`` numbers a line in words."""
_INLINE = re.compile(r"(?:(?<=[;.:,])\s*|(?<=^)|(?<=\s))(?:\((?P<round>[0-9]{1,3})\)\s|(?P<paren>[0-9]{1,3})\)\s)")


def inline_items(source: SourceText, block: Block) -> list[tuple[str | None, int, int]]:
    """Split ``(5) …; (6) …`` written in one paragraph into its items."""
    number, body = block.label or None, block.body
    labelled = _LABEL.match(source.lower, block.body, block.end)
    if labelled and number is None:
        number, body = labelled[1], labelled.end()
    marks = [
        (m.lastgroup, int(m[str(m.lastgroup)]), m.start(), m.end())
        for m in _INLINE.finditer(source.flat, body, block.end)
    ]
    expected = int(number) + 1 if number and number.isdecimal() else None
    taken: list[tuple[str | None, int, int]] = []
    start, label = body, number
    for _, value, begin, after in marks:
        if expected is not None and value != expected:
            continue
        if begin > start and source.flat[start:begin].strip():
            taken.append((label, start, begin))
        start, label, expected = after, str(value), value + 1
    taken.append((label, start, block.end))
    return taken
