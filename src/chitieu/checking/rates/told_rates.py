"""Growths and rates as a text tells them: which amounts are in percent, and what is claimed by them."""

from __future__ import annotations

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Target
from chitieu.units import Unit

__all__ = ["in_unit", "is_known", "is_new", "is_percentage", "told_claim", "words_around"]


def is_percentage(target: Target) -> bool:
    """Whether an amount is in percent, in all or a year, and not so many percent out of a whole that is told with it.

    >>> from chitieu.targets.reader import parse_target
    >>> [is_percentage(parse_target(text)) for text in ("9%", "9%/năm", "9 tỷ đồng")]
    [True, True, False]
    """
    return target.quantity.unit.label in ("%", "%/năm") and target.total is None


def is_known(piece: Piece, hit: TargetHit, known: Ranges) -> bool:
    """Whether an amount of the document itself was looked at already."""
    return piece.placed and piece.source.span(hit.numeral.start, hit.numeral.end).start in known


def is_new(result: IdentityResult, known: Ranges) -> bool:
    """Whether what a result is of was not looked at already."""
    span = result.claim.span
    return span is None or span.start not in known


def told_claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    """Return what a text says by an amount, with the words near it.

    Args:
        piece: the text.
        name: what is measured; where it is empty, the amount itself names it.
        hit: the amount.
    """
    source = piece.source
    span = source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    near = words_around(piece, hit.name_end, hit.numeral.end)
    return Claim(name or source.clean(hit.start, hit.end), None, hit.target, span=span, piece=near)


def words_around(piece: Piece, start: int, end: int) -> str:
    """Return a range of a text with the words near it, as one line."""
    return piece.source.clean(max(0, start - REACH), end + REACH)


def in_unit(claim: Claim, unit: Unit) -> Claim:
    """Return a rate with its numbers in another unit: what grows by *8%* in a year grows by *8%/năm*."""
    target = claim.target
    upper = None if target.upper is None else Quantity(target.upper.value, unit)
    return evolve(claim, target=evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper))
