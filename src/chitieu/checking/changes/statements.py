"""The amounts of a statement: which of them are levels of one thing, and which are changes to it.

``21.560 tỷ đồng, tăng 10%``, ``bằng 110%``, ``(+10,0%)``: a change is told by its word, as a ratio, or by its sign alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve, frozen

from chitieu.checking.changes.moves import told_change
from chitieu.checking.named_amounts.nouns import ANY_BODIES, counts_alike, is_shorter
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind

__all__ = ["PERCENT", "PRICED", "Sentence", "is_of_all", "is_rate", "is_ratio", "named_as", "of_noun"]

_RATIO_TO = re.compile(r"(?<!\w)(?:bằng|gấp)\s(?:khoảng\s)?$")
_TIMES = re.compile(r"(?<!\w)tăng gấp\s$")
_IN_BRACKET = re.compile(r"\s?\(")
_AGAIN = re.compile(r"\s?(?:\(|,\s)(?:(?:tương ứng|tương đương|tức|bằng|là|với|khoảng)\s)*(?<!,\s)")
_AND_OF = re.compile(r"\svề\s[^;.,()0-9]{1,40}\svà\s")
"""Between two growths of what was counted and what it is worth: *tăng 10% về số dự án và 21% về vốn*."""
PERCENT = ("%", "‰")
_ABOUT = Fraction(1, 100)
_STOP = re.compile(r"[;|]|\.(?=\s)")
PRICED = re.compile(r"(?<!\w)(?:giá so sánh|grdp|tổng sản phẩm|giá trị sản xuất|giá trị tăng thêm|gtsx)(?!\w)")
"""Words of what is told at constant prices in one place and at current prices in another."""
_PRICES = re.compile(r"(?<!\w)giá (?:so sánh|hiện hành|cố định|thực tế)")


_EXCESS, _NEAR = re.compile(r"[,;]\s(?:và\s)?(?:vượt|hụt)(?:\s(?:thu|dự toán|kế hoạch))?\s$"), 24
"""Before so much more than was planned, which is no level: *kế hoạch 300 ha, vượt 20 ha*."""


_OF_ALL = re.compile(
    r"\s(?:của |trong |trên )?(?:(?:tổng|toàn|dân số|số dân|lực lượng|diện tích tự nhiên|grdp|gdp|hạn mức|giới hạn|mức trần|nhu cầu|công suất|năng lực|định mức|khả năng)(?!\w)"
    r"|(?:diện tích|sản lượng|quy mô|giá trị)\s(?!(?:của\s)?(?:năm|cùng kỳ|thực hiện|ước|kế hoạch|đã|cũ|trước)(?!\w))[^\W\d_]"
    r"(?![^;.,()]{0,40}(?<!\w)(?:năm (?:[0-9]{4}|trước|ngoái)|cùng kỳ)))"
)
"""Behind a percentage that is a share of another amount: *bằng 95% dân số*."""


_GROWTH, _OF_THEN = (
    re.compile(
        r"(?<!\w)(?:mức|tốc độ|đà|nhịp độ|con số|tỷ lệ)\s(?:tăng trưởng|tăng|giảm)\s(?:(?:trên|hơn|khoảng|gần|là)\s)*$"
    ),
    re.compile(r"\s?(?:của|trong|ở)\s(?:cả\s)?(?:năm|cùng kỳ|giai đoạn|nhiệm kỳ|quý|tháng|vụ)(?!\w)"),
)
"""Around the growth of another time, which a change is only put beside: *cao hơn mức tăng 5% của năm trước*."""


def _is_growth_of_then(lower: str, hit: TargetHit) -> bool:
    """Whether an amount is how much something grew at another time."""
    start = hit.numeral.start
    return _OF_THEN.match(lower, hit.end) is not None and search_before(_GROWTH, lower, start, 40) is not None


_LEAST_RATIO = 10
"""Percent of an earlier value that a later one is at least: *43 hộ, bằng 0,2% số hộ* is a share."""


def is_ratio(lower: str, hit: TargetHit) -> bool:
    """Whether an amount says what part of another one is: ``bằng 108% so với năm 2025``, ``gấp 1,5 lần``."""
    unit, value = hit.target.quantity.unit.label, hit.target.quantity.value
    if unit not in ("%", "lần") or (unit == "%" and value < _LEAST_RATIO):
        return False
    return search_before(_RATIO_TO, lower, hit.numeral.start, 20) is not None


def is_of_all(lower: str, hit: TargetHit) -> bool:
    """Whether an amount is a share of all there is, or of the most there may be: *bằng 95% dân số*, *bằng 40% hạn mức*."""
    return _OF_ALL.match(lower, hit.numeral.end) is not None


def is_rate(change: Target) -> bool:
    """Whether a change is one in percent."""
    return change.quantity.unit.kind is UnitKind.RATIO


def named_as(hit: TargetHit, other: TargetHit) -> TargetHit:
    """Return an amount with the noun of another that counts the same things."""
    unit = other.target.quantity.unit
    if hit.target.quantity.unit.same_dimension(unit):
        return hit
    return evolve(hit, target=evolve(hit.target, quantity=Quantity(hit.target.quantity.value, unit)))


def of_noun(change: Target, unit: Unit) -> Target:
    """Return a change with the noun of what it leads to, where both count the same things: *26 vụ cháy, tăng 4 vụ*."""
    size = change.quantity
    alike = is_shorter(size.unit.label, unit.label) or counts_alike(size.unit, unit)
    if size.unit.same_dimension(unit) or not alike:
        return change
    upper = None if change.upper is None else Quantity(change.upper.value, unit)
    return evolve(change, quantity=Quantity(size.value, unit), upper=upper)


def _of_one_thing(size: Unit, unit: Unit) -> bool:
    """Whether a change is one of some amount: *25 hộ nghèo* of *120 hộ*, *5 triệu đồng* of *62 triệu đồng/năm*, *21 đơn vị* of *88 xã*."""
    if is_shorter(size.label, unit.label):
        return True
    return size.label in ANY_BODIES and not size.same_dimension(unit) and counts_alike(size, unit)


def _from_ratio(target: Target) -> Target:
    """Return ``bằng 108%``, ``gấp 1,08 lần`` as a rise by 8%, its last digit kept."""
    value = target.quantity.value
    more = value - 100 if target.quantity.unit.label == "%" else (value - 1).scaleb(2)
    return Target(Quantity(abs(more), "%"), change=Change.INCREASE if more >= 0 else Change.DECREASE)


@frozen(eq=False)
class Sentence:
    """The amounts of a statement, in order, which of them is the earlier value, and which are others that were told before."""

    piece: Piece
    hits: Sequence[TargetHit]
    at: int
    earlier: frozenset[int] = frozenset()

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.piece.source.lower

    @property
    def before(self) -> TargetHit:
        """The earlier value."""
        return self.hits[self.at]

    def is_priced(self) -> bool:
        """Whether the amounts are of current prices, and their growth perhaps of those of another year."""
        if self.before.target.quantity.unit.kind is not UnitKind.MONEY:
            return False
        return PRICED.search(self.lower, self._begin(), self.before.numeral.end) is not None

    def has_two_prices(self) -> bool:
        """Whether words tell of prices twice, or behind the first amount: then its growth is not of those the others are at."""
        first, last = self.hits[0].numeral.end, self.hits[-1].numeral.end
        told = [found.start() for found in _PRICES.finditer(self.lower, self._begin(), last)]
        return len(told) > 1 or any(first < start for start in told)

    def _begin(self) -> int:
        """Where the statement begins."""
        start = self.hits[0].name_end
        first = max(0, start - REACH)
        return max((stop.end() for stop in _STOP.finditer(self.lower, first, start)), default=first)

    def is_kin(self, hit: TargetHit) -> bool:
        """Whether an amount is a level of what the earlier value is one of."""
        target, unit = hit.target, self.before.target.quantity.unit
        own = target.quantity.unit
        whole = target.change is Change.LEVEL and (
            target.total is None or own.kind in (UnitKind.COUNT, UnitKind.RANK)
        )  # "712/968 trường", "hạng 17/34"
        alike = counts_alike(own, unit) or (own.label.startswith(f"{unit.label}/") and unit.kind is UnitKind.MONEY)
        if not whole or not alike or is_ratio(self.lower, hit):
            return False
        start = hit.numeral.start
        if search_before(_EXCESS, self.lower, start, _NEAR):
            return False
        return told_change(self.lower, hit) is None

    def is_share(self, at: int) -> bool:
        """Whether an amount is the percentage of the fraction before it: ``144/148 trạm đạt chuẩn, bằng 97,3%``."""
        former = self.hits[at - 1].target if at else None
        if former is None or former.total is None or not former.total.amount:
            return False
        return abs(former.quantity.amount / former.total.amount - self.hits[at].target.quantity.amount) < _ABOUT

    def after(self, at: int) -> int:
        """Return which amount is next behind one and the bracket that tells it in other amounts: ``5% (60/1.200 hộ)``."""
        hits, lower, start = self.hits, self.lower, self.hits[at].numeral.end
        close = lower.find(")", start, start + REACH) if _IN_BRACKET.match(lower, start) else start
        return next((one for one in range(at + 1, len(hits)) if hits[one].numeral.start >= close), len(hits))

    def change(self, at: int) -> Target | None:
        """Return the change that an amount is to the earlier value; None for another one."""
        return None if _is_growth_of_then(self.lower, self.hits[at]) else self._told_change(at)

    def _told_change(self, at: int) -> Target | None:
        """Return the change that the words beside an amount make it."""
        hit, unit = self.hits[at], self.before.target.quantity.unit
        target, size = told_change(self.lower, hit) or hit.target, hit.target.quantity.unit
        if size.label == "lần" and search_before(_TIMES, self.lower, hit.numeral.start, 20):
            return _from_ratio(target) if unit.label not in PERCENT and target.bound is Bound.EXACT else None
        if target.change is Change.LEVEL:
            shared = self.hits[: self.at] if at > self.at else ()  # "95% dân số (năm 2025: 400 nghìn người, bằng 94%)"
            share = self.is_share(at) or any(is_of_all(self.lower, one) for one in (hit, *shared))
            if is_ratio(self.lower, hit) and unit.label not in PERCENT and not share:
                return _from_ratio(target) if target.bound is Bound.EXACT else None
            previous = self.hits[at - 1] if at else None
            if (
                previous is None
                or previous.target.change is Change.LEVEL
                or (self.is_kin(hit) and unit.label in PERCENT)
            ):
                return None
            between = previous.numeral.end, hit.numeral.start
            if not (_AGAIN.fullmatch(self.lower, *between) or _AND_OF.fullmatch(self.lower, *between)):
                return None
            target = evolve(target, change=previous.target.change)  # "giảm 38 hộ (1,9 điểm phần trăm)"
        if size.label == "điểm" and unit.label in PERCENT:
            return evolve(target, quantity=Quantity(target.quantity.value, "điểm phần trăm"))
        if size.kind is UnitKind.POINTS:
            return target if unit.label in PERCENT else None
        rate = "/" in unit.label and "/" not in size.label and unit.kind is UnitKind.COUNT
        if rate and target.quantity.value > self.before.target.quantity.value:
            return None  # "thêm 40 bác sĩ, từ 12 lên 13 bác sĩ/vạn dân"
        if _of_one_thing(size, unit):
            upper = None if target.upper is None else Quantity(target.upper.value, unit)
            return evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper)
        return target if size.kind is UnitKind.RATIO or size.same_dimension(unit) else None
