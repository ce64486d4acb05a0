"""Values as they come back from a text: every string folded, as the reader folds what it reads.

A plan built by a program may say ``2026 – 2030`` with another dash or ``hoà`` with another place of the tone; both
are written as they stand and read back uniform. What is compared is therefore the folded plan.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import attrs

from chitieu.agency_reader import Agency
from chitieu.errors import WriteError
from chitieu.plan import Appendix, Footnote, Plan, PlannedIndicator, Recipient, ReportingSchedule, Signatory
from chitieu.recipients import RecipientParty
from chitieu.references import Reference
from chitieu.text import fold
from chitieu.work import Assignment, Task

__all__ = ["check_strings", "folded"]

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
_UNWRITABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]")
"""Line breaks and control characters: a value is one line of the document."""


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(one.name, getattr(value, one.name)) for one in attrs.fields(type(value)) if one.eq is not False]


def folded(value: T) -> T:
    """Return a value with every string in it folded, runs of spaces as one.

    >>> folded(Agency("Sở Khoa học  và Công nghệ")).name
    'Sở Khoa học và Công nghệ'
    """
    result: Any = value
    if isinstance(value, str):
        result = " ".join(fold(value).split())
    elif isinstance(value, tuple):
        result = tuple(folded(one) for one in value)
    elif isinstance(value, _HOLDERS):
        changed = {name: new for name, old in _fields(value) if (new := folded(old)) is not old and new != old}
        result = attrs.evolve(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


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
