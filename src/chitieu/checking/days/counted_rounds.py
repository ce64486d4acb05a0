"""Rounds that are counted and then named one by one: *04 kỳ báo cáo: quý I, 6 tháng, 9 tháng và cả năm*, *2 đợt: đợt 1 …, đợt 2 …*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.texts.places import ahead_of_first

__all__ = ["CountedRounds", "counted_rounds"]


@frozen
class CountedRounds:
    """A number of rounds that is not the number of those named behind it.

    Attributes:
        start, stop: the offsets of the number and its noun.
        stated: the number; `named`: how many are named.
        noun: what is counted.
    """

    start: int
    stop: int
    stated: int
    named: int
    noun: str


_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_STATED = re.compile(
    rf"(?<![\w.,/-])(?P<number>0?[2-9]|1[0-2]|{'|'.join(_WORDS)})\s(?P<noun>kỳ|báo cáo|đợt|giai đoạn|bước|vòng|chặng)(?!\w)"
    r"(?:[^.;:|0-9()]|(?<=năm )20[0-9]{2}){0,60}?(?::|,?\s(?:bao )?gồm:?)\s"
)
_LIST = re.compile(r"[^\n|]{0,600}?(?=\.(?:\s|$)|\n|\||$)")
"""What stands behind the number up to the end of its line, sentence or cell; none where that is far off."""
_OF_TERMS = frozenset({"kỳ", "báo cáo"})
_BESIDES = re.compile(r"\s?[;,(]\s?(?:ngoài ra|không kể|chưa kể|và (?:các )?báo cáo (?:đột xuất|chuyên đề))(?!\w)")
_ITEM = re.compile(r"\s?[,;]\s(?:và\s)?|\s(?:và|cùng)\s")
_TERM = re.compile(
    r"(?:(?:báo cáo|kỳ|số liệu)\s)*(?:qu[ýí]\s(?:i{1,3}|iv|[1-4])|(?:0?[369]|sáu|chín)\stháng(?:\s(?:đầu|cuối)\snăm)?|(?:cả\s)?năm|tháng\s[0-9]{1,2})(?:\s?/?\s?(?:năm\s)?20[0-9]{2})?"
)
_ORDER = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "đầu": 1,
}
_LEAST = 2


def counted_rounds(text: str, lower: str) -> Iterator[CountedRounds]:
    """Yield the numbers of rounds that differ from those named behind them in the same line.

    Args:
        text: a folded text with its lines.
        lower: the same in small letters on one line, of the same length.

    >>> text = "gồm 03 kỳ: quý I, 6 tháng, 9 tháng và cả năm."
    >>> [(one.stated, one.named) for one in counted_rounds(text, text.lower())]
    [(3, 4)]
    """
    for match in _STATED.finditer(lower):
        found = _LIST.match(text, match.end())
        listed = lower[match.end() : found.end()] if found is not None else ""
        named = _terms(listed) if match["noun"] in _OF_TERMS else _numbered(listed, match["noun"])
        stated = _WORDS.get(match["number"]) or int(match["number"])
        if named >= _LEAST and named != stated:
            yield CountedRounds(match.start(), match.end("noun"), stated, named, match["noun"])


def _terms(listed: str) -> int:
    """Return how many terms of reports a list names, 0 where it names anything else."""
    items = [item.strip() for item in _ITEM.split(ahead_of_first(_BESIDES, listed))]
    return len(items) if all(_TERM.fullmatch(item) for item in items) else 0


def _numbered(listed: str, noun: str) -> int:
    """Return the number of rounds a list names by their numbers from one on, 0 where one is left out or named twice."""
    numbers = re.findall(
        rf"(?<!\w){noun}\s(?:thứ\s)?([0-9]{{1,2}}|{'|'.join(sorted(_ORDER, key=len, reverse=True))})(?!\w)", listed
    )
    found = [int(one) if one.isdigit() else _ORDER[one] for one in numbers]
    return len(found) if found == list(range(1, len(found) + 1)) else 0
