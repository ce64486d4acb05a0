"""The words before a number that say how it is meant, read from right to left.

``hộ nghèo giảm còn không quá 2,5%`` is read ``không quá`` ← ``giảm còn`` ← ``hộ nghèo``: the first phrase is a
bound, the second makes the number a level, the third says nothing of the number and ends the reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.wording import Cue, CueRole, last_words, wording

__all__ = ["LeftContext", "read_left"]


@define
class LeftContext:
    """What stands before a number.

    Attributes:
        start: where the cues begin.
        bound: name of the bound they give; `phrase`: its wording.
        from_: whether ``từ`` opens the amount.
        change: ``increase`` or ``decrease``; `level`: whether a word says that a level is reached.
        linked: whether a verb such as ``đạt`` joins name and number.
        compare: the direction of a comparison (``cao hơn``), which may turn out a bound or a change.
        bare: whether only separators stand between the number and the one before it.
        stopper: the word that ended the reading.
    """

    start: int
    bound: str | None = None
    phrase: str = ""
    from_: bool = False
    change: str | None = None
    level: bool = False
    linked: bool = False
    compare: str | None = None
    bare: bool = False
    stopper: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """What the words read so far say of the number."""
        return self.bound, self.from_, self.change, self.level, self.compare


_TOKENS = re.compile(r"[^\W\d_]+|[<>=]{1,2}|[≥≤~≈]|[^\s\w]")
_SEPARATORS = frozenset({",", ";", "và", "hoặc", "|", "-", "+", "cùng"})
_PLUS = re.compile(r"(?:[(,]\s?|;)\+$")
"""A sign that stands for *tăng*; a bullet has a space behind it."""
_IN_PERCENT = ("%", "điểm phần trăm")
_MAX_CUES = 9
_REACH = 60  # characters looked at before a number: longer chains of cues do not occur
_PREPOSITIONS = frozenset({"trên", "dưới", "hơn", "quá", "gần"})
"""Bound words that farther from the number only say where or how: ``tăng trên địa bàn đạt 5%``."""


def _apply_bound(cue: Cue, phrase: str, left: LeftContext) -> bool:
    if left.bound is not None:
        return "about" in (cue.value, left.bound)  # "khoảng trên 5%": the nearer word counts
    if phrase in _PREPOSITIONS and (left.level or left.linked or left.change):
        return False
    left.bound, left.phrase = cue.value, phrase
    return True


def _apply_from(_cue: Cue, _phrase: str, left: LeftContext) -> bool:
    if left.linked or left.level or left.change:
        return False
    left.from_ = True
    return True


def _apply_compare(cue: Cue, _phrase: str, left: LeftContext) -> bool:
    if left.linked or left.level:
        return False
    left.compare = cue.value
    return True


def _apply_change(cue: Cue, _phrase: str, left: LeftContext) -> bool:
    if not left.level and left.change is None and not left.linked:
        left.change = cue.value
    return True


def _apply_level(_cue: Cue, _phrase: str, left: LeftContext) -> bool:
    left.level = left.level or left.change is None
    return True


def _apply_link(_cue: Cue, _phrase: str, left: LeftContext) -> bool:
    left.linked = True
    return True


def _pass_over(_cue: Cue, _phrase: str, _left: LeftContext) -> bool:
    return True


def _stop(_cue: Cue, _phrase: str, _left: LeftContext) -> bool:
    return False


_APPLY: dict[CueRole, Callable[[Cue, str, LeftContext], bool]] = {
    CueRole.BOUND: _apply_bound,
    CueRole.FROM: _apply_from,
    CueRole.COMPARE: _apply_compare,
    CueRole.CHANGE: _apply_change,
    CueRole.LEVEL: _apply_level,
    CueRole.LINK: _apply_link,
    CueRole.FILLER: _pass_over,
    CueRole.STOP: _stop,
}
"""What each role does; False means that the phrase belongs to the name and ends the reading."""


def _take_cue(tokens: list[tuple[str, int]], at: int, left: LeftContext) -> int:
    """Apply the longest cue that ends before `at`; return how many tokens it took, 0 for none."""
    if not at:
        return 0
    if tokens[at - 1][0] == ":" and at > 1 and not left.linked:
        left.linked = True
        return 1
    words = wording()
    for count in range(min(at, words.longest), 0, -1):
        phrase = " ".join(word for word, _ in tokens[at - count : at]) if count > 1 else tokens[at - 1][0]
        cue = words.cues.get(phrase)
        if cue is not None:
            return count if _APPLY[cue.role](cue, phrase, left) else 0
    return 0


def _rank_start(lower: str, numeral: Numeral) -> int:
    """Return where the words of a ranking begin (``trong nhóm 30/63``), else the number itself."""
    if numeral.kind is not NumeralKind.RANK:
        return numeral.start
    words = wording()
    for phrase in reversed(last_words(lower, numeral.start)):
        if phrase in words.rank_top or phrase in words.rank_exact or phrase == "thứ":
            return lower.rfind(phrase, 0, numeral.start)
    return numeral.start


def read_left(lower: str, numeral: Numeral, limit: int) -> LeftContext:
    """Read the cues before a number.

    Args:
        lower: the folded text in lower case.
        numeral: the number.
        limit: offset not to be passed: the end of the number before, 0 if there is none.
    """
    left = LeftContext(_rank_start(lower, numeral))
    begin = max(limit, left.start - _REACH)
    tokens = [(match.group(), match.start()) for match in _TOKENS.finditer(lower, begin, left.start)]
    at = len(tokens)
    if limit and _PLUS.search(lower, begin, left.start) and numeral.unit.label in _IN_PERCENT:
        left.change, at = "increase", at - 1  # "4.125 triệu USD (+10%)"
        left.start = tokens[at][1]
    colon: tuple[int, tuple[object, ...]] | None = None
    for _ in range(_MAX_CUES):
        taken = _take_cue(tokens, at, left)
        if not taken:
            break
        at -= taken
        left.start = tokens[at][1]
        if colon is None and tokens[at][0] == ":":
            colon = at, left.said
    if colon and colon[1] == left.said:  # "Chỉ số giá bình quân: 4%": what says nothing of the number is the name's
        at = colon[0]
        left.start = tokens[at][1]
    left.stopper = tokens[at - 1][0] if at else ""
    if limit:
        uncued = at == len(tokens) and left.stopper in _SEPARATORS
        left.bare = uncued or all(word in _SEPARATORS for word, _ in tokens[:at])
    return left
