"""Shares told once more for another year, without their names: *cơ cấu: I 31%; II 25%; III 44% (năm 2025 tương ứng là 33%; 24%; 43%)*.

They are as many as those ahead of the bracket, and of one whole as these are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, shares_hold, sum_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["shares_listed_again"]

_OPENS = re.compile(
    r"\s?\(\s?(?:so với\s)?(?:của\s)?(?P<when>năm (?:[0-9]{4}|trước|ngoái)|cùng kỳ(?: năm (?:[0-9]{4}|trước))?|ước (?:thực hiện )?năm [0-9]{4}|kế hoạch|mục tiêu)"
    r"(?:[\s,:]+(?:lần lượt|tương ứng|theo thứ tự|là|đạt|các tỷ lệ|các tỷ trọng))*[\s:]+"
)
"""Between the last share of this year and the first of the other."""
_NEXT = re.compile(r"\s?(?:[;,/–-]|\svà)\s?(?:và\s)?")
_MOST, _LEAST = 8, 3
_FAR = 10
"""How many points shares may be from 100 to be meant as all."""


def shares_listed_again(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield what the shares of another year come to that stand behind those of this one, where these make up 100 %.

    Args:
        passage: a text with its amounts.
        known: where shares stand that were looked at already.
    """
    piece, hits = passage
    lower = piece.source.lower
    for at, (last, first) in enumerate(pairwise(hits), 1):
        opened = _OPENS.fullmatch(lower, last.end, first.numeral.start)
        if opened is None or not (_is_share(last) and _is_share(first)):
            continue
        row = [first]
        for hit in hits[at + 1 : at + _MOST]:
            if not _is_share(hit) or _NEXT.fullmatch(lower, row[-1].end, hit.numeral.start) is None:
                break
            row.append(hit)
        ahead = items_before(hits, at, len(row))
        if piece.placed and piece.source.offset(first.numeral.start) in known:
            continue
        if len(row) >= _LEAST and len(ahead) == len(row) and all(map(_is_share, ahead)):
            yield from _result(piece, ahead, row, opened["when"])


def _is_share(hit: TargetHit) -> bool:
    target = hit.target
    level = target.change is Change.LEVEL and target.is_single and target.bound is Bound.EXACT
    return level and target.quantity.unit.label == "%"


def _result(piece: Piece, ahead: Sequence[TargetHit], row: Sequence[TargetHit], name: str) -> Iterator[IdentityResult]:
    named, shares = ([_claim(piece, hit) for hit in some] for some in (ahead, row))
    total = sum_of(shares, HUNDRED)
    if shares_hold(named) and abs(total.value - HUNDRED.value) <= _FAR:
        yield IdentityResult(IdentityKind.SHARES, name, tuple(shares), shares_hold(shares), None, total, HUNDRED)


def _claim(piece: Piece, hit: TargetHit) -> Claim:
    span = piece.source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    return Claim(name_before(piece, hit), None, hit.target, span=span, piece=piece.source.clean(hit.start, hit.end))
