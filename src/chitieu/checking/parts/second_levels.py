"""A second level that is striven for, told behind the parts of the first: *gồm …; phấn đấu đạt 105% dự toán, tức 10.500 tỷ đồng*."""

from __future__ import annotations

import re

from chitieu.plan import PlannedIndicator

__all__ = ["is_second_level"]

_STRIVES = re.compile(
    r"[\s,;(]*(?:và|đồng thời|trong đó|song|nhưng)?\s*(?:phấn đấu|quyết tâm|nỗ lực|cố gắng|kịch bản|phương án|trường hợp|mức|chỉ tiêu|mục tiêu)(?!\w)",
    re.IGNORECASE,
)
_WORDS = (
    "phấn đấu quyết tâm nỗ lực cố gắng kịch bản phương án trường hợp thuận lợi tốt cao nhất hơn mức chỉ tiêu mục dự toán kế hoạch"
    " thu vượt tăng thêm đạt được giao tức là tương đương ứng với khoảng hđnd tỉnh trung ương địa phương so thực hiện cả năm tổng số toàn"
)
_OF_LEVELS = frozenset(_WORDS.split())
"""Words that name nothing but a level of the line itself."""
_WORD = re.compile(r"\w+")


def is_second_level(whole: str, part: PlannedIndicator) -> bool:
    """Whether an amount behind the parts of a line is another level of the line, so that it is no part of it.

    Args:
        whole: the name of the line.
        part: the amount as it was read.

    >>> is_second_level("Thu ngân sách", PlannedIndicator("thu", text="; phấn đấu thu đạt 10.500 tỷ đồng"))
    True
    >>> is_second_level("Thu ngân sách", PlannedIndicator("thu nội địa", text="; phấn đấu thu nội địa 9.000 tỷ đồng"))
    False
    """
    if _STRIVES.match(part.text) is None:
        return False
    units = " ".join(target.quantity.unit.label for target in part.targets)
    own = _OF_LEVELS.union(_WORD.findall(f"{whole} {units}".lower()))
    return own.issuperset(_WORD.findall(part.name.lower()))
