"""The chart of results against targets: bars in percent of the target, placed when the page is made.

All places are percent of the width, so that the chart fits a phone and a sheet of paper without its words changing size;
each bar is a drawing of its own, so that sheets end between bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from chitieu.writing.page.indicators_view import IndicatorView, RowView
from chitieu.writing.page.results import Result
from chitieu.writing.page.wordlist import written_share

__all__ = ["MOST_BARS", "ChartBar", "ChartView", "chart_view", "track"]

MOST_BARS = 40
"""Bars a chart has at most; of more targets the lowest are shown."""
_ROOM = Fraction(5, 4)  # the bars end at 125% of the target


@frozen
class ChartBar:
    """A bar: its name, its length in percent of the width, and the figure it stands for."""

    name: str
    width: Decimal
    figure: str
    rating: str
    is_over: bool
    is_part: bool
    is_ceiling: bool


@frozen
class ChartView:
    """The chart: its bars, how many there could be, and where the line of the target stands."""

    bars: tuple[ChartBar, ...]
    all_bars: int
    goal: Decimal

    @property
    def has_over(self) -> bool:
        """Whether a bar ends at the edge though it should go on."""
        return any(bar.is_over for bar in self.bars)


def track(completion: Fraction) -> Decimal:
    """Return how long a bar is, in percent of the width, between nothing and the whole width.

    >>> track(Fraction(1)), track(Fraction(9)), track(Fraction(-1))
    (Decimal('80.00'), Decimal('100.00'), Decimal('0.00'))
    """
    share = min(max(completion / _ROOM, Fraction(0)), Fraction(1))
    return Decimal(round(share * 10000)).scaleb(-2)


def _bar(head: RowView | None, row: RowView, result: Result, size: Fraction) -> ChartBar:
    number = f"{row.number}. " if row.number else ""
    above = f"{head.number}. {head.name}: " if head is not None and head.number else ""
    return ChartBar(
        name=above + number + row.name,
        width=track(size),
        figure=written_share(size),
        rating=result.rating,
        is_over=size > _ROOM,
        is_part=row.depth > 0 and not above,
        is_ceiling=result.is_ceiling,
    )


def _entries(line: IndicatorView) -> Iterator[tuple[RowView | None, RowView, Result, Fraction]]:
    """Yield the rows of a line that have a bar; the first names the line where the line itself has none."""
    head: RowView | None = line.rows[0] if line.rows else None
    for row in line.rows:
        if row.result and row.result.size is not None:
            yield (None if row is head else head), row, row.result, row.result.size
            head = None


def chart_view(lines: Iterable[IndicatorView]) -> ChartView | None:
    """Return the chart of the targets whose results can be set against them as a share; None if there are none.

    Args:
        lines: the lines of indicators.
    """
    known = [entry for line in lines for entry in _entries(line)]
    if not known:
        return None
    shown = known
    if len(known) > MOST_BARS:
        shown = sorted(known, key=lambda entry: entry[3])[:MOST_BARS]
    bars = tuple(_bar(*entry) for entry in shown)
    return ChartView(bars, len(known), track(Fraction(1)))
