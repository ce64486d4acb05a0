"""What can be worked out from a plan: inside each of its lines, and between indicators of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chitieu.checking.identity.balances import balances
from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity.identity_arithmetic import (
    HUNDRED,
    between_result,
    firm,
    level,
    rounding,
    same_dimension,
    shares_hold,
    sum_of,
)
from chitieu.checking.identity.line_identities import line_results
from chitieu.checking.identity.people_by_group import people_by_group
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import same_noun
from chitieu.checking.rates.joined_names import growth_of_joined
from chitieu.checking.rates.town_and_country import rates_of_town_and_country
from chitieu.checking.ratios.quotients import quotients
from chitieu.checking.ratios.shares_by_name import shares_by_name
from chitieu.plan import Plan
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound
from chitieu.units import UnitKind

__all__ = ["identities_of"]


def _by_key(lines: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the amounts of each indicator, without the change that a line has beside a level."""
    found: dict[str, list[Claim]] = {}
    levels = {(claim.key, id(claim.indicator)) for claim in lines if level(claim)}
    for claim in lines:
        if claim.key and (level(claim) or (claim.key, id(claim.indicator)) not in levels):
            found.setdefault(claim.key, []).append(claim)
    return found


def _one(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim there is; None where there are none or several that differ: it is not known which is meant."""
    return claims[0] if len({(claim.target.quantity, claim.target.change) for claim in claims}) == 1 else None


def _known_results(lines: Sequence[Claim]) -> Iterator[IdentityResult]:
    by_key = _by_key(lines)
    for identity in known_identities():
        if identity.kind in (IdentityKind.PRODUCT, IdentityKind.BALANCE):
            continue  # looked at line by line
        if identity.kind is IdentityKind.ORDER:
            yield from _orders(identity, by_key)
            continue
        parts = [_one(by_key.get(key, ())) for key in identity.parts]
        whole = _one(by_key.get(identity.whole, ())) if identity.whole else None
        given = [part for part in parts if part is not None]
        if None in parts or (identity.whole and whole is None):
            continue
        extra = [claim for key in identity.optional if (claim := _one(by_key.get(key, ()))) is not None]
        result = _RESULTS[identity.kind](identity, whole, [*given, *extra])
        if result is not None:
            yield result


def _orders(identity: Identity, by_key: Mapping[str, Sequence[Claim]]) -> Iterator[IdentityResult]:
    """Yield what a part and its whole are to one another in the lines that tell both, else in the plan that tells each once."""
    wholes, parts = by_key.get(identity.whole, ()), by_key.get(identity.parts[0], ())
    both = {claim.piece for claim in wholes} & {claim.piece for claim in parts}
    for line in sorted(both) or ("",):
        some, others = ([one for one in told if line in ("", one.piece)] for told in (wholes, parts))
        whole, part = _one(some), _one(others)
        if whole is not None and part is not None and (result := _order_result(identity, whole, part)) is not None:
            yield result


def _sum_result(identity: Identity, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    terms = [*parts, *([whole] if whole else [])]
    if not (same_dimension(terms) or _are_points(parts, whole)) or not firm(terms) or _in_one_line(terms):
        return None
    stated = whole.target.quantity if whole else HUNDRED
    total = sum_of(parts, stated)
    holds = (
        shares_hold(parts) if whole is None else abs(total.amount - stated.amount) <= _allowed(identity, terms, stated)
    )
    name = whole.name if whole else identity.key
    return IdentityResult(identity.kind, name, tuple(parts), holds, whole, total, stated, identity)


def _allowed(identity: Identity, terms: Sequence[Claim], stated: Quantity) -> Fraction:
    return max(rounding(terms, stated), identity.tolerance * stated.unit.factor)


def _are_points(parts: Sequence[Claim], whole: Claim | None) -> bool:
    """Whether parts are the percent points that make up a growth in percent."""
    kinds = {part.target.quantity.unit.kind for part in parts}
    return whole is not None and kinds == {UnitKind.POINTS} and whole.target.quantity.unit.label in ("%", "%/năm")


def _in_one_line(claims: Sequence[Claim]) -> bool:
    """Whether all stand in one line, whose own parts are looked at already."""
    return len({claim.piece for claim in claims}) == 1


def _order_result(identity: Identity, whole: Claim, part: Claim) -> IdentityResult | None:
    if not (level(whole) and level(part)) or not _counts_alike(whole, part):
        return None
    stated = whole.target.quantity
    most = whole.target.upper or stated
    less = part.target.quantity.amount <= most.amount
    if _are_years(stated, part.target.quantity):
        less = part.target.quantity.value <= most.value
    holds = less or whole.target.bound is Bound.ABOUT
    return IdentityResult(identity.kind, part.name, (part,), holds, whole, part.target.quantity, stated, identity)


def _counts_alike(whole: Claim, part: Claim) -> bool:
    """Whether two amounts are of one sort, though in two lines the nouns for it may differ: *lao động*, *người*."""
    left, right = (claim.target.quantity.unit for claim in (whole, part))
    if left.same_dimension(right) or _are_years(whole.target.quantity, part.target.quantity):
        return True
    counts = left.kind is right.kind is UnitKind.COUNT and "/" not in f"{left.label}{right.label}"
    return counts and same_noun(left.label, right.label) and not _in_one_line([whole, part])


def _are_years(age: Quantity, years: Quantity) -> bool:
    """Whether one amount is an age and the other so many years of it: *tuổi thọ 75 tuổi, số năm sống khỏe 67 năm*."""
    return age.unit.kind is UnitKind.AGE and years.unit.label == "năm"


_RESULTS = {
    IdentityKind.SUM: _sum_result,
    IdentityKind.SHARES: _sum_result,
    IdentityKind.BETWEEN: between_result,
}


def identities_of(plan: Plan, lines: Sequence[Claim], people: Claim | None = None) -> tuple[IdentityResult, ...]:
    """Return what can be worked out: inside each line first, then between indicators of the catalogue.

    Args:
        plan: the plan.
        lines: the amounts of its indicator lines.
        people: how many people there are, as its text says beside the lines.
    """
    by_item: dict[int, tuple[Claim, ...]] = {}
    for claim in lines:
        if claim.indicator is not None:
            by_item[id(claim.indicator)] = (*by_item.get(id(claim.indicator), ()), claim)
    known = {key: one for key, claims in _by_key(lines).items() if (one := _one(claims)) is not None and level(one)}
    own = [result for item in plan.indicators for result in line_results(item, by_item, known)]
    divided = list(quotients(lines, people=people))
    grown = {id(one.whole) for one in own if one.kind is IdentityKind.BETWEEN}
    return (
        *own,
        *growth_of_joined(plan.indicators, by_item, grown),
        *rates_of_town_and_country(plan.indicators, by_item),
        *_known_results(lines),
        *balances(lines),
        *people_by_group(plan.indicators, by_item, own, people),
        *divided,
        *shares_by_name(lines, divided),
    )
