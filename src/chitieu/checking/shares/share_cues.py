"""What says that shares in a list are all there is: *cơ cấu …:*, *… theo kỳ hạn:*, *chia theo tỷ lệ*, a last part *còn lại*.

The names of the parts may be anything; where one of them tells of something else, nothing is said of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.named_amounts.nouns import is_cut_across
from chitieu.checking.parts.partitions import partition_of

__all__ = ["OF_SOME", "Shared", "shared_of"]

OF_SOME = re.compile(
    r"(?<!\w)(?:công nghệ cao|ứng dụng|chế biến|chế tạo|hỗ trợ|(?<!dân )số|xanh|hữu cơ|logistics|du lịch|thương mại điện tử|tổng chi|thất nghiệp)(?!\w)"
)
"""Words of what is one branch among others: its share and those of others are not all."""

_DIVIDES = re.compile(
    r"(?<!\w)(?:(?:cơ cấu(?! lại)|trọng số|(?:tỷ|tỉ) lệ (?:phân bổ|phân chia|điều tiết|cơ cấu)|(?:tỷ|tỉ) trọng (?:các|của các|từng)|với (?:tỷ|tỉ) trọng)(?!\w)"
    r"|(?:phân bổ|phân chia|chia|bố trí|sử dụng)(?!\w)[^:;.]{0,120}(?<!\w)theo (?:tỷ lệ|tỉ lệ|cơ cấu|trọng số|tỷ trọng)(?!\w))[^:;.]{0,120}:[^:;]*$"
)
"""A head whose parts follow a colon."""
_BY_RATE = re.compile(
    r"(?<!\w)(?:phân bổ|phân chia|chia|bố trí|sử dụng|điều tiết|cơ cấu)(?!\w)[^:;]{0,160}(?<!\w)theo (?:tỷ lệ|tỉ lệ|cơ cấu|trọng số|tỷ trọng)"
    r"(?: lần lượt)?(?: là)?\s?:?\s*$"
)
"""A head right before the first of shares that stand ahead of their names: *chia theo tỷ lệ 60% cho …*."""
_SAYS_SHARE = re.compile(r"(?<!\w)(?:phân theo|chia theo|cơ cấu(?! lại)|tỷ trọng|tỉ trọng|chiếm|đóng góp)(?!\w)")
_NO_CRITERION = (
    r"dõi|hướng|quy|kế hoạch|đó|báo cáo|nghị|quyết|luật|đánh giá|lộ trình|yêu cầu|kết quả|số liệu|thống kê|tiêu chí|chỉ tiêu|mục tiêu"
    r"|đối tượng|mức|lĩnh vực|địa phương|địa bàn|huyện|xã|đơn vị"
)
"""What follows *theo* where it does not say by what something is divided, or where each has a rate of its own."""
_BY_CRITERION = re.compile(
    rf"(?:[^\W\d_] (?:phân |chia |tính )?theo(?! (?:{_NO_CRITERION})(?!\w))|(?<!\w)(?:từ các nguồn|phân bổ|phân chia|phân loại))(?!\w)[^:;.]{{0,80}}:[^:;,.]{{0,60}}:?\s*$"
)
"""A head that names what is divided and by what: *Lao động theo vị thế việc làm:*, *bảo đảm từ các nguồn:*."""
_DIVIDED_BY = re.compile(
    rf"(?<!\w)(?:phân|phân loại|phân tổ|chia|tính|xét) theo (?!(?:{_NO_CRITERION})(?!\w))[^:;.]{{0,80}}(?:[,:]|(?<!\w)gồm(?!\w))[^:;,.]{{0,60}}$"
)
"""The same ahead of the sentence, and of shares that stand ahead of their names: *Phân theo nguồn nước, 60% số hộ …*."""
_WEIGHED = re.compile(r"(?<!\w)trọng số(?: là)?\s*$")
_OF_EACH = re.compile(
    r"(?<!\w)(?:tỷ lệ(?! (?:phân|chia|cơ cấu))|tỉ lệ(?! (?:phân|chia|cơ cấu))|tốc độ|(?<!định )mức|nhịp|tăng|giảm|vượt|giải ngân|tiến độ|hoàn thành|thực hiện (?:thu|chi|dự toán|kế hoạch)|so với"
    r"|lãi suất|hài lòng|đạt chuẩn|chỉ số|công suất|hiệu suất|che phủ|bao phủ|hệ số|trên địa bàn|từng)(?!\w)"
)
"""Words of a head whose percentages are each of another whole."""
_LEFT = re.compile(
    r"^(?:và )?(?:(?:các|những|phần|số) )?(?:[^\W\d_]+ ){0,2}(?:còn lại|khác)(?!\w)|(?<!\w)khác(?: (?:là|chỉ|chiếm))*$"
)
"""The last part is what is left."""
_REST_BEHIND = re.compile(r"[^.\n]{0,60}(?<!\w)(?:còn lại|ngoài ra|khác|không (?:kể|tính)|chưa (?:kể|tính))(?!\w)")
_OTHER = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|(?<!trở )(?:xuống|lên)|tỷ lệ|tỉ lệ|tốc độ tăng|so với|cùng kỳ|kế hoạch|dự toán|hoàn thành (?:[0-9]|kế)|giải ngân|trong đó|trong số|riêng|nhất là|gồm|bao gồm"
    r"|thất nghiệp|lãi suất|thuế suất|tiết kiệm|năm [0-9]{4}|bằng [0-9]|từ [0-9.,]+ ?%)(?!\w)"
)
"""Words of a part that is no share of the whole, or a share of another part."""
_FUND = re.compile(
    r"(?<!\w)(?:ngân sách|nsnn|nstw|nsđp|nhà nước|trung ương|nhân dân|người dân|dân|doanh nghiệp|xã hội hóa|xã hội hoá|cộng đồng|hộ dân|tín dụng|vay|oda|đối ứng|huy động"
    r"|tài trợ|lồng ghép|chủ đầu tư|quỹ|tư nhân)(?!\w)"
)
"""Words of who pays."""
_LAST_FUND = re.compile(
    r"(?<!\w)(?:dân|nhân dân|người dân|cộng đồng|xã hội hóa|xã hội hoá|doanh nghiệp|đóng góp)(?!\w)"
)
_NO_FUNDING = re.compile(r"(?<!\w)(?:giải ngân|tiến độ|thu|tăng|giảm|tiết kiệm|hoàn thành|đạt|quyết toán|lãi)(?!\w)")
_REST = r"(?:còn lại|số còn lại|phần còn lại|còn)"
_SEPARATOR = re.compile(rf"[,;]\s*(?:và\s*)?(?:{_REST}(?: là)?\s*)?$|\svà\s*(?:{_REST}\s*)?$|\s[-+*•]\s*$")
_LEADS_REST = re.compile(rf"(?<!\w){_REST}(?: là)?\s*$")
_LAST_WORDS = re.compile(r"[,;:.]\s|\n")
_LEAST, _PAIR = 3, 2
_WIDE, _KNOWN, _NEARLY = 30, 20, 10


@frozen(eq=False)
class Shared:
    """Shares that are all there is.

    Attributes:
        names: of whom each is.
        far: points by which a wrong sum may differ from 100.
        open: whether parts may be missing, so that only more than 100 is wrong.
    """

    names: Sequence[str]
    far: int
    open: bool = False


def shared_of(words: str, between: Sequence[str], behind: str, *, framed: bool = False) -> Shared | None:
    """Return what says that shares are all there is; None where nothing does.

    Args:
        words: what stands ahead of the first share, back to the end of the sentence before.
        between: what stands between each share and the next.
        behind: what stands behind the last one.
        framed: whether each stands in brackets behind its name.

    >>> shared_of("Cơ cấu đàn vật nuôi: trâu ", [", bò ", ", dê "], ".").names
    ['trâu', 'bò', 'dê']
    >>> shared_of("Số xã có loa đạt ", [", có cổng ", ", có chợ "], ".")
    """
    words = words.lower()
    ahead = all(_SEPARATOR.search(one) and _letters(one) for one in between)
    names = [_name(one, ahead=True) for one in (*between, behind)] if ahead else []
    if len(names) <= _PAIR and not any(_is_pair(names, pair) for pair in _PAIRS):
        ahead = False
        names = [_name(one, ahead=False) for one in (_LAST_WORDS.split(words.rstrip(" :"))[-1], *between)]
    if any(_OTHER.search(name) or not _letters(name) for name in (names[1:] if not ahead else names)):
        return None
    together = " ".join(names)
    if ahead and _LEADS_REST.search(between[-1].lower()):
        names[-1] = f"còn lại {names[-1]}"
    whole = partition_of(words, names, rates=True) is not None or (
        _LEFT.search(names[-1]) is not None and _is_divided(words, ahead=ahead)
    )
    if not whole and any(is_cut_across(name, together) for name in names):
        return None
    if _LEFT.search(names[-1]) and len(names) > _LEAST and _is_bare_list(words, between):
        return Shared(names, _NEARLY)
    return _kind(words, names, behind.lower(), ahead=ahead, framed=framed)


def _is_bare_list(words: str, between: Sequence[str]) -> bool:
    """Whether shares are the items of a list that a colon opens, with nothing but a name each: *Thị trường:*, *- Hàn Quốc 24%*."""
    head = _LIST.search(words)
    return head is not None and all("\n" in one for one in between) and _OF_EACH.search(words[: head.start()]) is None


_LIST = re.compile(r":\s[-+*•]\s[^:;]{1,80}$")


def _kind(words: str, names: list[str], behind: str, *, ahead: bool, framed: bool) -> Shared | None:
    size = len(names)
    left = _LEFT.search(names[-1]) is not None
    lacks = not left and _REST_BEHIND.match(behind) is not None
    if size >= _LEAST and (_BY_RATE.search(words) if ahead else _DIVIDES.search(words.rstrip(" :"))):
        head = words.rstrip(" :").rpartition(":")[0] or words
        return Shared(names, _WIDE, open=lacks or not (left or _OF_ALL.search(head)))
    of_each = _OF_EACH.search(words.rpartition(":")[0] or words) or any(map(_REACHES.search, names))
    said = ahead or _SAYS_SHARE.search(" ".join((words, *names))) or (framed and not of_each)
    if left and said and (size >= _LEAST or names[-1].startswith("còn lại")):
        return Shared(names, _WIDE)
    some = any(map(OF_SOME.search, names))
    known = partition_of(words, names, rates=True) if size >= _LEAST and not some else None
    if known is not None and (ahead or _SAYS_SHARE.search(words)):
        return Shared(names, _WIDE, open=lacks)
    headed = ":" in words or len({name.partition(" ")[0] for name in names}) == 1
    if known is not None and headed and not known.means and not of_each:
        return Shared(names, _KNOWN, open=lacks)
    if size >= _LEAST and _is_divided(words, ahead=ahead) and not of_each:
        return Shared(names, _WIDE if ahead else _NEARLY, open=lacks)
    if ahead and _SETS_APART.search(words) and "cho " in names[0] and all(one.startswith("cho ") for one in names[1:]):
        return Shared(names, _WIDE, open=True)
    if size == _PAIR and said and any(_is_pair(names, pair) for pair in _PAIRS):
        return Shared(names, _WIDE)
    spent = _NO_FUNDING.search(_LAST_CLAUSE.split(words)[-1]) and not all("chiếm" in name for name in names)
    if size >= _LEAST and all(map(_FUND.search, names)) and not spent:
        return Shared(names, _WIDE, open=lacks or not (left or _LAST_FUND.search(names[-1])))
    return None


_REACHES = re.compile(r"(?<!chưa)(?<!không) đạt$")


def _is_divided(words: str, *, ahead: bool) -> bool:
    """Whether a head says by what something is divided, or that what follows are weights."""
    heads = (_DIVIDED_BY,) if ahead else (_DIVIDED_BY, _BY_CRITERION, _WEIGHED)
    return any(head.search(words) for head in heads)


_OF_ALL = re.compile(r"(?<!\w)(?:theo|gồm|chia|trọng số|với (?:tỷ|tỉ) trọng|phân bổ|phân chia)(?!\w)")
"""Words of a head that names no few of the parts."""
_SETS_APART = re.compile(
    r"(?<!\w)(?:(?:dành|bố trí|phân bổ)(?: (?:tối thiểu|ít nhất|khoảng|đủ))?|(?:kinh phí|vốn|ngân sách|nguồn|quỹ)[^:;.]{0,40}:)\s*$"
)
_PAIRS = (
    ("nam", "nữ"),
    ("thành thị|đô thị", "nông thôn"),
    ("quốc tế", "nội địa"),
    ("trong nước", "nước ngoài|fdi"),
    ("ngắn hạn", "dài hạn"),
    ("trực tuyến", "trực tiếp"),
    ("công lập", "ngoài công lập|tư thục"),
)
"""What is all there is, of two."""


def _is_pair(names: Sequence[str], pair: Sequence[str]) -> bool:
    """Whether two names are those of a pair, in any order."""
    found = [[re.search(rf"(?<!\w)(?<!ngoài )(?:{words})(?!\w)", name) is not None for words in pair] for name in names]
    return found in ([[True, False], [False, True]], [[False, True], [True, False]])


_LAST_CLAUSE = re.compile(r"[;,.:]\s")


def _letters(words: str) -> bool:
    return any(map(str.isalpha, words))


def _name(words: str, *, ahead: bool) -> str:
    """Return the name of a part, without what leads in; the words of two clauses are those next to the share."""
    words = " ".join(words.lower().replace("%", " ").split())
    clauses = [one.strip(" .,;:-+*•") for one in _LAST_WORDS.split(words)]
    clauses = [one for one in clauses if one not in ("", "và")]
    return ((clauses[0] if ahead else clauses[-1]) if clauses else "").removeprefix("và ")
