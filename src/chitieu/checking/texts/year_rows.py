"""Rows of tables that have last year's value beside the plan's, and tables whose rows are years.

Behind both values there often is a column that compares them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell, cells_of_rows, is_apart
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity

__all__ = ["YearRow", "rows_of_following_years", "rows_of_two_years"]


@frozen(eq=False)
class YearRow:
    """A row with the value of the year before and of the year.

    Attributes:
        table: the table it is of, by the place of its head.
        name: what is measured.
        year: the year the second value is for.
        before, now: the values, without their unit; `at`: the cell of the second.
        others: the cells behind both that hold a number, by their column.
        titles: the titles of all columns, in small letters.
    """

    table: int
    name: str
    year: int
    before: Quantity
    now: Quantity
    at: Cell
    others: tuple[tuple[int, Cell], ...] = ()
    titles: tuple[str, ...] = ()


_DONE = re.compile(r"(?<!\w)(?:thực hiện|ước|uth|ưth|th|kết quả)(?!\w)")
_TO_DO = re.compile(r"(?<!\w)(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|dự toán)(?!\w)")
_LEAST_TITLES = 3
_NUMBER_TITLES = ("tt", "stt", "số tt", "số thứ tự")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_DATED = re.compile(r"(?<![0-9])(?:(?:[0-9]{1,2}/){1,2})?20[0-9]{2}(?![0-9])")
_DIGIT = re.compile(r"[0-9]|^[-:\s]*$")
_COMPARES = re.compile(
    r"(?<!\w)(?:so|tăng|giảm|tốc độ|tỷ trọng|cơ cấu)(?!\w)"
    r"|(?:th|kh|dt|thực hiện|kế hoạch|dự toán|20[0-9]{2})\s?/\s?(?:ước|uth|ưth|th|kh|dt|nq|thực hiện|kế hoạch|dự toán|nghị quyết|năm|20[0-9]{2})(?!\w)"
)
"""Words of a column that compares others, and has no values of a year itself."""


def rows_of_two_years(piece: Piece, year: int, *, told: bool = False) -> Iterator[YearRow]:
    """Yield the rows that have a number for the year before and for the year.

    Args:
        piece: the text.
        year: the year.
        told: whether tables count in which the year is over too, or whose titles say no more than the years.
    """
    columns: tuple[int, int] | None = None
    titles: tuple[str, ...] = ()
    table = 0
    for above, cells in pairwise(([], *cells_of_rows(piece))):
        texts = tuple(cell.text.lower() for cell in cells)
        head = _columns(texts, year, told=told)
        if head is not None:
            columns, titles, table = head, texts, cells[0].start
        elif _is_head(cells) or (len(cells) != len(titles) and is_apart(piece, above, cells)):
            columns = None  # another table
        elif columns is not None and max(columns) < len(cells):
            old, new = (read_digits(cells[column].text) for column in columns)
            if old is not None and new is not None:
                behind = tuple(enumerate(cells))[max(columns) + 1 :]
                name = max((cell.text for cell in cells[: min(columns)]), key=len, default="")
                now = cells[columns[1]]
                yield YearRow(table, name, year, Quantity(old, ""), Quantity(new, ""), now, behind, titles)


def rows_of_following_years(piece: Piece) -> Iterator[YearRow]:
    r"""Yield the values of tables whose rows are years, each with that of the year before and what the columns behind it say.

    >>> from chitieu.text import SourceText
    >>> rows = "Năm | Khách (lượt) | Tăng (%)\n2024 | 400 |\n2025 | 440 | 10,0\n2026 | 462 | 5,0"
    >>> [(row.year, str(row.before), str(row.now)) for row in rows_of_following_years(Piece(SourceText(rows), placed=True))]
    [(2025, '400', '440'), (2026, '440', '462')]
    """
    head: list[Cell] = []
    for above, cells in pairwise(([], *cells_of_rows(piece))):
        if not head or len(cells) != len(head) or is_apart(piece, above, cells):
            head = cells
            continue
        old, new = (_ROW_OF_YEAR.fullmatch(row[0].text.lower()) for row in (above, cells))
        if old is None or new is None or int(new[1]) - int(old[1]) != 1:
            continue
        titles = tuple(cell.text.lower() for cell in head)
        compare = [at for at, title in enumerate(titles) if _COMPARES.search(title)]
        for at, title in enumerate(head[1:], 1):
            before, now = read_digits(above[at].text), read_digits(cells[at].text)
            end = next((one for one in range(at + 1, len(head)) if one not in compare), len(head))
            if at not in compare and at + 1 < end and before is not None and now is not None:
                values = Quantity(before, ""), Quantity(now, "")
                others = tuple((one, cells[one]) for one in range(at + 1, end))
                yield YearRow(title.start, title.text, int(new[1]), *values, cells[at], others, titles)


_ROW_OF_YEAR = re.compile(
    r"(?:(?:năm|ước|kế hoạch|kh|thực hiện|th|dự kiến|ước thực hiện|uth)\s)*((?:19|20)[0-9]{2})(?:\s?\([^()]*\))?"
)


def _is_head(cells: Sequence[Cell]) -> bool:
    """Whether a row is the head of a table: its first title says so, or all its cells are words."""
    words = all(cell.text and not _DIGIT.search(_DATED.sub("", cell.text)) for cell in cells)
    words = words and any(len(cell.text) > _LEAST_TITLES for cell in cells)
    return (words and len(cells) >= _LEAST_TITLES) or cells[0].text.lower() in _NUMBER_TITLES


def _columns(titles: Sequence[str], year: int, *, told: bool) -> tuple[int, int] | None:
    """Return the columns of the year before and of the year, if a row is the head of a table with both; ratios are none."""
    old, new = str(year - 1), str(year)
    values = [(at, title) for at, title in enumerate(titles) if not _COMPARES.search(title)]
    earlier = [(at, title) for at, title in values if old in title and new not in title]
    later = [(at, title) for at, title in values if new in title and old not in title]
    before = [at for at, title in earlier if _DONE.search(title)]
    now = [at for at, title in later if _TO_DO.search(title)]
    if told:
        before = before or [at for at, title in earlier if _BARE.fullmatch(title.replace(old, "#"))]
        now = now or [at for at, title in later if _DONE.search(title) or _BARE.fullmatch(title.replace(new, "#"))]
        if not (before and now):  # "9 tháng 2025 | 9 tháng 2026"
            times = {title.replace(old, "#"): at for at, title in earlier}
            own = ((title.replace(new, "#"), at) for at, title in later)
            alike = ((times[time], at) for time, at in own if time in times and _PART_OF_YEAR.match(time))
            return next(alike, None) or _compared(titles, dict(earlier), dict(later))
    return (before[-1], now[0]) if before and now else None


def _compared(titles: Sequence[str], earlier: Container[int], later: Container[int]) -> tuple[int, int] | None:
    """Return two years side by side with the column that compares them behind: *Hồ sơ năm 2025 | Hồ sơ năm 2026 | Tăng (%)*."""
    found = (at for at in range(2, len(titles)) if at - 2 in earlier and at - 1 in later)
    whole = (at for at in found if not any(_PARTS.search(title) for title in titles[at - 2 : at]))
    return next(((at - 2, at - 1) for at in whole if _COMPARES.search(titles[at])), None)


_PARTS = re.compile(r"(?<!\w)(?:quý|tháng|vụ|học kỳ|[0-9]{1,2}\s?t)(?!\w)")


_PART_OF_YEAR = re.compile(
    r"(?:(?:th|thực hiện|ước|uth|ước th|kết quả|số)\s)*(?:(?:0?[1-9]|1[01])\s?(?:tháng|t)(?!\w)|quý (?:iv|i{1,3}|[1-4])(?!\w)|tháng (?:0?[1-9]|1[0-2])(?![0-9]))"
)
_BARE = re.compile(r"(?:(?:thứ hạng|xếp hạng|hạng|điểm số|điểm|giá trị)\s)?(?:năm\s)?#(?:\s?\([^()]*\))?")
