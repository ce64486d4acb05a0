"""Vietnamese numbers: dots group thousands, a comma starts the decimals, digits are kept as written.

Sources: Luật Kế toán 2003 (Điều 12) for the separators; plans of 27 provinces for what is tolerated
(groups left out: ``7400``; leading zeros on counts: ``07``). Only ASCII digits are digits here.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction

from chitieu.errors import AmbiguousNumberError, NumberTypeError, ParseError

__all__ = ["DIGITS", "exact", "format_number", "parse_number", "read_digits", "scaled"]

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
"""A run of digits with inner separators: what may be a number, a date or a code."""

_NUMBER = re.compile(r"\s*([-−+]?)\s?((?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?)\s*")
_POINT_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_TO_PYTHON = str.maketrans({".": None, ",": "."})
_TO_VIETNAMESE = str.maketrans({",": ".", ".": ","})


def read_digits(digits: str) -> Decimal | None:
    """Return the value of a run of digits and separators, or None if it is not Vietnamese.

    >>> read_digits("28.000"), read_digits("53,90"), read_digits("12.5")
    (Decimal('28000'), Decimal('53.90'), None)
    """
    if digits.isdecimal():
        return Decimal(digits)
    match = _NUMBER.fullmatch(digits)
    return Decimal(digits.translate(_TO_PYTHON)) if match else None


def parse_number(text: str) -> Decimal:
    """Read one number written the Vietnamese way; its digits are kept (``53,90`` stays 53.90).

    Args:
        text: the number alone, with an optional sign; spaces around it are allowed.

    Raises:
        AmbiguousNumberError: the writing is English (``8.5``, ``1,234.5``): both readings are named.
        ParseError: there is no number, or something besides it.

    >>> parse_number("1.700,5")
    Decimal('1700.5')
    >>> parse_number("-3,61")
    Decimal('-3.61')
    >>> parse_number("8.5")
    Traceback (most recent call last):
    ...
    chitieu.errors.AmbiguousNumberError: line 1, column 1: '8.5' is not a Vietnamese number...
    8.5
    ^^^
    """
    if not isinstance(text, str):
        raise NumberTypeError("number.not_text", found=type(text).__name__)
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise _explain(text)
    sign, digits = match.groups()
    value = Decimal(digits.translate(_TO_PYTHON))
    return -value if sign in ("-", "−") and sign else value


def _explain(text: str) -> ParseError:
    """Build the error for a text that is not a number: the first thing wrong with it."""
    digits = DIGITS.search(text)
    if digits is None:
        return ParseError("number.none", text=text, start=0, end=len(text))
    start, end = digits.span()
    written = digits.group()
    place = {"text": text, "start": start, "end": end, "found": written}
    if _POINT_DECIMAL.fullmatch(written):
        readings = {"vietnamese": written.replace(".", ","), "grouped": written.replace(".", "")}
        return AmbiguousNumberError("number.english", **place, **readings)
    if _ENGLISH.fullmatch(written):
        return AmbiguousNumberError("number.english_groups", **place, vietnamese=written.translate(_TO_VIETNAMESE))
    if _NUMBER.fullmatch(written) is None:
        return ParseError("number.malformed", **place)
    rest = next(i for i, char in enumerate(text) if not (start <= i < end or char.isspace()))
    return ParseError("number.extra", text=text, start=rest, end=rest + 1, found=text[rest])


def exact(value: object) -> Decimal:
    """Return an exact, finite Decimal from an int or a Decimal; refuse floats and booleans.

    Raises:
        NumberTypeError: the value is a float (whose digits are not those written), a bool, NaN or
            infinite.
    """
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise NumberTypeError("number.not_exact", found=repr(value))


def scaled(value: Decimal, ratio: Fraction) -> Decimal:
    """Multiply an exact number by a ratio: exact where the result has finitely many digits.

    >>> scaled(Decimal("0.1"), Fraction(1, 8))
    Decimal('0.0125')
    """
    digits = len(value.as_tuple().digits)
    with localcontext() as context:
        context.prec = digits + len(str(ratio.numerator)) + 4 * len(str(ratio.denominator)) + 28
        return value * ratio.numerator / ratio.denominator


def format_number(value: Decimal | int) -> str:
    """Write a number the Vietnamese way, digits as they are (no rounding, no zero dropped).

    Args:
        value: a Decimal or an int.

    Raises:
        NumberTypeError: a float was given; make a Decimal of its text instead.

    >>> format_number(Decimal("1700.50"))
    '1.700,50'
    """
    return f"{exact(value):,f}".translate(_TO_VIETNAMESE)
