"""Bodies that ended and that the directory of agencies does not have: ministries, departments of long ago, inspectorates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.agencies.reader import directory, name_words_of

__all__ = ["EndedBody", "ended_body"]


@frozen
class EndedBody:
    """A body that is no longer there.

    Attributes:
        key: what tells it from others.
        last: its last day.
        instead: who does its work.
    """

    key: str
    last: date
    instead: str


@cache
def _table() -> tuple[Mapping[tuple[str, ...], EndedBody], Mapping[str, date]]:
    """Return the bodies by the words their names begin with, and the departments whose ministries ended with them."""
    text = resources.files("chitieu.checking").joinpath("agencies.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    begun = {
        name_words_of(name): EndedBody(name, one["last"], one["instead"])
        for one in data["ended"]
        for name in one["beginnings"]
    }
    return begun, {key: one["last"] for one in data["ministries"] for key in one["departments"]}


def ended_body(name: str, day: date) -> EndedBody | None:
    """Return the body of a name if it had ended before a day.

    Args:
        name: the name as written.
        day: the day.

    >>> ended_body("Sở Thương mại", date(2026, 1, 12)).instead
    'Sở Công Thương'
    >>> ended_body("Bộ Kế hoạch và Đầu tư", date(2026, 1, 12)).instead
    'Bộ Tài chính'
    >>> ended_body("Bộ Kế hoạch và Đầu tư", date(2024, 1, 12)) is None
    True
    """
    words = name_words_of(name)
    found = next((body for start, body in _table()[0].items() if words[: len(start)] == start), None)
    found = found or _ministry(words, day)
    return found if found is not None and found.last < day else None


def _ministry(words: tuple[str, ...], day: date) -> EndedBody | None:
    """Return the ministry that bore the name of a department and ended with it: its work went the same way."""
    if words[:1] != ("bộ",):
        return None
    known, last_days = directory(), _table()[1]
    key = known.names.get(("sở", *words[1:]))
    if key is None or key not in last_days or key not in known.records:
        return None
    record = known.records[key]
    after = record.owner(day)
    instead = "-" if after is None else f"Bộ {after.name.removeprefix('Sở ')}"
    return EndedBody(f"bộ {key}", last_days[key], instead)
