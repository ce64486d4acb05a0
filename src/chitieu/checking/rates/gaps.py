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
from chitieu.checking.texts.places import ahead_of_first, behind_last, text_before
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
    for three in zip(hits, hits[1:], hits[2:], strict=False):
        first, second, third = three
        if _ENDS.search(piece.source.text, first.end, third.numeral.start) or not all(map(_is_plain, three)):
            continue
        ahead = behind_last(_CLAUSE, text_before(lower, first.numeral.start, REACH))
        between, behind = lower[first.end : second.numeral.start], lower[second.end : third.numeral.start]
        if not _are_groups(ahead, between):
            continue
        expected = None
        if _is_apart(first, second) and _is_like(first, third) and _LEADS.fullmatch(behind):
            expected = _other(first, second, between)
        elif _is_like(first, second) and _is_apart(first, third):
            rest = behind + ahead_of_first(_SIGN, lower[third.end : third.end + REACH])
            expected = _gap(first, second, rest, apart=_APART.search(behind) is not None)
        if expected is not None:
            grains = (Decimal(1).scaleb(int(hit.target.quantity.value.as_tuple().exponent)) for hit in three)
            unit = third.target.quantity.unit
            yield Gap(name_before(piece, third), third, Quantity(expected, unit), max(grains))


def _other(level: TargetHit, gap: TargetHit, words: str) -> Decimal | None:
    """Return what a group comes to that is so much above or below another; None where words do not say which."""
    value, apart = level.target.quantity.value, gap.target.quantity.value
    match _way(words):
        case "more":
            return value + apart
        case "less":
            return value - apart
        case _:
            return None


def _gap(first: TargetHit, second: TargetHit, words: str, *, apart: bool) -> Decimal | None:
    """Return how far the second of two groups is above or below the first, or how far they are apart; None where no word says so."""
    value = second.target.quantity.value - first.target.quantity.value
    match _way(words):
        case "more":
            return value
        case "less":
            return -value
        case _:
            return abs(value) if apart and not _OTHER.search(words) else None


_SIGN = re.compile(r"[;,.:()|](?=\s|$)|\n")
_CLAUSE = re.compile(r"[;|]|\.(?=\s)|\n\s*(?:\n|[-+*•]\s)")


def _way(words: str) -> str | None:
    """Return whether words say that a group has *more* or *less* than the other; None where they say neither, or of what else."""
    found = _MORE.search(words)
    return None if found is None or _OTHER.search(words, found.start()) else found.lastgroup


def _are_groups(left: str, right: str) -> bool:
    """Whether words name one of two groups, and others, first, the other."""
    return any(one.is_all(map(one.first_named, (left, right))) for one in DIVISIONS)


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    return target.bound is Bound.EXACT and target.is_single


def _is_like(left: TargetHit, right: TargetHit) -> bool:
    """Whether two amounts are levels in one unit, and no points, which tell how far levels are apart."""
    levels = left.target.change is right.target.change is Change.LEVEL
    unit = left.target.quantity.unit
    return levels and unit == right.target.quantity.unit and unit.kind is not UnitKind.POINTS


def _is_apart(level: TargetHit, gap: TargetHit) -> bool:
    """Whether an amount may be how far another of a level is from a third: percent points of rates, the same unit of others."""
    if level.target.change is not Change.LEVEL:
        return False
    own, other = level.target.quantity.unit, gap.target.quantity.unit
    return other.kind is UnitKind.POINTS if own.label == "%" else own.label.split("/")[0] == other.label.split("/")[0]
