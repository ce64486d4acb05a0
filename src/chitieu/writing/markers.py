"""Markers before headings and items: the level a number is written at, by what it looks like and what the format uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from chitieu.levels import last_number, write_marker
from chitieu.provinces import ProvinceFormat

__all__ = ["Opener", "bullet", "follows", "numbered", "opener", "title_levels"]

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\s+|.")
_MAX_SKIP = 3  # a reader takes a list that skips more for running text
_NO_TITLES = frozenset({"article"})  # an article of a decision is no title of a part


@frozen
class Opener:
    """A marker to be written.

    Attributes:
        text: the marker; `level`: the name of its level in the format.
        rank: its rank among the levels that divide the document, or None.
        number: its place in the sequence, None for a bullet; `counter`: how it counts (``1``, ``I``, ``a``).
    """

    text: str
    level: str
    rank: int | None = None
    number: int | None = None
    counter: str = ""


def _forms(form: ProvinceFormat, preferred: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of the levels of a format, those of some levels first."""
    first = [name for name in preferred if name in form.levels]
    for name in dict.fromkeys((*first, *form.levels)):
        for pattern in form.levels[name].forms:
            yield name, pattern


def _labelled(pattern: str, label: str) -> str:
    """Put a label into a form: ``1)`` and ``6`` give ``6)``; a bullet has no label."""
    tokens = _TOKEN.findall(pattern.strip())
    words = [at for at, token in enumerate(tokens) if token[0].isalnum()]
    return "".join((*tokens[: words[0]], label, *tokens[words[-1] + 1 :])) if words else ""


def opener(form: ProvinceFormat, label: str, preferred: Iterable[str] = (), avoid: Iterable[str] = ()) -> Opener | None:
    """Return how the format writes the marker of a label, or None if no level of it counts so.

    Args:
        form: the format.
        label: the number or letter (``6``, ``IV``, ``Điều 3``).
        preferred: levels to try first, in this order.
        avoid: levels not to take.

    >>> import chitieu as ct
    >>> [opener(ct.get_province("ben-tre"), label, ["paren"]).text for label in ("6", "IV", "đ", "Điều 3")]
    ['6)', 'IV.', 'đ)', 'Điều 3.']
    """
    taken = frozenset(avoid)
    for name, pattern in _forms(form, preferred):
        text = _labelled(pattern, label) if name not in taken else ""
        marker = form.classify_line(f"{text} Tên") if text else None
        if marker is not None and (marker.level, marker.label, marker.length) == (name, label, len(text) + 1):
            return Opener(text, name, marker.rank, marker.number, marker.counter)
    return None


def follows(before: Opener | None, after: Opener) -> bool:
    """Whether an item may stand behind another in one list, so that a reader takes both for items of it."""
    if before is None:
        return True
    if before.level != after.level or before.number is None or after.number is None:
        return before.level == after.level
    if after.counter == "1" and "." in after.text.rstrip("."):
        return True
    return 0 < after.number - before.number <= _MAX_SKIP


def numbered(form: ProvinceFormat, level: str, number: int) -> Opener | None:
    """Return the marker of a level at a place in its sequence; None where the level does not count so far."""
    pattern = form.levels[level].forms[0]
    first = form.classify_line(f"{write_marker(pattern, 1)} Tên")
    counts = first is not None and first.number is not None
    if counts and number > last_number(pattern):
        return None
    return Opener(write_marker(pattern, number), level, form.levels[level].rank, number if counts else None)


def bullet(form: ProvinceFormat, preferred: Iterable[str] = (), avoid: Iterable[str] = ()) -> Opener:
    """Return a bullet of the format.

    >>> import chitieu as ct
    >>> form = ct.get_province("ben-tre")
    >>> bullet(form).text, bullet(form, avoid=["dash"]).text
    ('-', '+')
    """
    taken = frozenset(avoid)
    for name, pattern in _forms(form, (*preferred, *form.layout.levels, "dash", "plus", "star")):
        marker = form.classify_line(f"{pattern} Tên") if name not in taken else None
        if marker is not None and marker.number is None and marker.level == name:
            return Opener(pattern, name, marker.rank)
    return Opener("-", "dash")


def title_levels(form: ProvinceFormat) -> tuple[str, ...]:
    """Return the levels that titles of parts may stand at: the widest of the layout, then the others, the narrowest first."""
    ranked = sorted(((level.rank, name) for name, level in form.levels.items() if level.rank is not None), reverse=True)
    first = [name for name in form.layout.levels[:1] if name in form.levels]
    return tuple(dict.fromkeys((*first, *(name for _, name in ranked if name not in _NO_TITLES))))
