"""Whether parts are all there is of a whole though no *gồm* says so: what else tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from typing import Protocol

from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.slips import right_but_for_a_digit, right_but_for_a_slip
from chitieu.targets.target import Target
from chitieu.units import UnitKind

__all__ = ["Cue", "are_all", "leaves_a_rest"]


class Cue(Enum):
    """What leads from a whole to its parts."""

    ALL = "all"
    """``gồm``: they are all there are."""
    SOME = "some"
    """``trong đó``: there may be more."""
    BRACKET = "bracket"
    COLON = "colon"
    BESIDE = "beside"
    """Nothing but a comma, a semicolon or a full stop."""


_NEARLY_ALL = Fraction(93, 100)
_HARDLY_MORE = Fraction(107, 100)
_LOOSELY_ALL = Fraction(3, 4)
"""What several parts that nothing but a colon leads to come to at least, if they are all there are; at most twice as much."""
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
"""What parts come to at least, if the last of them is what is left, and if a bracket holds them; at most four times the whole."""
_HUNDREDTH = Fraction(1, 100)
"""So little is no part that anybody would name: the whole was written with three noughts too many."""
_MANY = 3
"""So many parts, or digits of the whole, that they hardly come to it by chance."""
_OTHERS = re.compile(r"(?<!\w)khác(?!\w)")
_LEFT = re.compile(r"(?<!\w)còn lại(?!\w)")
_OF_A_QUARTER = re.compile(r"(?<!\w)quý (?:iv|i{1,3}|[1-4])?(?!\w)")
_PAIR, _QUARTERS = 2, 4
_TOTAL = re.compile(r"(?<!\w)tổng(?!\w)")


class _Amount(Protocol):
    """An amount as it was read from a text, or as the line has it in which it stands."""

    @property
    def target(self) -> Target: ...


def are_all(cue: Cue, name: str, said: Sequence[str], whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts are all there is of a whole.

    The words say so (*gồm*), or they are those of a division that is known, or the last of them is what is left (*thu khác*), or
    a bracket or a colon alone leads to them and they are no levels of the same, or they come to its very number with another scale
    word, or its name is made up of theirs, or they come to it but for a slip of the pen. *Trong đó* alone leaves it open.

    Args:
        cue: what leads to them.
        name: the words about the whole.
        said: those about each part.
        whole: the amount.
        parts: those that may be its parts.
    """
    if cue is Cue.ALL or _come_to_its_number(whole, parts):
        return True
    if len(parts) < _QUARTERS and all(map(_OF_A_QUARTER.search, said)):
        return False  # "900 ha (quý I 120 ha, quý II 310 ha)": the year goes on
    stated, amounts = whole.target.quantity, [part.target.quantity for part in parts]
    share = _share(whole, parts) if stated.amount else Fraction(0)
    far = cue is Cue.BESIDE and not _QUARTER <= share <= 1 / _QUARTER  # nothing says that they are of it
    if partition_of(name, said) is not None and not _are_like_it(whole, parts) and not far:
        return True
    if not stated.amount:
        return False
    if cue is not Cue.BESIDE and _OTHERS.search(said[-1]) and share >= _HALF:
        return True
    if cue is not Cue.BESIDE and _LEFT.search(said[-1]) and (len(parts) == _PAIR or stated.unit.kind is UnitKind.MONEY):
        return True  # of three counts, one may be some of another
    led = cue in (Cue.BRACKET, Cue.COLON)
    if (led and _NEARLY_ALL <= share <= _HARDLY_MORE) or _are_meant(cue, name, said, whole, parts):
        return True
    total = _TOTAL.search(name) is not None
    if cue is not Cue.SOME and _make_up(name, said):
        return True
    many = cue is not Cue.BESIDE or total or len(parts) >= _MANY
    long = len(stated.value.normalize().as_tuple().digits) >= _MANY  # few digits come out right by chance
    near = len(parts) > _MANY and _NEARLY_ALL <= share <= _HARDLY_MORE
    if many and (led or long or near) and right_but_for_a_slip(stated, amounts):
        return True
    meant = led or total or (cue is Cue.SOME and len(parts) >= _MANY)
    return meant and len(parts) > 1 and right_but_for_a_digit(stated, amounts)


def _are_meant(cue: Cue, name: str, said: Sequence[str], whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts that a bracket holds, or a colon leads to, are meant as all though they are far from the whole.

    They are no levels of the same, no few of a division that has more; two of the whole's own noun may be some of it.
    """
    many, share = len(parts) >= _MANY, _share(whole, parts)
    if cue is Cue.COLON:
        return many and _LOOSELY_ALL <= share <= 2 * _LOOSELY_ALL
    if cue is Cue.BRACKET and (share <= _HUNDREDTH or _QUARTER <= share <= 1 / _QUARTER) and _names_each(whole, parts):
        return True  # "95.000 xã, phường (72 xã, 23 phường)"
    if cue is not Cue.BRACKET or len(parts) < _PAIR or not _QUARTER <= share <= 1 / _QUARTER:
        return False
    division = partition_of(name, said, rates=True)
    unit = whole.target.quantity.unit
    counted = unit.kind is UnitKind.COUNT and _noun(whole) in map(_noun, parts)
    some = counted and share < 1
    return not ((division is not None and not division.sums) or (some and not many) or _are_like_it(whole, parts))


def _names_each(whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether each of the nouns a whole is counted by is that of one part: *xã, phường* of *72 xã* and *23 phường*."""
    nouns = {noun.strip() for noun in whole.target.quantity.unit.label.split(",")}
    return len(nouns) > 1 and sorted(nouns) == sorted(part.target.quantity.unit.label for part in parts)


def _share(whole: _Amount, parts: Sequence[_Amount]) -> Fraction:
    """Return what parts come to, as a share of their whole."""
    return sum((part.target.quantity.amount for part in parts), Fraction(0)) / whole.target.quantity.amount


def _noun(amount: _Amount) -> str:
    """Return the first word of what is counted."""
    found = _WORD.search(amount.target.quantity.unit.label.lower())
    return found.group() if found else ""


def _are_like_it(whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether each part is about as large as the whole, so that all are means: *thu nhập 80 triệu đồng, thành thị 95, nông thôn 70*."""
    stated = whole.target.quantity.amount
    return all(stated * _LIKE_IT <= part.target.quantity.amount <= stated / _LIKE_IT for part in parts)


_LIKE_IT = Fraction(2, 3)
_REST = re.compile(
    r"(?:[,;]\s(?:và\s)?(?:số |phần )?còn lại(?!\w)|(?:,|\s(?:và|cùng))\s(?:một số|các|những|nhiều)\s[^0-9;.()]{1,60}\skhác(?!\w))[^0-9;.()]{0,80}(?:[;.()]|$)"
    r"|[,;]?\s?(?:\.\.\.|…|v\.v)"
)
_BEHIND = 160


def leaves_a_rest(lower: str, end: int = 0) -> bool:
    """Whether words behind some parts say that a rest is left without its amount: *…, còn lại là chi khác*.

    Args:
        lower: the text in small letters.
        end: where the last of the parts ends; the whole text is looked at without it.

    >>> leaves_a_rest("lúa 60 ha, ngô 30 ha, còn lại là rau màu."), leaves_a_rest("lúa 60 ha, còn lại rau màu 40 ha.")
    (True, False)
    """
    return _REST.search(lower, end, end + _BEHIND if end else len(lower)) is not None


def _come_to_its_number(whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts come to the number of the whole, but in another size: ``90,5 tỷ đồng`` of ``60,5`` and ``30 triệu đồng``."""
    units = {part.target.quantity.unit for part in parts}
    stated = whole.target.quantity
    return (
        len(parts) > 1
        and units != {stated.unit}
        and len(units) == 1
        and sum(part.target.quantity.value for part in parts) == stated.value
    )


_JOINED = re.compile(r",\s|\s(?:và|-|–)\s|/")
_WORD = re.compile(r"[^\W\d_]+")


def _make_up(name: str, said: Sequence[str]) -> bool:
    """Whether the end of a name joins what the parts are of: *thanh tra, kiểm tra*."""
    joined = _JOINED.split(name)[-len(said) :]
    if len(joined) < len(said) or len(said) == 1:
        return False
    words = [_WORD.findall(one) for one in joined]
    heads = [tuple(words[0][-2:]), *map(tuple, words[1:])]
    phrases = [f" {' '.join(_WORD.findall(one))} " for one in said]
    places = [[at for at, phrase in enumerate(phrases) if head and f" {' '.join(head)} " in phrase] for head in heads]
    return all(len(found) == 1 for found in places) and len({found[0] for found in places}) == len(said)
