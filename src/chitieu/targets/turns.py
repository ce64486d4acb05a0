"""Counts that turn to others and get their noun at the end: *từ 60 lên 65 xã*, *tăng 5, từ 60 lên 65 xã*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.cues import read_left
from chitieu.units import Unit, UnitKind

__all__ = ["counted_at_the_end"]

_FROM = re.compile(r"(?<!\w)từ\s(?:mức\s|khoảng\s)?$")
_TO = re.compile(r"\s(?:tăng |giảm |nâng )?(?:lên|xuống|còn|thành)(?:\s(?:còn|đến|tới|thành))?\s")
_THEN_FROM = re.compile(r"\s?[,(]\s?(?=từ\s(?:mức\s|khoảng\s)?[0-9])")
_REACH = 12


def counted_at_the_end(lower: str, numerals: Sequence[Numeral], at: int, limit: int) -> Unit | None:
    """Return what a bare number counts, where only the number it turns to says so; None for any other number.

    Args:
        lower: the text in lower case.
        numerals: its numbers.
        at: which of them is bare.
        limit: where the number before it ends.
    """
    first = numerals[at]
    if _THEN_FROM.match(lower, first.end):
        if at + 1 >= len(numerals) or not read_left(lower, first, limit).change:
            return None
        at, first = at + 1, numerals[at + 1]
    if at + 1 >= len(numerals) or first.kind is not NumeralKind.BARE or first.total is not None:
        return None
    second, to = numerals[at + 1], _TO.match(lower, first.end)
    if to is None or to.end() != second.start or second.kind is not NumeralKind.QUANTITY:
        return None
    led = _FROM.search(lower, max(0, first.start - _REACH), first.start)
    return second.unit if led is not None and second.unit.kind is UnitKind.COUNT else None
