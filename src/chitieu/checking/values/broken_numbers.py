"""Numbers that a slip of the keys has broken: a sign typed twice, a stray space or letter, groups of digits of a wrong size.

Each form is none that a correct plan writes; where a list or a label may look like it (*tăng 2, 3%*, *mục 2.1.5*), a word that
sets a value or a unit must stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.texts.anchors import matches_around, matches_at
from chitieu.checking.texts.places import text_before
from chitieu.text import SourceText

__all__ = ["broken_numbers"]

_UNIT = (
    r"(?:%|‰|(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm)\s)?(?:tỷ|tỉ|đồng|usd|ha|km2?|m2|m3|tấn|tạ|kg|lít|mw|kwh|người|hộ|lượt|lao động|doanh nghiệp|giường|học sinh|con|căn"
    r"|trẻ|khách|hồ sơ|điểm)(?!\w)|(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))"
)
_SET = (
    r"(?<!\w)(?:đạt|là|còn|có|trồng|mới|thu|tăng|tăng thêm|giảm|trên|dưới|khoảng|gần|hơn|chiếm|từ|đến|lên|xuống|bằng|vượt|ít nhất|tối thiểu|không quá|tối đa"
    r"|thấp hơn|cao hơn|ước|thêm|toàn tỉnh|hồi|diện tích|sản lượng|kinh phí|tổng vốn|tỷ lệ|mức)\s"
)
_SETS = rf"(?:{_SET}|:\s)"
_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{1,5}){2,5}"
_FORMS = re.compile(
    r"(?P<sign>(?<![\w.,])[0-9]+(?:[.,][0-9]+){0,4}\s?(?:%%|‰‰|% %|‰ ‰))(?![%‰])"  # 97,5%%
    rf"|(?<![\w.,/…])(?P<points>[0-9]+\.\.[0-9]+(?:,[0-9]+)?\s?{_UNIT})"  # 91..6%
    rf"|(?<=[^\W\d_]\s)(?P<minus>(?:--|\+\+|\+-|-\+)[0-9]+(?:[.,][0-9]+)*\s?{_UNIT})"  # giảm --2,3%
    rf"|(?<![\w.,/-])(?P<early>[0-9]{{1,3}}\s\.[0-9]{{3}}(?:\.[0-9]{{3}})*\s?{_UNIT})"  # 3 .050 ha
    rf"|{_SETS}(?P<late>[0-9]{{1,3}},\s[0-9]{{1,2}}\s?%)"  # : 34, 5%
    rf"|{_SET}(?P<apart>[0-9]{{1,3}}\.\s[0-9]{{3}}(?:\.[0-9]{{3}})*\s(?!%){_UNIT})"  # thu 24. 850 tỷ đồng
    rf"|{_SETS}(?P<split>[0-9]\s[0-9]{{1,2}}(?:,[0-9]{{1,2}})?\s?%)"  # còn 1 2,5%
    r"|(?<![\w.,/…])(?P<double>[0-9]{1,3}\.\.[0-9]{3}(?=\s[^\W\d_]))"  # 15..000 cái
    r"|(?<![\w.,/])(?P<point>[0-9]+\.\s(?:nghìn|triệu|tỷ) (?:đồng|usd|tấn|lượt)(?!\w))"  # 78. triệu đồng
    r"|(?<![\w.,/])(?P<comma>[0-9]+(?:[.,][0-9]+)?\s,\s?%)"  # 2,3 ,%
    rf"|(?<![\w.,/-])(?P<mixed>{_GROUPED}(?:,[0-9]+)?\s{_UNIT})"  # 3.414.00 người
    rf"|(?<![\w.,/-])(?P<twice>[0-9]{{1,3}}(?:\.[0-9]{{3}})*,[0-9]{{1,2}}\.[0-9]+\s?{_UNIT})"  # 24.850,5.2 tỷ đồng
    rf"|(?<![\w.,/-])(?P<group>[0-9]{{1,3}}(?:\.[0-9]{{3}})*\.(?:[0-9]{{1,2}}|[0-9]{{4,5}}),[0-9]{{1,3}}\s?{_UNIT})"  # 12.45,9 tỷ đồng
    rf"|(?<![\w.,/;-])(?P<other>[0-9]{{1,3}}[;'`][0-9]{{1,2}}\s?%)"  # 8;5%
    rf"|(?P<compare>(?:≥\s?≥|≤\s?≤|>\s?>|<\s?<|≥\s?≤|≤\s?≥)\s?[0-9]+(?:[.,][0-9]+)*)"  # ≥≥ 99,5%
    rf"|(?<![\w.,/-])(?P<dashes>[0-9]+(?:[.,][0-9]+)?\s?%?\s?-\s?-\s?[0-9]+(?:[.,][0-9]+)*\s?{_UNIT})"  # 15 - - 18%
    rf"|(?<![\w.,/-])(?P<commas>[0-9]{{1,3}}(?:,[0-9]{{1,2}}){{2}}(?:\s?{_UNIT}|(?=\s?\|)))"  # 75,2,1
    rf"|{_SETS}(?P<zero>0[0-9]{{2,3}}\s(?:nghìn |triệu |tỷ )?(?:đồng|usd|tấn|ha|km|tỷ|triệu)(?!\w))"  # 085 tỷ đồng
    r"|[0-9]\s(?P<word>(?:tỷ tỷ|triệu triệu|nghìn nghìn|tấn tấn|tạ tạ|ha ha|km km|kg kg)(?!\w)"
    r"|(?:nghìn |triệu |tỷ )?(?:đồng đồng|tấn tấn|usd usd|lượt lượt)(?=\s?(?:[;,.)/(]|$)))"  # 24.850 tỷ tỷ đồng
    r"|(?<!\w)(?P<empty>(?:tỷ|tỉ) (?:lệ|trọng)(?: [^\W\d_]{1,9}){1,14}:\s?%)(?=\s?[;.](?:\s|$))"  # Tỷ lệ …: %;
)
_ODD = re.compile(
    r"[0-9+\-≥≤<>:](?:(?<=[0-9])(?:"
    r",\s[0-9]{1,2}\s?%|\.\s(?:[0-9]{3}|nghìn|triệu|tỷ)|\s(?:\.[0-9]{3}|,\s?%|[0-9]{1,2}(?:,[0-9]{1,2})?\s?%)|\.\.|[;'`][0-9]|,[0-9]{1,2}[.,][0-9]|\.[0-9]{1,5}\.[0-9]|\.(?:[0-9]{1,2}|[0-9]{4,5}),[0-9]|\s?%?\s?-\s?-|\s?(?:%\s?%|‰\s?‰)"
    r"|(?<=[\s:]0)[0-9]{2,3}\s|\s(?:(?:nghìn|triệu|tỷ) )?(?P<word>nghìn|triệu|tỷ|đồng|usd|lượt|tấn|tạ|ha|km|kg) (?P=word))"
    r"|(?<=[+\-])[+\-][0-9]|(?<=[≥≤<>])\s?[≥≤<>]|(?<=:)\s?%)"
)
"""What is odd in each of these forms."""
_WIDEST = (250, 120)
"""Characters of a form ahead of what is odd in it, and from there on."""
_LETTERS = re.compile(
    r"(?<![\w.,/-])(?:[0-9][0-9.,]*O[0-9.,O]*|[0-9.,]+[lI][0-9][0-9.,]*|[lIO][.,][0-9]{1,3}(?:[.,][0-9]+)*|[lI][0-9][0-9.,]*)"
    rf"(?=\s?{_UNIT})"
)
"""A letter for a digit: ``24.85O tỷ đồng``, ``l.250 tấn``."""
_HAS_LETTER = re.compile(r"[0-9.,lIO](?<![\w.,/-].)(?:(?<=[lIO])(?=[0-9.,])|(?=[0-9.,]*[lIO]))")


def broken_numbers(source: SourceText) -> Iterator[tuple[int, int]]:
    """Yield the places of numbers that are none, in the order of their forms.

    Args:
        source: a text.

    >>> source = SourceText("thu 91..6% số nợ, trồng 3 .050 ha, còn 2, 3%, mục 2.1.5 Hộ nghèo")
    >>> [source.flat[start:end] for start, end in broken_numbers(source)]
    ['91..6%', '3 .050 ha']
    """
    for match in matches_around(_ODD, _FORMS, source.lower, _WIDEST):
        form = match.lastgroup or ""
        if form and not _is_meant(source, form, match[form], match.start(form)):
            yield match.span(form)
    yield from (match.span() for match in matches_at(_HAS_LETTER, _LETTERS, source.flat))


_DIGITS = re.compile(r"[0-9]+")


def _is_meant(source: SourceText, form: str, written: str, at: int) -> bool:
    """Whether what looks broken may be a list of numbers (*tăng 2, 3%*) or the number of a section."""
    if form == "late":
        first, second = map(int, _DIGITS.findall(written))
        return second == first + 1
    if form == "commas":
        numbers = [int(digits) for digits in _DIGITS.findall(written)[:3]]
        return numbers == sorted(set(numbers))  # "tổ 4,5,6 người dân"
    if form == "mixed":
        groups = written.partition(" ")[0].partition(",")[0].split(".")
        sizes = {len(group) for group in groups[1:]}
        return _opens_line(source, at) or sizes == {_GROUP} or _GROUP not in sizes  # "mục 2.1.5 Hộ nghèo"
    return False


_GROUP = 3


def _opens_line(source: SourceText, at: int) -> bool:
    """Whether a number is the first of its line: a label of a section."""
    return not text_before(source.text, at, _NEAR).rpartition("\n")[2].strip(" \t-+*•|(")


_NEAR = 80
