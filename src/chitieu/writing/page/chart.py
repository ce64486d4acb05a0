"""The chart of results against targets: bars in percent of the target, placed on the server.

All places are percent of the width, so that the chart fits a phone and a sheet of paper without its words changing size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from chitieu.writing.page.indicators_view import IndicatorView, RowView

__all__ = ["MOST_BARS", "ChartBar", "ChartView", "chart_view", "track"]

MOST_BARS = 40
"""Bars a chart has at most; of more targets the lowest are shown."""
_TRACK = 80  # percent of the width for bars; the rest holds the figures
_ROOM = Fraction(5, 4)  # the bars end at 125% of the target
_STEP = 44  # pixels for one bar with its name
_TOP = 26  # pixels for the word over the line of the target
_LONGEST = 46  # characters of a name: what fits a phone


@frozen
class ChartBar:
    """A bar: its name, its place in pixels from the top, its length in percent of the width."""

    name: str
    full_name: str
    href: str
    y: int
    width: Decimal
    figure: str
    rating: str
    is_over: bool


@frozen
class ChartView:
    """The chart: its bars, the line of the target and the size."""

    bars: tuple[ChartBar, ...]
    all_bars: int
    height: int
    goal: Decimal
    track: int


def track(completion: Fraction, *, room: Fraction = _ROOM, width: int = 100) -> Decimal:
    """Return how long a bar is, in percent of the width, between nothing and the whole width.

    >>> track(Fraction(1)), track(Fraction(9)), track(Fraction(-1))
    (Decimal('80.00'), Decimal('100.00'), Decimal('0.00'))
    """
    share = min(max(completion / room, Fraction(0)), Fraction(1))
    return Decimal(round(share * width * 100)).scaleb(-2)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _bar(line: IndicatorView, row: RowView, completion: Fraction, at: int) -> ChartBar:
    number = f"{row.number}. " if row.number else ""
    result = row.result
    return ChartBar(
        name=_short(number + row.name),
        full_name=number + row.name,
        href=f"#{line.id}",
        y=_TOP + at * _STEP,
        width=track(completion, width=_TRACK),
        figure=result.completion if result else "",
        rating=result.rating if result else "",
        is_over=completion > _ROOM,
    )


def chart_view(lines: Iterable[IndicatorView], words: Mapping[str, Any]) -> ChartView | None:
    """Return the chart of the targets whose completion is known; None if there are none.

    Args:
        lines: the lines of indicators.
        words: the words of the page.
    """
    known = [
        (line, row, row.result.share)
        for line in lines
        for row in line.rows
        if row.result and row.result.share is not None
    ]
    if not known:
        return None
    shown = known
    if len(known) > MOST_BARS:
        shown = sorted(known, key=lambda entry: entry[2])[:MOST_BARS]
    bars = tuple(_bar(line, row, share, at) for at, (line, row, share) in enumerate(shown))
    return ChartView(bars, len(known), _TOP + len(bars) * _STEP, track(Fraction(1), width=_TRACK), _TRACK)
