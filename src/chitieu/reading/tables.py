"""Tables of indicators and of work, in text as rows divided by pipes: read by the titles of their columns.

Which column means what is the format's (`ProvinceFormat.tables`). A row without values is the heading of those
behind it; a row that begins with a dash, or with no number after ``trong đó``, is a part of the row before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import define, evolve, fields_dict, frozen

from chitieu.agencies.reader import Agency
from chitieu.indicators.match import match_target
from chitieu.periods.period import Due, Period
from chitieu.plan import Assignment, PlannedIndicator, Relation, Role, Task
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.schema import Tables
from chitieu.reading.due import DueReader
from chitieu.reading.findings import Finds
from chitieu.targets.target import telling_target
from chitieu.text import SourceText, fold
from chitieu.work.assigning import read_names

__all__ = ["PART", "ROW_NUMBER", "Table", "TableReader", "find_tables", "row_cells", "row_lines"]

Cell = tuple[int, int]
_MEANINGS = tuple(name for name in fields_dict(Tables) if name != "same")
_YEAR = re.compile(r"(?<![0-9])(?:năm\s+)?((?:19|20)[0-9]{2})(?![0-9])")
_NEW_ROW = re.compile(r"\s*\|?\s*\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5}|[a-zđA-Z])[.)]?\s*\|")
_MOST_LINES = 8  # of one broken row
_NO_YEAR = re.compile(r"quý|tháng|giai đoạn|(?<!\w)gđ(?!\w)|[0-9]{4}\s?-\s?[0-9]{4}")
"""Columns of a quarter or of several years are none of the plan's year."""
_RULE = re.compile(r"[\s|:=_+-]*")
PART = re.compile(r"\s*(?:[-+*•]+\s*|trong đó\s*:?\s*|(?:-\s*)?riêng\s+)", re.IGNORECASE)
ROW_NUMBER = re.compile(r"\(?([0-9IVXa-zđA-Z.]{1,6})[.)]?")
_LEAST_COLUMNS = 2


@frozen
class Table:
    """A table found in a text.

    Attributes:
        columns: place of each column by its meaning; columns of years by ``year:2026``.
        rows: the cells of the rows behind the head, as offsets.
        start, end: the whole table.
    """

    columns: Mapping[str, int]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def row_cells(source: SourceText, start: int, end: int, *, bordered: bool) -> tuple[Cell, ...]:
    """Return the cells of a row without the spaces around them; the pipes of a border divide nothing."""
    line = source.text[start:end]
    pos, right = start, end
    if bordered:
        pos = start + line.index("|") + 1
        right = start + line.rindex("|") if line.rstrip().endswith("|") else end
    found: list[Cell] = []
    while pos <= right:
        stop = source.text.find("|", pos, right)
        stop = right if stop < 0 else stop
        text = source.text[pos:stop]
        found.append((pos + len(text) - len(text.lstrip()), pos + len(text.rstrip())))
        pos = stop + 1
    return tuple((first, max(first, last)) for first, last in found)


def row_lines(text: str) -> list[Cell]:
    """Return the lines from the first row of a table to the last one, rules and empty lines left out."""
    first, last = text.find("|"), text.rfind("|")
    pos = text.rfind("\n", 0, first) + 1
    found: list[Cell] = []
    while pos <= last:
        end = text.find("\n", pos)
        end = len(text) if end < 0 else end
        if not _RULE.fullmatch(text, pos, end):
            found.append((pos, end))
        pos = end + 1
    return found


def _blocks(text: str) -> Iterator[list[Cell]]:
    """Yield runs of rows. A row broken over several lines is put together by the pipes of the head."""
    lines = row_lines(text)
    run: list[Cell] = []
    width = at = 0
    while at < len(lines):
        start, end = lines[at]
        pipes = text.count("|", start, end)
        if not run:
            width = pipes
        stop = at if pipes >= width else _row_end(text, lines, at, width)
        if pipes > 1 or (run and (stop > at or pipes)):
            run.append((start, lines[stop][1]))
        elif run:
            yield run
            run = []
        at = stop + 1
    if run:
        yield run


def _row_end(text: str, lines: list[Cell], at: int, width: int) -> int:
    """Return the line a broken row ends at: the one that makes its pipes as many as the head has; else its own."""
    pipes = text.count("|", *lines[at])
    if not pipes:
        return at
    for further in range(at + 1, min(at + _MOST_LINES, len(lines))):
        if _NEW_ROW.match(text, *lines[further]):
            return at
        pipes += text.count("|", *lines[further])
        if pipes >= width:
            return further if pipes == width else at
    return at


def _columns(source: SourceText, cells: tuple[Cell, ...], form: ProvinceFormat) -> dict[str, int]:
    """Tell what the columns mean by their titles; the first of two with one meaning counts."""
    found: dict[str, int] = {}
    for at, (start, end) in enumerate(cells):
        title = " ".join(source.lower[start:end].split())
        meaning = _meaning(title, form) if title else None
        year = None if _NO_YEAR.search(title) else _YEAR.search(title)
        if meaning == "indicator" and meaning in found:  # "Chỉ tiêu 2026" beside "Nội dung chỉ tiêu"
            meaning = "target"
        if year and meaning in ("target", None):
            found.setdefault(f"year:{year[1]}", at)
        if meaning is not None:
            found.setdefault(meaning, at)
    if "indicator" not in found and _HAS_AMOUNTS & set(found) and not _HAS_WORK & set(found) and "task" in found:
        found["indicator"] = found.pop("task")  # "Nội dung" over the rows of a budget
    if {"lead", "due"} <= set(found) and not {"task", "indicator"} & set(found):
        names = [at for at in range(len(cells)) if at not in found.values()]
        found |= {"task": names[0]} if names else {}  # "Tên lớp" beside who holds it and when
    return found


_HAS_AMOUNTS, _HAS_WORK = {"unit", "target"}, {"lead", "cooperating", "due", "product"}


def _meaning(title: str, form: ProvinceFormat) -> str | None:
    """Return the meaning whose longest title begins a cell."""
    best = max(
        ((len(word), name) for name in _MEANINGS for word in _titles(form, name) if _begins(title, word)),
        default=None,
    )
    return best[1] if best else None


def _titles(form: ProvinceFormat, name: str) -> Iterator[str]:
    return (fold(word).lower() for word in getattr(form.tables, name))


def _begins(title: str, word: str) -> bool:
    return title.startswith(word) and not title[len(word) : len(word) + 1].isalnum()


def find_tables(source: SourceText, form: ProvinceFormat) -> list[Table]:
    """Find the tables of a text whose head says what at least two of their columns mean."""
    if source.text.count("|") < _LEAST_COLUMNS:
        return []
    found: list[Table] = []
    for run in _blocks(source.text):
        bordered = all(source.text[start:end].lstrip().startswith("|") for start, end in run)
        rows = [row_cells(source, *line, bordered=bordered) for line in run]
        for at, cells in enumerate(rows):
            columns = _columns(source, cells, form)
            if len(set(columns.values())) >= _LEAST_COLUMNS and {"indicator", "task"} & set(columns):
                found.append(Table(columns, tuple(rows[at + 1 :]), run[0][0], run[-1][1]))
                break
    return found


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
        column = self._target_column(table)
        if column is None or "indicator" not in table.columns:
            return ()
        found: list[PlannedIndicator] = []
        for row in table.rows:
            item = self._indicator(table, row, column, found[-1].indicator if found else None)
            if item is None:
                continue
            below = bool(found and found[-1].number and item.number and item.number.startswith(f"{found[-1].number}."))
            if below:  # row 2.1 behind row 2
                item = evolve(item, relation=Relation.PART)
            if item.relation is Relation.PART and found:
                found[-1] = evolve(found[-1], parts=(*found[-1].parts, item))
            else:
                found.append(evolve(item, relation=Relation.ITEM))
        return tuple(found)

    def _target_column(self, table: Table) -> int | None:
        """Return the column of the plan's own year, else the first one of targets."""
        year = f"year:{self.period.year}" if self.period else ""
        return table.columns.get(year, table.columns.get("target"))

    def _indicator(
        self, table: Table, row: tuple[Cell, ...], column: int, above: str | None
    ) -> PlannedIndicator | None:
        written = self._text(row, table.columns["indicator"])
        if not written or column >= len(row):
            return None
        hits = self.finds.targets_in(row[column][0], row[column][1] + 1)
        number = self._number(table, row)
        part = PART.match(written)
        name = written[part.end() :] if part else written
        said = self._text(row, column) if number else ""
        if not (hits or said or self._cell(table, row, "unit", None)):
            return None  # a heading of the rows behind it
        whole = (row[0][0], row[-1][1])
        relation = Relation.PART if part or not number else Relation.ITEM
        targets = tuple(hit.target for hit in hits)
        match = match_target(name, telling_target(targets), above if relation is Relation.PART else None)
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

    # --- work --------------------------------------------------------------------------------------------

    def assignments(self, table: Table) -> tuple[Assignment, ...]:
        """Read the rows of a table of work: one section a heading row, its tasks with their own agencies."""
        if "task" not in table.columns or not {"lead", "cooperating", "due"} & set(table.columns):
            return ()
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
