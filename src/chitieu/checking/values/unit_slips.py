"""Units that are slips because the numbers agree without them: *250 triệu đồng, gồm 180 triệu USD và 70 triệu USD*.

Numbers that add up to the last digit are of one unit, and so are an amount and its earlier value that are near each other.
Where one of them is in another unit, that unit is the slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_alike, is_shorter, same_noun
from chitieu.checking.texts.passages import REACH, Passage
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


_OPENS = re.compile(r"[^;.0-9|\n]{0,60}?(?<!\w)(?:gồm|bao gồm|gồm có|chia ra|trong đó|cụ thể|chia thành)(?!\w)")
_ENDS = re.compile(r"[;|]|\.(?=\s|$)|\n\s*[-+*•|]|(?<!\w)(?:so với|tăng|giảm|bằng|tương đương|năm 20[0-9]{2})(?!\w)")
_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT)
_LEAST, _FEWEST, _MOST = 10, 2, 8


def unit_slips(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts whose unit is a slip: of a whole and its parts, of a change and what it leads from and to, beside an earlier value, beside the same for another time.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for now, earlier in pairwise(hits):
        if _are_far_only_by_unit(lower, now, earlier):
            yield UnitSlip(now, earlier.target.quantity.unit.label)
        time = _other_time(lower, now, earlier)
        if time is not None:
            yield UnitSlip(now, time)
    for at, hit in enumerate(hits):
        if hit.target.quantity.unit.kind not in _KINDS or not _is_firm(hit):
            continue
        level = hit.target.change is Change.LEVEL
        slip = _among_parts(lower, hits, at) if level else _change(lower, hits, at)
        if slip is not None:
            yield slip


def _is_firm(hit: TargetHit) -> bool:
    target = hit.target
    return target.upper is None and target.total is None and target.quantity.value >= 1


def _are_one(left: Unit, right: Unit) -> bool:
    """Whether two units may be of one thing: *hộ* and *hộ nghèo*, *người* and *lao động*, money of one currency."""
    if left.same_dimension(right) or counts_alike(left, right) or is_shorter(left.label, right.label):
        return True
    return left.kind is right.kind is UnitKind.COUNT and same_noun(left.label, right.label)


# --- a whole and its parts ---------------------------------------------------------------------------------------


def _among_parts(lower: str, hits: Sequence[TargetHit], at: int) -> UnitSlip | None:
    """Return the one amount of a whole and its parts that is in another unit, where the numbers add up."""
    whole = hits[at]
    if at + _FEWEST >= len(hits) or _OPENS.match(lower, whole.end, hits[at + 1].numeral.start) is None:
        return None
    value = whole.target.quantity.value
    total, parts = value * 0, list[TargetHit]()
    for former, part in zip(hits[at:], hits[at + 1 : at + 1 + _MOST], strict=False):
        apart = part.start - former.end > REACH or _ENDS.search(lower, former.end, part.start)
        if apart or not _is_firm(part) or part.target.change is not Change.LEVEL:
            break
        parts.append(part)
        total += part.target.quantity.value
        if total >= value:
            break
    if total != value or len(parts) < _FEWEST or len(value.as_tuple().digits) < _FEWEST:
        return None
    return _odd_one([whole, *parts])


def _odd_one(hits: Sequence[TargetHit]) -> UnitSlip | None:
    """Return the one amount that is in another unit than all others; None where none is, or several are."""
    label = Counter(hit.target.quantity.unit.label for hit in hits).most_common(1)[0][0]
    unit = next(hit.target.quantity.unit for hit in hits if hit.target.quantity.unit.label == label)
    odd = [hit for hit in hits if not _are_one(hit.target.quantity.unit, unit)]
    alike = all(hit.target.quantity.unit.scale == unit.scale or hit in odd for hit in hits)
    counted = any(hit.target.quantity.unit.kind is UnitKind.COUNT for hit in odd)  # "90 mô hình, gồm 60 hộ …"
    return UnitSlip(odd[0], label) if len(odd) == 1 and alike and not counted else None


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
