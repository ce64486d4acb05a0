"""Emulation blocks: agencies (khối) or localities (cụm) that compete for a year, with head, deputies and awards.

Blocks are set up by the chairman of a province; one member heads the block for a year and hands over to the next.
What awards there are, and which is higher, is data (``data/awards.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import resources
from typing import Any

from attrs import field, frozen

from chitieu.agencies.agency import Agency
from chitieu.text import Span, fold

__all__ = [
    "Award",
    "AwardKind",
    "BlockKind",
    "BlockOffice",
    "EmulationBlock",
    "agency_words",
    "award_kinds",
    "same_agency",
]


class BlockKind(Enum):
    """What a block is made of. Values are the field's own words."""

    AGENCIES = "khối"
    """Agencies, organisations, enterprises."""
    LOCALITIES = "cụm"
    """Districts, communes or provinces."""


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(values)


@frozen
class AwardKind:
    """A kind of award of the catalogue.

    Attributes:
        key: stable name (``flag_government``).
        name: its name in the law.
        category: ``danh hiệu thi đua`` (title) or ``hình thức khen thưởng`` (commendation).
        rank: its place in its category, 1 the highest; None where the giver decides and is not known.
        base: words it begins with; `givers`: how the words for who gives it begin; both in lower case.
        source: where the writing was seen; `rank_status`: ``memory`` where the order was not compared with the law.

    >>> import chitieu as ct
    >>> {kind.key: kind.rank for kind in ct.award_kinds()}["flag_government"]
    1
    """

    key: str
    name: str
    category: str
    source: str
    base: tuple[str, ...] = field(converter=_texts)
    givers: tuple[str, ...] = field(default=(), converter=_texts)
    rank: int | None = None
    rank_status: str = ""


@cache
def award_kinds() -> tuple[AwardKind, ...]:
    """Return the catalogue of awards to collectives, titles first, the highest of each category first.

    >>> award_kinds()[0].name
    'Cờ thi đua của Chính phủ'
    """
    data = tomllib.loads(resources.files("chitieu").joinpath("data/awards.toml").read_text(encoding="utf-8"))
    return tuple(AwardKind(**record) for record in data["award"])


@frozen
class Award:
    """An award that a member of a block got, or was proposed for.

    Attributes:
        name: the award as written (``bằng khen của UBND tỉnh``).
        recipient: who got it.
        kind: its key in the catalogue (`award_kinds`); None for one the catalogue does not know.
        year: the year it is for; None if the text does not say.
        giver: who gives it, as written.
        reason: what it was given for, where the text says so (``vì …``).
        thematic: whether it is for one task or campaign and not for the work of the year. A thematic award does not
            count as an award of the year: one achievement is not rewarded twice.
        span: where it stands; not compared.

    >>> import chitieu as ct
    >>> text = "Khối thi đua số 3: Sở Y tế được tặng Bằng khen của UBND tỉnh vì có thành tích trong hiến máu."
    >>> block = ct.find_emulation_blocks(text)[0].value
    >>> award = block.awards[0]
    >>> award.recipient.name, award.kind, award.thematic
    ('Sở Y tế', 'certificate_province', True)
    """

    name: str
    recipient: Agency
    kind: str | None = None
    year: int | None = None
    giver: str | None = None
    reason: str | None = None
    thematic: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def rank(self) -> int | None:
        """Its place among the awards of its category, 1 the highest."""
        return next((kind.rank for kind in award_kinds() if kind.key == self.kind), None)

    def __str__(self) -> str:
        return self.name


@frozen
class BlockOffice:
    """Who heads a block in a year.

    Attributes:
        year: the year; None if the text does not say.
        head: khối trưởng, cụm trưởng; None if the text names only deputies.
        deputies: khối phó, cụm phó.
    """

    year: int | None = None
    head: Agency | None = None
    deputies: tuple[Agency, ...] = ()


_WORD = re.compile(r"[\w&]+")
_LOCALITY = re.compile(
    r"(?:(?:ubnd|ủy ban nhân dân|nhân dân và cán bộ)\s+)?"
    r"(?:(huyện|thị xã|thành phố|quận|phường|thị trấn|đặc khu|xã)\s+|(t[px])\.?\s?(?=\w))"
)
_SHORT = {"tp": "thành phố", "tx": "thị xã"}


def same_agency(one: Agency, other: Agency) -> bool:
    """Whether two names stand for one agency: by key, else by the words of the name.

    A locality is the same with and without its kind and its committee: ``Di Linh``, ``UBND huyện Di Linh``.

    >>> same_agency(Agency("Ban Dân tộc", "bdt"), Agency("Ban Dân tộc tỉnh", "bdt"))
    True
    >>> same_agency(Agency("thị xã Kỳ Anh"), Agency("huyện Kỳ Anh"))
    False
    """
    if one.key is not None and other.key is not None:
        return one.key == other.key
    kind, words = agency_words(one)
    other_kind, other_words = agency_words(other)
    return words == other_words and (kind == other_kind or not (kind and other_kind))


def agency_words(agency: Agency) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a locality, empty for an agency, and the words of the name behind it.

    >>> agency_words(Agency("UBND TP. Đồng Xoài"))
    ('thành phố', ('đồng', 'xoài'))
    """
    name = fold(agency.name).lower()
    kind = _LOCALITY.match(name)
    rest = name[kind.end() :] if kind else name
    return (kind[1] or _SHORT[kind[2]] if kind else ""), tuple(_WORD.findall(rest))


@frozen
class EmulationBlock:
    """An emulation block as a text tells of it.

    Attributes:
        name: its name as first written (``Khối thi đua số 6``).
        kind: of agencies (khối) or of localities (cụm).
        number: its number; None for one that only has a name.
        members: its members, in the order of the text; the head and the deputies are among them.
        offices: heads and deputies, by year.
        awards: what members got; `proposals`: what they are proposed for.
        size: how many members the text says there are; None if it does not say.

    >>> import chitieu as ct
    >>> text = "Khối thi đua số 3 gồm: Sở Y tế, Sở Nội vụ và Ban Dân tộc. Khối trưởng năm 2025 là Sở Nội vụ."
    >>> block = ct.find_emulation_blocks(text)[0].value
    >>> block.number, [str(member) for member in block.members], str(block.head(2025))
    (3, ['Sở Y tế', 'Sở Nội vụ', 'Ban Dân tộc'], 'Sở Nội vụ')
    """

    name: str
    kind: BlockKind = BlockKind.AGENCIES
    number: int | None = None
    members: tuple[Agency, ...] = ()
    offices: tuple[BlockOffice, ...] = ()
    awards: tuple[Award, ...] = ()
    proposals: tuple[Award, ...] = ()
    size: int | None = None

    def __str__(self) -> str:
        return self.name

    def head(self, year: int) -> Agency | None:
        """Return who heads the block in a year, or None."""
        return next((office.head for office in self.offices if office.year == year), None)

    def deputies(self, year: int) -> tuple[Agency, ...]:
        """Return the deputies of a year."""
        return next((office.deputies for office in self.offices if office.year == year), ())

    def awards_of(self, agency: Agency, year: int | None = None) -> tuple[Award, ...]:
        """Return the awards of a member, of one year or of all."""
        return tuple(award for award in self._of_year(year) if same_agency(award.recipient, agency))

    def yearly_awards(self, year: int | None = None) -> tuple[Award, ...]:
        """Return the awards for the work of the year: those that are not thematic."""
        return tuple(award for award in self._of_year(year) if not award.thematic)

    def _of_year(self, year: int | None) -> Iterator[Award]:
        return (award for award in self.awards if year is None or award.year == year)
