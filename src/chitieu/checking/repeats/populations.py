"""How many people there are in the middle of a year and at its end: two amounts of one name, and near each other.

*Dân số trung bình 1.630 nghìn người*, *dân số cuối năm 1.641 nghìn người*. What is counted on *1.630 nghìn dân* is either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from chitieu.checking.named_amounts.claim_words import words_ahead
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.units import UnitKind

__all__ = ["of_one_time"]


class _When(Enum):
    """When people are counted; what says nothing of it is the mean of the year, but a bare noun may be either."""

    MEAN = "dân số trung bình"
    END = "dân số cuối năm"
    ANY = "dân"


_MEAN = re.compile(r"(?<!\w)(?:trung bình|bình quân)(?! đầu)(?!\w)")
_END = re.compile(
    r"(?<!\w)(?:(?:cuối|hết|đến)(?: ngày)?(?: cuối)? (?:năm|kỳ)(?!\w)|31/12(?![0-9]))(?!.*(?<!\w)(?:trung bình|bình quân)(?! đầu)(?!\w))"
)
_BARE = re.compile(r"(?:(?:trên|cho|với|tổng|số)\s)*(?:người )?dân")
_APART = Fraction(3, 100)
"""How far the two are apart at most: no province grows by more in half a year."""


def _when(claim: Claim) -> _When:
    """Return when the people of an amount are counted."""
    if _BARE.fullmatch(claim.name.lower().strip()):
        return _When.ANY
    words = f"{words_ahead(claim)} {claim.name}".lower()
    return _When.END if _END.search(words) and not _MEAN.search(claim.name.lower()) else _When.MEAN


def _counts_all(claim: Claim) -> bool:
    """Whether an amount is how many people of a kind there are."""
    unit, record = claim.target.quantity.unit, claim.record
    return (
        record is not None
        and record.kind == "stock"
        and unit.kind is UnitKind.COUNT
        and counts_people(unit.dimension.removeprefix("count:"))
    )


def _are_near(one: Claim, other: Claim) -> bool:
    """Whether two amounts are no further apart than the middle of a year and its end."""
    low, high = sorted(claim.target.quantity.amount for claim in (one, other))
    return high - low <= high * _APART


def of_one_time(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Return those of some other amounts of one name that have to be the same, as they are of the same time.

    Args:
        claim: the amount.
        others: amounts that are not the same.
    """
    if not others or not _counts_all(claim):
        return list(others)
    own, times = _when(claim), [_when(one) for one in others]
    if own is _When.ANY and {_When.MEAN, _When.END} <= set(times):
        return list(others)  # it is neither of them
    return [one for one, time in zip(others, times, strict=True) if time is own or not _are_near(claim, one)]
