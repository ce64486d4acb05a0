"""Units of Vietnamese plans: a table of atoms, a grammar that composes them, conversion by pint.

A unit such as ``giường bệnh/vạn dân`` is read from its parts, so what the table does not list still
has a meaning. Counted things are an open set: any noun is a unit.
"""

from chitieu.units.model import Unit, UnitKind
from chitieu.units.reader import NO_UNIT, UnitMatch, known_unit, parse_unit, read_unit, scale_steps
from chitieu.units.registration import register_unit

__all__ = [
    "NO_UNIT",
    "Unit",
    "UnitKind",
    "UnitMatch",
    "known_unit",
    "parse_unit",
    "read_unit",
    "register_unit",
    "scale_steps",
]
