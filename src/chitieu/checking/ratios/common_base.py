"""Percentages of one whole, each with what it comes to: *quý I đạt 20% (30 tỷ đồng), quý II đạt 50% (75 tỷ đồng), cả năm 95% (142,5 tỷ đồng)*.

Each pair tells what the whole is. Where a whole is given ahead, or all pairs but one tell the same, the one that does not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["off_base"]

_BESIDE = re.compile(
    r"\s?(?:trở lên\s?)?\(\s?(?:(?:tương ứng|tương đương|khoảng|bằng|là|=|với|ứng với|ít nhất|số vốn)\s?)*"
)
_CLOSES = re.compile(r"\s?\)")
_TIME = re.compile(r"(?<!\w)(?:quý|tháng|ngày|cả năm|hết năm|cuối năm|niên độ|[0-9]{1,2}/[0-9]{1,2})(?!\w)")
_ENDS = re.compile(r"\.(?=\s)|\||\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))\s")
_PAID_OUT = re.compile(r"(?<!\w)(?:giải ngân|vốn|kế hoạch|dự toán)(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:nguồn|ngân sách|dự án|vốn (?:trung|địa|nước|oda|vay|sự|chương|kéo)|so với|cùng kỳ)(?!\w)"
)
"""Words before a percentage that may make it one of another whole."""
_YEARS = re.compile(r"(?<!\w)(?:giai đoạn|trung hạn|nhiệm kỳ|[0-9]{4}\s?-\s?[0-9]{4})(?!\w)")
_REACH, _BEFORE, _LEAST = 120, 80, 3


@frozen(eq=False)
class _Pair:
    """A percentage with the amount behind it."""

    percent: TargetHit
    amount: TargetHit

    def fits(self, base: Fraction) -> bool:
        """Whether the two are of a whole, as far as their digits tell."""
        share, part = self.percent.target.quantity, self.amount.target.quantity
        slack = base * grain(share) / 2 + grain(part) / 2
        return abs(base * share.amount - part.amount) <= slack

    @property
    def base(self) -> Fraction:
        """The whole they are of."""
        return self.amount.target.quantity.amount / self.percent.target.quantity.amount


def off_base(passage: Passage) -> Iterator[tuple[TargetHit, TargetHit, Fraction]]:
    """Yield the percentages that are not what the amount behind them makes of the whole, with it and the whole.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    row: list[_Pair] = []
    whole: TargetHit | None = None
    for at, hit in enumerate(hits):
        before = hits[at - 1] if at else None
        if before is not None and (
            hit.start - before.end > _REACH or _ENDS.search(lower, before.end, max(before.end, hit.start))
        ):
            yield from _wrong(row, whole)
            row, whole = [], None
        if whole is None and not row and _is_whole(lower, hit):
            whole = hit
        behind = hits[at + 1] if at + 1 < len(hits) else None
        own = lower[max(hit.numeral.start - _BEFORE, before.end if before is not None else 0) : hit.numeral.start]
        if behind is not None and _is_pair(hit, behind, own, lower) and not _OTHER.search(own):
            row.append(_Pair(hit, behind))
    yield from _wrong(row, whole)


def _wrong(row: Sequence[_Pair], whole: TargetHit | None) -> Iterator[tuple[TargetHit, TargetHit, Fraction]]:
    """Yield the pair of a row that alone is of another whole."""
    if not row or any(
        not one.amount.target.quantity.unit.same_dimension(row[0].amount.target.quantity.unit) for one in row
    ):
        return
    bases = [whole.target.quantity.amount] if whole is not None and _same(whole, row[0].amount) else []
    bases += [one.base for one in row] if len(row) >= _LEAST else []
    for base in bases:
        off = [one for one in row if not one.fits(base)]
        if not off:
            return
        if len(off) == 1 and (len(row) >= _LEAST or len(row) == 1):
            yield off[0].percent, off[0].amount, base
            return


def _same(whole: TargetHit, part: TargetHit) -> bool:
    return whole.target.quantity.unit.same_dimension(part.target.quantity.unit)


def _is_whole(lower: str, hit: TargetHit) -> bool:
    """Whether money is what is to be paid out."""
    target = hit.target
    plain = target.change is Change.LEVEL and target.is_single
    money = target.quantity.unit.kind is UnitKind.MONEY and "/" not in target.quantity.unit.label
    words = lower[max(0, hit.start - _BEFORE) : hit.end + _BEFORE // 4]
    return (
        plain
        and money
        and target.quantity.amount > 0
        and _PAID_OUT.search(words) is not None
        and not _YEARS.search(words)
    )


def _is_pair(percent: TargetHit, amount: TargetHit, own: str, lower: str) -> bool:
    """Whether a share reached at some time stands before what it comes to."""
    share, part = percent.target, amount.target
    levels = (
        share.change is part.change is Change.LEVEL and share.quantity.unit.label == "%" and share.quantity.value > 0
    )
    firm = part.quantity.unit.kind in (UnitKind.MONEY, UnitKind.COUNT) and part.quantity.amount > 0
    whole = all(one.is_single for one in (share, part))
    if not (levels and firm and whole) or _BESIDE.fullmatch(lower, percent.end, amount.numeral.start) is None:
        return False
    return _TIME.search(own) is not None and _CLOSES.match(lower, amount.end) is not None
