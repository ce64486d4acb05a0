"""Single values of plans as they stand in JSON: units, decimals, periods, deadlines."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from chitieu.numbers.decimals import exact
from chitieu.periods.period import Due, Period, PeriodKind, Recurrence
from chitieu.units import NO_UNIT, Unit, parse_unit

__all__ = ["MAX_DIGITS", "PERIOD_PATTERN", "read_decimal", "read_due", "read_period", "read_unit"]

PERIOD_PATTERN = r"(term:(?=.{9}$))?([0-9]{4})(?:-(Q[1-4]|H[12]|9M|[0-9]{2})|/([0-9]{4}))?"
"""What a period looks like."""
MAX_DIGITS = 4300
"""Digits of a number written out; ``1E+999999999`` would fill the memory of whoever shows it."""
_PERIOD = re.compile(PERIOD_PATTERN)
_KINDS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}
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
    match = _PERIOD.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        message = f"{text!r} is not a period; expected e.g. '2023', '2023-Q2', '2023-01', '2021/2025', 'term:2020/2025'"
        raise ValueError(message)
    term, year, part, last = match.groups()
    if last:
        return Period(int(year), PeriodKind.TERM if term else PeriodKind.RANGE, last_year=int(last))
    if part is None:
        return Period(int(year))
    if part == "9M":
        return Period(int(year), PeriodKind.NINE_MONTHS)
    index = int(part.lstrip("QH"))
    if not 1 <= index <= 12:
        message = f"{text!r} has no such month"
        raise ValueError(message)
    return Period(int(year), _KINDS.get(part[0], PeriodKind.MONTH), index)


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
    if isinstance(text, str) and len(text) == len("2023-01-31"):
        return date.fromisoformat(text)
    return read_period(text)
