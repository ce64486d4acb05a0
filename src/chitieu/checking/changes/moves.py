"""Which way an amount moves a number, where another word than *tăng*, *giảm* tells it, or a sign alone.

What comes and goes: ``phát sinh 12 hộ``, ``215 hộ thoát nghèo``; what is more or less: ``nhiều hơn năm 2025 600 tỷ đồng``; what is
added: ``thêm 1,1 điểm phần trăm``, ``bổ sung 350 giường bệnh``; signs: ``158.200 tỷ đồng (+13,0%; năm 2025: 140.000 tỷ đồng)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from chitieu.checking.changes.earlier import earlier
from chitieu.checking.texts.places import ahead_of_first, behind_last, search_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["compared", "flow", "is_closed", "told_change", "without_flows"]

_COMES = r"phát sinh|cấp mới|tái nghèo|tiếp nhận|kết nạp|thành lập|thu hút|khởi công|tuyển|mở mới|công nhận|gia nhập|bổ sung|thụ lý|vay mới|vay thêm|vay lại|vay bù đắp bội chi|vay trong (?:năm|kỳ)|cho vay mới|cho vay thêm|(?<!nợ )(?<!vốn )(?:cho )?vay(?=\s{1,2}(?:#|khoảng)|\s?$)|giải ngân mới|nhập trong (?:năm|kỳ)|nhận mới|phát hành"
_GOES = "thoát nghèo|thoát|thu hồi|giải thể|xử lý|giải quyết|thanh lý|hoàn thành|ra khỏi|chấm dứt|tinh giản|nghỉ hưu|thôi việc|cắt bỏ|xóa bỏ|bãi bỏ|khai trừ|xóa|trả nợ gốc|trả nợ vay|trả nợ|trả lại|trả gốc|hoàn trả|thu nợ|thanh toán|tất toán|đáo hạn|xuất trong (?:năm|kỳ)|thu hồi nợ|khấu trừ|xoá|xoá bỏ|dập tắt|dập|gỡ bỏ|tháo gỡ|gỡ|tháo dỡ|dỡ bỏ|phá bỏ|giải tỏa|di dời|loại bỏ|loại khỏi|đóng cửa|khống chế|khắc phục"
_COMING, _GOING = (re.compile(rf"(?<!\w)(?:{verbs})(?!\w)") for verbs in (_COMES, _GOES))
_NOTHING = re.compile(r"(?<!\w)không(?: có| còn| bị)?(?!\w)")
_CLAUSE = re.compile(r"[,;:.]")
_IN_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_MORE = re.compile(r"(?<!\w)(?:nhiều|cao|lớn|dài|tăng|vượt) hơn(?:\s[^\W\d_]+){0,4}(?:\s(?:19|20)[0-9]{2})?\s$")
_LESS = re.compile(r"(?<!\w)(?:(?:ít|thấp|kém|nhỏ|ngắn|giảm) hơn|kém)(?:\s[^\W\d_]+){0,4}(?:\s(?:19|20)[0-9]{2})?\s$")


def flow(ahead: str, behind: str) -> Change | None:
    """Return which way things go that are counted on the way from one number to another.

    Args:
        ahead: the words before their number, in small letters.
        behind: the words behind it.

    >>> flow("đầu năm 30 hộ, phát sinh ", " hộ"), flow("; ", " thoát nghèo; cuối năm còn "), flow("có ", "")
    (<Change.INCREASE: 'increase'>, <Change.DECREASE: 'decrease'>, None)
    """
    ahead, behind = (_IN_BRACKETS.sub("", words) for words in (ahead, behind))
    words = f"{behind_last(_CLAUSE, ahead)} # {ahead_of_first(_CLAUSE, behind)}"
    comes, goes = _COMING.search(words), _GOING.search(words)
    if bool(comes) == bool(goes):
        return None
    return Change.INCREASE if comes else Change.DECREASE


def without_flows(words: str) -> str:
    """Return words without the verbs by which things come and go.

    >>> without_flows("; giải thể 4 hợp tác xã, không phát sinh mới")
    ';   4 hợp tác xã,     mới'
    """
    return _NOTHING.sub(" ", _GOING.sub(" ", _COMING.sub(" ", words)))


def is_closed(ways: Iterable[Change], words: str) -> bool:
    """Whether both are told, what comes and what goes: those that are founded say nothing of those that close.

    Args:
        ways: which way the amounts go.
        words: the words between them, which may say that there was nothing of the other kind.
    """
    return len(set(ways)) > 1 or _NOTHING.search(words) is not None


def compared(ahead: str) -> Change | None:
    """Return whether an amount is how much more another one is, or how much less.

    Args:
        ahead: the words before its number, in small letters.

    >>> compared("đạt 95%, thấp hơn kế hoạch ")
    <Change.DECREASE: 'decrease'>
    """
    if _MORE.search(ahead):
        return Change.INCREASE
    return Change.DECREASE if _LESS.search(ahead) else None


_SIGN = re.compile(r"(?:[(;,/]\s?|\)\s)(?P<sign>[-−–+])\s?$")
"""A sign behind a colon is that of a level (``năm 2025: -0,95%``); one that opens a bracket or a clause is that of a change."""
_ADDS = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?:\s(?:mới|được))?\s$")
"""Only what is added to a number or taken off it counts; *thành lập mới 40 hợp tác xã* says nothing of those that close."""
_TAKES = re.compile(r"(?<!\w)(?:bớt|cắt|cắt bỏ|xóa|xoá|xóa bỏ|xoá bỏ)(?:\s(?:được|đi|thêm|tiếp))?\s$")
_REACH, _FARTHER = 20, 60


def told_change(lower: str, hit: TargetHit) -> Target | None:
    """Return the change that an amount read as a level is, by its sign or by the verb before it; None for any other amount.

    Args:
        lower: the text in lower case.
        hit: the amount.
    """
    target = hit.target
    if target.change is not Change.LEVEL or target.bound is not Bound.EXACT or target.total:
        return None
    return _signed(lower, hit) or _added(lower, hit)


def _signed(lower: str, hit: TargetHit) -> Target | None:
    target, end = hit.target, hit.numeral.end
    digits = next((at for at in range(hit.numeral.start, end) if lower[at].isdigit()), end)
    found = search_before(_SIGN, lower, digits, _REACH)
    points = target.quantity.unit.kind is UnitKind.POINTS
    if found is None or (not points and earlier(lower, hit) is not None):
        return None
    size = Quantity(abs(target.quantity.value), target.quantity.unit)
    return evolve(target, quantity=size, change=Change.INCREASE if found["sign"] == "+" else Change.DECREASE)


def _added(lower: str, hit: TargetHit) -> Target | None:
    target, start = hit.target, hit.numeral.start
    counted = target.quantity.unit.kind in (UnitKind.COUNT, UnitKind.POINTS)
    if not counted and not lower.endswith("thêm ", 0, start):  # "thu bổ sung 300 tỷ đồng" is an amount of its own
        return None
    if search_before(_TAKES, lower, start, _REACH):
        if _COMING.search(ahead_of_first(_CLAUSE, lower[hit.end : hit.end + _FARTHER])):
            return None  # "xóa 12 điểm và có phát sinh mới"
        return evolve(target, change=Change.DECREASE)
    return evolve(target, change=Change.INCREASE) if search_before(_ADDS, lower, start, _REACH) else None
