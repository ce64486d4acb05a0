"""What several years come to and what that is for each of them: *trong 5 năm trồng 25.000 ha rừng, bình quân mỗi năm 5.000 ha*.

The years are counted (*trong 5 năm*) or named (*giai đoạn 2026 - 2030*) with the amount that is of all of them; the mean says
that it is of one, in words or by its unit (*lao động/năm*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.parts.time_splits import YEAR_RANGE, years_counted
from chitieu.checking.ratios.quotient import HEDGED, OPEN, is_near
from chitieu.checking.ratios.worked_results import claim_of, product_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import text_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["means_of_years"]

_EACH = re.compile(r"(?<!\w)(?:(?:bình quân|trung bình)\s)?(?:mỗi|một|hằng|hàng|từng) năm(?!\w)")
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình|tương đương|tức)(?!\w)")
_A_YEAR = "/năm"
_PARTED = re.compile(r"[;|]|\.(?=\s)|\n\s*\n|\n\s*[-+*•]")
_SENTENCE = re.compile(r"[;|]|\.(?=\s)|\n")
_OTHER = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|còn|tăng|giảm|so với|lũy kế|luỹ kế|cộng dồn|đến (?:hết |cuối )?năm|hết năm|cuối năm|cùng kỳ|năm học|niên (?:độ|vụ|khóa)"
    r"|mục tiêu|tối đa|không quá|đối ứng|còn lại|thứ)(?!\w)"
)
"""Words by which an amount is one of some, a level that was reached, or of years that are none of those that are counted."""
_FILLER = re.compile(
    r"(?:rừng|là|đạt|được|có|khoảng|trên|gần|hơn|ít nhất|ước|tính|để|thì|và|tổng|cộng|cho|với|kế hoạch|dự kiến|phấn đấu|[,:(]|\s)*"
)
_MOST_YEARS = 10


@frozen(eq=False)
class _Said:
    """The words of two amounts: ahead of the first, back to the full stop or the amount before it, and between them."""

    words: str
    between: str


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
    lower, ended = piece.source.lower, 0
    for first, second in pairwise(hits):
        before = lower[ended : first.numeral.start]
        ended = first.end
        between = lower[first.end : second.numeral.start]
        if len(between) > REACH or _PARTED.search(between) or not _are_alike(first, second):
            continue
        said = _Said(_SENTENCE.split(text_before(before, len(before), REACH))[-1], between)
        if _OTHER.search(said.words) or _OTHER.search(between):
            continue
        pair = _ahead(said, first, second) or _behind(said, first, second)
        if pair is not None:
            yield from _result(passage, (first, second), *pair)


def _are_alike(first: TargetHit, second: TargetHit) -> bool:
    """Whether two amounts are levels that may be of one thing, and not both of a year by their units."""
    units = first.target.quantity.unit, second.target.quantity.unit
    if all(unit.label.endswith(_A_YEAR) for unit in units):
        return False
    one, other = (unit.dimension.removesuffix("/month") for unit in units)
    return one == other and all(map(_is_plain, (first, second)))


def _is_plain(hit: TargetHit) -> bool:
    target, unit = hit.target, hit.target.quantity.unit
    level = target.change is Change.LEVEL and target.is_single and target.quantity.value > 0
    return level and unit.kind in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT)


def _ahead(said: _Said, first: TargetHit, second: TargetHit) -> tuple[TargetHit, TargetHit, int] | None:
    """Return the whole, its mean behind it and the years, whose number stands with the whole."""
    cue = _cue(said.between, second)
    if cue is None or _is_of_a_year(first) or _EACH.search(said.words) or _MEAN.search(said.words):
        return None
    tail, rest = said.between[: cue.start()], said.between[cue.end() :]
    own, _, new = tail.partition(",")
    if _years(f"{new} {rest}"):
        return None  # the mean is of other years than the whole
    years = _years(f"{said.words} {own}")
    told = all(word in said.words or word in tail for word in _FILLER.sub(" ", rest).split())
    return (first, second, years) if years and told else None


def _behind(said: _Said, first: TargetHit, second: TargetHit) -> tuple[TargetHit, TargetHit, int] | None:
    """Return the whole behind its mean: *mỗi năm xây 200 km đường, 5 năm xây 1.000 km*."""
    if _cue(said.words, first) is None or _is_of_a_year(second) or _EACH.search(said.between):
        return None
    years = _years(said.between)
    rest = _YEARS_SAID.sub(" ", said.between.partition(",")[2] or said.between)
    told = all(word in said.words for word in _FILLER.sub(" ", rest).split())
    return (second, first, years) if years and told and _years(said.words) in (None, years) else None


_YEARS_SAID = re.compile(
    rf"(?<!\w)(?:(?:trong|cả|của|sau)\s)*(?:giai đoạn\s)?(?:[0-9]{{1,2}}|hai|ba|bốn|năm) năm(?:\s{YEAR_RANGE.pattern})?|giai đoạn\s{YEAR_RANGE.pattern}"
)


def _is_of_a_year(hit: TargetHit) -> bool:
    return hit.target.quantity.unit.label.endswith(_A_YEAR)


def _cue(words: str, hit: TargetHit) -> re.Match[str] | None:
    """Return the words that make an amount that of each year; where its unit says so, those that make it a mean."""
    found = [*(_MEAN if _is_of_a_year(hit) and not _EACH.search(words) else _EACH).finditer(words)]
    return found[-1] if found else None


def _years(words: str) -> int | None:
    """Return how many years words name or count; None where they do neither, or name several times."""
    spans = [int(last) - int(first) + 1 for first, last in YEAR_RANGE.findall(words)]
    counted = years_counted(words)
    found = {*spans, *(() if counted is None else (counted,))}
    return found.pop() if len(found) == 1 and max(found) in range(2, _MOST_YEARS + 1) else None


def _result(
    passage: Passage, hits: Sequence[TargetHit], whole: TargetHit, mean: TargetHit, years: int
) -> Iterator[IdentityResult]:
    """Yield what an amount of some years makes for one; one may be so much at least, or at most."""
    piece, stated = passage[0], mean.target.quantity
    amount = stated.amount * (_MONTHS if _is_of_a_year(mean) else 1)
    ratio = whole.target.quantity.amount / years / amount
    slack = max(grain(one) / one.amount / 2 for one in (stated, whole.target.quantity)) + HEDGED
    if {hit.target.bound for hit in hits} != {Bound.EXACT}:
        slack = max(slack, OPEN)
    above = ratio > 1 + slack and mean.target.bound not in (Bound.AT_LEAST, Bound.MORE_THAN)
    below = ratio < 1 - slack and mean.target.bound not in (Bound.AT_MOST, Bound.LESS_THAN)
    if is_near(ratio):
        around = hits[0].start, hits[1].end
        of_mean, of_whole = (claim_of(piece, hit, around) for hit in (mean, whole))
        heads = Target(Quantity(Decimal(years), "năm"))
        yield product_of(
            of_mean, of_whole, evolve(of_whole, name="", target=heads, span=None), ratio, holds=not (above or below)
        )


_MONTHS: Fraction = Fraction(12)
"""The amount of what is so much a year is that of a month."""
