"""Money without a unit in lines that name a fund or what is spent: *Quỹ "Khuyến học": 85; tặng 12 suất học bổng*.

No catalogue has the names of funds, but what goes into one is money, which always has its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import row_before

__all__ = ["BareMoney", "bare_money"]


@frozen(eq=False)
class BareMoney:
    """A number that can only be money.

    Attributes:
        name: what it is of, as written.
        start, end: where the number stands.
        number: it as written.
    """

    name: str
    start: int
    end: int
    number: str


_FUND = re.compile(
    r"(?<!\w)(?:(?<!số )quỹ(?=\s(?:[\"“'‘«]|vì người nghèo|đền ơn|bảo trợ|khuyến học|khuyến tài|phòng,? chống|hỗ trợ|chăm sóc|nhân đạo|cứu trợ|vắc xin|xã hội|vì |an sinh|quốc phòng"
    r"|phát triển|nạn nhân|người cao tuổi|hội|từ thiện|tình thương|đoàn kết|mái ấm))"
    r"|(?:tổng )?kinh phí|(?:tổng )?số tiền|tổng vốn|nguồn vốn)(?!\w)"
    r"(?P<rest>[^.;:|0-9\n]{0,70}?)"
    r"(?:\s?:\s|\s(?:đạt|được|là|thu được|vận động được)\s(?:trên |khoảng |ít nhất |tối thiểu )?)"
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{2,6}(?:,[0-9]+)?)(?=\s{0,3}(?:;|\.(?:\s|$)|\n|$|,\s[^\W\d]))"
)
_UNIT_ABOVE = re.compile(r"đvt|đơn vị(?: tính)?\s?:|\((?:đơn vị )?(?:nghìn|triệu|tỷ)? ?(?:đồng|usd)\)")
_COUNTED = re.compile(
    r"(?<!\w)(?:số (?:lượng|dự án|đơn vị|người|quỹ|hội viên)|năm|điều|mục|phụ lục|biểu|tài khoản|văn bản|mã số)(?!\w)"
)
_REACH = 1500


def _heading(lower: str, at: int) -> str:
    """Return the line a list stands under, from a place in the list on."""
    for line in reversed(lower[max(0, at - _REACH) : at].split("\n")):
        if line.strip() and not _ITEM.match(line):
            return line
    return ""


_ITEM = re.compile(r"\s*(?:[-+*•–|]|[a-zđ]\)|\S+\|)")


def bare_money(passage: Passage) -> Iterator[BareMoney]:
    """Yield the numbers behind the names of funds that no unit follows, those in tables and under a unit left out.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    text, lower = piece.source.text, piece.source.text.lower()
    taken = {hit.numeral.start for hit in hits}
    for match in _FUND.finditer(lower):
        start, end = match.span("number")
        line = row_before(text, start)
        if start in taken or "|" in line or _COUNTED.search(match["rest"]):
            continue
        if _UNIT_ABOVE.search(line.lower()) or _UNIT_ABOVE.search(_heading(lower, start - len(line))):
            continue
        yield BareMoney(piece.source.clean(match.start(), match.end("rest")).strip(), start, end, text[start:end])
