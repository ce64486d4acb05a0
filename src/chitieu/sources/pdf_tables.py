"""Tables of a page of a PDF: fields between ruled lines, with the characters that stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attrs import define, field

from chitieu.sources.document import Place
from chitieu.sources.layout import Cell, Paragraph
from chitieu.sources.pdf_lines import Line, breaks_number, read_lines
from chitieu.sources.pdf_page import Glyph, PageContent, Ruling

__all__ = ["PageTable", "find_tables"]

_SNAP = 3.0  # points: lines nearer than this are one
_LEAST_LINES = 2


@define
class PageTable:
    """A table of one page: the edges of its columns and rows, and its cells row by row."""

    xs: list[float]
    ys: list[float]
    glyphs: dict[tuple[int, int], list[Glyph]] = field(factory=dict)
    owner: dict[tuple[int, int], tuple[int, int]] = field(factory=dict)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]

    def rows(self, page: int) -> list[list[Cell]]:
        """Return the cells of each row; merged cells stand where they begin."""
        across, down = range(len(self.xs) - 1), range(len(self.ys) - 1)
        own = [[(row, column) for column in across if self.owner[row, column] == (row, column)] for row in down]
        return [[self._cell(row, column, page) for row, column in cells] for cells in own]

    def _cell(self, row: int, column: int, page: int) -> Cell:
        wide, high = 1, 1
        while self.owner.get((row, column + wide)) == (row, column):
            wide += 1
        while self.owner.get((row + high, column)) == (row, column):
            high += 1
        text = _cell_text(read_lines(self.glyphs.get((row, column), [])), self.xs[column + wide])
        place = Place("cell", page=page)
        return Cell([Paragraph(text, place)] if text else [], wide, high, page=page)

    def put(self, glyph: Glyph) -> bool:
        """Put a character into the field it stands in; False if it stands outside."""
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        owner = self.owner.get((row, column))
        if owner is None:
            return False
        self.glyphs.setdefault(owner, []).append(glyph)
        return True


def _cell_text(lines: list[Line], right: float) -> str:
    """Join the lines of a cell: where the next word would have fitted, the line was ended on purpose."""
    pieces: list[str] = []
    for at, line in enumerate(lines):
        pieces.append(line.text)
        if at + 1 < len(lines):
            following = lines[at + 1]
            word = following.text.split(" ", 1)[0]
            needed = (following.right - following.left) * len(word) / max(len(following.text), 1)
            ended = right - line.right > 1.5 * needed + line.size
            pieces.append("" if breaks_number(line.text) else "\n" if ended else " ")
    return "".join(pieces)


def _merge(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Join lines that lie on each other or go on from each other."""
    found: list[Ruling] = []
    group: list[Ruling] = []
    for ruling in sorted(rulings):
        if group and ruling.at - group[0].at > _SNAP:
            found += _joined(group)
            group = []
        group.append(ruling)
    return found + _joined(group)


def _joined(group: list[Ruling]) -> list[Ruling]:
    if not group:
        return []
    at = sum(ruling.at for ruling in group) / len(group)
    found: list[Ruling] = []
    for _, start, end in sorted(group, key=lambda ruling: ruling.start):
        if found and start - found[-1].end <= _SNAP:
            found[-1] = Ruling(at, found[-1].start, max(found[-1].end, end))
        else:
            found.append(Ruling(at, start, end))
    return found


def _meet(across: Ruling, down: Ruling) -> bool:
    return across.start - _SNAP <= down.at <= across.end + _SNAP and down.start - _SNAP <= across.at <= down.end + _SNAP


def _groups(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Return the lines that hang together."""
    parents = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    heights = [ruling.at for ruling in across]
    for number, vertical in enumerate(down):
        first = bisect_left(heights, vertical.start - _SNAP)
        for at in range(first, bisect_right(heights, vertical.end + _SNAP)):
            if _meet(across[at], vertical):
                parents[root(at)] = root(len(across) + number)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for at, ruling in enumerate([*across, *down]):
        groups.setdefault(root(at), ([], []))[at >= len(across)].append(ruling)
    return list(groups.values())


def _edges(rulings: list[Ruling]) -> list[float]:
    found: list[float] = []
    for at in sorted(ruling.at for ruling in rulings):
        if not found or at - found[-1] > _SNAP:
            found.append(at)
    return found


def _covered(rulings: list[Ruling], at: float, middle: float) -> bool:
    """Whether a line stands at an edge and goes past a point."""
    return any(abs(ruling.at - at) <= _SNAP and ruling.start <= middle <= ruling.end for ruling in rulings)


def _table(across: list[Ruling], down: list[Ruling]) -> PageTable | None:
    """Build the fields of a table; fields without a line between them are one cell."""
    xs, ys = _edges(down), _edges(across)
    if len(xs) < _LEAST_LINES or len(ys) < _LEAST_LINES or len(xs) + len(ys) == 2 * _LEAST_LINES:
        return None  # a frame around text
    table = PageTable(xs, ys)
    by_x = {x: [ruling for ruling in down if abs(ruling.at - x) <= _SNAP] for x in xs}
    by_y = {y: [ruling for ruling in across if abs(ruling.at - y) <= _SNAP] for y in ys}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            middle_x, middle_y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            left, above = table.owner.get((row, column - 1)), table.owner.get((row - 1, column))
            if left is not None and not _covered(by_x[xs[column]], xs[column], middle_y):
                table.owner[row, column] = left
            elif above is not None and not _covered(by_y[ys[row]], ys[row], middle_x):
                table.owner[row, column] = above
            else:
                table.owner[row, column] = (row, column)
    return table


def find_tables(content: PageContent) -> tuple[list[PageTable], list[Glyph]]:
    """Return the tables of a page, from the top down, and the characters that stand in none."""
    groups = _groups(_merge(content.across), _merge(content.down))
    tables = [table for across, down in groups if (table := _table(across, down))]
    tables.sort(key=lambda table: (table.top, table.xs[0]))
    loose = [glyph for glyph in content.glyphs if not any(table.put(glyph) for table in tables)]
    return [table for table in tables if table.glyphs], loose
