"""What a check found wrong, said for people: the input, what was expected of it, what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from traceback import extract_tb

from attrs import frozen

__all__ = ["Mismatch", "compare", "raised", "shown"]

_SHORT = 6
"""Lines of both values together up to which they are shown whole."""


@frozen
class Mismatch:
    """One thing a check found wrong: what came out is not what the format declares.

    Attributes:
        input: the text or setting it was found with, as small as it could be made.
        expected: what the format declares.
        got: what came out.
    """

    input: str
    expected: str
    got: str


def shown(value: object) -> str:
    """Write a value the way mismatches show it.

    >>> shown(("a", None, 3)), shown(())
    ('a; nothing; 3', 'nothing')
    """
    if value is None:
        return "nothing"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {shown(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(map(shown, value)) or "nothing"
    return value.isoformat() if isinstance(value, date) else str(value)


def raised(error: BaseException) -> str:
    """Name an error with its place.

    >>> try:
    ...     int("x")
    ... except ValueError as error:
    ...     print(raised(error).partition(" (")[0])
    ValueError: invalid literal for int() with base 10: 'x'
    """
    frames = extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename}:{frames[-1].lineno}, in {frames[-1].name})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def compare(text: str, expected: object, read: Callable[..., object], *given: object) -> Iterator[Mismatch]:
    """Yield a mismatch where reading gives something else than is expected, or raises.

    Args:
        text: the input, as mismatches show it.
        expected: what reading must give.
        read: reads it.
        given: what `read` is called with.

    >>> list(compare("7", 7, int, "7")), next(compare("8", 7, int, "8")).got
    ([], '8')
    """
    try:
        got = read(*given)
    except Exception as error:  # noqa: BLE001  (a format's own steps may raise anything; the kit goes on)
        yield Mismatch(text, shown(expected), raised(error))
        return
    if got != expected:
        yield Mismatch(text, *_differing(shown(expected), shown(got)))


def _differing(expected: str, got: str) -> tuple[str, str]:
    """Leave out the lines that two texts of several lines have in common."""
    left, right = expected.split("\n"), got.split("\n")
    if len(left) + len(right) <= _SHORT:
        return expected, got
    same = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    kept = ({at for block in same for at in range(block[side], block[side] + block.size)} for side in (0, 1))
    return tuple(_cut(lines, common) for lines, common in zip((left, right), kept, strict=True))  # type: ignore[return-value]


def _cut(lines: list[str], common: set[int]) -> str:
    runs = groupby(range(len(lines)), key=common.__contains__)
    return "\n".join("…" if left_out else "\n".join(lines[at] for at in run) for left_out, run in runs)
