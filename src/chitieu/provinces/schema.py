"""`ProvinceFormat`: what varies between provinces, as one value read from a TOML file.

A format extends another (at the root stands ``standard``): single values override, lists add.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property
from typing import Any

import cattrs
from attrs import field, frozen

from chitieu.errors import ChitieuError
from chitieu.text import fold

__all__ = ["Header", "ProvinceFormat", "Sections", "Words", "build_format", "merge"]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(re.escape(fold(word)) for word in ordered) or r"(?!)", re.IGNORECASE)


@frozen(slots=False)
class Sections:
    """Words that open the parts of a plan when they stand in a heading."""

    indicators: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    implementation: tuple[str, ...] = ()

    @cached_property
    def opens_indicators(self) -> re.Pattern[str]:
        """Pattern of `indicators`."""
        return _pattern(self.indicators)

    @cached_property
    def opens_tasks(self) -> re.Pattern[str]:
        """Pattern of `tasks`."""
        return _pattern(self.tasks)

    @cached_property
    def opens_implementation(self) -> re.Pattern[str]:
        """Pattern of `implementation`."""
        return _pattern(self.implementation)


@frozen(slots=False)
class Header:
    """How documents name themselves and how the preamble begins."""

    kinds: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()


@frozen(slots=False)
class Words:
    """Vocabulary of the body."""

    task_verbs: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()
    striving: tuple[str, ...] = ()

    @cached_property
    def begins_task(self) -> re.Pattern[str]:
        """Pattern of `task_verbs` at the start of a sentence, case kept."""
        return re.compile(rf"(?:{'|'.join(re.escape(fold(verb)) for verb in self.task_verbs)})(?!\w)")

    @cached_property
    def says_assigned(self) -> re.Pattern[str]:
        """Pattern of `assigned`."""
        return _pattern(self.assigned)

    @cached_property
    def says_striving(self) -> re.Pattern[str]:
        """Pattern of `striving`."""
        return _pattern(self.striving)


@frozen(slots=False)
class ProvinceFormat:
    """How one province writes its plans.

    Attributes:
        slug: name in code and on the command line (``ben-tre``).
        name: name of the province.
        area: id of its record in the catalogue of areas; None for ``standard``.
        extends: slug of the format it builds on.
        sections, header, words: see the classes.

    >>> import chitieu as ct
    >>> ct.get_province("ben-tre").name
    'Bến Tre'
    """

    slug: str
    name: str
    area: str | None = None
    extends: str | None = None
    sections: Sections = field(factory=Sections)
    header: Header = field(factory=Header)
    words: Words = field(factory=Words)


_converter = cattrs.Converter(forbid_extra_keys=True)


def merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay one format's data over another's: tables merge, lists add, single values override.

    >>> merge({"a": 1, "l": ["x"]}, {"a": 2, "l": ["y"]})
    {'a': 2, 'l': ['y', 'x']}
    """
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            result[key] = merge(below, value)
        elif isinstance(value, list) and isinstance(below, list):
            result[key] = [*value, *(item for item in below if item not in value)]
        else:
            result[key] = value
    return result


def load_data(text: str, file: str) -> dict[str, Any]:
    """Parse the TOML of a format.

    Raises:
        ChitieuError: the text is not TOML; the message names the file and the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ChitieuError("province.data", file=file, path="TOML", reason=str(error)) from error


def build_format(data: dict[str, Any], file: str) -> ProvinceFormat:
    """Build the format from merged data.

    Raises:
        ChitieuError: a key is unknown, missing or of the wrong type; the message names file and key.
    """
    try:
        return _converter.structure(data, ProvinceFormat)
    except (cattrs.BaseValidationError, TypeError, ValueError) as error:
        reason = (
            "; ".join(cattrs.transform_error(error)) if isinstance(error, cattrs.BaseValidationError) else str(error)
        )
        raise ChitieuError("province.data", file=file, path="$", reason=reason) from error
