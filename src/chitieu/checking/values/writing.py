"""Rules about how amounts are written: English numbers, lost digits, ranges that run backwards, words that say another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chitieu.checking.days.day_columns import backward_rows
from chitieu.checking.days.day_ranges import backward_ranges
from chitieu.checking.days.known_days import after_known_days
from chitieu.checking.days.milestones import out_of_order
from chitieu.checking.days.report_chains import due_before_parts
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, search_before
from chitieu.checking.values.broken_numbers import broken_numbers
from chitieu.checking.values.english_numbers import english_numbers
from chitieu.checking.values.lost_digits import lost_digits, needs_no_digits
from chitieu.checking.values.number_words import numbers_in_words
from chitieu.findings import Severity
from chitieu.numbers.decimals import format_number
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.text import SourceText, Span
from chitieu.units import NO_UNIT, UnitKind

__all__ = ["digits_lost", "number_english", "range_backwards", "words_disagree"]


# --- English numbers ---------------------------------------------------------------------------------------


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


@rule(
    "digits-lost",
    title="No number has lost its digits",
    message="'{written}' is no number: digits are missing, or signs are misplaced",
    severity=Severity.ERROR,
)
def digits_lost(subject: Subject) -> Iterator[RuleFault]:
    """A separator or a sign where digits must have been (``4,%``, ``đạt  %``), or one too many (``91..6%``, ``97,5%%``)."""
    for piece in subject.pieces:
        lost = lost_digits(piece.source)
        seen = Ranges.of(Span(*one) for one in lost)
        broken = (one for one in broken_numbers(piece.source) if one[0] not in seen)
        for start, end in (*(one for one in lost if not needs_no_digits(piece.source, one[0])), *broken):
            yield piece.fault(start, end)


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
    return bool(search_before(_DASH_BEFORE, lower, start, _REACH) or _DASH_BEHIND.match(lower, end))


def _runs_back(source: SourceText, first: Numeral, second: Numeral) -> bool:
    if (
        second.kind not in (NumeralKind.QUANTITY, NumeralKind.AGE)
        or not second.known
        or second.upper is not None
        or second.value >= first.value
    ):
        return False
    ends = (NumeralKind.BARE, NumeralKind.QUANTITY)
    if first.kind not in ends or not first.is_single or second.total is not None:
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
