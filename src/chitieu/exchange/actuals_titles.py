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
from chitieu.exchange.values import read_period
from chitieu.monitoring.observations import ObservationStatus
from chitieu.periods.period import Period
from chitieu.periods.text import find_periods
from chitieu.text import fold

__all__ = [
    "ResultColumn",
    "head_titles",
    "meaning_of_task_title",
    "meaning_of_title",
    "period_in",
    "result_columns",
    "status_in",
]

_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_CODE = re.compile(r"(?:19|20)[0-9]{2}-(?:Q[1-4]|H[12]|[245789]M|1[01]M|0[1-9]|1[0-2])")


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
def _titles(table: str) -> tuple[tuple[str, str], ...]:
    pairs = ((_plain(title), meaning) for meaning, titles in _data()[table].items() for title in titles)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def meaning_of_title(title: str) -> str | None:
    """Return what a column holds by the longest title that begins its head."""
    found = _meaning(title, "columns")
    if found == "indicator" and meaning_of_task_title(title) == "task":
        return None  # "Nội dung" may be indicators, "Nội dung nhiệm vụ" may not
    return None if found == "period" and period_in(title) else found  # "Năm 2025" says no period of each row


def meaning_of_task_title(title: str) -> str | None:
    """Return what a column of a table of tasks holds.

    >>> meaning_of_task_title("Tình trạng thực hiện"), meaning_of_task_title("Kế hoạch")
    ('state', None)
    """
    return _meaning(title, "tasks")


def _meaning(title: str, table: str) -> str | None:
    plain = _plain(title)
    known = _titles(table)
    return next((what for word, what in known if plain.startswith(word) and not plain[len(word) :][:1].isalnum()), None)


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
        return read_period(code[0])
    found = find_periods(text)
    if found:
        return found[0].value
    years = _YEAR.findall(text)
    return Period(int(years[0])) if len(set(years)) == 1 else None


def head_titles(grid: Grid, row: int, height: int) -> dict[int, str]:
    """Return the titles of a head of one row or two; a title above several columns goes with each of them.

    Args:
        grid: the sheet.
        row: the first row of the head.
        height: its rows; empty if the second row is none of a head.
    """
    upper, lower = _texts(grid, row), _texts(grid, row + 1) if height > 1 else {}
    if height > 1 and not _is_below(upper, lower, len(grid.rows.get(row + 1, {}))):
        return {}
    titles: dict[int, str] = {}
    above = ""
    for at in sorted({*upper, *lower}):
        above = upper.get(at, above if at in lower else "")
        titles[at] = " ".join(part for part in (above, lower.get(at, "")) if part)
    return titles


def _texts(grid: Grid, row: int) -> dict[int, str]:
    """Return the texts of a row; a year as a number is one too."""
    texts = {at: grid.text(row, at) for at in grid.rows.get(row, {})}
    years = {at: str(found.value) for at, found in grid.rows.get(row, {}).items() if type(found.value) is int}
    return {at: text or years.get(at, "") for at, text in texts.items() if text or _YEAR.fullmatch(years.get(at, ""))}


def _is_below(upper: dict[int, str], lower: dict[int, str], filled: int) -> bool:
    """Whether a row divides the titles above it: nothing under the indicators, and only titles and periods."""
    names = {at for at, title in upper.items() if meaning_of_title(title) in ("indicator", "key")}
    titles = all(period_in(text) or meaning_of_title(text) for text in lower.values())
    return bool(lower) and filled == len(lower) and titles and not names & set(lower)


def result_columns(titles: Mapping[int, str], meanings: Mapping[int, str | None]) -> Iterator[ResultColumn]:
    """Yield the columns of results among those of a head.

    Args:
        titles: the titles by column.
        meanings: what `meaning_of_title` gave for each.
    """
    for at, title in titles.items():
        if meanings[at] == "actual":
            yield ResultColumn(at, period_in(title), status_in(title))
