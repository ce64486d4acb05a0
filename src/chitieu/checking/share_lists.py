"""Shares of one whole as a text names them one behind the other, wherever it does: *Cơ cấu kinh tế: khu vực I 15%, …*.

Lines of indicators are looked at by themselves; the same lists stand in the part on results, in aims and in tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.claims import Claim
from chitieu.checking.identities import IdentityKind, IdentityResult
from chitieu.checking.identity_arithmetic import HUNDRED, shares_hold, sum_of
from chitieu.checking.partitions import partition_of
from chitieu.checking.passages import REACH, Passage
from chitieu.checking.pieces import Piece
from chitieu.checking.places import Ranges
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["shares_of_lists"]

_CUE = re.compile(r"(?<!\w)(?:cơ cấu(?! lại)|tỷ trọng|tỉ trọng|chiếm)(?!\w)")
_STRUCTURE = re.compile(r"(?<!\w)cơ cấu(?! lại)(?!\w)")
_BREAK = re.compile(r"[.](?=\s)|\n\s*\n|[|()]|\n\s*(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s")
_BRACKET = re.compile(r"\([^()]*\)")
_AHEAD = re.compile(
    r"[.;:|](?=\s)|\n\s*[-+*•]\s|(?<!\w)(?:trong đó|cụ thể|bao gồm|gồm|cơ cấu|tỷ trọng)(?!\w)", re.IGNORECASE
)
_ONLY_SIGNS = re.compile(r"[\s,;–/-]*(?:và)?\s*")
_OF_SOME = re.compile(
    r"(?<!\w)(?:công nghệ cao|ứng dụng|chế biến|chế tạo|hỗ trợ|số|xanh|hữu cơ|logistics|du lịch|thương mại điện tử|tổng chi|thất nghiệp)(?!\w)"
)
"""Words of what is one branch among others: its share and those of others are not all."""
_LEAST, _MOST = 3, 8
_FAR, _NEAR = 30, 10
_LEFT_OUT = 5  # halves of a point
"""What three sectors lack of 100 beyond that, the taxes on products may be."""


def shares_of_lists(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the lists of shares in a text that are all there is of a whole.

    Args:
        passage: the text with its amounts.
        known: where shares stand that were looked at already.

    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Cơ cấu kinh tế: khu vực I 15%, khu vực II 40%, khu vực III 39%, thuế sản phẩm 7%.")
    >>> passage = Piece(text, placed=True), tuple(scan_targets(text)[0])
    >>> print(*shares_of_lists(passage, Ranges.of([])))
    Cơ cấu kinh tế: 15 + 40 + 39 + 7 = 100: does not hold
    """
    piece, hits = passage
    source, done = piece.source, 0
    for at, first in enumerate(hits):
        start = max(done, first.numeral.start - 2 * REACH)
        done = first.numeral.end
        if not _is_share(first) or (piece.placed and source.span(first.numeral.start, done).start in known):
            continue
        words = source.flat[start : first.numeral.start]
        words = words[max((found.end() for found in _END.finditer(words)), default=0) :]
        if _CUE.search(words.lower()) is None:
            continue
        shares = _shares(piece, words, hits[at : at + 3 * _MOST])
        result = _result(words, shares)
        if result is not None:
            yield result


_END = re.compile(r"[.](?=\s)|\n\s*\n|[|]")


def _is_share(hit: TargetHit) -> bool:
    target = hit.target
    plain = target.change is Change.LEVEL and target.upper is None and target.total is None
    return plain and target.quantity.unit.label == "%" and target.bound is Bound.EXACT


def _shares(piece: Piece, words: str, hits: Sequence[TargetHit]) -> list[Claim]:
    """Return the shares of a list that are all there is, by their names or because nothing but numbers stand in it."""
    source = piece.source
    names, found = [_AHEAD.split(words.rstrip(" :"))[-1]], [hits[0]]
    done = hits[0].numeral.end
    for hit in hits[1:]:
        between = source.text[done : hit.numeral.start]
        outside = _BRACKET.sub(" ", between)
        if "(" in outside and ")" not in outside and len(between) < REACH:
            continue  # what a bracket says of a share
        if len(between) > 2 * REACH or _BREAK.search(outside):
            break
        if not _is_share(hit):
            continue  # a change of the share before
        names.append(source.flat[done : hit.numeral.start])
        found.append(hit)
        done = hit.numeral.end
    known = [" ".join(_BRACKET.sub(" ", name).split()).strip(" ,;:-") for name in names]
    structure = _STRUCTURE.search(words.lower()) is not None
    for size in range(min(len(found), _MOST), _LEAST - 1, -1):
        bare = structure and all(_ONLY_SIGNS.fullmatch(name) for name in names[1:size])
        some = not structure and any(_OF_SOME.search(name.lower()) for name in known[:size])
        if bare or (not some and partition_of(_whole(words), known[:size]) is not None):
            return [_claim(piece, name, hit) for name, hit in zip(known[:size], found[:size], strict=True)]
    return []


def _result(words: str, shares: Sequence[Claim]) -> IdentityResult | None:
    """Return what shares come to; None where it is too far from 100 for a mistake, or something is left out."""
    if not shares:
        return None
    total = sum_of(shares, HUNDRED)
    gap = total.value - HUNDRED.value
    far = _FAR if _STRUCTURE.search(words.lower()) else _NEAR
    if abs(gap) > far or (len(shares) == _LEAST and 2 * gap < -_LEFT_OUT):
        return None
    name = _whole(words)
    return IdentityResult(IdentityKind.SHARES, name, tuple(shares), shares_hold(shares), None, total, HUNDRED)


def _whole(words: str) -> str:
    """Return the name of what is divided."""
    return str((_CUE_NAME.findall(words) or [words])[-1]).strip(" :,;-")


_CUE_NAME = re.compile(r"(?:[Cc]ơ cấu|[Tt][ỷỉ] trọng)[^:;,.0-9]{0,60}")


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    source = piece.source
    span = source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    text = source.clean(max(0, hit.name_end - REACH), min(hit.numeral.end + REACH, len(source.flat)))
    return Claim(name.strip(), None, hit.target, span=span, piece=text)
