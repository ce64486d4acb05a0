"""Agencies that the words of a task name as doing something, getting something or giving their word, and its districts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import read_agencies
from chitieu.checking.names.ended_bodies import former_cities
from chitieu.checking.names.partners import is_over
from chitieu.checking.texts.anchors import matches_at
from chitieu.text import CAPITALS, SourceText

__all__ = ["acting_agencies", "named_districts"]

_OF_DISTRICTS = re.compile(
    r"(?<!\w)(?:(?:Huyện|Quận|Thị) (?:ủy|đoàn)|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Ban Chỉ huy Quân sự|Liên đoàn Lao động"
    r"|Tòa án nhân dân|TAND|Viện kiểm sát nhân dân|VKSND|Kho bạc Nhà nước|Bảo hiểm xã hội|Hạt Kiểm lâm|Trung tâm Y tế"
    r"|(?:Phòng|Hội) [^\s,;.:]+(?: [^\s,;.:]+){0,5}) (?:các |cấp )?(?:huyện|quận|thị xã))(?!\w)(?! \(?(?:cũ|trước))"
)
"""Bodies of the level that ended, by names the directory may not have."""


@cache
def _of_cities() -> re.Pattern[str]:
    """Return the pattern of bodies of the cities that ended with that level."""
    names = "|".join(sorted(former_cities(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Ban Chỉ huy Quân sự) thành phố (?:{names})(?!\w)(?! \(?(?:cũ|trước))"
    )


_TO = re.compile(
    r"(?<!\w)(?:gửi|gửi về|báo cáo|trình|đề nghị|yêu cầu|mời|giao|thông qua|chỉ đạo|phân công|hướng dẫn|đôn đốc|về)\s+(?=\w)"
)
"""Words before an agency that must be there to get what is sent."""
_DISTRICT = re.compile(
    rf"(?<!\w)(?:ở|tại|địa bàn|về|đến|của|giữa|với|và|từ|qua|nối|giáp|các|cử tri|nhân dân|cho)\s(?P<place>(?:huyện|quận|thị xã|thị trấn|thành phố)\s[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{0,3}}|các\s(?:huyện|quận|thị xã)(?!\w))"
)
"""Where something is to be done, by the level that ended."""
_COUNTED = re.compile(
    r"(?<![\w.,/])[0-9]{1,3}\s(?P<place>huyện|quận|thị xã|thị trấn)(?!\w)(?!\s\(?(?:nghèo|cũ|trước|nay|sau))"
)
"""So many units of the level that ended."""
_NAMES = re.compile(
    r"(?<!\w)(?:dự án|tiểu dự án|công trình|đề án|quy hoạch|gói thầu|chương trình|(?:quyết định|nghị quyết|thông báo|kết luận|công văn|văn bản)(?=\s(?:số|của|[0-9]|kết luận))|trung tâm"
    r"|bệnh viện|trường (?:học|mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|cao đẳng|đại học|chính trị)|bảo tàng|chi nhánh|di tích|khu (?:công nghiệp|dân cư|đô thị|du lịch)|cụm công nghiệp|nguyên|cũ|trước(?! (?:ngày|tháng|quý|hạn|[0-9]))|thuộc)(?!\w)"
)
"""Words of sentences with names that were given of old and stay."""
_DOER = re.compile(
    r"(?<!\w)(?:do|giao cho|kiến nghị|đề xuất|phối hợp|cùng|với|ý kiến(?:\scủa)?|hướng dẫn của|hỗ trợ của|gồm|gồm có"
    r"|(?:trách nhiệm|nhiệm vụ|thẩm quyền|phần việc)(?:\schính)?(?:\slà)?\s(?:thuộc(?:\svề)?|của))(?:\s(?:với|cùng))?\s+(?:lãnh đạo\s+)?(?=\w)"
    r"|[:(]\s*(?=\w)"
)
"""Words before an agency that does something, in sentences that tell of nothing that is over."""
_ACTING = re.compile(
    r"(?<!\w)(?<!của )(?<!thuộc )(?<!nguyên )(?<!tại )(?<!theo )(?=(?:Sở|Cục|Chi cục|Ban Dân tộc|Bộ|UBND huyện|UBND thị xã)\s[^\W\d_])"
)
_OFFICE = re.compile(r"[BCSU](?<!\w.)")
"""The first letter of these offices."""
_LEVELS = ("huyện", "quận", "thị xã", "thị trấn", "thành phố")
_ACTS = re.compile(
    r"\s(?:trình|hoàn thành|mở|tổ chức|công bố|thực hiện|rà soát|chủ trì|chủ động|phối hợp|tham mưu|ban hành|kiểm tra|hướng dẫn|xây dựng|triển khai|thẩm định|cấp|tổng hợp"
    r"|báo cáo|theo dõi|đôn đốc|giám sát|phê duyệt|bố trí|đề xuất|cung cấp|cập nhật|chịu trách nhiệm|có trách nhiệm|lập|đào tạo|tập huấn|tuyên truyền|hỗ trợ|vận hành|quản lý|phụ trách"
    r"|đảm nhận|làm đầu mối|nghiệm thu|lắp đặt|ký|gửi|phải|sẽ)(?!\w)"
)
"""What an agency does that is the subject of a clause."""
_CHANGED = re.compile(
    r"(?<!\w)(?:sáp nhập|hợp nhất|giải thể|sắp xếp|tổ chức lại|kế thừa|trụ sở|tiếp nhận|bàn giao|chuyển giao|quyết toán|đổi tên|lưu trữ|hồ sơ (?:của|cũ))(?!\w)"
)
"""Words of sentences about bodies that were changed, and what they left."""


def acting_agencies(source: SourceText, day: date | None) -> Iterator[Agency]:
    """Yield the agencies named in the running text of a task where it counts on them.

    Args:
        source: the text of the task.
        day: the day of the plan: sentences that tell of earlier years are left out.

    >>> [one.name for one in acting_agencies(SourceText("Lấy mẫu tại 20 điểm do Sở Y tế chọn, gửi UBND tỉnh"), None)]
    ['UBND tỉnh', 'Sở Y tế']
    """
    flat, lower = source.flat, source.lower
    cities = _of_cities().finditer(flat) if "thành phố" in flat else ()
    for body in (*_OF_DISTRICTS.finditer(flat), *cities):
        if "dôi dư" not in lower and not is_over(lower, body.start(), None):
            yield Agency(body.group())
    for to in _TO.finditer(lower):
        yield from (agency for agency, _, _ in read_agencies(flat, to.end(), len(flat))[0])
    yield from named_districts(source, day)
    if _CHANGED.search(lower) is None:
        yield from _doers(source, day)


def named_districts(source: SourceText, day: date | None) -> Iterator[Agency]:
    """Yield the districts, and what else ended with them, that something is to be done in, or that are counted.

    Args:
        source: the text of a task or of an indicator line.
        day: the day of the plan: sentences that tell of earlier years are left out.

    >>> [one.name for one in named_districts(SourceText("Làm 3 cầu ở huyện Sông Đông; 12 thị trấn có chợ"), None)]
    ['huyện Sông Đông', 'thị trấn']
    """
    if any(level in source.flat for level in _LEVELS) and _NAMES.search(source.lower) is None:
        for place in (*_DISTRICT.finditer(source.flat), *_COUNTED.finditer(source.flat)):
            if not is_over(source.lower, place.start(), day):
                yield Agency(place["place"])


def _doers(source: SourceText, day: date | None) -> Iterator[Agency]:
    """Yield who is named behind words for a doer, and who is the subject of a clause."""
    flat, lower = source.flat, source.lower
    for doer in _DOER.finditer(lower):
        if not is_over(lower, doer.end(), day):
            yield from (agency for agency, _, _ in read_agencies(flat, doer.end(), len(flat))[0])
    for office in matches_at(_OFFICE, _ACTING, flat):
        read, stop = read_agencies(flat, office.start(), len(flat))
        if _ACTS.match(lower, stop) and not is_over(lower, office.start(), day):
            yield from (agency for agency, _, _ in read)
