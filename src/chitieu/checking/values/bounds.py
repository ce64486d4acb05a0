"""Rules on how large or small an amount may be: the bounds of its indicator, all of a whole, the end of a scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve

from chitieu.checking.named_amounts.amounts import fault_at, is_compared, unit_of, words_near
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.shares.spoken_shares import falls_below_nothing, shares_of_counted
from chitieu.checking.subject import Subject
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.values.scales import off_scale, over_time
from chitieu.checking.values.share_cells import cells_over_hundred
from chitieu.documents.identity import find_home
from chitieu.findings import Severity
from chitieu.indicators.match import MatchReason
from chitieu.indicators.records import Indicator
from chitieu.plan import PlannedIndicator, Relation
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind

__all__ = ["share_bounds", "value_bounds"]

_RATED = re.compile(r"(?<!\w)(?:tỷ lệ|tỷ trọng|tỉ lệ|tỉ trọng)(?!\w)")


@rule(
    "value-bounds",
    title="A value lies within the bounds of its indicator",
    message="'{about}' lies between {low} and {high}; '{value}' is outside",
    severity=Severity.ERROR,
)
def value_bounds(subject: Subject) -> Iterator[RuleFault]:
    """A share below 0 or above 100, a coefficient above 1, a score above the highest of its scale, a province's budget of millions."""
    told, level = set[int](), _level(subject)
    for claim in subject.named:
        if claim.target.change is not Change.LEVEL:
            ends = _outside(claim, _usual(claim, level)) if _is_growth(claim) else None
        elif _is_worked_from(claim):
            continue
        else:
            ends = _outside(claim, _bounds(claim)) or _outside(claim, _usual(claim, level))
        if ends is not None:
            told |= {claim.span.end} if claim.span is not None else set()
            low, high = ends
            yield subject.at(claim, low=low if low is not None else "-∞", high=high if high is not None else "∞")
    for passage in subject.passages:
        for odd in off_scale(passage, subject.plan.issued):
            fault = fault_at(passage, odd.hit, low=odd.low, high=odd.high)
            if fault.span is None or fault.span.end not in told:
                yield fault
        piece = passage[0]
        for over in over_time(piece.source.lower):
            yield piece.fault(
                over.start, over.end, value=piece.source.clean(over.start, over.end), low=0, high=over.most
            )


_Ends: TypeAlias = tuple[Quantity | None, Quantity | None]


def _outside(claim: Claim, ends: _Ends | None) -> _Ends | None:
    """Return the ends an amount lies outside of; None where it lies between them."""
    low, high = ends or (None, None)
    amount, top = claim.target.quantity, claim.target.upper or claim.target.quantity
    return ends if (low is not None and amount < low) or (high is not None and top > high) else None


def _bounds(claim: Claim) -> _Ends | None:
    """Return the bounds of the indicator of an amount; None where it has none, or they are not of such an amount."""
    record = claim.record
    return _in_units(claim, record.minimum, record.maximum) if record is not None else None


def _in_units(claim: Claim, least: Decimal | None, most: Decimal | None) -> _Ends | None:
    """Return two ends for the indicator of an amount as quantities; None where they are not of such an amount."""
    record, target = claim.record, claim.target
    if record is None or (least, most) == (None, None):
        return None
    unit = _own_unit(record, target.quantity.unit)
    if record.kind == "score" and target.quantity.unit.label == "điểm":
        unit = target.quantity.unit  # an index in percent is told in points too
    if unit.kind is target.quantity.unit.kind is UnitKind.MONEY:
        unit = _for_the_same(unit, target.quantity.unit)
    if not target.quantity.unit.same_dimension(unit) or (target.total is not None and record.unit == "%"):
        return None
    if record.unit == "%" and (_OF_WHAT_WAS_SET.search(words_near(claim).lower()) or _GROSS.search(claim.name.lower())):
        return None
    low, high = (None if end is None else Quantity(end, unit) for end in (least, most))
    return low, high


def _is_growth(claim: Claim) -> bool:
    """Whether a change is the growth an indicator measures: *GRDP tăng 8,5%*."""
    record, target = claim.record, claim.target
    growth = record is not None and record.unit == "%" and (record.growth_of or record.key.startswith("growth_"))
    return bool(growth) and target.change is Change.INCREASE and target.quantity.unit.label == "%"


_PART_OF_IT = re.compile(
    r"(?<!\w)(?:tháng|quý|huyện|quận|thị xã|xã(?! hội)|phường|đặc khu|khu|cấp|phí|lệ phí|vùng|miền|nhóm|dân tộc|cả nước|toàn quốc"
    r"|giai đoạn|5 năm|nhiệm kỳ|lũy kế|lũy tiến)(?!\w)"
)
"""Words of an amount that is not of one whole province in one year."""
_FOR_SOME = re.compile(r"\s?(?:cho|để|vào|nhằm|hỗ trợ)(?!\w)")
"""Behind an amount of money that is not all there is: *chi ngân sách 214 tỷ đồng cho người có công*."""
_FOR_ONE = re.compile(r"(?<!\w)(?:bình quân|đầu người|mỗi)(?!\w)")
_OFFICE = re.compile(r"(?<!\w)(?:sở|ban (?!chấp hành|thường vụ)|phòng|chi cục|văn phòng|trung tâm|cục|công an)(?!\w)")


def _level(subject: Subject) -> tuple[UnitKind, ...]:
    """Return the kinds of units whose amounts are of a whole province in a plan: none in that of a commune, rates in that of an office."""
    issuer = subject.plan.issuer
    home = find_home(issuer)
    if issuer is None or home is None or home.level != "tỉnh":
        return ()
    return _FOR_EACH if _OFFICE.search(issuer.lower()) else tuple(UnitKind)


_FOR_EACH = (UnitKind.RATIO, UnitKind.SCORE, UnitKind.AGE, UnitKind.NONE)


def _usual(claim: Claim, kinds: Sequence[UnitKind]) -> _Ends | None:
    """Return the least and the most that whole provinces have of an indicator; None for other amounts."""
    record, unit = claim.record, claim.target.quantity.unit
    if record is None or record.usual is None or claim.indicator is None or not _is_named(claim):
        return None
    if (unit.kind not in kinds and "/" not in unit.label) or not kinds or claim.target.total is not None:
        return None
    behind = claim.piece.partition(claim.part)[2].lower() if claim.part else ""
    if unit.kind is UnitKind.MONEY and _FOR_SOME.match(behind):
        return None
    words = f"{claim.name} {words_near(claim)}".lower()
    if _PART_OF_IT.search(words) or ("/" not in record.unit and _FOR_ONE.search(words)):
        return None
    return _in_units(claim, *record.usual)


def _is_named(claim: Claim) -> bool:
    """Whether an amount stands first in its line, or is told there with a name of its own: *…; tuổi thọ trung bình 75 tuổi*."""
    item = claim.indicator
    if item is None or claim.above is None:
        return item is not None
    first = item.relation is Relation.BESIDE and item.targets[:1] == (claim.target,)
    return first and item.match is not None and item.match.reason in _BY_NAME


_BY_NAME = (MatchReason.EXACT, MatchReason.ALIAS, MatchReason.WORDING)


def _is_worked_from(claim: Claim) -> bool:
    """Whether an amount in brackets behind one for each is what that was worked out from: *57 triệu đồng (31.800 tỷ đồng, 558 nghìn người)*."""
    record, item = claim.record, claim.indicator
    if record is None or "/" not in record.unit or item is None or item.targets[:1] == (claim.target,):
        return False
    ahead = claim.piece.partition(claim.part)[0] if claim.part else ""
    return ahead.endswith("(") and item.targets[0].quantity.unit.kind is claim.target.quantity.unit.kind


def _own_unit(record: Indicator, written: Unit) -> Unit:
    """Return the unit the bounds of an indicator are in; a yearly amount (*kg/người/năm*) has the same ones."""
    yearly = unit_of(f"{record.unit}/năm") if f"{record.unit}/năm" in record.units else None
    return yearly if yearly is not None and yearly.same_dimension(written) else unit_of(record.unit) or written


def _for_the_same(unit: Unit, other: Unit) -> Unit:
    """Return a unit of money for each of something as one of another's kind: *triệu đồng/người* is *triệu đồng* there.

    Of a month it becomes that of a year, which is no less, where the other names neither.
    """
    if unit.dimension.partition("/")[0] != other.dimension.partition("/")[0] or unit.same_dimension(other):
        return unit
    monthly, other_monthly = (one.dimension.endswith("/month") for one in (unit, other))
    months = _MONTHS ** (monthly - other_monthly)
    return evolve(other, factor=unit.factor * months, label=unit.label)


_MONTHS = Fraction(12)


@rule(
    "share-bounds",
    title="A share is no more than 100%",
    message="'{about}' is a share of a whole; '{value}' is more than all of it, or less than nothing",
    severity=Severity.ERROR,
)
def share_bounds(subject: Subject) -> Iterator[RuleFault]:
    """Rates that the catalogue does not know; completion of a plan may pass 100."""
    whole, nothing = Quantity(100, "%"), Quantity(0, "%")
    known_ones = [
        claim for claim in subject.named if claim.record is not None and claim.record.maximum is not None
    ]  # rated by `value_bounds`
    said = {claim.span.end for claim in known_ones if claim.span is not None}
    amounts = {claim.target.quantity for claim in known_ones}  # of a plan without text
    for claim in subject.named:
        target = claim.target
        if claim.record is not None or target.change is not Change.LEVEL:
            continue
        if target.quantity.unit.label not in ("%", "‰"):
            continue
        if (target.upper or target.quantity) > whole or target.quantity < nothing:
            rated = any(words.match(claim.name.lower()) for words in (_RATED, _USED, _OF_PEOPLE)) or _is_done_to(claim)
            named = claim if rated or _goes_on(claim) else _named_around(claim)
            if named is not None and not _NO_SHARE.search(named.name.lower()) and not _may_pass(claim, named):
                said |= {claim.span.end} if claim.span is not None else set()
                amounts.add(target.quantity)
                yield subject.at(named)
    for passage in subject.passages:
        for hit, about in (*shares_of_counted(passage), *falls_below_nothing(passage)):
            fault = passage[0].fault(hit.start, hit.end, about, value=hit.target)
            known = hit.target.quantity in amounts if fault.span is None else fault.span.end in said
            if not known:
                yield fault
    cells = (fault for piece in subject.pieces if piece.placed for fault in _cells(piece))
    yield from (fault for fault in cells if fault.span is not None and fault.span.end not in said)


def _cells(piece: Piece) -> Iterator[RuleFault]:
    """Yield the cells of rows in percent that are too large for it."""
    for name, cell in cells_over_hundred(piece):
        yield piece.fault(cell.start, cell.end, name, value=f"{cell.text}%")


def _may_pass(claim: Claim, named: Claim) -> bool:
    """Whether a percentage may pass a hundred for what is said beside it: of rooms taken only one of a plan may."""
    if _USED.match(named.name.lower()):
        return _OF_WHAT_WAS_SET.search(words_near(claim).lower()) is not None
    if named is claim and _is_done_to(claim):  # its name is all that stands before it
        return is_compared(evolve(claim, piece="".join(claim.piece.partition(claim.part)[1:]) if claim.part else ""))
    return is_compared(claim) or is_compared(named)


_NO_SHARE = re.compile(
    r"(?<!\w)(?:nợ|dự phòng|an toàn vốn|thanh toán|bù đắp|thu hồi|thô|chung cấp|sử dụng giường|giường bệnh sử dụng|đòn bẩy|sinh lời|lạm phát|hoàn vốn|quá tải|phụ thuộc"
    r"|trên(?=\s(?!địa bàn|toàn|tổng|cơ sở|môi trường|không gian|mạng|nền|đất|biển|sông|các|cả nước|[0-9])))(?!\w)"
)
"""Words of rates that compare two things, neither of which is a part of the other: *tỷ lệ nợ trên GRDP*."""
_USED = re.compile(
    r"(?<!\w)(?:công suất (?:sử dụng )?(?:buồng|phòng)|(?:hệ số|tỷ lệ|tỉ lệ) (?:sử dụng|khai thác) (?:buồng|phòng)|(?:tỷ|tỉ) lệ lấp đầy)(?!\w)"
)
"""Names of how much of something is taken, of which nothing is taken twice: rooms, land of industrial zones."""
_OF_PEOPLE = re.compile(
    r"(?:học sinh|sinh viên|trẻ em|trẻ|người dân|người bệnh|phụ nữ|bà mẹ|hộ dân|hộ gia đình|cán bộ|giáo viên|người cao tuổi)\s\w"
    r"|(?:doanh nghiệp|hợp tác xã|tổ hợp tác|cơ sở (?:sản xuất|kinh doanh|y tế|giáo dục))\s(?:hoạt động|tham gia|áp dụng|có|sử dụng|được|đạt)(?!\w)"
)
"""Names without *tỷ lệ* of what is a share of some people: *học sinh bỏ học 0,3%*."""
_DONE_TO = re.compile(
    r"(?<!\w)(?:được (?:thu gom|vận chuyển|xử lý|tái chế|phân loại|đấu nối|cấp|giải quyết|trả lời|tiếp nhận|tiêm|khám|quản lý|theo dõi|phủ sóng|ký số|số hóa|sử dụng|tiếp cận|cung cấp|kết nối"
    r"|kiểm tra|kiểm định|giám sát|bồi dưỡng|tập huấn|thay thế|chăm sóc|điều trị|bảo vệ|kiên cố hóa|cứng hóa|nhựa hóa|bê tông hóa|chiếu sáng|lắp đặt|trang bị|thẩm định|công khai|niêm yết"
    r"|cập nhật|tích hợp|rà soát|đánh giá|phổ biến|lập hồ sơ|chứng nhận|quy hoạch|xác minh)|(?:đúng|trước|đúng và trước) hạn|hợp vệ sinh|đạt (?:quy )?chuẩn"
    r"|hài lòng|đồng thuận|đồng tình|đồng ý|tín nhiệm|tốt nghiệp|lên lớp|ra lớp|đến trường|biết chữ|biết bơi|có việc làm|khỏi bệnh|đạt yêu cầu)(?!\w)"
)
"""What is done to so much of what there is, in names without *tỷ lệ*: *chất thải nguy hại được xử lý đạt quy chuẩn 95%*."""
_NO_WHOLE = re.compile(
    r"\W*(?:tổng )?(?:số|vốn|kinh phí|ngân sách|dự toán|giá|giá trị|mức|thu|thu nhập|doanh thu|chi|chi phí|lương|tiền|phụ cấp|chỉ tiêu|nhiệm vụ|kết quả|sản lượng|khối lượng|công suất|lãi)(?!\w)"
)
"""First words of amounts that may come to more than was planned or had before."""
_SET = r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|giao|đăng ký)(?!\w)"
_CLOSES = re.compile(
    rf"\s?(?:trở lên)?\s?(?:(?:của\s)?(?:tổng\s)?(?:khối\slượng|lượng|diện\stích|số)(?!\w)(?:(?!{_SET}|(?<!\w)(?:năm trước|cùng kỳ))[^.;,()]){{1,80}})?(?:[.;,)]|\((?![^()]{{0,60}}{_SET})|$)"
)
"""What ends a share: nothing, or the name of its whole (*lượng phát sinh*, *số hộ*); never what was planned."""
_GROSS = re.compile(r"(?<!\w)(?:thô|chung cấp)(?!\w)")
"""Pupils of any age against the children of one age."""
_OF_WHAT_WAS_SET = re.compile(
    r"%\s(?:so với |so |của )?(?:mức )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh|cùng kỳ)(?!\w)"
    r"|(?<!\w)bằng (?:khoảng )?[0-9][0-9.,]*%\s(?:so với |của )?(?:mức )?năm (?:[0-9]{4}|trước|ngoái)(?!\w)"
)


def _is_done_to(claim: Claim) -> bool:
    """Whether a name says what is done to a share of what there is, and nothing behind the percentage says of what else it is."""
    name = claim.name.lower()
    if not _DONE_TO.search(name) or _NO_WHOLE.match(name) or _counts_first(claim):
        return False
    before, number, behind = claim.piece.lower().partition(claim.part.lower()) if claim.part else ("", "", "")
    if before.rpartition(name)[0].endswith(("số ", "số lượng ")):
        return False
    return not number or _CLOSES.match(behind) is not None


def _counts_first(claim: Claim) -> bool:
    """Whether a line has an amount ahead of the percentage, so that this may be one of a plan: *12.000 lượt, đạt 120%*."""
    ahead = claim.indicator.targets[:1] if claim.indicator is not None else ()
    return any(one is not claim.target and one.quantity.unit.label != "%" for one in ahead)


def _named_around(claim: Claim) -> Claim | None:
    """Return a percentage under the name of the whole clause, where a count in that clause cut the name off.

    ``tỷ lệ người dân được khám ít nhất 2 lần trong năm đạt 104%``.
    """
    before = claim.piece.partition(claim.part)[0] if claim.part else ""
    clause = _CLAUSE.split(before[-_LONGEST_CLAUSE:])[-1].strip()
    name = _SETS.sub("", clause).strip(" :-+*•")
    lower = name.lower()
    if (
        (_RATED.match(lower) or _USED.match(lower)) is None
        or "%" in lower
        or _SETS_INSIDE.search(lower)
        or not any(map(str.isdigit, lower))
    ):
        return None
    return evolve(claim, name=name)


_CLAUSE = re.compile(r";|[,.:()|](?=\s|$)")
_SETS = re.compile(r"(?:\s(?:đạt|là|còn|bằng|ở mức|khoảng|trên|từ|ít nhất|tối thiểu|phấn đấu|ước|dự kiến))+\s*$")
_SETS_INSIDE = re.compile(r"(?<!\w)(?:đạt|còn|bằng|chiếm|tương ứng|tương đương|tăng|giảm|vượt)(?!\w)")
_LONGEST_CLAUSE = 200


def _goes_on(claim: Claim) -> bool:
    """Whether a part goes on with the rates of its line: ``Tỷ lệ cán bộ có bằng đại học 98%; trung cấp lý luận 75%``."""
    above = claim.above
    if above is None or not (_RATED.match(above.name.lower()) or _is_of_the_same_people(claim, above)):
        return False
    return all(target.quantity.unit.label == "%" and target.change is Change.LEVEL for target in above.targets)


_WHAT_PEOPLE_DO = re.compile(
    r"(?:được|lập|tham gia|đạt chuẩn|tiêm|khám|sử dụng|dùng|biết|hoàn thành|hưởng|hài lòng|kích hoạt|cài đặt|tiếp cận|uống|mang|đăng ký)(?!\w)"
)


def _is_of_the_same_people(claim: Claim, above: PlannedIndicator) -> bool:
    """Whether a part says what else the people of its line do: *Người cao tuổi khám định kỳ 90%, lập hồ sơ 97%*."""
    return _WHAT_PEOPLE_DO.match(claim.name) is not None and _OF_PEOPLE.match(above.name.lower()) is not None
