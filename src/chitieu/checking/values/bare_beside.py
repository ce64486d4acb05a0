"""Amounts without a unit beside the same of another year, which has one: *doanh thu đạt 4.200, tăng 12% so với năm 2025 (3.750 tỷ đồng)*.

No catalogue needs to know the name: the earlier value says in what both are measured. So does the share in front of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import row_before
from chitieu.checking.values.bare_items import BareItem
from chitieu.numbers.decimals import read_digits
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["bare_beside"]

_YEAR = r"(?:(?:ước|thực hiện|kết quả|cùng kỳ|mức)\s)*(?:năm\s(?:20[0-9]{2}|trước|ngoái)|cùng kỳ(?:\snăm\s(?:20[0-9]{2}|trước|ngoái))?)"
_BARE = re.compile(
    r"(?P<number>[0-9](?<=\s[0-9])(?:[0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]*,[0-9]+))"
    rf"(?=\s?(?:[(,]\s?(?:tăng|giảm)\s[0-9.,]+%\s(?:so với\s|so\s)?{_YEAR}\s?\(|[(,]\s?{_YEAR}(?:\s(?:đạt|là))?:?\s)(?:(?:đạt|là|khoảng)\s)*(?P<before>(?=[0-9])))"
)
"""A number with an earlier value behind it; it begins with its first digit, so that searching passes over the words."""
_NAME = re.compile(r"(?P<name>[^0-9;:.,()|%/\n]{4,80}?)(?:\s?:|\s(?:đạt|là|còn|ước|ước đạt|đạt khoảng))\s\Z")
_LONGEST_NAME = 100
_INDEX = re.compile(r"(?<!\w)(?:chỉ số|hệ số|điểm|hạng|số (?!tiền|thu|vốn)[^\W\d_]+)(?!\w)")
_MARKER = re.compile(r"(?:^|\s)[-+*•](?=\s)")
_KINDS = (UnitKind.MONEY, UnitKind.MEASURE)
_TIMES = 3


def bare_beside(passage: Passage) -> Iterator[BareItem]:
    """Yield the amounts without a unit in front of an earlier value of about their size that has one, and behind a share like them.

    Args:
        passage: a text with the amounts read from it.
    """
    piece, hits = passage
    units = {hit.numeral.start: hit.target for hit in hits if hit.target.change is Change.LEVEL}
    for match in _BARE.finditer(piece.source.lower):
        start, end = match.span("number")
        before, value = units.get(match.start("before")), read_digits(match["number"])
        if start in units or before is None or value is None:
            continue
        named = _NAME.search(piece.source.lower, max(0, start - _LONGEST_NAME), start)
        if named is None or _INDEX.search(named["name"]):
            continue
        known = before.quantity
        near = known.value and value < known.value * _TIMES and known.value < value * _TIMES
        if near and known.unit.kind in _KINDS and "|" not in row_before(piece.source.text, start):
            name = _MARKER.split(piece.source.clean(*named.span("name")))[-1].strip()
            yield BareItem(name, start, end, match["number"], known.unit.label)
    yield from _bare_shares(passage)


_SETS = r"(?P<verb>đạt|còn|là|chiếm)\s(?:trên\s|khoảng\s|ít nhất\s|tối thiểu\s)?"
_SHARE = re.compile(rf"(?P<name>[^;.,:()|/%\n]{{4,120}}?)\s{_SETS}$")
_NEXT = re.compile(
    rf"\s?[,;]\s(?:và\s)?(?P<name>(?P<first>[^\W\d_]+)\s[^;.,:()|/%\n]{{1,60}}?)\s{_SETS}(?P<number>[0-9]{{1,2}}(?:,[0-9]+)?|100)(?=\s?(?:;|\.(?=\s|$)|\n|$))"
)


def _bare_shares(passage: Passage) -> Iterator[BareItem]:
    """Yield the shares without a sign behind one of its kind: *hộ dùng nước sạch đạt 95%, hộ dùng điện đạt 98*."""
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        if hit.target.quantity.unit.label != "%" or hit.target.change is not Change.LEVEL:
            continue
        share = _SHARE.search(lower, max(0, hit.numeral.start - _REACH), hit.numeral.start)
        bare = _NEXT.match(lower, hit.numeral.end) if share is not None else None
        if share is None or bare is None or share["verb"] != bare["verb"] or _INDEX.search(bare["name"]):
            continue
        if bare["first"] in share["name"].split() and "|" not in row_before(piece.source.text, bare.start("number")):
            start, end = bare.span("number")
            yield BareItem(piece.source.clean(*bare.span("name")), start, end, bare["number"], "%")


_REACH = 150
