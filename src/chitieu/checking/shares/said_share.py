"""A percentage with the part and the whole it is worked out from."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from chitieu.checking.named_amounts.nouns import same_noun
from chitieu.checking.parts.slips import slipped, swapped
from chitieu.checking.rounding import grain
from chitieu.checking.texts.sentences import Amount
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = [
    "FIRM",
    "HEDGED",
    "LIKELY",
    "LOOSELY",
    "SURELY",
    "WORDED",
    "SaidShare",
    "half_grain",
    "is_level",
    "same_sort",
    "share_of",
]

FIRM = (Bound.EXACT, Bound.ABOUT)
"""How what is no limit is meant."""

LIKELY, LOOSELY = (Fraction(1, 2), Fraction(2)), (Fraction(2, 3), Fraction(3, 2))
"""How far a share may lie from what is made to be that of the two: where the words say so, and where they stand beside it."""
WORDED = Fraction(1, 30), Fraction(30)
"""The same where the words name part and whole, with the share between them."""
SURELY = Fraction(0), Fraction(10**9)
"""The same where other shares tell that it is."""
HEDGED = Fraction(3, 100)
_NORM = Fraction(1, 100)
_SHIFTS, _SHIFTED = (Fraction(1, 100), Fraction(1, 10), Fraction(10), Fraction(100)), Fraction(1, 200)


@frozen(eq=False)
class SaidShare:
    """A percentage with what it is worked out from.

    Attributes:
        percent: the percentage.
        start, end: where part and whole stand.
        part, whole: the two.
        likely: how far the share may lie from what is made.
        about: whether part or whole is said to be about so much.
        norm: whether the share is laid down, and the part worked out from it.
    """

    percent: Amount
    start: int
    end: int
    part: Quantity
    whole: Quantity
    likely: tuple[Fraction, Fraction]
    about: bool = False
    norm: bool = False

    @property
    def expected(self) -> Fraction:
        """What the two make, as a share of one."""
        return self.part.amount / self.whole.amount

    @property
    def holds(self) -> bool:
        """Whether the percentage is theirs, rounded or cut off after the digits written, or hardly one of the two."""
        stated, made = self.percent.quantity.amount, self.expected
        slack = made * sum(half_grain(one) / one.amount for one in (self.part, self.whole))
        if self.norm:  # what it comes to is rounded up or down to a whole one
            slack = max(slack, _NORM * stated, made * grain(self.part) / self.part.amount)
        else:
            slack += grain(self.percent.quantity)
        if self.about:
            slack = max(slack, HEDGED * stated)
        low, high = self.likely
        if any(
            Fraction(value) * self.percent.quantity.unit.factor == made
            for value in swapped(self.percent.quantity.value)
        ):
            return False  # two digits changed places
        if self.likely == LIKELY and any(abs(made * shift / stated - 1) < _SHIFTED for shift in _SHIFTS):
            return False  # its comma is at another place
        if abs(made - stated) < slack:
            return True
        return not low <= made / stated <= high and not self.is_slip

    @property
    def is_slip(self) -> bool:
        """Whether the percentage would be theirs, had one digit of one of the three been another."""
        made, percent = self.expected, self.percent.quantity
        stated, near = percent.amount, grain(percent) / 2
        told = len(percent.value.as_tuple().digits) >= _TELLING or made > 1  # more than the whole is wrong anyway
        near = near if told else Fraction(0)
        changed = (
            (one is self.whole, Fraction(value) / Fraction(one.value))
            for one in (self.part, self.whole)
            for value in slipped(one.value)
            if value
        )
        return any(
            abs(Fraction(value) * percent.unit.factor - made) <= near for value in slipped(percent.value)
        ) or any(abs((made / times if below else made * times) - stated) <= near for below, times in changed)


_TELLING = 3
"""Digits of a percentage that is hardly right but for one digit by chance; with fewer it must come out to the last one."""


def half_grain(quantity: Quantity) -> Fraction:
    """Return what rounding may be of an amount; what is counted one by one is not rounded."""
    counted = quantity.unit.kind in (UnitKind.COUNT, UnitKind.NONE) and quantity.unit.scale == 1
    return Fraction(0) if counted else grain(quantity) / 2


def is_level(one: Amount) -> bool:
    """Whether an amount says how much there is of something: one number above nothing, and no change."""
    return one.is_single and one.change is Change.LEVEL and one.quantity.value > 0


def same_sort(part: Amount, whole: Amount) -> bool:
    """Whether one amount may be of another: percent points of a growth in percent, too."""
    left, right = part.quantity.unit, whole.quantity.unit
    if not (part.is_single and whole.is_single):
        return False
    if left.kind is UnitKind.POINTS:
        return right.label == "%"
    if left.kind not in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE) or part.change is not Change.LEVEL:
        return False
    counts = left.kind is right.kind is UnitKind.COUNT and "/" not in f"{left.label}{right.label}"
    return left.same_dimension(right) or (counts and same_noun(right.label, left.label))


def share_of(percent: Amount, part: Amount, whole: Amount, likely: tuple[Fraction, Fraction]) -> SaidShare | None:
    """Return the share that a percentage is said to be; None where part or whole is a bound.

    Args:
        percent: the percentage.
        part: the part.
        whole: what it is a part of.
        likely: how far the share may lie from what is made.
    """
    preposition = whole.bound is Bound.MORE_THAN  # "trên 96.000 hộ": out of them
    if part.bound not in FIRM or not (whole.bound in FIRM or preposition) or whole.quantity.value <= 0:
        return None
    about = Bound.ABOUT in (part.bound, whole.bound)
    start, end = min(part.start, whole.start), max(part.digits_end, whole.digits_end)
    return SaidShare(percent, start, end, part.quantity, whole.quantity, likely, about)
