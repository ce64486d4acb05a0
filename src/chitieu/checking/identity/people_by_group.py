"""People of town and of country, men and women, against all there are, wherever the plan names them; and the rate of town.

Where they are parts of the line on the population, that line is looked at by itself. They also stand in a line of their own:
*dân số thành thị 400 nghìn người, nông thôn 600 nghìn người; tỷ lệ đô thị hóa 40%*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, level, sum_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.ratios.quotient import HEDGED, TOLERANCE
from chitieu.checking.rounding import sum_slack
from chitieu.numbers.decimals import scaled
from chitieu.plan import PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound
from chitieu.units import UnitKind

__all__ = ["people_by_group"]

_POPULATION = Identity(
    "population", IdentityKind.SUM, (), "pop", source="all people live in town or country, and are men or women"
)
_URBAN = Identity(
    "urban-share", IdentityKind.PRODUCT, (), "urban", source="Luật Thống kê: people of town over all people"
)
_WHO = r"(?:(?:tổng |quy mô )?(?:dân số|nhân khẩu|số dân|số người|người|dân))"
_FILL = r"(?:\s?(?:,|trung bình|khoảng|ước|đạt|của|sống|sinh sống|cư trú|ở|tại|khu vực|vùng|là|giới tính))*"
_GROUPS = {
    name: re.compile(rf"(?P<who>{_WHO})?{_FILL}\s?(?:{words})(?:\s(?:là|đạt|khoảng|ước|có|người))*")
    for name, words in (
        ("town", "thành thị|đô thị"),
        ("country", "nông thôn"),
        ("men", "nam(?: giới)?"),
        ("women", "nữ(?: giới)?"),
    )
}
_PAIRS = (("town", "country"), ("men", "women"))


def people_by_group(
    items: Sequence[PlannedIndicator],
    claims: Mapping[int, tuple[Claim, ...]],
    known: Sequence[IdentityResult],
    people: Claim | None = None,
) -> Iterator[IdentityResult]:
    """Yield the population with its groups, and the rate of town with the people it is worked out from.

    Args:
        items: the indicator lines.
        claims: their amounts, by the identity of the line or part.
        known: what was worked out already: groups in it are left out.
        people: how many people there are, as the text says beside the lines.
    """
    done = {id(part) for result in known for part in result.parts}
    found: dict[str, list[Claim]] = {}
    all_people: list[Claim] = []
    rates: list[Claim] = []
    for item in items:
        row = [claim for line in item.walk() for claim in claims.get(id(line), ())]
        all_people += [claim for claim in row if claim.key == "pop" and _counts(claim)]
        rates += [claim for claim in row if claim.key == "urban" and level(claim) and not claim.timed]
        for group, claim in _groups(row):
            found.setdefault(group, []).append(claim)
    whole = _only(all_people) if all_people else people
    if whole is None or not whole.target.quantity.amount:
        return
    groups = {group: one for group, same in found.items() if (one := _only(same)) is not None}
    pairs = [[groups[group] for group in pair] for pair in _PAIRS if groups.keys() >= set(pair)]
    sums = [_sum(whole, pair) for pair in pairs if done.isdisjoint(map(id, pair))]
    yield from sums
    town, rate = groups.get("town"), _only(rates)
    if town is not None and rate is not None and town.piece == rate.piece and all(result.holds for result in sums):
        yield _share(rate, town, whole)


def _groups(row: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """Yield the people of groups in a line; behind one of them, a bare *nông thôn* is of people too."""
    told = False
    for claim in row:
        match = next(
            ((name, found) for name, one in _GROUPS.items() if (found := one.fullmatch(claim.name.lower()))), None
        )
        if match is None or not _counts(claim):
            told = told and match is not None
            continue
        told = told or match[1]["who"] is not None
        if told:
            yield match[0], claim


def _counts(claim: Claim) -> bool:
    """Whether an amount is a number of people at the plan's own time."""
    target = claim.target
    unit = target.quantity.unit
    noun = unit.label.removeprefix("nghìn ").removeprefix("triệu ")
    plain = level(claim) and target.is_single and not claim.timed
    return plain and unit.kind is UnitKind.COUNT and counts_people(noun) and target.bound in (Bound.EXACT, Bound.ABOUT)


def _only(claims: Sequence[Claim]) -> Claim | None:
    """Return the amount there is; None where there are none or several that differ."""
    return claims[0] if len({claim.target.quantity.amount for claim in claims}) == 1 else None


def _sum(whole: Claim, given: Sequence[Claim]) -> IdentityResult:
    stated = whole.target.quantity
    total = sum_of(given, stated)
    # the population is that of the middle of the year, its groups may be of its end
    part = HEDGED if Bound.ABOUT in {one.target.bound for one in (whole, *given)} else TOLERANCE
    slack = max(sum_slack((one.target.quantity for one in given), stated), part * stated.amount)
    holds = abs(total.amount - stated.amount) <= slack
    return IdentityResult(IdentityKind.SUM, whole.name, tuple(given), holds, whole, total, stated, _POPULATION)


def _share(rate: Claim, town: Claim, whole: Claim) -> IdentityResult:
    """Return the rate of town with what the people of town over all people make."""
    stated = rate.target.quantity
    made = town.target.quantity.amount / whole.target.quantity.amount
    expected = Quantity(scaled(Decimal(1), made / HUNDRED.unit.factor), HUNDRED.unit)
    holds = abs(made - stated.amount) <= TOLERANCE or rate.target.allows(expected)
    return IdentityResult(IdentityKind.PRODUCT, rate.name, (town, whole), holds, rate, expected, stated, _URBAN)
