"""Markers before headings and items: the level a number is written at, by what it looks like and what the format uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from chitieu.levels import last_number, write_marker
from chitieu.provinces import ProvinceFormat

__all__ = ["Opener", "bullet", "numbered", "opener", "title_levels"]

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\s+|.")
_FALLBACK = "dash"


@frozen
class Opener:
    """A marker to be written.

    Attributes:
        text: the marker; `level`: the name of its level in the format.
        rank: its rank among the levels that divide the document, or None.
    """

    text: str
    level: str
    rank: int | None = None


def _forms(form: ProvinceFormat, preferred: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of the levels of a format, those of some levels first."""
    first = [name for name in preferred if name in form.levels]
    for name in dict.fromkeys((*first, *form.levels)):
        for pattern in form.levels[name].forms:
            yield name, pattern


def _labelled(pattern: str, label: str) -> str:
    """Put a label into a form: ``1)`` and ``6`` give ``6)``."""
    tokens = _TOKEN.findall(pattern.strip())
    words = [at for at, token in enumerate(tokens) if token[0].isalnum()]
    if not words:
        return ""
    return "".join((*tokens[: words[0]], label, *tokens[words[-1] + 1 :]))


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
        if name in taken:
            continue
        text = _labelled(pattern, label)
        marker = form.classify_line(f"{text} Tên") if text else None
        if marker is not None and (marker.level, marker.label, marker.length) == (name, label, len(text) + 1):
            return Opener(text, name, form.levels[name].rank)
    return None


def numbered(form: ProvinceFormat, level: str, number: int) -> Opener | None:
    """Return the marker of a level at a place in its sequence; None where the level does not count so far."""
    pattern = form.levels[level].forms[0]
    if number > last_number(pattern) and form.classify_line(f"{write_marker(pattern, 1)} Tên") is not None:
        marker = form.classify_line(f"{write_marker(pattern, 1)} Tên")
        if marker is not None and marker.number is not None:
            return None
    return Opener(write_marker(pattern, number), level, form.levels[level].rank)


def bullet(form: ProvinceFormat, preferred: Iterable[str] = (), avoid: Iterable[str] = ()) -> Opener:
    """Return a bullet of the format.

    >>> import chitieu as ct
    >>> form = ct.get_province("ben-tre")
    >>> bullet(form).text, bullet(form, avoid=["dash"]).text
    ('-', '+')
    """
    taken = frozenset(avoid)
    for name, pattern in _forms(form, (*preferred, *reversed(form.layout.levels), _FALLBACK, "plus", "star")):
        marker = form.classify_line(f"{pattern} Tên")
        if name not in taken and marker is not None and marker.number is None and marker.level == name:
            return Opener(pattern, name, form.levels[name].rank)
    return Opener("-", _FALLBACK)


def title_levels(form: ProvinceFormat) -> tuple[str, ...]:
    """Return the levels that titles of parts may stand at, the widest of the layout first, then wider ones."""
    ranked = [(level.rank, name) for name, level in form.levels.items() if level.rank is not None]
    first = [name for name in form.layout.levels[:1] if name in form.levels and form.levels[name].rank is not None]
    wider = [name for _, name in sorted(ranked, reverse=True)]
    return tuple(dict.fromkeys((*first, *wider)))
