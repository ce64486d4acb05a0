"""Changes told by their sign alone: ``158.200 tỷ đồng (+13,0%; năm 2025: 140.000 tỷ đồng)``.

A sign behind a colon is that of a level (``năm 2025: -0,95%``); one that opens a bracket or a clause is that of a change.
"""

from __future__ import annotations

import re

from attrs import evolve

from chitieu.checking.changes.earlier import earlier
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["signed_change"]

_SIGN = re.compile(r"(?:[(;,/]\s?|\)\s)(?P<sign>[-−–+])\s?$")
_REACH = 5


def signed_change(lower: str, hit: TargetHit) -> Target | None:
    """Return the change that an amount with a sign is; None for one without, and for a level below nought.

    Args:
        lower: the text in lower case.
        hit: the amount.
    """
    target = hit.target
    if target.change is not Change.LEVEL or target.bound is not Bound.EXACT or target.upper or target.total:
        return None
    digits = hit.numeral.start
    while digits < hit.numeral.end and not lower[digits].isdigit():
        digits += 1
    found = _SIGN.search(lower, max(0, digits - _REACH), digits)
    points = target.quantity.unit.kind is UnitKind.POINTS
    if found is None or (not points and earlier(lower, hit) is not None):
        return None
    size = Quantity(abs(target.quantity.value), target.quantity.unit)
    return evolve(target, quantity=size, change=Change.INCREASE if found["sign"] == "+" else Change.DECREASE)
