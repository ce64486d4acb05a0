"""What the amounts beside a number without a unit tell of the unit it had.

It may be one of several in a list (*vốn tỉnh 120 tỷ đồng, vốn xã 30*), a whole with its parts (*785, gồm: sửa chữa 400 tỷ đồng*), the percentage
of a fraction (*4/5 trường (80)*), or the same as another amount for another year (*doanh thu đạt 4.200 (năm 2025: 3.750 tỷ đồng)*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import items_before, items_behind, search_before
from chitieu.checking.values.bare_numbers import BareNumber, Ending, cue_before
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.target import Change, Target
from chitieu.units import NO_UNIT, UnitKind

__all__ = ["CHANGES", "HUNDRED", "SHARES", "TIME", "TIMES", "amounts_before", "unit_beside"]

HUNDRED = 100
TIMES = 3
"""How many times one number may be another that says the same of another year."""
CHANGES = ("tăng", "giảm")
"""Cues of what a number changed by."""
SHARES = ("đạt", "bằng", "chiếm", "tương ứng", "tương đương", "tỷ lệ", "tức", "giải ngân", "hoàn thành", "tiết kiệm")
"""Cues of shares."""
TIME = r"20[0-9]{2}(?!\w)|[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?|(?<=ngày )[0-9]{1,2}|(?<=tháng )[0-9]{1,2}"
"""Digits that name a year, a month or a day."""
_MEASURED = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.RATIO)


def amounts_before(bare: BareNumber, numerals: Sequence[Numeral]) -> Sequence[Numeral]:
    """Return the amounts before a number, the nearest first, as far as the line goes.

    Args:
        bare: the number.
        numerals: all numbers of its text.
    """
    row = bare.lower.rfind("\n", 0, bare.numeral.start)
    near = reversed(items_before(numerals, bare.at, _FEW_BEFORE))
    return [one for one in near if one.start >= row and one.kind is NumeralKind.QUANTITY]


_FEW_BEFORE, _FEW_BEHIND = 6, 5


def unit_beside(
    bare: BareNumber, numerals: Sequence[Numeral], before: Sequence[Numeral], targets: Mapping[int, Target]
) -> str:
    """Return the unit that the amounts beside a number say it had; nothing where they do not tell.

    Args:
        bare: the number.
        numerals: all numbers of its text.
        before: those of them in `amounts_before`.
        targets: the amounts read from the text, by where their numbers begin.
    """
    return (
        _of_fraction(bare, before)
        or _of_parts(bare, numerals)
        or _of_earlier_value(bare, before, targets)
        or _of_later_value(bare, numerals, targets)
        or _of_brackets(bare, before)
        or _of_list(bare, numerals, before)
    )


def _of_fraction(bare: BareNumber, before: Sequence[Numeral]) -> str:
    """Return the sign of a percentage behind what it is of: *4/5 trường (80)*, *400 hộ, trong đó 100 hộ nghèo, bằng 25*."""
    if not before or bare.ending is not Ending.CLOSED:
        return ""
    whole = before[0].total or next((one.value for one in before[1:2] if one.unit == before[0].unit), None)
    if not whole:
        return ""
    made = before[0].value * HUNDRED / whole
    return "%" if abs(made - bare.value) < 1 and (bare.bracketed or bare.cue) else ""


# --- a whole and its parts ------------------------------------------------------------------------------------------------

_GOES_IN = re.compile(r",?:?\s(?:trong đó|gồm|bao gồm|bố trí|chia ra)(?!\w)")
_FIELD = re.compile(r",\s(?:năng suất|sản lượng)(?!\w)")


def _of_parts(bare: BareNumber, numerals: Sequence[Numeral]) -> str:
    """Return the unit of the first of the parts behind a whole; of a crop whose output follows, *ha*."""
    if _FIELD.match(bare.behind) and not bare.cue:
        return "ha"
    for part in items_behind(numerals, bare.at, 1) if _GOES_IN.match(bare.behind) else ():
        sure = part.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE) and part.value <= bare.value
        if sure and part.start - bare.numeral.digits_end < REACH:
            return part.unit.label
    return ""


# --- the same for another year --------------------------------------------------------------------------------------------

_EARLIER = re.compile(r"(?<!\w)(?:so với|năm|cùng kỳ|mức)(?!\w)")
_YEAR = r"(?:(?:ước|thực hiện|kết quả|cùng kỳ|mức)\s)*(?:năm\s(?:20[0-9]{2}|trước|ngoái)|cùng kỳ(?:\snăm\s(?:20[0-9]{2}|trước|ngoái))?)"
_YEAR_BEHIND = re.compile(
    rf"\s?(?:[(,]\s?(?:tăng|giảm)\s[0-9.,]+%\s(?:so với\s|so\s)?{_YEAR}\s?\(|[(,]\s?{_YEAR}(?:\s(?:đạt|là))?:?\s)(?:(?:đạt|là|khoảng)\s)*(?=[0-9])"
)


def _of_earlier_value(bare: BareNumber, before: Sequence[Numeral], targets: Mapping[int, Target]) -> str:
    """Return the unit of the amount before a number in a bracket that is its earlier value."""
    if not bare.bracketed or not before or not _EARLIER.search(bare.lower, before[0].end, bare.numeral.start):
        return ""
    near = next((one.unit for one in before if _is_level_near(bare, one, targets)), NO_UNIT)
    return near.label if near.kind is not UnitKind.COUNT or near.scale > 1 else ""


def _of_later_value(bare: BareNumber, numerals: Sequence[Numeral], targets: Mapping[int, Target]) -> str:
    """Return the unit of the earlier value behind a number, which measures both."""
    if bare.cue in CHANGES or not (bare.exact or bare.large):
        return ""
    told = _YEAR_BEHIND.match(bare.lower, bare.numeral.digits_end)
    end = told.end() if told else None
    near = items_behind(numerals, bare.at, _FEW_BEHIND)
    earlier = [one for one in near if one.start == end and _is_level_near(bare, one, targets)]
    return "".join(one.unit.label for one in earlier if one.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE))


def _is_level_near(bare: BareNumber, other: Numeral, targets: Mapping[int, Target]) -> bool:
    near = other.value < bare.value * TIMES and bare.value < other.value * TIMES
    return near and other.start in targets and targets[other.start].change is Change.LEVEL


# --- lists ----------------------------------------------------------------------------------------------------------------

_PARTED = re.compile(
    rf"(?:\strở (?:lên|xuống))?(?:\s?\([^()\n]{{0,60}}\))?\)?(?:\s[^\W\d_]+){{0,5}}?\s?(?:[,;]|\s(?=và\s))\s?(?:và\s)?(?P<name>(?:[^0-9;:.()|%\n]|{TIME}|[0-9](?=[^\W\d_])){{2,90}}?)\s?:?\s?"
)
_OF_A_COUNT = re.compile(r"(?<![0-9,])[0-9]{1,3}(?:\.[0-9]{3})*\s\($")
"""A count whose share follows in a bracket; the next of the list is a count too: *đỗ 7.160 (98,9%), trượt 80*."""
_STARTS_A_COUNT = re.compile(
    r"(?:trong đó\s)?(?:có|xây|hoàn thành|tổ chức|thành lập|thu hút|số|thêm|công nhận|đạt|tiêu chí|xếp|lượt|hộ (?!nghèo|cận)|đàn)(?!\w)"
)
_MOST_WORDS = 10


def _of_brackets(bare: BareNumber, before: Sequence[Numeral]) -> str:
    """Return the sign of a share in a bracket like others: *12 xã (24%), 38 xã (76)*."""
    if not bare.bracketed or not before or bare.value > HUNDRED:
        return ""
    others = (one for one in before if bare.lower[one.start - 1 : one.start] == "(" and one.unit.label == "%")
    return "%" if bare.numeral.start - before[0].end <= len(" (") and any(others) else ""


def _of_list(bare: BareNumber, numerals: Sequence[Numeral], before: Sequence[Numeral]) -> str:
    """Return the unit of the amounts before a number in the same list, or behind it where it is the first: *vốn tỉnh 120 tỷ đồng, vốn xã 30*."""
    if bare.ending not in (Ending.CLOSED, Ending.GOES_ON) or bare.cue in CHANGES:
        return ""
    parted = _PARTED.fullmatch(bare.lower, before[0].end, bare.numeral.start) if before else None
    if parted is None or (_STARTS_A_COUNT.match(parted["name"]) and not bare.cue):
        return _of_next(bare, numerals, before)
    near = before[0]
    if near.unit.kind not in _MEASURED or near.total is not None:
        return ""
    if near.unit.kind is UnitKind.RATIO:
        if search_before(_OF_A_COUNT, bare.lower, near.start, REACH):
            return ""
        cues = {cue_before(bare.lower, near.start), bare.cue}
        return near.unit.label if (len(cues) == 1 or cues <= {*SHARES}) and bare.value <= HUNDRED else ""
    return near.unit.label if len(parted["name"].split()) <= _MOST_WORDS else ""


def _of_next(bare: BareNumber, numerals: Sequence[Numeral], before: Sequence[Numeral]) -> str:
    """Return the unit of the two amounts of a list behind its first: *vốn tỉnh 120, vốn huyện 40 tỷ đồng, vốn xã 30 tỷ đồng*."""
    near = items_behind(numerals, bare.at, _FEW_BEHIND)
    behind = [one for one in near if bare.lower[one.start - 1 : one.start] != "("][:2]
    if not behind or not _PARTED.fullmatch(bare.lower, bare.numeral.digits_end, behind[0].start):
        return ""
    unit = behind[0].unit
    if unit.label == "%" and bare.value <= HUNDRED and bare.cue:
        return "%" if bare.behind.startswith(";") and cue_before(bare.lower, behind[0].start) == bare.cue else ""
    written = bare.exact or bare.large or (before and before[0].unit.same_dimension(unit))
    sure = written and unit.kind in _MEASURED and not bare.cue and all(one.unit == unit for one in behind[1:])
    return unit.label if sure and len(behind) > 1 else ""
