"""Shares beside the part and the whole they are of: *đã cho thuê 120 ha trên tổng số 160 ha, tỷ lệ lấp đầy 75%*.

The words between part and whole say that the one is out of the other (*trên tổng số*, *trong*, a stroke), those between them and
the share that it is theirs; a fraction in brackets behind a share says both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from attrs import evolve

from chitieu.checking.named_amounts.nouns import same_noun
from chitieu.checking.shares.said_share import LIKELY, LOOSELY, WORDED, SaidShare, is_level, same_sort, share_of
from chitieu.checking.shares.share_in_bracket import share_in_bracket
from chitieu.checking.shares.two_groups import of_two_groups
from chitieu.checking.shares.worked_out import worked_out
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import search_before, text_before
from chitieu.checking.texts.sentences import Amount, amounts_of, sentences, words_before
from chitieu.numbers.numeral import Numeral
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["said_shares"]


def said_shares(passage: Passage, numbers: Sequence[Numeral]) -> Iterator[SaidShare]:
    """Yield the shares beside their part and whole.

    Args:
        passage: a text with its amounts.
        numbers: all its numbers.
    """
    piece = passage[0]
    for row in sentences(piece, amounts_of(passage, numbers)):
        sentence = [one for one in row if one.quantity.unit.dimension != "age"]
        plain = [one for one in sentence if not _is_aside(piece, one)]
        for at, one in enumerate(sentence):
            found = _share_told(piece, sentence, at)
            if found is None and len(plain) < len(sentence) and one in plain:
                found = _share_told(piece, plain, plain.index(one))
            if found is not None and found.part.amount > 0 and _may_be(found, one):
                yield found


def _share_told(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """Return the share that an amount of a sentence is told to be, in the first way it may be told."""
    return next((found for form in _forms(piece, sentence[at]) if (found := form(piece, sentence, at))), None)


_PARTED = r"[^()|\n0-9]{0,60}[0-9][^()|\n,;]{0,60}[,;](?=\s)[^()|\n]{0,160}"
_IN_BRACKET = r"\s?\([^()|\n]{0,60}\)"
_ASIDE = re.compile(
    rf"\s?\((?:(?:(?:đều|cùng)\s)?(?:tăng|giảm)(?!\w)[^()|\n]{{0,80}}|{_PARTED})\)"
    rf"|,\s(?:bằng|đạt|vượt|hụt)\s[0-9.,]{{1,6}}\s?%\s(?:so với\s)?(?:dự toán|kế hoạch|chỉ tiêu|cùng kỳ)(?:\s[^\W\d_]+){{0,5}}(?:{_IN_BRACKET})?(?=,\s)"
    rf"|,\s(?:tăng|giảm)\s[0-9.,]{{1,6}}\s?%(?:{_IN_BRACKET})?(?:\sso với\s[^;.,()|0-9]{{1,30}}(?:{_IN_BRACKET})?)?(?=,\s)"
)
"""What says of an amount how it has changed, what it is made up of or how it compares with a plan: *xảy ra 214 vụ (giảm 7,8%)*."""
_AHEAD = 160


def _is_aside(piece: Piece, one: Amount) -> bool:
    """Whether an amount only says such a thing of another."""
    lower, first = piece.source.lower, max(0, one.start - _AHEAD)
    asides = _ASIDE.finditer(lower, first, min(len(lower), one.end + _REACH))
    return any(found.start() < one.start < found.end() for found in asides)


def _may_be(found: SaidShare, one: Amount) -> bool:
    """Whether a part is no more than its whole, or said to be one all the same."""
    return found.expected <= 1 or _is_times(one) or found.norm or found.is_slip


_OF_A_PLAN = re.compile(
    r"\s(?:so với |của |so |trong |trên )?(?:tổng |số )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|nhu cầu)(?!\w)|\s?(?:so với|so)\s"
)
_OF_OTHERS = re.compile(
    r"\s(?:của |trong |trên )?(?:tổng |số )?(?:dân số|diện tích tự nhiên|grdp|gdp|tổng mức|kim ngạch|tổng chi|tổng thu|giá trị)(?!\w)"
)
"""Behind a share, what it is of where that is named, and may stand elsewhere."""


def _forms(piece: Piece, one: Amount) -> Sequence[_Form]:
    """Return the ways in which an amount may be told as a share; none for what is none."""
    if not is_level(one):
        return ()
    if _is_times(one):
        return (_amid_both,)
    if one.quantity.unit.label not in ("%", "‰") or _OF_A_PLAN.match(piece.source.lower, one.end):
        return ()
    if one.bound is not Bound.EXACT:
        return (_ahead_of_whole, worked_out) if one.bound is Bound.AT_LEAST else (worked_out,)
    if _OF_OTHERS.match(piece.source.lower, one.end):
        return _WITH_WHOLE_BEHIND
    return _ALL_FORMS


def _is_times(one: Amount) -> bool:
    return one.quantity.unit.label == "lần"


_AGE = re.compile(
    r"(?<!\w)(?:(?:dưới|trên|từ|đủ|đến)\s)?[0-9]{1,2}(?:\s?-\s?[0-9]{1,2})?\s(?:tuổi|tháng tuổi)(?:\strở (?:lên|xuống))?"
)

_DAY = re.compile(r"(?<!\w)đến (?:hết )?(?:ngày |tháng )?[0-9]{1,2}(?:[/.-][0-9]{1,2})?(?:[/.-][0-9]{4})?,?\s")


def _between(piece: Piece, start: int, end: int) -> str:
    """Return the words between two places, without ages and days: *312 trẻ dưới 1 tuổi trên 36.700 trẻ*; nor how what stands there has changed."""
    return _ASIDE.sub("", _DAY.sub("", _AGE.sub("", piece.source.lower[start : min(end, start + _REACH)])))


_REACH = 200
_OUT_OF = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:\s(?:trên|trong|so với|của)\s(?:tổng(?: (?:số|lượng|cộng|quy mô|diện tích|vốn|nguồn|kế hoạch))?|toàn bộ|mức|tốc độ|diện tích|số|quy mô|dân số)(?!\w)[^;.,:()|0-9]{0,50}"
    r"|\s?/\s?(?:(?:tổng|toàn bộ|số)(?!\w)[^;.,:()|0-9]{0,40}\s)?|\s(?:trên|trong)\s(?:(?:kế hoạch|dự toán)(?: vốn| được giao| giao| năm)*\s)?)"
)
_SAYS_SHARE = re.compile(
    r"[^;.:()|0-9]{0,60}?(?:\s?\(\s?|[,;]\s|\s)(?:và\s|với\s|qua đó\s)?(?:(?:đạt|chiếm|bằng|gấp|tương đương|tương ứng|ứng với|tức|là|=|với|khoảng|tỷ lệ|tỉ lệ|đạt tỷ lệ|chỉ)\s)+"
    r"|[^;.:()|0-9]{0,60}?[,(]\s?(?:(?:đạt|nâng|có|với|tương ứng)\s)?(?:tỷ|tỉ) (?:lệ|suất)(?!\w)[^;.:()|0-9]{0,60}?"
    r"|[^;.:()|0-9]{0,60}?;\s?(?:(?:đạt|nâng|có|với|tương ứng)\s)?(?:tỷ|tỉ) (?:lệ|suất)(?:\s[^\W\d_]+){0,4}\s"  # a longer name is of something else
    r"|[^;.:()|0-9]{0,90}?\s?\(\s?"
)


def _behind_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*800 hộ trên tổng số 96.000 hộ, chiếm 0,83%*."""
    if at < _TWO:
        return None
    part, whole, percent = sentence[at - 2 : at + 1]
    alike = _is_bare(part, whole) or _may_be_of(percent, part, whole)
    if not alike or not _OUT_OF.fullmatch(_between(piece, part.end, whole.start)):
        return None
    said = _SAYS_SHARE.fullmatch(_between(piece, whole.end, percent.start))
    starts = _TURNS.match(piece.source.lower, percent.end) is not None
    return share_of(percent, part, whole, LIKELY) if said and not starts else None


_TURNS = re.compile(r"\s(?:năm [0-9]{4} )?(?:xuống|lên|còn|đến|thành)(?!\w)")
"""Behind a rate that another has come out of: *giảm từ 3,3% xuống 2,5%*."""


def _is_bare(part: Amount, whole: Amount) -> bool:
    """Whether an amount says only how many of another there are: *92.000 trên tổng số 100.000 hồ sơ*."""
    return part.quantity.unit.kind is UnitKind.NONE and whole.quantity.unit.kind is UnitKind.COUNT and not part.total


def _may_be_of(percent: Amount, part: Amount, whole: Amount) -> bool:
    """Whether one amount may be of another; of rates by a thousand, any count of people: births, deaths."""
    return same_sort(part, whole) or (percent.quantity.unit.label == "‰" and all(map(_is_count, (part, whole))))


def _is_count(one: Amount) -> bool:
    unit = one.quantity.unit
    return one.is_single and unit.kind is UnitKind.COUNT and "/" not in unit.label


_IN_WHOLE = re.compile(r"(?<!\w)(?:trong|trên)\s(?:tổng |số |tổng số |toàn bộ )*(?:trên )?$")
"""Before a whole that opens its sentence: *trong 102 xã có 51 xã*."""
_AND_OF_IT = re.compile(
    r"[^;.:()|0-9]{0,60}?(?:[,;]\s|\s?\((?=đã ))(?:trong đó,? |gồm |số |đã |có |tổng số )*(?!hơn|tăng|giảm|so với|thêm|vượt)[^;.,:()|0-9]{0,60}?"
)
_OF_IT = re.compile(r"(?!.*(?<!\w)(?:hơn|so với|vượt)(?!\w))[^;.:()|0-9]{1,100}")
_RATE = re.compile(
    r"[^;.:()|0-9]{0,60}?(?:[,;]\s|\s?\(\s?|\s)(?:đạt |chiếm |với |có |tương ứng )?(?:tỷ|tỉ) lệ(?P<name>(?: [^\W\d_]+){0,5}?)(?: đạt| là)? "
    r"|[^;.:()|0-9]{0,60}?(?:,\s|\s?\(\s?)(?:chiếm|bằng|đạt) (?:tỷ lệ |tỉ lệ )?|[^;.,:()|0-9]{0,60}?\s?\((?:(?:đạt|chiếm|bằng|=|tỷ lệ|tỉ lệ|tương ứng)\s)*"
)
_TWO, _THREE, _ALL = 2, 3, 100


def _behind_whole(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*tiếp nhận 12.000 hồ sơ, giải quyết 11.400 hồ sơ, đạt tỷ lệ 95%*: no other of the sort stands there but what is left."""
    if at < _TWO:
        return None
    whole, part, percent = sentence[at - 2 : at + 1]
    lower = piece.source.lower
    opens = _IN_WHOLE.search(words_before(piece, sentence, at - 2)) is not None
    bodies = opens and same_noun(part.quantity.unit.label, whole.quantity.unit.label)
    over = part.quantity.value >= whole.quantity.value and percent.quantity.value >= _ALL
    if not (_is_bare(part, whole) or bodies or same_sort(part, whole)) or over:
        return None
    near = sentence[:at] if lower.startswith(")", percent.end) else sentence  # what follows a bracket is something else
    alike = [one for one in near if same_sort(one, whole) and not _is_left(piece, sentence, one)]
    told = [one for one in (whole, part) if same_sort(one, whole)]
    if alike != told or _CLAUSE_ENDS.match(lower, percent.end) is None:
        return None
    words, said = _between(piece, whole.end, part.start), _between(piece, part.end, percent.start)
    if (_SOME.search(words) and not opens) or not (_OF_IT if opens else _AND_OF_IT).fullmatch(words):
        return None
    if opens and _SAYS_SHARE.fullmatch(said):
        return share_of(percent, part, whole, LOOSELY)
    rate = _RATE.fullmatch(said)
    named = rate is not None and _is_named_for(rate["name"] or "", f"{words} {said[: rate.start('name')]}")
    if part.bound is Bound.AT_LEAST and said.endswith("("):  # "kiểm tra ít nhất 378 cơ sở (30%)"
        part = evolve(part, target=evolve(part.target, bound=Bound.EXACT))
    counted = part.quantity.unit.kind is UnitKind.COUNT  # of money, the percent may be what was paid of it
    return (
        share_of(percent, part, whole, LIKELY if counted and not rate["name"] else LOOSELY) if rate and named else None
    )


_TO_BASE = re.compile(
    r"(?:\s(?:của |so với )?(?!(?:tổng|kế hoạch|dự toán|chỉ tiêu|cùng kỳ))[^;.,:()|0-9]{2,50})?\s?\(\s?"
)
_REACHED = re.compile(r"(?:\s\([^()|\n]{1,60}\))?,\s(?:đã\s)?(?:đạt|bằng)\s(?:tỷ lệ\s)?")
_JUST = Fraction(1), Fraction(1)
"""How far a share may lie from what is made where nothing but a slip of the pen tells that it is that of the two."""


def _ahead_of_base(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*chi đầu tư 6.320 tỷ đồng, đạt 58,3% (10.840 tỷ đồng)*: what was planned may stand there without a word."""
    if not at or at + 1 >= len(sentence):
        return None
    part, percent, whole = sentence[at - 1 : at + 2]
    lower = piece.source.lower
    beside = _REACHED.fullmatch(lower, part.end, percent.start) and _TO_BASE.fullmatch(lower, percent.end, whole.start)
    closed = lower.startswith(")", whole.end)
    return share_of(percent, part, whole, _JUST) if beside and closed and same_sort(part, whole) else None


_CLAUSE_ENDS = re.compile(r"\s*(?:[;,)\n]|\.(?=\s|$)|$)")
_SOME = re.compile(r"(?<!\w)(?:riêng|thêm|tăng|giảm|so với|năm [0-9]{4}|mới)(?!\w)")
_LEFT = re.compile(r"(?<!\w)còn(?: lại)?\s$")


def _is_left(piece: Piece, sentence: Sequence[Amount], one: Amount) -> bool:
    """Whether an amount is what is left when a part is taken from its whole."""
    return _LEFT.search(words_before(piece, sentence, sentence.index(one))) is not None


def _is_named_for(name: str, part: str) -> bool:
    """Whether a rate is named for what the part is named for: *giải ngân 820 tỷ đồng, tỷ lệ giải ngân 82%*."""
    return all(word in part for word in name.split())


_TO_FRACTION = re.compile(r"[^;.:()|0-9]{0,70}?\s?\(\s?(?:(?:đạt|có|tương đương|tương ứng|với|hiện có)\s)?")
_NAMED_FRACTION = re.compile(
    r"[^;.:()|0-9]{0,70}?\s?\((?![^()]*(?:cùng kỳ|năm|kế hoạch|so với))(?:[^;.,:()|0-9]{0,60}\s)?"
)
_ENDS = re.compile(r"[^;.:()|0-9]{0,40}\)")
_LEAST_BARE = 12


def _ahead_of_fraction(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*94,1% số xã (96/102)*."""
    percent, *following = sentence[at : at + 1 + _TWO]
    if not following:
        return None
    part, *behind = following
    lower, total = piece.source.lower, part.total
    words = _between(piece, percent.end, part.start)
    if not (_TO_FRACTION if total is not None else _NAMED_FRACTION).fullmatch(words):
        return None
    if total is not None and _ENDS.match(lower, part.end):
        bare = part.hit is None and total.value <= _LEAST_BARE  # a day of a month
        return None if bare else SaidShare(percent, part.start, part.end, part.quantity, total, LIKELY)
    for whole in behind:
        out_of = _may_be_of(percent, part, whole) and _OUT_OF.fullmatch(_between(piece, part.end, whole.start))
        if out_of and _ENDS.match(lower, whole.end):
            return share_of(percent, part, whole, LIKELY)
    return None


_OF_WHOLE = re.compile(
    r"\s(?:trên |trong |của |so với )?(?:tổng|toàn bộ|dân số|diện tích|lực lượng|số|chi|thu|vốn)(?!\w)[^;.,:()|0-9]{0,60}\s|\s(?:trong|trên|của)\s(?:số\s|khoảng\s)?"
    r"|\s(?:[^\W\d_]+,?\s|(?:19|20)[0-9]{2}\s){1,14}?\(\s?(?!năm|kế hoạch|trong đó|gồm|riêng|tăng|giảm|cùng)(?:[^\W\d_]+\s){0,6}?(?::\s)?"
)
"""Between a share and the whole it is of: *của tổng số*, or the name of the whole before a bracket."""


def _amid_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*120 học sinh, chiếm 40% tổng số 300 học sinh*, *gấp 3 lần số trường cũ (8 trường)*."""
    if not 0 < at < len(sentence) - 1:
        return None
    part, percent, whole = sentence[at - 1 : at + 2]
    words = _between(piece, percent.end, whole.start)
    if not (_is_bare(part, whole) or same_sort(part, whole)) or not _OF_WHOLE.fullmatch(words):
        return None
    if whole.change is not Change.LEVEL or ("(" in words and not _ENDS.match(piece.source.lower, whole.end)):
        return None
    said = _SAYS_SHARE.fullmatch(_between(piece, part.end, percent.start))
    return share_of(percent, part, whole, LIKELY if "(" in words else WORDED) if said else None


_WORKED_OUT = re.compile(r"(?<!\w)(?:chiếm|đạt|bằng|khoảng)(?!\w)")
_THAT_IS = re.compile(
    r"\s?\(|\s?\)?\s?(?:,\s|\s|\()(?:(?:tức là|tức|tương đương|tương ứng|ứng với|là|bằng|=|với|khoảng|số tiền|kinh phí)\s)+"
)


def _ahead_of_whole(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*dành 3% tổng chi (27.800 tỷ đồng), tức 834 tỷ đồng*."""
    if at + 2 >= len(sentence):
        return None
    percent, whole, part = sentence[at : at + 3]
    if not same_sort(part, whole) or not _OF_WHOLE.fullmatch(_between(piece, percent.end, whole.start)):
        return None
    said = _THAT_IS.fullmatch(_between(piece, whole.end, part.start))
    found = share_of(percent, part, whole, LIKELY) if said else None
    worked_out = _WORKED_OUT.search(words_before(piece, sentence, at)) is not None
    return evolve(found, norm=not worked_out) if found is not None else None


_BESIDE = re.compile(r"(?:\s?[;,:]|\svới|\stức|\stương ứng)\s[^;.:()|0-9]{0,60}?")
_OWN_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ(?!\w)")
_LAST = re.compile(r"[^;,.()|0-9]{0,60}(?:[.;]|\)|$|\n)")
_TELLS = re.compile(r"\s(?:được|đạt|có|hoàn thành|đã)(?!\w)")
"""Behind an amount of which something of its own is said."""


def _ahead_of_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*Tỷ lệ lấp đầy 75%; đã cho thuê 120 ha trên tổng số 160 ha*: the sentence says nothing else."""
    lower = piece.source.lower
    if at or len(sentence) < _TWO or not search_before(_OWN_RATE, lower, sentence[0].start, 120):
        return None
    percent, part, whole = sentence[0], sentence[1], sentence[-1]
    if not _BESIDE.fullmatch(lower, percent.end, part.start) or not _LAST.match(lower, whole.end):
        return None
    named = text_before(lower, percent.start, _REACH)
    if _TELLS.match(lower, whole.end) and whole.quantity.unit.label.partition(" ")[0].lower() not in named.split():
        return None  # "tỷ lệ hộ đạt chuẩn 95%; 14/14 thôn được công nhận …"
    if part is whole and part.total is not None:
        return SaidShare(percent, part.start, part.end, part.quantity, part.total, LOOSELY)
    if len(sentence) != _THREE or not (_is_bare(part, whole) or same_sort(part, whole)):
        return None
    out_of = _OUT_OF.fullmatch(_between(piece, part.end, whole.start))
    return share_of(percent, part, whole, LOOSELY) if out_of else None


_WITH_WHOLE_BEHIND = (_ahead_of_fraction, _amid_both, _ahead_of_whole, worked_out)
_ALL_FORMS = (
    _behind_both,
    share_in_bracket,
    _behind_whole,
    _ahead_of_fraction,
    _amid_both,
    _ahead_of_whole,
    _ahead_of_both,
    _ahead_of_base,
    of_two_groups,
    worked_out,
)
_Form = Callable[[Piece, Sequence[Amount], int], SaidShare | None]
