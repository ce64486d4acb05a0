"""What a target says of its indicator: the sort of unit it is in, and whether it is a change."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from chitieu.indicators.records import Indicator
from chitieu.indicators.words import plain
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind, known_unit

__all__ = ["EACH", "PERCENT", "Aim", "aim_of"]

PERCENT = "percent"
EACH = "money each"
"""Money for one person or one worker, in a month or a year."""

_SCALES = re.compile(r"^(?:(?:chục|trăm|nghìn|vạn|triệu|tỷ) )+")
_PEOPLE = frozenset({"người", "lao", "động", "khách", "lượt", "dân", "viên", "sinh", "sĩ", "dưỡng"})
_RANKING = re.compile(r"(?<!\w)(?:hạng|thứ|nhóm|top)(?!\w)")
_SHORT_NOUNS = {"sp": "sản phẩm", "thôn, bản": "thôn"}
_AMOUNTS = ("stock", "flow", "ratio", "average")
_PLACES = frozenset({"nhóm", "vị trí"})
_ABOVE = re.compile(r"[a-z]+/count:")


def _family(unit: Unit) -> str:
    """Return what sort of unit it is; units that may stand for each other are one family."""
    kind = unit.kind
    if kind is UnitKind.RATIO and unit.dimension.startswith("ratio"):
        return PERCENT if unit.label[:1] in "%‰" else "times"
    if kind is UnitKind.MONEY:
        return EACH if _ABOVE.match(unit.dimension.lower()) else "money"
    if kind in (UnitKind.COUNT, UnitKind.MEASURE):
        return unit.dimension.replace("/month", "")
    return str(kind.value)


@lru_cache(maxsize=512)
def _read(unit: Unit | str) -> tuple[str | None, str]:
    """Return the family of a unit, None for a bare number, and the noun that is counted, if any."""
    known = known_unit(unit) if isinstance(unit, str) else unit
    if known is None:
        label = str(unit).lower()
        if label[:1] in "%‰" and label:
            return PERCENT, ""  # "% dân số"
        return "rank" if _RANKING.search(label) else label or None, ""
    if known.kind is UnitKind.NONE:
        return None, ""
    if known.label in _PLACES:
        return "rank", ""
    noun = _SCALES.sub("", known.label) if known.kind is UnitKind.COUNT else ""
    if noun.lower() in _SHORT_NOUNS:
        noun = _SHORT_NOUNS[noun.lower()]
        return f"count:{noun}", noun
    return _family(known), noun


def _alike(one: str, other: str) -> bool:
    """Whether two families may stand for each other: counted things that share a word, or are people."""
    if one == other or {one, other} <= {"age", "time"}:
        return True
    if not (one.startswith("count:") and other.startswith("count:")) or ("/" in one) != ("/" in other):
        return False
    words, others = (set(re.findall(r"[^\W\d_]+", family.replace("count:", ""))) for family in (one, other))
    return bool(words & others) or bool(words & _PEOPLE and others & _PEOPLE)


@frozen
class Aim:
    """What is known of a target.

    Attributes:
        unit: the family of its unit; None for a bare number.
        noun: what is counted (``xã``), else empty.
        change: whether it is a level or a change.
    """

    unit: str | None = None
    noun: str = ""
    change: Change | None = None

    @property
    def percent(self) -> bool:
        """Whether it is in percent."""
        return self.unit == PERCENT

    @property
    def changes(self) -> bool:
        """Whether it is an increase or a decrease."""
        return self.change in (Change.INCREASE, Change.DECREASE)

    def fits(self, record: Indicator) -> bool:
        """Whether the record can be given in the unit; one without units can be given in any."""
        if self.unit is None or not record.units:
            return True
        if self.changes and self.unit in ("points", "times", "rank"):
            return True
        if self.unit == "times" and record.kind in _AMOUNTS:
            return True  # so many times what it was
        bare = f"{self.noun.lower()}/" if self.noun.isascii() and self.noun else None
        return any(
            _alike(self.unit, _read(label)[0] or "")
            or (bare is not None and bare.startswith(f"{plain(label).lower()}/"))
            for label in record.units
        )


def aim_of(unit: Unit | str | None, change: Change | None) -> Aim:
    """Return what a unit and a change say.

    >>> aim_of("nghìn lượt khách", None)
    Aim(unit='count:lượt khách', noun='lượt khách', change=None)
    """
    family, noun = _read(unit) if unit is not None else (None, "")
    return Aim(family, noun, change)
