"""Tables of indicators and of work, in text as rows divided by pipes: read by the titles of their columns.

Which column means what is the format's (`ProvinceFormat.tables`). Which row is below which is told by their heads (`RowTree`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve

from chitieu.agencies.agency import Agency
from chitieu.indicators.match import match_target
from chitieu.numbers.decimals import read_digits
from chitieu.periods.period import Due, Period
from chitieu.plan import Assignment, PlannedIndicator, Relation, Role, Task
from chitieu.provinces import ProvinceFormat
from chitieu.quantities.quantity import Quantity
from chitieu.reading.due import DueReader
from chitieu.reading.findings import Finds
from chitieu.reading.row_tree import RowTree
from chitieu.reading.table_columns import ROW_NUMBER, Cell, Table
from chitieu.rows_below import RowHead, row_head
from chitieu.targets.target import Target, telling_target
from chitieu.text import SourceText, fold
from chitieu.units import NO_UNIT, Unit, read_unit
from chitieu.work.assigning import read_names

__all__ = ["TableReader"]

_UNIT_OF_ALL = re.compile(r"(?:[Đđ]ơn vị(?: tính)?|ĐVT|đvt)\s?:\s?([^:|()]{1,30}?)[\s.)]*$")
_UNIT_IN_BRACKET = re.compile(
    r"\(\s?(?:(?:[Đđ]ơn vị(?: tính)?|ĐVT|đvt|[Tt]ính (?:theo|bằng))\s?:?\s?)?([^:|()]{1,30}?)\s?\)[\s.:]*$"
)
"""A bracket that ends the line over a table: ``Thu, chi ngân sách (triệu đồng)``."""
_UNIT_OF_COLUMN = re.compile(r"(?:\(|,\s)(?:(?:[Đđ]ơn vị(?: tính)?|ĐVT|đvt)\s?:\s?)?([^:,()]{1,30}?)\s?\)?$")
_REACH = 120
_OF_WORK = frozenset({"lead", "cooperating", "due"})
_TELLS = re.compile(r"(?:kết quả|trạng thái|thực tế|tình hình|tình trạng)(?!,? (?:đầu ra|sản phẩm|giao nộp))(?!\w)")
"""Titles of columns that tell what became of the work."""
_DITTO = frozenset({'"', "''", "″", "〃", "“", "”"})
"""Signs that a cell is as the one above."""


def _in_unit(target: Target, unit: Unit) -> Target:
    """Give a target without a unit that one."""
    if target.quantity.unit != NO_UNIT:
        return target
    upper = None if target.upper is None else Quantity(target.upper.value, unit)
    return evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper)


def _unit_of(said: re.Match[str] | None) -> Unit:
    """Return the unit that words name and nothing else."""
    read = read_unit(said[1], said[1].lower(), 0, known_only=True) if said is not None else None
    return read.unit if said is not None and read is not None and not said[1][read.end :].strip() else NO_UNIT


@define
class _Group:
    """A heading row and the tasks under it."""

    number: str | None
    heading: str
    tasks: list[Task]
    start: int
    end: int


class TableReader:
    """Reads indicators and work from the tables of one document.

    Args:
        source: the folded text.
        finds: what the text holds.
        form: the province's format.
        period: the period of the plan: where there are several columns of targets, its column counts.
    """

    def __init__(self, source: SourceText, finds: Finds, form: ProvinceFormat, period: Period | None) -> None:
        self.source, self.finds, self.form, self.period = source, finds, form, period
        self.due = DueReader(form.assigning, period.year if period else None)
        self.same = {fold(word).lower() for word in form.tables.same}

    # --- indicators --------------------------------------------------------------------------------------

    def indicators(self, table: Table) -> tuple[PlannedIndicator, ...]:
        """Read the rows of a table of indicators; a table without a column of targets has none."""
        columns = self._target_columns(table)
        if not columns or "indicator" not in table.columns:
            return ()
        heads = [self._head(table, row, columns) for row in table.rows]
        tree = RowTree(heads)
        for at, (row, head) in enumerate(zip(table.rows, heads, strict=True)):
            item = self._indicator(table, columns, tree, at)
            if item is not None:
                tree.add(at, item)
            elif head is not None and (heading := self._heading(table, row, head)) is not None:
                tree.add(at, heading, heading=True)
        return tree.items()

    def _head(self, table: Table, row: tuple[Cell, ...], columns: Sequence[int]) -> RowHead | None:
        """Return what says where a row stands; None for one that only leads to those behind it: ``| Trong đó: | | |``."""
        name = self._text(row, table.columns["indicator"])
        head = row_head(self._text(row, table.columns.get("number", len(row))), name)
        only_leads = head.led and not name[head.name :].strip(" :") and not any(self._text(row, at) for at in columns)
        return None if only_leads else head

    def _heading(self, table: Table, row: tuple[Cell, ...], head: RowHead) -> PlannedIndicator | None:
        """Read a row with a number and without values as what the rows behind it with a dash are of: ``3 | Ngô cả năm | |``."""
        name, number = self._text(row, table.columns["indicator"]), self._number(table, row)
        if not number or not name or head.name:
            return None
        whole = (row[0][0], row[-1][1])
        match = match_target(name, None)
        return PlannedIndicator(
            name=name.strip(" :;."),
            number=number,
            indicator=match.accepted if match else None,
            match=match,
            text=self.source.clean(*whole),
            span=self.source.span(*whole),
        )

    def _target_columns(self, table: Table) -> list[int]:
        """Return the columns a target may stand in, the best first: the plan's own year, else the first one of targets.

        A plan of several years has the sum or the mean of all of them, and for what is not added up its last year.
        """
        names = ["target"]
        if self._is_over(table):
            return []
        if self.period is not None and self.period.year != self.period.last_year:
            names = [
                f"years:{self.period.year}",
                "years",
                f"year:{self.period.last_year}",
                f"year:{self.period.year}",
                *names,
            ]
        elif self.period is not None:
            names = [f"year:{self.period.year}", *names]
        return list(dict.fromkeys(table.columns[name] for name in names if name in table.columns))

    def _is_over(self, table: Table) -> bool:
        """Whether the years of a table all lie before the plan's: what was planned then, and what came of it."""
        years = [int(name.removeprefix("year:")) for name in table.columns if name.startswith("year:")]
        return (
            self.period is not None and bool(years) and max(years) < self.period.year and "years" not in table.columns
        )

    def _indicator(self, table: Table, columns: Sequence[int], tree: RowTree, at: int) -> PlannedIndicator | None:
        row, head = table.rows[at], tree.heads[at]
        written = self._text(row, table.columns["indicator"])
        held = [at for at in columns if at < len(row)]
        if not written or not held or head is None:
            return None
        column = next((at for at in held if any(map(str.isdigit, self._text(row, at)))), held[0])
        hits = self.finds.targets_in(row[column][0], row[column][1] + 1)
        number = self._number(table, row)
        name = written[head.name :]
        said = self._text(row, column) if number else ""
        if not (hits or said or self._cell(table, row, "unit", None)):
            return None  # a heading of the rows behind it
        whole = (row[0][0], row[-1][1])
        unnumbered = not number and "number" in table.columns
        relation = Relation.PART if head.name or head.mark or unnumbered else Relation.ITEM
        targets = tuple(self._measured(table, column, hit.target) for hit in hits)
        targets = targets or self._bare_target(table, column, row[column])
        if self._unit_is_above(table, row, number, below=tree.is_below(at)):
            targets = tuple(_in_unit(target, tree.unit_above(at)) for target in targets)
        match = match_target(name, telling_target(targets), tree.above(at) if relation is Relation.PART else None)
        return PlannedIndicator(
            name=name.strip(" :;."),
            number=number,
            indicator=match.accepted if match else None,
            match=match,
            targets=targets,
            relation=relation,
            text=self.source.clean(*whole),
            span=self.source.span(*whole),
        )

    def _bare_target(self, table: Table, column: int, cell: Cell) -> tuple[Target, ...]:
        """Read a number whose unit stands over the column or the table, or is not said in a way that is understood."""
        value = read_digits(self.source.flat[cell[0] : cell[1]])
        if value is None:
            return ()
        return (self._measured(table, column, Target(Quantity(value, NO_UNIT), span=self.source.span(*cell))),)

    def _measured(self, table: Table, column: int, target: Target) -> Target:
        """Give a target without a unit that of its column, else that of all its table."""
        if target.quantity.unit != NO_UNIT or "unit" in table.columns:
            return target
        unit = self._unit_of_column(table, column)
        return _in_unit(target, self._unit_above(table) if unit == NO_UNIT else unit)

    def _unit_is_above(self, table: Table, row: tuple[Cell, ...], number: str | None, *, below: bool) -> bool:
        """Whether the unit of a row is that of the one above: the cell says so, or is left empty for a row below another."""
        if "unit" not in table.columns:
            return False
        said = self._text(row, table.columns["unit"]).strip(" .-–").lower()
        return said in self.same or said in _DITTO or (not said and (below or not number or "." in number))

    def _unit_of_column(self, table: Table, column: int) -> Unit:
        """Return the unit in the title of a column: ``Dự toán (tỷ đồng)``."""
        return _unit_of(_UNIT_OF_COLUMN.search(self._text(table.head, column)))

    def _unit_above(self, table: Table) -> Unit:
        """Return the unit given for all of a table: ``Đơn vị tính: tỷ đồng`` or ``Thu ngân sách (tỷ đồng)`` over it, the title ``Chỉ tiêu (%)``."""
        named = self._unit_of_column(table, table.columns["indicator"])
        if named != NO_UNIT:
            return named
        start = max(0, table.start - _REACH)
        said = list(_UNIT_OF_ALL.finditer(self.source.flat, start, table.start))
        said = said or list(_UNIT_IN_BRACKET.finditer(self.source.flat, start, table.start))
        return _unit_of(said[-1] if said else None)

    # --- work --------------------------------------------------------------------------------------------

    def assignments(self, table: Table) -> tuple[Assignment, ...]:
        """Read the rows of a table of work: one section a heading row, its tasks with their own agencies."""
        if "task" not in table.columns or not _OF_WORK & set(table.columns):
            return ()
        if _OF_WORK & set(table.columns) == {"due"} and self._tells(table):
            return ()  # what became of work, and no orders
        groups: list[_Group] = []
        above: Task | None = None
        for row in table.rows:
            text = self._text(row, table.columns["task"])
            if text and self._is_heading(table, row):
                groups.append(_Group(self._number(table, row), text, [], row[0][0], row[-1][1]))
            elif text:
                if not groups:
                    groups.append(_Group(None, "", [], row[0][0], row[-1][1]))
                above = self._task(table, row, above)
                groups[-1].tasks.append(above)
                groups[-1].end = row[-1][1]
        return tuple(
            Assignment(group.heading, group.number, (), tuple(group.tasks), self.source.span(group.start, group.end))
            for group in groups
            if group.tasks
        )

    def _tells(self, table: Table) -> bool:
        """Whether a column of a table tells what became of the work."""
        return any(_TELLS.match(self.source.lower[start:end].strip()) for start, end in table.head)

    def _is_heading(self, table: Table, row: tuple[Cell, ...]) -> bool:
        others = [name for name in table.columns if name not in ("number", "task")]
        return not any(self._text(row, table.columns[name]) for name in others)

    def _task(self, table: Table, row: tuple[Cell, ...], above: Task | None) -> Task:
        start, end = row[table.columns["task"]]
        assigned = self.form.assign(self.source, start, end)
        lead = self._agencies(table, row, "lead", above.lead if above else ())
        return Task(
            text=self.source.clean(start, end),
            role=Role.LEAD if lead else Role.CARRY_OUT,
            lead=lead or assigned.lead,
            cooperating=self._agencies(table, row, "cooperating", above.cooperating if above else ())
            or assigned.cooperating,
            due=self._due(table, row, above.due if above else None),
            product=self._cell(table, row, "product", above.product if above else None),
            targets=tuple(hit.target for hit in self.finds.targets_in(start, end)),
            references=self.finds.references_in(start, end),
            span=self.source.span(row[0][0], row[-1][1]),
        )

    def _agencies(
        self, table: Table, row: tuple[Cell, ...], name: str, above: tuple[Agency, ...]
    ) -> tuple[Agency, ...]:
        place = self._place(table, row, name)
        if place is None:
            return ()
        if self._repeats(place):
            return above
        cell = self.form.assign(self.source, *place)  # "Chủ trì: Sở A. Phối hợp: Sở B" in one cell
        named = cell.lead if name == "lead" else cell.cooperating
        return named or read_names(self.source, *place)

    def _due(self, table: Table, row: tuple[Cell, ...], above: Due | None) -> Due | None:
        place = self._place(table, row, "due")
        if place is None:
            return None
        return above if self._repeats(place) else self.due.in_cell(self.source.lower, *place)

    def _cell(self, table: Table, row: tuple[Cell, ...], name: str, above: str | None) -> str | None:
        place = self._place(table, row, name)
        if place is None:
            return None
        return above if self._repeats(place) else self.source.clean(*place) or None

    # --- cells -------------------------------------------------------------------------------------------

    def _place(self, table: Table, row: tuple[Cell, ...], name: str) -> Cell | None:
        at = table.columns.get(name, len(row))
        return row[at] if at < len(row) else None

    def _repeats(self, place: Cell) -> bool:
        """Whether a cell says that it is as the one above (``nt``)."""
        return self.source.lower[place[0] : place[1]].strip(" .") in self.same

    def _text(self, row: tuple[Cell, ...], column: int) -> str:
        return self.source.clean(*row[column]) if column < len(row) else ""

    def _number(self, table: Table, row: tuple[Cell, ...]) -> str | None:
        match = ROW_NUMBER.fullmatch(self._text(row, table.columns.get("number", len(row))))
        return match[1].rstrip(".") if match else None
