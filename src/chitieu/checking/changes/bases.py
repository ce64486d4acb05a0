"""Amounts that only say what a percentage is of: *bằng 103% dự toán tỉnh giao (83,7 tỷ đồng)*, *(kế hoạch 3.350 lượt)*.

What is said behind them (*tăng 4% so với cùng kỳ*) is said of the amount ahead of the percentage.
"""

from __future__ import annotations

import re

from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import search_before
from chitieu.targets.reader import TargetHit

__all__ = ["is_base"]

_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kịch bản|kh|dt)"
_BASE = re.compile(
    rf"(?<!\w)bằng\s[0-9.,]{{1,9}}\s?%\s(?!(?:so(?: với)?\s)?(?:(?:mức|kết quả|số)\s)?(?:cùng|năm|thực|đầu|cuối|quý|tháng|vụ))[^;.,:()|0-9%\n]{{2,60}}\(\s?$|"
    rf"(?:%\s(?:(?:so với|so|của|tổng)\s)*|[(,]\s?(?:và\s)?){_PLAN}(?!\w)(?:[^;.,:()|0-9%\n]|(?:19|20)[0-9]{{2}}(?![0-9])){{0,60}}[(:]?\s?(?:(?:là|giao|khoảng)\s)*$"
)
"""Ahead of the amount a percentage is of."""


def is_base(lower: str, hit: TargetHit) -> bool:
    """Whether an amount is what was planned, told only because the result is put beside it.

    Args:
        lower: the text in small letters.
        hit: the amount.
    """
    return search_before(_BASE, lower, hit.numeral.start, REACH) is not None
