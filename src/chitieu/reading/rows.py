"""Rows of a table of indicators without its head: copied out of one, with a number, a name, a unit and its values.

``9 | GRDP bình quân đầu người | triệu đồng | 95 | Thống kê tỉnh`` says by itself which cell is the name: the first one
in words. Which of several values is the plan's only the head could say: all are kept, in order.
"""

from __future__ import annotations

from collections.abc import Iterable

from chitieu.indicators.match import match_target
from chitieu.plan import PlannedIndicator, Relation
from chitieu.reading.findings import Finds
from chitieu.reading.row_tree import RowTree
from chitieu.reading.table_columns import ROW_NUMBER, Cell, Table, row_cells, row_lines
from chitieu.rows_below import row_head
from chitieu.targets.target import telling_target
from chitieu.text import SourceText

__all__ = ["read_rows"]

_LEAST_PIPES = 2
_LEAST_LETTERS = 3


def read_rows(source: SourceText, finds: Finds, tables: Iterable[Table]) -> tuple[PlannedIndicator, ...]:
    """Read the rows that belong to none of the tables found; a row without a value is none.

    Args:
        source: the folded text.
        finds: what the text holds.
        tables: the tables that are read by their heads.
    """
    if "|" not in source.text:
        return ()
    spans = sorted((table.start, table.end) for table in tables)
    lines: list[Cell] = []
    at = 0
    for start, end in row_lines(source.text):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if source.text.count("|", start, end) < _LEAST_PIPES or (at < len(spans) and spans[at][0] <= start):
            continue
        lines.append((start, end))
    tree = RowTree([row_head(*_number_and_name(source, *line)) for line in lines])
    for place, line in enumerate(lines):
        item = _read_row(source, finds, line, tree, place)
        if item is not None and item.targets:
            tree.add(place, item)
        elif item is not None and item.number and item.relation is Relation.ITEM:
            tree.add(place, item, heading=True)
    return tree.items()


def _number_and_name(source: SourceText, start: int, end: int) -> tuple[str, str]:
    """Return the first cell of a row, and the first in words."""
    cells = row_cells(source, start, end, bordered=source.text[start:end].lstrip().startswith("|"))
    texts = [source.clean(*cell) for cell in cells]
    name = next((text for text in texts if sum(map(str.isalpha, text)) >= _LEAST_LETTERS), "")
    return "" if texts[0] == name else texts[0], name


def _read_row(source: SourceText, finds: Finds, line: Cell, tree: RowTree, place: int) -> PlannedIndicator | None:
    start, end = line
    hits = finds.targets_in(start, end)
    first, written = _number_and_name(source, start, end)
    head = tree.heads[place]
    if not written or head is None:
        return None
    number, name = ROW_NUMBER.fullmatch(first), written[head.name :]
    below = bool(head.name or head.mark)
    targets = tuple(hit.target for hit in hits)
    match = match_target(name, telling_target(targets), tree.above(place) if below else None)
    return PlannedIndicator(
        name=name.strip(" :;."),
        number=number[1].rstrip(".") if number else None,
        indicator=match.accepted if match else None,
        match=match,
        targets=targets,
        relation=Relation.PART if below else Relation.ITEM,
        text=source.clean(start, end),
        span=source.span(start, end),
    )
