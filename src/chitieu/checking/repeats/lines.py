"""What the indicator lines of a plan say they measure, to be found again by the words of running text.

Words and lines mean the same where both mean one indicator of the catalogue for certain, or where the words that tell what
is measured are the same ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.named_amounts.certainty import certain
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.said_again import Said, said_by_line
from chitieu.indicators.match import IndicatorMatch, match_indicator
from chitieu.targets.target import Change, Target
from chitieu.units import Unit, UnitKind

__all__ = ["MOST_LINES", "Line", "Lines", "Measure", "counted_in", "is_certain", "is_given", "measure_of"]

_RATE = "tỷ lệ "
_MEASURED_AS = {"mass": "sản lượng", "area": "diện tích"}
"""What an amount is called in a name, where in a sentence its unit says it."""
_LEAST = 2
"""Words that lines and text have in common before they are looked at more closely."""
_GIVEN = re.compile(r"(?<!\w)(?:thủ tướng|chính phủ|trung ương|bộ)(?!\w)[^;.]{0,20}?(?<!\w)giao(?!\w)")
"""A plan that others gave: a share of that is none of the own."""
_NARROW = re.compile(
    r"(?<!\w)(?:công lập|tư thục|dân lập|địa phương|cá nhân|tư nhân|nông thôn|đô thị|thành thị|nhà nước|trung ương|cấp tỉnh|cấp xã|mầm non(?!(?:,| và) phổ thông)|tiểu học|trung học"
    r"|nữ|dân tộc|nâng cao|kiểu mẫu|mới|lần đầu|tự nguyện|bắt buộc|ngắn hạn|thường xuyên|đặc biệt|[0-9]+)(?!\w)"
)
"""Words by which a name may be of a part only."""
_PEOPLE = ("lao", "người", "dân")
MOST_LINES = 40
"""Lines of one word that are looked at for an amount."""
Measure = tuple[str, Change]


@frozen(eq=False)
class Line:
    """An indicator line, or an amount of a task, with the ways it says what is measured."""

    claim: Claim
    said: tuple[Said, ...]
    given: bool

    @property
    def is_stock(self) -> bool:
        """Whether its indicator tells how many there are: so many new ones are another thing."""
        record = self.claim.record
        return record is not None and record.kind == "stock"

    @classmethod
    def of(cls, claim: Claim) -> Line:
        """Return a claim as a line."""
        return cls(claim, tuple(said_by_line(claim)), is_given(claim.piece.lower()))


@frozen(eq=False)
class Lines:
    """The indicator lines of a plan by the words that tell what they measure."""

    by_word: Mapping[tuple[Measure, str], Sequence[Line]]
    by_key: Mapping[tuple[Measure, str], Sequence[Line]]
    amounts: frozenset[tuple[Measure, Fraction]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Lines:
        """Return the lines of some claims: those of the plan's own time with one amount."""
        claims = tuple(claims)
        words: dict[tuple[Measure, str], list[Line]] = {}
        keys: dict[tuple[Measure, str], list[Line]] = {}
        for claim in claims:
            other_time = claim.timed and not claim.so_far
            if other_time or not claim.target.is_single:
                continue
            line, measure = Line.of(claim), measure_of(claim.target)
            for word in frozenset[str]().union(*(said.words for said in line.said)):
                words.setdefault((measure, word), []).append(line)
            if claim.key is not None:
                keys.setdefault((measure, claim.key), []).append(line)
        amounts = frozenset((measure_of(claim.target), claim.target.quantity.amount) for claim in claims)
        return cls(words, keys, amounts)

    def has(self, target: Target) -> bool:
        """Whether some line, of whatever it is, has an amount: that may be what words mean that do not say it."""
        return (measure_of(target), target.quantity.amount) in self.amounts

    def said_by(self, said: Said, target: Target) -> list[Line]:
        """Return the lines that say what an amount is said to be of."""
        measure = measure_of(target)
        shared = Counter(line for word in said.words for line in self.by_word.get((measure, word), ())[:MOST_LINES])
        near = [line for line, words in shared.items() if words >= _LEAST]
        if not shared and target.quantity.unit.kind in (UnitKind.RATIO, UnitKind.COUNT):
            return []
        known = _known_as(said, target)
        keys = {match.key for match in known}
        if len(keys) != 1:
            return [line for line in near if not keys and _is_again(line, said)]
        (key,) = keys
        sure = certain(known[0]) is not None
        counted = target.quantity.unit.kind is UnitKind.COUNT
        same = [
            line
            for line in self.by_key.get((measure, key), ())[:MOST_LINES]
            if (sure and ((counted and not line.is_stock) or any(own.new == said.new for own in line.said)))
            or (line.claim.sure and _is_as_wide(line, said))
            or _is_again(line, said)
        ]
        new = [line for line in near if said.new and line.claim.key != key and _is_again(line, said)]
        return [*same, *new, *(line for line in near if line.claim.key is None and _is_again(line, said))]


def measure_of(target: Target) -> Measure:
    """Return what two amounts must share to be of one thing."""
    return counted_in(target.quantity.unit), target.change


def counted_in(unit: Unit) -> str:
    """Return what two units must share to be of one thing: *lượt*, *lượt khách* and *lượt khách du lịch* are one."""
    if unit.kind is not UnitKind.COUNT or "/" in unit.label:
        return unit.dimension
    first = unit.dimension.removeprefix("count:").replace(",", " ").split()[0].lower()
    return f"count:{'người' if first in _PEOPLE else first}"


def _known_as(said: Said, target: Target) -> list[IndicatorMatch]:
    """Return the indicators of the catalogue that the words may be."""
    unit, change = target.quantity.unit, target.change
    names = [said.name, said.name.removeprefix(_RATE)]
    if unit.dimension in _MEASURED_AS:  # "thu hoạch 400.000 tấn lúa"
        names.append(f"{_MEASURED_AS[unit.dimension]} {said.name}")
    matches = [match_indicator(name, unit=unit, change=change) for name in names]
    return [match for match in matches if match is not None and match.accepted]


def is_certain(said: Said, target: Target) -> bool:
    """Whether words mean one indicator of the catalogue for certain."""
    known = _known_as(said, target)
    return len({match.key for match in known}) == 1 and certain(known[0]) is not None


def _is_again(line: Line, said: Said) -> bool:
    """Whether the telling words of a line are said again."""
    if line.claim.key is None:
        return any(own.words == said.words and own.new == said.new for own in line.said)
    return any(own.loose == said.loose and own.new == said.new for own in line.said)


def _is_as_wide(line: Line, said: Said) -> bool:
    """Whether words by which the catalogue knows an indicator less surely make it nothing narrower than a line has it."""
    narrow = frozenset(_NARROW.findall(said.name.lower()))
    return any(own.new == said.new and narrow == frozenset(_NARROW.findall(own.name.lower())) for own in line.said)


def is_given(words: str) -> bool:
    """Whether words say that others gave the amount: a share of what the Government gave is none of the own plan."""
    return _GIVEN.search(words) is not None
