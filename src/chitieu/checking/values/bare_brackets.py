"""Brackets behind an amount that tell its other values, none with a unit: *2,4% (năm trước 3,0; giảm 0,6)*.

Where one of several had a unit, the others would have lost theirs, unless it is the last that has that of the amount ahead; where none has,
the amount ahead gives it to all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.units import NO_UNIT

__all__ = ["told_in_brackets"]

_BRACKET = re.compile(r"\((?=[^()\n]{0,20}[^\W\d_])[^()\n]{5,160}\)")
_NUMBERS = (NumeralKind.BARE, NumeralKind.QUANTITY)
_FEWEST, _ALIKE = 2, 2


def told_in_brackets(lower: str, numerals: Sequence[Numeral]) -> frozenset[int]:
    """Return where the numbers stand that have the unit of the amount ahead of their brackets.

    Args:
        lower: a text, in small letters.
        numerals: its numbers, in their order.
    """
    ahead = {one.end: one for one in numerals if one.unit != NO_UNIT}
    found = set[int]()
    for bracket in _BRACKET.finditer(lower) if ahead else ():
        whole = ahead.get(bracket.start() - 1) or ahead.get(bracket.start())
        own = [one for one in numerals if bracket.start() < one.start < bracket.end() and one.kind in _NUMBERS]
        if whole is None or len(own) < _FEWEST:
            continue
        if len(own) > _FEWEST and own[-1].unit == whole.unit and all(one.unit == NO_UNIT for one in own[:-1]):
            found.update(one.start for one in own)  # "46 tỷ đồng (năm 2021: 8; năm 2022: 7; năm 2023: 9 tỷ đồng)"
        if any(one.unit != NO_UNIT for one in own):
            continue
        if sum(one.value for one in own) == whole.value:  # "5.929,2 tỷ đồng (đầu năm 3.186,4, cuối năm 2.742,8)"
            found.update(one.start for one in own)
        if (
            whole.value < _ALIKE * own[0].value < _ALIKE**2 * whole.value
        ):  # another value of it, not the number of something
            found.update(one.start for one in own)
    return frozenset(found)
