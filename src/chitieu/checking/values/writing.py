"""Rules about how amounts are written: English numbers, missing units, lost digits, ranges that run backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from chitieu.checking.days.day_columns import backward_rows
from chitieu.checking.days.day_ranges import backward_ranges
from chitieu.checking.days.known_days import after_known_days
from chitieu.checking.days.milestones import out_of_order
from chitieu.checking.days.report_chains import due_before_parts
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, row_before
from chitieu.checking.texts.plain_texts import paragraphs
from chitieu.checking.values.bare_amounts import bare_amounts
from chitieu.checking.values.bare_beside import bare_beside
from chitieu.checking.values.bare_cells import bare_cells
from chitieu.checking.values.bare_funds import bare_money
from chitieu.checking.values.bare_items import bare_items
from chitieu.checking.values.broken_numbers import broken_numbers
from chitieu.checking.values.english_numbers import english_numbers
from chitieu.checking.values.number_words import numbers_in_words
from chitieu.findings import Severity
from chitieu.indicators.match import match_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.numbers.decimals import format_number
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.plan import PlannedIndicator
from chitieu.targets.reader import targets_among
from chitieu.targets.target import Change
from chitieu.text import SourceText, Span
from chitieu.units import NO_UNIT, UnitKind

__all__ = ["digits_lost", "number_english", "range_backwards", "unit_missing", "words_disagree"]


# --- English numbers ---------------------------------------------------------------------------------------

_ROW = 2000  # characters looked at behind a place in a row: lines may be endless


@rule(
    "number-english",
    title="Numbers are written the Vietnamese way",
    message="'{written}' is written the English way; it was read as {reading}",
)
def number_english(subject: Subject) -> Iterator[RuleFault]:
    """A point before decimals (``12.5%``), commas between thousands (``1,234.5 tỷ đồng``, ``12,500 ha``)."""
    for (piece, hits), (_, all_numerals) in zip(subject.passages, subject.numerals, strict=True):
        for start, end, reading in english_numbers(piece.source, [hit.numeral for hit in hits], all_numerals):
            yield piece.fault(start, end, reading=reading)


# --- lost digits -------------------------------------------------------------------------------------------

_LOST = re.compile(
    r"(?<![\w.,/])(?:[0-9]+[.,]\s?(?=%)%"  # 4,%
    r"|[0-9]+(?:,\.|\.,|,,)[0-9]+(?:\s?%)?"  # 9,.5
    r"|[0-9]+[.,][0-9]+[.,]\s?%"  # 9,7.%
    r"|(?<![0-9]\s)(?<=\s)[.,][0-9]+\s?%"  # tăng ,5%; "52 ,5 %" has a stray space
    r"|[0-9]+,\s?(?:(?:nghìn|ngàn) )?(?:tỷ|triệu) (?:đồng|usd|tấn|lượt|kwh)(?!\w)"  # 1, triệu đồng
    r"|(?:đạt|còn|là|khoảng|trên|dưới)\s[0-9]+,\s(?=(?:tạ|tấn|kg|ha|km|m2|m3|mw|kwh|usd|triệu|nghìn|tỷ|giường|bác sĩ|tiêu chí|con)(?:/|\s(?:bệnh|đồng|usd|lượt|tấn|người)(?!\w)))\w+"  # 64, tạ/ha
    r"|(?<!\w)(?:trước|chậm nhất|muộn nhất|đến|hết)\sngày\s(?:của\s)?(?:tháng\s(?:cuối\s(?:của\s)?(?:quý|kỳ)|[0-9]{1,2}(?:\snăm\s20[0-9]{2}|/20[0-9]{2}))|(?:hằng|hàng|mỗi)\stháng)"  # trước ngày tháng cuối quý
    r"|(?:đạt|còn|chiếm|khoảng|không quá|ít nhất|tối thiểu)(?:\s{0,2}[.…]{2,40}|\s{0,2}…|\s)\s{0,2}%"  # đạt  %
    r"|(?<!tăng, )(?<!tăng/)(?<!tăng \(\+\), )(?:tăng|giảm)(?:\s{0,2}[.…]{2,40}|\s{0,2}…|\s)\s{0,2}%(?=\s{0,2}(?:[;.,)]|so với|$)))"
)


_DIGIT_LOST = re.compile(r"[0-9][.,]\s?%|(?<=\s)[.,][0-9]")


@rule(
    "digits-lost",
    title="No number has lost its digits",
    message="'{written}' is no number: digits are missing, or signs are misplaced",
    severity=Severity.ERROR,
)
def digits_lost(subject: Subject) -> Iterator[RuleFault]:
    """A separator or a sign where digits must have been (``4,%``, ``đạt  %``), or one too many (``91..6%``, ``97,5%%``)."""
    for piece in subject.pieces:
        lost = [match.span() for match in _LOST.finditer(piece.source.lower)]
        seen = Ranges.of(Span(*one) for one in lost)
        broken = (one for one in broken_numbers(piece.source) if one[0] not in seen)
        for start, end in (*(one for one in lost if not _in_table(piece.source, one[0])), *broken):
            yield piece.fault(start, end)


def _in_table(source: SourceText, at: int) -> bool:
    """Whether a place stands in a row of a table, whose heads say ``đạt %`` without a number."""
    line = row_before(source.text, at) + source.text[at : at + _ROW].partition("\n")[0]
    return "|" in line and not _DIGIT_LOST.search(line)


# --- ranges ------------------------------------------------------------------------------------------------

_RANGE_GAP = re.compile(r"\s{0,3}(?:-|÷|~|đến|tới)\s{0,3}")
_FALLS = re.compile(r"(?<!\w)(?:giảm|hạ|còn|xuống|kéo giảm|thấp hơn|rút ngắn)(?!\w)")
_REACH = 40
_MEASURED = frozenset({UnitKind.RATIO, UnitKind.POINTS, UnitKind.MONEY, UnitKind.MEASURE, UnitKind.AGE})


@rule(
    "range-backwards",
    title="A range runs from the smaller to the larger",
    message="the range '{written}' runs from {lower} down to {upper}",
    severity=Severity.ERROR,
)
def range_backwards(subject: Subject) -> Iterator[RuleFault]:
    """``từ 9% đến 7%``, ``10 - 8%``; behind *giảm*, *còn* it is a fall from one to the other."""
    for piece, numerals in subject.numerals:
        for first, second in pairwise(numerals):
            if _runs_back(piece.source, first, second):
                lower, upper = (format_number(one.value) for one in (first, second))
                yield piece.fault(first.start, second.end, lower=lower, upper=upper)
        lower_text = piece.source.lower
        days = (
            *backward_ranges(lower_text, subject.year),
            *after_known_days(lower_text),
            *out_of_order(piece.source.text.lower()),
            *due_before_parts(lower_text),
            *backward_rows(piece),
        )
        for start, end, begin, finish in days:
            yield piece.fault(start, end, lower=begin, upper=finish)


_DASH_BEFORE = re.compile(r"[0-9]\s?%?\s{0,3}-\s{0,3}$")
_DASH_BEHIND = re.compile(r"\s{0,3}-\s{0,3}[0-9]")


def _in_row(lower: str, start: int, end: int) -> bool:
    """Whether two values stand in a row of more (``42% - 38% - 20%``), the shares of as many names."""
    return bool(_DASH_BEFORE.search(lower, max(0, start - _REACH), start) or _DASH_BEHIND.match(lower, end))


def _runs_back(source: SourceText, first: Numeral, second: Numeral) -> bool:
    if (
        second.kind not in (NumeralKind.QUANTITY, NumeralKind.AGE)
        or not second.known
        or second.upper is not None
        or second.value >= first.value
    ):
        return False
    ends = (NumeralKind.BARE, NumeralKind.QUANTITY)
    if first.kind not in ends or first.upper is not None or first.total is not None or second.total is not None:
        return False
    same = first.unit == second.unit or (first.kind is NumeralKind.BARE and first.unit == NO_UNIT)
    large = second.unit.kind is UnitKind.COUNT and second.unit.scale > 1  # "triệu lượt": no label of a line has a size
    if not same or not (large or second.unit.kind in _MEASURED):
        return False
    between = source.lower[first.end : second.start]
    if not _RANGE_GAP.fullmatch(between) or _in_row(source.lower, first.start, second.end):
        return False
    # "Mục tiêu 5 - 3% …": a label before the dash is no end of a range
    return not _FALLS.search(source.lower, first.start - _REACH, first.start)


# --- words in brackets -------------------------------------------------------------------------------------


@rule(
    "words-disagree",
    title="A number and its words in brackets agree",
    message="'{written}' says {figures} in figures and {words} in words",
    severity=Severity.ERROR,
)
def words_disagree(subject: Subject) -> Iterator[RuleFault]:
    """``07 (tám) xã``."""
    for piece in subject.pieces:
        for one in numbers_in_words(piece.source):
            if one.figures != one.words:
                fields = {"figures": format_number(one.figures), "words": format_number(one.words)}
                yield piece.fault(one.start, one.end, **fields)


# --- missing units -----------------------------------------------------------------------------------------

_LEAD_IN = re.compile(
    r"^(?:[\s\-+*•“”\";:.,()0-9]|(?:trong đó|phấn đấu|đưa|nâng|và|thực hiện|hoàn thành|chỉ tiêu|gồm|bao gồm|năm [0-9]{4}|đến năm [0-9]{4})(?!\w))+",
    re.IGNORECASE,
)
_CUES = re.compile(
    r"(?:[\s:(]|(?:đạt|là|còn|tăng|giảm|trên|dưới|khoảng|từ|ít nhất|không quá|tối thiểu|ước|ước đạt|dự kiến|phấn đấu|bằng|thêm|lên|xuống|mức|chiếm)(?!\w))+$"
)
_SAID = re.compile(r"(?:đạt|là|còn|tăng|giảm|trên|dưới|khoảng|từ|ít nhất|không quá|tối thiểu|:|chiếm)\s*$")
_CHANGES = {"tăng": Change.INCREASE, "giảm": Change.DECREASE}
_CLAUSE_END = re.compile(r"[;]|\((?![^()]{1,40}\))|(?<!\w)\)|[,.](?=\s)")
_ENDS = re.compile(r"(?:\s(?:trở (?:lên|xuống)|hoặc (?:hơn|cao hơn)))?\s?(?:[;)(]|[,.](?=\s|$)|$)")
_UNITS_ELSEWHERE = re.compile(r"đvt|đơn vị tính|\|")
_WITHOUT_UNIT = frozenset({"index", "score"})
_WITHOUT_LABELS = frozenset({"", "điểm", "lần", "hạng", "thứ hạng", "hệ số", "bậc"})
_LONGEST_NAME = 300
_SURE, _SAME_NAME = 90, 100
"""Percent of confidence in the name; without a word that sets a value the name must be that of the catalogue."""


@rule(
    "unit-missing",
    title="An amount has its unit",
    message="'{about}' has the number {number} without a unit; it is measured in {expected}",
)
def unit_missing(subject: Subject) -> Iterator[RuleFault]:
    """A number in an indicator line that ends without the unit its indicator has; indices and scores have none."""
    known = set[int]()
    for item in (*subject.plan.indicators, *paragraphs(subject.plan.text if subject.is_bare_text else "")):
        yield from _built(subject, item)
        if item.text and not _UNITS_ELSEWHERE.search(item.text.lower()):
            for fault in _written(subject, item):
                known.update((fault.span.start,) if fault.span is not None else ())
                yield fault
    for passage, (_, numerals) in zip(subject.passages, subject.numerals, strict=True):
        piece = passage[0]
        told = (bare_items(passage), bare_beside(passage), bare_amounts(passage, numerals), bare_cells(piece))
        for bare in chain(*told) if piece.placed else ():
            if piece.source.offset(bare.start) not in known:
                known.add(piece.source.offset(bare.start))
                yield piece.fault(bare.start, bare.end, bare.name, number=bare.number, expected=bare.unit)
        for money in bare_money(passage) if piece.placed else ():
            if piece.source.offset(money.start) not in known:
                yield piece.fault(money.start, money.end, money.name, number=money.number, expected=_MONEY)


_MONEY = "triệu đồng"


def _needs_unit(record: Indicator | None) -> bool:
    if record is None or record.kind in _WITHOUT_UNIT or not record.units:
        return False
    return not _WITHOUT_LABELS.intersection(record.units)


def _built(subject: Subject, item: PlannedIndicator) -> Iterator[RuleFault]:
    """Yield the targets of a line that have no unit though their indicator has one, nor a cell that may hold it."""
    if sum(any(map(str.isalpha, cell)) for cell in item.text.split("|")) > 1:
        return
    for line in item.walk():
        record = catalogue().records.get(line.indicator) if line.indicator else None
        for target in line.targets:
            if target.quantity.unit == NO_UNIT and target.total is None and _needs_unit(record):
                number = format_number(target.quantity.value)
                yield subject.at_item(line, number, number=number, expected=record.unit)  # type: ignore[union-attr]


def _written(subject: Subject, item: PlannedIndicator) -> Iterator[RuleFault]:
    """Yield the bare numbers of a line that are no targets for want of a unit."""
    source, offset = _line(subject, item)
    numerals, _ = scan_numerals(source)
    taken = {hit.numeral.start for hit in targets_among(source, numerals)}
    lost = Ranges.of(Span(*match.span()) for match in _LOST.finditer(source.lower))
    done = 0
    for numeral in numerals:
        begin, done = done, numeral.end
        if (
            numeral.kind is not NumeralKind.BARE
            or numeral.start in taken
            or numeral.start in lost
            or numeral.total is not None
            or not numeral.value
        ):
            continue
        expected, name = _meant(source, begin, numeral)
        if not expected or any(one.unit.label == expected and one.unit.kind is UnitKind.COUNT for one in numerals):
            continue
        number = format_number(numeral.value)
        span = source.span(numeral.start, numeral.digits_end)
        placed = Span(span.start + offset, span.end + offset) if offset is not None else None
        written = source.clean(numeral.start, numeral.digits_end)
        yield RuleFault(name, placed, item.text, written, (), {"number": number, "expected": expected})


def _line(subject: Subject, item: PlannedIndicator) -> tuple[SourceText, int | None]:
    if subject.plan.text and item.span:
        return SourceText(item.span.of(subject.plan.text)), item.span.start
    return SourceText(item.text), None


def _meant(source: SourceText, begin: int, numeral: Numeral) -> tuple[str, str]:
    """Return the unit a bare number needs and what it is the value of, where that is certain; else nothing."""
    clause = _CLAUSE_END.split(source.flat[max(begin, numeral.start - _LONGEST_NAME) : numeral.start])[-1]
    if not _ENDS.match(source.flat, numeral.digits_end):
        return "", ""  # some word or sign goes on: a name, a code, a fraction
    _, _, told = clause.rpartition(": ")  # "Về xuất khẩu: kim ngạch đạt 1.700"
    clause = told if told.strip() else clause
    said = _SAID.search(clause.lower().rstrip(" ("))
    name = _CUES.sub("", _LEAD_IN.sub("", clause)).strip()
    if "/" in name:  # "Số giường bệnh/vạn dân": the name has the unit
        return "", ""
    change = _CHANGES.get(said.group() if said else "")
    match = match_indicator(name, unit="%" if change else None, change=change) if name else None
    if match is None:
        return ("%", name) if said and _RATE.match(name.lower()) else ("", "")
    if match.confidence * 100 < (_SURE if said else _SAME_NAME):
        return "", ""
    record = catalogue().records[match.key]
    said_before = name.lower().startswith(tuple(f"số {unit} " for unit in record.units))  # "số năm đi học"
    return (record.unit, name) if _needs_unit(record) and not said_before else ("", "")


_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")
"""First words of rates, which are in percent also where no catalogue knows them."""
