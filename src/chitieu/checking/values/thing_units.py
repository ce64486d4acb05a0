"""Words right beside an amount that say what is measured: *trạm biến áp 110 kW*, *320 km2 đường tỉnh*, *12.000 tấn lao động*.

They say so anywhere in a plan, also where no name of an indicator stands. The words are data (``thing-units.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from importlib import resources

from attrs import frozen

from chitieu.checking.named_amounts.amounts import unit_of
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import text_before
from chitieu.checking.values.told_units import expects_count, is_currency_left_out
from chitieu.indicators.records import catalogue
from chitieu.targets.reader import TargetHit
from chitieu.units import Unit, UnitKind

__all__ = ["OddUnit", "odd_units"]

_FAMILIES = {UnitKind.MONEY: "money", UnitKind.COUNT: "count", UnitKind.RATIO: "ratio"}
_BETWEEN = r"(?:\s(?:trung bình|bình quân|cả năm|năm|hằng năm))*(?:\s?:)?(?:\s(?:đạt|là|còn|trên|hơn|khoảng|gần|đến|tới|từ|dưới|ước|ước đạt|vượt|ở mức|mức|ít nhất|tối thiểu|quá|không quá|hết|thêm|đủ|được))*\s$"
_OTHER_AMOUNT = (
    r"năng suất|sản lượng|giá trị|giá|dài|rộng|sâu|cao|chiều|độ|khối lượng|trọng lượng|trọng tải|tải trọng|công suất|dung tích|thể tích|diện tích|trữ lượng|kinh phí|vốn|tổng|với|có|được|cho|thu|để|và|hoặc"
    r"|trong đó|gồm|quy mô|mỗi|bình quân|trung bình|tỷ lệ|số|doanh thu|thu hoạch|lượng|sang|lên|xuống|thêm|tăng|giảm|cách|dọc|ven|theo|quanh|từ|đến|tới|khoảng|hơn|trên|gần|dưới"
)
"""Words behind the name of a dimension by which an amount is of something else: *diện tích lúa cho sản lượng 12.000 tấn*."""
_GOES_ON = re.compile(
    r"\s?(?:[.,;:()|]|$)|\s(?:cho|tại|ở|để|nhằm|với|trong|trên|phục vụ|năm|và|đáp ứng|trở lên|theo|thuộc|của)(?!\w)"
)
"""Behind an amount that is of nothing else than what stands before it."""
_LINK = r"(?:\s?:|\s(?:đạt|là|còn|trên|hơn|khoảng|gần|dưới|ước|dự kiến|ít nhất|tối thiểu|không quá))+\s$"
_LEAD = r"\W*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s|[a-zđ]\)\s)?(?:(?:tổng|số|các|khoản|nguồn|riêng|và|trong đó|phấn đấu|tổ chức|thực hiện|dự kiến|ước)\s)*"
_MEASURED = r"(?<!\w)(?:đường|(?<!sử dụng )(?<!thuê )đất|rừng|kênh|mương|đê|kè|diện tích|trồng|cải tạo|dài|khu|cụm|xây dựng|nâng cấp|nạo vét|cầu|cây|lúa|vườn|mặt bằng|gạo|giống|sản lượng|khối lượng|quy mô|từ)(?!\w)"
"""Words in a name of money that a measure may be of all the same: *kinh phí nâng cấp đường 12 km*."""
_IS_ALL = re.compile(
    r"\s?(?:\(|\)|[.,;](?=\s|$)|\n|$)(?!\s?(?:[^\W\d_]+\s){0,3}[0-9][0-9.,]*\s(?:tỷ|triệu|nghìn)\s(?:đồng|usd))"
)
_CLAUSE = re.compile(r";|[.,:()|](?=\s|$)|\n")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_JOINED = re.compile(r",\s(?=(?:lâm|thủy|xây|phí|lệ|nhập|thương|dịch|tiền)\s)")
"""A comma inside a name: *nông, lâm nghiệp và thủy sản*, *xuất, nhập khẩu*."""
_NEAR, _REACH = 60, 120


@frozen(eq=False)
class OddUnit:
    """An amount in a unit that the word beside it rules out.

    Attributes:
        hit: the amount.
        expected: what is meant, for the sentence of a finding.
    """

    hit: TargetHit
    expected: str


class _Side(Enum):
    """Where a word stands that says what an amount is of: right ahead, right behind, at the head of a clause that ends in the amount, or a few words ahead."""

    BEFORE = "before"
    BEHIND = "behind"
    HEAD = "head"
    INSIDE = "inside"


@frozen(eq=False)
class _Thing:
    words: re.Pattern[str]
    side: _Side
    never: frozenset[str]
    labels: frozenset[str]
    unless: re.Pattern[str] | None
    expected: str

    def refuses(self, family: str, label: str) -> bool:
        """Whether an amount of the thing cannot be in a unit; a label counts the other way where its dimension is refused."""
        return (family in self.never) != (label in self.labels)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _things() -> tuple[_Thing, ...]:
    text = resources.files("chitieu.checking").joinpath("thing-units.toml").read_text(encoding="utf-8")
    found: list[_Thing] = []
    for one in tomllib.loads(text)["thing"]:
        never, labels = frozenset(one["never"]), frozenset(one.get("labels", ()))
        unless = re.compile(rf"(?<!\w)(?:{_any_of(one['unless'])})(?!\w)") if "unless" in one else None
        between = _LINK if one.get("linked") else _BETWEEN
        patterns = {
            _Side.BEFORE: rf"(?<!\w)(?:WORDS){between}",
            _Side.BEHIND: r"\s(?:WORDS)(?!\w)",
            _Side.INSIDE: rf"(?<!\w)(?:WORDS)(?:\s(?!(?:{_OTHER_AMOUNT})(?!\w))[^\W\d_]+){{1,7}}?{_BETWEEN}",
            _Side.HEAD: rf"{_LEAD}(?:WORDS)(?!\w)(?!.*{_MEASURED})",
        }
        for side, pattern in patterns.items():
            if side.value in one:
                words = re.compile(pattern.replace("WORDS", _any_of(one[side.value])))
                found.append(_Thing(words, side, never, labels, unless, one["expected"]))
    return tuple(found)


def odd_units(passage: Passage) -> Iterator[OddUnit]:
    """Yield the amounts whose unit the word right beside them rules out.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        unit = hit.target.quantity.unit
        often = unit.label.startswith("lần/")  # how often a thing is looked at: "quan trắc độ mặn 02 lần/ngày"
        if often or unit.kind not in (UnitKind.MEASURE, *_FAMILIES):
            continue
        if _is_for_no_people(unit):
            yield OddUnit(hit, f"{unit.label.partition('/')[0]}/vạn dân")
            continue
        rate = _odd_rate(lower, hit)
        if rate is not None:
            yield OddUnit(hit, rate)
            continue
        unsaid = is_currency_left_out(lower, hit.numeral)
        for thing in _refusing(_FAMILIES.get(unit.kind) or unit.dimension.partition("/")[0], unit.label):
            if unsaid and expects_count(thing.expected):
                continue  # "đón 3,2 triệu": visitors
            if _names(thing, lower, hit) and not (
                thing.unless is not None and thing.unless.search(_clause(lower, hit))
            ):
                yield OddUnit(hit, thing.expected)
                break


@lru_cache(maxsize=256)
def _refusing(family: str, label: str) -> tuple[_Thing, ...]:
    """Return the things of which an amount cannot be in a unit."""
    return tuple(thing for thing in _things() if thing.refuses(family, label))


def _names(thing: _Thing, lower: str, hit: TargetHit) -> bool:
    """Whether the words of a thing stand beside an amount."""
    start, end = hit.numeral.start, hit.numeral.end
    if thing.side is _Side.BEHIND:
        return thing.words.match(lower, end) is not None
    if thing.side is _Side.INSIDE and ("/" in hit.target.quantity.unit.label or not _GOES_ON.match(lower, end)):
        return False  # "diện tích lúa 62 tạ/ha", "diện tích rừng khai thác 900 m3 gỗ"
    if thing.side in (_Side.BEFORE, _Side.INSIDE):
        return thing.words.search(lower, max(0, start - _NEAR), start) is not None
    if _IS_ALL.match(lower, end) is None:
        return False
    near = _JOINED.sub(" ", _BRACKETS.sub("", text_before(lower, start, _REACH))).rstrip(" :")
    return thing.words.match(_CLAUSE.split(near)[-1]) is not None


_FOR_PEOPLE = "/vạn dân"


@cache
def _for_people() -> frozenset[str]:
    """Return what is counted for so many people: doctors, beds, students."""
    labels = (label for record in catalogue().records.values() for label in record.units)
    return frozenset(label.removesuffix(_FOR_PEOPLE) for label in labels if label.endswith(_FOR_PEOPLE))


def _is_for_no_people(unit: Unit) -> bool:
    """Whether a unit puts what is counted for people over land, weight or length: *bác sĩ/ha*."""
    noun, _, whole = unit.label.partition("/")
    other = unit_of(whole) if whole and noun in _for_people() else None
    return other is not None and other.kind is UnitKind.MEASURE


_EACH = re.compile(
    r"\s?/\s?(?:người|hộ|căn|lượt|khách|dự án|lao động|ha|nhà|ngôi nhà|mô hình|học sinh|xã|ngày công)(?!\w)"
)
_MOST_PERCENT = 10_000
_PEOPLE_ON_A_FLOOR, _MOST_ON_A_FLOOR = re.compile(r"(?:người|dân|nhân khẩu|hộ|hộ dân)/m2"), 10
"""So many do not stand on one square metre: the land of a density is told in km2 or ha."""
_YIELD_OF_ANIMALS = re.compile(r"(?:tấn|tạ|kg)/con")
_YIELD_OF_CROPS = re.compile(
    r"(?<!\w)năng suất(?: bình quân)? (?:của )?(?:cây |vườn |các loại )?(?:lúa|ngô|chè|cà phê|hồ tiêu|điều|cao su|mía|sắn|lạc|đậu|rau|cam|bưởi|nhãn|vải|xoài|chuối|dứa|thanh long|sầu riêng|cây|khoai|dâu|quế|hồi)(?!\w)"
)
"""Yields of plants, of which there are no heads: *năng suất chè 9 tấn/con*."""


def _odd_rate(lower: str, hit: TargetHit) -> str | None:
    """Return what a rate that cannot be one should be: money for ten thousand people, percent for each or by the ten thousands, people on a square metre."""
    unit = hit.target.quantity.unit
    if unit.kind is UnitKind.MONEY and unit.label.endswith(_FOR_PEOPLE):
        return "bác sĩ/vạn dân, giường bệnh/vạn dân"
    if _YIELD_OF_ANIMALS.fullmatch(unit.label) and _YIELD_OF_CROPS.search(
        _clause(lower, hit).partition(lower[hit.numeral.start : hit.numeral.end])[0]
    ):
        return "tạ/ha, tấn/ha"
    if unit.label == "%" and (_EACH.match(lower, hit.numeral.end) or hit.target.quantity.value >= _MOST_PERCENT):
        return "đồng, ha, người …"
    if _PEOPLE_ON_A_FLOOR.fullmatch(unit.label) and hit.target.quantity.value >= _MOST_ON_A_FLOOR:
        return "người/km2"
    return None


def _clause(lower: str, hit: TargetHit) -> str:
    start, end = hit.numeral.start, hit.numeral.end
    ahead, behind = (
        _CLAUSE.split(text_before(lower, start, _REACH))[-1],
        _CLAUSE.split(lower[end : end + _REACH])[0],
    )
    return f"{ahead}{lower[start:end]}{behind}"
