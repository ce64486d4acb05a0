"""Products written out: *500.000 đồng/tháng × 12 tháng × 1.200 người = 7,2 tỷ đồng*.

Units of money, of land and of harvests are powers of ten of one another: the digits must be those of the product. Where one of the
factors is for a month and the product for a year, the twelve may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import log10, prod

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.ratios.worked_results import claim_at, product_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import Amount, amounts_of
from chitieu.numbers.decimals import scaled
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target
from chitieu.units import UnitKind

__all__ = ["chains"]

_TIMES = re.compile(r"(?:\s?/?\s?[^\W\d_]+){0,6}?\s?\)?\s?(?:[×*]|x(?=\s))\s?")
_MAKES = re.compile(
    r"(?:\s?/?\s?[^\W\d_]+){0,6}?\s?\)?\s?(?:=|≈|bằng|được|là)\s(?:(?:khoảng|gần|hơn)\s)?|(?:\s?/?\s?[^\W\d_]+){0,6}?\s?="
)
_SIGN = re.compile(r"[×*]|\sx\s")
_SLACK = Fraction(1, 200)
_YEAR = Fraction(12)
"""Months."""


def chains(texts: Iterable[tuple[Passage, Sequence[Numeral]]]) -> Iterator[IdentityResult]:
    """Yield the products of a text with what they make.

    Args:
        texts: texts with their amounts and all their numbers.
    """
    for passage, numbers in texts:
        piece = passage[0]
        if _SIGN.search(piece.source.lower):
            for factors, total in _products(piece, amounts_of(passage, numbers)):
                if all(one.is_single and one.quantity.value > 0 for one in (*factors, total)):
                    yield _result(piece, factors, total)


def _products(piece: Piece, amounts: Sequence[Amount]) -> Iterator[tuple[Sequence[Amount], Amount]]:
    """Yield the factors of each product that is written out, and what they are said to make."""
    factors: list[Amount] = []
    for first, second in pairwise(amounts):
        between = piece.source.lower, first.digits_end, second.start
        if _TIMES.fullmatch(*between):
            factors = factors or [first]
            factors.append(second)
            continue
        if factors and _MAKES.fullmatch(*between):
            yield factors, second
        factors = []


def _result(piece: Piece, factors: Sequence[Amount], total: Amount) -> IdentityResult:
    """Return what some factors make, against what is said to come of them."""
    values = [Fraction(one.quantity.value) for one in factors]
    made = prod(values, start=Fraction(1)) / Fraction(total.quantity.value)
    slack = max(sum((_half(one) for one in (*factors, total)), Fraction(0)), _SLACK)
    labels = " ".join(one.quantity.unit.label for one in factors)
    times = [Fraction(1)] + [_YEAR] * ("tháng" in labels) + [1 / _YEAR] * ("năm" in labels)
    holds = any(abs(made * one / _nearest_power(made * one) - 1) <= slack for one in times)
    rate = next((one for one in factors if one.quantity.unit.kind is UnitKind.MONEY), factors[0])
    around = factors[0].start, total.end
    whole, result = (claim_at(piece, one.target, (one.start, one.digits_end), around) for one in (rate, total))
    others = Target(Quantity(scaled(total.quantity.value, made / Fraction(rate.quantity.value)), ""))
    return product_of(whole, result, evolve(whole, target=others, span=None), _nearest_power(made) / made, holds=holds)


def _nearest_power(ratio: Fraction) -> Fraction:
    """Return the power of ten that is nearest to a ratio."""
    return Fraction(10) ** round(log10(ratio.numerator) - log10(ratio.denominator))


def _half(one: Amount) -> Fraction:
    """Return what rounding may have changed, as a share; a whole number of single ones is not rounded."""
    quantity = one.quantity
    whole = quantity.value == quantity.value.to_integral_value() and quantity.unit.scale == 1
    return Fraction(0) if whole else grain(quantity) / quantity.amount / 2
