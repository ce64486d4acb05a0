"""Tables whose cells add up: along a row over years or quarters, down a column to the row of all of them.

Which columns add up no title says. A cell for all is a sum where it is of the size of one; a row for all is one where other
columns of the table come to it. Rates, levels and running totals are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.parts.slips import right_but_for_a_slip, right_but_for_one
from chitieu.checking.parts.time_splits import ALL_QUARTERS, QUARTERS, YEAR_RANGE, likely_sum, years_counted
from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell, cells_of_rows, is_apart
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.units import UnitKind
from chitieu.units.reader import read_unit

__all__ = [
    "NO_SUM",
    "OF_UNITS",
    "Row",
    "TableSum",
    "holds",
    "is_all",
    "is_one_off",
    "is_slip",
    "levels_of",
    "rows_of_tables",
    "sum_of_cells",
    "table_sums",
]

Row = list[Cell]
"""The cells of a row."""


@frozen(eq=False)
class TableSum:
    """A cell of a table that is not what the cells it is the sum of come to.

    Attributes:
        name: what is measured.
        cell: the cell; `parts`: those that make it up.
        stated: what it says; `expected`: what the others come to.
    """

    name: str
    cell: Cell
    parts: tuple[Cell, ...]
    stated: Quantity
    expected: Quantity


def table_sums(piece: Piece) -> Iterator[TableSum]:
    """Yield the cells of the tables of a text that are not the sum they stand for."""
    for rows in rows_of_tables(piece):
        columns: _Columns | None = None
        said: list[TableSum] = []
        for row in rows:
            head = _columns([cell.text.lower() for cell in row])
            if head is not None:
                columns = head
            elif columns is not None and len(row) > max(columns.whole, *columns.times):
                said += _along(row, columns)
        yield from said
        places = {one.cell.start for one in said}
        yield from (one for one in _down(rows) if one.cell.start not in places)


def rows_of_tables(piece: Piece) -> Iterator[list[Row]]:
    """Yield the rows of each table, all of them as wide as its head."""
    rows: list[Row] = []
    for above, row in pairwise(([], *cells_of_rows(piece))):
        if rows and is_apart(piece, above, row):
            yield rows
            rows = []
        if _RULE.fullmatch("".join(cell.text for cell in row)):
            continue
        if rows and len(row) == len(rows[0]) - 1:  # the pipe before it divides an empty cell from the next
            row.insert(0, Cell("", row[0].start, row[0].start))
        rows.append(row)
    if rows:
        yield rows


_RULE = re.compile(r"[-: ]*")


# --- along a row --------------------------------------------------------------------------------------------------


@frozen(eq=False)
class _Columns:
    times: tuple[int, ...]
    whole: int


_TOTAL = re.compile(r"(?<!\w)(?:cộng|tổng|tổng số|cả năm|giai đoạn|[2-9] năm|0[2-9] năm)(?!\w)")
_COLUMN_YEAR = re.compile(
    r"(?:(?:năm|kế hoạch|kh|dự toán|mục tiêu|nhu cầu|vốn|kinh phí|chỉ tiêu|phân kỳ|dự kiến|ước|ước tính|thực hiện|th|uth|ưth|giải ngân|thực tế)\s)*((?:19|20)[0-9]{2})(?:\s?\([^()]*\))?"
)
_COLUMN_QUARTER = re.compile(r"(?:kế hoạch |kh |dự kiến )?quý (iv|i{1,3}|[1-4])(?:[/ ](?:năm )?[0-9]{4})?")
_NO_WHOLE = re.compile(r"(?<!\w)(?:thực hiện|ước|uth|ưth|th|kết quả|so sánh|so|tăng|tốc độ|tỷ lệ|lũy kế)(?!\w)|%")
NO_SUM = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|chỉ số|bình quân|năng suất|hệ số)(?!\w)|%")
_LEAST = 2


def _columns(titles: Sequence[str]) -> _Columns | None:
    """Return the columns of the times and of all of them, where a row is the head of such a table."""
    wholes = [at for at, title in enumerate(titles) if _TOTAL.search(title) and not _NO_WHOLE.search(title)]
    quarters = {
        QUARTERS[found[1]]: at for at, title in enumerate(titles) if (found := _COLUMN_QUARTER.fullmatch(title))
    }
    if sorted(quarters) == ALL_QUARTERS and wholes:
        return _Columns(tuple(quarters.values()), wholes[0])
    years = {
        int(found[1]): at
        for at, title in enumerate(titles)
        if (found := _COLUMN_YEAR.fullmatch(title)) and at not in wholes
    }
    for whole in wholes:
        asked = _asked(titles[whole], sorted(years))
        if len(asked) >= _LEAST and all(year in years for year in asked):
            return _Columns(tuple(years[year] for year in asked), whole)
    return None


def _asked(title: str, years: Sequence[int]) -> Sequence[int]:
    """Return the years that a column is of all together: those it names, the last so many, or all there are."""
    named = YEAR_RANGE.search(title)
    if named is not None:
        return range(int(named[1]), int(named[2]) + 1)
    count = years_counted(title)
    return years[-count:] if count else years


def _along(row: Row, columns: _Columns) -> Iterator[TableSum]:
    before = [cell.text for cell in row[: min(*columns.times, columns.whole)]]
    if any(NO_SUM.search(text.lower()) for text in before):
        return
    parts = [row[at] for at in columns.times]
    if any(read_digits(part.text) is None for part in parts):
        return
    found = sum_of_cells(max(before, key=len, default=""), row[columns.whole], parts)
    if found is not None and not holds(found, counted=any(map(_is_counted, before))):
        yield found


def _is_counted(text: str) -> bool:
    """Whether a cell is the unit of things counted one by one: *phiên*, *trường*."""
    read = read_unit(text, text.lower(), 0, known_only=True) if text else None
    return read is not None and read.end == len(text) and read.unit.kind is UnitKind.COUNT and read.unit.factor == 1


def _is_whole(one: TableSum) -> bool:
    """Whether a sum is one of numbers without a comma."""
    return all(value == value.to_integral_value() for value in (one.stated.value, *_values(one.parts)))


def sum_of_cells(name: str, cell: Cell, parts: Sequence[Cell]) -> TableSum | None:
    """Return what some cells come to beside the cell for all of them; None where that is no sum of theirs."""
    stated = None if cell.text in _EMPTY else _value(cell)
    amounts = _values(parts)
    if stated is None or len(amounts) < len(parts) or not any(amounts):
        return None
    sign = -1 if stated < 0 else 1
    likely = likely_sum(sign * Fraction(stated), [sign * Fraction(value) for value in amounts])
    if not likely and not right_but_for_one(stated, amounts):
        return None
    return TableSum(name, cell, tuple(parts), Quantity(stated, ""), Quantity(sum(amounts, Decimal(0)), ""))


def _value(cell: Cell) -> Decimal | None:
    """Return the number of a cell, with its sign, nought for one left empty; None for what is none."""
    if cell.text in _EMPTY:
        return Decimal(0)
    signed = _SIGNED.match(cell.text)
    value = read_digits(cell.text[signed.end() :] if signed else cell.text)
    return -value if value is not None and signed is not None and signed[1] != "+" else value


def _values(cells: Sequence[Cell]) -> list[Decimal]:
    """Return the numbers of those cells that hold one."""
    return [value for cell in cells if (value := _value(cell)) is not None]


_EMPTY = frozenset({"", "-", "–", "0"})
_SIGNED = re.compile(r"([-+–−])\s?(?=[0-9])")


def holds(one: TableSum, *, counted: bool = False) -> bool:
    """Whether the cells come to the one for all, each rounded after its last digit; of things counted to the last one.

    Args:
        one: the cell for all with the others.
        counted: whether the row is of things that are counted; the title of the column may say so, too.
    """
    if _is_whole(one) and (counted or _COUNTS.search(one.name.lower())):
        return _is_exact(one)
    slack = sum(
        (grain(Quantity(value, "")) / 2 for value in (one.stated.value, *_values(one.parts)) if value), Fraction(0)
    )
    return abs(one.stated.amount - one.expected.amount) <= slack


_COUNTS = re.compile(r":\ssố (?!tiền|vốn|thu|chi|kinh phí|nộp)")
"""Titles of columns of things that are counted, which are not rounded."""


# --- down a column ------------------------------------------------------------------------------------------------

_ALL_ROWS = re.compile(
    r"(?:tổng|tổng số|tổng cộng|cộng|toàn (?:tỉnh|thành phố|huyện|xã|ngành)|cả tỉnh|tổng kinh phí|tổng vốn|tổng toàn tỉnh)(?:\s?\([^()]*\))?\s?:?"
    r"|(?:i{1,3}\.\s)?tổng (?:số )?(?:thu|chi|vốn|kinh phí|dự toán|nhu cầu|nguồn|mức)(?!\w)[^|]{0,80}"
)
_SORTS = tuple(map(re.compile, (r"0?[0-9]{1,3}[.)]?", r"[IVX]{1,5}[.)]?", r"[A-ZĐa-zđ][.)]?", r"")))
"""How rows are numbered."""
_PLAIN = re.compile(r"(?:tổng|tổng số|tổng cộng|cộng|toàn tỉnh|cả tỉnh)\s?:?")
_CLOSING = re.compile(rf"{_PLAIN.pattern}|tổng (?:thu|chi|vốn|kinh phí|nguồn vốn)\s?:?")
"""Below its rows *Tổng thu* is of all of them; above them some may be left out."""
_DASHED = re.compile(r"\s*([-+*–])\s")
_SOME_ROWS = re.compile(r"\s*(?:[-+*–]|trong đó|riêng|gồm)|.*(?<!\w)(?:tổng|cộng)(?!\w)")
OF_UNITS = re.compile(r"(?<!\w)(?:đvt|đơn vị(?: tính)?)(?!\w)")
_LEAST_ROWS, _NEAR, _CLOSE, _WIDE = 2, Fraction(1, 2), Fraction(2, 100), Fraction(1, 4)


def _down(rows: Sequence[Row]) -> Iterator[TableSum]:
    """Yield the cells of the row for all the others that are not their sum, where those of other columns are.

    Its name says which row that is; else the first or the last one is, where a column shows it: *GRDP* below the sectors.
    """
    rows = rows if not _has_no_head(rows) else [[Cell("", cell.start, cell.start) for cell in rows[0]], *rows]
    width = len(rows[0])
    body = [row for row in rows[1:] if len(row) == width]
    named = [at for at, row in enumerate(body) if _name(row) is not None]
    if not named and len(body) > _LEAST_SHOWN:
        for at in (0, len(body) - 1):
            right, wrong, _ = _sums(rows[0], body[at], body[:at] + body[at + 1 :])
            if any(_is_telling(one) for one in right) and len(wrong) <= len(right):
                yield from filter(_is_meant, wrong)
                return
    if len(named) != 1 or named[0] not in (0, len(body) - 1):
        return
    closes = named[0] == len(body) - 1
    whole = body.pop(named[0])
    body = _in_its_unit(rows[0], whole, body)
    right, wrong, alone = _sums(rows[0], whole, body)
    if alone and not right:  # the only column has no other to vouch for it: it must come near
        nearest = min(alone, key=_gap)
        wrong = [] if holds(nearest) else [nearest]
        close = _WIDE if _is_plain(rows[0], body, whole, _CLOSING if closes else _PLAIN) else _CLOSE
        yield from (one for one in wrong if _gap(one) <= close or is_slip(one))
    elif len(wrong) <= len(right):
        yield from filter(_is_meant, wrong)


def _has_no_head(rows: Sequence[Row]) -> bool:
    """Whether a table of names and amounts begins with its first row: *- Lệ phí | 640*."""
    first = rows[0]
    return len(first) == _LEAST_ROWS and not first[0].text.isdigit() and read_digits(first[1].text) is not None


def _sums(head: Row, whole: Row, body: Sequence[Row]) -> tuple[list[TableSum], list[TableSum], list[TableSum]]:
    """Return the sums of columns that are right, those that are wrong, and those of rows with no other column."""
    best: tuple[list[TableSum], list[TableSum]] = ([], [])
    alone: list[TableSum] = []
    for chosen in levels_of(body):
        sums = [
            one
            for at in range(1, len(head))
            if not NO_SUM.search(head[at].text.lower())
            and (one := sum_of_cells(_title(head, whole, at), whole[at], [row[at] for row in chosen])) is not None
        ]
        right = [one for one in sums if _is_exact(one)]
        alone += sums if len(sums) == 1 else ()
        if len(right) > len(best[0]):
            sure = _LEAST_SHOWN <= len(right) == len(sums) - 1  # nothing else in the table was rounded
            best = (right, [one for one in sums if not holds(one) or (sure and _is_off(one))])
    return *best, alone


_LEAST_SHOWN, _TELLING = 3, 3


def _is_off(one: TableSum) -> bool:
    """Whether whole numbers come to more than one more or less."""
    return _is_whole(one) and abs(one.stated.amount - one.expected.amount) > 1


def _is_telling(one: TableSum) -> bool:
    """Whether a sum of several numbers has too many digits to come right by chance."""
    parts = list(filter(None, _values(one.parts)))
    return len(parts) >= _LEAST_SHOWN and len(one.stated.value.normalize().as_tuple().digits) >= _TELLING


def _in_its_unit(head: Row, whole: Row, body: Sequence[Row]) -> list[Row]:
    """Return the rows but those that a column of units says are measured in another."""
    at = next((at for at, cell in enumerate(head) if OF_UNITS.search(cell.text.lower())), None)
    if at is None or whole[at].text in ("", _name(whole)):  # "Đơn vị" may be who has them
        return list(body)
    return [row for row in body if row[at].text.lower() in (whole[at].text.lower(), "", *_SAME)]


_SAME = ('"', "nt", "như trên")


def _is_plain(head: Row, body: Sequence[Row], whole: Row, name: re.Pattern[str]) -> bool:
    """Whether a table is nothing but a list of things of one level, counted in one unit, with what they come to."""
    numbered = {next(at for at, pattern in enumerate(_SORTS) if pattern.match(row[0].text)) for row in body}
    dashes = {found[1] if (found := _DASHED.match(row[0].text)) else "" for row in body}
    text = (lambda cell: _DASHED.sub("", cell.text.lower())) if len(dashes) == 1 else (lambda cell: cell.text.lower())
    return (
        name.fullmatch((_name(whole) or "").lower()) is not None
        and (len(numbered) == 1 or len(head) == _LEAST_ROWS)
        and not any(OF_UNITS.search(cell.text.lower()) for cell in head)
        and not any(_SOME_ROWS.match(text(cell)) for row in body for cell in row[:2] if read_digits(cell.text) is None)
    )


def levels_of(body: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows that may be all there are: those numbered in one way, each way for itself, or all of them."""
    chosen = [[row for row in body if pattern.fullmatch(row[0].text)] for pattern in _SORTS]
    for rows in (*chosen, list(body)):
        if len(rows) >= _LEAST_ROWS:
            yield rows


def is_all(row: Row) -> bool:
    """Whether a row is the one for all the others."""
    return _name(row) is not None


def _name(row: Row) -> str | None:
    """Return the name of a row for all the others; None for any other row."""
    return next((cell.text for cell in row[:2] if _ALL_ROWS.fullmatch(cell.text.lower())), None)


def _title(head: Row, whole: Row, at: int) -> str:
    return f"{_name(whole) or whole[0].text}: {head[at].text}"


def _is_exact(one: TableSum) -> bool:
    return one.stated == one.expected


def is_slip(one: TableSum) -> bool:
    """Whether the rows would come to the one for all, had two digits not changed places."""
    return right_but_for_a_slip(one.stated, [Quantity(value, "") for value in _values(one.parts)])


def is_one_off(one: TableSum) -> bool:
    """Whether the rows would come to the one for all, were one of the numbers written otherwise."""
    return right_but_for_one(one.stated.value, _values(one.parts))


def _is_meant(one: TableSum) -> bool:
    """Whether a cell is meant as a sum: it is not far from it, or one number tells why it is."""
    return _gap(one) <= _NEAR or is_one_off(one)


def _gap(one: TableSum) -> Fraction:
    return abs(one.stated.amount - one.expected.amount) / abs(one.stated.amount)
