"""A number without a unit: how it is written, what stands around it, and what it turns out to lack."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from attrs import frozen

from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import search_before, text_before
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.units import UnitKind

__all__ = ["BareAmount", "BareNumber", "Ending", "cue_before", "ending_of", "range_before"]


@frozen(eq=False)
class BareAmount:
    """An amount that has lost its unit.

    Attributes:
        name: what is measured.
        start, end: where the number stands.
        number: it as written.
        unit: the unit it must have had.
    """

    name: str
    start: int
    end: int
    number: str
    unit: str


class Ending(Enum):
    """What stands behind a number in the place of its unit."""

    CLOSED = "closed"
    """A sign: the number ends its clause."""
    PER = "per"
    """A slash: *73,0/người*."""
    SHARE = "share"
    """What a share is of: *kế hoạch*, *GRDP*, *so với*."""
    UP = "up"
    """*trở lên*."""
    STUFF = "stuff"
    """What is measured, not counted: *rừng*, *đất*, *vốn*."""
    GOES_ON = "goes on"
    """A word the sentence goes on with: *và*, *gồm*, *cho*."""


_ENDING = re.compile(
    r"(?P<CLOSED>\s{0,3}(?:[;)\n|]|[.,:](?=\s|$)|$)|\s\((?=[^()\n]{0,60}[0-9]))"
    r"|(?P<PER>/(?:người|đề án|cụm|hộ|căn|tháng|năm|hoạt động|xã|thôn|trạm|dự án|ha|mô hình|suất|lượt|ngày|lao động|giờ|m2|m²|nhà)(?!\w))"
    r"|(?P<STUFF>\s(?:rừng|trồng rừng|đất|lúa|ngô|sắn|chè|cà phê|cao su|mía|vốn|kinh phí|chi đầu tư|ngân sách)(?!\w))"
    r"|(?P<SHARE>\s(?:so (?:với|cùng kỳ)|cả nước|tổng (?:mức|vốn|kinh phí)|(?:tổng\s)?(?:kế hoạch|dự toán|chỉ tiêu|grdp|dân số|quân số|dư nợ|đàn|chi|lực lượng lao động|diện tích|sản phẩm trên địa bàn)"
    r"|số [^\W\d_]+|tổng số|chi thường xuyên|đơn vị cấp)(?!\w))"
    r"|(?P<UP>\strở (?:lên|xuống)(?!\w))"
    r"|(?P<GOES_ON>\s(?:và|gồm|bao gồm|trong đó|cho|từ|vào|của|để|tại|với|là|ở|trong|lực lượng|dân|hộ dân)(?!\w))"
)
_PLANTS = re.compile(r"(?<!\w)(?:trồng mới|gieo trồng|khoanh nuôi|trồng rừng|trồng)\s$")
_CROP = re.compile(
    r"\s(?!(?:cây|gốc|khóm|bụi|hom|triệu|vạn|nghìn|ngàn|ha|héc|hec|sào|mẫu|công|km|m2|m²|m3|loài|giống|mô hình|vườn|dự án|đợt|hộ|xã|loại|vùng|chậu|luống|khu|thôn|điểm|tuyến|lượt|bản|vụ|năm|tháng|ngày|giỏ|bồn|trụ|nọc|hàng|tấn|kg|lô|cụm|rừng cây|dải|mét|m|hecta|người|đoàn|lần)(?!\w))[^\W\d_]"
)
"""What grows on land and is no plant by itself: *trồng mới 500 sâm*."""
_AMOUNTS = (NumeralKind.BARE, NumeralKind.QUANTITY)


def ending_of(lower: str, numeral: Numeral) -> Ending | None:
    """Return what stands in the place of a unit behind a number; None where that may be one, or the number is no amount.

    Args:
        lower: the text in small letters.
        numeral: one of its numbers.
    """
    if not numeral.is_single:
        return None
    if numeral.kind is NumeralKind.MARKER:  # "(80)" behind an amount
        return Ending.CLOSED if _is_bracket_behind(lower, numeral) else None
    counted = numeral.unit.kind is UnitKind.COUNT and numeral.unit.scale == 1
    if numeral.kind not in _AMOUNTS or (numeral.kind is NumeralKind.QUANTITY and not counted):
        return None
    crop = _CROP.match(lower, numeral.digits_end)
    if crop and search_before(_PLANTS, lower, numeral.start, REACH):
        return Ending.STUFF
    found = _ENDING.match(lower, numeral.digits_end)
    return Ending[found.lastgroup] if found and found.lastgroup else None


def _is_bracket_behind(lower: str, numeral: Numeral) -> bool:
    """Whether a number stands in a bracket alone and behind a word, so that it numbers nothing."""
    start, end = numeral.start, numeral.digits_end
    alone = lower[start - 2 : start] == " (" and lower[end : end + 1] == ")"
    return alone and lower[max(0, start - 12) : start - 2].rstrip(" ")[-1:] not in "\n;."


_CUE = re.compile(
    r"(?<!\w)(?P<cue>đạt|bằng|vượt|chiếm|còn|tăng|giảm|là|lên|xuống|duy trì|tiết kiệm|giải ngân|hoàn thành|tương ứng|tương đương|tỷ lệ|tức|thu|dự kiến|trên|dưới|từ|ít nhất|không quá|không vượt quá)"
    r"(?:\s(?:tỷ lệ|thêm|trên|dưới|từ|khoảng|ít nhất|tối thiểu|bình quân|gần|hơn|xấp xỉ|quá|không quá|tổng số|với))*\s?:?\s?\(?$"
)
_NEAR = 60


def cue_before(text: str, at: int) -> str:
    """Return the word before a place that says what the number there is: *tăng*, *bằng*; nothing where there is none.

    Args:
        text: the text in small letters.
        at: where a number begins.

    >>> cue_before("sản lượng tăng thêm khoảng 5", 27)
    'tăng'
    """
    found = _CUE.search(text_before(text, at, _NEAR))
    return found["cue"] if found else ""


_RANGE = re.compile(r"(?<![\w.,/-])[0-9][0-9.,]{0,12}\s?[-–]\s?$")


def range_before(text: str, at: int) -> str:
    """Return the first end of a range whose second one begins at a place, with the dash; nothing where none does.

    >>> range_before("đạt 9,2 - 10", 10)
    '9,2 - '
    """
    found = search_before(_RANGE, text, at, _NEAR)
    return found.group() if found else ""


@frozen(eq=False)
class BareNumber:
    """A number without a unit.

    Attributes:
        lower: the whole text in small letters.
        at: which of the numbers of the text it is.
        numeral: the number.
        value, digits: what it is, and how it is written.
        sentence, clause: the words before it in its sentence, and those back to the last semicolon.
        ending: what stands behind it.
        cue: the word before it that says what it is, see `cue_before`.
    """

    lower: str
    at: int
    numeral: Numeral
    value: Decimal
    digits: str
    sentence: str
    clause: str
    ending: Ending
    cue: str

    @property
    def behind(self) -> str:
        """What stands behind it."""
        return self.lower[self.numeral.digits_end : self.numeral.digits_end + _NEAR]

    @property
    def exact(self) -> bool:
        """Whether it has decimals, which nothing counted has."""
        return "," in self.digits

    @property
    def large(self) -> bool:
        """Whether it is written in groups of thousands."""
        return "." in self.digits

    @property
    def bracketed(self) -> bool:
        """Whether it stands in a bracket alone."""
        return self.lower[self.numeral.start - 1 : self.numeral.start] == "(" and self.behind.startswith(")")
