"""Codes for SDMX: ids of ASCII letters, and the same id for the same thing within a message."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from attrs import define, field

from chitieu.exchange.safe_cells import writable
from chitieu.periods.period import Period, PeriodKind
from chitieu.units import Unit
from chitieu.units.table import table

__all__ = ["CodeBook", "codes", "sdmx_id", "time_period", "unit_mult"]

_LONGEST = 60


@cache
def codes() -> Mapping[str, Any]:
    """Return ``sdmx-codes.toml``."""
    text = resources.files("chitieu.exchange").joinpath("sdmx-codes.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def sdmx_id(text: str) -> str:
    """Return an id that SDMX takes: capitals without accents, digits and underscores, at most 60.

    >>> sdmx_id("Số hầm biogas (cái)"), sdmx_id("***")
    ('SO_HAM_BIOGAS_CAI', 'X')
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    words = re.findall("[A-Z0-9]+", plain.encode("ascii", "ignore").decode().upper())
    return "_".join(words)[:_LONGEST].rstrip("_") or "X"


def unit_mult(unit: Unit) -> tuple[int, str]:
    """Return the power of ten in the scale words before a unit, and the label without them.

    >>> from chitieu.units import parse_unit
    >>> unit_mult(parse_unit("nghìn tỷ đồng")), unit_mult(parse_unit("triệu đồng/người"))
    ((12, 'đồng'), (6, 'đồng/người'))
    """
    words = unit.label.split(" ")
    size = Fraction(1)
    scales = table().scales
    while len(words) > 1 and words[0] in scales:
        size *= scales[words.pop(0)][1]
    power = len(str(size.numerator)) - 1
    return (power, " ".join(words)) if size == 10**power else (0, unit.label)


def time_period(period: Period) -> str:
    """Return a period as SDMX writes it; what SDMX has no code for as a day and a duration.

    >>> time_period(Period(2026, PeriodKind.QUARTER, 2)), time_period(Period(2026, PeriodKind.FIRST_MONTHS, 9))
    ('2026-Q2', '2026-01-01/P9M')
    >>> time_period(Period(2026, PeriodKind.HALF, 1)), time_period(Period(2021, PeriodKind.RANGE, last_year=2025))
    ('2026-S1', '2021-01-01/P5Y')
    """
    if period.kind is PeriodKind.FIRST_MONTHS:
        return f"{period.year}-01-01/P{period.index}M"
    if period.kind in (PeriodKind.RANGE, PeriodKind.TERM):
        return f"{period.year}-01-01/P{period.last_year - period.year + 1}Y"
    return str(period).replace("-H", "-S")


@define
class CodeBook:
    """Codes with their names; one thing keeps its code, two things never share one."""

    names: dict[str, str] = field(factory=dict)
    _given: dict[str, str] = field(factory=dict)
    _numbers: dict[str, int] = field(factory=dict)

    def code(self, thing: str, wanted: str, name: str) -> str:
        """Return the code of a thing.

        Args:
            thing: what tells it from others.
            wanted: the id it gets if no other thing has it; else a number is added.
            name: the name of the code.
        """
        if thing in self._given:
            return self._given[thing]
        code, number = wanted, self._numbers.get(wanted, 1)
        while code in self.names:
            number += 1
            code = f"{wanted}_{number}"
        self._numbers[wanted] = number
        self._given[thing], self.names[code] = code, writable(name or code, len(name or code))
        return code

    def unit(self, unit: Unit) -> tuple[str, int]:
        """Return the code of a unit without its scale words, and their power of ten."""
        power, label = unit_mult(unit)
        known = codes()["units"]
        wanted = "_PER_".join(known.get(part) or _counted(part, known) for part in label.split("/"))
        if label.startswith("/"):
            wanted = f"RATE{wanted}"
        return self.code(label, wanted[:_LONGEST].rstrip("_"), label), power


def _counted(part: str, known: Mapping[str, str]) -> str:
    """Return the id of a counted noun, or of a round number of a known one: ``vạn dân`` is ``10000PS``."""
    first, _, noun = part.partition(" ")
    scales = table().scales
    if noun in known and (first in scales or first.replace(".", "").isdecimal()):
        size = str(scales[first][1]) if first in scales else first.replace(".", "")
        return f"{size}{known[noun]}"
    return sdmx_id(part)
