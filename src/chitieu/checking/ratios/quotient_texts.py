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

    def line_at(at: int) -> int:
        return starts[bisect_right(starts, at) - 1]

    named = [(claim.span.start, claim) for claim in claims if claim.span is not None]
    known, rated = {at for at, _ in named}, {line_at(at) for at, claim in named if per_people(claim) is not None}
    bare = _bare_counts(passages) if rated else ()
    counts = [(at, claim) for at, claim in bare if at not in known and line_at(at) in rated]
    both = [(line_at(at), claim) for at, claim in sorted((*named, *counts), key=itemgetter(0))]
    quoted = {start: text[start : start + _LONGEST].partition("\n")[0] for start, _ in both}
    yield from quotients([evolve(claim, piece=quoted[start]) for start, claim in both], alone=True)


def _bare_counts(passages: Iterable[Passage]) -> Iterator[tuple[int, Claim]]:
    """Yield the counts of a text as claims that are named by what they count, with their places."""
    for piece, hits in passages:
        for hit in hits if piece.placed else ():
            unit = hit.target.quantity.unit
            if unit.kind is UnitKind.COUNT:
                number = piece.source.span(hit.numeral.start, hit.numeral.end)
                yield piece.source.span(hit.start, hit.end).start, Claim(unit.label, None, hit.target, span=number)


_NEW_LINE = re.compile(r"\n")
_LONGEST = 4000
"""Characters of a line that are quoted."""
