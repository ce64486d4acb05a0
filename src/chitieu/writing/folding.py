"""Values as they come back from a text: every string folded, as the reader folds what it reads.

A plan built by a program may say ``2026 – 2030`` with another dash or ``hoà`` with another place of the tone; both
are written as they stand and read back uniform. What is compared is therefore the folded plan.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

import attrs
from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.documents.recipients import RecipientParty
from chitieu.documents.references import Reference
from chitieu.errors import WriteError
from chitieu.indicators.match import match_target
from chitieu.plan import Appendix, Footnote, Plan, PlannedIndicator, Recipient, ReportingSchedule, Signatory
from chitieu.provinces import ProvinceFormat
from chitieu.targets.target import telling_target
from chitieu.text import fold
from chitieu.work.tasks import Assignment, Task

__all__ = ["Knowledge", "check_strings", "folded"]

T = TypeVar("T")

_HOLDERS = (
    Plan,
    PlannedIndicator,
    Assignment,
    Task,
    Agency,
    Reference,
    ReportingSchedule,
    Signatory,
    Recipient,
    RecipientParty,
    Appendix,
    Footnote,
)
_NOT_WRITTEN = frozenset({"province", "cited", "spans", "span"})
_UNWRITABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Line breaks, control characters and what is no character: a value is one line of the document, in any kind of file."""


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(one.name, getattr(value, one.name)) for one in attrs.fields(type(value)) if one.eq is not False]


def folded(value: T) -> T:
    """Return a value with every string in it folded, runs of spaces as one.

    >>> folded(Agency("Sở Khoa học  và Công nghệ")).name
    'Sở Khoa học và Công nghệ'
    """
    result: Any = value
    if isinstance(value, str):
        plain = " ".join(fold(value).split())
        result = value if plain == value else plain
    elif isinstance(value, tuple):
        result = _same(value, tuple(folded(one) for one in value))
    elif isinstance(value, _HOLDERS):
        changed = {name: new for name, old in _fields(value) if (new := folded(old)) is not old}
        result = attrs.evolve(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


@frozen
class Knowledge:
    """What two formats know apart from the words of a plan: local agencies, local names of indicators.

    Which agency of the directory a name stands for, and which indicator of the catalogue, may be known to the format a
    plan was read with and to no other (`Báo Đồng Khởi` is an agency of one province). The names stay; what a plan
    says is compared without what only one of the formats knows.

    Attributes:
        own: the format the plan was read with.
        form: the format it is written in.
    """

    own: ProvinceFormat
    form: ProvinceFormat

    def given(self, value: T) -> T:
        """Return a value of the plan without the agencies that only its own format knows."""
        return value if self.own is self.form else _stripped(value, _local(self.own) - _local(self.form))

    def found(self, value: T) -> T:
        """Return what was read in the other format as the plan's own format would know it."""
        if self.own is self.form:
            return value
        with self.own.in_use():
            return _stripped(value, _local(self.form) - _local(self.own), meaning=True)


def _local(form: ProvinceFormat) -> frozenset[str]:
    return frozenset(agency.key for agency in form.agencies)


def _stripped(value: T, unknown: AbstractSet[str], *, meaning: bool = False) -> T:
    """Take keys of agencies out of a value; with `meaning`, indicators get the keys that their names have here."""
    result: Any = value
    if isinstance(value, tuple):
        result = _same(value, tuple(_stripped(one, unknown, meaning=meaning) for one in value))
    elif isinstance(value, PlannedIndicator):
        result = _meant(value) if meaning else value
    elif isinstance(value, _HOLDERS):
        changed = {
            name: new for name, old in _fields(value) if (new := _stripped(old, unknown, meaning=meaning)) is not old
        }
        if isinstance(value, Agency) and value.key in unknown:
            changed["key"] = None
        result = attrs.evolve(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


def _meant(indicator: PlannedIndicator, within: str | None = None) -> PlannedIndicator:
    """Give an indicator and its parts the keys that their names have in the format in use."""
    match = match_target(indicator.name, telling_target(indicator.targets), within)
    key = match.accepted if match else None
    parts = tuple(_meant(part, key or within) for part in indicator.parts)
    return attrs.evolve(indicator, indicator=key, match=match, parts=parts)


def _same(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the old tuple where nothing in it changed."""
    return old if all(one is other for one, other in zip(old, new, strict=True)) else new


def check_strings(value: Any, path: str = "plan") -> None:
    """Refuse a value with a string that cannot stand in one line.

    Args:
        value: a plan or a part of one.
        path: what to call it in the message.

    Raises:
        WriteError: a string holds a line break or a control character; ``field`` says which.
    """
    if isinstance(value, str):
        found = _UNWRITABLE.search(value)
        if found:
            raise WriteError("write.line", field=path, found=value, character=f"U+{ord(found.group()):04X}")
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            check_strings(one, f"{path}[{at}]")
    elif isinstance(value, _HOLDERS):
        for name, one in _fields(value):
            check_strings(one, f"{path}.{name}")
