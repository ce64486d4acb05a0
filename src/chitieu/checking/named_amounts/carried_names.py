"""Names that go on from a change to the level it leads to: *tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm so với năm 2025, còn 2,1%*.

The level says nothing of what it is of, and the change may be an indicator of its own (how much the rate of the poor falls).
"""

from __future__ import annotations

import re

from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.numbers.decimals import format_number
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target

__all__ = ["carried_name", "level_key"]

_RATES = ("%", "điểm phần trăm", "điểm %")
_CUT = re.compile(r"^(?:mức |phấn đấu |tiếp tục )*(?:kéo )?giảm (?=tỷ lệ)|(?<=tỷ lệ )giảm (?=hộ)", re.IGNORECASE)
_ON = re.compile(
    r"(?:\s?\(?(?:so với|so)\s(?:(?:cuối|đầu|cùng kỳ|thực hiện|kết quả)\s)*năm\s(?:(?:19|20)[0-9]{2}|trước)\)?)?"
    r"\s?,?\s?(?:(?:và|để|chỉ|xuống|đưa tỷ lệ|tỷ lệ|tỷ lệ này|xuống mức|ở mức|khoảng)\s)*(?:còn|xuống|lên|đạt)(?:\s(?:mức|khoảng|dưới|trên))*\s?"
)
"""Between a change of a rate and its level."""


def _is_rate_change(target: Target) -> bool:
    """Whether an amount is a change of a rate, in points or in what is written for them."""
    return target.change is not Change.LEVEL and target.quantity.unit.label in _RATES


def _is_rate(target: Target) -> bool:
    return target.change is Change.LEVEL and target.quantity.unit.label == "%"


def _led_to(target: Target, piece: str) -> bool:
    """Whether the words before an amount say that something comes to it: *còn 2,1%*."""
    number = re.escape(format_number(target.quantity.value))
    return (
        re.search(rf"(?<!\w)(?:còn|xuống|lên|đạt)(?:\s(?:mức|khoảng|dưới|trên))*\s{number}\s?%", piece.lower())
        is not None
    )


def level_key(item: PlannedIndicator, target: Target, piece: str, above: PlannedIndicator | None = None) -> str | None:
    """Return the indicator of a level that stands behind a change of the same rate; None where it is not sure.

    Args:
        item: the line or its part that has the level.
        target: the level.
        piece: the words of the line.
        above: the line it is a part of.
    """
    if not _is_rate(target):
        return None
    if above is not None and not item.name and item.relation is Relation.BESIDE and above.parts[:1] == (item,):
        named, led = above, len(above.targets) == 1 and _led_to(target, piece)
    else:
        named, led = item, len(item.targets) > 1 and item.targets[1] is target
    if not led or not _is_rate_change(named.targets[0]):
        return None
    return certain_key(_CUT.sub("", named.name), unit=target.quantity.unit, change=Change.LEVEL)


def carried_name(lower: str, change: TargetHit | None, name: str, level: TargetHit) -> str:
    """Return the name of an amount that the change of a rate right before it leads to; empty for any other amount.

    Args:
        lower: the text in lower case.
        change: the amount before, with its name; None for the first one.
        name: what it is called.
        level: the amount without a name.
    """
    if change is None or not _is_rate_change(change.target) or not _is_rate(level.target):
        return ""
    on = _ON.fullmatch(lower, change.numeral.end, level.numeral.start)
    return _CUT.sub("", name) if on is not None else ""
