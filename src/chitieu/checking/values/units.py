"""The rule on the unit of one amount by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from chitieu.checking.identity.identities import IdentityKind
from chitieu.checking.named_amounts.amounts import fault_at, is_compared, is_of_others, unit_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.first_words import FAMILIES, Opening, opening_of
from chitieu.checking.named_amounts.line_claims import LEAD_IN
from chitieu.checking.named_amounts.nouns import without_time
from chitieu.checking.parts.row_units import row_unit
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, text_before
from chitieu.checking.values.number_agreement import slips_among_numbers
from chitieu.checking.values.thing_units import OddUnit, odd_units
from chitieu.checking.values.told_units import expects_count, is_scale_alone, lacks_currency, opens_with_unit
from chitieu.checking.values.unit_slips import UnitSlip, unit_slips
from chitieu.checking.values.units_in_turn import slips_in_turn
from chitieu.checking.values.units_of_rates import slips_for_rates
from chitieu.checking.values.whole_units import parts_in_percent
from chitieu.findings import Severity
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import Change, Target
from chitieu.text import Span
from chitieu.units import Unit, UnitKind

__all__ = ["unit_fits"]

_FOR_EACH = re.compile(
    r"/\s?(?:[0-9]|một|vạn|nghìn|triệu|dân|người|lao động|phụ nữ)|(?<!\w)(?:trên|mỗi)\s(?:[0-9]|một|mười|vạn|nghìn)|vạn dân"
)
"""A name that says for how many: *tỷ lệ bác sĩ trên 1 vạn dân* is a count."""
_OUT_OF = re.compile(
    r"(?<!\w)(?:tính trên|trên|trong|của|so với)(?: \w+)? tổng(?: số| diện tích)?(?: \w+){0,2}$|(?<!\w)tính trên(?!\w)"
)
"""A name that ends in what a rate is out of: *tỷ lệ tính trên tổng số 35.000 hộ*."""
_CERTAIN = Decimal("0.9")


def _family(unit: Unit) -> str | None:
    return FAMILIES.get(unit.kind)


@rule(
    "unit-fits",
    title="The unit fits the indicator",
    message="'{about}' is measured in {expected}; '{value}' is in another unit",
    severity=Severity.ERROR,
)
def unit_fits(subject: Subject) -> Iterator[RuleFault]:
    """A level of money, measure, count or rate where the indicator is another of them."""
    rows = {
        (id(row.item), row.item.targets[0].quantity.unit): row.expected
        for line in _all_lines(subject)
        if (row := row_unit(line)) is not None
    }
    found = [
        (claim, expected)
        for claim in subject.named
        if (expected := rows.get((id(claim.indicator), claim.target.quantity.unit)) or _expected(claim)) is not None
    ]
    shared = Ranges.of(_shares(subject) if found else ())
    parts = _parts_in_percent(subject) if found else frozenset[int]()
    for claim, expected in found:
        if claim.span is not None and (claim.span.start in shared or claim.span.end in parts):
            continue
        told = is_scale_alone(claim.piece, claim.target.quantity) and expects_count(expected)
        if not told and not _is_for_things(subject, claim):
            yield subject.at(claim, expected=expected)
    said = {claim.span.end for claim, _ in found if claim.span is not None}
    amounts = {claim.target.quantity for claim, _ in found}  # of a plan without text
    for passage in subject.passages:
        slips = dict[int, OddUnit | UnitSlip]()
        for find in (odd_units, unit_slips, slips_among_numbers, slips_in_turn, slips_for_rates):
            for one in find(passage):
                slips.setdefault(one.hit.numeral.end, one)
        for one in slips.values():
            fault = fault_at(passage, one.hit, expected=one.expected)
            known = one.hit.target.quantity in amounts if fault.span is None else fault.span.end in said
            if not known:
                yield fault


def _parts_in_percent(subject: Subject) -> frozenset[int]:
    """Return where the percentages end that are parts of an amount, in the text of a plan."""
    texts = (passage for passage in subject.passages if passage[0].placed)
    return frozenset(
        passage[0].source.offset(hit.numeral.end) for passage in texts for hit in parts_in_percent(passage)
    )


def _is_for_things(subject: Subject, claim: Claim) -> bool:
    """Whether an amount stands among others of its unit, so that the things named get it: *trường học 90 tỷ đồng, khu công nghiệp 45 tỷ đồng*.

    Or its sentence opens with what is measured, and things named last are where: *Diện tích tại các khu, cụm công nghiệp 300 ha*.
    """
    unit, record = claim.target.quantity.unit, _named(claim)
    counted = record is not None and all(
        one is not None and one.kind is UnitKind.COUNT for one in map(unit_of, record.units)
    )
    if not counted or unit.kind not in (UnitKind.MONEY, UnitKind.MEASURE) or _COUNTS.match(claim.name.lower()):
        return False
    text, at = (subject.plan.text, claim.span.start) if subject.plan.text and claim.span else (claim.piece, 0)
    before = text_before(text, at, _LINE).rpartition("\n")[2]
    line = before + text[at : at + _LINE].partition("\n")[0]
    ahead = _SENTENCE.split(before)[-1]
    if not any(map(str.isdigit, ahead)) and opens_with_unit(LEAD_IN.sub("", ahead), unit):
        return True
    alike = len(re.findall(rf"[0-9]\s{re.escape(unit.label)}(?!\w)", line))
    return alike > (1 if unit.kind is UnitKind.MEASURE or _PAID_FOR.match(claim.name.lower()) else _MONEY_IN_LINE)


_PAID_FOR = re.compile(
    r"(?:đào tạo|dạy nghề|bồi dưỡng|tập huấn|giải quyết|cho vay|vay|trợ giúp|chăm sóc|trồng|xây|sửa)(?!.*\scho$)(?!\w)"
)
"""What money is given for beside other things: *đào tạo nghề 40 tỷ đồng, vay vốn 80 tỷ đồng*."""
_COUNTS = re.compile(r"(?:tổng )?số(?!\w)|thành lập|phát triển|có |thêm |thu hút")
_SENTENCE = re.compile(r"[;.](?=\s)")
_LINE, _MONEY_IN_LINE = 400, 2
"""Characters looked at on either side, and how many sums of money a name of things may have beside it by mistake: *195 tỷ đồng, vốn 2.480 tỷ đồng*."""


def _all_lines(subject: Subject) -> Iterator[PlannedIndicator]:
    for item in subject.plan.indicators:
        yield from item.walk()


def _shares(subject: Subject) -> set[Span | None]:
    """Return where shares of one whole stand: those of money and of things counted are in percent."""
    return {part.span for one in subject.identities if one.kind is IdentityKind.SHARES for part in one.parts}


def _expected(claim: Claim) -> str | None:
    """Return the units an amount should have had; None where its own is one of them."""
    record, target = _named(claim), claim.target
    if _goes_with_whole(claim) or _is_said_before(claim, record) or _is_aside(claim):
        return None
    if _is_in_name(claim) or _is_for_each_of_it(claim):
        return None
    if _goes_on_otherwise(claim):
        return None
    unit = target.quantity.unit
    family = _family(unit)
    if target.change is not Change.LEVEL:
        return None if record is None or not _is_odd_change(unit, record) else ", ".join(record.units)
    if record is None or family is None:
        opening = opening_of(claim.name) if claim.indicator is not None else None
        if opening is None or not _is_refused(claim, opening) or (family == "rate" and is_compared(claim)):
            return None
        return opening.expected if record is None else ", ".join(record.units)
    units = [one for label in record.units if (one := unit_of(label)) is not None]
    if family in map(_family, units):
        if _belies_name(claim):
            return "%"
    elif opens_with_unit(claim.name, unit):
        return None  # a name of its own beside that of the indicator
    return ", ".join(record.units) if _is_odd_level(claim, record, units) else None


def _is_for_each_of_it(claim: Claim) -> bool:
    """Whether an amount is for each unit of what its name measures: *riêng diện tích ứng dụng công nghệ cao 480 triệu đồng/ha*."""
    _, _, each = claim.target.quantity.unit.label.rpartition("/")
    opening = opening_of(claim.name) if "/" in claim.target.quantity.unit.label else None
    return opening is not None and each in opening.expected.split(", ")


def _is_in_name(claim: Claim) -> bool:
    """Whether a count stands inside the name of a rate, which goes on behind it: *tỷ lệ trẻ được sàng lọc 5 bệnh bẩm sinh 85%*."""
    if claim.target.quantity.unit.kind is not UnitKind.COUNT:
        return False
    behind = claim.piece.lower().partition(str(claim.target.quantity).lower())[2]
    return _GOES_ON.match(behind) is not None


_GOES_ON = re.compile(r"\s[^;,.:()|0-9]{1,60}\s[0-9][0-9.,]{0,6}\s?%")


def _goes_on_otherwise(claim: Claim) -> bool:
    """Whether a name is of the amount before: *bằng 45% chi thường xuyên và 29% tổng chi*, *chiếm 7,0% diện tích nhưng cho 216 tấn*."""
    name = claim.name.lower()
    joined = _JOINS.search(name) is not None and claim.target.quantity.unit.kind is UnitKind.RATIO
    return joined or _TURNS.search(name) is not None


_JOINS = re.compile(r"(?:,|\svà)$")
_TURNS = re.compile(r"\s(?:nhưng|song|mà|còn|thì)(?:\s(?:cho|đạt|được|có|lại))?$")


def _is_odd_level(claim: Claim, record: Indicator, units: list[Unit]) -> bool:
    """Whether a level is in a unit that none of those of its indicator stands for."""
    target, families = claim.target, {_family(one) for one in units}
    unit, family = target.quantity.unit, _family(target.quantity.unit)
    if not units or None in families:
        return bool(units) and all(family in _UNLIKE.get(one.kind, ()) for one in units) and not is_compared(claim)
    if lacks_currency(claim.piece, target.quantity, units):
        return True
    if family in families and not (_differs(unit, units) or _other_noun(unit, units) or _is_other_rate(target, units)):
        return False
    if family == "rate":
        others = is_of_others(claim)
        per_head = any("/người" in one.label for one in units) and not others
        most = _MOST_PER_HEAD if per_head else _MOST_GROWTH
        no_growth = unit.label == "‰" or (unit.label == "%" and target.quantity.value >= most)
        return no_growth or not (others or _is_share_or_growth(claim, record, units))
    if family == "count" and family not in families:
        opening = opening_of(claim.name)
        return opening is not None and _is_refused(claim, opening)
    return families != {"count"} or _THINGS.match(claim.name.lower()) is None


def _is_share_or_growth(claim: Claim, record: Indicator, units: list[Unit]) -> bool:
    """Whether a percentage is a share of the plan, or of all those counted, or growth: ``GRDP đạt 8,5%``."""
    counted = "count" in map(_family, units) and not any("/" in one.label for one in units)
    return counted or is_compared(claim) or _has_growth(record) or _is_share_of_line(claim)


_MOST_GROWTH, _MOST_PER_HEAD = 300, 50
"""Percentages that neither a share nor the growth of a total, or of what each person has, ever comes to."""
_THINGS = re.compile(r"(?:các|những|mỗi|từng)\s")
"""First words of things that have an amount each or together, which is no number of them: *các khu công nghiệp còn lại 55 ha*."""
_UNLIKE = {
    UnitKind.AGE: ("rate", "money", "measure", "count"),
    **dict.fromkeys((UnitKind.SCORE, UnitKind.RANK, UnitKind.RATIO), ("money", "measure")),
}
"""Families that never stand for ages, scores and ranks; a score may be told in percent."""


def _belies_name(claim: Claim) -> bool:
    """Whether a name that is also that of an amount says by its first words that a rate is meant here.

    ``Giải ngân vốn`` is money or a percentage, ``Tỷ lệ giải ngân vốn`` a percentage alone.
    """
    opening = opening_of(claim.name) if claim.indicator is not None else None
    return opening is not None and opening.expected == "%" and _is_refused(claim, opening)


def _is_said_before(claim: Claim, record: Indicator | None) -> bool:
    """Whether its line has the amount of the indicator ahead, so that another one in another unit is of what goes with it.

    ``Sản lượng lúa 247.170 tấn trên 38.500 ha``.
    """
    if claim.indicator is None or record is None:
        return False
    units = [one for label in record.units if (one := unit_of(label)) is not None]
    ahead = takewhile(lambda target: target is not claim.target, claim.indicator.targets)
    levels = [target.quantity.unit for target in ahead if target.change is Change.LEVEL]
    return any(own.same_dimension(one) for own in levels for one in units)


def _is_aside(claim: Claim) -> bool:
    """Whether an amount only says which ones are meant, or how much all of it is: *buồng hạng 4 - 5 sao*, *vốn (1.200 tỷ đồng) đạt 15%*."""
    before, number, behind = claim.piece.partition(claim.part) if claim.part else ("", "", "")
    if claim.target.quantity.unit.label == "sao" or _GRADE.search(before):
        return True
    bracket = _OPENS_BRACKET.search(before) if number else None
    return bracket is not None and (bool(bracket["rate"]) or _RATE_BEHIND.match(behind) is not None)


_GRADE = re.compile(r"(?<!\w)(?:hạng|loại|chuẩn)\s[^;.,]{0,6}$")
_OPENS_BRACKET = re.compile(r"(?P<rate>%\s)?\((?:[^\W\d_]+\s){0,3}$")
"""A bracket, and whether it stands behind a rate: *3,2% (trên 27.600 hộ)*."""
_RATE_BEHIND = re.compile(r"\)\s(?:[^\W\d_]+\s){0,4}[0-9][0-9.,]*\s?%")


def _goes_with_whole(claim: Claim) -> bool:
    """Whether an amount is in the unit of the line it is a part of, and its short name only says of whom.

    ``Chi tiêu bình quân khách quốc tế 3,2 triệu đồng/ngày, khách nội địa 1,7 triệu đồng/ngày``.
    """
    opening = opening_of(claim.name)
    if claim.above is None or (opening is not None and opening.never):
        return False
    unit = claim.target.quantity.unit
    return any(target.quantity.unit.same_dimension(unit) for target in claim.above.targets)


def _is_refused(claim: Claim, opening: Opening) -> bool:
    """Whether the first words of a name rule the unit of its amount out; ``51/58 xã`` is a share too."""
    unit = claim.target.quantity.unit
    if claim.target.total is not None or not opening.refuses(unit) or _OUT_OF.search(claim.name.lower()):
        return False
    if (_family(unit) != "rate" and _has_rate(claim)) or _has_own_measure(claim, opening):
        return False
    return unit.kind is not UnitKind.COUNT or _FOR_EACH.search(claim.name.lower()) is None


def _is_odd_change(unit: Unit, record: Indicator) -> bool:
    """Whether a change is in a unit that neither its indicator nor a percentage has: money for each hectare of money."""
    units = [one for label in record.units if (one := unit_of(label)) is not None]
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


def _has_own_measure(claim: Claim, opening: Opening) -> bool:
    """Whether the line of a measure has one that its first words mean, so that this is of what it goes with: *… cho nhà máy 120 MW là 85 ha*."""
    unit, item = claim.target.quantity.unit, claim.indicator
    if unit.kind is not UnitKind.MEASURE or item is None:
        return False
    units = [target.quantity.unit for target in item.targets if target.change is Change.LEVEL]
    return any(one.kind is UnitKind.MEASURE and not opening.refuses(one) for one in units)


def _is_share_of_line(claim: Claim) -> bool:
    """Whether a percentage is a part of the amount of its line, or says what part of a larger whole that amount is.

    ``Vốn đầu tư 1.100 tỷ đồng, trong đó vốn FDI 37%``; ``vốn đầu tư công 1.100 tỷ đồng, khoảng 18% tổng vốn đầu tư``.
    """
    item = claim.indicator
    if item is None:
        return False
    return item.relation is Relation.PART or any(
        target.change is Change.LEVEL and target.quantity.unit.kind is not UnitKind.RATIO for target in item.targets
    )


def _named(claim: Claim) -> Indicator | None:
    """Return the record that the name alone means: the unit is what is in doubt here."""
    if claim.indicator is None and _WHERE.match(claim.name.lower()):
        return None  # "300 ha trong khu công nghiệp và 120 ha …": where the amount before is
    match = match_indicator(claim.name)
    return catalogue().records.get(match.key) if match is not None and match.confidence >= _CERTAIN else None


_WHERE = re.compile(r"\W*(?:trong|ngoài|tại|ở|trên|thuộc|của|cho)(?!\w)")


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
    """Whether two measures are of different things (``ha`` for ``tấn``); money and counts go together, and ``tấn/ngày`` with ``tấn``."""
    in_all = unit_of(without_time(unit.label)) or unit
    return unit.kind is UnitKind.MEASURE and not any(
        unit.same_dimension(one) or in_all.same_dimension(one) for one in units
    )
