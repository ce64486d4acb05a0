"""Errors: one root, fields that programs can read, messages in English and Vietnamese.

Every error of the library is a `ChitieuError`. Each class also derives from the built-in exception a
caller would expect (`ValueError` for bad text, `LookupError` for an unknown name), so code that does
not know chitieu still catches it. The sentences live in ``data/messages.toml``, keyed by `code`.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

__all__ = [
    "AmbiguousNumberError",
    "ChitieuError",
    "DocumentError",
    "FormatProblem",
    "MissingExtraError",
    "NotAPlanError",
    "NumberTypeError",
    "ParseError",
    "ProvinceFormatError",
    "ProvincePluginError",
    "ProvincePluginWarning",
    "SourceError",
    "UnitError",
    "UnknownAgencyError",
    "UnknownAreaError",
    "UnknownProvinceError",
    "WriteError",
    "excerpt",
]

_LONGEST = 300  # characters of one field in a message
_WIDTH = 72  # columns of source shown around a caret: fits an 80-column terminal with its indent


@cache
def _templates() -> dict[str, dict[str, str]]:
    data = resources.files("chitieu").joinpath("data/messages.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def _columns(text: str) -> int:
    """Terminal columns of a piece of one line (combining marks take none)."""
    return sum(not unicodedata.combining(char) for char in text)


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both counted from 1, of an offset in a text."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def excerpt(text: str, start: int, end: int) -> str:
    """Quote the line that holds ``text[start:end]`` with a caret line under what is meant.

    Args:
        text: the whole source.
        start: offset of the first character meant.
        end: offset after the last one; a span over several lines is marked on its first.

    Returns:
        Two lines; a long source line is cut around the span and marked with ``…``.

    >>> print(excerpt("đạt 9,3,1%", 4, 9))
    đạt 9,3,1%
        ^^^^^
    """
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    end = max(min(end, stop), start)
    left = max(begin, start - _WIDTH // 2)
    right = min(stop, max(end, left + _WIDTH))
    right = min(right, left + 2 * _WIDTH)
    head = "…" if left > begin else ""
    tail = "…" if right < stop else ""
    quoted = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[left:right])
    pad = " " * (len(head) + _columns(text[left:start]))
    return f"{head}{quoted}{tail}\n{pad}{'^' * max(1, _columns(text[start : min(end, right)]))}"


class ChitieuError(Exception):
    """The root of every error chitieu raises on purpose.

    Args:
        code: what went wrong, a key of the message catalogue; stable across versions.
        fields: the values the message speaks of; each is also an attribute of the error.

    >>> error = ParseError("number.none", text="abc", start=0, end=3)
    >>> error.code, error.start
    ('number.none', 0)
    >>> error.message("vi")
    'không có số nào ở đây'
    """

    def __init__(self, code: str, /, **fields: Any) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields

    def __getattr__(self, name: str) -> Any:
        if name != "fields" and name in self.__dict__.get("fields", {}):
            return self.fields[name]
        message = f"{type(self).__name__!r} object has no attribute {name!r}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.code, self.fields)

    def __str__(self) -> str:
        return self.message("en")

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``; no line breaks, no excerpt."""
        template = _templates()[self.code]
        return template.get(language, template["en"]).format_map(
            {name: _said(value, language) for name, value in self.fields.items()}
        )


def _said(value: Any, language: str) -> Any:
    """Return a field as a message tells it: another error or a reason in the language of the message, a long text cut."""
    told = getattr(value, "message", None)
    return told(language) if callable(told) else _short(value)


def _short(value: Any) -> Any:
    """Cut a long text for a message; the field keeps the whole."""
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value


def _rebuild(cls: type[ChitieuError], code: str, fields: dict[str, Any]) -> ChitieuError:
    return cls(code, **fields)


class ParseError(ChitieuError, ValueError):
    """A text is not what a ``parse_*`` function reads.

    Attributes:
        text: the text given, ``start`` and ``end``: offsets in it of what was found.
    """

    def __str__(self) -> str:
        line, column = position(self.text, self.start)
        sentence = f"line {line}, column {column}: {self.message('en')}"
        return f"{sentence}\n{excerpt(self.text, self.start, self.end)}"


class AmbiguousNumberError(ParseError):
    """A number can be read in two ways, the Vietnamese and the English; nothing was guessed."""


class NumberTypeError(ChitieuError, TypeError):
    """A value is of a kind that cannot be taken: a float where an exact number is needed, a path where a plan is."""


class UnitError(ChitieuError, ValueError):
    """Two units do not measure the same thing, or a unit is not of the kind asked for."""


class SourceError(ChitieuError, ValueError):
    """A file or text cannot be read as text: empty, binary, too large, unknown encoding."""


class NotAPlanError(ChitieuError, ValueError):
    """A text was read well but holds nothing of a plan (a news item, a letter)."""


class DocumentError(ChitieuError, ValueError):
    """A JSON document is not a plan of a known schema; ``path`` says where (``$.indicators[3]``), ``file`` in which file, if any."""

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``, with the file the document came from."""
        sentence = super().message(language)
        return f"{self.fields['file']}: {sentence}" if "file" in self.fields else sentence


@frozen
class FormatProblem:
    """One thing wrong with a province format.

    Attributes:
        key: the setting (``numbers.pad_counts``, ``levels.round.forms[0]``); empty for the whole file.
        line: the line it stands in, from 1; None where it is known from elsewhere.
        found: what was found there.
        allowed: key of the sentence that says what is allowed.
        options: the values that sentence lists; an error among them is told in the language of the sentence.
    """

    key: str
    line: int | None
    found: Any
    allowed: str
    options: tuple[str | ChitieuError, ...] = ()

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``."""
        templates = _templates()
        options = [option if isinstance(option, str) else option.message(language) for option in self.options]
        words = {
            "key": self.key,
            "found": self._shown(),
            "options": ", ".join(options),
            "first": options[0] if options else "",
            "rest": ", ".join(options[1:]),
        }
        allowed = templates[f"format.allowed.{self.allowed}"][language].format_map(words)
        pattern = "format.problem" if self.key else "format.whole"
        return templates[pattern][language].format_map({**words, "allowed": allowed})

    def _shown(self) -> str:
        """Show what was found: a value as code, what is wrong with a whole file as the sentence it is."""
        if self.found is None:
            return "-"
        return str(_short(repr(self.found) if self.key else " ".join(str(self.found).split())))


class ProvinceFormatError(ChitieuError, ValueError):
    """A province format is not what the schema allows; ``problems`` holds each fault with key and line."""

    def message(self, language: str = "en") -> str:
        """Return the faults as sentences, one a line, each with the file and the line it stands in."""
        return "\n".join(f"{self._place(problem)}: {problem.message(language)}" for problem in self.problems)

    def _place(self, problem: FormatProblem) -> str:
        file = str(self.file).replace("\n", "\N{REPLACEMENT CHARACTER}")  # a fault is one line
        return f"{file}:{problem.line}" if problem.line else file


class ProvincePluginError(ChitieuError, LookupError):
    """A plugin that should give a province format does not; ``distribution`` and ``version`` say which."""


class ProvincePluginWarning(UserWarning):
    """A plugin was passed over, or is written for a newer version of the schema."""


class UnknownProvinceError(ChitieuError, LookupError):
    """No province format has this name; ``known`` lists those there are."""


class UnknownAreaError(ChitieuError, LookupError):
    """No province or city has this code on this day; ``areas`` holds those that had it on other days."""


class UnknownAgencyError(ChitieuError, LookupError):
    """No agency has this name on this day; ``records`` holds those that had it on other days."""


class MissingExtraError(ChitieuError, ImportError):
    """An optional dependency is missing; the message holds the command that installs it."""


class WriteError(ChitieuError, OSError, ValueError):
    """A file cannot be written (``path`` says which), or a value cannot be written so that it reads back (``field``).

    It is both an `OSError` and a `ValueError`, as `io.UnsupportedOperation` is.
    """
