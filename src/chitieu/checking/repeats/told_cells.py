"""Every amount of the tables of a text with the words of its row and of its column, and with the time it is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.parts.table_sums import OF_UNITS, Row, is_all, rows_of_tables
from chitieu.checking.ratios.title_units import unit_of_title
from chitieu.checking.repeats.telling_words import words_of
from chitieu.checking.repeats.told_amounts import ToldAmount, brings_new
from chitieu.checking.repeats.told_times import Years
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.numbers.decimals import read_digits
from chitieu.units import Unit
from chitieu.units.reader import known_unit

__all__ = ["told_in_cells"]

_COMPARES = re.compile(
    r"(?<!\w)(?:so|tăng|giảm|tốc độ|tỷ trọng|tỷ lệ|cơ cấu|chênh lệch|ghi chú|tt|stt|hoàn thành)(?!\w)|%|\w\s?/\s?\w{0,9}20[0-9]{2}|[+±]"
)
"""What a column compares or orders."""
_DATES = re.compile(r"(?<![0-9])(?:[0-9]{1,2}/){1,2}(?=20[0-9]{2})")
_UNITS_ABOVE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s?:\s?([^\n|().,;]{1,30})", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_CAPTION, _SHORT = 400, 40


@frozen(eq=False)
class _Table:
    """What counts for all the rows of a table.

    Attributes:
        at: which table of the text it is.
        head: its titles.
        units: the column of units; None where it has none.
        common: the unit that stands above it.
        caption: what stands above it.
    """

    at: int
    head: Row
    units: int | None
    common: Unit | None
    caption: str


def told_in_cells(piece: Piece, years: Years) -> Iterator[ToldAmount]:
    """Yield the amounts of tables whose name and time are clear.

    Args:
        piece: the text.
        years: the years of its places.
    """
    for at, (head, *body) in enumerate(rows_of_tables(piece)):
        above = text_before(piece.source.text, head[0].start, _CAPTION).rstrip("| \n")
        *upper, caption = above.rsplit("\n", 2)[-2:]
        if len(caption) < _SHORT and _UNITS_ABOVE.search(caption):
            caption = f"{' '.join(upper)} {caption}"
        found = _UNITS_ABOVE.search(caption)
        common = known_unit(found[1].strip()) if found else unit_of_title(caption)
        units = next((place for place, cell in enumerate(head) if OF_UNITS.search(cell.text.lower())), None)
        table = _Table(at, head, units, common, caption)
        for row in body:
            if len(row) == len(head):
                yield from _in_row(table, row, years)


def _in_row(table: _Table, row: Row, years: Years) -> Iterator[ToldAmount]:
    """Yield the amounts of a row, from the first column of values on; of two that nothing tells apart neither."""
    values = {at: value for at, cell in enumerate(row) if (value := read_digits(cell.text)) is not None}
    columns = [at for at in values if at and at != table.units and not _compares(table.head[at].text)]
    if not columns:
        return
    ahead = (cell.text for at, cell in enumerate(row[: columns[0]]) if at != table.units and at not in values)
    name = max(ahead, key=len, default="")
    told = known_unit(row[table.units].text) if table.units is not None else table.common
    found: list[ToldAmount] = []
    for at in columns:
        title, cell = table.head[at].text, row[at]
        words = f"{name} {title}".lower()
        when = None if _is_undated_result(words) else years.of_cell(words, table.caption.lower(), cell.start)
        if when is None:
            continue
        label = _BRACKETS.sub(" ", title)
        unit = unit_of_title(name) or unit_of_title(title) or told
        names = (words_of(label if is_all(row) else f"{name} {label}"),)
        new, may = brings_new(words), words_of(table.caption)
        found.append(
            ToldAmount(
                name,
                values[at],
                unit,
                names,
                when,
                cell.start,
                cell.end,
                row[0].start,
                new=new,
                may=may,
                table=table.at,
            )
        )
    seen = Counter((one.names, one.when) for one in found)
    yield from (one for one in found if seen[one.names, one.when] == 1)


def _is_undated_result(words: str) -> bool:
    """Whether a column holds what was reached, and does not say when."""
    return _DONE.search(words) is not None and _YEAR.search(words) is None


_DONE = re.compile(r"(?<!\w)(?:ước|thực hiện|th|uth|ưth|kết quả)(?!\w)")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def _compares(title: str) -> bool:
    """Whether a column compares others, by its title."""
    return _COMPARES.search(_DATES.sub(" ", title.lower())) is not None
