"""What is said before a place in its own item and in the lines its list stands under."""

from __future__ import annotations

import re

from chitieu.checking.texts.places import text_before

__all__ = ["said_before"]

_MARKER = re.compile(
    r"[ \t]{0,8}(?:(?P<bullet>[-+*•])|(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[.)]?|\(?(?P<letter>[a-zđ])[.)]|\(?(?P<paren>[0-9]{1,2})\)|(?P<roman>[IVX]{1,5})[.)]?|(?P<capital>[A-ZĐ])[.)])[ \t]"
)
_HEADINGS = {"roman", "capital"}
_CELL = re.compile(r"(?<!\s)\s{0,9}\|")
_REACH = 2000
_MOST_LEADS = 3


def _kind(line: str) -> str | None:
    """Return the kind of marker a line opens with, by which its siblings are known."""
    match = _MARKER.match(line)
    if match is None:
        return None
    if match["number"]:
        close = line[match.end("number")]
        return f"{match['number'].count('.')}{close}" if close in ".)" else None
    return match["bullet"] or match.lastgroup


def said_before(text: str, at: int) -> tuple[str, tuple[str, ...]]:
    r"""Return what stands before a place in its item, and the items above that item, nearest first, in small letters.

    In a row of a table these are the cells before, and the head of the column.

    >>> text = "1. Reports:\n- monthly: A\n- yearly: from here"
    >>> said_before(text, text.index("from"))
    ('- yearly: ', ('1. reports:',))
    >>> text = "| Report | Days |\n| Yearly | from here |"
    >>> said_before(text, text.index("from"))
    (', yearly, ', ('days',))
    """
    lines = text_before(text, at, _REACH).split("\n")
    if lines[-1].lstrip().startswith("|"):
        return _in_row(lines)
    item: list[str] = []
    while lines:
        line = lines.pop()
        if item and not line.strip():
            break
        item.insert(0, line)
        if _kind(line) or (lines and lines[-1].rstrip().endswith(":")):
            break
    own = _kind(item[0])
    headed = bool(lines) and lines[-1].rstrip().endswith(":")
    return " ".join(item).lower(), _leads(lines, own) if own or headed else ()


def _in_row(lines: list[str]) -> tuple[str, tuple[str, ...]]:
    """Return the cells before a place, and the head of its column: the same cell of the first row."""
    row, head = lines[-1], ""
    for line in reversed(lines):
        if not line.lstrip().startswith("|"):
            break
        head = line
    cells = head.strip().split("|")
    column = row.strip().count("|")
    named = cells[column] if head is not row and column < len(cells) else ""
    return _CELL.sub(",", row.lstrip()).lower(), (named.strip().lower(),) if named.strip() else ()


def _leads(lines: list[str], own: str | None) -> tuple[str, ...]:
    """Return the items above, each of another kind than all below it, and lines in between that end in a colon."""
    seen, leads, buffer = {own}, list[str](), list[str]()
    while lines and len(leads) < _MOST_LEADS:
        line = lines.pop()
        if "|" in line:
            continue  # rows of a table lead to nothing
        kind = _kind(line)
        if kind is None:
            if line.strip():
                buffer.insert(0, line)
            continue
        said = " ".join((line, *buffer)).lower()
        if seen & _HEADINGS and kind not in _HEADINGS:
            pass  # an item of another heading
        elif kind not in seen:
            seen.add(kind)
            leads.append(said)
        elif buffer and buffer[-1].rstrip().endswith(":"):
            leads.append(" ".join(buffer).lower())
        buffer = []
    if buffer and buffer[-1].rstrip().endswith(":"):
        leads.append(" ".join(buffer).lower())
    return tuple(leads)
