"""What stands side by side in a sentence: a fraction and its percentage.

Indicator lines are taken apart when a plan is read. The same amounts also stand in tasks, in brackets and in the rows
of tables; here they are found in the text itself, wherever that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = [
    "REACH",
    "Passage",
    "Percentage",
    "name_before",
    "percentages",
]

Passage = tuple[Piece, tuple[TargetHit, ...]]
"""A text under check with the targets read from it, in order."""

REACH = 120
"""Characters between two amounts that are looked at as one statement."""


_NAME = re.compile(r";|[.:,()|](?=\s|$)|(?:^|\s)[-+*•](?=\s)")


def name_before(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to the last sign; the amount itself where there are none."""
    near = text_before(piece.source.flat, hit.name_end, REACH)
    lines = text_before(piece.source.text, hit.name_end, REACH).split("\n")
    below = next(
        (at for at in range(len(lines) - 1, 0, -1) if lines[at - 1].isupper()), 0
    )  # a heading is no part of a name
    near = near[sum(len(line) + 1 for line in lines[:below]) :]
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
        return abs(stated.amount - self.expected) < grain(stated)


_IS_PERCENT = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:\s[0-9]{1,3}%[^;.,:()|0-9]{1,50})?(?:\s?\(\s?|,\s|\s)(?:(?:đạt|chiếm|bằng|tương đương|ứng với|tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tương ứng|tức|là|=)\s?)*(?:với\s)?"
    r"|[^;.:()|%]{0,140}?(?:,\s(?:đạt|chiếm|bằng|ứng với)|;(?:\sđạt)?)\s(?:tỷ lệ|tỉ lệ)(?: đạt)?\s|[^;.:()|0-9]{0,140}?\s?\(\s?"
    r"|(?:(?!(?:so với|tăng|giảm|gấp|vượt|hơn|kém|cùng kỳ|trong đó|riêng)\s|,\s(?:trong\s|đến\s|cuối\s)?(?:năm|quý|tháng)\s)[^;.:()|%]){0,140}?\s?\(\s?"
    r"|(?:(?!(?:so với|tăng|giảm|gấp|vượt|hơn|kém)\s)[^;,.:()|%]){0,140}?,\s(?:chiếm|bằng|tương đương|tương ứng|ứng với|tức)\s(?:với\s|là\s)?"
)
"""Between a fraction and its percentage; a word for share lets anything stand there, or the numbers of a name: *giai đoạn 2026 - 2030*."""


def percentages(passage: Passage) -> Iterator[Percentage]:
    """Yield the fractions that are followed by what they make in percent."""
    piece, hits = passage
    for at, (count, behind) in enumerate(pairwise(hits), 2):
        aside = at < len(hits) and _THRESHOLD.match(piece.source.lower, behind.end) is not None
        percent = hits[at] if aside else behind
        total, target = count.target.total, percent.target
        if total is None or not total.amount or target.quantity.unit.label not in _SHARES or target.total is not None:
            continue
        if target.change is not Change.LEVEL or target.bound is not Bound.EXACT:
            continue
        if count.target.change is not Change.LEVEL or count.target.bound is not Bound.EXACT:
            continue
        between = piece.source.lower[count.numeral.end : percent.numeral.start]
        paid = (
            count.target.quantity.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE)
            or count.target.quantity.value > total.value
        ) and _OF_THE_PLAN.match(piece.source.lower, percent.end)
        if not paid and _OF_A_PLAN.match(piece.source.lower, percent.end):
            continue
        if _IS_PERCENT.fullmatch(between) and (paid or "(" in between or _SAYS_SHARE.search(between)):
            yield Percentage(count, percent)


_THRESHOLD = re.compile(
    r"\s(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?:\s[^\W\d_]+){0,4}\s?\((?:chiếm |đạt )?[0-9.,]+\s?%\)"
)
"""Behind a percentage that says which ones are meant, whose share a bracket tells: *18/25 chỉ tiêu đạt trên 75% kế hoạch (72%)*."""
_SHARES = ("%", "‰")
_OF_THE_PLAN = re.compile(
    r"\s(?:so với |của )?(?:tổng )?(?:kế hoạch|dự toán)(?: vốn(?: đầu tư(?: công)?)?)?(?: năm [0-9]{4}| cả năm| năm| được giao| giao| đã giao)*\s?(?:[.,;)](?:\s|$)|\n|$|\()"
)
"""Behind a percentage: of money and of what is measured, a fraction is what is spent of what is planned."""
_OF_A_PLAN = re.compile(
    r"\s(?:so với |của )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|số hộ|dân số|diện tích)(?!\w)|\sso với"
)
_SAYS_SHARE = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|chiếm|tương đương|tương ứng|ứng với|bằng|tức)(?!\w)|=|,\sđạt\s*$"
)
