"""Single values of plans as they stand in JSON and in tables: units, decimals, days, periods, deadlines, choices."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

from chitieu.errors import ChitieuError
from chitieu.numbers.decimals import exact
from chitieu.periods.period import Due, Period, PeriodKind, Recurrence
from chitieu.reasons import Reason
from chitieu.units import NO_UNIT, Unit, parse_unit

__all__ = [
    "DATE_PATTERN",
    "MAX_DIGITS",
    "PERIOD_PATTERN",
    "ValueFaultError",
    "read_choice",
    "read_date",
    "read_decimal",
    "read_due",
    "read_period",
    "read_unit",
    "reason_of",
    "shown",
]

E = TypeVar("E", bound=Enum)

DATE_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""What a day looks like; Python would take others, ``20230106``, too."""
PERIOD_PATTERN = r"[0-9]{4}(-(Q[1-4]|H[12]|[245789]M|1[01]M|0[1-9]|1[0-2]))?|(term:)?[0-9]{4}/[0-9]{4}"
"""What a period looks like."""
MAX_DIGITS = 4300
"""Digits of a number written out; ``1E+999999999`` would fill the memory of whoever shows it."""
_DATE, _PERIOD = re.compile(DATE_PATTERN), re.compile(PERIOD_PATTERN)
_PARTS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}
_RECURRENCES = {often.value: often for often in Recurrence}


class ValueFaultError(ChitieuError, ValueError, TypeError):
    """A value of a document or a table is not what its place holds; ``found`` is the value as JSON."""


def reason_of(error: BaseException) -> Reason | str:
    """Return why a value was refused: in both languages where it is an error of ours, else in its own words."""
    return Reason(error.code, error.fields) if isinstance(error, ChitieuError) else str(error) or type(error).__name__


def shown(value: object) -> str:
    """Return a value as JSON, for a message.

    >>> shown(True), shown("a")
    ('true', '"a"')
    """
    return json.dumps(value, ensure_ascii=False, default=str)


def read_choice(value: object, cls: type[E]) -> E:
    """Read one of a closed set.

    Raises:
        ValueFaultError: it is none of them; the message lists them.

    >>> read_choice("hằng quý", Recurrence) is Recurrence.QUARTER
    True
    """
    for member in cls:
        if member.value == value and type(member.value) is type(value):
            return member
    known = ", ".join(shown(member.value) for member in cls)
    raise ValueFaultError("document.choice", found=shown(value), known=known)


def read_unit(label: object) -> Unit:
    """Read the label of a unit; an empty one is no unit.

    Raises:
        ValueFaultError: it is no text.
        ParseError: it is no unit.

    >>> read_unit("tỷ đồng").scale
    Fraction(1000000000, 1)
    """
    if not isinstance(label, str):
        raise ValueFaultError("document.unit", found=shown(label))
    if not label:
        return NO_UNIT
    return parse_unit(label)


def read_decimal(value: object) -> Decimal:
    """Read a number from its digits.

    Raises:
        ValueFaultError: it is no text of digits, or has more than `MAX_DIGITS`.
        NumberTypeError: it is no finite number.

    >>> read_decimal("53.90")
    Decimal('53.90')
    """
    if not isinstance(value, str):
        raise ValueFaultError("document.decimal", found=shown(value))
    try:
        number = exact(Decimal(value))
    except InvalidOperation as error:
        raise ValueFaultError("document.decimal", found=shown(value)) from error
    if len(value) > MAX_DIGITS or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueFaultError("document.digits", found=shown(value), limit=MAX_DIGITS)
    return number


def read_period(text: object) -> Period:
    """Read a period from its code.

    Raises:
        ValueFaultError: it is no code of a period.

    >>> read_period("2026-Q2") == Period(2026, PeriodKind.QUARTER, 2)
    True
    """
    if not isinstance(text, str) or not _PERIOD.fullmatch(text):
        raise ValueFaultError("document.period", found=shown(text))
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
        ValueFaultError: it is not written ``YYYY-MM-DD``, or the calendar has no such day.

    >>> read_date("2023-01-06")
    datetime.date(2023, 1, 6)
    """
    try:
        if isinstance(text, str) and _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise ValueFaultError("document.date", found=shown(text)) from error
    raise ValueFaultError("document.date", found=shown(text))


def read_due(text: Any) -> Due | None:
    """Read a deadline: a day, a period, or how often.

    Raises:
        ValueFaultError: it is none of them.

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
