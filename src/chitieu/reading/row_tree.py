"""The rows of a table as a tree: each indicator with those below it as its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve

from chitieu.plan import PlannedIndicator, Relation
from chitieu.rows_below import Below, RowHead, rows_below
from chitieu.units import NO_UNIT, Unit

__all__ = ["RowTree"]


@define
class _Row:
    item: PlannedIndicator
    below: list[int]
    heading: bool = False


class RowTree:
    """Rows of a table as they come, put below those they belong to (see `chitieu.rows_below`).

    A row with a number and no value (``3 | Ngô cả năm | |``) is what the rows with a dash behind it are of. Without any, it is
    only a title and is left out. Rows that are only numbered in a lower sort (*1* behind *I*) are parts where they are in its
    unit.

    Args:
        heads: what says where each row stands; rows are added by their place.
    """

    def __init__(self, heads: Sequence[RowHead | None]) -> None:
        self.heads = heads
        self.places: list[Below] = rows_below(heads)
        self.rows: dict[int, _Row] = {}

    def above(self, at: int) -> str | None:
        """What a row would be a part of: a key, or a name where a heading has none."""
        row = self.rows.get(self._place_above(at))
        if row is None:
            return None
        return row.item.indicator or (row.item.name if row.heading else None)

    def unit_above(self, at: int) -> Unit:
        """Return the unit of the last row before a place that has one."""
        for earlier in range(at - 1, max(-1, at - _REACH), -1):
            row = self.rows.get(earlier)
            if row is not None and (unit := _unit(row.item)) != NO_UNIT:
                return unit
        return NO_UNIT

    def _place_above(self, at: int) -> int:
        """Return the nearest row above that was kept, or -1."""
        above = self.places[at].above
        while above is not None and above not in self.rows:
            above = self.places[above].above
        return -1 if above is None else above

    def is_below(self, at: int) -> bool:
        """Whether a row is below one with values."""
        row = self.rows.get(self._place_above(at))
        return row is not None and not row.heading

    def add(self, at: int, item: PlannedIndicator, *, heading: bool = False) -> None:
        """Put a row below the one it belongs to, a total below none; a heading is one without values."""
        name, whole = item.name.strip(), self.rows.get(self._place_above(at))
        self.rows[at] = _Row(item, [], heading)
        if whole is None or _TOTAL.fullmatch(name):
            return
        if whole.heading or item.number is not None or _TOTAL_OF.match(name) is None:
            whole.below.append(at)

    def items(self) -> tuple[PlannedIndicator, ...]:
        """Return all rows but titles, those below others as their parts."""
        built: dict[int, PlannedIndicator] = {}
        taken: set[int] = set()
        for at in sorted(self.rows, reverse=True):
            row = self.rows[at]
            below = [one for one in self._parts(row) if one in built]
            taken.update(below)
            parts = tuple(evolve(built[one], relation=Relation.PART) for one in below)
            if parts or not row.heading:
                built[at] = evolve(row.item, parts=(*row.item.parts, *parts), relation=Relation.ITEM)
        return tuple(built[at] for at in sorted(built) if at not in taken)

    def _parts(self, whole: _Row) -> list[int]:
        """Return the rows below one that are its parts: those that are marked so, and all others where at most one has another unit."""
        sure = [at for at in whole.below if self._is_sure(at)]
        others = [at for at in whole.below if at not in sure]
        unit = _unit(whole.item)
        alike = [at for at in others if unit != NO_UNIT and _unit(self.rows[at].item).same_dimension(unit)]
        if whole.heading:
            return sure
        return whole.below if len(alike) > 1 and len(alike) >= len(others) - 1 else sorted((*sure, *alike))

    def _is_sure(self, at: int) -> bool:
        item = self.rows[at].item
        return self.places[at].sure and (item.relation is Relation.PART or item.number is not None)


_REACH = 12
_TOTAL = re.compile(r"(?:tổng(?: cộng| số| chung)?|cộng)(?: \([^()]*\))?", re.IGNORECASE)
_TOTAL_OF = re.compile(
    r"(?:tổng (?:chi|thu|vốn|kinh phí|ngân sách|dự toán|diện tích|sản lượng)|cộng (?:các|chi|thu|khoản|mục|phần|nguồn))(?!\w)",
    re.IGNORECASE,
)
"""Opens the name of a row without a number that sums up those above it: *Tổng chi*."""


def _unit(item: PlannedIndicator) -> Unit:
    return item.targets[0].quantity.unit if item.targets else NO_UNIT
