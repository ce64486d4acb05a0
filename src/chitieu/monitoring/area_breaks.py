"""The days on which a province became another one, and the units it goes on from."""

from __future__ import annotations

from chitieu.areas import Area, by_id
from chitieu.indicators.records import SeriesBreak

__all__ = ["area_breaks", "continued_areas"]


def area_breaks(area: str | None) -> tuple[SeriesBreak, ...]:
    """Return the days on which an area became another one: several units went into it.

    A change of status alone (``tỉnh`` to ``thành phố``) is none.

    Args:
        area: `Area.id`.

    >>> for item in area_breaks("86-2025"):
    ...     print(item.on, item.reason)
    2025-07-01 Bến Tre, Trà Vinh, Vĩnh Long became Tỉnh Vĩnh Long
    """
    unit = by_id().get(area) if area else None
    found: list[SeriesBreak] = []
    while unit is not None:
        parts = unit.predecessors
        if len(parts) > 1 and unit.valid_from is not None:
            names = ", ".join(part.short_name for part in parts)
            en, vi = f"{names} became {unit.name}", f"{names} hợp nhất thành {unit.name}"
            found.append(SeriesBreak(unit.valid_from, "area-merged", en, vi, names, unit.name, unit.source))
        unit = _before(unit)
    return tuple(reversed(found))


def continued_areas(area: str | None) -> set[str]:
    """Return the units that an area goes on from: under its name, or alone."""
    unit = by_id().get(area) if area else None
    found: set[str] = set()
    while unit is not None:
        unit = _before(unit)
        found |= {unit.id} if unit else set()
    return found


def _before(unit: Area) -> Area | None:
    """Return the unit that one goes on from: of several the one with its name."""
    parts = unit.predecessors
    return next((part for part in parts if part.short_name == unit.short_name), parts[0] if len(parts) == 1 else None)
