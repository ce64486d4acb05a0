"""Whether the words about an amount say that it is of the plan's own year.

A plan says the year of its amounts seldom: what has no time is of the year of the plan. A sentence may speak of other times
too: *xây dựng kịch bản từng quý, phấn đấu cả năm tăng 9%*. The time said nearest the amount is its own, so where its own
clause, or the words right behind it, name the year of the plan, the times of other clauses are those of other things. And
*từng quý*, *các đợt cao điểm* in the middle of another clause say how something is done, not when this amount is reached.
"""

from __future__ import annotations

import re

from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.text import SourceText

__all__ = [
    "MONTHS",
    "SEASON",
    "WEEK",
    "is_of_all_year",
    "own_clause",
    "without_base",
    "without_own_year",
    "without_rounds",
]

WEEK = r"tuần(?! tra| hoàn| lộc)"
"""A week, in a pattern of whole words; to *tuần tra* is to patrol."""
SEASON = r"(?:niên|mùa|thời|đầu|cuối|từng|mỗi|chính|trái|trong|theo) vụ|vụ (?:đông|xuân|hè|thu|mùa|chiêm|lúa|nuôi|sản xuất|[123]|i{1,3}|này|tới|sau|trước)"
"""A season of crops, in a pattern of whole words; *nhiệm vụ*, *dịch vụ* and *số vụ tai nạn* are none."""
MONTHS = r"(?!12(?!\w))[0-9]{1,2} tháng|tháng (?!12(?!\w))[0-9]{1,2}"
"""Some months of a year, or one of them, in a pattern of whole words; the twelfth is its end."""
_PRICES = re.compile(
    r"giá (?:so sánh|hiện hành|cố định)(?: năm)? (?:19|20)[0-9]{2}"
    r"|chuẩn (?:nghèo|đa chiều|tiếp cận|mới|của)[^.;,()0-9]{0,40}(?:19|20)[0-9]{2}(?:\s?-\s?(?:19|20)[0-9]{2})?"
    r"|nghị quyết[^.;,()]{0,60}"
)
"""Years that say by which prices or standard, not when."""
_AFTER = 90
_REACH = 300


def without_own_year(words: str, year: int | None) -> str:
    """Return words without the year they are for anyhow, and without years of prices and standards.

    >>> without_own_year("grdp năm 2026 (giá so sánh 2010) tăng", 2026)
    'grdp  () tăng'
    >>> without_own_year("đến tháng 12/2026 có", 2026), without_own_year("năm 2026 - mục tiêu", 2026)
    (' có', ' - mục tiêu')
    """
    words = _PRICES.sub("", words)
    if year is None:
        return words
    words = re.sub(rf"(?<![0-9/])(?:(?:ngày )?31/12/{year}|(?:ngày )?31/0?1/{year + 1})(?![0-9/])", "", words)
    words = re.sub(rf"(?<!\w)(?:đến|hết|cuối)(?: hết| cuối)? tháng 12(?:/| năm ){year}(?![0-9/])", "", words)
    return re.sub(rf"(?<!\w)(?<!tháng [0-9] )(?<!tháng [0-9]{{2}} )năm {year}(?![0-9/]|\s?-\s?[0-9])", "", words)


_CLAUSE = re.compile(r"[,;:](?=\s)|\.(?=\s|$)|(?<!\w)(?:để|nhằm)(?=\s)")


def own_clause(words: str) -> str:
    """Return the last clause of the words before an amount: what it is for stands behind *để*.

    >>> own_clause("tổ chức 3 đợt bình chọn để có")
    ' có'
    """
    return _CLAUSE.split(words)[-1]


_BEHIND = re.compile(r"[^.,;:()|0-9]{0,50}?\s(?:của|trong|cho) cả năm(?! trước| ngoái)(?!\w)")
_ANY_TIME = re.compile(
    r"(?<!\w)(?:quý|tháng|tuần|đợt|giai đoạn|nhiệm kỳ|cùng kỳ|so với|đầu năm|vụ|mùa|mỗi|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|bình quân)(?!\w)"
)


def is_of_all_year(source: SourceText, hit: TargetHit, year: int | None = None) -> bool:
    """Whether an amount is said to be of the whole year, whenever the rest of the sentence has something done.

    Args:
        source: the text.
        hit: the amount.
        year: the year the text is for; where it is given, the words before the amount may say it too.
    """
    if _BEHIND.match(source.lower, hit.end, hit.end + _AFTER):
        return True
    if year is None:
        return False
    said = own_clause(text_before(source.lower, hit.name_end, _REACH))
    return _says(year).search(said) is not None and _ANY_TIME.search(without_own_year(said, year)) is None


def _says(year: int) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:cả năm(?! trước| ngoái)(?!\w)|năm {year}(?![0-9/]|\s?-\s?[0-9])|tháng 12/{year}|31/12/{year})"
    )


_ROUNDS = re.compile(
    r"(?<=[^\W_]\s)(?:(?:từng|theo|các|những|mỗi|hằng|hàng|định kỳ)\s(?:từng\s|hằng\s|hàng\s)?(?:quý|tháng|tuần|ngày|đợt|giai đoạn|vụ|mùa)(?! [0-9ivx])"
    r"|[0-9]+ đợt(?! [0-9])|(?:kịch bản|phương án)(?! [0-9ivx]))(?!\w)"
)
"""Said in the middle of a clause, it tells how something is done; ahead of one (*Mỗi quý, …*) it would tell when."""


def without_rounds(words: str) -> str:
    """Return the words before an amount without what tells in other clauses how often something is done.

    >>> without_rounds("mở các đợt cao điểm, kéo giảm")
    'mở  cao điểm, kéo giảm'
    >>> without_rounds("mỗi đợt kéo giảm")
    'mỗi đợt kéo giảm'
    """
    own = own_clause(words)
    others = words[: len(words) - len(own)]
    return _DUE.sub("", _ROUNDS.sub("", others)) + own


_DUE = re.compile(
    r"(?<=[^\W_]\s)(?:(?:xong|hoàn thành|hoàn tất)\s)?(?:trước|chậm nhất|muộn nhất)\s(?:là\s)?(?:vào\s)?(?:ngày [0-9]{1,2} )?(?:tháng|ngày) [0-9]{1,2}"
    r"(?:/[0-9]{1,2})?(?:/(?:19|20)[0-9]{2}| năm (?:19|20)[0-9]{2})?(?=\s*[,;])"
)
"""By when another clause has its own thing done."""


_BASE = re.compile(
    r"\s*\(?(?:so với|so) (?:(?:cùng kỳ|thực hiện|ước thực hiện|cuối|mức) )*(?:năm trước|cùng kỳ|năm (?P<year>(?:19|20)[0-9]{2}))(?![0-9]|\s?-)"
)


def without_base(behind: str, hit: TargetHit, year: int | None) -> str:
    """Return the words behind an amount without the year before, which every change of a year is measured from.

    Args:
        behind: the words, in small letters.
        hit: the amount.
        year: the year the text is for.
    """
    base = _BASE.match(behind) if hit.target.change is not Change.LEVEL and year is not None else None
    if base is None or base["year"] not in (None, str((year or 0) - 1)):
        return behind
    return behind[base.end() :]
