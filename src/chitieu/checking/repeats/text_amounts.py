"""The amounts of running text with what they may be of: those of the plan's own time, of the whole, and still to come.

A sentence names another time, another place or a part where it means one; what names none is of the year of the plan and
of all of its area. Such amounts are left out here, so that what is left can be held against the lines of the plan.
"""

from __future__ import annotations

import re

from attrs import frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.own_time import MONTHS, is_of_all_year, own_clause, without_own_year, without_rounds
from chitieu.checking.named_amounts.said_again import Said, is_of_new, said_in_text
from chitieu.checking.named_amounts.stated import Headings, ends_whole, is_stated, is_whole, paragraph
from chitieu.checking.repeats.lines import is_given
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import TargetHit
from chitieu.text import SourceText, Span
from chitieu.units import UnitKind

__all__ = ["DOES_A_PART", "Amount", "Search"]

DOES_A_PART = re.compile(
    r"(?<!\w)(?:ban quản lý|công ty|tập đoàn|ngân hàng|quỹ|trường|bệnh viện|khu vực|cơ sở|xã(?! hội)|phường|đặc khu|huyện|(?<!xã )hội|liên minh|doanh nghiệp|chủ đầu tư|trung tâm)(?!\w)"
)
"""Agencies whose own targets are parts of those of the plan."""
_DOER = 4
"""Words of a sentence in which its doer is looked for."""

_LONGEST = 300
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_PART = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|mô hình|tương ứng)(?!\w)|\([^)]*$")
"""Words of a sentence that make its amounts those of a part."""
_SHARE_BEHIND = re.compile(r"[^0-9()]{0,80}(?<!\w)chiếm\s(?:khoảng |trên |gần )?[0-9]")
"""What makes up so much of something is no whole: *300 ha rau an toàn, chiếm 12% diện tích*."""
_WHOLE = re.compile(r"%\s(?P<name>[^0-9,;:()|]+?)\s\(\s?$")
"""What a share is of, with its amount in a bracket: *18% tổng vốn đầu tư toàn xã hội (78.000 tỷ đồng)*."""
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:so với|giai đoạn|nhiệm kỳ|(?<!tuổi thọ )bình quân(?! đầu người)|(?<!tuổi thọ )trung bình|đã|ước|hiện có|hiện nay|hiện còn"
    rf"|kịch bản|phương án|quý|{MONTHS}|đợt [0-9]|vụ (?:đông|xuân|hè|thu|mùa)|đầu năm|cùng kỳ)(?!\w)"
    r"|(?:19|20)[0-9]{2}|(?<!\w)đến (?:hết )?(?:ngày )?(?!31/12|31/0?1(?![0-9]))[0-9]{1,2}/[0-9]{1,2}(?![0-9])"
)
"""Words of a sentence that make its amounts those of another time or of one case of several."""
_SOMEWHERE = re.compile(
    r"(?<!\w)(?:tại|ở|thuộc|đối với|trên địa bàn|trong)\s(?:(?:các|những|một số|[0-9]+)\s)?(?:xã|phường|đặc khu|thôn|ấp|bản|khóm|khu|vùng|huyện|cụm|đô thị|trường|cơ sở"
    r"|đơn vị|doanh nghiệp|ngành|lĩnh vực|nhóm|dịp|thời gian)(?!\w)|(?<!\w)(?:dịp|đợt)(?!\w)"
)
"""Words before an amount that make it one of some places or branches."""
_MORE = re.compile(
    r"(?<!\w)(?:mỗi|từng|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|kết quả|dự kiến|còn thiếu|còn lại|tối đa|(?:đề|dự) án)(?!\w)"
)
"""Words of a clause that say the same of the amount in it."""
_SIZE_OF = re.compile(r"\W*(?:quy mô|công suất|sức chứa)(?:\s(?:là|khoảng|trên|gần|hơn|dự kiến))*\s*")
"""A clause that only says how large what the one before it names is: *mở 5 khu chợ, quy mô 300 quầy*."""
_ADDED = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?!\w)")
"""So much more of it: the same only of what comes to be in the year."""
_SO_FAR = re.compile(r"(?<!\w)(?:lũy|luỹ) kế(?!\w)")
_BY_THEN = re.compile(r"(?<!\w)(?:cuối|hết)(?:\snăm)?[\s,]+(?:(?:toàn|cả) tỉnh[\s,]+)?có\s*$")
"""What there is at the end of the year, however much of it the year brings."""
_CLAUSE = re.compile(r"(?<!xuất),\s")
_OF_ALL = re.compile(r"(?<!\w)(?:cả năm|toàn tỉnh|toàn thành phố|toàn bộ|đủ|cả tỉnh|của tỉnh)(?!\w)")
"""Words by which an amount is that of the whole; without them, a count may be one agency's part."""
_SEEN_TO = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|dự toán|theo dõi|đôn đốc|giám sát|điều hành|phân bổ|phân khai|bám)(?!\w)"
)
"""Who works towards a target of the plan, follows it up or divides it speaks of all of it."""
_TO_SOME = re.compile(
    r"(?<!\w)cho\s(?!(?:(?:các|từng|những)\s)*(?:chủ đầu tư|đơn vị|cơ quan|sở|ngành|địa phương|cấp|xã|phường|dự án(?=\s*[.;,]|\strước|$))(?!\w))"
)
"""What goes to some only is a part."""
_SIZES = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)
_NEAR, _GAP = 90, 3


@frozen(eq=False)
class Amount:
    """An amount of a text, with the words before it in its sentence and behind it, in small letters.

    Attributes:
        hit, claim: the amount.
        at: where it begins in the text of the plan.
        before, behind: the words.
        small: whether it is set to one that does a part only, whatever of its own it does.
    """

    hit: TargetHit
    claim: Claim
    at: int
    before: str
    behind: str
    small: bool = False

    def counts_as(self, claim: Claim) -> bool:
        """Whether it counts what a line does: all there are by the end of the year, or those of the year."""
        if _SO_FAR.search(self.before):
            return claim.so_far
        by_then = _BY_THEN.search(self.before) is not None
        return by_then if claim.so_far else not (by_then and is_of_new(claim))

    @property
    def of_all(self) -> bool:
        """Whether it is said to be that of the whole."""
        if _OF_ALL.search(f"{self.before} {self.behind}"):
            return True
        seen_to = _SEEN_TO.search(_CLAUSE.split(self.before)[-1]) is not None
        return seen_to and not self.small and _TO_SOME.search(self.behind) is None

    @property
    def given(self) -> bool:
        """Whether it is a share of what others gave."""
        return is_given(self.before) or is_given(self.behind)

    @property
    def may_be_part(self) -> bool:
        """Whether it is of the sort of which one may do a part, and another one the rest."""
        unit = self.hit.target.quantity.unit
        return unit.kind in _SIZES and "/" not in unit.label


@frozen(eq=False)
class Search:
    """The text that is looked through, with what counts for all its amounts."""

    source: SourceText
    headings: Headings
    tasks: Ranges
    small: Ranges
    year: int

    def amount(self, hit: TargetHit) -> tuple[Amount, list[Said]] | None:
        """Return an amount with what it may be of; None for one of another time, or of a part by its own words."""
        at = hit.target.span
        if at is None or self.headings.are_of_other_year(hit.start):
            return None
        if self.headings.tell_of_others(hit.start) and not self.in_task(hit):
            return None
        source = self.source
        start = max(0, hit.name_end - _LONGEST, paragraph(source.text, hit.numeral.start))
        clause = _SENTENCE.split(source.flat[start : hit.name_end])[-1]
        whole = _WHOLE.search(clause)
        clause = clause if whole is None else whole["name"]
        before = without_rounds(without_own_year(clause.lower(), self.year))
        right_ahead = source.lower[hit.name_end : hit.numeral.start]  # "đã có", "dự kiến", "thêm"
        said = f"{before}{right_ahead}"
        when = f"{own_clause(before)}{right_ahead}" if is_of_all_year(source, hit, self.year) else said
        if _OTHER_TIME.search(when) or _PART.search(before) or _SOMEWHERE.search(before):
            return None
        last = _CLAUSE.split(said)[-1]
        if _MORE.search(last) or _SIZE_OF.fullmatch(last):
            return None
        if not self.in_task(hit) and not is_stated(source, hit, self.year):
            return None
        behind = _SENTENCE.split(source.lower[hit.end : hit.end + _LONGEST])[0]
        if _SHARE_BEHIND.match(behind):
            return None
        piece = source.clean(start, min(len(source.flat), hit.end + _NEAR))
        claim = Claim("", None, hit.target, span=Span(at.start, at.end), piece=piece)
        added = _ADDED.search(last) is not None
        saids = [one for one in said_in_text(source, hit, clause) if one.new or not added]
        doer = " ".join(before.split()[:_DOER])
        small = self.source.offset(hit.numeral.start) in self.small or DOES_A_PART.search(doer) is not None
        return Amount(hit, claim, at.start, said, behind, small), saids

    def in_task(self, hit: TargetHit) -> bool:
        """Whether an amount stands in a task."""
        return self.source.offset(hit.numeral.start) in self.tasks

    def of_the_whole(self, amount: Amount, said: Said) -> bool:
        """Whether the sentence names no other place, group or time."""
        hit, year = amount.hit, self.year
        behind = without_own_year(self.source.lower[hit.end : said.end], year)
        if _OTHER_TIME.search(behind) or _PART.search(behind):
            return False
        row = amount.may_be_part and self.source.flat[said.end : said.end + _GAP].lstrip().startswith(
            "|"
        )  # by when, the next cells say
        return is_whole(self.source, hit, said.name, year) and (
            row or ends_whole(self.source, said.end, year, hit, by_day=amount.of_all)
        )
