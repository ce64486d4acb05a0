"""Parts of a number that are named instead of counted: *23 phường, 70 xã và đặc khu Hoàng Sa* are 94."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["named_beside", "named_ones"]

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_PLACE = r"(?:đặc khu|thị xã|thị trấn|thành phố|tỉnh|quận|huyện|phường|xã|thôn|bản|ấp|khóm)"
_NAME = r"(?:\s[^\W\d_a-z][\w'-]*){1,5}"
"""Words that begin with a capital; of letters with marks `_is_name` tells."""
_ONE = re.compile(rf"(?P<several>(?:các|những)\s|(?P<number>{'|'.join(_NUMBERS)})\s)?{_PLACE}(?P<name>{_NAME})")
_NEXT = re.compile(rf"(?P<name>{_NAME})")
_BODY = re.compile(
    r"(?:Sở|Ban|Văn phòng|Ủy ban|UBND|Trung tâm|Chi cục|Cục|Thanh tra|Công an|Bộ Chỉ huy|Trường|Viện|Hội|Kho bạc|Đài|Báo)(?!\w)[^0-9]{1,80}"
)
_CUE = re.compile(r"(?:bao gồm|gồm có|gồm|chia ra|trong đó|có)\s?:?\s")
_ITEM = re.compile(r"[,;]\s|\s(?:và|cùng|cùng với|với)\s")
_END = re.compile(r";|\.(?=\s|$)|[()\n|]")
_LIST_END = re.compile(r"[.](?=\s|$)|[()\n|]")
"""What ends a list whose items semicolons divide."""


def named_ones(text: str, start: int, last: int) -> int:
    """Return how many parts of a list are named without a number.

    Args:
        text: the text.
        start: where the list begins, behind the words that open it.
        last: where its last counted part ends; the list goes on to the end of the clause.

    >>> text = "gồm 23 phường, 70 xã và đặc khu Hoàng Sa."
    >>> named_ones(text, text.index("23"), text.index(" và"))
    1
    """
    end = (_LIST_END if ";" in text[start:last] else _END).search(text, last)
    bracket = end is not None and end.group() == ")"
    listed = text[start : end.start()] if end is not None else text[start:]
    items = _ITEM.split(listed)
    count, several = 0, False
    for item in items:
        words = _CUE.sub("", item.strip(" :,;("))
        one = _ONE.fullmatch(words)
        if one is not None and _is_name(one["name"]):
            count += _NUMBERS.get(one["number"], 1)
            several = one["several"] is not None and one["number"] is None
        elif several and (following := _NEXT.fullmatch(f" {words}")) is not None and _is_name(following["name"]):
            count += 1
        else:
            several = False
            closes = bracket or listed.endswith(f" và {item}")
            count += bool(closes and _BODY.fullmatch(words))
    return count


def named_beside(text: str, parts: Sequence[str]) -> int:
    """Return how many parts of a line are named without a number.

    Args:
        text: the line.
        parts: what stands in it of its parts, one by one.

    >>> named_beside("Có 94 đơn vị, gồm 23 phường, 70 xã và đặc khu Hoàng Sa", [", gồm 23 phường", ", 70 xã"])
    1
    """
    found = [part for part in parts if part in text]
    return named_ones(text, text.index(found[0]), text.index(found[-1]) + len(found[-1])) if found else 0


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split())
