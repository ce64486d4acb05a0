"""Tables whose rows have lost their lines, as copies of pages and of Word files hold them.

A page copied as text gives each cell its own lines with a pipe behind it, and nothing says where a row ends::

    TT
    |
    Chỉ tiêu
    |

A table copied out of a word processor has tabs between its cells. Both are made rows divided by pipes, one a line, by
replacing one character by one character: every offset stays what it was.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from attrs import frozen

__all__ = ["joined_rows", "tabs_as_pipes"]

_MOST_LINES = 30
"""Lines between two pipes that may be one cell; what is longer is text between two tables."""
_LEAST_PIPES = 6
_WIDTHS = range(3, 16)
_LONGEST_HEAD = 24  # cells; heads of two rows have more cells than the table is wide
_LEAST_ROWS = 2
_NEARLY_ALL = 0.75
_LEAST_LETTERS = 3
_NUMBER_TITLES = frozenset({"tt", "stt", "số tt", "số thứ tự", "no.", "#"})
_ROW_NUMBER = re.compile(r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,5}|[a-zđA-ZĐ])[.)]?|[-+*•]?")
_FIRST_NUMBER = re.compile(r"\(?(?:0?1|I|A|a)(?:\.1)?[.)]?")
_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])\)?(?:\s?=.{1,20})?")
_HEADING = re.compile(r"(?:[0-9]{1,3}|[IVX]{1,5}|[a-zđA-ZĐ])[.)]\s")
_AMOUNT = re.compile(r"[<>≤≥±~+-]?\s?[0-9][0-9.,]*\s?%?(?:\s?-\s?[0-9][0-9.,]*\s?%?)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@frozen
class _Cell:
    """A text between two pipes: `start` is behind the pipe before it, `end` at its own."""

    start: int
    end: int
    text: str

    @property
    def in_words(self) -> bool:
        return sum(map(str.isalpha, self.text)) >= _LEAST_LETTERS

    @property
    def is_amount(self) -> bool:
        return _AMOUNT.fullmatch(self.text) is not None


Row = tuple[int, int]
"""From the first character of a row to behind its last pipe."""


def joined_rows(text: str) -> str:
    r"""Return a text with the cells of tables that stand one below the other put in rows, one a line.

    Tables whose rows stand on lines of their own are left as they are, and so are pipes that divide no table: the head
    of a document in two columns.

    >>> cells = "TT|Chỉ tiêu|ĐVT|2026|1|Số hộ nghèo|hộ|950|2|Số xã|xã|12|".split("|")
    >>> joined_rows("\n|\n".join(cells)).splitlines()[1:]
    ['1 | Số hộ nghèo | hộ | 950 |', '2 | Số xã | xã | 12 |']
    """
    if text.count("|") < _LEAST_PIPES:
        return text
    rows = [row for cells in _streams(text) for row in _rows(text, cells)]
    if not rows:
        return text
    parts: list[str] = []
    done = 0
    for start, end in rows:
        parts += [text[done:start], text[start:end].replace("\n", " ")]
        done = end
    return "".join([*parts, text[done:]])


# --- the cells ----------------------------------------------------------------------------------------------------


def _streams(text: str) -> Iterator[list[_Cell]]:
    """Yield the runs of cells that each end in a pipe at the end of its line."""
    cells: list[_Cell] = []
    begin = pos = 0
    lines: deque[int] = deque(maxlen=_MOST_LINES)  # where those behind the last pipe begin
    for line in text.split("\n"):
        start, pos = pos, pos + len(line) + 1
        pipes = line.count("|")
        if not pipes:
            if len(lines) == _MOST_LINES:
                yield cells
                cells, begin = [], lines[1]
            lines.append(start)
        elif not line.strip(" |") or (pipes == 1 and line.rstrip().endswith("|")):
            for at in _pipes(line, start):
                cells.append(_Cell(begin, at, " ".join(text[begin:at].split())))
                begin = at + 1
            lines.clear()
        else:  # a row on a line of its own
            yield cells
            cells, begin = [], pos
            lines.clear()
    yield cells


def _pipes(line: str, start: int) -> list[int]:
    return [start + at for at, char in enumerate(line) if char == "|"]


# --- the rows -----------------------------------------------------------------------------------------------------


def _rows(text: str, cells: Sequence[_Cell]) -> Iterator[Row]:
    """Yield the rows of the tables in a run of cells."""
    at = ended = 0  # a table may begin where the text does, or behind another one
    while at < len(cells):
        begin = _number_title(text, cells[at])
        table = None if begin is None else _numbered_table(cells, at)
        if begin is None and at == ended:
            begin, table = _last_line(text, cells[at]), _unnumbered_table(cells, at)
        if begin is None or table is None:
            at += 1
            continue
        for first, behind in table:
            start = begin if first == at else _line_behind(text, cells[first])
            yield start, cells[behind - 1].end + 1
        at = ended = table[-1][1]


def _line_behind(text: str, cell: _Cell) -> int:
    """Return where the line behind the pipe before a cell begins, so that no empty line stands between two rows."""
    return text.find("\n", cell.start, cell.end) + 1 or cell.start


def _number_title(text: str, cell: _Cell) -> int | None:
    """Return where a title such as *STT* begins in the last lines of a cell, or None."""
    lines = text[cell.start : cell.end].rstrip().rsplit("\n", 3)
    for count in range(1, len(lines) + 1):
        title = "\n".join(lines[-count:])
        if " ".join(title.lower().split()) in _NUMBER_TITLES:
            return cell.start + len("\n".join(lines)) - len(title.lstrip())
    return None


def _last_line(text: str, cell: _Cell) -> int:
    written = text[cell.start : cell.end].rstrip()
    line = written[written.rfind("\n") + 1 :].lstrip()
    return cell.start + len(written) - len(line)


Table = list[tuple[int, int]]
"""The rows of a table, its head first, as ranges of cells."""


def _numbered_table(cells: Sequence[_Cell], at: int) -> Table | None:
    """Return the rows of a table that numbers them, whose head begins at a cell."""
    first = next(
        (
            here
            for here in range(at + 2, min(at + _LONGEST_HEAD, len(cells)))
            if _FIRST_NUMBER.fullmatch(cells[here].text) or _is_heading(cells, here)
        ),
        None,
    )
    if first is None:
        return None
    bodies = {width: _body(cells, first, width) for width in _WIDTHS if width <= first - at}
    reach = max((body[-1][1] - first for body in bodies.values() if body), default=0)
    fitting = [width for width, body in bodies.items() if body and body[-1][1] - first >= reach * _NEARLY_ALL]
    # as wide as its head; where the head has rows without a number below it, or two rows, the narrowest that fits
    single = first - at in fitting and all(len(_head(cells, at, first, width)) == 1 for width in fitting)
    width = first - at if single else next(iter(fitting), 0)
    body = bodies.get(width, [])
    if len(body) < _LEAST_ROWS and (not body or width < first - at):
        return None
    return [*_head(cells, at, first, width), *body]


def _head(cells: Sequence[_Cell], at: int, first: int, width: int) -> Table:
    """Return the head of a table, with the rows between it and the first one that is numbered."""
    begins = range(at, first, width)
    if (first - at) % width or any(cells[begin].text for begin in begins[1:]):
        return [(at, first)]
    return [(begin, begin + width) for begin in begins]


def _body(cells: Sequence[_Cell], at: int, width: int) -> Table:
    """Return the rows of a table that is so many cells wide, as far as they begin as rows do."""
    rows: Table = []
    while at < len(cells):
        taken = _row_width(cells, at, width)
        if not taken:
            break
        rows.append((at, at + taken))
        at += taken
    return rows


def _row_width(cells: Sequence[_Cell], at: int, width: int) -> int:
    """Return how many cells the row at a cell has: fewer for a heading over several columns, none for no row."""
    if _is_heading(cells, at):
        return 1
    if at + width > len(cells) or not _ROW_NUMBER.fullmatch(cells[at].text):
        return 0
    if cells[at + 1].in_words and _begins_row(cells, at + 2) and not _may_begin(cells, at + width):
        return 2
    named = cells[at + 1].in_words or (cells[at].text and not cells[at + 1].text)
    return width if named or _numbers_columns(cells[at : at + width]) else 0


def _numbers_columns(row: Sequence[_Cell]) -> bool:
    """Whether a row numbers the columns: *(1) (2) (3)*, *A B 1 2 3*."""
    return all(cell.text and _COLUMN_NUMBER.fullmatch(cell.text) for cell in row)


def _may_begin(cells: Sequence[_Cell], at: int) -> bool:
    """Whether a row may begin at a cell, or the cells end there."""
    return at >= len(cells) or (
        _ROW_NUMBER.fullmatch(cells[at].text) is not None and (cells[at].text != "" or _has_name(cells, at))
    )


def _begins_row(cells: Sequence[_Cell], at: int) -> bool:
    """Whether a number that counts stands at a cell, and a name behind it."""
    return bool(cells[at : at + 1] and cells[at].text and _ROW_NUMBER.fullmatch(cells[at].text)) and _has_name(
        cells, at
    )


def _has_name(cells: Sequence[_Cell], at: int) -> bool:
    return at + 1 < len(cells) and cells[at + 1].in_words


def _is_heading(cells: Sequence[_Cell], at: int) -> bool:
    """Whether a cell is a heading over all columns: its number inside it, and a row behind it."""
    return bool(_HEADING.match(cells[at].text)) and cells[at].in_words and _begins_row(cells, at + 1)


def _unnumbered_table(cells: Sequence[_Cell], at: int) -> Table | None:
    """Return the rows of a table whose head begins at a cell, with names at its left and numbers behind them."""
    tables = [[(at, at + width), *_alike(cells, at, width)] for width in _WIDTHS]
    best = max(tables, key=len)
    return best if len(best) > _LEAST_ROWS else None


def _alike(cells: Sequence[_Cell], head: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the rows of so many cells behind a head, while each has a name and its numbers where the first one has them."""
    titles, first = cells[head : head + width], cells[head + width : head + 2 * width]
    numbers = [at for at, cell in enumerate(first) if cell.is_amount]
    if not numbers or any(cell.is_amount and not _YEAR.fullmatch(cell.text) for cell in titles):
        return
    for at in range(head + width, len(cells) - width + 1, width):
        row = cells[at : at + width]
        right = all(row[place].is_amount or not row[place].in_words for place in numbers)
        if not row[0].in_words or not right or not any(row[place].is_amount for place in numbers):
            return
        yield at, at + width


# --- tabs ---------------------------------------------------------------------------------------------------------

_LEAST_TABS = 2


def tabs_as_pipes(text: str) -> str:
    r"""Return a text with the tabs between the cells of tables as pipes.

    A table is two lines or more, one behind the other, with as many tabs each, two at least.

    >>> tabs_as_pipes("TT\tTên\tSố\n1\tSố xã\t12\n\tA và B")
    'TT|Tên|Số\n1|Số xã|12\n\tA và B'
    """
    if text.count("\t") < _LEAST_TABS * 2:
        return text
    lines = text.split("\n")
    tabs = [line.count("\t") if line.strip() else 0 for line in lines]
    for at, line in enumerate(lines):
        near = (tabs[at - 1] if at else 0, tabs[at + 1] if at + 1 < len(lines) else 0)
        if tabs[at] >= _LEAST_TABS and tabs[at] in near:
            lines[at] = line.replace("\t", "|")
    return "\n".join(lines)
