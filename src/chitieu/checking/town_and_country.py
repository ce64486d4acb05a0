"""Rates and means of town, of country and of both together, in one line or in several: the last lies between the first two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from chitieu.checking.claims import Claim
from chitieu.checking.identities import IdentityResult
from chitieu.checking.identity_arithmetic import between_result, level
from chitieu.checking.nouns import is_mean
from chitieu.plan import PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.units import UnitKind

__all__ = ["rates_of_town_and_country"]

_TOWN = re.compile(r"(?<!\w)(?:khu vực |vùng |ở |tại )?(?:thành thị|đô thị)(?!\w)(?! hóa| hoá)")
_COUNTRY = re.compile(r"(?<!\w)(?:khu vực |vùng |ở |tại )?nông thôn(?!\w)(?! mới)")
_BOTH = re.compile(
    r"(?<!\w)(?:chung(?: của)?(?: toàn| cả)? ?(?:tỉnh|thành phố|xã|phường)?|(?:trên )?(?:toàn|cả) (?:tỉnh|thành phố|xã|phường)|bình quân chung"
    r"|trên địa bàn(?: tỉnh| thành phố| xã| phường)?|của tỉnh|của thành phố)(?!\w)"
)
_SENSE = re.compile(r"(?<!\w)(?:tỉ lệ)(?!\w)")
_NONE, _LEAST_WORDS = "", 2


def rates_of_town_and_country(
    items: Sequence[PlannedIndicator], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Yield the rates that are named for town, for country and for both.

    Args:
        items: the indicator lines.
        claims: their amounts, by the identity of the line or part.
    """
    found: dict[str, dict[str, list[Claim]]] = {}
    for item in items:
        own: dict[str, dict[str, list[Claim]]] = {}
        above = _NONE
        for line in item.walk():
            where, words = _told_apart(line.name)
            above = words or above
            rates = [claim for claim in claims.get(id(line), ()) if _is_rate(claim, above)]
            if rates and len(above.split()) >= _LEAST_WORDS:
                own.setdefault(above, {}).setdefault(where, []).extend(rates)
        for name, places in own.items():
            if all(len(places.get(where, ())) == 1 for where in _PLACES):
                yield from _result(places)
            else:
                for where, rates in places.items():
                    found.setdefault(name, {}).setdefault(where, []).extend(rates)
    for places in found.values():
        yield from _result(places)


_PLACES = ("town", "country", "both")


def _result(places: Mapping[str, list[Claim]]) -> Iterator[IdentityResult]:
    """Yield what follows from one rate for each of the places."""
    town, country, both = (places.get(where, []) for where in _PLACES)
    if len(town) == len(country) == len(both) == 1:
        (whole,) = both
        result = between_result(None, whole, [_for_as_many(part, whole) for part in (*town, *country)])
        if result is not None:
            yield result


def _for_as_many(part: Claim, whole: Claim) -> Claim:
    """Return a part in the unit of its whole, where it is only said in fewer words: ``62 triệu đồng/năm (thành thị 70 triệu đồng)``."""
    target, unit = part.target, whole.target.quantity.unit
    if not unit.label.startswith(f"{target.quantity.unit.label}/"):
        return part
    upper = None if target.upper is None else Quantity(target.upper.value, unit)
    return evolve(part, target=evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper))


def _is_rate(claim: Claim, name: str) -> bool:
    """Whether an amount is a share or a mean for each: those of both places lie between those of the two."""
    unit = claim.target.quantity.unit
    for_each = unit.kind in (UnitKind.RATIO, UnitKind.AGE) or "/" in unit.label or is_mean(name)
    return for_each and level(claim) and not claim.timed


def _told_apart(name: str) -> tuple[str, str]:
    """Return where a rate is of, and its name without the words for that."""
    lower = _SENSE.sub("tỷ lệ", name.lower())
    for where, pattern in (("town", _TOWN), ("country", _COUNTRY)):
        if pattern.search(lower):
            return where, _plain(pattern.sub(" ", lower))
    return "both", _plain(_BOTH.sub(" ", lower))


def _plain(name: str) -> str:
    return " ".join(word for word in name.replace(",", " ").split() if word not in _FILLERS)


_FILLERS = frozenset({"dân", "số", "hộ", "cư", "được", "của", "là", "các", "tại", "ở", "trong"})
