"""Amounts whose unit is lost: nothing can follow the number that would still be its unit, and nothing else gives it one.

A number is an amount by how it is written (*45,6*, *1.250*) or by the word before it (*đạt*, *tăng*, *bằng*). Its unit
must come at once. Where a sign closes the number, or a word that is no unit (*so với*, *kế hoạch*, *GRDP*), the unit is
lost, unless it stands elsewhere: in the name, in a heading, behind the last amount of the same list (*lần lượt 5,2, 6,1
và 7%*). What the unit must have been is told by `lost_unit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import row_before
from chitieu.checking.values.bare_items import BareItem
from chitieu.checking.values.lost_units import TIME, Bare, Ending, lost_unit
from chitieu.numbers.decimals import read_digits
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.units import NO_UNIT, UnitKind

__all__ = ["bare_amounts"]

_ENDINGS = {
    Ending.CLOSED: re.compile(r"\s{0,3}(?:[;)\n|]|[.,:](?=\s|$)|$)|\s\((?=[^()\n]{0,60}[0-9])"),
    Ending.PER: re.compile(
        r"/(?:người|đề án|cụm|hộ|căn|tháng|năm|hoạt động|xã|thôn|trạm|dự án|ha|mô hình|suất|lượt|ngày|lao động|giờ|m2|m²|nhà)(?!\w)"
    ),
    Ending.STUFF: re.compile(
        r"\s(?:rừng|trồng rừng|đất|lúa|ngô|sắn|chè|cà phê|cao su|mía|vốn|kinh phí|chi đầu tư|ngân sách)(?!\w)"
    ),
    Ending.SHARE: re.compile(
        r"\s(?:so với|(?:tổng\s)?(?:kế hoạch|dự toán|chỉ tiêu|grdp|dân số|quân số|dư nợ|đàn|chi|lực lượng lao động|diện tích|sản phẩm trên địa bàn)"
        r"|số [^\W\d_]+|tổng số|chi thường xuyên|đơn vị cấp)(?!\w)"
    ),
    Ending.UP: re.compile(r"\strở (?:lên|xuống)(?!\w)"),
    Ending.GOES_ON: re.compile(
        r"\s(?:và|gồm|bao gồm|trong đó|cho|từ|vào|của|để|tại|với|là|ở|trong|lực lượng|dân|hộ dân)(?!\w)"
    ),
}
"""What may stand behind a number in the place of its unit."""
_UNIT_ABOVE = re.compile(r"đvt|đơn vị(?: tính)?\s?:|\((?:đơn vị )?(?:(?:nghìn|triệu|tỷ) )?(?:đồng|usd|ha|tấn|%)\)")
_ABOVE = 3000
_COUNT = re.compile(r"0[0-9]")
"""*05* is a count, or the number of a document."""
_STOP = re.compile(r"(?<![0-9])[.](?=\s)|(?<=[0-9])[.](?=\s[^\d])")
_LONGEST = 220
_NO_UNIT = re.compile(
    r"(?<!\w)(?:(?<!tính )chỉ số(?! (?:sản xuất|giá)[^;]*(?:tăng|giảm))|hệ số|(?<!thời )(?<!địa )(?<!thí )điểm(?! phần trăm)|hạng(?! mục)|xếp|thứ|bậc|pci|papi|par index|sipas|dti"
    r"|hdi|gini|icor|ph|phiên bản|thang|mức sinh|suất sinh|số con|số năm|tỷ số|gấp|tcvn|qcvn|iso|(?:học sinh|sinh viên|giáo viên|bác sĩ|điều dưỡng|giường(?: bệnh)?|phòng học) trên|trên (?:một |1 )?(?:vạn|nghìn|lớp|giáo viên|học sinh|giường)|tuổi thọ|(?:nhiệt|nồng|mật|cường) độ|tốp|top|mã|số hiệu)(?!\w)[^;.]*$"
    r"|[^\W\d_](?<!đồng)\s?/\s?(?:[^\W\d_]|1)[^,(]*$|\((?:ha|tấn|%|km|m2|m3|mw|người|hộ|(?:nghìn |triệu |tỷ )?(?:đồng|usd|tấn|lượt|người))\)[^,]*$"
)
"""Names of what has no unit, or has it in the name."""
_COUNTED = re.compile(r"(?<!\w)(?<!đổi )(?<!kinh tế )(?<!thiểu )số(?! (?:tiền|thu|chi|vốn|hóa))\s[^,;]*$")
_PLANTS = re.compile(r"(?<!\w)(?:trồng mới|gieo trồng|khoanh nuôi|trồng rừng|trồng)\s$")
_CROP = re.compile(
    r"\s(?!(?:cây|gốc|khóm|bụi|hom|triệu|vạn|nghìn|ngàn|ha|héc|hec|sào|mẫu|công|km|m2|m²|m3|loài|giống|mô hình|vườn|dự án|đợt|hộ|xã|loại|vùng|chậu|luống|khu|thôn|điểm|tuyến|lượt|bản|vụ|năm|tháng|ngày|giỏ|bồn|trụ|nọc|hàng|tấn|kg|lô|cụm|rừng cây|dải|mét|m|hecta|người|đoàn|lần)(?!\w))[^\W\d_]"
)
"""What grows on land and is no plant by itself: *trồng mới 500 sâm*."""
_LINK = re.compile(
    rf"\s?(?:,?\s?(?:và|hoặc|-|–|÷)?|,\s(?:[^;:.()|0-9%\n]|{TIME}){{2,60}}?|(?:\s?và\s[^;:.()|,0-9%\n]{{2,60}}?)|\s?(?:lên|xuống|còn|đến|xuống còn|lên đến))\s?"
)
_NO_LINK = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|so với|quy mô|kim ngạch|tổng|bình quân|tính|dân số|kinh phí|đóng góp)(?!\w)"
)
_VERBS = re.compile(r"(?<!\w)(?:chiếm|đạt|còn|là|tăng|giảm(?! nghèo)|bằng)(?!\w)")
_RISES = re.compile(r"[^;.()\n]{0,60}(?<!\w)(?:lên|xuống|còn|đến|tới|thành)\s(?:trên\s|khoảng\s)?[0-9]")


def bare_amounts(passage: Passage, numerals: Sequence[Numeral]) -> Iterator[BareItem]:
    """Yield the amounts whose unit is lost.

    Args:
        passage: a text with the amounts read from it.
        numerals: all numbers of it, in their order.
    """
    source, hits = passage[0].source, passage[1]
    lower = source.text.lower()
    targets = {hit.numeral.start: hit.target for hit in hits}
    numerals = [one for one in numerals if one.kind in _AMOUNTS or _ending(lower, one) is not None]  # no dates, no ages
    for at, numeral in enumerate(numerals):
        ending = _ending(lower, numeral)
        digits = lower[numeral.start : numeral.digits_end]
        value = read_digits(digits) if ending is not None else None
        if ending is None or not value or _COUNT.match(digits):
            continue
        row = row_before(lower, numeral.start)
        if _in_cell(lower, row, numeral):
            continue
        sentence = _sentence(source.text, numeral.start).rpartition("|")[2]
        clause = sentence.rpartition(";")[2]
        if _NO_UNIT.search(clause) or "lần lượt" in sentence or _carried(lower, numerals, at):
            continue
        unit = lost_unit(Bare(lower, at, numeral, value, digits, sentence, clause, ending), numerals, targets)
        counted = "," not in digits and unit != "%" and _COUNTED.search(clause)
        if not unit or counted or _given_above(lower, numeral.start, unit):
            continue
        name = source.clean(numeral.start - len(re.split(r"[,:(]\s", clause)[-1]), numeral.start)
        name = name.strip(" :(-+*•,") or digits
        yield BareItem(name, numeral.start, numeral.digits_end, digits, unit)


_AMOUNTS = (NumeralKind.BARE, NumeralKind.QUANTITY)


def _ending(lower: str, numeral: Numeral) -> Ending | None:
    """Return what stands in the place of a unit behind a number; None where that may be one, or the number is no amount."""
    if numeral.total is not None or numeral.upper is not None:
        return None
    if numeral.kind is NumeralKind.QUANTITY and (numeral.unit.kind is not UnitKind.COUNT or numeral.unit.scale != 1):
        return None
    if numeral.kind is NumeralKind.MARKER:  # "(80)" behind an amount
        closed = (
            lower[numeral.start - 2 : numeral.start] == " ("
            and lower[numeral.digits_end : numeral.digits_end + 1] == ")"
        )
        return (
            Ending.CLOSED
            if closed and lower[max(0, numeral.start - 12) : numeral.start - 2].rstrip(" ")[-1:] not in "\n;."
            else None
        )
    if numeral.kind not in _AMOUNTS:
        return None
    if _PLANTS.search(lower, max(0, numeral.start - _VERB_REACH), numeral.start) and _CROP.match(
        lower, numeral.digits_end
    ):
        return Ending.STUFF
    return next((sort for sort, words in _ENDINGS.items() if words.match(lower, numeral.digits_end)), None)


def _carried(lower: str, numerals: Sequence[Numeral], at: int) -> bool:
    """Whether the last number of a list has the unit of all: *lần lượt 5,2, 6,1 và 7%*, *từ 16,5 xuống còn 12,8%*.

    In a list either all have their unit or only the last; where others have it too, this one lost it.
    """
    if re.search(r"(?<!\w)từ\s$", lower[max(0, numerals[at].start - 4) : numerals[at].start]) and _RISES.match(
        lower, numerals[at].digits_end
    ):
        return True
    last = at
    while last + 1 < min(len(numerals), at + _LONGEST_LIST) and _linked(lower, numerals[last], numerals[last + 1]):
        last += 1
        if numerals[last].unit != NO_UNIT:
            break
    if last == at or numerals[last].unit == NO_UNIT:
        return last > at and last - at > 1 and numerals[last].kind is NumeralKind.BARE
    unit = numerals[last].unit
    behind = numerals[last + 1] if last + 1 < len(numerals) else None
    first = at
    while (
        first > max(0, at - _LONGEST_LIST)
        and numerals[first].unit == NO_UNIT
        and _linked(lower, numerals[first - 1], numerals[first])
    ):
        first -= 1
    return not (
        (behind is not None and behind.unit == unit and _linked(lower, numerals[last], behind))
        or (first < at and numerals[first].unit == unit)
    )


def _linked(lower: str, one: Numeral, other: Numeral) -> bool:
    gap = lower[one.end if one.unit != NO_UNIT else one.digits_end : other.start]
    if len(gap) > _LONGEST_GAP or not _LINK.fullmatch(gap) or _NO_LINK.search(gap):
        return False
    said = _VERBS.findall(gap)
    return not said or said[-1] in lower[max(0, one.start - _VERB_REACH) : one.start].split() or not _WORDS.search(gap)


_LONGEST_GAP = 80
_LONGEST_LIST = 12
_VERB_REACH = 16
_WORDS = re.compile(r",|và")


def _in_cell(lower: str, row: str, numeral: Numeral) -> bool:
    """Whether a number stands in a cell of a table that is no sentence: the unit is in its row or column."""
    cell = row.rpartition("|")[2]
    table = "|" in row or "|" in lower[numeral.end : numeral.end + _LONGEST].partition("\n")[0]
    return table and len(cell.split()) < (_SENTENCE if _VERBS.search(cell) is None else _SHORT)


_SENTENCE, _SHORT = 6, 3
"""Words before a number, from which on a cell is a sentence; less where a verb is among them."""


def _given_above(lower: str, at: int, unit: str) -> bool:
    """Whether a line before gives the unit of all that follow: *Đơn vị tính: triệu đồng*; that of no rate, if not itself *%*."""
    rows = lower[max(0, at - _ABOVE) : at].split("\n")
    found = [row for row in rows if "|" not in row and _UNIT_ABOVE.search(row)]
    return any("%" in row for row in found) if unit == "%" else bool(found)


def _sentence(text: str, at: int) -> str:
    """Return what stands before a number in its sentence, in small letters; a line that begins small goes on with the one before."""
    begin = text.rfind("\n", 0, at) + 1
    while begin > at - _LONGEST > 0 and text[begin : begin + 1].islower() and _STARTS_ITEM.match(text, begin) is None:
        begin = text.rfind("\n", 0, begin - 1) + 1
    return _STOP.split(text[max(begin, at - _LONGEST) : at].lower())[-1].replace("\n", " ")


_STARTS_ITEM = re.compile(r"\w{1,2}\)")
