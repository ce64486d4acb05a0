"""Counts put on the people there are in one breath, with the rate that makes: *1.200 bác sĩ trên quy mô dân số 1 triệu người, đạt 12 bác sĩ/vạn dân*.

The words between the two numbers say that the one is meant of the other: nothing else has to be known of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.ratios.quotients import per_people, rate_of_people
from chitieu.checking.ratios.worked_results import claim_of, is_known
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["counts_to_people"]

_ON = re.compile(
    r"[^;.|0-9]{0,80}?(?:\.\s(?=tính|so|nếu)(?:nếu\s)?|,\s|\s|\()(?:(?:tính|so với|phục vụ|ứng với)\s)?(?:trên|cho|với|so với|phục vụ)\s"
    r"(?:(?:tổng|quy mô|số|dân số|trung bình|khoảng|của|toàn|cả|tỉnh|thành phố|là|người dân|năm [0-9]{4})\s)*"
)
_SOME = re.compile(
    r"(?<!\w)(?:thêm|mới|tuyển|bổ sung|thu hút|cử|trong đó|riêng|tuyến xã|cấp xã|trạm y tế|tư nhân|ngoài công lập|công lập|mỗi)(?!\w)"
)
"""Words with a count that make it one of some."""
_BOTH = re.compile(
    r"(?<!\w)(?:(?:công lập|công)(?:,| và| lẫn)|trong(?: và|,)|cả(?: trong)?) (?:các )?(?:cơ sở )?(?:tư nhân|ngoài công lập|ngoài nhà nước)(?!\w)"
)
"""Words that name both of two groups."""
_SENTENCE = re.compile(r";|\.(?=\s|$)|\||\n\s*(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))\s")
_NAME_REACH = 50


def counts_to_people(passages: Iterable[Passage], known: Ranges) -> Iterator[IdentityResult]:
    """Yield the rates for so many people with the count and the people they are named with.

    Args:
        passages: the texts with their amounts.
        known: where the rates stand that were looked at already.
    """
    for piece, hits in passages:
        for at in range(len(hits) - 1):
            count, people = hits[at], hits[at + 1]
            if not _is_put_on(piece, count, people):
                continue
            for rate in (*hits[at + 2 : at + 4], *items_before(hits, at, 1)):
                if _goes_with(piece, rate, count, people) and not is_known(piece, known, rate.numeral.start):
                    yield from _result(piece, rate, count, people)
                    break


def _is_put_on(piece: Piece, count: TargetHit, people: TargetHit) -> bool:
    """Whether a count is said to be on so many people."""
    for hit in (count, people):
        target = hit.target
        plain = target.change is Change.LEVEL and target.is_single
        if not plain or target.quantity.unit.kind is not UnitKind.COUNT or "/" in target.quantity.unit.label:
            return False
    lower, noun = piece.source.lower, people.target.quantity.unit.label
    bare = noun.removeprefix("nghìn ").removeprefix("triệu ").removeprefix("vạn ")
    if not counts_people(bare) or people.numeral.start - count.numeral.end > REACH:
        return False
    if _ON.fullmatch(lower, count.numeral.end, people.numeral.start) is None:
        return False
    ahead = _SENTENCE.split(text_before(lower, count.numeral.start, _NAME_REACH))[-1]
    words = f"{ahead} {lower[count.numeral.end : people.numeral.start]}"
    return _SOME.search(_BOTH.sub(" ", words)) is None


def _goes_with(piece: Piece, rate: TargetHit, count: TargetHit, people: TargetHit) -> bool:
    """Whether an amount is the rate of a count, in the same sentence."""
    per = per_people(Claim(rate.target.quantity.unit.label, None, rate.target))
    if (
        per is None
        or not rate.target.quantity.value
        or rate.target.upper is not None
        or rate.target.change is not Change.LEVEL
    ):
        return False
    ours, theirs = per[0].lower(), count.target.quantity.unit.label.lower()
    if not (ours.startswith(theirs) or theirs.startswith(ours)):
        return False
    start, end = (people.end, rate.start) if rate.start > people.start else (rate.end, count.start)
    return end - start <= REACH and _SENTENCE.search(piece.source.text, start, max(start, end)) is None


def _result(piece: Piece, rate: TargetHit, count: TargetHit, people: TargetHit) -> Iterator[IdentityResult]:
    """Yield what the count over the people makes, against the rate."""
    around = min(rate.start, count.start), max(rate.end, people.end)
    whole, total, heads = (claim_of(piece, hit, around) for hit in (rate, count, people))
    per = per_people(whole)
    heads = evolve(
        heads, target=evolve(people.target, bound=Bound.EXACT)
    )  # "trên 1 triệu dân": on so many, not more than
    result = rate_of_people(whole, total, heads, per[1]) if per is not None and heads.target.quantity.amount else None
    if result is not None:
        yield result
