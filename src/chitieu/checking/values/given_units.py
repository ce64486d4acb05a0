"""A unit in brackets that is that of the numbers of its sentence: *Thu nhập (triệu đồng/người): năm 2024: 53,8; năm 2025: 58,4*."""

from __future__ import annotations

import re

from chitieu.checking.named_amounts.amounts import unit_of

__all__ = ["is_unit_given"]

_BRACKET = re.compile(
    r"\((?:(?:đvt|đơn vị(?: tính)?|tính(?: bằng| theo)?|theo)\s?:?\s)?(?P<first>[^(),;:0-9]{1,40})(?P<more>[,;:][^()]{0,160})?\)"
)
_BARE_BEFORE = re.compile(r"[0-9]\s?$")
_OPENS_LIST = re.compile(r"[^.;:0-9]{0,60}:")
_ROUNDED = re.compile(r"(?<!\w)(?:làm tròn|sai số)(?!\w)")


def is_unit_given(sentence: str) -> bool:
    """Whether the numbers that follow the words of a sentence need no unit of their own.

    A unit alone in brackets before a colon gives it to what stands behind that, one behind a number without a unit to
    what goes on from there. What is said of rounding has none.

    Args:
        sentence: the words of a sentence before a number, in small letters.

    >>> is_unit_given("giải ngân theo quý (tỷ đồng): i: 8,2; ii: ")
    True
    >>> is_unit_given("cơ cấu chuyển từ 20,5 - 79,5 (%, nông nghiệp và phần còn lại) sang 19,0 - ")
    True
    >>> is_unit_given("thu nhập bình quân (một người) tăng ")
    False
    """
    if _ROUNDED.search(sentence):
        return True
    for bracket in _BRACKET.finditer(sentence):
        first = bracket["first"].strip()
        about = _OPENS_LIST.match(sentence, bracket.end()) or _BARE_BEFORE.search(sentence, 0, bracket.start())
        if about and (first == "%" or unit_of(first) is not None):
            return True
    return False
