"""Where the name of an agency ends that no catalogue knows: ``Ban Di dân tái định cư thủy điện Sông Hậu`` ┃ ``báo cáo``.

A name goes on with capitals, with words that such names are made of (``data/names.toml``) and with its level; it
ends before anything else: what the agency does, or who heads it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.text import CAPITALS, fold

__all__ = ["NameWords", "name_end", "name_words"]


@frozen
class NameWords:
    """The words names are made of, in lower case; the file says what each list is for."""

    things: frozenset[str]
    deeds: frozenset[str]
    levels: frozenset[str]
    documents: re.Pattern[str]
    branches: frozenset[tuple[str, ...]]
    kinds: frozenset[str]
    offices: frozenset[str]
    person: re.Pattern[str]


@cache
def name_words() -> NameWords:
    """Return the words; the file is read once."""
    data = tomllib.loads(resources.files("chitieu").joinpath("data/names.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(map(fold, listed)) for name, listed in data.items()}
    families = "|".join(sorted(words["families"]))
    return NameWords(
        words["things"],
        words["deeds"],
        words["levels"],
        re.compile(rf"(?:{'|'.join(sorted(data['documents']))})(?!\w)", re.IGNORECASE),
        frozenset(tuple(branch.split()) for branch in words["branches"]),
        words["kinds"],
        words["offices"],
        re.compile(rf"(?:{families})(?:\s[{CAPITALS}]\w*){{1,4}}"),
    )


_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
_TITLE = re.compile(
    r"(?:[Gg]iám đốc|[Cc]hủ tịch|[Tt]rưởng|[Tt]rưởng ban|[Bb]í thư|[Cc]hánh|[Cc]hánh án|[Hh]iệu trưởng|[Tt]hủ trưởng|[ỦU]y viên)\s$"
)
_TITLE_REACH = 14
_LONGEST = 4  # syllables of the longest word of names
_REACH = 90
_PIECES = 16
_JOINTS = frozenset({"và", "các"})


@frozen
class _Piece:
    """A word of a name: ``proper``, ``thing``, ``deed``, ``level`` or ``joint`` (``và``); the head is one too."""

    kind: str
    start: int
    end: int
    small: bool = False

    @property
    def tabled(self) -> bool:
        return self.kind in ("thing", "deed")


def _piece(flat: str, pos: int, limit: int) -> _Piece | None:
    """Read the word of a name that stands at a place: the longest the table knows, else a capitalised one."""
    words = name_words()
    found: list[tuple[str, int]] = []
    for match in _WORD.finditer(flat, pos, limit):
        if len(found) == _LONGEST or flat[found[-1][1] if found else pos : match.start()].strip():
            break
        found.append((match.group(), match.end()))
    small = bool(found) and not found[0][0][0].isupper()
    for count in range(len(found), 0, -1):
        phrase, end = " ".join(word for word, _ in found[:count]).lower(), found[count - 1][1]
        if phrase in words.deeds:
            return _Piece("deed", pos, end, small)
        if phrase in words.things:
            return _Piece("thing", pos, end, small)
        if small and phrase in words.levels:
            return _Piece("level", pos, end, small)
        if phrase in _JOINTS:
            return _Piece("joint", pos, end, small)
    return None if small or not found else _Piece("proper", pos, found[0][1])


_GAP = re.compile(r"[\s\-&]*(?=[\w&])")
_COMMA = re.compile(r",\s(?=\w)")


class _Reader:
    """Reads one name from behind its head; `stop` is the end of what surely belongs to it."""

    def __init__(self, flat: str, start: int, after: int, end: int, heads: re.Pattern[str]) -> None:
        self.flat, self.limit, self.heads = flat, min(end, after + _REACH), heads
        self.after = self.stop = after
        self.head = flat[start:after].lower()
        self.titled = _TITLE.search(flat, max(0, start - _TITLE_REACH), start) is not None
        self.last = _Piece("head", start, after)

    def run(self) -> int:
        for _ in range(_PIECES):
            piece = self.next()
            if piece is None or not self.goes_on(piece):
                break
            if self.may_end(piece):
                self.stop = piece.end
            self.last = piece
        return self.stop

    def next(self) -> _Piece | None:
        """Return the next word; a comma joins levels, and small words of the table."""
        gap = _GAP.match(self.flat, self.last.end, self.limit)
        if gap:
            return _piece(self.flat, gap.end(), self.limit)
        comma = _COMMA.match(self.flat, self.last.end, self.limit)
        piece = _piece(self.flat, comma.end(), self.limit) if comma else None
        if piece is None or not (piece.small and self.last.small):
            return None
        alike = (piece.tabled and self.last.tabled) or piece.kind == self.last.kind == "level"
        return piece if alike else None

    def goes_on(self, piece: _Piece) -> bool:
        """Whether a word belongs to the name, as far as one can see."""
        last = self.last.kind
        if piece.kind == "joint":
            return self.joins(piece)
        if piece.kind == "level":
            return last != "joint" and not (last == "head" and self.head in name_words().kinds)
        if not piece.small:
            if last == "level" and name_words().documents.match(self.flat, piece.start):
                return False
            return not (self.is_named() and self.titled and name_words().person.match(self.flat, piece.start))
        if last == "head":
            return piece.kind == "thing" or self.head in name_words().offices
        if piece.kind == "deed":
            return last == "deed"
        return last in ("thing", "deed", "joint")

    def may_end(self, piece: _Piece) -> bool:
        """Whether the name may end behind a word that belongs to it."""
        if piece.kind == "joint":
            return False
        if not piece.small or piece.kind == "level":
            return True
        if piece.kind == "deed":  # "Quỹ Đầu tư phát triển"; in "Công ty đầu tư …" it may be what the company does
            return self.last.kind == "deed" and not self.last.small
        return self.is_named() or self.last.kind == "deed"

    def is_named(self) -> bool:
        return self.stop > self.after

    def joins(self, joint: _Piece) -> bool:
        """Whether ``và`` joins words of one name: like words, and no head of another agency behind it."""
        gap = _GAP.match(self.flat, joint.end, self.limit)
        if gap is None or self.last.kind in ("head", "level") or self.heads.match(self.flat, gap.end(), self.limit):
            return False
        piece = _piece(self.flat, gap.end(), self.limit)
        if piece is None or piece.kind in ("joint", "level"):
            return False
        if self.flat.startswith("các", joint.start):
            return True
        return piece.small == self.last.small and (piece.tabled or self.last.tabled)


def name_end(flat: str, start: int, after: int, end: int, heads: re.Pattern[str]) -> int:
    """Return the offset after a name, which is `after` where the head stands alone.

    Args:
        flat: folded text, line breaks as spaces.
        start: where the head begins (``Ban``).
        after: offset after the head.
        end: offset to stop at.
        heads: matches a head: behind ``và`` it begins the next name.
    """
    return _Reader(flat, start, after, end, heads).run()
