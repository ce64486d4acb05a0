"""Columns of tables that compare two years, and are not what they make.

What such a column compares its title seldom says in full (*So sánh (%)*, *KH 2026/ƯTH 2025*, *Tăng, giảm*): the rows
themselves tell, where most of them agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.rounding import grain
from chitieu.checking.texts.table_cells import Cell
from chitieu.checking.texts.year_rows import YearRow
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target

__all__ = ["Comparison", "comparisons"]

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


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
        after_odd = {row.year + 1 for row, _, _ in odd}
        first = [one for one in odd if one[0].year not in after_odd]  # of a series one wrong value spoils two years
        if (len(cells) - len(odd) < least and not sure) or len(first) > len(cells) * most:
            continue
        for row, cell, stated in first:
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
