"""Values of another time in a bracket, that leave out the unit of the value before: ``10,8 (năm 2025: 10,2; tăng 0,6)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.hits import TargetHit
from chitieu.targets.target import Change
from chitieu.units import Unit

__all__ = ["unit_of_another_time"]

_OTHER_TIME = re.compile(
    r"(?:\s(?:so với |so |của )?(?:kế hoạch|dự toán|cùng kỳ|năm (?:trước|(?:19|20)[0-9]{2}))[^;.,()|0-9]{0,30}\(|\s?\([^;.,()|0-9]{0,20}(?:kế hoạch|dự toán|cùng kỳ|năm trước|năm (?:19|20)[0-9]{2}))"
    r"(?:\s?(?:cả năm|là|đạt|ước|:|=))*\s?"
)
_IN_CLOSED_BRACKET = re.compile(r"\s?(?:\)|[;,]\s[^()|]{0,60}\))")
_CHANGE_BEHIND = re.compile(r"\s?[;,]\s(?:tăng|giảm)(?: thêm)?\s")
_LIKELY = 3
"""How many times a value may be that of another time whose unit it leaves out."""


def unit_of_another_time(lower: str, hits: Sequence[TargetHit], numeral: Numeral) -> Unit | None:
    """Return the unit of the value before a bracket that tells it of another time: ``10,8 (năm 2025: 10,2; tăng 0,6)``.

    Args:
        lower: the folded text in lower case.
        hits: the targets before the number.
        numeral: a number without a unit.

    Returns:
        The unit; None if the number is no value of another time, or of another size.
    """
    if numeral.total is not None or numeral.upper is not None or not hits:
        return None
    last = hits[-1]
    if last.numeral.kind is NumeralKind.BARE and _CHANGE_BEHIND.fullmatch(lower, last.end, numeral.start):
        return last.target.quantity.unit
    if not _IN_CLOSED_BRACKET.match(lower, numeral.end):
        return None
    if not _OTHER_TIME.fullmatch(lower, last.end, numeral.start):
        return None
    for hit in hits[:-3:-1]:
        target = hit.target
        alike = target.change is Change.LEVEL and target.total is None and target.quantity.value > 0
        if alike and target.quantity.value < _LIKELY * numeral.value < _LIKELY**2 * target.quantity.value:
            return target.quantity.unit
    return None
