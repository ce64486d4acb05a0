"""Money, or a measure, where a percentage must be: a change of what is no money, what something comes to of a plan, what is taken up, a part of shares.

*Lượt khách 7,5 triệu, tăng 14 tỷ đồng*, *bằng 34 tỷ đồng dự toán*, *109/137 xã, chiếm 79,6 tỷ đồng*, *đạt 50,4 tỷ đồng hộ gia đình*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.named_amounts.first_words import opening_of
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import behind_last, items_before, items_behind, search_before, text_before
from chitieu.checking.values.told_units import is_currency_left_out
from chitieu.checking.values.unit_slips import UnitSlip
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import catalogue
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["slips_for_rates"]

_PERCENT = "%"
_SENTENCE = re.compile(r"[;|]|\.(?=\s)|\n\s*\n")


def slips_for_rates(passage: Passage) -> Iterator[UnitSlip]:
    """Yield the amounts of money and the measures that stand where a percentage, or what is counted, must.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    hits = tuple(hit for hit in hits if not is_currency_left_out(lower, hit.numeral))
    for at, hit in enumerate(hits):
        if hit.target.quantity.unit.kind not in (UnitKind.MONEY, UnitKind.MEASURE):
            continue
        expected = (
            _of_a_plan(lower, hit)
            or _of_things(lower, hit)
            or _taken_up(lower, hits, at)
            or _of_a_change(passage, hits, at)
            or _beside_the_plan(lower, hits, at)
            or _too_little(passage, hit)
            or _of_a_fraction(lower, hits, at)
            or _from_a_rate(lower, hits, at)
            or _among_shares(lower, hits, at)
            or _goes_on(lower, hits, at)
        )
        if expected:
            yield UnitSlip(hit, expected)


# --- what something comes to of a plan, or of things -------------------------------------------------------------------------

_PLAN = re.compile(
    r"\s(?:kế hoạch|dự toán)(?:\s?[,.;)]|\s?$|\n|\s(?:năm(?! [0-9]{4} (?:là|cho))|đề ra|được giao|hđnd|trung ương|chính phủ|thủ tướng|tỉnh giao|địa phương|giao|cả năm|giai đoạn)(?!\w))"
)
_COMES_TO = re.compile(
    r"(?<!\w)(?:đạt|bằng|vượt|tương đương|hoàn thành)(?:\s(?:khoảng|trên|hơn|gần|xấp xỉ|ít nhất|mức))*\s$"
)
_THINGS = re.compile(
    r"\s(?:(?:tổng )?số (?:xã|hộ|thôn|trường|đơn vị|người|học sinh)|xã|phường|thôn|bản|ấp|hộ gia đình|hộ nghèo|hộ dân|thủ tục hành chính|dịch vụ công|đơn vị cấp|học sinh|người dân|dân số|trạm y tế)(?!\w)"
)
_COUNTED = re.compile(r"\s(?:tổng số|số (?:xã|hộ|thôn|trường|người)|thủ tục hành chính|dịch vụ công)(?!\w)")
_ALL_OF_THEM = re.compile(
    r"\s(?:tổng số|số (?:xã|hộ|thôn|trường|đơn vị|người|học sinh)|thủ tục hành chính|dịch vụ công|đơn vị cấp|dân số|hộ nghèo|hộ gia đình)(?!\w)"
)
_STANDARD = re.compile(
    r"\s(?:đạt (?:chuẩn (?:ntm|nông thôn|quốc gia|phổ cập|văn hóa|y tế)|[0-9]{1,2} tiêu chí (?:ntm|nông thôn))|được công nhận (?:đạt )?chuẩn (?:ntm|nông thôn))(?!\w)|,\s(?:phường(?:, thị trấn)?|thị trấn)(?:\s?[,.;]|\s?$|\s(?:đạt|có|được)\s)"
)
"""What only places do."""


def _of_a_plan(lower: str, hit: TargetHit) -> str:
    """Return what must be meant where an amount is said to be so much of a plan: *bằng 34 tỷ đồng dự toán*."""
    told = _PLAN.match(lower, hit.end) and search_before(_COMES_TO, lower, hit.numeral.start, REACH)
    return _PERCENT if told else ""


def _of_things(lower: str, hit: TargetHit) -> str:
    """Return what must be meant where a noun of things follows with no word between: *75 tỷ đồng hộ gia đình*."""
    ahead = behind_last(_SENTENCE, text_before(lower, hit.numeral.start, REACH))
    if hit.target.total is None and _MONEY.search(ahead) and not _COUNTED.match(lower, hit.end):
        return ""  # "cho vay 250 tỷ đồng hộ nghèo"
    things = _THINGS if hit.target.quantity.unit.kind is UnitKind.MONEY else _ALL_OF_THEM
    if things.match(lower, hit.end):
        return f"{_PERCENT}, xã, hộ …"
    return "xã, hộ …" if _STANDARD.match(lower, hit.end) else ""


# --- what is taken up ----------------------------------------------------------------------------------------------------------

_TAKES_SHARE = re.compile(r"(?<!\w)chiếm\s(?:tỷ lệ|tỉ lệ|tỷ trọng)(?:\s(?:khoảng|trên|hơn|gần))*\s$")
_OF_SOME_MONEY = re.compile(r"\s(?:trong|trên|của)\s(?:tổng|số|toàn bộ)(?!\w)")
_TAKES = re.compile(r"(?<!\w)chiếm(?:\s(?:tỷ lệ|tỉ lệ|tỷ trọng|khoảng|trên|hơn|gần))*\s$")


def _taken_up(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return what must be meant of what takes up so much of things that are counted: *109/137 xã, chiếm 79 tỷ đồng*."""
    if _OF_SOME_MONEY.match(lower, hits[at].end):
        return ""
    takes = _TAKES if hits[at].target.quantity.unit.kind is UnitKind.MONEY else _TAKES_SHARE
    if not search_before(takes, lower, hits[at].numeral.start, REACH):
        return ""
    before = items_before(hits, at, 1)
    counted = any(one.target.quantity.unit.kind is UnitKind.COUNT and _is_near(lower, one, hits[at]) for one in before)
    return _PERCENT if counted else ""


def _is_near(lower: str, one: TargetHit, other: TargetHit) -> bool:
    """Whether an amount stands in the sentence of the next one, not far ahead of it."""
    return other.numeral.start - one.end <= REACH and not _SENTENCE.search(lower, one.end, other.numeral.start)


# --- changes -------------------------------------------------------------------------------------------------------------------

_FOLLOWS = re.compile(
    r"(?:\s[^\W\d_]+){0,4}\s?[,(]?\s?(?:(?:và|tương ứng|tức|nhưng|bình quân|ước)\s)*(?:tăng|giảm|vượt)?(?:\s(?:thêm|khoảng|trên|hơn|gần|bình quân|mạnh|nhẹ))*\s?"
)
"""Between a level and a change to it."""
_ENDS_CHANGE = re.compile(r"\s?(?:[,.;:)(|\n]|$)|\s(?:so|và|trong|năm|cùng kỳ|trở lên)(?!\w)")
"""Behind a change that is of nothing else: *giảm 2 tỷ đồng chi phí* is."""
_HARDLY = Fraction(1, 5000)
_FEW = 100


def _of_a_change(passage: Passage, hits: Sequence[TargetHit], at: int) -> str:
    """Return what must be meant of a change in money to what is no money, or by next to nothing of it."""
    hit, lower = hits[at], passage[0].source.lower
    if hit.target.change not in (Change.INCREASE, Change.DECREASE):
        return ""
    base = next(
        (
            one
            for one in items_before(hits, at, 1)
            if one.target.change is Change.LEVEL and _FOLLOWS.fullmatch(lower, one.end, hit.numeral.start)
        ),
        None,
    )
    if base is not None:
        own = _MONEY.search(lower, base.end, hit.numeral.start) or not _ENDS_CHANGE.match(lower, hit.end)
        return "" if own else _to_level(base, hit)
    return _to_name(passage, hit) or _among_rates(lower, hits, at)


_HAVE_MONEY = (
    "dự án",
    "công trình",
    "gói thầu",
    "hợp đồng",
    "nhiệm vụ",
    "khoản",
    "nguồn",
    "đề án",
    "chương trình",
    "hạng mục",
)
"""Things that have a sum of money each, which may change: *điều chỉnh 18 dự án (tăng 1.230 tỷ đồng)*."""


def _to_level(base: TargetHit, hit: TargetHit) -> str:
    level, change = base.target.quantity, hit.target.quantity
    known = (UnitKind.COUNT, UnitKind.MEASURE, UnitKind.RATIO, UnitKind.MONEY)
    if level.unit.kind not in known or base.target.total is not None or "/" in f"{level.unit.label}{change.unit.label}":
        return ""
    if change.unit.kind is UnitKind.MONEY and level.unit.label.lower().startswith(_HAVE_MONEY):
        return ""
    if not level.unit.same_dimension(change.unit):
        return f"{_PERCENT}, {level.unit.label}"
    hardly = change.unit.kind is UnitKind.MONEY and change.amount < level.amount * _HARDLY and change.value < _FEW
    return _PERCENT if hardly else ""


def _to_name(passage: Passage, hit: TargetHit) -> str:
    """Return what must be meant of a change to what its name says is no money: *tỷ lệ hộ nghèo giảm 0,4 tỷ đồng*."""
    name = behind_last(_SENTENCE, name_before(passage[0], hit)).strip()
    opening = opening_of(name)
    if hit.target.quantity.unit.kind is UnitKind.MEASURE and _LAND.search(name.lower()):
        return ""  # "độ che phủ rừng tăng 45 ha": the land of it
    if opening is not None and opening.refuses(hit.target.quantity.unit):
        return opening.expected
    match = match_indicator(name, unit=_PERCENT, change=hit.target.change) if name else None
    record = catalogue().records.get(match.key) if match is not None and match.confidence * 100 >= _SURE else None
    small = hit.target.quantity.value < _FEW
    return _PERCENT if record is not None and record.unit == _PERCENT and small and record.growth_of else ""


_LAND = re.compile(r"(?<!\w)(?:rừng|đất|diện tích|che phủ|cây xanh)(?!\w)")
_SURE = 95
_LEAST = 2
_ECONOMY = re.compile(
    r"\W*(?:\w\)\s)?(?:(?:trong đó|tốc độ|phấn đấu|năm 20[0-9]{2}|quy mô)\s)*(?:grdp|tổng sản phẩm (?:trên địa bàn|trong tỉnh|xã hội)|(?:tốc độ )?tăng trưởng|chỉ số (?:sản xuất|giá)|iip|cpi|năng suất lao động xã hội"
    r"|khu vực (?:công nghiệp|dịch vụ|nông(?! thôn)|i{1,3}(?!\w)))(?!\w)(?! bình quân đầu người)"
)
"""What has thousands of *tỷ đồng* or is no money, and is told by its growth."""


def _too_little(passage: Passage, hit: TargetHit) -> str:
    """Return what must be meant of the growth of an economy that is told as next to no money: *GRDP 9 tháng 7,95 tỷ đồng*."""
    name = behind_last(_SENTENCE, name_before(passage[0], hit)).lower()
    top = hit.target.upper or hit.target.quantity
    measure = top.unit.kind is UnitKind.MEASURE
    if top.value >= _FEW or not (measure or top.unit.label == "tỷ đồng") or hit.target.total is not None:
        return ""
    if _SECTOR.match(name) and hit.target.change is Change.LEVEL:
        return ""  # of a commune, or the land of it
    return _PERCENT if _ECONOMY.match(name) and not _AREA.search(name) else ""


_SECTOR = re.compile(r"\W*(?:trong đó\s)?khu vực")
_AREA = re.compile(r"(?<!\w)(?:dự án|công trình|hạ tầng|đầu tư|hỗ trợ|kinh phí|vốn|xử lý|đường|thu|chi)(?!\w)")
_FRACTION = re.compile(
    r"[^;.()|0-9]{0,60}\(\s?(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)?(?:\s(?:khoảng|trên|gần|tỷ lệ))*\s?"
)


def _of_a_fraction(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return what must be meant in a bracket behind so many of so many: *59/131 xã đạt chuẩn (đạt 45 tỷ đồng)*."""
    for one in items_before(hits, at, 1):
        things = one.target.total is not None and one.target.quantity.unit.kind is UnitKind.COUNT
        if things and _FRACTION.fullmatch(lower, one.end, hits[at].numeral.start) and lower[hits[at].end :][:1] == ")":
            return _PERCENT
    return ""


_TO = re.compile(
    r"(?:\s?\([^()\n]{0,60}\))?[^;.,()|0-9\n]{0,30}\s(?:lên|xuống|còn|đến)(?:\s(?:trên|khoảng|còn|hơn))*\s"
)
_FROM = re.compile(r"(?<!\w)từ(?:\s(?:mức|khoảng|trên|hơn))*\s$")


def _from_a_rate(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return the unit of the rate that an amount is said to come from: *từ 65% (năm 2025) lên 70 tỷ đồng*."""
    for one in items_before(hits, at, 1):
        unit = one.target.quantity.unit
        rose = search_before(_FROM, lower, one.numeral.start, REACH) and _TO.fullmatch(
            lower, one.end, hits[at].numeral.start
        )
        if rose and unit.kind is UnitKind.RATIO:
            return unit.label
    return ""


# --- among shares and rates -------------------------------------------------------------------------------------------------------

_SHARES, _ALL, _ROUNDED = 3, 100, Fraction(1, 2)
_MONEY = re.compile(
    r"(?<!\w)(?:vốn|kinh phí|thu(?! gom| hoạch)|chi|tiền|giá|doanh|ngân sách|kim ngạch|đầu tư|dư nợ|tín dụng|huy động|xuất|nhập|bán|sản xuất|quỹ|thuế|phí|lương|hỗ trợ|tài trợ|đóng góp|trị giá|dự toán|nợ|vay"
    r"|lợi nhuận|grdp|quy mô|mức|trợ cấp|bồi thường|giải ngân|thanh toán|dự án|công trình|gói|tổng|tương đương|ủng hộ|vận động|tiết kiệm|lãi|thiệt hại|phạt|cổ phần|trái phiếu|cân đối|bội)(?!\w)"
)
"""Words of what is money."""


def _among_shares(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return the sign of shares where an amount is the only one without it, and makes a hundred with them as a number."""
    row = [one for one in _row(lower, hits, at) if one.target.change is Change.LEVEL]
    rates = [one for one in row if one.target.quantity.unit.label == _PERCENT]
    others = (
        [one for one in row if one.target.quantity.unit.kind is UnitKind.MONEY and one.start >= rates[0].start - REACH]
        if rates
        else []
    )
    if len(rates) < _SHARES - 1 or others != [hits[at]]:
        return ""
    total = sum((Fraction(one.target.quantity.value) for one in (*rates, hits[at])), Fraction(-_ALL))
    return _PERCENT if abs(total) <= _ROUNDED else ""


_PART = re.compile(
    r"[\s,;]*(?:(?:và|còn|riêng|ở|tại|khu vực)\s)*(?:nông thôn|thành thị|đô thị|cấp (?:tỉnh|huyện|xã)|nam|nữ|miền núi|vùng cao|các xã|các phường|có bằng cấp, chứng chỉ|có bằng cấp|có chứng chỉ)(?:\s(?:đạt|là|còn|chiếm|trên|khoảng|từ|ít nhất))*\s"
)


def _goes_on(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return the sign of the rate that an amount of a part follows: *đô thị 96%; khu vực nông thôn đạt 80 tỷ đồng*."""
    for one in items_before(hits, at, 1):
        between = lower[one.end : hits[at].numeral.start]
        rate = one.target.quantity.unit.label == _PERCENT and one.target.change is Change.LEVEL
        ahead = behind_last(_STOP, text_before(lower, one.numeral.start, REACH))
        if rate and _PART.fullmatch(between) and not _MONEY.search(ahead) and hits[at].target.quantity.value <= _ALL:
            return _PERCENT
    return ""


def _among_rates(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return what must be meant of the only change in money among those of a sentence, with no amount ahead that it is of."""
    row = _row(lower, hits, at)
    changes = [one for one in row if one.target.change is not Change.LEVEL]
    others = [one for one in changes if one is not hits[at]]
    rates = [one for one in others if one.target.quantity.unit.kind is UnitKind.RATIO]
    if len(rates) < _LEAST or len(rates) < len(others):
        return ""
    levels = [one for one in row if one.target.change is Change.LEVEL]
    own = hits[at].target.quantity.unit.kind
    return "" if any(one.target.quantity.unit.kind is own for one in levels) else _PERCENT


_STOP = re.compile(r"\.(?=\s)|[|]|\n\s*\n")


def _row(lower: str, hits: Sequence[TargetHit], at: int) -> Sequence[TargetHit]:
    """Return the amounts of a sentence around one, with it, as far as they stand near."""
    row = [*items_before(hits, at, _ROW), hits[at], *items_behind(hits, at, _ROW)]
    return [one for one in row if _is_beside(lower, one, hits[at])]


_ROW = 12


def _is_beside(lower: str, one: TargetHit, other: TargetHit) -> bool:
    start, end = sorted((one.numeral.start, other.numeral.start))
    return end - start <= 2 * REACH and not _STOP.search(lower, start, end)


# --- brackets with the plan -----------------------------------------------------------------------------------------------------

_PLANNED = re.compile(
    r"\s?\(\s?(?:kế hoạch|kh|chỉ tiêu|mục tiêu|nghị quyết|nq|dự toán)(?:\s(?:đề ra|giao|năm|là|đạt|[0-9]{4}))*\s?:?\s?$"
)


def _beside_the_plan(lower: str, hits: Sequence[TargetHit], at: int) -> str:
    """Return what must be meant in a bracket that says what was planned of the amount ahead: *1,57% (kế hoạch 1,82 tỷ đồng)*."""
    for one in items_before(hits, at, 1):
        if _PLANNED.fullmatch(text_before(lower, hits[at].numeral.start, hits[at].numeral.start - one.end)):
            unit, own = one.target.quantity.unit, hits[at].target.quantity.unit
            comparable = unit.kind in (UnitKind.RATIO, UnitKind.MEASURE, UnitKind.COUNT, UnitKind.MONEY)
            return (
                unit.label if comparable and unit.dimension.partition("/")[0] != own.dimension.partition("/")[0] else ""
            )
    return ""
