"""Words by which an amount is one that was told before: *trong 52 xã này*, *đã gồm 40 hộ nói trên*, *so với 71,4% của năm 2025*."""

from __future__ import annotations

import re
from enum import Enum

from chitieu.targets.reader import TargetHit

__all__ = ["Back", "leads_back"]


class Back(Enum):
    """Whether an amount is said to have been told before, and how."""

    NOT = "not"
    BASE = "base"
    """As what something is compared with: *so với 71,4%*."""
    AGAIN = "again"
    """As what is spoken of further: *trong 52 xã này*."""


_BASE = re.compile(r"(?<!\w)(?:so với|so)(?:\s(?:mức|số|con số|kết quả|kế hoạch|dự toán|tổng|tổng số)){0,3}\s$")
_BEFORE = re.compile(
    r"\((?:tổng|tổng số)\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s$|[0-9](?:\s[^\W\d_]+){1,3}\strên\s$"
    r"|(?<!\w)(?:tính trên|trên tổng|trong|toàn bộ|tất cả|danh sách|đã gồm|lượt khách trên)(?:\s(?:mức|số|con số|tổng|tổng số)){0,2}\s$"
)
_BEHIND = re.compile(
    r"(?:[\s,](?!và\s)[^\W\d_]+){0,5}?\s(?:này|nêu trên|nói trên|kể trên|trên đây|ở trên|đã nêu|nêu tại|nói tại|nêu ở)(?!\w)(?!\s(?:tháng|năm))"
)
_NEAR, _REACH = 40, 90


def leads_back(lower: str, hit: TargetHit) -> Back:
    """Return whether the words around an amount say that it was told before.

    Args:
        lower: the text in small letters.
        hit: the amount.
    """
    ahead = lower[max(0, hit.start - _NEAR) : hit.numeral.start]
    if _BASE.search(ahead):
        return Back.BASE
    again = _BEFORE.search(ahead) or _BEHIND.match(lower, hit.end, hit.end + _REACH)
    return Back.AGAIN if again else Back.NOT
