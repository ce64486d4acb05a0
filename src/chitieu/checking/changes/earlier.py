"""Where a sentence brings in a value of an earlier time: ``so với năm 2025 (4,5%)``, ``(năm 2025: 4,5%)``."""

from __future__ import annotations

import re
from enum import Enum

from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import search_before
from chitieu.targets.reader import TargetHit

__all__ = ["NEXT_IN_BRACKET", "WHEN", "YEAR", "Way", "earlier", "year_of"]

YEAR = r"((?:19|20)[0-9]{2})(?![0-9])"
WHEN = (
    r"(?:(?:kết quả|số liệu|số|mức|tỷ lệ|ước|ước tính|thực hiện|thực tế|cuối|đầu|thời điểm|cùng kỳ|của|tại|vào|hết|trong|ở|giá trị|con số|cả|giao|được|thành lập|phát sinh|ghi nhận"
    r"|theo|rà soát|(?:tổng )?điều tra|thống kê|khảo sát|đánh giá|công bố|chính thức|sơ bộ"
    rf"|uth|ưth|th|ngày)\s){{0,7}}(?:(?:năm\s|31/12/|tháng 12/|tháng 12 năm\s)?{YEAR}|năm trước|năm ngoái|cùng kỳ"
    r"|đầu (?:năm|kỳ|giai đoạn|nhiệm kỳ)|(?:năm học|nhiệm kỳ|quý|tháng|vụ|niên vụ|kỳ) trước|kỳ gốc|năm gốc|hiện (?:nay|tại|trạng)|trước (?:khi )?(?:sắp xếp|hợp nhất|sáp nhập)(?! (?:tỉnh|xã|đơn vị)))"
)
_DOES = "đã|làm|trồng|xây|mở|hoàn thành|giải quyết|hỗ trợ|tuyển|kết nạp|đào tạo|cấp|thu|chi|đón|vận động|tổ chức"
_SAYS = rf"(?:\s?(?:là|:|=|đạt|còn|ước|chỉ|khoảng|mức|ở mức|năm trước|thực hiện|ghi nhận|có|được|xếp|đứng|hạng|thứ|vị trí|vị thứ|{_DOES}))*\s?$"
_AHEAD = r"(?:(?:(?!năm |(?:19|20)[0-9]{2}(?![0-9]))[^()|\n]){0,60}[;,]\s)?"
"""A change ahead of the earlier value: ``(+13,0%; năm 2025: 140 tỷ đồng)``."""
_BRACKET = re.compile(rf"\(\s?{_AHEAD}{WHEN}{_SAYS}")
_IN_LIKE_MANNER = r"(?:\stheo (?:cùng )?(?:chuẩn|tiêu chí|phương pháp)(?:\s(?:nghèo|mới|này|trên))*)?"
_PERIOD = r"(?:(?:(?:mức|cùng kỳ|thực hiện)\s)?(?:quý\s(?:iv|i{1,3}|[1-4])|tháng\s[0-9]{1,2})(?:(?:/|-|\snăm\s|\s)(?:19|20)[0-9]{2})?(?![0-9])|(?:mức\s)?(?:giai đoạn|nhiệm kỳ)(?:\s5 năm)?\s(?:(?:19|20)[0-9]{2}\s?[-–]\s?(?:19|20)[0-9]{2}|trước))"
"""A month, a quarter or some years that something is compared with."""
_VERSUS = re.compile(
    rf"(?:(?<!\w)(?:so với|so|từ|lần|gấp đôi|gấp ba|gấp rưỡi)|%)\s(?:{WHEN}|(?<=so với\s){_PERIOD})(?:\snăm trước)?{_IN_LIKE_MANNER}(?:\s?(?:là|:|=|chỉ|khoảng))*\s?(?:\((?:{WHEN})?{_SAYS}|$)"
)
_VERSUS_AMOUNT = re.compile(r"(?:(?<!\w)so với\s(?:mức\s|con số\s|tỷ lệ\s|khoảng\s)*|\((?:mức\s)?)$")
_WHEN_BEHIND = re.compile(rf"\s\(?{WHEN}(?!\w)")
_CHANGED_FROM = re.compile(
    r"(?<!\w)(?:tăng|giảm)\s(?:thêm\s|khoảng\s)?[0-9][^;.,()|]{0,30}?(?:,[0-9][^;.,()|]{0,30}?)?\sso với\s(?:mức\s|con số\s|tỷ lệ\s)*$"
)
"""A change just ahead of what it is from: *giảm 62 vụ so với 480 vụ*."""
_CLOSES = re.compile(r"\s?(?:[;)]|[.,](?=\s|$)|\n|$)")
NEXT_IN_BRACKET = re.compile(r"\s?(?:,|;|/|-|và)\s(?:(?:tương ứng|tương đương|chiếm|bằng|với|tỷ lệ|ứng với)\s)*")


class Way(Enum):
    """How a sentence brings in an earlier value."""

    BRACKET = "(năm 2025: 4,5%)"
    VERSUS = "so với năm 2025 (4,5%)"


def earlier(lower: str, hit: TargetHit) -> tuple[Way, int | None] | None:
    """Return how an amount is brought in as one of an earlier time, with its year; None for any other amount."""
    at = hit.numeral.start
    match = search_before(_VERSUS, lower, at, REACH)
    if match is not None:
        against, own = match.groups()
        if against and own and against != own:  # "tăng 9% so với năm 2020 (năm 2025: 4 ha)"
            return Way.BRACKET, int(own)
        return Way.VERSUS, year_of(match)
    match = search_before(_BRACKET, lower, at, REACH)
    if match is not None:
        return Way.BRACKET, year_of(match)
    behind = _WHEN_BEHIND.match(lower, hit.numeral.end)
    if behind is not None and search_before(_VERSUS_AMOUNT, lower, at, REACH):
        return Way.VERSUS, year_of(behind)
    if _CLOSES.match(lower, hit.end) and search_before(_CHANGED_FROM, lower, at, REACH):
        return Way.VERSUS, None
    return None


def year_of(match: re.Match[str]) -> int | None:
    """Return the year that a match of `WHEN` or `YEAR` found; None where words tell the time."""
    return next((int(group) for group in match.groups() if group), None)
