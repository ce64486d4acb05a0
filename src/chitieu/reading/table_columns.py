"""Tables of a text as rows divided by pipes: where they are, and what their columns mean by their titles.

Which title means what is the format's (`ProvinceFormat.tables`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import fields_dict, frozen

from chitieu.provinces import ProvinceFormat
from chitieu.provinces.vocabulary import Tables
from chitieu.text import SourceText, fold

__all__ = ["ROW_NUMBER", "Cell", "Table", "find_tables", "row_cells", "row_lines"]

Cell = tuple[int, int]
_MEANINGS = tuple(name for name in fields_dict(Tables) if name != "same")
_YEAR = re.compile(r"(?<![0-9])(?:năm\s+)?((?:19|20)[0-9]{2})(?![0-9])")
_NEW_ROW = re.compile(r"\s*\|?\s*\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5}|[a-zđA-Z])[.)]?\s*\|")
_MOST_LINES = 8  # of one broken row
_NO_YEAR = re.compile(r"quý|tháng|giai đoạn|(?<!\w)gđ(?!\w)|[0-9]{4}\s?-\s?[0-9]{4}")
"""Columns of a quarter or of several years are none of the plan's year."""
_OF_ALL_YEARS = re.compile(
    r"(?:(?:mục tiêu|kế hoạch|kh|chỉ tiêu|tổng|cộng|lũy kế|trung bình|bình quân|hoặc|cả|số) )*"
    r"(?:(?:(?:giai đoạn|gđ)(?! trước)|(?:5|05|năm) năm|các năm)(?!\w)|(?:tổng(?: cộng| số)?|cộng)$)"
)
"""The column of all the years of a plan of several: *Cộng*, *Tổng 5 năm*, *Giai đoạn 2026 - 2030*."""
_OF_ALL = re.compile(
    r"(?:tổng(?: cộng| số)?|cộng|chung|(?:toàn|cả) (?:tỉnh|thành phố|xã|phường|ngành|địa bàn|vùng))[\s,]+(?:năm )?[0-9]{4}"
)
"""The column of all there is, beside those of its parts in the same year: *Miền núi 2026 | Ven biển 2026 | Cộng 2026*."""
_RULE = re.compile(r"[\s|:=_+-]*")
ROW_NUMBER = re.compile(r"\(?([0-9IVXa-zđA-Z.]{1,6})[.)]?")
_LEAST_COLUMNS = 2


@frozen
class Table:
    """A table found in a text.

    Attributes:
        columns: place of each column by its meaning; columns of years by ``year:2026``.
        rows: the cells of the rows behind the head, as offsets.
        start, end: the whole table.
        head: the cells of the titles.
    """

    columns: Mapping[str, int]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int
    head: tuple[Cell, ...] = ()


def row_cells(source: SourceText, start: int, end: int, *, bordered: bool) -> tuple[Cell, ...]:
    """Return the cells of a row without the spaces around them; the pipes of a border divide nothing."""
    line = source.text[start:end]
    pos, right = start, end
    if bordered:
        pos = start + line.index("|") + 1
        right = start + line.rindex("|") if line.rstrip().endswith("|") else end
    found: list[Cell] = []
    while pos <= right:
        stop = source.text.find("|", pos, right)
        stop = right if stop < 0 else stop
        text = source.text[pos:stop]
        found.append((pos + len(text) - len(text.lstrip()), pos + len(text.rstrip())))
        pos = stop + 1
    return tuple((first, max(first, last)) for first, last in found)


def row_lines(text: str) -> list[Cell]:
    """Return the lines from the first row of a table to the last one, rules and empty lines left out."""
    first, last = text.find("|"), text.rfind("|")
    pos = text.rfind("\n", 0, first) + 1
    found: list[Cell] = []
    while pos <= last:
        end = text.find("\n", pos)
        end = len(text) if end < 0 else end
        if not _RULE.fullmatch(text, pos, end):
            found.append((pos, end))
        pos = end + 1
    return found


def _blocks(text: str) -> Iterator[list[Cell]]:
    """Yield runs of rows. A row broken over several lines is put together by the pipes of the head."""
    lines = row_lines(text)
    run: list[Cell] = []
    width = at = 0
    while at < len(lines):
        start, end = lines[at]
        pipes = text.count("|", start, end)
        if not run:
            width = pipes
        stop = at if pipes >= width else _row_end(text, lines, at, width)
        if pipes > 1 or (run and (stop > at or pipes)):
            run.append((start, lines[stop][1]))
        elif run:
            yield run
            run = []
        at = stop + 1
    if run:
        yield run


def _row_end(text: str, lines: list[Cell], at: int, width: int) -> int:
    """Return the line a broken row ends at: the one that makes its pipes as many as the head has; else its own."""
    pipes = text.count("|", *lines[at])
    if not pipes:
        return at
    for further in range(at + 1, min(at + _MOST_LINES, len(lines))):
        if _NEW_ROW.match(text, *lines[further]):
            return at
        pipes += text.count("|", *lines[further])
        if pipes >= width:
            return further if pipes == width else at
    return at


def _columns(source: SourceText, cells: tuple[Cell, ...], form: ProvinceFormat) -> dict[str, int]:
    """Tell what the columns mean by their titles; the first of two with one meaning counts."""
    found: dict[str, int] = {}
    for at, (start, end) in enumerate(cells):
        title = " ".join(source.lower[start:end].split())
        if _OF_ALL_YEARS.match(title):
            first = _YEAR.search(title)
            found.setdefault(f"years:{first[1]}" if first else "years", at)
        meaning = _meaning(title, form) if title else None
        year = None if _NO_YEAR.search(title) else _YEAR.search(title)
        if meaning == "indicator" and meaning in found:  # "Chỉ tiêu 2026" beside "Nội dung chỉ tiêu"
            meaning = "target"
        if year and meaning in ("target", None) and (f"year:{year[1]}" not in found or _OF_ALL.fullmatch(title)):
            found[f"year:{year[1]}"] = at
        if meaning is not None:
            found.setdefault(meaning, at)
    if "indicator" not in found and _HAS_AMOUNTS & set(found) and not _HAS_WORK & set(found) and "task" in found:
        found["indicator"] = found.pop("task")  # "Nội dung" over the rows of a budget
    if {"lead", "due"} <= set(found) and not {"task", "indicator"} & set(found):
        names = [at for at in range(len(cells)) if at not in found.values()]
        found |= {"task": names[0]} if names else {}  # "Tên lớp" beside who holds it and when
    return found


_HAS_AMOUNTS, _HAS_WORK = {"unit", "target"}, {"lead", "cooperating", "due", "product"}


def _meaning(title: str, form: ProvinceFormat) -> str | None:
    """Return the meaning whose longest title begins a cell."""
    best = max(
        ((len(word), name) for name in _MEANINGS for word in _titles(form, name) if _begins(title, word)),
        default=None,
    )
    return best[1] if best else None


def _titles(form: ProvinceFormat, name: str) -> Iterator[str]:
    return (fold(word).lower() for word in getattr(form.tables, name))


_NO_DAY = re.compile(r"hạn (?:mức|ngạch|điền|chế|hán|mặn)(?!\w)|hoạt động của")


def _begins(title: str, word: str) -> bool:
    return title.startswith(word) and not title[len(word) : len(word) + 1].isalnum() and not _NO_DAY.match(title)


def find_tables(source: SourceText, form: ProvinceFormat) -> list[Table]:
    """Find the tables of a text whose head says what at least two of their columns mean."""
    if source.text.count("|") < _LEAST_COLUMNS:
        return []
    found: list[Table] = []
    for run in _blocks(source.text):
        bordered = all(source.text[start:end].lstrip().startswith("|") for start, end in run)
        rows = [row_cells(source, *line, bordered=bordered) for line in run]
        for at, cells in enumerate(rows):
            columns = _columns(source, cells, form)
            if len(set(columns.values())) >= _LEAST_COLUMNS and {"indicator", "task"} & set(columns):
                found.append(Table(columns, tuple(rows[at + 1 :]), run[0][0], run[-1][1], cells))
                break
    return found
