"""How the lines of a text are broken: to a width, early behind headings, with empty lines between paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from chitieu.levels import Marker

__all__ = ["ENDED", "SHORT", "LineBreaks"]

ENDED = (".", ";", ":", "!", "?", "…", "./", "”")
"""What a sentence or an item ends in."""
_LINE = re.compile(r"[^\s][^\n]*")
_WRAPPED_SHARE = 0.25  # of lines that begin in the middle of a sentence
_FULL, SHORT = 0.9, 0.6  # of the width of lines, which differs with their letters
_EARLY_SHARE, _EMPTY_SHARE = 0.2, 0.05
_LEAST_LINE, _LEAST_BROKEN, _BROKEN_SHARE, _LONGER = 3, 5, 0.05, 1.2


class LineBreaks:
    r"""The lines of a text that are not empty, and what tells a line break that means something from one that does not.

    Attributes:
        lines: where each line begins and ends, without space around it.
        wrapped: whether lines are broken to a width.
        width: that width in characters, 0 for a text that is not wrapped.
        spaced: whether empty lines stand between the paragraphs of a wrapped text, and seldom elsewhere.
        early: whether the first lines of paragraphs are broken early, as copies of some pages have them.

    >>> breaks = LineBreaks("Trồng rừng trên đất\ntrống, đồi núi\ntrọc trong năm.", lambda line: None)
    >>> breaks.wrapped, breaks.width
    (True, 19)
    """

    def __init__(self, text: str, classify: Callable[[str], Marker | None]) -> None:
        self.text, self.classify = text, classify
        self.lines = [self._trim(*match.span()) for match in _LINE.finditer(text)]
        self.wrapped = self._is_wrapped()
        self.width = self._width() if self.wrapped else 0
        self.early = self.wrapped and self._breaks_early()
        self.spaced = self.wrapped and self._spaces_apart()

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        return start, start + len(self.text[start:end].rstrip()) if self.text[end - 1].isspace() else end

    def _is_wrapped(self) -> bool:
        """Whether lines are broken to a width: many begin in the middle of a sentence, or some do and none is longer."""
        lines = [(start, end) for start, end in self.lines if end - start > _LEAST_LINE]
        broken = self._broken()
        if len(broken) >= _WRAPPED_SHARE * max(len(lines), 1):
            return bool(lines)
        if len(broken) < max(_LEAST_BROKEN, len(lines) * _BROKEN_SHARE):
            return False
        longest = max(end - start for start, end in lines if "|" not in self.text[start:end])
        return longest <= self._width() * _LONGER

    def _broken(self) -> list[int]:
        """Return the lengths of the lines that end in the middle of a sentence, in order."""
        return sorted(end - start for (start, end), (after, _) in pairwise(self.lines) if self.text[after].islower())

    def _width(self) -> float:
        """Return how long lines are before they are broken: nine of ten of those broken in a sentence are no longer."""
        broken = self._broken()
        return broken[len(broken) * 9 // 10] if broken else 0

    def _spaces_apart(self) -> bool:
        """Whether empty lines stand between paragraphs only: few stand in the middle of a sentence."""
        inside = [self.after_empty(start) for start, _ in self.lines if self.text[start].islower()]
        return sum(inside) <= len(inside) * _EMPTY_SHARE

    def _breaks_early(self) -> bool:
        starts = [pair for pair in pairwise(self.lines) if self.classify(self.text[slice(*pair[0])])]
        early = [
            1 for (start, end), (after, _) in starts if end - start < self.width * SHORT and self.text[after].islower()
        ]
        return len(early) > len(starts) * _EARLY_SHARE

    def after_empty(self, start: int) -> bool:
        """Whether an empty line stands before the line that begins at a place."""
        return start > 1 and self.text[start - 2 : start].replace(" ", "\n") == "\n\n"

    def before(self, start: int, end: int) -> int:
        """Return how long the line before another is."""
        at = bisect_left(self.lines, (start, end)) - 1
        return self.lines[at][1] - self.lines[at][0]

    def had_room(self, start: int, end: int) -> bool:
        """Whether the first word of a line would have had room on the line before it."""
        word = self.text[start:end].split(maxsplit=1)[0]
        return self.before(start, end) + 1 + len(word) <= self.width * _FULL

    def is_early(self, start: int, end: int) -> bool:
        """Whether a line is the first one of a paragraph, broken early: short, its sentence going on in the next line."""
        at = bisect_left(self.lines, (start, end))
        after = self.lines[at + 1 : at + 2]
        if end - start >= self.width * SHORT or self.text[end - 1] in ENDED or not after:
            return False
        return not self.classify(self.text[slice(*after[0])])
