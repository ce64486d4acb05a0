"""Money told in two currencies: *680 tỷ đồng, tương đương khoảng 26,2 triệu USD (tỷ giá 26.000 đồng/USD)*.

The rate stands in the same sentence, or is the only one the text gives. Where it gives none, the two make one that there has been.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.ratios.worked_results import claim_at, claim_of, product_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind, parse_unit

__all__ = ["exchanges"]

_RATE = re.compile(
    r"(?<![\w.,])(?:1\s(?P<ahead>usd|eur)\s?=\s?(?P<first>[0-9][0-9.,]{3,12})\s?(?:đồng|vnđ|vnd)(?!\w)"
    r"|(?P<second>[0-9][0-9.,]{3,12})\s?(?:đồng|vnđ|vnd)\s?(?:/|đổi|cho|một|ăn)\s?(?:1\s|01\s|một\s)?(?P<behind>usd|eur)(?!\w))"
)
_IS = re.compile(
    r"[^;.,:()|0-9]{0,40}?(?:,\s|\s?\(\s?|\s)(?:(?:tương đương|tương ứng|tức là|tức|bằng|khoảng|hay|xấp xỉ|gần|quy đổi|quy ra|quy|là|với|≈|~|=)\s?)+"
)
"""Between an amount and the same in another currency."""
_SLACK = Fraction(1, 100)
"""What the rate of the day and rounding explain."""
_FAR = 90


@frozen(eq=False)
class _Rate:
    """So many đồng for one of another currency, and where that stands."""

    currency: str
    value: Decimal
    start: int
    end: int


def exchanges(passages: Iterable[Passage]) -> Iterator[IdentityResult]:
    """Yield the amounts that are told in two currencies, with what the rate makes of them.

    Args:
        passages: texts with their amounts.
    """
    for piece, hits in passages:
        rates = list(_rates(piece))
        told = {rate.start for rate in rates}
        amounts = [hit for hit in hits if hit.numeral.start not in told]
        for first, second in pairwise(amounts):
            pair = _pair(piece, first, second)
            if pair is None:
                continue
            rate = _rate_of(piece, rates, second) if rates else _nearest(*pair)
            if rate is not None and _currency(pair[1]) == rate.currency:
                yield _result(piece, *pair, rate)


def _rates(piece: Piece) -> Iterator[_Rate]:
    for found in _RATE.finditer(piece.source.lower):
        group = "first" if found["first"] else "second"
        value = read_digits(found[group])
        if value is not None and value > _LEAST:
            yield _Rate((found["ahead"] or found["behind"]).upper(), value, found.start(group), found.end())


_LEAST = 1000
"""Đồng for one USD or EUR; fewer is the price of something else."""


def _pair(piece: Piece, first: TargetHit, second: TargetHit) -> tuple[TargetHit, TargetHit] | None:
    """Return an amount in đồng and the same in another currency, for one of the same; None where they are not."""
    if not (_is_plain(first) and _is_plain(second)):
        return None
    if _IS.fullmatch(piece.source.lower, first.numeral.end, second.numeral.start) is None:
        return None
    pair = (first, second) if _currency(first) == "" else (second, first)
    if _currency(pair[0]) or not _currency(pair[1]):
        return None
    if (pair[0].target.upper is None) != (pair[1].target.upper is None):
        return None
    per = [one.target.quantity.unit.label.partition("/")[2] for one in pair]
    return pair if per[0] == per[1] or not all(per) else None


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    plain = target.total is None and target.change is Change.LEVEL  # of two ranges, the lower ends are looked at
    return plain and target.quantity.unit.kind is UnitKind.MONEY and target.quantity.value > 0


def _currency(hit: TargetHit) -> str:
    """Return the currency of an amount that is no đồng."""
    label = hit.target.quantity.unit.label.partition("/")[0]
    return next((one for one in _CURRENCIES if one in label.split()), "")


_CURRENCIES = ("USD", "EUR")


def _rate_of(piece: Piece, rates: Sequence[_Rate], hit: TargetHit) -> _Rate | None:
    """Return the rate that stands right behind an amount, else the only one there is."""
    text = piece.source.text
    for rate in rates:
        near = 0 <= rate.start - hit.end <= _FAR
        if near and "\n" not in text[hit.end : rate.start] and ". " not in text[hit.end : rate.start]:
            return rate
    return rates[0] if len({(rate.currency, rate.value) for rate in rates}) == 1 else None


_LOWEST, _HIGHEST = 16_000, 30_000
"""Đồng for one USD since 2008 (Ngân hàng Nhà nước; 16.100 then, some 26.300 in 2026), with room above."""


def _nearest(money: TargetHit, other: TargetHit) -> _Rate | None:
    """Return the rate nearest to what two amounts make, where there has been none like theirs; that has no place of its own."""
    made = _singles(money.target.quantity) / _singles(other.target.quantity)
    nearest = min(max(made, Fraction(_LOWEST)), Fraction(_HIGHEST))
    if nearest == made or _currency(other) != "USD":
        return None
    return _Rate("USD", Decimal(int(nearest)), other.numeral.start, other.end)


def _result(piece: Piece, money: TargetHit, other: TargetHit, rate: _Rate) -> IdentityResult:
    """Return what an amount in đồng makes in another currency."""
    stated = other.target.quantity
    made, told = _singles(money.target.quantity) / Fraction(rate.value), _singles(stated)
    halves = sum((grain(one) / abs(one.amount) / 2 for one in (money.target.quantity, stated)), Fraction(0))
    holds = abs(made / told - 1) <= max(halves, _SLACK)
    around = min(money.start, other.start), max(other.end, money.end)
    price = Target(Quantity(rate.value, parse_unit("đồng")))
    heads = claim_at(piece, price, (rate.start, rate.end), around, rate.currency)
    whole, total = (claim_of(piece, hit, around) for hit in (other, money))
    return product_of(whole, total, heads, made / told, holds=holds)


def _singles(quantity: Quantity) -> Fraction:
    """Return an amount in single ones of its currency, for whatever time it is."""
    return Fraction(quantity.value) * quantity.unit.scale
