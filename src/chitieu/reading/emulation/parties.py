"""Who takes part in a block: agencies, and localities written by kind and name or by name alone.

``huyện Trảng Bom, Long Thành và 2 thành phố Biên Hòa, Long Khánh`` says the kind once for several names, and so does
``các Sở: Nội vụ, Tư pháp``. In a list that is divided by semicolons, lines or cells, what nobody knows is kept as it
is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.matching import match_agency
from chitieu.text import SourceText

__all__ = ["LIST_GAP", "UPPER", "Party", "match_party", "parties_in", "read_item", "read_parties"]


def _is_vietnamese_capital(char: str) -> bool:
    return char.isupper() and unicodedata.normalize("NFD", char)[0] < "\x80"


UPPER = "A-ZĐ" + "".join(filter(_is_vietnamese_capital, map(chr, range(0xC0, 0x1EFA))))
"""Capitals, for a class of a pattern: Latin-1 and the Vietnamese letters lie scattered among small ones."""

_KINDS = r"huyện|thị xã|thành phố|quận|phường|thị trấn|đặc khu|xã"
_SHORT_KINDS = r"(?:TP|TX|Tp|Tx)\.?"
_NOT_A_PLACE = r"(?!(?:Khối|Cụm|Trưởng|Phó|Đơn|Sở|Ban|Hội|Cục|Chi|UBND|HĐND|Công|Báo|Đài|Giám|Chủ|Bằng|Cờ|Huân)(?!\w))"
_PLACE = (
    rf"(?:[0-9]{{1,2}}(?![\w./])|{_NOT_A_PLACE}[{UPPER}][\w']*(?:(?:\s|\s?-\s?){_NOT_A_PLACE}[{UPPER}][\w']*){{0,3}})"
)
_LOCALITY = re.compile(
    rf"(?<!\w)(?:(?:UBND|Ủy ban nhân dân|Nhân dân và cán bộ)\s+)?"
    rf"(?:(?:{_KINDS}|(?:Huyện|Thị xã|Thành phố|Quận|Phường|Thị trấn|Đặc khu|Xã))\s+|{_SHORT_KINDS}\s?)({_PLACE})"
)
_TAIL = re.compile(rf"\s+(tỉnh|{_KINDS})\s+({_PLACE})")
_TOWN = re.compile(rf"(?:tỉnh\s+)?({_PLACE})")
_BARE = re.compile(_PLACE)
_LABEL = re.compile(
    rf"(?:[0-9]{{1,2}}\s+)?(?:[Cc]ác\s+)?(?:UBND\s+)?(?P<kind>{_KINDS}|[Ss]ở|[Bb]an|địa phương|đơn vị)(?:\s+là)?\s*(?P<colon>:)?\s*"
    rf"(?=[{UPPER}0-9])"
)
LIST_GAP = re.compile(
    r"(?:\s*\([^()\n]{1,80}\))?\s*(?:[,;]\s*(?:và\s+)?|và\s+|cùng\s+|với\s+)(?:với\s+)?(?:[0-9]{1,2}\s*[.)]\s+|[-+•]\s+)?"
)
_LONGEST_ITEM = 120


@frozen
class Party:
    """An agency or locality with the range of the folded text it was read from."""

    agency: Agency
    start: int
    end: int


def match_party(source: SourceText, pos: int, end: int, known: Mapping[str, Agency]) -> Party | None:
    """Match the agency or locality whose name starts at a place.

    Args:
        source: the text.
        pos: offset of the first letter.
        end: where to stop.
        known: agencies by the abbreviations that this text gives them (``… (BPTV)``).
    """
    flat = source.flat
    place = _LOCALITY.match(flat, pos, end)
    if place:
        return _party(source, Agency(" ".join(place.group().split())), pos, place.end())
    for short, agency in known.items():
        if flat.startswith(short, pos) and not flat[pos + len(short) : pos + len(short) + 1].isalnum():
            return _party(source, agency, pos, pos + len(short))
    match = match_agency(flat, pos, end)
    if match is None:
        return None
    agency, stop = match
    return _party(source, *_with_place(flat, agency, pos, stop, end))


def _party(source: SourceText, agency: Agency, start: int, stop: int) -> Party:
    return Party(evolve(agency, span=source.span(start, stop)), start, stop)


def _with_place(flat: str, agency: Agency, pos: int, stop: int, end: int) -> tuple[Agency, int, int]:
    """Take the place behind a name: an agency of a district is not the one of the province."""
    tail = _TAIL.match(flat, stop, end)
    if tail and not agency.group:
        key = agency.key if tail[1] in ("tỉnh", "thành phố") else None
        return Agency(" ".join(flat[pos : tail.end()].split()), key), pos, tail.end()
    if flat[pos:stop].endswith("tỉnh") and (town := _TOWN.match(flat, stop + 1, end)) and flat[stop] == " ":
        return Agency(" ".join(flat[pos : town.end()].split()), agency.key), pos, town.end()
    return agency, pos, stop


_START = re.compile(rf"(?<![\w&])(?:[{UPPER}]|(?:{_KINDS})(?=\s))")
_PERSON = re.compile(
    r"(?:giám đốc|chủ tịch|trưởng|phó|chánh|lãnh đạo|đồng chí|đại diện|công đoàn|chi bộ|đảng bộ|cán bộ|bí thư|thủ trưởng)\s$"
)
_TITLE_REACH = 14


def parties_in(
    source: SourceText, start: int, end: int, known: Mapping[str, Agency], *, persons: bool = False
) -> tuple[Party, ...]:
    """Find every agency and locality of a range, in order.

    Args:
        source: the text.
        start: where the range begins.
        end: where it ends.
        known: agencies by abbreviation.
        persons: whether one that only says whose person somebody is counts (``Giám đốc Sở Y tế``).
    """
    found: list[Party] = []
    done = start
    for match in _START.finditer(source.flat, start, end):
        pos = match.start()
        if pos < done:
            continue
        party = match_party(source, pos, end, known)
        if party is None:
            continue
        done = party.end
        if persons or not _PERSON.search(source.lower, max(start, pos - _TITLE_REACH), pos):
            found.append(party)
    return tuple(found)


def read_parties(
    source: SourceText, pos: int, end: int, known: Mapping[str, Agency], kind: str = ""
) -> tuple[Party, ...]:
    """Read a list of parties that begins at a place: ``A, B và C``; the kind said once goes for the names behind it.

    Args:
        source: the text.
        pos: where the list begins.
        end: where to stop.
        known: agencies by abbreviation.
        kind: what was said to be listed (``đơn vị``): names alone count then. Empty: only what is known counts.
    """
    found: list[Party] = []
    while pos < end:
        label = _label(source, pos, end, known)
        if label:
            kind, pos = label
        party = match_party(source, pos, end, known) or _bare(source, pos, end, kind)
        if party is None:
            break
        found.append(party)
        kind = _kind_of(party, kind)
        gap = LIST_GAP.match(source.flat, party.end, end)
        if gap is None:
            break
        pos = gap.end()
    return tuple(found)


def _label(source: SourceText, pos: int, end: int, known: Mapping[str, Agency]) -> tuple[str, int] | None:
    """Read the kind of what is listed (``các huyện:``); a kind before one name belongs to that name."""
    label = _LABEL.match(source.flat, pos, end)
    if label is None:
        return None
    several = label["colon"] or label.group()[:1].isdigit() or label.group().lower().startswith("các ")
    if not several or (label["kind"] in ("Sở", "Ban") and match_party(source, pos, end, known)):
        return None
    return label["kind"].lower(), label.end()


def _bare(source: SourceText, pos: int, end: int, kind: str) -> Party | None:
    """Take a name whose kind was said before it."""
    flat = source.flat
    if kind in ("sở", "ban"):
        head = f"{kind.capitalize()} "
        match = match_agency(head + flat[pos:end], 0)
        return _party(source, match[0], pos, pos + match[1] - len(head)) if match else None
    name = _BARE.match(flat, pos, end) if kind else None
    if name is None:
        return None
    written = " ".join(name.group().split())
    if kind in _OPEN_KINDS and " " not in written and not _CLOSED.match(flat, name.end(), end):
        return None  # the first word of a sentence
    return _party(source, Agency(written if kind in _OPEN_KINDS else f"{kind} {written}"), pos, name.end())


_OPEN_KINDS = ("địa phương", "đơn vị")
_CLOSED = re.compile(r"\s*(?:[,;.):]|và\s|$)")
_KIND_WORD = re.compile(rf"(?:{_KINDS})(?=\s)")


def _kind_of(party: Party, before: str) -> str:
    kind = _KIND_WORD.match(party.agency.name)
    return kind.group() if kind else before


_ITEM_START = re.compile(r"\s*(?:[0-9]{1,2}\s*[.)]\s+|[-+•*]\s*|[a-zđ]\)\s+)?")
_ITEM_REST = re.compile(r"(?:\s*\([^()]*\))*\s*[.,;:]*\s*(?:\./\.)?")
_NOTE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?[-,:(]\s*(?:là\s+)?(?:đơn vị\s+)?(?:khối|cụm|trưởng|phó|thành viên)(?!\w)", re.IGNORECASE
)
_NAME_ONLY = re.compile(rf"[{UPPER}][^|;:.]*")
_NOT_A_NAME = re.compile(r"(?<!\w)(?:khối trưởng|khối phó|cụm trưởng|cụm phó|thi đua|thành viên|có trách nhiệm)(?!\w)")
_MOST_WORDS = 14


def read_item(
    source: SourceText, start: int, end: int, known: Mapping[str, Agency], *, as_written: bool
) -> tuple[Party, ...]:
    """Read an item that holds a member and perhaps a note: ``- Sở Nội vụ (Khối trưởng);``.

    Args:
        source: the text.
        start: where the item begins.
        end: where it ends.
        known: agencies by abbreviation.
        as_written: whether an item that nobody knows is a name.
    """
    pos = _ITEM_START.match(source.flat, start, end).end()  # type: ignore[union-attr]  # it matches nothing too
    listed = read_parties(source, pos, end, known)
    stop = listed[-1].end if listed else pos
    if listed and (_ITEM_REST.fullmatch(source.flat, stop, end) or _NOTE.match(source.lower, stop, end)):
        return listed
    return tuple(_whole_item(source, pos, end)) if as_written else ()


def _whole_item(source: SourceText, pos: int, end: int) -> Iterator[Party]:
    name = _NAME_ONLY.match(source.flat, pos, min(end, pos + _LONGEST_ITEM))
    if name is None or (name.end() < end and source.flat[name.end()] not in ".;:"):
        return
    written = re.sub(r"\s*\(.*", "", source.clean(pos, name.end())).rstrip(" ,-")
    if len(written.split()) in range(2, _MOST_WORDS + 1) and not _NOT_A_NAME.search(written.lower()):
        yield _party(source, Agency(written), pos, pos + len(source.flat[pos : name.end()].rstrip()))
