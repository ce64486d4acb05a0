"""Provinces and centrally-run cities, each with the dates between which it exists.

The map changed on 1 July 2025 (63 units became 34) and names are not identities: the Tuyên Quang of
today is larger than the one of 2024, and seven codes changed owner. Look-ups therefore take a date.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources

from attrs import field, frozen

from chitieu.text import fold

__all__ = ["Area", "areas_on", "find_area", "name_key"]


@frozen
class Area:
    """One province or city of the first level.

    Attributes:
        id: key of the record, e.g. ``83-legacy``.
        name: official name (``Tỉnh Bến Tre``); `short_name`: the name alone (``Bến Tre``).
        kind: ``tỉnh`` or ``thành phố trực thuộc trung ương``.
        code: the two-digit code in force while it exists.
        aliases: other writings.
        valid_from, valid_to: first and last day; None where it is not bounded.
        successor: official name of the unit it went into.
        source: the legal act.

    >>> import chitieu as ct
    >>> from datetime import date
    >>> ct.find_area("Bến Tre", on=date(2024, 5, 1)).name
    'Tỉnh Bến Tre'
    """

    id: str
    name: str
    short_name: str
    kind: str
    code: str
    source: str
    aliases: tuple[str, ...] = field(default=(), converter=tuple)
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    predecessors: tuple[str, ...] = field(default=(), converter=tuple)

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def __str__(self) -> str:
        return self.name


def name_key(name: str) -> str:
    """Return what two writings of one place name share: no case, no kind of unit, dashes as spaces.

    >>> name_key("TỈNH BÀ RỊA – VŨNG TÀU") == name_key("Bà Rịa-Vũng Tàu")
    True
    """
    words = re.sub(r"[\s.\-]+", " ", fold(name).lower()).strip()
    return re.sub(r"^(?:tỉnh|thành phố|tp) ", "", words)


@cache
def _records() -> tuple[Area, ...]:
    data = tomllib.loads(resources.files("chitieu").joinpath("data/areas.toml").read_text(encoding="utf-8"))
    return tuple(Area(**record) for record in data["area"])


@cache
def _by_name() -> dict[str, tuple[Area, ...]]:
    found: dict[str, list[Area]] = {}
    for area in _records():
        for name in {name_key(writing) for writing in (area.name, area.short_name, *area.aliases)}:
            found.setdefault(name, []).append(area)
    return {name: tuple(areas) for name, areas in found.items()}


def areas_on(day: date) -> tuple[Area, ...]:
    """Return the units that exist on a day, in the order of their codes.

    >>> len(areas_on(date(2025, 6, 30))), len(areas_on(date(2025, 7, 1)))
    (63, 34)
    """
    return tuple(sorted((area for area in _records() if area.exists_on(day)), key=lambda area: area.code))


def find_area(name: str, on: date | None = None) -> Area | None:
    """Find a unit by name or alias.

    Args:
        name: any writing: ``Bến Tre``, ``TỈNH BẾN TRE``, ``TP.HCM``.
        on: the day it must exist on; None takes the oldest record of that name.

    Returns:
        The unit, or None if none of that name exists then.

    >>> find_area("TỈNH BẾN TRE").code
    '83'
    >>> find_area("Bến Tre", on=date(2025, 7, 1)) is None
    True
    """
    found = _by_name().get(name_key(name), ())
    return next((area for area in found if on is None or area.exists_on(on)), None)
