"""The periods that the title of a document names as its own: *Kế hoạch đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.errors import ParseError
from chitieu.periods.period import YEARS, Period
from chitieu.periods.text import find_periods, parse_period

__all__ = ["title_periods"]

_OUTLOOK = ("đến", "tầm nhìn", "định hướng", "hướng tới", "tới")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_WORK = r"(?<!\w)(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|dự toán|dự kiến|công tác)(?!\w)"
_AHEAD = re.compile(
    rf"{_WORK}[^,;|]{{0,60}}?(?<!\w)(?:"
    r"(?P<part>(?:quý (?:i{1,3}|iv|[1-4])|[0-9]{1,2} tháng cuối năm|(?<![0-9] )tháng (?:1[0-2]|0?[1-9]))(?!\w|[./][0-9]))"
    r"|(?P<rest>(?:những |các |[0-9]{1,2} )tháng (?:cuối năm|còn lại|tiếp theo)|thời gian (?:còn lại|tới)|cuối năm)(?!\w)"
    r"|(?P<next>năm (?:tới|sau|tiếp theo))(?!\w)|(?P<year>20[0-9]{2})(?![0-9/]))"
)
"""The time work lies in, told after the time that was: its year is that of the time before or the next."""


def _ahead(words: str, last: Period) -> Period | None:
    """Return the time of the work that words behind a period name without its year."""
    match = _AHEAD.search(words)
    if match is None:
        return None
    if match["rest"]:
        return Period(last.last_year)
    if match["year"] or match["next"]:
        coming = last.last_year + 1
        named = int(match["year"] or coming)
        return Period(coming) if coming in YEARS and named == coming else None
    try:
        same, following = (parse_period(match["part"], year=last.last_year + later) for later in (0, 1))
    except ParseError:  # "2 tháng cuối năm" is no kind of period
        return Period(last.last_year)
    if same.end > last.end:
        return same
    return following if following.index == 1 else None


def title_periods(title: str) -> Sequence[Period]:
    """Return the periods of a title, without those it only looks out to; those in brackets count where it has no others.

    Args:
        title: the title.

    >>> [str(one) for one in title_periods("Phát triển y tế năm 2026, định hướng đến năm 2030")]
    ['2026']
    >>> [str(one) for one in title_periods("Đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)")]
    ['2026']
    >>> [str(one) for one in title_periods("Tình hình 9 tháng năm 2026 và nhiệm vụ quý IV")]
    ['2026-9M', '2026-Q4']
    """
    lower = " ".join(title.lower().split())
    for words in (_IN_BRACKETS.sub(" ", lower), lower):
        found = [
            mention for mention in find_periods(words) if not words[: mention.span.start].rstrip().endswith(_OUTLOOK)
        ]
        if found:
            periods = [mention.value for mention in found]
            ahead = _ahead(words[found[-1].span.end :], periods[-1])
            return [*periods, ahead] if ahead else periods
    return []
