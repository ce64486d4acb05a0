"""Whether a name means an indicator of the catalogue for certain: a wrong one would be a false alarm."""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.indicators.match import IndicatorMatch, match_indicator
from chitieu.targets.target import Change
from chitieu.units import Unit

__all__ = ["certain", "certain_key", "names_who_pays"]

_LEAST = Decimal("0.9")
"""Of that confidence is what the target decides; a name with a word more or fewer is less sure."""


_FUNDS = re.compile(r"(?:vốn |nguồn |từ |do )*ngân sách(?: (?:nhà nước|trung ương|tỉnh|xã|huyện|địa phương|các cấp))*")


def names_who_pays(name: str) -> bool:
    """Whether a name only says whose money an amount is: *kinh phí 12 tỷ đồng (ngân sách tỉnh 10 tỷ đồng, …)*."""
    return _FUNDS.fullmatch(name.lower()) is not None


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
    return None if names_who_pays(name) else certain(match_indicator(name, unit=unit, change=change))
