"""From a TOML file to a `ProvinceFormat`: merged over what it extends, every fault named with its line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from typing import Any, Literal, TypeVar, get_args

import attrs
import cattrs

from chitieu.errors import ChitieuError, FormatProblem, ProvinceFormatError
from chitieu.provinces.layers import FormatData
from chitieu.provinces.nearest import nearest_setting
from chitieu.provinces.schema import API_VERSION, ProvinceFormat
from chitieu.provinces.structuring import SettingError, expect, leaves, located, origin, settings_converter, told
from chitieu.provinces.toml_data import TomlError, read_toml
from chitieu.provinces.toml_places import Path, key_lines
from chitieu.provinces.validation import faults
from chitieu.provinces.versions import parse_version, without_unknown

__all__ = ["build", "format_data", "parse_data", "read_source", "settings_of"]

F = TypeVar("F", bound=ProvinceFormat)
MAX_CHARACTERS = 100_000
"""Longest format file; the longest real one has under 20,000 characters."""


# --- reading the file ---------------------------------------------------------------------------------------


def read_source(source: str | FilePath | Traversable) -> tuple[str, str]:
    """Return the text of a format file and its name.

    Raises:
        ProvinceFormatError: it cannot be read, or is not UTF-8.
    """
    place = FilePath(source) if isinstance(source, str) else source
    name = str(place) if isinstance(place, FilePath) else place.name
    try:
        # Some editors begin a file with a byte order mark. One character more than allowed tells a file that is
        # too long from one that is not, and a device never ends.
        with place.open("r", encoding="utf-8-sig") as file:
            return file.read(MAX_CHARACTERS + 1), name
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)  # without the name, which stands before it
        raise _error(name, FormatProblem("", None, reason, "file")) from error


def parse_data(text: str, file: str, base: Callable[[str], FormatData] | None = None) -> FormatData:
    """Parse the TOML of a format and find what it extends.

    Args:
        text: the TOML.
        file: its name, for messages.
        base: gives the data of the format with a slug; None leaves ``extends`` alone.

    Raises:
        ProvinceFormatError: the text is not TOML, is too long, or extends what cannot be extended.
    """
    data = _toml(text, file)
    lines = key_lines(text)
    below, slug = data.get("extends"), data.get("slug")
    own = FormatData(slug if isinstance(slug, str) else file, file, data, lines)
    if base is None or not isinstance(below, str):
        return own
    try:
        return attrs.evolve(own, base=base(below))
    except LookupError as error:
        reason = error if isinstance(error, ChitieuError) else str(error)
        problem = FormatProblem("extends", lines.get(("extends",)), below, "base", (reason,))
        raise _error(file, problem) from error


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return read_toml(text, MAX_CHARACTERS)
    except TomlError as error:
        raise _error(file, error.problem) from error.__cause__


# --- formats made in Python ---------------------------------------------------------------------------------


def format_data(form: ProvinceFormat) -> FormatData:
    """Return the data of a format that was made in Python, so that others can extend it."""
    # As the base class: fields that a subclass adds are its own affair.
    data = _brief.unstructure(form, unstructure_as=ProvinceFormat)
    return FormatData(form.slug, f"{type(form).__module__}.{type(form).__qualname__}", data, {})


def settings_of(form: ProvinceFormat) -> dict[str, Any]:
    """Return every setting of a format as plain data, with those left at their defaults."""
    data: dict[str, Any] = _full.unstructure(form, unstructure_as=ProvinceFormat)
    return data


def _plain(*, brief: bool) -> cattrs.Converter:
    converter = cattrs.Converter(omit_if_default=brief)
    converter.register_unstructure_hook(date, lambda day: day)
    converter.register_unstructure_hook_func(
        lambda cls: origin(cls) is tuple, lambda value: [converter.unstructure(item) for item in value]
    )
    return converter


_brief, _full = _plain(brief=True), _plain(brief=False)


# --- from data to the value ---------------------------------------------------------------------------------


def _text(value: object, _cls: type) -> str:
    if not isinstance(value, str) or not value.strip() or any(unicodedata.category(char) == "Cc" for char in value):
        raise SettingError(value, "text")
    return value


def _day(value: object, _cls: type) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SettingError(value, "day")
    return value


def _choice(value: object, cls: Any) -> Any:
    if value not in get_args(cls):
        raise SettingError(value, "choice", tuple(repr(option) for option in get_args(cls)))
    return value


def _converter() -> cattrs.Converter:
    converter = settings_converter(_text)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(lambda cls: origin(cls) is Literal, _choice)

    def mapping(cls: Any) -> Callable[[object, Any], Any]:
        inner = cattrs.gen.make_mapping_structure_fn(cls, converter, dict)
        return lambda value, kind: inner(expect(value, dict, "table"), kind)

    converter.register_structure_hook_factory(
        lambda cls: isinstance(origin(cls), type) and issubclass(origin(cls), Mapping), mapping
    )
    return converter


_strict = _converter()


def build(source: FormatData, cls: type[F], *, tested: bool = False) -> F:
    """Build the format from its data.

    Args:
        source: the data.
        cls: the class to build: `ProvinceFormat` or a subclass that overrides a step.
        tested: whether what settings mean was checked before, as the library's own tests do with its own formats:
            looking up areas, agencies and indicators takes longer than the rest.

    Raises:
        ProvinceFormatError: settings are unknown, missing, of the wrong kind or contradict each other; all of
            them are in ``problems``, each with key, line, what was found and what is allowed.
    """
    _check_version(source)
    problems: list[FormatProblem] = []
    form = None
    try:
        form = _strict.structure(without_unknown(source).merged(), cls)
    except cattrs.BaseValidationError as error:
        problems = [problem for path, leaf in leaves(error) for problem in _problems(source, path, leaf)]
    if form is not None and not tested:
        problems = [located(source.lines, *fault) for fault in faults(form)]
    if problems or form is None:
        raise _error(source.file, *sorted(problems, key=lambda problem: problem.line or 0))
    return form


def _check_version(source: FormatData) -> None:
    """Refuse a file that is written for another major version of the schema."""
    written = source.data.get("api", "1.0")
    version = parse_version(written)
    if version is None:
        raise _error(source.file, located(source.lines, ("api",), written, "version"))
    if version[0] != API_VERSION[0]:
        raise _error(source.file, located(source.lines, ("api",), written, "major", (str(API_VERSION[0]),)))


def _problems(source: FormatData, path: Path, error: BaseException) -> Iterator[FormatProblem]:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        yield from (_unknown(source, (*path, name), tuple(attrs.fields_dict(error.cl))) for name in error.extra_fields)
    else:
        yield from told(source.lines, path, error)


def _unknown(source: FormatData, path: Path, known: tuple[str, ...]) -> FormatProblem:
    name, likely = str(path[-1]), nearest_setting(path, known)
    if not likely:
        return located(source.lines, path, name, "key_strange", known)
    return located(source.lines, path, name, "key", (likely, *known))


def _error(file: str, *problems: FormatProblem) -> ProvinceFormatError:
    return ProvinceFormatError("province.format", file=file, problems=problems)
