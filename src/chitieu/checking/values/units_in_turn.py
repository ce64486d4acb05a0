"""Amounts that the words between them make amounts of one thing: what it goes from and to, some of so many, each quarter of a year.

*Từ 3.100 ha lên 3.350 kg*, *159 hộ trên tổng số 15.900 tỷ đồng*, *quý I 4.500 tỷ đồng, quý II 4.700 ha, quý III 4.600 tỷ đồng*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import items_behind, search_before
from chitieu.checking.values.number_agreement import family_of, sentences_of
from chitieu.checking.values.unit_slips import UnitSlip
from chitieu.targets.reader import TargetHit

__all__ = ["slips_in_turn"]


def slips_in_turn(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts in another unit than those they are told in one turn with.

    Args:
        passage: a text with its amounts.
    """
    lower = passage[0].source.lower
    for hits in sentences_of(passage):
        amounts = [hit for hit in hits if family_of(hit)]
        if len({family_of(hit) for hit in amounts}) > 1:
            yield from _from_one_to_other(lower, amounts)
            yield from _of_times(lower, hits)


# --- from one to the other, one of the other --------------------------------------------------------------------------------

_BRACKET = r"(?:\s?\([^()\n]{0,80}\))?"
_TO = re.compile(
    rf"{_BRACKET}[^;.,()|0-9\n]{{0,30}}(?:năm 20[0-9]{{2}},? )?(?:giảm )?(?:xuống còn|xuống|còn|lên đến|lên tới|lên thành|lên)(?: khoảng| trên| hơn| gần)?\s"
)
_FROM = re.compile(r"(?<!\w)từ(?: mức| khoảng| trên| hơn| gần)?\s$")
_OF_ALL = re.compile(
    r"[^;.,()|0-9\n]{0,20}?\s(?:trên|trong)(?: tổng)? số\s|[^;.,()|0-9\n]{0,20}?,? chiếm \d[\d,]*% (?:trong|của)(?: tổng)?(?: số)?\s"
)
_ALIKE = 3
"""How many times one number of a change may be the other where their units are not of one thing."""


def _from_one_to_other(lower: str, amounts: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    """Yield the end, or the start, of a change in another unit than the other one; what is some of so many in another than these."""
    pairs = ((one, other) for at, one in enumerate(amounts) for other in items_behind(amounts, at, _PAIRED))
    for one, other in pairs:
        if family_of(one) == family_of(other):
            continue
        end = other.numeral.start
        changes = (
            _is_near(one, other)
            and search_before(_FROM, lower, one.numeral.start, REACH)
            and _TO.fullmatch(lower, one.end, end)
        )
        if changes or (_OF_ALL.fullmatch(lower, one.end, end) and _is_some(one, other)):
            often = Counter(map(family_of, amounts))
            right, odd = (one, other) if often[family_of(one)] >= often[family_of(other)] else (other, one)
            yield UnitSlip(odd, right.target.quantity.unit.label)


_PAIRED = 3
"""How many amounts are looked at behind the start of a change: two may stand in a bracket between."""


def _is_near(one: TargetHit, other: TargetHit) -> bool:
    values = one.target.quantity.value, other.target.quantity.value
    return max(values) <= _ALIKE * min(values)


def _is_some(one: TargetHit, other: TargetHit) -> bool:
    return one.target.quantity.value <= other.target.quantity.value


# --- the same for each part of a year ------------------------------------------------------------------------------------------

_TIME = re.compile(
    r"(?:^|[,;(:]|\svà)\s?(?:đến |hết |lũy kế |trong |đến hết )*(?P<time>quý|vụ|tháng|tuần|đợt|kỳ|năm) [^;,.()|\n]{1,40}?$"
)
_LEAST = 3


def _of_times(lower: str, hits: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    """Yield the one amount of a quarter, a season or a month that is in another unit than those of all others beside it."""
    told = ((_time_of(lower, before, hit), hit) for before, hit in zip([None, *hits], hits, strict=False))
    for time, run in groupby(told, key=itemgetter(0)):
        if time:
            yield from _odd_of([hit for _, hit in run])


def _time_of(lower: str, before: TargetHit | None, hit: TargetHit) -> str:
    """Return the word for the part of a year an amount is of; nothing where none is told behind the amount before."""
    reach = REACH if before is None else hit.numeral.start - before.end
    found = search_before(_TIME, lower, hit.numeral.start, reach) if family_of(hit) else None
    return found["time"] if found else ""


def _odd_of(run: Sequence[TargetHit]) -> Iterator[UnitSlip]:
    often = Counter(map(family_of, run)).most_common()
    if len(run) >= _LEAST and len(often) == 2 and often[1][1] == 1:
        right = next(hit for hit in run if family_of(hit) == often[0][0])
        yield from (UnitSlip(hit, right.target.quantity.unit.label) for hit in run if family_of(hit) == often[1][0])
