"""Growth of the times of one year: that of half a year lies between those of its quarters, that of the year between those of its halves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from chitieu.checking.identity.identities import IdentityResult, signed
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.time_splits import QUARTERS
from chitieu.checking.rates.rate_cells import adds_up

__all__ = ["Months", "growth_within_year", "months_of"]

Months = frozenset[int]
"""The months of a time, 1 to 12."""

_TIME = re.compile(
    r"(?<!\w)(?:quý (?P<quarter>iv|i{1,3}|[1-4])|0?(?P<months>[369]) tháng(?: (?P<end>đầu|cuối)(?: năm)?)?|(?P<year>cả năm))(?!\w)"
)
_QUARTER, _HALF, _YEAR = 3, 6, 12


def months_of(words: str) -> Months | None:
    """Return the months of the one time of a year that words name; None where they name none or several.

    >>> sorted(months_of("quý ii") or ()), sorted(months_of("6 tháng cuối năm") or ()), months_of("quý i, quý ii")
    ([4, 5, 6], [7, 8, 9, 10, 11, 12], None)
    """
    found = list(_TIME.finditer(words))
    if len(found) != 1:
        return None
    (one,) = found
    if one["quarter"]:
        last = QUARTERS[one["quarter"]] * _QUARTER
        return frozenset(range(last - _QUARTER + 1, last + 1))
    size = int(one["months"] or _YEAR)
    if one["end"] == "cuối":
        return frozenset(range(_YEAR - size + 1, _YEAR + 1)) if size == _HALF else None
    return frozenset(range(1, size + 1))


def growth_within_year(growths: Mapping[Months, Claim]) -> Iterator[IdentityResult]:
    """Yield the growths of the times of a year with those of the shorter times that make them up.

    Args:
        growths: what each time grows by.
    """
    wrong: set[Months] = set()
    for whole in sorted(growths, key=len):
        inside = sorted((one for one in growths if one < whole), key=len)
        for parts in dict.fromkeys((_parts(whole, inside), _parts(whole, inside[::-1]))):
            result = None if wrong & {whole, *parts} else _of(growths[whole], [growths[one] for one in parts])
            if result is not None:
                yield result
                wrong |= set() if result.holds else {whole}


def _of(whole: Claim, parts: list[Claim]) -> IdentityResult | None:
    """Return what follows from a growth and those it is made of; None where they add up, as amounts do."""
    values = [signed(one) for one in (whole, *parts)]
    return None if not parts or adds_up(values) else between_result(None, whole, parts)


def _parts(whole: Months, inside: Sequence[Months]) -> tuple[Months, ...]:
    """Return times that make up a longer one, the first ones there are; none where they do not."""
    found: list[Months] = []
    for one in inside:
        if not any(one & other for other in found):
            found.append(one)
    return tuple(sorted(found, key=min)) if frozenset().union(*found) == whole else ()
