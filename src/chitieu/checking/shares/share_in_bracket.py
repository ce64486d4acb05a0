"""A part of what stands before a bracket, told in it with its share: *đường xã 800 km (cứng hóa 600 km, đạt 75%)*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.shares.said_share import LIKELY, SaidShare, same_sort, share_of
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import Amount
from chitieu.units import UnitKind

__all__ = ["share_in_bracket"]

_OPENS = re.compile(
    r"[^;.:()|0-9]{0,40}\s?\((?!trong đó[^()]*,\s[^()]*trong đó)(?P<words>(?:[^;.:()|0-9]|m[23]){0,60}?)\s?"
)
"""Between a whole and its part: the bracket, and what the part is called."""
_OTHER = re.compile(
    r"(?<!\w)(?:tăng|giảm|thêm|kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh|năm|quý|tháng|cùng kỳ|so với|vượt|bình quân|mỗi|còn lại|tổng)(?!\w)"
)
"""Words of an amount in a bracket that is of another time, a change, or what was planned."""
_SAYS_SHARE = re.compile(
    r"[^;.,:()|0-9]{0,40},\s(?:đạt|chiếm|bằng|tương đương|tương ứng|ứng với|đạt tỷ lệ|chiếm tỷ lệ|tỷ lệ|tỉ lệ)\s(?:khoảng\s)?"
)
_CLOSES = re.compile(r"\s?(?:\)|;\s)")


def share_in_bracket(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """Return the share that an amount in a bracket is of what stands before it.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        at: which of them is the percentage.
    """
    if at < _BEFORE:
        return None
    whole, part, percent = sentence[at - _BEFORE : at + 1]
    lower = piece.source.lower
    opened = _OPENS.fullmatch(lower, whole.end, part.start)
    if opened is None or _OTHER.search(opened["words"]) or not _CLOSES.match(lower, percent.end):
        return None
    told = _SAYS_SHARE.fullmatch(lower, part.end, percent.start) is not None
    return share_of(percent, part, whole, LIKELY) if told and _is_of(part, whole) else None


_BEFORE = 2


def _is_of(part: Amount, whole: Amount) -> bool:
    """Whether one amount may be some of another: people of any kind are some of other people, a bare number of anything counted."""
    units = [one.quantity.unit for one in (part, whole)]
    if units[0].kind is UnitKind.NONE:
        return units[1].kind is UnitKind.COUNT and part.total is None and part.quantity.value <= whole.quantity.value
    people = all(unit.kind is UnitKind.COUNT and counts_people(unit.label) for unit in units)
    return (people or same_sort(part, whole)) and part.quantity.amount <= whole.quantity.amount
