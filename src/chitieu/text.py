"""Text as it enters: folded once, every offset still pointing into the original.

Plans reach us from scanners, web pages and word processors. The same word comes as NFC or NFD, with
no-break spaces, with dashes of six kinds, with ``hoà`` for ``hòa``. `SourceText` folds all that once.
Nearly every fold replaces one character by one character, so offsets stay equal; where a fold cannot
(NFD, zero-width characters), break points map offsets back. Nothing downstream folds again.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from copy import copy
from typing import Generic, TypeVar

from attrs import frozen

from chitieu.errors import NumberTypeError
from chitieu.loose_rows import joined_rows, tabs_as_pipes

__all__ = ["CAPITALS", "SMALL", "Mention", "SourceText", "Span", "capitalized", "compared", "fold", "without_tone"]

_LETTERS = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
CAPITALS = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
"""Vietnamese capitals, for a class in a pattern: in Unicode they alternate with the small ones, so a range holds both."""
SMALL = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
"""Vietnamese small letters, for a class in a pattern."""

T = TypeVar("T")


@frozen(order=True)
class Span:
    """A half-open range of offsets in the original text: ``text[start:end]`` is what was read.

    >>> span = Span(4, 8)
    >>> "GRDP tăng 9,3%"[span.start:span.end]
    ' tăn'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of a text that this span names."""
        return text[self.start : self.end]


@frozen
class Mention(Generic[T]):
    """A value found in free text, with the place it was found at.

    Attributes:
        value: what was read.
        span: offsets in the original text.
        text: the original characters, ``original[span.start:span.end]``.
        notes: what a careful reader should know, e.g. that ``8.5%`` was read as 8,5%.

    >>> import chitieu as ct
    >>> mention = ct.find_quantities("đạt 45%")[0]
    >>> str(mention.value), mention.text, mention.span.start
    ('45%', '45%', 4)
    """

    value: T
    span: Span
    text: str
    notes: tuple[str, ...] = ()


_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = "".join(chr(c) for c in [*range(9), *range(14, 28), 31, *range(127, 160)] if c != 0x85)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PAIRS = {
    "\xd0": "Đ",  # Icelandic Eth and African D with hook are pasted for the Vietnamese letter
    "\u0189": "Đ",
    "\xf0": "đ",
    "\u0256": "đ",
    "\u01a2": "Ư",  # PDF files give the Latin letter Oi for it
    "\u01a3": "ư",
    "\u0130": "I",  # the one letter whose lower case is longer than itself
    "\uff05": "%",
    "\uff0f": "/",
    "\u2044": "/",
    "\u2082": "2",  # CO₂
    "\u2a7d": "≤",
    "\u2a7e": "≥",
    "\u2264": "≤",
    "\u2265": "≥",
}
_ONE_TO_ONE: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_DASHES, "-"),
    **_PAIRS,
}

# Tone marks of open syllables: the decree on spelling puts them on the first vowel (hòa, thủy), much
# software on the second (hoà, thuỷ). Only a vowel that ends its syllable moves; q-u is one consonant.
_OPEN_SYLLABLES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONED = {
    case(old): case(new) for old, new in _OPEN_SYLLABLES.items() for case in (str.lower, str.upper, str.capitalize)
}
_FOLDABLE = re.compile(rf"[{re.escape(''.join(_ONE_TO_ONE))}]")
_MARKS = "\u0300-\u036f"
_GONE = re.escape(_INVISIBLE + _CONTROLS)
_INDENT = rf"(?:[ {_SPACES}]{{1,14}}(?![ {_SPACES}]))"  # a wider one is the gap before a second column
_CLUSTERS = (
    rf"[^{_MARKS}][{_MARKS}]+"  # a letter and its marks apart: composed
    rf"|[{_GONE}]+"  # what shows nothing: dropped
    # line ends of DOS, spaces around a line end and runs of spaces: one character
    rf"|(?:[ {_SPACES}]+\r?\n|\r\n){_INDENT}?|\n{_INDENT}|[ {_SPACES}]{{2,}}"
)
_CLUSTER = re.compile(_CLUSTERS)
_MARKED_UP = re.compile(rf"(?:^|(?<=\n))#{{1,6}} +|\*\*(?=\S)|(?<=\S)\*\*|{_CLUSTERS}")
"""As `_CLUSTER`, and what Markdown sets headings and bold words in: dropped."""
_MAY_CLUSTER = re.compile(rf"[{_MARKS}{_GONE}{_SPACES}]")
_MAY_BE_MARKED_UP = re.compile(r"\*\*|^#", re.MULTILINE)


def _fold_match(match: re.Match[str]) -> str:
    found = match.group()
    return _ONE_TO_ONE[found]


_TONE_PAIR = re.compile(r"[oOuU](?<![qQ].)[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?!\w)")


def _move_tone(match: re.Match[str]) -> str:
    return _TONED.get(match.group(), match.group())


def _same_length_fold(text: str) -> str:
    if _FOLDABLE.search(text):
        text = _FOLDABLE.sub(_fold_match, text)
    return _TONE_PAIR.sub(_move_tone, text) if _TONE_PAIR.search(text) else text


def _shortened(cluster: str) -> str:
    """Return what a cluster is folded to."""
    if "\n" in cluster:
        return "\n"
    if cluster.isspace():
        return " "
    if cluster[0] in "#*":
        return ""
    return unicodedata.normalize("NFC", cluster) if "\u0300" <= cluster[-1] <= "\u036f" else ""


def _compose(text: str, clusters: re.Pattern[str]) -> tuple[str, list[int], list[int]]:
    """Compose marks and drop invisible characters; return break points of both texts."""
    parts: list[str] = []
    folded_at, original_at = [0], [0]
    done = length = 0
    for match in clusters.finditer(text):
        start, end = match.span()
        cluster = match.group()
        new = _shortened(cluster)
        parts += [text[done:start], new]
        length += start - done
        folded_at.append(length)
        original_at.append(start)
        length += len(new)
        folded_at.append(length)
        original_at.append(end)
        done = end
    parts.append(text[done:])
    return "".join(parts), folded_at, original_at


def _may_cluster(text: str) -> bool:
    return any(run in text for run in ("  ", "\r\n", " \n", "\n ")) or _MAY_CLUSTER.search(text) is not None


_ROW_END = re.compile(r"^([^\n|]*\|[^\n|]*\|[^\n]*)\n", re.MULTILINE)


def _flattened(text: str) -> str:
    """Join the lines; a row of a table ends in a pipe, so that nothing is read across two rows."""
    if text.count("|") > 1:
        text = _ROW_END.sub(r"\1|", text)
    return text.replace("\n", " ")


class SourceText:
    r"""A text folded for reading, with the way back to the original.

    Attributes:
        original: the text as it was given.
        text: the folded text; line breaks are kept.
        flat: `text` with line breaks as spaces, of the same length: hard-wrapped lines joined; the line break
            behind a row of a table is a pipe.
        lower: `flat` in lower case, of the same length.

    >>> source = SourceText("hoa\u0300 bình – 9,3\xa0%")
    >>> source.text
    'hòa bình - 9,3 %'
    >>> source.span(0, 3)
    Span(start=0, end=4)
    """

    __slots__ = ("_folded_at", "_original_at", "flat", "lower", "original", "text")

    def __init__(self, original: str) -> None:
        if not isinstance(original, str):
            raise NumberTypeError("text.type", found=type(original).__name__)
        self.original = original
        self._folded_at: list[int] = []
        self._original_at: list[int] = []
        text = tabs_as_pipes(original)
        if _MAY_BE_MARKED_UP.search(text):
            text, self._folded_at, self._original_at = _compose(text, _MARKED_UP)
        elif _may_cluster(text):
            text, self._folded_at, self._original_at = _compose(text, _CLUSTER)
        self.text = joined_rows(_same_length_fold(text))
        self.flat = _flattened(self.text)
        self.lower = self.flat.lower()

    def respelled(self, text: str) -> SourceText:
        """Return the same source with another text of the same length, as some readers want it; all offsets stay.

        >>> SourceText("a/ Thu ngân sách").respelled("a) Thu ngân sách").text
        'a) Thu ngân sách'
        """
        if len(text) != len(self.text):
            message = f"{len(text)} characters cannot stand for {len(self.text)}"
            raise ValueError(message)
        other = copy(self)
        other.text = text
        other.flat = _flattened(text)
        other.lower = other.flat.lower()
        return other

    def offset(self, folded: int) -> int:
        """Return the offset in the original text of an offset in the folded text."""
        if not self._folded_at:
            return folded
        at = bisect_right(self._folded_at, folded) - 1
        return self._original_at[at] + folded - self._folded_at[at]

    def folded(self, original: int) -> int:
        r"""Return the offset in the folded text of an offset in the original text: the way back of `offset`.

        >>> source = SourceText("hoa\u0300 bình")
        >>> source.original.index("bình"), source.folded(source.original.index("bình"))
        (5, 4)
        """
        if not self._folded_at:
            return original
        at = bisect_right(self._original_at, original) - 1
        end = self._folded_at[at + 1] if at + 1 < len(self._folded_at) else len(self.text)
        return min(self._folded_at[at] + original - self._original_at[at], end)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the original text of a range of the folded text."""
        if not self._folded_at:
            return Span(start, end)
        # The end is taken from the last character read, so that a dropped character after it
        # (a soft hyphen, a zero-width space) is not swept into the span.
        return (
            Span(self.offset(start), self.offset(end - 1) + self._width(end - 1))
            if end > start
            else Span(self.offset(start), self.offset(start))
        )

    def _width(self, folded: int) -> int:
        """Count the original characters that one folded character came from."""
        at = bisect_right(self._folded_at, folded) - 1
        if at + 1 < len(self._folded_at) and self._folded_at[at + 1] == folded + 1:
            return self._original_at[at + 1] - self._original_at[at] - (folded - self._folded_at[at])
        return 1

    def wide_gaps(self, least: int) -> list[tuple[int, int]]:
        """Return the places of spaces that stand for runs of at least so many, with the length of each run.

        Copies of a page in two columns keep the columns apart by such runs.

        >>> SourceText("Nơi nhận:          CHỦ TỊCH").wide_gaps(4)
        [(9, 10)]
        """
        folded, original = self._folded_at, self._original_at
        return [
            (folded[at], original[at + 1] - original[at])
            for at in range(1, len(folded) - 1, 2)
            if original[at + 1] - original[at] >= least and self.text[folded[at] : folded[at + 1]] == " "
        ]

    def mention(self, value: T, start: int, end: int, notes: tuple[str, ...] = ()) -> Mention[T]:
        """Wrap a value read from a range of the folded text."""
        span = self.span(start, end)
        return Mention(value, span, self.original[span.start : span.end], notes)

    def clean(self, start: int, end: int) -> str:
        """Return a range of the folded text as one line, runs of spaces as one."""
        return " ".join(self.flat[start:end].split())


def fold(text: str) -> str:
    r"""Return a text with the writings that mean the same made the same (NFC, dashes, spaces, tones).

    >>> fold("Thanh Hoá –\xa0quý") == "Thanh Hóa - quý"
    True
    """
    if not isinstance(text, str):
        raise NumberTypeError("text.type", found=type(text).__name__)
    return _same_length_fold(_compose(text, _CLUSTER)[0] if _may_cluster(text) else text)


def compared(text: str) -> str:
    """Return a text as words are compared: folded, in small letters, with single spaces and no marks at its ends.

    >>> compared(" Đã  hoàn thành.") == compared("ĐÃ HOÀN THÀNH")
    True
    """
    return " ".join(fold(text).lower().strip(" .,;:!").split())


_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")


def without_tone(word: str) -> tuple[str, int]:
    """Return a word without marks of tone, and how many it had.

    >>> without_tone("người"), without_tone("gíải")
    (('ngươi', 1), ('giai', 2))
    """
    apart = unicodedata.normalize("NFD", word)
    bare = "".join(char for char in apart if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", bare), len(apart) - len(bare)


def capitalized(text: str) -> str:
    """Return a text with a capital at its beginning, the rest as it is.

    >>> capitalized("đạt chuẩn OCOP")
    'Đạt chuẩn OCOP'
    """
    return text[:1].upper() + text[1:]
