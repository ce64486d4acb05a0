"""Vietnamese numbers: dots group thousands, a comma starts the decimals, digits are kept as written.

Sources: Luật Kế toán 2003 (Điều 12) for the separators; Thông tư and university guidance for spaces between
groups; plans of 27 provinces for what is tolerated (groups left out: ``7400``; leading zeros on counts:
``07``). Only ASCII digits are digits here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from attrs import field, frozen
from attrs.validators import ge, in_, instance_of, optional

from chitieu.errors import AmbiguousNumberError, NumberTypeError, ParseError
from chitieu.text import Mention, Span

__all__ = [
    "DIGITS",
    "MAX_DIGITS",
    "STANDARD",
    "NumberStyle",
    "exact",
    "format_number",
    "parse_number",
    "read_digits",
    "read_number",
    "refuse_ambiguous",
    "rounded",
    "scaled",
]

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
"""A run of digits with inner separators: what may be a number, a date or a code."""

MAX_DIGITS = 1000
"""Longer runs of digits are no number: exact arithmetic with a million digits takes minutes."""

NO_BREAK = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"


def _separator(value: str) -> str:
    return NO_BREAK if value == " " else value


def _pairs(spelling: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict(spelling).items())


@frozen
class NumberStyle:
    r"""Every choice there is in writing a number.

    Attributes:
        grouping: whether thousands are set apart.
        separator: what sets them apart: a dot, a no-break space or a narrow no-break space.
        minus: how negative numbers begin: ``-``, the minus sign ``−``, or the word ``âm``.
        places: decimal places, rounded half up (away from zero); None keeps the digits as they are.
        pad_counts: whether counts under ten take a zero in quantities (``07 xã``; custom of many provinces,
            never on percentages, money, measures or decimals).
        unit_space: what stands between a number and its unit; `percent_space`: the same before ``%`` and ``‰``.
        range: what joins the two ends of a range: ``" - "``, ``"-"`` or ``" đến "``.
        range_unit: ``both`` ends of a range carry the unit (``9% - 10%``), or the ``last`` alone (``9 - 10%``).
        spelling: words of units that have two right spellings: uniform word and the one to write
            (``(("tỷ", "tỉ"),)``); a mapping is taken too.

    Raises:
        ValueError: a choice is none of these.

    >>> format_number(Decimal("-1234.5"), style=NumberStyle(minus="âm", separator=" "))
    'âm 1\xa0234,5'
    """

    grouping: bool = True
    separator: str = field(default=".", converter=_separator, validator=in_([".", NO_BREAK, THIN]))
    minus: Literal["-", "−", "âm"] = field(default="-", validator=in_(["-", "−", "âm"]))
    places: int | None = field(default=None, validator=optional([instance_of(int), ge(0)]))
    pad_counts: bool = False
    unit_space: str = field(default=" ", validator=in_([" ", NO_BREAK, THIN]))
    percent_space: str = field(default="", validator=in_(["", " ", NO_BREAK, THIN]))
    range: Literal[" - ", "-", " đến "] = field(default=" - ", validator=in_([" - ", "-", " đến "]))
    range_unit: Literal["both", "last"] = field(default="both", validator=in_(["both", "last"]))
    spelling: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)

    def spelled(self, label: str) -> str:
        """Return the label of a unit in this style's spelling.

        >>> NumberStyle(spelling={"tỷ": "tỉ"}).spelled("nghìn tỷ đồng")
        'nghìn tỉ đồng'
        """
        for uniform, written in self.spelling:
            label = re.sub(rf"(?<!\w){re.escape(uniform)}(?!\w)", written, label)
        return label


STANDARD = NumberStyle()
"""The writing of the accounting law: ``1.700,5``, ``-3,61``."""

_NUMBER = re.compile(
    r"([-−+]|âm\s)?\s?([1-9][0-9]{0,2}(?:[. \xa0\u2009\u202f][0-9]{3})+|[0-9]+)(,[0-9]+)?", re.IGNORECASE
)
_DIGITS_ONLY = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_POINT_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_LIKE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_SIGNED = re.compile(r"([-−+]|âm\s)?\s?(.*)", re.IGNORECASE | re.DOTALL)


def _swapped(text: str) -> str:
    """Exchange dots and commas; three replacements take a third of the time of ``str.translate``."""
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def read_digits(digits: str) -> Decimal | None:
    """Return the value of a run of digits and separators, or None if it is not Vietnamese.

    >>> read_digits("28.000"), read_digits("53,90"), read_digits("12.5")
    (Decimal('28000'), Decimal('53.90'), None)
    """
    if len(digits) > MAX_DIGITS:
        return None
    if digits.isdecimal() and digits.isascii():
        return Decimal(digits)
    match = _DIGITS_ONLY.fullmatch(digits)
    return Decimal(digits.replace(".", "").replace(",", ".")) if match else None


def parse_number(text: str, *, strict: bool = False) -> Decimal:
    """Read one number written the Vietnamese way; its digits are kept (``53,90`` stays 53.90).

    Args:
        text: the number alone, with an optional sign (``-``, ``−``, ``âm``); groups may be set apart by
            dots or spaces; spaces around it are allowed.
        strict: also refuse what reads as a Vietnamese decimal but looks like English thousands (``1,700``):
            in text of unknown origin it may be either.

    Raises:
        AmbiguousNumberError: the writing is English (``8.5``, ``1,234.5``), or looks it and `strict` is set;
            the message names the readings.
        ParseError: there is no number, or something besides it.

    >>> parse_number("1.700,5"), parse_number("-3,61"), parse_number("1,700")
    (Decimal('1700.5'), Decimal('-3.61'), Decimal('1.700'))
    >>> parse_number("8.5")
    Traceback (most recent call last):
    ...
    chitieu.errors.AmbiguousNumberError: line 1, column 1: '8.5' is not a Vietnamese number...
    8.5
    ^^^
    """
    if not isinstance(text, str):
        raise NumberTypeError("number.not_text", found=type(text).__name__)
    if len(text) > MAX_DIGITS:
        raise _too_long(text)
    if not strict and _DIGITS_ONLY.fullmatch(text):  # nearly every number: no sign, no space
        return Decimal(text.replace(".", "").replace(",", "."))
    match = _NUMBER.fullmatch(text) or _NUMBER.fullmatch(text.strip())
    if match is None:
        raise _explain(text)
    sign, whole, decimals = match.groups()
    if strict and decimals and _LIKE_THOUSANDS.fullmatch(whole + decimals):
        raise _thousands_or_decimals(text, whole + decimals)
    digits = whole if whole.isdecimal() else "".join(whole.replace(".", "").split())
    value = Decimal(digits + decimals.replace(",", ".")) if decimals else Decimal(digits)
    # copy_negate, not "-": the operator rounds to the context's 28 digits
    return value.copy_negate() if sign and sign != "+" else value


def read_number(text: str) -> Mention[Decimal]:
    """Read one number leniently: English writings too, with a note that says how they were read.

    Args:
        text: the number alone.

    Returns:
        The value with its place and notes. ``8.5`` is read as 8,5; ``1,234.5`` as 1.234,5; ``1,700`` keeps
        the Vietnamese reading (1,7) and a note names the other.

    Raises:
        ParseError: there is no number, or something besides it.

    >>> mention = read_number("8.5")
    >>> mention.value, mention.notes
    (Decimal('8.5'), ('decimal point read as a decimal comma',))
    """
    if not isinstance(text, str):
        raise NumberTypeError("number.not_text", found=type(text).__name__)
    if len(text) > MAX_DIGITS:
        raise _too_long(text)
    span = Span(0, len(text))
    sign, bare = _SIGNED.fullmatch(text.strip()).groups()  # type: ignore[union-attr]  # it matches any text
    negative = bool(sign) and sign != "+"
    if _POINT_DECIMAL.fullmatch(bare) and read_digits(bare) is None:
        value = Decimal(bare)
        return Mention(
            value.copy_negate() if negative else value, span, text, ("decimal point read as a decimal comma",)
        )
    if _ENGLISH.fullmatch(bare):
        value = Decimal(bare.replace(",", ""))
        return Mention(value.copy_negate() if negative else value, span, text, ("commas read as thousands separators",))
    value = parse_number(text)
    note = ("three decimals look like English thousands",) if _LIKE_THOUSANDS.fullmatch(bare) else ()
    return Mention(value, span, text, note)


def refuse_ambiguous(text: str, *, strict: bool = False) -> None:
    """Refuse a text whose (first) number is written the English way.

    Args:
        text: a number with whatever stands around it (``8.5%``).
        strict: refuse also what only looks English (``3,200 USD``).

    Raises:
        AmbiguousNumberError: it is; the message names the readings.
    """
    digits = DIGITS.search(text)
    if digits is None:
        return
    if read_digits(digits.group()) is None:
        error = _explain(text)
        if isinstance(error, AmbiguousNumberError):
            raise error
    elif strict and _LIKE_THOUSANDS.fullmatch(digits.group()):
        raise _thousands_or_decimals(text, digits.group())


def _too_long(text: str) -> ParseError:
    return ParseError("number.long", text=text, start=0, end=len(text), limit=MAX_DIGITS)


def _thousands_or_decimals(text: str, digits: str) -> AmbiguousNumberError:
    start = text.find(digits)
    return AmbiguousNumberError(
        "number.thousands",
        text=text,
        start=start,
        end=start + len(digits),
        found=digits,
        vietnamese=digits.rstrip("0").rstrip(","),
        grouped=digits.replace(",", "."),
    )


def _explain(text: str) -> ParseError:
    """Build the error for a text that is not a number: the first thing wrong with it."""
    digits = DIGITS.search(text)
    if digits is None:
        return ParseError("number.none", text=text, start=0, end=len(text))
    start, end = digits.span()
    written = digits.group()
    place = {"text": text, "start": start, "end": end, "found": written}
    if _DIGITS_ONLY.fullmatch(written):  # the number is right: something stands beside it
        rest = next((i for i, char in enumerate(text) if not (start <= i < end or char.isspace())), start)
        return ParseError("number.extra", text=text, start=rest, end=rest + 1, found=text[rest])
    if _POINT_DECIMAL.fullmatch(written):
        readings = {"vietnamese": written.replace(".", ","), "grouped": written.replace(".", "")}
        return AmbiguousNumberError("number.english", **place, **readings)
    if _ENGLISH.fullmatch(written):
        return AmbiguousNumberError("number.english_groups", **place, vietnamese=_swapped(written))
    return ParseError("number.malformed", **place)


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


def _length(number: int) -> int:
    """Return at least the count of decimal digits of a whole number; ``str`` refuses more than 4300."""
    return number.bit_length() * 31 // 100 + 1


def scaled(value: Decimal, ratio: Fraction) -> Decimal:
    """Multiply an exact number by a ratio: exact where the result has finitely many digits.

    >>> scaled(Decimal("0.1"), Fraction(1, 8))
    Decimal('0.0125')
    """
    digits = len(value.as_tuple().digits)
    with localcontext() as context:
        context.prec = digits + _length(ratio.numerator) + 4 * _length(ratio.denominator) + 28
        return value * ratio.numerator / ratio.denominator


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up, away from zero, as Nghị định 174/2016/NĐ-CP (Điều 4) asks of accounts.

    >>> rounded(Decimal("2.345"), 2), rounded(Decimal("-0.5"), 0)
    (Decimal('2.35'), Decimal('-1'))
    """
    with localcontext() as context:
        context.prec = len(value.as_tuple().digits) + abs(value.adjusted()) + places + 2
        result = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return result or result.copy_abs()  # nothing has no sign


def format_number(
    value: Decimal | int, *, places: int | None = None, grouping: bool | None = None, style: NumberStyle = STANDARD
) -> str:
    """Write a number the Vietnamese way; without `places` its digits stay as they are.

    Args:
        value: a Decimal or an int.
        places: decimal places, rounded half up; None takes the style's.
        grouping: whether thousands are set apart; None takes the style's.
        style: every other choice.

    Raises:
        NumberTypeError: a float was given; make a Decimal of its text instead.

    >>> format_number(Decimal("1700.50")), format_number(Decimal("1700.50"), places=0, grouping=False)
    ('1.700,50', '1701')
    """
    if style is STANDARD and places is None and grouping is None:
        return _swapped(f"{exact(value):,f}")
    number = exact(value)
    places = style.places if places is None else places
    if places is not None:
        number = rounded(number, places)
    grouped = style.grouping if grouping is None else grouping
    text = _swapped(f"{number:,f}" if grouped else f"{number:f}")
    if style.separator != ".":
        text = text.replace(".", style.separator)
    if text[0] == "-" and style.minus != "-":
        text = f"{'âm ' if style.minus == 'âm' else style.minus}{text[1:]}"
    return text
