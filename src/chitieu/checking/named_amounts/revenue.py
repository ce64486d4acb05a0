"""Amounts of money that are those of all revenue, though the words right before them only say that it is brought in.

Who is to collect is known, and so is what: *Chống thất thu, phấn đấu thu đạt 9.500 tỷ đồng*, *Khai thác nguồn thu, hoàn thành
dự toán 9.500 tỷ đồng*. A sentence that speaks of one kind of revenue, of a fund or of spending is left alone.
"""

from __future__ import annotations

import re

__all__ = ["REVENUE", "is_revenue"]

REVENUE = "thu ngân sách nhà nước trên địa bàn"
"""What is meant."""
_CLAUSE = re.compile(r"[,:](?=\s)|(?<!\w)(?:để|nhằm)(?=\s)")
_BRINGS_IN = re.compile(
    r"\W*(?:(?:phấn đấu|bảo đảm|đảm bảo|quyết tâm|tổ chức|hoàn thành|thực hiện|tổng|số|thu|nộp|đạt|vượt|và|mức|ít nhất|được|chỉ tiêu|nhiệm vụ|kế hoạch|dự toán|giao"
    r"|ngân sách|nhà nước|nsnn|trên địa bàn|toàn tỉnh|cả năm|năm)(?!\w)\s*)*"
)
"""Words that say nothing of what is brought in."""
_IN = re.compile(r"(?<!\w)(?:thu|dự toán)(?!\w)")
_OF_REVENUE = re.compile(
    r"(?<!\w)(?:thu ngân sách|thu nsnn|nguồn thu|khoản thu|thất thu|nợ (?:đọng )?thuế|dự toán thu|thu trên địa bàn|thu đạt và vượt dự toán)(?!\w)"
)
_OF_ONE_KIND = re.compile(
    r"(?<!\w)(?:chi|vốn|giải ngân|đất|phí|lệ phí|học phí|viện phí|bảo hiểm|quỹ|du lịch|du khách|khách|nội địa|nhập khẩu|xuất khẩu|doanh thu|xổ số|cổ phần|đấu giá"
    r"|thu hồi|thu hút|từ|truy thu|nợ (?!đọng|thuế))(?!\w)"
)


_CUSTOMS = re.compile(r"(?<!\w)hải quan(?!\w)")
"""Collects a part alone, and all of it together with the tax office."""


def is_revenue(words: str) -> bool:
    """Whether an amount of money behind some words is that of all revenue.

    Args:
        words: those of its sentence before it.

    >>> is_revenue("Chống thất thu, xử lý nợ đọng thuế, phấn đấu thu đạt")
    True
    >>> is_revenue("Rà soát quỹ đất, khai thác nguồn thu, phấn đấu thu đạt")
    False
    """
    lower = words.lower()
    own = _CLAUSE.split(lower)[-1]
    bare = _BRINGS_IN.fullmatch(own) is not None and (_IN.search(own) is not None or "khoản thu" in lower)
    if any(map(str.isdecimal, lower)) or (_CUSTOMS.search(lower) and "thuế" not in lower):
        return False
    return bare and _OF_REVENUE.search(lower) is not None and _OF_ONE_KIND.search(lower) is None
