"""Shares of one whole, each beside its part: *vốn nhà nước 120 tỷ đồng (60%), vốn ngoài nhà nước 80 tỷ đồng (40%)*.

Every part tells with its share how much the whole may be. Where the others agree on it, or the one that stands ahead of them all
agrees with some, a share that tells of another whole is wrong, however far off it is. Shares ahead of their parts are read in
`chitieu.checking.ratios.common_base`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen

from chitieu.checking.rounding import grain
from chitieu.checking.shares.said_share import LIKELY, LOOSELY, SURELY, SaidShare, half_grain, is_level, same_sort
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import row_before, search_before, text_before
from chitieu.checking.texts.sentences import Amount, amounts_of
from chitieu.numbers.decimals import scaled
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Target
from chitieu.units import Unit, UnitKind

__all__ = ["shares_of_one"]

_NAME = r"(?:[^;.,:()|0-9\n]|[0-9](?=[a-z])){0,60}?"
_THAT_IS = r"(?:(?:chiếm|đạt|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|bằng|tương đương|tương ứng|là|=)\s)*"
_IN_BRACKET = re.compile(rf"{_NAME}\s?\(\s?{_THAT_IS}")
_TAKES = re.compile(rf"{_NAME}(?:,\s|\s)(?:chiếm|bằng|đạt)\s(?:(?:tỷ|tỉ) (?:lệ|trọng)\s)?")
_CLOSED, _ENDED = re.compile(r"\s?\)"), re.compile(r"\s?(?:[;,\n]|\.(?=\s|$)|$|\svà\s)")
_ENDS = re.compile(r"\.(?=\s)|\n[ \t]*\n|\|")
_OUT_OF = re.compile(
    r"(?<!\w)(?:trên|trong|của)\s(?:(?:tổng|toàn bộ|số)(?!\w)(?!(?: số)? (?:đó|này|ấy|trên)(?!\w))[^;.,:()|0-9]{0,40})?$"
)
"""Ahead of an amount that is the whole of the one before it."""
_OF_IT = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|trong số)(?!\w)")
_GOES_ON_TO = re.compile(r"(?<!\w)(?:trong đó|trong số (?:đó|này))(?!\w)")
_COMPARED = re.compile(r"(?<!\w)(?:so với|cùng kỳ|năm trước)(?!\w)[^;.()]{0,30}(?:\(\s?)?$")
_PLANNED = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản|nghị quyết|kh|dt)(?!\w)[^;.,:()|0-9]{0,40}(?:\(\s?)?$"
)
"""Ahead of an amount that was planned: what the words behind it tell in percent is what was reached of that."""
_OF_ITS_OWN = re.compile(r"(?<!\w)(?:bằng|đạt|chiếm)\s(?:khoảng\s)?[0-9.,]{1,9}\s?%\s(?!(?:và|so)\s)[^\W\d_]")
_SAYS_SHARE = re.compile(r"(?<!\w)(?:chiếm|(?:tỷ|tỉ) (?:lệ|trọng))(?!\w)")
_REACH, _LEAST = 200, 3


@frozen(eq=False)
class _Pair:
    """A part with its share.

    Attributes:
        form: how the two stand beside each other.
        part, percent: the two.
    """

    form: re.Pattern[str]
    part: Amount
    percent: Amount

    @property
    def start(self) -> int:
        """Where the part begins."""
        return self.part.start

    @property
    def end(self) -> int:
        """Where the share ends."""
        return self.percent.end

    @property
    def wholes(self) -> tuple[Fraction, Fraction]:
        """The least and the most that the whole may be, as the two are rounded or cut off."""
        share, part = self.percent.quantity, self.part.quantity
        half = half_grain(part)
        most = share.amount - grain(share)
        return (part.amount - half) / (share.amount + grain(share)), (part.amount + half) / max(most, grain(share) / 2)

    def is_of(self, whole: Quantity) -> bool:
        """Whether the share is that of the part in a whole."""
        low, high = self.wholes
        return low <= whole.amount + half_grain(whole) and whole.amount - half_grain(whole) <= high

    def share_of(self, whole: Quantity) -> SaidShare:
        """Return the share as that of a whole."""
        return SaidShare(self.percent, self.part.start, self.part.digits_end, self.part.quantity, whole, SURELY)


def shares_of_one(passage: Passage, numbers: Sequence[Numeral]) -> Iterator[SaidShare]:
    """Yield the shares that are not of the whole that the rest of their list is of.

    Args:
        passage: a text with its amounts.
        numbers: all its numbers.
    """
    piece = passage[0]
    amounts = list(_lent(piece, amounts_of(passage, numbers)))
    pairs = list(_pairs(piece, amounts))
    yield from _of_rows(piece, amounts, pairs)
    opening = [pair for pair in pairs if _opens_item(piece, pair)]
    if len(opening) < len(
        pairs
    ):  # "- Rừng sản xuất 60 ha (60%). Trong đó: keo 30 ha (50%)": what its second sentence divides is another whole
        yield from _of_rows(piece, amounts, opening)


def _lent(piece: Piece, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """Yield amounts, bare numbers as of what is counted ahead of them: *900 người, trong đó nữ 400 (44%)*."""
    counted = None
    for one in amounts:
        unit = one.quantity.unit
        if counted is not None and (
            _NEW_LINE.search(piece.source.text, counted.end, one.start) or one.start - counted.end > _REACH
        ):
            counted = None
        if unit.kind is UnitKind.COUNT and is_level(one) and "/" not in unit.label:
            counted = one
        bare = unit.kind is UnitKind.NONE and one.total is None
        if bare and counted is not None and is_level(one):
            yield evolve(one, target=evolve(one.target, quantity=Quantity(one.quantity.value, counted.quantity.unit)))
        else:
            yield one


_NEW_LINE = re.compile(r"\.\s|[\n|]")


def _of_rows(piece: Piece, amounts: Sequence[Amount], pairs: Sequence[_Pair]) -> Iterator[SaidShare]:
    """Yield the odd shares of the lists that parts come in."""
    row = list[_Pair]()
    for pair in pairs:
        if row and not _goes_on(piece, row[-1], pair):
            yield from _odd(piece, amounts, row)
            row = []
        row.append(pair)
    yield from _odd(piece, amounts, row) if row else ()


def _pairs(piece: Piece, amounts: Sequence[Amount]) -> Iterator[_Pair]:
    lower = piece.source.lower
    for part, percent in pairwise(amounts):
        if not (_is_share(percent) and _is_part(part)):
            continue
        if any(search_before(words, lower, part.start, _REACH) for words in (_OUT_OF, _PLANNED)):
            continue
        for form, closed in ((_IN_BRACKET, _CLOSED), (_TAKES, _ENDED)):
            if form.fullmatch(lower, part.end, percent.start) and closed.match(lower, percent.end):
                yield _Pair(form, part, percent)
                break


def _is_share(one: Amount) -> bool:
    return is_level(one) and one.bound is Bound.EXACT and one.quantity.unit.label == "%"


def _is_part(one: Amount) -> bool:
    unit = one.quantity.unit
    divided = unit.kind in (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE) and "/" not in unit.label
    return is_level(one) and one.bound is Bound.EXACT and divided


def _goes_on(piece: Piece, last: _Pair, pair: _Pair) -> bool:
    """Whether a part stands in one list with another: no share between tells what it is of (*bằng 67% kế hoạch sau bổ sung*)."""
    if _OF_ITS_OWN.search(piece.source.lower, last.end, pair.start):
        return False
    marks = [_mark(piece.source.text, one.start) for one in (last, pair)]
    if marks[0] != marks[1] or pair.form is not last.form or not same_sort(pair.part, last.part):
        return False
    joined = _ENDS.search(piece.source.text, last.end, pair.start) is None
    return joined or _opens_items(piece, last, pair)


def _opens_items(piece: Piece, last: _Pair, pair: _Pair) -> bool:
    """Whether two parts open items that follow each other, each with its full stop: what an item says behind it does not part them."""
    text = piece.source.text
    between = text[last.end : pair.start]
    if _BLOCK_ENDS.search(between) is not None or _SENTENCE.search(between.rpartition("\n")[2]) is not None:
        return False
    return len(_ITEM_BEGINS.findall(between)) == 1 and _opens_item(piece, last)


def _opens_item(piece: Piece, pair: _Pair) -> bool:
    """Whether a part stands in the first sentence of an item of a list."""
    line = row_before(piece.source.text, pair.start)
    return _ITEM_BEGINS.match(f"\n{line}") is not None and _SENTENCE.search(line) is None


_BLOCK_ENDS = re.compile(r"\n[ \t]*\n|\|")
_ITEM_BEGINS = re.compile(r"\n[ \t]*([-+*•])\s")
_SENTENCE = re.compile(r"\.\s")


_MARK = re.compile(r"[ \t]*(?:(?P<dash>[-+*•])|(?P<letter>[a-zđ])[.)]|(?P<number>[0-9])|(?P<roman>[IVX]{1,5})[.)])\s?")


def _mark(text: str, at: int) -> str:
    """Return the kind of mark the line of a place opens with: items of one list have one kind, those of others another."""
    found = _MARK.match(row_before(text, at))
    return found["dash"] or str(found.lastgroup) if found is not None else ""


def _odd(piece: Piece, amounts: Sequence[Amount], row: Sequence[_Pair]) -> Iterator[SaidShare]:
    """Yield the shares of one list that tell of another whole than the others."""
    ahead = _ahead(piece, amounts, row[0])
    parts = [pair.part.quantity for pair in row]
    total = _quantity(sum((one.amount for one in parts), Fraction(0)), parts[0].unit)
    others = [one.quantity for one in ahead]
    candidates = [*reversed(others), *([total] if len(row) > 1 else ())]
    best = max(candidates, key=lambda whole: sum(pair.is_of(whole) for pair in row), default=total)
    agree = [pair for pair in row if pair.is_of(best)]
    joined = _ENDS.search(piece.source.text, row[0].end, row[-1].start) is None
    if joined and len(row) >= _LEAST and len(agree) < len(row) - 1 and (told := _told_by_others(row)) is not None:
        yield told  # sentences each with its full stop may each tell of another whole, if none is named
    elif agree and 2 * len(agree) >= len(row):
        for pair in row:
            if pair not in agree and not any(pair.is_of(other) for other in (*candidates, *parts)):
                nearer = (
                    one.quantity for one in _ahead(piece, amounts, pair)
                )  # "142 (2,5%); năm 2024: 5.200, trong đó 118 (2,3%)"
                if not any(pair.is_of(other) for other in nearer):
                    yield pair.share_of(best)
    elif not agree and ahead:
        yield from _of_nearest(piece, ahead[-1], row[0], alone=len(row) == 1)


def _of_nearest(piece: Piece, whole: Amount, pair: _Pair, *, alone: bool) -> Iterator[SaidShare]:
    """Yield the first share of a list as that of the amount ahead of it, where the words or a slip of the pen say that it is."""
    lower = piece.source.lower
    of_it = _OF_IT.search(lower, whole.end, pair.start) or _SAYS_SHARE.search(lower, pair.part.end, pair.percent.start)
    counted = pair.part.quantity.unit.kind is UnitKind.COUNT  # of money, the percent may be what was paid of it
    told = alone and counted and pair.form is _IN_BRACKET and _OF_IT.search(lower, whole.end, pair.start) is not None
    said = evolve(pair.share_of(whole.quantity), likely=LIKELY if told else LOOSELY)
    slip = said.is_slip and len(pair.percent.quantity.value.as_tuple().digits) >= _LEAST
    if said.expected < 1 and (of_it is not None or slip):
        yield said


def _ahead(piece: Piece, amounts: Sequence[Amount], first: _Pair) -> list[Amount]:
    """Return the amounts ahead of a list, in its sentence, that its parts may be of."""
    found = list[Amount]()
    done, lower = first.start, piece.source.lower
    for one in reversed([one for one in amounts if first.start - 2 * _REACH <= one.start < first.start]):
        own = _OF_ITS_OWN.search(lower, one.end, first.start)
        told_first = own is not None and _GOES_ON_TO.search(lower, own.end(), first.start) is None
        if _ends_between(piece, one.end, done) or told_first:
            break
        before = text_before(lower, one.start, _REACH // 4)
        both = [Target(one.quantity), *([Target(one.total)] if one.total is not None else ())]  # "11.400/12.000 hồ sơ"
        made = [evolve(one, target=each) for each in both] if one.total is not None else [one]
        if _COMPARED.search(before) is None:
            planned = _PLANNED.search(text_before(lower, one.start, _REACH // 2)) is not None
            found += [each for each in made if not planned and _is_part(each) and same_sort(first.part, each)]
    return found[::-1]


_HEADED = re.compile(
    r"\.\s*\n\s*(?:(?:[0-9]{1,2}|[a-zđ])(?:[.)]|\.[0-9]{1,2}\.?)\s)?(?:(?:phân|chia|trong đó),?\s)?(?:theo|cơ cấu|từ|gồm|bao gồm|trong đó)(?!\w)[^;.:|\n]{0,60}:?[ \t]*\n\s*[-+*•]\s[^.|\n]*",
    re.IGNORECASE,
)
"""A line that says by what the whole of the sentence ahead of it is divided, and the first item below it: *1. Theo nội dung:*."""


def _ends_between(piece: Piece, start: int, end: int) -> bool:
    """Whether a sentence ends between two places, and no line there says that what follows divides what it tells of."""
    text = piece.source.text
    if _ENDS.search(text, start, end) is None:
        return False
    stop = text.rfind(".", start, max(start, text.find("\n", start, end)))
    joined = stop >= 0 and _ENDS.search(text, start, stop) is None
    return not joined or _HEADED.fullmatch(text, stop, end) is None


def _told_by_others(row: Sequence[_Pair]) -> SaidShare | None:
    """Return the one share of a list that does not go with the whole on which all the others agree."""
    found = list[SaidShare]()
    for at, pair in enumerate(row):
        ranges = [one.wholes for one in (*row[:at], *row[at + 1 :])]
        low, high = max(low for low, _ in ranges), min(high for _, high in ranges)
        own = pair.wholes
        if low <= high and (own[1] < low or own[0] > high):
            found.append(pair.share_of(_quantity((low + high) / 2, pair.part.quantity.unit)))
    return found[0] if len(found) == 1 else None


def _quantity(amount: Fraction, unit: Unit) -> Quantity:
    return Quantity(scaled(Decimal(1), amount / unit.factor), unit)
