"""Shares of what is told elsewhere by its name: *Chi thường xuyên 28.400 tỷ đồng. … giáo dục 12.800 tỷ đồng, bằng 45% chi thường xuyên*.

The words behind the percentage are the name of the whole; they may stand in another order than where it is told (*tiếp nhận 9.600 hồ
sơ*, *hồ sơ tiếp nhận*). Nothing is said where any amount of that name in the text makes the share right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.shares.said_share import FIRM, LIKELY, WORDED, SaidShare, is_level, same_sort
from chitieu.checking.shares.same_times import SameTimes
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before, row_before
from chitieu.checking.texts.sentences import Amount, amounts_of
from chitieu.numbers.numeral import Numeral
from chitieu.targets.target import Bound
from chitieu.units import Unit, UnitKind

__all__ = ["shares_of_named"]

_BASE = re.compile(
    r"\s(?:của |trên |trong |so với )?(?P<base>[^;.,:()|0-9\n]{2,60}?)\s*"
    r"(?=[;.,:()|\n]|$|\s(?:tức|nghĩa là|hay|tương đương|tương ứng)\s|\s(?:và|,)\s(?:bằng |chiếm |đạt )?[0-9])"
)
"""The name of the whole behind a percentage, up to a sign or to the next share."""
_PLANNED = re.compile(
    r"(?:so với |của |so |trong |trên )?(?:tổng |số )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|nhu cầu|so)(?!\w)"
)
_TAKES = re.compile(
    r"[^;.:()|0-9]{0,80}?(?:,\s|\s)(?:(?:chiếm|bằng|tương đương|tương ứng|ứng với|bao phủ|đạt|tức)\s)+(?:khoảng\s|với\s)?(?:tỷ lệ\s|tỉ lệ\s)?"
    r"|[^;.:()|0-9]{0,60}?\s?\(\s?(?:(?:chiếm|bằng|đạt|tương đương|tương ứng)\s)*"
)
"""Between a part and its share."""
_AND = re.compile(r"[^;.,:()|0-9\n]{2,60}?(?:,|\svà)\s(?:bằng |chiếm )?")
"""Between one share of a part and another."""
_COMES_TO = re.compile(
    r",\s(?:(?:tức là|tức|nghĩa là|tương đương|tương ứng|ứng với|với|là|khoảng)\s)+(?:có\s|số\s)?|\s(?:tức|tương đương|tương ứng|ứng với)\s(?:khoảng\s|với\s)?"
    r"|\s?\(\s?(?:(?:tức|tương đương|tương ứng|khoảng|ứng với|=|với)\s)*"
)
"""Between the name of the whole and what the share comes to."""
_ASIDE = re.compile(r"(?<!\w)(?:tăng|giảm|thêm|mới|hơn|cùng kỳ|so với|trong đó|riêng|gồm|quý|tháng|mỗi|kế hoạch)(?!\w)")
_FILLER = re.compile(
    r"(?<!\w)(?:tổng cộng|tổng số|tổng|số lượng|(?<!dân )số|trên địa bàn(?: (?:tỉnh|xã|phường|thành phố|đặc khu))?|(?:toàn|cả|của|trong) (?:tỉnh|xã(?! hội)|phường|thành phố|đặc khu|ngành|năm)"
    r"|(?:năm |cuối |đến |hết )+(?:[0-9]{4}|năm)?|dự kiến|phấn đấu|ước|đạt|là|có|còn|khoảng|được|đã|của|các|hiện|như sau|kim ngạch|giá trị|quy mô(?! dân số)|(?:theo |tính theo )?giá hiện hành|(?<=dân số )trung bình|[0-9]{4})(?!\w)"
)
"""Words that leave the name of an amount what it is."""
_ALL_OF_IT = re.compile(
    r"\s*(?:[;.,:()|\n]|$|(?:tăng|giảm|bằng|đạt|chiếm|vượt|hơn|gấp|trong đó|gồm|bao gồm|năm|so với|với|và|nên|thì|trên địa bàn|toàn tỉnh|toàn xã|trở lên|[-+*•])(?!\w))"
)
"""Behind an amount where no word narrows it: *8.000 đơn về đất đai* are not all of them."""
_SIGN = re.compile(r"[;()|\n]|[.:,](?=\s|$)|(?:^|\s)[-+*•](?=\s)")
_AHEAD, _MOST = 90, 40
_VAGUE = frozenset({"người", "dân", "hộ", "vốn", "chi", "thu", "đó", "này", "trên", "nguồn", "loại", "mức"})
"""Words that alone name nothing."""


def shares_of_named(passage: Passage, numbers: Sequence[Numeral], year: int | None) -> Iterator[SaidShare]:
    """Yield the shares of what another place of the text gives by name.

    Args:
        passage: a text with its amounts.
        numbers: all its numbers.
        year: the year the plan is for.
    """
    piece = passage[0]
    amounts = amounts_of(passage, numbers)
    shares = list(_shares(piece, amounts))
    if not shares:
        return
    wanted = {_words(base) for _, _, base in shares}
    told = _Told.of(piece, amounts, wanted, year)
    lasting = [one for one in amounts if one.quantity.unit.kind is not UnitKind.TIME]
    for percent, part, base in shares:
        words = _words(base)
        found = told.shares_of(percent, part, words) if words - _VAGUE else None
        found = found or _of_total(piece, lasting, (percent, part), base)
        if found is not None:
            yield found


def _shares(piece: Piece, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount, str]]:
    """Yield the percentages with what they come to and the name of their whole."""
    lower = piece.source.lower
    of_last: Amount | None = None
    for before, one, behind in zip([None, *amounts], amounts, [*amounts[1:], None], strict=False):
        shared, of_last = of_last, None
        if not _is_share(one):
            continue
        base = _BASE.match(lower, one.end)
        if base is None or _PLANNED.match(base["base"]):
            continue
        part = _part(piece, before, one, behind, base.end("base"))
        if part is None and before is not None and _AND.fullmatch(lower, before.end, one.start):
            part = shared  # "chiếm 40% thu nội địa và 36% tổng thu"
        of_last = part
        if part is not None:
            yield one, part, base["base"]


def _of_total(piece: Piece, amounts: Sequence[Amount], share: tuple[Amount, Amount], base: str) -> SaidShare | None:
    """Return a share as one of the total its line tells ahead of it, in more words: *Tổng dư nợ cho vay …, chiếm 2% tổng dư nợ*.

    Args:
        piece: the text.
        amounts: its amounts but times (*tổng chi 9 tháng 14.670 tỷ đồng*).
        share: the percentage and what it is said of.
        base: the name of the whole behind the percentage.
    """
    percent, part = share
    if not base.startswith("tổng "):
        return None
    named = re.compile(rf"(?<!\w){re.escape(base)}(?!\w)[^;.,:()|]*$")
    at = bisect_left(amounts, part.start, key=lambda one: one.start)
    line = part.start - len(row_before(piece.source.text, part.start))
    wholes = list[Amount]()
    for before, one in pairwise([None, *items_before(amounts, at, _MOST)]):
        if one is not None and line <= one.start and _is_amount(one) and same_sort(part, one):
            start = max(line, one.start - _AHEAD, before.end if before is not None else 0)
            money = one.quantity.unit.kind is UnitKind.MONEY  # of other things, others may be told beside some of them
            of_it = money or _OF_IT.search(piece.source.lower, one.end, part.start)
            wholes += [one] if of_it and named.search(piece.source.lower, start, one.start) else []
    return evolve(_share(percent, part, wholes[0], loose=False), likely=WORDED) if len(wholes) == 1 else None


_OF_IT = re.compile(r"(?<!\w)(?:trong (?:tổng số )?(?:đó|số này)|bao gồm|gồm)(?!\w)")


def _is_share(one: Amount) -> bool:
    return is_level(one) and one.quantity.unit.label == "%"


def _part(piece: Piece, before: Amount | None, percent: Amount, behind: Amount | None, end: int) -> Amount | None:
    """Return the amount a percentage is said to be, or to come to behind the end of the name of its whole."""
    lower = piece.source.lower
    if before is not None and _is_amount(before):
        takes = _TAKES.fullmatch(lower, before.end, percent.start)
        if takes is not None and not _ASIDE.search(takes[0]):
            return before
    if behind is not None and _is_amount(behind) and (comes_to := _COMES_TO.fullmatch(lower, end, behind.start)):
        bare = comes_to[0].strip() == "(" and before is not None and same_sort(before, behind)
        return None if bare else behind  # in "2.000 tỷ đồng, khoảng 25% tổng vốn (8.000 tỷ đồng)" it is the whole
    return None


def _is_amount(one: Amount) -> bool:
    unit = one.quantity.unit
    return is_level(one) and one.bound in FIRM and unit.kind in _KINDS and "/" not in unit.label


_KINDS = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)


def _words(name: str) -> frozenset[str]:
    """Return the words of a name that say what it names."""
    return frozenset(re.findall(r"[^\W\d_]+", _FILLER.sub(" ", " ".join(name.split()))))


# --- where a whole is told ------------------------------------------------------------------------------------------------


@frozen(eq=False)
class _Told:
    """The amounts of a text that some words name, in order, and which are of one time."""

    named: dict[frozenset[str], list[Amount]]
    times: SameTimes

    @classmethod
    def of(cls, piece: Piece, amounts: Sequence[Amount], wanted: set[frozenset[str]], year: int | None) -> _Told:
        named: dict[frozenset[str], list[Amount]] = {}
        for before, one in pairwise([None, *amounts]):
            if one is None or not _is_amount(one) or not _ALL_OF_IT.match(piece.source.lower, one.end):
                continue
            if "|" in row_before(piece.source.text, one.start):
                continue
            for words in _names(piece, before, one) & wanted:
                named.setdefault(words, []).append(one)
        return cls(named, SameTimes.of(piece, year))

    def shares_of(self, percent: Amount, part: Amount, words: frozenset[str]) -> SaidShare | None:
        """Return a share as one of the nearest amount of its name; None where there is none, or any makes it right."""
        wholes = [one for one in self.named.get(words, ()) if one is not part and _may_be_of(part, one)][:_MOST]
        line = self.times.line(percent.start)
        changing = "dân" in words  # those of the middle and of the end of a year differ
        made = [_share(percent, part, one, loose=changing and self.times.line(one.start) != line) for one in wholes]
        if any(one.holds or one.part.amount == one.whole.amount for one in made):
            return None
        near = [
            (abs(whole.start - percent.start), at)
            for at, whole in enumerate(wholes)
            if self.times.go_together((whole.start, whole.end), (percent.start, percent.end))
        ]
        return made[min(near)[1]] if near else None


def _names(piece: Piece, before: Amount | None, one: Amount) -> set[frozenset[str]]:
    """Return the words that may name an amount: those before it, with or without what it counts; that alone if there are none."""
    start = max(0, one.start - _AHEAD, before.end if before is not None else 0)
    ahead = piece.source.text[start : one.start].lower()  # with the ends of lines
    pieces = _SIGN.split(ahead)
    own = _words(pieces[-1])
    if not own and ahead.rstrip().endswith(":"):
        own = _words(pieces[-2])  # "Chi thường xuyên: 820 tỷ đồng"
    unit = one.quantity.unit
    noun = _words(_noun(unit)) if unit.kind is UnitKind.COUNT else frozenset[str]()
    return {own, own | noun} if own else {noun}


def _noun(unit: Unit) -> str:
    return unit.label.lower().removeprefix("nghìn ").removeprefix("triệu ").removeprefix("vạn ")


def _may_be_of(part: Amount, whole: Amount) -> bool:
    """Whether one amount may be part of another, by what they count."""
    nouns = [_noun(one.quantity.unit).partition(" ")[0] for one in (part, whole)]
    return same_sort(part, whole) or all(counts_people(noun) for noun in nouns)


def _share(percent: Amount, part: Amount, whole: Amount, *, loose: bool) -> SaidShare:
    """Return a share with its part and whole; a loose one is as rounded as people counted on other days make it."""
    about = loose or Bound.ABOUT in (part.bound, whole.bound, percent.bound)
    return SaidShare(percent, part.start, part.digits_end, part.quantity, whole.quantity, LIKELY, about=about)
