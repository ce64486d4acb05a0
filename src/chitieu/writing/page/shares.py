"""Parts of a whole: how many things are called what, placed side by side in one bar."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

__all__ = ["Share", "shares_of"]


@frozen
class Share:
    """A part of the whole.

    Attributes:
        value: what a filter compares; `style`: the name the style knows it by.
        label: what people read; `count`: how many.
        x, width: its place in the bar of all, in percent of the width.
    """

    value: str
    style: str
    label: str
    count: int
    x: Decimal
    width: Decimal


def shares_of(parts: Iterable[tuple[str, str, str, int]]) -> tuple[Share, ...]:
    """Return the parts that are not empty, with their places.

    Args:
        parts: value, style, label and count of each, in the order of the bar.

    >>> [(share.label, share.x, share.width) for share in shares_of([("a", "", "A", 1), ("b", "", "B", 3)])]
    [('A', Decimal('0'), Decimal('25.00')), ('B', Decimal('25.00'), Decimal('75.00'))]
    """
    given = [part for part in parts if part[3]]
    total, x, found = sum(part[3] for part in given), Decimal(0), list[Share]()
    for value, style, label, count in given:
        width = Decimal(round(Fraction(count * 10000, total))).scaleb(-2)
        found.append(Share(value, style, label, count, x, width))
        x += width
    return tuple(found)
