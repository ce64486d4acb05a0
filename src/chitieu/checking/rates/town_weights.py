"""Rates of town, of country and of both beside the part of the people that lives in town: the last says where the rate of all lies.

*Tỷ lệ đô thị hóa 35%*; *nước sạch 97%, trong đó đô thị 99%, nông thôn 60%* would need nearly all to live in town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from chitieu.checking.identity.identities import IdentityKind, IdentityResult, signed
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.town_and_country import DIVISIONS
from chitieu.checking.rounding import grain
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["OddWeight", "odd_weights"]

_URBAN = "urban"
_IN_TOWN = re.compile(
    r"(?<!\w)đô thị (?:hóa|hoá)(?!\w)|(?<!\w)dân (?:số|cư) (?:sống (?:ở|tại) )?(?:khu vực )?(?:đô thị|thành thị)$"
)
_PEOPLE, _WASTE = Fraction(20, 100), Fraction(30, 100)
"""How far the part of the households in town may be from that of the people; people in town leave more waste."""
_OF_WASTE = ("chất thải", "rác", "nước thải")
_PAIR = 2


@frozen(eq=False)
class OddWeight:
    """A rate of all that is not where the part of the people in town puts it.

    Attributes:
        result: the rates.
        needed: the part that would have to live in town.
        urban: the part that does.
    """

    result: IdentityResult
    needed: Quantity
    urban: Claim


def odd_weights(results: Iterable[IdentityResult], claims: Iterable[Claim]) -> Iterator[OddWeight]:
    """Yield the rates that do not go with the part of the people in town, whichever of those that are told it is.

    Args:
        results: rates of all with those of groups.
        claims: the amounts of the plan.
    """
    told = [
        claim
        for claim in claims
        if claim.key == _URBAN and claim.sure and _is_level(claim) and _IN_TOWN.search(claim.name.lower())
    ]
    for result in results if told else ():
        found = _needed(result)
        if found is None:
            continue
        needed, slack = found
        urban = min(told, key=lambda claim: abs(claim.target.quantity.amount - needed))
        if abs(urban.target.quantity.amount - needed) > slack:
            share = scaled(Decimal(1), needed * 100).quantize(Decimal("0.1"))
            yield OddWeight(result, Quantity(share, "%"), urban)


def _is_level(claim: Claim) -> bool:
    target = claim.target
    level = target.change is Change.LEVEL and target.upper is None
    return level and target.quantity.unit.kind is UnitKind.RATIO


def _needed(result: IdentityResult) -> tuple[Fraction, Fraction] | None:
    """Return the weight of the town in a rate of all, and how far rounding may take it from that of the people."""
    whole, named = result.whole, {DIVISIONS[0].first_named(part.name.lower()): part for part in result.parts}
    town, country = (named.get(at) for at in range(_PAIR))
    if result.kind is not IdentityKind.BETWEEN or not result.holds or len(result.parts) != _PAIR:
        return None
    if whole is None or town is None or country is None:
        return None
    claims = (whole, town, country)
    if not all(_is_level(claim) and claim.target.bound is Bound.EXACT for claim in claims):
        return None
    apart = signed(town) - signed(country)
    if not apart:
        return None
    own, *others = (grain(claim.target.quantity) for claim in claims)
    slack = _WASTE if any(word in whole.name.lower() for word in _OF_WASTE) else _PEOPLE
    return (signed(whole) - signed(country)) / apart, slack + (own + max(others)) / 2 / abs(apart)
