"""Single values of plans as they stand in JSON: units, decimals, periods, deadlines."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from chitieu.numbers.decimals import exact
from chitieu.periods.period import Due, Period, PeriodKind, Recurrence
from chitieu.units import NO_UNIT, Unit, parse_unit

__all__ = [
    "DATE_PATTERN",
    "MAX_DIGITS",
    "PERIOD_PATTERN",
    "read_date",
    "read_decimal",
    "read_due",
    "read_period",
    "read_unit",
]

DATE_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""What a day looks like; Python would take others, ``20230106``, too."""
PERIOD_PATTERN = r"[0-9]{4}(-(Q[1-4]|H[12]|[245789]M|1[01]M|0[1-9]|1[0-2]))?|(term:)?[0-9]{4}/[0-9]{4}"
"""What a period looks like."""
MAX_DIGITS = 4300
"""Digits of a number written out; ``1E+999999999`` would fill the memory of whoever shows it."""
_DATE, _PERIOD = re.compile(DATE_PATTERN), re.compile(PERIOD_PATTERN)
_PARTS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}
_RECURRENCES = {often.value: often for often in Recurrence}


def read_unit(label: object) -> Unit:
    """Read the label of a unit; an empty one is no unit.

    Raises:
        TypeError: it is no text.
        ParseError: it is no unit.

    >>> read_unit("tỷ đồng").scale
    Fraction(1000000000, 1)
    """
    if not isinstance(label, str):
        message = f"unit must be a string, not {type(label).__name__}"
        raise TypeError(message)
    if not label:
        return NO_UNIT
    return parse_unit(label)


def read_decimal(value: object) -> Decimal:
    """Read a number from its digits.

    Raises:
        TypeError: it is no text.
        ValueError: it is no finite number, or one of more than `MAX_DIGITS` digits.

    >>> read_decimal("53.90")
    Decimal('53.90')
    """
    if not isinstance(value, str):
        message = f"value must be a string of digits, not {type(value).__name__}: a JSON number loses digits"
        raise TypeError(message)
    try:
        number = exact(Decimal(value))
    except InvalidOperation as error:
        message = f"value {value[:MAX_DIGITS]!r} is not a number"
        raise ValueError(message) from error
    if len(value) > MAX_DIGITS or abs(number.adjusted()) > MAX_DIGITS:
        message = f"value has more than {MAX_DIGITS} digits"
        raise ValueError(message)
    return number


def read_period(text: object) -> Period:
    """Read a period from its code.

    Raises:
        ValueError: it is no code of a period.

    >>> read_period("2026-Q2") == Period(2026, PeriodKind.QUARTER, 2)
    True
    """
    if not isinstance(text, str) or not _PERIOD.fullmatch(text):
        message = f"{text!r} is not a period; expected e.g. '2023', '2023-Q2', '2023-01', '2021/2025', 'term:2020/2025'"
        raise ValueError(message)
    bare = text.removeprefix("term:")
    year, rest = int(bare[:4]), bare[5:]
    if not rest:
        return Period(year)
    if "/" in bare:
        return Period(year, PeriodKind.RANGE if bare == text else PeriodKind.TERM, last_year=int(rest))
    if rest.endswith("M"):
        return Period(year, PeriodKind.FIRST_MONTHS, int(rest[:-1]))
    return Period(year, _PARTS.get(rest[0], PeriodKind.MONTH), int(rest.lstrip("QH")))


def read_date(text: object) -> date:
    """Read a day.

    Raises:
        TypeError: it is no text.
        ValueError: it is not written ``YYYY-MM-DD``, or the calendar has no such day.

    >>> read_date("2023-01-06")
    datetime.date(2023, 1, 6)
    """
    if not isinstance(text, str):
        message = f"expected a date as 'YYYY-MM-DD', got {type(text).__name__}"
        raise TypeError(message)
    if not _DATE.fullmatch(text):
        message = f"{text!r} is not a date; expected 'YYYY-MM-DD'"
        raise ValueError(message)
    return date.fromisoformat(text)


def read_due(text: Any) -> Due | None:
    """Read a deadline: a day, a period, or how often.

    Raises:
        ValueError: it is none of them.

    >>> read_due("hằng quý") is Recurrence.QUARTER
    True
    """
    if text is None:
        return None
    if text in _RECURRENCES:
        return _RECURRENCES[text]
    if isinstance(text, str) and _DATE.fullmatch(text):
        return read_date(text)
    return read_period(text)
