"""Which amounts of a text are of one time: those of one part of it, whose clauses name the same years.

The parts are told apart by their headings: results are of another year than targets, and of results each chapter is by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import ahead_of_first, behind_last, text_before

__all__ = ["SameTimes"]

_YEAR = re.compile(r"(?<![0-9./])(?:19|20)[0-9]{2}(?![0-9./])")
_ANY_YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9])")
"""The same, and the year of a day."""
_CHAPTER = re.compile(r"^[ \t]*(?:PHẦN|Phần|CHƯƠNG|Chương|[IVX]{1,5}[.)-])\s", re.MULTILINE)
_CLAUSE = re.compile(r"[;\n]|\.(?=\s)")
_AHEAD, _BEHIND, _TITLE = 90, 40, 200


@frozen(eq=False)
class SameTimes:
    """The parts of a text and the year that is meant where none is named.

    Attributes:
        piece: the text.
        headings: what its headings tell; `chapters`: where each begins.
        year: the year the plan is for.
    """

    piece: Piece
    headings: Headings
    chapters: Sequence[int]
    year: int | None

    @classmethod
    def of(cls, piece: Piece, year: int | None) -> SameTimes:
        """Return the parts of a text of a plan for some year."""
        chapters = [0, *(found.start() for found in _CHAPTER.finditer(piece.source.text))]
        return cls(piece, Headings.of(piece.source, year), chapters, year)

    def line(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self.piece.source.text.rfind("\n", 0, at)

    def go_together(self, whole: tuple[int, int], part: tuple[int, int]) -> bool:
        """Whether an amount is of the time of another, and in the same part of the text.

        Args:
            whole: where the one begins and ends, that may be told for both.
            part: where the other does.
        """
        telling, other = self._place(whole[0])
        years, theirs = self._years(*whole), self._years(*part)
        own = self._own(telling=telling)
        if self.line(whole[0]) == self.line(part[0]):
            return not theirs - own - years
        if (telling, other) != self._place(part[0]):
            return False
        if telling and self._chapter(whole[0]) != self._chapter(part[0]):
            return False
        return years - own == theirs - own

    def is_at_hand(self, heading: re.Pattern[str], whole: tuple[int, int], part: tuple[int, int]) -> bool:
        """Whether an amount stands in a chapter whose heading has some words, is of the plan's year or the one before, and another is of the plan.

        Args:
            heading: the words.
            whole: where the one begins and ends, that may be told for both.
            part: where the other does.
        """
        if self.year is None or any(self._place(part[0])):
            return False
        begins = self._chapter(whole[0])
        title = self.piece.source.text[begins : begins + _TITLE].strip().partition("\n")[0].lower()
        if heading.search(title) is None:
            return False
        told = {*_ANY_YEAR.findall(title), *_ANY_YEAR.findall(self._clause(*whole))}
        return told <= {str(self.year), str(self.year - 1)} and self._years(*part) <= {str(self.year)}

    def _own(self, *, telling: bool) -> set[str]:
        """Return the year that amounts are of which name none: that of the plan, of results the one before."""
        return {str(self.year - telling)} if self.year is not None else set[str]()

    def _chapter(self, at: int) -> int:
        """Return where the chapter of a place begins."""
        return self.chapters[bisect_right(self.chapters, at) - 1]

    def _place(self, at: int) -> tuple[bool, bool]:
        return self.headings.tell_of_others(at), self.headings.are_of_other_year(at)

    def _years(self, start: int, end: int) -> set[str]:
        """Return the years that the words around an amount name, in its clause."""
        return set(_YEAR.findall(self._clause(start, end)))

    def _clause(self, start: int, end: int) -> str:
        """Return the words around an amount, in its clause."""
        text = self.piece.source.text
        before = behind_last(_CLAUSE, text_before(text, start, _AHEAD))
        return f"{before} {ahead_of_first(_CLAUSE, text[end : end + _BEHIND])}"
