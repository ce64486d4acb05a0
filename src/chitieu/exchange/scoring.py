"""Rules of scoring from TOML or plain data, every fault named with its key and line."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from os import PathLike
from pathlib import Path as FilePath
from types import GenericAlias
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from chitieu.errors import ChitieuError, FormatProblem, SourceError
from chitieu.numbers.decimals import exact
from chitieu.provinces.layers import key_text
from chitieu.provinces.toml_places import Path, key_lines
from chitieu.scoring.rule import ScoringRule, ScoringRuleError

__all__ = ["example_scoring_rule", "parse_scoring_rule", "read_scoring_rule"]

MAX_CHARACTERS = 200_000
"""Longest file of a rule; a long rule has under 20,000 characters."""


class _SettingError(ValueError):
    """A value of the wrong kind: what was found, and the key of the message that says what is allowed."""

    def __init__(self, found: object, allowed: str) -> None:
        super().__init__(allowed)
        self.found, self.allowed = found, allowed


def _text(value: object, _cls: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _SettingError(value, "text")
    return value


def _kind(kind: type, allowed: str) -> Callable[[object, Any], Any]:
    def structure(value: object, _cls: Any) -> Any:
        if type(value) is not kind:
            raise _SettingError(value, allowed)
        return value

    return structure


def _decimal(value: object, _cls: Any) -> Decimal:
    try:
        return exact(Decimal(value) if isinstance(value, str) else value)
    except (InvalidOperation, ChitieuError) as error:
        raise _SettingError(value, "decimal") from error


def _is_tuple(cls: Any) -> bool:
    origin: object = get_origin(cls)
    return origin is tuple


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _kind(bool, "switch"))
    converter.register_structure_hook(int, _kind(int, "number"))
    converter.register_structure_hook(Decimal, _decimal)

    def items(value: object, cls: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise _SettingError(value, "list")
        listed: Any = GenericAlias(list, get_args(cls)[:1])
        return tuple(converter.structure(value, listed))

    def table(cls: Any) -> Callable[[object, Any], Any]:
        inner = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

        def structure(value: object, kind: Any) -> Any:
            if not isinstance(value, Mapping):
                raise _SettingError(value, "table")
            return inner(value, kind)

        return structure

    converter.register_structure_hook_func(_is_tuple, items)
    converter.register_structure_hook_factory(attrs.has, table)
    return converter


def parse_scoring_rule(source: str | Mapping[str, Any], *, file: str = "<rule>") -> ScoringRule:
    r"""Read a rule of scoring from the text of a TOML file, or from plain data.

    Args:
        source: the TOML, or a mapping as TOML or JSON gives it; decimals as `Decimal` or text, never floats.
        file: name for messages.

    Raises:
        ScoringRuleError: it is no TOML, keys are unknown, missing or of the wrong kind, or the rule contradicts
            itself; ``problems`` holds each fault with key and line.

    >>> import chitieu as ct
    >>> ct.parse_scoring_rule('name = "Bảng điểm"\ntotal = 10\ngroups = []')
    Traceback (most recent call last):
    ...
    chitieu.scoring.rule.ScoringRuleError: <rule>:2: 'total' is '10'; the groups add up to 0
    """
    lines: dict[Path, int] = {}
    data: Any = source
    if isinstance(source, str):
        data = _toml(source, file)
        lines = key_lines(source)
    try:
        return _converter().structure(data, ScoringRule)
    except cattrs.BaseValidationError as error:
        problems = [problem for path, leaf in _walk(error) for problem in _problems(path, leaf)]
    except _SettingError as error:
        problems = list(_problems((), error))
    located = (_located(problem, lines) for problem in problems)
    raise ScoringRuleError(
        "scoring.rule", file=file, problems=tuple(sorted(located, key=lambda problem: problem.line or 0))
    )


def read_scoring_rule(path: str | PathLike[str]) -> ScoringRule:
    """Read a rule of scoring from a TOML file.

    Args:
        path: the file, UTF-8.

    Raises:
        SourceError: the file cannot be read.
        ScoringRuleError: as in `parse_scoring_rule`; the message names file and line.
    """
    try:
        with FilePath(path).open(encoding="utf-8-sig") as file:
            text = file.read(MAX_CHARACTERS + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError("scoring.file", path=str(path), reason=str(error)) from error
    return parse_scoring_rule(text, file=str(path))


def example_scoring_rule() -> ScoringRule:
    """Return the example rule that comes with the library. It is made up; no province set it.

    >>> example_scoring_rule().source
    'ví dụ, không phải quy định'
    """
    name = "data/scoring-example.toml"
    return parse_scoring_rule(resources.files("chitieu").joinpath(name).read_text(encoding="utf-8"), file=name)


def _toml(text: str, file: str) -> dict[str, Any]:
    if len(text) > MAX_CHARACTERS:
        problem = FormatProblem("", None, f"over {MAX_CHARACTERS} characters", "size", (str(MAX_CHARACTERS),))
        raise ScoringRuleError("scoring.rule", file=file, problems=(problem,))
    try:
        # Decimal keeps the digits as written; a float would make 0.1 something else.
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        problem = FormatProblem("", None, str(error), "toml")
        raise ScoringRuleError("scoring.rule", file=file, problems=(problem,)) from error


def _walk(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, BaseException]]:
    """Yield every fault in a tree of validation errors with its path."""
    if not isinstance(error, cattrs.BaseValidationError):
        yield path, error
        return
    for inner in error.exceptions:
        yield from _walk(inner, (*path, *_step(getattr(inner, "__notes__", ()))))


def _step(notes: Iterable[object]) -> Path:
    """Return the key or index that cattrs notes on a fault."""
    for note in notes:
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote) and isinstance(note.index, int):
            return (note.index,)
    return ()


def _problems(path: Path, error: BaseException) -> Iterator[FormatProblem]:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = tuple(attrs.fields_dict(error.cl))
        yield from (
            FormatProblem(key_text((*path, name)), None, name, "key_strange", known) for name in error.extra_fields
        )
    elif isinstance(error, _SettingError):
        found = str(error.found) if isinstance(error.found, Decimal) else error.found
        yield FormatProblem(key_text(path), None, found, error.allowed)
    elif isinstance(error, ScoringRuleError):
        yield from error.problems
    elif isinstance(error, KeyError):
        name = str(error.args[0])  # cattrs notes the missing key itself
        yield FormatProblem(key_text(path if path[-1:] == (name,) else (*path, name)), None, None, "required")
    else:
        yield FormatProblem(key_text(path), None, str(error), "text")


def _located(problem: FormatProblem, lines: Mapping[Path, int]) -> FormatProblem:
    """Give a problem the line of its key, or of the innermost table around it that has one."""
    places = {key_text(path): line for path, line in lines.items()}
    key = problem.key
    while key and key not in places:
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return attrs.evolve(problem, line=problem.line or places.get(key))
