"""The parties of a line of recipients: ``CT, các PCT UBND tỉnh`` is the chairman and the deputy chairmen.

Shorthand is written out from ``data/recipients.toml``. Nothing is dropped: what no rule knows stays a party with its words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.matching import match_agency
from chitieu.text import fold

__all__ = ["PartyKind", "RecipientParty", "read_parties"]


class PartyKind(Enum):
    """What sort of addressee a party is.

    >>> [party.kind.value for party in read_parties("Như Điều 3; Lưu: VT")]
    ['above', 'archive']
    """

    AGENCY = "agency"
    """One body (``Sở Tài chính``, ``TT HĐND tỉnh``)."""
    GROUP = "group"
    """Several bodies under one name (``Các sở, ban, ngành tỉnh``)."""
    OFFICE = "office"
    """Persons by their office (``CT, các PCT UBND tỉnh``)."""
    ABOVE = "above"
    """Whoever the document itself names (``Như trên``, ``Như Điều 3``)."""
    ARCHIVE = "archive"
    """Where a copy is kept (``Lưu: VT, LNK``)."""


@frozen
class RecipientParty:
    """One addressee of a line of recipients.

    Attributes:
        name: the name with its shorthand written out: ``Thường trực Tỉnh ủy``.
        kind: what sort of addressee it is.
        agency: the agency as the directory knows it; None for persons, archives and what it does not know.
        note: what the copy is for, written out (``để báo cáo``); None if the line does not say.
        text: the party as written.

    >>> [party.name for party in read_parties("TT TU, TT HĐND tỉnh (b/c)")]
    ['Thường trực Tỉnh ủy', 'Thường trực HĐND tỉnh']
    """

    name: str
    kind: PartyKind = PartyKind.AGENCY
    agency: Agency | None = None
    note: str | None = None
    text: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.note})" if self.note else self.name


@frozen
class _Words:
    """The shorthand of the data file, prepared for matching."""

    short: re.Pattern[str]
    full: Mapping[str, str]
    offices: Mapping[str, str]
    branches: Mapping[str, str]
    notes: Mapping[str, str]
    note: re.Pattern[str]
    archive: Mapping[str, str]
    holders: re.Pattern[str]
    groups: re.Pattern[str]


def _any_of(words: Mapping[str, str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files("chitieu").joinpath("data/recipients.toml").read_text(encoding="utf-8"))
    notes = _any_of(data["notes"])
    return _Words(
        re.compile(rf"(?<![\w&])(?:{_any_of(data['words'])})(?![\w&])"),
        data["words"],
        data["offices"],
        data["branches"],
        data["notes"],
        re.compile(rf"\s*(?:\((?:để\s+)?({notes}|[^()]*)\)|(?:-\s+)?để\s+({notes}))\s*$"),
        data["archive"],
        re.compile(rf"(?:[Cc]ác\s+|[Đđ]ồng chí\s+|[Đđ]/c\s+)*(?:{_any_of(data['heads']['offices'])})(?!\w)"),
        re.compile(rf"(?:{_any_of(data['heads']['groups'])})(?!\w)", re.IGNORECASE),
    )


_ARCHIVE = re.compile(r"Lưu\s*:?\s*", re.IGNORECASE)
_ABOVE = re.compile(r"(?:Như|Theo)\s+(?:trên|[Đđ]iều|kính gửi|danh sách|phần)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*,\s*|\s+và\s+|\s*\+\s*")
_BRANCHES = re.compile(r"(?:^|(?<=[\s,]))(?:[Cc]ác\s+)?([Bb]ộ|[Ss]ở|[Bb]an|[Pp]hòng)(?:,?\s+(?:ban|ngành))?\s*:\s*")


def read_parties(line: str) -> tuple[RecipientParty, ...]:
    """Read the parties of one line of recipients, in order.

    Args:
        line: the line without its dash, on one line.

    >>> [str(party) for party in read_parties("CT, các PCT UBND tỉnh; Các Bộ: KH&ĐT, TC (để b/c)")]
    ['Chủ tịch UBND tỉnh', 'các Phó Chủ tịch UBND tỉnh', 'Bộ Kế hoạch và Đầu tư (để báo cáo)', 'Bộ Tài chính (để báo cáo)']
    """
    line = " ".join(fold(line).split()).rstrip(" ;.")
    archive = _ARCHIVE.match(line)
    if archive:
        return tuple(_kept(line[archive.end() :]))
    found: list[RecipientParty] = []
    for part in filter(None, (part.strip() for part in line.split(";"))):
        later = _ARCHIVE.match(part)
        found += _kept(part[later.end() :]) if later else _part(part)
    return tuple(found)


def _kept(text: str) -> Iterator[RecipientParty]:
    for piece in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        yield RecipientParty(_words().archive.get(piece, piece), PartyKind.ARCHIVE, text=piece)


def _note(part: str) -> tuple[str, str | None]:
    """Divide what the copy is for from the names: ``(để b/c)``."""
    match = _words().note.search(part)
    if match is None or match.start() == 0:
        return part, None
    said = match[1] if match[1] is not None else match[2]
    if match[1] is not None and said not in _words().notes and not match.group().strip(" (").startswith("để"):
        return part, None  # brackets that belong to the name: "Cục Kiểm tra văn bản (Bộ Tư pháp)"
    return part[: match.start()].rstrip(" ,"), _words().notes.get(said, f"để {said}")


def _part(part: str) -> Iterator[RecipientParty]:
    """Read what stands between two semicolons; its note is for all of it."""
    names, note = _note(part)
    if _ABOVE.match(names):
        yield RecipientParty(names, PartyKind.ABOVE, note=note, text=names)
        return
    branches = _BRANCHES.search(names)
    yield from _names(names[: branches.start()].rstrip(" ,") if branches else names, note)
    if branches:
        yield from _branches(branches[1].capitalize(), names[branches.end() :], note)


def _names(text: str, note: str | None) -> Iterator[RecipientParty]:
    spelled, origin = _spelled(text)
    places = list(_pieces(spelled))
    names = [_words().offices.get(spelled[start:end], spelled[start:end]) for start, end in places]
    for (start, end), name in zip(places, _shared_body(names), strict=True):
        agency = _agency(name)
        yield RecipientParty(name, _kind(name, agency), agency, note, text[origin[start] : origin[end]].strip() or name)


def _branches(head: str, names: str, note: str | None) -> Iterator[RecipientParty]:
    """Read ``Các Bộ: KH&ĐT, TC``: every name behind the colon is one of the kind before it."""
    for piece in filter(None, (piece.strip() for piece in re.split(r"[,;]", names))):
        name = f"{head} {_words().branches.get(piece, piece)}"
        agency = None if head == "Phòng" else _agency(name)  # a room of the office, no office of a commune
        yield RecipientParty(name, PartyKind.AGENCY, agency, note, piece)


def _pieces(names: str) -> Iterator[tuple[int, int]]:
    """Divide names at commas and ``và``, but not inside a name or a group."""
    start = pos = 0
    while pos < len(names):
        known = match_agency(names, pos)
        gap = _SEPARATOR.search(names, known[1] if known else pos)
        if gap is None:
            break
        pos = gap.end()
        if not _goes_on(names[start : gap.start()], gap.group(), names[pos:]):
            if gap.start() > start:
                yield start, gap.start()
            start = pos
    if start < len(names):
        yield start, len(names)


def _goes_on(before: str, gap: str, after: str) -> bool:
    """Whether a separator stands inside a name: ``các phòng, ban``, ``Văn hóa và Thông tin``."""
    if not after or _words().groups.match(after) or _words().short.match(after):
        return False
    if after[0].islower() and re.search(r"(?<!\w)[Cc]ác\s", before):
        return True
    if "và" not in gap:
        return False
    return after[0].islower() or (match_agency(after, 0) is None and not _words().holders.match(after))


def _spelled(text: str) -> tuple[str, list[int]]:
    """Write shorthand out; the list says for each character of the result where it comes from."""
    words = _words()
    letters: list[str] = []
    origin: list[int] = []
    pos = 0
    for match in words.short.finditer(text):
        full = words.full[match.group()]
        if text[: match.start()].endswith("Phó "):  # "các Phó CVP"
            full = full.removeprefix("Phó ")
        letters += [text[pos : match.start()], full]
        origin += [*range(pos, match.start()), *([match.start()] * len(full))]
        pos = match.end() + text.startswith(".", match.end())
    return "".join([*letters, text[pos:]]), [*origin, *range(pos, len(text) + 1)]


def _shared_body(names: list[str]) -> list[str]:
    """Give the body behind the last office to the offices before it: ``Chủ tịch, các Phó Chủ tịch`` ← ``UBND tỉnh``."""
    found: list[str] = []
    body = ""
    for name in reversed(names):
        office = _words().holders.match(name)
        own = name[office.end() :].strip().removeprefix("Văn phòng").strip() if office else ""
        found.append(f"{name} {body}" if office and body and not own else name)
        body = (own or body) if office else ""
    return found[::-1]


def _agency(name: str) -> Agency | None:
    bare = re.sub(r"^[Cc]ác\s+", "", name)
    for start in (name, bare):
        match = match_agency(start, 0)
        if match and match[1] == len(start):
            return match[0]
    return None


def _kind(name: str, agency: Agency | None) -> PartyKind:
    if _words().holders.match(name):
        return PartyKind.OFFICE
    if (agency and agency.group) or _words().groups.match(name) or " các " in name:
        return PartyKind.GROUP
    return PartyKind.AGENCY
