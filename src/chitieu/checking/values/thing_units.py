"""Words right beside an amount that say what is measured: *trạm biến áp 110 kW*, *320 km2 đường tỉnh*, *12.000 tấn lao động*.

They say so anywhere in a plan, also where no name of an indicator stands. The words are data (``thing-units.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.checking.named_amounts.amounts import unit_of
from chitieu.checking.texts.passages import Passage
from chitieu.indicators.records import catalogue
from chitieu.targets.reader import TargetHit
from chitieu.units import Unit, UnitKind

__all__ = ["OddUnit", "odd_units"]

_FAMILIES = {UnitKind.MONEY: "money", UnitKind.COUNT: "count", UnitKind.RATIO: "ratio"}
_BETWEEN = r"(?:\s(?:trung bình|bình quân|cả năm|năm|hằng năm))*(?:\s?:)?(?:\s(?:đạt|là|còn|trên|hơn|khoảng|gần|đến|tới|từ|dưới|ước|ước đạt|vượt|ở mức|mức|ít nhất|tối thiểu|quá|không quá))*\s$"
_LINK = r"(?:\s?:|\s(?:đạt|là|còn|trên|hơn|khoảng|gần|dưới|ước|dự kiến|ít nhất|tối thiểu|không quá))+\s$"
_CLAUSE = re.compile(r";|[.,:()|](?=\s|$)|\n")
_NEAR, _REACH = 60, 120


@frozen(eq=False)
class OddUnit:
    """An amount in a unit that the word beside it rules out.

    Attributes:
        hit: the amount.
        expected: what is meant, for the sentence of a finding.
    """

    hit: TargetHit
    expected: str


@frozen(eq=False)
class _Thing:
    words: re.Pattern[str]
    ahead: bool
    never: frozenset[str]
    labels: frozenset[str]
    unless: re.Pattern[str] | None
    expected: str

    def refuses(self, unit: Unit) -> bool:
        """Whether an amount of the thing cannot be in a unit; a label counts the other way where its dimension is refused."""
        family = _FAMILIES.get(unit.kind) or unit.dimension.partition("/")[0]
        return (family in self.never) != (unit.label in self.labels)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _things() -> tuple[_Thing, ...]:
    text = resources.files("chitieu.checking").joinpath("thing-units.toml").read_text(encoding="utf-8")
    found: list[_Thing] = []
    for one in tomllib.loads(text)["thing"]:
        never, labels = frozenset(one["never"]), frozenset(one.get("labels", ()))
        unless = re.compile(rf"(?<!\w)(?:{_any_of(one['unless'])})(?!\w)") if "unless" in one else None
        between = _LINK if one.get("linked") else _BETWEEN
        for side, pattern in (("before", rf"(?<!\w)(?:{{}}){between}"), ("behind", r"\s(?:{})(?!\w)")):
            if side in one:
                words = re.compile(pattern.format(_any_of(one[side])))
                found.append(_Thing(words, side == "before", never, labels, unless, one["expected"]))
    return tuple(found)


def odd_units(passage: Passage) -> Iterator[OddUnit]:
    """Yield the amounts whose unit the word right beside them rules out.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        unit, numeral = hit.target.quantity.unit, hit.numeral
        often = unit.label.startswith("lần/")  # how often a thing is looked at: "quan trắc độ mặn 02 lần/ngày"
        if often or hit.target.total is not None or unit.kind not in (UnitKind.MEASURE, *_FAMILIES):
            continue
        if _is_for_no_people(unit):
            yield OddUnit(hit, f"{unit.label.partition('/')[0]}/vạn dân")
            continue
        for thing in _things():
            if not thing.refuses(unit):
                continue
            near = lower[max(0, numeral.start - _NEAR) : numeral.start]
            match = thing.words.search(near) if thing.ahead else thing.words.match(lower, numeral.end)
            if match is None or (thing.unless is not None and thing.unless.search(_clause(lower, hit))):
                continue
            yield OddUnit(hit, thing.expected)
            break


_FOR_PEOPLE = "/vạn dân"


@cache
def _for_people() -> frozenset[str]:
    """Return what is counted for so many people: doctors, beds, students."""
    labels = (label for record in catalogue().records.values() for label in record.units)
    return frozenset(label.removesuffix(_FOR_PEOPLE) for label in labels if label.endswith(_FOR_PEOPLE))


def _is_for_no_people(unit: Unit) -> bool:
    """Whether a unit puts what is counted for people over land, weight or length: *bác sĩ/ha*."""
    noun, _, whole = unit.label.partition("/")
    other = unit_of(whole) if whole and noun in _for_people() else None
    return other is not None and other.kind is UnitKind.MEASURE


def _clause(lower: str, hit: TargetHit) -> str:
    start, end = hit.numeral.start, hit.numeral.end
    return f"{_CLAUSE.split(lower[max(0, start - _REACH) : start])[-1]} {_CLAUSE.split(lower[end : end + _REACH])[0]}"
