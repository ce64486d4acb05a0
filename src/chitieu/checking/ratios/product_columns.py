"""Tables one column or row of which is the product of two others: area, yield and output; a number of, the price of one, the cost.

Where units stand in the titles they say which power of ten is between the columns. They may stand in the rows or nowhere: then the
power is taken from the rows, and where most of them agree on one, those that do not are wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TypeAlias

from attrs import frozen

from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.ratios.title_units import power_of_titles
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits, scaled
from chitieu.quantities.quantity import Quantity

__all__ = ["ColumnProduct", "product_columns"]


@frozen(eq=False)
class ColumnProduct:
    """A row whose product is not that of its factors.

    Attributes:
        name: what the row is of, with the title of its rate.
        count: the cell of the area or number; `rate`: that of the yield or price; `total`: that of the output or cost.
        stated: what the rate says; `expected`: what the total over the count comes to.
        amounts: the numbers of the total and the count.
    """

    name: str
    count: Cell
    rate: Cell
    total: Cell
    stated: Quantity
    expected: Quantity
    amounts: tuple[Quantity, Quantity]


@frozen(eq=False)
class _Kind:
    """Words of the titles of three columns that belong together; `times` is what else the product is made with."""

    count: re.Pattern[str]
    rate: re.Pattern[str]
    total: re.Pattern[str]
    slack: Decimal
    land: bool = False
    times: int = 1


_YEAR_DAYS = 365
_KINDS = (
    _Kind(
        re.compile(r"(?<!\w)(?:diện tích|dt)(?!\w)"),
        re.compile(r"(?<!\w)(?:năng suất|ns)(?!\w)"),
        re.compile(r"(?<!\w)(?:sản lượng|sl)(?!\w)"),
        Decimal("0.015"),
        land=True,
    ),
    _Kind(
        re.compile(r"^(?:tổng )?(?:số|khối lượng)(?! tiền| vốn| kinh phí| tháng| thứ tự| tt)(?!\w)"),
        re.compile(r"(?<!\w)(?:đơn giá|mức hỗ trợ|mức chi|mức thưởng|mức vay|định mức|giá)(?!\w)"),
        re.compile(
            r"^(?:tổng )?(?:thành tiền|kinh phí|số tiền|tiền|chi phí|giá trị|nhu cầu kinh phí|kinh phí hỗ trợ)(?!\w)"
        ),
        Decimal("0.005"),
    ),
    _Kind(
        re.compile(r"(?<!\w)(?:diện tích|dt)(?!\w)"),
        re.compile(r"(?<!\w)mật độ(?!\w)"),
        re.compile(r"(?<!\w)(?:dân số|số dân|nhân khẩu)(?!\w)"),
        Decimal("0.005"),
    ),
    _Kind(
        re.compile(r"(?<!\w)(?:số lớp|lớp học)(?!\w)|^lớp$"),
        re.compile(r"(?<!\w)(?:sĩ số|bình quân|bq)(?!\w)|/\s?lớp"),
        re.compile(r"(?<!\w)(?:số )?(?:học sinh|học viên|trẻ|hs)(?!\w)(?!\s?/)"),
        Decimal("0.005"),
    ),
    _Kind(
        re.compile(r"(?<!\w)(?:số hộ|tổng số hộ|hộ dân)(?!\w)"),
        re.compile(r"(?<!\w)(?:quy mô hộ|bình quân|bq)(?!\w)|/\s?hộ"),
        re.compile(r"(?<!\w)(?:số )?(?:dân số|nhân khẩu|số khẩu|số người|số dân)(?!\w)(?!\s?/)"),
        Decimal("0.005"),
    ),
    _Kind(
        re.compile(r"(?<!\w)(?:dân số|số dân|lao động|số người|số hộ)(?!\w)"),
        re.compile(r"/\s?(?:người|lao động|hộ)(?!\w)|(?<!\w)(?:đầu người|năng suất lao động)(?!\w)"),
        re.compile(r"(?<!\w)(?:grdp|tổng sản phẩm|doanh thu|giá trị)(?!\w)(?!\s?/)(?!.*đầu người)"),
        Decimal("0.01"),
    ),
    _Kind(
        re.compile(r"(?<!\w)(?:giường|phòng|buồng)(?!\w)(?!.*công suất)"),
        re.compile(r"(?<!\w)công suất(?!\w)"),
        re.compile(r"(?<!\w)(?:ngày (?:điều trị|giường|phòng|buồng|khách)|tổng số ngày)(?!\w)"),
        Decimal("0.005"),
        times=_YEAR_DAYS,
    ),
)
_COMPARED = re.compile(r"(?<!\w)(?:so sánh|so với|tăng|giảm|tỷ lệ|tỉ lệ|tốc độ|chênh lệch)(?!\w)|%")
_CROPS = re.compile(
    r"(?<!\w)(?:lúa|thóc|ngô|bắp|lạc|đậu|đỗ|rau|mía|sắn|khoai|thuốc lá|vừng|mè|dưa|bí|cây hằng năm|cây hàng năm|lương thực|vụ|đông xuân|hè thu|thu đông"
    r"|mùa|cả năm)(?!\w)"
)
"""What is sown and cut in one year: of trees only some of the land bears."""
_BEARING = re.compile(r"(?<!\w)(?:thu hoạch|cho sản phẩm|kinh doanh|cho thu)(?!\w)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WIDEST, _MOST = 24, 4
"""Columns of a table, and columns of one kind, that are looked at."""
_LEAST_ROWS, _MAJORITY = 3, Fraction(2, 3)
_LONGEST = 20
"""Characters of a number that are looked at."""


def product_columns(piece: Piece) -> Iterator[ColumnProduct]:
    """Yield the rows of the tables of a text that are not the product most of their columns are."""
    for rows in rows_of_tables(piece):
        found = next((one for at, row in enumerate(rows[:_HEADS]) for one in _columns(row, at)), None)
        if found is None:
            yield from _down(rows)
            continue
        at, kind, triples = found
        head = rows[at]
        body = [row for row in rows[at:] if len(row) == len(head) and not _numbers_columns(row)]
        known = {at for total, pairs in triples.items() for at in (total, *(one for pair in pairs for one in pair))}
        others = set(range(len(head))) - known
        for total, pairs in triples.items():
            columns = {count for count, _ in pairs} | others
            choices = [_known([_row(head, row, one, total, columns) for row in body]) for one in pairs]
            powers = [power_of_titles(*(head[at].text for at in (*one, total))) for one in pairs]
            yield from _wrong(_best(choices, kind) or _told(choices, powers, kind), kind)


_HEADS = 3
"""Rows of a table among which its titles are looked for."""


def _columns(row: Sequence[Cell], at: int) -> Iterator[tuple[int, _Kind, dict[int, list[tuple[int, int]]]]]:
    """Yield the place of a head with the columns that may make up each of its totals, if a row is one."""
    titles = [cell.text.lower() for cell in row]
    if len(titles) > _WIDEST:
        return
    for kind in _KINDS:
        counts, rates, totals = (
            [at for at, title in enumerate(titles) if words.search(title) and not _COMPARED.search(_plain(title, kind))]
            for words in (kind.count, kind.rate, kind.total)
        )
        rates = [one for one in rates if one not in totals]
        counts = [one for one in counts if one not in (*rates, *totals)]
        if counts and rates and totals and max(map(len, (rates, totals))) <= _MOST:
            yield at, kind, {total: _pairs(titles, counts, rates, totals, total) for total in totals}


def _plain(title: str, kind: _Kind) -> str:
    """Return a title without the sign of a percentage, where that is what the rates of a kind are in."""
    return title.replace("%", "") if kind.times != 1 else title


def _pairs(
    titles: Sequence[str], counts: Sequence[int], rates: Sequence[int], totals: Sequence[int], total: int
) -> list[tuple[int, int]]:
    """Return the columns of one count and one rate of the same year as a total; without years, those in the same place."""
    years = set(_YEAR.findall(titles[total]))

    def fits(at: int) -> bool:
        return set(_YEAR.findall(titles[at])) in (years, set())

    if not years and len(totals) > 1 and len(rates) == len(totals):
        rates = [rates[totals.index(total)]]
        if len(counts) % len(totals) == 0:
            each, place = len(counts) // len(totals), totals.index(total)
            one_by_one = counts[place * each : (place + 1) * each]
            by_group = list(counts[place :: len(totals)])
            counts = one_by_one if counts[-1] > totals[0] else by_group
    return [(count, rate) for count, rate in product(counts, rates) if fits(count) and fits(rate)]


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: 1 2 3 4; what stands in brackets is no number anyway."""
    return all(cell.text == str(at) for at, cell in enumerate(row, 1))


# --- rows below one another -----------------------------------------------------------------------------------------


def _down(rows: Sequence[Sequence[Cell]]) -> Iterator[ColumnProduct]:
    """Yield what does not fit where area, yield and output of a crop stand below one another, in columns of years."""
    kind, head = _KINDS[0], rows[0]
    columns: dict[int, list[_Row | None]] = {}
    above = head
    for three in zip(rows, rows[1:], rows[2:], strict=False):
        names = [_words(one) for one in three]
        if all(map(_is_of, _PATTERNS, names)):
            name = names[1] if _CROPS.search(names[1].lower()) else f"{_words(above)}, {names[1]}"
            even = {len(one) for one in three} == {len(head)}
            for column, cells in enumerate(zip(head, *three, strict=True)) if even else ():
                columns.setdefault(column, []).append(_below(name, cells, bearing=names[0]))
        elif not any(_is_of(pattern, names[0]) for pattern in _PATTERNS):
            above = three[0]
    read = [_known(one) for one in columns.values()]
    powers = Counter(row.power(kind) for one in read for row in one if row.counts(kind))
    usual = max(_POWERS_OF_YIELD, key=lambda power: powers[power])
    likely = (one for one in read if sum(row.power(kind) == usual for row in one) * 2 >= len(one))
    yield from _wrong(_best([[row for one in likely for row in one]], kind), kind)


_POWERS_OF_YIELD = (-1, 0, -4, -3, 3)
"""Tạ/ha and tấn/ha, of areas in ha or nghìn ha and outputs in tấn or nghìn tấn; *so sánh* columns make others."""
_PATTERNS = (_KINDS[0].count, _KINDS[0].rate, _KINDS[0].total)


def _is_of(pattern: re.Pattern[str], name: str) -> bool:
    return pattern.search(name.lower()) is not None


def _words(row: Sequence[Cell]) -> str:
    """Return the name of a row: the longest of its first cells that are no number."""
    return max((cell.text for cell in row[:3] if read_digits(cell.text) is None), key=len, default="")


# --- the rows of one product --------------------------------------------------------------------------------------


@frozen(eq=False)
class _Row:
    """The cells of one product: `name` is what they are of, `title` what the rate is, `bearing` whether all the land bears."""

    name: str
    title: str
    count: Cell
    rate: Cell
    total: Cell
    values: tuple[Decimal, Decimal, Decimal]
    others: tuple[Decimal, ...]
    bearing: bool

    def counts(self, kind: _Kind) -> bool:
        """Whether the factors must make the total: of trees, where only the land that bears is one of them."""
        return not kind.land or self.bearing or _CROPS.search(self.name.lower()) is not None

    def power(self, kind: _Kind) -> int | None:
        """Return the power of ten by which the product of the factors is the total; None where none is."""
        count, rate, total = self.made_of(kind)
        power = round((total / count / rate).log10())
        return power if _fits(count, rate, total, power, kind.slack) else None

    def passes(self, power: int, kind: _Kind) -> bool:
        """Whether the total is more than the factors can make however little of the land bears, or so many times ten."""
        count, rate, total = self.made_of(kind)
        made = (count * rate).scaleb(power)
        return total > made * (1 + 2 * kind.slack) or self.power(kind) is not None

    def made_of(self, kind: _Kind) -> tuple[Decimal, Decimal, Decimal]:
        """Return the factors, with what else the product is made with, and the total."""
        count, rate, total = self.values
        return count * kind.times, rate, total

    def agrees(self, power: int, kind: _Kind) -> bool:
        """Whether the factors make the total by a power of ten, by another number of the row too if it must be.

        That is another area, how many months or seasons, or the percents that are paid.
        """
        count, rate, total = self.made_of(kind)
        parts = [count * one for one in self.others if one in _TIMES]
        counts = [(one, power) for one in (count, *self.others, *parts)] + [(one, power - _PERCENT) for one in parts]
        return any(_fits(one, rate, total, by, kind.slack) for one, by in counts)


_TIMES, _PERCENT = range(2, 101), 2
"""Months, seasons and percents; the power of ten of a hundred."""


def _row(
    head: Sequence[Cell], row: Sequence[Cell], pair: tuple[int, int], total: int, beside: AbstractSet[int]
) -> _Row | None:
    """Return the product of a row; None where a number is missing or nought."""
    count, rate = pair
    bearing = _BEARING.search(head[count].text.lower()) is not None
    others = [row[at] for at in sorted(beside - {0, count})]
    name = _words(row[: min(rate, total)])
    return _read(name, head[rate].text, (row[count], row[rate], row[total]), others, bearing=bearing)


def _below(name: str, cells: tuple[Cell, ...], *, bearing: str) -> _Row | None:
    """Return the product of the three cells below a title; `bearing` names the first of them."""
    head, count, rate, total = cells
    return _read(name, head.text, (count, rate, total), (), bearing=_BEARING.search(bearing.lower()) is not None)


def _read(
    name: str, title: str, cells: tuple[Cell, Cell, Cell], others: Sequence[Cell], *, bearing: bool
) -> _Row | None:
    count, rate, total = map(_number, cells)
    if count is None or rate is None or total is None:
        return None
    beside = [value for cell in others if (value := _number(cell)) is not None]
    return _Row(name, title, *cells, (count, rate, total), tuple(beside), bearing)


def _number(cell: Cell) -> Decimal | None:
    """Return the number of a cell; None where there is none above nought."""
    value = read_digits(cell.text) if len(cell.text) <= _LONGEST else None
    return value if value is not None and value > 0 else None


def _known(rows: Sequence[_Row | None]) -> list[_Row]:
    return [row for row in rows if row is not None]


def _counting(rows: Sequence[_Row], kind: _Kind) -> list[_Row]:
    """Return the rows that must be products, and those that are."""
    return [row for row in rows if row.counts(kind) or row.power(kind) is not None]


_Chosen: TypeAlias = tuple[int, list[_Row]]
"""A power of ten, and the rows that are products by it, or less: of trees."""


def _best(choices: Sequence[list[_Row]], kind: _Kind) -> _Chosen | None:
    """Return the rows of the columns most rows agree on, with the power of ten; None where too few agree."""
    best, most = None, _LEAST_ROWS - 1
    for rows in choices:
        telling = _counting(rows, kind)
        powers = Counter(power for row in telling if (power := row.power(kind)) is not None)
        for power, agreed in powers.most_common(1):
            right = sum(row.agrees(power, kind) for row in telling)
            if agreed > most and right >= len(telling) * _MAJORITY:
                best, most = (power, rows), agreed
    return best


def _told(choices: Sequence[list[_Row]], powers: Sequence[int | None], kind: _Kind) -> _Chosen | None:
    """Return the rows of the only columns whose titles say how they make up another, where all rows but one agree."""
    if len(choices) != 1 or (power := powers[0]) is None:
        return None
    telling = _counting(choices[0], kind)
    right = sum(row.agrees(power, kind) for row in telling)
    return (power, telling) if 0 < right == len(telling) - 1 else None


def _wrong(chosen: _Chosen | None, kind: _Kind) -> Iterator[ColumnProduct]:
    """Yield the rows that do not fit."""
    power, rows = chosen or (0, [])
    for row in rows:
        if not row.agrees(power, kind) and (row.counts(kind) or row.passes(power, kind)):
            count, rate, total = row.made_of(kind)
            made = scaled(total, 1 / Fraction(count) / Fraction(10) ** power)
            amounts = (Quantity(total, ""), Quantity(count, ""))
            name = f"{row.name}: {row.title}"
            yield ColumnProduct(name, row.count, row.rate, row.total, Quantity(rate, ""), Quantity(made, ""), amounts)


def _fits(count: Decimal, rate: Decimal, total: Decimal, power: int, slack: Decimal) -> bool:
    """Whether two factors make a total by a power of ten, each rounded after its last digit."""
    half_count, half_rate, gap = _half(count), _half(rate), max(_half(total), total * slack)
    low = ((count - half_count) * (rate - half_rate)).scaleb(power)
    high = ((count + half_count) * (rate + half_rate)).scaleb(power)
    return low - gap <= total <= high + gap


def _half(value: Decimal) -> Decimal:
    """Return half a unit of the last digit, no more than a hundredth."""
    return min(Decimal(5).scaleb(int(value.as_tuple().exponent) - 1), value / 100)
