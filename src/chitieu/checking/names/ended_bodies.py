"""Bodies that ended, of those the directory of agencies does not have: ministries, departments of long ago; and those that began."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from chitieu.agencies.known import directory, name_words_of

__all__ = ["BegunBody", "EndedBody", "begun_bodies", "ended_bodies", "ended_body", "ended_data", "former_cities"]


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


@frozen
class BegunBody:
    """A body that was not there before a day.

    Attributes:
        key: what tells it from others, in the directory where that has it.
        first: its first day.
        instead: who did its work before.
    """

    key: str
    first: date
    instead: str


@cache
def ended_data() -> Mapping[str, Any]:
    """Return what the rules about agencies know beside the directory."""
    text = resources.files("chitieu.checking").joinpath("agencies.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def ended_bodies() -> Mapping[tuple[str, ...], EndedBody]:
    """Return the bodies that ended, by the words their names begin with."""
    return {
        name_words_of(name): EndedBody(name, one["last"], one["instead"])
        for one in ended_data()["ended"]
        for name in one["beginnings"]
    }


def begun_bodies() -> Mapping[tuple[str, ...], BegunBody]:
    """Return the bodies that began on a day, by the words of their names: departments of the directory, ministries."""
    known = directory()
    found = {
        name_words_of(one["name"]): BegunBody(one["name"], one["first"], one["instead"])
        for one in ended_data()["begun"]
    }
    for words, key in known.names.items():
        record = known.records.get(key)
        if record is not None and record.valid_from is not None and record.category in ended_data()["not_yet"]:
            before = ", ".join(one.name for one in record.predecessors) or "-"
            found[words] = BegunBody(key, record.valid_from, before)
    return found


@cache
def former_cities() -> frozenset[str]:
    """Return the names of the cities below provinces, whose level ended in 2025."""
    text = resources.files("chitieu.checking").joinpath("cities.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["names"])


@cache
def _ministries() -> Mapping[str, date]:
    """Return the departments whose ministries ended with them, with their last days."""
    return {key: one["last"] for one in ended_data()["ministries"] for key in one["departments"]}


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
    found = next((body for start, body in ended_bodies().items() if words[: len(start)] == start), None)
    found = found or _ministry(words, day)
    return found if found is not None and found.last < day else None


def _ministry(words: tuple[str, ...], day: date) -> EndedBody | None:
    """Return the ministry that bore the name of a department and ended with it: its work went the same way."""
    if words[:1] != ("bộ",):
        return None
    known, last_days = directory(), _ministries()
    key = known.names.get(("sở", *words[1:]))
    if key is None or key not in last_days or key not in known.records:
        return None
    record = known.records[key]
    after = record.owner(day)
    instead = "-" if after is None else f"Bộ {after.name.removeprefix('Sở ')}"
    return EndedBody(f"bộ {key}", last_days[key], instead)
