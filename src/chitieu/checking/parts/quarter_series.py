"""Amounts of the four quarters in a row, against that of the year ahead of them: *6.000 người, theo từng quý 1.350 - 1.650 - 1.600 - 1.400*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group, sums_up
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit

__all__ = ["quarter_series"]

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?"
_NAMES = ("one", "two", "three", "four")
_SERIES = re.compile(
    r"(?<!\w)(?:từng|theo|các|bốn|4)\squý(?!\w)(?![^0-9]{0,40}(?:lũy kế|luỹ kế|cộng dồn))[^0-9;|\n]{0,40}?(?<![0-9.,])"
    + r"\s?[-–;/]\s".join(rf"(?P<{name}>{_NUMBER})" for name in _NAMES)
    + r"(?![0-9]|[.,][0-9]|\s?%|\s?[-–/;]\s?[0-9])"
)
_LONGEST, _FAR = 200, Fraction(1, 4)


def _end(hit: TargetHit) -> int:
    return hit.end


def quarter_series(passage: Passage) -> Iterator[Group]:
    """Yield the amounts of a year with those of its quarters, where these come near it.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for series in _SERIES.finditer(piece.source.lower):
        at = bisect_right(hits, series.start(), key=_end)
        if not at or series.start() - hits[at - 1].end > _LONGEST or not sums_up(hits[at - 1]):
            continue
        whole, values = hits[at - 1], [read_digits(series[name]) for name in _NAMES]
        parts = tuple(
            bare_hit(piece, whole, series, value, name)
            for name, value in zip(_NAMES, values, strict=True)
            if value is not None
        )
        stated = whole.target.quantity.amount
        total = sum((part.target.quantity.amount for part in parts), Fraction(0))
        if len(parts) == len(_NAMES) and abs(total - stated) <= stated * _FAR:
            yield Group(name_before(piece, whole), whole, parts, complete=True)
