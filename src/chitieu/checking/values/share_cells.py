"""Cells of tables that are too large for the percent their row is in.

Of a row that names a rate no cell passes a hundred, nor does one amid several that do not; of any other in percent all cells are
seldom far above it: *Trạm bơm | % | 940 | 1.040* counts them, and has the unit of the row above or below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.rates.rate_cells import row_name
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.indicators.match import match_indicator
from chitieu.numbers.decimals import read_digits

__all__ = ["cells_over_hundred"]

_UNITS = re.compile(r"\s*(?:đvt|đơn vị(?: tính)?)\s*")
_NUMBER = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?")
_RATED = re.compile(r"\W*(?:(?:tỷ|tỉ) (?:lệ|trọng)|độ che phủ|độ bao phủ)(?!\w)")
_MAY_PASS = re.compile(
    r"(?<!\w)(?:chỉ số|hệ số|so với|so|tăng|giảm|tốc độ|phát triển|hoàn thành|thực hiện|kế hoạch|dự toán|chỉ tiêu|gấp|bằng|nợ|an toàn vốn|dự phòng|bù đắp|thu hồi"
    r"|giường|lạm phát|đòn bẩy|sinh lời|phụ thuộc|quá tải|công suất|nhập học|huy động|đi học|thô|tuyển|giải ngân|vượt|trên)(?!\w)"
)
"""Words of names whose percentages may pass a hundred."""
_COMPARES = re.compile(r"(?<!\w)(?:so|tăng|giảm|tốc độ|tỷ lệ|tỉ lệ)(?!\w)|%|/")
_IN_PERCENT = re.compile(r"(?:chỉ tiêu|nội dung|tên)[^|()]{0,30}\(%\)$", re.IGNORECASE)
"""The title of the names of a table whose rows are all in percent."""
_RATE_IN_PERCENT = re.compile(rf"{_RATED.pattern}[^|]*\(%\)\s?")
"""The name of a row that says itself what it is in: *Tỷ lệ dùng nước sạch (%)*."""
_ALL, _FAR, _FEWEST, _SERIES = 100, 200, 2, 4


def cells_over_hundred(piece: Piece) -> Iterator[tuple[str, Cell]]:
    r"""Yield the names of rows in percent with the cells that are too large.

    Args:
        piece: a text.

    >>> from chitieu.text import SourceText
    >>> rows = ("Chỉ tiêu | ĐVT | 2025 | 2026", "Tỷ lệ tổ có loa | % | 98 | 105", "Loa | % | 410 | 440", "Giá | % | 103 | 104")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> [(name, cell.text) for name, cell in cells_over_hundred(Piece(text, placed=True))]
    [('Tỷ lệ tổ có loa', '105'), ('Loa', '410')]
    """
    for head, *rows in rows_of_tables(piece):
        units = next((at for at, cell in enumerate(head) if _UNITS.fullmatch(cell.text.lower())), -1)
        names = next((at for at, cell in enumerate(head) if _IN_PERCENT.search(cell.text)), -1)
        for row in rows:
            name = row_name(row)
            if len(row) != len(head) or _MAY_PASS.search(name.lower()):
                continue
            if row[units].text.strip() == "%" if units >= 0 else names >= 0:
                yield from ((name, cell) for cell in _too_large(name, _values(head, row, max(units, names))))
            elif units < 0 and _RATE_IN_PERCENT.fullmatch(name.lower()):
                own = [cell.text for cell in row].index(name)
                yield from ((name, cell) for cell in _too_large(name, _values(head, row, own)))


def _values(head: Sequence[Cell], row: Sequence[Cell], units: int) -> list[Cell]:
    """Return the cells of a row behind its unit that hold a number, but those of columns that compare others."""
    told = zip(head[units + 1 :], row[units + 1 :], strict=True)
    return [cell for title, cell in told if _NUMBER.fullmatch(cell.text) and not _COMPARES.search(title.text.lower())]


def _too_large(name: str, cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells of a row in percent that cannot be right: of what is no rate the first stands for all."""
    sizes = [read_digits(cell.text) or 0 for cell in cells]
    over = [cell for cell, size in zip(cells, sizes, strict=True) if size > _ALL]
    if _RATED.match(name.lower()):
        return over
    if len(over) == 1 and len(cells) >= _SERIES and over[0] is not cells[-1]:
        return over  # "76 | 88 | 108 | 100": the years behind it do not pass a hundred
    far = len(cells) >= _FEWEST and min(sizes) > _FAR
    return cells[:1] if far and match_indicator(name) is None else ()  # the unit of a known one is looked at by itself
