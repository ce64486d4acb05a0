"""So many in the place of so many: *52 trạm thay cho 118 trạm trước đây, tức giảm 66 trạm*, *40 phòng thay vì 64, giảm 24*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.changes.lifted import Lifted
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.places import text_before
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["replaced"]

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+"
_WORDS = r"[^;.()0-9|\n]{0,80}?(?:\s\([^()]{1,160}\))?"
_REPLACED = re.compile(
    rf"(?P<now>(?<![0-9.,/])(?:{_NUMBER}))(?![0-9%/]|[.,][0-9]){_WORDS},?\s(?:thay cho|thay vì|thay thế(?: cho)?)\s(?P<before>{_NUMBER})(?![0-9%/]|[.,][0-9])"
    rf"{_WORDS}[,;]?\s\(?(?:tức(?: là)?\s|nghĩa là\s|như vậy,?\s|qua đó\s)?(?:đã\s)?(?:tăng|giảm)\s(?:được\s|thêm\s|bớt\s)?$"
)
"""All there are now, all there were before, and the word of the change between them."""
_LONGEST = 600


def replaced(passage: Passage) -> Iterator[Lifted]:
    """Yield the numbers of things now and before that do not differ by what the text says behind them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for hit in hits:
        unit, start = hit.target.quantity.unit, hit.numeral.start
        if hit.target.change is Change.LEVEL or unit.kind is not UnitKind.COUNT or hit.target.bound is not Bound.EXACT:
            continue
        lower = piece.source.lower
        if "thay " not in text_before(lower, start, _LONGEST):
            continue
        digits = reversed(
            list(_DIGITS.finditer(lower, max(0, start - _LONGEST), start))
        )  # those in a bracket are no whole
        told = next((one for digit in digits if (one := _REPLACED.match(lower, digit.start(), start))), None)
        values = [read_digits(told[name]) for name in ("now", "before")] if told is not None else []
        if told is None or values[0] is None or values[1] is None:
            continue
        now, before = (
            next((one for one in hits if one.numeral.start == told.start(name)), None) for name in ("now", "before")
        )
        nouns = [one.target.quantity.unit for one in (now, before) if one is not None]
        if nouns and not any(counts_alike(unit, noun) for noun in nouns):
            continue  # "40 phòng thay vì 64 phòng, giảm 120 biên chế"
        at, end = (now.start, now.end) if now is not None else told.span("now")
        name = name_before(piece, now) if now is not None else piece.source.clean(at, end)
        stated = Lifted(name, at, end, Quantity(values[0], unit), Quantity(values[1], unit), hit.target)
        if not stated.holds:
            yield stated


_DIGITS = re.compile(r"(?<![0-9.,/])[0-9]")
