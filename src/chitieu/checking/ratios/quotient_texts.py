"""Amounts that are one amount over another in running text: results, tasks, explanations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.ratios.quotients import per_people, quotients
from chitieu.checking.texts.passages import Passage
from chitieu.units import UnitKind

__all__ = ["quotients_of_text"]


def quotients_of_text(text: str, claims: Sequence[Claim], passages: Iterable[Passage]) -> Iterator[IdentityResult]:
    """Yield the amounts of running text that are one amount over another, where one line of it gives all three.

    Args:
        text: the text of a plan.
        claims: the amounts in it that stand in no indicator line.
        passages: all its amounts: a bare count (*1.440 bác sĩ*) has no name, and is none of the claims.
    """
    starts = [0, *(found.end() for found in _NEW_LINE.finditer(text))]
    found: dict[int, list[tuple[int, Claim]]] = {}
    places: set[int] = set()
    rates: set[int] = set()
    for claim in claims:
        if claim.span is None:
            continue
        start = starts[bisect_right(starts, claim.span.start) - 1]
        if claim.span.end - start < _LONGEST:
            found.setdefault(start, []).append((claim.span.start, claim))
            places.add(claim.span.start)
            if per_people(claim) is not None:
                rates.add(start)
    for piece, hits in passages:
        for hit in hits if rates and piece.placed else ():
            span, unit = piece.source.span(hit.start, hit.end), hit.target.quantity.unit
            start = starts[bisect_right(starts, span.start) - 1]
            near = span.end - start < _LONGEST
            if near and start in rates and span.start not in places and unit.kind is UnitKind.COUNT:
                number = piece.source.span(hit.numeral.start, hit.numeral.end)
                found[start].append((number.start, Claim(unit.label, None, hit.target, span=number)))
    placed = [
        evolve(claim, piece=text[start : start + _LONGEST].partition("\n")[0])
        for start, line in found.items()
        for _, claim in sorted(line, key=itemgetter(0))
    ]
    yield from quotients(placed, alone=True)


_NEW_LINE = re.compile(r"\n")
_LONGEST = 4000
"""Characters of a line that are looked at."""
