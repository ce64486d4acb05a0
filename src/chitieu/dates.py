"""Dates and periods as plans write them.

A date is a `datetime.date`. A period is a `Period`: a year, quarter, month, half-year, nine months or
a range of years; ``str`` gives the ISO-like form used in data (``2023``, ``2023-Q2``, ``2023-01``).

Source of the long form: Nghị định 30/2020/NĐ-CP, Phụ lục I (days under 10 and months 1 and 2 take a
leading zero, other months do not).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from attrs import Factory, field, frozen

from chitieu.errors import ParseError
from chitieu.text import Mention, SourceText

__all__ = [
    "DateMatch",
    "Period",
    "PeriodKind",
    "find_dates",
    "find_periods",
    "format_date",
    "match_date",
    "match_period",
    "parse_date",
    "parse_period",
]

_FIRST_YEAR, _LAST_YEAR = 1900, 2150
"""Years outside are not taken for years: a plan of 2023 cites 1945 and looks ahead to 2100."""

_FULL = re.compile(
    r"([0-9]{1,2})(?:\s?/\s?([0-9]{1,2})\s?/\s?|\s?-\s?([0-9]{1,2})\s?-\s?|\.([0-9]{1,2})\.)([0-9]{4})(?![0-9/])"
    r"|([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})(?:\s?,)?(?:\s{1,3}năm)?\s{1,3}([0-9]{4})(?![0-9])"
)
_DAY_MONTH = re.compile(
    r"([0-9]{1,2})\s?[/.\-]\s?([0-9]{1,2})(?![0-9/.,%])|([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})(?![0-9])"
)
_MONTH_YEAR = re.compile(r"([0-9]{1,2})\s?[/\-]\s?((?:19|20)[0-9]{2})(?![0-9/])")
_DAY_WORD = re.compile(r"(?:hôm|sáng|chiều|tối|đến|từ|trước|sau|hết|và|,|dịp|lễ|-)\s{0,3}\(?$")
_DAY = re.compile(r"ngày\s{0,3}$")


@frozen
class DateMatch:
    """A date at a place of a text; `day` is None where only day and month, or month and year, stand."""

    end: int
    value: date | None
    month: tuple[int, int] | None = None


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def match_date(lower: str, pos: int) -> DateMatch | None:
    """Match a full date that starts at a place of a folded, lower-case text.

    An impossible date (31 February) is matched with value None, so that its numbers are not read as
    something else.
    """
    match = _FULL.match(lower, pos)
    if match is None:
        return None
    day, slash, dash, dot, year, long_day, long_month, long_year = match.groups()
    if long_day:
        return DateMatch(match.end(), _date(long_day, long_month, long_year))
    return DateMatch(match.end(), _date(day, slash or dash or dot, year))


def match_partial_date(lower: str, pos: int) -> DateMatch | None:
    """Match month and year (``01/2023``), or day and month after a word such as ``ngày`` (``15/5``).

    Without ``ngày`` only the slash makes a day and a month: ``từ 8 - 10`` is a range.
    """
    match = _MONTH_YEAR.match(lower, pos)
    if match and 1 <= int(match[1]) <= 12:
        return DateMatch(match.end(), None, (int(match[2]), int(match[1])))
    match = _DAY_MONTH.match(lower, pos)
    if match is None:
        return None
    day, month = (int(part) for part in match.groups() if part)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    before = lower[max(0, pos - 12) : pos]
    if match[3] or _DAY.search(before) or ("/" in match.group() and _DAY_WORD.search(before)):
        return DateMatch(match.end(), None)
    return None


_DAY_BEFORE = re.compile(r"ngày\s{1,3}$")


def find_dates(text: str) -> tuple[Mention[date], ...]:
    """Find the full dates of a text, in order.

    Args:
        text: any text; dates broken across lines are found.

    Returns:
        Mentions whose value is a `datetime.date`. The span covers ``ngày`` where it stands before.
        Impossible dates are left out.

    >>> [m.value.isoformat() for m in find_dates("ngày 06 tháng 01 năm 2023; 18-6-2022; 22/9/2023")]
    ['2023-01-06', '2022-06-18', '2023-09-22']
    """
    source = SourceText(text)
    found: list[Mention[date]] = []
    pos = 0
    for token in re.finditer(r"(?<![0-9/.,\-])[0-9]{1,2}(?=[\s/.\-])", source.lower):
        if token.start() < pos:
            continue
        match = match_date(source.lower, token.start())
        if match is None:
            continue
        pos = match.end
        if match.value is not None:
            before = _DAY_BEFORE.search(source.lower[max(0, token.start() - 8) : token.start()])
            start = token.start() - (len(before.group()) if before else 0)
            found.append(source.mention(match.value, start, match.end))
    return tuple(found)


def parse_date(text: str) -> date:
    """Read one date written in any form of Vietnamese documents.

    Args:
        text: ``ngày 06 tháng 01 năm 2023``, ``06/01/2023``, ``6-1-2023`` or ``6.1.2023``.

    Raises:
        ParseError: there is no date, there is more than a date, or no such day exists.

    >>> parse_date("ngày 06 tháng 01 năm 2023")
    datetime.date(2023, 1, 6)
    """
    source = SourceText(text)
    start = re.match(r"\s*(?:ngày\s+)?", source.lower).end()  # type: ignore[union-attr]
    match = match_date(source.lower, start)
    if match is None:
        raise ParseError("date.none", text=text, start=0, end=len(text))
    if match.value is None:
        day, month, year = re.findall(r"[0-9]+", source.lower[start : match.end])
        span = source.span(start, match.end)
        raise ParseError("date.impossible", text=text, start=span.start, end=span.end, day=day, month=month, year=year)
    if source.lower[match.end :].strip():
        raise ParseError("date.extra", text=text, start=source.offset(match.end), end=len(text))
    return match.value


def format_date(value: date, style: str = "long") -> str:
    """Write a date.

    Args:
        value: the date.
        style: ``"long"`` by the official rule, ``"slash"`` (06/01/2023) or ``"dash"`` (06-01-2023).

    Raises:
        ValueError: the style is none of these.

    >>> format_date(date(2023, 1, 6)), format_date(date(2022, 5, 13))
    ('ngày 06 tháng 01 năm 2023', 'ngày 13 tháng 5 năm 2022')
    """
    if style == "long":
        month = f"{value.month:02}" if value.month < 3 else str(value.month)
        return f"ngày {value.day:02} tháng {month} năm {value.year}"
    separators = {"slash": "/", "dash": "-"}
    if style not in separators:
        message = f"style must be 'long', 'slash' or 'dash', not {style!r}"
        raise ValueError(message)
    return value.strftime(separators[style].join(("%d", "%m", "%Y")))


class PeriodKind(Enum):
    """How long a period is and how it is numbered."""

    YEAR = "year"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    QUARTER = "quarter"
    MONTH = "month"
    RANGE = "range"
    """Several whole years: ``giai đoạn 2021 - 2025``."""


_LETTER = {PeriodKind.HALF: "H", PeriodKind.QUARTER: "Q"}
_MONTHS = {
    PeriodKind.YEAR: 12,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}


def _own_year(period: Period) -> int:
    return period.year


@frozen(order=True)
class Period:
    """A span of whole months that a plan or report speaks of.

    Attributes:
        year: the (first) year.
        kind: how long it is.
        index: which one of the year, from 1: quarter 1-4, half 1-2, month 1-12; 1 otherwise.
        last_year: the last year of a range, equal to `year` otherwise.

    >>> str(Period(2023, PeriodKind.QUARTER, 2)), str(Period(2023, PeriodKind.MONTH, 1))
    ('2023-Q2', '2023-01')
    """

    year: int
    kind: PeriodKind = field(default=PeriodKind.YEAR, order=lambda kind: -_MONTHS.get(kind, 99))
    index: int = 1
    last_year: int = field(default=Factory(_own_year, takes_self=True))

    @property
    def start(self) -> date:
        """The first calendar day."""
        months = _MONTHS.get(self.kind, 12)
        return date(self.year, (self.index - 1) * months + 1, 1)

    @property
    def end(self) -> date:
        """The last calendar day."""
        months = _MONTHS.get(self.kind, 12)
        past = (self.index if self.kind is not PeriodKind.RANGE else 1) * months
        year, month = self.last_year + past // 12, past % 12 + 1
        return date(year, month, 1) - timedelta(days=1)

    def __str__(self) -> str:
        if self.kind is PeriodKind.MONTH:
            return f"{self.year}-{self.index:02}"
        if self.kind is PeriodKind.NINE_MONTHS:
            return f"{self.year}-9M"
        if self.kind is PeriodKind.RANGE:
            return f"{self.year}/{self.last_year}"
        return f"{self.year}{'-' + _LETTER[self.kind] + str(self.index) if self.kind in _LETTER else ''}"


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"((?:19|20|21)[0-9]{2})(?![0-9])"
_PERIOD = re.compile(
    rf"(?:(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ)\s(?:năm\s)?(?P<from>{_YEAR})\s?-\s?(?P<to>{_YEAR})"
    rf"|qu[ýí]\s(?P<quarter>iv|i{{1,3}}|[1-4])\s?(?:/|-|năm|\s)\s?(?:năm\s)?(?P<qyear>{_YEAR})"
    rf"|tháng\s(?P<month>1[0-2]|0?[1-9])\s?(?:/|-|năm)\s?(?P<myear>{_YEAR})"
    rf"|(?P<half>(?:0?6|sáu)\stháng\s(?P<which>đầu|cuối)(?:\snăm)?|(?P<nine>0?9|chín)\stháng(?:\sđầu)?(?:\snăm)?)\s(?P<hyear>{_YEAR})"
    rf"|(?:cả\s)?năm\s(?P<year>{_YEAR}))"
)


def match_period(lower: str, pos: int) -> tuple[Period, int] | None:
    """Match a period that starts at a place of a folded, lower-case text; return it and its end."""
    match = _PERIOD.match(lower, pos)
    period = _period(match) if match else None
    return (period, match.end()) if match and period else None


def _period(match: re.Match[str]) -> Period | None:
    """Return the period of a match, or None for a range that runs backwards."""
    found = match.groupdict()
    if found["from"]:
        first, last = int(found["from"]), int(found["to"])
        return Period(first, PeriodKind.RANGE, last_year=last) if first <= last else None
    if found["quarter"]:
        return Period(int(found["qyear"]), PeriodKind.QUARTER, _ROMAN[found["quarter"]])
    if found["month"]:
        return Period(int(found["myear"]), PeriodKind.MONTH, int(found["month"]))
    if found["nine"]:
        return Period(int(found["hyear"]), PeriodKind.NINE_MONTHS)
    if found["half"]:
        return Period(int(found["hyear"]), PeriodKind.HALF, 1 if found["which"] == "đầu" else 2)
    return Period(int(found["year"]))


def find_periods(text: str) -> tuple[Mention[Period], ...]:
    """Find the periods of a text that carry their year.

    >>> [str(m.value) for m in find_periods("quý I/2026, 6 tháng đầu năm 2023, giai đoạn 2021 - 2025")]
    ['2026-Q1', '2023-H1', '2021/2025']
    """
    source = SourceText(text)
    found: list[Mention[Period]] = []
    for match in _PERIOD.finditer(source.lower):
        if source.lower[max(0, match.start() - 3) : match.start()].rstrip()[-1:].isdigit():
            continue  # "06 tháng 01 năm 2026" is a day
        period = _period(match)
        if period is not None:
            found.append(source.mention(period, match.start(), match.end()))
    return tuple(found)


def parse_period(text: str) -> Period:
    """Read one period.

    Raises:
        ParseError: the text is not a period with its year.

    >>> parse_period("năm 2023")
    Period(year=2023, kind=<PeriodKind.YEAR: 'year'>, index=1, last_year=2023)
    """
    source = SourceText(text.strip())
    match = _PERIOD.fullmatch(source.lower)
    period = _period(match) if match else None
    if period is None:
        raise ParseError("period.unknown", text=text, start=0, end=len(text), found=text.strip()[:60])
    return period
