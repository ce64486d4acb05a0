"""The words of a name that tell what an amount is of: those that are left without words of time, of counting and of deeds."""

from __future__ import annotations

import re

__all__ = ["clauses_ahead", "words_behind", "words_of"]

_TOKEN = re.compile(r"[^\W_]+")
_AMOUNT = re.compile(r"(?<!\w)[0-9][0-9.,]*(?![0-9.,]|\s?(?:tuổi|sao|tháng tuổi)(?!\w))")
"""A number that is no part of a name; *người từ 60 tuổi* are others than those from 65 on."""
_GENERIC = re.compile(
    r"(?<!\w)(?:toàn (?:tỉnh|thành phố|xã|phường|ngành)|(?:cả|của) (?:tỉnh|thành phố)|(?:trên )?địa bàn(?: (?:tỉnh|thành phố))?|(?:tỉnh|thành phố)(?= có)|(?:năm )?(?:19|20)[0-9]{2}"
    r"|tổng số|tổng cộng|cộng|tổng|tỷ lệ|tỉ lệ|số lượng|số|diện tích|sản lượng|chiều dài|trong đó|cả năm|trong năm|năm|riêng|đạt|được|còn|ước|có|khoảng|hiện nay|hiện|thực hiện"
    r"|kế hoạch|dự toán|mục tiêu|chỉ tiêu|dự kiến|phấn đấu|kết quả|đến|hết|cuối|là|của|các|những|và|cho|với|tại|ở|trong|trên|so|về|từ|đã|sẽ|ở mức|mức|lên|trở lên|toàn bộ|tất cả"
    r"|gồm|theo|để|do|thì|cũng|này|nêu|nói|tính|bố trí|quản lý|hoàn thành|giao|ngày|đầu|từ hoạt động|hoạt động|chung|(?:nghìn |triệu )?(?:tỷ|triệu|nghìn) đồng|đồng|điểm phần trăm"
    r"|(?:giữ|duy trì)(?: vững| ổn định| nguyên)?|ổn định|bảo đảm|đảm bảo|độ(?= (?:che|bao) phủ)"
    r"|phần trăm|tăng|giảm|vượt|chiếm|bằng|tức là|tức|tương đương|tương ứng|ứng với|kh|th|uth|ưth)(?!\w)"
)
"""Words that say nothing of what an amount is of."""
_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSES = re.compile(r"[,;:](?=\s|$)|\.(?=\s)|\(")
_ITEM = re.compile(r"^\W*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s|\([0-9]{1,2}\)\s|[a-zđ][.)]\s)?\W*")
_NUMBER = re.compile(r"(?<!\w)(?:từ |đạt |còn |là |trên |dưới |khoảng )?[0-9][0-9.,]*[^,;:]*")
_ASIDE = re.compile(
    r"[;:()|\n]|[.,](?=\s|$)|(?<!\w)(?:so với|bằng|tăng|giảm|vượt|chiếm|đạt|có|gồm|nêu|nói|này|thì|đã|được|theo|trước|đến|[0-9])(?!\w)"
)
"""What the words behind an amount that say what it is of do not go on over."""


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name that tell what it is of.

    >>> sorted(words_of("Tổng số người từ 60 tuổi toàn tỉnh năm 2026"))
    ['60', 'người', 'tuổi']
    """
    plain = _AMOUNT.sub(" ", f" {name.lower()} ")
    return frozenset(_TOKEN.findall(_GENERIC.sub(" ", plain)))


def words_behind(behind: str) -> frozenset[str]:
    """Return the words right behind an amount that tell what it is of.

    >>> sorted(words_behind(" của Đề án B, gồm ba phần"))
    ['b', 'án', 'đề']
    """
    return words_of(_ASIDE.split(behind)[0])


def clauses_ahead(words: str) -> tuple[frozenset[str], ...]:
    """Return what each clause ahead of an amount is of, up to its own first number.

    >>> [sorted(one) for one in clauses_ahead("5. Thóc 300 tấn, ngô ")]
    [['thóc'], ['ngô']]
    """
    clauses = _CLAUSES.split(_BRACKETS.sub(" ", words))
    found = (words_of(_NUMBER.sub(" ", _ITEM.sub("", clause))) for clause in clauses)
    return tuple(one for one in found if one)
