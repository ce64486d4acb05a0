"""A target as it was read, and what two that stand side by side say of each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from attrs import define, evolve

from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind, read_unit

__all__ = ["TargetHit", "join_from_to", "share_base"]

_TURN = re.compile(r"\b(?:lên|xuống|còn|thành|đến)\b")
_TURN_AT_ONCE = re.compile(
    r"(?:\s?\([^()]{0,40}\))?,\s(?:tăng |giảm |nâng |hạ )?(?:lên|xuống|còn|thành|đến)(?:\s(?:còn|mức|thứ|hạng|khoảng|trên|dưới))*\s*"
)
"""Behind a comma: a name there would be that of another thing."""
_OPENED = re.compile(r"\s?\((?:[^\W\d_]+\s){0,3}")
_ASIDE = re.compile(r"\s?\([^()0-9]{0,40}[0-9][0-9.,]{0,15}[^()0-9]{0,40}\)")
"""The same amount once more, in a bracket."""
_NEXT_BUT_ONE = 2
_JOINED = re.compile(r"\s?(?:,|và|, và)\s?(?:có|đạt|khoảng|trên)?\s?")
_MOST_BETWEEN = 60
_BASES = ("vạn dân", "nghìn dân")
_PER_BASE = frozenset({"bác sĩ", "dược sĩ", "điều dưỡng", "giường", "giường bệnh", "sinh viên"})
"""What plans count by so many people; *13 xã và 38 giường bệnh trên 1 vạn dân* are two things."""
_MOST_PER_BASE = 1000
"""More than that for ten thousand people is the count itself."""


@define
class TargetHit:
    """A target read from a folded text.

    Attributes:
        target: the value; its span is in the original text.
        start, end: what was read, cue words and all, as offsets of the folded text.
        name_end: where the words before the cues end: the name of what is measured is before it.
        numeral: the number itself.
        from_, linked: what the cue words were.
        begins: whether it is the value a change starts from: the next target is the one it comes to.
    """

    target: Target
    start: int
    end: int
    name_end: int
    numeral: Numeral
    from_: bool = False  # opened by a "từ" that may turn out to be the start of a change
    linked: bool = False  # a verb such as "đạt" or "còn" joins the name to the number
    begins: bool = False  # "từ 5,2%" before "xuống 3,9%"


def join_from_to(lower: str, hits: Iterable[TargetHit]) -> None:
    """See ``từ 65% (năm 2015) tăng lên 75%`` as two levels, not as a lower bound.

    Args:
        lower: the folded text in lower case.
        hits: the targets in order; they are changed.
    """
    found = list(hits)
    for at, (first, second) in enumerate(pairwise(found)):
        left_words = lower[first.end : second.numeral.start]
        aside = _ASIDE.match(lower, first.end) if _OPENED.fullmatch(left_words) else None
        if aside is not None and at + _NEXT_BUT_ONE < len(found):  # "từ 120 hộ (4%) xuống còn 90 hộ"
            second = found[at + _NEXT_BUT_ONE]  # noqa: PLW2901
            left_words = lower[aside.end() : second.numeral.start]
        if (
            first.target.bound in (Bound.AT_LEAST, Bound.EXACT)
            and first.end == first.numeral.end
            and first.from_
            and len(left_words) < _MOST_BETWEEN
            and _comes_to(left_words)
            and _one_unit(first.target.quantity.unit, second.target.quantity.unit)
        ):
            first.target = evolve(first.target, bound=Bound.EXACT, change=Change.LEVEL)
            first.begins = True


def _one_unit(first: Unit, second: Unit) -> bool:
    """Whether two amounts are in one unit, or the second one's says more of the same: *15 ngày*, *9 ngày làm việc*."""
    return first.same_dimension(second) or second.label.startswith(f"{first.label} ")


def _comes_to(words: str) -> bool:
    """Whether words between two values lead from one to the other, and name nothing else."""
    if ";" in words:
        return False
    return bool(_TURN_AT_ONCE.fullmatch(words) if "," in words else _TURN.search(words))


def share_base(lower: str, hits: Iterable[TargetHit]) -> None:
    """Give ``13 bác sĩ và 38 giường bệnh trên 1 vạn dân`` the base that stands behind the second count to both.

    Args:
        lower: the folded text in lower case.
        hits: the targets in order; they are changed.
    """
    found = list(hits)
    rates = {hit.target.quantity.unit.label for hit in found}
    for first, second in pairwise(found):
        unit = _shared_base(first.target.quantity.unit, second.target.quantity.unit)
        if unit is not None and unit.label in rates:
            continue  # "9,6 bác sĩ/vạn dân (578 bác sĩ), 31 giường bệnh/vạn dân": its rate is said already
        likely = first.target.quantity.value < _MOST_PER_BASE
        if unit is not None and likely and _JOINED.fullmatch(lower, first.end, second.numeral.start):
            upper = first.target.upper and Quantity(first.target.upper.value, unit)
            first.target = evolve(first.target, quantity=Quantity(first.target.quantity.value, unit), upper=upper)


def _shared_base(unit: Unit, other: Unit) -> Unit | None:
    noun, _, base = other.label.partition("/")
    if base not in _BASES or unit.kind is not UnitKind.COUNT or unit.label not in _PER_BASE or unit.label == noun:
        return None  # "1.440 bác sĩ, đạt 12 bác sĩ/vạn dân" is a count and what it makes
    label = f"{unit.label}/{base}"
    match = read_unit(label, label, 0, known_only=True)
    return match.unit if match is not None and match.end == len(label) else None
