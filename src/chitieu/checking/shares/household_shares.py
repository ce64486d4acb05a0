"""Shares of all households against the number there is: ``còn 212 hộ, chiếm 9,0% tổng số hộ`` of 2.350.

A share is of all where its own words say so (*tổng số hộ*, *số hộ toàn xã*), or where it is the rate of poor households, which
is counted from all by definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.named_amounts.own_time import without_own_year
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.named_amounts.stated_totals import HOUSEHOLDS, StatedTotal, sentence_before
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import row_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["HouseholdShare", "household_shares"]


@frozen(eq=False)
class HouseholdShare:
    """A number of households with its share of all.

    Attributes:
        count: the number; `percent`: the share.
        total: how many there are; `dated`: whether that is known for the same year, and not for some time near it.
    """

    count: TargetHit
    percent: TargetHit
    total: Quantity
    dated: bool

    @property
    def expected(self) -> Fraction:
        """What the number makes, as a share of one."""
        return self.count.target.quantity.amount / self.total.amount

    @property
    def holds(self) -> bool:
        """Whether the share is that of the number, rounded or cut off after the digits written, or of something else."""
        stated = self.percent.target.quantity
        gap = abs(stated.amount - self.expected)
        if gap <= grain(stated) + (0 if self.dated else _NEAR_YEAR * stated.amount):
            return True
        least, most = _LIKELY
        return not (stated.amount and least <= self.expected / stated.amount <= most)


_NEAR_YEAR = Fraction(2, 100)
"""What the number of households may change by from one year to another."""
_LIKELY = Fraction(1, 2), Fraction(2)
"""How far a share may lie from what is made to be one of all households."""


def household_shares(passage: Passage, total: StatedTotal | None, year: int | None) -> Iterator[HouseholdShare]:
    """Yield the shares of all households beside their numbers.

    Args:
        passage: a text with the amounts in it.
        total: how many households there are, as the plan states it once.
        year: the year the plan is for: shares of any other are left out.
    """
    piece, hits = passage
    headings: Headings | None = None
    told: tuple[int, Quantity] | None = None
    for at, (first, second) in enumerate(pairwise(hits)):
        pair = _pair(piece, first, second)
        if pair is None:
            continue
        count, percent = pair
        if total is None and _is_of_poor(piece, first, second):
            if told is not None and first.start - told[0] < _BESIDE:
                yield HouseholdShare(count, percent, told[1], dated=False)
            told = second.end, _all_of(count.target.quantity, percent.target.quantity)
            continue
        following = hits[at + 2] if at + 2 < len(hits) else None
        own = _own_total(piece, percent, following) if percent is second else None
        stated = own or (total.hit if total is not None else None)
        all_there_are = stated.target.quantity if stated is not None else None
        if all_there_are is None or not _fits(count.target.quantity, all_there_are):
            continue
        if own is None:
            if total is None or total.hit.target.bound is not Bound.EXACT or not _is_share_of_all(piece, *pair):
                continue
            headings = headings or Headings.of(piece.source, year)
            if headings.tell_of_others(count.start) or not _is_of_year(piece, first, second, year):
                continue
        yield HouseholdShare(count, percent, all_there_are, own is not None or (total is not None and total.dated))


_BESIDE = 160
"""Characters between two shares of all households that must be of one number of them: of the poor, and of those near it."""


_NAMES_POOR = re.compile(
    r"(?:^|[^\w])(?:(?:tỷ|tỉ) lệ |số |còn |có |tổng số )*hộ (?:cận )?nghèo(?! (?:và|là|có|thuộc|ở|tại|vùng|người|dân tộc|mới|thoát))(?![^;,.]*(?:giảm|tăng|thoát|từ))[^;,.:()0-9]{0,40}$"
)
_ONLY_BRACKET = re.compile(r"\s?(?:hộ\s)?\((?:(?:chiếm|tương đương|tương ứng|bằng|tỷ lệ|khoảng|còn|với)\s)*")


def _is_of_poor(piece: Piece, first: TargetHit, second: TargetHit) -> bool:
    """Whether a number of poor households and their share stand beside each other, one of them in a bracket."""
    lower = piece.source.lower
    before = _SIGN.split(sentence_before(piece, first.numeral.start))[-1]
    label = first.target.quantity.unit.label
    named = label in _POOR or _NAMES_POOR.search(_STANDARD.sub(" ", before)) is not None
    beside = _ONLY_BRACKET.fullmatch(lower, first.end, second.numeral.start) is not None
    return named and beside and lower.startswith(")", second.end) and not _SOME.search(before)


_SIGN = re.compile(r"[;,.]\s")


def _all_of(count: Quantity, percent: Quantity) -> Quantity:
    """Return how many households there are, as a number and its share tell."""
    return Quantity(round(count.amount / percent.amount) if percent.amount else 0, "hộ")


def _fits(count: Quantity, total: Quantity) -> bool:
    return 0 < count.amount <= total.amount


_POOR = frozenset({"hộ nghèo", "hộ cận nghèo"})


def _pair(piece: Piece, first: TargetHit, second: TargetHit) -> tuple[TargetHit, TargetHit] | None:
    """Return a number of households and a percentage beside it, in this order, both firm levels; None for any others."""
    labels = [hit.target.quantity.unit.label for hit in (first, second)]
    if labels[1] == "%" and labels[0] in HOUSEHOLDS | _POOR:
        pair = (first, second)
    elif labels[0] == "%" and labels[1] in HOUSEHOLDS | _POOR:
        pair = (second, first)
    else:
        return None
    firm = all(
        hit.target.change is Change.LEVEL and hit.target.bound is Bound.EXACT and hit.target.is_single for hit in pair
    )
    return pair if firm and "|" not in row_before(piece.source.text, first.numeral.start) else None


# --- whose share it is ------------------------------------------------------------------------------------------------

_TO_PERCENT = re.compile(
    r"[^;.:()|0-9]{0,80}?(?:\s?\(\s?|,\s|\s)(?:(?:đạt|chiếm|bằng|tương đương|tương ứng|ứng với|tỷ lệ|tỉ lệ)\s?)*(?:với\s)?"
)
_TO_COUNT = re.compile(r"\s?(?:\(\s?|,\s|\s)(?:(?:tương (?:đương|ứng)|ứng)(?: với)?\s|còn\s|với\s)?(?:tổng số\s|số\s)?")
_PLACE = r"(?:xã|phường|tỉnh|thành phố|đặc khu|huyện|địa bàn)"
_OF_ALL = re.compile(
    rf"\s(?:so với |của |trên |trong )?(?:tổng )?(?:số )?hộ(?: dân(?! tộc)| gia đình)?(?:\s(?:của |toàn |cả |trong |trên )*{_PLACE}(?: {_PLACE})?)?\s?(?:$|[.;,)\n])"
)
_OWN_TOTAL = re.compile(r"\s(?:so với |của |trên |trong )?tổng(?: số)?\s")
_RATE = re.compile(r"(?:tỷ|tỉ) lệ (?:số )?hộ (?:cận )?nghèo(?! và)(?P<rest>[^0-9]*)$")
_STANDARD = re.compile(r"\([^()]*\)|theo chuẩn[^,.;:]*|giai đoạn [0-9 -]*|(?:cuối |đến |hết )*năm [0-9]{4}")
_NUMBER_OF_POOR = re.compile(r"(?:^|[^\w])(?:số )?hộ (?:cận )?nghèo(?P<rest>[^%]*)$")
_PLAIN_WORDS = (
    "đa chiều toàn xã phường tỉnh thành phố đặc khu huyện của trên địa bàn còn giảm xuống dưới đến cuối hết năm là có từ hộ số tổng kế hoạch phấn đấu đạt"
    " và tiếp cận chung"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
"""Words between what is poor and the amount that leave it of all there are."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"\s*(?:\(|\)|,|;|\.|$|\n|trở)")


def _is_share_of_all(piece: Piece, count: TargetHit, percent: TargetHit) -> bool:
    """Whether a percentage is the share of a number of households among all."""
    lower = piece.source.lower
    if percent.start > count.start:
        between = lower[count.numeral.end : percent.numeral.start]
        before = sentence_before(piece, count.numeral.start)
        if _TO_PERCENT.fullmatch(between) is None or _SOME.search(f"{before} {between}"):
            return False
        if _OF_ALL.match(lower[percent.end : percent.end + _AHEAD]):
            return "(" in between or _SAYS_SHARE.search(between) is not None
        bare = between.strip() in ("(", "hộ (", "hộ nghèo (", "hộ cận nghèo (") and lower.startswith(")", percent.end)
        return bare and not before.rstrip().endswith("từ") and _is_plain(_NUMBER_OF_POOR, before)
    between = lower[percent.end : count.numeral.start]
    before = sentence_before(piece, percent.numeral.start)
    if _TO_COUNT.fullmatch(between) is None or _SOME.search(before):
        return False
    return ("(" in between or "ứng" in between or "đương" in between) and (
        _is_plain(_RATE, before) and _ENDS.match(lower, count.end) is not None
    )


_SAYS_SHARE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|chiếm|tương đương|tương ứng|ứng với|bằng|đạt)(?!\w)")
_AHEAD = 60
_SOME = re.compile(
    r"(?<!\w)(?:nông thôn|thành thị|đô thị|dân tộc|thiểu số|miền núi|vùng|khu vực|đăng ký|nông dân|hội viên|kinh doanh|trong số|khu dân cư|người có công"
    r"|phụ nữ|cựu chiến binh|(?:tại|ở|của) (?:các |[0-9]+ )?(?:thôn|bản|ấp|làng|khu|tổ|xã|huyện|phường) [^\W\d_]+)(?!\w)"
)
"""Words with a number or a share that is one of some households."""


def _is_plain(pattern: re.Pattern[str], before: str) -> bool:
    """Whether the words before an amount name poor households, and nothing that makes them those of some place or group."""
    found = pattern.search(_STANDARD.sub(" ", before))
    return found is not None and all(word in _PLAIN for word in _WORD.findall(found["rest"]))


def _own_total(piece: Piece, percent: TargetHit, following: TargetHit | None) -> TargetHit | None:
    """Return the total that stands behind a share itself: ``chiếm 0,4% tổng số 52.150 hộ dân``."""
    if following is None or following.target.quantity.unit.label not in HOUSEHOLDS:
        return None
    between = piece.source.lower[percent.end : following.numeral.start]
    firm = following.target.bound is Bound.EXACT and following.target.change is Change.LEVEL
    return following if firm and _OWN_TOTAL.fullmatch(between) else None


_FROM = re.compile(r"(?<!\w)từ\s[^;.]{0,80}?\s(?:xuống còn|xuống|lên|còn)\s*$")
_BEHIND = re.compile(r"[^.,;()\n]{0,60}")
_YEAR = re.compile(r"(?<![0-9./])(?:19|20)[0-9]{2}(?![0-9./])")


def _is_of_year(piece: Piece, first: TargetHit, second: TargetHit, year: int | None) -> bool:
    """Whether the sentence of a share names no other year for it than the plan's."""
    lower = piece.source.lower
    before = _STANDARD_YEARS.sub(" ", _FROM.sub(" ", sentence_before(piece, first.numeral.start)))
    behind = _BEHIND.match(lower, second.end)
    words = f"{before} {lower[first.end : second.numeral.start]} {behind[0] if behind else ''}"
    return all(int(found) == year for found in _YEAR.findall(without_own_year(words, year)))


_STANDARD_YEARS = re.compile(r"\([^()]*chuẩn[^()]*\)")
