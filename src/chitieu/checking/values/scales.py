"""Scores and ranks against the scale the text itself gives: *187,5/100 điểm*, *chấm theo thang 100; đạt từ 110 điểm*, *hạng 49 cả nước*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import frozen

from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import search_before, text_before
from chitieu.indicators.records import catalogue
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind

__all__ = ["OffScale", "OverTime", "off_scale", "over_time"]


@frozen(eq=False)
class OffScale:
    """A score or a rank beyond the last of its scale.

    Attributes:
        hit: the amount.
        low, high: the ends of the scale.
    """

    hit: TargetHit
    low: Quantity
    high: Quantity


_SCALE = re.compile(
    r"(?<!\w)thang\s(?:điểm\s|đo\s|bậc\s)?(?P<top>[0-9]{1,4})(?![0-9.,/])(?:\sđiểm)?"
    r"|(?<!\w)tổng điểm tối đa\s(?:là\s|:\s)?(?P<most>[0-9]{2,4})(?![0-9.,/])"
)
_OTHER_POINTS = re.compile(
    r"(?<!\w)(?:cộng|thưởng|trừ|tổng|cộng dồn|quy đổi|chỉ số|phần trăm|thi đua)(?!\w)[^;.]{0,30}$"
)
_ALL_PROVINCES = re.compile(
    r"\s?(?:trên |trong |so với |/|của |của cả |của toàn )?\(?(?:cả nước|toàn quốc|(?:tổng số |số )?(?:34|63) (?:tỉnh|địa phương)|(?:các |số )?tỉnh(?:, thành(?: phố)?)?)(?!\w)"
)
_INDEX = re.compile(
    r"(?<!\w)(?:chỉ số|pci|papi|par index|parindex|par-index|sipas|dti|pii|pgi|bộ chỉ số|xếp hạng|cải cách hành chính|chuyển đổi số|năng lực cạnh tranh|của tỉnh|tỉnh)(?!\w)"
)
_NOT_OF_PROVINCES = re.compile(
    r"(?<!\w)(?:trường|đại học|bệnh viện|doanh nghiệp|vận động viên|thể thao thành tích|huy chương|đội|câu lạc bộ|xã|phường)(?!\w)"
)
_YEAR = re.compile(r"(?<![0-9/.])(?:19|20)[0-9]{2}(?![0-9/])")
_BEFORE = date(2008, 8, 1)
_PROVINCES = ((date(2025, 7, 1), 34), (_BEFORE, 63), (date.min, 64))
"""How many provinces there are from a day on (Nghị quyết 202/2025/QH15, 15/2008/QH12, 22/2003/QH11), the latest first."""


def off_scale(passage: Passage, issued: date | None) -> Iterator[OffScale]:
    """Yield the scores above the highest there is and the ranks behind the last.

    Args:
        passage: a text with its amounts.
        issued: the day of the text, by which the number of provinces is known; without one the most there ever were count.
    """
    piece, hits = passage
    lower = piece.source.lower
    scales = [(found.end(), Decimal(found["top"] or found["most"])) for found in _SCALE.finditer(lower)]
    for hit in hits:
        target = hit.target
        unit, top = target.quantity.unit, target.upper or target.quantity
        if target.change is not Change.LEVEL:
            continue
        if target.total is not None:
            if unit.kind in (UnitKind.SCORE, UnitKind.RANK) and target.quantity.value > target.total.value:
                low = Quantity(1 if unit.kind is UnitKind.RANK else 0, unit)
                yield OffScale(hit, low, Quantity(target.total.value, unit))
        elif unit.label == "điểm":
            best = _scale_of(lower, scales, hit)
            if best is not None and top.value > best:
                yield OffScale(hit, Quantity(0, unit), Quantity(best, unit))
        elif unit.dimension == "rank" and _ranks_provinces(lower, hit):
            last = _last_rank(lower, hit, issued)
            if top.value > last:
                yield OffScale(hit, Quantity(1, unit), Quantity(last, unit))
        else:
            yield from _for_people(hit, top)


def _for_people(hit: TargetHit, top: Quantity) -> Iterator[OffScale]:
    """Yield an amount for people, of beds, doctors or pay, that there never is."""
    most = _most_for_people(top.unit)
    if most is not None and top.amount > most.amount:
        yield OffScale(hit, Quantity(0, most.unit), most)
    if _A_MONTH.fullmatch(top.unit.dimension) and not _LEAST_PAY < top.amount <= _MOST_PAY:
        low, high = Quantity(_LEAST_PAY, "đồng/người/tháng"), Quantity(_MOST_PAY / 10**9, "tỷ đồng/người/tháng")
        yield OffScale(hit, low, high)


def _most_for_people(unit: Unit) -> Quantity | None:
    """Return the most beds or doctors there are for so many people, whatever their number: *giường bệnh/người*."""
    noun, _, people = unit.dimension.partition("/")
    key = _FOR_PEOPLE.get(noun.removeprefix("count:"))
    record = catalogue().records.get(key) if key is not None and people in _PEOPLE else None
    return Quantity(record.maximum, record.unit) if record is not None and record.maximum is not None else None


_A_MONTH = re.compile(
    r"VND/count:(?:người|lao động|hộ|học sinh|sinh viên|cán bộ|công chức|viên chức|giáo viên|công nhân|khẩu|nhân khẩu|đối tượng|trẻ|em|cháu)/month"
)
"""Money for one of people in a month, or in a year as so much a month."""
_LEAST_PAY, _MOST_PAY = Decimal(1000), Decimal(10**9)
"""Between what is no money any more and what nobody is paid or given a month: *8,4 tỷ đồng/người/tháng* were *triệu*."""
_FOR_PEOPLE = {"giường": "beds", "giường bệnh": "beds", "bác sĩ": "doctors"}
_PEOPLE = frozenset({"count:người", "count:dân", "count:người dân"})


def _scale_of(lower: str, scales: list[tuple[int, Decimal]], hit: TargetHit) -> Decimal | None:
    """Return the highest score of the scale named ahead of a score in the same paragraph; the nearest counts."""
    start = hit.numeral.start
    ahead = [top for end, top in scales if 0 <= start - end <= _SAME_MATTER and top > 1]
    if not ahead or search_before(_OTHER_POINTS, lower, start, REACH):
        return None
    return ahead[-1]


_SAME_MATTER = 300


# --- so many in a day, a week, a year ---------------------------------------------------------------------------------

_IN_TIME = re.compile(  # "24/7" is day and night, every day
    r"(?<![\w.,/])(?!24/7\s)(?P<count>[0-9]{1,3})(?:\s?/\s?(?P<all>24(?=\sgiờ)|7(?=\sngày)|12(?=\stháng))\s\w+|\s(?P<what>giờ|ngày|tháng)\s?(?:/|mỗi|một|trong một)\s?(?P<each>ngày|tuần|tháng|năm))(?!\w)"
)
_MOST = {"giờ/ngày": 24, "giờ/tuần": 168, "ngày/tuần": 7, "ngày/tháng": 31, "tháng/năm": 12, "ngày/năm": 366}


@frozen(eq=False)
class OverTime:
    """More of a time than there is of it: *36/24 giờ*, *8 ngày/tuần*.

    Attributes:
        start, end: where it stands.
        most: how many there are.
    """

    start: int
    end: int
    most: int


def over_time(lower: str) -> Iterator[OverTime]:
    """Yield the hours of a day, the days of a week and the like that are more than there are.

    >>> [one.most for one in over_time("trực 36/24 giờ, 7/7 ngày; làm việc 8 giờ/ngày, 8 ngày/tuần")]
    [24, 7]
    """
    for match in _IN_TIME.finditer(lower):
        most = int(match["all"] or _MOST.get(f"{match['what']}/{match['each']}", 0))
        if 0 < most < int(match["count"]):
            yield OverTime(*match.span(), most)


_OF_THE_PAST = re.compile(r"[^;.,()0-9]{0,30}63 (?:tỉnh(?:, thành(?: phố)?)?|địa phương)\s(?:cũ|trước|khi đó)(?!\w)")
"""The provinces there were before 1 July 2025: *hạng 54 trên 63 tỉnh, thành phố cũ*."""
_BRACKET = re.compile(r"\([^()]*\)")


def _ranks_provinces(lower: str, hit: TargetHit) -> bool:
    """Whether a rank is that of a province among all of them."""
    if _ALL_PROVINCES.match(lower, hit.numeral.digits_end) is None:
        return False
    ahead = _sentence(lower, hit)
    return _INDEX.search(ahead) is not None and _NOT_OF_PROVINCES.search(ahead) is None


def _sentence(lower: str, hit: TargetHit) -> str:
    return re.split(r"[;.](?=\s)", text_before(lower, hit.numeral.start, 2 * REACH))[-1]


def _last_rank(lower: str, hit: TargetHit, issued: date | None) -> int:
    """Return how many provinces there are on a day; a rank of an earlier year, or of that day's, may be among more."""
    behind = re.split(r"[;.](?=\s)", lower[hit.numeral.digits_end : hit.numeral.digits_end + 2 * REACH])[0]
    latest = min(issued or date.max, _BEFORE) if _OF_THE_PAST.match(behind) else issued or date.min
    years = _YEAR.findall(f"{_sentence(lower, hit)}{''.join(_BRACKET.findall(behind))}")
    day = min([latest, *(date(int(year), 1, 1) for year in years)])
    return next(number for since, number in _PROVINCES if since <= day)
