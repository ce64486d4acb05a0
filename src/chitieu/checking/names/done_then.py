"""What a body did while it was there: *hồ sơ do UBND huyện phê duyệt trước ngày 01/7/2025*, *danh sách năm 2024 của Sở …*.

Such a clause names the body behind what it made or gave, and with it a time that was over when the body ended.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from chitieu.checking.names.named_agencies import NamedAgency
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import around
from chitieu.periods.dates import find_dates
from chitieu.periods.text import find_periods

__all__ = ["did_then"]

_MADE_BY = re.compile(r"(?<!\w)(?:do|của|mà|bởi|từ)\s+(?:các\s+)?$")
_CLAUSE = re.compile(r"[;:|]|,(?!\s(?:thị xã|thành phố|quận|huyện|sở|phòng|ban)\s)|\.(?=\s|$)|\n\s*\n", re.IGNORECASE)
_REACH = 200
_NEXT_DAY = timedelta(days=1)
"""*Trước ngày 01/3/2025* names the day after the last one."""


def did_then(subject: Subject, named: NamedAgency, last: date) -> bool:
    """Whether a clause tells what a body did by its last day.

    Args:
        subject: the plan.
        named: where the body is named.
        last: its last day.
    """
    text, name = named.piece, named.agency.name
    starts = [match.start() for match in re.finditer(re.escape(name), text)]
    if subject.plan.text and named.agency.span:
        text, starts = subject.plan.text, [named.agency.span.start]
    return bool(starts) and all(_is_of_then(text, start, start + len(name), last) for start in starts)


def _is_of_then(text: str, start: int, end: int, last: date) -> bool:
    """Whether a body is named at a place behind what it made, in a clause with a time by its last day."""
    ahead, behind = around(_CLAUSE, text, start, end, _REACH)
    if _MADE_BY.search(ahead.lower()) is None:
        return False
    clause = ahead + text[start:end] + behind
    times = (*(one.value for one in find_dates(clause)), *(one.value.end for one in find_periods(clause)))
    return any(time <= last + _NEXT_DAY for time in times)
