"""Amounts that need no unit, or are in percent, because the whole they are parts of has its unit: *9,5 tỷ kWh: điện gió 5,1; điện mặt trời 4,4*.

Of parts without a unit all go without, or the last has the unit of all; where one among others with a unit has none, it lost it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import items_before, items_behind
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["parts_in_percent", "told_by_wholes"]

_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT)
_PARTED = re.compile(
    r"(?:\s?\([^()\n]{0,60}\))?(?:(?:\s[^\W\d_]+){0,3}\s?[:(]|\s?[.,;]?\s{0,5}"
    r"(?:[^\W\d_]+\s){0,3}?(?:trong đó|gồm|bao gồm|chia ra|chia thành|chia theo|phân theo|phân ra|phân bổ|cơ cấu|cụ thể|bố trí)(?!\w))"
)
"""What opens the parts right behind a whole."""
_ENDS = re.compile(
    r"\.\s(?![-+*•–\s])(?!\s{0,5}(?:trong đó|gồm|bao gồm|cụ thể|chia ra)(?!\w))|\|"
    r"|(?<!\w)(?:tăng|giảm|bằng|so với|gấp|vượt|cùng kỳ|(?:tỷ|tỉ) lệ)(?!\w)"
)
"""What stands before no part: the end of a sentence, a change, a rate of its own."""
_OF_YEAR = re.compile(r"(?<!\w)năm(?!\w)")
_NAME = re.compile(r"[^\W\d_]{2}")
_STANDS_ASIDE = (
    NumeralKind.YEAR, NumeralKind.DATE, NumeralKind.LABEL, NumeralKind.CODE, NumeralKind.REFERENCE, NumeralKind.DENOMINATOR,
)  # fmt: skip
_LONGEST_GAP, _MOST_PARTS, _FEWEST = 200, 24, 2
_AHEAD = 250
"""How far ahead of its parts a number may stand that they come to."""


def _gap(lower: str, start: int, end: int) -> str | None:
    """Return what stands between two amounts of a list; None where the second is in the list no more."""
    gap = lower[start : min(end, start + _LONGEST_GAP + 1)]
    return None if len(gap) > _LONGEST_GAP or _ENDS.search(gap) else gap


# --- parts without a unit ---------------------------------------------------------------------------------------------


def told_by_wholes(lower: str, numerals: Sequence[Numeral]) -> frozenset[int]:
    """Return where the numbers begin that have their unit from the whole before them.

    Args:
        lower: the text in small letters, its line breaks as spaces.
        numerals: all numbers of it.
    """
    found = set[int]()
    for at, whole in enumerate(numerals):
        if whole.unit.kind in _KINDS and whole.total is None and _PARTED.match(lower, whole.end):
            found.update(one.start for one in _bare_parts(lower, whole, items_behind(numerals, at, _MOST_PARTS)))
    starts = [one.start for one in numerals]
    for cue in _OPENS_PARTS.finditer(lower):
        at = bisect_left(starts, cue.end())
        near = (one for one in items_before(numerals, at, _MOST_PARTS) if cue.start() - one.end < _AHEAD)
        ahead = [one.value for one in near if one.is_single and one.unit.kind in (*_KINDS, UnitKind.NONE)]
        found.update(one.start for one in _come_to_any(lower, cue.end(), ahead, numerals[at : at + _MOST_PARTS]))
    return frozenset(found)


_ASIDE = re.compile(r"\([^()]*\)")
_OPENS_PARTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể|chia ra)(?!\w)")


def _come_to_any(lower: str, start: int, wholes: Sequence[Decimal], behind: Sequence[Numeral]) -> Sequence[Numeral]:
    """Return the numbers without a unit that add up to one told ahead of them: *52.868, gồm công chức 5.988 (giảm 50), viên chức 46.880*."""
    bare, total, end = list[Numeral](), Decimal(0), start
    for one in behind:
        gap = lower[end : min(one.start, end + _LONGEST_GAP)]
        if gap.count("(") > gap.count(")"):
            continue  # an aside
        words = _ASIDE.sub("", gap)
        part = one.kind is NumeralKind.BARE and one.is_single and _NAME.search(words) is not None
        if not part or one.start - end > _LONGEST_GAP or _ENDS.search(words):
            break
        bare.append(one)
        total, end = total + one.value, one.end
        if len(bare) >= _FEWEST and total in wholes:
            return bare
    return ()


def _bare_parts(lower: str, whole: Numeral, behind: Sequence[Numeral]) -> Sequence[Numeral]:
    """Return the parts of a whole without a unit, where none of them or only the last has it."""
    bare, total = list[Numeral](), Fraction(0)
    size = whole.unit.factor
    for one in _parts(lower, whole, behind):
        has_unit = one.unit.kind in _KINDS and one.known  # what only may be a noun begins the next line
        total += Fraction(one.value) * (one.unit.factor if has_unit else size)
        if has_unit:
            return bare if one.unit.same_dimension(whole.unit) and len(bare) >= _FEWEST else ()
        bare.append(one)
        if total == Fraction(whole.value) * size:
            break
    return bare if len(bare) >= _FEWEST and total <= Fraction(whole.value) * size else ()


def _parts(lower: str, whole: Numeral, behind: Sequence[Numeral]) -> Iterator[Numeral]:
    """Yield the amounts behind a whole that each have a name before them, as far as they can be parts; shares in brackets aside."""
    end = whole.end
    for one in behind:
        if one.kind in _STANDS_ASIDE:
            continue
        gap = _gap(lower, end, one.start)
        if gap is None or _OF_YEAR.search(gap) or one.value <= 0:
            return
        if one.unit.kind is UnitKind.RATIO and gap.endswith("("):
            end = one.end
            continue
        amount = one.kind is NumeralKind.BARE or (one.kind is NumeralKind.QUANTITY and one.unit.kind in _KINDS)
        if not amount or not one.is_single or not _NAME.search(gap):
            return
        yield one
        end = one.end


# --- parts in percent ---------------------------------------------------------------------------------------------------

_ALL = 100


def parts_in_percent(passage: Passage) -> Iterator[TargetHit]:
    """Yield the percentages that are parts of an amount in another unit: *620 tỷ đồng, trong đó chi đầu tư 45%, chi khác 55%*.

    Args:
        passage: a text with its amounts.
    """
    lower, hits = passage[0].source.lower, passage[1]
    for at, whole in enumerate(hits):
        level = whole.target.change is Change.LEVEL and whole.target.quantity.unit.kind in _KINDS
        if level and whole.target.total is None and _PARTED.match(lower, whole.numeral.end):
            yield from _percents(lower, whole, items_behind(hits, at, _MOST_PARTS))


def _percents(lower: str, whole: TargetHit, behind: Sequence[TargetHit]) -> Iterator[TargetHit]:
    end = whole.numeral.end
    for hit in behind:
        gap = _gap(lower, end, hit.numeral.start)
        if gap is None or hit.target.change is not Change.LEVEL:
            return
        if hit.target.quantity.unit.label == "%" and hit.target.quantity.value <= _ALL:
            yield hit
        elif not gap.endswith("("):
            return
        end = hit.numeral.end
