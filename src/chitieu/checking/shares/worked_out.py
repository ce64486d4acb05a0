"""Shares ahead of what they are worked out on and what that comes to: *từ 96% trở lên (18.600 trẻ, ít nhất 17.856 trẻ)*.

Which of the two amounts is the whole, the words say: the part is what the share comes to (*tức*, *ít nhất*, *không quá*), or the
whole what it is reckoned on (*tính trên*, *trên tổng đàn*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.checking.shares.said_share import FIRM, LIKELY, LOOSELY, SaidShare, same_sort
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import Amount
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["worked_out"]

_BOUND = r"(?:ít nhất|tối thiểu|không dưới|không quá|không vượt quá|tối đa|nhiều nhất|dưới|trên|từ)"
_MAKES = r"(?:tức là|tức|nghĩa là|tương đương|tương ứng|ứng với|là|bằng|=|với|khoảng|số tiền|kinh phí)"
_WORDS = r"[^;.,:()|0-9]{0,90}?"
_ASIDE = re.compile(
    r"(?<!\w)(?:trong đó|trong số|gồm|riêng|thêm|tăng|giảm|mới|hơn|cùng kỳ|so với|kế hoạch|dự toán|chỉ tiêu|quý|tháng|ngoài ra|còn lại|mỗi|năm [0-9]{4})(?!\w)"
)
"""Words between a share and what stands behind it that make that something else."""
_TO_WHOLE = re.compile(
    rf"{_WORDS}(?:,\s[^\W\d_]+(?:\s[^\W\d_]+){{0,4}})?\s?\(\s?(?:tính )?(?:trên )?(?:[^\W\d_]+\s){{0,6}}"
    r"|(?:\strở (?:lên|xuống))?\s?:\s(?:[^\W\d_]+\s){0,4}"
    r"|(?:\strở (?:lên|xuống))?\s(?:của |trên |trong )?(?:tổng|số|toàn bộ|dân số|diện tích|lực lượng)(?!\w)[^;.,:()|0-9]{0,60}"
)
"""Between a share and the whole ahead of its part: a bracket, a colon, or the name of the whole."""
_TO_PART = re.compile(
    rf"[^;.,:()|0-9]{{0,60}}?(?:\s?\)\s?,\s|,\s|\s?\)?\s?\()(?:hay )?(?:{_MAKES}\s)*(?P<bound>{_BOUND}\s)?(?:khoảng\s)?"
)
"""Between the whole and the part it makes; one of the words for that stands there, see `_SAYS`."""
_SAYS = re.compile(rf"(?<!\w)(?:{_BOUND}|{_MAKES})\s(?:khoảng\s)?$")
_COMES_TO = re.compile(
    rf"{_WORDS}\s?\(\s?(?:{_MAKES}\s)*(?:{_BOUND}\s)?(?:khoảng\s)?"
    rf"|{_WORDS},\s(?:tức là|tức|nghĩa là|tương đương|tương ứng|ứng với)\s(?:với\s)?(?:{_BOUND}\s)?(?:khoảng\s)?"
)
"""Between a share and the part ahead of its whole."""
_ON = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:,\s(?:tính\s)?|\s(?:tính\s)?)(?:trên|trong)\s(?:(?:tổng|số|đàn|toàn|khoảng|diện|tích|có|quy|mô|dân|thuộc)\s){0,5}"
)
"""Between a part and the whole it is reckoned on."""
_ENDS = re.compile(r"[^;,.()|0-9]{0,60}(?:[;,.)]|$|\n)")
_IS = re.compile(rf"(?<!\w){_MAKES}\s")
_CLOSES = re.compile(r"\s?[)]")
_LEAST, _MOST = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)
_BOTH = 2


def worked_out(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """Return the share that stands ahead of its whole and its part, told by words which is which; None where none does.

    Args:
        piece: the text.
        sentence: the amounts of a sentence.
        at: which of them is the share.
    """
    if at + _BOTH >= len(sentence):
        return None
    percent, first, second = sentence[at : at + 1 + _BOTH]
    lower = piece.source.lower
    ahead, between = lower[percent.end : first.start], lower[first.end : second.start]
    if (
        percent.quantity.value >= _ALL
        or len(ahead) + len(between) > _FAR
        or _ASIDE.search(ahead)
        or _ASIDE.search(between)
    ):
        return None
    if _TO_WHOLE.fullmatch(ahead) and _TO_PART.fullmatch(between) and _SAYS.search(between):
        part, whole = second, first
        if "(" in ahead and not _IS.search(between) and not _CLOSES.match(lower, second.end):
            return None  # "(100.000 hộ, trên 60.000 hộ nông thôn)"
    elif _COMES_TO.fullmatch(ahead) and _ON.fullmatch(between):
        part, whole = first, second
    else:
        return None
    alike = _are_bare(part, whole) or same_sort(part, whole)
    if not alike or not _go_together(percent, part) or not _ENDS.match(lower, second.end):
        return None
    reckoned_on = part is first and whole.bound is Bound.MORE_THAN  # "tính trên 895.400 hộ"
    if not (whole.bound in FIRM or reckoned_on) or min(whole.quantity.value, part.quantity.value) <= 0:
        return None
    about = Bound.ABOUT in (percent.bound, part.bound, whole.bound)
    norm = percent.bound not in FIRM or part.bound not in FIRM
    start, end = first.start, second.digits_end
    likely = LOOSELY if ":" in ahead else LIKELY
    return SaidShare(percent, start, end, part.quantity, whole.quantity, likely, about=about, norm=norm)


_ALL, _FAR = 100, 240


def _are_bare(part: Amount, whole: Amount) -> bool:
    """Whether an amount is bare, or both are: the words before the share say what is counted."""
    kinds = [one.quantity.unit.kind for one in (part, whole)]
    plain = all(one.is_single and one.change is Change.LEVEL for one in (part, whole))
    return plain and UnitKind.NONE in kinds and all(kind in (UnitKind.NONE, UnitKind.COUNT) for kind in kinds)


def _go_together(percent: Amount, part: Amount) -> bool:
    """Whether share and part may be bounds of one another: no least against a most."""
    if percent.bound in _LEAST:
        return part.bound not in _MOST
    return part.bound not in _LEAST if percent.bound in _MOST else True
