"""Records of the catalogue of indicators, and which records are in force.

The records are ``data/indicators.toml``: what each indicator is called, how it is measured, which values can be,
since when its series can be compared. A program or a province adds records and names in a scope (`using`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from attrs import Attribute, field, frozen

from chitieu.errors import ChitieuError
from chitieu.numbers.decimals import exact

__all__ = [
    "DIRECTIONS",
    "KINDS",
    "Catalogue",
    "Indicator",
    "IndicatorError",
    "SeriesBreak",
    "StatisticalCode",
    "UnknownIndicatorError",
    "catalogue",
    "indicator_slugs",
    "own_catalogue",
    "using",
]

Direction = Literal["higher", "lower", "target_band", "context"]
DIRECTIONS = ("higher", "lower", "target_band", "context")
KINDS = (
    "stock", "flow", "rate", "share", "ratio", "index", "score", "average", "difference", "contribution",
)  # fmt: skip
"""What a value is.

A *stock* is counted on a day, a *flow* over a period; a *rate* is a change in percent or cases by population; a
*share* is a part of its whole, 0 to 100; a *ratio* compares two amounts and may exceed 100; an *index* has a base;
a *score* is points or a rank given by somebody; an *average* belongs to one of many; a *difference* is of two
values of one indicator; a *contribution* is the part of a growth rate that one sector makes.
"""


class IndicatorError(ChitieuError, ValueError):
    """A record of an indicator cannot be, or its key is taken; ``key`` says which."""


class UnknownIndicatorError(IndicatorError, KeyError):
    """No record has this key; ``near`` names those like it."""


def _decimal(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else _bound(value)


def _bound(value: Decimal | int | str) -> Decimal:
    try:
        return exact(Decimal(value) if isinstance(value, str) else value)
    except InvalidOperation as error:
        raise IndicatorError("indicator.number", found=value) from error


def _pair(value: Iterable[Decimal | int | str] | None) -> tuple[Decimal, Decimal] | None:
    if value is None:
        return None
    ends = tuple(map(_bound, value))
    if len(ends) != 2:
        raise IndicatorError("indicator.band", found=", ".join(map(str, ends)) or "-")
    return ends[0], ends[1]


def _one_of(known: tuple[str, ...]) -> Any:
    def validate(instance: Indicator, attribute: Attribute[Any], value: object) -> None:
        if value is not None and value not in known:
            raise IndicatorError(
                "indicator.option", key=instance.key, option=attribute.name, found=repr(value), known=", ".join(known)
            )

    return validate


@frozen
class StatisticalCode:
    """The code of an indicator in an official list.

    Attributes:
        code: as the list writes it (``T0501``; a group alone, ``T16``, where the number was not seen).
        system: the act that sets the list.
        valid_from, valid_to: first and last day; None where it is not bounded.
        status: how sure the code is: ``verified`` was seen in a source, ``inferred`` follows from the order of the
            list, ``group`` names the group only.

    >>> import chitieu as ct
    >>> code = ct.get_indicator("grdp").codes[0]
    >>> code.code, code.system, code.status
    ('T0501', 'QĐ 05/2023/QĐ-TTg', 'verified')
    """

    code: str
    system: str
    valid_from: date | None = None
    valid_to: date | None = None
    status: str = "verified"

    def covers(self, day: date) -> bool:
        """Whether the code was in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@frozen
class SeriesBreak:
    """A day from which values cannot be compared with those before it.

    Attributes:
        on: the first day of the new series.
        key: what changed (``poverty-standard``).
        reason, reason_vi: what changed, as a sentence.
        before, after: what holds on either side (``chuẩn nghèo 2016-2020``).
        source: the act.

    >>> import chitieu as ct
    >>> last = ct.get_indicator("poor").breaks[-1]
    >>> str(last.on), last.after
    ('2027-01-01', 'chuẩn nghèo 2027-2030')
    """

    on: date
    key: str
    reason: str = ""
    reason_vi: str = ""
    before: str = ""
    after: str = ""
    source: str = ""


def _texts(items: Iterable[str]) -> tuple[str, ...]:
    if isinstance(items, str):  # its letters would be taken for texts
        raise IndicatorError("indicator.texts", found=items)
    return tuple(items)


def _codes(items: Iterable[StatisticalCode]) -> tuple[StatisticalCode, ...]:
    return tuple(items)


def _breaks(items: Iterable[SeriesBreak]) -> tuple[SeriesBreak, ...]:
    return tuple(sorted(items, key=lambda item: item.on))


@frozen
class Indicator:
    """An indicator of the catalogue.

    Attributes:
        key: stable name, e.g. ``poor`` for the poverty rate.
        name, aliases: its names.
        group: the part of the plan it belongs to.
        units: labels of the units plans give it in; the first is the usual one.
        direction: ``higher`` or ``lower`` is better, ``target_band`` (see `band`), or ``context``: neither.
        band: lowest and highest wanted value of a ``target_band``, in the first unit; None if none is set.
        minimum, maximum: values outside cannot be, in the first unit; None where there is no such bound.
        usual: least and most that a whole province has in a year, with room on both sides, in the first unit; None if
            unknown. A value outside is hardly meant: a digit or the sign of the fraction is amiss.
        kind: stock, flow, rate, share …, see `KINDS`; None if unknown.
        periods: for which periods it is usually given (``tháng``, ``năm``).
        owner: who answers for it; None if it differs.
        codes: codes in official lists, with their days.
        valid_from, valid_to: first and last day it is in use; None where it is not bounded.
        breaks: days on which its series breaks, in order.
        part_of: key of the indicator it is a part of (``overseas`` of ``jobs``); its value is never above that one's.
        growth_of: key of the indicator whose growth it is (``grdp_growth`` of ``grdp``).
        note, source: what to know of it; where the record is from.

    Raises:
        IndicatorError: no key or name, an unknown direction or kind, bounds that are no numbers or the wrong way round,
            a band without two ends, one text where a list of them is wanted.

    >>> import chitieu as ct
    >>> indicator = ct.get_indicator("near_poor")
    >>> indicator.name, indicator.direction, indicator.unit, indicator.maximum
    ('Tỷ lệ hộ cận nghèo', 'lower', '%', Decimal('100'))
    """

    key: str
    name: str
    group: str = ""
    units: tuple[str, ...] = field(default=(), converter=_texts)
    direction: Direction = field(default="context", validator=_one_of(DIRECTIONS))
    band: tuple[Decimal, Decimal] | None = field(default=None, converter=_pair)
    minimum: Decimal | None = field(default=None, converter=_decimal)
    maximum: Decimal | None = field(default=None, converter=_decimal)
    usual: tuple[Decimal, Decimal] | None = field(default=None, converter=_pair)
    kind: str | None = field(default=None, validator=_one_of(KINDS))
    periods: tuple[str, ...] = field(default=(), converter=_texts)
    owner: str | None = None
    codes: tuple[StatisticalCode, ...] = field(default=(), converter=_codes, repr=False)
    valid_from: date | None = None
    valid_to: date | None = None
    breaks: tuple[SeriesBreak, ...] = field(default=(), converter=_breaks, repr=False)
    part_of: str | None = None
    growth_of: str | None = None
    aliases: tuple[str, ...] = field(default=(), converter=_texts, repr=False)
    note: str = field(default="", repr=False)
    source: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.key.strip() or not self.name.strip():
            raise IndicatorError("indicator.empty", key=self.key)
        for low, high in ((self.minimum, self.maximum), self.usual or (None, None), self.band or (None, None)):
            if low is not None and high is not None and low > high:
                raise IndicatorError("indicator.bounds", key=self.key, low=str(low), high=str(high))

    @property
    def unit(self) -> str:
        """The usual unit: the first of `units`, or an empty text."""
        return self.units[0] if self.units else ""

    @property
    def code(self) -> str | None:
        """The first of `codes`, without its days."""
        return self.codes[0].code if self.codes else None

    def covers(self, day: date) -> bool:
        """Whether the indicator is in use on a day.

        >>> from datetime import date
        >>> import chitieu as ct
        >>> ct.get_indicator("ntm_district").covers(date(2025, 7, 1))
        False
        """
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@frozen(eq=False)
class Catalogue:
    """The records in force by key, and names that a province or program gives to them besides their own.

    Attributes:
        records: the records.
        added: further names with their keys; they win over names of the catalogue.
    """

    records: Mapping[str, Indicator]
    added: tuple[tuple[str, str], ...] = ()

    def record(self, key: str) -> Indicator:
        """Return the record of a key, or of an English name.

        Raises:
            UnknownIndicatorError: there is none.
        """
        found = self.records.get(key) or self.records.get(indicator_slugs().get(key, ""))
        if found is None:
            near = ", ".join(get_close_matches(str(key), [*self.records, *indicator_slugs()]))
            raise UnknownIndicatorError("indicator.unknown" if near else "indicator.unheard", key=key, near=near)
        return found

    def with_records(self, records: Iterable[Indicator]) -> Catalogue:
        """Return the catalogue with more records.

        Raises:
            IndicatorError: a key is taken by another record.
        """
        return _extended(self, tuple(records), ())

    def with_aliases(self, aliases: Mapping[str, Iterable[str]]) -> Catalogue:
        """Return the catalogue with more names, by key; the added ones win.

        Raises:
            UnknownIndicatorError: the catalogue has no such key.
        """
        return _extended(self, (), tuple((key, name) for key, names in aliases.items() for name in names))


@lru_cache(maxsize=64)
def _extended(known: Catalogue, records: tuple[Indicator, ...], aliases: tuple[tuple[str, str], ...]) -> Catalogue:
    """Return a catalogue with more records and names: the same one for the same, so that its names are indexed once."""
    extended = dict(known.records)
    for record in records:
        if extended.setdefault(record.key, record) != record:
            raise IndicatorError("indicator.taken", key=record.key, name=extended[record.key].name)
    whole = Catalogue(extended)
    added = tuple((whole.record(key).key, name) for key, name in aliases)
    return Catalogue(extended, (*added, *known.added))


def _record(data: dict[str, Any], breaks: Mapping[str, tuple[SeriesBreak, ...]]) -> Indicator:
    codes = tuple(StatisticalCode(**code) for code in data.pop("codes", ()))
    return Indicator(**data, codes=codes, breaks=breaks.get(data["key"], ()))


@cache
def own_catalogue() -> Catalogue:
    """Return the catalogue of the library."""
    data = tomllib.loads(
        resources.files("chitieu").joinpath("data/indicators.toml").read_text(encoding="utf-8"), parse_float=Decimal
    )
    breaks: dict[str, tuple[SeriesBreak, ...]] = {}
    for item in sorted(data["break"], key=lambda item: item["on"]):
        keys = item.pop("indicators")
        for key in keys:
            breaks[key] = (*breaks.get(key, ()), SeriesBreak(**item))
    return Catalogue({record["key"]: _record(record, breaks) for record in data["indicator"]})


@cache
def indicator_slugs() -> Mapping[str, str]:
    """Return the English names of indicators with their keys.

    >>> indicator_slugs()["poverty_rate"]
    'poor'
    """
    text = resources.files("chitieu").joinpath("data/indicator-slugs.toml").read_text(encoding="utf-8")
    slugs: dict[str, str] = tomllib.loads(text)["slugs"]
    return slugs


_current: ContextVar[Catalogue | None] = ContextVar("chitieu_indicators", default=None)


def catalogue() -> Catalogue:
    """Return the records and names in force: those of the library, and those a scope adds."""
    return _current.get() or own_catalogue()


@contextmanager
def using(extended: Catalogue) -> Iterator[Catalogue]:
    """Put another catalogue in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)
