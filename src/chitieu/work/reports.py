"""When reports on a plan are due, and what they are on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from chitieu.agencies.agency import Agency
from chitieu.periods.period import Calendar, Period, PeriodKind
from chitieu.text import Span

__all__ = ["DueReport", "OwedReport", "ReportFrequency", "ReportingSchedule"]


class ReportFrequency(Enum):
    """How often reports are due. Values are the words of plans."""

    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    NINE_MONTHS = "9 tháng"
    YEAR = "năm"


_LAST_MONTHS: Mapping[ReportFrequency, tuple[int, ...]] = MappingProxyType(
    {
        ReportFrequency.MONTH: tuple(range(1, 13)),
        ReportFrequency.QUARTER: (3, 6, 9, 12),
        ReportFrequency.HALF: (6,),
        ReportFrequency.NINE_MONTHS: (9,),
        ReportFrequency.YEAR: (12,),
    }
)

_PERIODS: Mapping[ReportFrequency, Callable[[int, int], Period]] = MappingProxyType(
    {
        ReportFrequency.MONTH: lambda year, month: Period(year, PeriodKind.MONTH, month),
        ReportFrequency.QUARTER: lambda year, month: Period(year, PeriodKind.QUARTER, month // 3),
        ReportFrequency.HALF: lambda year, _: Period(year, PeriodKind.HALF, 1),
        ReportFrequency.NINE_MONTHS: lambda year, _: Period(year, PeriodKind.FIRST_MONTHS, 9),
        ReportFrequency.YEAR: lambda year, _: Period(year),
    }
)


@frozen
class DueReport:
    """A report that is due: its last day and the periods it is on.

    Attributes:
        day: the last day to send it.
        periods: what it reports on: the second quarter and the first half are due together.

    >>> import chitieu as ct
    >>> report = ct.ReportingSchedule((ct.ReportFrequency.QUARTER,), 15).reports(2023)[0]
    >>> [day.isoformat() for day in report.bounds(ct.Calendar.ADMINISTRATIVE)], report.is_estimate()
    (['2022-12-15', '2023-03-14'], True)
    """

    day: date
    periods: tuple[Period, ...]

    def bounds(self, calendar: Calendar = Calendar.ADMINISTRATIVE) -> tuple[date, date]:
        """Return the first and the last day its data are from, over all its periods, by a calendar."""
        edges = [period.bounds(calendar) for period in self.periods]
        return min(first for first, _ in edges), max(last for _, last in edges)

    def is_estimate(self, calendar: Calendar = Calendar.ADMINISTRATIVE) -> bool:
        """Whether it is due before its last period has passed: then the last days are estimated (``ước thực hiện``)."""
        return self.day <= self.bounds(calendar)[1]


@frozen
class ReportingSchedule:
    """When reports on the plan are due and to whom.

    Attributes:
        frequencies: how often.
        day: the day of the month named; None if the plan names none.
        before: True where the report must be in before that day (``trước ngày 15``).
        recipients: the agencies reports go to.
        text: the sentence; `span`: where it stands (not compared).

    >>> import chitieu as ct
    >>> [frequency.value for frequency in ct.read_plan("examples/ke-hoach-song-hau-2026.txt").reporting.frequencies]
    ['quý', '6 tháng', '9 tháng', 'năm']
    """

    frequencies: tuple[ReportFrequency, ...] = ()
    day: int | None = None
    before: bool = True
    recipients: tuple[Agency, ...] = ()
    text: str = ""
    span: Span | None = field(default=None, eq=False, repr=False)

    def deadlines(self, year: int) -> tuple[date, ...]:
        """Return the last days to report in a year, in order; empty if the plan names no day.

        ``trước ngày 15 tháng cuối quý`` gives the 14th of March, June, September and December.

        >>> schedule = ReportingSchedule((ReportFrequency.QUARTER, ReportFrequency.YEAR), 15)
        >>> [day.isoformat() for day in schedule.deadlines(2023)]
        ['2023-03-14', '2023-06-14', '2023-09-14', '2023-12-14']
        """
        return tuple(report.day for report in self.reports(year))

    def reports(self, year: int) -> tuple[DueReport, ...]:
        """Return the reports due in a year, each with its last day and the periods it is on.

        Raises:
            PeriodError: `year` is no year.

        >>> schedule = ReportingSchedule((ReportFrequency.QUARTER, ReportFrequency.HALF), 15)
        >>> [(report.day.isoformat(), [str(period) for period in report.periods]) for report in schedule.reports(2023)][:2]
        [('2023-03-14', ['2023-Q1']), ('2023-06-14', ['2023-Q2', '2023-H1'])]
        """
        year = Period(year).year
        if self.day is None:
            return ()
        months = sorted({month for often in self.frequencies for month in _LAST_MONTHS[often]})
        return tuple(DueReport(self._last_day(year, month), self._periods(year, month)) for month in months)

    def _last_day(self, year: int, month: int) -> date:
        day = min(self.day or 1, monthrange(year, month)[1])
        return date(year, month, day) - timedelta(days=1 if self.before else 0)

    def _periods(self, year: int, month: int) -> tuple[Period, ...]:
        ending = (_PERIODS[often](year, month) for often in self.frequencies if month in _LAST_MONTHS[often])
        return tuple(ending)


@frozen
class OwedReport:
    """The reports one agency owes: to whom, and the last days of a year."""

    agency: Agency
    to: tuple[Agency, ...]
    reports: tuple[DueReport, ...]
