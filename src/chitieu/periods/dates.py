"""Dates as plans write them.

A date is a `datetime.date`.

Source of the long form: Nghị định 30/2020/NĐ-CP, Phụ lục I (days under 10 and months 1 and 2 take a
leading zero, other months do not).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal

from attrs import frozen

from chitieu.errors import NumberTypeError, ParseError
from chitieu.text import Mention, SourceText

__all__ = [
    "DateMatch",
    "as_day",
    "find_dates",
    "format_date",
    "match_date",
    "match_partial_date",
    "parse_date",
]

_FULL = re.compile(
    r"([0-9]{1,2})(?:\s?/\s?([0-9]{1,2})\s?/\s?|\s?-\s?([0-9]{1,2})\s?-\s?|\.([0-9]{1,2})\.)([0-9]{4})(?![0-9/])"
    r"|([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})(?:(?:\s?,)?(?:\s{1,3}năm)?\s{1,3}|\s?/\s?)([0-9]{4})(?![0-9/])"
)
_DAY_MONTH = re.compile(
    r"([0-9]{1,2})\s?[/.\-]\s?([0-9]{1,2})(?![0-9/.,%])|([0-9]{1,2})\s{1,3}tháng\s{1,3}([0-9]{1,2})(?![0-9]|[.,][0-9])"
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
    start = re.match(r"\s*(?:ngày\s*)?", source.lower).end()  # type: ignore[union-attr]
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


def format_date(value: date, style: str = "long", *, zero: Literal["always", "rule"] = "always") -> str:
    """Write a date.

    Args:
        value: the date.
        style: ``"long"`` by the official rule, ``"slash"`` (06/01/2023), ``"dash"`` (06-01-2023) or ``"dot"``
            (06.01.2023).
        zero: whether, between marks, months take a zero ``always`` (05/09/2024) or by the ``rule`` of the long
            form (05/9/2024).

    Raises:
        ValueError: the style is none of these.

    >>> format_date(date(2023, 1, 6)), format_date(date(2022, 5, 13))
    ('ngày 06 tháng 01 năm 2023', 'ngày 13 tháng 5 năm 2022')
    """
    month = f"{value.month:02}" if value.month < 3 or (zero == "always" and style != "long") else str(value.month)
    if style == "long":
        return f"ngày {value.day:02} tháng {month} năm {value.year:04}"
    separators = {"slash": "/", "dash": "-", "dot": "."}
    if style not in separators:
        message = f"style must be 'long', 'slash', 'dash' or 'dot', not {style!r}"
        raise ValueError(message)
    return separators[style].join((f"{value.day:02}", month, f"{value.year:04}"))


def as_day(given: date) -> date:
    """Return a day; of a ``datetime`` its date.

    Raises:
        NumberTypeError: this is no date. Compared with nothing, a text would pass for every record without bounds.

    >>> as_day(datetime(2026, 3, 5, 17, 30))  # noqa: DTZ001
    datetime.date(2026, 3, 5)
    """
    if not isinstance(given, date):
        raise NumberTypeError("date.type", found=type(given).__name__)
    return given.date() if isinstance(given, datetime) else given
