"""The rule on fractions of what cannot be divided: *15,5 xã*, *10,05 bác sĩ*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import ahead_of_first, behind_last, row_before, text_before
from chitieu.findings import Severity
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["count_whole"]

_UNDIVIDED = re.compile(
    r"(?:xã|phường|đặc khu|huyện|thị trấn|thôn|bản|ấp|khóm|tổ dân phố|khu dân cư|hộ|doanh nghiệp|hợp tác xã|tổ hợp tác|trang trại|trường|bệnh viện|trạm y tế|phòng khám|nhà văn hóa"
    r"|thư viện|chợ|siêu thị|dự án|công trình|khu công nghiệp|cụm công nghiệp|căn nhà|nhà|cầu|sản phẩm ocop|di tích|bác sĩ|dược sĩ|điều dưỡng|giáo viên|cán bộ|công chức|hồ sơ|văn bản|vụ án|vụ việc)(?!\w)"
)
"""Nouns of what is there as a whole or not at all, besides people."""
_MEAN = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|tb|bq|mỗi|từng|mật độ|tỷ lệ|tỷ số|tỷ suất|tỉ lệ|hệ số|định mức|quy đổi|tương đương|vạn dân|cứ|chia|xấp xỉ|cách|quy mô (?:gia đình|hộ)|sĩ số|trên (?:một |mỗi )?(?:lớp|hộ|trường|trạm|xã|giáo viên))(?!\w)|[0-9]\s(?:dân|người)(?!\w)|\s?/\s?[^\W\d_0-9]|/[0-9]"
)
"""Words of means and rates, which may be fractions."""
_ENDS = re.compile(r"[.;](?=\s)|[|\n]")
_SCALED = re.compile(r"(?:nghìn|ngàn|triệu|vạn|tỷ|trăm)\s")
_ENGLISH_THOUSANDS = 3


@rule(
    "count-whole",
    title="Things that are counted come whole",
    message="'{value}' is a fraction of what is counted in whole numbers: a unit or a scale word is missing, or a digit is amiss",
    severity=Severity.WARNING,
)
def count_whole(subject: Subject) -> Iterator[RuleFault]:
    """A fraction of people, places, enterprises or works, where no word makes it a mean."""
    for piece, hits in subject.passages:
        text = piece.source.text
        for hit in hits:
            written = text[hit.numeral.start : hit.end]
            if not _is_fraction(hit) or "," not in written or "|" in row_before(text, hit.start):
                continue  # a point is that of an English number, or of a heading: "2.1 Xã An Bình"
            ahead = behind_last(_ENDS, text_before(text, hit.numeral.start, REACH))
            behind = ahead_of_first(_ENDS, text[hit.end : hit.end + REACH])
            if not _MEAN.search(f"{ahead} # {behind}".lower()):
                yield piece.fault(hit.start, hit.end, value=hit.target)


def _is_fraction(hit: TargetHit) -> bool:
    """Whether an amount is a fraction of what cannot be divided."""
    target = hit.target
    ends = [target.quantity, *([target.upper] if target.upper is not None else [])]
    if target.total is not None or target.change not in (Change.LEVEL, Change.INCREASE, Change.DECREASE):
        return False
    return any(map(_is_part_of_one, ends))


def _is_part_of_one(quantity: Quantity) -> bool:
    label = quantity.unit.label.lower()
    if quantity.unit.kind is not UnitKind.COUNT or "/" in label or _SCALED.match(label):
        return False
    if quantity.value == int(quantity.value) or -int(quantity.value.as_tuple().exponent) >= _ENGLISH_THOUSANDS:
        return False
    return counts_people(label) or _UNDIVIDED.match(label) is not None
