"""A figure in a cell without the words around it: how exact it is, remarks in brackets, marks for "no figure".

The words are in ``data/actuals.toml``. Nothing is guessed: what is left must still be a figure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.text import fold

__all__ = ["BareFigure", "bare_figure", "is_mark", "says_no_figure"]

_REMARK = re.compile(r"\s*\(([^()0-9]{1,80})\)$")
_APOSTROPHE = re.compile(r"^['’](?=[-−]?[0-9])")
_LONGEST = 400


@frozen
class BareFigure:
    """The text of a cell without words that say no figure, and these words."""

    text: str
    remark: str = ""


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = resources.files("chitieu").joinpath("data/actuals.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text)["figures"].items()}


@cache
def _hedges() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words()["hedges"]), key=len, reverse=True))
    return re.compile(rf"(?:(?:{words})\s+)+(?=[-−]?[0-9])", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).lower().split()).strip(" .")


def bare_figure(text: str, change: str = "") -> BareFigure:
    """Return a figure without the words around it.

    Args:
        text: the text of the cell.
        change: the verb of the target where it is a change (``tăng``, ``giảm``): it says nothing of its own then.

    >>> bare_figure("ước đạt 9,7% (tạm tính)"), bare_figure("Tăng 9,7%", "tăng"), bare_figure("Tăng 9,7%")
    (BareFigure(text='9,7%', remark='ước đạt; tạm tính'), BareFigure(text='9,7%', remark=''), BareFigure(text='Tăng 9,7%', remark=''))
    """
    left = _APOSTROPHE.sub("", " ".join(text[:_LONGEST].split())) + text[_LONGEST:]
    remarks: list[str] = []
    hedge = _hedges().match(left)
    if hedge:
        left, remarks = left[hedge.end() :], [hedge[0].strip()]
    if change and left.lower().startswith(f"{change} "):
        left = left[len(change) + 1 :]
    remark = _REMARK.search(left) if len(left) <= _LONGEST else None
    if remark and remark.start():
        left, remarks = left[: remark.start()], [*remarks, remark[1].strip()]
    return BareFigure(left, "; ".join(remarks))


def is_mark(text: str) -> bool:
    """Whether a cell holds a mark that may be read as nothing and as zero.

    >>> is_mark("-"), is_mark("xuất siêu")
    (True, False)
    """
    return text.strip().lower() in _words()["marks"]


def says_no_figure(text: str) -> bool:
    """Whether a cell says in words that there is no figure yet.

    >>> says_no_figure("Chưa có số liệu"), says_no_figure("…"), says_no_figure("nhập siêu")
    (True, True, False)
    """
    return _plain(text) in _words()["none"] or text.strip() in _words()["none"]
