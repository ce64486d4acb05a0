"""What the columns of a table of results hold, by their titles; the words are in ``data/actuals.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from chitieu.exchange.grids import Grid
from chitieu.exchange.report_cells import Found
from chitieu.observations import ObservationStatus
from chitieu.period_text import find_periods
from chitieu.periods import Period, PeriodKind
from chitieu.text import fold

__all__ = ["ResultColumn", "head_titles", "meaning_of_title", "period_in", "result_columns", "status_in"]

_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_CODE = re.compile(r"((?:19|20)[0-9]{2})-(?:Q([1-4])|H([12])|(9)M|(0[1-9]|1[0-2]))")
_DIGIT = re.compile(r"[0-9]")


@frozen
class ResultColumn:
    """A column of results: its place, and the period and status of its title."""

    at: int
    period: Period | None
    status: ObservationStatus | None


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("chitieu").joinpath("data/actuals.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    pairs = ((_plain(title), meaning) for meaning, titles in _data()["columns"].items() for title in titles)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def meaning_of_title(title: str) -> str | None:
    """Return what a column holds by the longest title that begins its head."""
    plain = _plain(title)
    return next(
        (meaning for word, meaning in _titles() if plain.startswith(word) and not plain[len(word) :][:1].isalnum()),
        None,
    )


def status_in(text: str) -> ObservationStatus | None:
    """Return how sure a figure is by the words of a title or cell; None if they do not say.

    >>> status_in("Ước TH năm 2026"), status_in("TH năm 2025")
    (<ObservationStatus.ESTIMATE: 'ước'>, None)
    """
    plain = f" {_plain(text)}"
    found = [
        (plain.find(f" {word}"), name)
        for name, words in _data()["status"].items()
        for word in words
        if f" {word}" in plain
    ]
    return ObservationStatus[min(found)[1]] if found else None


def period_in(text: str) -> Period | None:
    """Return the period that a title or cell names: in words, as data (2026-Q1), or a year alone."""
    code = _CODE.search(text)
    if code:
        year, quarter, half, _nine, month = code.groups()
        kinds = ((PeriodKind.QUARTER, quarter), (PeriodKind.HALF, half), (PeriodKind.MONTH, month))
        kind, index = next(((kind, int(index)) for kind, index in kinds if index), (PeriodKind.NINE_MONTHS, 1))
        return Period(int(year), kind, index)
    found = find_periods(text)
    if found:
        return found[0].value
    years = _YEAR.findall(text)
    return Period(int(years[0])) if len(set(years)) == 1 else None


def head_titles(grid: Grid, row: int, height: int) -> dict[int, str]:
    """Return the titles of a head of one row or two; a title above several columns goes with each of them."""
    rows = [grid.rows.get(row + more, {}) for more in range(height)]
    if any(_is_figure(found) for found in rows[-1].values()) and height > 1:
        return {}
    titles: dict[int, str] = {}
    last = max((at for cells in rows for at in cells), default=0)
    above = ""
    for at in range(1, last + 1):
        upper, lower = grid.text(row, at), grid.text(row + 1, at) if height > 1 else ""
        above = upper or (above if lower else "")
        title = " ".join(part for part in (above, lower) if part)
        if title:
            titles[at] = title
    return titles if height == 1 or any(grid.text(row + 1, at) for at in titles) else {}


def _is_figure(found: Found) -> bool:
    text = str(found.value)
    return _DIGIT.search(text) is not None and not _YEAR.search(text)


def result_columns(titles: Mapping[int, str], meanings: Mapping[int, str | None]) -> Iterator[ResultColumn]:
    """Yield the columns of results among those of a head.

    Args:
        titles: the titles by column.
        meanings: what `meaning_of_title` gave for each.
    """
    for at, title in titles.items():
        if meanings[at] == "actual":
            yield ResultColumn(at, period_in(title), status_in(title))
