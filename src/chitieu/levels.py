"""Levels of a document: what opens a heading or an item, declared by writing the first one of it.

``Điều 1.`` declares headings that say *Điều* and an Arabic number with a dot; ``a)`` a letter with a bracket;
``Thứ nhất,`` an ordinal in words; ``-`` a bullet. In a form the words ``I``, ``1``, ``a``, ``A``, ``nhất`` and
``một`` stand for what counts; every other character stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from chitieu.settings import setting
from chitieu.text import CAPITALS, fold

__all__ = [
    "LETTERS",
    "PART_LETTERS",
    "Level",
    "Marker",
    "Markers",
    "compile_markers",
    "last_number",
    "works",
    "write_marker",
]

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Points of law: đ after d, no f, j, w, z."""
PART_LETTERS = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
"""Parts of a document: some count *D, Đ, E, G*, some *D, E, F*; the order is one."""

_ORDINALS = (
    ("một", "nhất"), ("hai", "nhì"), ("ba",), ("bốn", "tư"), ("năm",), ("sáu",), ("bảy", "bẩy"), ("tám",), ("chín",),
    ("mười",), ("mười một", "mười mốt"), ("mười hai",), ("mười ba",), ("mười bốn",), ("mười lăm",),
)  # fmt: skip
_ORDINAL_OF = {word: at for at, words in enumerate(_ORDINALS, 1) for word in words}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ORDINAL_PATTERN = "|".join(
    form for word in sorted(_ORDINAL_OF, key=len, reverse=True) for form in (word, word.capitalize(), word.upper())
)
_TOKENS = {
    "I": r"[IVX]{1,6}",
    "a": rf"[{LETTERS}]",
    "A": rf"[{PART_LETTERS}]",
    **dict.fromkeys(("nhất", "một", "Nhất", "Một", "NHẤT", "MỘT"), f"(?:{_ORDINAL_PATTERN})"),
}
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\s+|.")
_GAP = r"\s+(?=\S)"
_TIGHT = r"(?:\s+(?=[^\s.,%)])|(?=[^\d\s.,%)]))"  # "1.Về kinh tế" and "6. 19/20 xã" are items, "1.500" is a number
_NAME_BEHIND = rf"(?:[.)]?\s+(?=[{CAPITALS}]|[(“\"])|[.)]\s+(?=[0-9]))"
"""``1.1 Kinh tế`` and ``1.1. 95% hộ`` are items, ``1.1 triệu`` is a number."""


@frozen
class Level:
    """One level of headings or items.

    Attributes:
        forms: the ways its first heading or item is written (``("I.", "I-")``).
        rank: place among the levels that divide the whole document, 0 the widest; None for a level that
            stands inside whatever was open when it first appeared.

    >>> Level(forms=("Điều 1.",), rank=3).forms
    ('Điều 1.',)
    """

    forms: tuple[str, ...] = setting(
        "The ways its first heading or item is written.", factory=tuple, example='["I.", "I-"]'
    )
    rank: int | None = setting(
        "Place among the levels that divide the whole document, 0 the widest; none for a level that stands "
        "inside whatever was open when it first appeared.",
        example="5",
    )


@frozen
class Marker:
    """What opens a line.

    Attributes:
        level: name of the level; `kind`: the same, or ``bullet`` for marks that do not count.
        label: what counts, without the punctuation around it (``Điều 3``, ``IV``, ``đ``); the mark of a bullet.
        number: its place in the sequence from 1, or None for a bullet.
        counter: how it counts: ``I``, ``1``, ``a``, ``A``, ``nhất`` (words), or nothing for a bullet.
        length: how many characters of the line it takes, the spaces behind it included.
        rank: the rank of its level.

    >>> marker = compile_markers({"roman": Level(("I.",), 5)}).match("IV. Giải pháp")
    >>> marker.label, marker.number, marker.length
    ('IV', 4, 4)
    """

    level: str
    kind: str
    label: str
    number: int | None
    counter: str
    length: int
    rank: int | None = None


def roman_value(text: str) -> int:
    """Return the value of a Roman number of the letters I, V and X.

    >>> roman_value("XIV")
    14
    """
    total = 0
    for char, after in zip(text, f"{text[1:]} ", strict=True):
        value = _ROMAN[char]
        total += -value if value < _ROMAN.get(after, 0) else value
    return total


_VALUES: dict[str, Callable[[str], int]] = {
    "I": roman_value,
    "1": int,
    "a": lambda text: LETTERS.index(text) + 1,
    "A": lambda text: PART_LETTERS.index(text) + 1,
    "nhất": lambda text: _ORDINAL_OF[text.lower()],
}


@frozen
class _Form:
    level: str
    rank: int | None
    counted: str  # key of `_VALUES`; empty for a bullet


def _literal(token: str) -> str:
    if token.isspace():
        return r"\s+"
    return f"(?:{token}|{token.upper()})" if token.isalpha() else re.escape(token)


def _counter(token: str) -> str:
    """Return which counter a token of a form stands for, or nothing."""
    if token in ("I", "a", "A"):
        return token
    if token.isdecimal() and int(token) == 1:  # "01" too: the zero is padding
        return "1"
    return "nhất" if token.lower() in ("nhất", "một") else ""


def _counters(form: str) -> tuple[list[str], list[int]]:
    """Return the tokens of a form and the places of those that count."""
    tokens = _TOKEN.findall(form.strip())
    return tokens, [at for at, token in enumerate(tokens) if _counter(token)]


def _tail(counted: str, closing: str, inner: str) -> str:
    """Return what must follow a marker so that it is one."""
    if not counted:
        return rf"(?:{_GAP}|(?=[^\W\d_]))"
    if not closing.strip():
        return _NAME_BEHIND if counted == "1" and "." in inner else r"(?:[.:]|\s|$)\s*"
    space = r"\s?" if closing[0].isspace() or counted in ("I", "A") else ""
    mark = space + re.escape(closing.strip())
    if counted in ("I", "A"):
        return rf"{mark}(?:{_GAP}|(?=[^\W\d_]))"
    if counted == "a":
        return mark + _GAP
    if counted == "1" and closing.strip() == ".":
        return mark + (r"\s*" if any(char.isalpha() for char in inner) else _TIGHT)
    return mark + (_GAP if closing.strip() in "-/" else r"\s*")


def _pattern_of(token: str, width: str) -> str:
    """Return the pattern of a token that counts."""
    return width if _counter(token) == "1" else _TOKENS[token]


def _compile(form: str, at: int) -> tuple[str, str]:
    """Return the pattern of a form, its label in one group and what counts last in another, and what it counts by."""
    tokens, counters = _counters(fold(form))
    if not counters:
        return f"(?P<f{at}>{re.escape(fold(form).strip())}){_tail('', '', '')}", ""
    words = [place for place, token in enumerate(tokens) if token[0].isalnum()]
    first, last = words[0], words[-1]
    opening = "".join(map(_literal, tokens[:first]))
    width = r"[0-9]{1,3}" if len(counters) == 1 else r"[0-9]{1,2}"
    parts = [
        _literal(token) if place not in counters else _pattern_of(token, width) for place, token in enumerate(tokens)
    ]
    parts[counters[-1]] = f"(?P<n{at}>{parts[counters[-1]]})"
    label, counted = "".join(parts[first : last + 1]), _counter(tokens[counters[-1]])
    closing, inner = "".join(tokens[last + 1 :]), "".join(tokens[first : last + 1])
    return f"{opening}(?P<f{at}>{label}){_tail(counted, closing, inner)}", counted


_AFTER_LETTER = frozenset(").-/: ")


def _openers(forms: Iterable[str]) -> frozenset[str]:
    """Return the letters a marker of more than one letter may begin with."""
    found: set[str] = set()
    for form in forms:
        first = _TOKEN.findall(form)[0]
        if first == "I":
            found |= set(_ROMAN)
        elif _counter(first) == "nhất":
            found |= {word[0].upper() for word in _ORDINAL_OF}
        elif first[0].isalpha() and first not in ("a", "A"):
            found |= {first[0], first[0].upper()}
        elif first in ("a", "A") and form.strip()[1:2].isdecimal():  # "a1)"
            found |= set(LETTERS) if first == "a" else set(LETTERS.upper())
    return frozenset(found)


class Markers:
    """The compiled levels of a format: says what opens a line."""

    def __init__(self, levels: Mapping[str, Level]) -> None:
        forms = [(form, name, level) for name, level in levels.items() for form in level.forms]
        # "1.1.1" before "1.1" before "1.", "++" before "+"; "I." is a Roman number before it is a capital
        forms.sort(key=lambda item: (-len(item[0]), "A" in _TOKEN.findall(item[0])))
        parts: list[str] = []
        self._forms: dict[str, _Form] = {}
        for at, (form, name, level) in enumerate(forms):
            pattern, counted = _compile(form, at)
            parts.append(pattern)
            self._forms[f"f{at}"] = _Form(name, level.rank, counted)
        self._pattern = re.compile("|".join(parts) or r"(?!)")
        self._openers = _openers(form for form, _, _ in forms)

    def match(self, line: str) -> Marker | None:
        """Return what opens a line, or None.

        Args:
            line: the line without spaces before it, folded.
        """
        first = line[:1]
        if first.isalpha() and first not in self._openers and line[1:2] not in _AFTER_LETTER:
            return None  # nearly every line of running text: spared the pattern
        found = self._pattern.match(line)
        if found is None:
            return None
        group = str(found.lastgroup)
        form, label = self._forms[group], found[group]
        if not form.counted:
            return Marker(form.level, "bullet", label, None, "", found.end(), form.rank)
        number = _VALUES[form.counted](found[f"n{group[1:]}"])
        return Marker(form.level, form.level, label, number, form.counted, found.end(), form.rank)


def compile_markers(levels: Mapping[str, Level]) -> Markers:
    """Compile the levels of a format.

    >>> markers = compile_markers({"article": Level(("Điều 1.",), 3), "point": Level(("a)",))})
    >>> marker = markers.match("Điều 12. Hiệu lực")
    >>> marker.level, marker.label, marker.number
    ('article', 'Điều 12', 12)
    >>> markers.match("đ) Chỉ tiêu khác").number
    5
    """
    return Markers(levels)


# --- writing them back --------------------------------------------------------------------------------------

_ROMAN_DIGITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LAST = {"": 1, "I": 37, "a": len(LETTERS), "A": len(PART_LETTERS), "nhất": len(_ORDINALS)}
"""How far each counter goes: XXXVIII is longer than any Roman number that is read."""
_RANKED_WORDS = {1: "nhất", 4: "tư"}
"""Where an ordinal is another word than the number: *Thứ nhất*, *Thứ tư*, but *Một là*, *Bốn là*."""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN_DIGITS:
        text += letters * (number // value)
        number %= value
    return text


def _ordinal(number: int, first: str) -> str:
    """Return an ordinal in the case of the first one."""
    ranked = first.lower() == "nhất"
    word = _RANKED_WORDS.get(number, _ORDINALS[number - 1][0]) if ranked else _ORDINALS[number - 1][0]
    if first.isupper():
        return word.upper()
    return word.capitalize() if first[0].isupper() else word


_WRITERS: dict[str, Callable[[int, str], str]] = {
    "I": lambda number, _: _roman(number),
    "1": lambda number, first: str(number).zfill(len(first)),
    "a": lambda number, _: LETTERS[number - 1],
    "A": lambda number, _: PART_LETTERS[number - 1],
    "nhất": _ordinal,
}


def last_number(form: str) -> int:
    """Return the last number a form can count to; 1 for a bullet.

    >>> last_number("a)"), last_number("Điều 1."), last_number("-")
    (23, 999, 1)
    """
    tokens, counters = _counters(form)
    counter = _counter(tokens[counters[-1]]) if counters else ""
    return _LAST.get(counter, 999 if len(counters) == 1 else 99)


def write_marker(form: str, number: int) -> str:
    """Write the marker of a form at a place in its sequence: what `Markers.match` reads back.

    Args:
        form: how the first one is written.
        number: the place in the sequence, from 1; a bullet is always the same.

    Raises:
        ValueError: the form does not count so far, see `last_number`.

    >>> [write_marker(form, 4) for form in ("I-", "Điều 1.", "a)", "Thứ nhất,", "1.1", "-")]
    ['IV-', 'Điều 4.', 'd)', 'Thứ tư,', '1.4', '-']
    """
    tokens, counters = _counters(form)
    if not counters:
        return form.strip()
    if not 1 <= number <= last_number(form):
        message = f"{form!r} counts from 1 to {last_number(form)}, not {number}"
        raise ValueError(message)
    at = counters[-1]
    tokens[at] = _WRITERS[_counter(tokens[at])](number, tokens[at])
    return "".join(tokens)


def works(form: str) -> bool:
    """Whether the markers a form writes are read back as what they are.

    >>> works("Nhiệm vụ 1 -"), works("1.a"), works("(i)")
    (True, True, True)
    """
    if not form.strip():
        return False
    markers = Markers({"form": Level((form,))})
    bullet = not _counters(fold(form))[1]
    for number in (1,) if bullet else (1, 2, min(3, last_number(form))):
        found = markers.match(fold(f"{write_marker(form, number)} Tên"))
        if found is None or found.number != (None if bullet else number):
            return False
    return True
