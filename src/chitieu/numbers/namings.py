"""Numbers that are names: dates, years, codes, times, list numbers. Told by what touches the digits."""

from __future__ import annotations

import re

from chitieu.numbers.numeral import FIRM_KINDS, Numeral, NumeralKind
from chitieu.periods.dates import DateMatch, match_date, match_partial_date
from chitieu.text import SourceText
from chitieu.units import read_unit
from chitieu.wording import last_words

__all__ = ["ends_a_name", "name_numeral"]

_LINE_MARKER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-zđ]?\s?(?:[.):]?\s?\||[.)](?=\s|$)|\s?/\s?$)")
_TIME = re.compile(r"\s?(?:h|:|giờ\s|g)[0-9]{2}(?![0-9])|:[0-9]")
_YEAR_RANGE = re.compile(r"\s{0,3}(?:-|,|và|đến|/|hoặc)\s{0,3}((?:19|20|21)[0-9]{2})(?![0-9.,]*[0-9%])")
_CUE_BEFORE_DIGIT = re.compile(r"(?:đạt|tăng|giảm|còn|trên|dưới|khoảng|hơn|là|từ)$")
_CENTURIES = ("19", "20", "21")
_LONGEST_DATE_HEAD = 10  # digits and dots of "31.12.2025"
_LONGEST_MARKER = 3  # no list goes beyond 999
_MARKER_INDENT = 12  # characters that may stand before a list number on its line
_BRACKET_REACH = 60
_PHONE_DIGITS = 9


def name_numeral(source: SourceText, start: int, end: int) -> Numeral | None:
    """Return the numeral of a number that is a name, or None if it may be an amount.

    Args:
        source: the folded text.
        start: offset of the first digit.
        end: offset after the last.
    """
    flat = source.flat
    before, after = flat[start - 1 : start], flat[end : end + 1]
    if _is_code(source, start, before, after):
        return Numeral(NumeralKind.CODE, start, end, end)
    if after in "/-. " and end - start <= _LONGEST_DATE_HEAD and (after != " " or flat[end + 1 : end + 2] in "/-t "):
        dated = match_date(source.lower, start) or _partial_date(source, start)
        if dated:
            return Numeral(NumeralKind.DATE, start, end, dated.end)
    if _is_time_or_phone(source, start, end, before, after):
        return Numeral(NumeralKind.CODE, start, end, end)
    if _is_marker(source, start, end, before, after):
        return Numeral(NumeralKind.MARKER, start, end, end)
    if flat[start:end].isdecimal() and end - start == 4 and flat[start : start + 2] in _CENTURIES:
        return _year(source, start, end, after)
    return None


def _is_code(source: SourceText, start: int, before: str, after: str) -> bool:
    """Whether the digits belong to a code: ``QL6``, ``B2C``, ``ĐT.741``, ``COVID-19``."""
    if before.isalpha():
        glued_cue = after == "%" and _CUE_BEFORE_DIGIT.search(source.lower[max(0, start - 6) : start])
        return not glued_cue
    if before not in ("-", ".", "_") or start < 2:
        return False
    letter = source.flat[start - 2]
    return (letter.isalpha() and not letter.islower()) or source.lower.endswith("covid-", 0, start)


def _is_time_or_phone(source: SourceText, start: int, end: int, before: str, after: str) -> bool:
    """Whether the digits tell a time (``08h00``, ``20:12``) or a telephone number."""
    flat = source.flat
    if after in ":hg " and _TIME.match(source.lower, end):
        return True
    if before == ":" and flat[start - 2 : start - 1].isdigit():
        return True
    digits = flat[start:end]
    if len(digits) < 4 or digits[0] != "0":
        return False
    return digits.isdecimal() or (len(digits) >= _PHONE_DIGITS and digits[1] not in ",.")


def _partial_date(source: SourceText, start: int) -> DateMatch | None:
    """Match a date without its day or year; ``2/10 huyện`` is a count unless ``ngày`` stands before."""
    dated = match_partial_date(source.lower, start)
    if dated is None or dated.month or last_words(source.lower, start)[0] == "ngày":
        return dated
    unit = read_unit(source.flat, source.lower, dated.end, known_only=True)
    return None if unit else dated


def _is_marker(source: SourceText, start: int, end: int, before: str, after: str) -> bool:
    """Whether the number is a list number or a note mark: ``1)``, ``(12)``, ``2.1.``, ``[3]``, ``7c |``."""
    short = end - start <= _LONGEST_MARKER
    if (before == "[" and after == "]") or (before == "(" and after == ")" and short):
        return True
    if _opens_line(source, start):
        return True
    if after != ")" or not short:
        return False
    in_bracket = "(" in source.flat[max(0, start - _BRACKET_REACH) : start].rpartition(")")[2]
    return not in_bracket and source.flat[max(0, start - 8) : start].rstrip()[-1:] in (".", ";", ":", ",", "")


def _opens_line(source: SourceText, start: int) -> bool:
    """Whether the number is the marker of its line; ``- 5 xã`` is a bullet and an amount."""
    line = source.text.rfind("\n", max(0, start - _MARKER_INDENT), start) + 1
    if not line and start > _MARKER_INDENT:
        return False
    prefix = source.text[line:start].strip()
    if prefix.strip(" \t(-+*•|"):
        return False
    match = _LINE_MARKER.match(source.flat, start)
    return match is not None and not (prefix in ("-", "+") and "|" in match.group())


def _year(source: SourceText, start: int, end: int, after: str) -> Numeral | None:
    """Return the numeral of a year, ranges of years whole, unless a unit makes it an amount."""
    if after == "%" or (after == "," and source.flat[end + 1 : end + 2].isdigit()):
        return None
    if last_words(source.lower, start)[0] not in ("năm", "đến", "đoạn"):
        unit = read_unit(source.flat, source.lower, end, known_only=True)
        if unit and unit.unit.kind in FIRM_KINDS:
            return None
    match = _YEAR_RANGE.match(source.lower, end)
    return Numeral(NumeralKind.YEAR, start, end, match.end() if match else end)


def ends_a_name(flat: str, start: int) -> bool:
    """Whether a number closes a proper name or a code: ``Vân Đồn 3``, ``IR 50404``."""
    words = flat[max(0, start - 24) : start].split()
    if not words or not words[-1].isalpha():
        return False
    if words[-1].isupper() and len(words[-1]) > 1:
        return True
    return len(words) > 1 and words[-1].istitle() and words[-2].istitle()
