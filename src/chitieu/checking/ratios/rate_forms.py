"""What is said for each of something: by a unit (``tỷ đồng/km``) or in words (*mỗi xã 02 tổ*, *cứ 10.000 dân có 3 dược sĩ*, *bình quân đầu người*)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_people, same_noun
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import search_before
from chitieu.checking.texts.sentences import Amount, words_before
from chitieu.targets.target import Bound, Change
from chitieu.units import Unit, UnitKind

__all__ = ["Rate", "bare_noun", "is_people", "rate_of"]

_MONTHS = 12
_NEAR = 90


@frozen(eq=False)
class Rate:
    """An amount for each of something.

    Attributes:
        amount: the amount; `value`: it in the base units of what is divided for one of what it is divided by.
        top, bottom: whether a unit is of what is divided, of what it is divided by.
        spoken: whether words make it one, and not its unit; `land`: whether it is what is cut from land.
        yearly: whether it is for a month, and what is divided for a year.
        apart: places of amounts that are part of its words; `nouns`: the dimensions its unit names.
    """

    amount: Amount
    value: Fraction
    top: Callable[[Unit], bool]
    bottom: Callable[[Unit], bool]
    spoken: bool = False
    land: bool = False
    yearly: bool = False
    apart: tuple[int, ...] = ()
    nouns: tuple[str, str] = ("", "")


def rate_of(piece: Piece, sentence: Sequence[Amount], at: int) -> Rate | None:
    """Return the rate an amount of a sentence is; None if it is none.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        at: which of them.
    """
    amount = sentence[at]
    if amount.change is not Change.LEVEL or amount.total or amount.upper or not amount.quantity.value:
        return None
    return (
        _by_unit(piece, sentence, amount)
        or _for_so_many(piece, sentence, at)
        or _per_head(piece, sentence, at)
        or _for_each(piece, amount)
        or _over_time(piece, sentence, at)
    )


def _by_unit(piece: Piece, sentence: Sequence[Amount], amount: Amount) -> Rate | None:
    """A rate whose unit says what it is of: ``người/km2``, ``kWh/người/năm``; of so much a month a year has twelve."""
    unit = amount.quantity.unit
    top, _, rest = unit.dimension.partition("/")
    bottom, _, time = rest.partition("/")
    if not bottom or bottom in _TIMES or unit.kind not in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE):
        return None
    value = amount.quantity.amount
    yearly = time == _TIMES[0] and _is_for_the_year(piece, sentence, top)
    if unit.label.endswith("/năm") or yearly:
        value *= _MONTHS
    elif time:
        top = f"{top}/{time}"  # kg/người/ngày, of so many tấn/ngày
    land = unit.label in ("tạ/ha", "tấn/ha")
    return Rate(amount, value, _is_of(top), _is_of(bottom), land=land, yearly=yearly, nouns=(top, bottom))


_TIMES = ("month", "second")
_YEAR = re.compile(
    r"(?<!\w)(?:cả năm|một năm|mỗi năm|hằng năm|hàng năm|trong năm|toàn năm)(?: 20[0-9]{2})?(?:\s[^\W\d_]+){0,2}\s$"
)


def _is_for_the_year(piece: Piece, sentence: Sequence[Amount], dimension: str) -> bool:
    """Whether the only amount of a dimension in a sentence is said to be that of a year, and no months but its twelve are counted."""
    tops = [at for at, one in enumerate(sentence) if one.quantity.unit.dimension == dimension]
    months = {one.quantity.value for one in sentence if one.quantity.unit.dimension == _TIMES[0]}
    said = len(tops) == 1 and months <= {_MONTHS}
    return said and _YEAR.search(words_before(piece, sentence, tops[0])) is not None


_EVENLY = re.compile(r"(?<!\w)(?:bình quân|trung bình|đều đặn)(?!\w)[^;0-9]{0,60}$")
_COMES_TO = re.compile(r"(?<!\w)(?:tương ứng|tương đương|tức|tính ra|cả năm|tổng|tổng cộng|cộng)(?!\w)")


def _over_time(piece: Piece, sentence: Sequence[Amount], at: int) -> Rate | None:
    """A mean for each of the days or months of its sentence: *30 ngày được 1.200 tấn, bình quân 40 tấn/ngày*.

    What stands behind it must be said to be what it comes to: *mỗi tháng bình quân 40 tấn, ba tháng cuối năm 150 tấn* is right.
    """
    amount, unit = sentence[at], sentence[at].quantity.unit
    top, _, time = unit.dimension.partition("/")
    counts = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)
    if time not in _TIMES or unit.kind not in counts or not _EVENLY.search(words_before(piece, sentence, at)):
        return None
    plain, turns = _is_of(top), _is_of(top.replace("count:", "count:lượt "))
    behind = (one for one in sentence[at + 1 :] if plain(one.quantity.unit) or turns(one.quantity.unit))
    if not all(_COMES_TO.search(piece.source.lower, amount.end, one.start) for one in behind):
        return None
    return Rate(amount, amount.quantity.amount, lambda one: plain(one) or turns(one), _is_of(time), nouns=(top, time))


_HEADS = r"(?:mỗi |một |1 )?(?:đầu người|người dân|người|nhân khẩu|đầu dân)"
_PER_HEAD = re.compile(
    rf"(?<!\w)(?:(?:bình quân|trung bình|bq|tính)(?: tính)?(?: theo| trên| cho)? {_HEADS}|mỗi (?:người dân|người))(?!\w)(?:\s(?:[^\W\d_]+\s){{0,4}}|\s?:\s)$"
)


def _per_head(piece: Piece, sentence: Sequence[Amount], at: int) -> Rate | None:
    """An amount that the words before it say is for each of the people: *bình quân đầu người 1.800 kWh*."""
    amount, unit = sentence[at], sentence[at].quantity.unit
    if unit.kind not in (UnitKind.MONEY, UnitKind.MEASURE) or not _PER_HEAD.search(words_before(piece, sentence, at)):
        return None
    top, _, rest = unit.dimension.partition("/")
    if rest and rest not in _TIMES:
        return None
    yearly = unit.label.endswith("/năm")
    value = amount.quantity.amount * (_MONTHS if yearly else 1)
    whole = top if yearly else unit.dimension
    return Rate(amount, value, _is_of(whole), is_people, nouns=(whole, ""))


def _is_of(dimension: str) -> Callable[[Unit], bool]:
    """Return whether units are of a dimension, given as that of a rate has it; nouns for people are all one."""
    noun = dimension.removeprefix("count:")

    def fits(unit: Unit) -> bool:
        if unit.dimension == dimension:
            return True
        counts = unit.kind is UnitKind.COUNT and dimension.startswith("count:") and "/" not in unit.dimension
        return counts and same_noun(unit.dimension.removeprefix("count:"), noun)

    return fits


_PEOPLE = re.compile(
    r"(?<!\w)(?:cứ|mỗi|bình quân|trung bình|tính|trên)\s(?:trên\s|mỗi\s|cứ\s|cho\s)?(?:(?:một|1|01)\s)?(?P<size>vạn|nghìn|ngàn)?\s?(?:dân|người dân|người)\s"
    r"(?:thì\s|sẽ\s)?(?:có|đạt)\s(?:khoảng\s)?$"
)
_CUE = re.compile(r"(?<!\w)(?:cứ|mỗi|bình quân|trung bình|tính|trên)\s(?:trên\s|mỗi\s|cứ\s|cho\s)?$")
_HAVE = re.compile(r"\s(?:thì\s|sẽ\s)?(?:có|đạt)\s(?:khoảng\s)?")
_SIZES = {"vạn": 10_000, "nghìn": 1_000, "ngàn": 1_000}


def _for_so_many(piece: Piece, sentence: Sequence[Amount], at: int) -> Rate | None:
    """A rate for so many people: *cứ 10.000 dân có 3 dược sĩ*."""
    amount, lower = sentence[at], piece.source.lower
    if amount.quantity.unit.kind is not UnitKind.COUNT:
        return None
    size: Fraction | None = None
    apart: tuple[int, ...] = ()
    found = search_before(_PEOPLE, lower, amount.start, _NEAR)
    if found is not None and found["size"]:
        size = Fraction(_SIZES[found["size"]])
    elif (
        at and is_people(sentence[at - 1].quantity.unit) and _HAVE.fullmatch(lower, sentence[at - 1].end, amount.start)
    ):
        before = sentence[at - 1]
        if search_before(_CUE, lower, before.start, _NEAR):
            size, apart = before.quantity.amount, (before.start,)
    if not size:
        return None
    noun = amount.quantity.unit.dimension
    return Rate(amount, amount.quantity.amount / size, _is_of(noun), is_people, apart=apart, nouns=(noun, ""))


def is_people(unit: Unit) -> bool:
    """Whether a unit counts people."""
    noun = unit.dimension.removeprefix("count:")
    return unit.kind is UnitKind.COUNT and counts_people(noun)


_EACH = re.compile(
    r"(?<!\w)(?:mỗi|từng|(?:bình quân|trung bình|cứ)\s(?:mỗi|một|1|01))\s(?P<noun>xã, phường(?:, đặc khu)?|[^\W\d_]+(?:\s[^\W\d_]+){0,4}?)"
    r"(?P<verb>(?:\s(?:xã|phường|được|sẽ|cho|có|là|gồm|trồng|nuôi|hỗ trợ|nhận|cấp|trao|thưởng|trang bị|lắp|xây dựng|bố trí|tổ chức|kéo dài|diễn ra|trong|thu hoạch"
    r"|thu|đạt|bình quân|trung bình|trị giá|suất|vay|chi|mở|vận động|thành lập|giao|phát|tuyển|đào tạo|tập huấn|phân bổ|trung bình có))*)\s$"
)
_FIRM = frozenset({UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE, UnitKind.TIME})


def _for_each(piece: Piece, amount: Amount) -> Rate | None:
    """A rate that words make one: *mỗi xã 02 tổ*, *mỗi ha cho 6 tấn*."""
    unit = amount.quantity.unit
    found = search_before(_EACH, piece.source.lower, amount.start, _NEAR)
    if found is None or unit.kind not in _FIRM or "/" in unit.dimension or amount.bound is not Bound.EXACT:
        return None
    head = found["noun"].replace(",", " ").split()[0]
    if head in _NO_THINGS:
        return None
    any_body = found["noun"].startswith(_ANY_BODY)

    def fits(one: Unit) -> bool:
        noun = bare_noun(one)
        label = noun.replace(",", " ").split()
        if "/" in one.dimension or not label:
            return False
        both_people = is_people(one) and counts_people(head)
        return label[0] == head or both_people or (any_body and same_noun("đơn vị", noun))

    return Rate(amount, amount.quantity.amount, _is_of(unit.dimension), fits, spoken=True)


_ANY_BODY = ("nơi", "đơn vị", "địa phương", "chỗ")
"""What any xã, school or office may be called."""
_NO_THINGS = frozenset({"năm", "tháng", "quý", "ngày", "tuần", "loại", "bên", "khi", "lần", "cá"})


def bare_noun(unit: Unit) -> str:
    """Return the noun of a unit without the word for its size: *ha* of *nghìn ha*."""
    label = unit.label.lower()
    for scale in ("nghìn ", "ngàn ", "triệu ", "vạn ", "tỷ "):
        label = label.removeprefix(scale)
    return label
