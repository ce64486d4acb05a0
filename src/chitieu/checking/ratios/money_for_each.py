"""Money for each of something beside money in all: whether the one is what the other comes to.

Help may be only part of what a thing costs, and of the money of a sentence there may be several kinds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.checking.texts.sentences import Amount, words_before

__all__ = ["MEANS", "is_only_part", "same_money"]

MEANS = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mật độ|suất|tức|tương đương|tương ứng|sĩ số|năng suất|định mức|giá|đơn giá|tỷ số|tỷ suất|tính ra|bằng)(?!\w)"
)
"""Words that make an amount what others come to."""
_NOT_ALL = re.compile(
    r"(?<!\w)(?:(?:chưa|không) (?:gồm|bao gồm|kể|tính)|lồng ghép|đối ứng|đóng góp|ngoài ra|còn lại|vốn vay|xã hội hóa|vận động)(?!\w)"
)
_ALL_OF_IT = re.compile(r"(?<!\w)tổng (?:kinh phí|số tiền|trị giá|giá trị|chi phí|nhu cầu)(?! đầu tư)(?!\w)")
_FOR_IT = re.compile(r"(?<!\w)(?:kinh phí|số tiền|trị giá|thành tiền|tương ứng|tương đương|tức|là)\s$")
"""Words with money that is told for nothing but what stands before it."""
_HELP = re.compile(r"(?<!\w)(?:hỗ trợ|trợ cấp|thưởng|tặng|cho vay|vay)(?!\w)")


def is_only_part(piece: Piece, sentence: Sequence[Amount], rate: Amount, top: Amount) -> bool:
    """Whether money for each may be only part of the money told: more comes from others, or it is help and the money is all.

    Args:
        piece: the text.
        sentence: the amounts of the sentence.
        rate: the money for each.
        top: the money in all.
    """
    lower = piece.source.lower
    said, told = (words_before(piece, sentence, sentence.index(one)) for one in (rate, top))
    parted = _NOT_ALL.search(lower, sentence[0].start, min(sentence[-1].end + _NEAR, len(lower))) is not None
    if _HELP.search(said):
        return parted or not any(map(_HELP.search, (told, words_before(piece, sentence, 0))))
    return parted and _ALL_OF_IT.search(told) is None


_MONEY = (
    re.compile(r"(?<!\w)(?:grdp|tổng sản phẩm|năng suất lao động|quy mô (?:nền )?kinh tế)"),
    re.compile(r"(?<!\w)thu nhập"),
    re.compile(r"(?<!\w)(?:chi(?! tiêu)|vốn)(?!\w)"),
    re.compile(r"(?<!\w)(?:thu|doanh thu)(?! nhập)(?!\w)"),
)
"""Kinds of money that are not one another."""


def same_money(piece: Piece, rate: Amount, top: Amount, *, follows: bool) -> bool:
    """Whether money for each of the people is named as the money it should be of is; right behind it, it need not be named.

    Nor need it where it is only a mean, nor the other where it is only what that comes to.

    Args:
        piece: the text.
        rate: the money for each.
        top: the money in all.
        follows: whether the first stands right behind the second.
    """
    names = [_name(piece, one) for one in (rate, top)]
    said = [{at for at, words in enumerate(_MONEY) if words.search(name)} for name in names]
    if said[0] == said[1]:
        return True
    if not said[0]:
        return follows or MEANS.search(names[0]) is not None
    return not said[1] and (_FOR_IT.search(names[1]) or _ALL_OF_IT.search(names[1])) is not None


def _name(piece: Piece, one: Amount) -> str:
    """Return the words before an amount, back to the last sign; behind a bracket, those before that."""
    near = _BRACKET.sub(" ", text_before(piece.source.lower, one.start, _FAR))
    return _SIGN.split(near)[-1]


_FAR, _NEAR = 200, 90
_BRACKET = re.compile(r"\s?\([^()]*\)\s?:?\s?$")
_SIGN = re.compile(r";|[.:,()|](?=\s)|\n\s*[-+*•]\s")
