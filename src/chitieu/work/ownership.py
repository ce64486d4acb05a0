"""Who answers on a day for work that a plan gave to an agency."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.groups import Expansion, expand_group
from chitieu.agencies.known import Directory, directory
from chitieu.agencies.lookup import Words, lookup, plain_words
from chitieu.agencies.records import AgencyRecord, WorkPart
from chitieu.text import fold
from chitieu.work.tasks import Task

__all__ = ["TaskOwner", "identity", "identity_on", "name_words", "task_owner"]


@frozen
class TaskOwner:
    """Who answers on a day for a task that a plan gave to an agency.

    Attributes:
        named: the agency as the plan names it.
        record: the agency of the directory that answers then; None for groups, for agencies the directory does not
            know, and where nobody took over.
        parts: parts of the named agency's work that went elsewhere and whose words stand in the task: a hint that
            it is theirs, not a decision.
        group: whom the name stands for then, if it is a group.
    """

    named: Agency
    record: AgencyRecord | None = None
    parts: tuple[WorkPart, ...] = ()
    group: Expansion | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of those who answer: the owner; of a group that has ended, its successors; else as written."""
        if self.record:
            return (self.record.name,)
        if self.group is not None and self.group.ended and not self.group.members:
            return tuple(record.name for record in self.group.successors)
        return (self.named.name,)

    def __str__(self) -> str:
        return ", ".join(self.names)


def name_words(name: str) -> Words:
    """Return the words of a name, all of them: what an agency is told by that the directory does not know."""
    return plain_words(name, ())


def identity(agency: Agency) -> str:
    """Return what tells an agency from others: its key, else the words of its name."""
    return _key(agency) or " ".join(name_words(agency.name))


def _key(agency: Agency) -> str | None:
    return agency.key or (None if agency.group else _looked_up(directory(), agency.name))


@lru_cache(maxsize=1024)
def _looked_up(known: Directory, name: str) -> str | None:
    """Return the key of a name that reading left open; a committee of one commune is not those of all."""
    record = lookup(known, name)
    return record.key if record and not record.several else None


def identity_on(named: Agency, day: date | None) -> str | None:
    """Return the identity of who answers on a day for what a plan gave to an agency; None where nobody took over."""
    record = directory().records.get(_key(named) or "")
    if day is None or record is None:
        return identity(named)
    owner = record.owner(day)
    return owner.key if owner else None


def task_owner(named: Agency, task: Task, day: date) -> TaskOwner:
    """Return who answers on a day for a task given to an agency or a group."""
    if named.group:
        return TaskOwner(named, group=expand_group(named.name, directory().records, day))
    key = _key(named)
    record = directory().records.get(key) if key else _ended_level(named, day)
    if record is None:
        return TaskOwner(named)
    ended = record.valid_to is not None and day > record.valid_to
    words = fold(task.text).lower()
    return TaskOwner(
        named, record.owner(day), tuple(p for p in record.parts if ended and any(w in words for w in p.words))
    )


def _ended_level(named: Agency, day: date) -> AgencyRecord | None:
    """Return the record of a committee whose whole level has ended by a day: ``UBND huyện Sông Hậu``."""
    record = lookup(directory(), named.name)
    owner = record.owner(day) if record and record.several else None
    return record if record and owner and owner.category != record.category else None
