"""The catalogue of indicators: what plans measure, in which units, within which bounds, since when.

The records are dated data (`chitieu.indicators.records`); `chitieu.indicators.match` says which of them a name in a plan
means. A program adds its own indicators in a scope with `register_indicator`; a province adds names in its format.

>>> import chitieu as ct
>>> indicator = ct.get_indicator("poor")
>>> indicator.name, indicator.unit, indicator.direction, indicator.maximum
('Tỷ lệ hộ nghèo', '%', 'lower', Decimal('100'))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from chitieu.indicators.records import (
    Catalogue,
    Indicator,
    SeriesBreak,
    catalogue,
    using,
)
from chitieu.indicators.words import plain_words
from chitieu.periods.dates import as_day
from chitieu.periods.period import Period
from chitieu.text import fold

__all__ = [
    "available_indicators",
    "breaks_between",
    "get_indicator",
    "register_indicator",
    "search_indicators",
    "with_aliases",
    "with_indicators",
]


def available_indicators(*, on: date | None = None) -> tuple[Indicator, ...]:
    """Return the records in force: those of the catalogue, and those a scope adds.

    Args:
        on: only records that are in use on this day; None gives all.

    >>> from datetime import date
    >>> import chitieu as ct
    >>> all_of_them = {record.key for record in ct.available_indicators()}
    >>> "near_poor" in all_of_them
    True
    >>> sorted(all_of_them - {record.key for record in ct.available_indicators(on=date(2026, 1, 1))})
    ['efile_district', 'ntm_district']
    """
    records = catalogue().records.values()
    return tuple(record for record in records if on is None or record.covers(on))


def get_indicator(key: str) -> Indicator:
    """Return one record of those in force.

    Args:
        key: its key (``poor``), or its English name (``poverty_rate``).

    Raises:
        UnknownIndicatorError: there is none; the message names the nearest. It is a `KeyError` too.

    >>> get_indicator("poor").direction, get_indicator("poverty_rate").key
    ('lower', 'poor')
    >>> get_indicator("por")
    Traceback (most recent call last):
    chitieu.indicators.records.UnknownIndicatorError: there is no indicator 'por'; near to it: poor, ...
    """
    return catalogue().record(key)


def search_indicators(text: str, *, on: date | None = None) -> tuple[Indicator, ...]:
    """Return the records whose names, key or code hold every word of a text, the best first.

    Case, accents and spelling do not matter; abbreviations that plans use are written out (``BHYT``).

    Args:
        text: some words (``"bảo hiểm"``), a key or the beginning of a code (``"T05"``).
        on: only records that are in use on this day.

    >>> [record.key for record in search_indicators("ty le ho ngheo")][:2]
    ['poor', 'poor_cut']
    >>> [record.key for record in search_indicators("T0501")]
    ['grdp']
    """
    wanted, accents = plain_words(text), not text.isascii()
    spoken = fold(text).lower()
    found: list[tuple[tuple[int, int], int, Indicator]] = []
    for place, record in enumerate(available_indicators(on=on)):
        writings = (record.name, *record.aliases, record.key, *(code.code for code in record.codes))
        ranks = [_rank(wanted, plain_words(writing)) for writing in writings]
        if accents and any(spoken in fold(writing).lower() for writing in writings):
            ranks.append((-1, 0))  # written as asked for, accents and all
        best = min((rank for rank in ranks if rank is not None), default=None)
        if best is not None and wanted:
            found.append((best, place, record))
    return tuple(record for *_, record in sorted(found, key=lambda item: item[:2]))


def _rank(wanted: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    """Return whether the words wanted stand apart, and how many others there are; None if one is missing.

    The last word may be the beginning of one.
    """
    *whole, last = wanted or ("",)
    if not all(word in words for word in whole) or not any(word.startswith(last) for word in words):
        return None
    together = f" {' '.join(wanted)}" in f" {' '.join(words)}"
    return (0 if together else 1, len(words) - len(wanted))


def with_aliases(aliases: Mapping[str, Iterable[str]]) -> Catalogue:
    """Return the catalogue in force with more names of its records, by key; the added ones win.

    Raises:
        UnknownIndicatorError: the catalogue has no such key.

    >>> import chitieu as ct
    >>> with using(with_aliases({"water": ["Hộ dùng nước máy"]})):
    ...     ct.resolve_indicator("Hộ dùng nước máy")
    'water'
    """
    return catalogue().with_aliases(aliases)


def with_indicators(records: Iterable[Indicator]) -> Catalogue:
    """Return the catalogue in force with more records.

    Raises:
        IndicatorError: a key is taken by another record.
    """
    return catalogue().with_records(records)


@contextmanager
def register_indicator(*records: Indicator) -> Iterator[Catalogue]:
    """Know more indicators inside a ``with`` block; outside it, and in other threads, nothing changes.

    Args:
        records: the indicators, with keys of their own.

    Yields:
        The catalogue in force. For a whole program, enter the block once at its start (`contextlib.ExitStack`).

    Raises:
        IndicatorError: a key is taken by another record.

    >>> import chitieu as ct
    >>> coconut = ct.Indicator("coconut_ha", "Diện tích dừa hữu cơ", units=("ha",), direction="higher", minimum=0)
    >>> with ct.register_indicator(coconut):
    ...     ct.resolve_indicator("Diện tích dừa hữu cơ đến năm 2026")
    'coconut_ha'
    >>> ct.resolve_indicator("Diện tích dừa hữu cơ đến năm 2026") is None
    True
    """
    with using(with_indicators(records)) as extended:
        yield extended


def breaks_between(
    indicator: Indicator | str, first: Period | date, last: Period | date, *, also: Iterable[SeriesBreak] = ()
) -> tuple[SeriesBreak, ...]:
    """Return the breaks of a series between two values, oldest first; no break, and they can be compared.

    Args:
        indicator: a record or its key.
        first: when one value was measured; a period counts with its last day.
        last: when the other was measured; either may be the earlier.
        also: breaks that come from elsewhere: those of an area that was merged.

    >>> from chitieu import Period
    >>> for item in breaks_between("poor", Period(2020), Period(2022)):
    ...     print(item.on, item.before, "->", item.after)
    2021-01-01 chuẩn nghèo 2016-2020 -> chuẩn nghèo 2021-2026
    >>> breaks_between("poor", Period(2022), Period(2026))
    ()
    """
    record = get_indicator(indicator) if isinstance(indicator, str) else indicator
    early, late = sorted(_measured(moment) for moment in (first, last))
    breaks = (item for item in (*record.breaks, *also) if early < item.on <= late)
    return tuple(sorted(breaks, key=lambda item: item.on))


def _measured(moment: Period | date) -> date:
    return moment.end if isinstance(moment, Period) else as_day(moment)
