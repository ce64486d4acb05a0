"""So many new ones, which bring all there are from so many to so many: *xây 12 trạm, đưa số trạm từ 140 lên 152*, *thêm 4 chợ, nâng số chợ lên 58 (hiện có 54)*.

What lasts is then exactly that many more; firms, members and poor households also go by themselves, or others come, so that only
a larger step than what is told is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from chitieu.checking.changes.said_of_one import names_nothing_new
from chitieu.checking.named_amounts.nouns import counts_alike, counts_people
from chitieu.checking.rounding import sum_slack
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import search_before
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["Lifted", "lifted"]


@frozen(eq=False)
class Lifted:
    """All there are before and after a change, which do not agree with it.

    Attributes:
        name: what is measured, or what is done.
        start, end: where the number of all there are then stands.
        total: all there are then; `before`: all there were.
        change: what was added or taken.
    """

    name: str
    start: int
    end: int
    total: Quantity
    before: Quantity
    change: Target

    @property
    def after(self) -> Quantity:
        """What there would be then."""
        size = self.change.quantity
        return self.before + size if self.change.change is Change.INCREASE else self.before - size

    @property
    def holds(self) -> bool:
        """Whether all there are changed by that, but for what rounding explains; things counted one by one are not rounded."""
        return abs(self.after.amount - self.total.amount) <= self._slack

    @property
    def is_short(self) -> bool:
        """Whether all there are changed by more than that."""
        gap = self.total.amount - self.after.amount
        return (gap if self.change.change is Change.INCREASE else -gap) > self._slack

    @property
    def _slack(self) -> Fraction:
        return sum_slack((self.before, self.change.quantity, self.total), self.total)


_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
_COMING = r"thêm|bổ sung|công nhận|thành lập|kết nạp|phát triển|cấp|mở|xây dựng|xây|đưa vào sử dụng|khởi công|hoàn thành|lấp đầy|làm|trồng|lắp đặt|lắp|cho thuê|ra mắt"
_GOING = r"bớt|xóa bỏ|xoá bỏ|xóa|xoá|giải thể|cắt giảm|cắt|thanh lý|di dời|thoát nghèo|đóng cửa|chấm dứt|bãi bỏ|dừng"
_VERB = re.compile(
    rf"(?<!\w)(?:(?P<comes>{_COMING})|(?P<goes>{_GOING}))(?:\s(?:thêm|mới|được|đi|ít nhất|từ|khoảng|và)){{0,3}}\s$"
)
_NOUN = r"(?:\s(?!lên(?!\w)|xuống(?!\w)|còn(?!\w))[^\W\d_]+){0,6}?"
_STEP = re.compile(
    rf"(?P<tail>[^;.()0-9]{{0,90}}?)(?:\s\([^()]{{1,200}}\))?[,;]\s(?:qua đó\s|từ đó\s|để\s)?(?P<way>nâng|đưa|giảm|kéo giảm|kéo)\s(?P<name>[^;.,()0-9]{{0,60}}?)"
    rf"(?:(?:^|(?<=\s))từ\s(?P<before>{_NUMBER}){_NOUN}\s(?:hiện nay\s)?)?(?P<turn>lên|xuống)\s(?:thành\s|còn\s|đạt\s|có\s)?(?P<total>{_NUMBER})(?![0-9/%]|[.,][0-9]|\s?%)"
)
"""What all there are is brought to, and from how many."""
_STOOD = re.compile(
    rf"(?P<noun>(?:\s[^\W\d_]+){{0,6}}?)\s\((?:hiện (?:nay |tại )?(?:có|là)|hiện nay|hiện|đang có|trước đó(?: có| là)?|đầu năm(?: có| là)?|(?:cuối )?năm (?:trước|[0-9]{{4}})(?: có| là)?)"
    rf"\s?:?\s(?P<before>{_NUMBER}){_NOUN}\s?\)"
)
"""How many there were, in a bracket behind how many there are then."""
_OF_ONE = {
    "công nhận": "đạt chuẩn quốc gia được công nhận danh hiệu",
    "cấp": "được cấp",
    "lấp đầy": "đã cho thuê được lấp đầy",
    "cho thuê": "đã cho thuê được lấp đầy",
    "hoàn thành": "đã hoàn thành",
    "thành lập": "đã đang hoạt động",
    "mở": "đã đang hoạt động",
}
"""What may be said of all there are where the verb says how they come to be such."""
_ALWAYS = "toàn tỉnh toàn xã địa bàn đơn vị hiện có đang"
_BY_THEMSELVES = re.compile(
    r"doanh nghiệp|hợp tác xã|tổ hợp tác|hộ|thuê bao|tài khoản|con|xe|phương tiện|hội viên|trang trại|cơ sở|cửa hàng"
)
"""Nouns of what also comes and goes by itself."""
_REACH_BACK = 40


def lifted(passage: Passage) -> Iterator[Lifted]:
    """Yield all there are after something was added or taken, where they did not change by that.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    starts = [hit.numeral.start for hit in hits]
    for added in hits:
        target, start = added.target, added.numeral.start
        if target.quantity.unit.kind not in _KINDS or target.bound is not Bound.EXACT or target.total is not None:
            continue
        verb = search_before(_VERB, piece.source.lower, start, _REACH_BACK)
        if verb is None:
            continue
        told = _STEP.match(piece.source.lower, added.numeral.end)
        if told is None or not _is_of_one(verb, told, target.quantity.unit.label):
            continue
        at = bisect_left(starts, told.start("total"))
        then = hits[at] if at < len(hits) and starts[at] == told.start("total") else None
        one = _read(piece, added, verb, told, then)
        if one is None or one.holds:
            continue
        if one.is_short or not (verb["comes"] == "trồng" or _may_go(one.change.quantity.unit.label)):
            yield one


_KINDS = (UnitKind.COUNT, UnitKind.MEASURE)


def _read(
    piece: Piece, added: TargetHit, verb: re.Match[str], told: re.Match[str], then: TargetHit | None
) -> Lifted | None:
    """Return how many there are, how many there were and what was added; None where one of them is not told, or of something else.

    Args:
        piece: the text.
        added: what was added or taken.
        verb: the word for that.
        told: the words behind it that tell how many there are then.
        then: that number with its unit; None where it has none.
    """
    unit = added.target.quantity.unit
    own = then.target.quantity.unit if then is not None else unit
    bare = then is None and unit.kind is not UnitKind.COUNT
    if bare or not counts_alike(own, unit) or (then is not None and then.target.bound is not Bound.EXACT):
        return None
    start, end = (then.start, then.end) if then is not None else told.span("total")
    former = told if told["before"] else _STOOD.match(piece.source.lower, end)
    total, before = read_digits(told["total"]), read_digits(former["before"]) if former is not None else None
    if total is None or before is None:
        return None
    way = Change.INCREASE if verb["comes"] else Change.DECREASE
    change = Target(Quantity(added.target.quantity.value, own), change=way)
    name = name_before(piece, added)
    return Lifted(name, start, end, Quantity(total, own), Quantity(before, own), change)


def _is_of_one(verb: re.Match[str], told: re.Match[str], label: str) -> bool:
    """Whether all there are is of what is added: it goes the same way, and their name says nothing else."""
    own = _OF_ONE.get(verb["comes"] or verb["goes"], "")
    rises = told["turn"] == "lên"
    return rises is bool(verb["comes"]) and names_nothing_new(told["name"], f"{told['tail']} {label} {own} {_ALWAYS}")


def _may_go(noun: str) -> bool:
    """Whether what is counted also comes and goes by itself."""
    return counts_people(noun) or _BY_THEMSELVES.match(noun) is not None
