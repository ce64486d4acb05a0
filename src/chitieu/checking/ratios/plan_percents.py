"""Results against what was planned: ``51.750 lao động, vượt 3,5% kế hoạch (50.000 lao động)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.changes.bases import is_base
from chitieu.checking.changes.earlier import earlier
from chitieu.checking.named_amounts.nouns import counts_alike, counts_people
from chitieu.checking.parts.slips import swapped
from chitieu.checking.ratios.common_base import off_base
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import items_before, search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["Comparison", "plan_percents"]


@frozen(eq=False)
class Comparison:
    """An amount that says how far another is from what was planned, and does not.

    Attributes:
        about: what is compared.
        hit: the amount that compares.
        expected: what it should be.
    """

    about: str
    hit: TargetHit
    expected: Quantity


_PLAN = re.compile(
    r"\s(?:so với\s|so\s|của\s)?(?:tổng\s)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|kh|dt)(?!\w)(?:(?!so với|cùng kỳ)[^;.,()|\n]){0,60}?"
    r"(?:\s?\(\s?(?:(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh|dt|giao|được giao|mức|là|đề ra|năm (?:19|20)[0-9]{2}|cả năm)\s?:?\s?)*|\slà\s)"
    r"|\s(?:so với\s|so\s|của\s)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)\s(?:(?:năm|giao|được|đề|ra|vốn|cả|(?:19|20)[0-9]{2})\s)*"
)
"""Between the amount that compares and what was planned."""
_PLAN_AHEAD = re.compile(
    r"(?:\(|/\s?|(?<!\w))(?:kế hoạch|dự toán|chỉ tiêu|kh|dt)(?:\s(?:(?!(?:so|bằng|đạt|cùng|tăng|giảm|vượt)\s)[^\W\d_]+|(?:19|20)[0-9]{2})(?=\s|:)){0,14}?\s?:?\s$"
    r"|(?<!\w)(?:vốn|chỉ tiêu|dự toán|kinh phí)\s(?:[^\W\d_]+\s|(?:19|20)[0-9]{2}\s){0,8}?(?:được|là) giao(?: là|:)?\s$"
)
_COMPARED = re.compile(r"\)?,\s(?:đã\s)?(?:ước\s)?(?:đạt|bằng|vượt|hụt|tăng|giảm)\s(?:tỷ lệ\s)?(?:khoảng\s)?")
_DONE = re.compile(
    r"[,;]\s(?:phấn đấu\s|(?:tính )?(?:đến|hết)\s[^;,.()|]{1,30}\s|đã\s|ước\s|kết quả\s|cả năm\s)*(?:thực hiện|đạt|giải ngân|thu|hoàn thành)\s(?:được\s|đạt\s|(?:đến|hết)\s[^;,.()|]{1,30}\s)*"
)
_OF_PLAN = re.compile(r"\s?(?:\)|[.,;](?!\w)|$|\n|(?:so với |so )?(?:kế hoạch|dự toán|chỉ tiêu)(?!\w))")
_STOP = re.compile(r";|\.(?=\s)|\n\s*\n|\n\s{0,20}(?:[-+*•]|[0-9]{1,3}[.)]|[a-zđ]\))|\|")
_OTHERWISE = re.compile(r"(?<!\w)(?:gấp|chiếm|trong đó|mới)\s(?:khoảng\s)?$")
_MOST = 8


_BESIDE = re.compile(r"\s?[(,]\s?(?:(?:đạt|bằng)\s)?")
_OF_ITS_PLAN = re.compile(
    r"\s(?:so với |của )?(?:kế hoạch|chỉ tiêu)(?:\s(?:năm(?: [0-9]{4})?|cả năm|được giao|giao|đề ra))*\s?(?:[().,;]|$|\n)"
)
_NEAR = Fraction(1, 10)


def _off_fraction(passage: Passage) -> Iterator[Comparison]:
    """Yield the percentages of people out of those planned: *29.800/36.000 lượt người (82,8% kế hoạch năm)*.

    Of communes or schools there may be other numbers in the plan than there are; there nothing is said.
    """
    piece, hits = passage
    lower = piece.source.lower
    for count, percent in pairwise(hits):
        total, stated = count.target.total, percent.target.quantity
        if total is None or not total.amount or stated.unit.label != "%" or percent.target.bound is not Bound.EXACT:
            continue
        noun = count.target.quantity.unit.label
        if not (counts_people(noun) or counts_people(noun.partition(" ")[0])):
            continue
        if not _BESIDE.fullmatch(lower, count.end, percent.start) or not _OF_ITS_PLAN.match(lower, percent.end):
            continue
        made = count.target.quantity.amount / total.amount
        turned = stated.value in swapped(_written_like(stated, _ALL * made).value)
        if turned or grain(stated) <= abs(stated.amount - made) <= made * _NEAR:
            about = piece.source.clean(count.numeral.start, count.numeral.end)
            yield Comparison(about, percent, _written_like(stated, _ALL * made))


def _written_like(stated: Quantity, percent: Fraction) -> Quantity:
    """Return a percentage with the digits of another, and at least one."""
    digits = max(1, -int(stated.value.as_tuple().exponent))
    number = Decimal(percent.numerator) / Decimal(percent.denominator)
    return Quantity(number.quantize(Decimal(1).scaleb(-digits)), stated.unit)


def plan_percents(passage: Passage) -> Iterator[Comparison]:
    """Yield the percentages and gaps against a plan that are not what the result and the plan make.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    yield from _planned_ahead(passage)
    yield from _off_base(passage)
    yield from _off_fraction(passage)
    for at, (said, plan) in enumerate(pairwise(hits)):
        if not _is_plain(plan) or said.target.bound is not Bound.EXACT or not said.target.is_single:
            continue
        if _PLAN.fullmatch(lower, said.numeral.end, plan.numeral.start) is None:
            continue
        if search_before(_OTHERWISE, lower, said.numeral.start, REACH):
            continue
        reached = _reached(lower, hits, at)
        pairs = [(one.target.quantity, plan.target.quantity) for one in reached]
        pairs += [(planned, done) for done, planned in pairs]  # what is planned may stand ahead of what was done
        if reached and not any(_fits(done, said, planned) for done, planned in pairs):
            yield _comparison(_told_by(reached, said, plan), said, plan)


def _told_by(reached: Sequence[TargetHit], said: TargetHit, plan: TargetHit) -> TargetHit:
    """Return the result that is compared: the nearest one in the text; by an amount, that which comes nearest to the plan."""
    if said.target.quantity.unit.label == "%":
        return reached[0]
    return min(reached, key=lambda one: abs(one.target.quantity.amount - plan.target.quantity.amount))


def _planned_ahead(passage: Passage) -> Iterator[Comparison]:
    """Yield those behind both: ``21.000 người (kế hoạch 20.000 người), vượt 5%``, ``kế hoạch 20.000 người, thực hiện 21.000 người, đạt 105%``."""
    piece, hits = passage
    lower = piece.source.lower
    for first, second, said in zip(hits, hits[1:], hits[2:], strict=False):
        planned = [search_before(_PLAN_AHEAD, lower, one.numeral.start, REACH) is not None for one in (first, second)]
        if not any(planned) and _OF_YEAR.match(lower, said.numeral.end):
            planned[0] = _SOME_MONTHS.fullmatch(lower, first.numeral.end, second.numeral.start) is not None
        if sum(planned) != 1 or not (_is_plain(first) and _is_plain(second)):
            continue
        done, plan = (second, first) if planned[0] else (first, second)
        joined = (
            _DONE.fullmatch(lower, first.numeral.end, second.numeral.start)
            or _SOME_MONTHS.fullmatch(lower, first.numeral.end, second.numeral.start)
            if planned[0]
            else _AT_ONCE.fullmatch(lower, first.numeral.end, second.numeral.start)
        )
        follows = joined is not None or (planned[0] and _is_done(lower, done, said, plan))
        alike = counts_alike(done.target.quantity.unit, plan.target.quantity.unit)
        told = said.target.quantity.unit.label == "%" and said.target.bound is Bound.EXACT and said.target.is_single
        if not follows or not alike or not told or not _OF_PLAN.match(lower, said.numeral.end):
            continue
        compared = _COMPARED.fullmatch(lower, second.numeral.end, said.numeral.start)
        grown = said.target.change is not Change.LEVEL and "vượt" not in compared[0] if compared is not None else True
        if not grown and not _fits(done.target.quantity, said, plan.target.quantity):
            yield _comparison(done, said, plan)


_SOON_DONE = re.compile(
    r"[^;.,()|0-9]{0,30}[;,]\s(?:(?:tính\s)?(?:đến|hết)\s(?:hết\s)?(?:ngày\s|tháng\s|quý\s)?[0-9ivx/.-]{1,10}\s|(?:[^\W\d_]+\s){0,3}?[0-9]{1,2}\stháng(?:\sđầu năm)?\s)?"
    r"(?!trong đó|riêng|gồm|năm|cùng kỳ|so với)(?:[^\W\d_]+\s){0,5}?"
)
"""Between what was planned and what was done of it, where a percentage of the plan follows."""
_OF_THIS_PLAN = re.compile(
    r"\s(?:so với\s|so\s|của\s)?(?:kế hoạch|dự toán|chỉ tiêu)(?:\s(?:năm|được giao|giao|đề ra|cả năm|vốn))*\s?(?:[;,)\n]|\.(?=\s)|\.?$)"
)
_LIKELY = 2


def _is_done(lower: str, done: TargetHit, said: TargetHit, plan: TargetHit) -> bool:
    """Whether an amount is what was done of the one planned ahead of it, as a percentage of *the* plan near what the two make says."""
    if not _OF_THIS_PLAN.match(lower, said.numeral.end) or said.target.change is not Change.LEVEL:
        return False
    if not _SOON_DONE.fullmatch(lower, plan.numeral.end, done.numeral.start):
        return False
    made = done.target.quantity.amount / plan.target.quantity.amount * _ALL
    return made < said.target.quantity.value * _LIKELY and said.target.quantity.value < made * _LIKELY


_OF_YEAR = re.compile(
    r"\s(?:so với\s)?(?:kế hoạch|dự toán|chỉ tiêu)\s(?:của\s)?(?:cả\s)?năm\s?(?:[;,)\n]|\.(?=\s)|\.?$)"
)
_SOME_MONTHS = re.compile(
    r"\s?[^;.,()|0-9]{0,40}[;,]\s(?:trong đó,?\s|riêng\s)(?:trong\s|lũy kế\s|hết\s)*(?:[0-9]\stháng|quý\s[ivx1-4]{1,3})(?:\sđầu năm)?\s(?:[^\W\d_]+\s){0,4}?"
)
"""Between what a year is to bring and what some of its months do."""
_AT_ONCE = re.compile(
    r"[^;.,()|0-9]{0,30}(?:\s?\(|\s?/\s?|\s(?:so với|so|trên)\s(?:tổng\s)?)(?:kế hoạch|dự toán|chỉ tiêu|kh|dt)[^;.,()|]{0,40}"
)


def _off_base(passage: Passage) -> Iterator[Comparison]:
    """Yield the amounts beside their percentages that are not of what the others of their row are of."""
    for percent, amount, base in off_base(passage):
        share = _ALL * amount.target.quantity.amount / base
        yield Comparison(f"{amount.target.quantity}", percent, _written_like(percent.target.quantity, share))


def _comparison(done: TargetHit, said: TargetHit, plan: TargetHit) -> Comparison:
    about = f"{done.target.quantity} / {plan.target.quantity}"
    return Comparison(about, said, _expected(done.target.quantity, said, plan.target.quantity))


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    level = target.change is Change.LEVEL and target.bound is Bound.EXACT
    return level and target.is_single and target.quantity.amount > 0


def _reached(lower: str, hits: Sequence[TargetHit], at: int) -> list[TargetHit]:
    """Return the amounts of the sentence that may be the result, the nearest first."""
    unit = hits[at + 1].target.quantity.unit
    found, aside = list[TargetHit](), list[TargetHit]()
    row = [*items_before(hits, at, _MOST), hits[at]]
    for hit, behind in zip(row[-2::-1], row[:0:-1], strict=True):
        within = _CLOSED.match(lower, hit.numeral.end, hits[at].start)
        stop = _STOP.search(lower, hit.numeral.end, behind.start)
        goes_on = within is not None or (stop is not None and _GOES_ON.match(lower, stop.start()) is not None)
        if behind.start - hit.numeral.end > REACH or (stop is not None and not (goes_on and stop.group() == ";")):
            break
        if is_base(lower, hit) or earlier(lower, hit) is not None:
            continue  # "106% dự toán tỉnh giao (405 tỷ đồng) và 101% dự toán thành phố giao (425 tỷ đồng)"
        if counts_alike(hit.target.quantity.unit, unit) and hit.target.quantity.unit.label != "%":
            (found if within is None else aside).append(hit)
    found = found or aside
    return found if found and _is_plain(found[0]) else []


_GOES_ON = re.compile(r";\s(?:vượt|hụt|đạt|bằng|tăng|giảm)\s[0-9]")
"""A clause that says nothing but how what stands before it compares."""
_CLOSED = re.compile(r"[^()]*\)")
"""A bracket that closes behind an amount in it: *1.320 tấn (chè 460 tấn, quế 860 tấn), bằng 55% kế hoạch (2.400 tấn)*."""


def _tells_gap(said: TargetHit) -> bool:
    """Whether a percentage only says how much more or less than the plan was reached; *vượt 105% kế hoạch* may say all of it."""
    return said.target.change is not Change.LEVEL and said.target.quantity.value < _ALL


_ALL = 100
"""Percent."""


def _shares(said: TargetHit) -> set[Fraction]:
    """Return how many percents of the plan a percentage may say were reached."""
    value = Fraction(said.target.quantity.value)
    grown = {Change.LEVEL: value, Change.INCREASE: _ALL + value, Change.DECREASE: _ALL - value}[said.target.change]
    return {grown} if _tells_gap(said) else {grown, value}


def _fits(done: Quantity, said: TargetHit, plan: Quantity) -> bool:
    """Whether an amount compares a result with its plan, each rounded or cut off after its last digit."""
    done_half, plan_half = grain(done) / 2, grain(plan) / 2
    if said.target.quantity.unit.label != "%":
        if said.target.change is Change.LEVEL or not counts_alike(said.target.quantity.unit, plan.unit):
            return True
        gap = said.target.quantity.amount if said.target.change is Change.INCREASE else -said.target.quantity.amount
        return abs(plan.amount + gap - done.amount) <= done_half + plan_half + grain(said.target.quantity) / 2
    slack = _ALL * grain(said.target.quantity)
    low = (done.amount - done_half) / (plan.amount + plan_half) * _ALL
    high = (done.amount + done_half) / (plan.amount - plan_half) * _ALL
    return any(low - slack <= share <= high + slack for share in _shares(said))


def _expected(done: Quantity, said: TargetHit, plan: Quantity) -> Quantity:
    stated = said.target.quantity
    if stated.unit.label != "%":
        return Quantity(abs(done.value - plan.value), stated.unit)
    share = done.amount / plan.amount * _ALL
    return _written_like(stated, abs(share - _ALL) if _tells_gap(said) else share)
