"""A small table of HTML for notebooks, and what of a text a page can hold. Knows no plan: it is given rows of text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from itertools import islice

__all__ = ["MOST_ROWS", "html_table", "showable"]

MOST_ROWS = 30
"""Rows a notebook shows; how many more there are stands under them."""
_LONGEST = 300  # characters of a cell
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters no page can hold, and those that turn the direction of the text around them."""
_LEFT = ' style="text-align:left"'  # notebooks set tables to the right


def showable(text: str) -> str:
    """Put the replacement sign for every character that no page can hold or that turns the direction of a text.

    >>> showable("a" + chr(0) + "b" + chr(0x202E) + "c")
    'a�b�c'
    """
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _cell(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return html.escape(showable(short))


def html_table(
    caption: Sequence[str], titles: Sequence[str], rows: Iterable[Sequence[str]], total: int, more: str = "… +{count}"
) -> str:
    """Return rows of text as a table of HTML, every text escaped.

    Args:
        caption: lines over the table; empty ones are left out.
        titles: titles of the columns.
        rows: the rows; at most `MOST_ROWS` are read.
        total: how many there are.
        more: what stands under the table where that is more, with ``{count}``.

    >>> print(html_table(["Kế hoạch"], ["Chỉ tiêu"], [["<b>"]], 1))
    <div lang="vi"><p><strong>Kế hoạch</strong></p><table><thead><tr><th style="text-align:left">Chỉ tiêu</th></tr></thead><tbody><tr><td style="text-align:left">&lt;b&gt;</td></tr></tbody></table></div>
    """
    lines = [_cell(line) for line in caption if line]
    head = f"<p>{'<br>'.join([f'<strong>{line}</strong>' for line in lines[:1]] + lines[1:])}</p>" if lines else ""
    top = "".join(f"<th{_LEFT}>{_cell(title)}</th>" for title in titles)
    body = "".join(
        f"<tr>{''.join(f'<td{_LEFT}>{_cell(cell)}</td>' for cell in row)}</tr>" for row in islice(rows, MOST_ROWS)
    )
    rest = f"<p>{_cell(more.format(count=total - MOST_ROWS))}</p>" if total > MOST_ROWS else ""
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>" if total else ""
    return f'<div lang="vi">{head}{table}{rest}</div>'
