"""TOML that comes from anywhere as plain data: bounded, since what tomllib takes grows faster than its input."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

from chitieu.errors import FormatProblem
from chitieu.provinces.nearest import quoted_keys

__all__ = ["MAX_DEPTH", "MAX_DOTS", "TomlError", "read_toml"]

MAX_DOTS = 200
"""Most dots in one line, 25 times what files have: the time tomllib takes grows with the square of a key's parts."""
MAX_DEPTH = 8
"""How deep tables and lists nest at most; no schema of ours needs more than four levels."""


class TomlError(ValueError):
    """A text is no TOML that is read; `problem` says why and in which line."""

    def __init__(self, problem: FormatProblem) -> None:
        super().__init__(str(problem.found))
        self.problem = problem


def read_toml(text: str, most: int, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return the data of a TOML text.

    Args:
        text: the text.
        most: the most characters it may have.
        parse_float: what makes a number of its digits.

    Raises:
        TomlError: it is no TOML, or larger, deeper or with more dots in a line than files of ours are.

    >>> read_toml("total = 10", 100)
    {'total': 10}
    """
    if len(text) > most:
        raise TomlError(FormatProblem("", None, f"over {most} characters", "size", (str(most),)))
    dotted = next((at for at, line in enumerate(text.split("\n"), 1) if line.count(".") > MAX_DOTS), None)
    if dotted is not None:
        raise TomlError(FormatProblem("", dotted, f"over {MAX_DOTS} dots in a line", "depth", (str(MAX_DEPTH),)))
    try:
        data = tomllib.loads(text, parse_float=parse_float)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of more digits than Python reads
        raise TomlError(_not_toml(error, text)) from error
    if _depth(data) > MAX_DEPTH:
        raise TomlError(FormatProblem("", None, f"over {MAX_DEPTH} levels", "depth", (str(MAX_DEPTH),)))
    return data


def _not_toml(error: BaseException, text: str) -> FormatProblem:
    line = _line(error, text)
    quoted = quoted_keys(text.split("\n")[line - 1]) if line else ""
    allowed, options = ("toml_key", (quoted,)) if quoted else ("toml", ())
    return FormatProblem("", line, str(error), allowed, options)


def _line(error: BaseException, text: str) -> int | None:
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
