"""What a percentage is a share of, where that is counted by itself: *900 hộ, bằng 30% số hộ nghèo* is no rate of the poor."""

from __future__ import annotations

import re

from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.indicators.records import catalogue

__all__ = ["is_counted"]

_NUMBER_OF = re.compile(r"(?:tổng )?số(?!\w)")


def is_counted(words: str) -> bool:
    """Whether the words behind a percentage are the name of a number of things, and of no rate of them.

    >>> is_counted("tổng số hộ nghèo"), is_counted("số hộ được dùng nước sạch"), is_counted("dân số")
    (True, False, False)
    """
    if not _NUMBER_OF.match(words.lower()):
        return False
    key = certain_key(words)
    return key is not None and "%" not in catalogue().records[key].units
