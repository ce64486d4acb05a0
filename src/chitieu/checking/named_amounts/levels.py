"""Who set an amount, where one indicator has several: *Dự toán HĐND tỉnh giao: … thu nội địa 11.300*, *Mức phấn đấu: … 11.850*.

The words stand ahead of the amount in its own line, or open a line that it stands under. What is only compared with
(*vượt 5% dự toán giao*) sets nothing, but an amount that is said to pass what was given is none of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["level_of", "may_differ_in_level", "tells_levels", "without_level"]

_GIVES = r"giao(?!\s(?:thông|dịch|lưu|đất|rừng|khoán|mùa|ban|hữu|thương|tiếp)(?!\w))"
_WORD = r"[^\W\d_]+"
_STRIVING = (
    rf"(?:mức|chỉ tiêu|kịch bản|phương án|kế hoạch|số|mục tiêu|dự toán)(?:\s(?!phấn đấu){_WORD}){{0,3}}?\sphấn đấu"
    r"|phấn đấu(?=(?:\s(?:đạt|thực hiện|thu|là|ở mức|mức|khoảng|trên|vượt))*\s?(?:[:(0-9]|$))"
    rf"|phấn đấu(?:\s(?!vượt){_WORD}){{0,3}}?\svượt(?:\smức)?\s(?:dự toán|kế hoạch|chỉ tiêu)"
)
_GIVEN = (
    rf"(?:dự toán|kế hoạch|chỉ tiêu|mức|số|nhiệm vụ)(?:\s(?!giao){_WORD}){{0,7}}?\s{_GIVES}"
    rf"|(?:hđnd|hội đồng nhân dân|trung ương|chính phủ|thủ tướng|bộ tài chính)(?:\s(?!giao){_WORD}){{0,3}}?\s{_GIVES}"
)
_LEVEL = re.compile(rf"(?<!\w)(?:(?P<striving>{_STRIVING})|(?P<given>{_GIVEN}))(?!\w)")
_CASE = re.compile(
    rf"\W*(?:[0-9a-zđ]{{1,3}}[.)]\W*)?(?:kịch bản|phương án)\s(?:(?:tăng trưởng|số|thứ)\s)?(?P<case>{_WORD}|[0-9])(?!\w)"
)
"""One of several cases that opens a line: *Kịch bản cơ sở*, *Phương án 2*."""
_AT_THE_END = re.compile(rf"(?<!\w)(?:theo\s)?(?:{_GIVEN})$")
_COMPARED = re.compile(r"(?:(?<!\w)(?:so với|so|vượt|hơn|của|qua)|%)\s(?:mức\s|số\s|tổng\s)?$")
"""Ahead of what an amount is only put beside."""
_PASSES = re.compile(
    rf"(?:[^.;|]|\.(?=[0-9])){{0,60}}?(?<!\w)(?:vượt|cao hơn|tăng)(?:\s(?!{_GIVES})[^\s;|]{{1,20}}){{0,8}}?\s(?:dự toán|kế hoạch|chỉ tiêu)(?:\s(?!giao){_WORD}){{0,6}}?\s{_GIVES}"
)
_CENTRAL = re.compile(r"(?<!\w)(?:trung ương|tw|chính phủ|thủ tướng|bộ|cấp trên|quốc hội)(?!\w)")
_OWN = re.compile(r"(?<!\w)(?:hđnd|hội đồng nhân dân|tỉnh|thành phố|ubnd|ủy ban nhân dân|địa phương|nghị quyết)(?!\w)")
_STRIVEN, _GIVEN_BY, _BEYOND = "striving", "given", "beyond"
"""Levels with a name: what is striven for, what someone gave, what passes that."""
_KNOWN_CASES = {"phấn": _STRIVEN}


def without_level(name: str) -> str:
    """Return a name without the words at its end for who set its amount.

    >>> without_level("Thu nội địa theo dự toán HĐND tỉnh giao"), without_level("Chỉ tiêu tỉnh giao")
    ('Thu nội địa', '')
    """
    found = _AT_THE_END.search(name.lower())
    return name if found is None else name[: found.start()].rstrip(" ,(-")


def tells_levels(lower: str) -> bool:
    """Whether a text, in small letters, has words for who set an amount at all."""
    return _LEVEL.search(lower) is not None or "kịch bản" in lower or "phương án" in lower


def level_of(lower: str, at: int) -> str:
    """Return who set an amount, as its line and the lines above it say; empty where they do not.

    Args:
        lower: the text in small letters.
        at: where the amount stands.

    >>> text = "dự toán trung ương giao: thu nội địa 700 tỷ đồng; phấn đấu 740 tỷ đồng"
    >>> level_of(text, text.index("700")), level_of(text, text.index("740"))
    ('central', 'striving')
    """
    start, end = _line(lower, at)
    own = _told(lower, start, at)
    if _PASSES.match(lower, at, min(len(lower), at + _LONGEST)):
        return _BEYOND
    if own:
        return own
    return next((told for first, last in _above(lower, start, end) if (told := _told(lower, first, last))), "")


def may_differ_in_level(one: str, other: str) -> bool:
    """Whether two amounts of one thing are set by two, so that both may be meant.

    >>> may_differ_in_level("central", "striving"), may_differ_in_level("given", "central"), may_differ_in_level("", "given")
    (True, False, False)
    """
    levels = {one, other}
    if _BEYOND in levels:
        return not levels <= {_BEYOND, _STRIVEN}
    by_someone = _GIVEN_BY in levels and levels & {"central", "own"}
    return bool(one and other) and one != other and not by_someone


def _told(lower: str, start: int, end: int) -> str:
    """Return the level that the words of a range tell last of all."""
    case = _CASE.match(lower, start, end)
    found = "" if case is None else _KNOWN_CASES.get(case["case"], f"case {case['case']}")
    for match in _LEVEL.finditer(lower, start, end):
        if _COMPARED.search(lower, max(start, match.start() - _NEAR), match.start()):
            continue
        found = _STRIVEN if match["striving"] else _giver(match.group())
    return found


def _giver(words: str) -> str:
    """Return whose the level is that words tell of."""
    if _CENTRAL.search(words):
        return "central"
    return "own" if _OWN.search(words) else _GIVEN_BY


_NEAR, _LONGEST = 20, 160
_MOST_LINES, _LONGEST_LINE = 40, 3000
_MARK = re.compile(
    r"[ \t]*(?:(?P<roman>[ivx]{1,5}[.)]\s)|(?P<number>\(?[0-9]{1,3}[.)])|(?P<inner>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]?\s)|(?P<letter>[a-zđ][.)])"
    r"|(?P<dash>[-–•])|(?P<plus>[+*o]\s))"
)
_RANKS = ("roman", "number", "inner", "letter", "dash", "plus")
_LOWEST = len(_RANKS)


def _line(text: str, at: int) -> tuple[int, int]:
    """Return where the line of a place begins and ends, as far as lines of plans go."""
    first, last = max(0, at - _LONGEST_LINE), min(len(text), at + _LONGEST_LINE)
    start, end = text.rfind("\n", first, at), text.find("\n", at, last)
    return first if start < 0 else start + 1, last if end < 0 else end


def _rank(text: str, start: int, end: int) -> int:
    """Return how deep a line is set by its mark; one without a mark is the deepest."""
    mark = _MARK.match(text, start, end)
    return _LOWEST if mark is None else next(at for at, name in enumerate(_RANKS) if mark[name] is not None)


def _above(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines a line stands under, from the nearest one on, up to the heading of its part of the plan.

    That heading counts for all of the plan's amounts (*II. CHỈ TIÊU PHẤN ĐẤU NĂM 2026*) and tells none from another.
    """
    rank = _rank(text, start, end)
    for _ in range(_MOST_LINES):
        if start == 0:
            return
        start, end = _line(text, start - 1)
        own = _rank(text, start, end)
        if own == 0:
            return
        if own < rank:
            if rank < _LOWEST or text[start:end].rstrip().endswith(":"):
                yield start, end
            rank = own
