"""Whom the name of a group stands for: ``các sở, ban, ngành tỉnh``, ``UBND các huyện, thành phố``.

Some groups can be listed and some cannot: ``các cơ quan liên quan`` stays open, and nothing is guessed. The groups
are data (``data/agencies.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from attrs import field, frozen

from chitieu.agencies.lookup import plain_words
from chitieu.agencies.records import AgencyRecord, agency_data

__all__ = ["Expansion", "expand_group"]


@frozen
class Expansion:
    """Whom a group stands for on a day.

    Attributes:
        name: the group as given.
        members: the agencies every province has, in the order of the directory.
        possible: those only some provinces have; the province decides.
        open: whether nobody can list them all (``các đơn vị liên quan``).
        ended: records of the group that had ended by that day.

    >>> import chitieu as ct
    >>> from datetime import date
    >>> group = ct.agencies.expand("UBND các huyện, thành phố", on=date(2025, 7, 1))
    >>> list(group), [record.key for record in group.ended]
    ([], ['ubnd_huyen'])
    """

    name: str
    members: tuple[AgencyRecord, ...] = ()
    possible: tuple[AgencyRecord, ...] = ()
    open: bool = False
    ended: tuple[AgencyRecord, ...] = ()
    day: date | None = field(default=None, repr=False)

    @property
    def successors(self) -> tuple[AgencyRecord, ...]:
        """Who does the work of those that ended: the commune level for districts; members are left out."""
        after = (record for gone in self.ended for record in gone.successors(self.day))
        known = {record.key for record in self.members}
        return tuple({record.key: record for record in after if record.key not in known}.values())

    def __contains__(self, record: object) -> bool:
        """Whether an agency is a member, or may be one; of an open group none surely is."""
        key = getattr(record, "key", None)
        return not self.open and any(key == known.key for known in (*self.members, *self.possible))

    def __iter__(self) -> Iterator[AgencyRecord]:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)


def _words(name: str) -> tuple[str, ...]:
    return plain_words(name, {"và"})  # "các xã" is a group, the end of "thị xã" is none


@frozen
class _Group:
    name: str
    words: tuple[tuple[str, ...], ...]
    categories: tuple[str, ...]
    keys: tuple[str, ...]
    unless: tuple[str, ...]
    open: bool

    def named_in(self, words: tuple[str, ...]) -> bool:
        """Whether the group's words stand in a name, one after the other."""
        places = range(len(words))
        return any(words[at : at + len(wanted)] == wanted for wanted in self.words for at in places)

    def holds(self, record: AgencyRecord) -> bool:
        return record.category in self.categories or record.key in self.keys


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(
        _Group(
            name=group["name"],
            words=tuple(_words(words) for words in group["words"]),
            categories=tuple(group.get("categories", ())),
            keys=tuple(group.get("keys", ())),
            unless=tuple(group.get("unless", ())),
            open=group.get("open", False),
        )
        for group in agency_data()["group"]
    )


def expand_group(
    name: str, records: Mapping[str, AgencyRecord], on: date | None = None, province: str | None = None
) -> Expansion:
    """Return whom a group stands for.

    Args:
        name: the group as written; several groups in one name add up.
        records: the agencies to choose from, by key.
        on: the day the members must exist on; None takes those of all times.
        province: slug of the province; agencies that others alone have are left out.
    """
    words = _words(name)
    named = [group for group in _groups() if group.named_in(words)]
    names = {group.name for group in named}
    counted = [group for group in named if not names.intersection(group.unless)]
    found = [
        record
        for record in records.values()
        if any(group.holds(record) for group in counted)
        and (province is None or not record.only_in or province in record.only_in)
    ]
    here = [record for record in found if on is None or record.exists_on(on)]
    return Expansion(
        name=name,
        members=tuple(record for record in here if record.everywhere),
        possible=tuple(record for record in here if not record.everywhere),
        open=not counted or any(group.open for group in counted),
        ended=tuple(record for record in found if on and record.valid_to and record.valid_to < on),
        day=on,
    )
