"""A change told twice, as a ratio and as a gap: ``bằng 97,5% năm trước (giảm 2,5%)``, ``đạt 103% kế hoạch (vượt 3%)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.ratios.plan_percents import Comparison
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change

__all__ = ["twice_told"]

_RATIO = re.compile(r"(?<!\w)(?:bằng|đạt|hoàn thành)\s(?:khoảng\s)?$")
_OF = re.compile(
    r"\s(?:so với\s|so\s|của\s)?(?:(?:thực hiện|ước|mức|cùng kỳ|cuối)\s)*"
    r"(?:(?P<year>năm (?:trước|ngoái|(?:19|20)[0-9]{2})|cùng kỳ)|(?P<plan>kế hoạch|dự toán|chỉ tiêu|mục tiêu))(?!\w)"
    r"(?:\s(?:năm|vốn|giao|được|cả|đề|ra|trước|tỉnh|hđnd|trung|ương|(?:19|20)[0-9]{2}))*(?:\s?\(|,\s)(?:tức là\s|tức\s|nghĩa là\s)?"
)
_WAYS = {
    "year": re.compile(r"(?:tăng(?: thêm| trưởng)?|giảm)\s"),
    "plan": re.compile(r"(?:vượt|hụt|thiếu|thấp hơn|cao hơn)\s"),
}
_END = re.compile(r"\s?(?:\)|[.,;](?!\w)|$|\n)")
_LEFT = 20


def twice_told(passage: Passage) -> Iterator[Comparison]:
    """Yield the gaps behind a ratio that are not what it makes.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for ratio, gap in pairwise(hits):
        sizes = [hit.target.quantity for hit in (ratio, gap)]
        firm = all(hit.target.bound is Bound.EXACT for hit in (ratio, gap))
        if not firm or any(size.unit.label != "%" for size in sizes) or gap.target.change is Change.LEVEL:
            continue
        if ratio.target.change is not Change.LEVEL or ratio.target.total is not None:
            continue
        if not search_before(_RATIO, lower, ratio.numeral.start, _LEFT):
            continue
        of = _OF.fullmatch(lower, ratio.numeral.end, gap.start)
        if of is None or not _WAYS[str(of.lastgroup)].match(lower, gap.start) or not _END.match(lower, gap.numeral.end):
            continue
        more, stated = sizes[0].value - 100, sizes[1].value
        made = more if gap.target.change is Change.INCREASE else -more
        slack = max(Decimal(1).scaleb(int(size.value.as_tuple().exponent)) for size in sizes)
        if abs(made - stated) > slack:
            about = piece.source.clean(ratio.start, gap.start).rstrip(" (,")
            yield Comparison(about, gap, Quantity(abs(more), "%"))
