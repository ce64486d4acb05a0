"""Slips of the pen that tell what was meant: a sum that is right but for two digits that changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.quantities.quantity import Quantity

__all__ = ["comes_to", "right_but_for_a_slip", "swapped"]

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


def comes_to(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts come to a whole, or would but for a slip.

    >>> comes_to(Quantity(500, "ha"), [Quantity(362, "ha"), Quantity(138, "ha")])
    True
    """
    total = sum((part.amount for part in parts), Fraction(0))
    return total == whole.amount or right_but_for_a_slip(whole, parts)


def _others(quantity: Quantity) -> Iterator[Quantity]:
    return (Quantity(value, quantity.unit) for value in swapped(quantity.value))
