"""What rules on one amount by itself share: the words beside it, the units of records."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rules import RuleFault
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.errors import ParseError
from chitieu.targets.reader import TargetHit
from chitieu.units import Unit, parse_unit

__all__ = ["fault_at", "is_compared", "is_of_others", "unit_of", "words_near"]

_OF_A_PLAN = re.compile(
    r"(?<!\w)(?:chiếm|còn lại|bằng|gấp|cả nước|dự toán|kế hoạch|chỉ tiêu|kịch bản|so với|so|cùng kỳ|giải ngân|hoàn thành|thực hiện|nhiệm vụ|nghị quyết|(?:tăng|giảm)(?! (?:lên|xuống|còn|đến|về)(?!\w))"
    r"|huy động|giao quân|tuyển quân|nhập học|công suất|định mức)(?!\w)"
)
"""Words that make a percentage one of a plan or of an earlier value, which may pass 100."""
_CLAUSE_END = re.compile(r";|[,.](?=\s|$)")
_REACH = 80


def is_compared(claim: Claim) -> bool:
    """Whether the words near a percentage measure it against a plan or an earlier value."""
    return bool(_OF_A_PLAN.search(f"{claim.name} {words_near(claim)}".lower()))


def is_of_others(claim: Claim) -> bool:
    """Whether a percentage is one of what others have, or of what was planned: *bằng 80% khu vực thành thị*, *đạt 102% kế hoạch*."""
    return _BY_IT.search(claim.ahead.lower()) is not None or _WHOSE.match(claim.behind.lower()) is not None


_BY_IT = re.compile(
    r"(?<!\w)(?:bằng|tương đương|tương ứng|xấp xỉ)(?:\s(?:khoảng|trên|hơn|gần|xấp xỉ|ít nhất|tối thiểu|từ|với))*\s$"
)
_WHOSE = re.compile(
    r"(?:\s?(?:[-–]|đến|tới)\s?[0-9][0-9.,]*)?(?:\s?%)?\s\(?(?:so với|so|của|mức|thu nhập|bình quân|trung bình|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|cùng kỳ|khu vực|cả nước|toàn quốc)(?!\w)"
)
"""Behind the number, and behind the end of a range whose sign it has: *85 - 90% bình quân của vùng*."""


def words_near(claim: Claim) -> str:
    """Return an amount with the words beside it, as far as its clause goes."""
    behind = f"{claim.part}{claim.behind}"
    return _CLAUSE_END.split(claim.ahead[-_REACH:])[-1] + _CLAUSE_END.split(behind[:_REACH])[0]


@cache
def unit_of(label: str) -> Unit | None:
    """Return a unit of a record; None for what is no unit of quantities (``thứ hạng``)."""
    try:
        return parse_unit(label)
    except ParseError:
        return None


def fault_at(passage: Passage, hit: TargetHit, **fields: Any) -> RuleFault:
    """Return a fault at an amount, under the words ahead of it."""
    piece, numeral = passage[0], hit.numeral
    return piece.fault(numeral.start, numeral.end, name_before(piece, hit), value=hit.target, **fields)
