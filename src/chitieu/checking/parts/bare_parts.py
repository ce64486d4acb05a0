"""Parts of a count that have no noun of their own: *1.200 giáo viên, gồm mầm non 400, tiểu học 450, THCS 350*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound
from chitieu.units import Unit, UnitKind

__all__ = ["bare_hit", "bare_hits", "bare_parts"]

_NUMBER = (
    r"\s?:?\s(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)(?P<scale>\s(?:nghìn|ngàn|triệu|tỷ))?"
    r"(?P<noun>\s[^\W\d_][^0-9;:.,()|\n+]{0,40}?)?(?:\s\([0-9]{1,3}(?:,[0-9]+)?\s?%\))?(?=[;,)](?:\s|$|[;.,])|\.(?:\s|$)|\s?(?:và|\+)\s|$)"
)
_CLASS = r"(?:dưới|trên|từ|đủ)\s[0-9]{1,2}\s(?:tháng|tuổi|năm|giờ)(?!\w)"
"""A number in the name of a part: *sơ cấp và dưới 3 tháng 900*."""
_ITEM = re.compile(
    rf"(?:(?P<next>;)\s|,\s|\s?(?:và|\+|-)\s)?\s?(?P<name>(?:[^0-9;:.,()|\n]{{2,30}},\s)?(?:{_CLASS}|[^0-9;:.,()|\n]){{2,60}}?){_NUMBER}"
)
_LONG_ITEM = re.compile(rf"(?:;\s)?\s?(?P<name>(?:{_CLASS}|[^0-9;:.()|\n]){{2,60}}?){_NUMBER}")
"""An item of a list that semicolons divide: its name may have a comma."""
_NO_NAME = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|ngày|điều|khoản|điểm|số|tăng|giảm|bằng|chiếm|đạt|vượt|hạng|thứ|giai đoạn|khóa|lần|lớp|quốc lộ|đường|tiêu chí|mục|từ|đến|trên|dưới"
    r"|khoảng|bình quân|còn lại|đã)(?!\w)"
)
_IS_CLASS = re.compile(_CLASS)
_LEAST = 2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def bare_parts(piece: Piece, whole: TargetHit, start: int) -> tuple[TargetHit, ...]:
    """Return the numbers of a list whose items are a name and a number, where the first has no unit.

    Args:
        piece: the text.
        whole: the amount they are parts of.
        start: where the list begins, behind the words that open it.
    """
    lower, at = piece.source.lower, start
    unit, found = whole.target.quantity.unit, list[TargetHit]()
    first = _LONG_ITEM.match(lower, at)
    form = _LONG_ITEM if first is not None and lower.startswith(";", first.end()) else _ITEM
    while (item := form.match(lower, at)) is not None:
        if len(found) >= _LEAST and (_IS_APART.match(item["name"]) or (form is _ITEM and item["next"])):
            break  # "trực tuyến 900, trực tiếp 80; giải quyết 960 …"
        value = read_digits(item["number"])
        if value is None or _YEAR.fullmatch(item["number"]) or _NO_NAME.search(_IS_CLASS.sub("", item["name"])):
            return ()
        noun = f"{item['scale'] or ''}{item['noun'] or ''}"
        if (item["noun"] and not found) or (noun and not _is_of(noun, unit)):
            return ()
        found.append(bare_hit(piece, whole, item, value))
        at = item.end()
    closed = _CLOSES.match(lower, at) or (form is _ITEM and _GOES_ON.match(lower, at))
    if len(found) < _LEAST or not closed:
        return ()
    return tuple(found) if unit.kind is UnitKind.COUNT or _is_near(whole, found) else ()


_CLOSES = re.compile(r"[;,]?\s?(?:[.)](?=\s|$|[;.,])|\n|$)")
_IS_APART = re.compile(r"\s?(?:riêng|trong đó|đã|giải quyết|còn|tổng|tăng|giảm|bằng|đạt)(?!\w)")
_GOES_ON = re.compile(r";\s|,\s(?:riêng|trong đó|đã|tổng|tăng|giảm|bằng|đạt)\s")
"""What follows a list: a clause of its own."""
_FAR = Fraction(1, 4)


def _is_near(whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether numbers come near an amount: of money and of what is measured, others may be names (*Chương trình 135*)."""
    stated = whole.target.quantity.amount
    total = sum((part.target.quantity.amount for part in parts), Fraction(0))
    return abs(total - stated) <= abs(stated) * _FAR


def _is_of(noun: str, unit: Unit) -> bool:
    """Whether words behind a number begin with the word that a unit begins with: *xã biên giới*, *xã, phường*."""
    own, *_ = noun.split()
    word, *_ = unit.label.lower().replace(",", " ").split()
    return own == word


def bare_hit(piece: Piece, whole: TargetHit, match: re.Match[str], value: Decimal, group: str = "number") -> TargetHit:
    """Return a number without a unit as an amount in the unit of a whole.

    Args:
        piece: the text.
        whole: the amount.
        match: where the number stands.
        value: the number.
        group: which group of the match it is.
    """
    start, end = match.span(group)
    unit = whole.target.quantity.unit
    numeral = Numeral(NumeralKind.BARE, start, end, end, value, unit=unit)
    target = evolve(whole.target, quantity=Quantity(value, unit), bound=Bound.EXACT, span=piece.source.span(start, end))
    return TargetHit(target, start, end, start, numeral)


def bare_hits(piece: Piece, whole: TargetHit, items: Iterable[re.Match[str]]) -> tuple[TargetHit, ...]:
    """Return the numbers of some items without a unit as amounts in the unit of a whole.

    Args:
        piece: the text.
        whole: the amount.
        items: where the numbers stand; each has one in the group `number`.
    """
    values = ((item, read_digits(item["number"])) for item in items)
    return tuple(bare_hit(piece, whole, item, value) for item, value in values if value is not None)
