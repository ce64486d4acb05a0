"""Which way an amount moves a number, where another word than *tăng*, *giảm* tells it: what comes and goes, what is more or less.

``phát sinh 12 hộ``, ``215 hộ thoát nghèo``, ``thu hồi 40 tỷ đồng``; ``nhiều hơn năm 2025 600 tỷ đồng``, ``thấp hơn kế hoạch 1,2 điểm %``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chitieu.targets.target import Change

__all__ = ["compared", "flow", "is_closed", "without_flows"]

_COMES = "phát sinh|cấp mới|tái nghèo|tiếp nhận|kết nạp|thành lập|thu hút|khởi công|tuyển|mở mới|công nhận|gia nhập|bổ sung|thụ lý"
_GOES = "thoát nghèo|thoát|thu hồi|giải thể|xử lý|giải quyết|thanh lý|hoàn thành|ra khỏi|chấm dứt|tinh giản|nghỉ hưu|thôi việc|cắt bỏ|xóa bỏ|bãi bỏ|khai trừ|xóa"
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
    words = f"{_clauses(ahead)[-1]} # {_clauses(behind)[0]}"
    comes, goes = _COMING.search(words), _GOING.search(words)
    if bool(comes) == bool(goes):
        return None
    return Change.INCREASE if comes else Change.DECREASE


def without_flows(words: str) -> str:
    """Return words without the verbs by which things come and go.

    >>> without_flows("; giải thể 4 hợp tác xã, không phát sinh mới")
    ';   4 hợp tác xã,    '
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


def _clauses(words: str) -> list[str]:
    return _CLAUSE.split(_IN_BRACKETS.sub("", words))
