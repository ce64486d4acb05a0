"""Parts of what a line does for some: *Cho vay 640 hộ làm nấm, trong đó có 210 hộ nghèo*.

So many of those are poor; how many poor households there are is another amount. Where the line tells of all there are
(*Toàn xã có 2.140 hộ, trong đó 130 hộ nghèo*), or of what the catalogue knows, its parts are what they are called.
"""

from __future__ import annotations

import re
from itertools import takewhile

from chitieu.checking.named_amounts.claim import words_before
from chitieu.indicators.match import MatchReason
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import Target
from chitieu.units import UnitKind

__all__ = ["is_part_of_some"]

_WORD = re.compile(r"[^\W\d_]+")
_OF_ALL = frozenset(
    _WORD.findall(
        "tổng số toàn cả tỉnh thành phố xã phường trên địa bàn có là đến cuối hết năm dự kiến quy mô lượng người dân hộ gia đình cư lao động và các của"
    )
)
"""Words that leave what is counted all there is of it."""
_DOES = re.compile(
    r"(?:hỗ trợ|xây dựng|đầu tư|triển khai|tổ chức|nhân rộng|hình thành|duy trì|quy hoạch|cấp|giao)(?!\w)|.*(?<!\w)(?:mô hình|dự án|đề án|vùng|cánh đồng|chuỗi)(?!\w)"
)
"""Names of what is done on a part of all the land there is."""
_GIVES = re.compile(r"(?:cho vay|vay vốn|hỗ trợ|trợ giúp|tập huấn|tư vấn|giới thiệu|cấp|tặng|bố trí)(?!\w)")
_PARTS = re.compile(r"(?<!\w)(?:trong đó|trong số|bao gồm|gồm|chia ra|riêng)(?!\w)")
_SENTENCE = re.compile(r"\.(?=\s|$)")


def is_part_of_some(item: PlannedIndicator, target: Target, piece: str, wholes: tuple[PlannedIndicator, ...]) -> bool:
    """Whether an amount is only how many of those there are whom its line does something for.

    Args:
        item: the part of the line that has it.
        target: the amount.
        piece: the words of the line.
        wholes: what the part is a part of, the nearest one first.
    """
    if wholes and _is_served(item, target, wholes[-1]):
        return True
    if item.relation is Relation.ITEM or not (item.relation is Relation.PART or _told_as_part(target, piece)):
        return False
    each = (one for one in wholes if one.targets and "/" not in one.targets[0].quantity.unit.label)  # "30 hộ/nhóm"
    unknown = takewhile(lambda one: one.indicator is None, each)
    return any(_is_of_some(whole, item, target) for whole in unknown)


def _is_served(item: PlannedIndicator, target: Target, line: PlannedIndicator) -> bool:
    """Whether an amount without a name of its own is of those a line gives something to: *Cho vay tạo việc làm 9 tỷ đồng cho 300 lao động*."""
    by_line = item.match is not None and item.match.reason is MatchReason.LINE
    counted = target.quantity.unit.kind is UnitKind.COUNT and line.indicator is None
    return by_line and counted and _GIVES.match(line.name.lower()) is not None


def _is_of_some(whole: PlannedIndicator, item: PlannedIndicator, target: Target) -> bool:
    """Whether a whole without an indicator is some of what there is, and not all of it."""
    kind, name = target.quantity.unit.kind, whole.name.lower()
    if kind is UnitKind.MEASURE:
        return _DOES.match(name) is not None
    counted = f"{item.name} {target.quantity.unit.label} {whole.targets[0].quantity.unit.label}".lower()
    return kind is UnitKind.COUNT and not set(_WORD.findall(name)) <= _OF_ALL | set(_WORD.findall(counted))


def _told_as_part(target: Target, piece: str) -> bool:
    """Whether the words before an amount say that parts follow, and nothing ends their list."""
    ahead = _SENTENCE.split(words_before(target, piece))[-1].lower()
    told = list(_PARTS.finditer(ahead))
    return bool(told) and ";" not in ahead[told[-1].end() :]
