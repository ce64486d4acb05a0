"""So many, and their names one by one: *04 xã Tân An, Tân Bình, Tân Lập và Tân Hòa*, *05 nội dung: Thứ nhất, …; Thứ năm, …*.

Only lists whose items cannot be taken for anything else are counted: names of places, words of one pattern, ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from attrs import frozen

__all__ = ["NamedCount", "named_counts"]


@frozen
class NamedCount:
    """A number that is not that of the things named behind it.

    Attributes:
        start, stop: where the number and its noun stand.
        stated: the number; `named`: how many are named.
        noun: what is counted.
    """

    start: int
    stop: int
    stated: int
    named: int
    noun: str


_PLACE = r"(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu|quận)"
_NUMBER = r"(?<![\w.,/-])(?P<number>0?[2-9]|1[0-9])"
_CAPITAL = "".join(filter(str.isupper, map(chr, range(0xC0, 0x1F00))))
_WORD = rf"[A-Z{_CAPITAL}][^\W\d_]*"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,4}}(?:\s[-–]\s{_WORD}(?:\s{_WORD})?)?"
_PLACES = re.compile(
    rf"{_NUMBER}\s(?P<noun>{_PLACE}(?:,\s{_PLACE})*):?\s(?P<list>(?>(?:{_PLACE}\s)?{_NAME}(?:(?:,|\svà)\s(?:{_PLACE}\s)?{_NAME}){{1,20}}))"
    rf"(?![\w/-])(?!\s?(?:,|;|và|cùng|với)\s(?:và\s)?(?:các\s|[0-9]+\s)?{_PLACE}(?!\w))(?!\s?(?:,|;)?\s?(?:…|\.\.|v\.v))"
)
_OWN = re.compile(_PLACE)
_ITEM = re.compile(r",\s|\svà\s")
_BODY = re.compile(
    r"(?:Sở|Ban|Ủy|Uỷ|UBND|Công|Hội|Đoàn|Chi|Phòng|Trung|Mặt|Bộ|Văn|Quỹ|Ngân|Chủ|Thanh tra|Cục|Kho|Trường|Bệnh|Báo|Đài|Hợp|Khu|HTX)(?!\w)"
)
"""First words of what is no place."""

_ALIKE = re.compile(
    rf"{_NUMBER}\s(?P<noun>trụ cột|khâu đột phá|đột phá|trụ|mũi nhọn|lĩnh vực|nhóm|khâu|mặt|loại hình|trọng tâm):\s(?P<list>[^;:.()|0-9\n]{{5,200}})(?=[.;\n)]|$)"
)
_MOST_WORDS = 6

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CONTENTS = re.compile(
    rf"{_NUMBER}\s(?P<noun>nội dung|nhiệm vụ|giải pháp|nhóm nhiệm vụ|nhóm giải pháp|vấn đề|khâu|trọng tâm|điểm|yêu cầu|mục tiêu)(?!\w)"
    r"[^;:|0-9]{0,120}(?=:\s*(?:[-+*•]\s)?thứ nhất(?!\w))"
)
_ORDINAL = re.compile(rf"(?:^|[.;\n:]\s*|[-+*•]\s)thứ (?P<which>{'|'.join(_ORDINALS)})\s?[,:]")
_FAR = 8000
_LEAST = 2


def named_counts(text: str, lower: str) -> Iterator[NamedCount]:
    """Yield the numbers that differ from those named behind them.

    Args:
        text: a folded text on one line.
        lower: the same in small letters, of the same length.

    >>> text = "Diễn tập tại 04 xã Tân An, Tân Bình và Tân Lập; trên 3 trụ cột: xã hội số, kinh tế số."
    >>> [(one.noun, one.stated, one.named) for one in named_counts(text, text.lower())]
    [('xã', 4, 3), ('trụ cột', 3, 2)]
    """
    for match, named in chain(_places(text), _alike(lower), _ordinals(lower)):
        stated = int(match["number"])
        if named >= _LEAST and named != stated:
            yield NamedCount(match.start(), match.end("noun"), stated, named, match["noun"])


def _places(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the counts of places with how many are named; more than are counted only where an *và* closes the list."""
    for match in _PLACES.finditer(text):
        items = _ITEM.split(match["list"])
        closed = match["list"].endswith(f" và {items[-1]}")
        own = [found.group() for item in items if (found := _OWN.match(item))]
        if any(_BODY.match(item) for item in items) or not set(own) <= set(match["noun"].split(", ")):
            continue
        if closed or len(items) <= int(match["number"]):
            yield match, len(items)


def _alike(lower: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the counts of things whose names all begin or end with one word: *chính quyền số, kinh tế số, xã hội số*."""
    for match in _ALIKE.finditer(lower):
        items = [item.split() for item in _ITEM.split(match["list"])]
        if any(not item or len(item) > _MOST_WORDS for item in items):
            continue
        if any(len({item[at] for item in items}) == 1 for at in (0, -1)):
            yield match, len(items)


def _ordinals(lower: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the counts of contents that are then told one by one: *Thứ nhất, …; thứ hai, …*."""
    for match in _CONTENTS.finditer(lower):
        named = 0
        for one in _ORDINAL.finditer(lower, match.end(), match.end() + _FAR):
            if _ORDINALS.index(one["which"]) != named:
                break
            named += 1
        yield match, named
