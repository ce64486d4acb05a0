"""What a text that is no plan says of itself: the day of a news item, and the year it is about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from chitieu.periods.period import Period
from chitieu.plan import Plan, PlannedIndicator
from chitieu.text import Span

__all__ = ["paragraphs", "plan_of_text"]

_FIRST_LINES = 1500
"""Characters at the head of a text in which its day is looked for."""
_HOUR = r"[0-9]{1,2}\s?[:hg]\s?[0-9]{2}(?::[0-9]{2})?(?:\s?(?:am|pm))?"
_DAY_LINE = re.compile(
    rf"^[ \t]*(?:(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật|ngày\sđăng|đăng\sngày|đăng\slúc|cập\snhật|xuất\sbản|{_HOUR})[\s,:|–-]{{0,5}}){{0,3}}(?:ngày\s)?"
    rf"(?P<day>[0-9]{{1,2}})[/.-](?P<month>[0-9]{{1,2}})[/.-](?P<year>20[0-9]{{2}})[\s,|–-]{{0,5}}(?:lúc\s)?(?:{_HOUR})?(?:\s?\(?(?:gmt|utc)\s?\+\s?7\)?)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that holds nothing but a day: *14/01/2026 - 07:30*, *Thứ Tư, 14/01/2026, 07:30 (GMT+7)*."""
_LEAD = re.compile(
    r"^[ \t]*(?:\([^()\n]{1,30}\)[ \t]*[-–]?[ \t]*)?(?:(?:sáng|trưa|chiều|tối)(?:\sngày)?|ngày)[ \t]{1,2}"
    r"(?P<day>[0-9]{1,2})(?:[/.-](?P<month>[0-9]{1,2})[/.-]|\stháng\s(?P<named>[0-9]{1,2})\snăm\s)(?P<year>20[0-9]{2})(?=[,;\s)])",
    re.IGNORECASE | re.MULTILINE,
)
"""A paragraph that opens with the day of what it tells: *Chiều ngày 14/01/2026, tại …*; news is of that day or soon after."""
_HEADLINE = re.compile(r"\S[^\n]{0,300}")
_YEAR = re.compile(r"(?<!\w)năm\s(20[0-9]{2})(?![0-9/]|\s?[-–]\s?[0-9])", re.IGNORECASE)
_SPAN = re.compile(r"(?:giai đoạn|nhiệm kỳ)|20[0-9]{2}\s?[-–]\s?20[0-9]{2}", re.IGNORECASE)


def plan_of_text(text: str) -> Plan:
    r"""Return a plan that holds a text and what the text says of itself, so that rules can look at it.

    The day is that of its date line, else the one its first sentence opens with; a day its month does not have is the last
    of the month. The year is the one its headline names if that is not over; a text may have neither.

    >>> news = plan_of_text("Sông Hậu: những việc của năm 2026\n\n14/01/2026 - 07:30\n\nNăm 2025, …")
    >>> news.issued, news.period.year
    (datetime.date(2026, 1, 14), 2026)
    """
    issued, period = _day(text), _period(text)
    if issued is not None and period is not None and period.year < issued.year:  # it looks back
        period = None
    return Plan(text=text, issued=issued, period=period)


def _day(text: str) -> date | None:
    head = text[:_FIRST_LINES]
    for line in (*_DAY_LINE.finditer(head), *_LEAD.finditer(head)):
        said = line.groupdict()
        year, month = int(said["year"]), int(said["month"] or said["named"])
        with suppress(ValueError):
            return date(year, month, min(int(said["day"]), monthrange(year, month)[1]))
    return None


def _period(text: str) -> Period | None:
    headline = _HEADLINE.search(text[:_FIRST_LINES])
    if headline is None or _SPAN.search(headline.group()):
        return None
    years = {int(year) for year in _YEAR.findall(headline.group())}
    return Period(years.pop()) if len(years) == 1 else None


_UNITS_SAID = re.compile(r"đvt|đơn vị tính|\(đơn vị")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|[-+*•|]|\(?[0-9]{1,2}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)]))[^\n]+)*")
"""A line with those it runs on in."""


def paragraphs(text: str) -> Iterator[PlannedIndicator]:
    r"""Yield the lines of a text that is no plan as if they were lines of one; none where it gives units by themselves.

    >>> [line.text for line in paragraphs("Thu ngân sách đạt 5.400\ntỷ đồng.\n- Xuất khẩu tăng 5%.")]
    ['Thu ngân sách đạt 5.400\ntỷ đồng.', '- Xuất khẩu tăng 5%.']
    """
    if _UNITS_SAID.search(text.lower()) is None:
        for line in _PARAGRAPH.finditer(text):
            yield PlannedIndicator("", text=line.group(), span=Span(*line.span()))
