"""More added than there are then: *thêm 76 sản phẩm, nâng tổng số lên 47 sản phẩm*.

Whatever comes and goes besides, what is new is among those there are in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from chitieu.checking.changes.said_of_one import names_nothing_new
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["Added", "added_beyond_all"]


@frozen(eq=False)
class Added:
    """What is added and all there are then, which are fewer.

    Attributes:
        added, total: the amounts.
    """

    added: TargetHit
    total: TargetHit

    @property
    def change(self) -> Target:
        """What is added, as a change."""
        return Target(Quantity(self.added.target.quantity.value, self.before.unit), change=Change.INCREASE)

    @property
    def before(self) -> Quantity:
        """The fewest there can have been: none."""
        return Quantity(0, self.total.target.quantity.unit)


_NEW = re.compile(
    r"(?<!\w)(?:thêm|bổ sung|công nhận|thành lập|kết nạp|phát triển|cấp|mở|xây dựng|đưa vào sử dụng)"
    r"(?:\s(?:thêm|mới|được|ít nhất|từ|khoảng)){0,3}\s$"
)
_TOTAL = re.compile(
    r"(?P<tail>[^;.()0-9]{0,90}?)[,;]\s(?:qua đó\s|để\s)?(?:(?:nâng|đưa)\s(?:tổng\s)?(?:số\s)?(?P<name>[^;.,()0-9]{0,60}?)(?:toàn tỉnh\s)?(?:đạt chuẩn\s)?lên"
    r"|(?:lũy kế|luỹ kế|tổng số|tổng cộng)(?P<all>[^;.,()0-9]{0,60}?))(?:\s(?:thành|có|đạt|là|còn))*\s$"
)
_REACH_BACK = 40
_BETTER = "nâng cao"
"""A name of some things, though its words are of change."""


def added_beyond_all(passage: Passage) -> Iterator[Added]:
    """Yield the amounts added that are more than all there are with them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for added, total in pairwise(hits):
        size, whole = added.target.quantity, total.target.quantity
        told = all(hit.target.bound in (Bound.EXACT, Bound.AT_LEAST) for hit in (added, total))
        counted = size.unit.kind is UnitKind.COUNT and counts_alike(size.unit, whole.unit)
        if not (told and counted) or total.target.change is not Change.LEVEL or size.amount <= whole.amount:
            continue
        if not search_before(_NEW, lower, added.numeral.start, _REACH_BACK):
            continue
        between = _TOTAL.fullmatch(lower, added.numeral.end, total.numeral.start)
        if between is None:
            continue
        name, known = between["name"] or between["all"] or "", f"{between['tail']} {size.unit.label}"
        if names_nothing_new(name, known) and (_BETTER not in name or _BETTER in known):
            yield Added(added, total)
