"""How far two groups are apart: *thành thị 99,8%, nông thôn 95,5%, thấp hơn 4,3 điểm phần trăm*; *…; khoảng cách 4,3 điểm*.

The gap may stand behind both, or ahead of the second: *thành thị 99,8%; nông thôn thấp hơn 4,3 điểm phần trăm, đạt 95,5%*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chitieu.checking.rates.town_and_country import DIVISIONS
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import text_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["Gap", "gaps"]


@frozen(eq=False)
class Gap:
    """An amount that follows from two others, of which one is how far the other two are apart.

    Attributes:
        name: what it is of; `hit`: the amount.
        expected: what it should be; `slack`: how far it may be from that, as all three are rounded.
    """

    name: str
    hit: TargetHit
    expected: Quantity
    slack: Decimal

    @property
    def holds(self) -> bool:
        """Whether it is that."""
        return abs(self.hit.target.quantity.value - self.expected.value) <= self.slack


_MORE = re.compile(r"(?<!\w)(?:(?P<more>cao|nhiều|lớn)|(?P<less>thấp|ít|nhỏ)) hơn(?!\w)")
_APART = re.compile(r"(?<!\w)(?:khoảng cách|chênh lệch|cách biệt|chênh nhau|cách nhau)(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|năm|cùng kỳ|chung|bình quân|trung bình|cả nước|toàn quốc|vùng|toàn tỉnh|tỉnh|quý|tháng|tăng|giảm|thu hẹp|trước)(?!\w)"
)
"""Words of a gap to something else than the other group, and of one at another time."""
_LEADS = re.compile(r"\s?[,;(]\s?(?:và\s)?(?:(?:chỉ|đạt|ở mức|là|còn|bằng|mức|với)\s)*")
_ENDS = re.compile(r"\.(?=\s)|\n\s*(?:\n|[-+*•]\s|[0-9a-zđ]{1,2}[.)]\s)|[|]")
_THREE = 3


def gaps(passage: Passage) -> Iterator[Gap]:
    """Yield the gaps between two groups that are all there are, and the amounts that follow from a gap.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Tỷ lệ ở thành thị 90,0%, ở nông thôn 85,0%, chênh lệch 4,0 điểm phần trăm.")
    >>> [(str(one.expected), one.holds) for one in gaps((Piece(text, placed=True), tuple(scan_targets(text)[0])))]
    [('5,0 điểm phần trăm', False)]
    """
    piece, hits = passage
    lower = piece.source.lower
    for at in range(len(hits) - _THREE + 1):
        first, second, third = hits[at : at + _THREE]
        if _ENDS.search(piece.source.text, first.end, third.numeral.start) or not all(
            map(_is_plain, hits[at : at + 3])
        ):
            continue
        ahead = _CLAUSE.split(text_before(lower, first.numeral.start, REACH))[-1]
        between, behind = lower[first.end : second.numeral.start], lower[second.end : third.numeral.start]
        if not _are_groups(ahead, between):
            continue
        value, other = first.target.quantity.value, second.target.quantity.value
        expected = None
        if _is_apart(first, second) and _is_like(first, third) and _LEADS.fullmatch(behind):
            expected = value + way * other if (way := _way(between)) else None
        elif _is_like(first, second) and _is_apart(first, third):
            rest = behind + _SIGN.split(lower[third.end : third.end + REACH // 2])[0]
            way = _way(rest)
            told = way or (_APART.search(behind) and not _OTHER.search(rest))
            expected = ((other - value) * way if way else abs(other - value)) if told else None
        if expected is not None:
            grains = [
                Decimal(1).scaleb(int(hit.target.quantity.value.as_tuple().exponent)) for hit in hits[at : at + 3]
            ]
            unit = third.target.quantity.unit
            yield Gap(name_before(piece, third), third, Quantity(expected, unit), max(grains))


_SIGN = re.compile(r"[;,.:()|](?=\s|$)|\n")
_CLAUSE = re.compile(r"[;|]|\.(?=\s)|\n\s*(?:\n|[-+*•]\s)")


def _way(words: str) -> Decimal | None:
    """Return whether words say that a group has more or less than the other; None where they say neither, or of what else."""
    found = _MORE.search(words)
    if found is None or _OTHER.search(words[found.start() :]):
        return None
    return Decimal(1) if found["more"] else Decimal(-1)


def _are_groups(left: str, right: str) -> bool:
    """Whether words name one of two groups, and others, first, the other."""
    for division in DIVISIONS:
        one, two = (
            min((found.start(), at) for at, member in enumerate(division.members) if (found := member.search(words)))[
                1:
            ]
            if any(member.search(words) for member in division.members)
            else ()
            for words in (left, right)
        )
        if one and two and one != two:
            return True
    return False


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    return target.bound is Bound.EXACT and target.is_single


def _is_like(left: TargetHit, right: TargetHit) -> bool:
    """Whether two amounts are levels in one unit."""
    levels = left.target.change is right.target.change is Change.LEVEL
    return levels and left.target.quantity.unit == right.target.quantity.unit and not _is_points(left)


def _is_points(hit: TargetHit) -> bool:
    return hit.target.quantity.unit.kind is UnitKind.POINTS


def _is_apart(level: TargetHit, gap: TargetHit) -> bool:
    """Whether an amount may be how far another of a level is from a third: percent points of rates, the same unit of others."""
    if level.target.change is not Change.LEVEL:
        return False
    own, other = level.target.quantity.unit, gap.target.quantity.unit
    return other.kind is UnitKind.POINTS if own.label == "%" else own.label.split("/")[0] == other.label.split("/")[0]
