"""What comes of two amounts of a text, as rules are told it: claims at their places, and what the one should be."""

from __future__ import annotations

from fractions import Fraction

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Target

__all__ = ["claim_at", "claim_of", "is_known", "product_of"]


def is_known(piece: Piece, known: Ranges, start: int) -> bool:
    """Whether a place of a text lies in some ranges of the plan; of a text without a place that cannot be said."""
    return piece.placed and piece.source.span(start, start).start in known


def claim_at(
    piece: Piece, target: Target, place: tuple[int, int], around: tuple[int, int], name: str | None = None
) -> Claim:
    """Return an amount of a text as a claim.

    Args:
        piece: the text.
        target: what it says.
        place: where its number stands.
        around: where the words begin and end that it is quoted with.
        name: what it is of, if it is not what its unit names.
    """
    span = piece.source.span(*place) if piece.placed else None
    return Claim(name or target.quantity.unit.label, None, target, span=span, piece=piece.source.clean(*around))


def claim_of(piece: Piece, hit: TargetHit, around: tuple[int, int]) -> Claim:
    """Return an amount that was read from a text as a claim, quoted with the words around it."""
    return claim_at(piece, hit.target, (hit.numeral.start, hit.numeral.end), around)


def product_of(whole: Claim, total: Claim, heads: Claim, times: Fraction, *, holds: bool) -> IdentityResult:
    """Return the result that one amount is another over a third, or is not.

    Args:
        whole: what should be one over the other.
        total: what is divided.
        heads: what it is divided by.
        times: how many times what is stated comes of the two.
        holds: whether that is near enough.
    """
    stated = whole.target.quantity
    expected = Quantity(scaled(stated.value, times), stated.unit)
    return IdentityResult(IdentityKind.PRODUCT, whole.name, (total, heads), holds, whole, expected, stated)
