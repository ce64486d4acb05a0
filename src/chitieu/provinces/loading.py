"""From a TOML file to a `ProvinceFormat`: merged over what it extends, every fault named with its line."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from attrs import frozen

from chitieu.errors import FormatProblem, ProvinceFormatError
from chitieu.provinces.schema import API_VERSION, IDENTITY, ProvinceFormat
from chitieu.provinces.toml_places import Path, key_lines
from chitieu.provinces.validation import faults

__all__ = ["FormatData", "Origin", "build", "format_data", "merge", "origins", "parse_data"]

F = TypeVar("F", bound=ProvinceFormat)
MAX_CHARACTERS = 1_000_000
"""Longest format file; the longest real one has under 10,000 characters."""


@frozen
class FormatData:
    """The data of one format file, before what it extends is laid under it.

    Attributes:
        slug: its slug; `file`: its name, for messages.
        data: what the file says.
        lines: the line of each key.
        base: the data it extends, or None.
    """

    slug: str
    file: str
    data: Mapping[str, Any]
    lines: Mapping[Path, int]
    base: FormatData | None = None

    def chain(self) -> Iterator[FormatData]:
        """Yield this and what it extends, the root last."""
        yield self
        if self.base is not None:
            yield from self.base.chain()

    def merged(self) -> dict[str, Any]:
        """Return the data with everything below it."""
        if self.base is None:
            return dict(self.data)
        below = {key: value for key, value in self.base.merged().items() if key not in IDENTITY}
        return merge(below, self.data)


def merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one format's data over another's: tables merge, lists add (its own first), single values override.

    >>> merge({"a": 1, "l": ["x"]}, {"a": 2, "l": ["y"]})
    {'a': 2, 'l': ['y', 'x']}
    """
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            result[key] = merge(below, value)
        elif isinstance(value, list) and isinstance(below, list) and key not in _ORDERED:
            result[key] = [*value, *(item for item in below if item not in value)]
        else:
            result[key] = value
    return result


_ORDERED = frozenset({"order", "levels"})
"""Lists that are one choice, an order of parts: they override (``header.order``, ``layout.levels``)."""


@frozen
class Origin:
    """Where a setting of a format comes from.

    Attributes:
        key: the setting (``numbers.pad_counts``); items of lists are listed one by one.
        value: its value.
        slug: the format that says so.
        overrides: the value it replaces, or None.
    """

    key: str
    value: Any
    slug: str
    overrides: Any = None


def _leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, (list, tuple)) and path[-1] not in _ORDERED:
        for item in data:
            yield path, item
    else:
        yield path, data


def origins(source: FormatData) -> tuple[Origin, ...]:
    """Return every setting in force with the format it comes from, in the order of the schema's keys."""
    found: dict[tuple[Path, str], Origin] = {}
    for layer in reversed(list(source.chain())):
        own = {key: value for key, value in layer.data.items() if layer is source or key not in IDENTITY}
        for path, value in _leaves(own):
            in_list = isinstance(_at(own, path), list) and path[-1] not in _ORDERED
            key = (path, repr(value) if in_list else "")
            before = found.get(key)
            overrides = before.value if before and not in_list and before.value != value else None
            if before is None or not in_list:
                found[key] = Origin(_key_text(path), value, layer.slug, overrides)
    order = {name: at for at, name in enumerate(attrs.fields_dict(ProvinceFormat))}
    return tuple(sorted(found.values(), key=lambda item: (order.get(item.key.partition(".")[0], 99), item.key)))


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _key_text(path: Path) -> str:
    """Write a path as people write it in a TOML file."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


# --- reading the file ---------------------------------------------------------------------------------------


def parse_data(text: str, file: str, base: Callable[[str], FormatData] | None = None) -> FormatData:
    """Parse the TOML of a format and find what it extends.

    Args:
        text: the TOML.
        file: its name, for messages.
        base: gives the data of the format with a slug; None leaves ``extends`` alone.

    Raises:
        ProvinceFormatError: the text is not TOML, is too long, or extends what cannot be extended.
    """
    if len(text) > MAX_CHARACTERS:
        raise _error(file, FormatProblem("", None, f"{len(text)} characters", "size", (str(MAX_CHARACTERS),)))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", None) or _toml_line(str(error))
        raise _error(file, FormatProblem("", line, str(error), "toml")) from error
    lines = key_lines(text)
    below = data.get("extends")
    slug = data.get("slug")
    own = FormatData(slug if isinstance(slug, str) else file, file, data, lines)
    if base is None or not isinstance(below, str):
        return own
    try:
        return attrs.evolve(own, base=base(below))
    except LookupError as error:
        problem = FormatProblem("extends", lines.get(("extends",)), below, "base", (str(error),))
        raise _error(file, problem) from error


def _toml_line(message: str) -> int | None:
    """Return the line tomllib names in its message (before Python 3.14 it is nowhere else)."""
    _, found, rest = message.partition("(at line ")
    return int(rest.partition(",")[0]) if found else None


def format_data(form: ProvinceFormat) -> FormatData:
    """Return the data of a format that was made in Python, so that others can extend it."""
    data = _plain.unstructure(form)
    return FormatData(form.slug, f"{type(form).__module__}.{type(form).__qualname__}", data, {})


def _origin(cls: Any) -> Any:
    return get_origin(cls)


_plain = cattrs.Converter(omit_if_default=True)
_plain.register_unstructure_hook(date, lambda day: day)
_plain.register_unstructure_hook_func(
    lambda cls: _origin(cls) is tuple, lambda value: [_plain.unstructure(item) for item in value]
)


# --- from data to the value ---------------------------------------------------------------------------------


class _SettingError(ValueError):
    """A value of the wrong kind: what was found and which values are allowed (a key of the messages)."""

    def __init__(self, found: object, allowed: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(repr(found))
        self.found, self.allowed, self.options = found, allowed, options


def _expect(value: object, kind: type | tuple[type, ...], allowed: str) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _SettingError(value, allowed)
    return value


def _text(value: object, _cls: type) -> str:
    if not isinstance(value, str) or not value.strip() or "\n" in value:
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


def build(source: FormatData, cls: type[F]) -> F:
    """Build the format from its data.

    Args:
        source: the data.
        cls: the class to build: `ProvinceFormat` or a subclass that overrides a step.

    Raises:
        ProvinceFormatError: settings are unknown, missing, of the wrong kind or contradict each other; all of
            them are in ``problems``, each with key, line, what was found and what is allowed.
    """
    version = _version(source)
    problems: list[FormatProblem] = []
    form = None
    try:
        form = _strict.structure(source.merged(), cls)
    except cattrs.BaseValidationError as error:
        problems = [_problem(source, path, leaf) for path, leaf in _walk(error)]
        if version > API_VERSION:  # settings of a later minor version are passed over
            unknown = [problem for problem in problems if problem.allowed == "key"]
            if len(unknown) == len(problems):
                return build(_without(source, unknown), cls)
    if form is not None:
        problems = [_located(source, *fault) for fault in faults(form)]
    if problems or form is None:
        raise _error(source.file, *problems)
    return form


def _version(source: FormatData) -> tuple[int, int]:
    """Return the version of the schema a file is written for; refuse another major one."""
    written = source.data.get("api", "1.0")
    parts = written.split(".") if isinstance(written, str) else []
    if len(parts) != len(API_VERSION) or not all(part.isdecimal() for part in parts):
        raise _error(source.file, _located(source, ("api",), written, "version"))
    version = (int(parts[0]), int(parts[1]))
    if version[0] != API_VERSION[0]:
        raise _error(source.file, _located(source, ("api",), written, "major", (str(API_VERSION[0]),)))
    return version


def _without(source: FormatData, unknown: list[FormatProblem]) -> FormatData:
    """Return the data without the keys that are unknown."""
    names = {problem.key for problem in unknown}

    def pruned(data: Any, path: Path = ()) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: pruned(value, (*path, key)) for key, value in data.items() if _key_text((*path, key)) not in names}

    return attrs.evolve(source, data=pruned(dict(source.data)))


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


def _problem(source: FormatData, path: Path, error: BaseException) -> FormatProblem:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        name = min(error.extra_fields)
        known = tuple(attrs.fields_dict(error.cl))
        close = difflib.get_close_matches(name, known, 1)
        return _located(source, (*path, name), name, "key", (*close, *(key for key in known if key not in close)))
    if isinstance(error, _SettingError):
        return _located(source, path, error.found, error.allowed, error.options)
    if isinstance(error, KeyError):
        return _located(source, (*path, str(error.args[0])), None, "required")
    return _located(source, path, str(error), "text")


def _located(
    source: FormatData, path: Path, found: object, allowed: str, options: tuple[str, ...] = ()
) -> FormatProblem:
    """Find the line of a path, or of the innermost table around it that has one."""
    places = [path[:end] for end in range(len(path), 0, -1)]
    line = next((source.lines[place] for place in places if place in source.lines), None)
    return FormatProblem(_key_text(path), line, found, allowed, options)


def _error(file: str, *problems: FormatProblem) -> ProvinceFormatError:
    return ProvinceFormatError("province.format", file=file, problems=problems)


def read_source(source: str | FilePath | Traversable) -> tuple[str, str]:
    """Return the text of a format file and its name.

    Raises:
        ProvinceFormatError: it cannot be read, or is not UTF-8.
    """
    place = FilePath(source) if isinstance(source, str) else source
    name = str(place) if isinstance(place, FilePath) else place.name
    try:
        return place.read_text(encoding="utf-8"), name
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise _error(name, FormatProblem("", None, str(error), "file")) from error
