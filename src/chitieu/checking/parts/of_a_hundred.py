"""What a hundred is divided into: *thang điểm 100: … 60 điểm; … 40 điểm*, *cứ 100 đồng vốn thì tỉnh hỗ trợ 55 đồng, dân góp 45 đồng*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["of_a_hundred"]

_HUNDRED = re.compile(
    r"(?<!\w)(?P<name>thang điểm|thang|tổng (?:số )?điểm(?: tối đa)?|điểm tối đa|(?:cứ|với|trong|trên) (?:mỗi )?)(?: là| đạt| bằng)?:?\s?"
    r"(?P<number>100|1\.000)(?:\s(?P<noun>điểm|đồng))?(?![0-9.,]*[0-9])(?!\w)"
)
_SIGN = re.compile(r"[;,:]\s|\s(?:và|thì|gồm|có)\s|\n\s*[-+*•]\s")
_SOME = re.compile(
    r"(?<!\w)(?:trong đó|riêng|trên|dưới|từ|đến|tối đa|tối thiểu|ít nhất|cộng|trừ|tăng|giảm|so với|bình quân|đạt|mỗi|xếp loại|còn lại)(?!\w)|\.\s|\n\s*\n|\n\s*[0-9]"
)
"""Words of a list that is no division: limits, marks that were reached, a part of a part."""
_LEAST = 2
_FAR = Fraction(3, 10)


def of_a_hundred(passage: Passage) -> Iterator[Group]:
    """Yield the hundreds of points or đồng that a sentence divides, each with all its parts.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Chấm theo thang điểm 100: hồ sơ 60 điểm; khảo sát 35 điểm.")
    >>> [len(one.parts) for one in of_a_hundred((Piece(text, placed=True), tuple(scan_targets(text)[0])))]
    [2]
    """
    piece, hits = passage
    for found in _HUNDRED.finditer(piece.source.lower):
        first = next((at for at, hit in enumerate(hits) if hit.numeral.start >= found.end()), len(hits))
        parts = _parts(passage, found.end(), hits[first:], found["noun"] or "điểm")
        value = read_digits(found["number"])
        if value is None or len(parts) < _LEAST or (found["noun"] is None and "điểm" not in found["name"]):
            continue
        whole = bare_hit(piece, parts[0], found, value)
        stated = whole.target.quantity.amount
        total = sum((part.target.quantity.amount for part in parts), Fraction(0))
        if abs(total - stated) <= stated * _FAR:
            yield Group(piece.source.clean(*found.span()), whole, parts, complete=True)


def _parts(passage: Passage, start: int, hits: Sequence[TargetHit], noun: str) -> tuple[TargetHit, ...]:
    """Return the amounts of a noun that signs divide to the end of a sentence; none where another amount stands among them."""
    source, found = passage[0].source, list[TargetHit]()
    for hit in hits:
        between = source.lower[start : hit.numeral.start]
        if _STOPS.search(source.text, start, hit.numeral.start) or len(between) > 2 * REACH:
            break
        target = hit.target
        plain = target.change is Change.LEVEL and target.bound is Bound.EXACT
        if not plain or target.quantity.unit.label != noun or _SOME.search(between) or not _SIGN.search(between):
            return ()
        found.append(hit)
        start = hit.end
    behind = source.lower[start : start + REACH // 2]
    return () if _REST.match(behind) else tuple(found)


_STOPS = re.compile(r"\.(?=\s|$)|\n\s*(?:\n|[0-9IVX]+[.)])")
_REST = re.compile(r"[,;]\s(?:và\s)?(?:còn lại|phần còn lại|số còn lại|ngoài ra)(?!\w)")
