"""Tallies of work: how much was assigned, done in time and late, open in time and overdue, and whether they add up.

>>> tally = TaskTally(on_time=14068, late=1983, in_time=5640, overdue=223)
>>> tally.assigned, tally.done, tally.open
(21914, 16051, 5863)
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import Attribute, field, fields, frozen

from chitieu.errors import NumberTypeError
from chitieu.reasons import Reason

__all__ = ["TallyFault", "TaskTally", "check_tally"]


def _count(_tally: TaskTally, attribute: Attribute[int], value: object) -> None:
    if type(value) is not int or value < 0:
        raise NumberTypeError("tally.count", field=attribute.name, found=repr(value))


def _counted() -> int:
    counted: int = field(default=0, validator=_count)
    return counted


@frozen
class TaskTally:
    """How many tasks stand how. The sums are computed, so that they always add up.

    Attributes:
        on_time, late: done by the deadline, and after it.
        undated: done, and nobody said when, though the deadline is over.
        in_time, overdue: open, with the deadline still to come, and over.
        standing, cancelled: work without end and work given up, outside of what counts as assigned.

    Raises:
        NumberTypeError: a count is no whole number from 0.
    """

    on_time: int = _counted()
    late: int = _counted()
    undated: int = _counted()
    in_time: int = _counted()
    overdue: int = _counted()
    standing: int = _counted()
    cancelled: int = _counted()

    @property
    def done(self) -> int:
        """All that is done."""
        return self.on_time + self.late + self.undated

    @property
    def open(self) -> int:
        """All that is not done."""
        return self.in_time + self.overdue

    @property
    def assigned(self) -> int:
        """All that was assigned with an end: done and open."""
        return self.done + self.open

    @property
    def completion_rate(self) -> Fraction | None:
        """Done against what is done or overdue: work whose time has not come does not count. None without either.

        >>> round(float(TaskTally(on_time=14068, late=1983, in_time=5640, overdue=223).completion_rate), 4)
        0.9863
        """
        whole = self.done + self.overdue
        return Fraction(self.done, whole) if whole else None

    def __add__(self, other: object) -> TaskTally:
        if not isinstance(other, TaskTally):
            return NotImplemented
        names = (attribute.name for attribute in fields(TaskTally))
        return TaskTally(*(getattr(self, name) + getattr(other, name) for name in names))

    def sentence(self, language: str = "en") -> str:
        """Return the sentence of reports, in ``"en"`` or ``"vi"``."""
        names = ("assigned", "done", "on_time", "late", "open", "in_time", "overdue")
        return Reason("tally.summary", {name: getattr(self, name) for name in names}).message(language)

    def __str__(self) -> str:
        return self.sentence()


# --- tallies that others made --------------------------------------------------------------------------------

_SUMS: Mapping[str, tuple[str, ...]] = {
    "assigned": ("done", "open"),
    "done": ("on_time", "late", "undated"),
    "open": ("in_time", "overdue"),
}
_MAY_LACK = ("undated",)


@frozen
class TallyFault:
    """A sum of a reported tally that does not hold.

    Attributes:
        whole: the count that should be the sum (``assigned``, ``done``, ``open``).
        parts: what it should be the sum of, with their counts.
        found: the count reported; `expected`: the sum.
    """

    whole: str
    parts: Mapping[str, int]
    found: int
    expected: int

    @property
    def reason(self) -> Reason:
        """The sentence, in two languages."""
        parts = " + ".join(str(count) for count in self.parts.values())
        values = {"found": self.found, "parts": parts, "expected": self.expected}
        return Reason("tally.fault", {"whole": Reason(f"tally.{self.whole}"), **values})

    def __str__(self) -> str:
        return str(self.reason)


def check_tally(counts: Mapping[str, int]) -> tuple[TallyFault, ...]:
    """Return which sums of a reported tally do not hold.

    Args:
        counts: counts by name: ``assigned``, ``done``, ``open``, ``on_time``, ``late``, ``undated``, ``in_time``,
            ``overdue``. What a report leaves out is taken from its own parts, else that sum is not checked.

    Raises:
        KeyError: an unknown name.
        NumberTypeError: a count is no whole number from 0.

    >>> for fault in check_tally({"assigned": 833, "done": 585, "in_time": 67, "overdue": 180}):
    ...     print(fault)
    assigned: 833 is not 585 + 247 = 832
    """
    known = {*_SUMS, *(part for parts in _SUMS.values() for part in parts)}
    for name, count in counts.items():
        if name not in known:
            message = f"no count of a tally is called {name!r}; there are: {', '.join(sorted(known))}"
            raise KeyError(message)
        if type(count) is not int or count < 0:
            raise NumberTypeError("tally.count", field=name, found=repr(count))
    faults: list[TallyFault] = []
    for whole, names in _SUMS.items():
        parts = {name: _of(counts, name) for name in names}
        given = {name: count for name, count in parts.items() if count is not None}
        complete = all(name in given or name in _MAY_LACK for name in names)
        found = counts.get(whole)
        if complete and found is not None and found != sum(given.values()):
            faults.append(TallyFault(whole, given, found, sum(given.values())))
    return tuple(faults)


def _of(counts: Mapping[str, int], name: str) -> int | None:
    """Return a count, or the sum of its parts where it is left out."""
    if name in counts or name not in _SUMS:
        return counts.get(name)
    parts = [_of(counts, part) for part in _SUMS[name] if part not in _MAY_LACK or part in counts]
    given = [part for part in parts if part is not None]
    return sum(given) if len(given) == len(parts) else None
