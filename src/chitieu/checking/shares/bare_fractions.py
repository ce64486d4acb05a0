"""Fractions of what is named ahead of them, with their share behind: *cụm công nghiệp 9/16 (56,3%)*.

A fraction without a noun is no amount of its own, small ones are read as numbers of labels; a share in brackets right behind says
that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.parts.case_flow import case_shares
from chitieu.checking.shares.said_share import LIKELY, SaidShare, is_level
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import search_before
from chitieu.checking.texts.sentences import Amount, amounts_of
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound

__all__ = ["bare_fractions"]

_SAYS_SHARE = re.compile(
    r"\s?(?:\(\s?|[,;]\s(?=đạt|chiếm|bằng|tỷ|tỉ|tương|=)|\s(?==))(?:(?:đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ|là|=)\s?)*"
)
_NUMBERED = re.compile(r"(?<!\w)(?:số|ngày|đến|hết|trước|từ|tháng|qua|sau|và|điều|khoản|biểu|tổ|mẫu|phiên bản)\s$")
"""Ahead of a day or of the number of something."""
_NEAR = 20


def bare_fractions(passage: Passage, numbers: Sequence[Numeral]) -> Iterator[SaidShare]:
    """Yield the shares behind fractions that no noun follows, and those of cases done in time or late.

    Args:
        passage: a text with its amounts.
        numbers: all its numbers.
    """
    piece = passage[0]
    shares = {one.start: one for one in amounts_of(passage, numbers) if _is_share(one)}
    lower = piece.source.lower
    for number in numbers:
        if number.kind not in (NumeralKind.LABEL, NumeralKind.BARE) or not number.total:
            continue
        behind = _SAYS_SHARE.match(lower, number.end)
        percent = shares.get(behind.end()) if behind is not None else None
        if percent is None or number.value <= 0 or search_before(_NUMBERED, lower, number.start, _NEAR):
            continue
        part, whole = Quantity(number.value), Quantity(number.total)
        yield SaidShare(percent, number.start, number.end, part, whole, LIKELY)
    for case in case_shares(lower):
        percent = shares.get(case.percent)
        if percent is not None:
            yield SaidShare(percent, case.start, case.end, Quantity(case.part), Quantity(case.whole), LIKELY)


def _is_share(one: Amount) -> bool:
    return one.quantity.unit.label in ("%", "‰") and is_level(one) and one.bound is Bound.EXACT
