"""Shares of one of two groups that are all there is: *180 nam, 120 nữ (40% là nữ)*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.shares.said_share import HEDGED, LIKELY, SaidShare, is_level
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import ahead_of_first
from chitieu.checking.texts.sentences import Amount, words_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound
from chitieu.units import UnitKind

__all__ = ["of_two_groups"]

_TOWN_SHARE = re.compile(
    r"(?<!\w)(?:tỷ|tỉ) lệ (?:dân số )?(?:đô thị hóa|đô thị hoá|(?:dân số )?(?:thành thị|đô thị))(?!\w)"
)
_ONLY_GROUP = re.compile(
    r"(?:\W|(?<!\w)(?:(?:tỷ|tỉ) lệ|chiếm|là|trong đó|riêng|nam|nữ|giới|bé|trai|gái|đạt|đô thị hóa|đô thị hoá|đô thị|thành thị|nông thôn|dân số|dân|khu vực|số|người|công lập|ngoài"
    r"|tư thục|tương ứng|toàn|tỉnh|ở|với)(?!\w))*"
)
_TO_GROUPS = re.compile(r"[^;.:()|0-9]{0,70}?\s?\(\s?(?:(?:đạt|có|tương đương|tương ứng|với|hiện có)\s)?")
_SHARE_WORDS = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ|chiếm|là|trong đó")


def of_two_groups(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*180 nam, 120 nữ (40% là nữ)*: two groups that are all there is, and what one of them comes to."""
    percent, lower = sentence[at], piece.source.lower
    said = f"{words_before(piece, sentence, at)} {ahead_of_first(_SIGN, lower[percent.end : percent.end + _BEHIND])}"
    if not _SHARE_WORDS.search(said):
        return None
    for places in pairwise(range(len(sentence))):
        pair = [sentence[one] for one in places]
        if not all(map(_counts, pair)) or not _both_alike(*pair):
            continue
        names = [f"{words_before(piece, sentence, one)} {_noun(sentence[one])}" for one in places]
        for division in _GROUPS:
            groups = [_only_group(division, name) for name in names]
            if set(groups) != {0, 1}:
                continue
            own = 0 if _TOWN_SHARE.search(said) else _only_group(division, said)
            others = [one for one in sentence if _counts(one) and one not in pair]
            heads = _TO_GROUPS.fullmatch(lower, percent.end, pair[0].start)
            if own is None or not (heads or _ONLY_GROUP.fullmatch(said)) or len(others) > 1:
                continue
            part = pair[groups.index(own)]
            whole = Quantity(sum((one.quantity.value for one in pair), Decimal(0)), part.quantity.unit)
            if others and abs(others[0].quantity.amount / whole.amount - 1) > HEDGED:
                continue  # they are not all there is, or their sum is wrong: that is told by itself
            start, end = pair[0].start, pair[1].digits_end
            return SaidShare(percent, start, end, part.quantity, whole, LIKELY)
    return None


_SIGN, _BEHIND = re.compile(r"[;,.()|0-9]"), 30
"""What ends the words behind a share, and how far they are looked at."""


def _both_alike(first: Amount, second: Amount) -> bool:
    return first.quantity.unit.scale == second.quantity.unit.scale and second.start - first.end <= _NEAR


_NEAR = 80


def _counts(one: Amount) -> bool:
    unit = one.quantity.unit
    return is_level(one) and unit.kind is UnitKind.COUNT and "/" not in unit.label and one.bound is Bound.EXACT


def _noun(one: Amount) -> str:
    return one.quantity.unit.dimension.removeprefix("count:")


def _only_group(groups: Sequence[re.Pattern[str]], words: str) -> int | None:
    """Return the one of two groups that words name."""
    said = [at for at, pattern in enumerate(groups) if pattern.search(words)]
    return said[0] if len(said) == 1 else None


_GROUPS = (
    (re.compile(r"(?<!\w)(?:thành thị|đô thị)(?!\w)"), re.compile(r"(?<!\w)nông thôn(?! mới)(?!\w)")),
    (re.compile(r"(?<!\w)(?<!việt )(?:nam|trai)(?!\w)"), re.compile(r"(?<!\w)(?:nữ|gái|phụ nữ)(?!\w)")),
    (re.compile(r"(?<!\w)(?<!ngoài )công lập(?!\w)"), re.compile(r"(?<!\w)(?:ngoài công lập|tư thục|dân lập)(?!\w)")),
)
