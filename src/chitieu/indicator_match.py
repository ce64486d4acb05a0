"""Which indicator of the catalogue a name in a plan means, how sure that is, and why.

A name resolves to a record when one of the record's names is contained in it word for word; the longest
one wins. A name that fits no record stays unresolved: a wrong key is worse than none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from attrs import field, frozen

from chitieu.indicator_records import Catalogue, catalogue
from chitieu.targets import Change, Target
from chitieu.text import fold
from chitieu.units import Unit

__all__ = ["THRESHOLD", "IndicatorMatch", "MatchReason", "match_indicator", "resolve_indicator"]

THRESHOLD = Decimal("0.7")
"""From this confidence on, a plan's indicator gets the key."""


class MatchReason(Enum):
    """Why a name was taken for an indicator.

    >>> import chitieu as ct
    >>> ct.match_indicator("Tỷ lệ hộ nghèo").reason.value
    'exact'
    """

    EXACT = "exact"
    """The name of the record, letter for letter but for case and spelling."""
    ALIAS = "alias"
    """Another name of the record."""
    EXTRA_WORDS = "extra_words"
    UNACCENTED = "unaccented"
    UNIT = "unit"
    CHANGE = "change"
    LINE = "line"


@frozen
class IndicatorMatch:
    """The indicator a name was taken for.

    Attributes:
        key: key of the record in the catalogue.
        confidence: from 0 to 1, see `THRESHOLD`.
        reason: why.
        matched: the name of the record that the name was compared with.
    """

    key: str
    confidence: Decimal
    reason: MatchReason
    matched: str = field(default="", eq=False)

    @property
    def accepted(self) -> str | None:
        """The key, or None where the confidence is below `THRESHOLD`."""
        return self.key if self.confidence >= THRESHOLD else None


_QUALIFIERS = re.compile(
    r"\s(?:theo (?:chuẩn|giá|tiêu chí)\b.*|(?:đến |trong )?năm [0-9]{4}.*|giai đoạn .*|trên địa bàn(?: tỉnh| thành phố)?|(?:của )?toàn tỉnh|của tỉnh)"
)
_LONGEST_NAME = 400


def _name_words(name: str) -> str:
    bare = _QUALIFIERS.sub(" ", re.sub(r"\([^)]*\)", " ", fold(name).lower()))
    words = re.sub(r"[^\w%/]+", " ", bare)
    return f" {' '.join(words.replace('tỉ lệ', 'tỷ lệ').split())} "


@lru_cache(maxsize=8)
def _index(known: Catalogue) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    pairs = [
        *((key, name) for key, name in known.added),
        *((record.key, name) for record in known.records.values() for name in (record.name, *record.aliases)),
    ]
    for key, name in pairs:
        words = _name_words(name)
        if len(words.split()) > 1:
            found.setdefault(words, key)
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=4096)
def _resolve(words: str, known: Catalogue) -> str | None:
    for name, key in _index(known):
        if name in words and len(name) * 2 >= len(words):
            return key
    return None


def match_indicator(
    name: str, *, unit: Unit | str | None = None, change: Change | None = None, within: str | None = None
) -> IndicatorMatch | None:
    """Return the indicator that a name means, with the confidence and the reason, or None.

    >>> match_indicator("Tỷ lệ đô thị hoá").key
    'urban'
    """
    key = _resolve(_name_words(name), catalogue()) if len(name) <= _LONGEST_NAME else None
    return IndicatorMatch(key, Decimal(1), MatchReason.EXACT) if key else None


def match_target(name: str, target: Target | None, within: str | None = None) -> IndicatorMatch | None:
    """Return the indicator that the name of a target means: `match_indicator` with the target's unit and change."""
    if not name:
        return None
    if target is None:
        return match_indicator(name, within=within)
    return match_indicator(name, unit=target.quantity.unit, change=target.change, within=within)


def resolve_indicator(name: str) -> str | None:
    """Return the key of the indicator a name means, or None if no record fits.

    >>> resolve_indicator("Tỷ lệ đô thị hoá")
    'urban'
    >>> resolve_indicator("Số hầm biogas") is None
    True
    """
    match = match_indicator(name)
    return match.key if match and match.confidence >= THRESHOLD else None
