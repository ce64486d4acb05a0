"""The growth of a whole, where all its parts are told with theirs: *11 triệu lượt, tăng 10%; trong đó khách quốc tế 2 triệu lượt, tăng 20%, …*.

What each part came from is what it is over its growth; all of them together are what the whole came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.changes.statements import PRICED
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.rounding import grain, sum_slack
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["Grown", "grown_parts"]


@frozen(eq=False)
class Grown:
    """A level with its growth in percent.

    Attributes:
        level, growth: the amounts.
        before: what it came from; of a whole, what its parts say.
    """

    level: TargetHit
    growth: TargetHit
    before: Quantity | None = None

    def start(self, way: int) -> Fraction:
        """Return the amount it came from, or how far that may be below or above by rounding (`way` -1 or 1)."""
        level, growth = self.level.target.quantity, self.growth.target
        sign = 1 if growth.change is Change.INCREASE else -1
        rate = sign * growth.quantity.amount - way * grain(growth.quantity) / 2
        return (level.amount + way * _half(level)) / (1 + rate)


_MOST_PARTS = 6
_GROWS = re.compile(r"\s?[,(]?\s?(?:ước\s)?")
_AGAINST = re.compile(r"\s?so (?:với )?(?:cùng kỳ(?: năm (?:trước|ngoái|[0-9]{4}))?|năm (?:trước|ngoái|[0-9]{4}))")
_OTHER = re.compile(r"[^;.,()]{0,24}(?<!\w)(?:so với|kế hoạch|dự toán|chỉ tiêu|nghị quyết|bình quân|giá|mỗi)(?!\w)")
_NEXT = re.compile(r"\n\s*\n|\|")
_WORDS_AHEAD = 200


def grown_parts(passage: Passage) -> Iterator[Grown]:
    """Yield the wholes whose growth is not what the growths of all their parts make.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    told = _told(piece, hits)
    for at, whole in enumerate(told):
        parts = _all_parts(piece, whole, told[at + 1 : at + 1 + _MOST_PARTS])
        if not parts or _is_priced(piece, whole, parts[-1]):
            continue
        low, high = (sum((part.start(way) for part in parts), Fraction(0)) for way in (-1, 1))
        if whole.start(-1) > high or whole.start(1) < low:
            unit = whole.level.target.quantity.unit
            made = scaled(Decimal(1), (low + high) / 2 / unit.factor).quantize(whole.level.target.quantity.value)
            yield Grown(whole.level, whole.growth, Quantity(made, unit))


def _half(size: Quantity) -> Fraction:
    """Return how far rounding may have taken an amount."""
    counted = size.unit.kind is UnitKind.COUNT and size.unit.factor == 1
    return Fraction(0) if counted else grain(size) / 2


def _told(piece: Piece, hits: Sequence[TargetHit]) -> list[Grown]:
    """Return the levels with a growth right behind them, against the year before."""
    lower, found = piece.source.lower, list[Grown]()
    for level, growth in pairwise(hits):
        own, rate = level.target, growth.target
        firm = all(one.bound is Bound.EXACT and one.is_single for one in (own, rate))
        grows = own.change is Change.LEVEL and rate.change is not Change.LEVEL and rate.quantity.unit.label == "%"
        if not firm or not grows or own.quantity.unit.kind is UnitKind.RATIO:
            continue
        if _GROWS.fullmatch(lower, level.numeral.end, growth.start):
            end = growth.numeral.end
            if _AGAINST.match(lower, end) or not _OTHER.match(lower, end):
                found.append(Grown(level, growth))
    return found


def _all_parts(piece: Piece, whole: Grown, behind: Sequence[Grown]) -> Sequence[Grown]:
    """Return the parts that make up a whole behind it; none if no row of them does."""
    size, end = whole.level.target.quantity, whole.growth.numeral.end
    for count, part in enumerate(behind, 1):
        if part.level.numeral.start - end > 2 * REACH or _NEXT.search(piece.source.text, end, part.level.numeral.start):
            return ()
        if not counts_alike(part.level.target.quantity.unit, size.unit):
            return ()
        end = part.growth.numeral.end
        sizes = [one.level.target.quantity for one in behind[:count]]
        gap = abs(sum((one.amount for one in sizes), Fraction(0)) - size.amount)
        if count > 1 and gap <= sum_slack(sizes, size):
            return behind[:count]
    return ()


def _is_priced(piece: Piece, whole: Grown, last: Grown) -> bool:
    """Whether the amounts may be of current prices and their growth of constant ones."""
    start = max(0, whole.level.name_end - _WORDS_AHEAD)
    return PRICED.search(piece.source.lower, start, last.growth.numeral.end) is not None
