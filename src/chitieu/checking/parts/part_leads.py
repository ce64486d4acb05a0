"""Words that lead from a whole to its parts: *trong đó*, *gồm*, a bracket, a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.parts.complete_parts import Cue
from chitieu.checking.parts.part_amounts import same_sort
from chitieu.checking.texts.anchors import matches_around
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.places import search_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["Lead", "blank", "lead_behind_bracket", "lead_beside", "lead_of", "plain_words"]


@frozen(eq=False)
class Lead:
    """The words that lead from a whole to a list of its parts.

    Attributes:
        lower: the text, as `plain_words` has it; `whole`: the amount.
        cue: what leads to the parts.
        words: it and the words around it; `start`: where the list begins.
        sentence: whether each part stands in a sentence of its own.
        counted: how many parts it says there are (*chia thành 03 nhóm: …*); None where it does not.
    """

    lower: str
    whole: TargetHit
    cue: Cue
    words: str
    start: int
    sentence: bool = False
    counted: int | None = None

    @property
    def colon(self) -> bool:
        """Whether a colon opens the list."""
        return self.words.rstrip().endswith(":")

    @property
    def alone(self) -> bool:
        """Whether a *riêng* leads to the part, which may be of any whole that was named before it."""
        return _IS_ALONE.search(self.words) is not None and "(" not in self.words

    @property
    def among(self) -> bool:
        """Whether the whole is told once more to be divided: *Trong 320 căn có …*."""
        start = self.whole.numeral.start
        return self.cue is Cue.BESIDE and search_before(_AMONG, self.lower, start, REACH) is not None

    @property
    def later(self) -> bool:
        """Whether the list stands in the next sentence."""
        return _LATER_SENTENCE.match(self.words) is not None


_LATER_SENTENCE = re.compile(r"[^.]*\.\s")
_DIVIDED = r"chia ra|phân ra|(?:chia|phân) theo [^;:.,()0-9]{1,30}(?=:)"
_FORMED = r"(?:được )?(?:hình thành|hợp thành|cấu thành) từ|trên cơ sở (?:sáp nhập|hợp nhất|nhập|sắp xếp)"
_ALL = rf"(?:bao gồm|gồm có|gồm)(?! cả(?!\w))|{_DIVIDED}|{_FORMED}"
"""Words before parts that are all there are."""
_ALONE = (
    r"(?:(?:tính |chỉ )?riêng|chỉ (?:tính|kể)(?! riêng))(?! (?:năm|giai đoạn|lũy kế|luỹ kế|kế hoạch|dự toán|mức|[0-9]))"
)
_IS_ALONE = re.compile(rf"(?<!\w){_ALONE}(?!\w)")
_SOME = rf"trong đó|trong (?:tổng )?số (?:này|đó|ấy|trên)|{_ALONE}|(?:kể|tính) cả|(?:bao gồm|gồm) cả"
"""Words before parts of which there may be more."""
_OPENS = re.compile(
    rf"(?:[^;.()0-9]|(?<=năm )(?:19|20)[0-9]{{2}}(?=\s\(|[,:;]\s)){{0,90}}?(?:[;.]\s(?!(?:kể|tính) cả(?!\w))(?=(?:{_ALL}|{_SOME})(?!\w)))?"
    rf"(?:\(?(?:(?P<all>(?<!\w)(?:{_ALL})(?!\w)|=(?=\s))|(?P<some>(?<!\w)(?:{_SOME})(?!\w)))"
    rf"|(?P<bracket>\()|(?P<colon>(?<!\w)cụ thể(?: như sau)?(?=[\s:])|(?=:\s)(?!:\s(?:{_ALL}|{_SOME})(?!\w))))(?:\s*:|,)?"
)
"""What leads from a whole to its parts: a few words of its own (``lượt khách``), then the cue, a bracket or a colon."""
_OPENS_LATER = re.compile(
    r"[^;.()|\n]{0,60}?\)?[;,]\s(?:(?P<all>(?:bao gồm|gồm có|gồm|chia ra)(?!\w)(?! cả))|(?P<some>trong đó(?!\w)))\s*:?"
)
"""The same behind what the whole is of something else: ``bằng 30% GRDP; gồm``."""
_BESIDE = re.compile(r"(?:\s{2,200}|[^;.,:()|0-9]{0,60})(?P<sign>[;.,])(?=\s)")
"""Nothing but a sign between a whole and what may be its parts."""
_AMONG = re.compile(r"(?<!\w)trong (?:(?:tổng )?số )?$")
_THERE_ARE = re.compile(r"[^;.:()|0-9]{0,80}?(?<!\w)có\s")
_NO_LONGER = re.compile(r"[);]|\.\s")
_MOST_ASIDE = 2
_ENUMERATED = re.compile(r"(?<=\s)\((?:[0-9]{1,2}|[a-zđ]|i{1,3}|iv|v)\)(?=\s)|(?<=\s)(?:[0-9]{1,2}|[a-zđ])\)(?=\s)")
_ASIDE = re.compile(
    r"(?:,\s|\s)(?P<open>\()?(?:tăng|giảm|bằng|đạt|chiếm|vượt|tỷ lệ|tương đương|chiếm tỷ lệ)\s(?:khoảng |trên |hơn |gần )?[0-9.,]{1,8}\s?%"
    r"(?:\s(?:so với|so|với|cùng kỳ|năm trước|năm [0-9]{4}|kế hoạch|dự toán|kh|tổng số|tổng vốn|diện tích))*(?(open)\))(?=[;,.:]|\s(?:và|trong đó)\s|$)"
)
"""What a share or a growth says of an amount beside it: ``(tăng 5% so với năm 2025)``."""


_ASIDE_OF = re.compile(
    r",\s(?:bằng|chiếm|đạt)\s[0-9.,]{1,8}\s?%\s(?:của|trên|trong|dân số|tổng số|diện tích)\s(?:[^\W\d_]+\s){0,4}?[0-9.,]{1,12}(?:\s[^\W\d_]+){1,8}?(?=\s\(|[;,.]\s)"
)
"""The same with what it is a share of: *bằng 25% của 360 nghìn lao động*. What follows are parts of the amount before."""


_ASIDE_TO = re.compile(
    r",\s(?:bằng|tương đương|đạt)\s[0-9.,]{1,8}\s?%(?:\s(?!(?:trong đó|gồm|và)(?!\w))[^\W\d_]+(?:\s-(?=\s))?){1,12}?"
    r"(?:(?:\s(?:năm\s)?(?:19|20)[0-9]{2})?(?:\s\([^()%,;]{1,40}\))?(?:(?:,|\svà)\stăng\s[0-9.,]{1,8}\s?%(?:\sso với\s[^;:.,()0-9]{1,40}(?:(?:19|20)[0-9]{2})?(?:\s\([^()%,;]{1,40}\))?)?)?(?=\s{0,80}[;:]\s)|(?=\s\([^()]{1,60}[,;]\s))"
)
"""The same with the name of what it is a share of, and how much that is: *, bằng 144% dự toán năm (17.700 tỷ đồng);*."""
_SAID_AGAIN = re.compile(
    r"\s\((?:khoảng |tương đương |tức |bằng )?[0-9.,]{1,12}\s(?:nghìn |triệu |tỷ )?[^\W\d_]{1,10}\)(?=\s?:\s)"
)
"""An amount in another unit behind it: *4.860 triệu đồng (4,86 tỷ đồng): …*."""


_SHARE = re.compile(r"\s\([0-9.,]{1,8}\s?%\)(?=\s?:\s)")
"""A share of something else in a bracket: *đủ điều kiện xử lý 1.684 đơn (72,7%): …*."""
_IN_WORDS = re.compile(
    r"\s\((?:bằng chữ\s?:\s)?(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:,?\s[^\W\d_]+){1,30}\sđồng(?: chẵn)?[./]?\)"
)
"""Money in words behind its figures."""


_NUMBERED = re.compile(r"(?<!\w)[^\W\d_]+\s(?:[0-9]{1,2}|i{1,3}|iv|v)\s((?:bao )?gồm)(?=\s)")
"""A part with its number: ``nhóm 1 gồm 40 xã``."""
_BLANKS = (
    (re.compile(r"\)(?=\s)"), _ENUMERATED, 0),
    (re.compile(r"%"), _ASIDE_OF, 0),
    (re.compile(r"%"), _ASIDE, 0),
    (re.compile(r"%"), _ASIDE_TO, 0),
    (re.compile(r"\)(?=\s?:)"), _SAID_AGAIN, 0),
    (re.compile(r"%\)(?=\s?:)"), _SHARE, 0),
    (re.compile(r"đồng(?: chẵn)?[./]?\)"), _IN_WORDS, 0),
    (re.compile(r"gồm(?=\s)"), _NUMBERED, 1),
)
"""What is blanked: what tells its place, and the pattern with the group of it."""
_AROUND = 60, 300
"""How far the longest of them reaches around that place."""


def plain_words(lower: str) -> str:
    """Return a text with blanks where the marks of a list and what is said aside stand.

    >>> plain_words("gồm: (1) lúa 300 ha, tăng 5%; (2) ngô 200 ha")
    'gồm:     lúa 300 ha         ;     ngô 200 ha'
    """
    for sign, pattern, group in _BLANKS:
        parts, done = list[str](), 0
        for match in matches_around(sign, pattern, lower, _AROUND):
            start, end = match.span(group)
            parts += (lower[done:start], " " * (end - start))
            done = end
        lower = "".join((*parts, lower[done:]))
    return lower


def blank(match: re.Match[str]) -> str:
    """Return as many blanks as a match has characters."""
    return " " * len(match.group())


def lead_of(lower: str, hits: Sequence[TargetHit], number: int) -> tuple[int, Lead | None]:
    """Return which amount is the first behind the words that lead from a whole to its parts, with those words.

    What the whole is of something else may stand between: ``500 tỷ đồng, bằng 30% GRDP; gồm …``.

    Args:
        lower: the text, as `plain_words` has it.
        hits: its amounts.
        number: which of them stands behind the whole.
    """
    whole = hits[number - 1]
    counted = _COUNTED.match(lower, whole.end, whole.end + 2 * REACH)
    if counted is not None:
        count, start = _NUMBERS.get(counted["number"]) or int(counted["number"]), counted.end()
        first = next((at for at in range(number, len(hits)) if hits[at].numeral.start >= start), len(hits))
        return first, Lead(lower, whole, Cue.COLON, counted.group(), start, counted=count)
    if _is_where(lower, hits, number):
        opened = _OPENS.match(lower, hits[number].end, hits[number + 1].numeral.start)
        return number + 1, _lead(lower, whole, opened)
    end = hits[number].numeral.start if number < len(hits) else len(lower)
    opened = _OPENS.match(lower, whole.end, min(end, whole.end + REACH))
    lead = _lead(lower, whole, opened)
    if end - whole.end > REACH or (lead is not None and lead.cue is not Cue.BRACKET):
        return number, lead
    if number == len(hits) or _NO_LONGER.search(lower, whole.end, hits[number].start):
        return number, lead
    for step in range(number, min(number + _MOST_ASIDE, len(hits) - 1)):
        if (
            not _is_aside(lower, hits, step, first=step == number)
            or hits[step + 1].numeral.start - hits[step].end > REACH
        ):
            break
        later = _OPENS_LATER.match(lower, hits[step].end, hits[step + 1].numeral.start)
        if later is not None:
            return step + 1, _lead(lower, whole, later)
    return number, lead


_AT = re.compile(r"[^;.,:()|0-9]{0,50}\s(?:tại|ở|cho|thuộc|của|trên địa bàn)\s")
_OPENED = re.compile(r"[^;.,:()|0-9]{0,50}(?:\s\(|:\s|,\sgồm\s)")


def _is_where(lower: str, hits: Sequence[TargetHit], number: int) -> bool:
    """Whether a count only says where a whole is, and parts of the whole follow it: *1.850 căn tại 3 dự án (dự án 1: 720 căn, …)*."""
    if number + 1 >= len(hits):
        return False
    whole, place, part = hits[number - 1 : number + 2]
    unit = place.target.quantity.unit
    counted = unit.kind is UnitKind.COUNT and place.target.is_single and place.target.change is Change.LEVEL
    if not counted or unit.same_dimension(whole.target.quantity.unit) or not same_sort(whole, part):
        return False
    led = _AT.fullmatch(lower, whole.end, place.numeral.start)
    return led is not None and _OPENED.match(lower, place.end, part.numeral.start) is not None


def _is_aside(lower: str, hits: Sequence[TargetHit], at: int, *, first: bool) -> bool:
    """Whether an amount only says what a whole is of something else: a rate, a change, behind those what a bracket holds."""
    target = hits[at].target
    if target.change is not Change.LEVEL or target.quantity.unit.label in ("%", "%/năm", "lần"):
        return True
    return (
        not first
        and "(" in lower[hits[at - 1].end : hits[at].numeral.start]
        and lower[hits[at].end : hits[at].end + 1] == ")"
    )


_COUNTED = re.compile(
    r"[^;.:()|0-9]{0,60}?(?<=\s)(?P<number>0?[2-9]|1[0-2]|hai|ba|bốn)\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)[^;.:()|0-9]{0,60}?"
    r"(?:(?:,\s)?(?<!\w)(?:gồm|bao gồm|cụ thể|chia ra)(?: như sau)?(?!\w)\s?:?|:|[,;](?=\s(?P=noun)\s(?:[1i]|một|đầu|thứ)(?!\w)))(?=\s)"
)
"""So many parts, and the words that lead to them: ``theo 03 nhóm: …``, ``cho 2 dự án, gồm …``, ``theo 2 đợt, đợt 1 …``."""
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4}
_CUES = {"all": Cue.ALL, "some": Cue.SOME, "bracket": Cue.BRACKET, "colon": Cue.COLON}


def _lead(lower: str, whole: TargetHit, opened: re.Match[str] | None) -> Lead | None:
    if opened is None:
        return None
    told = opened.groupdict()
    cue = next(cue for name, cue in _CUES.items() if told.get(name) is not None)
    return Lead(lower, whole, cue, opened.group(), opened.end())


def lead_behind_bracket(lower: str, hits: Sequence[TargetHit], number: int) -> tuple[int, Lead] | None:
    """Return the words that lead to parts behind a bracket: *7.800 lao động (…), trong đó nữ 4.100 người*, as `lead_of` does."""
    whole = hits[number - 1]
    opened = _BRACKET.match(lower, whole.end, whole.end + _LONGEST_BRACKET)
    led = _BEHIND_BRACKET.match(lower, opened.end(), opened.end() + REACH) if opened is not None else None
    if led is None:
        return None
    first = next((at for at in range(number, len(hits)) if hits[at].numeral.start >= led.end()), len(hits))
    return first, Lead(lower, whole, Cue.ALL if led["all"] else Cue.SOME, led.group(), led.end())


_BRACKET = re.compile(r"[^;.,:()|0-9]{0,40}\([^()]*\)")
_BEHIND_BRACKET = re.compile(rf"[,;]\s(?:(?P<all>{_ALL})|{_SOME})(?!\w)\s*:?")
_LONGEST_BRACKET = 300


def lead_beside(lower: str, whole: TargetHit) -> Lead | None:
    """Return the sign behind a whole, where nothing leads to what may be its parts."""
    start = whole.numeral.start
    beside = _BESIDE.match(lower, whole.end, whole.end + 2 * REACH)
    if search_before(_AMONG, lower, start, REACH):
        beside = _THERE_ARE.match(lower, whole.end, whole.end + REACH) or beside
    if beside is None:
        return None
    sentence = beside.groupdict().get("sign") == "."
    return Lead(lower, whole, Cue.BESIDE, beside.group(), beside.end(), sentence=sentence)
