"""Whether parts are all there is of a whole though no *gồm* says so: what else tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from typing import Protocol

from chitieu.checking.parts.partitions import joined_of, partition_of
from chitieu.checking.parts.slips import right_but_for_a_digit, right_but_for_a_slip
from chitieu.targets.target import Target
from chitieu.units import UnitKind

__all__ = ["SIGNS", "Cue", "are_all", "are_joined", "leaves_a_rest", "opens_with_more"]


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
"""What several parts that nothing but a colon leads to come to at least, if they are all there are; at most twice as much.
Those its name joins come to as much at least, too."""
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
"""What parts come to at least, if the last of them is what is left, and if a bracket holds them; at most four times the whole."""
_HUNDREDTH = Fraction(1, 100)
"""So little is no part that anybody would name: the whole was written with three noughts too many."""
_MANY = 3
"""So many parts, or digits of the whole, that they hardly come to it by chance."""
SIGNS = (Cue.BRACKET, Cue.COLON)
"""Cues that are no words."""
_OTHERS = re.compile(r"(?<!\w)khác(?!\w)")
_LARGER = re.compile(r"(?<!\w)(?:nhu cầu|tổng|kế hoạch|dự toán|mức đầu tư|quy mô)(?!\w)")
"""Words with what a whole is itself a part of."""
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
    if len(parts) < _PAIR:
        return cue is Cue.ALL
    if cue is Cue.ALL or _come_to_its_number(whole, parts):
        return True
    if len(parts) < _QUARTERS and all(map(_OF_A_QUARTER.search, said)):
        return False  # "900 ha (quý I 120 ha, quý II 310 ha)": the year goes on
    share = _share(whole, parts)
    division = partition_of(name, said)
    if (
        division is not None
        and (division.always or cue is not Cue.SOME)
        and not _are_like_it(whole, parts)
        and (cue is not Cue.BESIDE or _is_of_its_size(share))  # else nothing says that they are of it
    ):
        return True
    if (
        cue is Cue.BRACKET
        and _LARGER.search(said[0])
        and parts[0].target.quantity.amount > whole.target.quantity.amount
    ):
        return False  # "hỗ trợ 500 tỷ đồng (nhu cầu 1.236 tỷ đồng, ngân sách tỉnh 410 tỷ đồng, còn lại …)"
    if cue is not Cue.BESIDE and _ends_in_the_rest(said[-1], whole, parts, share):
        return True
    if are_joined(name, said, whole, parts):
        return True
    if cue in SIGNS and (_NEARLY_ALL <= share <= _HARDLY_MORE or _are_meant(cue, name, said, whole, parts)):
        return True
    return (cue is not Cue.SOME and _make_up(name, said)) or _are_all_but_for_a_slip(cue, name, whole, parts)


def are_joined(name: str, said: Sequence[str], whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether the name of a whole joins those of its parts, and they come to about as much.

    What is done one behind the other comes to more: *thu gom, xử lý 400 tấn, trong đó thu gom 390 tấn, xử lý 380 tấn*.

    Args:
        name: the words about the whole, which end in what it joins.
        said: the words about each part.
        whole: the amount.
        parts: those that may be its parts.
    """
    near = _LOOSELY_ALL <= _share(whole, parts) <= 1 / _LOOSELY_ALL
    return near and joined_of(name, said, whole.target.quantity.unit.label) is not None


def opens_with_more(said: str, whole: _Amount, first: _Amount) -> bool:
    """Whether the first amount of a list is what its whole is itself some of: *hỗ trợ 500 tỷ đồng (nhu cầu 1.236 tỷ đồng, …)*.

    Args:
        said: the words about it.
        whole: the amount ahead of the list.
        first: the first of the list.
    """
    return first.target.quantity.amount > whole.target.quantity.amount and _LARGER.search(said) is not None


def _is_of_its_size(share: Fraction) -> bool:
    return _QUARTER <= share <= 1 / _QUARTER


def _ends_in_the_rest(last: str, whole: _Amount, parts: Sequence[_Amount], share: Fraction) -> bool:
    """Whether the last of some parts is what is left (*thu khác*, *còn lại*); of three counts, one may be some of another."""
    if _LEFT.search(last):
        return len(parts) < _MANY or whole.target.quantity.unit.kind is UnitKind.MONEY
    return _OTHERS.search(last) is not None and share >= _HALF


def _are_meant(cue: Cue, name: str, said: Sequence[str], whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts that a bracket holds, or a colon leads to, are meant as all though they are far from the whole.

    They are no levels of the same, no few of a division that has more; two of the whole's own noun may be some of it.
    """
    many, share = len(parts) >= _MANY, _share(whole, parts)
    if cue is Cue.COLON:
        return many and _LOOSELY_ALL <= share <= 2 * _LOOSELY_ALL
    if (share <= _HUNDREDTH or _is_of_its_size(share)) and _names_each(whole, parts):
        return True  # "95.000 xã, phường (72 xã, 23 phường)"
    division = partition_of(name, said, rates=True)
    counted = whole.target.quantity.unit.kind is UnitKind.COUNT and _noun(whole) in map(_noun, parts)
    return (
        _is_of_its_size(share)
        and (division is None or division.sums)
        and (many or share > 1 or not counted)
        and not _are_like_it(whole, parts)
    )


def _are_all_but_for_a_slip(cue: Cue, name: str, whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts would come to their whole but for a slip of the pen, and hardly do so by chance."""
    stated, amounts = whole.target.quantity, [part.target.quantity for part in parts]
    total, many, share = _TOTAL.search(name) is not None, len(parts) >= _MANY, _share(whole, parts)
    long = len(stated.value.normalize().as_tuple().digits) >= _MANY
    near = len(parts) > _MANY and _NEARLY_ALL <= share <= _HARDLY_MORE
    telling = cue in SIGNS or ((cue is Cue.SOME or total or many) and (long or near))
    if telling and right_but_for_a_slip(stated, amounts):
        return True
    return (cue in SIGNS or total or (cue is Cue.SOME and many)) and right_but_for_a_digit(stated, amounts)


def _names_each(whole: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether each of the nouns a whole is counted by is that of one part: *xã, phường* of *72 xã* and *23 phường*."""
    nouns = {noun.strip() for noun in whole.target.quantity.unit.label.split(",")}
    return sorted(nouns) == sorted(part.target.quantity.unit.label for part in parts)


def _share(whole: _Amount, parts: Sequence[_Amount]) -> Fraction:
    """Return what parts come to, as a share of their whole; of none it is none."""
    stated, total = whole.target.quantity.amount, sum((part.target.quantity.amount for part in parts), Fraction(0))
    return total / stated if stated else Fraction(0)


def _noun(amount: _Amount) -> list[str]:
    """Return the first word of what is counted."""
    return _WORD.findall(amount.target.quantity.unit.label.lower())[:1]


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
    stated, sizes = whole.target.quantity, [part.target.quantity for part in parts]
    return stated.unit not in {size.unit for size in sizes} and sum(size.value for size in sizes) == stated.value


_JOINED = re.compile(r",\s|\s(?:và|-|–)\s|/")
_WORD = re.compile(r"[^\W\d_]+")


def _make_up(name: str, said: Sequence[str]) -> bool:
    """Whether the end of a name joins what the parts are of, each for itself: *thanh tra, kiểm tra*."""
    first, *others = (_WORD.findall(one) for one in _JOINED.split(name)[-len(said) :])
    heads = [" ".join(words) for words in (first[-2:], *others)]
    phrases = [f" {' '.join(_WORD.findall(one))} " for one in said]
    own = [[head for head in heads if f" {head} " in phrase] for phrase in phrases]
    return sorted(own) == sorted([head] for head in heads)
