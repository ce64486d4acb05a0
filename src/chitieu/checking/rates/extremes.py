"""The highest and the lowest of a group with what all of them come to: the mean lies between the two.

*cao nhất là xã A (98%), thấp nhất là xã B (61%), bình quân toàn tỉnh 84%*, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.told_rates import is_new, told_claim
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, behind_last, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["means_of_extremes"]

_HIGH = re.compile(r"(?<!\w)(?:cao|nhiều|lớn|mạnh|nhanh) nhất(?!\w)")
_LOW = re.compile(
    r"(?<!\w)(?:thấp|nhỏ|chậm|yếu) nhất(?!\w)|(?<!\w)ít nhất (?:là|thuộc|ở)(?!\w)"
)  # "ít nhất 95%" is a bound
_MEAN = re.compile(
    r"(?<!\w)(?:chung|bình quân|trung bình|tính chung|toàn (?:tỉnh|thành phố|xã|ngành|huyện)|cả tỉnh)(?!\w)"
)
_NO_MEAN = re.compile(
    r"(?<!\w)(?:tổng|cả nước|toàn quốc|vùng|khu vực|kế hoạch|dự toán|mục tiêu|năm (?:19|20)[0-9]{2})(?!\w)"
)
_SENTENCE = re.compile(r"[.](?=\s)|\n\s*\n|[|]")


def means_of_extremes(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield what is told for all of a group with its highest and its lowest value, where the three stand side by side.

    Args:
        passage: the text with its amounts.
        known: where the wholes stand that were looked at already.

    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Xã có tỷ lệ cao nhất là 98%, thấp nhất là 61%, bình quân toàn tỉnh 48%.")
    >>> print(*means_of_extremes((Piece(text, placed=True), tuple(scan_targets(text)[0])), Ranges.of([])))
    bình quân toàn tỉnh: 61 ≤ 48 ≤ 98: does not hold
    """
    piece, hits = passage
    for three in zip(hits, hits[1:], hits[2:], strict=False):
        result = _result(piece, three)
        if result is not None and is_new(result, known):
            yield result


class _Sort(Enum):
    """What an amount is among those of a group."""

    HIGH = "the highest"
    LOW = "the lowest"
    MEAN = "that of all"


def _result(piece: Piece, hits: Sequence[TargetHit]) -> IdentityResult | None:
    """Return what follows from three amounts side by side, one of each sort."""
    lower = piece.source.lower
    opening = behind_last(_SENTENCE, text_before(lower, hits[0].numeral.start, REACH))
    between = [lower[one.numeral.end : other.numeral.start] for one, other in pairwise(hits)]
    words = [opening, *between]
    sorts = [_sort(one) for one in words]
    if set(sorts) != set(_Sort) or any(map(_SENTENCE.search, between)) or not _are_alike(hits, words):
        return None
    high, low, mean = (hits[sorts.index(sort)] for sort in _Sort)
    *ahead, said = words[: sorts.index(_Sort.MEAN) + 1]
    name = _VERB.sub("", behind_last(_CLAUSE, said)).strip(" -+*•")
    if ahead and not _is_repeated(name, " ".join(ahead)):
        return None
    return between_result(None, _claim(piece, name, mean), [_claim(piece, "", high), _claim(piece, "", low)])


def _is_repeated(name: str, ahead: str) -> bool:
    """Whether a mean names nothing but what is named ahead of it already."""
    own = _WORD.findall(_MEAN.sub(" ", name))
    return set(own) <= {*_WORD.findall(ahead), *_FILLERS}


_VERB = re.compile(r"(?:\s(?:là|đạt|tăng|còn|ước|mức))+\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_FILLERS = frozenset(
    {
        "là",
        "đạt",
        "tăng",
        "mức",
        "của",
        "các",
        "còn",
        "ước",
        "khi",
        "trong",
        "trên",
        "địa",
        "bàn",
        "tỉnh",
        "xã",
        "phường",
        "cả",
        "đơn",
        "vị",
    }
)


def _sort(words: str) -> _Sort | None:
    """Return what an amount is by the words ahead of it; None where they say it of several, or of nothing."""
    last = behind_last(_CLAUSE, words)
    mean = _MEAN.search(last) is not None and not _NO_MEAN.search(last)
    match _HIGH.search(words) is not None, _LOW.search(words) is not None:
        case True, False:
            return _Sort.HIGH
        case False, True:
            return _Sort.LOW
        case False, False if mean:
            return _Sort.MEAN
        case _:
            return None


_CLAUSE = re.compile(r"[;()]|[.,:](?=\s)")


def _are_alike(hits: Sequence[TargetHit], words: Sequence[str]) -> bool:
    """Whether three amounts are of one sort; a change may be told by the words for the highest alone (*tăng cao nhất*)."""
    labels = {hit.target.quantity.unit.label.removesuffix("/năm") for hit in hits}
    bounds = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)  # "thấp nhất 61%" is read as a bound
    plain = all(hit.target.bound in bounds and hit.target.is_single for hit in hits)
    falls = any(hit.target.change is Change.DECREASE or "giảm" in one for hit, one in zip(hits, words, strict=True))
    rises = {hit.target.change is not Change.LEVEL or "tăng" in one for hit, one in zip(hits, words, strict=True)}
    return len(labels) == len(rises) == 1 and plain and not falls


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    claim = told_claim(piece, name, hit)
    return evolve(claim, target=evolve(claim.target, bound=Bound.EXACT))
