"""Products written out: *500.000 đồng/tháng × 12 tháng × 1.200 người = 7,2 tỷ đồng*.

Units of money, of land and of harvests are powers of ten of one another: the digits must be those of the product. Where one of the
factors is for a month and the product for a year, the twelve may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from attrs import evolve

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
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
_REACH, _LONGEST, _MOST = 60, 300, 6
_LEAST, _SLACK = 2, Fraction(1, 200)
_MONTHS = 12


def chains(texts: Iterable[tuple[Passage, Sequence[Numeral]]]) -> Iterator[IdentityResult]:
    """Yield the products of a text with what they make.

    Args:
        texts: texts with their amounts and all their numbers.
    """
    for passage, numbers in texts:
        piece = passage[0]
        if _SIGN.search(piece.source.lower) is None:
            continue
        row = list[Amount]()
        amounts = amounts_of(passage, numbers)
        for first, second in pairwise(amounts):
            lower = piece.source.lower
            near = second.start - first.end <= _REACH
            if near and _TIMES.fullmatch(lower, first.digits_end, second.start):
                row = [*row, second] if row else [first, second]
                continue
            if _LEAST <= len(row) <= _MOST and near and _MAKES.fullmatch(lower, first.digits_end, second.start):
                yield from _result(piece, row, second)
            row = []


def _result(piece: Piece, factors: Sequence[Amount], total: Amount) -> Iterator[IdentityResult]:
    """Yield what some factors make, against what is said to come of them."""
    every = (*factors, total)
    if any(one.upper or one.total or one.quantity.value <= 0 for one in every):
        return
    made = reduce(lambda product, one: product * Fraction(one.quantity.value), factors, Fraction(1))
    stated = Fraction(total.quantity.value)
    slack = max(sum((_half(one) for one in every), Fraction(0)), _SLACK)
    holds = _is_power(made / stated, slack)
    if not holds and any("tháng" in one.quantity.unit.label for one in factors):
        holds = _is_power(made * _MONTHS / stated, slack)
    if not holds and any("năm" in one.quantity.unit.label for one in factors):
        holds = _is_power(made / _MONTHS / stated, slack)
    rate = next((one for one in factors if one.quantity.unit.kind is UnitKind.MONEY), factors[0])
    told = rate.quantity
    rest = made / Fraction(told.value)
    others = Quantity(scaled(Decimal(1), rest), "")
    expected = Quantity(scaled(Decimal(1), Fraction(told.value) / (made / stated / _nearest(made / stated))), told.unit)
    whole, result = (_claim(piece, one, factors[0], total) for one in (rate, total))
    heads = evolve(whole, name="", target=Target(others), span=None)
    yield IdentityResult(IdentityKind.PRODUCT, whole.name, (result, heads), holds, whole, expected, told)


def _nearest(ratio: Fraction) -> Fraction:
    """Return the power of ten that is nearest to a ratio."""
    power = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    above = power.adjusted()
    choices = [Fraction(10) ** one for one in (above, above + 1)]
    return min(choices, key=lambda one: max(ratio / one, one / ratio))


def _is_power(ratio: Fraction, slack: Fraction) -> bool:
    return abs(ratio / _nearest(ratio) - 1) <= slack


def _half(one: Amount) -> Fraction:
    quantity = one.quantity
    whole = quantity.value == quantity.value.to_integral_value() and quantity.unit.scale == 1
    return Fraction(0) if whole else grain(quantity) / abs(quantity.amount) / 2


def _claim(piece: Piece, one: Amount, first: Amount, last: Amount) -> Claim:
    span = piece.source.span(one.start, one.digits_end) if piece.placed else None
    text = piece.source.clean(first.start, min(last.end, first.start + _LONGEST))
    return Claim(one.quantity.unit.label, None, one.target, span=span, piece=text)
