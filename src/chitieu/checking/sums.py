"""Rules on amounts that make up one another: shares, parts of a whole, indicators that are parts of others."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.checking.identities import IdentityKind, IdentityResult
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity

__all__ = ["identity", "order", "part_over_whole", "parts_exceed", "parts_sum", "shares_sum"]


def _broken(subject: Subject, kind: IdentityKind, *, known: bool) -> Iterator[IdentityResult]:
    """Yield the identities of a kind that do not hold: those of the catalogue, or those of one line."""
    for result in subject.identities:
        if result.kind is kind and not result.holds and (result.identity is not None) is known:
            yield result


def _fault(subject: Subject, result: IdentityResult) -> RuleFault:
    claim = result.whole or result.parts[0]
    spans = tuple(part.span for part in result.parts)
    return subject.at(claim, related=spans, expected=result.expected, stated=result.stated, name=result.name)


@rule(
    "shares-sum",
    title="Shares add up to 100%",
    message="the shares of '{name}' add up to {expected}, not to 100%",
    severity=Severity.ERROR,
)
def shares_sum(subject: Subject) -> Iterator[RuleFault]:
    """The shares of one whole, up to 0,05 points of rounding each."""
    for known in (False, True):
        for result in _broken(subject, IdentityKind.SHARES, known=known):
            yield _fault(subject, result)


@rule(
    "parts-sum",
    title="All parts of a whole add up to it",
    message="the parts of '{about}' add up to {expected}, not to {stated}",
    severity=Severity.ERROR,
)
def parts_sum(subject: Subject) -> Iterator[RuleFault]:
    """Parts that are named as all there are (``gồm``), or known to be all."""
    for result in _broken(subject, IdentityKind.SUM, known=False):
        yield _fault(subject, result)


@rule(
    "part-over-whole",
    title="A part is no larger than its whole",
    message="'{about}' is {part}, more than the {stated} of '{whole}' it is a part of",
    severity=Severity.ERROR,
)
def part_over_whole(subject: Subject) -> Iterator[RuleFault]:
    """``trong đó`` parts: any of them may be missing, none may pass the whole."""
    for result in _broken(subject, IdentityKind.LIMIT, known=False):
        whole, stated = result.whole, result.stated
        if whole is None or stated is None:
            continue
        for part in result.parts:
            if part.target.quantity.amount > stated.amount:
                fields = {"part": part.target.quantity, "stated": stated, "whole": result.name}
                yield subject.at(part, related=(whole.span,), **fields)


@rule(
    "parts-exceed",
    title="Parts are together no larger than their whole",
    message="the parts named of '{about}' add up to {expected}, more than its {stated}",
    severity=Severity.WARNING,
)
def parts_exceed(subject: Subject) -> Iterator[RuleFault]:
    """``trong đó`` parts that are too much together, though none is alone: unless they overlap, one is wrong."""
    for result in _broken(subject, IdentityKind.LIMIT, known=False):
        stated = result.stated
        if stated is not None and all(part.target.quantity.amount <= stated.amount for part in result.parts):
            yield _fault(subject, result)


@rule(
    "identity",
    title="Indicators that make up another add up to it",
    message="what '{about}' is made up of adds up to {expected}, not to {stated}",
    severity=Severity.WARNING,
)
def identity(subject: Subject) -> Iterator[RuleFault]:
    """Sums of the catalogue over several lines: revenue, contributions to growth."""
    for result in _broken(subject, IdentityKind.SUM, known=True):
        yield _fault(subject, result)


@rule(
    "order",
    title="A part of a group is no larger than the group",
    message="'{about}' is {value}, more than '{larger}' of which it is a part ({stated})",
    severity=Severity.WARNING,
)
def order(subject: Subject) -> Iterator[RuleFault]:
    """Trained with a certificate among the trained, sent abroad among those given work."""
    for result in _broken(subject, IdentityKind.ORDER, known=True):
        larger = result.whole or result.parts[0]
        yield subject.at(result.parts[0], related=(larger.span,), stated=result.stated, larger=larger.name)
