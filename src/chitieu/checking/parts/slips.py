"""Slips of the pen that tell what was meant: a sum that is right but for one digit, or for two that changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.quantities.quantity import Quantity

__all__ = ["comes_to", "right_but_for_a_digit", "right_but_for_a_slip", "right_but_for_one", "slipped", "swapped"]

_LEAST_SHARE = Fraction(1, 2)
"""A sum that is less than that of the whole, or the whole less than that of the sum, is none whatever the digits."""


def swapped(value: Decimal) -> Iterator[Decimal]:
    """Yield what a number may have been before two digits next to each other changed places.

    >>> [str(one) for one in swapped(Decimal("1.20"))]
    ['2.10', '1.02']
    >>> [str(one) for one in swapped(Decimal(50))]
    []
    """
    sign, digits, exponent = value.as_tuple()
    for at in range(len(digits) - 1):
        left, right = digits[at : at + 2]
        if left != right and (at or right):  # no number opens with a nought
            yield Decimal((sign, (*digits[:at], right, left, *digits[at + 2 :]), int(exponent)))


def slipped(value: Decimal) -> Iterator[Decimal]:
    """Yield what a number may have been before one of its digits was written wrong, or two of them changed places.

    >>> [str(one) for one in slipped(Decimal(12)) if one in (92, 17, 21)]
    ['21', '92', '17']
    """
    yield from swapped(value)
    sign, digits, exponent = value.as_tuple()
    for at, digit in enumerate(digits):
        for other in range(0 if at else 1, 10):
            if other != digit:
                yield Decimal((sign, (*digits[:at], other, *digits[at + 1 :]), int(exponent)))


_TELLING = 4
"""Digits that a sum has at least which is hardly right but for one of them by chance."""


def right_but_for_a_digit(whole: Quantity, parts: Sequence[Quantity], least: int = _TELLING) -> bool:
    """Whether parts that do not come to a whole would, were one digit of one of the numbers another.

    Noughts that all the numbers end in tell nothing: 5 and 3 thousand differ in one digit as 5 and 3 do.

    Args:
        whole: the amount.
        parts: what it is made up of.
        least: how many digits the larger of the two sums must have.

    >>> ha = [Quantity(number, "ha") for number in (7362, 1242, 4120, 7000, 1000)]
    >>> right_but_for_a_digit(ha[0], ha[1:3]), right_but_for_a_digit(ha[3], ha[4:])
    (True, False)
    """
    amounts = [part.amount for part in parts]
    total, gap = sum(amounts, Fraction(0)), abs(sum(amounts, Fraction(0)) - whole.amount)
    grain = min(map(_last_digit, (whole, *parts)))
    digits = len(str(int(max(total, whole.amount) / grain)))
    return bool(gap) and digits >= least and str(gap / grain).rstrip("0") in set("123456789")


def _last_digit(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit of an amount that is no nought."""
    return Fraction(Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent))) * quantity.unit.factor


def right_but_for_a_slip(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts that do not come to a whole would, had two digits of one of the numbers not changed places.

    Args:
        whole: the amount.
        parts: what it is made up of.

    >>> ha = [Quantity(number, "ha") for number in (362, 138, 545, 500, 520)]
    >>> right_but_for_a_slip(ha[2], ha[:2]), right_but_for_a_slip(ha[3], ha[:2]), right_but_for_a_slip(ha[4], ha[:2])
    (True, False, False)
    """
    total = sum((part.amount for part in parts), Fraction(0))
    gap = total - whole.amount
    if not gap or min(total, whole.amount) < max(total, whole.amount) * _LEAST_SHARE:
        return False
    if any(one.amount == total for one in _others(whole)):
        return True
    return any(part.amount - one.amount == gap for part in parts for one in _others(part))


def right_but_for_one(whole: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether parts that do not come to a whole would, were one of the numbers so many times ten, or one of its digits another.

    However far off a sum is, that is no chance: what is no sum at all, as a mean of its parts, is hardly ever so.

    Args:
        whole: the number.
        parts: what it is made up of.

    >>> parts = [Decimal(362), Decimal(159)]
    >>> [right_but_for_one(Decimal(whole), parts) for whole in (5210, 821, 260, 521)]
    [True, True, False, False]
    >>> right_but_for_one(Decimal(521), [Decimal(3620), Decimal(159)])
    True
    """
    gap = sum(parts, Decimal(0)) - whole
    return bool(gap) and any(
        _is_miswritten(written, meant)
        for written, meant in ((whole, whole + gap), *((part, part - gap) for part in parts))
    )


def _is_miswritten(written: Decimal, meant: Decimal) -> bool:
    """Whether a number was written for another: with noughts more or less, or with one wrong digit among several."""
    digits = [one.normalize().as_tuple().digits for one in (written, meant)]
    if meant <= 0 or len(digits[1]) < _LEAST_DIGITS:
        return False
    return digits[0] == digits[1] or (len(digits[1]) > _LEAST_DIGITS and meant in slipped(written))


_LEAST_DIGITS = 2


def comes_to(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts come to a whole, or would but for a slip.

    >>> comes_to(Quantity(500, "ha"), [Quantity(362, "ha"), Quantity(138, "ha")])
    True
    """
    total = sum((part.amount for part in parts), Fraction(0))
    return total == whole.amount or right_but_for_a_slip(whole, parts)


def _others(quantity: Quantity) -> Iterator[Quantity]:
    return (Quantity(value, quantity.unit) for value in swapped(quantity.value))
