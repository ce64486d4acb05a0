"""Numbers in words: ``41,24`` is *bốn mươi mốt phẩy hai mươi tư*; `chitieu.numbers.spelled` reads them back.

Above a tỷ the cycle starts again and the high part is one number of tỷ: 5.388.000.000.000 is *năm nghìn ba
trăm tám mươi tám tỷ*. So a tỷ closes all that was said before it, and what is written is read in one way.

Sources: Luật Kế toán 2003 (Điều 12) names nghìn tỷ, triệu tỷ and tỷ tỷ; the forms of single words and of
decimals follow schoolbooks and usage, North and South.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal

from attrs import Attribute, field, frozen

from chitieu.errors import ChitieuError
from chitieu.numbers.decimals import exact

__all__ = [
    "DIGIT_WORDS",
    "LIMIT",
    "LIMIT_NAME",
    "MOST_PLACES",
    "NORTH",
    "SOUTH",
    "Dialect",
    "Spelling",
    "SpellingError",
    "spell_number",
]

Dialect = Literal["north", "south"]

LIMIT = Decimal(10**24)
LIMIT_NAME = "10^24"
MOST_PLACES = 1000  # decimals: keeps the words of 1E-999999999 from filling the memory
DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AS_NUMBER = {"short": 2, "digits": 0, "number": 3}


class SpellingError(ChitieuError, ValueError):
    """A number is too large to be put into words, or an option of the spelling has no such value."""


def _check(option: str, found: object, known: tuple[str, ...]) -> None:
    if found not in known:
        raise SpellingError("spelling.option", option=option, found=repr(found), known=", ".join(known))


def _one_of(*known: str) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make the validator of a field that takes one of a few words."""

    def validate(_: Any, attribute: Attribute[Any], value: Any) -> None:
        _check(attribute.name, value, known)

    return validate


@frozen
class Spelling:
    """The choices in which writers of numbers differ.

    Attributes:
        zero: what stands for a ten that is zero: 105 is *một trăm linh năm* or *lẻ năm*.
        thousand: *nghìn* or *ngàn*.
        four: a four after *mươi*: *hai mươi tư* or *hai mươi bốn*.
        five: a five after *mươi*: *lăm*, or the colloquial *nhăm*.
        billion: *tỷ*, as in official texts, or *tỉ*, as in schoolbooks.
        decimals: ``"short"`` reads one or two decimals as a number and more digit by digit, ``"digits"`` all
            digit by digit, ``"number"`` up to three as a number. Leading zeros are always spoken.

    Raises:
        SpellingError: an attribute has none of these values.

    >>> spell_number(Decimal("1024.703"), spelling=Spelling(thousand="ngàn", decimals="number"))
    'một ngàn không trăm hai mươi tư phẩy bảy trăm linh ba'
    """

    zero: Literal["linh", "lẻ"] = field(default="linh", validator=_one_of("linh", "lẻ"))
    thousand: Literal["nghìn", "ngàn"] = field(default="nghìn", validator=_one_of("nghìn", "ngàn"))
    four: Literal["tư", "bốn"] = field(default="tư", validator=_one_of("tư", "bốn"))
    five: Literal["lăm", "nhăm"] = field(default="lăm", validator=_one_of("lăm", "nhăm"))
    billion: Literal["tỷ", "tỉ"] = field(default="tỷ", validator=_one_of("tỷ", "tỉ"))
    decimals: Literal["short", "digits", "number"] = field(default="short", validator=_one_of(*_AS_NUMBER))


NORTH = Spelling()
"""*linh*, *nghìn*, *hai mươi tư*: the usage of the North and of most official texts."""
SOUTH = Spelling(zero="lẻ", thousand="ngàn", four="bốn")
"""*lẻ*, *ngàn*, *hai mươi bốn*."""

_DIALECTS: dict[str, Spelling] = {"north": NORTH, "south": SOUTH}


def chosen(dialect: str, spelling: Spelling | None) -> Spelling:
    """Return the spelling given, or that of a dialect.

    Raises:
        SpellingError: there is no such dialect.

    >>> chosen("south", None).zero
    'lẻ'
    """
    _check("dialect", dialect, tuple(_DIALECTS))
    return spelling or _DIALECTS[dialect]


def _below_hundred(number: int, spelling: Spelling, *, after: bool) -> list[str]:
    """Spell what stands behind a hundred; nothing for 0."""
    tens, unit = divmod(number, 10)
    if tens == 0:
        return [] if unit == 0 else [*[spelling.zero] * after, DIGIT_WORDS[unit]]
    if tens == 1:
        return ["mười", *["lăm" if unit == 5 else DIGIT_WORDS[unit]] * (unit > 0)]
    tail = {1: "mốt", 4: spelling.four, 5: spelling.five}.get(unit, DIGIT_WORDS[unit])
    return [DIGIT_WORDS[tens], "mươi", *[tail] * (unit > 0)]


def _below_thousand(number: int, spelling: Spelling, *, full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [DIGIT_WORDS[hundreds], "trăm"] if hundreds or full else []
    return words + _below_hundred(rest, spelling, after=bool(words))


def _below_billion(number: int, spelling: Spelling, *, full: bool) -> list[str]:
    """Spell up to three groups; a group after a higher one is `full`: its zero hundreds are spoken."""
    words: list[str] = []
    for exponent, name in ((6, "triệu"), (3, spelling.thousand), (0, "")):
        group = number // 10**exponent % 1000
        if group:
            words += [*_below_thousand(group, spelling, full=full or bool(words)), *[name] * bool(name)]
    return words


def _integer(number: int, spelling: Spelling) -> list[str]:
    if number == 0:
        return [DIGIT_WORDS[0]]
    high, low = divmod(number, 10**9)
    if high == 0:
        return _below_billion(low, spelling, full=False)
    return [*_integer(high, spelling), spelling.billion, *_below_billion(low, spelling, full=True)]


def _decimals(digits: str, spelling: Spelling) -> list[str]:
    if len(digits) > _AS_NUMBER[spelling.decimals]:
        return [DIGIT_WORDS[int(digit)] for digit in digits]
    rest = digits.lstrip("0")
    zeros = [DIGIT_WORDS[0]] * (len(digits) - len(rest))
    return zeros + (_integer(int(rest), spelling) if rest else [])


def _plain(value: Decimal) -> str:
    """Write out the digits of a number that is not too large."""
    places = value.as_tuple().exponent
    if value.copy_abs() > LIMIT or not (isinstance(places, int) and -MOST_PLACES <= places <= 24):
        raise SpellingError("spelling.too_large", limit=LIMIT_NAME, places=MOST_PLACES)
    return f"{value.copy_abs():f}"


def spell_number(value: Decimal | int, dialect: Dialect = "north", *, spelling: Spelling | None = None) -> str:
    """Write a number in words, its decimals as they stand (24,40 ends in *bốn mươi*).

    Args:
        value: an int or a Decimal of at most 10^24 in magnitude, with at most 1000 decimals.
        dialect: ``"north"`` (*linh, nghìn, tư*) or ``"south"`` (*lẻ, ngàn, bốn*).
        spelling: choices of your own, instead of those of the dialect.

    Raises:
        NumberTypeError: a float was given; make a Decimal of its text instead.
        SpellingError: the number is too large, or there is no such dialect.

    >>> spell_number(5_388_000_000_000)
    'năm nghìn ba trăm tám mươi tám tỷ'
    >>> spell_number(Decimal("-10.05"), "south")
    'âm mười phẩy không năm'
    """
    choices = chosen(dialect, spelling)
    number = exact(value)
    whole, _, decimals = _plain(number).partition(".")
    words = ["âm"] * number.is_signed() + _integer(int(whole), choices)
    return " ".join([*words, "phẩy", *_decimals(decimals, choices)] if decimals else words)
