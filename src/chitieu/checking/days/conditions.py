"""Days that say which things are meant, and set no deadline: *hồ sơ nộp trước ngày 05/01/2026 giải quyết theo quy trình cũ*.

What was there, arose or was done before a day is told from what is to be done by it in three ways: by the word right
before the day (*phát sinh*, *khởi công*); by the sentence, which goes on behind the day with what becomes of the things
(*cấp trước ngày … tiếp tục có hiệu lực*) or with the deadline there is for them; and by standing in front of it (*đối với
dự án phê duyệt trước ngày …,*).
"""

from __future__ import annotations

import re

from chitieu.checking.texts.places import behind_last, text_before

__all__ = ["tells_which"]

_NO_DEADLINE = re.compile(
    r"(?:phát sinh|đã\s[^.;,]{0,40}|có hiệu lực|được \w+|tồn đọng|tồn tại|tồn|từ|sinh|khởi công|ký kết|ban hành và|có quyết định"
    r"|quyết định|vi phạm|xảy ra|thành lập|đăng ký|cư trú|tuyển dụng|nghỉ hưu|nghỉ việc|nhập ngũ|hưởng [^.;,]{0,40}"
    r"|(?<!trình )(?<!báo cáo )(?<!gửi )(?<!công bố )(?:kết quả|số liệu|tình hình)|lũy kế|nợ|đến hạn|quá hạn|hạn dùng|hạn sử dụng|số dư|tính|thông báo|kết luận"
    r"|(?<!\w)(?:những|các|số|hộ|người|đối tượng|trường hợp|diện tích|đất|nhà|vốn)\s[^.;,]{0,40}"
    r"(?:sử dụng|nộp|thu hồi|tiếp nhận|kê khai|hình thành|lấn chiếm|công nhận|chuyển nhượng|xây dựng|(?<!chủ )đầu tư|giao|bố trí|ban hành|phê duyệt|thông qua|ký)"
    r"|(?<!\w)(?:quyết toán|tất toán|thanh toán|nghiệm thu|rà soát|thẩm tra|kiểm toán|tổng hợp|đánh giá|thống kê|khai thác|bảo trì|duy tu)\s"
    r"[^.;,]{0,30}(?:dự án|công trình|hạng mục|khối lượng|nhiệm vụ|đề tài|sản phẩm)(?:\s\w+){0,3}\s(?:hoàn thành|kết thúc|bàn giao|đưa vào sử dụng)"
    r")\s*$"
)
"""Words right before a day that make it a condition: debts that arose before it, works done by then."""
_LEAD = re.compile(
    r"(?:(?:trước|đến hết|trong|vào|xong|là)\s+|(?:ngày|tháng|năm|qu[ýí]|cuối|(?:nửa )?đầu|giữa|kỳ họp)\s+){0,4}$"
)
_DOING = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn tất|xong|chậm nhất|muộn nhất|kết thúc|phấn đấu|(?<!tờ )trình|gửi|báo cáo|bàn giao)(?!\w)"
)
"""Words of a clause that ends in the day something is to be done by."""
_THINGS = re.compile(
    r"(?<!\w)(?:các|những|số|hộ|người|vụ|trường hợp|đối tượng)\s[^.;,]{0,40}?(?<!\w)(?<!phải )(?<!cần )(?<!sẽ )(?:được|do|bị|mà)\s"
)
"""Things with what was done with them: *các hộ được giao đất*."""
_OF_THINGS = re.compile(r"(?<!\w)(?:các|những|số|hộ|người|vụ|trường hợp|đối tượng|do|được|mà|bị)\s")
_ON_TOPIC = re.compile(r"^\W*(?:[0-9a-zđ]{1,2}[.)]\s)?(?:đối với|với|riêng|(?:các |những )?trường hợp|nếu)\s")
_CLOSES_TOPIC = re.compile(r"\)?(?:,|\s(?:thì|mà)(?!\w))")
_OTHER_DOER = re.compile(
    r"^\W*(?:[0-9a-zđ]{1,2}[.)]\s)?(?:giao\s)?(?:các\s)?(?:sở|ubnd|ủy ban nhân dân|phòng|ban|chi cục|công an|trung tâm|bảo hiểm xã hội|văn phòng|thanh tra|đơn vị)\s.*\sdo\s[^,]*$"
)
"""A sentence that begins with who has the work: what another did tells which things are meant."""
_GOES_ON = re.compile(
    r"\)?\s(?:tiếp tục|được|thì|mà|vẫn|còn|nay|đã|chưa|không còn|thuộc|bị|đều|phải(?! (?:hoàn thành|xong|trình|gửi|báo cáo|nộp))"
    r"|(?:giải quyết|thực hiện|xử lý|áp dụng)\stheo)(?!\w)|\)?,?\snay(?!\w)"
)
"""What a sentence goes on with behind the things it is about."""
_ENDS_LATER = re.compile(
    r"\)?(?:,\s(?:[^\W\d_]+\s){0,4}?|\s)(?:trước|trong|chậm nhất|muộn nhất)\s(?=[^.;,]{0,20}?[0-9])"
)
_CLAUSE = re.compile(r"[;,|]|\.(?=\s|$)|\n")
_SENTENCE = re.compile(r"[;|]|\.(?=\s|$)|\n")
_REACH = 200


def tells_which(lower: str, at: int, end: int) -> bool:
    """Whether a day only tells which things are meant.

    Args:
        lower: a folded text in small letters.
        at: where the day begins; the words that lead to it (*trước ngày*) stand before.
        end: where it ends.

    >>> text = "giấy phép cấp trước ngày 01/03/2025 tiếp tục có hiệu lực"
    >>> tells_which(text, text.index("01"), text.index(" tiếp"))
    True
    >>> text = "cấp giấy phép trước ngày 01/03/2026"
    >>> tells_which(text, text.index("01"), len(text))
    False
    """
    before = text_before(lower, at, _REACH)
    lead = _LEAD.search(before)
    words = before[: lead.start()] if lead else before
    if _NO_DEADLINE.search(words):
        return True
    if re.match(r"\)?,?\snay(?!\w)", lower[end : end + len("), nay ")]):
        return True
    sentence = behind_last(_SENTENCE, words)
    clause = behind_last(_CLAUSE, sentence)
    if not clause.strip(" -+*•") or _DOING.search(clause):
        return False
    if _GOES_ON.match(lower, end) or _THINGS.search(clause) or _OTHER_DOER.match(sentence):
        return True
    if _ON_TOPIC.match(clause) and _CLOSES_TOPIC.match(lower, end):
        return True
    return _OF_THINGS.search(sentence) is not None and _ENDS_LATER.match(lower, end) is not None
