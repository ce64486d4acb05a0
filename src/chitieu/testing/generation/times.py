"""Strategies for days and periods."""

from __future__ import annotations

from datetime import date

from chitieu.periods.period import YEARS, Period, PeriodKind
from chitieu.testing.generation.hypothesis_strategies import SearchStrategy, st

__all__ = ["dates", "periods"]

_PARTS = {
    PeriodKind.YEAR: 1,
    PeriodKind.HALF: 2,
    PeriodKind.QUARTER: 4,
    PeriodKind.MONTH: 12,
}
_FIRST_MONTHS = (9, 2, 4, 5, 7, 8, 10, 11)
_SEVERAL = (PeriodKind.RANGE, PeriodKind.TERM)
_LONGEST = 10
"""Years of the longest range or term."""


def dates(*, first: date = date(1945, 9, 2), last: date = date(2099, 12, 31)) -> SearchStrategy[date]:
    """Generate dates, without more those of the years 1945 to 2099 that documents cite. They shrink to 1 January 2000.

    Args:
        first: the first day.
        last: the last day.
    """
    return st.dates(first, last)


def periods(*, kind: PeriodKind | None = None, first_year: int = 2000, last_year: int = 2050) -> SearchStrategy[Period]:
    """Generate periods; a range or term ends before 2151. They shrink to the first of `first_year`.

    Args:
        kind: the kind of all of them; None takes any.
        first_year: the first year they begin in, from 1900.
        last_year: the last year they begin in, to 2150.
    """
    kinds = st.sampled_from([kind] if kind else [*_PARTS, PeriodKind.FIRST_MONTHS, *_SEVERAL])
    years = st.integers(first_year, last_year)
    return _periods(years, kinds)


@st.composite
def _periods(draw: st.DrawFn, years: SearchStrategy[int], kinds: SearchStrategy[PeriodKind]) -> Period:
    year, kind, part, length = draw(st.tuples(years, kinds, st.integers(0, 11), st.integers(1, _LONGEST)))
    if kind in _SEVERAL:
        return Period(year, kind, last_year=min(year + length, YEARS[-1]))
    if kind is PeriodKind.FIRST_MONTHS:
        return Period(year, kind, _FIRST_MONTHS[part % len(_FIRST_MONTHS)])
    return Period(year, kind, part % _PARTS[kind] + 1)
