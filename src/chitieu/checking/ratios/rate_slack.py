"""How far a rate may be from what its two amounts make, and what tells that a gap is a slip."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.parts.slips import swapped
from chitieu.checking.ratios.quotient import TOLERANCE
from chitieu.checking.rounding import grain
from chitieu.checking.texts.sentences import Amount
from chitieu.quantities.quantity import Quantity
from chitieu.units import UnitKind

__all__ = ["is_norm", "is_shifted", "is_slip", "written_slack"]

_SHIFTS = (2, 3, 4, 6, 9)
"""Powers of ten between a rate and what is made where the size of a unit is a slip: *tỷ* for *triệu*, *người/ha* for *người/km2*."""


def is_shifted(ratio: Fraction) -> bool:
    """Whether what is made is a rate but for the size of a unit."""
    times = max(ratio, 1 / ratio)
    return any(abs(times / 10**power - 1) <= TOLERANCE for power in _SHIFTS)


def written_slack(rate: Amount, top: Amount, bottom: Amount, *, norm: bool) -> Fraction:
    """Return the gap that the digits written explain, as a share; what is counted one by one is not rounded, nor is a norm.

    Who writes *2 triệu người* leaves out no more than a twentieth; a rate may be written with one digit.

    Args:
        rate: the rate.
        top: what is divided.
        bottom: what it is divided by.
        norm: whether the rate is laid down.
    """
    made_of = sum((min(_half(one), _COARSEST) for one in (top, bottom)), Fraction(0))
    return made_of if norm else made_of + _half(rate)


_COARSEST = Fraction(1, 20)
_NORM = re.compile(
    r"(?<!\w)(?:định mức|mức (?:hỗ trợ|chi|thưởng|khoán|trợ cấp|vay|phí|thu)|đơn giá|giá|với mức|trợ cấp|mỗi|từng)(?!\w)"
)
"""Words with an amount for each that is laid down, not worked out."""
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình|khoảng|ước|tính ra)(?!\w)")


def is_norm(words: str) -> bool:
    """Whether words make an amount for each one that is laid down: *định mức*, *mỗi*, and no mean."""
    return _NORM.search(words) is not None and _MEAN.search(words) is None


def is_slip(rate: Quantity, stated: Fraction, top: Quantity, bottom: Quantity) -> bool:
    """Whether a rate is its two amounts as it is rounded, but for two digits of one number that changed places.

    Args:
        rate: the rate.
        stated: it in the base units of what is divided for one of what it is divided by.
        top: what is divided.
        bottom: what it is divided by.
    """
    made, half = top.amount / bottom.amount, stated / Fraction(rate.value) * _last_digit(rate) / 2
    if made == stated:
        return False
    near = (
        Fraction(0) if abs(made - stated) <= half else half
    )  # what rounding explains already must come out to the last digit
    changed = (
        (one, Fraction(value) / Fraction(one.value)) for one in (rate, top, bottom) for value in swapped(one.value)
    )
    for one, times in changed:
        if one is rate and made == stated * times:
            return True
        if one is not rate and abs(made * (times if one is top else 1 / times) - stated) <= near:
            return True
    return False


def _last_digit(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit of a number."""
    return Fraction(Decimal(1).scaleb(int(quantity.value.as_tuple().exponent)))


def _half(amount: Amount) -> Fraction:
    quantity = amount.quantity
    whole = quantity.value == quantity.value.to_integral_value()
    if whole and quantity.unit.factor == 1 and quantity.unit.kind in (UnitKind.COUNT, UnitKind.TIME):
        return Fraction(0)
    return grain(quantity) / abs(quantity.amount) / 2
