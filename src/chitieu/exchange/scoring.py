"""Rules of scoring from TOML or plain data, every fault named with its key and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from os import PathLike
from pathlib import Path as FilePath
from typing import Any

import attrs
import cattrs

from chitieu.errors import ChitieuError, FormatProblem, SourceError
from chitieu.numbers.decimals import exact
from chitieu.provinces.layers import key_text
from chitieu.provinces.structuring import SettingError, leaves, settings_converter, told
from chitieu.provinces.toml_data import TomlError, read_toml
from chitieu.provinces.toml_places import Path, key_lines
from chitieu.scoring.rule import ScoringRule, ScoringRuleError

__all__ = ["example_scoring_rule", "parse_scoring_rule", "read_scoring_rule"]

MAX_CHARACTERS = 200_000
"""Longest file of a rule; a long rule has under 20,000 characters."""


def _text(value: object, _cls: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingError(value, "text")
    return value


def _decimal(value: object, _cls: Any) -> Decimal:
    try:
        return exact(Decimal(value) if isinstance(value, str) else value)
    except (InvalidOperation, ChitieuError) as error:
        raise SettingError(str(value) if isinstance(value, Decimal) else value, "decimal") from error


@cache
def _converter() -> cattrs.Converter:
    converter = settings_converter(_text)
    converter.register_structure_hook(Decimal, _decimal)
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
        problems = [problem for path, leaf in leaves(error) for problem in _problems(lines, path, leaf)]
    except (SettingError, ScoringRuleError) as error:  # what was given is no table; the rule as a whole
        problems = list(_problems(lines, (), error))
    raise ScoringRuleError(
        "scoring.rule", file=file, problems=tuple(sorted(problems, key=lambda problem: problem.line or 0))
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
    try:
        # Decimal keeps the digits as written; a float would make 0.1 something else.
        return read_toml(text, MAX_CHARACTERS, Decimal)
    except TomlError as error:
        raise ScoringRuleError("scoring.rule", file=file, problems=(error.problem,)) from error.__cause__


def _problems(lines: Mapping[Path, int], path: Path, error: BaseException) -> Iterator[FormatProblem]:
    if isinstance(error, ScoringRuleError):  # a rule that contradicts itself says where by itself
        yield from (_with_line(problem, lines) for problem in error.problems)
    else:
        yield from told(lines, path, error)


def _with_line(problem: FormatProblem, lines: Mapping[Path, int]) -> FormatProblem:
    """Give a problem the line of its key, or of the innermost table around it that has one."""
    places = {key_text(path): line for path, line in lines.items()}
    key = problem.key
    while key and key not in places:
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return attrs.evolve(problem, line=problem.line or places.get(key))
