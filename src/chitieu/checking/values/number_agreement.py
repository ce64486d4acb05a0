"""Amounts whose numbers come out of those beside them, as they would in one unit, and whose units are not of one thing.

*1.020 tỷ đồng, bằng 3,0% tổng chi (34.000 ha)*: 1.020 is 3,0% of 34.000 to the last digit. Numbers of so many digits do not agree by
chance, so one of the two units is a slip. The same holds for growth, for sums, and for what so much for each makes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, permutations

from attrs import frozen

from chitieu.checking.named_amounts.amounts import unit_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import items_before, items_behind
from chitieu.checking.values.told_units import is_currency_left_out
from chitieu.checking.values.unit_slips import UnitSlip
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["family_of", "sentences_of", "slips_among_numbers"]

_ENDS = re.compile(r"\.(?=\s)|\|")
_LONGEST = 60
"""Amounts of one sentence that are looked at together."""


def slips_among_numbers(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts in another unit than the amounts their numbers agree with.

    Args:
        passage: a text with its amounts.
    """
    lower = passage[0].source.lower
    for hits in sentences_of(passage):
        families = list(map(family_of, hits))
        if len({*families} - {""}) > 1:
            amounts = [_Amount(hit, family) for hit, family in zip(hits, families, strict=True)]
            often = Counter(families)
            yield from _odd_in_sums(lower, [one for one in amounts if one.family], often)
            yield from _odd_in_shares(lower, amounts, often)
        yield from _odd_in_products(hits)


def sentences_of(passage: Passage) -> Iterator[list[TargetHit]]:
    """Yield the amounts of a text by sentence; those far from the one before, or behind very many, begin anew.

    What is told in millions alone is left out: it may be money, or of what was counted before.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    sentence: list[TargetHit] = []
    for hit in hits:
        if is_currency_left_out(lower, hit.numeral):
            continue
        if sentence and (
            len(sentence) >= _LONGEST
            or hit.numeral.start - sentence[-1].end > REACH
            or _ENDS.search(lower, sentence[-1].numeral.end, hit.numeral.start)
        ):
            yield sentence
            sentence = []
        sentence.append(hit)
    if sentence:
        yield sentence


def family_of(hit: TargetHit) -> str:
    """Return what an amount is of, so that amounts of one family may be meant in one unit; empty for rates and the like.

    Args:
        hit: the amount.
    """
    target, unit = hit.target, hit.target.quantity.unit
    if not target.is_single or "/" in unit.label or target.quantity.value < 1:
        return ""
    if unit.kind in (UnitKind.MONEY, UnitKind.MEASURE):
        return unit.dimension if unit.label != "đồng" else ""  # "12 vàng, 9 bạc, 15 đồng"
    return "count" if unit.kind is UnitKind.COUNT else ""


@frozen(slots=False, eq=False)
class _Amount:
    """An amount of a sentence, with what is asked of it again and again."""

    hit: TargetHit
    family: str

    @cached_property
    def value(self) -> Decimal:
        return self.hit.target.quantity.value

    @cached_property
    def exactly(self) -> Fraction:
        return Fraction(self.value)

    @cached_property
    def digits(self) -> int:
        """How many digits of the number say something: the noughts behind the comma do, those at the end of a whole number do not."""
        value = self.value
        return len((value if "." in str(value) else value.normalize()).as_tuple().digits)


def _odd_one(amounts: Sequence[_Amount], often: Counter[str]) -> UnitSlip | None:
    """Return the one amount of another family than the rest; of two, that of the family the sentence has less often."""
    own = Counter(one.family for one in amounts)
    if len(own) != 2:
        return None
    ranked = own if len(amounts) > len(own) else often
    first = min(amounts, key=lambda one: one.hit.start)
    usual, other = sorted(own, key=lambda family: (-ranked[family], family != first.family))
    odd = next(one for one in amounts if one.family == other)
    right = next(one for one in amounts if one.family == usual)
    return UnitSlip(odd.hit, right.hit.target.quantity.unit.label) if own[other] == 1 else None


# --- sums ---------------------------------------------------------------------------------------------------------------

_PARTS = re.compile(r"[^;.0-9|]{0,60}?(?<!\w)(?:gồm|bao gồm|gồm có|chia ra|trong đó|cụ thể|chia thành)(?!\w)")
_NO_PART = re.compile(r"[;|]|\.(?=\s|$)|(?<!\w)(?:so với|tăng|giảm|bằng|tương đương|năm 20[0-9]{2})(?!\w)")
_MOST_TERMS, _TELLING_SUM = 8, 5


def _odd_in_sums(lower: str, amounts: Sequence[_Amount], often: Counter[str]) -> Iterator[UnitSlip]:
    """Yield the odd one of a whole and those right behind or right before it that add up to it, and of three in any order."""
    for at, whole in enumerate(amounts):
        behind = _terms(whole, items_behind(amounts, at, _MOST_TERMS))
        before = _terms(whole, items_before(amounts, at, _MOST_TERMS)[::-1])
        between = _terms(whole, [*items_before(amounts, at, 1), *items_behind(amounts, at, 1)])
        sums = [terms for terms in (behind, before, between) if _is_telling(terms, whole)]
        if _are_parts(lower, whole, behind):
            sums = [behind]
        others = (amounts[at + 1 :], amounts[:at][::-1])  # "180 MW …, từ 3.750 MW lên 3.930 MW" is a sum in one unit
        if any(_is_telling(_terms(whole, _alike(whole, some)), whole) for some in others):
            continue
        slips = (_odd_one([whole, *terms], often) for terms in sums)
        slip = next((one for one in slips if one and one.hit.target.quantity.unit.kind is not UnitKind.COUNT), None)
        if slip is not None:
            yield slip
            return


def _alike(whole: _Amount, amounts: Iterable[_Amount]) -> Iterator[_Amount]:
    return (one for one in amounts if one.family == whole.family)


def _terms(whole: _Amount, others: Iterable[_Amount]) -> Sequence[_Amount]:
    """Return as many of some amounts as it takes to come to the number of another; none where they come past it."""
    left, terms = whole.value, list[_Amount]()
    for one in others:
        left -= one.value
        terms.append(one)
        if left <= 0:
            return terms if not left else ()
    return ()


def _is_telling(terms: Sequence[_Amount], whole: _Amount) -> bool:
    """Whether numbers have too many digits for their sum to be that of another by chance."""
    if len(terms) < 2 or min(one.digits for one in terms) < 2:
        return False
    return max(one.digits for one in (whole, *terms)) + len(terms) >= _TELLING_SUM


def _are_parts(lower: str, whole: _Amount, terms: Sequence[_Amount]) -> bool:
    """Whether the words say that amounts are the parts of the one before: *250 triệu đồng, gồm 180 triệu USD và 70 triệu USD*."""
    if len(terms) < 2 or len(whole.value.as_tuple().digits) < 2:
        return False
    hits = [one.hit for one in (whole, *terms)]
    nouns = {hit.target.quantity.unit.label for hit in hits if hit.target.quantity.unit.kind is UnitKind.COUNT}
    if len(nouns) > 1 or any(hit.target.change is not Change.LEVEL for hit in hits):
        return False  # "5.300 ha, gồm 4.800 rừng sản xuất và 500 rừng phòng hộ": the nouns are no units
    said = _PARTS.match(lower, whole.hit.end, hits[1].numeral.start)
    return said is not None and not any(_NO_PART.search(lower, one.end, other.start) for one, other in pairwise(hits))


# --- shares and growth ------------------------------------------------------------------------------------------------------

_AHEAD, _BEHIND, _TELLING_SHARE = 3, 2, 7
_OF = re.compile(r"\s(?:của|so|so với|tổng|dự toán|kế hoạch|trong|trên|dân số|số|lực lượng|diện tích)\s")


def _odd_in_shares(lower: str, amounts: Sequence[_Amount], often: Counter[str]) -> Iterator[UnitSlip]:
    """Yield the odd one of two amounts of which one is the share, or the growth, of the other that a percentage near them says."""
    for at, rate in enumerate(amounts):
        target = rate.hit.target
        if target.quantity.unit.label != "%" or target.upper is not None or not rate.value:
            continue
        stated, margin = target.quantity.amount, grain(target.quantity) / 2
        times = {Change.LEVEL: stated, Change.INCREASE: 1 + stated, Change.DECREASE: 1 - stated}[target.change]
        near = [*items_before(amounts, at, _AHEAD), *items_behind(amounts, at, _BEHIND)]
        levels = [one for one in near if one.family and one.hit.target.change is Change.LEVEL]
        for one, whole in permutations(levels, 2):
            if one.family == whole.family or abs(one.exactly - times * whole.exactly) > margin * whole.exactly:
                continue
            said = _OF.match(lower, rate.hit.end) is not None and rate.hit.end < whole.hit.start
            telling = one.digits + rate.digits + whole.digits >= _TELLING_SHARE
            slip = _odd_one([one, whole], often) if said or telling else None
            if slip is not None:
                yield slip


# --- so much for each -------------------------------------------------------------------------------------------------------


def _odd_in_products(hits: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    """Yield the amount that is neither of what is had nor of what it is had from: *950 kg, năng suất 60 tạ/ha, sản lượng 5.700 tấn*."""
    for before, rate, behind in zip(hits, hits[1:], hits[2:], strict=False):
        of, _, for_each = rate.target.quantity.unit.label.partition("/")
        much, each = unit_of(of), unit_of(for_each) if for_each else None
        if much is None or each is None or {much.kind, each.kind} != {UnitKind.MEASURE}:
            continue
        base, made = before.target.quantity, behind.target.quantity
        right = [base.unit.same_dimension(each), made.unit.same_dimension(much)]
        odd, meant = (behind, much) if right[0] else (before, each)
        if sum(right) != 1 or not base.value or not made.value or not family_of(odd):
            continue
        times = Fraction(base.value) * (base.unit if right[0] else each).factor * rate.target.quantity.amount
        product = Fraction(made.value) * (made.unit if right[1] else much).factor
        if any(abs(times * size / product - 1) <= _ROUNDED for size in _SIZES):
            yield UnitSlip(odd, meant.label)


_ROUNDED = Fraction(1, 500)
_SIZES = (1, Fraction(1, 10), Fraction(1, 1000), Fraction(1, 10_000), 1000)
"""How much larger than the unit it should be in an amount may be written: an output in *tấn* or *nghìn tấn* of a yield in *tạ/ha*."""
