"""Means right behind their total, of heads that another sentence counts: *Đón 2 triệu lượt khách. Doanh thu 4.000 tỷ đồng, bình quân 2 triệu đồng/lượt*.

The unit of the mean says what it is for each of. Of the people, those are meant that the same part of the text tells; of anything
else, what the same paragraph counts ahead of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.ratios.means import whole_of
from chitieu.checking.ratios.people_told import PeopleTold
from chitieu.checking.ratios.quotient import HEDGED, OPEN, TOLERANCE, is_near
from chitieu.checking.ratios.rate_forms import Rate, bare_noun, rate_of
from chitieu.checking.ratios.rate_slack import written_slack
from chitieu.checking.ratios.worked_results import claim_at, is_known, product_of
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_behind
from chitieu.checking.texts.sentences import Amount, amounts_of, paragraphs, words_before
from chitieu.numbers.numeral import Numeral
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["means_behind"]

_MEAN = re.compile(r"[,;(]\s?(?:tính\s)?(?:bình quân|trung bình)(?:\s[^\W\d_]+){0,4}\s(?:khoảng\s)?$")
_BESIDE = re.compile(
    r"\s?(?:\(|[,;]\s)(?:(?:tức là|tức|khoảng|đạt|bằng|tương đương|tương ứng|xấp xỉ|tính ra|hay|là|ứng với)\s)*"
)
"""Between a total and what it comes to for each, where nothing else stands: *180 tấn/ngày (khoảng 0,8 kg/người/ngày)*."""
_SOME = re.compile(
    r"(?<!\w)(?:thêm|tăng|trong đó|riêng|hỗ trợ|vay|giải ngân|kế hoạch|mỗi|trên|so với|cùng kỳ|quý|tháng|giai đoạn|mới|bổ sung|còn lại|lợi nhuận|trợ cấp|thưởng)(?!\w)"
)
"""Words with an amount that make it one of some, or of another time than the people are."""
_PARTED = re.compile(r"\.\s")
_HEADS = ("người", "người dân", "dân", "nhân khẩu", "khẩu", "đầu người")
_FIRM = (Bound.EXACT, Bound.ABOUT)
_MOST = 24
"""Amounts of a paragraph that are looked at: what is meant is sought from each of them backwards."""


def means_behind(
    texts: Iterable[tuple[Passage, Sequence[Numeral]]], known: Ranges, year: int | None
) -> Iterator[IdentityResult]:
    """Yield the means whose total stands ahead of them and whose heads another sentence counts.

    Args:
        texts: texts with their amounts and all their numbers.
        known: where the rates stand that were looked at already.
        year: the year the plan is for.
    """
    for passage, numbers in texts:
        piece, people = passage[0], None
        for row in paragraphs(piece, amounts_of(passage, numbers)):
            for at in range(1, min(len(row), _MOST)):
                rate = _mean(piece, row, at)
                top = _top(piece, row, at, rate) if rate is not None else None
                if rate is not None and top is not None and not is_known(piece, known, row[at].start):
                    people = people or PeopleTold.of(passage, year)
                    yield from _of(piece, row, rate, top, people)
            for at in range(2, min(len(row), _MOST)):
                if not is_known(piece, known, row[at].start):
                    yield from _of_sentence_before(piece, row, at)


_OVER_HEADS = re.compile(
    r"\W*(?:tính\s)?(?:bình quân|trung bình)(?!\w)[^.;|]{0,100}?(?<!\w)(?:trên|cho|với|theo)\s[^.;|]{0,60}$"
)
"""What opens a sentence whose first amount are the heads: *Bình quân chi trên dân số 1.200 nghìn người là …*."""


def _of_sentence_before(piece: Piece, row: Sequence[Amount], at: int) -> Iterator[IdentityResult]:
    """Yield a mean that a sentence tells with its heads, of the total that is told in the sentence before."""
    text, heads, mean = piece.source.text, row[at - 1], row[at]
    opened = _PARTED.search(text, row[at - 2].end, heads.start)
    if opened is None or _PARTED.search(text, heads.end, mean.start) or mean.bound not in _FIRM:
        return
    rate = rate_of(piece, row, at) if "/" in mean.quantity.unit.label else None
    if rate is None or rate.land or not rate.bottom(heads.quantity.unit):
        return
    told = _OVER_HEADS.match(piece.source.lower, opened.end(), heads.start) is not None
    before = row[_begin(piece, row, at - 2) : at]
    top = _whole(piece, row, before, rate) if told and not _is_some(heads) else None
    if top is not None:
        result = _result(piece, rate, top, heads, TOLERANCE)
        if result.holds or is_near(_times(rate, top, heads)):
            yield result


def _is_some(one: Amount) -> bool:
    """Whether an amount is none of all there is: a change, a range, a count out of a whole, a bound."""
    return (
        one.change is not Change.LEVEL or not one.target.is_single or one.bound not in _FIRM or one.quantity.value <= 0
    )


def _mean(piece: Piece, row: Sequence[Amount], at: int) -> Rate | None:
    """Return the mean that an amount is by its unit and by the words before it."""
    said = _MEAN.search(words_before(piece, row, at)) is not None
    beside = _BESIDE.fullmatch(piece.source.lower, row[at - 1].end, row[at].start) is not None
    if not (said or beside) or row[at].bound not in _FIRM:
        return None
    rate = rate_of(piece, row, at)
    if rate is None or not rate.nouns[1] or rate.land:
        return None
    return rate if said or (rate.top(row[at - 1].quantity.unit) and _is_of_everyone(rate)) else None


def _is_of_everyone(rate: Rate) -> bool:
    """Whether a rate is what there is for each of the people; money for each may be laid down, and be for some."""
    unit = rate.amount.quantity.unit
    return (
        unit.kind is not UnitKind.MONEY and _noun(rate) in _HEADS and (unit.kind is UnitKind.MEASURE or unit.scale == 1)
    )


def _noun(rate: Rate) -> str:
    return rate.nouns[1].removeprefix("count:")


def _top(piece: Piece, row: Sequence[Amount], at: int, rate: Rate) -> Amount | None:
    """Return the total ahead of a mean in its sentence; None where several may be meant, or its heads stand there too."""
    sentence = row[_begin(piece, row, at) : at]
    if any(rate.bottom(one.quantity.unit) for one in (*sentence, *items_behind(row, at, 2))):
        return None
    return _whole(piece, row, sentence, rate)


def _begin(piece: Piece, row: Sequence[Amount], at: int) -> int:
    """Return which amount of a row is the first in the sentence of one."""
    text = piece.source.text
    while at and _PARTED.search(text, row[at - 1].end, row[at].start) is None:
        at -= 1
    return at


def _whole(piece: Piece, row: Sequence[Amount], sentence: Sequence[Amount], rate: Rate) -> Amount | None:
    """Return the amount of a sentence that a rate may be of: the only one, or that of which the others are parts."""
    tops = [one for one in sentence if rate.top(one.quantity.unit)]
    if not tops or not whole_of(piece, tops):
        return None
    top = tops[0]
    words = words_before(piece, row, row.index(top))
    return top if not _is_some(top) and not _SOME.search(words) else None


def _of(piece: Piece, row: Sequence[Amount], rate: Rate, top: Amount, people: PeopleTold) -> Iterator[IdentityResult]:
    """Yield what a total makes for each of the heads that are meant; nothing where any of several makes the mean."""
    slack = TOLERANCE
    if _noun(rate) in _HEADS:
        place = rate.amount.start, rate.amount.end
        told, slack = people.at_time_of(*place), HEDGED
        if not told:
            told, slack = people.of_the_place(*place), OPEN
        heads = [Amount(hit.target, hit.numeral.start, hit.numeral.end, hit.end, hit) for hit in told]
    else:
        firm = [one for one in row[: row.index(top)] if rate.bottom(one.quantity.unit) and not _is_some(one)]
        heads = firm[:1] if firm and whole_of(piece, firm) else []
        heads = [one for one in heads if not _SOME.search(words_before(piece, row, row.index(one)))]
    results = [_result(piece, rate, top, one, slack) for one in heads]
    if results and not any(one.holds for one in results) and is_near(_times(rate, top, heads[0])):
        yield results[0]


def _times(rate: Rate, top: Amount, bottom: Amount) -> Fraction:
    """Return how many times a rate one amount over another is."""
    return top.quantity.amount / bottom.quantity.amount / rate.value


def _result(piece: Piece, rate: Rate, top: Amount, bottom: Amount, least: Fraction) -> IdentityResult:
    """Return what one amount over the other makes; people are counted on different days."""
    ratio = _times(rate, top, bottom)
    about = Bound.ABOUT in (rate.amount.bound, top.bound, bottom.bound)
    slack = max(written_slack(rate.amount, top, bottom, norm=False), least, HEDGED if about else least)
    around = top.start, rate.amount.end
    whole, total, heads = (
        claim_at(piece, one.target, (one.start, one.digits_end), around, bare_noun(one.quantity.unit))
        for one in (rate.amount, top, bottom)
    )
    return product_of(whole, total, heads, ratio, holds=abs(ratio - 1) <= slack)
