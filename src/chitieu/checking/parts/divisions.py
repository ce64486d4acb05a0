"""The parts of a line as the divisions they make: each comes to the whole for itself, none is added to another.

Exports are those of home and of foreign firms, and in another way those of wood and of cloth. In a table *trong đó* or *chia ra*
begins another division, or the numbers tell: the first rows come to the whole, and others follow. Rows right behind one that
come to it, to the last digit, are its own parts and none of the whole, though nothing but their numbers says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rounding import sum_slack
from chitieu.rows_below import row_head

__all__ = ["come_to", "divisions"]

_LEAST, _DIGITS, _MOST = 2, 3, 60


def divisions(whole: Claim, parts: Sequence[Claim]) -> list[list[Claim]]:
    """Return the parts of a line, each division for itself; in prose all are one but what the numbers divide.

    Args:
        whole: the amount.
        parts: the amounts below it, in one unit or in others of its dimension.
    """
    if len(parts) > _MOST:
        return [list(parts)]
    if not all("|" in _text(part) for part in parts):
        return _in_prose(whole, parts)
    kept = _without_own_parts(parts)
    found: list[list[Claim]] = []
    for part in kept:
        if not found or (_is_led(part) and len(found[-1]) >= _LEAST) or come_to(whole, found[-1]):
            found.append([])
        found[-1].append(part)
    return found


def _in_prose(whole: Claim, parts: Sequence[Claim]) -> list[list[Claim]]:
    """Return the parts of prose: those that come to the whole, where the others nearly do so once more; else all of them.

    What only says what a share behind them comes to is none: *…; khách lưu trú chiếm 45%, tức 2.610 nghìn lượt*.
    """
    stated = whole.target.quantity.amount
    for size in range(_LEAST, len(parts)):
        rest = parts[size:]
        if not come_to(whole, parts[:size]):
            continue
        if len(rest) >= _LEAST and abs(sum(map(_amount, rest), Fraction(0)) - stated) <= stated * _NEAR:
            return [list(parts[:size]), list(rest)]
        if all(_THAT_IS.search(part.ahead.lower()) for part in rest):
            return [list(parts[:size])]
    return [list(parts)]


_NEAR = Fraction(1, 4)
_THAT_IS = re.compile(r"%\s?\)?,?\s(?:tức là|tức|tương đương|tương ứng|bằng)\s(?:khoảng\s|gần\s)?$")


def _text(claim: Claim) -> str:
    return claim.indicator.text if claim.indicator is not None else ""


def _is_led(claim: Claim) -> bool:
    """Whether words such as *trong đó* lead to a row."""
    return any(row_head("", cell).led for cell in _CELL.split(_text(claim))[:_FIRST_CELLS])


_CELL = re.compile(r"\s*\|\s*")
_FIRST_CELLS = 3
"""What stands before the first sign, the number and the name."""


def _amount(claim: Claim) -> Fraction:
    return claim.target.quantity.amount


def _without_own_parts(parts: Sequence[Claim]) -> list[Claim]:
    """Leave out the rows right behind another one that come to it."""
    if not parts:
        return []
    first, *behind = parts
    return [first, *_without_own_parts(behind[_own_parts(first, behind) :])]


def _own_parts(first: Claim, behind: Sequence[Claim]) -> int:
    """Return how many rows behind one come to it."""
    stated, totals = first.target.quantity, list(accumulate(map(_amount, behind)))
    if len(stated.value.normalize().as_tuple().digits) < _DIGITS or stated.amount not in totals:
        return 0
    count = totals.index(stated.amount) + 1
    return count if count >= _LEAST else 0


def come_to(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether several parts come to a whole, but for what rounding explains."""
    stated = whole.target.quantity
    gap = abs(sum(map(_amount, parts), Fraction(0)) - stated.amount)
    return len(parts) >= _LEAST and gap <= sum_slack((one.target.quantity for one in (whole, *parts)), stated)
