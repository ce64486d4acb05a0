"""Amounts of a longer time with those of the times it is made of: five years year by year, a year by its quarters.

In running text the amounts stand beside the name of their time: *năm 2026 là 62 tỷ đồng, năm 2027 là 70 tỷ đồng*. What does not
add up over time gives itself away: the amount for all the time is then no larger than the largest of the others (levels,
running totals). Tables are read in `chitieu.checking.parts.table_sums`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.parts.part_amounts import sums_up
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before, place_behind, text_before
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["ALL_QUARTERS", "QUARTERS", "YEAR_RANGE", "Split", "likely_sum", "splits", "years_counted"]

_LEAST, _FARTHEST = 2, 6
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
ALL_QUARTERS = [1, 2, 3, 4]
_HALVES = {"đầu": 1, "cuối": 2}
_ABOUT = Fraction(1, 100)
"""The gap that is none where the whole is *khoảng* so much, as a share of it."""


@frozen(eq=False)
class Split:
    """An amount of a longer time, and those of the times it is made of.

    Attributes:
        name: what is measured, as written before the whole.
        whole, parts: the amounts.
    """

    name: str
    whole: TargetHit
    parts: tuple[TargetHit, ...]

    @property
    def total(self) -> Quantity:
        """What the parts come to, in the unit of the whole."""
        unit = self.whole.target.quantity.unit
        total = sum((part.target.quantity.amount for part in self.parts), Fraction(0))
        return Quantity(scaled(Decimal(1), total / unit.factor), unit)

    @property
    def holds(self) -> bool:
        """Whether the parts come to the whole, each rounded after its last digit."""
        stated = self.whole.target.quantity
        terms = [stated, *(part.target.quantity for part in self.parts)]
        slack = max(map(grain, terms)) * Fraction(len(terms), 2)
        if any(hit.target.bound is Bound.ABOUT for hit in (self.whole, *self.parts)):
            slack = max(slack, stated.amount * _ABOUT)
        return abs(self.total.amount - stated.amount) <= min(slack, stated.amount / 50)


_TIME = re.compile(
    r"(?<!\w)(?:năm\s(?P<year>(?:19|20)[0-9]{2})(?!\s?[-–])|quý\s(?P<quarter>iv|i{1,3}|[1-4])|(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm)(?!\w)"
)
"""The name of a time before an amount."""
_BEHIND = re.compile(
    r"\s?\(?(?:cho |vào |trong |của )?(?:năm\s(?P<year>(?:19|20)[0-9]{2})|quý\s(?P<quarter>iv|i{1,3}|[1-4]))(?!\w)"
)
_NOT_ONE_TIME = re.compile(
    r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|hết|đến|cuối|so với|cùng kỳ|từ|trước|bằng|tăng|giảm|gấp|tính đến|sau|vượt)(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FILLERS = frozenset(("năm", "quý", "là", "đạt", "khoảng", "ước", "và", "có", "với", "riêng", "trong", "vốn", "cần"))
_MOST_WORDS = 5
"""Words between the name of a time and its amount: *năm 2026 hỗ trợ xây mới 40 nhà*."""
_CUE = re.compile(
    r"(?<!\w)(?:phân kỳ|phân bổ|phân khai|gồm|bao gồm|chia ra|chia theo|cụ thể|như sau|lần lượt|từng năm|từng quý|theo quý)(?!\w)|:\s?$|:\s?\n|\("
)
YEAR_RANGE = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})\s?(?:[-–]|đến|tới)\s?(?:năm\s)?((?:19|20)[0-9]{2})(?![0-9/])")
_YEARS = re.compile(r"(?<!\w)(0?[2-9]|10|hai|ba|bốn|năm) năm(?!\w)(?! [0-9]{4}(?! ?[-–]))")
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_SENTENCE = re.compile(r"\.(?=\s+[A-ZĐÀ-Ỹ(])|\n\s*\n|[|]")
_IN_ALL = re.compile(r"[;,.\s(]*(?:tổng cộng|cộng|tổng|tính chung|cả năm|cả giai đoạn|cả 5 năm)(?!\w)[^0-9;.]{0,40}")


@frozen(eq=False)
class _Labelled:
    """An amount with the time it is of: what kind of time and which of them, whether that is named behind it."""

    kind: str
    which: int
    hit: TargetHit
    end: int
    behind: bool


def splits(passage: Passage) -> Iterator[Split]:
    """Yield the amounts of a text that are given with the times they are made of."""
    piece, hits = passage
    at = 0
    while at < len(hits):
        run = _run(piece, hits, at)
        if len(run) < _LEAST:
            at += 1
            continue
        parts = tuple(one.hit for one in run)
        whole = _before(piece, hits, at, run) or _after(piece, hits, at + len(run), run)
        ahead = items_before(hits, at, _FARTHEST)
        if whole is not None and _adds_up(whole, parts) and not _is_of_an_earlier(ahead, whole, parts):
            yield Split(_name(piece, whole), whole, parts)
        at += len(run)


def _is_of_an_earlier(ahead: Sequence[TargetHit], whole: TargetHit, parts: tuple[TargetHit, ...]) -> bool:
    """Whether a run is the whole of another amount ahead: the one nearest to it, in another sentence, is one of its parts.

    ``54.300 tấn, gồm tôm 20.600 tấn, cá 33.700 tấn. Sáu tháng đầu năm 26.100 tấn, sáu tháng cuối năm 28.200 tấn``.
    """
    if Split("", whole, parts).holds:
        return False
    others = (one for one in ahead if one is not whole and _is_flow(one) and _alike(one, whole))
    return any(Split("", one, parts).holds for one in others)


def _name(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to where their sentence begins."""
    words = _BREAK.split(text_before(piece.source.flat, hit.name_end, REACH))[-1].strip(" :-–(")
    return words or piece.source.clean(hit.start, hit.end)


_BREAK = re.compile(r"[;|]|\.(?=\s)|(?:^|\s)[-+*•](?=\s\D)")


def _run(piece: Piece, hits: Sequence[TargetHit], at: int) -> list[_Labelled]:
    """Return the amounts from a place on that are each of the time behind that of the one before."""
    first = _first(piece, hits, at)
    if first is None:
        return []
    lower, begin = piece.source.lower, first.hit.numeral.start
    known = {*_FILLERS, *_WORD.findall(lower[max(0, begin - 2 * REACH) : first.hit.numeral.end + REACH // 4])}
    found = [first]
    for number in range(at + 1, len(hits)):
        hit = hits[number]
        done = found[-1].end
        between = lower[done : hit.numeral.start]
        if len(between) > REACH or not _is_flow(hit) or not _alike(first.hit, hit):
            break
        named = _BEHIND.match(lower, hit.end) if first.behind else _last_time(between)
        rest = between if first.behind or named is None else f"{between[: named.start()]} {between[named.end() :]}"
        if _SENTENCE.search(piece.source.text[done : hit.numeral.start]) or _NOT_ONE_TIME.search(rest):
            break
        label = _labelled(named, hit)
        told = known.issuperset(_WORD.findall(rest))
        if label is None or not told or (label.kind, label.which - 1) != (first.kind, found[-1].which):
            break
        found.append(label)
    return found


def _first(piece: Piece, hits: Sequence[TargetHit], at: int) -> _Labelled | None:
    """Return an amount with the time its words name; None where they name none or say something else."""
    hit, lower = hits[at], piece.source.lower
    if not _is_flow(hit):
        return None
    words = lower[place_behind(hits, at) : hit.numeral.start][-REACH:]
    named = _last_time(words)
    ahead, tail = (words[: named.start()], words[named.end() :]) if named else (words, "")
    if named is None:
        named = _BEHIND.match(lower, hit.end)
    near = _NEAREST.split(ahead)[-1]
    if _NOT_ONE_TIME.search(f"{near} {tail}") or len(tail.split()) > _MOST_WORDS:
        return None
    return _labelled(named, hit)


def _last_time(words: str) -> re.Match[str] | None:
    """Return the last time that words name, or the year they only number: *năm 2026: 60 ha, 2027: 70 ha*."""
    found = list(_TIME.finditer(words))
    return found[-1] if found else _BARE_YEAR.search(words)


_BARE_YEAR = re.compile(r"(?:^|[;,(:–-])\s?(?:và\s)?(?P<year>(?:19|20)[0-9]{2})\s?(?::|\slà)\s?$")


_NEAREST = re.compile(r"[;,:()]")


def _labelled(match: re.Match[str] | None, hit: TargetHit) -> _Labelled | None:
    if match is None:
        return None
    said, behind = match.groupdict(), match.re is _BEHIND
    end = match.end() if behind else hit.end
    if said["year"]:
        return _Labelled("year", int(said["year"]), hit, end, behind)
    if said["quarter"]:
        return _Labelled("quarter", QUARTERS[said["quarter"]], hit, end, behind)
    return _Labelled("half", _HALVES[said["half"]], hit, end, behind)


def _is_flow(hit: TargetHit) -> bool:
    """Whether an amount may be one of several that add up: money, counts, measures, none of them for each of something."""
    loose = hit.target.bound not in (Bound.EXACT, Bound.ABOUT)
    return sums_up(hit, Change.INCREASE) and not loose and "/" not in hit.target.quantity.unit.label


def _alike(left: TargetHit, right: TargetHit) -> bool:
    units = left.target.quantity.unit, right.target.quantity.unit
    return counts_alike(*units) and left.target.change is right.target.change


def _before(piece: Piece, hits: Sequence[TargetHit], at: int, run: Sequence[_Labelled]) -> TargetHit | None:
    """Return the amount ahead of a run whose words say that the run is all of it."""
    first = run[0].hit
    for whole in reversed(items_before(hits, at, 2)):
        between = piece.source.text[whole.end : first.numeral.start]
        if len(between) > REACH or _SENTENCE.search(between.rpartition(":")[0]):
            return None
        if not _is_flow(whole) or not _alike(whole, first):
            continue
        lower = piece.source.lower
        words = f"{text_before(lower, whole.name_end, REACH)}{lower[whole.name_end : first.numeral.start]}"
        return whole if _is_all(run, words, cue=_CUE.search(between.lower()) is not None) else None
    return None


def _is_all(run: Sequence[_Labelled], words: str, *, cue: bool) -> bool:
    """Whether the times of a run are all there are of a whole: those it names, or all there can be."""
    which = [one.which for one in run]
    if run[0].kind == "quarter":
        return which == ALL_QUARTERS
    if run[0].kind == "half":
        return True  # a run is of two at least
    ranges = YEAR_RANGE.findall(words)
    if ranges:
        return list(map(int, ranges[-1])) == [which[0], which[-1]]
    counted = years_counted(words)
    if counted is not None:
        return counted == len(which)
    return cue and len(which) > _LEAST


def years_counted(words: str) -> int | None:
    """Return how many years words name together: 5 of *trong 5 năm*; None where they name none."""
    found = _YEARS.findall(words)
    return (_NUMBERS.get(found[-1]) or int(found[-1])) if found else None


def _after(piece: Piece, hits: Sequence[TargetHit], at: int, run: Sequence[_Labelled]) -> TargetHit | None:
    """Return the amount behind a run that is said to be that of all of it."""
    for whole in hits[at : at + 1]:
        if _IN_ALL.fullmatch(piece.source.lower, run[-1].hit.end, whole.numeral.start) and (
            _is_flow(whole) and _alike(run[0].hit, whole)
        ):
            return whole if run[0].kind == "year" or _is_all(run, "", cue=True) else None
    return None


def _adds_up(whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether amounts are such as add up: a level of the last year is the whole itself."""
    return likely_sum(whole.target.quantity.amount, [part.target.quantity.amount for part in parts])


_AT_MOST_APART = Fraction(2)


def likely_sum(whole: Fraction, parts: Sequence[Fraction]) -> bool:
    """Whether a whole is of the size of the sum of its parts, and of no one of them."""
    total = sum(parts, Fraction(0))
    return whole > max(parts) and total <= whole * _AT_MOST_APART and whole <= total * _AT_MOST_APART
