"""The periods that the title of a document names as its own: *Kế hoạch đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.periods.period import Period
from chitieu.periods.text import find_periods

__all__ = ["title_periods"]

_OUTLOOK = ("đến", "tầm nhìn", "định hướng", "hướng tới", "tới")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def title_periods(title: str) -> Sequence[Period]:
    """Return the periods of a title, without those it only looks out to; those in brackets count where it has no others.

    Args:
        title: the title.

    >>> [str(one) for one in title_periods("Phát triển y tế năm 2026, định hướng đến năm 2030")]
    ['2026']
    >>> [str(one) for one in title_periods("Đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)")]
    ['2026']
    """
    lower = title.lower()
    for words in (_IN_BRACKETS.sub(" ", lower), lower):
        found = [
            mention.value
            for mention in find_periods(words)
            if not words[: mention.span.start].rstrip().endswith(_OUTLOOK)
        ]
        if found:
            return found
    return []
