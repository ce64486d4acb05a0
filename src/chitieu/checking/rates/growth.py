"""Rules on growth and on amounts per head."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.rates.town_weights import odd_weights
from chitieu.checking.ratios.product_columns import product_columns
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity
from chitieu.text import Span

__all__ = ["growth_between", "per_head"]


@rule(
    "growth-between",
    title="The rate of a whole lies between those of its parts",
    message="'{about}' is {value}; the rates of its parts, {parts}, are all on one side of it",
    severity=Severity.ERROR,
    variants={
        "running": "'{about}' is {value}, beside {parts}: what is reached by one time after another never falls",
        "weights": "'{about}' is {value}; with {parts}, {needed} of all would have to live in town, not {urban}",
    },
)
def growth_between(subject: Subject) -> Iterator[RuleFault]:
    """Growth of a whole and of all its parts, rates of town and country.

    Weights are not looked at, for shares of a plan are none; only that of the people in town is one.
    """
    said = set[Span]()
    for result in subject.identities:
        place = result.claim.span
        if result.kind in _VARIANTS and not result.holds and place not in said:
            said |= {place} if place is not None else set()  # one rate is told once, however many ways find it
            yield evolve(_fault(subject, result), variant=_VARIANTS[result.kind])
    for odd in odd_weights(subject.identities, subject.named):
        fault = _fault(subject, odd.result, needed=odd.needed, urban=odd.urban.target)
        yield evolve(fault, variant="weights")


_VARIANTS = {IdentityKind.BETWEEN: "", IdentityKind.RUNNING: "running"}


def _fault(subject: Subject, result: IdentityResult, **fields: object) -> RuleFault:
    parts = ", ".join(str(part.target) for part in result.parts)
    return subject.at(result.claim, related=tuple(part.span for part in result.parts), parts=parts, **fields)


def _made_of(result: IdentityResult) -> tuple[object, ...]:
    """Return what two rates have alike only one of which can be of its amounts: *55,5 tạ/ha (vụ xuân 60,4 tạ/ha)*."""
    label = result.claim.target.quantity.unit.label
    return (label, *(part.span or part.target for part in result.parts))


@rule(
    "per-head",
    title="An amount per head is the amount over the heads",
    message="'{about}' is {value}, but {total} over {heads} make {expected:.2f}",
    severity=Severity.WARNING,
)
def per_head(subject: Subject) -> Iterator[RuleFault]:
    """GRDP per head, doctors for ten thousand people, investment against GRDP: within one percent; columns of tables too."""
    said: set[int] = set()
    products = [one for one in subject.identities if one.kind is IdentityKind.PRODUCT]
    right = {_made_of(one) for one in products if one.holds}
    for result in products:
        if not result.holds and result.expected is not None and _made_of(result) not in right:
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
