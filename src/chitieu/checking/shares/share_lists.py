"""Shares of one whole as a text names them one behind the other, wherever it does: *Cơ cấu kinh tế: khu vực I 15%, …*.

Lines of indicators are looked at by themselves; the same lists stand in the part on results, in aims and in tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, shares_hold, sum_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.complete_parts import leaves_a_rest
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.shares.share_cues import OF_SOME, shared_of
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before, search_before, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["shares_of_lists"]

_CUE = re.compile(
    r"(?<!\w)(?:cơ cấu(?! lại)|tỷ trọng|tỉ trọng|chiếm|xếp loại|phân loại|đánh giá|khảo sát|phiếu|ý kiến)(?!\w)"
)
_STRUCTURE = re.compile(r"(?<!\w)cơ cấu(?! lại)(?!\w)")
_DIVIDED = re.compile(r"(?<!\w)(?:cơ cấu(?! lại)|tỷ trọng|tỉ trọng)(?!\w)")
_MARKS = re.compile(r"(?<!\w)(?:xếp loại|phân loại|đánh giá|khảo sát|phiếu|ý kiến)(?!\w)")
_BREAK = re.compile(r"[.](?=\s)|\n\s*\n|[|()]|\n\s*(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s")
_BRACKET = re.compile(r"\([^()]*\)")
_AHEAD = re.compile(
    r"[.;:|](?=\s)|\n\s*[-+*•]\s|(?<!\w)(?:trong đó|cụ thể|bao gồm|gồm|cơ cấu|tỷ trọng)(?!\w)", re.IGNORECASE
)
_ONLY_SIGNS = re.compile(r"[\s,;–/-]*(?:và)?\s*")
_LEAST, _MOST = 3, 8
_TAKES = re.compile(r"(?<!\w)chiếm(?: tỷ trọng| tỉ trọng| tỷ lệ)?\s*$")
_APART, _NEAR = ((100, _STRUCTURE), (30, _MARKS), (20, _TAKES)), 10
"""How many points shares may be from 100 to be meant as all: the more surely words say it, the more."""
_LEFT_OUT = Decimal("2.5")
"""What three sectors lack of 100 beyond that, the taxes on products may be."""
_UNTAXED = re.compile(
    r"(?<!\w)(?:lao động|việc làm|cơ cấu (?:(?:tổng|nguồn) )*(?:vốn|đầu tư|giá trị sản xuất|dư nợ|dân số))(?!\w)"
)
"""Words of what is divided into the sectors with nothing beside them."""


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
    source, done, taken = piece.source, 0, 0
    for at, first in enumerate(hits):
        start = max(done, first.numeral.start - 2 * REACH)
        done = first.numeral.end
        if not _is_share(first) or (piece.placed and source.span(first.numeral.start, done).start in known):
            continue
        *ended, words = _END.split(source.flat[start : first.numeral.start])
        begins = bool(ended) or ":" in words or not any(map(_is_rate, items_before(hits, at, 1)))
        listed = hits[at : at + 3 * _MOST]
        named = _shares(piece, words, listed) if _CUE.search(words.lower()) else []
        if named:
            result = _result(piece, words, named)
        else:
            result = _all_shares(piece, words, listed) if begins and first.start >= taken else None
        if result is not None:
            taken = listed[len(result.parts) - 1].end
            yield result


_END = re.compile(r"[.](?=\s)|\n\s*\n|[|]")


def _is_rate(hit: TargetHit) -> bool:
    """Whether an amount is a percentage and no change: exact or not."""
    return hit.target.change is Change.LEVEL and hit.target.quantity.unit.label == "%"


def _is_share(hit: TargetHit) -> bool:
    target = hit.target
    plain = target.change is Change.LEVEL and target.is_single
    return plain and target.quantity.unit.label == "%" and target.bound is Bound.EXACT and not hit.begins


def _shares(piece: Piece, words: str, hits: Sequence[TargetHit]) -> list[tuple[str, TargetHit]]:
    """Return the shares of a list that are all there is, by their names or because nothing but numbers stand in it, with their names."""
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
        bare = _DIVIDED.search(words.lower()) is not None and all(_ONLY_SIGNS.fullmatch(name) for name in names[1:size])
        some = not structure and any(OF_SOME.search(name.lower()) for name in known[:size])
        if bare or (not some and partition_of(_whole(words), known[:size], rates=True) is not None):
            return list(zip(known[:size], found[:size], strict=True))
    return []


def _all_shares(piece: Piece, words: str, hits: Sequence[TargetHit]) -> IdentityResult | None:
    """Return what shares come to that the words say are all, whatever the names of the parts are."""
    found, between, framed = _row(piece, hits)
    if len(found) < _PAIR:
        return None
    source = piece.source
    behind = source.text[found[-1].numeral.end : found[-1].numeral.end + REACH].removeprefix(")")
    if framed and _are_of_several(text_before(source.text, found[0].numeral.start, REACH), between):
        return None
    shared = shared_of(words, between, behind, framed=framed)
    if shared is None:
        return None
    shares = [_claim(piece, name, hit) for name, hit in zip(shared.names, found, strict=True)]
    total = sum_of(shares, HUNDRED)
    gap = total.value - HUNDRED.value
    if any(shares_hold(shares[:size]) for size in range(_PAIR, len(shares))):
        return None  # what follows is another list
    if abs(gap) > shared.far or (shared.open and gap < 0):
        return None
    holds = shares_hold(shares)
    return IdentityResult(IdentityKind.SHARES, _whole(words), tuple(shares), holds, None, total, HUNDRED)


def _are_of_several(ahead: str, between: Sequence[str]) -> bool:
    """Whether shares stand beside fractions of several wholes: *120/300 hộ đô thị (40%) và 90/180 hộ nông thôn (50%)*."""
    wholes = [found[-1] for found in map(_OF.findall, (ahead, *between)) if found]
    return len(wholes) == len(between) + 1 and len(set(wholes)) > 1


def _row(piece: Piece, hits: Sequence[TargetHit]) -> tuple[list[TargetHit], list[str], bool]:
    """Return the shares that stand in one row from the first on, what stands between them, and whether brackets hold each.

    They are divided in one way: by commas, by semicolons, as items of one list, each in brackets behind its name or none of
    them. None, where one of them is no exact number.
    """
    source = piece.source
    found, between = [hits[0]], list[str]()
    divided = ""
    opened = search_before(_OPENS, source.lower, hits[0].numeral.start, REACH)
    framed = opened is not None and _CLOSES.match(source.text, hits[0].numeral.end) is not None
    for hit in hits[1:]:
        words = source.text[found[-1].numeral.end : hit.numeral.start]
        if framed:
            words = _IN_FRAMES.sub("", words)
        outside = _OPENS_REST.sub(r"\1", _BRACKET.sub(" ", words).removeprefix(")"))
        if "(" in outside and ")" not in outside and len(words) < REACH:
            continue
        item = _ITEM.search(words)
        sign = item[1] if item else ";" if ";" in outside else ","
        if len(words) > 2 * REACH or _BREAK.search(outside) or (divided and sign not in (divided, ",")):
            break
        if _is_share(hit):
            divided = divided or sign
            found.append(hit)
            between.append(outside)
        elif _is_rate(hit):
            return [], [], framed
    return found, between, framed


_OPENS, _CLOSES = re.compile(r"\((?:chiếm |trọng số |tỷ trọng )?$"), re.compile(r"\s?%?\s?\)")
_IN_FRAMES = re.compile(rf"^{_CLOSES.pattern}|{_OPENS.pattern}")
"""What stands of the brackets around two shares between them: *ngân sách (60%), xã hội hóa (40%)*."""
_OPENS_REST = re.compile(r"((?<!\w)còn lại(?: [^\W\d_]+){0,6} ?)\((?:chiếm |là )?$")
"""What is left, with its share in brackets: *số còn lại (3%) chưa hài lòng*."""
_ITEM = re.compile(r"\n\s*([-+*•])\s")
_OF = re.compile(r"(?<![0-9.,/])[0-9][0-9.,]*\s?/\s?([0-9][0-9.]*)(?![0-9/])")
"""What a fraction is of."""
_PAIR = 2


def _result(piece: Piece, words: str, named: Sequence[tuple[str, TargetHit]]) -> IdentityResult | None:
    """Return what shares come to; None where it is too far from 100 for a mistake, or something is left out, as a rest may say."""
    shares = [_claim(piece, name, hit) for name, hit in named]
    total = sum_of(shares, HUNDRED)
    gap = total.value - HUNDRED.value
    lower = words.lower()
    far = next((points for points, said in _APART if said.search(lower)), _NEAR)
    name = _whole(words)
    division = partition_of(name, [part for part, _ in named], rates=True)
    untaxed = _UNTAXED.search(name.lower()) is not None or (division is not None and not division.optional)
    lacks = leaves_a_rest(piece.source.lower, named[-1][1].end) or (len(shares) == _LEAST and not untaxed)
    if abs(gap) > far or (lacks and gap < -_LEFT_OUT):
        return None
    return IdentityResult(IdentityKind.SHARES, name, tuple(shares), shares_hold(shares), None, total, HUNDRED)


def _whole(words: str) -> str:
    """Return the name of what is divided."""
    ahead, own = ["", *_MARK.split(words)][-2:]
    own = ahead if ahead.rstrip().endswith(":") else own  # the head of a list of items
    return str((_CUE_NAME.findall(words) or [own.rpartition(": ")[0] or own])[-1]).strip(" :,;-(")


_MARK = re.compile(r"(?:^|\s)[-+*•]\s(?=[A-ZĐÀ-Ỹ])")
_CUE_NAME = re.compile(r"(?:[Cc]ơ cấu|[Tt][ỷỉ] trọng)[^:;,.0-9]{0,60}")


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    source = piece.source
    span = source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    text = source.clean(max(0, hit.name_end - REACH), min(hit.numeral.end + REACH, len(source.flat)))
    return Claim(name.strip(), None, hit.target, span=span, piece=text)
