"""Rates of poor households told behind their number: *còn 2.500 hộ nghèo trên tổng số 100.000 hộ, chiếm 2,5%*.

No word names the rate there; the number beside it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.stated import is_whole
from chitieu.checking.named_amounts.stated_totals import sentence_before
from chitieu.checking.texts.passages import Passage
from chitieu.targets.target import Bound, Change

__all__ = ["counted_rates"]

_RATES = {"hộ nghèo": ("tỷ lệ hộ nghèo", "poor"), "hộ cận nghèo": ("tỷ lệ hộ cận nghèo", "near_poor")}
_LEVELS = (Bound.EXACT, Bound.ABOUT)
_NUMBER = r"[0-9]{1,3}(?:\.?[0-9]{3})*"
_TOTAL = rf"(?:\s?(?:/|trên|trong)\s?(?:tổng )?(?:số )?{_NUMBER} hộ(?: dân| gia đình)?)?"
_SHARE = r"\s?[,;]?\s?\(?(?:(?:chiếm|bằng|đạt|tương ứng|tương đương|ứng với|với|là|còn|tỷ lệ)\s){0,3}(?:khoảng\s)?"
_BETWEEN = re.compile(_TOTAL + _SHARE)
_NOUN = re.compile(
    r"(?:(?<!\w)(?:số|còn)\s|^\W*(?=hộ (?:cận )?nghèo(?: toàn (?:tỉnh|thành phố|huyện|xã|phường))?\s?(?::|có|còn|là)))"
    r"(hộ nghèo|hộ cận nghèo)(?: toàn (?:tỉnh|thành phố|huyện|xã|phường))?[^;.()0-9]{0,30}$"
)
_ALL = re.compile(
    r"\s?\)?(?: (?:trên |trong |so với )?(?:tổng )?số hộ(?: dân| gia đình)?)?(?: (?:của |trên địa bàn )?(?:toàn|cả)? ?(?:tỉnh|thành phố|huyện|xã|phường))?(?=\s?[.,;)\n]|$)"
)
_LEFT = re.compile(
    r"(?<!\w)(?:còn|có|còn lại|là|tổng số|(?:số |tổng số |tổng )?hộ (?:cận )?nghèo[^;.,()0-9]{0,40})(?:\s(?:khoảng|tổng số|tổng cộng))?\s?:?\s?$"
    r"|%\)?\s?(?:và|,)\s(?:còn\s)?$"
)
"""Words before a number of households by which that many are left, or the rate of others in a list."""
_SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|giảm|thoát|tăng|phát sinh|tái nghèo|mỗi|hỗ trợ|cho)(?!\w)")
"""Words of a sentence by which the households are not those that are left in all."""


def counted_rates(passages: Iterable[Passage], year: int | None) -> Iterator[Claim]:
    """Yield the rates of poor households that stand behind the number of all of them.

    Args:
        passages: texts with their amounts.
        year: the year they are told for.
    """
    for piece, hits in passages:
        lower = piece.source.lower
        count = None
        for hit in hits:
            target, label = hit.target, hit.target.quantity.unit.label
            if target.change is not Change.LEVEL or target.bound not in _LEVELS:
                count = None
            elif label.startswith("hộ"):
                before = sentence_before(piece, hit.numeral.start)
                noun = _NOUN.search(before)
                poor = label if label in _RATES else noun[1] if noun is not None and label == "hộ" else None
                if poor is not None:
                    left = _LEFT.search(before) is not None and _SOME.search(before) is None
                    count = (hit, *_RATES[poor]) if left else None
            elif label == "%" and count is not None:
                first, name, key = count
                count = None
                behind = _ALL.match(lower, hit.numeral.end)
                if behind is None or not _BETWEEN.fullmatch(lower, first.numeral.end, hit.numeral.start):
                    continue
                if is_whole(piece.source, first, "", year):
                    span = piece.source.span(hit.numeral.start, behind.end()) if piece.placed else None
                    yield Claim(name, key, target, span=span, sure=True)
            else:
                count = None
