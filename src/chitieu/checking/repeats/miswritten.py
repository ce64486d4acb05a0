"""Numbers so alike that one is the other miswritten: the same but for one digit, or for the order of two of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

__all__ = ["is_miswritten", "is_turned", "telling_digits", "writings"]

_LEAST_ALIKE = 2
"""Digits besides noughts that two amounts share in their places where one is taken for the other miswritten."""


def is_turned(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are the same digits in another order.

    >>> is_turned(Decimal(2450), Decimal(2540)), is_turned(Decimal(2450), Decimal(2450))
    (True, False)
    """
    left, right = (f"{value:f}".replace(".", "").strip("0") for value in (one, other))
    return left != right and len(left) > 1 and sorted(left) == sorted(right)


def is_miswritten(one: Decimal, other: Decimal, least: int = _LEAST_ALIKE) -> bool:
    """Whether two numbers are the same but for one digit, or for the order of them.

    Args:
        one: a number.
        other: another one.
        least: how many digits besides noughts they share in their places at least.

    >>> is_miswritten(Decimal("18.72"), Decimal("15.72")), is_miswritten(Decimal(12), Decimal(15))
    (True, False)
    """
    left, right = (f"{value:f}".replace(".", "") for value in (one, other))
    if len(left) != len(right) or one.as_tuple().exponent != other.as_tuple().exponent:
        return is_turned(one, other)
    same = [digit for digit, told in zip(left, right, strict=True) if digit == told]
    return is_turned(one, other) or (len(same) == len(left) - 1 and sum(digit != "0" for digit in same) >= least)


def telling_digits(value: Decimal) -> int:
    """Return how many digits of a number are not the noughts it begins or ends with.

    >>> telling_digits(Decimal("0.850")), telling_digits(Decimal(18720))
    (2, 4)
    """
    return len(f"{value:f}".replace(".", "").strip("0"))


_LONGEST = 15
"""Digits of a number that is told of anything."""


def writings(value: Decimal) -> Iterator[str]:
    """Yield what two numbers have in common of which one may be the other miswritten.

    >>> set(writings(Decimal("1.2"))) & set(writings(Decimal("1.3"))), set(writings(Decimal(12))) & set(writings(Decimal(21)))
    ({'1._'}, {'12'})
    """
    written = f"{value:f}"
    if len(written) <= _LONGEST:
        yield "".join(sorted(written.replace(".", "").strip("0")))
        yield from (f"{written[:at]}_{written[at + 1 :]}" for at, char in enumerate(written) if char != ".")
