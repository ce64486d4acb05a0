"""Counts that are each told with what they are worth: *36 dự án, gồm 21 dự án trong nước với 8.450 tỷ đồng và 15 dự án FDI với 286 triệu USD*.

The counts are parts of the count ahead of them, and what they are worth of what that is worth, if both are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.parts.complete_parts import SIGNS, Cue, are_all
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["counts_with_worth"]

_NAME = r"[^;.,:()|0-9\n]{0,60}"
_WITH = re.compile(rf"{_NAME}(?:\s(?:với|có|trị giá)\s|\s?\(\s?){_NAME}")
"""Between a count and what it is worth."""
_OF_ALL = re.compile(rf"{_NAME},?\s(?:với|có|trị giá|tổng)\s{_NAME}")
"""The same for the count of all."""
_LEAD = re.compile(
    rf"{_NAME}(?:\((?P<grown>(?:tăng|giảm|đạt|bằng)[^()]{{0,60}})\))?(?:(?:[,;]|\.)?\s\(?(?:(?P<all>gồm|bao gồm|chia ra|cụ thể)|(?P<some>trong đó))(?!\w)\s?[:,]?|(?P<bracket>\s?\()|(?P<colon>:))\s?(?:có\s)?"
)
_NEXT = re.compile(rf"{_NAME}\)?(?:[;,]\s(?:và\s)?|\svà\s)(?:có\s|còn lại\s(?:là\s)?)?")
_LEAST, _LIKELY = 2, Fraction(3, 4)


@frozen(eq=False)
class _Pair:
    """A count with what it is worth."""

    count: TargetHit
    worth: TargetHit

    @property
    def end(self) -> int:
        """Where the two end."""
        return self.worth.end


def counts_with_worth(passage: Passage) -> Iterator[Group]:
    """Yield the counts, and what they are worth, with those of their parts.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Có 9 dự án, gồm 5 dự án cũ với 30 tỷ đồng và 3 dự án mới với 10 tỷ đồng.")
    >>> group, = counts_with_worth((Piece(text, placed=True), tuple(scan_targets(text)[0])))
    >>> str(group.whole.target), [str(part.target) for part in group.parts]
    ('9 dự án', ['5 dự án', '3 dự án'])
    """
    piece, hits = passage
    lower = piece.source.lower
    for at, whole in enumerate(hits):
        if not _is_count(whole):
            continue
        worth = hits[at + 1] if at + 1 < len(hits) and _is_worth(lower, whole, hits[at + 1], _OF_ALL) else None
        for total, first in ((worth, at + 2), (None, at + 1)):
            if first < len(hits) and (total is not None or first == at + 1):
                yield from _groups(passage, whole, total, first)


def _groups(passage: Passage, whole: TargetHit, total: TargetHit | None, first: int) -> Iterator[Group]:
    """Yield a count with the counts that begin with some amount, and what it is worth with what those are worth."""
    piece, hits = passage
    lower = piece.source.lower
    lead = _LEAD.fullmatch(lower, (total or whole).end, hits[first].numeral.start)
    pairs = _pairs(lower, whole, hits[first:]) if lead is not None else []
    if lead is None or len(pairs) < _LEAST:
        return
    cue = next(cue for name, cue in _CUES.items() if lead[name] is not None)
    name = name_before(piece, whole)
    told = f"{name} {lower[whole.start : whole.end]}".lower()
    counts = tuple(pair.count for pair in pairs)
    said = [lower[pair.count.numeral.digits_end : pair.worth.start] for pair in pairs]
    share = sum(one.target.quantity.amount for one in counts) / whole.target.quantity.amount
    complete = are_all(cue, told, said, whole, counts) or (cue in SIGNS and _LIKELY <= share <= 1 / _LIKELY)
    yield Group(name, whole, counts, complete)
    sums = tuple(pair.worth for pair in pairs)
    if total is not None and all(same_sort(total, one) for one in sums):
        yield Group(name_before(piece, total), total, sums, complete)


_CUES = {"all": Cue.ALL, "some": Cue.SOME, "bracket": Cue.BRACKET, "colon": Cue.COLON}


def _pairs(lower: str, whole: TargetHit, hits: Sequence[TargetHit]) -> list[_Pair]:
    """Return the counts of the sort of a whole that stand in a row, each with what it is worth."""
    found = list[_Pair]()
    for count, worth in zip(hits[::2], hits[1::2], strict=False):
        if found and not _NEXT.fullmatch(lower, found[-1].end, count.numeral.start):
            break
        if not (_is_count(count) and same_sort(whole, count) and _is_worth(lower, count, worth, _WITH)):
            break
        found.append(_Pair(count, worth))
    return found


def _is_count(hit: TargetHit) -> bool:
    firm = hit.target.bound is Bound.EXACT and hit.target.change is Change.LEVEL
    return firm and hit.target.quantity.unit.kind is UnitKind.COUNT and sums_up(hit)


def _is_worth(lower: str, count: TargetHit, hit: TargetHit, between: re.Pattern[str]) -> bool:
    """Whether an amount of money or of a measure is what the count before it is worth."""
    worth = hit.target.quantity.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE) and sums_up(hit)
    return worth and between.fullmatch(lower, count.end, hit.numeral.start) is not None
