"""Rules about days: deadlines, the day of issue, the period of the plan, days no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from chitieu.checking.days.deadlines import Deadline, deadlines
from chitieu.checking.days.lunar_years import wrong_lunar_years
from chitieu.checking.days.weekdays import wrong_weekdays
from chitieu.checking.days.year_spans import year_spans
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.anchors import matches_at
from chitieu.findings import Severity
from chitieu.periods.period import Period, PeriodKind
from chitieu.periods.text import find_periods
from chitieu.periods.titles import title_periods
from chitieu.text import SourceText

__all__ = ["date_impossible", "due_after_period", "due_before_issue", "issued_after_period", "title_year"]


@rule(
    "due-before-issue",
    title="A deadline lies on or after the day of issue",
    message="the deadline {deadline} is before {issued}, the day the plan was issued",
    severity=Severity.ERROR,
)
def due_before_issue(subject: Subject) -> Iterator[RuleFault]:
    """A task whose last day has passed when the plan is issued; a period counts by its last day."""
    issued, end = subject.plan.issued, _last_day(subject)
    if issued is None or (end is not None and issued > end):  # one fault, and not one for each task
        return
    for deadline in deadlines(subject):
        if deadline.last < issued:
            yield evolve(deadline.fault, fields={"deadline": deadline.last, "issued": issued})


def _titled_periods(subject: Subject) -> tuple[Period, ...]:
    title = subject.plan.title
    return tuple(mention.value for mention in find_periods(title)) if title else ()


def _last_day(subject: Subject) -> date | None:
    """Return the last day the plan is for; None where that is only taken from its day of issue."""
    plan = subject.plan
    titled = _titled_periods(subject)
    guessed = plan.issued is not None and plan.period == Period(plan.issued.year) and bool(plan.title) and not titled
    if plan.period is None or guessed:
        return None
    return max(period.end for period in (plan.period, *titled))


_LONG_WORK = re.compile(
    r"(?<!\w)(?:dự án|công trình|khởi công|giai đoạn|lộ trình|đề án|tuyến|cao tốc|nhà máy|khu công nghiệp|cụm công nghiệp"
    r"|quy hoạch|chương trình|nhiệm kỳ|đến năm)(?!\w)"
)


_CLOSING = re.compile(
    r"(?<!\w)(?:báo cáo quyết toán|quyết toán (?:thu,? chi )?ngân sách|khóa sổ|báo cáo tài chính|giám sát(?:, | và )đánh giá đầu tư)(?!\w)"
)
"""Accounts of a year are closed in the next one, and its investments are reported then."""


def _tail_of(end: date) -> date:
    """Return the last day of the month after a period: annual reports and payments run on until then."""
    year, month = (end.year + 1, 1) if end.month == 12 else (end.year, end.month + 1)
    return date(year, month, monthrange(year, month)[1])


@rule(
    "due-after-period",
    title="A deadline lies within the plan's period",
    message="the deadline {deadline} is after {end}, the end of the plan's period",
)
def due_after_period(subject: Subject) -> Iterator[RuleFault]:
    """A task whose last day is after the plan's years, a month of grace left for reports and payments."""
    end, issued = _last_day(subject) or _outlook(subject), subject.plan.issued
    if end is None or (issued is not None and issued > end):
        return
    for deadline in deadlines(subject):
        long_work = deadline.whole_year and _LONG_WORK.search(deadline.words)
        reaches = re.search(
            rf"(?<![0-9])20[0-9]{{2}}\s?[-–]\s?{deadline.last.year}(?![0-9])", deadline.words
        )  # "năm học 2026 - 2027"
        reviewed = _is_review_of_years(subject, deadline, end)
        if deadline.last > _tail_of(end) and not (long_work or reaches or reviewed or _CLOSING.search(deadline.words)):
            yield evolve(deadline.fault, fields={"deadline": deadline.last, "end": end})


_HALF_YEAR = timedelta(days=184)


def _is_review_of_years(subject: Subject, deadline: Deadline, end: date) -> bool:
    """Whether a plan of several years is looked back upon, within half a year of its end: *tổng kết trước ngày 31/3/2031*."""
    period = subject.plan.period
    several = period is not None and period.last_year > period.year
    return several and deadline.last <= end + _HALF_YEAR and _LOOKS_BACK.search(deadline.words) is not None


def _outlook(subject: Subject) -> date | None:
    """Return the last day of work of a plan whose title names no year: that of the next one, where it all but once ends by then."""
    issued = subject.plan.issued
    ends = sorted({one.last for one in deadlines(subject) if not one.whole_year})
    if issued is None or len(ends) < _MANY:
        return None
    outlook = date(issued.year + 1, 12, 31)
    return outlook if ends[-2] <= outlook else None


_MANY = 5
_LOOKS_BACK = re.compile(r"(?:báo cáo|tổng kết|kết quả|đánh giá|kiểm điểm|sơ kết|quyết toán)")


@rule(
    "issued-after-period",
    title="A plan is issued before its period ends",
    message="the plan was issued on {issued}, after {end}, the end of its period",
)
def issued_after_period(subject: Subject) -> Iterator[RuleFault]:
    """A plan issued when its years are over; documents that look back are."""
    plan, end = subject.plan, _last_day(subject)
    if plan.issued is None or end is None or plan.issued <= end:
        return
    if _LOOKS_BACK.search((plan.title or "").lower()):
        return
    yield RuleFault(
        plan.title or plan.number or "",
        plan.spans.get("title") or plan.spans.get("issued"),
        plan.title or "",
        fields={"issued": plan.issued, "end": end},
    )


_NAMED_YEAR = r"(?<!\w)năm\s+{year}(?![0-9])"
_FEW, _FIRST_HALF = 3, 6


@rule(
    "title-year",
    title="The title names the year the plan is for",
    message="the title names the year {year}, but everything else says {meant}",
)
def title_year(subject: Subject) -> Iterator[RuleFault]:
    """A year in the title that is nowhere else in the plan, or not that of its period."""
    plan = subject.plan
    title = plan.title or ""
    periods = title_periods(title)
    if not periods or plan.period is None or any(one.kind is not PeriodKind.YEAR for one in periods):
        return
    named = periods[-1].year
    meant = _other_year(subject, named)
    if meant is not None:
        yield RuleFault(title, plan.spans.get("title"), title, str(named), (), {"year": named, "meant": meant})


def _other_year(subject: Subject, named: int) -> int | None:
    """Return the year a plan is for where it cannot be the one its title names."""
    plan = subject.plan
    if plan.period is not None and not plan.period.year <= named <= plan.period.last_year:
        return plan.period.year
    if plan.issued is None or named <= plan.issued.year:
        return None
    gap = named - plan.issued.year
    if gap == 1 and plan.issued.month > _FIRST_HALF:  # plans for the next year are made in the second half
        return None
    if not plan.text:
        return plan.issued.year if gap > _FEW else None
    title = plan.spans.get("title")
    body = plan.text[title.end :] if title else plan.text
    lower = SourceText(body).lower
    counts = {year: len(re.findall(_NAMED_YEAR.format(year=year), lower)) for year in (named, plan.issued.year)}
    return plan.issued.year if not counts[named] and counts[plan.issued.year] >= _FEW else None


# --- days no calendar has ----------------------------------------------------------------------------------

_LONG = re.compile(
    r"(ngày\s{1,3})?(?<![0-9.,/\-])([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})(?![0-9/]|[.,][0-9])(?:(?:\s?,)?\s{1,3}năm\s{1,3}([0-9]{4})(?![0-9]))?"
)
_SLASH = re.compile(
    r"(ngày\s{1,3})?(?<![\w.,/\-])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![\w/\-.]*[/\-]|[0-9])"
)
_MARKED = re.compile(r"(ngày\s{1,3})([0-9]{1,2})([-.])([0-9]{1,2})\3((?:19|20)[0-9]{2})(?![0-9])")
_DAY_BEGINS = re.compile(r"[0-9n](?:(?<=[0-9])|(?=gày\s))")
"""The first character of a day, with or without the word for it."""
_SHORT = re.compile(
    r"(?<!/)((?:ngày|trước|đến)\s{1,3})([0-9]{1,2})/([0-9]{1,2})(?![0-9/%\-]|[.,][0-9])(?=\s*(?:[.;,)]|$|(?:hàng|hằng|của|tới|và|đến|đạt|phải|xong|hoàn thành)(?!\w)))"
)
_MONTH = re.compile(
    r"(?<!lương )(?<!thưởng )tháng\s{1,3}([0-9]{1,2})\s?(?:/\s?|\s{0,3}năm\s{1,3})((?:19|20)[0-9]{2})(?![0-9/])"
)
_QUARTER = re.compile(r"qu[ýí]\s{1,3}(v|vi{0,3}|0|[5-9])\s?(?:/\s?|\s{0,3}năm\s{1,3})((?:19|20)[0-9]{2})(?![0-9/])")
_OF_A_MONTH = re.compile(
    r"ngày\s{1,3}(?:(?:3[1-9]|[4-9][0-9])(?=\s{1,3}(?:của\s)?tháng\s{1,3}cuối\s)|(?:3[2-9]|[4-9][0-9])(?=\s{1,3}(?:của\s)?(?:hàng|hằng|mỗi)\s{1,3}tháng))"
)
"""The last month of a quarter may have thirty days."""
_SOUND_SHORT = frozenset({(24, 24)})
"""``ngày 24/24``: round the clock."""
_LEAP = 2024


def _exists(day: int, month: int, year: int | None) -> bool:
    try:
        date(year or _LEAP, month, day)
    except ValueError:
        return False
    return True


def _impossible(lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of days and months that cannot be, in a folded text."""
    yield from _long_days(lower)
    yield from _marked_days(lower)
    yield from _short_days(lower)
    for match in _MONTH.finditer(lower):
        if not 1 <= int(match[1]) <= 12:
            yield match.span()
    yield from wrong_lunar_years(lower)
    yield from ((span.start, span.stop) for span in year_spans(lower) if span.one and not span.sound)
    for pattern in (_QUARTER, _OF_A_MONTH):
        yield from (match.span() for match in pattern.finditer(lower))


def _long_days(lower: str) -> Iterator[tuple[int, int]]:
    """Yield ``31 tháng 6``; without the word for day and a year, ``36 tháng 6 …`` is a duration."""
    for match in matches_at(_DAY_BEGINS, _LONG, lower):
        said_day, day, month, year = match.groups()
        plain = said_day or (year and int(day) <= 31)
        if plain and not _exists(int(day), int(month), int(year) if year else None):
            yield match.span()


def _marked_days(lower: str) -> Iterator[tuple[int, int]]:
    """Yield ``31/6/2026`` and ``ngày 31-6-2026``."""
    for pattern in (_SLASH, _MARKED):
        for match in matches_at(_DAY_BEGINS, pattern, lower):
            day, month, year = (match[at] for at in (2, pattern.groups - 1, pattern.groups))
            if not _exists(int(day), int(month), int(year)):
                yield match.span()


def _short_days(lower: str) -> Iterator[tuple[int, int]]:
    """Yield ``ngày 31/6``; ``tăng từ 10/15 đến 13/15 chỉ tiêu`` are counts."""
    for match in _SHORT.finditer(lower):
        day, month = int(match[2]), int(match[3])
        sane = month <= 12 or (day <= 31 and match[1].startswith("ngày"))
        if sane and (day, month) not in _SOUND_SHORT and not _exists(day, month, None):
            yield match.start(2), match.end(3)


@rule(
    "date-impossible",
    title="Every date is a day of the calendar",
    message="'{written}' is not in the calendar",
    severity=Severity.ERROR,
)
def date_impossible(subject: Subject) -> Iterator[RuleFault]:
    """A day, month, quarter, lunar or school year that does not exist: 31 June, 29 February of a common year, month 13."""
    for piece in subject.pieces:
        done = 0
        found = (*_impossible(piece.source.lower), *wrong_weekdays(piece.source.text.lower()))
        for start, end in sorted(found):
            if start >= done:
                yield piece.fault(start, end)
                done = end
