"""One amount over another, against what a plan says comes of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rounding import grain
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound

__all__ = ["HEDGED", "OPEN", "TOLERANCE", "is_near", "is_shifted", "made_of", "quotient"]

TOLERANCE, HEDGED = Fraction(1, 100), Fraction(2, 100)
"""Gaps that are rounding, as shares of what is stated: of firm amounts, and of those said to be about so much."""
OPEN = Fraction(5, 100)
"""The gap that is none where an amount is a bound, *trên 80.000 tỷ đồng* over the people there are, or the people are of another year."""
_MOST = 2
"""How many times one another a count and what a rate asks for may be, for the count to be the one it is of."""


def quotient(
    whole: Claim, total: Claim, heads: Claim, scale: Fraction, identity: Identity | None = None
) -> IdentityResult:
    """Return what comes of one amount over another.

    Args:
        whole: what should be one over the other.
        total: what is divided.
        heads: what it is divided by.
        scale: what one of the whole's unit is, as one of the total's for one of the heads.
        identity: the identity of the catalogue.
    """
    target, stated = whole.target, whole.target.quantity
    made = made_of(total, heads, scale)
    bounds = {claim.target.bound for claim in (total, heads)}
    part = identity.tolerance if identity is not None else TOLERANCE
    if Bound.ABOUT in {target.bound, *bounds}:
        part = max(part, HEDGED)
    if bounds - {Bound.EXACT, Bound.ABOUT}:
        part = max(part, OPEN)
    least = Fraction(stated.value)
    most = Fraction(target.upper.value) if target.upper is not None else least
    slack = max(part * abs(least), grain(stated) / stated.unit.factor / 2)
    above = made > most + slack and target.bound not in (Bound.AT_LEAST, Bound.MORE_THAN)
    below = made < least - slack and target.bound not in (Bound.AT_MOST, Bound.LESS_THAN)
    expected = Quantity(scaled(Decimal(1), made), stated.unit)
    return IdentityResult(
        IdentityKind.PRODUCT, whole.name, (total, heads), not (above or below), whole, expected, stated, identity
    )


def made_of(total: Claim, heads: Claim, scale: Fraction) -> Fraction:
    """Return one amount over another."""
    return total.target.quantity.amount / heads.target.quantity.amount / scale


def is_near(times: Fraction) -> bool:
    """Whether what is made is so many times what is stated that the two may be meant of one another."""
    return Fraction(1, _MOST) <= times <= _MOST


def is_shifted(made: Fraction) -> bool:
    """Whether one is the other with its comma at another place."""
    return any(abs(made / Fraction(10) ** power - 1) <= TOLERANCE for power in (-3, -2, -1, 1, 2, 3))
