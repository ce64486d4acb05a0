"""What sectors bring to a growth, in points: *tăng 10%, trong đó nông nghiệp đóng góp 1,5 điểm phần trăm, công nghiệp …*.

The contributions of all sectors add up to the growth, also where a plan wants *at least* so much: it shares out just that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import evolve

from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound
from chitieu.units import UnitKind

__all__ = ["contributions"]

_BRINGS = re.compile(r"(?<!\w)(?:đóng góp|góp)(?!\w)[^;.|0-9]{0,60}$")
_NEXT = re.compile(r"[,;]\s(?:và\s)?(?:(?!(?:tăng|giảm|đạt|cao|thấp|so)(?!\w))[^;.|0-9]){2,80}")
"""Before the contribution of another, whose verb is that of the one before: *nông nghiệp góp 1,2 điểm, dịch vụ 3,4 điểm*."""
_OF_ALL = re.compile(r"(?<!\w)trong\s(?:tổng số\s|tổng\s|mức tăng\s)?$")
"""Before a growth that is told as points: *trong 8,2 điểm phần trăm tăng chung*."""
_SECTORS = (
    re.compile(r"(?<!\w)(?:nông|khu vực (?:i|1))(?!\w)"),
    re.compile(r"(?<!\w)(?:công nghiệp|khu vực (?:ii|2))(?!\w)"),
    re.compile(r"(?<!\w)(?:dịch vụ|khu vực (?:iii|3))(?!\w)"),
)
_TAXES = re.compile(r"(?<!\w)thuế(?!\w)")
_ENDS = re.compile(r"\.(?=\s)|\|")
_FIRM = (Bound.EXACT, Bound.AT_LEAST)


def contributions(passage: Passage) -> Iterator[Group]:
    """Yield the growth of a whole with what its sectors bring to it; without the taxes on products they are not all.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    done = 0
    for at, hit in enumerate(hits):
        if not _is_contribution(lower, hit):
            continue
        row, whole = _row(lower, hits[at:]), _growth(lower, hits[:at], hit.start)
        words = lower[max(whole.end, done) : row[-1].end] if whole is not None else ""
        done = row[-1].end
        if whole is not None and all(sector.search(words) for sector in _SECTORS):
            firm = evolve(whole.target, bound=Bound.EXACT)
            complete = _TAXES.search(words) is not None
            yield Group(name_before(piece, whole), evolve(whole, target=firm), tuple(map(_in_full, row)), complete)


def _is_contribution(lower: str, hit: TargetHit) -> bool:
    start = hit.numeral.start
    return _is_points(hit) and search_before(_BRINGS, lower, start, REACH) is not None


def _is_points(hit: TargetHit) -> bool:
    """Whether an amount is of points; what brings some is seldom written in full: *góp 1,2 điểm*."""
    unit = hit.target.quantity.unit
    return unit.kind is UnitKind.POINTS or unit.label == "điểm"


def _in_full(hit: TargetHit) -> TargetHit:
    """Return an amount of points as one of percentage points."""
    if hit.target.quantity.unit.kind is UnitKind.POINTS:
        return hit
    return evolve(hit, target=evolve(hit.target, quantity=Quantity(hit.target.quantity.value, "điểm phần trăm")))


def _row(lower: str, hits: Sequence[TargetHit]) -> list[TargetHit]:
    """Return the contributions that some amounts begin with; the growth of each sector may stand between them."""
    found = list[TargetHit]()
    done = hits[0].start
    for hit in hits:
        if _ENDS.search(lower, done, hit.start):
            break
        if _is_contribution(lower, hit) or (_is_points(hit) and _NEXT.fullmatch(lower, done, hit.numeral.start)):
            found.append(hit)
        elif hit.target.quantity.unit.label != "%":
            break
        done = hit.end
    return found


def _growth(lower: str, hits: Sequence[TargetHit], start: int) -> TargetHit | None:
    """Return the first percentage of the sentence that contributions stand in."""
    own = list(takewhile(lambda hit: not _ENDS.search(lower, hit.end, start), reversed(hits)))
    return next((hit for hit in reversed(own) if hit.target.bound in _FIRM and _is_growth(lower, hit)), None)


def _is_growth(lower: str, hit: TargetHit) -> bool:
    """Whether an amount is a growth: in percent, or in the points that are shared out."""
    unit, start = hit.target.quantity.unit, hit.numeral.start
    if unit.label == "%":
        return True
    return unit.kind is UnitKind.POINTS and search_before(_OF_ALL, lower, start, REACH) is not None
