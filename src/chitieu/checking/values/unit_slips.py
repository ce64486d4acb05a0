"""Units that are slips because the amount is told again in another one: *4,8% (năm 2025: 5,1‰)*, *9 tấn/tháng, cả năm 3.285 tấn*.

An amount and its earlier value are near each other, what is had in a year is so many times what is had in a month, and a change
is what lies between the two amounts it leads from and to. Where the numbers agree and a unit does not, that unit is the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_alike, is_shorter, same_noun
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.values.told_units import is_currency_left_out
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import Unit, UnitKind

__all__ = ["UnitSlip", "unit_slips"]


@frozen(eq=False)
class UnitSlip:
    """An amount whose number is in agreement with others and its unit is not.

    Attributes:
        hit: the amount.
        expected: the label of the unit of the others.
    """

    hit: TargetHit
    expected: str


_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT)
_LEAST = 10


def unit_slips(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts whose unit is a slip: of a change and what it leads from and to, beside an earlier value, beside the same for another time.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    hits = tuple(hit for hit in hits if not is_currency_left_out(lower, hit.numeral))
    for now, earlier in pairwise(hits):
        if _are_far_only_by_unit(lower, now, earlier):
            yield UnitSlip(now, earlier.target.quantity.unit.label)
        time = _other_time(lower, now, earlier)
        if time is not None:
            yield UnitSlip(now, time)
    for at, hit in enumerate(hits):
        if hit.target.change is not Change.LEVEL and hit.target.quantity.unit.kind in _KINDS and _is_firm(hit):
            slip = _change(lower, hits, at)
            if slip is not None:
                yield slip


def _is_firm(hit: TargetHit) -> bool:
    target = hit.target
    return target.is_single and target.quantity.value >= 1


def _are_one(left: Unit, right: Unit) -> bool:
    """Whether two units may be of one thing: *hộ* and *hộ nghèo*, *người* and *lao động*, money of one currency."""
    if left.same_dimension(right) or counts_alike(left, right) or is_shorter(left.label, right.label):
        return True
    return left.kind is right.kind is UnitKind.COUNT and same_noun(left.label, right.label)


# --- a change and what it leads from and to --------------------------------------------------------------------------

_FROM_TO = re.compile(r"\s(?:năm 20[0-9]{2} )?(?:xuống còn|xuống|còn|lên đến|lên|thành|đến)\s")


def _change(lower: str, hits: Sequence[TargetHit], at: int) -> UnitSlip | None:
    """Return a change in another unit than the two amounts it lies between: *giảm 320 người, từ 960 hộ xuống 640 hộ*."""
    change = hits[at].target
    if change.quantity.value < _LEAST or change.bound is not Bound.EXACT:
        return None
    for first, second in ((at + 1, at + 2), (at - 2, at - 1)):
        if first < 0 or second >= len(hits):
            continue
        old, new = hits[first], hits[second]
        unit = new.target.quantity.unit
        near = old.start - hits[at].end <= REACH and hits[at].start - new.end <= REACH
        apart = re.search(r"[;|]|\.(?=\s)", lower[min(hits[at].end, new.end) : max(hits[at].start, old.start)])
        if not near or apart or not (_is_firm(old) and _is_firm(new)) or unit != old.target.quantity.unit:
            continue
        gap = abs(new.target.quantity.value - old.target.quantity.value)
        if gap == change.quantity.value and _FROM_TO.search(lower, old.numeral.end - 1, new.numeral.start):
            return None if _are_one(change.quantity.unit, unit) else UnitSlip(hits[at], unit.label)
    return None


# --- an amount and its earlier value ----------------------------------------------------------------------------------

_EARLIER = re.compile(
    r"\s?[(,;]\s?(?:(?:ước|thực hiện|kết quả|cùng kỳ|cả)\s)*(?:năm (?:20[0-9]{2}|trước|ngoái)|cùng kỳ)(?: (?:ước|thực hiện|đạt|là|khoảng)){0,3}:?\s"
)
_MOST_TIMES = 2


def _are_far_only_by_unit(lower: str, now: TargetHit, earlier: TargetHit) -> bool:
    """Whether an amount and its earlier value are near as numbers and not as amounts: *4,8% (năm 2025: 5,1‰)*."""
    left, right = now.target.quantity, earlier.target.quantity
    levels = all(hit.target.change is Change.LEVEL and hit.target.total is None for hit in (now, earlier))
    if (
        not levels
        or left.unit == right.unit
        or left.unit.kind is not right.unit.kind
        or not (left.value and right.value)
    ):
        return False
    if _EARLIER.fullmatch(lower, now.numeral.end, earlier.numeral.start) is None:
        return False
    times = max(left.value, right.value) / min(left.value, right.value)
    if left.unit.same_dimension(right.unit):
        real = max(left.amount, right.amount) / min(left.amount, right.amount)
        return times < _MOST_TIMES and real >= _MOST_TIMES
    things = {
        unit.dimension.partition("/")[0] for unit in (left.unit, right.unit)
    }  # "triệu đồng" of one ha, "triệu đồng/ha"
    return times < _MOST_TIMES and len(things) > 1 and left.unit.kind in (UnitKind.MEASURE, UnitKind.MONEY)


# --- an amount and the same for another time --------------------------------------------------------------------------------

_IN_A_YEAR = {"giờ": 8760, "ngày đêm": 365, "ngày": 365, "tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
_SAME_AS = re.compile(
    r"\s?[,;(]?\s?(?:(?:và|hay|tức là|tức|là|bằng|tương đương|tương ứng|tính ra|khoảng|tổng cộng|tổng số|đạt|thành|(?P<yearly>cả năm|một năm|mỗi năm|hằng năm|hàng năm|trong năm)|=|:)\s?)+"
    r"|\s?\(\s?"
)
_ROUNDED = Fraction(1, 100)


def _other_time(lower: str, first: TargetHit, second: TargetHit) -> str | None:
    """Return the unit of another time in which an amount is that of the one behind it: *9 tấn/tháng, cả năm 3.285 tấn*."""
    own, other = (hit.target.quantity.unit.label for hit in (first, second))
    label, _, time = own.rpartition("/")
    if time not in _IN_A_YEAR or not all(
        _is_firm(hit) and hit.target.change is Change.LEVEL for hit in (first, second)
    ):
        return None
    said = _SAME_AS.fullmatch(lower, first.end, second.numeral.start)
    long = "năm" if said is not None and said["yearly"] and other == label else other.removeprefix(f"{label}/")
    if said is None or long not in _IN_A_YEAR:
        return None
    times = Fraction(second.target.quantity.value) / Fraction(first.target.quantity.value) * _IN_A_YEAR[long]
    near = [one for one, number in _IN_A_YEAR.items() if abs(times / number - 1) <= _ROUNDED]
    return f"{label}/{near[-1]}" if near and time not in near else None
