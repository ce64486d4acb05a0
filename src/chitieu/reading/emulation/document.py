"""The text a reader of blocks works on: its sentences, the years it speaks of, and which block a place is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import define, field

from chitieu.agencies.agency import Agency
from chitieu.outline import Block, Outline
from chitieu.reading.emulation.names import Naming, find_names
from chitieu.reading.emulation.parties import Party, parties_in

__all__ = ["Document", "Draft", "GivenAward", "Holding"]

_SENTENCE_END = re.compile(r"[.!?…]+(?:[\"”)])?(?=\s|$)")
_SHORTENED = re.compile(r"(?:(?<![\w])(?:TP|TX|Tp|Tx|TT|P|Q|H|X|S|TS|ThS|BS|TW|v\.v)|(?<!\w)[0-9]{1,2})$")
_YEAR = re.compile(r"(?<!\w)năm\s+((?:19|20)[0-9]{2})(?![0-9])")
_LAST = 9999
_SHORT_NAME = re.compile(r"\s*\(([A-ZĐ][A-ZĐ&\-]{1,11})\)")


@define(eq=False)
class Holding:
    """An office somebody holds."""

    head: bool
    year: int | None
    party: Party


@define(eq=False)
class GivenAward:
    """An award in the text, before it is known whether its recipient is a member."""

    name: str
    kind: str | None
    year: int | None
    giver: str | None
    reason: str | None
    thematic: bool
    proposed: bool
    recipients: tuple[Party, ...]
    start: int
    end: int


@define(eq=False)
class Draft:
    """What has been read of one block."""

    naming: Naming
    members: list[Party] = field(factory=list)
    holdings: list[Holding] = field(factory=list)
    size: int | None = None


class Document:
    """A text with its outline and the places that name blocks.

    Args:
        outline: the outline of the text.
    """

    def __init__(self, outline: Outline) -> None:
        self.source = outline.source
        self.blocks: tuple[Block, ...] = tuple(outline.root.walk())[1:]
        self.namings = find_names(self.source)
        self._naming_starts = [naming.start for naming in self.namings]
        self.awards: list[GivenAward] = []
        self.items: dict[tuple[int, int, bool], tuple[Party, ...]] = {}
        self.drafts: dict[tuple[str, str], Draft] = {}
        for naming in self.namings:
            self.drafts.setdefault(naming.identity, Draft(naming))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences of every heading, item and paragraph, in order."""
        return tuple(part for block in self.blocks for part in self._split(block.body, block.end))

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in _SENTENCE_END.finditer(self.source.flat, start, end):
            if match.end() < end and _SHORTENED.search(self.source.flat, max(start, match.start() - 4), match.start()):
                continue
            yield start, match.end()
            start = match.end()
        if start < end:
            yield start, end

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.body for block in self.blocks]

    def sentence_at(self, pos: int) -> tuple[int, int] | None:
        """Return the sentence a place stands in; None inside a table."""
        at = bisect_right(self._sentence_starts, pos) - 1
        return self.sentences[at] if at >= 0 and pos < self.sentences[at][1] else None

    def block_at(self, pos: int) -> int | None:
        """Return the index of the paragraph a place stands in; None inside a table."""
        at = bisect_right(self._block_starts, pos) - 1
        return at if at >= 0 and pos < self.blocks[at].end else None

    @cached_property
    def known(self) -> dict[str, Agency]:
        """The agencies the text gives an abbreviation: ``Đài … (BPTV)``."""
        found: dict[str, Agency] = {}
        for start, end in self.sentences:
            if not _SHORT_NAME.search(self.source.flat, start, end):
                continue
            for party in parties_in(self.source, start, end, {}):
                short = _SHORT_NAME.match(self.source.flat, party.end, end)
                if short:
                    found.setdefault(short[1], party.agency)
        return found

    @cached_property
    def _every_year(self) -> tuple[tuple[int, int], ...]:
        """The years of the text, with their places."""
        return tuple((match.end(), int(match[1])) for match in _YEAR.finditer(self.source.lower))

    @cached_property
    def _years(self) -> tuple[tuple[int, int], ...]:
        """The years of sentences about emulation, with their places."""
        return tuple(
            (match.end(), int(match[1]))
            for start, end in self.sentences
            if "thi đua" in self.source.lower[start:end]
            for match in _YEAR.finditer(self.source.lower, start, end)
        )

    def year_around(self, pos: int, start: int, end: int) -> int | None:
        """Return the year a place of a sentence is about.

        It is the one named last before the place, in the sentence or before it where emulation is spoken of; else
        the first one behind it in the sentence.
        """
        at, years = bisect_right(self._every_year, (pos, _LAST)), self._every_year
        if at and years[at - 1][0] > start:
            return years[at - 1][1]
        if at < len(years) and years[at][0] <= end:
            return years[at][1]
        at = bisect_right(self._years, (start, 0))
        return self._years[at - 1][1] if at else None

    def draft_at(self, pos: int, start: int, end: int) -> Draft | None:
        """Return the block a place of a sentence is about: named before it, else behind it, else in the text before."""
        at = bisect_right(self._naming_starts, pos)
        if at and self.namings[at - 1].start >= start:
            return self.drafts[self.namings[at - 1].identity]
        if at < len(self.namings) and self.namings[at].start < end:
            return self.drafts[self.namings[at].identity]
        before = self.draft_before(pos)
        return before or (next(iter(self.drafts.values())) if len(self.drafts) == 1 else None)

    def draft_before(self, pos: int) -> Draft | None:
        """Return the block named last before a place."""
        at = bisect_right(self._naming_starts, pos)
        return self.drafts[self.namings[at - 1].identity] if at else None

    def naming_at(self, start: int, end: int) -> Naming | None:
        """Return the first naming that begins in a range."""
        at = bisect_right(self._naming_starts, start - 1)
        return self.namings[at] if at < len(self.namings) and self.namings[at].start < end else None
