"""From one value to another, where the words say which way it goes: *rút ngắn từ 15 ngày xuống còn 10 ngày*, *từ hạng 12 lên hạng 9*.

All that has a value counts, durations and ranks too; of ranks the smaller number is the higher one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from chitieu.checking.named_amounts.nouns import is_shorter
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.places import behind_last, row_before, text_before
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["Turn", "turns", "worse_growth"]


@frozen(eq=False)
class Turn:
    """Two values in a text, whose way the words tell otherwise.

    Attributes:
        start, end: where both stand.
        gap: what lies between them; always positive.
    """

    start: int
    end: int
    gap: Quantity


_VALUES = (NumeralKind.QUANTITY, NumeralKind.DURATION, NumeralKind.RANK, NumeralKind.BARE)
_VERB = re.compile(
    r"(?<!\w)(?P<up>tăng|nâng|mở rộng|cải thiện)(?! cường| trưởng| cao| gia)(?!\w)|(?<!\w)(?P<down>kéo giảm|cắt giảm|rút ngắn|thu hẹp|giảm|hạ)(?! nghèo| tải)(?!\w)"
)
_MEASURED = re.compile(
    r"\s(?:(?:tổng|được)\s)?(?:tỷ lệ|tỉ lệ|tỷ trọng|số|thời gian|diện tích|mức|giá trị|công suất|chỉ số|mật độ|chi phí|lãi suất)(?!\w)"
)
"""What directly follows a verb that is said of the two values, and of nothing else in the sentence."""
_FROM = re.compile(r"(?<!\w)từ\s(?:(?:mức|khoảng|hạng|vị trí|thứ|thứ hạng|trên|gần|xếp)\s)*$")
_TO = re.compile(
    r"(?:\s(?:điểm|làm việc))?(?:\s\(?(?:(?:vào|trong|của|cuối|ở)\s)*(?:năm [0-9]{4}|hiện nay|hiện tại|trước đây)\)?)?,?\s"
    r"(?:(?:(?:vào|trong|cuối|đến)\s)*năm [0-9]{4}\s)?"
    r"(?P<way>lên đến|lên tới|lên mức|lên thành|lên|xuống còn|xuống dưới|xuống|chỉ còn|còn)\s(?:(?:mức|khoảng|trên|dưới|hạng|vị trí|thứ|thứ hạng|gần)\s)*"
)
_STOP = re.compile(r"[;:,()]|\.(?=\s|$)")


def turns(source: SourceText, numerals: Sequence[Numeral]) -> Iterator[Turn]:
    """Yield two values of a change whose way the words tell otherwise: ``tăng từ 60% lên 55%``.

    Args:
        source: a text.
        numerals: the numbers in it, in order.
    """
    lower = source.lower
    for first, second in pairwise(one for one in numerals if one.kind in _VALUES):
        if second.start - first.end > REACH or first.upper is not None or not _are_alike(first, second):
            continue
        ahead = text_before(lower, first.start, REACH)
        led, to = _FROM.search(ahead), _TO.fullmatch(lower, first.end, second.start)
        if led is None or to is None or first.value == second.value:
            continue
        up = to["way"].startswith("lên")
        rises = (second.value > first.value) != (second.unit.kind is UnitKind.RANK)
        if rises != up or _says_otherwise(behind_last(_STOP, ahead[: led.start()]), up=up):
            start = first.start - len(ahead) + led.start()
            yield Turn(start, second.end, Quantity(abs(second.value - first.value), second.unit))


def _are_alike(first: Numeral, second: Numeral) -> bool:
    if second.kind is NumeralKind.BARE or second.upper is not None:
        return False
    if first.kind is NumeralKind.BARE:  # "tăng từ 12 lên 11 xã"
        return second.kind is NumeralKind.QUANTITY and second.unit.scale == 1
    if (first.total is None) != (second.total is None) or first.kind is not second.kind:
        return False
    if first.unit.label == second.unit.label:
        return second.unit.dimension != "rank difference"
    return is_shorter(first.unit.label, second.unit.label)


def _says_otherwise(words: str, *, up: bool) -> bool:
    """Whether the verb that is said of two values goes the other way: *giảm tỷ lệ … từ 3% lên 5%*."""
    verbs = list(_VERB.finditer(words))
    ways = {verb.lastgroup for verb in verbs}
    if len(ways) != 1 or _MEASURED.match(words, verbs[-1].end()) is None:
        return False
    return ("up" in ways) != up and "lạm phát" not in words


# --- what should fall and is to rise -----------------------------------------------------------------------------

_BAD = (
    r"(?:số vụ|số người chết|số người bị thương|số người tử vong|tai nạn giao thông|tai nạn lao động|vụ cháy|số vụ cháy|tội phạm|tảo hôn|bạo lực gia đình|suy dinh dưỡng"
    r"|tử vong|thất nghiệp|nợ xấu|nợ đọng|bỏ học|tệ nạn|hộ nghèo|hộ cận nghèo|tái nghèo|khiếu nại vượt cấp|khiếu kiện|vi phạm|thất thoát|hao hụt|tổn thất|trễ hạn|quá hạn|đuối nước)"
)
_WORSE = re.compile(
    rf"(?<!\w)(?:phấn đấu|kiềm chế|mục tiêu|bảo đảm|đảm bảo|quyết tâm)(?!\w)(?P<said>[^;.]{{0,140}}?)(?<!\w){_BAD}(?!\w)(?P<rest>[^;.0-9]{{0,60}}?)(?:đều |cùng )?$"
)
_AIMED_AT = re.compile(
    r"(?<!\w)(?:không|phát hiện|điều tra|khám phá|xử lý|giải quyết|thu hồi|phòng ngừa|phòng, chống|phòng chống|đấu tranh|bảo hiểm|hỗ trợ|cho vay|vượt|thoát|thu nhập|của|năng lực|hiệu quả"
    r"|kiểm tra|chăm sóc|tuyên truyền|giúp|đưa|làm rõ)(?!\w)"
)
"""Words by which it is something else that is to rise: *tỷ lệ điều tra, khám phá tội phạm tăng 5%*, *thu nhập của hộ nghèo*."""


def worse_growth(passage: Passage, first: int) -> Iterator[TargetHit]:
    """Yield the rises of what is bad, where a sentence tells of aims: *phấn đấu số vụ, số người chết đều tăng 5%*.

    Args:
        passage: a text with its amounts.
        first: where its aims begin; ahead of that it tells of results.
    """
    piece, hits = passage
    lower = piece.source.lower
    for hit in hits:
        target = hit.target
        if (
            target.change is not Change.INCREASE
            or target.bound in (Bound.AT_MOST, Bound.LESS_THAN)
            or hit.start < first
        ):
            continue
        said = lower.find("tăng", hit.start, hit.numeral.start)
        if said < 0:
            continue
        ahead = row_before(text_before(piece.source.text, said, 2 * REACH), 2 * REACH).lower()
        match = _WORSE.search(ahead)
        if match is not None and not _AIMED_AT.search(match["said"]) and not _AIMED_AT.search(match["rest"]):
            yield hit
