"""Amounts whose numbers come out of those beside them, as they would in one unit, and whose units are not of one thing.

*1.020 tỷ đồng, bằng 3,0% tổng chi (34.000 ha)*: 1.020 is 3,0% of 34.000 to the last digit. Numbers of so many digits do not agree by
chance, so one of the two units is a slip. The same holds for growth, for sums, and for what so much for each makes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from chitieu.checking.named_amounts.amounts import unit_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.values.unit_slips import UnitSlip
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["family_of", "sentences_of", "slips_among_numbers"]

_ENDS = re.compile(r"\.(?=\s)|\n|\|")
_MOST_TERMS, _TELLING_SUM, _TELLING_SHARE = 8, 5, 7
_LONGEST = 60
"""Amounts of one sentence that are looked at together."""


def slips_among_numbers(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts in another unit than the amounts their numbers agree with.

    Args:
        passage: a text with its amounts.
    """
    lower = passage[0].source.lower
    for hits in sentences_of(passage):
        if len({family_of(hit) for hit in hits} - {""}) > 1:
            amounts = [hit for hit in hits if family_of(hit)]
            yield from _odd_in_sums(amounts)
            yield from _odd_in_shares(lower, hits)
        yield from _odd_in_products(hits)


def sentences_of(passage: Passage) -> Iterator[list[TargetHit]]:
    """Yield the amounts of a text by sentence; those far from the one before, or behind very many, begin anew."""
    piece, hits = passage
    lower = piece.source.lower
    sentence: list[TargetHit] = []
    for hit in hits:
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
    """Return what an amount is of, so that amounts of one family may be meant in one unit; empty for rates and the like."""
    target, unit = hit.target, hit.target.quantity.unit
    if target.upper is not None or target.total is not None or "/" in unit.label or target.quantity.value < 1:
        return ""
    if unit.kind in (UnitKind.MONEY, UnitKind.MEASURE):
        return unit.dimension if unit.label != "đồng" else ""  # "12 vàng, 9 bạc, 15 đồng"
    return "count" if unit.kind is UnitKind.COUNT else ""


def _odd_one(hits: Sequence[TargetHit], around: Sequence[TargetHit]) -> UnitSlip | None:
    """Return the one amount of another family than the rest; between two, those around them tell."""
    families = [family_of(hit) for hit in hits]
    if len(set(families)) != 2:
        return None
    often = Counter(families)
    if len(hits) == len(often):  # of two, the one that nothing around is like
        often = Counter(family_of(hit) for hit in around)
    usual = max((family_of(hit) for hit in sorted(hits, key=lambda hit: hit.start)), key=lambda one: often[one])
    odd = [hit for hit, one in zip(hits, families, strict=True) if one != usual]
    right = next(hit for hit, one in zip(hits, families, strict=True) if one == usual)
    return UnitSlip(odd[0], right.target.quantity.unit.label) if len(odd) == 1 else None


# --- sums ---------------------------------------------------------------------------------------------------------------


def _odd_in_sums(amounts: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    """Yield the odd one of a whole and those right behind or right before it that add up to it, and of three in any order."""
    for at, whole in enumerate(amounts):
        alike = [hit for hit in amounts[at + 1 :] if family_of(hit) == family_of(whole)]
        if _come_to(_terms(whole, alike), whole):
            continue
        behind, before = amounts[at + 1 : at + 1 + _MOST_TERMS], amounts[max(0, at - _MOST_TERMS) : at][::-1]
        for terms in (_terms(whole, behind), _terms(whole, before), [*before[:1], *behind[:1]]):
            slip = _odd_one([whole, *terms], amounts) if _come_to(terms, whole) else None
            if slip is not None and slip.hit.target.quantity.unit.kind is not UnitKind.COUNT:
                yield slip
                return


def _terms(whole: TargetHit, others: Sequence[TargetHit]) -> Sequence[TargetHit]:
    """Return as many of some amounts as it takes to come to the number of another."""
    left = whole.target.quantity.value
    for number, hit in enumerate(others, start=1):
        left -= hit.target.quantity.value
        if left <= 0:
            return others[:number]
    return ()


def _come_to(terms: Sequence[TargetHit], whole: TargetHit) -> bool:
    """Whether the numbers of some amounts come to that of another by more than chance."""
    if len(terms) < 2 or min(_digits(hit.target.quantity) for hit in terms) < 2:
        return False
    telling = max(_digits(hit.target.quantity) for hit in (whole, *terms)) + len(terms) >= _TELLING_SUM
    return telling and sum(Fraction(hit.target.quantity.value) for hit in terms) == whole.target.quantity.value


def _digits(quantity: Quantity) -> int:
    """Return how many digits of a number say something: the noughts behind the comma do, those at the end of a whole number do not."""
    value = quantity.value
    return len((value if "." in str(value) else value.normalize()).as_tuple().digits)


# --- shares and growth ------------------------------------------------------------------------------------------------------

_NEAR = 3


def _odd_in_shares(lower: str, hits: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    """Yield the odd one of two amounts of which one is the share, or the growth, of the other that a percentage near them says."""
    for at, rate in enumerate(hits):
        if rate.target.quantity.unit.label != "%" or rate.target.upper is not None or not rate.target.quantity.value:
            continue
        near = [hit for hit in hits[max(0, at - _NEAR) : at + _NEAR] if family_of(hit)]
        for one, whole in permutations(near, 2):
            if family_of(one) == family_of(whole) or not _is_share(one, rate, whole):
                continue
            digits = sum(_digits(hit.target.quantity) for hit in (one, rate, whole))
            said = _OF.match(lower, rate.end) is not None and rate.end < whole.start
            slip = _odd_one([one, whole], hits) if said or digits >= _TELLING_SHARE else None
            if slip is not None:
                yield slip


_OF = re.compile(r"\s(?:của|so|so với|tổng|dự toán|kế hoạch|trong|trên|dân số|số|lực lượng|diện tích)\s")


def _is_share(one: TargetHit, rate: TargetHit, whole: TargetHit) -> bool:
    """Whether a number is what a percentage makes of another, to its last digit."""
    stated = rate.target.quantity
    if one.target.change is not Change.LEVEL or whole.target.change is not Change.LEVEL:
        return False
    times = Fraction(one.target.quantity.value) / Fraction(whole.target.quantity.value)
    said = {
        Change.LEVEL: stated.amount,
        Change.INCREASE: 1 + stated.amount,
        Change.DECREASE: 1 - stated.amount,
    }[rate.target.change]
    return abs(times - said) <= grain(stated) / 2


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
