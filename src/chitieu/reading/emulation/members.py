"""Members of a block: listed in the sentence that names it, or in the lines behind it.

``Khối thi đua số 6 gồm các đơn vị: A; B; C.``, ``Cụm thi đua số 1, bao gồm các địa phương: A, B và C``, a heading with
an item for each member, ``Các thành viên: A, B``. What is behind a heading that says nothing of members counts only
where it begins with an agency that is known.
"""

from __future__ import annotations

import re

from chitieu.outline import Block
from chitieu.reading.emulation.document import Document, Draft
from chitieu.reading.emulation.names import Naming
from chitieu.reading.emulation.parties import Party, read_item, read_parties
from chitieu.scoring.emulation import BlockKind

__all__ = ["items_behind", "read_members", "split_items"]

_NOUNS = r"(?:đơn vị|cơ quan|địa phương|thành viên|tập thể|tổ chức|doanh nghiệp|sở,? (?:và )?(?:ban|ngành)|ban|ngành|đoàn thể)"
_COUNTED = rf"(?:\s+(?P<size>[0-9]{{1,3}})(?=\s))?(?:\s+các)?(?:\s+(?P<noun>{_NOUNS}(?:,?\s+(?:và\s+)?{_NOUNS}){{0,5}})(?!\w))?"
_TO_LIST = r"(?:\s+(?:sau đây|sau|như sau|gồm|là|cụ thể))*"
_SAYS_MEMBERS = re.compile(
    rf"(?P<loose>[^.;:()\n|]{{0,90}}?)[\s,(:-]*(?:(?:hiện\s+)?(?:bao gồm|gồm có|gồm)|(?:hiện\s+)?có(?=\s+[0-9]{{1,3}}\s+{_NOUNS})){_COUNTED}{_TO_LIST}\s*(?P<colon>:)?\s*"
)
_COUNT_ONLY = re.compile(rf"\s*[(:,-]?\s*(?:(?P<size>[0-9]{{1,3}})\s+{_NOUNS}(?:\s+thành viên)?)?\s*\)?\s*[:.]?\s*")
_DIRECT = re.compile(r"\s*[:(]\s*(?=[\w])")
_MEMBERS_ARE = re.compile(
    r"(?<!\w)(?<![0-9]\s)(?:các\s+)?(?:đơn vị\s+|cơ quan\s+)?thành viên(?:\s+(?:của|trong|thuộc|khối|cụm|thi đua|số [0-9]{1,2}))*"
    r"\s*(?:(?:bao\s+)?gồm(?:\s+có)?(?:\s+các)?(?:\s+đơn vị)?\s*:?|:)\s*"
)
_BLOCK_HAS = re.compile(
    rf"(?<!\w)(?:khối|cụm)(?:\s+thi đua)?(?:\s+(?:hiện|này)){{0,2}}\s+(?:(?:bao\s+)?gồm(?:\s+có)?|có)"
    rf"(?:\s+(?P<size>[0-9]{{1,3}}))?(?:\s+các)?\s+{_NOUNS}(?:\s+thành viên)?{_TO_LIST}\s*:\s*"
)


def read_members(document: Document) -> None:
    """Read the members of every block of a text into its draft."""
    for naming in document.namings:
        at = document.block_at(naming.start)
        if at is not None:
            _read_behind(document, naming, at)
    for at, block in enumerate(document.blocks):
        _read_labelled(document, block, at)


def _read_behind(document: Document, naming: Naming, at: int) -> None:
    block, draft = document.blocks[at], document.drafts[naming.identity]
    limit = _limit(document, naming.end, block.end)
    says = _SAYS_MEMBERS.match(document.source.lower, naming.end, limit)
    if says and _about_members(says):
        size = int(says["size"]) if says["size"] else None
        tight = len(says["loose"].split()) <= _FEW_WORDS
        kind = "đơn vị" if says["noun"] or says["colon"] or naming.kind is BlockKind.LOCALITIES else ""
        found = _listed(document, says.end(), limit, kind, as_written=tight) if says.end() < limit else ()
        if not found and says.end() >= block.end:
            found = items_behind(document, at, as_written=True)
        _add(draft, found, size)
        return
    direct = _DIRECT.match(document.source.lower, naming.end, limit)
    if direct:
        found = _listed(document, direct.end(), limit, as_written=False)
        if len(found) > 1:
            _add(draft, found, None)
            return
    heading = _COUNT_ONLY.fullmatch(document.source.lower, naming.end, block.end)
    if heading or not document.source.lower[block.body : naming.start].strip(" .0123456789"):
        size = int(heading["size"]) if heading and heading["size"] else None
        _add(draft, items_behind(document, at, as_written=size is not None) if heading else (), size)


_FEW_WORDS = 8


def _about_members(says: re.Match[str]) -> bool:
    """Whether ``có`` or ``gồm`` speaks of the block and not of something named between."""
    return not re.search(
        r"(?<!\w)(?:nội dung|hội nghị|phong trào|tiêu chí|giải pháp|nhiệm vụ|trao|tặng|nhận|đạt)(?!\w)", says["loose"]
    )


def _limit(document: Document, pos: int, end: int) -> int:
    """Return where a list that begins at a place must end: the sentence, or the next block."""
    following = document.naming_at(pos, end)
    sentence = document.sentence_at(pos)
    return min(end, sentence[1] if sentence else end, following.start if following else end)


def _listed(document: Document, pos: int, end: int, kind: str = "", *, as_written: bool) -> tuple[Party, ...]:
    """Read a list in a sentence; one that is divided by semicolons, item by item."""
    source = document.source
    listed = read_parties(source, pos, end, document.known, kind)
    if ";" not in source.flat[pos:end].rstrip(" ;,-"):
        return listed
    items = split_items(document, pos, end, as_written=as_written)
    return items if len(items) >= len(listed) else listed


def split_items(document: Document, pos: int, end: int, *, as_written: bool) -> tuple[Party, ...]:
    """Read members divided by semicolons."""
    found: list[Party] = []
    while pos < end:
        stop = document.source.flat.find(";", pos, end)
        stop = end if stop < 0 else stop
        item = read_item(document.source, pos, stop, document.known, as_written=as_written)
        if not item:
            break
        found += item
        pos = stop + 1
    return tuple(found)


_ROLE_LABEL = re.compile(r"\s*(?:khối|cụm|trưởng|phó)\s+(?:trưởng|phó|khối|cụm)[^:\n]{0,60}:")


def _item(document: Document, start: int, end: int, *, as_written: bool) -> tuple[Party, ...]:
    """Read a line once, however many headings stand before it."""
    place = (start, end, as_written)
    if place not in document.items:
        document.items[place] = split_items(document, start, end, as_written=as_written)
    return document.items[place]


def items_behind(
    document: Document, at: int, *, as_written: bool, other: re.Pattern[str] | None = None
) -> tuple[Party, ...]:
    """Read the lines behind a heading, one member each, up to the first that holds none.

    Args:
        document: the text.
        at: place of the heading among the paragraphs.
        as_written: whether an item that nobody knows is a name.
        other: matches what only stands in a line that begins another list.
    """
    found: list[Party] = []
    first: Block | None = None
    joined = -1
    for place in range(at + 1, len(document.blocks)):
        block = document.blocks[place]
        if place == joined:
            continue
        if _ends_list(document, block, other) or (first and _differs(block, first)):
            break
        if _ROLE_LABEL.match(document.source.lower, block.body, block.end):
            continue
        end = block.end
        if place + 1 < len(document.blocks) and _GOES_ON.search(document.source.lower, block.body, end):
            joined, end = place + 1, document.blocks[place + 1].end
        item = _item(document, block.body, end, as_written=as_written)
        if not item:
            break
        first = first or block
        found += item
    return tuple(found)


def _ends_list(document: Document, block: Block, other: re.Pattern[str] | None) -> bool:
    lower = document.source.lower
    if document.naming_at(block.body, block.end) or _MEMBERS_ARE.match(lower, block.body, block.end):
        return True
    return other is not None and other.search(lower, block.body, block.end) is not None


_GOES_ON = re.compile(r"(?:,|-|(?<!\w)và|(?<!\w)của)$")
"""Ends a line in the middle of a name."""


def _differs(block: Block, first: Block) -> bool:
    return (block.kind, block.symbol) != (first.kind, first.symbol)


def _read_labelled(document: Document, block: Block, at: int) -> None:
    """Read ``Các thành viên: A, B, C``, ``Khối có 3 đơn vị: …``, and the lines behind such a label."""
    for label in (_MEMBERS_ARE, _BLOCK_HAS):
        for match in label.finditer(document.source.lower, block.body, block.end):
            limit = _limit(document, match.end(), block.end)
            draft = document.draft_at(match.start(), block.body, block.end)
            if draft is None:
                continue
            found = _listed(document, match.end(), limit, "đơn vị", as_written=True)
            if not found and match.end() >= block.end:
                found = items_behind(document, at, as_written=True)
            _add(draft, found, int(match["size"]) if label is _BLOCK_HAS and match["size"] else None)


def _add(draft: Draft, found: tuple[Party, ...], size: int | None) -> None:
    draft.members += found
    draft.size = draft.size or size
