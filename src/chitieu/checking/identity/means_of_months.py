"""An amount with what it comes to in a month right behind it: *thành lập mới 1.500 doanh nghiệp (bình quân 125 doanh nghiệp/tháng)*.

The sentence may say how many months the amount is of; where it does not, any number of months of a year may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.time_amounts import MONTHS_OF_YEAR, is_one_thing, is_plain, shared_out
from chitieu.checking.rates.told_rates import is_known
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, behind_last, text_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound

__all__ = ["means_of_months"]

_MEAN = re.compile(
    r"\s?[,;(]\s?(?:tính\s)?(?:bình quân|trung bình)\s(?:(?:mỗi|một|hằng|hàng|từng)\s)?(?:(?P<time>tháng|quý)\s)?"
    r"(?:(?:là|đạt|được|có|thu|chi|khoảng)\s)*(?P<said>(?:[^\W\d_]+\s){0,4})"
)
_IN_UNIT = "/tháng"
_MONTHS_TOLD = re.compile(r"(?<![0-9.,/])(?P<months>0?[2-9]|1[0-2]|hai|ba|sáu|chín) tháng(?!\w)(?! [0-9])")
_NUMBERS = {"hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_QUARTER_TOLD = re.compile(r"(?<!\w)(?:trong )?quý (?:iv|i{1,3}|[1-4])(?!\w)")
_YEAR_TOLD = re.compile(r"(?<!\w)(?:cả năm|trong năm|(?:trong )?năm (?:19|20)[0-9]{2})(?!\w)")
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:đến nay|lũy kế|luỹ kế|từ đầu|giai đoạn|nhiệm kỳ|hiện|hiện nay|tháng [0-9]|so với|cùng kỳ|tổng số|trong đó|riêng|kế hoạch|[0-9] năm|đến (?:ngày|hết|cuối))(?!\w)"
)
_FULL_STOP = re.compile(r"[.;](?=\s)|\n")
_QUARTER, _ABOUT = 3, Fraction(3, 100)


@frozen(eq=False)
class _Shared:
    """How often the shorter time is in the longer one, and how many times what is stated that makes."""

    heads: Quantity
    ratio: Fraction
    holds: bool


def means_of_months(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the amounts with the mean of a month, or of a quarter, behind them.

    Args:
        passage: a text with its amounts.
        known: where the means stand that were looked at already.

    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Cả năm cấp 1.200 giấy phép, bình quân 110 giấy phép/tháng.")
    >>> print(*means_of_months((Piece(text, placed=True), tuple(scan_targets(text)[0])), Ranges.of([])))
    giấy phép/tháng: 1.200 : 12 = 110: does not hold
    """
    piece, hits = passage
    for whole, mean in pairwise(hits):
        if not (is_plain(whole) and is_plain(mean)) or is_known(piece, mean, known):
            continue
        length = _length_of_mean(piece, whole, mean)
        if length and is_one_thing(whole.target.quantity.unit, mean.target.quantity.unit):
            shared = _shared(_of_months(_sentence(piece, whole)), length, whole, mean)
            if shared is not None:
                yield from shared_out(piece, (mean, whole), shared.heads, shared.ratio, holds=shared.holds)


def _length_of_mean(piece: Piece, whole: TargetHit, mean: TargetHit) -> int:
    """Return how many months an amount is the mean of; nought where the words do not say that it is one of what stands before it."""
    said = _MEAN.fullmatch(piece.source.lower, whole.end, mean.numeral.start)
    if said is None or "/" in whole.target.quantity.unit.label:
        return 0
    in_unit = mean.target.quantity.unit.label.endswith(_IN_UNIT)
    words = text_before(piece.source.lower, whole.end, REACH).split()
    if bool(said["time"]) == in_unit or any(word not in words for word in said["said"].split()):
        return 0
    return _QUARTER if said["time"] == "quý" else 1


def _sentence(piece: Piece, hit: TargetHit) -> str:
    """Return the words of the clause of an amount before it."""
    return behind_last(_FULL_STOP, text_before(piece.source.lower, hit.numeral.start, REACH))


def _of_months(words: str) -> Sequence[int]:
    """Return how many months an amount may be of, as the words before it tell; none where they tell of something else."""
    if _OTHER_TIME.search(words):
        return ()
    told = {_NUMBERS.get(one) or int(one) for one in _MONTHS_TOLD.findall(words)}
    told |= {_QUARTER for _ in _QUARTER_TOLD.finditer(words)}
    if not told and _YEAR_TOLD.search(words):
        told = {MONTHS_OF_YEAR}
    return sorted(told) if told else range(MONTHS_OF_YEAR, 1, -1)


def _shared(months: Sequence[int], length: int, whole: TargetHit, mean: TargetHit) -> _Shared | None:
    """Return what an amount makes for each month, or quarter: for the first number of months that fits, else for the first."""
    sizes = [hit.target.quantity for hit in (whole, mean)]
    slack = sum((grain(size) / size.amount / 2 for size in sizes), Fraction(0))
    if any(hit.target.bound is not Bound.EXACT for hit in (whole, mean)):
        slack = max(slack, _ABOUT)
    times = sizes[0].amount / sizes[1].amount
    made = [(number // length, times * length / number) for number in months if number > length and not number % length]
    fits = [one for one in made if abs(one[1] - 1) <= slack]
    if not made:
        return None
    heads, ratio = (fits or made)[0]
    return _Shared(Quantity(heads, "quý" if length == _QUARTER else "tháng"), ratio, holds=bool(fits))
