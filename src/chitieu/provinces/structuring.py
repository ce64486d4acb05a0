"""Plain data as frozen classes, strictly: nothing is turned into another kind, and every fault is told with its path.

Formats of provinces and rules of scoring are built with this; what is a text, and which kinds of values there are beside
texts, switches, numbers, lists and tables, each says for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import GenericAlias
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn

from chitieu.errors import ChitieuError, FormatProblem
from chitieu.provinces.layers import key_text
from chitieu.provinces.toml_places import Path

__all__ = ["SettingError", "expect", "leaves", "located", "origin", "settings_converter", "told"]


class SettingError(ValueError):
    """A value of the wrong kind.

    Args:
        found: the value.
        allowed: what is allowed, a key of the messages; `options`: the values that sentence lists.
    """

    def __init__(self, found: object, allowed: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(allowed)
        self.found, self.allowed, self.options = found, allowed, options


def expect(value: object, kind: type | tuple[type, ...], allowed: str) -> Any:
    """Return a value that is of a kind; a switch is no number.

    Raises:
        SettingError: it is not.

    >>> expect(True, int, "number")
    Traceback (most recent call last):
    ...
    chitieu.provinces.structuring.SettingError: number
    """
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise SettingError(value, allowed)
    return value


def origin(cls: Any) -> Any:
    """Return what a generic type is made of: ``tuple`` for ``tuple[str, ...]``, None for others."""
    return get_origin(cls)


def settings_converter(text: Callable[[object, Any], str]) -> cattrs.Converter:
    """Return a converter of texts, switches, numbers, lists and tables.

    Args:
        text: checks a text.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, text)
    converter.register_structure_hook(bool, lambda value, _: expect(value, bool, "switch"))
    converter.register_structure_hook(int, lambda value, _: expect(value, int, "number"))

    def items(value: object, cls: Any) -> tuple[Any, ...]:
        expect(value, (list, tuple), "list")
        listed: Any = GenericAlias(list, get_args(cls)[:1])
        return tuple(converter.structure(value, listed))

    def table(cls: Any) -> Callable[[object, Any], Any]:
        inner = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
        return lambda value, kind: inner(expect(value, (Mapping,), "table"), kind)

    converter.register_structure_hook_func(lambda cls: origin(cls) is tuple, items)
    converter.register_structure_hook_factory(attrs.has, table)
    return converter


def leaves(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, BaseException]]:
    """Yield every fault in a tree of validation errors with its path."""
    if isinstance(error, cattrs.ClassValidationError):
        noted, rest = error.group_exceptions()
        for inner, note in noted:
            yield from leaves(inner, (*path, note.name))
    elif isinstance(error, cattrs.IterableValidationError):
        listed, rest = error.group_exceptions()
        for inner, place in listed:
            yield from leaves(inner, (*path, place.index))
    else:
        yield path, error
        return
    for inner in rest:
        yield from leaves(inner, path)


def told(lines: Mapping[Path, int], path: Path, error: BaseException) -> Iterator[FormatProblem]:
    """Tell one fault as problems: one for each unknown setting, else one.

    Args:
        lines: where keys stand, see `key_lines`.
        path: the path of the fault, from `leaves`.
        error: the fault.
    """
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = tuple(attrs.fields_dict(error.cl))
        for name in error.extra_fields:
            yield located(lines, (*path, name), name, "key_strange", known)
    elif isinstance(error, SettingError):
        yield located(lines, path, error.found, error.allowed, error.options)
    elif isinstance(error, KeyError):
        name = str(error.args[0])  # which cattrs notes as a step of the path already, where the field is required
        yield located(lines, path if path[-1:] == (name,) else (*path, name), None, "required")
    else:
        yield located(lines, path, str(error), "text")


def located(
    lines: Mapping[Path, int],
    path: Path,
    found: object,
    allowed: str,
    options: tuple[str | ChitieuError, ...] = (),
) -> FormatProblem:
    """Return a problem with the line of its path, or of the innermost table around it that has one."""
    places = [path[:end] for end in range(len(path), 0, -1)]
    line = next((lines[place] for place in places if place in lines), None)
    return FormatProblem(key_text(path), line, _showable(found), allowed, options)


def _showable(found: object) -> object:
    """Return a value that can be shown; of a number with more digits than Python writes, what it is."""
    try:
        repr(found)
    except ValueError:
        return f"{type(found).__name__} of too many digits"
    return found
