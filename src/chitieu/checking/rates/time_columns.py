"""Tables of growth over the times of a year, along a row or down a column: *Quý I | Quý II | 6 tháng | … | Cả năm*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.rates.rate_cells import line_above, rate_claim, rate_of_cell, row_name
from chitieu.checking.rates.times_of_year import Months, growth_within_year, months_of
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell

__all__ = ["growth_of_time_columns"]

_GROWTH = re.compile(r"(?<!\w)(?:tăng trưởng|tốc độ|nhịp độ|tăng)(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|đóng góp|điểm|lũy kế|luỹ kế|giải ngân|tiến độ|hoàn thành|quý trước|tháng trước|tháng 12|so với (?:kế hoạch|dự toán))(?!\w)"
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LARGEST = 60
"""Percents that a growth may have."""


def growth_of_time_columns(piece: Piece) -> Iterator[IdentityResult]:
    r"""Yield the growths of the longer times of a year with those of the shorter ones, in the tables of a text.

    Args:
        piece: the text.

    >>> from chitieu.text import SourceText
    >>> rows = ("Tăng trưởng (%) | Quý I | Quý II | 6 tháng", "GRDP | 7,0 | 8,0 | 7,6", "Công nghiệp | 9,0 | 9,4 | 8,9")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> print(*growth_of_time_columns(Piece(text, placed=True)), sep="\n")
    GRDP: 6 tháng: 7,0 ≤ 7,6 ≤ 8,0: holds
    Công nghiệp: 6 tháng: 9,0 ≤ 8,9 ≤ 9,4: does not hold
    """
    for rows in rows_of_tables(piece):
        head, *body = rows
        said = f"{line_above(piece, head)} {' '.join(cell.text.lower() for cell in head)}"
        for row in body:
            if len(row) == len(head):
                yield from _results(piece, f"{said} {row_name(row).lower()}", row_name(row), head, row)
        (_, *names), *columns = zip(*rows, strict=False)
        for title, *cells in columns:
            yield from _results(piece, f"{said} {title.text.lower()}", title.text, names, cells)


def _results(
    piece: Piece, said: str, name: str, titles: Sequence[Cell], cells: Sequence[Cell]
) -> Iterator[IdentityResult]:
    """Yield what follows from cells whose titles name times of one year, if they hold growth."""
    if not _GROWTH.search(said) or _OTHER.search(said):
        return
    found: dict[Months, Claim] = {}
    years: set[str] = set()
    for title, cell in zip(titles, cells, strict=True):
        months, value = months_of(title.text.lower()), rate_of_cell(cell)
        if months is not None and value is not None:
            if months in found or abs(value) > _LARGEST:
                return
            years.update(_YEAR.findall(title.text))
            found[months] = rate_claim(piece, f"{name}: {title.text}" if name else title.text, cell, value)
    if len(years) <= 1:
        yield from growth_within_year(found)
