"""What a mean is a mean of, by its place: *900 doanh nghiệp với tổng vốn 12.600 tỷ đồng, bình quân 14 tỷ đồng/doanh nghiệp*.

Where a mean stands right beside two amounts that make one, it is theirs however far off it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chitieu.checking.ratios.rate_forms import Rate, bare_noun
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before
from chitieu.checking.texts.sentences import Amount, words_before
from chitieu.targets.target import Change

__all__ = ["before_bracket", "is_plain", "is_told_of", "stand_together", "stands_in_bracket", "whole_of"]

_MEAN = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mật độ|năng suất|tính ra|tương ứng|tương đương|tức)(?!\w)(?![^;.()|]*[;.()|])"
)
_PLAIN_MEAN = re.compile(r"[,;(]\s?(?:tính )?(?:bình quân|trung bình)\s(?:[^\W\d_]+\s){0,3}$")
_ALL = re.compile(r"(?<!\w)(?:cả năm|tổng|toàn (?:tỉnh|thành phố|ngành|xã)|chung|lũy kế)(?!\w)")
_PARTED = re.compile(r"[;|]|\.\s")
_FOR_MANY = Fraction(1, 100)
_HEADS = ("người", "dân", "nhân khẩu", "khẩu", "người dân")


def is_told_of(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether words make an amount the mean of two others that stand in its own clause, and no wider than one another.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        rate: the mean.
        top: what is divided.
        bottom: what it is divided by.
    """
    if rate.spoken or any(one not in sentence for one in (top, bottom)):
        return False
    if rate.amount.quantity.unit.scale < _FOR_MANY and bare_noun(bottom.quantity.unit) not in _HEADS:
        return False
    text, places = piece.source.text, (rate.amount, top, bottom)
    first, last = min(one.start for one in places), max(one.end for one in places)
    if last - first > _FAR:
        return False
    if rate.yearly:
        return bottom.end <= top.start and _PARTED.search(text, bottom.end, top.start) is None
    of, told, said = (words_before(piece, sentence, sentence.index(one)) for one in (bottom, top, rate.amount))
    parted = (
        max(top.end, bottom.end) if is_plain(piece, sentence, rate) else last
    )  # "…; bình quân 9 tỷ đồng/doanh nghiệp"
    if _PARTED.search(text, first, parted) and not _PUT_OVER.search(of):
        return False
    wider = rate.land and _ALL.search(told) is not None and not _ALL.search(of)
    return not wider and _MEAN.search(said) is not None


_FAR = 320
_PUT_OVER = re.compile(
    r"(?<!\w)(?:tính trên|tính cho|chia cho|chia đều cho)(?:\s(?:tổng|số|tổng số|khoảng|gần|hơn)){0,3}\s$"
)
"""Words that put an amount over another, in whatever clause."""


def is_plain(piece: Piece, sentence: Sequence[Amount], rate: Rate) -> bool:
    """Whether a mean is put right behind what it is of by a sign and *bình quân*.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        rate: the mean.
    """
    return _PLAIN_MEAN.search(words_before(piece, sentence, sentence.index(rate.amount))) is not None


def stand_together(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether a plain mean, or a yield in a bracket, stands right behind its two amounts: what they are some of, it is of.

    How much the two have grown may be said between.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        rate: the mean.
        top: what is divided.
        bottom: what it is divided by.
    """
    if not _are_next(sentence, rate, top, bottom):
        return False
    return is_plain(piece, sentence, rate) or before_bracket(piece, sentence, rate) is not None


def stands_in_bracket(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether a rate opens a bracket right behind its two amounts: *320 máy, kinh phí 1.120 triệu đồng (3,5 triệu đồng/máy)*.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        rate: the rate.
        top: what is divided.
        bottom: what it is divided by.
    """
    said = words_before(piece, sentence, sentence.index(rate.amount))
    return said.rstrip().endswith("(") and _are_next(sentence, rate, top, bottom)


def _are_next(sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether two amounts are the last levels ahead of a rate."""
    levels = [one for one in sentence[: sentence.index(rate.amount)] if one.change is Change.LEVEL]
    return not rate.spoken and [*items_before(levels, len(levels), 2)] in ([top, bottom], [bottom, top])


_OF_IT = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng)(?!\w)|\(")


def whole_of(piece: Piece, found: Sequence[Amount]) -> bool:
    """Whether the first of some amounts is the whole and the rest are its parts, as words, brackets or their sum say.

    Args:
        piece: the text.
        found: amounts of one sort.
    """
    if len(found) == 1:
        return True
    first, rest = found[0], found[1:]
    parts = sum((one.quantity.amount for one in rest), Fraction(0))
    said = _OF_IT.search(piece.source.lower, first.end, rest[0].start) is not None
    return parts == first.quantity.amount or (said and parts < first.quantity.amount)


_OPENS = re.compile(r"[^;.,:()|0-9]{0,40}\(\s?[^;.()|0-9]{0,60}")
_WITHIN = re.compile(r"[^;.:()|0-9]{0,60}")
_CLOSES = re.compile(r"\s?\)")


def before_bracket(piece: Piece, sentence: Sequence[Amount], rate: Rate) -> tuple[Amount, Amount] | None:
    """Return the output before a bracket with its land and yield: *thóc 200.000 tấn (diện tích 35.000 ha, năng suất 57 tạ/ha)*.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        rate: the yield.
    """
    at, lower = sentence.index(rate.amount), piece.source.lower
    if not rate.land or not _CLOSES.match(lower, rate.amount.end):
        return None
    match items_before(sentence, at, 2):
        case [top, bottom] if rate.top(top.quantity.unit) and rate.bottom(bottom.quantity.unit):
            opens = _OPENS.fullmatch(lower, top.end, bottom.start)
            inside = _WITHIN.fullmatch(lower, bottom.end, rate.amount.start)
            return (top, bottom) if opens and inside else None
    return None
