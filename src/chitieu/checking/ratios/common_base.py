"""Percentages of one whole, each with what it comes to: *quý I đạt 20% (30 tỷ đồng), quý II đạt 50% (75 tỷ đồng), cả năm 95% (142,5 tỷ đồng)*.

Each pair tells what the whole is. Where a whole is given ahead, or all pairs but one tell the same, the one that does not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import ahead_of_first, text_before
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
_SIGN = re.compile(r"[;.,()|\n]")
_YEARS = re.compile(r"(?<!\w)(?:giai đoạn|trung hạn|nhiệm kỳ|[0-9]{4}\s?-\s?[0-9]{4})(?!\w)")
_LEAST = 3
"""Pairs that tell the whole by themselves."""


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
    lower = passage[0].source.lower
    for hits in _statements(passage):
        row: list[_Pair] = []
        whole: TargetHit | None = None
        for before, hit, behind in zip([None, *hits], hits, [*hits[1:], None], strict=False):
            own = text_before(lower, hit.numeral.start, REACH if before is None else hit.numeral.start - before.end)
            if whole is None and not row and _is_whole(lower, hit):
                whole = hit
            if behind is not None and _is_pair(hit, behind, own, lower):
                row.append(_Pair(hit, behind))
        yield from _wrong(row, whole)


def _statements(passage: Passage) -> Iterator[Sequence[TargetHit]]:
    """Yield the amounts of a text sentence by sentence, as far as no long words part them."""
    piece, hits = passage
    parted = [
        at
        for at, (before, hit) in enumerate(pairwise(hits), 1)
        if hit.start - before.end > REACH or _ENDS.search(piece.source.lower, before.end, hit.start)
    ]
    yield from (hits[start:end] for start, end in pairwise([0, *parted, len(hits)]))


def _wrong(row: Sequence[_Pair], whole: TargetHit | None) -> Iterator[tuple[TargetHit, TargetHit, Fraction]]:
    """Yield the pair of a row that alone is of another whole than the one given, or than the others tell."""
    amounts = [one.amount.target.quantity for one in row]
    if len({one.unit.dimension for one in amounts}) != 1:
        return
    given = [whole.target.quantity] if whole is not None else []
    bases = [one.amount for one in given if one.unit.same_dimension(amounts[0].unit)]
    bases += [one.base for one in row] if len(row) >= _LEAST else []
    for base in bases:
        off = [one for one in row if not one.fits(base)]
        if not off:
            return
        if len(off) == 1:
            yield off[0].percent, off[0].amount, base
            return


def _is_whole(lower: str, hit: TargetHit) -> bool:
    """Whether money is what is to be paid out."""
    target = hit.target
    plain = target.change is Change.LEVEL and target.is_single and target.quantity.amount > 0
    money = target.quantity.unit.kind is UnitKind.MONEY and "/" not in target.quantity.unit.label
    words = text_before(lower, hit.start, REACH) + ahead_of_first(_SIGN, lower[hit.end : hit.end + REACH])
    return plain and money and _PAID_OUT.search(words) is not None and not _YEARS.search(words)


def _is_pair(percent: TargetHit, amount: TargetHit, own: str, lower: str) -> bool:
    """Whether a share of the whole, reached at some time, stands before what it comes to."""
    share, part = percent.target, amount.target
    levels = share.change is part.change is Change.LEVEL and share.is_single and part.is_single
    firm = part.quantity.unit.kind in (UnitKind.MONEY, UnitKind.COUNT) and part.quantity.amount > 0
    if not (levels and firm and share.quantity.unit.label == "%" and share.quantity.value > 0):
        return False
    beside = _BESIDE.fullmatch(lower, percent.end, amount.numeral.start) and _CLOSES.match(lower, amount.end)
    return beside is not None and _TIME.search(own) is not None and not _OTHER.search(own)
