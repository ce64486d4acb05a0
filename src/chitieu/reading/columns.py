"""Head and foot of a page in two columns, as copies flatten them: one line holds a piece of each.

``Nơi nhận:            CHỦ TỊCH`` is two lines side by side. Runs of spaces keep them apart; the texts made here have the
length of the folded text, so that offsets stay what they are.
"""

from __future__ import annotations

from chitieu.text import SourceText

__all__ = ["left_column", "piped", "right_column"]

_GAP = 3  # spaces between two columns; justified lines have two at most
_INDENT = 15  # spaces before a line of the right column that has nothing at its left


def piped(source: SourceText) -> str:
    """Return the folded text with a pipe in every gap between columns."""
    text = source.text
    gaps = [at for at, _ in source.wide_gaps(_GAP) if at and text[at - 1] != "\n"]
    return _put(text, dict.fromkeys(gaps, "|"))


def _put(text: str, marks: dict[int, str]) -> str:
    if not marks:
        return text
    chars = list(text)
    for at, mark in marks.items():
        chars[at] = mark
    return "".join(chars)


def _right_starts(source: SourceText) -> dict[int, int]:
    """Map the start of each line in two columns to where its right column begins."""
    found: dict[int, int] = {}
    for at, width in source.wide_gaps(_GAP):
        line = source.text.rfind("\n", 0, at) + 1
        if line < at or width >= _INDENT:
            found[line] = at
    return found


def _blanked(source: SourceText, *, left: bool) -> str:
    """Return the text with one column of every line in two columns as spaces."""
    starts = _right_starts(source)
    if not starts:
        return source.text
    lines: list[str] = []
    pos = 0
    for line in source.text.split("\n"):
        gap = starts.get(pos)
        pos += len(line) + 1
        if gap is None:
            lines.append(line)
            continue
        cut = gap - (pos - len(line) - 1)
        lines.append(" " * cut + line[cut:] if left else line[:cut] + " " * (len(line) - cut))
    return "\n".join(lines)


def left_column(source: SourceText) -> str:
    """Return the folded text with the right column blank."""
    return _blanked(source, left=False)


def right_column(source: SourceText) -> str:
    """Return the folded text with the left column blank."""
    return _blanked(source, left=True)
