"""From a text to its emulation blocks: each reader adds what it finds, then the blocks are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from attrs import evolve

from chitieu.agencies.agency import Agency
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.provinces.detection import detect_in_header
from chitieu.reading.emulation.awards import read_awards
from chitieu.reading.emulation.document import Document, Draft, GivenAward
from chitieu.reading.emulation.members import read_members
from chitieu.reading.emulation.offices import read_offices
from chitieu.reading.emulation.parties import Party
from chitieu.reading.emulation.tables import read_tables
from chitieu.scoring.emulation import Award, BlockOffice, EmulationBlock, agency_words, award_kinds, same_agency
from chitieu.text import Mention, SourceText

__all__ = ["find_emulation_blocks"]

T = TypeVar("T")


def find_emulation_blocks(
    text: str, province: str | ProvinceFormat | None = None
) -> tuple[Mention[EmulationBlock], ...]:
    """Find the emulation blocks a text tells of, each once, in order.

    Args:
        text: a news item, a decision that sets up blocks, a report; hard-wrapped or not, tables as rows of pipes.
        province: slug of the format it is written in, or the format: its local agencies are then known. None looks
            for the province in the header and takes ``standard`` where there is none.

    Returns:
        Mentions that stand where the block is first named. A note says where the text gives another number of
        members than were read.

    Raises:
        UnknownProvinceError: no format has this slug.

    >>> text = "Cụm thi đua số 2 gồm các huyện: Vàm Lúa, Cồn Tre và Bãi Ngang do huyện Cồn Tre làm Cụm trưởng."
    >>> mention, = find_emulation_blocks(text)
    >>> mention.text, [str(member) for member in mention.value.members]
    ('Cụm thi đua số 2', ['huyện Vàm Lúa', 'huyện Cồn Tre', 'huyện Bãi Ngang'])
    """
    source = SourceText(text)
    form = _format(province, source)
    with form.in_use():
        document = Document(form.outline(source))
        for read in (read_members, read_tables, read_offices, read_awards):
            read(document)
        return tuple(_mentions(document))


def _format(province: str | ProvinceFormat | None, source: SourceText) -> ProvinceFormat:
    if isinstance(province, ProvinceFormat):
        return province
    return get_province(province) if province else detect_in_header(source)


def _mentions(document: Document) -> Iterator[Mention[EmulationBlock]]:
    awards = _awards_by_block(document)
    for identity, draft in document.drafts.items():
        block = _block(document, draft, awards[identity])
        if block.number is None and not (block.members or block.offices or block.awards or block.proposals):
            continue  # words such as "khối thi đua các cơ quan" alone name no block
        naming, size = draft.naming, len(block.members)
        differs = block.size is not None and size and size != block.size
        notes = (f"the text says {block.size} members, {size} were read",) if differs else ()
        yield document.source.mention(block, naming.start, naming.end, notes)


class _Roster(Generic[T]):
    """Agencies, each once, with a value; found by any of their names without going through all of them."""

    def __init__(self) -> None:
        self._by_name: dict[object, list[tuple[Agency, T]]] = {}

    def find(self, agency: Agency) -> tuple[Agency, T] | None:
        for name in self._names(agency):
            for known in self._by_name.get(name, ()):
                if same_agency(agency, known[0]):
                    return known
        return None

    def add(self, agency: Agency, value: T) -> bool:
        """Add an agency unless it is there; return whether it was added."""
        if self.find(agency):
            return False
        for name in self._names(agency):
            self._by_name.setdefault(name, []).append((agency, value))
        return True

    @staticmethod
    def _names(agency: Agency) -> tuple[object, ...]:
        _, words = agency_words(agency)
        return (words,) if agency.key is None else (words, agency.key)


def _distinct(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    roster: _Roster[None] = _Roster()
    return tuple(agency for agency in agencies if roster.add(agency, None))


def _block(document: Document, draft: Draft, given: list[tuple[GivenAward, Party]]) -> EmulationBlock:
    offices = tuple(_offices(draft))
    members = _distinct(party.agency for party in draft.members)
    if members:  # "Các thành viên: …" may leave out those who were named before it
        held = (agency for office in offices for agency in (office.head, *office.deputies) if agency is not None)
        members = tuple(sorted(_distinct((*members, *held)), key=_place))
    awards = _distinct_awards(_award(document, award, party) for award, party in given if not award.proposed)
    proposals = _distinct_awards(_award(document, award, party) for award, party in given if award.proposed)
    naming = draft.naming
    return EmulationBlock(naming.name, naming.kind, naming.number, members, offices, awards, proposals, draft.size)


def _place(agency: Agency) -> int:
    return agency.span.start if agency.span else 0


def _offices(draft: Draft) -> Iterator[BlockOffice]:
    """Put heads and deputies together by year, in the order of the years."""
    years = sorted({holding.year for holding in draft.holdings}, key=lambda year: (year is None, year or 0))
    for year in years:
        held = [holding for holding in draft.holdings if holding.year == year]
        head = next((holding.party.agency for holding in held if holding.head), None)
        yield BlockOffice(year, head, _distinct(holding.party.agency for holding in held if not holding.head))


# --- awards -------------------------------------------------------------------------------------------------


def _awards_by_block(document: Document) -> dict[tuple[str, str], list[tuple[GivenAward, Party]]]:
    """Give each award to the block its recipient belongs to.

    The block that is spoken of comes first; else any block the recipient is a member of. Where the members of the
    block are known, an award of somebody else is none of its awards.
    """
    found: dict[tuple[str, str], list[tuple[GivenAward, Party]]] = {identity: [] for identity in document.drafts}
    rosters = {identity: _roster(draft) for identity, draft in document.drafts.items()}
    anywhere: _Roster[Draft] = _Roster()
    for draft in document.drafts.values():
        for agency in _agencies(draft):
            anywhere.add(agency, draft)
    for award in document.awards:
        sentence = document.sentence_at(award.start)
        near = document.draft_at(award.start, *sentence) if sentence else None
        for party in award.recipients:
            member = anywhere.find(party.agency)
            if near and (not near.members or rosters[near.naming.identity].find(party.agency)):
                found[near.naming.identity].append((award, party))
            elif member:
                found[member[1].naming.identity].append((award, party))
    return found


def _agencies(draft: Draft) -> Iterator[Agency]:
    for party in (*draft.members, *(holding.party for holding in draft.holdings)):
        yield party.agency


def _roster(draft: Draft) -> _Roster[None]:
    roster: _Roster[None] = _Roster()
    for agency in _agencies(draft):
        roster.add(agency, None)
    return roster


def _award(document: Document, given: GivenAward, party: Party) -> Award:
    return Award(
        name=given.name,
        recipient=party.agency,
        kind=given.kind,
        year=given.year,
        giver=given.giver,
        reason=given.reason,
        thematic=given.thematic,
        span=document.source.span(given.start, given.end),
    )


def _distinct_awards(awards: Iterable[Award]) -> tuple[Award, ...]:
    """Keep one of several tellings of an award: the title of a news item repeats its text."""
    roster: _Roster[list[int]] = _Roster()
    found: list[Award] = []
    for award in awards:
        roster.add(award.recipient, [])
        _, places = roster.find(award.recipient) or (award.recipient, [])
        same = next((at for at in places if _same_award(award, found[at])), None)
        if same is None:
            places.append(len(found))
            found.append(award)
        else:
            found[same] = _fuller(found[same], award)
    return tuple(found)


def _same_award(one: Award, other: Award) -> bool:
    """Whether two tellings are of one award: a flag without its giver may be the flag named with it."""
    kinds = _bases()
    alike = one.kind == other.kind or (
        None in (one.giver, other.giver) and bool(kinds.get(one.kind, frozenset()) & kinds.get(other.kind, frozenset()))
    )
    years = one.year == other.year or None in (one.year, other.year)
    if one.thematic or other.thematic:
        return alike and years and one.thematic == other.thematic and one.reason == other.reason
    return alike and years


@cache
def _bases() -> Mapping[str | None, frozenset[str]]:
    return {kind.key: frozenset(kind.base) for kind in award_kinds()}


def _fuller(one: Award, other: Award) -> Award:
    """Return an award with what its other telling adds."""
    best = one if one.giver is not None or other.giver is None else other
    return evolve(best, year=one.year or other.year, reason=one.reason or other.reason)
