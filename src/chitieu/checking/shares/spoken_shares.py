"""Shares of what is counted, as tasks speak of them: *lắp loa cho 100% ấp*, *cấp thẻ cho 100% hộ nghèo*.

No name of a rate stands there: the noun behind the percentage says of what it is, and nothing is more than all there is of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import around, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["falls_below_nothing", "shares_of_counted"]

_NOUNS = (
    "thôn|bản|ấp|khóm|buôn|làng|tổ dân phố|khu phố|khu dân cư|xã|phường|đặc khu|thị trấn|huyện|hộ|hộ dân|hộ nghèo|hộ cận nghèo|hộ gia đình|gia đình"
    "|dân số|người dân|người|nhân khẩu|lao động|người lao động|trẻ|trẻ em|trẻ dưới|học sinh|sinh viên|giáo viên|phụ nữ|bà mẹ|người cao tuổi|thanh niên"
    "|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|trường|trường học|lớp|phòng học|điểm trường|trạm y tế|trạm|bệnh viện|cơ sở|cơ quan|đơn vị|tổ chức"
    "|doanh nghiệp|hợp tác xã|hồ sơ|thủ tục hành chính|thủ tục|văn bản|nhiệm vụ|chợ|khu công nghiệp|cụm công nghiệp|nhà văn hóa|công trình|tuyến đường|đối tượng"
    r"|vụ việc|đơn thư|bệnh nhân|nạn nhân|địa bàn|địa phương|diện tích rừng|diện tích đất|rác thải|chất thải|chất thải rắn|nước thải|tàu cá|phương tiện|di tích|giếng"
    r"|khu dân cư|máy móc|camera|điểm giao dịch|khách hàng|thuê bao|nông dân|tập thể|cá nhân|dịch vụ công|thai phụ|phụ nữ mang thai|tân binh|ca bệnh|mẫu|kiến nghị|phản ánh|tin báo|sản phẩm|vụ án|cuộc|bác sĩ|dự án"
)
_BEHIND = re.compile(
    rf"\s(?:là |trong )?(?:tổng số |số lượng |số |các )?(?:{_NOUNS}|đơn)(?!\w)|\stổng (?:mức (?:vốn|đầu tư)|vốn|kinh phí|diện tích)(?!\w)"
)
_BEFORE = re.compile(
    r"(?<!\w)(?:cho|tại|ở|đối với|tới|đến|trong|được|bảo đảm|đảm bảo|duy trì|vận động|trang bị|lắp đặt|kết nối|giải quyết|số hóa|kiểm tra|phủ|cấp|có|hỗ trợ|quản lý"
    r"|phấn đấu|tổ chức|rà soát|tập huấn|bồi dưỡng|đưa|giúp|xây dựng|xử lý|thu gom|cung cấp|lắp|khám|tiêm|tiêm phòng|tiêm chủng|đào tạo|tiếp nhận|công khai|niêm yết|cập nhật"
    r"|giám sát|theo dõi|lập|giảm|với|xác minh|điều tra|quản lý được|số hóa được|tuyên truyền|ký cam kết|phổ biến|hoặc|và|đạt|chăm sóc|khen thưởng|biểu dương|bình xét|công nhận)\s(?:(?:ít nhất|tối thiểu|không quá|tối đa|trên|khoảng|đủ|từ|có|đạt|cho|là)\s)*$"
)
_CLAUSE = re.compile(r";|[.,:()|](?=\s|$)|\n\s*\n")
_MORE_THAN_ALL = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|so với|cùng kỳ|bằng|gấp|tăng|vượt|hoàn thành|nhu cầu|công suất|định mức|mức|giá|lương|phụ cấp|thuê bao"
    r"|tiến độ|quá tải|sử dụng giường|thô|chung cấp|đạt [0-9.,]+%|kịch bản|năng lực|kh|giao)(?!\w)"
)
"""Words of a clause by which a percentage is of a plan, of a price or of another amount."""
_REACH, _NEAR = 160, 24
_OF_ALL = re.compile(r"\stổng (?:số|mức|vốn|kinh phí|diện tích)(?!\w)")
_TAKES = re.compile(r"(?<!\w)chiếm(?:\s(?:tỷ lệ|tỉ lệ|tỷ trọng|khoảng|trên|hơn|gần|tới|đến))*\s$")
"""Before a share, whatever it is of."""
_OF_TIME = re.compile(r"(?<!\w)(?:năm|kỳ|trước|ngoái|tháng|quý)(?!\w)")


def shares_of_counted(passage: Passage) -> Iterator[tuple[TargetHit, str]]:
    """Yield the percentages above a hundred that are of counted things, with the words around them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        target = hit.target
        if (
            target.change is not Change.LEVEL
            or target.quantity.unit.label.split(" ")[0] != "%"
            or target.total is not None
        ):
            continue
        if max(target.quantity.value, target.upper.value if target.upper is not None else 0) <= _ALL:
            continue
        sign = lower.find("%", hit.numeral.start, hit.end + 2)
        before, behind = around(_CLAUSE, lower, hit.numeral.start, sign + 1, _REACH)
        before = "" if _begins_line(piece.source.text, hit.start) else before
        noun = _BEHIND.match(lower, sign + 1) if sign >= 0 else None
        if _TAKES.search(before):
            yield hit, piece.source.clean(hit.numeral.start, hit.end)
            continue
        if noun is None:
            continue
        behind = behind[len(noun.group()) :]
        if _OF_ALL.match(noun.group()):  # what was said further ahead is of something else
            before = before[-_NEAR:] if _OF_TIME.search(behind) else before[-_NEAR:].replace("bằng", "đạt")
        if not _ONLY_BOUND.fullmatch(before) and _BEFORE.search(before) is None:
            continue
        if not _MORE_THAN_ALL.search(before) and not _MORE_THAN_ALL.search(behind):
            yield hit, piece.source.clean(hit.numeral.start, noun.end())


_ALL = 100
_ONLY_BOUND = re.compile(r"[\s\-+*•]*(?:(?:ít nhất|tối thiểu|trên|khoảng|có|đạt)\s*)*")
_MARK = re.compile(r"\s*(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))?\s*")


def _begins_line(text: str, at: int) -> bool:
    """Whether an amount opens a line to which no sentence of the line above runs on."""
    above, _, own = text_before(text, at, _REACH).rpartition("\n")
    last = above.rpartition("\n")[2].rstrip()
    return _MARK.fullmatch(own) is not None and (not last or last.endswith((".", ";", ":")) or last.isupper())


_BALANCE = re.compile(
    r"(?<!\w)(?:lợi nhuận|lãi|thặng dư|cán cân|chênh lệch|xuất siêu|nhập siêu|kế hoạch|chỉ tiêu|nhiệm vụ|mục tiêu|đạt|bằng|hoàn thành|tinh giản)(?!\w)"
)
"""What may fall below nothing, and words by which a percentage is of a plan to bring something down."""


def falls_below_nothing(passage: Passage) -> Iterator[tuple[TargetHit, str]]:
    """Yield the falls by more than all there is: *giảm 150%*; of a balance that may be.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        target = hit.target
        if target.change is not Change.DECREASE or target.quantity.unit.label.split(" ")[0] != "%":
            continue
        said = " ".join(around(_CLAUSE, lower, hit.numeral.start, hit.end, _REACH))
        if target.quantity.value > _ALL and not _BALANCE.search(said):
            yield hit, piece.source.clean(hit.start, hit.end)
