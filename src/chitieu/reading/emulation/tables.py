"""Blocks in tables, rows divided by pipes: a row names the block, or a member with its office.

Columns are told by their titles: the block (khối, cụm), the member (đơn vị), the head and the deputies, a note that
may hold an office. Without titles, a cell that begins with an agency is the member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from chitieu.reading.emulation.document import Document, Draft, Holding
from chitieu.reading.emulation.members import split_items
from chitieu.reading.emulation.names import Naming
from chitieu.reading.emulation.offices import read_role
from chitieu.reading.emulation.parties import Party
from chitieu.scoring.emulation import BlockKind

__all__ = ["read_tables"]

Cell = tuple[int, int]
_TITLES = (
    ("head", re.compile(r"(?:đơn vị\s+)?(?:(?:khối|cụm)(?:,? (?:khối|cụm))? trưởng|trưởng (?:khối|cụm))")),
    ("deputy", re.compile(r"(?:đơn vị\s+)?(?:(?:khối|cụm) phó|phó (?:trưởng )?(?:khối|cụm))")),
    ("block", re.compile(r"(?:tên\s+)?(?:khối|cụm)(?!\s*(?:trưởng|phó))")),
    ("member", re.compile(r"(?:tên\s+|các\s+|danh sách\s+)*(?:đơn vị|cơ quan|thành viên|địa phương)")),
    ("note", re.compile(r"ghi chú|chức danh|chức vụ|vai trò|nhiệm vụ|phân công")),
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_NUMBER = re.compile(r"(?:số\s+)?([0-9]{1,2})")
_RULE = re.compile(r"[\s|:=_+-]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@define(eq=False)
class _Table:
    """The columns of a table by meaning, and the years their titles name."""

    columns: dict[str, int] = field(factory=dict)
    years: dict[str, int] = field(factory=dict)
    kind: BlockKind = BlockKind.AGENCIES
    current: Draft | None = None


def read_tables(document: Document) -> None:
    """Read the rows of every table of a text into the drafts of its blocks."""
    table = _Table()
    for start, end, new in _rows(document):
        cells = tuple(_cells(document, start, end))
        if new:
            table = _Table(current=document.draft_before(start))
        titles = _columns(document, cells)
        if len(titles.columns) > 1 and not table.columns:
            table.columns, table.years, table.kind = titles.columns, titles.years, titles.kind
        else:
            _read_row(document, table, cells)


def _rows(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines with at least two pipes, and whether a new table begins with them."""
    text, done = document.source.text, -1
    pos = text.find("|")
    while pos >= 0:
        start, end = text.rfind("\n", 0, pos) + 1, text.find("\n", pos)
        end = len(text) if end < 0 else end
        if text.count("|", start, end) > 1 and not _RULE.fullmatch(text, start, end):
            yield start, end, done < 0 or bool(text[done:start].strip("\n -_=+|:"))
            done = end
        pos = text.find("|", end)


def _cells(document: Document, start: int, end: int) -> Iterator[Cell]:
    text = document.source.text
    line = text[start:end]
    if line.lstrip().startswith("|"):
        start += line.index("|") + 1
    while start <= end:
        stop = text.find("|", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _columns(document: Document, cells: tuple[Cell, ...]) -> _Table:
    """Tell the columns by their titles."""
    table = _Table()
    for at, (start, end) in enumerate(cells):
        title = document.source.clean(start, end).lower()
        meaning = next((name for name, pattern in _TITLES if pattern.match(title)), None)
        if meaning is None or document.naming_at(start, end):
            continue
        table.columns.setdefault(meaning, at)
        year = _YEAR.search(title)
        if year:
            table.years.setdefault(meaning, int(year[1]))
        if meaning == "block" and "cụm" in title and "khối" not in title:
            table.kind = BlockKind.LOCALITIES
    return table


def _read_row(document: Document, table: _Table, cells: tuple[Cell, ...]) -> None:
    table.current = _named(document, table, cells) or table.current
    draft = table.current
    if draft is None:
        return
    members = _members(document, table, cells)
    draft.members += members
    for meaning in ("head", "deputy"):
        for party in _cell_parties(document, table, cells, meaning):
            draft.holdings.append(Holding(meaning == "head", _year(document, table, cells, meaning), party))
    note = _cell(table, cells, "note")
    role = read_role(document.source.flat[slice(*note)]) if note else None
    if role is not None and len(members) == 1:
        draft.holdings.append(Holding(role, _year(document, table, cells, "note"), members[0]))


def _named(document: Document, table: _Table, cells: tuple[Cell, ...]) -> Draft | None:
    """Return the block a row names: in any cell, or by its number in the column of blocks."""
    for start, end in cells:
        naming = document.naming_at(start, end)
        if naming:
            return document.drafts[naming.identity]
    cell = _cell(table, cells, "block")
    if cell is None:
        return None
    written = document.source.clean(*cell)
    number = _NUMBER.fullmatch(written.lower())
    if number is None:
        return None
    identity = (table.kind.value, str(int(number[1])))
    name = f"{table.kind.value.capitalize()} thi đua số {int(number[1])}"
    naming = Naming(identity, table.kind, name, int(number[1]), *cell)
    return document.drafts.setdefault(identity, Draft(naming))


def _cell(table: _Table, cells: tuple[Cell, ...], meaning: str) -> Cell | None:
    at = table.columns.get(meaning)
    return cells[at] if at is not None and at < len(cells) else None


def _members(document: Document, table: _Table, cells: tuple[Cell, ...]) -> tuple[Party, ...]:
    if "member" in table.columns:
        return _cell_parties(document, table, cells, "member")
    if table.columns:
        return ()
    found = (split_items(document, start, end, as_written=False) for start, end in cells)
    return next((parties for parties in found if parties), ())


def _cell_parties(document: Document, table: _Table, cells: tuple[Cell, ...], meaning: str) -> tuple[Party, ...]:
    cell = _cell(table, cells, meaning)
    if cell is None or document.naming_at(*cell):
        return ()
    start, end = cell
    found: list[Party] = []
    for stop in [*(match.start() for match in _BREAK.finditer(document.source.flat, start, end)), end]:
        found += split_items(document, start, stop, as_written=True)
        line = _BREAK.match(document.source.flat, stop, end)
        start = line.end() if line else stop
    return tuple(found)


def _year(document: Document, table: _Table, cells: tuple[Cell, ...], meaning: str) -> int | None:
    own = table.years.get(meaning)
    return own if own is not None else document.year_around(cells[0][0], cells[0][0], cells[0][0])
