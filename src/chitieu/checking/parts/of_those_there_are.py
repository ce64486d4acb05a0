"""So many of those there are: *Trong 120 km đường xã có 96 km đã cứng hóa*, *Xã có 46 tuyến đường, đã bê tông hóa 40 tuyến*.

What a plan sets itself may be passed; of what there is no more can be done than there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import search_before, text_before
from chitieu.targets.reader import TargetHit
from chitieu.units import UnitKind

__all__ = ["of_those_there_are"]

_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?số\s$|(?:^|[.;:,|(]\s?|\n\s*|[-+*•]\s)trong\s$")
_SET = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|được giao|giao|đăng ký|nhu cầu|phấn đấu|cần|phải)"
_THERE_ARE = re.compile(
    rf"(?:(?!(?<!\w){_SET}(?!\w))[^;.|():]){{0,120}}?(?<!\w)(?:có|đạt|là)\s(?:khoảng\s|ít nhất\s|trên\s)?"
)
"""Between all and some of them."""
_STOCK = re.compile(r"(?<!\w)(?:hiện có|có|tổng (?:diện tích|chiều dài|số|dung tích|công suất))(?!\w)")
_NO_STOCK = re.compile(
    rf"(?<!\w)(?:{_SET}|năm [0-9]{{4}}|trước|cùng kỳ|tăng|thêm|mới|trong đó|riêng|quý|tháng|dự kiến|đến cuối)(?!\w)"
)
_DONE = re.compile(
    r"[^;.:()|0-9]{0,60}?,\s(?:trong đó\s|hiện\s|đến nay,?\s|nay\s)*đã\s"
    r"(?!(?:có|đạt|tăng|vượt|lên|nâng|giảm|mở|thành lập|tổ chức|ban hành|bổ sung|thêm|trồng|xây|hỗ trợ|phát|cấp|tiếp nhận)(?!\w))"
    r"[^;.:()|0-9]{2,60}\s"
)
_NO_DONE = re.compile(r"(?<!\w)(?:thêm|mới|lũy kế|luỹ kế|lên|tăng|vượt|so với|bằng|trước)(?!\w)")
_CLAUSE = re.compile(r"[;.|\n](?=\s|$)")


def of_those_there_are(passage: Passage) -> Iterator[Group]:
    """Yield the amounts of what there is, each with the first amount behind it that is of some of them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for whole, part in pairwise(hits):
        if (
            same_sort(whole, part)
            and sums_up(whole)
            and (_is_among(piece, whole, part) or _is_done(piece, whole, part))
        ):
            yield Group(name_before(piece, whole), whole, (part,), complete=False)


def _is_among(piece: Piece, whole: TargetHit, part: TargetHit) -> bool:
    """Whether an amount is led to as some of those ahead of it: ``Trong số 15.000 lao động … có 6.200 lao động``."""
    lower, start = piece.source.lower, whole.numeral.start
    among = search_before(_AMONG, lower, start, REACH) is not None
    return among and _THERE_ARE.fullmatch(lower, whole.end, part.numeral.start) is not None


def _is_done(piece: Piece, whole: TargetHit, part: TargetHit) -> bool:
    """Whether an amount is what was done to those there are ahead of it."""
    lower, unit = piece.source.lower, whole.target.quantity.unit
    moving = unit.kind is UnitKind.MONEY or (unit.kind is UnitKind.COUNT and _comes_again(unit.label.lower()))
    said = f"{_CLAUSE.split(text_before(lower, whole.name_end, REACH))[-1]} {lower[whole.start : whole.numeral.start]}"
    if moving or not _STOCK.search(said) or _NO_STOCK.search(said):
        return False
    between = lower[whole.end : part.numeral.start]
    return _DONE.fullmatch(between) is not None and not _NO_DONE.search(between) and not _NO_STOCK.search(between)


def _comes_again(noun: str) -> bool:
    """Whether those counted may be reached more than once, or others with them: people, households."""
    return counts_people(noun) or noun.split(maxsplit=1)[0] in ("hộ", "lượt", "hồ", "vụ", "cuộc", "nhiệm", "đơn")
