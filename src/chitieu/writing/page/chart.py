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
"""Bars a chart has at most; of more targets the worst are shown."""
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


@frozen
class _Entry:
    """A row with a bar, the line it is a part of, and whether the bar before it is of the same line."""

    head: RowView
    row: RowView
    result: Result
    size: Fraction
    follows: bool

    @property
    def distance(self) -> Fraction:
        """How good the result is: the share of the target, of a ceiling the room under it."""
        return 2 - self.size if self.result.is_ceiling else self.size

    def bar(self, *, ranked: bool) -> ChartBar:
        """Return the bar. It is named with its line where no bar above it says which that is."""
        named = _named(self.row)
        if ranked and self.row is not self.head:
            named = f"{named} ({_named(self.head)})" if self.row.depth else _named(self.head)
        alone = ranked or self.row is self.head
        if not alone and not self.follows:
            named = f"{_named(self.head)}: {named}"
        return ChartBar(
            name=named,
            width=track(self.size),
            figure=written_share(self.size),
            rating=self.result.rating,
            is_over=self.size > _ROOM,
            is_part=self.row.depth > 0 and not alone and self.follows,
            is_ceiling=self.result.is_ceiling,
        )


def _named(row: RowView) -> str:
    return f"{row.number}. {row.name}" if row.number else row.name


def _entries(line: IndicatorView) -> Iterator[_Entry]:
    """Yield the rows of a line that have a bar."""
    follows = False
    for row in line.rows:
        if row.result and row.result.size is not None:
            yield _Entry(line.rows[0], row, row.result, row.result.size, follows)
            follows = True


def chart_view(lines: Iterable[IndicatorView]) -> ChartView | None:
    """Return the chart of the targets whose results can be set against them as a share; None if there are none.

    Of more than `MOST_BARS` the worst are shown, the worst first, each named with its line.

    Args:
        lines: the lines of indicators.
    """
    known = [entry for line in lines for entry in _entries(line)]
    if not known:
        return None
    if len(known) > MOST_BARS:
        worst = sorted(known, key=lambda entry: entry.distance)[:MOST_BARS]
        bars = tuple(entry.bar(ranked=True) for entry in worst)
    else:
        bars = tuple(entry.bar(ranked=False) for entry in known)
    return ChartView(bars, len(known), track(Fraction(1)))
