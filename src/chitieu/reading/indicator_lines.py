"""The indicator lines of a document: the items of its lists, what stands below them, and where each of them ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from chitieu.outline import Block, Outline
from chitieu.plan import PlannedIndicator, Relation
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds
from chitieu.reading.inline_items import inline_items
from chitieu.reading.planned import LineReader
from chitieu.reading.sections import indicator_items
from chitieu.reading.table_columns import Table

__all__ = ["read_indicators"]


def read_indicators(
    outline: Outline, finds: Finds, blocks: Sequence[Block], form: ProvinceFormat, tables: Sequence[Table]
) -> tuple[PlannedIndicator, ...]:
    """Read the indicator lines among some blocks; what stands behind a table is no part of the line ahead of it.

    Args:
        outline: the document.
        finds: its amounts.
        blocks: those that hold indicator lines.
        form: how the province writes.
        tables: the tables whose rows are read by themselves.
    """
    reader = LineReader(outline.source, finds, form)
    text, found = outline.source.text, list[PlannedIndicator]()
    for block in (item for top in blocks for item in indicator_items(finds, top)):
        drafts = [
            reader.read(number if first == start else None, first, last)
            for number, start, end in inline_items(outline.source, block)
            for first, last in _outside(text, start, end, tables)
        ]
        for child in block.children:
            lines = list(_outside(text, child.body, child.stop, tables))
            if not _between(tables, block.body, child.body):
                part = reader.read(None, *lines.pop(0))
                part.relation = Relation.PART
                drafts[-1].parts.append(part)
                drafts[-1].end = max(drafts[-1].end, part.end)
            drafts += [reader.read(None, *line) for line in lines]
        found += [draft.finish(outline.source) for draft in drafts]
    return tuple(found)


def _outside(text: str, start: int, end: int, tables: Sequence[Table]) -> Iterator[tuple[int, int]]:
    """Yield what of a line stands outside the tables that begin amid it: the first of it in any case, more where it holds words."""
    opens = start
    for table in _between(tables, start, end):
        if opens == start or text[opens : table.start].strip():
            yield opens, table.start
        opens = min(table.end, end)
        opens += len(text[opens:end]) - len(text[opens:end].lstrip())
    if opens == start or opens < end:
        yield opens, end


def _between(tables: Sequence[Table], start: int, end: int) -> Sequence[Table]:
    """Return the tables that begin between two places."""
    begins = attrgetter("start")
    return tables[bisect_right(tables, start, key=begins) : bisect_left(tables, end, key=begins)]
