"""The rule on amounts that have no unit, and how it finds those of indicators: the catalogue knows what they are measured in.

Amounts that no catalogue names are told by the text around them: see `bare_items`, `bare_cells` and `bare_amounts`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, items_before, text_before
from chitieu.checking.texts.plain_texts import paragraphs
from chitieu.checking.values.bare_amounts import bare_amounts
from chitieu.checking.values.bare_brackets import told_in_brackets
from chitieu.checking.values.bare_cells import bare_cells
from chitieu.checking.values.bare_items import bare_items
from chitieu.checking.values.bare_numbers import range_before
from chitieu.checking.values.lost_digits import lost_digits
from chitieu.checking.values.told_units import names_counted
from chitieu.checking.values.whole_units import told_by_wholes
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.numbers.decimals import format_number
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.plan import PlannedIndicator
from chitieu.targets.reader import targets_among
from chitieu.targets.target import Change
from chitieu.text import SourceText, Span
from chitieu.units import NO_UNIT, Unit, UnitKind

__all__ = ["unit_missing"]


@rule(
    "unit-missing",
    title="An amount has its unit",
    message="'{about}' has the number {number} without a unit; it is measured in {expected}",
)
def unit_missing(subject: Subject) -> Iterator[RuleFault]:
    """A number that ends without a unit though its indicator, the amounts beside it or the words around it give it one; indices and scores have none."""
    known = set[int]()
    bare = [piece.source.offset(one.start) for piece, numerals in subject.numerals for one in numerals if _is_bare(one)]
    for item in (*subject.plan.indicators, *paragraphs(subject.plan.text if subject.is_bare_text else "")):
        yield from _targets_of(subject, item)
        placed = item.span if subject.plan.text else None
        none = placed is not None and bisect_left(bare, placed.start) == bisect_left(bare, placed.end)
        if item.text and not none and not _UNITS_ELSEWHERE.search(item.text.lower()):
            for fault in _numbers_of(subject, item):
                known.update((fault.span.start,) if fault.span is not None else ())
                yield fault
    for passage, (piece, numerals) in zip(subject.passages, subject.numerals, strict=True):
        found = (*bare_items(passage), *bare_amounts(passage, numerals), *bare_cells(piece)) if piece.placed else ()
        read = {hit.numeral.start for hit in passage[1] if _has_unit(hit.numeral, hit.target.quantity.unit)}
        for one in found:
            at = piece.source.offset(one.start)
            if at not in known and one.start not in read:
                known.add(at)
                yield piece.fault(one.start, one.end, one.name, number=one.number, expected=one.unit)


def _has_unit(numeral: Numeral, unit: Unit) -> bool:
    """Whether an amount was read with a unit, be it from elsewhere; a noun right behind it may be none: *đạt 87,2 kế hoạch*."""
    if unit.kind is not UnitKind.COUNT:
        return unit != NO_UNIT
    return numeral.end == numeral.digits_end


# --- the indicators of a plan ---------------------------------------------------------------------------------------------

_WITHOUT_UNIT = frozenset({"index", "score"})
_WITHOUT_LABELS = frozenset({"", "điểm", "lần", "hạng", "thứ hạng", "hệ số", "bậc"})
_UNITS_ELSEWHERE = re.compile(r"đvt|đơn vị tính|\|")


def _needs_unit(record: Indicator | None) -> bool:
    if record is None or record.kind in _WITHOUT_UNIT or not record.units:
        return False
    return not _WITHOUT_LABELS.intersection(record.units)


def _targets_of(subject: Subject, item: PlannedIndicator) -> Iterator[RuleFault]:
    """Yield the targets of a line that have no unit though their indicator has one, nor a cell that may hold it."""
    if sum(any(map(str.isalpha, cell)) for cell in item.text.split("|")) > 1:
        return
    source, offset = _line(subject, item)
    told = told_in_brackets(source.lower, scan_numerals(source)[0])
    places = {source.offset(at) + (offset or 0) for at in told}
    for line in item.walk():
        record = catalogue().records.get(line.indicator) if line.indicator else None
        for target in line.targets:
            if target.quantity.unit != NO_UNIT or target.total is not None or record is None:
                continue
            if target.span is not None and target.span.start in places:
                continue
            if _needs_unit(record) and not names_counted(line.name, record.units, target.quantity.value):
                number = format_number(target.quantity.value)
                yield subject.at_item(line, number, number=number, expected=record.unit)


def _is_bare(numeral: Numeral) -> bool:
    return numeral.kind is NumeralKind.BARE and numeral.total is None and bool(numeral.value)


def _numbers_of(subject: Subject, item: PlannedIndicator) -> Iterator[RuleFault]:
    """Yield the bare numbers of a line that are no targets for want of a unit."""
    source, offset = _line(subject, item)
    numerals, _ = scan_numerals(source)
    taken = {hit.numeral.start for hit in targets_among(source, numerals)}
    taken |= told_by_wholes(source.lower, numerals) | told_in_brackets(source.lower, numerals)
    lost = Ranges.of(Span(*one) for one in lost_digits(source))
    counted = {one.unit.label for one in numerals if one.unit.kind is UnitKind.COUNT}
    for at, numeral in enumerate(numerals):
        if not _is_bare(numeral) or numeral.start in taken or numeral.start in lost:
            continue
        first = range_before(source.flat, numeral.start)
        ahead = [one.end for one in items_before(numerals, at, _FEW) if not _is_ordinal(source, one)]
        begin = max((end for end in ahead if end <= numeral.start - len(first)), default=0)
        expected, name = _meant(source, begin, numeral, first)
        if not expected or expected in counted:
            continue
        number = f"{first}{format_number(numeral.value)}"
        start = numeral.start - len(first)
        span = source.span(start, numeral.digits_end)
        placed = Span(span.start + offset, span.end + offset) if offset is not None else None
        written = source.clean(start, numeral.digits_end)
        yield RuleFault(name, placed, item.text, written, (), {"number": number, "expected": expected})


def _is_ordinal(source: SourceText, numeral: Numeral) -> bool:
    """Whether a number is one of a name: *sinh con thứ 3*."""
    return text_before(source.lower, numeral.start, len(_ORDINAL)) == _ORDINAL


_ORDINAL = "thứ "
_FEW = 5
"""Numbers that are looked at for the one a name begins behind: some are of a name, one of a range."""


def _line(subject: Subject, item: PlannedIndicator) -> tuple[SourceText, int | None]:
    if subject.plan.text and item.span:
        return SourceText(item.span.of(subject.plan.text)), item.span.start
    return SourceText(item.text), None


# --- what a number of a line is the value of --------------------------------------------------------------------------------

_LEAD_IN = re.compile(
    r"^(?:[\s\-+*•“”\";:.,()0-9]|(?:trong đó|phấn đấu|đưa|nâng|và|thực hiện|hoàn thành|chỉ tiêu|gồm|bao gồm|năm [0-9]{4}|đến năm [0-9]{4})(?!\w))+",
    re.IGNORECASE,
)
_CUES = re.compile(
    r"(?:[\s:(]|(?:đạt|là|còn|tăng|giảm|trên|dưới|khoảng|hơn|gần|xấp xỉ|từ|ít nhất|không quá|tối thiểu|ước|ước đạt|dự kiến|phấn đấu|bằng|thêm|lên|xuống|mức|chiếm)(?!\w))+$"
)
_SAID = re.compile(
    r"(?:đạt|là|còn|tăng|giảm|trên|dưới|khoảng|hơn|gần|xấp xỉ|từ|ít nhất|không quá|tối thiểu|:|chiếm)\s*$"
)
_CHANGES = {"tăng": Change.INCREASE, "giảm": Change.DECREASE}
_CLAUSE_END = re.compile(r"[;]|\((?![^()]{1,40}\))|(?<!\w)\)|[,.](?=\s)")
_ENDS = re.compile(r"(?:\s(?:trở (?:lên|xuống)|hoặc (?:hơn|cao hơn)))?\s?(?:[;)(]|[,.](?=\s|$)|$)")
_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)(?!.*\strên\s(?:một |1 )?(?:vạn|nghìn|[0-9]))")
"""First words of rates, which are in percent also where no catalogue knows them."""
_LONGEST_NAME = 300
_MOST_PERCENT = 100
_SHARE_BEHIND = re.compile(r"\s?(?:\(|,\s)(?:(?:đạt|chiếm|bằng|tức|tương đương|tỷ lệ)\s){0,2}[0-9][0-9.,]{0,8}\s?%")
_SURE, _SAME_NAME = 90, 100
"""Percent of confidence in the name; without a word that sets a value the name must be that of the catalogue."""


def _meant(source: SourceText, begin: int, numeral: Numeral, first: str) -> tuple[str, str]:
    """Return the unit a bare number needs and what it is the value of, where that is certain; else nothing.

    Args:
        source: the line.
        begin: where the number before it ends.
        numeral: the number.
        first: the first end of the range whose second one it is.
    """
    start = numeral.start - len(first)
    if not _ENDS.match(source.flat, numeral.digits_end):
        return "", ""  # some word or sign goes on: a name, a code, a fraction
    clause = _CLAUSE_END.split(source.flat[max(begin, start - _LONGEST_NAME) : start])[-1]
    _, _, told = clause.rpartition(": ")  # "Về xuất khẩu: kim ngạch đạt 1.700"
    clause = told if told.strip() else clause
    said = _SAID.search(clause.lower().rstrip(" ("))
    name = _CUES.sub("", _LEAD_IN.sub("", clause)).strip()
    if "/" in name:  # "Số giường bệnh/vạn dân": the name has the unit
        return "", ""
    change = _CHANGES.get(said.group() if said else "")
    match = match_indicator(name, unit="%" if change else None, change=change) if name else None
    if match is None or match.confidence * 100 < (_SURE if said else _SAME_NAME):
        return ("%", name) if said and _RATE.match(name.lower()) else ("", "")
    record = catalogue().records[match.key]
    if record.unit == "%" and not _RATE.match(name.lower()) and _is_count(source, numeral):
        return "", ""
    said_before = name.lower().startswith(tuple(f"số {unit} " for unit in record.units))  # "số năm đi học"
    itself = said_before or names_counted(name, record.units, numeral.value)
    return (record.unit, name) if _needs_unit(record) and not itself else ("", "")


def _is_count(source: SourceText, numeral: Numeral) -> bool:
    """Whether a number under the name of a share is of what the share is counted from: *Tuyển quân: 1.200*, *45 (đạt 90%)*."""
    return numeral.value > _MOST_PERCENT or _SHARE_BEHIND.match(source.lower, numeral.digits_end) is not None
