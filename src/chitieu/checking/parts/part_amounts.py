"""Amounts that may be parts of one another, and a whole with the parts that were found of it."""

from __future__ import annotations

import re

from attrs import frozen

from chitieu.checking.named_amounts.nouns import is_for_each, same_noun
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["Group", "is_named_with", "same_sort", "sums_up"]


@frozen(eq=False)
class Group:
    """An amount and those named as its parts.

    Attributes:
        name: what is measured, as written before the amount.
        whole, parts: the amounts.
        complete: whether the words say that the parts are all there are (``gồm``).
        named: how many more parts are named without a number (``và đặc khu Hoàng Sa``).
        apart: whether the parts stand in no list, so that what else is worked out with the whole says nothing of them.
    """

    name: str
    whole: TargetHit
    parts: tuple[TargetHit, ...]
    complete: bool
    named: int = 0
    apart: bool = False


def sums_up(hit: TargetHit, change: Change = Change.LEVEL) -> bool:
    """Whether an amount may be one of several that add up: a level of money, of a measure or of things, for each of nothing.

    Where what is divided is so much more or less, a part may be told as so much more or less, too.
    """
    unit, target = hit.target.quantity.unit, hit.target
    return (
        target.change in (Change.LEVEL, change)
        and target.is_single
        and unit.kind in (UnitKind.COUNT, UnitKind.MEASURE, UnitKind.MONEY)
        and not is_for_each(unit)
        and target.quantity.amount > 0
    )


def same_sort(whole: TargetHit, part: TargetHit) -> bool:
    """Whether an amount is one of what another is an amount of."""
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if not sums_up(part, whole.target.change):
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return same_noun(left.label, right.label)
    return left.same_dimension(right)


def is_named_with(words: str, hit: TargetHit) -> bool:
    """Whether what is counted is named behind the whole's own noun: ``104 xã, phường, gồm 93 xã và 11 phường``."""
    noun = hit.target.quantity.unit
    return (
        noun.kind is UnitKind.COUNT
        and sums_up(hit)
        and re.match(rf",\s{re.escape(noun.label.lower())}(?!\w)", words) is not None
    )
