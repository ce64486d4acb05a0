"""The numbers of all people that a text tells, and which of them are of the time of some amount."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.shares.same_times import SameTimes
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import ahead_of_first, behind_last, row_before, search_before, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["PeopleTold"]

_ALL = re.compile(
    r"(?<!\w)(?<!% )(?:dân số|số dân)(?: (?:trung bình|bình quân|toàn tỉnh|toàn xã|của tỉnh|cả tỉnh|dự kiến|ước|cuối năm|năm(?: [0-9]{4})?|là|đạt|có|hiện nay|hiện có|khoảng)){0,5}\s?[:(]?\s*$"
)
"""Before a number of people that is of all there are; nothing else narrows it."""
_MOST = 12
_WITH_HOUSEHOLDS = re.compile(
    r"[0-9] hộ(?: dân| gia đình)?(?:,| với| và| có| gồm|;)? (?:(?:có|gồm|khoảng|tổng số|với)\s){0,3}$"
)
"""Before a number of people that live in so many households."""
_SOME_HOUSEHOLDS = re.compile(
    r"(?<!\w)(?:nghèo|khó khăn|dân tộc|đồng bào|nông thôn|thành thị|được|thiếu|bị|di dời|tái định cư|tham gia|hưởng|vay|hỗ trợ|ảnh hưởng|tạm trú|trong đó|riêng)(?!\w)"
    r"|(?<![0-9] )(?<!\w)(?:thôn|bản|ấp|khóm|làng|khu|xóm|tổ|cụm|điểm|vùng)(?!\w)"
)
"""Words beside households and people that are not all of the place: *thôn … có 1.200 hộ với 5.000 nhân khẩu*."""
_SENTENCE = re.compile(r";|\n|\.(?=\s)")
_AHEAD, _BEHIND, _LEAST = 180, 40, 1000
_PLACE = re.compile(
    r"(?<!\w)(?:tình hình (?:địa bàn|dân cư|địa phương|chung)|đặc điểm|bối cảnh|khái quát|hiện trạng|thông tin chung|tổng quan)(?!\w)"
)
"""Words of a heading over what the place is that a plan is for, and no account of what was done there."""


@frozen(eq=False)
class PeopleTold:
    """The populations of a text.

    Attributes:
        hits: their numbers.
        times: which parts of the text are of one time.
    """

    hits: Sequence[TargetHit]
    times: SameTimes

    @classmethod
    def of(cls, passage: Passage, year: int | None) -> PeopleTold:
        """Return the populations of a text of a plan for some year."""
        piece, hits = passage
        lower = piece.source.lower
        found = [
            hit
            for hit in hits
            if _counts_people(hit)
            and search_before(_ALL, lower, hit.numeral.start, REACH)
            and "|" not in row_before(piece.source.text, hit.numeral.start)
        ]
        housed = [hit for hit in hits if _counts_people(hit) and _is_housed(piece.source.text, hit)]
        if not found and len({hit.target.quantity.amount for hit in housed}) == 1:
            found = housed  # several are of several places
        return cls(found[:_MOST], SameTimes.of(piece, year))

    def at_time_of(self, start: int, end: int) -> list[TargetHit]:
        """Return the populations of the time of an amount, the nearest first.

        Args:
            start: where the amount begins.
            end: where it ends.
        """
        fits = (hit for hit in self.hits if self.times.go_together((hit.numeral.start, hit.end), (start, end)))
        return sorted(fits, key=lambda hit: abs(hit.numeral.start - start))

    def of_the_place(self, start: int, end: int) -> list[TargetHit]:
        """Return the only population that the description of the place tells, for an amount of the plan's own year or one of none.

        What a plan works out with it may be of a year later: a little more or less.

        Args:
            start: where the amount begins.
            end: where it ends.
        """
        if len({hit.target.quantity.amount for hit in self.hits}) != 1:
            return []
        return [
            hit for hit in self.hits[:1] if self.times.is_at_hand(_PLACE, (hit.numeral.start, hit.end), (start, end))
        ]


def _is_housed(text: str, hit: TargetHit) -> bool:
    """Whether people are all that live in the households of a place, as the words around them tell."""
    start, end = hit.numeral.start, hit.end
    ahead = behind_last(_SENTENCE, text_before(text, start, _AHEAD)).lower()
    behind = ahead_of_first(_SENTENCE, text[end : end + _BEHIND]).lower()
    if hit.target.quantity.amount < _LEAST or not _WITH_HOUSEHOLDS.search(ahead):
        return False
    beside, _, _ = behind.partition("(")
    return _SOME_HOUSEHOLDS.search(f"{ahead} {beside}") is None


def _counts_people(hit: TargetHit) -> bool:
    target, unit = hit.target, hit.target.quantity.unit
    plain = target.is_single and target.change is Change.LEVEL and target.quantity.value > 0
    noun = unit.dimension.removeprefix("count:")
    people = unit.kind is UnitKind.COUNT and counts_people(noun)
    return plain and people and target.bound in (Bound.EXACT, Bound.ABOUT)
