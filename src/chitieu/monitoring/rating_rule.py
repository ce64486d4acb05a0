"""The choices behind a rating, each with a name, and what words mean that stand in place of a figure.

Reports rate without saying how, and not always the same way: one national table calls 1,1 inside 1 - 1,5 exceeded
and 3,1 under a ceiling of 4 only met. So every choice is a field of `RatingRule`; `RatingRule()` is the one chitieu
proposes, `RatingRule.official_2019` repeats that table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from attrs import Attribute, field, frozen

from chitieu.errors import ChitieuError
from chitieu.monitoring.observations import Rating
from chitieu.targets.target import ABOUT_TOLERANCE, Bound
from chitieu.text import compared

__all__ = ["RatingRule", "RatingRuleError", "WordMeaning", "meaning_of", "rating_named"]

Direction = Literal["higher", "lower"]
"""Which way is better. Where neither is, a target has two sides."""
WordMeaning = Literal["positive", "negative", "zero", "up", "down", "same", "done", "not_done", "unknown"]
"""What words say of a figure: its sign, that of the balance or of the change behind it, or nothing."""


class RatingRuleError(ChitieuError, ValueError):
    """A rule of rating cannot be: a tolerance below zero or above one, an unknown option."""


def _share(_rule: RatingRule, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not Fraction or not 0 <= value <= 1:
        raise RatingRuleError("rating.rule", field=attribute.name, found=repr(value), allowed="Fraction 0..1")


def _one_of(*known: object) -> Any:
    def check(_rule: RatingRule, attribute: Attribute[Any], value: object) -> None:
        if value not in known or type(value) not in map(type, known):
            allowed = ", ".join(map(repr, known))
            raise RatingRuleError("rating.rule", field=attribute.name, found=repr(value), allowed=allowed)

    return check


def _bounds(_rule: RatingRule, attribute: Attribute[Any], value: frozenset[object]) -> None:
    if not all(isinstance(bound, Bound) for bound in value):
        raise RatingRuleError("rating.rule", field=attribute.name, found=repr(set(value)), allowed="Bound")


def _frozen(value: Iterable[Bound]) -> frozenset[Bound]:
    return frozenset(value)


@frozen
class RatingRule:
    """Every choice that a rating depends on.

    Attributes:
        name: what to call it.
        exceeds: bounds under which a result better than the number is ``vượt``. By default exact numbers, ``khoảng``,
            ranges and ``từ … trở lên``. Ceilings (``không quá``, ``dưới``) and ``trên`` name a limit: who keeps it has
            done what was asked, ``đạt``.
        beyond_zero_exceeds: whether the opposite of what a ceiling limits is ``vượt`` all the same: a trade surplus
            (``xuất siêu``) where a deficit was limited.
        nearly: how far short of the target a result may be to count as ``xấp xỉ``, as a share of the target. No rule
            fixes it; 2% is below the 4,3% that a province's own table called ``không đạt`` (7,18 of 7,5).
        about: how far from ``khoảng X`` a value may lie and meet it, as a share of X.
        ranges: ``"inside_met"``: anywhere inside a range is ``đạt``. ``"low_is_goal"``: in a range of a change
            (``giảm 1 - 1,5%``) more than the lower end is ``vượt``; ranges of levels stay as before.
        result_range: which end of a result that is a range counts: the ``"worse"`` one (it is reached for sure), or the
            ``"better"`` one.
        assumed: which way is better where neither the bound nor the catalogue nor the words of the plan say so;
            ``"higher"``: lines of plans are things to achieve. None leaves such results ``chưa đánh giá``. A verdict
            that rests on it says so.
        points_as_percent: whether a change of a share or rate that is written in ``%`` is one of percentage points
            (``giảm 1%/năm``), as everybody means it.
        negative_decrease: whether a fall reported below zero (-1,1) is a fall of 1,1. By default such a figure is not
            rated: it may as well be a rise.
        loose_counts: whether counts are compared where one noun only says more than the other (``căn``, ``căn nhà``).
        trust_words: whether ``đạt`` or ``chưa hoàn thành`` in place of a figure is taken for the rating. By default it
            is the reporter's rating, and ours stays open.

    Raises:
        RatingRuleError: a share outside 0 to 1, or an unknown option.

    >>> import chitieu as ct
    >>> ct.RatingRule().nearly
    Fraction(1, 50)
    """

    name: str = "chitieu"
    exceeds: frozenset[Bound] = field(
        default=frozenset({Bound.EXACT, Bound.ABOUT, Bound.BETWEEN, Bound.AT_LEAST}),
        converter=_frozen,
        validator=_bounds,
    )
    beyond_zero_exceeds: bool = True
    nearly: Fraction = field(default=Fraction(2, 100), validator=_share)
    about: Fraction = field(default=ABOUT_TOLERANCE, validator=_share)
    ranges: Literal["inside_met", "low_is_goal"] = field(
        default="inside_met", validator=_one_of("inside_met", "low_is_goal")
    )
    result_range: Literal["worse", "better"] = field(default="worse", validator=_one_of("worse", "better"))
    assumed: Direction | None = field(default="higher", validator=_one_of("higher", "lower", None))
    points_as_percent: bool = True
    negative_decrease: bool = False
    loose_counts: bool = True
    trust_words: bool = False

    @classmethod
    def official_2019(cls) -> RatingRule:
        """Return the habit of the table of national targets of 2019: a range of a change is passed at its lower end.

        The words of reporters stand for ratings, and nearly reached is not reached.

        >>> import chitieu as ct
        >>> ct.RatingRule.official_2019().ranges
        'low_is_goal'
        """
        return cls(name="official-2019", ranges="low_is_goal", trust_words=True, nearly=Fraction(0))


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("chitieu").joinpath("data/ratings.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _meanings() -> Mapping[str, WordMeaning]:
    return MappingProxyType({compared(word): item["means"] for item in _data()["words"] for word in item["words"]})


@cache
def _ratings() -> Mapping[str, Rating]:
    return MappingProxyType(
        {compared(word): Rating[item["rating"]] for item in _data()["rating"] for word in item["words"]}
    )


def meaning_of(words: str) -> WordMeaning | None:
    """Return what words in place of a figure say of it; None if they are not known.

    >>> meaning_of("Xuất siêu"), meaning_of("không phát sinh"), meaning_of("rất tốt")
    ('positive', 'zero', None)
    """
    return _meanings().get(compared(words)) if len(words) <= _LONGEST else None


def rating_named(words: str) -> Rating | None:
    """Return the rating that a report calls by these words; None if they name none.

    >>> rating_named("Vượt KH"), rating_named("cơ bản đạt"), rating_named("Tốt")
    (<Rating.EXCEEDED: 'vượt'>, <Rating.NEARLY: 'xấp xỉ'>, None)
    """
    return _ratings().get(compared(words)) if len(words) <= _LONGEST else None


def measures(name: str) -> Literal["surplus", "deficit"] | None:
    """Return which side of a balance a name measures: ``nhập siêu`` counts a deficit, ``cán cân`` a surplus.

    >>> measures("Tỷ lệ nhập siêu so với kim ngạch xuất khẩu"), measures("Tỷ lệ hộ nghèo")
    ('deficit', None)
    """
    words = f" {compared(name)} "
    for side in ("deficit", "surplus"):
        if any(f" {word} " in words for word in _data()["balance"][side]):
            return side
    return None


def direction_in(text: str) -> Direction | None:
    """Return which way the words of a plan's line go: ``giảm còn 1,4%`` down, ``nâng lên 88%`` up; None if neither.

    >>> direction_in("Tỷ lệ hộ nghèo giảm còn 1,4%"), direction_in("Tỷ lệ che phủ 45%")
    ('lower', None)
    """
    words = f" {compared(text[:_LONGEST])} "
    found = [
        (words.find(f" {word} "), direction)
        for direction in ("lower", "higher")
        for word in _data()["direction"][direction]
        if f" {word} " in words
    ]
    return min(found)[1] if found else None  # type: ignore[return-value]


_LONGEST = 600
"""Longer texts are no words in place of a figure."""
