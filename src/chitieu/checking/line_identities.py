"""What follows from the parts of one indicator line: shares of a whole, parts of an amount, rates of sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chitieu.checking.claims import Claim
from chitieu.checking.identities import IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity_arithmetic import HUNDRED, between_result, firm, level, rounding, sum_of
from chitieu.checking.nouns import is_cut_across, same_noun
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import ABOUT_TOLERANCE, Bound, Change
from chitieu.units import UnitKind

__all__ = ["line_results"]


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


def _same_sort(whole: Claim, part: Claim) -> bool:
    """Whether a part is an amount of what the whole is an amount of; rates of parts are no parts of a rate."""
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if left.kind in (UnitKind.RATIO, UnitKind.POINTS, UnitKind.RANK) or "/" in left.label:
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return "/" not in right.label and part.target.total is None and same_noun(left.label, right.label)
    return left.same_dimension(right)


def line_results(item: PlannedIndicator, claims: Mapping[int, tuple[Claim, ...]]) -> Iterator[IdentityResult]:
    """Yield what follows from the parts of each line."""
    for line in item.walk():
        wholes = claims.get(id(line), ())
        parts = [claim for part in _listed(line) for claim in claims.get(id(part), ()) if level(claim)]
        if not parts:
            yield from _growth_of_sectors(line, wholes, claims)
            continue
        if not line.targets:
            yield from _share_results(line, parts)
            continue
        whole = next((claim for claim in wholes if level(claim)), None)
        yield from _growth_of_sectors(line, wholes, claims)
        yield from _shares_of_sectors(line, parts)
        if whole is not None:
            yield from _part_results(line, whole, [part for part in parts if _same_sort(whole, part)])
            yield from _rates_of_town_and_country(whole, parts)


def _listed(line: PlannedIndicator) -> list[PlannedIndicator]:
    """Return the parts of a line that stand in one list: what follows a semicolon behind commas begins something else."""
    parts = [part for part in line.parts if part.relation is Relation.PART]
    kept: list[PlannedIndicator] = []
    for part in parts:
        lead = part.text.lstrip()[:1]
        if kept and lead == "(":  # a part of the part before, or its value of another year
            continue
        if lead == ";" and len(kept) > 1 and all(one.text.lstrip()[:1] in (",", "v") for one in kept[1:]):
            break
        kept.append(part)
    return kept


def _said_of(claim: Claim) -> str:
    """Return the words about an amount: its name, and what stands behind it up to the next sign."""
    at = claim.piece.find(claim.part) if claim.part and len(claim.piece) <= _LONGEST else -1
    return f"{claim.name} {_SIGN.split(claim.piece[at + len(claim.part) :], maxsplit=1)[0] if at >= 0 else ''}"


_SIGN = re.compile(r"[;,.()]")
_LONGEST = 4000
"""Characters of a line in which the words behind an amount are looked for."""


def _share_results(line: PlannedIndicator, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Shares of one whole: ``Cơ cấu kinh tế: khu vực I: 33%; …``."""
    named = _COMPOSITION.search(line.name.lower()) is not None or all(
        part.key and part.key.startswith("share_") for part in parts
    )
    shares = all(part.target.quantity.unit.same_dimension(HUNDRED.unit) for part in parts)
    if not (named and shares and len(parts) >= _LEAST_SHARES and firm(parts)):
        return
    total = sum_of(parts, HUNDRED)
    gap = total.amount - HUNDRED.amount
    near = abs(gap) <= _PER_SHARE * len(parts) / 100
    # Three sectors leave the taxes on products out: they may fall short of 100, and cannot pass it.
    open_ended = len(parts) == _LEAST_SHARES and gap < 0
    yield IdentityResult(IdentityKind.SHARES, line.name, tuple(parts), near or open_ended, None, total, HUNDRED)


def _shares_of_sectors(line: PlannedIndicator, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Shares of the sectors below an amount that is none, in a table whose row *Cơ cấu* has no value of its own."""
    shares = [part for part in parts if part.target.quantity.unit.label == "%" and part.target.upper is None]
    sectors = [[part for part in shares if sector.search(part.name.lower())] for sector in _SECTORS]
    rate = any(target.quantity.unit.kind is UnitKind.RATIO for target in line.targets)
    if rate or len(shares) not in (3, 4) or any(len(found) != 1 for found in sectors) or not firm(shares):
        return
    total = sum_of(shares, HUNDRED)
    gap = total.amount - HUNDRED.amount
    if abs(gap) > _SHARES_APART:  # rates of growth
        return
    holds = abs(gap) <= _PER_SHARE * len(shares) / 100 or (len(shares) == _LEAST_SHARES and gap < 0)
    yield IdentityResult(IdentityKind.SHARES, shares[0].name, tuple(shares), holds, None, total, HUNDRED)


_SHARES_APART = Fraction(30, 100)


def _part_results(line: PlannedIndicator, whole: Claim, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Parts of an amount: all of them (``gồm``, or known to be all), or some (``trong đó``)."""
    if not parts:
        return
    stated = whole.target.quantity
    parts = _own_parts(whole, parts)
    if len(parts) > 1 and not _town_and_country(parts):
        together = " ".join(map(_said_of, parts))
        alone = [part for part in parts if not is_cut_across(_said_of(part), together)]
        for part in parts:
            if part not in alone and part.target.quantity.amount > stated.amount:
                yield IdentityResult(
                    IdentityKind.LIMIT,
                    whole.name,
                    (part,),
                    holds=False,
                    whole=whole,
                    expected=part.target.quantity,
                    stated=stated,
                )
        parts = alone or parts[:1]
    total = sum_of(parts, stated)
    gap = total.amount - stated.amount
    near = abs(gap) <= rounding([whole, *parts], stated)
    words = _words_before_parts(line)
    complete = len(parts) > 1 and (
        near
        or _known_to_be_all(whole, parts)
        or _town_and_country(parts)
        or bool(_ALL.search(words) and not _SOME.search(words))
    )
    if complete and firm([whole, *parts]):
        yield IdentityResult(IdentityKind.SUM, whole.name, tuple(parts), near, whole, total, stated)
        return
    slack = rounding([whole, *parts], stated) if len(parts) > 1 else Fraction(0)
    if whole.target.bound is Bound.ABOUT:
        slack = max(slack, abs(stated.amount) * ABOUT_TOLERANCE)
    fits = gap <= slack
    yield IdentityResult(IdentityKind.LIMIT, whole.name, tuple(parts), fits, whole, total, stated)


def _rates_of_town_and_country(whole: Claim, parts: Sequence[Claim]) -> Iterator[IdentityResult]:
    """A rate of both together lies between the two."""
    rates = [claim for claim in parts if claim.target.quantity.unit.same_dimension(whole.target.quantity.unit)]
    if whole.target.quantity.unit.kind is UnitKind.RATIO and _town_and_country(rates) and level(whole):
        result = between_result(None, whole, rates)
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
    result = between_result(None, whole, [claim for _, claim in named])
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
