"""What amounts of a longer time and of a shorter one have in common, wherever the two stand beside one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.ratios.quotient import is_near
from chitieu.checking.ratios.worked_results import claim_of, product_of
from chitieu.checking.texts.pieces import Piece
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target
from chitieu.units import Unit, UnitKind

__all__ = ["MONTHS_OF_YEAR", "PARTED", "is_one_thing", "is_plain", "shared_out"]

MONTHS_OF_YEAR = 12
PARTED = re.compile(r"[;|]|\.(?=\s)|\n\s*\n|\n\s*[-+*•]")
"""What stands between two amounts that are not told in one breath, in a text with its line breaks."""
_MONTH = "/month"


def is_plain(hit: TargetHit) -> bool:
    """Whether an amount is one level of money, of a measure or of what is counted."""
    target, unit = hit.target, hit.target.quantity.unit
    level = target.change is Change.LEVEL and target.is_single and target.quantity.value > 0
    return level and unit.kind in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT)


def is_one_thing(left: Unit, right: Unit) -> bool:
    """Whether two units are of one thing, with a time or without: *lao động*, *lao động/năm*; *cây xanh*, *cây*."""
    dimensions = [unit.dimension.removesuffix(_MONTH) for unit in (left, right)]
    return dimensions[0] == dimensions[1] or counts_alike(left, right)


def shared_out(
    piece: Piece, pair: tuple[TargetHit, TargetHit], heads: Quantity, ratio: Fraction, *, holds: bool
) -> Iterator[IdentityResult]:
    """Yield what an amount of a longer time makes for each of the shorter ones, where the two may be meant of one another.

    Args:
        piece: the text.
        pair: the amount of the shorter time and that of the longer one.
        heads: how many of the one the other has: 12 tháng, 5 năm.
        ratio: how many times the shorter amount is what the longer one makes.
        holds: whether that is near enough.
    """
    if holds or is_near(ratio):
        around = min(hit.start for hit in pair), max(hit.end for hit in pair)
        of_short, of_long = (claim_of(piece, hit, around) for hit in pair)
        yield product_of(
            of_short, of_long, evolve(of_long, name="", target=Target(heads), span=None), ratio, holds=holds
        )
