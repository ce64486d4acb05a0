"""Numbers with their words in brackets: *07 (tám) xã*, *1.500.000 đồng (một triệu sáu trăm nghìn đồng)*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from chitieu.checking.texts.anchors import matches_around, matches_at
from chitieu.errors import ParseError
from chitieu.numbers.decimals import read_digits
from chitieu.numbers.spelled import parse_spelled_number
from chitieu.text import SourceText

__all__ = ["NumberWords", "numbers_in_words"]


@frozen(eq=False)
class NumberWords:
    """A number with its words.

    Attributes:
        start, end: where both stand.
        figures: the number; `words`: what the words say.
    """

    start: int
    end: int
    figures: Decimal
    words: Decimal


_IN_WORDS = re.compile(
    r"(?<![\w.,/\-])(?P<figures>[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)(?:\s(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ))?(?:\s(?P<unit>đồng|usd|người|hộ|xã|học sinh|lao động|căn|cái|chiếc|lớp|đơn vị))?"
    r"\s\((?:(?:viết )?bằng chữ\s?:\s|(?P<lead>là |tức là |tức )?)"
    r"(?P<words>(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:,?\s[^\W\d_]+){0,40})[./]?\)"
)
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_DIGIT_WORDS = "một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|trăm|linh|lẻ|nghìn|không"
_WORDS_FIRST = re.compile(
    rf"(?<!thứ )(?<!tháng )(?<!lớp )(?<!\w)(?P<words>(?:{_DIGIT_WORDS})(?:\s(?:{_DIGIT_WORDS})){{0,8}})\s\((?P<figures>[0-9]{{1,3}})\)(?=\s[^\W\d_])"
)
"""``mười hai (12) xã``; *năm (…)* may be a year."""
_FIRST_DIGIT = re.compile(r"[0-9](?<![\w.,/\-].)(?=[0-9.,]*\s)")
_FIGURES = re.compile(r"\([0-9]")
_WIDEST = (120, 20)
"""Characters of words ahead of figures in brackets, and from there on."""
_ENDS = re.compile(r"\s(?:chẵn|(?:đồng|usd|người|hộ|xã|học sinh|lao động|căn|cái|chiếc|lớp|đơn vị)(?: chẵn)?)$")


def numbers_in_words(source: SourceText) -> Iterator[NumberWords]:
    """Yield the numbers whose words stand behind them in brackets, or the other way round; words that are no number are left out.

    Args:
        source: a text.

    >>> [(one.figures, one.words) for one in numbers_in_words(SourceText("07 (tám) xã, 3 (ba huyện), 12 người (mười ba người)"))]
    [(Decimal('7'), Decimal('8')), (Decimal('12'), Decimal('13'))]
    """
    found = [
        match for match in matches_around(_FIGURES, _WORDS_FIRST, source.lower, _WIDEST) if match["words"] != "năm"
    ]
    for match in (*matches_at(_FIRST_DIGIT, _IN_WORDS, source.lower), *found):
        figures = read_digits(match["figures"])
        said = _ENDS.sub("", match["words"]) if match.groupdict().get("unit") else match["words"]
        try:
            words = parse_spelled_number(said.replace(",", ""))
        except ParseError:  # "3 (ba huyện)"
            continue
        if figures is not None and words == words.to_integral_value():
            scaled = figures * _SCALES.get(match.groupdict().get("scale") or "", 1)
            yield NumberWords(*match.span(), scaled.to_integral() if scaled == scaled.to_integral() else scaled, words)
