"""Sums, shares and orders that must hold between the amounts of a plan, worked out wherever the plan names them.

Which indicators make up which is data (``identities.toml``); that the parts of one line make up its whole follows
from the line. A result says whether the identity holds; rules report those that do not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.checking.claims import Claim
from chitieu.checking.nouns import same_noun
from chitieu.numbers import format_number, scaled
from chitieu.plan import Plan, PlannedIndicator, Relation, TargetKind
from chitieu.quantities import Quantity
from chitieu.targets import ABOUT_TOLERANCE, Bound, Change
from chitieu.units import UnitKind

__all__ = ["Identity", "IdentityKind", "IdentityResult", "identities_of", "known_identities"]


class IdentityKind(Enum):
    """What an identity says of its terms."""

    SUM = "sum"
    """The parts make up the whole."""
    SHARES = "shares"
    """The parts make up a hundred percent."""
    LIMIT = "limit"
    """The parts, not all of which are named, are together no larger than the whole."""
    ORDER = "order"
    """The first is no larger than the second."""
    BETWEEN = "between"
    """The whole lies between the smallest and the largest part."""
    PRODUCT = "product"
    """The whole is the first part for each of the second."""


@frozen
class Identity:
    """An identity of the catalogue.

    Attributes:
        key: its name.
        kind: what it says.
        whole: key of the indicator that is made up; empty where the whole is 100 %.
        parts: keys of what makes it up; `optional`: keys that may be missing and then count nothing.
        tolerance: the largest gap that is rounding: in the unit of the whole, or as a share of it for a product.
        source: where it is known from.
    """

    key: str
    kind: IdentityKind
    parts: tuple[str, ...]
    whole: str = ""
    optional: tuple[str, ...] = ()
    tolerance: Fraction | None = None
    source: str = ""


@cache
def known_identities() -> tuple[Identity, ...]:
    """Return the identities between indicators of the catalogue."""
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return tuple(
        Identity(
            key=one["key"],
            kind=IdentityKind(one["kind"]),
            parts=tuple(one["parts"]),
            whole=one.get("whole", ""),
            optional=tuple(one.get("optional", ())),
            tolerance=Fraction(one["tolerance"]) if "tolerance" in one else None,
            source=one["source"],
        )
        for one in tomllib.loads(text)["identity"]
    )


@frozen(eq=False)
class IdentityResult:
    """An identity worked out on the amounts of a plan.

    Attributes:
        kind: what it says.
        name: what it is about.
        whole: the claim of the whole; None where that is 100 %.
        parts: the claims of the parts.
        expected: what the parts give; `stated`: what the plan says; None where there is no one number.
        holds: whether it holds, within rounding.
        identity: the identity of the catalogue; None for the parts of one line.
    """

    kind: IdentityKind
    name: str
    parts: tuple[Claim, ...]
    holds: bool
    whole: Claim | None = None
    expected: Quantity | None = None
    stated: Quantity | None = None
    identity: Identity | None = None

    @property
    def equation(self) -> str:
        """What was worked out, in signs of every language: ``33 + 22,3 + 41,24 + 3,46 = 100``."""
        values = [format_number(part.target.quantity.value) for part in self.parts]
        stated = format_number(self.stated.value) if self.stated is not None else "?"
        if self.kind is IdentityKind.BETWEEN:
            ordered = sorted(self.parts, key=_signed)
            low, high = (format_number(part.target.quantity.value) for part in (ordered[0], ordered[-1]))
            return f"{low} ≤ {stated} ≤ {high}"
        if self.kind is IdentityKind.PRODUCT:
            return f"{' : '.join(values)} = {stated}"
        relation = "≤" if self.kind in (IdentityKind.LIMIT, IdentityKind.ORDER) else "="
        return f"{' + '.join(values)} {relation} {stated}"

    def __str__(self) -> str:
        return f"{self.name}: {self.equation}: {'holds' if self.holds else 'does not hold'}"


# --- within one line ------------------------------------------------------------------------------------

_ALL = re.compile(r"(?<!\w)(?:gồm|bao gồm|cơ cấu|chia ra)(?!\w)")
_SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|nhất là)(?!\w)")
_TOWN = re.compile(r"(?<!\w)(?:thành thị|đô thị|phường)(?!\w)")
_COUNTRY = re.compile(r"(?<!\w)(?:nông thôn|xã)(?!\w)")
_COMPOSITION = re.compile(r"cơ cấu|(?:tỷ|tỉ) trọng (?:các|từng|của các)")
_SECTORS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)(?:nông|nông nghiệp|nông lâm|khu vực i|khu vực 1)(?!\w)",
        r"(?<!\w)(?:công nghiệp|xây dựng|khu vực ii|khu vực 2)(?!\w)",
        r"(?<!\w)(?:dịch vụ|thương mại|khu vực iii|khu vực 3)(?!\w)",
    )
)
"""The three sectors, which with the taxes on products are all there is."""
_PER_SHARE = Fraction(5, 100)
"""Rounding that each of several shares may bring, in percent points."""
_LEAST_SHARES = 3
_HUNDRED = Quantity(100, "%")
_COMPARABLE = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)


def _level(claim: Claim) -> bool:
    return claim.target.change is Change.LEVEL


def _firm(claims: Sequence[Claim]) -> bool:
    """Whether amounts are meant exactly, or all in one way, so that their sum means something."""
    bounds = {claim.target.bound for claim in claims} - {Bound.EXACT}
    return len(bounds) <= 1 and all(bound in _COMPARABLE for bound in bounds)


def _sum(claims: Sequence[Claim], like: Quantity) -> Quantity:
    total = sum((claim.target.quantity.amount for claim in claims), Fraction(0))
    return Quantity(scaled(Decimal(1), total / like.unit.factor), like.unit)


def _grain(quantity: Quantity) -> Fraction:
    """Return one unit of the last digit written, as an amount."""
    return Fraction(Decimal(1).scaleb(int(quantity.value.as_tuple().exponent))) * quantity.unit.factor


def _rounding(claims: Sequence[Claim], whole: Quantity) -> Fraction:
    """Return the gap that rounding explains: one unit of the coarsest last digit, and no more than a hundredth."""
    return min(max(_grain(claim.target.quantity) for claim in claims), abs(whole.amount) / 100)


def _same_sort(whole: Claim, part: Claim) -> bool:
    """Whether a part is an amount of what the whole is an amount of; rates of parts are no parts of a rate."""
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if left.kind in (UnitKind.RATIO, UnitKind.POINTS, UnitKind.RANK) or "/" in left.label:
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return "/" not in right.label and part.target.total is None and same_noun(left.label, right.label)
    return left.same_dimension(right)


def _line_results(item: PlannedIndicator, claims: Mapping[int, tuple[Claim, ...]]) -> Iterator[IdentityResult]:
    """Yield what follows from the parts of each line."""
    for line in item.walk():
        wholes = claims.get(id(line), ())
        parts = [
            claim
            for part in line.parts
            if part.relation is Relation.PART
            for claim in claims.get(id(part), ())
            if _level(claim)
        ]
        if not parts:
            yield from _growth_of_sectors(line, wholes, claims)
            continue
        if not line.targets:
            yield from _share_results(line, parts)
            continue
        whole = next((claim for claim in wholes if _level(claim)), None)
        yield from _growth_of_sectors(line, wholes, claims)
        if whole is not None:
            yield from _part_results(line, whole, [part for part in parts if _same_sort(whole, part)])
            yield from _rates_of_town_and_country(whole, parts)


def _share_results(line: PlannedIndicator, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Shares of one whole: ``Cơ cấu kinh tế: khu vực I: 33%; …``."""
    named = _COMPOSITION.search(line.name.lower()) is not None or all(
        part.key and part.key.startswith("share_") for part in parts
    )
    shares = all(part.target.quantity.unit.same_dimension(_HUNDRED.unit) for part in parts)
    if not (named and shares and len(parts) >= _LEAST_SHARES and _firm(parts)):
        return
    total = _sum(parts, _HUNDRED)
    gap = total.amount - _HUNDRED.amount
    near = abs(gap) <= _PER_SHARE * len(parts) / 100
    # Three sectors leave the taxes on products out: they may fall short of 100, and cannot pass it.
    open_ended = len(parts) == _LEAST_SHARES and gap < 0
    yield IdentityResult(IdentityKind.SHARES, line.name, tuple(parts), near or open_ended, None, total, _HUNDRED)


def _part_results(line: PlannedIndicator, whole: Claim, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Parts of an amount: all of them (``gồm``, or known to be all), or some (``trong đó``)."""
    if not parts:
        return
    stated = whole.target.quantity
    parts = _own_parts(whole, parts)
    total = _sum(parts, stated)
    gap = total.amount - stated.amount
    near = abs(gap) <= _rounding([whole, *parts], stated)
    words = _words_before_parts(line)
    complete = len(parts) > 1 and (
        near
        or _known_to_be_all(whole, parts)
        or _town_and_country(parts)
        or bool(_ALL.search(words) and not _SOME.search(words))
    )
    if complete and _firm([whole, *parts]):
        yield IdentityResult(IdentityKind.SUM, whole.name, tuple(parts), near, whole, total, stated)
        return
    slack = _rounding([whole, *parts], stated) if len(parts) > 1 else Fraction(0)
    if whole.target.bound is Bound.ABOUT:
        slack = max(slack, abs(stated.amount) * ABOUT_TOLERANCE)
    fits = gap <= slack
    yield IdentityResult(IdentityKind.LIMIT, whole.name, tuple(parts), fits, whole, total, stated)


def _rates_of_town_and_country(whole: Claim, parts: Sequence[Claim]) -> Iterator[IdentityResult]:
    """A rate of both together lies between the two."""
    rates = [claim for claim in parts if claim.target.quantity.unit.same_dimension(whole.target.quantity.unit)]
    if whole.target.quantity.unit.kind is UnitKind.RATIO and _town_and_country(rates) and _level(whole):
        result = _between_result(None, whole, rates)
        if result is not None:
            yield result


def _growth_of_sectors(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Growth of a whole between those of its three sectors, whatever is produced: the catalogue knows that of GRDP."""
    whole = next((claim for claim in wholes if _rises(claim)), None)
    named = [(part, claim) for part in line.parts for claim in claims.get(id(part), ())[:1] if _rises(claim)]
    sectors = [[claim for _, claim in named if sector.search(claim.name.lower())] for sector in _SECTORS]
    if whole is None or len(named) > _LEAST_SHARES + 1 or any(len(found) != 1 for found in sectors):
        return
    if {claim.key for _, claim in named} >= _KNOWN_SECTORS and whole.key == "grdp_growth":
        return  # looked at by the identity of the catalogue
    result = _between_result(None, whole, [claim for _, claim in named])
    if result is not None:
        yield result


_KNOWN_SECTORS = frozenset({"growth_agri", "growth_ind", "growth_serv"})


def _rises(claim: Claim) -> bool:
    """Whether a claim is a growth in percent."""
    return claim.target.quantity.unit.label in ("%", "%/năm") and (
        claim.target.change is Change.INCREASE or (claim.key or "").startswith(("growth_", "grdp_growth"))
    )


def _town_and_country(parts: Sequence[Claim]) -> bool:
    """Whether the parts are town and country, which are all there is."""
    return len(parts) == 2 and all(
        any(words.search(part.name.lower()) for part in parts) for words in (_TOWN, _COUNTRY)
    )


def _words_before_parts(line: PlannedIndicator) -> str:
    """Return the words of a line before its first part."""
    first = next((part for part in line.parts if part.relation is Relation.PART), None)
    text = line.text.lower()
    at = text.find(first.name.lower()) if first is not None and first.name else -1
    return text[:at] if at > 0 else text


def _known_to_be_all(whole: Claim, parts: Sequence[Claim]) -> bool:
    keys = {part.key for part in parts}
    return any(
        identity.kind is IdentityKind.SUM and identity.whole == whole.key and set(identity.parts) <= keys
        for identity in known_identities()
    )


def _own_parts(whole: Claim, parts: list[Claim]) -> list[Claim]:
    """Leave out what another clause of the line is about, where the parts are known: spending behind revenue."""
    keys = {part.key for part in parts}
    for identity in known_identities():
        if identity.kind is IdentityKind.SUM and identity.whole == whole.key and set(identity.parts) <= keys:
            own = {*identity.parts, *identity.optional, None}
            return [part for part in parts if part.key in own]
    return parts


# --- between indicators of the catalogue ------------------------------------------------------------------


def _by_key(lines: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in lines:
        if claim.key:
            found.setdefault(claim.key, []).append(claim)
    return found


def _one(claims: Sequence[Claim], kind: TargetKind | None = None) -> Claim | None:
    """Return the one claim there is; None where there are several or none, since then it is not known which is meant."""
    fitting = [claim for claim in claims if kind is None or claim.kind is kind]
    return fitting[0] if len(fitting) == 1 else None


def _known_results(lines: Sequence[Claim]) -> Iterator[IdentityResult]:
    by_key = _by_key(lines)
    for identity in known_identities():
        parts = [_one(by_key.get(key, ())) for key in identity.parts]
        whole = _one(by_key.get(identity.whole, ())) if identity.whole else None
        given = [part for part in parts if part is not None]
        if len(given) != len(parts) or (identity.whole and whole is None):
            continue
        extra = [claim for key in identity.optional if (claim := _one(by_key.get(key, ()))) is not None]
        result = _RESULTS[identity.kind](identity, whole, [*given, *extra])
        if result is not None:
            yield result


def _same_dimension(claims: Sequence[Claim]) -> bool:
    first = claims[0].target.quantity.unit
    return all(claim.target.quantity.unit.same_dimension(first) for claim in claims)


def _sum_result(identity: Identity, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    terms = [*parts, *([whole] if whole else [])]
    if not _same_dimension(terms) or not _firm(terms) or _in_one_line(terms):
        return None
    stated = whole.target.quantity if whole else _HUNDRED
    total = _sum(parts, stated)
    allowed = _rounding(terms, stated)
    if identity.tolerance is not None:
        allowed = max(allowed, identity.tolerance * stated.unit.factor)
    holds = abs(total.amount - stated.amount) <= allowed
    name = whole.name if whole else identity.key
    return IdentityResult(identity.kind, name, tuple(parts), holds, whole, total, stated, identity)


def _in_one_line(claims: Sequence[Claim]) -> bool:
    """Whether all stand in one line, whose own parts are looked at already."""
    return len({claim.piece for claim in claims}) == 1


def _order_result(identity: Identity, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    if whole is None or not all(map(_level, [whole, *parts])) or not _same_dimension([whole, *parts]):
        return None
    stated, part = whole.target.quantity, parts[0]
    holds = part.target.quantity <= (whole.target.upper or stated) or whole.target.bound is Bound.ABOUT
    return IdentityResult(identity.kind, part.name, tuple(parts), holds, whole, part.target.quantity, stated, identity)


def _product_result(identity: Identity, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    """The whole is the first part for each of the second: GRDP per head."""
    if whole is None or not all(map(_level, [whole, *parts])):
        return None
    total, heads = (part.target.quantity for part in parts)
    stated = whole.target.quantity
    numerator = stated.unit.label.partition("/")[0]
    if not heads.amount or heads.unit.kind is not UnitKind.COUNT or not _is_money_like(total, numerator):
        return None
    per_head = total.amount / heads.amount
    expected = Quantity(scaled(Decimal(1), per_head / stated.unit.factor), stated.unit)
    tolerance = identity.tolerance if identity.tolerance is not None else Fraction(1, 100)
    holds = abs(per_head - stated.amount) <= tolerance * abs(stated.amount)
    return IdentityResult(identity.kind, whole.name, tuple(parts), holds, whole, expected, stated, identity)


def _is_money_like(total: Quantity, numerator: str) -> bool:
    return total.unit.same_dimension(Quantity(1, numerator).unit) if numerator else False


def _between_result(identity: Identity | None, whole: Claim | None, parts: list[Claim]) -> IdentityResult | None:
    """The growth of a whole lies between the growths of its parts, whatever their weights."""
    if whole is None or not _same_dimension([whole, *parts]):
        return None
    if len({claim.target.change for claim in (whole, *parts)}) > 1 and not all(map(_grows, (whole, *parts))):
        return None
    low = min(map(_signed, parts))
    high = max(_signed(part, upper=True) for part in parts)
    stated = whole.target.quantity
    open_above = any(part.target.bound in (Bound.AT_LEAST, Bound.MORE_THAN) for part in parts)
    slack = _rounding([whole, *parts], stated)
    below = _signed(whole, upper=True) < low - slack and whole.target.bound not in (Bound.AT_LEAST, Bound.MORE_THAN)
    above = _signed(whole) > high + slack and not open_above
    holds = not (below or above)
    return IdentityResult(IdentityKind.BETWEEN, whole.name, tuple(parts), holds, whole, None, stated, identity)


def _grows(claim: Claim) -> bool:
    """Whether a claim is a growth rate: a change, or the level of an indicator that is a rate."""
    return claim.target.change is not Change.LEVEL or (claim.record is not None and claim.record.kind == "rate")


def _signed(claim: Claim, *, upper: bool = False) -> Fraction:
    target = claim.target
    quantity = target.upper if upper and target.upper is not None else target.quantity
    return -quantity.amount if target.change is Change.DECREASE else quantity.amount


_RESULTS = {
    IdentityKind.SUM: _sum_result,
    IdentityKind.SHARES: _sum_result,
    IdentityKind.ORDER: _order_result,
    IdentityKind.BETWEEN: _between_result,
    IdentityKind.PRODUCT: _product_result,
}


def identities_of(plan: Plan, lines: Sequence[Claim]) -> tuple[IdentityResult, ...]:
    """Return what can be worked out: inside each line first, then between indicators of the catalogue."""
    by_item: dict[int, tuple[Claim, ...]] = {}
    for claim in lines:
        if claim.indicator is not None:
            by_item[id(claim.indicator)] = (*by_item.get(id(claim.indicator), ()), claim)
    own = [result for item in plan.indicators for result in _line_results(item, by_item)]
    return (*own, *_known_results(lines))
