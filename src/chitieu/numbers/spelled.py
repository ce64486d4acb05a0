"""Read numbers in words back: *bốn mươi mốt phẩy hai mươi tư* is ``41,24``, with its digits.

What `chitieu.numbers.spelling` writes is read in one way; common variants (*hai mốt*, *một trăm rưỡi*, *ba phần tư*) are
read where they can mean one number only, and refused with the word in question where they cannot.
"""

from __future__ import annotations

import re
from collections.abc import Container
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple, NoReturn

from chitieu.errors import NumberTypeError, ParseError
from chitieu.numbers.decimals import scaled
from chitieu.numbers.spelling import DIGIT_WORDS, LIMIT, LIMIT_NAME, MOST_PLACES
from chitieu.text import SourceText

__all__ = ["parse_spelled_number"]


class _Kind(Enum):
    """What a word does in a number."""

    DIGIT = "digit"
    TAIL = "tail"
    """A unit behind a ten, in the form it has only there; its *mươi* may be left out (*hai tư*)."""
    TEN = "ten"
    TENS = "tens"
    ODD = "odd"
    HUNDRED = "hundred"
    SCALE = "scale"
    BILLION = "billion"
    POINT = "point"
    MINUS = "minus"
    AND_HALF = "and half"
    HALF = "half"
    PARTS = "parts"


class _Meaning(NamedTuple):
    kind: _Kind | None
    value: int = 0


_UNKNOWN = _Meaning(None)
_ANY = range(100)
_COUNTING = range(1, 10)
_PLACES = {_Kind.HUNDRED, _Kind.SCALE, _Kind.BILLION}
# Not năm: "hai mươi năm" is twenty years.
_AFTER_TEN = frozenset(_COUNTING) - {5}

# The first word of each kind and value is the one that errors name.
_WORDS: dict[str, _Meaning] = {
    **{word: _Meaning(_Kind.DIGIT, value) for value, word in enumerate(DIGIT_WORDS)},
    "bẩy": _Meaning(_Kind.DIGIT, 7),
    "mốt": _Meaning(_Kind.TAIL, 1),
    "tư": _Meaning(_Kind.TAIL, 4),
    "lăm": _Meaning(_Kind.TAIL, 5),
    "nhăm": _Meaning(_Kind.TAIL, 5),
    "mười": _Meaning(_Kind.TEN, 10),
    "mươi": _Meaning(_Kind.TENS, 10),
    "linh": _Meaning(_Kind.ODD),
    "lẻ": _Meaning(_Kind.ODD),
    "trăm": _Meaning(_Kind.HUNDRED, 2),
    "nghìn": _Meaning(_Kind.SCALE, 3),
    "ngàn": _Meaning(_Kind.SCALE, 3),
    "triệu": _Meaning(_Kind.SCALE, 6),
    "tỷ": _Meaning(_Kind.BILLION, 9),
    "tỉ": _Meaning(_Kind.BILLION, 9),
    "phẩy": _Meaning(_Kind.POINT),
    "phảy": _Meaning(_Kind.POINT),
    "âm": _Meaning(_Kind.MINUS),
    "rưỡi": _Meaning(_Kind.AND_HALF),
    "rưởi": _Meaning(_Kind.AND_HALF),
    "nửa": _Meaning(_Kind.HALF),
    "phần": _Meaning(_Kind.PARTS),
}
_WORD = re.compile(r"\S+")


class _Words:
    """The words of a text and the place reached; remembers what was looked for there."""

    def __init__(self, text: str) -> None:
        self._source = SourceText(text)
        self._spans = [match.span() for match in _WORD.finditer(self._source.lower)]
        self._meanings = [_WORDS.get(self._source.lower[start:end], _UNKNOWN) for start, end in self._spans]
        self._sought: list[tuple[_Kind, Container[int]]] = []
        self.at = 0

    def __len__(self) -> int:
        return len(self._spans)

    def peek(self, kind: _Kind, ahead: int = 0) -> int | None:
        """Return the value of a word further on if it is of a kind."""
        at = self.at + ahead
        found = self._meanings[at] if at < len(self._meanings) else _UNKNOWN
        return found.value if found.kind is kind else None

    def take(self, kind: _Kind, values: Container[int] = _ANY) -> int | None:
        """Step over the next word and return its value if it is of a kind and one of some values."""
        value = self.peek(kind)
        if value is None or value not in values:
            self._sought.append((kind, values))
            return None
        self.at += 1
        self._sought = []
        return value

    def places_since(self, start: int) -> list[int]:
        """Return the exponents of the places (trăm, nghìn, triệu, tỷ) named since a word."""
        return [value for kind, value in self._meanings[start : self.at] if kind in _PLACES]

    def error(self, code: str, first: int, last: int, **fields: Any) -> ParseError:
        """Build the error for a range of words."""
        start, end = self._spans[first][0], self._spans[last][1]
        span = self._source.span(start, end)
        found = self._source.flat[start : min(end, start + 40)]
        return ParseError(code, text=self._source.original, start=span.start, end=span.end, found=found, **fields)

    def fail(self, code: str = "spelling.order") -> NoReturn:
        """Refuse the next word, or the end, and say what was looked for instead."""
        expected = ", ".join(dict.fromkeys(word for sought in self._sought for word in _named(*sought))) or "∅"
        if self.at == len(self):
            raise self.error("spelling.unfinished", self.at - 1, self.at - 1, expected=expected)
        known = self._meanings[self.at].kind is not None
        raise self.error(code if known else "spelling.unknown_word", self.at, self.at, expected=expected)

    def too_large(self) -> ParseError:
        """Build the error for a number beyond the limit, at the last word read."""
        return self.error("spelling.too_large", self.at - 1, self.at - 1, limit=LIMIT_NAME, places=MOST_PLACES)

    def refuse_unit(self) -> None:
        """Refuse *phần trăm* and *phần nghìn*: they are units, not part of the number."""
        unit = self.peek(_Kind.HUNDRED, 1) or self.peek(_Kind.SCALE, 1)
        if self.peek(_Kind.PARTS) is not None and unit:
            raise self.error("spelling.unit", self.at, self.at + 1)

    def finish(self) -> None:
        """Make sure that all words were read."""
        if self.at < len(self):
            self.refuse_unit()
            self.fail("spelling.extra")


def _named(kind: _Kind, values: Container[int]) -> list[str]:
    """Return one word for each value of a kind."""
    words: dict[int, str] = {}
    for word, (other, value) in _WORDS.items():
        if other is kind and value in values:
            words.setdefault(value, word)
    return list(words.values())


def _first_of(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _tens(words: _Words, digit: int) -> int | None:
    """Read what makes a digit a number of tens: *hai mươi ba*, *hai mốt*; None if nothing does."""
    if digit == 0:
        return None
    if words.take(_Kind.TENS) is None:
        tail = words.take(_Kind.TAIL)
        return None if tail is None else 10 * digit + tail
    return 10 * digit + (words.take(_Kind.TAIL) or words.take(_Kind.DIGIT, _AFTER_TEN) or 0)


def _teen(words: _Words) -> int | None:
    if words.take(_Kind.TEN) is None:
        return None
    return 10 + (words.take(_Kind.DIGIT, _AFTER_TEN) or words.take(_Kind.TAIL, {5}) or 0)


def _odd(words: _Words) -> int | None:
    """Read *linh năm*: a unit whose ten is zero."""
    if words.take(_Kind.ODD) is None:
        return None
    return words.take(_Kind.DIGIT, _COUNTING) or words.take(_Kind.TAIL, {4}) or words.fail()


def _behind_hundred(words: _Words) -> int:
    small = _first_of(_odd(words), _teen(words))
    digit = words.take(_Kind.DIGIT, _COUNTING) if small is None else None
    if digit is None:
        return small or 0
    number = _tens(words, digit)
    if number is None:  # "một trăm hai" is 102 to one and 120 to another
        raise words.error("spelling.ambiguous", words.at - 1, words.at - 1)
    return number


def _group(words: _Words, *, higher: bool) -> int | None:
    """Read a group of three digits; behind a higher group it cannot be one bare digit."""
    digit = words.take(_Kind.DIGIT)
    if digit is None:
        return _first_of(_teen(words), _odd(words) if higher else None)
    if digit == 0 and not higher:
        return 0
    if words.take(_Kind.HUNDRED) is not None:
        return 100 * digit + _behind_hundred(words)
    number = _tens(words, digit)
    return _bare(words, digit, higher=higher) if number is None else number


def _bare(words: _Words, digit: int, *, higher: bool) -> int:
    """Accept a digit alone: the whole group, but not in *một nghìn hai* (1.002 or 1.200)."""
    if not higher or words.peek(_Kind.SCALE) is not None:
        return digit
    if digit == 0:
        words.fail()
    raise words.error("spelling.ambiguous", words.at - 1, words.at - 1)


def _chunk(words: _Words, *, higher: bool) -> int | None:
    """Read the groups up to a *tỷ*: so many *triệu*, *nghìn* and ones."""
    chunk, ceiling = None, 9
    while ceiling and (group := _group(words, higher=higher)) is not None:
        if group == 0 and not higher:
            return 0
        ceiling = words.take(_Kind.SCALE, range(1, ceiling)) or 0
        chunk, higher = (chunk or 0) + group * 10**ceiling, True
    return chunk


def _whole(words: _Words) -> int:
    """Read a whole number; each *tỷ* multiplies everything before it."""
    total = _chunk(words, higher=False)
    if total is None:
        words.fail()
    while total and words.take(_Kind.BILLION) is not None:
        repeated = words.peek(_Kind.BILLION) is not None
        total = total * 10**9 + (0 if repeated else _chunk(words, higher=True) or 0)
        if total > LIMIT:
            raise words.too_large()
    return total


def _run_of_digits(words: _Words) -> int:
    """Count the digits ahead that are read one by one; 0 if the run belongs to *hai mươi* or *một trăm*."""
    count = 0
    while words.peek(_Kind.DIGIT, count) is not None:
        count += 1
    grouped = (words.peek(kind, count) for kind in (_Kind.TENS, _Kind.TAIL, _Kind.HUNDRED))
    return 0 if _first_of(*grouped) is not None else count


def _fraction(words: _Words) -> str:
    """Read the digits behind the comma: zeros one by one, then digits one by one or a number."""
    zeros = 0
    while words.peek(_Kind.DIGIT) == 0 and words.peek(_Kind.HUNDRED, 1) is None:
        zeros += 1
        words.take(_Kind.DIGIT)
    rest = "".join(str(words.take(_Kind.DIGIT)) for _ in range(_run_of_digits(words))) or _small_number(words)
    if not zeros and not rest:
        words.fail()
    return "0" * zeros + rest


def _small_number(words: _Words) -> str:
    """Read decimals said as a number of two or three digits; empty if there are none."""
    digit = words.take(_Kind.DIGIT)
    if digit is None:
        teen = _teen(words)
        return "" if teen is None else str(teen)
    if words.take(_Kind.HUNDRED) is not None:
        return f"{100 * digit + _behind_hundred(words):03}"
    return str(_tens(words, digit) or words.fail())


def _shifted(words: _Words, whole: int, decimals: str) -> Decimal:
    """Read the place behind a decimal number (*hai phẩy năm triệu*) and return the value."""
    places = words.take(_Kind.SCALE) or 0
    while words.take(_Kind.BILLION) is not None:
        places += 9
        if places > 24:
            raise words.too_large()
    decimals = decimals.ljust(places, "0")
    # By digits, not by arithmetic, which would round to the context's precision.
    value = Decimal(f"{whole}{decimals[:places]}.{decimals[places:]}")
    if value > LIMIT:
        raise words.too_large()
    return value


def _ratio(words: _Words, start: int, numerator: int) -> Decimal:
    """Read the denominator of *ba phần tư* and divide."""
    words.refuse_unit()
    words.take(_Kind.PARTS)
    denominator = words.take(_Kind.TAIL, {4}) or _whole(words)
    if denominator == 0 or pow(10, 80, denominator):  # 80 places are enough for any power of 2 below 10^24
        raise words.error("spelling.fraction", start, words.at - 1)
    return scaled(Decimal(numerator), Fraction(1, denominator))


def _and_half(words: _Words, start: int, whole: int) -> Decimal:
    """Read *rưỡi*, half of the one place named: *một trăm rưỡi*, *hai triệu rưỡi*."""
    places = words.places_since(start)
    ends_in_place = len(places) == 1 and whole % 10 ** places[0] == 0
    if ends_in_place and words.take(_Kind.AND_HALF) is not None:
        whole += 10 ** places[0] // 2
    return Decimal(whole)


def _value(words: _Words) -> Decimal:
    start = words.at
    if words.peek(_Kind.DIGIT) == 1 and words.peek(_Kind.HALF, 1) is not None:
        words.take(_Kind.DIGIT)  # một nửa
    if words.take(_Kind.HALF) is not None:
        return _shifted(words, 0, "5")
    whole = _whole(words)
    if words.take(_Kind.POINT) is not None:
        return _shifted(words, whole, _fraction(words))
    if words.peek(_Kind.PARTS) is not None:
        return _ratio(words, start, whole)
    return _and_half(words, start, whole)


def parse_spelled_number(text: str) -> Decimal:
    """Read one number in words; its decimals are kept (*không phẩy mười* is 0.10).

    What `spell_number` writes is read back, and what people say besides: *hai mốt*, *hai nhăm*, *một triệu
    rưỡi*, *ba phần tư*, *nửa tỷ*, *hai phẩy năm triệu*, *một nghìn lẻ một*. Upper case, decomposed letters
    and spaces make no difference.

    Args:
        text: the number alone, without a unit.

    Raises:
        ParseError: a word does not belong there (the error says which words do), can be read in two ways
            (*một nghìn hai*), or the number is beyond 10^24 or has no exact decimal (*một phần ba*).
        NumberTypeError: what was given is no text.

    >>> parse_spelled_number("bốn mươi mốt phẩy hai mươi tư")
    Decimal('41.24')
    >>> parse_spelled_number("Hai ngàn rưỡi"), parse_spelled_number("ba phần tư")
    (Decimal('2500'), Decimal('0.75'))
    >>> parse_spelled_number("hai trăm xã")
    Traceback (most recent call last):
    ...
    chitieu.errors.ParseError: line 1, column 10: 'xã' is not a word of a number...
    hai trăm xã
             ^^
    """
    if not isinstance(text, str):
        raise NumberTypeError("number.not_text", found=type(text).__name__)
    words = _Words(text)
    if not len(words):
        raise ParseError("spelling.none", text=text, start=0, end=len(text))
    negative = words.take(_Kind.MINUS) is not None
    value = _value(words)
    words.finish()
    return value.copy_negate() if negative else value
