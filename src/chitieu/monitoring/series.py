"""Series of one indicator over periods, with the days from which its values cannot be compared with those before.

A new poverty standard or a merged province breaks a series: the numbers go on, what they count does not. A comparison
across a break is refused unless it is asked for, and then it says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, field, frozen

from chitieu.errors import ChitieuError
from chitieu.indicators.match import resolve_indicator
from chitieu.indicators.records import Indicator, SeriesBreak, catalogue
from chitieu.indicators.registry import breaks_between
from chitieu.monitoring.area_breaks import area_breaks, continued_areas
from chitieu.monitoring.observation_choice import choose, in_order
from chitieu.monitoring.observations import Observation
from chitieu.numbers.decimals import scaled
from chitieu.periods.period import Period, PeriodError, PeriodKind
from chitieu.quantities.arithmetic import growth, point_difference
from chitieu.quantities.quantity import Quantity, exactly
from chitieu.reasons import Reason
from chitieu.units import UnitKind

__all__ = ["Series", "SeriesChange", "SeriesError", "series_of"]


class SeriesError(ChitieuError, ValueError):
    """Two points of a series cannot be compared; ``breaks`` holds what lies between them, where that is why."""


@frozen
class SeriesChange:
    """What lies between two points of a series.

    Attributes:
        first: the earlier point.
        last: the later point.
        value: the difference or growth; None where a break lies between them and nobody asked to look across it.
        breaks: the breaks between them.
    """

    first: Observation
    last: Observation
    value: Quantity | None
    breaks: tuple[SeriesBreak, ...] = ()

    @property
    def comparable(self) -> bool:
        """Whether no break lies between the two."""
        return not self.breaks

    def __str__(self) -> str:
        marks = "".join(f" [{item.on}: {item.reason or item.key}]" for item in self.breaks)
        return f"{self.first.period} - {self.last.period}: {self.value or '-'}{marks}"


@frozen
class Series:
    """The values of one indicator in one area, one for each period, in order.

    Attributes:
        indicator: key of the catalogue, or the name as it was reported.
        points: one observation a period.
        area: `Area.id`; None if it is not said.
        left: observations that are not points, each with its reason: a surer figure stands in their place, or figures
            of one period differ.
        linked: breaks that `link` has bridged.

    >>> import chitieu as ct
    >>> values = {2019: "3,1%", 2020: "2,4%", 2021: "4,6%"}
    >>> poor = ct.series_of([ct.Observation("poor", ct.Period(y), ct.parse_quantity(v)) for y, v in values.items()], "poor")
    >>> [str(item.on) for item in poor.breaks], [change.comparable for change in poor.changes()]
    (['2021-01-01'], [True, False])
    """

    indicator: str
    points: tuple[Observation, ...]
    area: str | None = None
    left: tuple[tuple[Observation, Reason], ...] = ()
    linked: tuple[SeriesBreak, ...] = field(default=(), repr=False)

    @property
    def record(self) -> Indicator | None:
        """The record of the catalogue; None for a name it does not know."""
        return catalogue().records.get(self.indicator)

    @property
    def breaks(self) -> tuple[SeriesBreak, ...]:
        """The breaks between the first and the last point, oldest first."""
        return self.breaks_between(self.points[0].period, self.points[-1].period) if self.points else ()

    def breaks_between(self, first: Period, last: Period) -> tuple[SeriesBreak, ...]:
        """Return the breaks between two periods: those of the indicator, and those of the area.

        Args:
            first: a period.
            last: another, earlier or later.
        """
        of_area = area_breaks(self.area)
        record = self.record or Indicator(key=self.indicator, name=self.indicator)
        found = breaks_between(record, first, last, also=of_area)
        return tuple(item for item in found if item not in self.linked)

    def __getitem__(self, period: Period) -> Observation:
        """Return the point of a period.

        Raises:
            KeyError: there is none.
        """
        for point in self.points:
            if point.period == period:
                return point
        message = f"the series of {self.indicator!r} has no value for {period}"
        raise KeyError(message)

    def change(self, last: Period, first: Period | None = None, *, across_breaks: bool = False) -> SeriesChange:
        """Return the difference of two points: in percentage points between rates in ``%``, else in the unit of the last.

        Args:
            last: the later period.
            first: the earlier one; None takes the same period a year before.
            across_breaks: whether to compare across a break; the result then holds what it was.

        Raises:
            KeyError: there is no such point.
            SeriesError: a break lies between them, or one of them is no single figure.
            UnitError: they measure different things.

        >>> import chitieu as ct
        >>> old, new = (ct.Observation("poor", ct.Period(y), ct.parse_quantity(v)) for y, v in ((2020, "2,4%"), (2021, "4,6%")))
        >>> print(ct.series_of([old, new], "poor").change(ct.Period(2021), across_breaks=True).value)
        2,2 điểm phần trăm
        """
        return self._compared(last, first, across_breaks=across_breaks, relative=False)

    def growth(self, last: Period, first: Period | None = None, *, across_breaks: bool = False) -> SeriesChange:
        """Return how much the value grew, in ``%`` of the earlier one, rounded to two places.

        Args:
            last: the later period.
            first: the earlier one; None takes the same period a year before.
            across_breaks: whether to compare across a break; the result then holds what it was.

        Raises:
            KeyError: there is no such point.
            SeriesError: a break lies between them, one of them is no single figure, or the values are rates in ``%``.
            UnitError: they measure different things, or the earlier one is zero.
        """
        return self._compared(last, first, across_breaks=across_breaks, relative=True)

    def changes(self) -> tuple[SeriesChange, ...]:
        """Return the differences of neighbours; across a break there is none, only the mark."""
        return tuple(self._neighbours(first, last) for first, last in pairwise(self.points))

    def _neighbours(self, first: Observation, last: Observation) -> SeriesChange:
        breaks = self.breaks_between(first.period, last.period)
        if breaks or first.value is None or last.value is None or first.upper or last.upper:
            return SeriesChange(first, last, None, breaks)
        return SeriesChange(first, last, _difference(last.value, first.value))

    def _compared(self, last: Period, first: Period | None, *, across_breaks: bool, relative: bool) -> SeriesChange:
        new = self[last]
        old = self[first or last.same_period_last_year()]
        breaks = self.breaks_between(old.period, new.period)
        if breaks and not across_breaks:
            reasons = "; ".join(f"{item.on}: {item.reason or item.key}" for item in breaks)
            raise SeriesError(
                "series.break",
                indicator=self.indicator,
                first=str(old.period),
                last=str(last),
                reason=reasons,
                breaks=breaks,
            )
        after, before = self._figure(new), self._figure(old)
        if relative and after.unit.kind is UnitKind.RATIO:
            raise SeriesError("series.rate", indicator=self.indicator, breaks=())
        return SeriesChange(old, new, growth(after, before) if relative else _difference(after, before), breaks)

    def _figure(self, point: Observation) -> Quantity:
        if point.value is None or point.upper is not None:
            raise SeriesError(
                "series.figure", indicator=self.indicator, period=str(point.period), found=point.shown or "-", breaks=()
            )
        return point.value

    def link(self, at: SeriesBreak, old: Quantity, new: Quantity) -> Series:
        """Return the series with the values before a break brought to what is counted after it.

        Only who knows a value by both standards can link: nothing is estimated here.

        Args:
            at: the break.
            old: a value as it was counted before.
            new: the same value as it is counted after it.

        Returns:
            The series with every figure before the break multiplied by new over old; each says so in its note.

        Raises:
            SeriesError: the old value is zero, or the series has no such break.
            UnitError: they measure different things.

        >>> import chitieu as ct
        >>> points = [ct.Observation("poor", ct.Period(y), ct.parse_quantity(v)) for y, v in ((2020, "2,4%"), (2021, "4,6%"))]
        >>> poor = ct.series_of(points, "poor")
        >>> linked = poor.link(poor.breaks[0], ct.parse_quantity("2,4%"), ct.parse_quantity("5,4%"))
        >>> print(linked.change(ct.Period(2021)).value)
        -0,8 điểm phần trăm
        """
        if at not in self.breaks or not old.amount:
            raise SeriesError("series.link", indicator=self.indicator, at=str(at.on), breaks=self.breaks)
        ratio = Fraction(new / old)
        points = tuple(_linked(point, ratio, at) if point.period.end < at.on else point for point in self.points)
        return evolve(self, points=points, linked=(*self.linked, at))

    def separated(self) -> Series:
        """Return the figures of single quarters where the points count from the start of the year.

        The first quarter, 6 months, 9 months and the year of a flow become its four quarters (or the halves, where a
        quarter is missing), 7 months and 8 months the eighth month; points of other periods stay as they are.

        Raises:
            SeriesError: the indicator is no flow: stocks, shares and indices do not add up over the year; or what lies
                between two points is no period; or a point is no single figure.

        >>> import chitieu as ct
        >>> spent = {"quý I/2026": 300, "6 tháng đầu năm 2026": 800, "năm 2026": 2000}
        >>> points = [ct.Observation("bud_rev", ct.parse_period(p), ct.Quantity(v, "tỷ đồng")) for p, v in spent.items()]
        >>> for point in ct.series_of(points, "bud_rev").separated().points:
        ...     print(point.period, point.value)
        2026-Q1 300 tỷ đồng
        2026-Q2 500 tỷ đồng
        2026-H2 1.200 tỷ đồng
        """
        kind = self.record.kind if self.record else None
        if kind != "flow":
            raise SeriesError("series.kind", indicator=self.indicator, kind=kind or "-", breaks=())
        years: dict[int, list[Observation]] = {}
        rest: list[Observation] = []
        for point in self.points:
            running = _months(point.period) is not None or self._opens_a_run(point.period)
            (years.setdefault(point.period.year, []) if running else rest).append(point)
        single = [piece for points in years.values() for piece in self._separated(points)]
        taken = {point.period for point in single}
        rest = [point for point in rest if point.period not in taken]
        return evolve(self, points=tuple(sorted((*rest, *single), key=_by_end)))

    def _opens_a_run(self, period: Period) -> bool:
        """Whether January is the first of cumulative months; beside quarters it is a month among others."""
        january, two = (Period.of_months(period.year, 1, last) for last in (1, 2))
        return period == january and any(point.period == two for point in self.points)

    def _separated(self, points: list[Observation]) -> list[Observation]:
        found: list[Observation] = []
        before: Observation | None = None
        for point in sorted(points, key=lambda item: item.period.end):
            found.append(point if before is None else self._piece(before, point))
            before = point
        return found

    def _piece(self, before: Observation, point: Observation) -> Observation:
        year, done = point.period.year, before.period.end.month
        try:
            period = Period.of_months(year, done + 1, point.period.end.month)
        except PeriodError as error:
            raise SeriesError(
                "series.gap", indicator=self.indicator, first=str(before.period), last=str(point.period), breaks=()
            ) from error
        value = self._figure(point) - self._figure(before)
        status = min(before.status, point.status, key=lambda status: status.rank)
        note = f"{point.period} - {before.period}"
        return evolve(point, period=period, value=value, status=status, note=note)


def series_of(observations: Iterable[Observation], indicator: str, area: str | None = None) -> Series:
    """Return the series of an indicator, out of observations of any indicators and areas.

    Args:
        observations: in any order.
        indicator: key of the catalogue, or a name.
        area: `Area.id`; observations of the units it goes on from under the same name belong to it too. None takes
            observations that name no area.

    Raises:
        UnitError: its values measure different things.

    >>> import chitieu as ct
    >>> old = ct.Observation("poor", ct.Period(2024), ct.parse_quantity("3%"), area="86-legacy")
    >>> new = ct.Observation("poor", ct.Period(2025), ct.parse_quantity("2%"), area="86-2025")
    >>> len(ct.series_of([old, new], "poor", "86-2025").points)
    2
    """
    key = indicator if indicator in catalogue().records else resolve_indicator(indicator) or indicator
    names = {area, *continued_areas(area)}
    by_period: dict[Period, list[Observation]] = {}
    for item in in_order(observations):
        if item.area in names and key in (item.indicator, resolve_indicator(item.indicator)):
            by_period.setdefault(item.period, []).append(item)
    points: list[Observation] = []
    left: list[tuple[Observation, Reason]] = []
    for several in by_period.values():
        chosen, reasons = choose(several)
        points += [chosen] if chosen else []
        left += [(several[at], reason) for at, reason in reasons.items()]
    figures = [point.value for point in points if point.value is not None]
    for value in figures:
        value.to(figures[0].unit)  # of another dimension: the conversion says so
    return Series(key, tuple(sorted(points, key=_by_end)), area, tuple(left))


def _difference(new: Quantity, old: Quantity) -> Quantity:
    both_rates = new.unit.kind is UnitKind.RATIO and old.unit.kind is UnitKind.RATIO
    return point_difference(new, old) if both_rates else new - old


def _linked(point: Observation, ratio: Fraction, at: SeriesBreak) -> Observation:
    ends = [
        end if end is None else exactly(scaled(end.value, ratio), end.unit, end.amount * ratio)
        for end in (point.value, point.upper)
    ]
    share = scaled(Decimal(1), ratio).normalize()
    note = "; ".join(part for part in (point.note, f"x {share:f} ({at.on})") if part)
    return evolve(point, value=ends[0], upper=ends[1], note=note)


def _by_end(point: Observation) -> tuple[object, ...]:
    return (point.period.end, point.period.start)


def _months(period: Period) -> int | None:
    """Return how many months a period has that begins with the year; None for others, and for January alone."""
    begins = period.start.month == 1 and period.kind not in (PeriodKind.MONTH, PeriodKind.RANGE, PeriodKind.TERM)
    return period.end.month if begins else None
