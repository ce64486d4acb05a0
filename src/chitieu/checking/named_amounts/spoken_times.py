"""Changes told in words without a number: *giảm một nửa*, *tăng gấp đôi*.

They are meant roughly: ten percent either way are let pass.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target

__all__ = ["spoken_change"]

_HALF = re.compile(
    r"(?<!\w)(?:giảm|kéo giảm|cắt giảm|giảm được|xóa|xoá|xử lý|hạ|tinh giản)\s(?:đi\s)?(?:một|1)\s?(?:nửa|/2)(?!\w)"
)
_TIMES = re.compile(r"(?<!\w)(?<!gần )(?<!hơn )(?<!khoảng )gấp\s(?P<times>đôi|ba|rưỡi)(?!\w)")
_MORE = {"đôi": "1.0E+2", "ba": "2.0E+2", "rưỡi": "5E+1"}
_STOP = re.compile(r"[;|]|\.(?=\s)")
_ABOUT = re.compile(r"(?<!\w)(?:gần|hơn|khoảng|trên|ít nhất|tối thiểu|xấp xỉ)(?!\w)")
_ON = re.compile(r"[^;.,:()|]{0,80}[,:]?\s?\(?(?:cụ thể\s)?")
"""From the words to the values: no other clause stands between."""
_NEAR = 12


def spoken_change(lower: str, start: int, end: int) -> Target | None:
    """Return the one change that words in a range of a text tell; None where they tell none, or several, or roughly.

    Args:
        lower: the text in lower case.
        start: where to look from; what is before the last full stop or semicolon is not looked at.
        end: where the values begin.
    """
    stops = list(_STOP.finditer(lower, start, end))
    start = stops[-1].end() if stops else start
    found = [*_HALF.finditer(lower, start, end), *_TIMES.finditer(lower, start, end)]
    if len(found) != 1:
        return None
    word = found[0]
    if not _ON.fullmatch(lower, word.end(), end):
        return None
    if _ABOUT.search(lower, max(start, word.start() - _NEAR), word.end() + _NEAR):
        return None
    if word.re is _HALF:
        return Target(Quantity(Decimal("5E+1"), "%"), change=Change.DECREASE)
    return Target(Quantity(Decimal(_MORE[word["times"]]), "%"), change=Change.INCREASE)
