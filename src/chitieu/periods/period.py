"""Periods as plans and reports name them, with the days they begin and end on.

A `Period` is a year, half-year, quarter, month, the first months of a year, a range of years or a term of office;
``str`` gives the ISO-like form used in data (``2023``, ``2023-Q2``, ``2023-01``, ``2023-7M``, ``2021/2025``).

The same ``quý I`` has two meanings. Statistical reports take the days of the calendar; administrative
reports run from the 15th of the month before to the 14th of the last month (Nghị định 09/2019/NĐ-CP;
``data/reporting.toml``). So the days are asked for with a `Calendar`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import Factory, field, frozen

from chitieu.errors import ChitieuError, NumberTypeError

__all__ = [
    "YEARS",
    "Calendar",
    "Due",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Recurrence",
    "as_period",
]

YEARS = range(1900, 2151)
"""Years outside are not taken for years: a plan of 2023 cites 1945 and looks ahead to 2100."""


class PeriodError(ChitieuError, ValueError):
    """A period cannot be (quarter 5, a range that ends before it begins), or has no such neighbour or days."""


class PeriodKind(Enum):
    """How long a period is and how it is numbered.

    >>> import chitieu as ct
    >>> ct.parse_period("quý I/2026").kind.value
    'quarter'
    """

    YEAR = "year"
    HALF = "half"
    FIRST_MONTHS = "first_months"
    """From January on, as reports of a month count: ``7 tháng đầu năm 2026``; its index is how many months."""
    QUARTER = "quarter"
    MONTH = "month"
    RANGE = "range"
    """Several whole years: ``giai đoạn 2021 - 2025``."""
    TERM = "term"
    """The years of a committee or council: ``nhiệm kỳ 2020 - 2025``; the next begins in its last year."""


class Calendar(Enum):
    """Which days a period begins and ends on.

    >>> import chitieu as ct
    >>> [calendar.value for calendar in ct.Calendar]
    ['statistical', 'administrative']
    """

    STATISTICAL = "statistical"
    """The calendar's own: quarter I is 1 January to 31 March (Nghị định 60/2018/NĐ-CP)."""
    ADMINISTRATIVE = "administrative"
    """The 15th to the 14th: quarter I is 15 December to 14 March (Nghị định 09/2019/NĐ-CP)."""


_MONTHS: Mapping[PeriodKind, int] = MappingProxyType(
    {
        PeriodKind.YEAR: 12,
        PeriodKind.HALF: 6,
        PeriodKind.QUARTER: 3,
        PeriodKind.MONTH: 1,
        PeriodKind.RANGE: 12,
        PeriodKind.TERM: 12,
    }
)
"""The months of one period; of each year of a range. First months have as many as their index says."""
_FIRST_MONTHS = (2, 4, 5, 7, 8, 9, 10, 11)
"""How many months from January on are a period of their own: one is a month, three a quarter, six a half-year."""
_IN_A_YEAR: Mapping[PeriodKind, int] = MappingProxyType({kind: 12 // months for kind, months in _MONTHS.items()})
_SEVERAL_YEARS = (PeriodKind.RANGE, PeriodKind.TERM)
_RANK = {PeriodKind.TERM: -100, PeriodKind.RANGE: -99, PeriodKind.FIRST_MONTHS: -11} | {
    kind: -_MONTHS[kind] for kind in (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH)
}


@cache
def _administrative() -> Mapping[str, Any]:
    data = resources.files("chitieu").joinpath("data/reporting.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(data)["administrative"])


def _day(month: int, day: int) -> date:
    """Return a day of a month that is counted from the year 0."""
    return date(month // 12, month % 12 + 1, day)


def _own_year(period: Period) -> int:
    return period.year


def _whole(value: object) -> bool:
    return type(value) is int


@frozen(order=True)
class Period:
    """A span of whole months that a plan or report speaks of.

    Attributes:
        year: the (first) year, 1900 to 2150.
        kind: how long it is.
        index: which one of the year, from 1: quarter 1-4, half 1-2, month 1-12; of first months how many (2, 4, 5, 7 to
            11, as the others are a quarter, a half or a year); 1 otherwise.
        last_year: the last year of a range or a term, equal to `year` otherwise.

    Raises:
        PeriodError: there is no such period.

    >>> str(Period(2023, PeriodKind.QUARTER, 2)), str(Period(2023, PeriodKind.MONTH, 1))
    ('2023-Q2', '2023-01')
    """

    year: int
    kind: PeriodKind = field(default=PeriodKind.YEAR, order=_RANK.__getitem__)
    index: int = 1
    last_year: int = field(default=Factory(_own_year, takes_self=True))

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.kind, PeriodKind):
            raise PeriodError("period.kind", found=repr(self.kind), known=", ".join(f"{kind}" for kind in PeriodKind))
        for year in (self.year, self.last_year):
            if not _whole(year) or year not in YEARS:
                raise PeriodError("period.year", found=repr(year), first=YEARS[0], last=YEARS[-1])
        self._refuse_wrong_index()
        if self.last_year < self.year:
            raise PeriodError("period.backwards", year=self.year, last_year=self.last_year)
        if self.last_year > self.year and self.kind not in _SEVERAL_YEARS:
            raise PeriodError("period.long", year=self.year, last_year=self.last_year, kind=self.kind.value)

    def _refuse_wrong_index(self) -> None:
        if self.kind is PeriodKind.FIRST_MONTHS:
            if not _whole(self.index) or self.index not in _FIRST_MONTHS:
                raise PeriodError(
                    "period.first_months", found=repr(self.index), known=", ".join(map(str, _FIRST_MONTHS))
                )
            return
        most = _IN_A_YEAR[self.kind]
        if not _whole(self.index) or not 1 <= self.index <= most:
            raise PeriodError("period.index", found=repr(self.index), kind=self.kind.value, last=most)

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> Period:
        """Return the period of neighbouring months of a year.

        Args:
            year: the year.
            first: the first month, 1 to 12.
            last: the last month.

        Raises:
            PeriodError: no kind of period has these months (``tháng 2 - 3``).

        >>> [str(Period.of_months(2026, *months)) for months in ((1, 7), (1, 6), (4, 6), (7, 12), (5, 5), (1, 12))]
        ['2026-7M', '2026-H1', '2026-Q2', '2026-H2', '2026-05', '2026']
        """
        count = last - first + 1
        for kind in (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH):
            if count == _MONTHS[kind] and not (first - 1) % count:
                return cls(year, kind, (first - 1) // count + 1)
        if first != 1 or count not in _FIRST_MONTHS:
            raise PeriodError("period.months", first=first, last=last)
        return cls(year, PeriodKind.FIRST_MONTHS, count)

    @property
    def _first_month(self) -> int:
        from_january = self.kind is PeriodKind.FIRST_MONTHS
        return self.year * 12 + (0 if from_january else (self.index - 1) * _MONTHS[self.kind])

    @property
    def _end_month(self) -> int:
        """The month after the last."""
        count = self.index if self.kind is PeriodKind.FIRST_MONTHS else _MONTHS[self.kind]
        return self._first_month + (self.last_year - self.year) * 12 + count

    @property
    def start(self) -> date:
        """The first calendar day."""
        return _day(self._first_month, 1)

    @property
    def end(self) -> date:
        """The last calendar day."""
        return _day(self._end_month, 1) - timedelta(days=1)

    def bounds(self, calendar: Calendar = Calendar.STATISTICAL) -> tuple[date, date]:
        """Return the first and the last day by a calendar.

        Raises:
            PeriodError: the administrative calendar is asked for several years; no rule gives their days.

        >>> quarter = Period(2023, PeriodKind.QUARTER, 1)
        >>> [day.isoformat() for day in quarter.bounds(Calendar.ADMINISTRATIVE)]
        ['2022-12-15', '2023-03-14']
        """
        if Calendar(calendar) is Calendar.STATISTICAL:
            return self.start, self.end
        rule = _administrative()
        if self.kind.value not in rule["sources"]:
            raise PeriodError("period.calendar", period=str(self), kind=self.kind.value)
        return _day(self._first_month - 1, rule["first_day"]), _day(self._end_month - 1, rule["last_day"])

    def contains(self, day: date, calendar: Calendar = Calendar.STATISTICAL) -> bool:
        """Whether a day lies in the period by a calendar.

        >>> Period(2023).contains(date(2022, 12, 20)), Period(2023).contains(date(2022, 12, 20), Calendar.ADMINISTRATIVE)
        (False, True)
        """
        first, last = self.bounds(calendar)
        return first <= day <= last

    def next(self) -> Period:
        """Return the period of the same kind that follows.

        After the first months of a year come those of the next. A range is followed by one as long that begins the
        year after; a term by one that begins in the year this one ends.

        >>> str(Period(2023, PeriodKind.QUARTER, 4).next()), str(Period(2021, PeriodKind.RANGE, last_year=2025).next())
        ('2024-Q1', '2026/2030')
        """
        return self._moved(1)

    def previous(self) -> Period:
        """Return the period of the same kind that comes before; `next` undoes it.

        >>> str(Period(2023, PeriodKind.MONTH, 1).previous())
        '2022-12'
        """
        return self._moved(-1)

    def same_period_last_year(self) -> Period:
        """Return the period growth is measured against (``so với cùng kỳ``).

        Raises:
            PeriodError: the period has several years; compare it with `previous`.

        >>> str(Period(2023, PeriodKind.HALF, 1).same_period_last_year())
        '2022-H1'
        """
        if self.kind in _SEVERAL_YEARS:
            raise PeriodError("period.last_year", period=str(self))
        return Period(self.year - 1, self.kind, self.index)

    def quarters(self) -> tuple[Period, ...]:
        """Return the quarters that lie inside, in order; a month holds none."""
        first = -(-self._first_month // 3)
        return tuple(Period(at // 4, PeriodKind.QUARTER, at % 4 + 1) for at in range(first, self._end_month // 3))

    def months(self) -> tuple[Period, ...]:
        """Return the months, in order.

        >>> [str(month) for month in Period(2023, PeriodKind.QUARTER, 1).months()]
        ['2023-01', '2023-02', '2023-03']
        """
        return tuple(
            Period(at // 12, PeriodKind.MONTH, at % 12 + 1) for at in range(self._first_month, self._end_month)
        )

    def _moved(self, by: int) -> Period:
        if self.kind in _SEVERAL_YEARS:
            years = self.last_year - self.year + (self.kind is PeriodKind.RANGE)
            step = by * max(years, 1)
            return Period(self.year + step, self.kind, last_year=self.last_year + step)
        if self.kind is PeriodKind.FIRST_MONTHS:
            return Period(self.year + by, self.kind, self.index)
        count = _IN_A_YEAR[self.kind]
        year, at = divmod(self.year * count + self.index - 1 + by, count)
        return Period(year, self.kind, at + 1)

    def __str__(self) -> str:
        return _CODES[self.kind](self)


_CODES: Mapping[PeriodKind, Callable[[Period], str]] = MappingProxyType(
    {
        PeriodKind.YEAR: lambda period: f"{period.year}",
        PeriodKind.HALF: lambda period: f"{period.year}-H{period.index}",
        PeriodKind.FIRST_MONTHS: lambda period: f"{period.year}-{period.index}M",
        PeriodKind.QUARTER: lambda period: f"{period.year}-Q{period.index}",
        PeriodKind.MONTH: lambda period: f"{period.year}-{period.index:02}",
        PeriodKind.RANGE: lambda period: f"{period.year}/{period.last_year}",
        PeriodKind.TERM: lambda period: f"term:{period.year}/{period.last_year}",
    }
)


def as_period(given: Period) -> Period:
    """Return a period as it is given.

    Raises:
        NumberTypeError: this is no period. A bare year would be understood, and then the next function would not take it.
    """
    if not isinstance(given, Period):
        raise NumberTypeError("period.type", found=type(given).__name__)
    return given


class Recurrence(Enum):
    """How often work is due that has no end of its own. Values are the words of plans.

    >>> str(Recurrence.QUARTER)
    'hằng quý'
    """

    MONTH = "hằng tháng"
    QUARTER = "hằng quý"
    HALF = "6 tháng một lần"
    YEAR = "hằng năm"
    CONTINUOUS = "thường xuyên"

    def __str__(self) -> str:
        return self.value


Due: TypeAlias = date | Period | Recurrence
"""A deadline: the last day, the period work must be done in, or how often it is due."""
