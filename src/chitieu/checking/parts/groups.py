"""Wholes with their parts as a text names them one behind the other: *500 ha, trong đó lúa 300 ha, ngô 200 ha*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from chitieu.checking.parts.case_flow import case_flow
from chitieu.checking.parts.closing_totals import closing_totals
from chitieu.checking.parts.complete_parts import SIGNS, Cue, are_all, are_joined, leaves_a_rest, opens_with_more
from chitieu.checking.parts.contributions import contributions
from chitieu.checking.parts.counts_with_worth import counts_with_worth
from chitieu.checking.parts.kinds_of import kinds_of
from chitieu.checking.parts.named_ones import named_ones
from chitieu.checking.parts.narrower_rates import narrower_rates
from chitieu.checking.parts.number_series import number_series
from chitieu.checking.parts.numbers_first import numbers_first
from chitieu.checking.parts.of_a_hundred import of_a_hundred
from chitieu.checking.parts.of_those_there_are import of_those_there_are
from chitieu.checking.parts.outcomes import outcomes
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.part_leads import Lead, lead_behind_bracket, lead_beside, lead_of, plain_words
from chitieu.checking.parts.part_lists import parts_behind
from chitieu.checking.parts.parts_elsewhere import parts_elsewhere
from chitieu.checking.parts.quarter_series import quarter_series
from chitieu.checking.parts.rates_that_add import rates_that_add
from chitieu.checking.parts.tallies import TALLIED
from chitieu.checking.parts.what_is_left import what_is_left
from chitieu.checking.parts.what_went import what_went
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["Group", "groups"]

_MOST = 40
"""Amounts behind a whole that are looked at."""
_RATE = re.compile(
    r"(?<!\w)(?:bình quân|mỗi|từng|đơn giá|định mức|mức hỗ trợ|tối đa|(?<!dạy học )(?<!thiết bị )tối thiểu|không quá|ít nhất)(?!\w)"
)
"""Words with an amount that is for each, or no firm one: its parts are none."""
_BY_TIME = re.compile(r"(?<!\w)bình quân(?!\w)")
"""So much a day in the mean is still an amount that adds up."""
_SOME_OF = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|so với|tăng|giảm|lũy kế|cùng kỳ)(?!\w)")
_CLAUSE_ENDS = re.compile(r"[;|]|\.(?=\s)|\n")
_PART_NAME = re.compile(r";|[,:](?=\s|$)|\(|[0-9]\S*|(?<!\w)và(?=\s|$)")
_PART_END = re.compile(r";|[,.():|](?=\s|$)|\)|(?<!\w)và(?=\s)")


def groups(passage: Passage) -> Iterator[Group]:
    """Yield the wholes with parts that a text names one behind the other; one part alone only behind *trong đó*.

    Parts may also stand ahead of their whole, or point to one that stands farther off.
    """
    done: set[int] = set()
    told: set[int] = set()
    lower = plain_words(passage[0].source.lower)
    for group in (
        *_led(passage, lower),
        *what_is_left(passage),
        *what_went(passage),
        *case_flow(passage),
        *counts_with_worth(passage),
    ):  # a whole may be divided twice: in a bracket, and behind it
        yield group
        done.add(group.whole.start)
        told.update(part.start for part in group.parts)
    for group in (
        *numbers_first(passage),
        *of_a_hundred(passage),
        *rates_that_add(passage),
        *narrower_rates(passage),
        *outcomes(passage, lower),
        *contributions(passage),
        *closing_totals(passage),
        *of_those_there_are(passage),
        *parts_elsewhere(passage),
        *quarter_series(passage),
        *number_series(passage),
    ):
        places = {group.whole.start} if group.complete else {group.whole.start, group.parts[0].start}
        if done.isdisjoint(places):
            yield group
            told.update(part.start for part in group.parts)
        done.add(group.whole.start)
    yield from (group for group in kinds_of(passage) if told.isdisjoint(part.start for part in group.parts))


def _led(passage: Passage, lower: str) -> Iterator[Group]:
    """Yield the wholes whose parts stand behind them, in a text as `plain_words` has it."""
    piece = passage[0]
    hits = [hit for hit in passage[1] if lower[hit.numeral.start] != " "]
    for number, (before, whole) in enumerate(zip((None, *hits), hits, strict=False), 1):
        name = f"{name_before(piece, whole)} {lower[whole.name_end : whole.numeral.start]}".lower()
        if not _may_have_parts(lower, hits[: number - 1], whole) or _RATE.search(
            _BY_TIME.sub("", name) if "/" in whole.target.quantity.unit.label else name.rpartition("(")[2]
        ):
            continue
        behind = lead_behind_bracket(lower, hits, number)
        if behind is not None and (some := parts_behind(piece, behind[1], hits[behind[0] : behind[0] + _MOST])):
            yield from _group(piece, behind[1], some, None)
        at, lead = lead_of(lower, hits, number)
        if lead is None:
            at, lead = number, lead_beside(lower, whole)
        if lead is None or (lead.later and lead.cue is not Cue.BESIDE and _is_some(lower, whole)):
            continue  # behind a part, its own whole is divided
        if whole.target.change is not Change.LEVEL and lead.cue not in (Cue.ALL, Cue.BRACKET):
            continue
        second = before is not None and _is_second(lower, before, whole)
        if lead.alone and (_is_prize(whole) or (second and not _is_named_in(piece, whole, hits[at : at + 1]))):
            continue
        if lead.cue is Cue.BESIDE and (name.count("(") > name.count(")") or _is_listed(lower, whole)):
            continue  # one of those in a bracket, or of a list
        parts = parts_behind(piece, lead, hits[at : at + _MOST])
        if len(parts) > 1 or (parts and lead.cue is Cue.SOME):
            yield from _group(piece, lead, parts, before)


def _may_have_parts(lower: str, before: Sequence[TargetHit], whole: TargetHit) -> bool:
    """Whether an amount is a level, or so much more or less with no level before it that what follows may be parts of."""
    if not sums_up(whole, whole.target.change):
        return False
    own = takewhile(lambda hit: not _SENTENCE.search(lower, hit.end, whole.numeral.start), reversed(before))
    if whole.target.change is Change.LEVEL:  # "46/55 xã, tức thêm 05 xã; trong đó …"
        unit = whole.target.quantity.unit
        added = _MORE.search(text_before(lower, whole.numeral.start, _NEAR_NUMBER)) is not None
        return not (added and any(hit.target.quantity.unit.same_dimension(unit) for hit in own))
    return not any(same_sort(whole, hit) for hit in own)


_NEAR_NUMBER = 12
_MORE = re.compile(r"(?<!\w)thêm\s(?:được\s)?$")


def _is_prize(whole: TargetHit) -> bool:
    """Whether an amount of money is so small that it may be for each, with another for some: *riêng giải đặc biệt*."""
    unit = whole.target.quantity.unit
    return unit.kind is UnitKind.MONEY and unit.factor < _BILLION


_BILLION = 1_000_000_000


def _is_named_in(piece: Piece, whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether the name of a part holds that of its whole: *mặn, lợ 12.600 tấn, riêng tôm nuôi mặn, lợ 10.200 tấn*."""
    own = set(_WORD.findall(name_before(piece, whole).lower()))
    ahead = (text_before(piece.source.lower, part.numeral.start, part.numeral.start - whole.end) for part in parts)
    return bool(own) and any(own <= {*_WORD.findall(words)} for words in ahead)


_WORD = re.compile(r"[^\W\d_]+")


def _is_second(lower: str, before: TargetHit, whole: TargetHit) -> bool:
    """Whether an amount stands behind another of its sort in one sentence."""
    return same_sort(before, whole) and _SENTENCE.search(lower, before.end, whole.numeral.start) is None


_SENTENCE = re.compile(r"\.(?=\s)|[|]")


def _is_some(lower: str, whole: TargetHit) -> bool:
    """Whether an amount is itself a part, or one to compare with, in its sentence."""
    return _SOME_OF.search(_clause_before(lower, whole)) is not None


def _is_listed(lower: str, whole: TargetHit) -> bool:
    """Whether an amount is one of the parts of another: those beside it are, too."""
    return _LISTS.search(_clause_before(lower, whole)) is not None


def _clause_before(lower: str, whole: TargetHit) -> str:
    return _CLAUSE_ENDS.split(text_before(lower, whole.start, 2 * REACH))[-1]


_LISTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|chia ra)(?!\w)")


def _group(piece: Piece, lead: Lead, parts: tuple[TargetHit, ...], before: TargetHit | None) -> Iterator[Group]:
    """Yield a whole with its parts, where the words or the numbers say that they are."""
    whole, name = lead.whole, name_before(piece, lead.whole)
    if lead.cue is Cue.BRACKET and opens_with_more(_said_of(lead.lower, parts[0]), whole, parts[0]):
        return
    complete = _are_complete(lead, name, parts, before)
    if not complete and lead.cue in (Cue.COLON, Cue.BESIDE):
        return
    counts = whole.target.quantity.unit.kind is UnitKind.COUNT
    named = named_ones(piece.source.flat, lead.start, parts[-1].end) if counts else 0
    yield Group(name, whole, parts, complete, named)


def _are_complete(lead: Lead, name: str, parts: Sequence[TargetHit], before: TargetHit | None) -> bool:
    """Whether parts are all there are, as the words that lead to them, their number, or that of things counted before say."""
    whole, lower = lead.whole, lead.lower
    if leaves_a_rest(lower, parts[-1].end):
        return False
    if lead.cue is Cue.BRACKET and _NAMES_SOME.search(lower, lead.start, parts[0].numeral.start):
        return False
    told = f"{name} {lower[whole.numeral.digits_end : lead.start]}".lower().rstrip(" .,;:(")
    total = lead.cue in SIGNS or _TOTAL.search(told) is not None
    counted = total and before is not None and _counts(lower, before, whole, len(parts))
    if counted or (lead.among and _are_near(whole, parts)):
        return True
    if lead.counted is not None:
        return lead.counted == len(parts)
    said = [_said_of(lower, part) for part in parts]
    if are_all(lead.cue, told, said, whole, parts):
        return True
    return are_joined(_CLAUSE.split(text_before(lower, whole.numeral.start, REACH))[-1], said, whole, parts)


_CLAUSE = re.compile(r"[;:|(]|\.(?=\s)|\n")
_TOTAL = re.compile(r"(?<!\w)tổng(?!\w)")
_NAMES_SOME = re.compile(r"(?<!\w)(?:chiếm|chủ yếu|phần lớn|lớn nhất|nhiều nhất|nhất là|đáng kể)(?!\w)")
"""Words of a bracket that tells what is worth telling: *(giáo dục chiếm 12 tỷ đồng; khoa học 2 tỷ đồng)*."""
_SEVERAL, _CLOSE = 3, 10


def _are_near(whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether several parts differ from their whole by a tenth of it at most; what is tallied by how it came out is no such whole."""
    if len(parts) < _SEVERAL or whole.target.quantity.unit.label in TALLIED:
        return False
    gap = whole.target.quantity.amount - sum(part.target.quantity.amount for part in parts)
    return abs(gap) * _CLOSE <= whole.target.quantity.amount


def _said_of(lower: str, part: TargetHit) -> str:
    """Return the words before a part and behind it, up to the next signs."""
    ahead = _PART_NAME.split(text_before(lower, part.numeral.start, REACH).rstrip(" :"))[-1]
    behind = _PART_END.split(lower[part.numeral.digits_end : part.end + REACH])[0]
    return f"{ahead} {behind}".strip()


def _counts(lower: str, before: TargetHit, whole: TargetHit, number: int) -> bool:
    """Whether so many things are counted just ahead of a whole, in its clause: ``03 dự án với tổng vốn 12 tỷ đồng``."""
    size = before.target.quantity
    near = _CLAUSE_ENDS.search(lower, before.end, whole.numeral.start) is None
    return near and size.unit.kind is UnitKind.COUNT and size.amount == number
