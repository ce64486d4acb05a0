"""Rules on growth and on amounts per head."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.checking.identity.identities import IdentityKind
from chitieu.checking.ratios.product_columns import product_columns
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity

__all__ = ["growth_between", "per_head"]


@rule(
    "growth-between",
    title="The rate of a whole lies between those of its parts",
    message="'{about}' is {value}; the rates of its parts, {parts}, are all on one side of it",
    severity=Severity.ERROR,
)
def growth_between(subject: Subject) -> Iterator[RuleFault]:
    """Growth of a whole and of all its parts, rates of town and country. Weights are not looked at: shares of a plan are none."""
    for result in subject.identities:
        if result.kind is IdentityKind.BETWEEN and not result.holds:
            parts = ", ".join(str(part.target) for part in result.parts)
            yield subject.at(result.claim, related=tuple(part.span for part in result.parts), parts=parts)


@rule(
    "per-head",
    title="An amount per head is the amount over the heads",
    message="'{about}' is {value}, but {total} over {heads} make {expected:.2f}",
    severity=Severity.WARNING,
)
def per_head(subject: Subject) -> Iterator[RuleFault]:
    """GRDP per head, doctors for ten thousand people, investment against GRDP: within one percent; columns of tables too."""
    said: set[int] = set()
    for result in subject.identities:
        if result.kind is IdentityKind.PRODUCT and not result.holds and result.expected is not None:
            total, heads = (part.target.quantity for part in result.parts)
            spans = tuple(part.span for part in result.parts)
            said |= {one.span.start for one in (result.claim, *result.parts) if one.span is not None}
            yield subject.at(result.claim, related=spans, total=total, heads=heads, expected=result.expected)
    for piece in subject.pieces:
        for row in product_columns(piece) if piece.placed else ():
            place, *related = (piece.source.span(cell.start, cell.end) for cell in (row.rate, row.total, row.count))
            if not said & {place.start, *(span.start for span in related)}:
                total, heads = row.amounts
                fields = {"value": row.stated, "total": total, "heads": heads, "expected": row.expected}
                yield RuleFault(row.name, place, related=tuple(related), fields=fields)
