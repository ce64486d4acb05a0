"""The power of ten between columns of a table, as far as the units in their titles tell it."""

from __future__ import annotations

import re
from fractions import Fraction

from chitieu.units import Unit
from chitieu.units.reader import known_unit

__all__ = ["power_of_titles", "unit_of_title"]

_UNIT = re.compile(r"\(([^()]{1,40})\)")
_POWERS = range(-9, 10)


def power_of_titles(count: str, rate: str, total: str) -> int | None:
    """Return the power of ten by which a count times a rate is a total; None where the titles do not tell.

    A unit that is named nowhere is one of what is counted, if no title names a unit or the rate and the total are of one kind.

    Args:
        count: the title of the column of an area or number.
        rate: that of what each of them has.
        total: that of what they come to.

    >>> power_of_titles("Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)")
    -1
    >>> power_of_titles("Số hộ", "Mức hỗ trợ (triệu đồng)", "Kinh phí (tỷ đồng)")
    -3
    >>> power_of_titles("Số lớp", "Bình quân học sinh/lớp", "Số học sinh")
    0
    >>> power_of_titles("Diện tích (ha)", "Năng suất", "Sản lượng (tấn)") is None
    True
    """
    units = [unit_of_title(title) for title in (count, rate, total)]
    if units == [None, None, None]:
        return 0 if _IN_MONEY.search(f"{rate} {total}".lower()) is None else None
    if units[1] is None or units[2] is None:
        return None
    above, _, below = units[1].dimension.partition("/")
    counted = units[0].dimension if units[0] is not None else below
    if above != units[2].dimension or (below and below != counted) or (units[0] is None and not _counts(below)):
        return None
    factor = (units[0].factor if units[0] is not None else Fraction(1)) * units[1].factor / units[2].factor
    return next((power for power in _POWERS if factor == Fraction(10) ** power), None)


_IN_MONEY = re.compile(r"(?<!\w)(?:giá|tiền|kinh phí|mức|định mức|chi phí|sản lượng|mật độ)(?!\w)")
"""Columns that hold no things counted one by one: without a unit their size is not known."""


def _counts(dimension: str) -> bool:
    return not dimension or dimension.startswith("count:")


def unit_of_title(title: str) -> Unit | None:
    """Return the unit in the brackets of a title.

    >>> unit_of_title("Diện tích (ha)").label, unit_of_title("Diện tích")
    ('ha', None)
    """
    found = _UNIT.findall(title)
    return known_unit(found[-1].strip()) if found else None
