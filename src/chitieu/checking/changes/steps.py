"""A level, the change to it and the value of an earlier time, told in one sentence.

Plans say these three in many orders: ``còn 3,5%, giảm 1,0% so với năm 2025 (4,5%)``, ``3,5% (năm 2025: 4,5%, giảm 1,0%)``. Other amounts may stand between (``tương ứng 84 hộ``): what belongs
together is told by the units.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from attrs import evolve, frozen

from chitieu.checking.changes.bases import is_base
from chitieu.checking.changes.earlier import NEXT_IN_BRACKET, WHEN, YEAR, Way, earlier, year_of
from chitieu.checking.changes.moves import told_change
from chitieu.checking.changes.said_of_one import PARTS, leaves_bracket
from chitieu.checking.changes.statements import (
    PERCENT,
    Sentence,
    is_rate,
    is_ratio,
    named_as,
    of_noun,
)
from chitieu.checking.named_amounts.spoken_times import spoken_change
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target

__all__ = ["Step", "steps"]

_MOST = 6
"""Amounts on either side of an earlier value that are looked at."""


@frozen(eq=False)
class Step:
    """A level with the value of an earlier time, and the changes named between the two.

    Attributes:
        name: what is measured.
        level, before: the amounts.
        year: the year of the earlier one; None where words tell it (``cùng kỳ``), or nothing does (``từ 4% xuống 3%``).
        changes: the changes from the one to the other, as the text tells them; empty if it names none.
        bound: whether the text says that the change is to this value; else a bracket only tells of it.
        verb: the word that says which way it goes (``giảm``, ``tăng``, ``nâng``); empty where a change says it.
        others: other amounts of the sentence that may have been meant instead of the two.
        priced: whether the two may be of current prices, and a growth in percent of those of another year.
    """

    name: str
    level: TargetHit
    before: TargetHit
    year: int | None = None
    changes: tuple[Target, ...] = ()
    bound: bool = False
    verb: str = ""
    others: tuple[tuple[TargetHit, TargetHit], ...] = ()
    priced: bool = False


# --- one sentence ------------------------------------------------------------------------------------------------------

_NEW_MATTER = re.compile(r";|\.(?=\s|$)|\|")
_NEW_LINE = re.compile(r"\n\s{0,20}(?:[-+*•]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[a-zđ]\)|\n)")


def _sentence(piece: Piece, hits: Sequence[TargetHit], at: int, told: Container[int]) -> Sentence:
    """Return the statement around an amount."""
    first = last = at
    while first and at - first < _MOST and not _is_apart(piece, hits[first - 1], hits[first]):
        first -= 1
    while last + 1 < len(hits) and last - at < _MOST and not _is_apart(piece, hits[last], hits[last + 1]):
        last += 1
    earlier = frozenset(one - first for one in range(first, last + 1) if one in told)
    return Sentence(piece, hits[first : last + 1], at - first, earlier)


def _is_apart(piece: Piece, left: TargetHit, right: TargetHit) -> bool:
    """Whether a sentence ends between two amounts, or a line of a list begins, or too much stands there."""
    start, end = left.numeral.end, right.numeral.start
    if end - start > REACH or _NEW_LINE.search(piece.source.text, start, end):
        return True
    matter = _NEW_MATTER.search(piece.source.lower, start, end)
    if matter is None or _in_one_bracket(piece.source.lower, left, right, matter.start()):
        return False
    goes_on = right.target.change is not Change.LEVEL  # "còn 3,5%; giảm 1,0% so với …"
    words = piece.source.lower[start : right.start].strip()
    return not (goes_on and words == ";")


def _in_one_bracket(lower: str, left: TargetHit, right: TargetHit, at: int) -> bool:
    """Whether a semicolon in a bracket only parts a change from an earlier value: ``(+13,0%; năm 2025: 140 tỷ đồng)``."""
    _, opens, inside = text_before(lower, at, REACH).rpartition("(")
    return bool(opens) and ")" not in inside and (_is_change(lower, left) or _is_change(lower, right))


def _is_change(lower: str, hit: TargetHit) -> bool:
    return hit.target.change is not Change.LEVEL or told_change(lower, hit) is not None


_GOES_ON = r"(?:(?:tức|tức là|tương ứng|tương ứng với|tương đương|tương đương với|nghĩa là|như vậy|và|đã)\s)*"
_BEHIND = re.compile(
    rf"(?:[^;.()0-9]{{0,40}}\))?\s?(?:\(?(?:(?:vào|trong|đến|cuối|hết)\s)*năm [0-9]{{4}}\)?)?\s?[,;]?\s?\(?{_GOES_ON}(?:[-+−–]\s?)?"
)
_AGAIN = re.compile(r",\s(?:tức|tức là|tương ứng|tương ứng với|tương đương|tương đương với|nghĩa là|hay)\s?")
"""Before a change that is told once more: *giảm 62 vụ so với 480 vụ, tức giảm 12,9%*."""
_JOINED = re.compile(
    rf"(?:\sso với\s{WHEN})?\s?\)?\s?[,;]?\s?\(?(?:(?:để|và|kéo|đưa|nâng|giảm|tăng|xuống|lên|còn|đạt|qua đó|từ đó|tỷ lệ hộ nghèo|tỷ lệ này|tỷ lệ|số hộ nghèo)\s)*"
)
"""Between a change and its level: ``giảm 2,1%, đưa tỷ lệ hộ nghèo còn 4,8%``."""
_LATER = re.compile(rf"năm {YEAR}")
_OF_OTHER = re.compile(
    r"[^;.,()0-9]{0,30}?(?<!\w)(?:so với|so|của)\s(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|giai đoạn(?! (?:19|20)[0-9]{2}\s?[-–]\s?(?:19|20)[0-9]{2}\s?\()|kịch bản|bình quân|cả nước)"
    r"|\s(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?!\w)"
)
_OF_YEAR = re.compile(rf"[^;.,()0-9]{{0,20}}?(?<!\w)so với\s{WHEN}")
_TIMES_OF = re.compile(rf"\s(?:(?:so với|của)\s)?{WHEN}")
"""Behind how many times an amount is: *gấp 1,7 lần năm 2025*."""
_EACH_YEAR = re.compile(
    r"(?<!\w)(?:bình quân(?! đầu người| mỗi người| chung|/)|trung bình|mỗi năm|hằng năm|hàng năm)(?!\w)"
)
_NEAR, _REACH_BACK = 16, 40
_VERB = re.compile(r"(?<!\w)(giảm|tăng|nâng)(?= (?:tỷ lệ|còn|xuống|lên|dưới|đạt|\w+ lên))")


def steps(passage: Passage, year: int | None = None) -> Iterator[Step]:
    """Yield the levels beside which the sentence gives the value of an earlier time.

    Args:
        passage: the text with its amounts.
        year: the year the text is for: a change *for each year* is looked at against the year before that only.
    """
    piece, hits = passage
    lower = piece.source.lower
    told: dict[int, tuple[Way, int | None]] = {}
    for at, before in enumerate(hits):
        if before.target.upper is not None or before.target.change is not Change.LEVEL or is_ratio(lower, before):
            continue
        found, rate_first = earlier(lower, before), False
        if found is None and at - 1 in told:
            former = hits[at - 1]
            if NEXT_IN_BRACKET.fullmatch(lower, former.numeral.end, before.start):
                found = told[at - 1]  # "(6,1%, 122 hộ)"
                rate_first = former.target.quantity.unit.label in PERCENT
        if found is None:
            continue
        step = _step(_sentence(piece, hits, at, told), *found, year)
        told[at] = found
        if step is not None and rate_first:  # "giảm 1%" is the fall of the rate
            step = evolve(step, changes=tuple(change for change in step.changes if not is_rate(change)))
        if step is not None:
            yield step


def _step(sentence: Sentence, way: Way, year: int | None, now: int | None) -> Step | None:
    """Return the step of a sentence to its earlier value; None if no level belongs to that."""
    kin = [at for at, hit in enumerate(sentence.hits) if at != sentence.at and sentence.is_kin(hit)]
    level = _level(sentence, [at for at in kin if at not in sentence.earlier])
    if level is None:
        return None
    hits, before = sentence.hits, sentence.before
    own = _LATER.findall(sentence.lower, max(0, hits[level].name_end - _REACH_BACK), hits[level].numeral.start)
    now = int(own[-1]) if own else now
    told = [(at, change) for at in _between(sentence, level) if (change := _firm(sentence, at, year, now))]
    named = [of_noun(change, hits[level].target.quantity.unit) for _, change in told]
    if not named and way is Way.VERSUS:
        spoken = spoken_change(sentence.lower, hits[level].numeral.end, before.start)
        named = [spoken] if spoken is not None else []
    rest = [
        hits[at]
        for at in kin
        if at != level
        and not is_base(sentence.lower, hits[at])
        and not _EACH_YEAR.search(sentence.lower, max(0, hits[at].start - _NEAR), hits[at].numeral.start)
        and not PARTS.search(sentence.lower, before.numeral.end, max(before.numeral.end, hits[at].start))
    ]
    others = [(hits[level], one) for one in rest] + [(one, before) for one in rest]
    first = min(hits[level], before, *(hits[at] for at in _between(sentence, level)), key=lambda hit: hit.start)
    verbs = _VERB.findall(sentence.lower, max(0, first.name_end - REACH), hits[level].numeral.start)
    verb = verbs[-1] if verbs and not named and not others else ""
    name = name_before(sentence.piece, first)
    bound = bool(named) and (way is not Way.BRACKET or any(_in_bracket_of(sentence, at) for at, _ in told))
    former, priced = named_as(before, hits[level]), sentence.is_priced()
    return Step(name, hits[level], former, year, tuple(named), bound, verb, tuple(others), priced)


def _in_bracket_of(sentence: Sentence, at: int) -> bool:
    """Whether a change stands in the bracket of the earlier value: *(năm 2025: 4,5%, giảm 1,0 điểm phần trăm)*."""
    first, last = sorted((sentence.hits[at], sentence.before), key=lambda hit: hit.start)
    between = sentence.lower[first.numeral.end : last.start]
    return "(" not in between and ")" not in between


def _level(sentence: Sentence, kin: Sequence[int]) -> int | None:
    """Return which amount is the level that goes with an earlier value."""
    hits, at, lower = sentence.hits, sentence.at, sentence.lower
    ahead = [
        one
        for one in kin
        if one < at
        and not is_base(lower, hits[one])
        and not leaves_bracket(lower, hits[one].numeral.start, hits[one].numeral.end, hits[at].numeral.start)
    ]
    if ahead:
        total = hits[at].target.total  # "30/37 xã, gồm … 9/10 xã; tăng 2 xã so với năm 2025 (28/37 xã)"
        alike = [one for one in ahead if total is not None and hits[one].target.total == total]
        return alike[-1] if alike else ahead[-1]
    behind = next((one for one in kin if one > at), None)
    if behind is None or behind != sentence.after(at) or (at and sentence.change(at - 1) is None):
        return None
    return behind if not at or _JOINED.fullmatch(lower, hits[behind - 1].numeral.end, hits[behind].start) else None


def _between(sentence: Sentence, level: int) -> list[int]:
    """Return which amounts may be changes from the earlier value to the level: between, before or behind both."""
    hits, at, lower = sentence.hits, sentence.at, sentence.lower
    first, last = min(level, at), max(level, at)
    found: list[int] = []
    strange = False
    for one in range(level + 1, at):
        of_base = is_ratio(lower, hits[one]) and is_base(lower, hits[one + 1])
        of_plan = one - 1 > level and is_base(lower, hits[one - 1]) and _beside(lower, hits[one - 1], hits[one])
        change = sentence.change(one) if not (of_base or of_plan) else None
        if change is None:
            aside = (
                is_ratio(lower, hits[one]) or is_base(lower, hits[one]) or _OF_OTHER.match(lower, hits[one].numeral.end)
            )
            strange = strange or not aside
        elif not strange or not is_rate(change):
            found.append(one)  # "5.000 tỷ đồng, trong đó thủy sản 37 tỷ đồng, tăng 8%": of which is not sure
    if not found and first and sentence.change(first - 1) is not None:
        ahead = hits[first - 1]
        takes = "chiếm" in lower[ahead.numeral.end : hits[first].numeral.start]  # "tăng 4%, chiếm 27% tổng số"
        if level > at or (not takes and _JOINED.fullmatch(lower, ahead.numeral.end, hits[first].start)):
            found.append(first - 1)
    behind = sentence.after(last)
    if behind == len(hits) or sentence.change(behind) is None:
        return found
    joins = _AGAIN if found else _BEHIND
    return [*found, behind] if joins.fullmatch(lower, hits[behind - 1].numeral.end, hits[behind].start) else found


_BESIDE = re.compile(r",\s(?:tăng|giảm|vượt)\s")


def _beside(lower: str, base: TargetHit, change: TargetHit) -> bool:
    """Whether a change stands right behind an amount that it is against: *(kế hoạch 200 ha, tăng 10%; năm 2025: 190 ha)*."""
    return _BESIDE.fullmatch(lower, base.end, change.numeral.start) is not None


def _firm(sentence: Sentence, at: int, year: int | None, now: int | None) -> Target | None:
    """Return a change, if it is one from the earlier value to the level and from nothing else."""
    hit, lower = sentence.hits[at], sentence.lower
    change = sentence.change(at)
    end = hit.numeral.end
    if change is None or _OF_OTHER.match(lower, end):
        return None
    if is_rate(change) and sentence.has_two_prices():
        return None
    against = (_TIMES_OF if hit.target.quantity.unit.label == "lần" else _OF_YEAR).match(lower, end)
    if against is not None and year is not None and year_of(against) not in (None, year):
        return None
    start = max(sentence.hits[at - 1].numeral.end if at else 0, hit.start - _NEAR)
    yearly = hit.target.quantity.unit.label.endswith("/năm") or _EACH_YEAR.search(lower, start, end)
    yearly = yearly or _EACH_YEAR.match(lower, end + 1)
    return change if not yearly or (now is not None and year == now - 1) else None
