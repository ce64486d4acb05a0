"""The text of a plan in one plain spelling, so that no rule asks how a document was typed.

Hard-wrapped lines are joined; ``1/`` and ``a/`` become ``1.`` and ``a)``, bullets of any font ``•``; footnote marks
are blanks; dates written with dots or dashes have slashes. Every change keeps the length, so
that findings point where the text says it.
"""

from __future__ import annotations

import re

from chitieu.outline import Block, Outline

__all__ = ["plainly"]

_FOOTNOTE = re.compile(r"(\[[0-9]{1,3}\])([;.,:)]?)")
_DATE = re.compile(r"(?<![0-9./-])([0-3]?[0-9])([.-])([01]?[0-9])\2((?:19|20)[0-9]{2})(?![0-9/]|[.,-][0-9])")
_PLAIN_BULLETS = frozenset("-+*•")
_CLOSINGS = {"1": ".", "I": ".", "A": ".", "a": ")"}
_OTHER_CLOSINGS = "/-"


def plainly(outline: Outline) -> str:
    r"""Return the text of a document in plain spelling, of the same length.

    Args:
        outline: the document, divided as its format has it.

    >>> from chitieu.provinces import get_province
    >>> from chitieu.text import SourceText
    >>> source = SourceText("1/ Thu ngân sách[2]; chi\na/ Chi khác trước 30.6.2026")
    >>> plainly(get_province("standard").outline(source)).split("\n")
    ['1. Thu ngân sách;    chi', 'a) Chi khác trước 30/6/2026']
    """
    chars = list(outline.unwrapped())
    for block in outline.root.walk():
        _mark_plainly(chars, block)
    text = "".join(chars)
    if "[" in text:
        text = _FOOTNOTE.sub(lambda match: f"{match[2]}{' ' * len(match[1])}", text)
    return _DATE.sub(r"\1/\3/\4", text)


def _mark_plainly(chars: list[str], block: Block) -> None:
    """Spell the marker of a block as most documents do."""
    if block.symbol:
        if len(block.symbol) == 1 and block.symbol not in _PLAIN_BULLETS:
            chars[block.start] = "•"
        return
    for at in range(block.start, block.body):
        if chars[at] in _OTHER_CLOSINGS and block.label:
            counts = block.label[-1]
            kind = "1" if counts.isdecimal() else "I" if counts in "IVX" else "a" if counts.islower() else "A"
            chars[at] = _CLOSINGS[kind]
