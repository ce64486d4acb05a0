"""One amount said for a year and for a month: *84 triệu đồng/năm (7 triệu đồng/tháng)*. The one is twelve times the other.

The time stands in the unit or in the words before the amount: *mỗi quý 3 lớp, cả năm 12 lớp*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.time_amounts import MONTHS_OF_YEAR, PARTED, is_one_thing, is_plain, shared_out
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound
from chitieu.units import Unit, UnitKind

__all__ = ["same_in_time"]

_THAT_IS = re.compile(
    r"\s?(?:\(|,\s|;\s|-\s|\s)(?:(?:tức|tức là|tương đương|tương ứng|hay|bình quân|trung bình|tính ra|khoảng|gần|=|là|bằng|với|mỗi tháng|một tháng|mỗi năm|cả năm)\s)*"
)
_SAYS = re.compile(r"\(|(?<!\w)(?:tức|tương đương|tương ứng|hay|tính ra|bình quân|trung bình|bằng|mỗi|một|cả)(?!\w)|=")
_TIMES = ("/năm", "/tháng")
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
    before = 0
    for first, second in pairwise(hits):
        words = piece.source.lower[before : first.numeral.start]
        between = piece.source.lower[first.end : second.numeral.start]
        before = first.end
        units = first.target.quantity.unit, second.target.quantity.unit
        if not all(map(is_plain, (first, second))):
            continue
        if all(unit.label.endswith(_TIMES) for unit in units):
            one_thing = units[0].label != units[1].label and units[0].same_dimension(units[1])
            if one_thing and _THAT_IS.fullmatch(between) and _SAYS.search(between):
                yield from _result(passage, (first, second), (_months(units[0], ""), _months(units[1], "")))
            continue
        parted = PARTED.search(piece.source.text, first.end, second.numeral.start)
        if parted or _PART_OF_YEAR.search(_sentence(piece, first)):
            continue
        months = _months(units[0], words), _months(units[1], between)
        if is_one_thing(*units) and months[0] and months[1] and months[0] != months[1] and _goes_on(words, between):
            yield from _result(passage, (first, second), months)


_PART_OF_YEAR = re.compile(
    r"(?<!\w)(?:quý [ivx0-9]|[0-9]{1,2} tháng|tháng [0-9]|đến nay|lũy kế|hiện nay|năm (?:trước|ngoái))(?!\w)"
)
"""Words of a sentence by which a month is the mean of less than its year."""
_LONG = re.compile(r"(?<!\w)(?:cả năm|một năm|mỗi năm|hằng năm|hàng năm)(?!\w)")
_SHORT = re.compile(r"(?<!\w)(?:mỗi|một|hằng|hàng|từng|bình quân|trung bình)\s(?P<time>tháng|quý)(?!\w)")
_MONTHS = {"tháng": 1, "quý": 3}
_FULL_STOP = re.compile(r"\.(?=\s)|\n")


def _sentence(piece: Piece, hit: TargetHit) -> str:
    """Return the words of the sentence of an amount before it."""
    return _FULL_STOP.split(text_before(piece.source.lower, hit.numeral.start, REACH))[-1]


_FILLER = re.compile(
    r"(?:là|đạt|được|có|khoảng|ước|tính|để|thì|và|tổng|cộng|tổ chức|mở|kế hoạch|dự kiến|phấn đấu|tương đương|\s)*"
)


def _months(unit: Unit, words: str) -> int:
    """Return how many months an amount is of, as its unit or the words before it say; nought where they do not."""
    if unit.label.endswith(_TIMES):
        return MONTHS_OF_YEAR if unit.label.endswith("/năm") else 1
    clause = words.rpartition(",")[2]
    short = _SHORT.search(clause)
    if short is not None:
        return _MONTHS[short["time"]]
    return MONTHS_OF_YEAR if _LONG.search(clause) else 0


def _goes_on(words: str, between: str) -> bool:
    """Whether an amount behind another is of the same thing: the words from its time on say nothing new."""
    found = [*_LONG.finditer(between), *_SHORT.finditer(between)]
    own = _FILLER.sub(" ", between[found[-1].end() :] if found else "?")
    return all(word in words for word in own.split())


def _half(quantity: Quantity) -> Fraction:
    """Return what rounding may be of an amount, as a share of it; what is counted one by one is not rounded."""
    counted = quantity.unit.kind is UnitKind.COUNT and quantity.unit.factor == 1
    return Fraction(0) if counted else grain(quantity) / quantity.amount / 2


def _result(passage: Passage, hits: tuple[TargetHit, TargetHit], months: tuple[int, int]) -> Iterator[IdentityResult]:
    """Yield what the amount of the longer time makes for the shorter one."""
    (short, of_short), (long, of_long) = sorted(zip(hits, months, strict=True), key=itemgetter(1))
    part, whole = short.target.quantity, long.target.quantity
    ratio = _in_a_month(whole, of_long) / _in_a_month(part, of_short)
    slack = sum(map(_half, (whole, part)), Fraction(0))
    if {hit.target.bound for hit in hits} != {Bound.EXACT}:
        slack = max(slack, _ABOUT)
    heads = Quantity(Decimal(of_long // of_short), "tháng" if of_short == 1 else "quý")
    yield from shared_out(passage[0], (short, long), heads, ratio, holds=abs(ratio - 1) <= slack)


def _in_a_month(quantity: Quantity, months: int) -> Fraction:
    return quantity.amount / (1 if quantity.unit.label.endswith(_TIMES) else months)
