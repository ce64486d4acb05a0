r"""Text in cells: never a formula, never a character that breaks the file, nothing lost without a mark.

Spreadsheet programs run what begins with ``=``, ``+``, ``-`` or ``@``, also behind spaces and in full width. Every
export of texts goes through here:

- CSV: pass each text through `safe_text` before it is given to the writer; `plain_text` takes the guard off again.
  Numbers and days are written as they are: a plain number (``-3,61``) and the unit ``%`` are left alone.
- .xlsx: give each text to `put_text`; the cell holds the text unchanged, typed as text and marked as quoted, so that
  editing it does not make it a formula either.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["MOST_CHARACTERS", "is_formula_like", "plain_text", "put_text", "safe_text", "writable"]

MOST_CHARACTERS = 32_767
"""What a cell of a spreadsheet holds at most."""

_CUT = " […]"
_RUNS = re.compile(r"(?:(?![\t\r\n])[\s'\u200b\ufeff])*[=+\-@|%\t\r\n＝＋－＠]")
"""What a formula, a macro of old programs or a split cell may begin with, full-width forms included."""
_HARMLESS = re.compile(r"[-+][0-9][0-9.,]*%?|%(?:/[^\W\d_]+)*")
"""Plain numbers, and the units ``%`` and ``%/năm``."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program might run a text, or take it for more than one cell.

    Args:
        text: what shall stand in a cell.

    >>> is_formula_like(" =1+1"), is_formula_like("-3,61"), is_formula_like("%"), is_formula_like("Sở Y tế")
    (True, False, False, False)
    """
    return bool(_RUNS.match(text)) and not _HARMLESS.fullmatch(text.strip(" "))


def safe_text(text: str) -> str:
    """Return a text for a CSV cell: with an apostrophe before it where it could be run.

    Args:
        text: the text of the cell.

    >>> safe_text("=HYPERLINK(A1)"), safe_text("Sở Y tế")
    ("'=HYPERLINK(A1)", 'Sở Y tế')
    """
    return f"'{text}" if is_formula_like(text) else text


def plain_text(text: str) -> str:
    """Return what `safe_text` was given.

    Args:
        text: the text of a CSV cell.

    >>> plain_text("'=HYPERLINK(A1)")
    '=HYPERLINK(A1)'
    """
    return text[1:] if text.startswith("'") and is_formula_like(text) else text


def writable(text: str, most: int = MOST_CHARACTERS) -> str:
    r"""Return a text that XML can hold: other characters become ``\N{REPLACEMENT CHARACTER}``, what is too long ends in ``[…]``.

    Args:
        text: any text.
        most: the most characters.

    >>> writable('a\x00b'), writable("Ủy ban nhân dân", most=10)
    ('a\ufffdb', 'Ủy ban […]')
    """
    text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= most else f"{text[: most - len(_CUT)].rstrip()}{_CUT}"


def put_text(cell: Any, text: str) -> None:
    """Write a text to a cell of openpyxl as text, whatever it begins with.

    Args:
        cell: the cell, an ``openpyxl.cell.Cell``.
        text: the text; see `writable` for what cannot stand in a cell.

    >>> from openpyxl import Workbook
    >>> cell = Workbook().active["A1"]
    >>> put_text(cell, "=1+1")
    >>> cell.value, cell.data_type, cell.quotePrefix
    ('=1+1', 's', True)
    """
    cell.value = writable(text)
    cell.data_type = "s"  # openpyxl takes what begins with "=" for a formula
    if is_formula_like(text):
        cell.quotePrefix = True
