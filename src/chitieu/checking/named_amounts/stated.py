"""Whether an amount of running text is a target of the plan: of its own time, of the whole it is for, and still to come.

Aims and tasks repeat the targets of the indicator lines. Beside those stand results, quarters, other places and parts of a
whole; what the heading, the paragraph, the sentence and the words behind the amount say is asked before it counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.named_amounts.own_time import (
    MONTHS,
    SEASON,
    WEEK,
    is_of_all_year,
    without_base,
    without_own_year,
    without_rounds,
)
from chitieu.targets.reader import TargetHit
from chitieu.text import CAPITALS, SourceText

__all__ = [
    "Headings",
    "ends_whole",
    "goes_on_alone",
    "is_stated",
    "is_whole",
    "paragraph",
]

_REACH = 1500
_SENTENCE_REACH = 300
_YEAR = re.compile(r"(?<![0-9/.])((?:19|20)[0-9]{2})(?![0-9/])")

# --- headings ----------------------------------------------------------------------------------------------------------

_HEADING = re.compile(
    r"^[ \t]*(?:(?P<part>PHẦN|Phần|CHƯƠNG|Chương|PHỤ LỤC|Phụ lục)\s|(?P<article>ĐIỀU|Điều)\s[0-9]{1,3}\s?[.:]\s|(?P<roman>[IVX]{1,5})\s?[.)-]\s"
    r"|(?P<capital>[A-H])\s?[.)-]\s"
    r"|(?P<number>[0-9]{1,2})[.)]\s|(?P<inner>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})[.)]?\s"
    rf"|(?P<bare>(?<![^\n.;:]\n)(?:(?=[{CAPITALS}]{{2}}[{CAPITALS}\s,-]{{3,60}}$)|(?=[{CAPITALS}][^\n|.;:0-9]{{2,60}}:$))))(?P<title>[^\n|]{{0,200}})$",
    re.MULTILINE,
)
"""A heading by its mark; one without a mark is all in capitals or ends in a colon, and no line goes on into it."""
_RANKS = ("part", "article", "roman", "capital", "bare", "number", "inner")
_LETTERS_FIRST = ("part", "article", "capital", "roman", "bare", "number", "inner")
_FIRST_OF = {"capital": _LETTERS_FIRST, "roman": _RANKS}
_TELLS = re.compile(
    r"(?<!\w)(?:kết quả|tình hình|đánh giá|thực trạng|hạn chế|tồn tại|nguyên nhân|kịch bản|phương án|quý|tháng|bài học|tiến độ|lộ trình|phân kỳ"
    r"|theo từng|căn cứ)(?!\w)"
    r"|^(?!.*(?:mục tiêu|chỉ tiêu|phương hướng)).*(?<!\w)(?:bối cảnh|đặc điểm|dự báo|khó khăn|thuận lợi|cơ hội|thách thức"
    r"|(?:điểm|vị trí|nền|mức) xuất phát|xuất phát điểm|(?:điểm|vị trí) khởi đầu|hiện trạng|khái quát|tổng quan|sơ lược|nhìn lại|điểm lại|thành tựu|thành tích"
    r"|dấu ấn|(?:một số|vài|những) nét|cơ sở (?:thực tiễn|xây dựng|pháp lý)|sự cần thiết|ước thực hiện|năm qua)(?!\w)"
    r"|^\W*(?:(?:các|những)\s)?(?:nền tảng(?! số| công nghệ| dữ liệu| tích hợp)|tiềm năng|lợi thế)(?!\w)(?!.*(?:mục tiêu|chỉ tiêu))"
)
"""Headings over results, over where one stands before the plan begins, over forecasts, quarters and months."""
_LONG_HEADING = 160
_ORDINAL_WORDS = 2
_NEXT_LINE = re.compile(r"\s*[^\n|]{0,200}")
_LAST_YEARS = re.compile(r"(?:(?P<first>(?:19|20)[0-9]{2})\s?[-–]\s?)?(?P<last>(?:19|20)[0-9]{2})[\s.:]*$")


@frozen(eq=False)
class Headings:
    """Which places of a text stand under headings over results or over parts of the year, and which over another year."""

    starts: Sequence[int]
    telling: Sequence[bool]
    other_year: Sequence[bool]

    @classmethod
    def of(cls, source: SourceText, year: int | None = None) -> Headings:
        """Return the headings of a text; those that are items of a list say nothing and do no harm.

        Args:
            source: the text.
            year: the year the plan is for: a heading that names another one is over results, or over what comes later.
        """
        starts, telling, other_year = [0], [False], [False]
        open_ones: list[tuple[int, bool, bool]] = []
        found = [
            (match, next(kind for kind in _RANKS if match[kind] is not None))
            for match in _HEADING.finditer(source.text)
        ]
        ranks = _ranks([kind for _, kind in found])
        for match, kind in found:
            rank = ranks.index(kind)
            title = match["title"]
            if (
                match["part"] and len(title.split()) <= _ORDINAL_WORDS
            ):  # "PHẦN THỨ NHẤT" has its title on the line below
                below = _NEXT_LINE.match(source.text, match.end())
                title = f"{title} {below[0].strip() if below else ''}"
            while open_ones and open_ones[-1][0] >= rank:
                open_ones.pop()
            item = match["number"] or match["inner"]
            named = title.partition(": ")[0] if item else title  # "5. Sở Xây dựng: đẩy nhanh tiến độ …" is a task
            short = len(title) <= _LONG_HEADING
            other = short and _ends_in_other_year(title, year)
            open_ones.append((rank, other or (short and _TELLS.search(named.lower()) is not None), other))
            starts.append(match.start())
            telling.append(any(told for _, told, _ in open_ones))
            other_year.append(any(of_other for _, _, of_other in open_ones))
        return cls(starts, telling, other_year)

    def tell_of_others(self, at: int) -> bool:
        """Whether a place stands under such a heading, be it for what it tells or for its year."""
        return self.telling[bisect_right(self.starts, at) - 1]

    def tell_ahead(self, at: int, first: int) -> bool:
        """Whether a place stands under such a heading, and ahead of where the first target does: there nothing is set."""
        return at < first and self.tell_of_others(at)

    def are_of_other_year(self, at: int) -> bool:
        """Whether a place stands under a heading for another year: ``III. KẾ HOẠCH NĂM 2026`` of a report on 2025."""
        return self.other_year[bisect_right(self.starts, at) - 1]


def _ranks(kinds: Sequence[str]) -> Sequence[str]:
    """Return the kinds of headings, the outermost first: of letters and Roman numbers the one that a text has first."""
    return next((_FIRST_OF[kind] for kind in kinds if kind in _FIRST_OF), _RANKS)


def _ends_in_other_year(title: str, year: int | None) -> bool:
    """Whether a heading ends in another year than the plan's, or in years without it: ``II. THỰC HIỆN NHIỆM VỤ NĂM 2025``."""
    found = _LAST_YEARS.search(title)
    if found is None or year is None:
        return False
    return not int(found["first"] or found["last"]) <= year <= int(found["last"])


# --- around an amount ----------------------------------------------------------------------------------------------------

_MARKED = re.compile(r"\s*(?:[-+*•]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[a-zđ][.)]|[IVX]{1,5}[.)]|Điều\s[0-9])")
_ENDS = (".", ";", ":", "|")
_SHORT = 60
_FULL_STOP = re.compile(r"\.(?=\s)")
_MARKER = 5
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_PART_OF_YEAR = re.compile(
    rf"(?<!\w)(?:quý [ivx0-9]+|tháng|{WEEK}|lũy kế|luỹ kế|cùng kỳ|đợt|{SEASON}|ước|đã|kết quả|đạt được|thực hiện được)(?!\w)"
)
"""Words that make a paragraph one of a part of the year, or of results."""
_OTHER_SCOPE = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|cơ cấu|trung ương giao|chính phủ giao|thủ tướng|so với|hơn|mỗi|hằng|hàng năm|bình quân(?! đầu người)"
    r"|giai đoạn|nhiệm kỳ|dự án|đề án|chương trình mục tiêu|bộ tiêu chí|mô hình|tối thiểu|ngành|lĩnh vực|bổ sung|tăng thêm|thêm)(?!\w)"
)
"""Words of a sentence that speak of a part or of a comparison."""
_NOW = re.compile(
    r"(?<!\w)(?:(?<!thực )(?<!xuất )(?<!phát )(?<!thể )(?<!biểu )hiện (?:nay|có|còn|đạt|tại|mới|đang|trạng)|tự chấm|tự đánh giá|xuất phát điểm|điểm xuất phát)(?!\w)"
    r"(?!.*(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|để|nhằm|nâng|đưa|lên|xuống)(?!\w))"
)
"""Words of a sentence that speak of where one stands, if none behind them speak of where one wants to be."""
_OF_SOME = re.compile(
    r"(?<!\w)(?:cả nước|toàn quốc|(?:vùng|khu vực|ở|tại|địa bàn|cư dân|người dân|lao động|hộ) (?:đồng bào|đô thị|thành thị|nông thôn|miền núi|biên giới|ven biển"
    r"|dân tộc|khu)|dân tộc thiểu số|(?:trong|đối với|riêng) (?:ngành|lĩnh vực|khu|nhóm|các)|khu công nghiệp|khu kinh tế|phụ nữ|lao động nữ|thanh niên|trẻ em|người cao tuổi"
    r"|(?:xã|phường|thôn|bản|ấp|huyện) (?:biên giới|miền núi|vùng cao|vùng sâu|khó khăn|đặc biệt khó khăn|ven biển|bãi ngang|hải đảo|nghèo))(?!\w)"
)
"""Words of a sentence that speak of another place or of a group of people."""
_BOARD = re.compile(
    r"(?<!\w)ban quản lý (?:các )?(?:khu kinh tế|khu công nghiệp|khu chế xuất|khu công nghệ cao)(?:(?:,| và) (?:các )?(?:khu kinh tế|khu công nghiệp|khu chế xuất))*"
)
"""An agency whose name has a place in it."""
_PLACE = re.compile(rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Hh]uyện|[Tt]hị xã|[Tt]hị trấn|[Đđ]ặc khu)\s[{CAPITALS}]")
_OPENING = re.compile(
    r"\W*(?:[0-9]+[.)]\W+)?(?:(?:trong|đến|hết|vào|cuối|cả|từ|riêng)\s)*(?:quý|tháng|vụ|tuần|[0-9] tháng|năm ((?:19|20)[0-9]{2}))(?!\w)"
)
_TIME = re.compile(rf"(?<!\w)(?:quý [ivx0-9]+|{MONTHS}|{WEEK}|cùng kỳ|vụ (?:đông|xuân|hè|thu|mùa|chiêm))(?!\w)")
_BEHIND = re.compile(
    r"\s*(?:(?:khi kết thúc|khi hết|kết thúc|trở lên|trở xuống|vào|trong|cả|đến|cuối|hết|của|năm|nay|theo|được|như|đã|đề ra|nhằm|góp phần|để|và|mà|giao|hội đồng nhân dân|hđnd|tỉnh"
    r"|thành phố|nghị quyết|kế hoạch năm|[0-9]{4})(?!\w)\s*)*"
)
_OTHERS_GIVE = re.compile(r"(?<!\w)(?:thủ tướng|chính phủ|trung ương|bộ)(?!\w)")
_AFTER = 90
_STOP = re.compile(r";|[.,:()|](?=\s|$)|[\n(]")


def goes_on_alone(source: SourceText, hit: TargetHit, name: str, year: int | None) -> bool:
    """Whether nothing behind an amount makes it one of a part, of a plan or of another year.

    Args:
        source: the text.
        hit: the amount.
        name: words that may go on with what is counted (``triệu lượt khách | du lịch``).
        year: the year the plan is for.
    """
    behind = without_base(source.text[hit.end : hit.end + _AFTER].lower(), hit, year)  # with the ends of lines
    joined = _JOINED.match(source.lower, hit.end, hit.end + _SENTENCE_REACH)
    if joined is not None:  # "… lên 40% và tỷ lệ che phủ rừng … lên 45%": what ends the sentence may be said of both
        if not ends_whole(source, joined.end("own"), year):
            return False
        behind = joined["own"]
    words = _STOP.split(behind)[0].split()
    known = set(name.lower().split())
    while words and words[0] in known:
        words.pop(0)
    rest = " ".join(words)
    if _BEHIND.fullmatch(rest) is None or _OTHERS_GIVE.search(rest) is not None:
        return False
    return all(int(found) == year for found in _YEAR.findall(rest))


def ends_whole(
    source: SourceText, at: int, year: int | None, hit: TargetHit | None = None, *, by_day: bool = False
) -> bool:
    """Whether the rest of a sentence names no other time, place or group.

    Args:
        source: the text.
        at: where the rest begins.
        year: the year the text is for.
        hit: the amount ahead of it, where it may be a change from the year before.
        by_day: whether the amount is that of the whole, by whatever day something is done about it.
    """
    rest = _ASIDE.split(_SENTENCE.split(source.flat[at : at + _SENTENCE_REACH])[0])[0]
    lower = rest.lower() if hit is None else without_base(rest.lower(), hit, year)
    if _TIME.search(lower) or _OF_SOME.search(lower) or _PLACE.search(rest) or "tương ứng" in lower:
        return False
    inside = not by_day and any(
        (int(day), int(month)) != _LAST_DAY for day, month in _DAY.findall(_BEFORE_LAST_DAYS.sub("", lower))
    )
    return not inside and all(int(found) == year for found in _YEAR.findall(lower))


_ASIDE = re.compile(r"[,(]\s?(?:trong đó|riêng|gồm|bao gồm|chia ra)(?!\w)")
"""Behind it stand parts: their times and places are none of the whole's."""
_JOINED = re.compile(
    r"(?P<own>[^.,;:()|0-9\n]{0,40}?)\s(?:và|đồng thời)\s(?:[^\W\d_]+\s){3,16}?[0-9][0-9.]*(?:,[0-9]+)?(?![0-9/])"
)
"""Words behind an amount that go on to another one with a name of its own."""
_DAY = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?=/(?:19|20)[0-9]{2}|(?![0-9/]))")
_LAST_DAY = (31, 12)
_BEFORE_LAST_DAYS = re.compile(r"(?<!\w)trước (?:ngày )?[0-9]{1,2}/12(?![0-9])(?=/(?:19|20)[0-9]{2}|(?!/))")
"""A day of December by which all is to be done."""


def paragraph(text: str, at: int) -> int:
    """Return where the paragraph of a place begins: lines that are only broken for their length are gone through, not rows."""
    least = max(0, at - _REACH)
    start = text.rfind("\n", least, at) + 1
    while start > least + 1 and not _MARKED.match(text, start) and "|" not in text[start:at]:
        before = text.rfind("\n", least, start - 1) + 1
        line = text[before : start - 1].rstrip()
        if not line or line.endswith(_ENDS) or line.isupper() or (len(line) < _SHORT and text[start].isupper()):
            break
        start = before
    return max(start, least)


def is_whole(source: SourceText, hit: TargetHit, name: str, year: int | None) -> bool:
    """Whether the sentence of an amount names no part of the year, no other place and no group of people for it.

    Args:
        source: the text.
        hit: the amount.
        name: what is measured: words in it are its own.
        year: the year the text is for.
    """
    start = paragraph(source.text, hit.numeral.start)
    stops = _FULL_STOP.finditer(source.flat, min(start + _MARKER, hit.name_end), hit.name_end)
    start = max([start, *(match.end() for match in stops)])
    all_year = is_of_all_year(source, hit, year)
    opening = _OPENING.match(without_own_year(source.lower[start : start + _SENTENCE_REACH], year))
    if opening is not None and not all_year:
        return False
    stops = _SENTENCE.finditer(source.flat, max(start, hit.name_end - _SENTENCE_REACH), hit.name_end)
    begin = max([start, *(match.end() for match in stops)])
    end = begin + len(_before_name(source.lower[begin : hit.name_end], name))
    before = _BOARD.sub("", without_rounds(without_own_year(source.lower[begin:end], year)))
    timed = not all_year and _TIME.search(before)
    return not (_OF_SOME.search(before) or timed or _PLACE.search(source.flat, begin, end))


def _before_name(ahead: str, name: str) -> str:
    """Return what stands before the name of an amount, as far as that stands ahead of it: it may go on behind it."""
    bare, words = ahead.rstrip(), name.lower().split()
    starts = (bare.removesuffix(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((start for start in starts if start != bare), ahead)


def is_stated(source: SourceText, hit: TargetHit, year: int | None) -> bool:
    """Whether paragraph and sentence leave an amount a target of the plan's own time and of the whole."""
    start = paragraph(source.text, hit.numeral.start)
    words = without_rounds(without_own_year(source.lower[start : hit.start], year))
    if _PART_OF_YEAR.search(words) is not None:
        return False
    sentence = _SENTENCE.split(words)[-1][-_SENTENCE_REACH:]
    return all(words.search(sentence) is None for words in (_OTHER_SCOPE, _NOW, _YEAR))
