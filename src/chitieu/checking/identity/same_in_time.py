"""One amount said for a year and for a month: *84 triệu đồng/năm (7 triệu đồng/tháng)*. The one is twelve times the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["same_in_time"]

_THAT_IS = re.compile(
    r"\s?(?:\(|,\s|;\s|-\s|\s)(?:(?:tức|tức là|tương đương|tương ứng|hay|bình quân|trung bình|tính ra|khoảng|gần|=|là|bằng|với|mỗi tháng|một tháng|mỗi năm|cả năm)\s)*"
)
_SAYS = re.compile(r"\(|(?<!\w)(?:tức|tương đương|tương ứng|hay|tính ra|bình quân|trung bình|bằng|mỗi|một|cả)(?!\w)|=")
_TIMES = ("/năm", "/tháng")
_LIKELY = Fraction(1, 2), Fraction(2)
_ABOUT = Fraction(3, 100)


def same_in_time(passage: Passage) -> Iterator[IdentityResult]:
    """Yield the amounts that stand behind the same for another time.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Thu nhập 60 triệu đồng/người/năm (tương đương 6 triệu đồng/người/tháng).")
    >>> print(*same_in_time((Piece(text, placed=True), tuple(scan_targets(text)[0]))))
    triệu đồng/người/tháng: 60 : 12 = 6: does not hold
    """
    piece, hits = passage
    for first, second in pairwise(hits):
        if not (_is_for_a_time(first) and _is_for_a_time(second)):
            continue
        units = first.target.quantity.unit, second.target.quantity.unit
        between = piece.source.lower[first.end : second.numeral.start]
        if units[0].label == units[1].label or not units[0].same_dimension(units[1]):
            continue
        if not _THAT_IS.fullmatch(between) or not _SAYS.search(between):
            continue
        yield from _result(passage, first, second)


def _is_for_a_time(hit: TargetHit) -> bool:
    target, unit = hit.target, hit.target.quantity.unit
    level = (
        target.change is Change.LEVEL and target.upper is None and target.total is None and target.quantity.value > 0
    )
    return level and unit.kind in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT) and unit.label.endswith(_TIMES)


def _result(passage: Passage, first: TargetHit, second: TargetHit) -> Iterator[IdentityResult]:
    piece = passage[0]
    whole, part = first.target.quantity, second.target.quantity
    ratio = whole.amount / part.amount
    slack = sum((grain(one) / one.amount / 2 for one in (whole, part)), Fraction(0))
    if {first.target.bound, second.target.bound} != {Bound.EXACT}:
        slack = max(slack, _ABOUT)
    low, high = _LIKELY
    holds = abs(ratio - 1) <= slack
    if not holds and not low <= ratio <= high:
        return
    unit = second.target.quantity.unit
    text = piece.source.clean(first.start, second.end)
    claims = [
        Claim(
            hit.target.quantity.unit.label,
            None,
            hit.target,
            span=piece.source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None,
            piece=text,
        )
        for hit in (second, first)
    ]
    longer = first.target.quantity.unit.label.endswith("/năm")
    times = Quantity(12, "tháng") if longer else Quantity(scaled(Decimal(1), Fraction(1, 12)), "năm")
    heads = Claim(times.unit.label, None, Target(times), piece=text)
    expected = Quantity(scaled(Decimal(1), part.amount * ratio / unit.factor), unit)
    yield IdentityResult(IdentityKind.PRODUCT, claims[0].name, (claims[1], heads), holds, claims[0], expected, part)
