"""Rates of the poor that may be of the nearly poor too: *tỷ lệ nghèo đa chiều 9,8%*, of which *hộ nghèo 3,1%, hộ cận nghèo 6,7%*.

By the standard of the state the multidimensional rate is of both groups; many plans call that of the poor alone by its name.
Which is meant the plan tells: where it speaks of the nearly poor or of a sum, the rate is that of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chitieu.checking.named_amounts.claim import Claim

__all__ = ["is_of_all_the_poor", "tells_nearly_poor"]

_POOR = "poor"
_NEARLY = ("near_poor", "near_poor_households")
_LOOSE = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ (?:chung )?nghèo(?! hộ)(?!\w)|(?<!\w)nghèo (?:đa chiều )?chung(?!\w)")
"""Names that do not say that the households are poor ones."""
_OF_BOTH = re.compile(r"(?<!\w)(?:tổng|cộng|gộp|cả hai|hai nhóm|cận nghèo)(?!\w)")
_CLAUSE = re.compile(r"[.;](?=\s|$)")


def tells_nearly_poor(claims: Iterable[Claim]) -> bool:
    """Whether some amounts are of the nearly poor, or one line tells both rates by different names."""
    loose: set[str] = set()
    strict: set[str] = set()
    for claim in claims:
        if claim.key in _NEARLY:
            return True
        if claim.key == _POOR and claim.indicator is not None:
            (loose if _LOOSE.search(claim.name.lower()) else strict if claim.name else set()).add(claim.piece)
    return bool(loose & strict)


def is_of_all_the_poor(claim: Claim, *, nearly_told: bool) -> bool:
    """Whether a rate of the poor is that of the poor and the nearly poor together.

    Args:
        claim: the amount.
        nearly_told: whether its plan tells of the nearly poor by themselves.
    """
    if claim.key != _POOR:
        return False
    name = claim.name.lower()
    if _OF_BOTH.search(name):
        return True
    return _LOOSE.search(name) is not None and (
        nearly_told or _OF_BOTH.search(_CLAUSE.split(claim.ahead)[-1].lower()) is not None
    )
