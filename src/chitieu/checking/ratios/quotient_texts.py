"""Amounts that are one amount over another in running text: results, tasks, explanations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.ratios.quotients import quotients

__all__ = ["quotients_of_text"]


def quotients_of_text(text: str, claims: Sequence[Claim]) -> Iterator[IdentityResult]:
    """Yield the amounts of running text that are one amount over another, where one line of it gives all three.

    Args:
        text: the text of a plan.
        claims: the amounts in it that stand in no indicator line.
    """
    starts = [0, *(found.end() for found in _NEW_LINE.finditer(text))]

    def line_of(at: int) -> str:
        start = starts[bisect_right(starts, at) - 1]
        return text[start : start + _LONGEST].partition("\n")[0]

    placed = [evolve(claim, piece=line_of(claim.span.start)) for claim in claims if claim.span is not None]
    yield from quotients(placed, alone=True)


_NEW_LINE = re.compile(r"\n")
_LONGEST = 4000
"""Characters of a line that are quoted."""
