"""Looking for a pattern only where it can begin.

A pattern that begins with a choice of words, or with what must not stand before it, is tried at every character of a
text. Where something that is quick to find tells its place (a digit, a sign), most of the text is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["matches_around", "matches_at"]


def matches_at(starts: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    r"""Yield the matches of a pattern as ``finditer`` would, where every one of them begins at one of some places.

    Args:
        starts: what is quick to find, and stands wherever the pattern begins; it must not be longer than its first
            character: what it wants behind that stands in a look-ahead.
        pattern: the pattern.
        text: the text.

    >>> dates = matches_at(re.compile("[0-9]"), re.compile(r"(?<!\w)[0-9]+/[0-9]+"), "x1/2, 31/6 và 7")
    >>> [date.group() for date in dates]
    ['31/6']
    """
    done = 0
    for place in starts.finditer(text):
        match = pattern.match(text, place.start()) if place.start() >= done else None
        if match is not None:
            done = match.end()
            yield match


def matches_around(
    odd: re.Pattern[str], pattern: re.Pattern[str], text: str, reach: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern as ``finditer`` would, where every one of them has something odd in it.

    Args:
        odd: what is quick to find, and stands in whatever the pattern matches.
        pattern: the pattern.
        text: the text.
        reach: how many characters of a match there are at most ahead of what is odd, and from there on.

    >>> doubled = matches_around(re.compile("%%"), re.compile("(?:[0-9]+|một)%%"), "thu 97%%, chi một%%", (10, 10))
    >>> [one.group() for one in doubled]
    ['97%%', 'một%%']
    """
    done = 0
    ahead, behind = reach
    for start, stop in _joined((one.start() - ahead, one.start() + behind) for one in odd.finditer(text)):
        for match in pattern.finditer(text, max(done, start), stop):
            done = match.end()
            yield match


def _joined(ranges: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges, those that touch as one."""
    begin, end = 0, -1
    for start, stop in ranges:
        if start > end:
            if end >= 0:
                yield begin, end
            begin = max(0, start)
        end = stop
    if end >= 0:
        yield begin, end
