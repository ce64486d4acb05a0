"""Rows of tables that have last year's value beside the plan's, and often a column that compares the two.

The cells are divided by pipes, with or without one at either end of a row. What a column compares its title seldom
says in full (*So sánh (%)*, *KH 2026/ƯTH 2025*, *Tăng, giảm*): the rows themselves tell, where most of them agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target

__all__ = ["Cell", "Comparison", "YearRow", "cells_of_rows", "comparisons", "is_apart", "rows_of_two_years"]


@frozen(eq=False)
class Cell:
    """A cell with the place of what is written in it."""

    text: str
    start: int
    end: int


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


@frozen(eq=False)
class Comparison:
    """A cell that compares two years, and is not what they make.

    Attributes:
        row: the row.
        cell: the cell.
        change: what the cell says.
        after: what last year's value becomes by it.
    """

    row: YearRow
    cell: Cell
    change: Target
    after: Quantity


_DONE = re.compile(r"(?<!\w)(?:thực hiện|ước|uth|ưth|th|kết quả)(?!\w)")
_TO_DO = re.compile(r"(?<!\w)(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|dự toán)(?!\w)")
_LEAST_CELLS = 2
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


def is_apart(piece: Piece, above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row of a table does not stand below that of another, if there is one; a row that numbers the columns parts none."""
    between = (piece.source.text[cell.end : row[0].start].split("\n")[1:-1] for cell in above[-1:])
    return any("|" not in line for lines in between for line in lines)


def cells_of_rows(piece: Piece) -> Iterator[list[Cell]]:
    """Yield the cells of each row of the tables of a text; a head of several rows is one.

    The first row of a table tells whether it has a border. Rows that only number the columns are left out.
    """
    above: list[Cell] = []
    opens = True
    for row in _rows(piece):
        apart = is_apart(piece, above, row)
        if above and opens and not apart and _goes_on(above, row):
            above = list(_joined(above, row))
            continue
        if above:
            yield above
        above, opens = row, apart or not above
    if above:
        yield above


def _goes_on(head: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row goes on with the titles above it, which stand over several columns each: *| Số lớp | Số em | Số lớp | Số em*."""
    below = [cell.text for cell in row[1:]]
    titles = all(map(_is_title, head)) and all(map(_is_title, row)) and sum(map(bool, below)) >= _LEAST_CELLS
    spread = any(not cell.text or cell.text == before.text for before, cell in pairwise(head[1:]))
    return len(row) == len(head) and row[0].text in ("", head[0].text) and titles and spread


def _is_title(cell: Cell) -> bool:
    """Whether a cell may be a title, or be empty below one: no number but a year."""
    plain = read_digits(cell.text.rstrip("%")) is None or _YEAR.fullmatch(cell.text) is not None
    return plain and len(cell.text) <= _LONGEST_TITLE


def _joined(head: Sequence[Cell], row: Sequence[Cell]) -> Iterator[Cell]:
    """Yield titles with those below them: a title stands over the empty cells behind it, too."""
    over = ""
    for cell, below in zip(head, row, strict=True):
        over = cell.text or (over if below.text else "")
        yield Cell(" ".join(dict.fromkeys(filter(None, (over, below.text)))), cell.start, below.end)


_LONGEST_TITLE = 60


def _rows(piece: Piece) -> Iterator[list[Cell]]:
    """Yield the cells of each row as it is written, but those that only number the columns."""
    start, bordered = 0, None
    for line in piece.source.text.split("\n"):
        if "|" in line:
            bordered = line.lstrip().startswith("|") if bordered is None else bordered
            cells = _cells(line, start, bordered=bordered)
            if len(cells) >= _LEAST_CELLS and not _numbers_columns(cells):
                yield cells
        else:
            bordered = None
        start += len(line) + 1


def _numbers_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: ``1 | 2 | 3 | 4 = 3/2``, ``A | B | 1 | 2``."""
    numbers = [found[1] for cell in cells if (found := _COLUMN_NUMBER.fullmatch(cell.text)) is not None]
    letters = sum(cell.text.strip("()") in _COLUMN_LETTERS for cell in cells)
    counted = [int(number) for number in numbers]
    return len(counted) > 1 and len(counted) + letters == len(cells) and counted == list(range(1, len(counted) + 1))


_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2})\)?\s?(?:\(?=\s?[-+0-9()*x:/%\s]{1,40}\)?)?")
_COLUMN_LETTERS = ("A", "B", "C", "D")


def _cells(line: str, start: int, *, bordered: bool) -> list[Cell]:
    """Return the cells of a row; the pipes of its border divide nothing."""
    inner = line.lstrip().removeprefix("|") if bordered else line
    at = start + len(line) - len(inner)
    inner = inner.rstrip().removesuffix("|") if bordered else inner
    found: list[Cell] = []
    for text in inner.split("|"):
        first, written = at + len(text) - len(text.lstrip()), text.strip()
        found.append(Cell(written, first, first + len(written)))
        at += len(text) + 1
    return found


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


# --- columns that compare --------------------------------------------------------------------------------------

_Kind = Callable[[Fraction, Fraction], Fraction]
_KINDS: tuple[_Kind, ...] = (
    lambda old, new: new / old * 100,  # 108,5: so many percent of last year's
    lambda old, new: new / old * 100 - 100,  # 8,5: so many percent more
    lambda old, new: new - old,  # 130: so much more
)
_RATIO, _GROWTH, _GAP = _KINDS
_SIGNED = re.compile(
    r"(?:(?P<way>tăng|giảm)\s)?(?P<sign>[-+–−]?)\s?(?P<digits>[0-9.,]+)\s?(?:(?P<points>điểm(?:\s?(?:%|phần trăm))?)|%)?",
    re.IGNORECASE,
)
_LEAST_ROWS, _MOST_WRONG = 3, Fraction(1, 3)
_LEAST_OF_TITLE, _MOST_OF_TITLE = 1, Fraction(1, 2)
"""How many rows must hold, and how many may not, where the rows tell what a column compares, and where its title does."""
_TITLES: tuple[tuple[re.Pattern[str], tuple[_Kind, ...]], ...] = (
    (re.compile(r"(?<!\w)điểm (?:%|phần trăm)|chênh lệch|\+\s?/\s?[-−–]|\(\+\).*\([-−–]\)"), (_GAP,)),
    (
        re.compile(r"(?<!\w)(?:tốc độ tăng|tăng trưởng|tăng|giảm)(?!\w).*(?:%|phần trăm)|%\s?(?:tăng|giảm)"),
        (_GROWTH, _GAP),
    ),
    (re.compile(r"20[0-9]{2}\s?(?:/|so với|so)\s?[^/]*20[0-9]{2}.*%"), (_RATIO, _GROWTH)),
)
"""What a title says of what its column compares."""
_FALLS = re.compile(r"(?:mức |số )?giảm(?! nghèo)(?!.*tăng)")
"""The title of a column that tells how much less something is: *Mức giảm*."""
_OF_OTHERS = re.compile(r"(?<!\w)(?:nghị quyết|nq|giai đoạn|bình quân|cả nước|dự toán|nhiệm kỳ)(?!\w)")


@frozen(eq=False)
class _Stated:
    """What a cell that compares says: its number, and the ways of comparing it may be meant in."""

    value: Quantity
    kinds: tuple[_Kind, ...]


def _stated(cell: Cell, *, falls: bool = False) -> _Stated | None:
    """Return what a cell says; None for what is no number. *Tăng 1,5 điểm %* is a gap and nothing else.

    Args:
        cell: the cell.
        falls: whether its column tells how much less something is, without a sign.
    """
    match = _SIGNED.fullmatch(cell.text)
    value = read_digits(match["digits"]) if match else None
    if match is None or value is None:
        return None
    falls = (falls and not match["way"]) or match["sign"] not in ("", "+") or (match["way"] or "").lower() == "giảm"
    kinds = (_GAP,) if match["points"] else (_GROWTH, _GAP) if match["way"] else _KINDS
    return _Stated(Quantity(-value if falls else value, ""), kinds)


def _fits(kind: _Kind, row: YearRow, stated: Quantity) -> bool:
    """Whether a number is what two years make, each rounded or cut off after its last digit."""
    old, new = row.before.amount, row.now.amount
    half_old, half_new = grain(row.before) / 2, grain(row.now) / 2
    ends = [kind(old + one, new + other) for one in (-half_old, half_old) for other in (-half_new, half_new)]
    return min(ends) - grain(stated) <= stated.amount <= max(ends) + grain(stated)


def comparisons(rows: Sequence[YearRow]) -> Iterator[Comparison]:
    """Yield the cells that are not what their row makes, in the columns most of whose cells are.

    Args:
        rows: the rows of a text.
    """
    columns: dict[tuple[int, int], list[tuple[YearRow, Cell, _Stated]]] = {}
    for row in rows:
        for at, cell in row.others:
            yield from _climb(row, cell)
            stated = _stated(cell, falls=_FALLS.match(_title(row, at)) is not None)
            if stated is not None and row.before.amount:
                columns.setdefault((row.table, at), []).append((row, cell, stated))
        yield from _named_change(row)
    for (_, at), cells in columns.items():
        if _is_of_another_year(cells[0][0], at):
            continue
        told = _kinds_of_title(cells[0][0], at)
        odd = [one for one in cells if not any(_fits(kind, one[0], one[2].value) for kind in one[2].kinds)]
        least, most = (_LEAST_OF_TITLE, _MOST_OF_TITLE) if told else (_LEAST_ROWS, _MOST_WRONG)
        usual = max(told or _KINDS, key=lambda kind: sum(_fits(kind, row, stated.value) for row, _, stated in cells))
        sure = sum(_is_telling(usual, row, stated.value) for row, _, stated in cells) >= _LEAST_TELLING
        if (len(cells) - len(odd) < least and not sure) or len(odd) > len(cells) * most:
            continue
        for row, cell, stated in odd:
            change, after = _made(usual if usual in stated.kinds else stated.kinds[0], row, stated.value)
            yield Comparison(row, cell, change, after)


_LEAST_TELLING, _TELLING = 2, 50
"""How many rows are enough that no chance makes: of a percentage of so many of its last digits, and no whole hundred."""


def _is_telling(kind: _Kind, row: YearRow, stated: Quantity) -> bool:
    """Whether a percentage is what two years make, and hardly by chance."""
    tells = stated.value % 100 != 0 and abs(stated.amount) >= _TELLING * grain(stated)
    return kind is not _GAP and tells and _fits(kind, row, stated)


def _title(row: YearRow, column: int) -> str:
    return row.titles[column] if column < len(row.titles) else ""


def _is_of_another_year(row: YearRow, column: int) -> bool:
    """Whether the title of a column names a year that the row has no value of, or compares with another than its first."""
    title = _title(row, column)
    years = {int(year) for year in _YEAR.findall(title)}
    base = _COMPARED_WITH.search(title)
    if base is not None and int(base["year"]) != row.year - 1:
        return True
    return base is None and bool(years) and (max(years) != row.year or not years <= {row.year - 1, row.year})


_COMPARED_WITH = re.compile(r"(?<!\w)so(?:\svới)?\s(?!sánh)(?:[^\W\d_]+\s){0,4}(?P<year>20[0-9]{2})(?![0-9])")
"""*Tăng, giảm so với ước 2026*: the year ahead of the one whose change is told."""


def _kinds_of_title(row: YearRow, column: int) -> tuple[_Kind, ...]:
    """Return the ways of comparing that the title of a column names; none where it leaves that to its rows."""
    title = row.titles[column] if column < len(row.titles) else ""
    if _OF_OTHERS.search(title):
        return ()
    return next((kinds for words, kinds in _TITLES if words.search(title)), ())


_CLIMB = re.compile(
    r"(?P<way>tăng|lên|cải thiện|giảm|xuống|tụt)\s(?P<least>ít nhất\s|tối thiểu\s|từ\s)?(?P<places>[0-9]{1,2})\s(?:bậc|hạng)(?: trở lên)?",
    re.IGNORECASE,
)


def _climb(row: YearRow, cell: Cell) -> Iterator[Comparison]:
    """Yield a rise among ranks that is not that of its row: to rise by 3 places from the 12th is to be the 9th."""
    match = _CLIMB.fullmatch(cell.text)
    if match is None:
        return
    places = int(match["places"])
    step = Quantity(-places if match["way"].lower() in ("giảm", "xuống", "tụt") else places, "")
    risen = row.before.value - row.now.value
    if risen != step.value and not (match["least"] and risen > step.value > 0):
        yield Comparison(row, cell, _change(step), Quantity(row.before.value - step.value, ""))


_IN_NAME = re.compile(
    r"\(\s?((?:tăng|giảm)\s[0-9.,]+\s?(?:%|điểm(?:\s?(?:%|phần trăm))?))[^0-9()]{0,40}((?:19|20)[0-9]{2})?\s?\)",
    re.IGNORECASE,
)


def _named_change(row: YearRow) -> Iterator[Comparison]:
    """Yield the change a row names in brackets: ``Tỷ lệ hộ nghèo (giảm 1,5 điểm phần trăm so với năm 2025)``."""
    match = _IN_NAME.search(row.name)
    stated = _stated(Cell(match[1], 0, 0)) if match is not None else None
    if match is None or stated is None or match[2] not in (None, str(row.year - 1)):
        return
    kinds = (_GAP, *stated.kinds)
    if row.before.amount and not any(_fits(kind, row, stated.value) for kind in kinds):
        yield Comparison(row, row.at, *_made(_GAP, row, stated.value))


def _made(kind: _Kind, row: YearRow, stated: Quantity) -> tuple[Target, Quantity]:
    """Return the change a cell speaks of, and what last year's value becomes by it."""
    old = row.before
    if kind is _GAP:
        return _change(stated), old + stated
    percent = Quantity(stated.value - 100 if kind is _RATIO else stated.value, "%")
    value = old.value * (1 + percent.value / 100)
    digits = max(0, -int(row.now.value.as_tuple().exponent))
    return _change(percent), Quantity(round(value, digits), "")


def _change(size: Quantity) -> Target:
    falls = size.value < 0
    return Target(-size if falls else size, change=Change.DECREASE if falls else Change.INCREASE)
