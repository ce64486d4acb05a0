"""Yields of crops against what is brought in from the land that bears it: *năng suất 60 tạ/ha*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.ratios.quotient import is_near, is_shifted, made_of, quotient
from chitieu.checking.ratios.rate_slack import is_slip
from chitieu.quantities.quantity import Quantity

__all__ = ["yield_of_land"]

_CROPS = re.compile(r"(?<!\w)(?:lúa|thóc|ngô|lạc|đậu|rau|mía|sắn|khoai|thuốc lá|cây lương thực)(?!\w)")
"""What is sown and cut in one year: of trees only some of the land bears."""
_YIELDS = ("tạ/ha", "tấn/ha")
_CUT_LESS = Fraction(3, 100)


def yield_of_land(whole: Claim, line: Sequence[Claim]) -> IdentityResult | None:
    """The yield of a crop, where its line has its output and the area that bears it.

    Of trees only some of the land bears; where it is not said which, a yield may still be one with its comma misplaced.
    """
    label = whole.target.quantity.unit.label
    if label not in _YIELDS or not whole.target.quantity.value:
        return None
    mass, land = (Quantity(1, unit) for unit in label.split("/"))
    outputs, areas = _alike(line, mass), _alike(line, land)
    if len(outputs) > 1:
        line = _of_its_sentence(whole, line)
        outputs, areas = _alike(line, mass), _alike(line, land)
    if len(outputs) != 1:
        return None
    (output,), scale = outputs, mass.amount / land.amount
    bearing = [one for one in areas if _BEARS.search(one.name.lower())] or areas
    sure = bearing is not areas or _CROPS.search(whole.piece.lower()) is not None
    return (
        _of_area(whole, output, bearing[0], scale)
        if sure and len(bearing) == 1
        else _of_any(whole, output, areas, scale)
    )


_ENDS = re.compile(r";|\.(?=\s)")


def _of_its_sentence(whole: Claim, line: Sequence[Claim]) -> Sequence[Claim]:
    """Return the amounts of a line that no sign parts from a yield: a line may tell of several crops one behind the other."""
    places, at = list[int](), 0
    for one in line:
        found = one.piece.find(one.part, at) if one.part else -1
        at = found if found >= 0 else at
        places.append(len(_ENDS.findall(one.piece, 0, at)))
    own = next((place for one, place in zip(line, places, strict=True) if one is whole), None)
    return [one for one, place in zip(line, places, strict=True) if own is None or place == own]


def _alike(line: Sequence[Claim], like: Quantity) -> list[Claim]:
    """Return the single amounts of a line that are measured as another is."""
    sizes = ((one, one.target.quantity) for one in line if one.target.upper is None)
    return [one for one, size in sizes if size.unit.same_dimension(like.unit) and size.amount > 0]


def _of_area(whole: Claim, output: Claim, area: Claim, scale: Fraction) -> IdentityResult | None:
    """Return what comes of an output over the land that bears it; None where it is hardly that of this land."""
    result = quotient(whole, output, area, scale)
    stated = whole.target.quantity
    times = made_of(output, area, scale) / Fraction(stated.value)
    if not (result.holds or is_near(times) or is_shifted(times)):
        return None  # the output of another season
    if is_slip(stated, stated.amount, output.target.quantity, area.target.quantity):
        return evolve(result, holds=False)
    return evolve(result, holds=result.holds or 0 <= 1 - times <= _CUT_LESS)


def _of_any(whole: Claim, output: Claim, areas: Sequence[Claim], scale: Fraction) -> IdentityResult | None:
    """Return a yield whose comma is at another place than that of one of several areas has it, and that is of no other."""
    times = [made_of(output, one, scale) / Fraction(whole.target.quantity.value) for one in areas]
    odd = next((one for one, ratio in zip(areas, times, strict=True) if is_shifted(ratio)), None)
    if odd is None or any(abs(ratio - 1) <= _CUT_LESS for ratio in times):
        return None
    return evolve(quotient(whole, output, odd, scale), holds=False)


_BEARS = re.compile(
    r"(?<!\w)(?<!chưa )(?<!chưa cho )(?<!đã )(?<!đã cho )(?:thu hoạch|kinh doanh|cho sản phẩm|cho thu|cho quả|cho trái|cho mủ|khai thác mủ)(?!\w)"
)
"""Words with an area of trees that bears."""
