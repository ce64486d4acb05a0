"""Rates beside the two amounts they are made of, in one sentence: *diện tích 5.900 km2, dân số 3,5 triệu người, mật độ 593 người/km2*.

No name has to be known: the unit of the rate says what is put over what (``tỷ đồng/km``), or the words before it do
(*mỗi xã 02 tổ*, *cứ 10.000 dân có 3 dược sĩ*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.changes.earlier import earlier
from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.named_amounts.stated_totals import StatedTotal
from chitieu.checking.ratios.means import before_bracket, is_told_of, stand_together, whole_of
from chitieu.checking.ratios.money_for_each import MEANS, is_only_part, same_money
from chitieu.checking.ratios.rate_forms import Rate, bare_noun, is_people, rate_of
from chitieu.checking.ratios.rate_slack import is_norm, is_shifted, is_slip, written_slack
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, search_before
from chitieu.checking.texts.sentences import Amount, amounts_of, clauses, sentences, words_before
from chitieu.numbers.decimals import scaled
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind, parse_unit

__all__ = ["rates_beside"]

_TOLERANCE, _HEDGED = Fraction(1, 100), Fraction(3, 100)
"""Gaps that are rounding, as shares of what is stated: of firm amounts, and of those said to be about so much."""
_OPEN = Fraction(5, 100)
"""The gap that is none where what is divided by may be a bound: *trên 600 ha*."""
_MORE = (Bound.MORE_THAN, Bound.AT_LEAST)
_LIKELY = Fraction(1, 2), Fraction(2)
"""How far what is made may lie from a rate, as a share of it, for the amounts to be those it is of."""
_CUT_LESS = Fraction(3, 100)
"""What may be sown and not cut."""
_NEAR = 90


def rates_beside(
    texts: Iterable[tuple[Passage, Sequence[Numeral]]],
    known: Ranges,
    people: StatedTotal | None = None,
    year: int | None = None,
) -> Iterator[IdentityResult]:
    """Yield the rates whose two amounts stand in their sentence.

    Args:
        texts: texts with their amounts, and all their numbers for the days that are counted.
        known: where the rates stand that were looked at already.
        people: how many people there are in the plan's own year, as its text says.
        year: that year: rates for so many people under headings over results are left out.
    """
    for passage, numbers in texts:
        piece = passage[0]
        headings = Headings.of(piece.source, year) if people is not None else None
        for sentence in sentences(piece, amounts_of(passage, numbers)):
            rates = [rate for at in range(len(sentence)) if (rate := rate_of(piece, sentence, at)) is not None]
            for rate in rates:
                span = piece.source.span(rate.amount.start, rate.amount.digits_end)
                if not (piece.placed and span.start in known) and not _is_earlier(piece, rate):
                    results = list(_results(piece, sentence, rate, rates))
                    results = [one for one in results if not _are_of_parts(piece, rate, rates, one)]
                    if (
                        not results
                        and people is not None
                        and headings
                        and not headings.tell_of_others(rate.amount.start)
                    ):
                        results = list(_of_people(piece, sentence, rate, people))
                    yield from results


def _is_earlier(piece: Piece, rate: Rate) -> bool:
    """Whether a rate is brought in as that of another year: what stands beside it is of this one."""
    return rate.amount.hit is not None and earlier(piece.source.lower, rate.amount.hit) is not None


def _are_of_parts(piece: Piece, rate: Rate, rates: Sequence[Rate], result: IdentityResult) -> bool:
    """Whether a mean lies between several rates that are each of some of it: *28 căn, xây mới 60 triệu đồng/căn, sửa chữa 30 …*."""
    label, mean = rate.amount.quantity.unit.label, result.expected
    alike = [one for one in rates if one.amount.quantity.unit.label == label and not _is_earlier(piece, one)]
    values = [one.amount.quantity.value for one in alike if one.amount.change is Change.LEVEL and not one.spoken]
    return mean is not None and len(values) > 1 and min(values) < mean.value < max(values)


# --- the two amounts of a rate ------------------------------------------------------------------------------------------

_SOME = re.compile(
    r"(?<!\w)(?:thêm|tăng|mới tuyển|tuyển|bổ sung|thu hút|cử|trong đó|riêng|lợi nhuận|lãi|đối ứng|tối đa|tối thiểu|hỗ trợ thêm|còn lại|giảm|ngoài ra|lũy kế"
    r"|vượt|thiếu|giải ngân|đã chi|đã thu|tạm ứng|đợt 1|so với|kế hoạch|tháng [0-9]{1,2}|quý [ivx0-9]+|[0-9]{1,2} tháng|hiện nay|hiện tại|khách (?:quốc tế|nội địa|lưu trú)|thời điểm|dao động|trồng mới|trồng rừng|chăm sóc rừng|bảo vệ rừng|tái canh|nước ngoài|tư nhân|ngoài công lập|tuyến xã|trạm y tế|đã thực hiện)(?!\w)"
)
"""Words with an amount that make it one of some, or of more than the rate is of."""


def _results(piece: Piece, sentence: Sequence[Amount], rate: Rate, rates: Sequence[Rate]) -> Iterator[IdentityResult]:
    """Yield what comes of the only two amounts of a clause, else of the sentence, that a rate can be of."""
    told = {one.amount.start for one in rates}
    if sum(one.spoken is rate.spoken and one.top(rate.amount.quantity.unit) for one in rates if one.spoken) > 1:
        return
    free = [one for one in sentence if one.start not in told and one.start not in rate.apart]
    around = before_bracket(piece, sentence, rate)
    if around is not None:
        if _is_meant(piece, sentence, rate, *around):
            yield from _result(piece, sentence, rate, *around)
        return
    over = _put_over(piece, sentence, rate)
    if over is not None:
        if _is_meant(piece, sentence, rate, over[0]):
            yield from _result(piece, sentence, rate, *over)
        return
    for scope in (clauses(piece, sentence, rate.amount), sentence):
        inside = {one.start for one in scope}
        near = [one for one in free if one.start in inside]
        bottoms = _bottoms(piece, near, rate)
        tops = [one for one in near if rate.top(one.quantity.unit) and not (len(bottoms) == 1 and one is bottoms[0])]
        tops = list(_of_noun(tops, rate.nouns[0]))
        bottoms = [one for one in bottoms if not (len(tops) == 1 and one is tops[0])]
        if len(tops) > 1 or len(bottoms) > 1:
            yield from _of_wholes(piece, sentence, rate, tops, bottoms)
            return
        if tops and bottoms:
            top, bottom = tops[0], bottoms[0]
            apart = scope is sentence and not _goes_on(piece, sentence, rate, top, bottom)
            if top is not bottom and not apart and _is_meant(piece, sentence, rate, top, bottom):
                yield from _result(piece, sentence, rate, top, bottom)
            return


def _of_wholes(
    piece: Piece, sentence: Sequence[Amount], rate: Rate, tops: Sequence[Amount], bottoms: Sequence[Amount]
) -> Iterator[IdentityResult]:
    """Yield what comes of the first of several amounts, the rest being its parts, where a mean is of none of them."""
    if not (tops and bottoms) or not whole_of(piece, tops) or not whole_of(piece, bottoms):
        return
    top, bottom = tops[0], bottoms[0]
    if not _is_meant(piece, sentence, rate, top, bottom) or not is_told_of(piece, sentence, rate, top, bottom):
        return
    pairs = [
        (one, other)
        for one in tops
        for other in bottoms
        if one is not other and one.quantity.value > 0 < other.quantity.value
    ]
    made = [list(_result(piece, sentence, rate, *pair)) for pair in pairs]
    if not any(one.holds for results in made for one in results):
        yield from _result(piece, sentence, rate, top, bottom)


_OVER = re.compile(r"[^;.,:()|0-9]{0,40}?(?:\s?/\s?|\schia (?:đều )?(?:cho|trên)\s)")
_BESIDE = re.compile(r"[^;|0-9()]{0,80}[(=][^;|0-9()]{0,60}|[^;|0-9()]{0,80}\):?[^;|0-9()]{0,60}")
"""Between a rate and a bracket with what it is worked out from, on either side of it."""


def _put_over(piece: Piece, sentence: Sequence[Amount], rate: Rate) -> tuple[Amount, Amount] | None:
    """Return two amounts in a bracket beside a rate the one of which is put over the other: *2 tổ/xã (204 tổ/102 xã)*."""
    at, lower = sentence.index(rate.amount), piece.source.lower
    for first in (at + 1, at - 2):
        if not 0 <= first < len(sentence) - 1:
            continue
        top, bottom = sentence[first : first + 2]
        between = (rate.amount.end, top.start) if first > at else (bottom.end, rate.amount.start)
        things = rate.bottom(bottom.quantity.unit) or bottom.quantity.unit.kind is UnitKind.COUNT
        if not (things and rate.top(top.quantity.unit) and _OVER.fullmatch(lower, top.end, bottom.start)):
            continue
        if _BESIDE.fullmatch(lower, *between):
            return top, bottom
    return None


_IN_ALL = re.compile(r"(?<!\w)(?:tổng|cộng|như vậy|tất cả)(?!\w)")


def _goes_on(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether clauses with a rate and what it is of belong together: the one opens the sentence, or its words say so."""
    if clauses(piece, sentence, rate.amount) == sentence:
        return True
    if rate.spoken and sentence.index(rate.amount) > max(sentence.index(one) for one in (top, bottom)):
        return True  # "cho 102 xã; mỗi xã …"
    if rate.spoken:
        return _IN_ALL.search(words_before(piece, sentence, sentence.index(top))) is not None
    at = sentence.index(rate.amount)
    first = at == 0 or (bool(rate.apart) and at == 1)
    return first or MEANS.search(words_before(piece, sentence, at)) is not None


def _of_noun(found: Sequence[Amount], dimension: str) -> Sequence[Amount]:
    """Return those of some amounts that are of the very noun, if any is: *bé trai* beside *bé gái*."""
    return [one for one in found if one.quantity.unit.dimension == dimension] or found


_POPULATION = re.compile(r"(?<!\w)(?:dân số|số dân|nhân khẩu)(?:\s[^\W\d_]+|\snăm [0-9]{4}){0,5}\s?[:(]?\s*$")


_SHARE_OF_IT = re.compile(r"%\s(?:của )?(?:dân số|số dân)(?!\w)[^0-9;.()]{0,30}\(\s?$")


def _all_people(piece: Piece, found: Sequence[Amount]) -> Sequence[Amount]:
    """Return those of some amounts that are said to be the population, if any is; what a share of it comes to is not."""
    lower = piece.source.lower
    found = [one for one in found if not search_before(_SHARE_OF_IT, lower, one.start, _NEAR)]
    return [
        one
        for one in found
        if bare_noun(one.quantity.unit) in ("dân", "nhân khẩu", "khẩu")
        or search_before(_POPULATION, lower, one.start, _NEAR)
    ] or found


_PERSON = parse_unit("người").dimension


def _bottoms(piece: Piece, near: Sequence[Amount], rate: Rate) -> list[Amount]:
    """Return what a rate may be divided by; of *1,8 lượt/người* that is no number of *lượt*."""
    found = _all_people(piece, [one for one in near if rate.bottom(one.quantity.unit)])
    own = rate.nouns[0] if rate.nouns[0] != _PERSON else None
    return [one for one in _of_noun(found, rate.nouns[1]) if one.quantity.unit.dimension != own]


_LEAST_BASE = Fraction(1, 1000)


def _of_people(piece: Piece, sentence: Sequence[Amount], rate: Rate, people: StatedTotal) -> Iterator[IdentityResult]:
    """Yield what the only count of a sentence makes over the people there are: *bố trí 900 giường bệnh để đạt 30 giường bệnh/vạn dân*."""
    unit = rate.amount.quantity.unit
    if unit.kind is not UnitKind.COUNT or unit.scale > _LEAST_BASE or rate.spoken:
        return
    hit = people.hit
    heads = Amount(hit.target, hit.numeral.start, hit.numeral.end, hit.end, hit)
    tops = [one for one in sentence if one is not rate.amount and rate.top(one.quantity.unit)]
    named = len(tops) == 1 and rate.nouns[0] == tops[0].quantity.unit.dimension and rate.bottom(heads.quantity.unit)
    if not named or any(rate.bottom(one.quantity.unit) for one in sentence if one is not rate.amount):
        return
    if _is_meant(piece, sentence, rate, tops[0]):
        yield from _result(piece, sentence, rate, tops[0], heads)


def _is_meant(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount | None = None) -> bool:
    """Whether two amounts are levels of all there is, as far as their words tell."""
    both = (top,) if bottom is None else (top, bottom)
    for one in both:
        if one.change is not Change.LEVEL or one.total or one.upper or one.quantity.value <= 0:
            return False
        if one.bound not in (Bound.EXACT, Bound.ABOUT) and not (one is bottom and one.bound in _MORE):
            return False
    at_once = bottom is not None and stand_together(piece, sentence, rate, top, bottom)
    for one in () if at_once else (rate.amount, *both):
        if _SOME.search(words_before(piece, sentence, sentence.index(one))) is not None:
            return False
    if top.quantity.unit.kind is UnitKind.MONEY and is_only_part(piece, sentence, rate.amount, top):
        return False
    if (
        rate.amount.quantity.unit.kind is UnitKind.MONEY
        and not rate.spoken
        and bottom
        and is_people(bottom.quantity.unit)
    ):
        return same_money(piece, rate.amount, top, follows=_is_put_on(sentence, rate.amount, top))
    return True


def _is_put_on(sentence: Sequence[Amount], one: Amount, top: Amount) -> bool:
    """Whether an amount stands right behind another: *trên 600 ha* is no bound there."""
    at = sentence.index(one)
    return at > 0 and sentence[at - 1] is top


_CROPS = re.compile(
    r"(?<!\w)(?:lúa|thóc|ngô|lạc|đậu|rau|mía|sắn|khoai|thuốc lá|cây lương thực|gieo|sạ|vụ đông xuân|vụ hè thu)(?!\w)"
)


_ALL_BEARS = re.compile(rf"{_CROPS.pattern}|(?<!\w)(?:thu hoạch|cho sản phẩm|cho thu)(?!\w)")


def _result(
    piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount
) -> Iterator[IdentityResult]:
    """Yield what one amount over the other makes, if it is near enough for the two to be meant."""
    unit = bottom.quantity.unit
    stated = rate.value / (unit.factor / unit.scale if rate.spoken else 1)
    made = top.quantity.amount / bottom.quantity.amount
    ratio = made / stated
    before = words_before(piece, sentence, sentence.index(rate.amount))
    slack = written_slack(rate.amount, top, bottom, norm=is_norm(before))
    least = _TOLERANCE if not rate.spoken else Fraction(0)
    if Bound.ABOUT in {rate.amount.bound, top.bound, bottom.bound}:
        least = _HEDGED
    if bottom.bound not in (Bound.EXACT, Bound.ABOUT):
        least = _OPEN
    gap = ratio - 1
    if rate.land and gap < 0 and _CROPS.search(_words(piece, rate.amount, top, bottom)) is not None:
        least = max(least, _CUT_LESS)
    loose = rate.amount.bound
    if rate.land and not rate.spoken and gap < 0 and not _ALL_BEARS.search(_words(piece, rate.amount, top, bottom)):
        gap = Fraction(0)  # not all the land bears
    if bottom.bound in _MORE and gap > 0 and bottom.start < top.start:
        gap = Fraction(0)  # there may be more of them than that
    if (gap > 0 and loose in (Bound.AT_LEAST, Bound.MORE_THAN)) or (
        gap < 0 and loose in (Bound.AT_MOST, Bound.LESS_THAN)
    ):
        gap = Fraction(0)
    slip = is_slip(rate.amount.quantity, stated, top.quantity, bottom.quantity)
    holds = abs(gap) <= max(slack, least) and not slip
    low, high = _LIKELY
    near = low <= ratio <= high or is_shifted(ratio)
    if not (holds or slip or near or is_told_of(piece, sentence, rate, top, bottom)):
        return
    unit = rate.amount.quantity.unit
    expected = Quantity(scaled(Decimal(1), rate.amount.quantity.amount * ratio / unit.factor), unit)
    claims = [_claim(piece, one, rate.amount, top, bottom) for one in (rate.amount, top, bottom)]
    yield IdentityResult(
        IdentityKind.PRODUCT,
        claims[0].name,
        (claims[1], claims[2]),
        holds,
        claims[0],
        expected,
        claims[0].target.quantity,
    )


def _words(piece: Piece, *amounts: Amount) -> str:
    start, end = min(one.start for one in amounts), max(one.end for one in amounts)
    return piece.source.lower[max(0, start - _NEAR) : min(end + _NEAR, start + _LONGEST)]


_LONGEST = 600


def _claim(piece: Piece, amount: Amount, *all_three: Amount) -> Claim:
    span = piece.source.span(amount.start, amount.digits_end) if piece.placed else None
    start, end = min(one.start for one in all_three), max(one.end for one in all_three)
    start = max(start, all_three[0].start - _LONGEST)
    text = piece.source.clean(start, min(end, start + _LONGEST))
    return Claim(amount.quantity.unit.label, None, amount.target, span=span, piece=text)
