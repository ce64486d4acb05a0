"""Numbers that have lost digits: a separator or a sign stands where they must have been."""

from __future__ import annotations

import re

from chitieu.checking.texts.anchors import matches_around
from chitieu.checking.texts.places import row_before
from chitieu.text import SourceText

__all__ = ["lost_digits", "needs_no_digits"]

_LOST = re.compile(
    r"(?<![\w.,/])(?:[0-9]+[.,]\s?(?=%)%"  # 4,%
    r"|[0-9]+(?:,\.|\.,|,,)[0-9]+(?:\s?%)?"  # 9,.5
    r"|[0-9]+[.,][0-9]+[.,]\s?%"  # 9,7.%
    r"|(?!(?:19|20)[0-9]{2},)[0-9]+,\s?điểm\s(?:%|phần trăm)(?!\w)"  # 1, điểm %
    r"|(?<![0-9]\s)(?<=\s)[.,][0-9]+\s?%"  # tăng ,5%; "52 ,5 %" has a stray space
    r"|(?!(?:19|20)[0-9]{2},)[0-9]+,\s?(?:(?:nghìn|ngàn) )?(?:tỷ|triệu) (?:đồng|usd|tấn|lượt|kwh)(?!\w)"  # 1, triệu đồng
    r"|(?:đạt|còn|là|khoảng|trên|dưới)\s[0-9]+,\s(?=(?:tạ|tấn|kg|ha|km|m2|m3|mw|kwh|usd|triệu|nghìn|tỷ|giường|bác sĩ|tiêu chí|con)(?:/|\s(?:bệnh|đồng|usd|lượt|tấn|người)(?!\w)))\w+"  # 64, tạ/ha
    r"|(?<!\w)(?:trước|chậm nhất|muộn nhất|đến|hết)\sngày\s(?:của\s)?(?:tháng\s(?:cuối\s(?:của\s)?(?:quý|kỳ)|[0-9]{1,2}(?:\snăm\s20[0-9]{2}|/20[0-9]{2}))|(?:hằng|hàng|mỗi)\stháng)"  # trước ngày tháng cuối quý
    r"|(?:đạt|còn|chiếm|khoảng|không quá|ít nhất|tối thiểu)(?:\s{0,2}[.…]{2,40}|\s{0,2}…|\s)\s{0,2}%"  # đạt  %
    r"|(?<!tăng, )(?<!tăng/)(?<!tăng \(\+\), )(?:tăng|giảm)(?:\s{0,2}[.…]{2,40}|\s{0,2}…|\s)\s{0,2}%(?=\s{0,2}(?:[;.,)]|so với|$)))"
)
_ODD = re.compile(
    r"[0-9](?:[.,]\s?%|,[.,][0-9]|\.,[0-9]|,\s?(?:tỷ|triệu|nghìn|ngàn|tạ|tấn|kg|ha|km|m2|m3|mw|usd|giường|bác|tiêu|con|điểm))"
    r"|%(?<=[\s.…]%)|[.,](?<=\s.)[0-9]|ngày\s(?:của\s)?(?:tháng|hằng|hàng|mỗi)\s"
)
"""What is odd in each of these forms."""
_WIDEST = (80, 80)
"""Characters of a form ahead of what is odd in it, and from there on."""
_ROW = 2000
"""Characters looked at behind a place in a row: lines may be endless."""
_DIGIT_LOST = re.compile(r"[0-9][.,]\s?%|(?<=\s)[.,][0-9]")


def lost_digits(source: SourceText) -> list[tuple[int, int]]:
    """Return the places of numbers that have lost digits.

    Args:
        source: a text.

    >>> source = SourceText("tăng 4,% so với 9,.5%, đạt %, còn ,5%")
    >>> [source.flat[start:end] for start, end in lost_digits(source)]
    ['4,%', '9,.5%', 'đạt %', ',5%']
    """
    return [match.span() for match in matches_around(_ODD, _LOST, source.lower, _WIDEST)]


def needs_no_digits(source: SourceText, at: int) -> bool:
    """Whether a place stands in a row of a table, whose heads say ``đạt %`` without a number.

    Args:
        source: a text.
        at: where a number has lost its digits.
    """
    line = row_before(source.text, at) + source.text[at : at + _ROW].partition("\n")[0]
    return "|" in line and not _DIGIT_LOST.search(line)
