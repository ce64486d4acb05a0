"""Shares in percent beside the part and the whole they are of: *đã cho thuê 120 ha trên tổng số 160 ha, tỷ lệ lấp đầy 75%*.

The words between part and whole say that the one is out of the other (*trên tổng số*, *trong*, a stroke), those between them and
the percentage that it is their share; a fraction in brackets behind a percentage says both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.named_amounts.nouns import same_noun
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import Amount, amounts_of, sentences, words_before
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["SaidShare", "said_shares"]

_LIKELY, _LOOSELY = (Fraction(1, 2), Fraction(2)), (Fraction(2, 3), Fraction(3, 2))
"""How far a share may lie from what is made to be that of the two: where the words say so, and where they stand beside it."""
_HEDGED = Fraction(3, 100)


@frozen(eq=False)
class SaidShare:
    """A percentage with what it is worked out from.

    Attributes:
        percent: the percentage.
        start, end: where part and whole stand.
        part, whole: the two.
        likely: how far the share may lie from what is made.
    """

    percent: Amount
    start: int
    end: int
    part: Quantity
    whole: Quantity
    likely: tuple[Fraction, Fraction]
    about: bool = False

    @property
    def expected(self) -> Fraction:
        """What the two make, as a share of one."""
        whole = self.whole
        if self.part.unit != whole.unit and self.part.unit.same_dimension(whole.unit):
            return self.part.amount / whole.amount
        return Fraction(self.part.value) * self.part.unit.scale / (Fraction(whole.value) * whole.unit.scale)

    @property
    def holds(self) -> bool:
        """Whether the percentage is theirs, rounded or cut off after the digits written, or hardly one of the two."""
        stated, made = self.percent.quantity.amount, self.expected
        slack = grain(self.percent.quantity) + made * (_half(self.part) + _half(self.whole))
        if self.about:
            slack = max(slack, _HEDGED * stated)
        low, high = self.likely
        return abs(made - stated) <= slack or not low <= made / stated <= high


def _half(quantity: Quantity) -> Fraction:
    """Return what rounding may be of an amount, as a share of it; what is counted one by one is not rounded."""
    if quantity.unit.kind in (UnitKind.COUNT, UnitKind.NONE) and quantity.unit.scale == 1:
        return Fraction(0)
    return grain(quantity) / abs(quantity.amount) / 2


def said_shares(passage: Passage, numbers: Sequence[Numeral]) -> Iterator[SaidShare]:
    """Yield the percentages beside their part and whole.

    Args:
        passage: a text with its amounts.
        numbers: all its numbers.
    """
    piece = passage[0]
    for sentence in sentences(piece, amounts_of(passage, numbers)):
        for at, one in enumerate(sentence):
            if _is_share(piece, one):
                found = (
                    _behind_both(piece, sentence, at)
                    or _behind_whole(piece, sentence, at)
                    or _ahead_of_fraction(piece, sentence, at)
                    or _amid_both(piece, sentence, at)
                    or _ahead_of_both(piece, sentence, at)
                    or _of_two_groups(piece, sentence, at)
                )
                if found is not None and found.part.amount > 0 and found.expected <= 1:
                    yield found


_OF_OTHERS = re.compile(
    r"\s(?:so với |của |so |trong |trên )?(?:tổng |số )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|dân số|diện tích tự nhiên|grdp|gdp|nhu cầu"
    r"|tổng mức|kim ngạch|tổng chi|tổng thu|giá trị)(?!\w)|\s?(?:so với|so)\s"
)


def _is_share(piece: Piece, one: Amount) -> bool:
    plain = one.total is None and one.upper is None and one.change is Change.LEVEL and one.bound is Bound.EXACT
    share = one.quantity.unit.label == "%" and one.quantity.value > 0
    return plain and share and _OF_OTHERS.match(piece.source.lower, one.end) is None


_OUT_OF = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:\s(?:trên|trong|so với|của)\s(?:tổng(?: (?:số|lượng|cộng|quy mô|diện tích|vốn|nguồn|kế hoạch))?|toàn bộ|mức|tốc độ|diện tích|số|quy mô)(?!\w)[^;.,:()|0-9]{0,50}"
    r"|\s?/\s?|\strên\s)"
)
_SAYS_SHARE = re.compile(
    r"[^;.:()|0-9]{0,60}?(?:\s?\(\s?|[,;]\s|\s)(?:và\s|với\s|qua đó\s)?(?:(?:đạt|chiếm|bằng|tương đương|tương ứng|ứng với|tức|là|=|với|khoảng|tỷ lệ|tỉ lệ|đạt tỷ lệ|chỉ)\s)+"
    r"|[^;.:()|0-9]{0,60}?[,;(]\s?(?:(?:đạt|nâng|có|với)\s)?(?:tỷ|tỉ) lệ(?!\w)[^;.:()|0-9]{0,60}?"
    r"|[^;.:()|0-9]{0,30}?\s?\(\s?"
)


def _behind_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*800 hộ trên tổng số 96.000 hộ, chiếm 0,83%*."""
    if at < 2:
        return None
    part, whole, percent = sentence[at - 2 : at + 1]
    lower = piece.source.lower
    bare = part.quantity.unit.kind is UnitKind.NONE and whole.quantity.unit.kind is UnitKind.COUNT and not part.total
    if not (bare or _same_sort(part, whole)) or not _OUT_OF.fullmatch(lower, part.end, whole.start):
        return None
    return _share(percent, part, whole, _LIKELY) if _SAYS_SHARE.fullmatch(lower, whole.end, percent.start) else None


_AND_OF_IT = re.compile(
    r"[^;.:()|0-9]{0,60}?[,;]\s(?:trong đó,? |gồm |số |đã |có |tổng số )*(?!hơn|tăng|giảm|so với|thêm|vượt)[^;.,:()|0-9]{1,60}?"
)
_RATE = re.compile(
    r"[^;.:()|0-9]{0,50}?(?:,\s|\s?\(\s?|\s)(?:đạt |chiếm |với |có |tương ứng )?(?:tỷ|tỉ) lệ(?: đạt| là)? |[^;.:()|0-9]{0,50}?(?:,\s|\s?\(\s?)chiếm (?:tỷ lệ |tỉ lệ )?"
)
_ONE_AND_ALL = 2


def _behind_whole(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*tiếp nhận 12.000 hồ sơ, giải quyết 11.400 hồ sơ, đạt tỷ lệ 95%*: no other of the sort stands in the sentence."""
    if at < 2:
        return None
    whole, part, percent = sentence[at - 2 : at + 1]
    lower = piece.source.lower
    bare = part.quantity.unit.kind is UnitKind.NONE and part.hit is None and whole.quantity.unit.kind is UnitKind.COUNT
    if not (bare or _same_sort(part, whole)) or part.quantity.value >= whole.quantity.value:
        return None
    alike = [one for one in sentence if _same_sort(one, whole)]
    if len(alike) != (1 if bare else _ONE_AND_ALL) or _SOME.search(lower[whole.end : part.start]):
        return None
    if _CLAUSE_ENDS.match(lower, percent.end) is None:
        return None
    if not _AND_OF_IT.fullmatch(lower, whole.end, part.start) or not _RATE.fullmatch(lower, part.end, percent.start):
        return None
    return _share(percent, part, whole, _LOOSELY)


_CLAUSE_ENDS = re.compile(r"\s*(?:[;,)\n]|\.(?=\s|$)|$)")
_SOME = re.compile(r"(?<!\w)(?:riêng|thêm|tăng|giảm|so với|năm [0-9]{4}|mới)(?!\w)")
_TO_FRACTION = re.compile(r"[^;.:()|0-9]{0,70}?\s?\(\s?(?:(?:đạt|có|tương đương|tương ứng|với|hiện có)\s)?")
_ENDS = re.compile(r"[^;.:()|0-9]{0,40}\)")
_LEAST_BARE = 12


def _ahead_of_fraction(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*94,1% số xã (96/102)*."""
    if at + 1 >= len(sentence):
        return None
    percent, part = sentence[at : at + 2]
    lower = piece.source.lower
    total = part.total
    if not _TO_FRACTION.fullmatch(lower, percent.end, part.start):
        return None
    if total is not None and _ENDS.match(lower, part.end):
        bare = part.hit is None and total.value <= _LEAST_BARE  # a day of a month
        return None if bare else SaidShare(percent, part.start, part.end, part.quantity, total, _LIKELY)
    if at + 2 < len(sentence) and total is None:
        whole = sentence[at + 2]
        out_of = _same_sort(part, whole) and _OUT_OF.fullmatch(lower, part.end, whole.start)
        return _share(percent, part, whole, _LIKELY) if out_of and _ENDS.match(lower, whole.end) else None
    return None


_OF_WHOLE = re.compile(
    r"\s(?:trên |trong |của |so với )?(?:tổng(?: (?:số|lượng|cộng|quy mô|diện tích|vốn|nguồn))?|toàn bộ)\s(?:khoảng |là |có )?"
)


def _amid_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*120 học sinh, chiếm 40% tổng số 300 học sinh*."""
    if not 0 < at < len(sentence) - 1:
        return None
    part, percent, whole = sentence[at - 1 : at + 2]
    lower = piece.source.lower
    out_of = _same_sort(part, whole) and _OF_WHOLE.fullmatch(lower, percent.end, whole.start)
    said = out_of and _SAYS_SHARE.fullmatch(lower, part.end, percent.start)
    return _share(percent, part, whole, _LIKELY) if said else None


_BESIDE = re.compile(r"\s?[;,]\s[^;.:()|0-9]{0,60}?")
_OWN_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ(?!\w)")
_LAST = re.compile(r"[^;,.()|0-9]{0,60}(?:[.;]|\)|$|\n)")
_THREE = 3


def _ahead_of_both(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*Tỷ lệ lấp đầy 75%; đã cho thuê 120 ha trên tổng số 160 ha*: the sentence says nothing else."""
    if at or len(sentence) != _THREE:
        return None
    percent, part, whole = sentence
    lower = piece.source.lower
    named = _OWN_RATE.search(lower, max(0, percent.start - 120), percent.start)
    if named is None or not _same_sort(part, whole) or not _OUT_OF.fullmatch(lower, part.end, whole.start):
        return None
    beside = _BESIDE.fullmatch(lower, percent.end, part.start) and _LAST.match(lower, whole.end)
    return _share(percent, part, whole, _LOOSELY) if beside else None


_TOWN_SHARE = re.compile(
    r"(?<!\w)(?:tỷ|tỉ) lệ (?:dân số )?(?:đô thị hóa|đô thị hoá|(?:dân số )?(?:thành thị|đô thị))(?!\w)"
)
_ONLY_GROUP = re.compile(
    r"(?:\W|(?<!\w)(?:(?:tỷ|tỉ) lệ|chiếm|là|trong đó|riêng|nam|nữ|giới|bé|trai|gái|đạt|đô thị hóa|đô thị hoá|đô thị|thành thị|nông thôn|dân số|dân|khu vực|số|người|công lập|ngoài"
    r"|tư thục|tương ứng|toàn|tỉnh|ở|với)(?!\w))*"
)
_SHARE_WORDS = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ|chiếm|là|trong đó|\($")


def _of_two_groups(piece: Piece, sentence: Sequence[Amount], at: int) -> SaidShare | None:
    """*180 nam, 120 nữ (40% là nữ)*: two groups that are all there is, and what one of them comes to."""
    percent, lower = sentence[at], piece.source.lower
    said = words_before(piece, sentence, at)
    behind = _BEHIND.match(lower, percent.end)
    for first, second in pairwise(range(len(sentence))):
        pair = [sentence[first], sentence[second]]
        if at in (first, second) or not all(map(_counts, pair)) or not _both_alike(*pair):
            continue
        names = [f"{words_before(piece, sentence, one)} {_noun(sentence[one])}" for one in (first, second)]
        for division in _GROUPS:
            groups = [_only_group(division, name) for name in names]
            if set(groups) != {0, 1}:
                continue
            own = 0 if _TOWN_SHARE.search(said) else _only_group(division, f"{said} {behind[0] if behind else ''}")
            others = [one for one in sentence if _counts(one) and one not in pair]
            heads = at < first and _TO_FRACTION.fullmatch(lower, percent.end, pair[0].start) is not None
            if not heads and not _ONLY_GROUP.fullmatch(f"{said} {behind[0] if behind else ''}"):
                continue
            if own is None or not _SHARE_WORDS.search(f"{said} {behind[0] if behind else ''}") or len(others) > 1:
                continue
            part = pair[groups.index(own)]
            whole = Quantity(sum((one.quantity.value for one in pair), Decimal(0)), part.quantity.unit)
            if others and abs(others[0].quantity.amount / whole.amount - 1) > _HEDGED:
                continue  # they are not all there is, or their sum is wrong: that is told by itself
            start, end = pair[0].start, pair[1].digits_end
            return SaidShare(percent, start, end, part.quantity, whole, _LIKELY)
    return None


_BEHIND = re.compile(r"[^;,.()|0-9]{0,30}")


def _both_alike(first: Amount, second: Amount) -> bool:
    return first.quantity.unit.scale == second.quantity.unit.scale and second.start - first.end <= _NEAR


_NEAR = 80


def _counts(one: Amount) -> bool:
    unit = one.quantity.unit
    plain = one.total is None and one.upper is None and one.change is Change.LEVEL and one.quantity.value > 0
    return plain and unit.kind is UnitKind.COUNT and "/" not in unit.label and one.bound is Bound.EXACT


def _noun(one: Amount) -> str:
    return one.quantity.unit.dimension.removeprefix("count:")


def _only_group(groups: Sequence[re.Pattern[str]], words: str) -> int | None:
    """Return the one of two groups that words name."""
    said = [at for at, pattern in enumerate(groups) if pattern.search(words)]
    return said[0] if len(said) == 1 else None


_GROUPS = (
    (re.compile(r"(?<!\w)(?:thành thị|đô thị)(?!\w)"), re.compile(r"(?<!\w)nông thôn(?! mới)(?!\w)")),
    (re.compile(r"(?<!\w)(?<!việt )(?:nam|trai)(?!\w)"), re.compile(r"(?<!\w)(?:nữ|gái|phụ nữ)(?!\w)")),
    (re.compile(r"(?<!\w)(?<!ngoài )công lập(?!\w)"), re.compile(r"(?<!\w)(?:ngoài công lập|tư thục|dân lập)(?!\w)")),
)


def _same_sort(part: Amount, whole: Amount) -> bool:
    """Whether one amount may be of another: percent points of a growth in percent, too."""
    left, right = part.quantity.unit, whole.quantity.unit
    if part.total is not None or whole.total is not None or part.upper is not None or whole.upper is not None:
        return False
    if left.kind is UnitKind.POINTS:
        return right.label == "%"
    if left.kind not in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE) or part.change is not Change.LEVEL:
        return False
    counts = left.kind is right.kind is UnitKind.COUNT and "/" not in f"{left.label}{right.label}"
    return left.same_dimension(right) or (counts and same_noun(right.label, left.label))


def _share(percent: Amount, part: Amount, whole: Amount, likely: tuple[Fraction, Fraction]) -> SaidShare | None:
    firm = (Bound.EXACT, Bound.ABOUT)
    preposition = whole.bound is Bound.MORE_THAN  # "trên 96.000 hộ": out of them
    if part.bound not in firm or not (whole.bound in firm or preposition) or whole.quantity.value <= 0:
        return None
    about = Bound.ABOUT in (part.bound, whole.bound)
    start, end = min(part.start, whole.start), max(part.digits_end, whole.digits_end)
    return SaidShare(percent, start, end, part.quantity, whole.quantity, likely, about)
