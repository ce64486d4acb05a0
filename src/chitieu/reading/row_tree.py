"""Which row of a table is below which: rows with a dash, rows numbered below another, rows behind a heading without values."""

from __future__ import annotations

from attrs import evolve

from chitieu.plan import PlannedIndicator, Relation

__all__ = ["RowTree"]


class RowTree:
    """Rows of a table as they come, put below those they belong to.

    A row with a number and no value (``3 | Ngô cả năm | |``) is what the rows with a dash behind it are of. Without any, it is
    only a title and is left out.
    """

    def __init__(self) -> None:
        self.found: list[PlannedIndicator] = []
        self.heading: PlannedIndicator | None = None

    @property
    def above(self) -> str | None:
        """What a row that comes next would be a part of: a key, or a name where it has none."""
        if self.heading is not None:
            return self.heading.indicator or self.heading.name
        return self.found[-1].indicator if self.found else None

    def add(self, item: PlannedIndicator) -> None:
        """Put a row behind those found, or below the heading or the last of them."""
        heading = self.heading
        if heading is not None and (item.relation is Relation.PART or _is_below(item, heading)):
            self.heading = evolve(heading, parts=(*heading.parts, evolve(item, relation=Relation.PART)))
            return
        self.head(None)
        self._place(item)

    def head(self, heading: PlannedIndicator | None) -> None:
        """Begin the rows of a heading; None ends those of the last one."""
        if self.heading is not None and self.heading.parts:
            self._place(self.heading)
        self.heading = heading

    def items(self) -> tuple[PlannedIndicator, ...]:
        """Return all rows."""
        self.head(None)
        return tuple(self.found)

    def _place(self, item: PlannedIndicator) -> None:
        found = self.found
        if found and (item.relation is Relation.PART or _is_below(item, found[-1])):
            found[-1] = evolve(found[-1], parts=(*found[-1].parts, evolve(item, relation=Relation.PART)))
        else:
            found.append(evolve(item, relation=Relation.ITEM))


def _is_below(item: PlannedIndicator, above: PlannedIndicator) -> bool:
    """Whether a row is numbered below another: 2.1 behind 2."""
    return bool(above.number and item.number and item.number.startswith(f"{above.number}."))
