"""From a TOML file to a `ProvinceFormat`: merged over what it extends, every fault named with its line."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs

from chitieu.errors import ChitieuError, FormatProblem, ProvinceFormatError
from chitieu.provinces.layers import FormatData, key_text
from chitieu.provinces.nearest import nearest_setting, quoted_keys
from chitieu.provinces.schema import API_VERSION, ProvinceFormat
from chitieu.provinces.toml_places import Path, key_lines
from chitieu.provinces.validation import faults
from chitieu.provinces.versions import parse_version, without_unknown

__all__ = ["build", "format_data", "parse_data", "read_source", "settings_of"]

F = TypeVar("F", bound=ProvinceFormat)
MAX_CHARACTERS = 100_000
"""Longest format file; the longest real one has under 20,000 characters."""
MAX_DOTS = 200
"""Most dots in one line, 25 times what files have: the time tomllib takes grows with the square of a key's parts."""
MAX_DEPTH = 8
"""How deep tables and lists nest at most; the schema needs four."""


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
    if len(text) > MAX_CHARACTERS:
        raise _error(file, FormatProblem("", None, f"over {MAX_CHARACTERS} characters", "size", (str(MAX_CHARACTERS),)))
    dotted = next((at for at, line in enumerate(text.split("\n"), 1) if line.count(".") > MAX_DOTS), None)
    if dotted is not None:
        raise _error(file, FormatProblem("", dotted, f"over {MAX_DOTS} dots in a line", "depth", (str(MAX_DEPTH),)))
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of more digits than Python reads
        line = _toml_line(error, text)
        quoted = quoted_keys(text.split("\n")[line - 1]) if line else ""
        allowed, options = ("toml_key", (quoted,)) if quoted else ("toml", ())
        raise _error(file, FormatProblem("", line, str(error), allowed, options)) from error
    if _depth(data) > MAX_DEPTH:
        raise _error(file, FormatProblem("", None, f"over {MAX_DEPTH} levels", "depth", (str(MAX_DEPTH),)))
    return data


def _toml_line(error: BaseException, text: str) -> int | None:
    """Return the line tomllib names in its message (before Python 3.14 it is nowhere else)."""
    message = str(error)
    _, found, rest = message.partition("(at line ")
    if found:
        return int(rest.partition(",")[0])
    return text.rstrip().count("\n") + 1 if "end of document" in message else None


def _depth(data: Any) -> int:
    """Return how deep tables and lists nest, without recursion: the data may nest as deep as tomllib reads."""
    depth, level = 0, [data]
    while level := [item for item in level if isinstance(item, (dict, list))]:
        depth += 1
        level = [inner for item in level for inner in (item.values() if isinstance(item, dict) else item)]
    return depth


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


def _origin(cls: Any) -> Any:
    return get_origin(cls)


def _plain(*, brief: bool) -> cattrs.Converter:
    converter = cattrs.Converter(omit_if_default=brief)
    converter.register_unstructure_hook(date, lambda day: day)
    converter.register_unstructure_hook_func(
        lambda cls: _origin(cls) is tuple, lambda value: [converter.unstructure(item) for item in value]
    )
    return converter


_brief, _full = _plain(brief=True), _plain(brief=False)


# --- from data to the value ---------------------------------------------------------------------------------


class _SettingError(ValueError):
    """A value of the wrong kind: what was found and which values are allowed (a key of the messages)."""

    def __init__(self, found: object, allowed: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(allowed)
        self.found, self.allowed, self.options = found, allowed, options


def _expect(value: object, kind: type | tuple[type, ...], allowed: str) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _SettingError(value, allowed)
    return value


def _text(value: object, _cls: type) -> str:
    if not isinstance(value, str) or not value.strip() or any(unicodedata.category(char) == "Cc" for char in value):
        raise _SettingError(value, "text")
    return value


def _day(value: object, _cls: type) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _SettingError(value, "day")
    return value


def _choice(value: object, cls: Any) -> Any:
    if value not in get_args(cls):
        raise _SettingError(value, "choice", tuple(repr(option) for option in get_args(cls)))
    return value


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, lambda value, _: _expect(value, bool, "switch"))
    converter.register_structure_hook(int, lambda value, _: _expect(value, int, "number"))
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(lambda cls: _origin(cls) is Literal, _choice)

    def items(value: object, cls: Any) -> tuple[Any, ...]:
        _expect(value, (list, tuple), "list")
        listed: Any = GenericAlias(list, get_args(cls)[:1])
        return tuple(converter.structure(value, listed))

    converter.register_structure_hook_func(lambda cls: _origin(cls) is tuple, items)

    def table(cls: Any) -> Callable[[object, Any], Any]:
        inner = cattrs.gen.make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

        def structure(value: object, kind: Any) -> Any:
            return inner(_expect(value, dict, "table"), kind)

        return structure

    converter.register_structure_hook_factory(attrs.has, table)

    def mapping(cls: Any) -> Callable[[object, Any], Any]:
        inner = cattrs.gen.make_mapping_structure_fn(cls, converter, dict)
        return lambda value, kind: inner(_expect(value, dict, "table"), kind)

    converter.register_structure_hook_factory(
        lambda cls: isinstance(_origin(cls), type) and issubclass(_origin(cls), Mapping), mapping
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
        problems = [problem for path, leaf in _walk(error) for problem in _problems(source, path, leaf)]
    if form is not None and not tested:
        problems = [_located(source, *fault) for fault in faults(form)]
    if problems or form is None:
        raise _error(source.file, *sorted(problems, key=lambda problem: problem.line or 0))
    return form


def _check_version(source: FormatData) -> None:
    """Refuse a file that is written for another major version of the schema."""
    written = source.data.get("api", "1.0")
    version = parse_version(written)
    if version is None:
        raise _error(source.file, _located(source, ("api",), written, "version"))
    if version[0] != API_VERSION[0]:
        raise _error(source.file, _located(source, ("api",), written, "major", (str(API_VERSION[0]),)))


def _walk(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, BaseException]]:
    """Yield every fault in a tree of validation errors with its path."""
    if isinstance(error, cattrs.ClassValidationError):
        noted, rest = error.group_exceptions()
        for inner, note in noted:
            yield from _walk(inner, (*path, note.name))
    elif isinstance(error, cattrs.IterableValidationError):
        listed, rest = error.group_exceptions()
        for inner, place in listed:
            yield from _walk(inner, (*path, place.index))
    else:
        yield path, error
        return
    for inner in rest:
        yield from _walk(inner, path)


def _problems(source: FormatData, path: Path, error: BaseException) -> Iterator[FormatProblem]:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        yield from (_unknown(source, (*path, name), tuple(attrs.fields_dict(error.cl))) for name in error.extra_fields)
    elif isinstance(error, _SettingError):
        yield _located(source, path, error.found, error.allowed, error.options)
    elif isinstance(error, KeyError):
        yield _located(source, (*path, str(error.args[0])), None, "required")
    else:
        yield _located(source, path, str(error), "text")


def _unknown(source: FormatData, path: Path, known: tuple[str, ...]) -> FormatProblem:
    name, likely = str(path[-1]), nearest_setting(path, known)
    if not likely:
        return _located(source, path, name, "key_strange", known)
    return _located(source, path, name, "key", (likely, *known))


def _located(
    source: FormatData, path: Path, found: object, allowed: str, options: tuple[str | ChitieuError, ...] = ()
) -> FormatProblem:
    """Find the line of a path, or of the innermost table around it that has one."""
    places = [path[:end] for end in range(len(path), 0, -1)]
    line = next((source.lines[place] for place in places if place in source.lines), None)
    return FormatProblem(key_text(path), line, _showable(found), allowed, options)


def _showable(found: object) -> object:
    """Return a value that can be shown; of a number with more digits than Python writes, what it is."""
    try:
        repr(found)
    except ValueError:
        return f"{type(found).__name__} of too many digits"
    return found


def _error(file: str, *problems: FormatProblem) -> ProvinceFormatError:
    return ProvinceFormatError("province.format", file=file, problems=problems)
