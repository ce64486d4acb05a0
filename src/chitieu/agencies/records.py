"""Agencies as records with the days between which they exist, and who does their work afterwards.

Names are not identities: departments were merged on 1 March 2025 and the district level ended on 30 June 2025
(``data/agencies.toml``). A record knows who took over, as a whole and in parts; no function here asks the clock for
a day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from chitieu.periods.dates import as_day

__all__ = ["AgencyRecord", "WorkPart", "agency_data", "agency_records", "bound", "records_by_key"]


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen
class WorkPart:
    """A part of an agency's work that went to another than its main successor.

    Attributes:
        to: key of the record that has the work now.
        work: the work, in the field's own words, phrases apart by ``;``.
        source: where this is known from.
        since: the first day, where it is not the day after the agency's last.
    """

    to: str
    work: str
    source: str
    since: date | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The phrases of `work`, in lower case."""
        return tuple(phrase.strip().lower() for phrase in self.work.split(";"))


def _parts(values: Iterable[WorkPart | Mapping[str, Any]]) -> tuple[WorkPart, ...]:
    return tuple(value if isinstance(value, WorkPart) else WorkPart(**value) for value in values)


@frozen
class AgencyRecord:
    """An agency of the directory, with the days between which it exists.

    Attributes:
        key: stable name of the record.
        name, abbreviations, aliases: its writings; `prefixes`: names of it that go on with a place.
        symbols: what stands for it in numbers of documents (``12/TTr-STC``).
        category: the field's own word for its kind (``sở``, ``ngành dọc Trung ương``).
        head: office of the person who heads it (``Giám đốc``), or empty.
        several: whether it stands for one agency in each unit of its level (``UBND xã``).
        everywhere: False where only some provinces have one; `only_in`: slugs of those that do, where known.
        valid_from, valid_to: first and last day; None where it is not bounded.
        successor: key of the record that took over its work as a whole, or what no part names.
        parts: work that went elsewhere.
        legal: the acts it stands on; `source`: where the record comes from; `note`: what is doubtful.

    >>> import chitieu as ct
    >>> from datetime import date
    >>> old = ct.agencies.get("sldtbxh")
    >>> [record.name for record in old.successors()][:2]
    ['Sở Nội vụ', 'Sở Giáo dục và Đào tạo']
    >>> print(old.owner(date(2026, 1, 1)), [(part.work, part.to) for part in old.parts][0])
    Sở Nội vụ ('giáo dục nghề nghiệp', 'sgddt')
    """

    key: str
    name: str
    category: str
    source: str
    abbreviations: tuple[str, ...] = field(default=(), converter=_texts)
    aliases: tuple[str, ...] = field(default=(), converter=_texts)
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    parts: tuple[WorkPart, ...] = field(default=(), converter=_parts)
    symbols: tuple[str, ...] = field(default=(), converter=_texts)
    prefixes: tuple[str, ...] = field(default=(), converter=_texts)
    head: str = ""
    several: bool = False
    everywhere: bool = True
    only_in: tuple[str, ...] = field(default=(), converter=_texts)
    legal: str = ""
    note: str = ""
    # The records beside it, by key. A province's directory holds records of its own, so each knows its neighbours.
    _others: Mapping[str, AgencyRecord] = field(factory=dict, eq=False, repr=False)

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on a day.

        Raises:
            NumberTypeError: `day` is no date.
        """
        day = as_day(day)
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def successors(self, on: date | None = None) -> tuple[AgencyRecord, ...]:
        """Return who does its work after it: the main successor first, then those that took a part.

        Args:
            on: the day. Chains are followed to those that exist then; while the agency itself exists it has no
                successor. None gives those that follow directly, also where one has ended since.

        Raises:
            NumberTypeError: `on` is no date.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> tax = ct.agencies.find("Cục Thuế tỉnh")
        >>> [record.name for record in tax.successors(on=date(2025, 4, 1))]
        ['Chi cục Thuế khu vực']
        >>> [record.name for record in tax.successors(on=date(2026, 1, 1))]
        ['Thuế tỉnh, thành phố']
        >>> tax.successors(on=date(2025, 2, 28))
        ()
        """
        day = None if on is None else as_day(on)
        if self.valid_to is None or (day is not None and day <= self.valid_to):
            return ()
        keys = ([self.successor] if self.successor else []) + [part.to for part in self.parts]
        nexts = [record for key in keys if (record := self._beside(key))]
        if day is None:
            return tuple(nexts)
        found: dict[str, AgencyRecord] = {}
        for record in nexts:
            for owner in (record,) if record.exists_on(day) else record.successors(day):
                found.setdefault(owner.key, owner)
        return tuple(found.values())

    def owner(self, on: date) -> AgencyRecord | None:
        """Return who answers for its work on a day: itself while it exists, then its main successor.

        An agency that does not exist yet on that day answers for itself: the dates are those of national acts,
        and a plan that names it some days early is right. None where nobody took over.

        Raises:
            NumberTypeError: `on` is no date.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> print(ct.agencies.get("skhdt").owner(date(2025, 3, 1)))
        Sở Tài chính
        """
        day = as_day(on)
        record: AgencyRecord | None = self
        while record is not None and record.valid_to is not None and day > record.valid_to:
            record = self._beside(record.successor) if record.successor else None
        return record

    @property
    def predecessors(self) -> tuple[AgencyRecord, ...]:
        """The records it took over from: as a whole first, then in part."""
        around = self._neighbours().values()
        whole = [record for record in around if record.successor == self.key]
        part = [record for record in around if any(part.to == self.key for part in record.parts)]
        return tuple({record.key: record for record in (*whole, *part)}.values())

    def _neighbours(self) -> Mapping[str, AgencyRecord]:
        return self._others or records_by_key()

    def _beside(self, key: str) -> AgencyRecord | None:
        return self._neighbours().get(key)

    def __str__(self) -> str:
        return self.name

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001  (the protocol of IPython)
        printer.text(repr(self))  # printers that go by the fields of attrs would print the neighbours too


def bound(records: Iterable[AgencyRecord]) -> Mapping[str, AgencyRecord]:
    """Return records by key, each knowing the others; of two with one key the later holds."""
    home: dict[str, AgencyRecord] = {}
    home |= {record.key: evolve(record, others=home) for record in records}
    return MappingProxyType(home)


@cache
def agency_data() -> Mapping[str, Any]:
    """Return the data file as it is; it is read once."""
    text = resources.files("chitieu").joinpath("data/agencies.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def records_by_key() -> Mapping[str, AgencyRecord]:
    """Return the national records by key."""
    return bound(AgencyRecord(**record) for record in agency_data()["agency"])


def agency_records() -> tuple[AgencyRecord, ...]:
    """Return the national records, in the order of the data file.

    >>> agency_records()[0].name
    'Sở Kế hoạch và Đầu tư'
    """
    return tuple(records_by_key().values())
