"""Sums, roundings and rates of claims, for all that is worked out from them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, signed
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rounding import grain, sum_slack
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change

__all__ = ["HUNDRED", "between_result", "firm", "level", "rounding", "same_dimension", "shares_hold", "sum_of"]

HUNDRED = Quantity(100, "%")
_COMPARABLE = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)


def level(claim: Claim) -> bool:
    """Whether a claim sets a level and no change."""
    return claim.target.change is Change.LEVEL


def firm(claims: Sequence[Claim]) -> bool:
    """Whether amounts are meant exactly, or all in one way, so that their sum means something."""
    bounds = {claim.target.bound for claim in claims} - {Bound.EXACT}
    return len(bounds) <= 1 and all(bound in _COMPARABLE for bound in bounds)


def sum_of(claims: Sequence[Claim], like: Quantity) -> Quantity:
    """Return the sum of the amounts of claims, in the unit of another amount."""
    total = sum((claim.target.quantity.amount for claim in claims), Fraction(0))
    return Quantity(scaled(Decimal(1), total / like.unit.factor), like.unit)


def rounding(claims: Sequence[Claim], whole: Quantity) -> Fraction:
    """Return the gap that rounding explains in a sum of claims."""
    return sum_slack((claim.target.quantity for claim in claims), whole)


def shares_hold(claims: Sequence[Claim]) -> bool:
    """Whether shares make up 100 %, up to half a tenth of a point of rounding for each of them."""
    return abs(sum_of(claims, HUNDRED).amount - HUNDRED.amount) <= _PER_SHARE * len(claims)


_PAIR, _LIKE_SHARES = 2, Fraction(10, 100)
_PER_SHARE = Fraction(5, 10000)
_FAR_BELOW = Fraction(1, 4)
"""How much of a whole that is a lower bound its least part may be above it."""


def same_dimension(claims: Sequence[Claim]) -> bool:
    """Whether amounts can be added up."""
    units = [claim.target.quantity.unit for claim in claims]
    return all(left.same_dimension(right) for left, right in pairwise(units))


def _are_like_shares(parts: Sequence[Claim]) -> bool:
    """Whether levels make up about 100 %; the rates of two groups may do so too, growths never."""
    return all(map(level, parts)) and abs(sum_of(parts, HUNDRED).amount - HUNDRED.amount) <= _LIKE_SHARES


def _between_slack(whole: Claim, part: Claim) -> Fraction:
    """Return the gap from which a whole is outside its parts: what the part was rounded by, and the whole no more coarsely.

    A whole is set as it is written: *92%* is above the *91,5%* of the larger part.
    """
    own, other = (grain(claim.target.quantity) for claim in (part, whole))
    return min((own + min(own, other)) / 2, max(abs(signed(whole)), other) / 100)


def between_result(identity: Identity | None, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    """The growth of a whole lies between the growths of its parts, whatever their weights.

    A part that is *at least* so much may be more, and so may a whole that is: where both are, what is named of each is compared.
    A whole that is to be at least far less than each of its parts is to be asks for nothing: it is miswritten.
    """
    if whole is None or not same_dimension([whole, *parts]):
        return None
    if (len(parts) > _PAIR or not level(whole)) and _are_like_shares(parts):
        return None  # what the growth is followed by are shares: "tăng 10%; cơ cấu: khu vực I 33%, …"
    least, most = min(parts, key=signed), max(parts, key=lambda part: signed(part, upper=True))
    stated = whole.target.quantity
    loose = whole.target.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
    open_above = not loose and any(part.target.bound in (Bound.AT_LEAST, Bound.MORE_THAN) for part in parts)
    room = abs(signed(whole)) * _FAR_BELOW if loose else Fraction(0)
    below = signed(least) - signed(whole, upper=True) >= max(room, _between_slack(whole, least))
    above = not open_above and signed(whole) - signed(most, upper=True) >= _between_slack(whole, most)
    holds = not (below or above)
    return IdentityResult(IdentityKind.BETWEEN, whole.name, tuple(parts), holds, whole, None, stated, identity)
