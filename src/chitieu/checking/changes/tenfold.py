"""Values of ten times last year's, or a tenth: what is done anew each year seldom leaps so, and a nought is soon typed twice.

*Trồng rừng 61.000 ha (năm 2025: 6.050 ha)*. What starts small, is won or sold by the case, or comes as it comes may leap.
"""

from __future__ import annotations

import re
from fractions import Fraction

from chitieu.checking.changes.steps import Step
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import behind_last
from chitieu.quantities.quantity import Quantity
from chitieu.units import UnitKind

__all__ = ["is_tenfold", "is_tenfold_of_last_year"]

_LEAST_TIMES, _MOST_TIMES = Fraction(9), Fraction(23, 2)
"""Ten times a growth from a fall by a tenth to a rise by some fifteen percent."""
_SMALL_COUNT, _SMALL = 100, 50
_LEAPS = re.compile(
    r"(?<!\w)(?:tiền sử dụng đất|đấu giá|thuê đất|vốn đăng ký|fdi|nước ngoài|thu hút|đăng ký mới|thiệt hại|thiên tai|dịch bệnh|nhà ở xã hội|khởi công|giải phóng mặt bằng|bồi thường|thí điểm"
    r"|bước đầu|phát sinh|tồn đọng|truy thu|thu hồi|chuyển nguồn|kết dư|dự án|công trình|trái phiếu|cổ phần|thoái vốn|tăng vốn|bổ sung|lũy kế|luỹ kế|mưa|lũ|cháy|bội chi|bội thu|vay)(?!\w)"
)
"""Names of what is had or done in leaps."""
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi)(?!\w)")
_SAYS_TIMES = re.compile(r"(?<!\w)(?:gấp|lần|mười|tăng mạnh|đột biến|tăng vọt)(?!\w)")
_YEAR = re.compile(r"(?<![0-9/.])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:năm (?:trước|ngoái)|cùng kỳ)(?!\w)")
_PART_OF_YEAR = re.compile(r"(?<!\w)(?:tháng|quý|tuần|ngày|vụ|đợt|học kỳ)\s")
_CLAUSE = re.compile(r"[;.](?=\s)|[|\n]")


def is_tenfold(name: str, now: Quantity, before: Quantity) -> bool:
    """Whether an amount is ten times last year's by a slip, or a tenth of it.

    Args:
        name: what is measured.
        now: the amount of the year.
        before: that of the year before.

    >>> is_tenfold("Trồng rừng", Quantity(61000, "ha"), Quantity(6050, "ha"))
    True
    >>> is_tenfold("Nuôi ong", Quantity(300, "hộ"), Quantity(30, "hộ"))
    False
    """
    if not now.amount or not before.amount or not now.unit.same_dimension(before.unit):
        return False
    lower = name.lower()
    mean = "/" in now.unit.label or _MEAN.search(lower) is not None
    if now.unit.kind is UnitKind.RATIO or (not mean and not _loses_comma(now, before) and _is_small(now, before)):
        return False
    times = abs(now.amount / before.amount)
    return _LEAST_TIMES <= max(times, 1 / times) <= _MOST_TIMES and _LEAPS.search(lower) is None


def _is_small(now: Quantity, before: Quantity) -> bool:
    """Whether one of two amounts is so small that ten times it is nothing unusual; of things that is so for longer."""
    least = _SMALL_COUNT if now.unit.kind is UnitKind.COUNT else _SMALL
    return min(abs(now.value), abs(before.value)) < least


def _loses_comma(now: Quantity, before: Quantity) -> bool:
    """Whether a number of two digits or more is written without the comma that the smaller one beside it has: *95 km* and *8,7 km*."""
    larger, smaller = sorted((now, before), key=lambda one: -abs(one.amount))
    digits = larger.value.normalize().as_tuple()
    return smaller.value.as_tuple().exponent == -1 and digits.exponent == 0 and len(digits.digits) > 1


def is_tenfold_of_last_year(piece: Piece, step: Step, year: int | None) -> bool:
    """Whether a level is ten times the value of last year told beside it, and no words say that it is to be so much more.

    Args:
        piece: the text.
        step: the level with that value.
        year: the year the plan is for.
    """
    lower, level, before = piece.source.lower, step.level, step.before
    start, end = min(level.start, before.start), max(level.numeral.end, before.numeral.end)
    ahead = behind_last(_CLAUSE, piece.source.text[max(0, start - REACH) : level.numeral.start].lower())
    told = lower[start:end]
    of_last = step.year == year - 1 if step.year and year else _YEAR_BEFORE.search(told) is not None
    other = level.start < before.start and any(int(one) != year for one in _YEAR.findall(ahead))
    if (
        not of_last
        or other
        or _PART_OF_YEAR.search(f"{ahead} {told}")
        or _SAYS_TIMES.search(lower, level.numeral.end, end + REACH)
    ):
        return False
    return is_tenfold(f"{step.name} {ahead} {told}", level.target.quantity, before.target.quantity)
