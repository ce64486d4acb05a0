"""What several years come to and what that is for each of them: *trong 5 năm trồng 25.000 ha rừng, bình quân mỗi năm 5.000 ha*.

The years are counted (*trong 5 năm*) or named (*giai đoạn 2026 - 2030*) with the amount that is of all of them; the mean says
that it is of one, in words or by its unit (*lao động/năm*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.time_amounts import MONTHS_OF_YEAR, PARTED, is_one_thing, is_plain, shared_out
from chitieu.checking.parts.time_splits import YEAR_RANGE, years_counted
from chitieu.checking.ratios.quotient import HEDGED, OPEN
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import behind_last
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound

__all__ = ["means_of_years"]

_EACH = re.compile(r"(?<!\w)(?:(?:bình quân|trung bình)\s)?(?:mỗi|một|hằng|hàng|từng) năm(?!\w)")
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình|tương đương|tức)(?!\w)")
_A_YEAR = "/năm"
_OTHER = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|còn|tăng|giảm|so với|lũy kế|luỹ kế|cộng dồn|đến (?:hết |cuối )?năm|hết năm|cuối năm|cùng kỳ|năm học|niên (?:độ|vụ|khóa)"
    r"|năm thứ|đối ứng)(?!\w)"
)
"""Words by which an amount is one of some, a level that was reached, or of years that are none of those that are counted."""
_FILLER = re.compile(
    r"(?<!\w)(?:là|đạt|được|có|khoảng|trên|gần|hơn|ít nhất|tối thiểu|tối đa|không quá|ước|tính|để|thì|và|tổng|cộng|cho|với|kế hoạch|dự kiến|phấn đấu)(?!\w)|[,:()]"
)
"""What the words of the second amount may add to those of the first."""
_LEAST_YEARS = 2


def means_of_years(passage: Passage) -> Iterator[IdentityResult]:
    """Yield the amounts of one year that stand beside what all of the years come to.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Trong 5 năm trồng 25.000 ha rừng, bình quân mỗi năm 6.000 ha.")
    >>> print(*means_of_years((Piece(text, placed=True), tuple(scan_targets(text)[0]))))
    ha: 25.000 : 5 = 6.000: does not hold
    """
    piece, hits = passage
    text, lower, ended = piece.source.text, piece.source.lower, 0
    for first, second in pairwise(hits):
        start, ended = max(ended, first.numeral.start - REACH), first.end
        at, until = first.numeral.start, second.numeral.start
        alike = is_plain(first) and is_plain(second)
        alike = alike and is_one_thing(first.target.quantity.unit, second.target.quantity.unit)
        if not alike or until - ended > REACH or PARTED.search(text, ended, until):
            continue
        own = behind_last(PARTED, text[start:at])
        words, between = lower[at - len(own) : at], lower[ended:until]
        if _OTHER.search(YEAR_RANGE.sub(" ", f"{words}, {between}")):
            continue
        years = _years_ahead(words, between, first, second)
        if years is not None:
            yield from _result(passage, second, first, years)
            continue
        years = _years_behind(words, between, first, second)
        if years is not None:
            yield from _result(passage, first, second, years)


def _years_ahead(words: str, between: str, first: TargetHit, second: TargetHit) -> int | None:
    """Return of how many years the first amount is, where the second is their mean; None where it is none."""
    cue = _cue(between, second)
    if cue is None or _is_of_a_year(first) or _EACH.search(words) or _MEAN.search(words):
        return None
    tail, rest = between[: cue.start()], between[cue.end() :]
    own, _, new = tail.partition(",")
    if _years(f"{new} {rest}") is not None:  # the mean is of other years than the whole
        return None
    return _years(f"{words} {own}") if _says_nothing_new(rest, f"{words} {tail}") else None


def _years_behind(words: str, between: str, first: TargetHit, second: TargetHit) -> int | None:
    """Return of how many years the second amount is, where the first is their mean: *mỗi năm 200 km, 5 năm 1.000 km*."""
    if _cue(words, first) is None or _is_of_a_year(second) or _EACH.search(between):
        return None
    years = _years(between)
    new = _YEARS_SAID.sub(" ", YEAR_RANGE.sub(" ", between.partition(",")[2] or between))
    return years if _years(words) in (None, years) and _says_nothing_new(new, words) else None


_YEARS_SAID = re.compile(
    r"(?<!\w)(?:(?:trong|cả|của|sau)\s)*(?:(?:giai đoạn\s)?(?:[0-9]{1,2}|hai|ba|bốn|năm) năm(?!\w)|giai đoạn(?!\w)|từ năm(?!\w))"
)


def _says_nothing_new(words: str, told: str) -> bool:
    """Whether words tell of nothing but what was told: only then are both amounts of one thing."""
    return all(word in told.split() for word in _FILLER.sub(" ", words).split())


def _is_of_a_year(hit: TargetHit) -> bool:
    return hit.target.quantity.unit.label.endswith(_A_YEAR)


def _cue(words: str, hit: TargetHit) -> re.Match[str] | None:
    """Return the words that make an amount that of each year; where its unit says so, those that make it a mean."""
    found = [*(_MEAN if _is_of_a_year(hit) and not _EACH.search(words) else _EACH).finditer(words)]
    return found[-1] if found else None


def _years(words: str) -> int | None:
    """Return how many years words name or count; None where they do neither, or name several times."""
    found = {int(one[2]) - int(one[1]) + (not _TERM.search(words[: one.start()])) for one in YEAR_RANGE.finditer(words)}
    if not found and _A_TERM.search(words):
        found = {_YEARS_OF_TERM}
    counted = years_counted(words)
    if counted is not None:
        found.add(counted)
    return found.pop() if len(found) == 1 and min(found) >= _LEAST_YEARS else None


_TERM = re.compile(r"(?<!\w)(?:nhiệm kỳ|khóa|khoá)(?:\s[ivxl]+,?)?\s$")
"""Ahead of the years a term begins and ends in: *nhiệm kỳ 2020 - 2025* is five years, from one congress or election to the next."""
_A_TERM = re.compile(r"(?<!\w)(?<!nửa )(?<!giữa )(?<!đầu )(?<!cuối )nhiệm kỳ(?! (?:trước|tới|sau|mới))(?!\w)")
_YEARS_OF_TERM = 5
"""Law on the organization of local government (72/2025/QH15); the Party's rules say the same of its congresses."""


def _result(passage: Passage, mean: TargetHit, whole: TargetHit, years: int) -> Iterator[IdentityResult]:
    """Yield what an amount of some years makes for one, which may be so much at least, or at most."""
    stated, total = mean.target.quantity, whole.target.quantity
    amount = stated.amount * (MONTHS_OF_YEAR if _is_of_a_year(mean) else 1)  # so much a year is told for a month
    ratio = total.amount / years / amount
    slack = max(grain(one) / one.amount / 2 for one in (stated, total)) + HEDGED
    if {mean.target.bound, whole.target.bound} != {Bound.EXACT}:
        slack = max(slack, OPEN)
    above = ratio > 1 + slack and mean.target.bound not in (Bound.AT_LEAST, Bound.MORE_THAN)
    below = ratio < 1 - slack and mean.target.bound not in (Bound.AT_MOST, Bound.LESS_THAN)
    heads = Quantity(Decimal(years), "năm")
    yield from shared_out(passage[0], (mean, whole), heads, ratio, holds=not (above or below))
