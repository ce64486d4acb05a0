"""Amounts that come to a number, told by another verb than *tăng*: *thêm 1,1 điểm phần trăm*, *bổ sung 350 giường bệnh*.

Only what is added to a number or taken off it counts; *thành lập mới 40 hợp tác xã* says nothing of those that close.
"""

from __future__ import annotations

import re

from attrs import evolve

from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["added"]

_ADDS = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?:\s(?:mới|được))?\s$")
_TAKES = re.compile(r"(?<!\w)(?:bớt|cắt|cắt bỏ|xóa|xoá|xóa bỏ|xoá bỏ)(?:\s(?:được|đi|thêm|tiếp))?\s$")
_REACH = 20


def added(lower: str, hit: TargetHit) -> Target | None:
    """Return the change that an amount is by the verb before it; None for any other amount.

    Args:
        lower: the text in lower case.
        hit: the amount.
    """
    target = hit.target
    if target.change is not Change.LEVEL or target.bound is not Bound.EXACT or target.upper or target.total:
        return None
    start, end = max(0, hit.numeral.start - _REACH), hit.numeral.start
    counted = target.quantity.unit.kind in (UnitKind.COUNT, UnitKind.POINTS)
    if not counted and not lower.endswith("thêm ", start, end):  # "thu bổ sung 300 tỷ đồng" is an amount of its own
        return None
    if _TAKES.search(lower, start, end):
        return evolve(target, change=Change.DECREASE)
    return evolve(target, change=Change.INCREASE) if _ADDS.search(lower, start, end) else None
