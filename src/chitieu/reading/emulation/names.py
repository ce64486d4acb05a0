"""Names of blocks in a text: by number (``Khối thi đua số 6``) or by what they are made of (``… các cơ quan Đảng``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.reading.emulation.parties import UPPER
from chitieu.scoring.emulation import BlockKind
from chitieu.text import SourceText

__all__ = ["Naming", "find_names", "roman"]

_NUMBER = r"(?P<number>[0-9]{1,2}|[IVX]{1,5})(?![\w%]|[.,/][0-9])"
_NUMBERED = re.compile(
    r"(?<!\w)(?P<kind>[Kk]hối|KHỐI|[Cc]ụm|CỤM)\s+"
    rf"(?:(?:[Gg]iao ước\s+)?(?:[Tt]hi đua|THI ĐUA)\s+(?:(?:số|SỐ|Số|thứ)\s+)?|(?:số|SỐ|Số)\s+|(?<=Khối\s)|(?<=Cụm\s)){_NUMBER}"
)
_NAMED = re.compile(
    r"(?<!\w)(?P<kind>[Kk]hối|KHỐI|[Cc]ụm|CỤM)\s+(?:[Gg]iao ước\s+)?(?:[Tt]hi đua|THI ĐUA)\s+(?P<name>(?:các|CÁC|doanh nghiệp)\s|"
    rf"(?!(?:Số|SỐ|Năm|NĂM|Thi|Khen)(?!\w))[{UPPER}])"
)
_SEVERAL = re.compile(r"(?:các|những|mỗi|[0-9]|cụm,|khối,|\))\s+$")
"""Before a name without a number: it speaks of blocks in general."""
_NAME_END = re.compile(
    r"[.;:()\n\"”|]"
    rf"|\s-\s(?=[0-9{UPPER}])"
    r"|(?i:,\s(?!(?:các\s|ban|ngành|thị xã|thành phố|xã|phường|quận|huyện|đặc khu|đoàn thể|cơ quan|đơn vị|hội|tổ chức|doanh nghiệp|mặt trận)))"
    r"|(?i:(?<!các)\s(?:tổ chức)(?!\w))"
    r"|(?i:\s(?:gồm|bao gồm|có|năm|do|đã|được|ký|vừa|là|tại|với|cho|trao|nhận|đề nghị|tiến hành|họp|tổng kết|sơ kết|phát động|bầu|bình xét"
    r"|lần|trong|thuộc|triển khai|thực hiện|sẽ|cần|phải|tiếp tục|ban hành|hoạt động|chia|gửi|từ|làm|khối trưởng|cụm trưởng)(?!\w))"
)
_LONGEST_NAME = 110
_VALUES = {"I": 1, "V": 5, "X": 10}


@frozen
class Naming:
    """A place that names a block.

    Attributes:
        identity: what tells one block from another.
        name: as written; `number`: its number, or None.
        start, end: the range of the folded text.
    """

    identity: tuple[str, str]
    kind: BlockKind
    name: str
    number: int | None
    start: int
    end: int


def roman(letters: str) -> int:
    """Return the value of a Roman number.

    >>> roman("XIV")
    14
    """
    values = [_VALUES[letter] for letter in letters]
    return sum(-v if any(v < after for after in values[at + 1 :]) else v for at, v in enumerate(values))


def _numbered(source: SourceText) -> Iterator[Naming]:
    for match in _NUMBERED.finditer(source.flat):
        kind = BlockKind(match["kind"].lower())
        number = int(match["number"]) if match["number"].isdigit() else roman(match["number"])
        name = " ".join(match.group().split())
        yield Naming((kind.value, str(number)), kind, name, number, *match.span())


def _named(source: SourceText) -> Iterator[Naming]:
    for match in _NAMED.finditer(source.flat):
        start = match.start()
        if _SEVERAL.search(source.lower, max(0, start - 8), start):
            continue
        stop = _NAME_END.search(source.flat, match.start("name") + 3, start + _LONGEST_NAME)
        end = _line_end(source.text, start, stop.start() if stop else min(len(source.flat), start + _LONGEST_NAME))
        kind = BlockKind(match["kind"].lower())
        name = source.clean(start, end).rstrip(" ,-")
        words = " ".join(re.findall(r"\w+", name.lower()))
        yield Naming((kind.value, words), kind, name, None, start, start + len(source.flat[start:end].rstrip(" ,-")))


def _line_end(text: str, start: int, end: int) -> int:
    """Cut a name at the end of its line, unless the next line goes on in small letters."""
    at = text.find("\n", start, end)
    return end if at < 0 or text[at + 1 : at + 2].islower() else at


def find_names(source: SourceText) -> tuple[Naming, ...]:
    """Find the places of a text that name a block, in order.

    >>> [naming.name for naming in find_names(SourceText("Khối thi đua số 6 và Cụm thi đua các huyện gồm 5 đơn vị"))]
    ['Khối thi đua số 6', 'Cụm thi đua các huyện']
    """
    if "thi đua" not in source.lower:
        return ()
    found = sorted([*_numbered(source), *_named(source)], key=lambda naming: naming.start)
    kept: list[Naming] = []
    for naming in found:
        if not kept or naming.start >= kept[-1].end:
            kept.append(naming)
    return tuple(kept)
