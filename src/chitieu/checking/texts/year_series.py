"""Series over years: rows of tables with a column for each year, columns of tables with a row for each, years in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import text_before
from chitieu.checking.texts.table_cells import Cell, cells_of_rows, is_apart
from chitieu.numbers.decimals import read_digits
from chitieu.targets.target import Change

__all__ = ["YearValue", "series_of_years"]

_LEAST = 3
_TITLE = re.compile(
    r"(?:(?:năm|ước|kế hoạch|kh|thực hiện|th|dự kiến|ước thực hiện|ước th|uth|ưth|mục tiêu|đến năm|đến)\s)*((?:19|20)[0-9]{2})(?:\s?\([^()]*\))?"
)
"""A title that says no more than the year and whether it is over."""


@frozen(eq=False)
class YearValue:
    """The value of one year in a series, where it stands.

    Attributes:
        year: the year.
        value: the number as it is written.
        start, end: the place of the number.
    """

    year: int
    value: Decimal
    start: int
    end: int


def series_of_years(passage: Passage) -> Iterator[tuple[str, Sequence[YearValue]]]:
    r"""Yield the values of one thing in three years or more, in the order of the years, with its name.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.text import SourceText
    >>> piece = Piece(SourceText("Chỉ tiêu | TH 2025 | 2026 | 2027\nSố lớp | 15 | 16 | 17"), placed=True)
    >>> [(name, [(one.year, int(one.value)) for one in series]) for name, series in series_of_years((piece, ()))]
    [('Số lớp', [(2025, 15), (2026, 16), (2027, 17)])]
    """
    tables = _tables(passage)
    for head, rows in tables:
        yield from _in_rows(head, rows)
        yield from _in_columns(head, rows)
    yield from _in_sentences(passage)


def _tables(passage: Passage) -> Iterator[tuple[Sequence[Cell], Sequence[Sequence[Cell]]]]:
    """Yield the tables of a text: the head and the rows as long as it is."""
    piece = passage[0]
    head, rows = list[Cell](), list[Sequence[Cell]]()
    for above, cells in pairwise(([], *cells_of_rows(piece))):
        if not head or len(cells) != len(head) or is_apart(piece, above, cells):
            if rows:
                yield head, rows
            head, rows = cells, []
        else:
            rows.append(cells)
    if rows:
        yield head, rows


def _year(title: str) -> int | None:
    match = _TITLE.fullmatch(title.lower())
    return int(match[1]) if match else None


def _in_rows(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, Sequence[YearValue]]]:
    columns = [(at, year) for at, cell in enumerate(head) if (year := _year(cell.text)) is not None]
    if not _follow(year for _, year in columns):
        return
    for row in rows:
        name = max((cell.text for cell in row[: columns[0][0]]), key=len, default="")
        yield from _series(name, ((year, row[at]) for at, year in columns))


def _in_columns(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, Sequence[YearValue]]]:
    years = [(row, year) for row in rows if (year := _year(row[0].text)) is not None]
    if not _follow(year for _, year in years):
        return
    for at, title in enumerate(head[1:], 1):
        yield from _series(title.text, ((year, row[at]) for row, year in years))


def _series(name: str, cells: Iterator[tuple[int, Cell]]) -> Iterator[tuple[str, Sequence[YearValue]]]:
    values = [
        YearValue(year, value, cell.start, cell.end)
        for year, cell in cells
        if (value := read_digits(cell.text.rstrip("%‰ "))) is not None
    ]
    if len(values) >= _LEAST:
        yield name, values


def _follow(years: Iterator[int]) -> bool:
    """Whether years stand in their order, each once, three or more of them."""
    found = list(years)
    return len(found) >= _LEAST and all(first < second for first, second in pairwise(found))


def _named(text: str, at: int) -> str:
    """Return the words ahead of the first year of a sentence, which say what is measured."""
    return _LEAD_OUT.sub("", _CLAUSE.split(text_before(text, at, REACH))[-1]).strip(" :-+*•,(")


_CLAUSE = re.compile(r"[.;](?=\s)|[|\n]")
_LEAD_OUT = re.compile(r"(?:[\s:,(]*(?:năm|vào|đến|trong|các))*[\s:,(]*$")
_AHEAD = re.compile(r"(?<![0-9])(20[0-9]{2})\s?(?::|là|đạt|còn|-|–|\()?\s?(?:khoảng |trên |ít nhất )?$")
_NEAR, _WIDE = 24, 40


def _in_sentences(passage: Passage) -> Iterator[tuple[str, Sequence[YearValue]]]:
    """Yield the years a sentence goes through: *năm 2026 đạt 14,5%, năm 2027 đạt 15%, năm 2028 đạt 16%*."""
    piece, hits = passage
    source = piece.source
    found, unit, name = list[YearValue](), "", ""
    for hit in hits:
        at = hit.numeral.start
        ahead = _AHEAD.search(source.lower, max(0, at - _NEAR), at)
        level = ahead is not None and hit.target.is_single and hit.target.change is Change.LEVEL
        if ahead is None or not level:
            continue
        value = YearValue(int(ahead[1]), hit.target.quantity.value, at, hit.numeral.end)
        label = hit.target.quantity.unit.label
        near = bool(found) and ahead.start() - found[-1].end <= _WIDE and found[-1].year < value.year
        if not near or (label != unit and unit and label):
            if len(found) >= _LEAST:
                yield name, found
            found, name = [], _named(source.text, ahead.start())
        unit = label or unit
        found = [*found, value]
    if len(found) >= _LEAST:
        yield name, found
