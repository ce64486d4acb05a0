"""Numbers in a row behind an amount, of which only the last has a unit, or none: *14 xã, mỗi quý lần lượt 2, 4, 5 và 3 xã*, *26 dự án (quý I 4, quý II 8, quý III 6, quý IV 8)*, *18 việc, chia ba nhóm 7 - 8 - 3*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from chitieu.checking.parts.bare_parts import bare_hits
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.slips import right_but_for_a_digit
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.targets.reader import TargetHit

__all__ = ["number_series"]

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)(?![0-9/%]|[.,][0-9]|\s?%|\s?×)"
_LABEL = r"(?:(?:quý|nhóm|đợt|vùng|loại)\s(?:iv|i{1,3}|v|[1-6])(?:\s(?:là|đạt))?\s?:?\s|(?:năm\s)?(?:19|20)[0-9]{2}(?:\s?:|\slà)\s|năm\s(?:19|20)[0-9]{2}\s)?"
_JOINED = r"(?:\s[-–]\s|\s?[;,]\s(?:và\s)?|\s(?:và|\+)\s)"
_ROW = re.compile(
    rf"(?<![0-9.,/\w])(?P<row>{_LABEL}{_NUMBER}(?:{_JOINED}{_LABEL}{_NUMBER}){{2,5}})(?!\s?[-–/]\s?[0-9])"
)
_ITEM = re.compile(rf"(?P<label>{_LABEL})(?P<number>{_NUMBER})")
_CUE = re.compile(
    r"(?<!\w)(?:(?:từng|mỗi|theo|các|bốn|4|bốn) quý|quý sau|(?:chia|thành|theo|vào) (?:[^\W\d_]+ )?(?:[0-9]{1,2} |hai |ba |bốn |năm )?(?:nhóm|đợt|vùng|bậc|giai đoạn)|lần lượt)(?!\w)"
)
"""Words with numbers in a row that are parts: those of quarters, groups, rounds."""
_NO_CUE = re.compile(
    r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|bình quân|tăng|giảm|so với|tỷ lệ|cơ cấu|tỷ trọng|năng suất|năm [0-9]{4}|điều|khoản|mục|chỉ tiêu số|tháng|ngày|còn|hết)(?!\w)"
)
_SENTENCE = re.compile(r"\.\s|\n|\|")
_CLOSES = re.compile(r"\s?[);.](?:\s|$|[;.,])|\s?\n|$|,\s")
_QUARTERS = 4
_NEAR, _FAR, _TEN = Fraction(1, 8), Fraction(1, 4), 10
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def number_series(passage: Passage) -> Iterator[Group]:
    """Yield the amounts with their parts in a row behind them, where these come near them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    ends, at_place = [hit.end for hit in hits], {hit.numeral.start: hit for hit in hits}
    lower = piece.source.lower
    for row in _ROW.finditer(lower):
        items = list(_ITEM.finditer(lower, *row.span("row")))
        unit = at_place.get(items[-1].start("number"))
        whole = _whole(hits[: bisect_right(ends, row.start())], unit)
        if whole is None or (unit is None and _CLOSES.match(lower, row.end()) is None):
            continue
        parts = bare_hits(piece, whole, items)
        if (
            _is_led(lower[whole.end : row.start()], items)
            and _are_amounts(whole, items, parts)
            and _are_meant(whole, parts)
        ):
            yield Group(name_before(piece, whole), whole, parts, complete=True)


def _whole(ahead: Sequence[TargetHit], unit: TargetHit | None) -> TargetHit | None:
    """Return the amount ahead of a row that it may be of: the last one, where the row has a unit the last in that."""
    if unit is None:
        return next(filter(sums_up, ahead[-1:]), None)
    return next((hit for hit in reversed(ahead[-_FEW:]) if sums_up(hit) and same_sort(hit, unit)), None)


_FEW = 3


def _is_led(between: str, items: Sequence[re.Match[str]]) -> bool:
    """Whether the words ahead of a row, or those before each number, say that these are parts; of quarters there are four."""
    if _SENTENCE.search(between) or _NO_CUE.search(between):
        return False
    labels = [item["label"] for item in items]
    if any(labels) and not all(labels):
        return False
    cues = " ".join((*labels, *_CUE.findall(between))).strip()
    return bool(cues) and ("quý" not in cues or len(items) == _QUARTERS)


def _are_amounts(whole: TargetHit, items: Sequence[re.Match[str]], parts: Sequence[TargetHit]) -> bool:
    """Whether numbers are no years, no levels of years, and do more than count on: *các quý 1, 2, 3 và 4*."""
    values = [part.target.quantity.value for part in parts]
    if _YEAR.search(items[0]["label"]) and whole.target.quantity.value <= max(values):
        return False  # "duy trì 42 trạm (năm 2026: 42; năm 2027: 44; …)"
    counting = all(after - before == 1 for before, after in pairwise(values))
    return not counting and not all(_YEAR.fullmatch(item["number"]) for item in items)


def _are_meant(whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether parts come near their whole, or would come to it but for a digit ahead of the last."""
    stated, sizes = whole.target.quantity, [part.target.quantity for part in parts]
    gap = abs(sum((size.amount for size in sizes), Fraction(0)) - stated.amount)
    far = _FAR if len(parts) >= _QUARTERS else _NEAR
    ten = gap / stated.unit.factor % _TEN == 0
    return gap <= stated.amount * far or (ten and right_but_for_a_digit(stated, sizes, least=2))
