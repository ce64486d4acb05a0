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

__all__ = ["LIKELY", "is_shifted", "made_of", "quotient"]

_TOLERANCE, _HEDGED = Fraction(1, 100), Fraction(2, 100)
"""Gaps that are rounding, as shares of what is stated: of firm amounts, and of those said to be about so much."""
_OPEN = Fraction(5, 100)
"""The gap that is none where an amount is a bound: *trên 80.000 tỷ đồng* over the people there are."""
LIKELY = Fraction(1, 2), Fraction(2)
"""How far a count may lie from what a rate asks for, as a share of it, to be the count the rate is of."""


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
    part = identity.tolerance if identity is not None else _TOLERANCE
    if Bound.ABOUT in {target.bound, *bounds}:
        part = max(part, _HEDGED)
    if bounds - {Bound.EXACT, Bound.ABOUT}:
        part = max(part, _OPEN)
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


def is_shifted(made: Fraction) -> bool:
    """Whether one is the other with its comma at another place."""
    return any(abs(made / Fraction(10) ** power - 1) <= _TOLERANCE for power in (-3, -2, -1, 1, 2, 3))
