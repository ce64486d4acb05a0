"""Rates beside the two amounts they are made of, in one sentence: *diện tích 5.900 km2, dân số 3,5 triệu người, mật độ 593 người/km2*.

No name has to be known: the unit of the rate says what is put over what (``tỷ đồng/km``), or the words before it do
(*mỗi xã 02 tổ*, *cứ 10.000 dân có 3 dược sĩ*).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product

from chitieu.checking.changes.earlier import earlier
from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.named_amounts.stated_totals import StatedTotal
from chitieu.checking.ratios.means import (
    before_bracket,
    is_plain,
    is_told_of,
    stand_together,
    stands_in_bracket,
    whole_of,
)
from chitieu.checking.ratios.money_for_each import MEANS, is_only_part, same_money
from chitieu.checking.ratios.quotient import OPEN, TOLERANCE, is_near
from chitieu.checking.ratios.quotient import is_shifted as is_tenfold
from chitieu.checking.ratios.rate_forms import Rate, bare_noun, is_people, rate_of
from chitieu.checking.ratios.rate_slack import is_norm, is_shifted, is_slip, written_slack
from chitieu.checking.ratios.worked_results import claim_at, is_known, product_of
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before, search_before, text_before
from chitieu.checking.texts.sentences import Amount, amounts_of, clauses, sentences, words_before
from chitieu.numbers.numeral import Numeral
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind, parse_unit

__all__ = ["rates_beside"]

_HEDGED = Fraction(3, 100)
"""The gap that is none where an amount is said to be about so much, and the part of a crop that may be sown and not cut."""
_FIRM = (Bound.EXACT, Bound.ABOUT)
_MORE, _LESS = (Bound.MORE_THAN, Bound.AT_LEAST), (Bound.LESS_THAN, Bound.AT_MOST)


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
                if not is_known(piece, known, rate.amount.start) and not _is_earlier(piece, rate):
                    results = list(_results(piece, sentence, rate, rates))
                    results = [one for one in results if not _is_of_part(piece, sentence, rate, rates, one)]
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


def _is_of_part(
    piece: Piece, sentence: Sequence[Amount], rate: Rate, rates: Sequence[Rate], result: IdentityResult
) -> bool:
    """Whether one total lies between several rates that are each of some of it: *28 căn, xây mới 60 triệu đồng/căn, sửa chữa 30 …*."""
    label, mean = rate.amount.quantity.unit.label, result.expected
    alike = [one for one in rates if one.amount.quantity.unit.label == label and not _is_earlier(piece, one)]
    values = [one.amount.quantity.value for one in alike if one.amount.change is Change.LEVEL and not one.spoken]
    totals = [one for one in sentence if rate.top(one.quantity.unit)]
    return mean is not None and len(totals) == 1 < len(values) and min(values) < mean.value < max(values)


# --- the two amounts of a rate ------------------------------------------------------------------------------------------

_SOME = re.compile(
    r"(?<!\w)(?:thêm|tăng|mới tuyển|tuyển|bổ sung|thu hút|cử|trong đó|riêng|lợi nhuận|lãi|đối ứng|tối đa|tối thiểu|hỗ trợ thêm|còn lại|giảm|ngoài ra|lũy kế"
    r"|vượt|thiếu|giải ngân|đã chi|đã thu|tạm ứng|đợt 1|so với|kế hoạch|tháng [0-9]{1,2}|quý [ivx0-9]+|[0-9]{1,2} tháng|hiện nay|hiện tại|khách (?:quốc tế|nội địa|lưu trú)|thời điểm|dao động|trồng mới|trồng rừng|chăm sóc rừng|bảo vệ rừng|tái canh|nước ngoài|tư nhân|ngoài công lập|tuyến xã|trạm y tế|đã thực hiện)(?!\w)"
)
"""Words with an amount that make it one of some, or of more than the rate is of."""


def _results(piece: Piece, sentence: Sequence[Amount], rate: Rate, rates: Sequence[Rate]) -> Iterator[IdentityResult]:
    """Yield what comes of the only two amounts of a clause, else of the sentence, that a rate can be of."""
    if rate.spoken and sum(one.spoken and one.top(rate.amount.quantity.unit) for one in rates) > 1:
        return
    free = _free(piece, sentence, rate, {one.amount.start for one in rates})
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
        tops = _of_noun([one for one in near if rate.top(one.quantity.unit) and bottoms != [one]], rate.nouns[0])
        bottoms = [one for one in bottoms if tops != [one]]
        if len(tops) > 1 or len(bottoms) > 1:
            yield from _of_wholes(piece, sentence, rate, tops, bottoms)
            return
        if tops and bottoms:
            top, bottom = tops[0], bottoms[0]
            apart = scope is sentence and not _goes_on(piece, sentence, rate, top, bottom)
            if not apart and _is_meant(piece, sentence, rate, top, bottom):
                yield from _result(piece, sentence, rate, top, bottom)
            return


def _free(piece: Piece, sentence: Sequence[Amount], rate: Rate, told: Container[int]) -> Sequence[Amount]:
    """Return the amounts a rate may be of: no rates; of a mean behind its amounts, what follows it is none."""
    free = [one for one in sentence if one.start not in told and one.start not in rate.apart]
    if rate.spoken or not is_plain(piece, sentence, rate):
        return free
    ahead = [one for one in free if one.start < rate.amount.start]
    units = [one.quantity.unit for one in ahead]
    both = any(map(rate.top, units)) and any(rate.bottom(unit) and not rate.top(unit) for unit in units)
    return ahead if both else free


def _of_wholes(
    piece: Piece, sentence: Sequence[Amount], rate: Rate, tops: Sequence[Amount], bottoms: Sequence[Amount]
) -> Iterator[IdentityResult]:
    """Yield what comes of the first of several amounts, the rest being its parts, where a mean is of none of them."""
    if not (tops and bottoms) or not whole_of(piece, tops) or not whole_of(piece, bottoms):
        return
    top, bottom = tops[0], bottoms[0]
    if not _is_meant(piece, sentence, rate, top, bottom) or not is_told_of(piece, sentence, rate, top, bottom):
        return
    pairs = [pair for pair in product(tops, bottoms) if all(one.quantity.value for one in pair)]
    if not any(one.holds for pair in pairs for one in _result(piece, sentence, rate, *pair)):
        yield from _result(piece, sentence, rate, top, bottom)


_OVER = re.compile(r"[^;.,:()|0-9]{0,40}?(?:\s?/\s?|\schia (?:đều )?(?:cho|trên)\s)")
_BESIDE = re.compile(r"[^;|0-9()]{0,80}[(=][^;|0-9()]{0,60}|[^;|0-9()]{0,80}\):?[^;|0-9()]{0,60}")
"""Between a rate and a bracket with what it is worked out from, on either side of it."""


def _put_over(piece: Piece, sentence: Sequence[Amount], rate: Rate) -> tuple[Amount, Amount] | None:
    """Return two amounts in a bracket beside a rate the one of which is put over the other: *2 tổ/xã (204 tổ/102 xã)*."""
    at, lower = sentence.index(rate.amount), piece.source.lower
    for top, bottom in (*pairwise(sentence[at + 1 : at + 3]), *pairwise(items_before(sentence, at, 2))):
        between = (rate.amount.end, top.start) if top.start > rate.amount.start else (bottom.end, rate.amount.start)
        things = rate.bottom(bottom.quantity.unit) or bottom.quantity.unit.kind is UnitKind.COUNT
        over = rate.top(top.quantity.unit) and _OVER.fullmatch(lower, top.end, bottom.start) is not None
        if things and over and _BESIDE.fullmatch(lower, *between):
            return top, bottom
    return None


_IN_ALL = re.compile(r"(?<!\w)(?:tổng|cộng|như vậy|tất cả)(?!\w)")


def _goes_on(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether clauses with a rate and what it is of belong together: the one opens the sentence, or its words say so."""
    if clauses(piece, sentence, rate.amount) == sentence:
        return True
    if rate.spoken:
        last = rate.amount.start > max(top.start, bottom.start)  # "cho 102 xã; mỗi xã …"
        return last or _IN_ALL.search(words_before(piece, sentence, sentence.index(top))) is not None
    at = sentence.index(rate.amount)
    first = all(one.start in rate.apart for one in sentence[:at])
    return first or MEANS.search(words_before(piece, sentence, at)) is not None


def _of_noun(found: list[Amount], dimension: str) -> list[Amount]:
    """Return those of some amounts that are of the very noun, if any is: *bé trai* beside *bé gái*."""
    return [one for one in found if one.quantity.unit.dimension == dimension] or found


_POPULATION = re.compile(r"(?<!\w)(?:dân số|số dân|nhân khẩu)(?:\s[^\W\d_]+|\snăm [0-9]{4}){0,5}\s?[:(]?\s*$")


_SHARE_OF_IT = re.compile(r"%\s(?:của )?(?:dân số|số dân)(?!\w)[^0-9;.()]{0,30}\(\s?$")


def _all_people(piece: Piece, found: list[Amount]) -> list[Amount]:
    """Return those of some amounts that are said to be the population, if any is; what a share of it comes to is not."""
    lower = piece.source.lower
    found = [one for one in found if not search_before(_SHARE_OF_IT, lower, one.start, REACH)]
    return [
        one
        for one in found
        if bare_noun(one.quantity.unit) in ("dân", "nhân khẩu", "khẩu")
        or search_before(_POPULATION, lower, one.start, REACH)
    ] or found


_PERSON = parse_unit("người").dimension


def _bottoms(piece: Piece, near: Sequence[Amount], rate: Rate) -> list[Amount]:
    """Return what a rate may be divided by; of *1,8 lượt/người* that is no number of *lượt*."""
    lower = piece.source.lower
    many = rate.amount.quantity.unit.scale <= _LEAST_BASE  # for so many of all people
    found = [one for one in near if rate.bottom(one.quantity.unit)]
    found = [one for one in found if not (many and _ONLY_SOME.match(lower, one.end))]
    found = _all_people(piece, found)
    own = rate.nouns[0] if rate.nouns[0] != _PERSON else None
    divided = len(found) > 1 and whole_of(piece, found)  # "48 trạm y tế, trong đó xây mới 17 trạm, …"
    alike = found if divided else _of_noun(found, rate.nouns[1])
    return [one for one in alike if one.quantity.unit.dimension != own]


_ONLY_SOME = re.compile(r"\s(?:tham gia|có thẻ|được|đang|đã|hưởng|thụ hưởng|sử dụng|nghèo)(?!\w)")
"""Behind people who are not all there are: *3,1 triệu người tham gia bảo hiểm y tế*."""
_LEAST_BASE = Fraction(1, 1000)


def _of_people(piece: Piece, sentence: Sequence[Amount], rate: Rate, people: StatedTotal) -> Iterator[IdentityResult]:
    """Yield what the only count of a sentence makes over the people there are: *bố trí 900 giường bệnh để đạt 30 giường bệnh/vạn dân*."""
    if rate.amount.quantity.unit.scale > _LEAST_BASE:
        return
    hit = people.hit
    heads = Amount(hit.target, hit.numeral.start, hit.numeral.end, hit.end, hit)
    called = [one for one in sentence if _is_called(piece, sentence, rate, one)]
    tops = called or [one for one in sentence if rate.top(one.quantity.unit)]
    named = len(tops) == 1 and (called or rate.nouns[0] == tops[0].quantity.unit.dimension)
    if not named or not rate.bottom(heads.quantity.unit):
        return
    if any(rate.bottom(one.quantity.unit) for one in sentence if one not in tops):
        return
    if _is_meant(piece, sentence, rate, tops[0]):
        yield from _result(piece, sentence, rate, tops[0], heads)


def _is_called(piece: Piece, sentence: Sequence[Amount], rate: Rate, one: Amount) -> bool:
    """Whether people are those the rate counts, by the words before them: *số bác sĩ đạt 900 người, tương ứng 9 bác sĩ/vạn dân*."""
    noun = rate.nouns[0].removeprefix("count:")
    if one.quantity.unit.dimension != _PERSON or one.start > rate.amount.start:
        return False
    return noun in words_before(piece, sentence, sentence.index(one))


def _is_meant(piece: Piece, sentence: Sequence[Amount], rate: Rate, top: Amount, bottom: Amount | None = None) -> bool:
    """Whether two amounts are levels of all there is, as far as their words tell."""
    both = (top,) if bottom is None else (top, bottom)
    if any(one.change is not Change.LEVEL or not one.is_single or one.quantity.value <= 0 for one in both):
        return False
    if top.bound not in _FIRM or (bottom is not None and bottom.bound in _LESS):
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
        follows = rate.yearly or _is_put_on(sentence, rate.amount, top)
        return same_money(piece, rate.amount, top, follows=follows)
    return True


def _is_put_on(sentence: Sequence[Amount], one: Amount, top: Amount) -> bool:
    """Whether an amount stands right behind another."""
    return [*items_before(sentence, sentence.index(one), 1)] == [top]


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
    words = _words(piece, rate.amount, top, bottom) if rate.land else ""
    excused = _may_be_less(rate, ratio, words) if ratio < 1 else _may_be_more(rate, top, bottom)
    slip = is_slip(rate.amount.quantity, stated, top.quantity, bottom.quantity)
    holds = not slip and (excused or abs(ratio - 1) <= max(slack, _tolerance(rate, top, bottom)))
    meant = holds or slip or is_near(ratio) or is_shifted(ratio) or is_told_of(piece, sentence, rate, top, bottom)
    if not (meant or (is_tenfold(ratio) and stands_in_bracket(piece, sentence, rate, top, bottom))):
        return
    three = rate.amount, top, bottom
    around = min(one.start for one in three), max(one.end for one in three)
    whole, total, heads = (claim_at(piece, one.target, (one.start, one.digits_end), around) for one in three)
    yield product_of(whole, total, heads, ratio, holds=holds)


def _tolerance(rate: Rate, top: Amount, bottom: Amount) -> Fraction:
    """Return the gap that is none, as a share of what is stated; of what is said for each one by one, none is."""
    if bottom.bound in _MORE:
        return OPEN
    if Bound.ABOUT in {rate.amount.bound, top.bound, bottom.bound}:
        return _HEDGED
    return Fraction(0) if rate.spoken else TOLERANCE


def _may_be_less(rate: Rate, times: Fraction, words: str) -> bool:
    """Whether less may come out than a rate says: it is at most so much, not all the land bears, or a little is not cut."""
    uncut = _CROPS.search(words) is not None and times >= 1 - _HEDGED
    return rate.amount.bound in _LESS or (rate.land and (_ALL_BEARS.search(words) is None or uncut))


def _may_be_more(rate: Rate, top: Amount, bottom: Amount) -> bool:
    """Whether more may come out than a rate says: it is at least so much, or there may be more of what is divided by."""
    return rate.amount.bound in _MORE or (bottom.bound in _MORE and bottom.start < top.start)


def _words(piece: Piece, *amounts: Amount) -> str:
    """Return the words before some amounts and between them."""
    start, end = min(one.start for one in amounts), max(one.end for one in amounts)
    return text_before(piece.source.lower, end, end - start + REACH)
