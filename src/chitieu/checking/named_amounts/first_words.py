"""What the first words of a name say of its amount: *tỷ lệ* is a rate, *số* a count, *diện tích* an area.

They say so of every name, also of those no catalogue knows. The words are data (``first-words.toml``).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.units import Unit, UnitKind

__all__ = ["FAMILIES", "Opening", "opening_of"]

FAMILIES = {
    UnitKind.RATIO: "rate",
    UnitKind.POINTS: "rate",
    UnitKind.MONEY: "money",
    UnitKind.MEASURE: "measure",
    UnitKind.COUNT: "count",
}
"""Kinds of units that do not stand for one another; the other kinds (ranks, scores, ages) fit most anywhere."""
_NARROW = {UnitKind.SCORE: "score", UnitKind.AGE: "age"}
_LONGEST = 4
"""Words an opening has at the most."""


@frozen
class Opening:
    """What some first words say.

    Attributes:
        never: families or dimensions of units that cannot be meant; `nouns`: counted things that cannot be.
        expected: what is meant, for the sentence of a finding.
        noun_follows: whether the words alone say nothing: *tổng số* of a table may be money.
    """

    never: frozenset[str]
    nouns: frozenset[str]
    expected: str
    noun_follows: bool = False

    def refuses(self, unit: Unit) -> bool:
        """Whether an amount in a unit cannot be meant; amounts for each of something (``bác sĩ/vạn dân``) may be rates."""
        family = FAMILIES.get(unit.kind) or _NARROW.get(unit.kind)
        if family == "count":
            noun = unit.label.lower() if "/" in unit.label else unit.dimension.removeprefix("count:")
            many = noun == "con" and unit.scale > 1000  # "38 tỷ con" are larvae, and an output
            return (noun in self.nouns and not many) or (family in self.never and "/" not in unit.label)
        if "/" in unit.dimension and family != "money":
            return False
        return family in self.never or unit.dimension in self.never


@cache
def _openings() -> dict[str, Opening | None]:
    text = resources.files("chitieu.checking").joinpath("first-words.toml").read_text(encoding="utf-8")
    found: dict[str, Opening | None] = {}
    for one in tomllib.loads(text)["opening"]:
        never, nouns = frozenset(one["never"]), frozenset(one.get("nouns", ()))
        opening = Opening(never, nouns, one["expected"], one.get("noun_follows", False))
        found |= dict.fromkeys(one["words"], opening)
        found |= dict.fromkeys(one.get("but", ()))
    return found


def opening_of(name: str) -> Opening | None:
    """Return what the first words of a name say; the longest opening counts. None where they say nothing."""
    words = [word.rstrip(",;:") for word in name.lower().split()]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        start = " ".join(words[:length])
        if start in _openings():
            opening = _openings()[start]
            return None if opening is not None and opening.noun_follows and length == len(words) else opening
    return None
