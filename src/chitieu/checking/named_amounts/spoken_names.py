"""Indicators as tasks speak of them: *vận động Nhân dân tham gia bảo hiểm y tế đạt 95% dân số*, *xây dựng 70% trường học đạt chuẩn*.

A line names an indicator ahead of its amount. A task says what is to be done, and what the amount is of may stand behind
it, or a comma before it. The words around are put together the ways a name may be made of them; they count where the
catalogue knows the name for certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.checking.named_amounts.counted_bases import is_counted
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["Spoken", "spoken_name"]


@frozen
class Spoken:
    """An indicator with the words of a task that say it.

    Attributes:
        name: the words.
        key: the indicator of the catalogue they mean for certain.
    """

    name: str
    key: str


_BRINGS = r"vận động|phát triển|mở rộng|đẩy mạnh|đẩy nhanh|xây dựng|bảo đảm|đảm bảo|duy trì|nâng cao|nâng|giữ vững|giữ|đưa|phấn đấu|có|để|và|tiếp tục|tích cực"
_DEEDS = re.compile(
    rf"^(?:(?:{_BRINGS}|tuyên truyền|tăng cường|thực hiện|triển khai|tốt|có hiệu quả|hiệu quả|công tác|việc|diện|bao phủ|đối tượng|tỷ lệ|cho|nhân dân|người dân|bà con)"
    r"(?!\w)[\s,]*)+",
    re.IGNORECASE,
)
"""What is done, and with whom, before the words that say what is measured."""
_ONLY_BRINGS = re.compile(rf"(?:(?:{_BRINGS}|nhân dân|người dân|bà con|tuyên truyền)(?!\w)[\s,]*)*", re.IGNORECASE)
"""Nothing but words that what stands behind is to come about: of *kiểm tra 100% trường đạt chuẩn* they are none."""
_REACHED = re.compile(
    r"(?:[\s,]*(?<!\w)(?:đạt|đạt từ|lên|còn|xuống|từ|tỷ lệ|chiếm|cho|là|ít nhất|tối thiểu|khoảng|trên|phấn đấu|với|và|ở|mức)(?!\w))+\s*$",
    re.IGNORECASE,
)
_ZEAL = re.compile(
    r"^(?:(?:tiếp tục|tích cực|tập trung|quyết tâm|chủ động|đẩy mạnh|đẩy nhanh|tăng cường)(?!\w)[\s,]*)+", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"^.*(?<!\w)(?:chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch|phấn đấu|quyết tâm|hoàn thành|bảo đảm|đảm bảo)(?!\w)(?:\s(?:cả năm|năm nay|là|được))*",
    re.IGNORECASE,
)
"""What leads to the deed by which an amount comes about."""
_BY_HOUSEHOLD = re.compile(r"\s(?:theo hộ(?: gia đình)?|hộ gia đình|tự nguyện)$")
"""How somebody takes part, which says nothing of what is measured."""
_NEW_ONLY = re.compile(r"(?<!\w)(?:vốn|dự án|đăng ký)\s(?:mới|cấp mới|tăng thêm|bổ sung|điều chỉnh)(?!\w)")
"""A part of what is registered: new projects, or more for those there are."""
_MORE = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?!\w)")
"""So much more of it, not so much in all."""
_CLAUSE = re.compile(r"[,:|](?=\s|$)|(?<!\w)(?:để|nhằm)(?!\w)")
_STOP = re.compile(
    r";|[.,:()|](?=\s|$)|[\n(]|(?<!\w)(?:trở lên|trở xuống|theo quy định|vào|trong năm|đến|cuối|hết|nhằm|để|khi|mà|và vượt|năm)(?!\w)"
)
_BEHIND, _LEAST_WORDS, _MOST_WORDS = 90, 3, 4
_SIZES = (UnitKind.MONEY, UnitKind.MEASURE)


def spoken_name(source: SourceText, hit: TargetHit, clause: str) -> Spoken | None:
    """Return the indicator that the words around an amount mean for certain; None where none or several are.

    Args:
        source: the text.
        hit: the amount.
        clause: the words of the sentence before it.
    """
    target = hit.target
    if _MORE.search(source.lower, hit.name_end, hit.numeral.start):
        return None
    unit = target.quantity.unit
    rate = unit.label == "%"
    if target.change is not Change.LEVEL or target.total is not None or not (rate or unit.kind in _SIZES):
        return None
    behind = _STOP.split(source.flat[hit.end : hit.end + _BEHIND])[0].strip()
    if ":" in source.flat[hit.name_end : hit.numeral.start]:
        clause = ""  # "Y tế số: 90% người dân có hồ sơ sức khỏe": the words before it only lead to it
    if rate and is_counted(behind):
        return None  # "bằng 95% số hộ nghèo" is a share of those
    for name in _names(clause, behind, rate=rate):
        key = certain_key(name, unit=unit, change=target.change)
        if key is not None:
            return Spoken(name.removeprefix(_RATE), key)
    return None


_RATE = "tỷ lệ "


def _names(clause: str, behind: str, *, rate: bool) -> Iterator[str]:
    """Yield the names that may be made of the words before and behind an amount, those that say most first."""
    own, *before = [_REACHED.sub("", piece).strip() for piece in reversed(_CLAUSE.split(clause))]
    own = _ZEAL.sub("", own)
    deed = _BY_HOUSEHOLD.sub("", _DEEDS.sub("", own).strip())
    if not rate:
        aimed = _TOWARDS.sub("", own).strip()
        if behind and own and len(aimed.split()) <= _MOST_WORDS and not _NEW_ONLY.search(behind):
            yield f"{aimed} {behind}".strip()  # "hoàn thành chỉ tiêu trồng mới 500 ha rừng tập trung"
        return
    if behind and own:
        yield f"{_RATE}{own} {behind}"
    if len(behind.split()) >= _LEAST_WORDS and _ONLY_BRINGS.fullmatch(own):
        yield f"{_RATE}{behind}"
    above = _BY_HOUSEHOLD.sub("", _DEEDS.sub("", before[0]).strip()) if before else ""
    said = deed or above
    if said:
        yield f"{_RATE}{behind} {said}"
        yield f"{_RATE}{said}"
    if deed and above:  # "thu gom, xử lý rác thải"
        yield f"{_RATE}{above}, {deed}"
