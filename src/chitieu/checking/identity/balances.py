"""Balances: what comes less what goes, against what a plan says is left; exports and imports, births and deaths.

A surplus (*xuất siêu*) and a deficit (*nhập siêu*) are words, not signs: which of the two is the larger one, they say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity.identity_arithmetic import level, same_dimension
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import ABOUT_TOLERANCE, Bound
from chitieu.units import UnitKind

__all__ = ["balances", "balances_of_text"]

_SIDE = re.compile(r"(?<!\w)(?:(?P<surplus>xuất siêu|thặng dư)|nhập siêu|thâm hụt)(?!\w)")
_OF_SOME = re.compile(
    r"(?<!\w)(?:fdi|nước ngoài|trong nước|doanh nghiệp|khu vực|thị trường|biên mậu|tiểu ngạch|sang|từ|với)(?!\w)"
)
"""Words with an amount that is that of some sellers or of some countries only."""


def balances(claims: Sequence[Claim]) -> Iterator[IdentityResult]:
    """Yield the balances of a plan with what they are the difference of, wherever its lines give the three.

    Args:
        claims: the amounts of the indicator lines.
    """
    for identity in _identities():
        terms = (*identity.parts, identity.whole)
        found: dict[tuple[str, str], Claim] = {}
        for claim in claims:
            if claim.key in terms and _counts(claim) and not claim.timed:
                found.setdefault((claim.key or "", claim.piece), claim)  # what a bracket behind it says is of last year
        by_key: dict[str, Claim | None] = {}
        for (key, _), claim in found.items():
            other = by_key.setdefault(key, claim)
            if other is not None and other.target.quantity != claim.target.quantity:
                by_key[key] = None  # it is not known which is meant
        yield from _result(identity, by_key)
        yield from _of_one_time(identity, [claim for claim in claims if claim.key in terms and _counts(claim)])


def _of_one_time(identity: Identity, claims: Iterable[Claim]) -> Iterator[IdentityResult]:
    """Yield the balances of lines that open with a time: *Xuất khẩu 9 tháng đạt …; nhập khẩu …; xuất siêu …*."""
    lines: dict[str, dict[str, Claim | None]] = {}
    for claim in claims:
        lines.setdefault(claim.piece, {}).setdefault(claim.key or "", claim)
    for by_key in lines.values():
        first, *rest = (claim for claim in by_key.values() if claim is not None)
        if first.timed and len({claim.timed for claim in rest}) <= 1:
            yield from _result(identity, by_key)


def balances_of_text(text: str, claims: Iterable[Claim]) -> Iterator[IdentityResult]:
    """Yield the balances of running text, where one line of it gives the three.

    Args:
        text: the text of a plan.
        claims: the amounts in it that stand in no indicator line.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for identity in _identities():
        lines: dict[int, dict[str, Claim | None]] = {}
        for claim in claims:
            if claim.span is not None and claim.key in (*identity.parts, identity.whole) and _counts(claim):
                line = lines.setdefault(starts[bisect_right(starts, claim.span.start) - 1], {})
                line.setdefault(claim.key or "", claim)
        for by_key in lines.values():
            _, *rest = (claim for claim in by_key.values() if claim is not None)
            if len({claim.timed for claim in rest}) <= 1:  # a year ahead of the first one is that of all
                yield from _result(identity, by_key)


def _identities() -> tuple[Identity, ...]:
    return tuple(one for one in known_identities() if one.kind is IdentityKind.BALANCE)


def _counts(claim: Claim) -> bool:
    target = claim.target
    plain = level(claim) and target.is_single
    return plain and target.quantity.unit.kind in _KINDS and not _OF_SOME.search(claim.name.lower())


_KINDS = (UnitKind.MONEY, UnitKind.RATIO)


def _result(identity: Identity, by_key: Mapping[str, Claim | None]) -> Iterator[IdentityResult]:
    """Yield the balance, if the three are there and meant exactly."""
    out, back = (by_key.get(key) for key in identity.parts)
    whole = by_key.get(identity.whole)
    if out is None or back is None or whole is None or not same_dimension([out, back, whole]):
        return
    about = whole.target.bound is Bound.ABOUT
    if any(one.target.bound is not Bound.EXACT for one in (out, back)) or not (
        about or whole.target.bound is Bound.EXACT
    ):
        return
    stated = whole.target.quantity
    side = _side(whole)
    gap = out.target.quantity.amount - back.target.quantity.amount
    gap = gap * side if side else abs(gap)
    largest = max(out.target.quantity, back.target.quantity).amount
    slack = max(grain(one.target.quantity) for one in (out, back, whole))
    if stated.unit.kind is UnitKind.MONEY:
        slack = min(slack, largest / 100)  # "xuất siêu 3 tỷ USD" may be told roughly, but not of small sums
    if about:
        slack = max(slack, abs(stated.amount) * ABOUT_TOLERANCE)
    size = abs(stated.amount) if side == 0 else stated.amount
    expected = Quantity(scaled(Decimal(1), gap / stated.unit.factor), stated.unit)
    holds = abs(gap - size) <= slack
    parts = (back, out) if side < 0 else (out, back)
    yield IdentityResult(identity.kind, whole.name, parts, holds, _named(whole), expected, stated, identity)


def _side(claim: Claim) -> int:
    """Return 1 for a surplus, -1 for a deficit, 0 for a balance without a word for either."""
    ahead = claim.piece.partition(claim.part)[0] if claim.part else ""
    for words in (claim.name.lower(), ahead.lower()[-REACH:]):
        for found in [*_SIDE.finditer(words)][-1:]:  # the last word counts: "chuyển từ nhập siêu sang xuất siêu"
            return 1 if found["surplus"] else -1
    return 0


def _named(claim: Claim) -> Claim:
    """Return a balance with a name: that of its line where it has none itself."""
    return claim if claim.name or claim.above is None else evolve(claim, name=claim.above.name)
