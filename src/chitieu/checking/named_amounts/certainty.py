"""Whether a name means an indicator of the catalogue for certain: a wrong one would be a false alarm."""

from __future__ import annotations

from decimal import Decimal

from chitieu.indicators.match import IndicatorMatch, match_indicator
from chitieu.targets.target import Change
from chitieu.units import Unit

__all__ = ["certain", "certain_key"]

_LEAST = Decimal("0.9")
"""Of that confidence is what the target decides; a name with a word more or fewer is less sure."""


def certain(match: IndicatorMatch | None) -> str | None:
    """Return the indicator that a name was taken for; None where that is not certain."""
    return match.key if match is not None and match.confidence >= _LEAST else None


def certain_key(name: str, *, unit: Unit | None = None, change: Change | None = None) -> str | None:
    """Return the indicator that a name means for certain; None where it means none.

    Args:
        name: the name.
        unit: the unit of its amount.
        change: whether that is a level or a change.

    >>> certain_key("Tỷ lệ hộ nghèo"), certain_key("Tỷ lệ hộ nghèo tại 3 xã bãi ngang"), certain_key("")
    ('poor', None, None)
    """
    return certain(match_indicator(name, unit=unit, change=change))
