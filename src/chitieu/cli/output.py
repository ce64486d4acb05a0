"""What all commands share: the language option, the words of headings, printing, errors as one line each."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import click

from chitieu.errors import ChitieuError, ParseError, UnknownProvinceError, position

if TYPE_CHECKING:
    from chitieu.periods.period import Period

__all__ = [
    "LANGUAGE",
    "NARROW",
    "complain",
    "day_option",
    "escape",
    "json_text",
    "period_words",
    "printable",
    "reporting",
    "words_of",
]

NARROW = 76  # columns below which what belongs to a line goes under it

LANGUAGE = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="en",
    show_default=True,
    help="Language of headings and messages.",
)


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Read a day as people write it, 31/12/2026, or as data has it, 2026-12-31."""
    from chitieu.periods.dates import parse_date  # noqa: PLC0415  (the command starts fast)

    if value is None:
        return None
    with suppress(ValueError):
        return date.fromisoformat(value)
    try:
        return parse_date(value)
    except ParseError as error:
        message = f"{value!r}: {error.message('en')}"
        raise click.BadParameter(message) from error


def day_option(name: str, *, help: str) -> Callable[[Any], Any]:  # noqa: A002  (click's word)
    """Return an option that takes a day.

    Args:
        name: the option, ``--on``.
        help: its line of help.
    """
    return click.option(name, metavar="DAY", callback=_day, help=help)


@cache
def words_of(language: str) -> Mapping[str, Any]:
    """Return the headings and words of a language."""
    text = resources.files("chitieu.cli").joinpath("words.toml").read_text(encoding="utf-8")
    words: Mapping[str, Any] = tomllib.loads(text)[language]
    return words


def printable(text: str) -> str:
    """Replace what no terminal can show (lone surrogates, control characters)."""
    return "".join(char if char.isprintable() or char in "\n\xa0" else "\N{REPLACEMENT CHARACTER}" for char in text)


_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def period_words(period: Period, language: str) -> str:
    """Write a period for people: in Vietnamese as plans do, in English its code (2026-Q3)."""
    from chitieu.periods.text import format_period  # noqa: PLC0415  (the command starts fast)

    return format_period(period) if language == "vi" else str(period)


def json_text(data: object) -> str:
    """Write data as JSON for a terminal or a file: what would steer a terminal is written as its number."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def escape(text: str) -> str:
    """Return a text that rich prints as it is."""
    from rich.markup import escape as escape_markup  # noqa: PLC0415  (the command starts fast)

    return escape_markup(printable(text))


def complain(text: str) -> None:
    """Print a line on standard error."""
    click.echo(f"chitieu: {printable(text)}", err=True)


@contextmanager
def reporting(language: str, path: str = "") -> Iterator[None]:
    """Print an error of the library in one line, and end with the status it stands for.

    Args:
        language: the language of the sentence.
        path: the file at hand, named before what is wrong with it.
    """
    try:
        yield
    except ChitieuError as error:
        for line in _lines(error, path, language):
            complain(line)
        excerpt = error.fields.get("excerpt") or ("text" in error.fields and str(error).partition("\n")[2])
        if excerpt:
            click.echo(excerpt, err=True)
        sys.exit(2 if isinstance(error, UnknownProvinceError) or error.code.startswith("cli.") else 1)


def _lines(error: ChitieuError, path: str, language: str) -> list[str]:
    """Describe an error: file, line where known, sentence; one line for each fault of a format."""
    message = error.message(language)
    if "problems" in error.fields or not path:
        return message.splitlines()
    text, start = error.fields.get("text"), error.fields.get("start")
    where = path
    if isinstance(text, str) and isinstance(start, int):
        where = "{}:{}:{}".format(path, *position(text, start))
    elif "line" in error.fields:
        where = f"{path}:{error.fields['line']}"
    return [f"{where}: {message.removeprefix(f'{path}: ')}"]
