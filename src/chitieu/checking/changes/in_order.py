"""What is told in the order of time: what there is at first, what it changes by, what there is in the end.

``đầu năm là 690 hộ, trong năm giảm 200 hộ, cuối năm còn 490 hộ``; several changes one behind the other are taken together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from chitieu.checking.changes.earlier import Way
from chitieu.checking.named_amounts.nouns import is_shorter
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind

__all__ = [
    "IN_ORDER",
    "changes_at_once",
    "changes_between",
    "in_the_end",
    "taken_together",
]

IN_ORDER = (Way.FIRST, Way.START)
"""Ways in which an earlier value stands ahead, with what it changes by behind it."""
_AT_LAST = re.compile(
    r"(?<!\w)(?:cuối|hết) (?:năm|kỳ|nhiệm kỳ|giai đoạn)(?!\w)"
    r"|(?<!\w)(?:còn|còn lại|giữ lại|lên|lên thành|tổng số|xuống|đến nay)(?:\s(?:có|là|đạt|khoảng|thành|còn))*\s$"
)
_AT_ONCE = re.compile(r"[^;.,:()|0-9]{0,40},\s(?:đã\s|sẽ\s|phấn đấu\s)?")
_TO_THE_END = re.compile(
    r"[^;.,:()|0-9]{0,25},?\s(?:và\s|để\s|chỉ\s|nay\s|nâng\s|tổng số\s)*(?:còn|còn lại|giữ lại|lên|lên thành|xuống|xuống còn)\s"
)
_LIKELY = 3
"""How many times the change told may be the one made, or that this one, where only the order tells that they belong together."""
_VERSUS = re.compile(r"[^;.()0-9]{0,20}\sso (?:với|cùng)(?! đầu)")


def in_the_end(lower: str, start: int, end: int) -> bool:
    """Whether the words ahead of a number say that it is the one in the end: ``cuối năm còn``, ``nâng tổng số lên``."""
    return _AT_LAST.search(lower, start, end) is not None


def changes_at_once(lower: str, hits: Sequence[TargetHit], at: int) -> bool:
    """Whether a number, what it changes by and what is left stand one behind the other: ``840 thủ tục, cắt giảm 30%, còn 588 thủ tục``.

    Args:
        lower: the text.
        hits: its amounts.
        at: which of them is the number.
    """
    if at + 2 >= len(hits):
        return False
    first, change, last = hits[at : at + 3]
    if not _AT_ONCE.fullmatch(lower, first.numeral.end, change.start) or change.target.change is Change.LEVEL:
        return False
    if not _TO_THE_END.fullmatch(lower, change.numeral.end, last.numeral.start):
        return False
    values = [hit.target for hit in (first, last)]
    firm = all(one.bound is Bound.EXACT and one.change is Change.LEVEL and one.total is None for one in values)
    before, size, after = (hit.target.quantity for hit in (first, change, last))
    alike = before.unit.same_dimension(after.unit) or is_shorter(after.unit.label, before.unit.label)
    if not firm or not alike or before.unit.kind is UnitKind.RATIO:
        return False
    ratio = size.unit.label == "%"
    told = before.amount * size.amount if ratio else Fraction(size.value) * before.unit.factor
    made = after.amount - before.amount
    made = made if change.target.change is Change.INCREASE else -made
    return told < made * _LIKELY and made < told * _LIKELY


def changes_between(lower: str, hits: Sequence[TargetHit], changes: Sequence[int]) -> list[int]:
    """Return which amounts are changes on the way; none where one of them is from another value (``so với năm 2020``).

    Args:
        lower: the text.
        hits: the amounts of a sentence.
        changes: which of them are changes, and stand between the first and the last value.
    """
    return [] if any(_VERSUS.match(lower, hits[at].numeral.end) for at in changes) else list(changes)


def taken_together(changes: Sequence[Target], like: Unit) -> list[Target]:
    """Return several changes of a number as one: *tăng 150 doanh nghiệp, giảm 30 doanh nghiệp*; rates stay as they are.

    Args:
        changes: the changes, in order.
        like: the unit of what they lead to, which names the same things.

    >>> changes = [Target(Quantity(9, "hộ"), change=Change.INCREASE), Target(Quantity(4, "hộ nghèo"), change=Change.DECREASE)]
    >>> [str(one) for one in taken_together(changes, Quantity(1, "hộ").unit)]
    ['tăng 5 hộ']
    """
    counts = [one for one in changes if one.quantity.unit.kind is UnitKind.COUNT]
    if not counts:
        return list(changes)
    if any(one.bound is not Bound.EXACT or one.upper is not None for one in counts[1:]):
        return []
    if like.kind is not UnitKind.COUNT or any(one.quantity.unit.factor != like.factor for one in counts):
        return list(changes) if len(counts) == 1 else []
    total = sum(one.quantity.value * (1 if one.change is Change.INCREASE else -1) for one in counts)
    way = Change.INCREASE if total >= 0 else Change.DECREASE
    made = evolve(counts[0], quantity=Quantity(abs(total), like), change=way)
    rates = [one for one in changes if one not in counts] if len(counts) == 1 else []
    return [made, *rates]
