"""What stands side by side in a sentence: a fraction and its percentage, a level and last year's value.

Indicator lines are taken apart when a plan is read. The same amounts also stand in tasks, in brackets and in the rows
of tables; here they are found in the text itself, wherever that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.pieces import Piece
from chitieu.checking.rounding import grain
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = [
    "REACH",
    "Passage",
    "Percentage",
    "Step",
    "name_before",
    "percentages",
    "steps",
    "turns",
]

Passage = tuple[Piece, tuple[TargetHit, ...]]
"""A text under check with the targets read from it, in order."""

REACH = 120
"""Characters between two amounts that are looked at as one statement."""


_NAME = re.compile(r"[.;:,()|](?=\s|$)|(?:^|\s)[-+*•](?=\s)")


def name_before(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to the last sign; the amount itself where there are none."""
    near = piece.source.flat[max(0, hit.name_end - REACH) : hit.name_end]
    return _NAME.split(near)[-1].strip() or piece.source.clean(hit.start, hit.end)


# --- a fraction and its percentage -----------------------------------------------------------------------


@frozen(eq=False)
class Percentage:
    """A count of so many with the percentage written behind it: ``38/47 xã (80,9%)``."""

    count: TargetHit
    percent: TargetHit

    @property
    def expected(self) -> Fraction:
        """What the count makes, as a share of one."""
        total = self.count.target.total
        return self.count.target.quantity.amount / total.amount if total is not None else Fraction(0)

    @property
    def holds(self) -> bool:
        """Whether the percentage is that of the count, rounded or cut off after the digits written."""
        stated = self.percent.target.quantity
        return abs(stated.amount - self.expected) <= grain(stated)


_IS_PERCENT = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:\s?\(\s?|,\s|\s)(?:(?:đạt|chiếm|bằng|tương đương|ứng với|tỷ lệ|tỉ lệ|tương ứng)\s?)*(?:với\s)?"
)


def percentages(passage: Passage) -> Iterator[Percentage]:
    """Yield the fractions that are followed by what they make in percent."""
    piece, hits = passage
    for count, percent in pairwise(hits):
        total, target = count.target.total, percent.target
        if total is None or not total.amount or target.quantity.unit.label != "%" or target.total is not None:
            continue
        if target.change is not Change.LEVEL or target.bound is not Bound.EXACT:
            continue
        if count.target.change is not Change.LEVEL or count.target.bound is not Bound.EXACT:
            continue
        between = piece.source.lower[count.numeral.end : percent.numeral.start]
        if _OF_A_PLAN.match(piece.source.lower, percent.end):
            continue
        if _IS_PERCENT.fullmatch(between) and ("(" in between or _SAYS_SHARE.search(between)):
            yield Percentage(count, percent)


_OF_A_PLAN = re.compile(
    r"\s(?:so với |của )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|số hộ|dân số|diện tích)(?!\w)|\sso với"
)
_SAYS_SHARE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|chiếm|tương đương|tương ứng|ứng với|bằng)(?!\w)|,\sđạt\s*$")


# --- a level, the change to it and last year's value ------------------------------------------------------


@frozen(eq=False)
class Step:
    """A level with the value of an earlier year in brackets behind it, and the change where one is named.

    Attributes:
        name: what is measured.
        level, before: the amounts; `year`: the year of the earlier one.
        change: the change to it; None if none is named.
        verb: the word that says which way it goes (``giảm``, ``tăng``, ``nâng``); empty where none is before the level.
    """

    name: str
    level: TargetHit
    before: TargetHit
    year: int
    change: TargetHit | None
    verb: str = ""


_EARLIER = re.compile(
    r"(?:\(|so với|từ)\s{0,2}(?:ước |cuối |thực hiện |mức )?(?:năm|cuối năm)\s((?:19|20)[0-9]{2})\s?(?:là|:|đạt|còn|ước|ước đạt|khoảng|\()?\s?$"
)
_VERB = re.compile(r"(?<!\w)(giảm|tăng|nâng)(?= (?:tỷ lệ|còn|xuống|lên|dưới|đạt|\w+ lên))")
_LEVEL_BEHIND = re.compile(r"\s?\)?\s?,?\s(?:giảm |xuống |tăng )?(?:còn|lên|đạt)\s")
"""``giảm 2,1% (năm 2025: 6,9%), còn 4,8%``."""
_NEW_MATTER = re.compile(r"[;.](?=\s|$)|\|")


def steps(passage: Passage) -> Iterator[Step]:
    """Yield the levels behind which brackets give the value of an earlier year."""
    piece, hits = passage
    lower = piece.source.lower
    for at, before in enumerate(hits):
        matched = _EARLIER.search(lower, before.numeral.start - REACH, before.numeral.start)
        if matched is None or before.target.upper is not None or before.target.change is not Change.LEVEL:
            continue
        near = hits[max(0, at - 2) : at]
        while near and _NEW_MATTER.search(lower, near[0].numeral.end, matched.start()):
            near = near[1:]
        levels = [hit for hit in near if hit.target.change is Change.LEVEL]
        change = next((hit for hit in near if hit.target.change is not Change.LEVEL), None)
        if change is not None and not levels and at + 1 < len(hits):
            levels = [
                hit for hit in hits[at + 1 : at + 2] if _LEVEL_BEHIND.fullmatch(lower, before.end, hit.numeral.start)
            ]
        if len(levels) != 1:
            continue
        (level,) = levels
        if level.target.total is not None or level.target.quantity.unit != before.target.quantity.unit:
            continue
        first = near[0]
        verbs = _VERB.findall(lower, first.name_end - REACH, level.numeral.start)
        verb = verbs[-1] if verbs and change is None else ""
        yield Step(name_before(piece, first), level, before, int(matched[1]), change, verb)


# --- from one value to another ------------------------------------------------------------------------------

_FROM = re.compile(r"(?<!\w)(?P<verb>tăng|nâng|giảm|hạ|kéo giảm)(?!\w)[^;.0-9]{0,60}(?<!\w)từ\s(?:mức\s)?$")
_TO = re.compile(
    r"(?:\s\(?năm [0-9]{4}\)?)?,?\s(?P<way>lên|xuống|xuống còn|còn|lên đến|lên mức)\s(?:mức\s|khoảng\s|trên\s|dưới\s)?$"
)


def turns(passage: Passage) -> Iterator[tuple[TargetHit, TargetHit]]:
    """Yield two amounts of a change whose way the words tell otherwise: ``tăng từ 60% lên 55%``."""
    piece, hits = passage
    lower = piece.source.lower
    for first, second in pairwise(hits):
        old, new = first.target.quantity, second.target.quantity
        if second.numeral.start - first.end > REACH or new.unit != old.unit:
            continue
        led = _FROM.search(lower, first.numeral.start - REACH, first.numeral.start)
        to = _TO.fullmatch(lower, first.numeral.end, second.numeral.start)
        if led is None or to is None or first.target.upper is not None:
            continue
        rises = led["verb"] in ("tăng", "nâng")
        if rises == to["way"].startswith("lên") and (new < old if rises else new > old):
            yield first, second
