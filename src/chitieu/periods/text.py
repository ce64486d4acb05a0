"""Periods in text: ``quý I/2026``, ``6 tháng đầu năm 2023``, ``giai đoạn 2021 - 2025``, found, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from chitieu.errors import ParseError
from chitieu.periods.period import Period, PeriodError, PeriodKind, as_period
from chitieu.text import Mention, SourceText

__all__ = ["find_periods", "format_period", "match_period", "parse_period"]

_S = r"\s{1,3}"
_YEAR = r"(?:(?:19|20)[0-9]{2}|21[0-4][0-9]|2150)(?![0-9])"
_DASH = r"\s?-\s?"
_SLASH = rf"\s?[/\-]\s?(?:năm{_S})?"
_OF_YEAR = rf"\s?,?{_S}năm{_S}"
_COUNT = rf"[0-9]{{1,2}}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:{_S}(?:một|hai))?"
_IN_YEAR = rf"(?:{_S}(?:của{_S})?năm)?{_S}"
_PERIOD = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<kind>giai{_S}đoạn|thời{_S}k[ỳì]|nhiệm{_S}k[ỳì])(?:{_S}từ)?(?:{_S}năm)?{_S}"
    rf"(?P<from>{_YEAR})(?:{_DASH}|{_S}(?:đến|tới){_S}(?:hết{_S})?)(?:năm{_S})?(?P<to>{_YEAR})"
    rf"|(?:(?:từ|các){_S})?năm{_S}(?P<first>{_YEAR})(?:{_DASH}|{_S}(?:đến|tới){_S}(?:hết{_S})?năm{_S})(?P<last>{_YEAR})"
    rf"|q(?:u[ýí]|úy){_S}(?P<quarter>iv|i{{1,3}}|0?[1-4]|một|nhất|hai|ba|bốn|tư|đầu|cuối)"
    rf"(?:{_SLASH}|{_OF_YEAR}|{_S})(?P<quarter_year>{_YEAR})"
    rf"|tháng{_S}(?P<month>1[0-2]|0?[1-9])(?:{_SLASH}|\.|{_OF_YEAR})(?P<month_year>{_YEAR})"
    rf"|nửa{_S}(?P<half>đầu|cuối){_IN_YEAR}(?P<half_year>{_YEAR})"
    rf"|(?:cả{_S})?năm{_S}(?P<year>{_YEAR})"
    rf"|(?:lũy{_S}kế{_S})?(?<![.,/])(?P<count>{_COUNT}){_S}tháng(?:{_S}(?P<side>đầu|cuối))?(?:{_IN_YEAR}|\s?/\s?)(?P<part_year>{_YEAR})"
    r")"
)
_YEARS_ALONE = re.compile(rf"(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR})")
_DAY_BEFORE = re.compile(r"(?:(?<![0-9])[0-9]{1,2}|ngày\s{1,3}[0-9]{1,2}\s?,)\s{1,3}$")
_ORDINALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "đầu": 1, "cuối": 4,
}  # fmt: skip
_COUNTS = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_YEAR_OF_MONTHS = 12


def _several(kind: PeriodKind, first: str, last: str) -> Period | None:
    """Return a range or a term, or None for one that runs backwards."""
    return Period(int(first), kind, last_year=int(last)) if int(first) <= int(last) else None


def _named(match: re.Match[str]) -> Period | None:
    kind = PeriodKind.TERM if match["kind"].startswith("nhiệm") else PeriodKind.RANGE
    return _several(kind, match["from"], match["to"])


def _part(match: re.Match[str]) -> Period | None:
    """Return the first or last months of a year, or None where they are no kind of period."""
    written = " ".join(match["count"].split())
    count = int(written) if written.isdigit() else _COUNTS.get(written, 0)
    if not 1 < count <= _YEAR_OF_MONTHS:
        return None
    first = _YEAR_OF_MONTHS - count + 1 if match["side"] == "cuối" else 1
    try:
        return Period.of_months(int(match["part_year"]), first, first + count - 1)
    except PeriodError:  # the last four or eleven months
        return None


def _quarter(match: re.Match[str]) -> Period:
    word = match["quarter"]
    return Period(int(match["quarter_year"]), PeriodKind.QUARTER, _ORDINALS.get(word) or int(word))


_READERS: Mapping[str, Callable[[re.Match[str]], Period | None]] = MappingProxyType(
    {
        "to": _named,
        "last": lambda match: _several(PeriodKind.RANGE, match["first"], match["last"]),
        "quarter_year": _quarter,
        "month_year": lambda match: Period(int(match["month_year"]), PeriodKind.MONTH, int(match["month"])),
        "half_year": lambda match: Period(int(match["half_year"]), PeriodKind.HALF, 1 if match["half"] == "đầu" else 2),
        "year": lambda match: Period(int(match["year"])),
        "part_year": _part,
    }
)
"""By the last group of a match, which is the year the period ends in."""


def _period(match: re.Match[str]) -> Period | None:
    """Return the period of a match; None for a range backwards and for the month of a full date."""
    group = match.lastgroup or ""
    if group == "month_year" and _DAY_BEFORE.search(match.string[max(0, match.start() - 16) : match.start()]):
        return None  # "06 tháng 01 năm 2026" is a day
    return _READERS[group](match)


def match_period(lower: str, pos: int) -> tuple[Period, int] | None:
    """Match a period that starts at a place of a folded, lower-case text; return it and its end."""
    match = _PERIOD.match(lower, pos)
    period = _period(match) if match else None
    return (period, match.end()) if match and period else None


def find_periods(text: str) -> tuple[Mention[Period], ...]:
    """Find the periods of a text that carry their year.

    Args:
        text: any text; periods broken across lines are found.

    Returns:
        Mentions in order. The month and the year of a full date are no periods.

    >>> [str(m.value) for m in find_periods("quý I/2026, 6 tháng đầu năm 2023, giai đoạn 2021 - 2025")]
    ['2026-Q1', '2023-H1', '2021/2025']
    """
    source = SourceText(text)
    found: list[Mention[Period]] = []
    for match in _PERIOD.finditer(source.lower):
        period = _period(match)
        if period is not None:
            found.append(source.mention(period, match.start(), match.end()))
    return tuple(found)


def _read_alone(lower: str) -> Period | None:
    match = _PERIOD.fullmatch(lower) or _YEARS_ALONE.fullmatch(lower)
    return _period(match) if match else None


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Read one period.

    Args:
        text: ``năm 2023``, ``quý I/2026``, ``nửa đầu năm 2023``, ``tháng 9-2023``, ``2021 - 2025`` …
        year: the year of a period that is written without one (``sáu tháng đầu năm``); one that is
            written wins.

    Raises:
        ParseError: the text is not a period, or its year is not given.

    >>> parse_period("năm 2023")
    Period(year=2023, kind=<PeriodKind.YEAR: 'year'>, index=1, last_year=2023)
    >>> str(parse_period("sáu tháng đầu năm", year=2023))
    '2023-H1'
    """
    lower = SourceText(text.strip()).lower
    period = _read_alone(lower)
    if period is None and lower and year is not None:
        period = _read_alone(f"{lower} năm {year}") or _read_alone(f"{lower} {year}")
    if period is None:
        raise ParseError("period.unknown", text=text, start=0, end=len(text), found=" ".join(text.split())[:60])
    return period


_ROMAN = ("I", "II", "III", "IV")
_SIDES = ("đầu", "cuối")
_LONG_WORDS: Mapping[PeriodKind, Callable[[Period], str]] = MappingProxyType(
    {
        PeriodKind.YEAR: lambda _: "năm",
        PeriodKind.HALF: lambda period: f"6 tháng {_SIDES[period.index - 1]} năm",
        PeriodKind.FIRST_MONTHS: lambda period: f"{period.index} tháng đầu năm",
        PeriodKind.QUARTER: lambda period: f"quý {_ROMAN[period.index - 1]} năm",
        PeriodKind.MONTH: lambda period: f"tháng {period.index:{'02' if period.index < 3 else ''}} năm",
        PeriodKind.RANGE: lambda period: f"giai đoạn {period.year} -",
        PeriodKind.TERM: lambda period: f"nhiệm kỳ {period.year} -",
    }
)
_PLAN_WORDS: Mapping[PeriodKind, Callable[[Period], str]] = MappingProxyType(
    {
        PeriodKind.QUARTER: lambda period: f"quý {_ROMAN[period.index - 1]}/",
        PeriodKind.MONTH: lambda period: f"tháng {period.index:02}/",
    }
)
_DIGIT_WORDS: Mapping[PeriodKind, Callable[[Period], str]] = MappingProxyType(
    {
        PeriodKind.QUARTER: lambda period: f"quý {period.index} năm",
        PeriodKind.MONTH: lambda period: f"tháng {period.index} năm",
    }
)
_STYLES = {"plan": _PLAN_WORDS, "long": {}, "digits": _DIGIT_WORDS}


def format_period(period: Period, style: str = "plan") -> str:
    """Write a period; `parse_period` reads every style back.

    Args:
        period: the period.
        style: how quarters and months are written, the other kinds have one writing. ``"plan"``:
            ``quý I/2026``, ``tháng 01/2023``; ``"long"``, by the official rule for dates: ``quý I năm
            2026``, ``tháng 01 năm 2023``, ``tháng 3 năm 2023``; ``"digits"``: ``quý 1 năm 2026``,
            ``tháng 1 năm 2023``.

    Raises:
        NumberTypeError: `period` is no period.
        ValueError: the style is none of these.

    >>> format_period(Period(2026, PeriodKind.QUARTER, 1)), format_period(Period(2023, PeriodKind.HALF, 1))
    ('quý I/2026', '6 tháng đầu năm 2023')
    """
    if style not in _STYLES:
        message = f"style must be 'plan', 'long' or 'digits', not {style!r}"
        raise ValueError(message)
    as_period(period)
    words = (_STYLES[style].get(period.kind) or _LONG_WORDS[period.kind])(period)
    return f"{words}{'' if words.endswith('/') else ' '}{period.last_year}"
