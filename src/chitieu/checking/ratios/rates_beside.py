"""Rates beside the two amounts they are made of, in one sentence: *diện tích 5.900 km2, dân số 3,5 triệu người, mật độ 593 người/km2*.

No name has to be known: the unit of the rate says what is put over what (``tỷ đồng/km``), or the words before it do
(*mỗi xã 02 tổ*, *cứ 10.000 dân có 3 dược sĩ*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.named_amounts.stated_totals import StatedTotal
from chitieu.checking.ratios.rate_forms import Rate, bare_noun, is_people, rate_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.checking.texts.sentences import Amount, amounts_of, clauses, sentences, words_before
from chitieu.numbers.decimals import scaled
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["rates_beside"]

_TOLERANCE, _HEDGED = Fraction(1, 100), Fraction(3, 100)
"""Gaps that are rounding, as shares of what is stated: of firm amounts, and of those said to be about so much."""
_OPEN = Fraction(5, 100)
"""The gap that is none where what is divided by may be a bound: *trên 600 ha*."""
_MORE = (Bound.MORE_THAN, Bound.AT_LEAST)
_LIKELY = Fraction(3, 5), Fraction(5, 3)
"""How far what is made may lie from a rate, as a share of it, for the amounts to be those it is of."""
_SHIFTS = tuple(Fraction(10) ** power for power in (-9, -6, -4, -3, -2, 2, 3, 4, 6, 9))
"""How many times a rate what is made may be where the size of a unit is a slip: *tỷ* for *triệu*, *người/ha* for *người/km2*."""
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
                if not (piece.placed and span.start in known):
                    results = list(_results(piece, sentence, rate, rates))
                    if (
                        not results
                        and people is not None
                        and headings
                        and not headings.tell_of_others(rate.amount.start)
                    ):
                        results = list(_of_people(piece, sentence, rate, people))
                    yield from results


# --- the two amounts of a rate ------------------------------------------------------------------------------------------

_SOME = re.compile(
    r"(?<!\w)(?:thêm|tăng|mới tuyển|tuyển|bổ sung|thu hút|cử|trong đó|riêng|lợi nhuận|lãi|đối ứng|tối đa|tối thiểu|hỗ trợ thêm|còn lại|giảm|ngoài ra|lũy kế"
    r"|vượt|thiếu|giải ngân|đã chi|đã thu|tạm ứng|đợt 1|so với|kế hoạch|tháng [0-9]{1,2}|quý [ivx0-9]+|[0-9]{1,2} tháng|hiện nay|hiện tại|khách (?:quốc tế|nội địa|lưu trú)|thời điểm|dao động|trồng mới|tái canh|nước ngoài|tư nhân|ngoài công lập|tuyến xã|trạm y tế|đã thực hiện)(?!\w)"
)
"""Words with an amount that make it one of some, or of more than the rate is of."""


def _results(piece: Piece, sentence: Sequence[Amount], rate: Rate, rates: Sequence[Rate]) -> Iterator[IdentityResult]:
    """Yield what comes of the only two amounts of a clause, else of the sentence, that a rate can be of."""
    told = {one.amount.start for one in rates}
    if sum(one.spoken is rate.spoken and one.top(rate.amount.quantity.unit) for one in rates if one.spoken) > 1:
        return
    free = [one for one in sentence if one.start not in told and one.start not in rate.apart]
    for scope in (clauses(piece, sentence, rate.amount), sentence):
        inside = {one.start for one in scope}
        near = [one for one in free if one.start in inside]
        bottoms = [one for one in near if rate.bottom(one.quantity.unit)]
        bottoms = list(_of_noun(_all_people(piece, bottoms), rate.nouns[1]))
        tops = [one for one in near if rate.top(one.quantity.unit) and not (len(bottoms) == 1 and one is bottoms[0])]
        tops = list(_of_noun(tops, rate.nouns[0]))
        bottoms = [one for one in bottoms if not (len(tops) == 1 and one is tops[0])]
        if len(tops) > 1 or len(bottoms) > 1:
            return
        if tops and bottoms:
            top, bottom = tops[0], bottoms[0]
            apart = scope is sentence and not _goes_on(piece, sentence, rate, top)
            if top is not bottom and not apart and _is_meant(piece, sentence, rate, top, bottom):
                yield from _result(piece, rate, top, bottom)
            return


_MEANS = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mật độ|suất|tức|tương đương|tương ứng|sĩ số|năng suất|định mức|giá|đơn giá|tỷ số|tỷ suất|tính ra|bằng)(?!\w)"
)
_IN_ALL = re.compile(r"(?<!\w)(?:tổng|cộng|như vậy|tất cả)(?!\w)")


def _goes_on(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount) -> bool:
    """Whether clauses with a rate and what it is of belong together: the one opens the sentence, or its words say so."""
    if clauses(piece, sentence, rate.amount) == sentence:
        return True
    if rate.spoken:
        return _IN_ALL.search(words_before(piece, sentence, sentence.index(top))) is not None
    at = sentence.index(rate.amount)
    first = at == 0 or (bool(rate.apart) and at == 1)
    return first or _MEANS.search(words_before(piece, sentence, at)) is not None


def _of_noun(found: Sequence[Amount], dimension: str) -> Sequence[Amount]:
    """Return those of some amounts that are of the very noun, if any is: *bé trai* beside *bé gái*."""
    return [one for one in found if one.quantity.unit.dimension == dimension] or found


_POPULATION = re.compile(r"(?<!\w)(?:dân số|số dân|nhân khẩu)(?:\s[^\W\d_]+|\snăm [0-9]{4}){0,5}\s?[:(]?\s*$")


def _all_people(piece: Piece, found: Sequence[Amount]) -> Sequence[Amount]:
    """Return those of some amounts that are said to be the population, if any is."""
    lower = piece.source.lower
    return [
        one
        for one in found
        if bare_noun(one.quantity.unit) in ("dân", "nhân khẩu", "khẩu")
        or _POPULATION.search(lower, max(0, one.start - _NEAR), one.start)
    ] or found


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
        yield from _result(piece, rate, tops[0], heads)


def _is_meant(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount | None = None) -> bool:
    """Whether two amounts are levels of all there is, as far as their words tell."""
    both = (top,) if bottom is None else (top, bottom)
    for one in both:
        if one.change is not Change.LEVEL or one.total or one.upper or one.quantity.value <= 0:
            return False
        if one.bound not in (Bound.EXACT, Bound.ABOUT) and not (one is bottom and one.bound in _MORE):
            return False
    for one in (rate.amount, *both):
        if _SOME.search(words_before(piece, sentence, sentence.index(one))) is not None:
            return False
    if top.quantity.unit.kind is UnitKind.MONEY and _is_only_part(piece, sentence, rate, top):
        return False
    if (
        rate.amount.quantity.unit.kind is UnitKind.MONEY
        and not rate.spoken
        and bottom
        and is_people(bottom.quantity.unit)
    ):
        return _same_money(piece, rate.amount, top, follows=_is_put_on(sentence, rate.amount, top))
    return True


_NOT_ALL = re.compile(
    r"(?<!\w)(?:(?:chưa|không) (?:gồm|bao gồm|kể|tính)|lồng ghép|đối ứng|đóng góp|ngoài ra|còn lại|vốn vay|xã hội hóa|vận động)(?!\w)"
)
_HELP = re.compile(r"(?<!\w)(?:hỗ trợ|trợ cấp|thưởng|tặng|cho vay|vay)(?!\w)")


def _is_only_part(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount) -> bool:
    """Whether money for each may be only part of the money told: more comes from others, or it is help and the money is all."""
    lower = piece.source.lower
    if _NOT_ALL.search(lower, sentence[0].start, min(sentence[-1].end + _NEAR, len(lower))):
        return True
    helped, told = (
        _HELP.search(lower, max(0, one.start - _NEAR // 2), one.start) is not None for one in (rate.amount, top)
    )
    return helped and not told


_MONEY = (
    re.compile(r"(?<!\w)grdp|tổng sản phẩm"),
    re.compile(r"(?<!\w)thu nhập"),
    re.compile(r"(?<!\w)(?:chi|vốn)(?!\w)"),
    re.compile(r"(?<!\w)(?:thu|doanh thu)(?! nhập)(?!\w)"),
)


def _is_put_on(sentence: Sequence[Amount], one: Amount, top: Amount) -> bool:
    """Whether an amount stands right behind another: *trên 600 ha* is no bound there."""
    at = sentence.index(one)
    return at > 0 and sentence[at - 1] is top


def _same_money(piece: Piece, rate: Amount, top: Amount, *, follows: bool) -> bool:
    """Whether money for each of the people is named as the money it should be of is; right behind it, it need not be named."""
    names = [name_before(piece, one.hit).lower() if one.hit is not None else "" for one in (rate, top)]
    said = [{at for at, words in enumerate(_MONEY) if words.search(name)} for name in names]
    return said[0] == said[1] or (follows and not said[0])


_CROPS = re.compile(
    r"(?<!\w)(?:lúa|thóc|ngô|lạc|đậu|rau|mía|sắn|khoai|thuốc lá|cây lương thực|gieo|sạ|vụ đông xuân|vụ hè thu)(?!\w)"
)


def _result(piece: Piece, rate: Rate, top: Amount, bottom: Amount) -> Iterator[IdentityResult]:
    """Yield what one amount over the other makes, if it is near enough for the two to be meant."""
    unit = bottom.quantity.unit
    stated = rate.value / (unit.factor / unit.scale if rate.spoken else 1)
    made = top.quantity.amount / bottom.quantity.amount
    ratio = made / stated
    slack = _slack(rate, top, bottom)
    least = _TOLERANCE if not rate.spoken else Fraction(0)
    if Bound.ABOUT in {rate.amount.bound, top.bound, bottom.bound}:
        least = _HEDGED
    if bottom.bound not in (Bound.EXACT, Bound.ABOUT):
        least = _OPEN
    if rate.land and _CROPS.search(_words(piece, rate.amount, top, bottom)) is not None:
        least = max(least, _CUT_LESS)
    gap = ratio - 1
    loose = rate.amount.bound
    if rate.land and not rate.spoken and gap < 0 and not _CROPS.search(_words(piece, rate.amount, top, bottom)):
        gap = Fraction(0)  # not all the land bears
    if bottom.bound in _MORE and gap > 0 and bottom.start < top.start:
        gap = Fraction(0)  # there may be more of them than that
    if (gap > 0 and loose in (Bound.AT_LEAST, Bound.MORE_THAN)) or (
        gap < 0 and loose in (Bound.AT_MOST, Bound.LESS_THAN)
    ):
        gap = Fraction(0)
    holds = abs(gap) <= max(slack, least)
    low, high = _LIKELY
    if not holds and not low <= ratio <= high and not _is_shifted(ratio):
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


def _is_shifted(ratio: Fraction) -> bool:
    """Whether what is made is a rate but for the size of a unit."""
    return any(abs(ratio / shift - 1) <= _TOLERANCE for shift in _SHIFTS)


def _slack(rate: Rate, top: Amount, bottom: Amount) -> Fraction:
    """Return the gap that the digits written explain, as a share; what is counted one by one is not rounded."""
    shares = [_half(one) for one in (rate.amount, top, bottom)]
    return sum(shares, Fraction(0))


def _half(amount: Amount) -> Fraction:
    quantity = amount.quantity
    whole = quantity.value == quantity.value.to_integral_value()
    if whole and quantity.unit.factor == 1 and quantity.unit.kind in (UnitKind.COUNT, UnitKind.TIME):
        return Fraction(0)
    return grain(quantity) / abs(quantity.amount) / 2


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
