"""Rates that add up, as they are of the same people: *tham gia bảo hiểm xã hội 42% (bắt buộc 31%, tự nguyện 11%)*.

Most rates of parts are each of their own whole, and add up to nothing. Which are of the whole of the rate ahead of them is data
(``identities.toml``: a partition that `adds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.parts.partitions import adding_partition_of
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import items_behind, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["rates_that_add"]

_OPENS = re.compile(r"[^;.()|0-9]{0,80}?(?:\(|,\s(?:trong đó|gồm|bao gồm)(?!\w)|:|;\strong đó(?!\w))[^;.()|0-9]{0,60}")
"""Between a rate and the first of its parts."""
_NEXT = re.compile(r"[^;.()|0-9]{0,30}(?:[,;]|\svà)\s[^;.()|0-9]{0,60}")
_PARTS = 2


def rates_that_add(passage: Passage) -> Iterator[Group]:
    """Yield the rates with those of their parts behind them that add up to them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for at, whole in enumerate(hits):
        parts = tuple(items_behind(hits, at, _PARTS))
        if len(parts) < _PARTS or not all(map(_is_rate, (whole, *parts))):
            continue
        words = [lower[left.end : right.numeral.start] for left, right in zip((whole, *parts), parts, strict=False)]
        if _OPENS.fullmatch(words[0]) is None or _NEXT.fullmatch(words[1]) is None:
            continue
        if adding_partition_of(_named(lower, whole, words[0]), _names(words)) is not None:
            yield Group(name_before(piece, whole), whole, parts, complete=True, apart=True)


def _named(lower: str, whole: TargetHit, behind: str) -> str:
    """Return the words about a rate."""
    return f"{text_before(lower, whole.numeral.start, REACH)} {_SIGN.split(behind)[0]}"


def _names(words: Sequence[str]) -> list[str]:
    return [_SIGN.split(one)[-1] for one in words]


_SIGN = re.compile(r"[(,:;]|(?<!\w)(?:trong đó|gồm|và)(?!\w)")


def _is_rate(hit: TargetHit) -> bool:
    target = hit.target
    level = target.change is Change.LEVEL and target.is_single and target.bound is Bound.EXACT
    return level and target.quantity.unit.label == "%"
