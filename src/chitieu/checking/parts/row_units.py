"""The unit of one row of a table, or of one line of a list, where the numbers say that it is that of the others.

Three rows make up the one above them to the last digit, all but one are in the same unit: what else could the odd one be in?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.plan import PlannedIndicator, Relation
from chitieu.units import NO_UNIT, UnitKind

__all__ = ["RowUnit", "row_unit"]

_LEAST, _TELLING, _MOST = 3, 5, 60


@frozen(eq=False)
class RowUnit:
    """A row in a unit that its number rules out.

    Attributes:
        item: the row.
        expected: the unit of the rows around it.
    """

    item: PlannedIndicator
    expected: str


def row_unit(line: PlannedIndicator) -> RowUnit | None:
    """Return the row that goes into a sum, or is one, in another unit than all the others of it; None where there is none.

    Args:
        line: a row with those below it.
    """
    rows = [line, *(part for part in line.parts[:_MOST] if part.relation is Relation.PART)]
    while len(rows) >= _LEAST and not _come_to_first(rows):
        rows.pop()  # another division may follow
    units = [row.targets[0].quantity.unit for row in rows if row.targets]
    if len(rows) < _LEAST or NO_UNIT in units or UnitKind.RATIO in {unit.kind for unit in units}:
        return None
    usual, often = Counter(units).most_common(1)[0]
    odd = [(row, unit) for row, unit in zip(rows, units, strict=True) if not unit.same_dimension(usual)]
    if len(odd) != 1 or often != len(rows) - 1:
        return None
    ((row, unit),) = odd
    if unit.kind is UnitKind.COUNT and "|" not in line.text:
        return None  # lines count one thing by many names
    return RowUnit(row, usual.label)


def _come_to_first(rows: Sequence[PlannedIndicator]) -> bool:
    """Whether the numbers of some rows come to that of the first, to the last digit."""
    if not all(row.targets for row in rows):
        return False
    whole, *parts = (row.targets[0].quantity.value for row in rows)
    digits = len(whole.normalize().as_tuple().digits)
    telling = digits + len(parts) >= _TELLING  # few digits of two come out right by chance
    return telling and sum(map(Fraction, parts)) == whole
