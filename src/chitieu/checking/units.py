"""Rules on one amount by itself: its unit and its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from attrs import evolve

from chitieu.checking.claims import Claim
from chitieu.checking.first_words import FAMILIES, Opening, opening_of
from chitieu.checking.passages import turns
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.spoken_shares import shares_of_counted
from chitieu.checking.subject import Subject
from chitieu.errors import ParseError
from chitieu.findings import Severity
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.plan import Relation
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind, parse_unit

__all__ = ["direction", "share_bounds", "unit_fits", "value_bounds"]

_RATED = re.compile(r"(?<!\w)(?:tỷ lệ|tỷ trọng|tỉ lệ|tỉ trọng)(?!\w)")
_OF_A_PLAN = re.compile(
    r"(?<!\w)(?:chiếm|bằng|gấp|cả nước|dự toán|kế hoạch|chỉ tiêu|kịch bản|so với|so|cùng kỳ|giải ngân|hoàn thành|thực hiện|nhiệm vụ|nghị quyết|tăng|giảm"
    r"|huy động|giao quân|tuyển quân|nhập học|công suất|định mức)(?!\w)"
)
"""Words that make a percentage one of a plan or of an earlier value, which may pass 100."""
_FOR_EACH = re.compile(
    r"/\s?(?:[0-9]|một|vạn|nghìn|triệu|dân|người|lao động|phụ nữ)|(?<!\w)(?:trên|mỗi)\s(?:[0-9]|một|mười|vạn|nghìn)|vạn dân"
)
"""A name that says for how many: *tỷ lệ bác sĩ trên 1 vạn dân* is a count."""
_OUT_OF = re.compile(
    r"(?<!\w)(?:tính trên|trên|trong|của|so với)(?: \w+)? tổng(?: số| diện tích)?(?: \w+){0,2}$|(?<!\w)tính trên(?!\w)"
)
"""A name that ends in what a rate is out of: *tỷ lệ tính trên tổng số 35.000 hộ*."""
_CLAUSE_END = re.compile(r";|[,.](?=\s|$)")
_REACH = 80
_CERTAIN = Decimal("0.9")


def _family(unit: Unit) -> str | None:
    return FAMILIES.get(unit.kind)


def _is_compared(claim: Claim) -> bool:
    """Whether the words near a percentage measure it against a plan or an earlier value."""
    return bool(_OF_A_PLAN.search(f"{claim.name} {_near(claim)}".lower()))


def _near(claim: Claim) -> str:
    before, number, behind = claim.piece.partition(claim.part) if claim.part else ("", "", "")
    return _CLAUSE_END.split(before[-_REACH:])[-1] + _CLAUSE_END.split(f"{number}{behind}"[:_REACH])[0]


@cache
def _unit(label: str) -> Unit | None:
    """Return a unit of a record; None for what is no unit of quantities (``thứ hạng``)."""
    try:
        return parse_unit(label)
    except ParseError:
        return None


@rule(
    "unit-fits",
    title="The unit fits the indicator",
    message="'{about}' is measured in {expected}; '{value}' is in another unit",
    severity=Severity.ERROR,
)
def unit_fits(subject: Subject) -> Iterator[RuleFault]:
    """A level of money, measure, count or rate where the indicator is another of them."""
    for claim in subject.named:
        expected = _expected(claim)
        if expected is not None:
            yield subject.at(claim, expected=expected)


def _expected(claim: Claim) -> str | None:
    """Return the units an amount should have had; None where its own is one of them."""
    record, target = _named(claim), claim.target
    if _goes_with_whole(claim):
        return None
    unit = target.quantity.unit
    family = _family(unit)
    if target.change is not Change.LEVEL:
        return None if record is None or not _is_odd_change(unit, record) else ", ".join(record.units)
    if record is None or family is None:
        opening = opening_of(claim.name) if claim.indicator is not None else None
        if opening is None or not _is_refused(claim, opening) or (family == "rate" and _is_compared(claim)):
            return None
        return opening.expected if record is None else ", ".join(record.units)
    units = [one for label in record.units if (one := _unit(label)) is not None]
    families = {_family(one) for one in units}
    odd = _differs(unit, units) or _other_noun(unit, units) or _is_other_rate(target, units)
    if not families or None in families or (family in families and not odd):
        return None
    if family == "rate":
        counted = "count" in families and not any("/" in one.label for one in units)
        if counted or _is_compared(claim) or _has_growth(record) or _is_share_of_line(claim):
            return None  # a share of the plan, or of all those counted; "GRDP đạt 8,5%" is its growth
    elif family == "count" and family not in families:
        opening = opening_of(claim.name)
        if opening is None or not _is_refused(claim, opening):
            return None
    return ", ".join(record.units)


def _goes_with_whole(claim: Claim) -> bool:
    """Whether an amount is in the unit of the line it is a part of, and its short name only says of whom.

    ``Chi tiêu bình quân khách quốc tế 3,2 triệu đồng/ngày, khách nội địa 1,7 triệu đồng/ngày``.
    """
    if claim.above is None or opening_of(claim.name) is not None:
        return False
    unit = claim.target.quantity.unit
    return any(target.quantity.unit.same_dimension(unit) for target in claim.above.targets)


def _is_refused(claim: Claim, opening: Opening) -> bool:
    """Whether the first words of a name rule the unit of its amount out; ``51/58 xã`` is a share too."""
    unit = claim.target.quantity.unit
    if claim.target.total is not None or not opening.refuses(unit) or _OUT_OF.search(claim.name.lower()):
        return False
    if _family(unit) != "rate" and _has_rate(claim):
        return False
    return unit.kind is not UnitKind.COUNT or _FOR_EACH.search(claim.name.lower()) is None


def _is_odd_change(unit: Unit, record: Indicator) -> bool:
    """Whether a change is in a unit that neither its indicator nor a percentage has: money for each hectare of money."""
    units = [one for label in record.units if (one := _unit(label)) is not None]
    kinds = (UnitKind.MONEY, UnitKind.MEASURE)
    if unit.kind not in kinds or not units or any(one.kind not in kinds for one in units):
        return False
    return not any(_is_alike(unit, one) for one in units) or (
        "/" in unit.dimension and not unit.label.endswith("năm") and not any("/" in one.dimension for one in units)
    )


def _is_alike(unit: Unit, other: Unit) -> bool:
    """Whether two units are of one thing, for each of something or not; money is, whatever the currency."""
    if unit.kind is other.kind is UnitKind.MONEY:
        return True
    return unit.dimension.partition("/")[0] == other.dimension.partition("/")[0]


def _has_rate(claim: Claim) -> bool:
    """Whether the same name has a percentage too: ``Tỷ lệ hộ nghèo còn 2,5%, tương đương 3.200 hộ``."""
    targets = claim.indicator.targets if claim.indicator is not None else ()
    return any(FAMILIES.get(target.quantity.unit.kind) == "rate" for target in targets)


def _is_share_of_line(claim: Claim) -> bool:
    """Whether a percentage is a part of the amount of its line: ``vốn đầu tư 1.100 tỷ đồng, trong đó vốn FDI 37%``."""
    return claim.indicator is not None and claim.indicator.relation is Relation.PART


def _named(claim: Claim) -> Indicator | None:
    """Return the record that the name alone means: the unit is what is in doubt here."""
    match = match_indicator(claim.name)
    return catalogue().records.get(match.key) if match is not None and match.confidence >= _CERTAIN else None


def _has_growth(record: Indicator) -> bool:
    """Whether plans also set the growth of an indicator, in percent and often without a word that says so."""
    return any(other.growth_of == record.key for other in catalogue().records.values())


def _other_noun(unit: Unit, units: list[Unit]) -> bool:
    """Whether what is counted is another thing than the indicator counts (``giường`` for ``bác sĩ/vạn dân``)."""
    if unit.kind is not UnitKind.COUNT or any(one.kind is not UnitKind.COUNT for one in units):
        return False
    heads = {one.label.partition("/")[0].strip().lower() for one in units}
    noun = unit.label.partition("/")[0].strip().lower()
    return noun in _COUNTED and heads <= _COUNTED and noun not in heads


_COUNTED = frozenset({"bác sĩ", "giường bệnh", "giường", "dược sĩ", "điều dưỡng", "con", "thuê bao", "xe", "máy"})


def _is_other_rate(target: Target, units: list[Unit]) -> bool:
    """Whether a percentage stands where only ``‰`` is meant, or the other way round.

    A small percentage may be the same rate in other words: 0,7% are 7‰.
    """
    label, known = target.quantity.unit.label, {one.label for one in units}
    if label not in _RATES or label in known or not known & _RATES:
        return False
    return label == "‰" or target.quantity.value >= _LEAST_PERCENT


_RATES = frozenset({"%", "‰"})
_LEAST_PERCENT = 2


def _differs(unit: Unit, units: list[Unit]) -> bool:
    """Whether two measures are of different things (``ha`` for ``tấn``); money and counts go together, and ``tấn/năm`` with ``tấn``."""
    yearly = _unit(unit.label.removesuffix("/năm")) or unit
    return unit.kind is UnitKind.MEASURE and not any(
        unit.same_dimension(one) or yearly.same_dimension(one) for one in units
    )


@rule(
    "value-bounds",
    title="A value lies within the bounds of its indicator",
    message="'{about}' lies between {low} and {high}; '{value}' is outside",
    severity=Severity.ERROR,
)
def value_bounds(subject: Subject) -> Iterator[RuleFault]:
    """A share below 0 or above 100, a coefficient above 1."""
    for claim in subject.named:
        record, target = claim.record, claim.target
        if record is None or target.change is not Change.LEVEL or (record.minimum, record.maximum) == (None, None):
            continue
        unit = _unit(record.unit) or target.quantity.unit
        if not target.quantity.unit.same_dimension(unit) or (target.total is not None and record.unit == "%"):
            continue
        if record.unit == "%" and (_OF_WHAT_WAS_SET.search(_near(claim).lower()) or _GROSS.search(claim.name.lower())):
            continue
        low = None if record.minimum is None else Quantity(record.minimum, unit)
        high = None if record.maximum is None else Quantity(record.maximum, unit)
        top = target.upper or target.quantity
        if (low is not None and target.quantity < low) or (high is not None and top > high):
            yield subject.at(claim, low=low if low is not None else "-∞", high=high if high is not None else "∞")


@rule(
    "share-bounds",
    title="A share is no more than 100%",
    message="'{about}' is a share of a whole; '{value}' is more than all of it, or less than nothing",
    severity=Severity.ERROR,
)
def share_bounds(subject: Subject) -> Iterator[RuleFault]:
    """Rates that the catalogue does not know; completion of a plan may pass 100."""
    whole, nothing = Quantity(100, "%"), Quantity(0, "%")
    said = {claim.span.end for claim in subject.named if claim.record is not None and claim.span is not None}
    for claim in subject.named:
        target = claim.target
        if claim.record is not None or target.change is not Change.LEVEL:
            continue
        if target.quantity.unit.label not in ("%", "‰") or _is_compared(claim):
            continue
        if (target.upper or target.quantity) > whole or target.quantity < nothing:
            named = claim if _RATED.match(claim.name.lower()) or _goes_on(claim) else _named_around(claim)
            if named is not None and not _NO_SHARE.search(named.name.lower()) and not _is_compared(named):
                said |= {claim.span.end} if claim.span is not None else set()
                yield subject.at(named)
    for passage in subject.passages:
        for hit, about in shares_of_counted(passage):
            fault = passage[0].fault(hit.start, hit.end, about, value=hit.target)
            if fault.span is None or fault.span.end not in said:
                yield fault


_NO_SHARE = re.compile(
    r"(?<!\w)(?:nợ|dự phòng|an toàn vốn|thanh toán|bù đắp|thu hồi|thô|chung cấp|sử dụng giường|giường bệnh sử dụng|đòn bẩy|sinh lời|lạm phát|hoàn vốn|quá tải|phụ thuộc"
    r"|trên(?=\s(?!địa bàn|toàn|tổng|cơ sở|môi trường|không gian|mạng|nền|đất|biển|sông|các|cả nước|[0-9])))(?!\w)"
)
"""Words of rates that compare two things, neither of which is a part of the other: *tỷ lệ nợ trên GRDP*."""
_GROSS = re.compile(r"(?<!\w)(?:thô|chung cấp)(?!\w)")
"""Pupils of any age against the children of one age."""
_OF_WHAT_WAS_SET = re.compile(
    r"%\s(?:so với |so |của )?(?:mức )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh|cùng kỳ)(?!\w)"
)


def _named_around(claim: Claim) -> Claim | None:
    """Return a percentage under the name of the whole clause, where a count in that clause cut the name off.

    ``tỷ lệ người dân được khám ít nhất 2 lần trong năm đạt 104%``.
    """
    before = claim.piece.partition(claim.part)[0] if claim.part else ""
    clause = _CLAUSE.split(before[-_LONGEST_CLAUSE:])[-1].strip()
    name = _SETS.sub("", clause).strip(" :-+*•")
    lower = name.lower()
    if _RATED.match(lower) is None or "%" in lower or _SETS_INSIDE.search(lower) or not any(map(str.isdigit, lower)):
        return None
    return evolve(claim, name=name)


_CLAUSE = re.compile(r";|[,.:()|](?=\s|$)")
_SETS = re.compile(r"(?:\s(?:đạt|là|còn|bằng|ở mức|khoảng|trên|từ|ít nhất|tối thiểu|phấn đấu|ước|dự kiến))+\s*$")
_SETS_INSIDE = re.compile(r"(?<!\w)(?:đạt|còn|bằng|chiếm|tương ứng|tương đương|tăng|giảm|vượt)(?!\w)")
_LONGEST_CLAUSE = 200


def _goes_on(claim: Claim) -> bool:
    """Whether a part goes on with the rates of its line: ``Tỷ lệ cán bộ có bằng đại học 98%; trung cấp lý luận 75%``."""
    above = claim.above
    if above is None or not _RATED.match(above.name.lower()):
        return False
    return all(target.quantity.unit.label == "%" and target.change is Change.LEVEL for target in above.targets)


def _may_rise(claim: Claim, record: Indicator) -> bool:
    """Whether a rise is an aim though less is better: of prices, which always rise some, and one that is held down."""
    return _PRICES.search(record.name.lower()) is not None or claim.target.bound in (Bound.AT_MOST, Bound.LESS_THAN)


_PRICES = re.compile(r"(?<!\w)(?:chỉ số giá|lạm phát)(?!\w)")


@rule(
    "direction",
    title="What should fall is not planned to rise",
    message="'{about}' gets worse by '{value}'",
    severity=Severity.WARNING,
)
def direction(subject: Subject) -> Iterator[RuleFault]:
    """A rise planned where less is better. A fall where more is better happens, and is planned for hard years."""
    for claim in subject.lines:
        record = claim.record
        if record is None or not claim.sure or record.direction != "lower":
            continue
        if claim.target.change is Change.INCREASE and not _may_rise(claim, record):
            yield subject.at(claim)
    for piece, step in subject.steps:
        wanted = _DIRECTIONS.get(step.verb)
        if wanted is None:
            continue
        level, before = step.level.target.quantity, step.before.target.quantity
        worse = level - before if wanted is Change.DECREASE else before - level
        if worse.amount > 0:
            yield piece.fault(step.level.start, step.level.end, step.name, value=worse)
    for passage in subject.passages:
        for first, second in turns(passage):
            old, new = first.target.quantity, second.target.quantity
            about = passage[0].source.clean(first.start, second.end)
            yield passage[0].fault(first.start, second.end, about, value=new - old if new > old else old - new)


_DIRECTIONS = {"giảm": Change.DECREASE, "tăng": Change.INCREASE, "nâng": Change.INCREASE}
