"""Amounts whose unit is lost: nothing can follow the number that would still be its unit, and nothing else gives it one.

A number is an amount by how it is written (*45,6*, *1.250*) or by the word before it (*đạt*, *tăng*, *bằng*). Its unit
must come at once. Where a sign closes the number, or a word that is no unit (*so với*, *kế hoạch*, *GRDP*), the unit is
lost, unless it stands elsewhere: in the name, in a heading, behind the last amount of the same list (*lần lượt 5,2, 6,1
và 7%*). What the unit must have been is told by `lost_unit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import items_before, row_before, search_before, text_before
from chitieu.checking.values.bare_brackets import told_in_brackets
from chitieu.checking.values.bare_numbers import BareAmount, BareNumber, cue_before, ending_of, range_before
from chitieu.checking.values.given_units import is_unit_given
from chitieu.checking.values.lost_units import lost_unit
from chitieu.checking.values.sums_shown import is_worked_out
from chitieu.checking.values.units_beside import TIME
from chitieu.checking.values.whole_units import told_by_wholes
from chitieu.numbers.decimals import read_digits
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.text import SourceText
from chitieu.units import NO_UNIT

__all__ = ["bare_amounts"]

_UNIT_ABOVE = re.compile(r"đvt|đơn vị(?: tính)?\s?:|\((?:đơn vị )?(?:(?:nghìn|triệu|tỷ) )?(?:đồng|usd|ha|tấn|%)\)")
_ABOVE = 3000
_COUNT = re.compile(r"0[0-9]")
"""*05* is a count, or the number of a document."""
_STOP = re.compile(r"(?<![0-9])[.](?=\s)|(?<=[0-9])[.](?=\s[^\d])")
_LONGEST = 220
_NO_UNIT = re.compile(
    r"(?<!\w)(?:(?<!tính )chỉ số(?! (?:sản xuất|giá)[^;]*(?:tăng|giảm))|hệ số|(?<!thời )(?<!địa )(?<!thí )điểm(?! phần trăm)|hạng(?! mục)|xếp|thứ|bậc|pci|papi|par index|sipas|dti"
    r"|hdi|gini|icor|ph|phiên bản|thang|mức sinh|suất sinh|số con|số năm|tỷ số|gấp|tcvn|qcvn|iso|(?:học sinh|sinh viên|giáo viên|bác sĩ|điều dưỡng|giường(?: bệnh)?|phòng học) trên|trên (?:một |1 )?(?:vạn|nghìn|lớp|giáo viên|học sinh|giường)|tuổi thọ|(?:nhiệt|nồng|mật|cường) độ|tốp|top|mã|số hiệu)(?!\w)(?:[^;.]|(?<=[0-9])\.(?=[0-9]))*$"
    r"|[^\W\d_](?<!đồng)\s?/\s?(?:[^\W\d_]|1)[^,(]*$|\((?:ha|tấn|%|km|m2|m3|mw|người|hộ|(?:nghìn |triệu |tỷ )?(?:đồng|usd|tấn|lượt|người))\)[^,]*$"
)
"""Names of what has no unit, or has it in the name."""
_COUNTED = re.compile(
    r"(?<!\w)(?<!đổi )(?<!kinh tế )(?<!thiểu )(?<!công nghệ )số(?! (?:tiền|thu|chi|vốn|hóa))\s[^,;]*$"
)
_IN_TURN = re.compile(r"lần lượt|(?<!\w)tương ứng(?: là)?\s(?:[0-9][0-9.,]*\s?(?:[;,]\s)?(?:và\s)?){0,12}$")
"""Words ahead of a row of numbers the last of which has the unit of all: *tương ứng 67,5; 130,0 và 250,0 tỷ đồng*."""
_LINK = re.compile(
    rf"\s?(?:,?\s?(?:và|hoặc|-|–|÷)?|,\s(?:[^;:.()|0-9%\n]|{TIME}){{2,60}}?|(?:\s?và\s[^;:.()|,0-9%\n]{{2,60}}?)|\s?(?:lên|xuống|còn|đến|xuống còn|lên đến))\s?"
)
_NO_LINK = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|so với|quy mô|kim ngạch|tổng|bình quân|tính|dân số|kinh phí|đóng góp|gấp|vượt|chiều dài|trồng mới|thu hút|giải quyết|thu nhập|tạo việc làm|thành lập)(?!\w)"
)
_VERBS = re.compile(r"(?<!\w)(?:chiếm|đạt|còn|là|tăng|giảm(?! nghèo)|bằng)(?!\w)")
_RISES = re.compile(r"[^;.()\n]{0,60}(?<!\w)(?:lên|xuống|còn|đến|tới|thành)\s(?:trên\s|khoảng\s)?[0-9]")


def bare_amounts(passage: Passage, numerals: Sequence[Numeral]) -> Iterator[BareAmount]:
    """Yield the amounts whose unit is lost.

    Args:
        passage: a text with the amounts read from it.
        numerals: all numbers of it, in their order.
    """
    source, hits = passage[0].source, passage[1]
    lower = source.text.lower()
    targets = {hit.numeral.start: hit.target for hit in hits}
    told = told_by_wholes(lower, numerals) | told_in_brackets(lower, numerals)
    ended = [(one, ending_of(lower, one)) for one in numerals]
    ended = [(one, ending) for one, ending in ended if ending is not None or one.kind in _AMOUNTS]  # no dates, no ages
    numerals = [one for one, _ in ended]
    for at, (numeral, ending) in enumerate(ended):
        digits = lower[numeral.start : numeral.digits_end]
        value = read_digits(digits) if ending is not None else None
        if ending is None or not value or _COUNT.match(digits) or numeral.start in told or _in_cell(lower, numeral):
            continue
        sentence = _sentence(source.text, numeral.start).rpartition("|")[2]
        clause = sentence.rpartition(";")[2]
        if _NO_UNIT.search(clause) or _IN_TURN.search(sentence) or _carried(lower, numerals, at):
            continue
        if is_unit_given(sentence) or is_worked_out(lower, numeral) or _is_of_rate(lower, numerals[:at], numeral):
            continue
        first = range_before(lower, numeral.start)
        clause, sentence, digits = clause.removesuffix(first), sentence.removesuffix(first), f"{first}{digits}"
        cue = cue_before(clause, len(clause))
        unit = lost_unit(
            BareNumber(lower, at, numeral, value, digits, sentence, clause, ending, cue), numerals, targets
        )
        counted = "," not in digits and unit != "%" and _COUNTED.search(clause)
        if unit and not counted and not _given_above(lower, numeral.start, unit):
            start = numeral.start - len(first)
            name = _name(source, start - len(clause), start, cue) or digits
            yield BareAmount(name, start, numeral.digits_end, digits, unit)


_AMOUNTS = (NumeralKind.BARE, NumeralKind.QUANTITY)
_SIGN = re.compile(r"[,:(]\s")


def _name(source: SourceText, start: int, end: int, cue: str) -> str:
    """Return the last words of a clause, without the one that sets a value."""
    words = _SIGN.split(source.clean(start, end).rstrip(" :("))[-1]
    at = words.lower().rfind(cue) if cue else 0
    return (words[:at] if at > 0 else words).strip(" :(-+*•,")


_AGAIN = re.compile(r"(?<!\w)(?:tức|tương ứng|tương đương|ứng với|đạt|là)\s$")
_FOR_EACH = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?/\s?[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s")
"""Words of a rate that its unit leaves out: *12,8 học sinh phổ thông/bộ (năm trước 14,1)*."""
_BRACKETED, _ALIKE = 200, 2


def _is_of_rate(lower: str, before: Sequence[Numeral], numeral: Numeral) -> bool:
    """Whether a number in brackets is a rate as the one ahead of them is, or much like it.

    *62 giường/vạn dân (công 7.850 giường, tức 55; …)*, *29,2 m2 sàn/người (đô thị 30,1; nông thôn 27,6)*.
    """
    start = max(0, numeral.start - _BRACKETED)
    opened = lower.rfind("(", start, numeral.start)
    if opened <= lower.rfind(")", start, numeral.start):
        return False
    rate = next((one for one in reversed(before) if one.start < opened), None)
    if rate is None or not ("/" in rate.unit.label or _FOR_EACH.fullmatch(lower, rate.end, opened)):
        return False
    again = _AGAIN.search(lower, start, numeral.start) is not None
    beside = rate.end == opened - 1 or _FOR_EACH.fullmatch(lower, rate.end, opened) is not None
    return again or (beside and rate.value < _ALIKE * numeral.value < _ALIKE**2 * rate.value)


def _carried(lower: str, numerals: Sequence[Numeral], at: int) -> bool:
    """Whether the last number of a list has the unit of all: *lần lượt 5,2, 6,1 và 7%*, *từ 16,5 xuống còn 12,8%*.

    In a list either all have their unit or only the last; where others have it too, this one lost it.
    """
    if search_before(_FROM, lower, numerals[at].start, REACH) and _RISES.match(lower, numerals[at].digits_end):
        return True
    behind = _up_to_unit(lower, numerals[at : at + _LONGEST_LIST])
    if not behind or behind[-1].unit == NO_UNIT:
        return len(behind) > 1 and behind[-1].kind is NumeralKind.BARE
    last = at + len(behind)
    before = _up_to_unit(lower, items_before(numerals, at + 1, _LONGEST_LIST)[::-1])
    after = _up_to_unit(lower, numerals[last : last + 2])
    return all(one.unit != behind[-1].unit for one in (*before[-1:], *after))


def _up_to_unit(lower: str, numerals: Sequence[Numeral]) -> Sequence[Numeral]:
    """Return the numbers that follow the first of some in its list, on either side, as far as the first with a unit."""
    found = list[Numeral]()
    for pair in pairwise(numerals):
        if not _linked(lower, *sorted(pair, key=lambda one: one.start)):
            break
        found.append(pair[1])
        if pair[1].unit != NO_UNIT:
            break
    return found


_FROM = re.compile(r"(?<!\w)từ\s$")


def _linked(lower: str, one: Numeral, other: Numeral) -> bool:
    gap = lower[one.end if one.unit != NO_UNIT else one.digits_end : other.start]
    if len(gap) > _LONGEST_GAP or not _LINK.fullmatch(gap) or _NO_LINK.search(gap):
        return False
    said = _VERBS.findall(gap)
    return not said or said[-1] in text_before(lower, one.start, _VERB_REACH).split() or not _WORDS.search(gap)


_LONGEST_GAP = 80
_LONGEST_LIST = 12
_VERB_REACH = 16
_WORDS = re.compile(r",|và")


def _in_cell(lower: str, numeral: Numeral) -> bool:
    """Whether a number stands in a cell of a table that is no sentence: the unit is in its row or column."""
    row = row_before(lower, numeral.start)
    if "|" not in row and "|" not in lower[numeral.end : numeral.end + _LONGEST].partition("\n")[0]:
        return False
    cell = row.rpartition("|")[2]
    return len(cell.split()) < (_SENTENCE if _VERBS.search(cell) is None else _SHORT)


_SENTENCE, _SHORT = 6, 3
"""Words before a number, from which on a cell is a sentence; less where a verb is among them."""


def _given_above(lower: str, at: int, unit: str) -> bool:
    """Whether a line before gives the unit of all that follow: *Đơn vị tính: triệu đồng*; that of no rate, if not itself *%*.

    A unit in the brackets of a heading is that of what stands under it, up to the next one like it: *1. Thu (triệu đồng)*, *2. Chi*.
    """
    below = set[str]()
    for row in reversed(text_before(lower, at, _ABOVE).split("\n")):
        marker = _MARKER.match(row)
        sort = f"{marker.lastgroup}{marker[0].strip()[-1]}" if marker else ""
        found = _UNIT_ABOVE.search(row) if "|" not in row else None
        if found and (unit != "%" or "%" in row) and (sort not in below or found[0][0] != "("):
            return True
        below |= {sort} - {""}
    return False


_MARKER = re.compile(r"\s*(?:(?P<number>[0-9]{1,2})|(?P<roman>[ivx]{1,5})|(?P<letter>[a-zđ]))[.)]\s")


def _sentence(text: str, at: int) -> str:
    """Return what stands before a number in its sentence, in small letters; a line that begins small goes on with the one before."""
    lines = text_before(text, at, _LONGEST).split("\n")
    own = lines.pop()
    while lines and own[:1].islower() and _STARTS_ITEM.match(own) is None:
        own = f"{lines.pop()} {own}"
    return _STOP.split(own.lower())[-1]


_STARTS_ITEM = re.compile(r"\w{1,2}\)")
