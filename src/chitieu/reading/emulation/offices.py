"""Who heads a block and who are the deputies, each for a year.

The holder stands behind the office (``Khối trưởng năm 2022: Sở A``, ``cho Sở A``, ``(Sở A)``) or before it (``bầu Sở A
làm Khối trưởng``, ``Sở A - Khối trưởng``). An office without a year has that of the office it is named together with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from attrs import define

from chitieu.reading.emulation.document import Document, Holding
from chitieu.reading.emulation.parties import Party, parties_in, read_parties

__all__ = ["read_offices", "read_role"]

_HEAD = r"(?:khối|cụm)\s+trưởng|trưởng\s+(?:khối|cụm)"
_DEPUTY = r"phó\s+trưởng\s+(?:khối|cụm)|phó\s+(?:khối|cụm)\s+trưởng|(?:khối|cụm)\s+phó|phó\s+(?:khối|cụm)"
_ROLE = re.compile(rf"(?<!\w)(?:(?P<deputy>{_DEPUTY})|(?P<head>{_HEAD}))(?!\w)(?:\s+thường\s+trực)?")
_ROLE_BLOCK = re.compile(r"\s+(?:của\s+)?(?:khối|cụm)?(?:\s*(?:giao\s+ước\s+)?thi\s+đua)?(?:\s+tỉnh)?(?!\w)")
_OF = re.compile(r"\s+(?:của\s+)?")
_ROLE_YEAR = re.compile(
    r"\s*,?\s*\(?(?:trong\s+)?(?:năm\s+)((?:19|20)[0-9]{2})(?![0-9])\)?|\s+((?:19|20)[0-9]{2})(?![0-9])"
)
_NOUNS = r"(?:\s+(?:bàn\s+giao|chức\s+vụ|chức\s+danh|chức|nhiệm\s+vụ|vai\s+trò|trách\s+nhiệm|đơn\s+vị|cờ|luân\s+lưu|hồ\s+sơ|từ)){0,5}"
_CHOSEN = r"được\s+(?:\w+\s+){0,3}?(?:bầu|giao|cử|chọn|phân\s+công|suy\s+tôn|tín\s+nhiệm)"
_HOLDS = r"(?:là|làm|giữ|đảm\s+nhận|đảm\s+nhiệm|đảm\s+trách|tiếp\s+nhận|nhận|trúng\s+cử)"
_BEFORE_VERB = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?\s*,?\s*(?:(?:sẽ|đã|vừa|tiếp\s+tục)\s+){{0,3}}(?:{_CHOSEN}(?:\s+{_HOLDS})?|{_HOLDS}){_NOUNS}\s*"
)
_BEFORE_MARK = re.compile(r"\s*(?:\([A-ZĐ&\-]{2,12}\)\s*)?[-,(]\s*(?:là\s+)?(?:đơn\s+vị\s+)?", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:\(\s*(?:là\s+)?|:\s*(?:là\s+)?|\s(?:lần\s+lượt\s+)?(?:là|cho|do|thuộc\s+về)\s*:?\s+)(?:đơn\s+vị\s+)?|\s+"
)
_TOGETHER = re.compile(r"\s*(?:,|và|,\s*và)\s+(?:một\s+)?")
_REACH = 90


@define(eq=False)
class _Role:
    """An office in a sentence, with the words that belong to it."""

    head: bool
    start: int
    end: int
    year: int | None
    held: tuple[Party, ...] = ()


def read_role(text: str) -> bool | None:
    """Tell what office a text names: True for the head, False for a deputy, None for none.

    >>> read_role("Khối phó")
    False
    """
    match = _ROLE.search(text.lower())
    return None if match is None else match["head"] is not None


def read_offices(document: Document) -> None:
    """Read the heads and deputies of every block of a text into its draft."""
    for start, end in document.sentences:
        if not _ROLE.search(document.source.lower, start, end):
            continue
        roles = list(_roles(document, start, end))
        _find_holders(document, roles, start, end)
        for at, role in enumerate(roles):
            draft = document.draft_at(role.end - 1, start, end)
            if draft is not None and role.held:
                year = _year(document, roles, at, (start, end))
                held = role.held[:1] if role.head else role.held
                draft.holdings += [Holding(role.head, year, party) for party in held]


def _roles(document: Document, start: int, end: int) -> Iterator[_Role]:
    """Yield the offices of a sentence; the block's name and the year behind one belong to it."""
    lower, done = document.source.lower, start
    for match in _ROLE.finditer(lower, start, end):
        if match.start() < done:
            continue
        stop = match.end()
        gap = _OF.match(lower, stop, end)
        naming = document.naming_at(match.start(), gap.end() + 1 if gap else stop)
        block = _ROLE_BLOCK.match(lower, stop, end)
        if naming:
            stop = naming.end
        elif block:
            stop = block.end()
        year = _ROLE_YEAR.match(lower, stop, end)
        stop = year.end() if year else stop
        done = stop
        yield _Role(match["head"] is not None, match.start(), stop, int(year[1] or year[2]) if year else None)


def _find_holders(document: Document, roles: list[_Role], start: int, end: int) -> None:
    """Tell who holds each office of a sentence."""
    parties = parties_in(document.source, start, end, document.known, persons=True)
    for at, role in enumerate(roles):
        left = roles[at - 1].end if at else start
        right = roles[at + 1].start if at + 1 < len(roles) else end
        before = _before(parties, role, left)
        behind = _behind(document, role, right)
        role.held = _verb_before(document, before, role) or behind or _mark_before(document, before, role)
    for one, two in pairwise(roles):
        _share(document, one, two)


def _before(parties: tuple[Party, ...], role: _Role, left: int) -> Party | None:
    """Return the party named last before an office, unless another office stands between."""
    at = bisect_right(parties, role.start, key=lambda party: party.end) - 1
    near = at >= 0 and parties[at].end >= max(left, role.start - _REACH)
    return parties[at] if near else None


def _verb_before(document: Document, party: Party | None, role: _Role) -> tuple[Party, ...]:
    if party is None:
        return ()
    return (party,) if _BEFORE_VERB.fullmatch(document.source.lower, party.end, role.start) else ()


def _mark_before(document: Document, party: Party | None, role: _Role) -> tuple[Party, ...]:
    if party is None or not _BEFORE_MARK.fullmatch(document.source.lower, party.end, role.start):
        return ()
    return (party,)


def _behind(document: Document, role: _Role, right: int) -> tuple[Party, ...]:
    lower = document.source.lower
    match = _BEHIND.match(lower, role.end, right) or _given_to(lower, role, right)
    return read_parties(document.source, match.end(), right, document.known) if match else ()


_GIVEN_TO = re.compile(r"[^.;:()\n]{0,60}?\s(?:cho|thuộc\s+về)\s+(?:đơn\s+vị\s+)?")


def _given_to(lower: str, role: _Role, right: int) -> re.Match[str] | None:
    """Match ``… khối trưởng năm 2022 (words) cho`` before the one it is handed to."""
    return _GIVEN_TO.match(lower, role.end, right)


def _share(document: Document, one: _Role, two: _Role) -> None:
    """Give two offices named together their holders in turn: ``Khối trưởng, Khối phó lần lượt là A và B``."""
    if one.held or not _TOGETHER.fullmatch(document.source.lower, one.end, two.start):
        return
    if len(two.held) > 1 and one.head and not two.head:
        one.held, two.held = two.held[:1], two.held[1:]
    one.year = one.year or two.year


def _year(document: Document, roles: list[_Role], at: int, sentence: tuple[int, int]) -> int | None:
    """Return the year of an office: its own, else the next one's, else that of the one before, else around it."""
    role = roles[at]
    if role.year is not None:
        return role.year
    following = roles[at + 1] if at + 1 < len(roles) else None
    if following and following.year is not None and following.head is not role.head:
        return following.year
    earlier = next((r.year for r in reversed(roles[:at]) if r.year is not None and r.head is not role.head), None)
    return earlier or document.year_around(role.start, *sentence)
