"""Rates of some of those a rate ahead of them is of: *qua đào tạo 67%, tăng 1 điểm phần trăm, trong đó có chứng chỉ 30%*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.named_amounts.nouns import is_narrower
from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["narrower_rates"]

_LED = re.compile(
    r"(?<!\w)(?:trong đó|riêng|kể cả)(?!\w)(?P<name>(?:(?!(?<!\w)(?:chiếm|bằng(?! cấp)|số|nữ|nông thôn|thành thị|vượt)(?!\w))[^;.()0-9]){3,100})$"
)
"""Words that lead to such a rate; one that is *chiếm* so much is a share of the whole itself."""
_ENDS = re.compile(r"\.(?=\s)|\n\s*(?:\n|[-+*•]\s|[0-9a-zđ]{1,2}[.)]\s)|[|]")
_OF_A_PLAN = re.compile(r"\s(?:so với |của |so )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|tổng|số)(?!\w)")


def narrower_rates(passage: Passage) -> Iterator[Group]:
    """Yield the rates with one behind them that is of some of the same: it is no larger.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for at, whole in enumerate(hits):
        if not _is_rate(whole):
            continue
        part = next((hit for hit in hits[at + 1 :] if hit.target.change is Change.LEVEL), None)
        if part is None or not _is_rate(part):
            continue
        led = _LED.search(lower, whole.end, part.numeral.start)
        if led is None or _ENDS.search(piece.source.text, whole.end, part.numeral.start):
            continue
        behind = any(_OF_A_PLAN.match(lower, hit.end) for hit in (whole, part))
        name = name_before(piece, whole)
        if not behind and is_narrower(led["name"]) and not is_narrower(name):
            yield Group(name, whole, (part,), complete=False)


def _is_rate(hit: TargetHit) -> bool:
    target = hit.target
    return target.change is Change.LEVEL and target.quantity.unit.label == "%" and target.total is None
