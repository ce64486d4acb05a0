"""Parts that stand ahead of what they come to: *hộ nghèo 1.200 hộ, cận nghèo 1.500 hộ; tổng số 2.700 hộ*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise, zip_longest

from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.slips import right_but_for_a_slip
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before, text_before
from chitieu.targets.reader import TargetHit

__all__ = ["closing_totals"]

_SAYS_TOTAL = re.compile(
    r"(?<!\w)(?:(?P<bare>cộng(?! đồng| tác| sự| hòa| sản)|tổng cộng|tính chung|tổng:)"
    r"|tổng(?! (?:hợp|kết|rà soát|điều tra|thể|giám đốc|công ty))(?P<of>(?:\s[^\W\d_]+){1,3})?)(?!\w)"
)
_ANY = re.compile(r"\s(?:số|kinh phí|mức đầu tư|giá trị|kim ngạch|nhu cầu|diện tích|chiều dài|sản lượng|số tiền)(?!\w)")
"""Names of totals of anything, as far as the unit is one of it."""
_LIGHT = frozenset({"lượng", "vốn", "nguồn", "lượt", "mức"})
"""Words of a total that say nothing of what it is of."""
_BEYOND = re.compile(
    r"(?<!\w)(?:lũy kế|luỹ kế|còn hiệu lực|đến nay|toàn xã hội|hiện có|so với|cùng kỳ|kế hoạch|dự toán|trong đó|gồm|bao gồm|bình quân|giai đoạn|từ trước|thực hiện)(?!\w)"
)
"""Words with a total that is more than that of what stands ahead of it, or one to measure it by."""
_BEYOND_BEHIND = re.compile(rf"\s*{_BEYOND.pattern}")
_NO_PART = re.compile(
    r"(?<!\w)(?:lũy kế|luỹ kế|bình quân|mỗi|tăng(?! vốn)|giảm|so với|trong đó|gồm|bao gồm|riêng|còn lại|đã|bằng|trên tổng|tối đa|tối thiểu|tổng|toàn (?:tỉnh|thành phố|xã|ngành))(?!\w)"
)
_JOINS = re.compile(r"[;,]\s|\s(?:và|cùng|cùng với|với)\s|\s\((?=tổng|cộng)")
_ENDS = re.compile(r"\.(?=\s|$)|\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)])\s|[|]|\n\s*[^\W\d_a-zà-ỹđ]")
_OPENS = re.compile(r"\s?\(")
_LEAST, _MOST = 2, 60
"""How many amounts ahead of a total are one of its parts at least, and are looked at at most."""
_NEAR, _NEARER = Fraction(25, 100), Fraction(15, 100)
"""How far, as a share of it, what stands ahead may be from a total it is meant to come to; and where it adds to one there was."""
_ADDS = re.compile(r"(?<!\w)(?:nâng|đưa|lên)(?!\w)")


def closing_totals(passage: Passage) -> Iterator[Group]:
    """Yield the totals that a sentence ends with, with the amounts ahead of them that they are of.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for at, (last, whole) in enumerate(pairwise(hits), 1):
        lead = piece.source.lower[last.end : whole.numeral.start]
        said = _SAYS_TOTAL.search(piece.source.lower, last.end, whole.numeral.start)
        if said is None or not sums_up(whole) or not _closes(piece, last.end, whole, lead):
            continue
        parts = _fitting(
            whole, _ahead(piece, items_before(hits, at, _MOST), whole), _NEARER if _ADDS.search(lead) else _NEAR
        )
        if parts and _is_of_them(piece, said, whole, parts):
            yield Group(name_before(piece, whole), whole, parts, complete=True)


def _closes(piece: Piece, start: int, whole: TargetHit, lead: str) -> bool:
    """Whether words that lead to a total make it that of the amounts before it in its sentence."""
    return (
        (_JOINS.search(lead) or _ADDS.search(lead)) is not None
        and _BEYOND.search(lead) is None
        and _BEYOND_BEHIND.match(piece.source.lower, whole.end) is None
        and _ENDS.search(piece.source.text, start, whole.numeral.start) is None
    )


def _is_of_them(piece: Piece, said: re.Match[str], whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether a total is of what the parts are of: of anything (*tổng số*), or of what the words about them name."""
    if said["bare"] or not said["of"] or _ANY.match(said["of"]):
        return True
    about = text_before(piece.source.lower, said.start(), 2 * REACH)
    words = said["of"].split()
    named = words[:2] if words[0] in _LIGHT else words[:1]
    return any(re.search(rf"(?<!\w){word}(?!\w)", about) for word in named) or right_but_for_a_slip(
        whole.target.quantity, [part.target.quantity for part in parts]
    )


def _ahead(piece: Piece, hits: Sequence[TargetHit], whole: TargetHit) -> list[TargetHit]:
    """Return the amounts of a sort that stand ahead of a total in its sentence, the last first."""
    found, hits = list[TargetHit](), _without_counts(piece, hits, whole)
    ends = (0, *(hit.end for hit in hits))
    for done, hit in reversed(list(zip(ends, hits, strict=False))):
        *before, own = _ENDS.split(piece.source.text[done : hit.numeral.start])
        if not same_sort(whole, hit) or _NO_PART.search(own.lower()):
            break
        found.append(hit)
        if before or not _JOINS.search(own):
            break
    return found


def _without_counts(piece: Piece, hits: Sequence[TargetHit], whole: TargetHit) -> list[TargetHit]:
    """Return amounts without those of another sort that one in a bracket goes with: *21 lượt (128 triệu USD)*."""
    text = piece.source.text
    return [
        hit
        for hit, behind in zip_longest(hits, hits[1:])
        if same_sort(whole, hit)
        or behind is None
        or not same_sort(whole, behind)
        or _OPENS.fullmatch(text, hit.end, behind.numeral.start) is None
    ]


def _fitting(whole: TargetHit, ahead: Sequence[TargetHit], gap: Fraction) -> tuple[TargetHit, ...]:
    """Return those of the amounts ahead of a total that come to it, else all of them where they come near it."""
    stated, amounts = whole.target.quantity.amount, [hit.target.quantity.amount for hit in ahead]
    totals = list(accumulate(amounts))
    if stated in totals:
        return tuple(reversed(ahead[: totals.index(stated) + 1]))
    several = len(ahead) >= _LEAST
    near = several and abs(totals[-1] - stated) <= stated * gap and max(amounts) < stated
    return tuple(reversed(ahead)) if near else ()
