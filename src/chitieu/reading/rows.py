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
from chitieu.reading.table_columns import PART, ROW_NUMBER, Table, row_cells, row_lines
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
    tree = RowTree()
    at = 0
    for start, end in row_lines(source.text):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if source.text.count("|", start, end) < _LEAST_PIPES or (at < len(spans) and spans[at][0] <= start):
            continue
        item = _read_row(source, finds, start, end, tree.above)
        if item is not None and item.targets:
            tree.add(item)
        elif item is not None and item.number and item.relation is Relation.ITEM:
            tree.head(item)
    return tree.items()


def _read_row(source: SourceText, finds: Finds, start: int, end: int, above: str | None) -> PlannedIndicator | None:
    hits = finds.targets_in(start, end)
    cells = row_cells(source, start, end, bordered=source.text[start:end].lstrip().startswith("|"))
    texts = [source.clean(*cell) for cell in cells]
    written = next((text for text in texts if sum(map(str.isalpha, text)) >= _LEAST_LETTERS), "")
    if not written:
        return None
    number = ROW_NUMBER.fullmatch(texts[0])
    part = PART.match(written)
    below = part is not None or PART.fullmatch(texts[0]) is not None  # the dash in a cell of its own
    name = written[part.end() :] if part else written
    targets = tuple(hit.target for hit in hits)
    match = match_target(name, telling_target(targets), above if below else None)
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
