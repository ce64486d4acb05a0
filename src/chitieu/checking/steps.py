"""A level, the change to it and the value of an earlier time, told in one sentence.

Plans say these three in many orders: ``còn 3,5%, giảm 1,0% so với năm 2025 (4,5%)``, ``giảm 1,0% (từ 4,5% xuống 3,5%)``,
``năm 2025 là 4,5%, đến năm 2026 còn 3,5%, giảm 1,0%``. Other amounts may stand between (``tương ứng 84 hộ``): what belongs
together is told by the units.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from attrs import evolve, frozen

from chitieu.checking.earlier import BESIDE, NEXT_IN_BRACKET, WHEN, YEAR, Way, earlier, year_of
from chitieu.checking.in_order import IN_ORDER, changes_between, goes_on_later, in_the_end, taken_together
from chitieu.checking.nouns import counts_alike, is_shorter
from chitieu.checking.passages import REACH, Passage, name_before
from chitieu.checking.pieces import Piece
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["PRICED", "Step", "steps"]

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
    """

    name: str
    level: TargetHit
    before: TargetHit
    year: int | None = None
    changes: tuple[Target, ...] = ()
    bound: bool = False
    verb: str = ""
    others: tuple[tuple[TargetHit, TargetHit], ...] = ()


# --- what is a level, what a change ------------------------------------------------------------------------------------

_RATIO_TO = re.compile(r"(?<!\w)(?:bằng|gấp)\s(?:khoảng\s)?$")
_IN_BRACKET = re.compile(r"\s?\(")
_AGAIN = re.compile(r"\s?(?:\(|,\s(?:tương ứng|tương đương|tức|bằng)\s(?:với\s)?)")
_PERCENT = ("%", "‰")
_STOP = re.compile(r"[;|]|\.(?=\s)")
PRICED = re.compile(r"(?<!\w)(?:giá so sánh|grdp|tổng sản phẩm|giá trị sản xuất|giá trị tăng thêm|gtsx)(?!\w)")
"""Words of what is told at constant prices in one place and at current prices in another."""


def _is_ratio(lower: str, hit: TargetHit) -> bool:
    """Whether an amount says what part of another one is: ``bằng 108% so với năm 2025``, ``gấp 1,5 lần``."""
    if hit.target.quantity.unit.label not in ("%", "lần"):
        return False
    return _RATIO_TO.search(lower, max(0, hit.numeral.start - 20), hit.numeral.start) is not None


def _is_rate(change: Target) -> bool:
    return change.quantity.unit.kind is UnitKind.RATIO


def _from_ratio(target: Target) -> Target:
    """Return ``bằng 108%``, ``gấp 1,08 lần`` as a rise by 8%, its last digit kept."""
    value = target.quantity.value
    more = value - 100 if target.quantity.unit.label == "%" else (value - 1).scaleb(2)
    return Target(Quantity(abs(more), "%"), change=Change.INCREASE if more >= 0 else Change.DECREASE)


@frozen(eq=False)
class _Sentence:
    """The amounts of a statement, in order, which of them is the earlier value, and which are others that were told before."""

    piece: Piece
    hits: Sequence[TargetHit]
    at: int
    earlier: frozenset[int] = frozenset()

    @property
    def lower(self) -> str:
        return self.piece.source.lower

    @property
    def before(self) -> TargetHit:
        return self.hits[self.at]

    def is_priced(self) -> bool:
        """Whether the amounts are of current prices, and their growth perhaps of those of another year."""
        if self.before.target.quantity.unit.kind is not UnitKind.MONEY:
            return False
        start, end = self.hits[0].name_end, self.before.numeral.end
        stops = [stop.end() for stop in _STOP.finditer(self.lower, max(0, start - REACH), start)]
        return PRICED.search(self.lower, stops[-1] if stops else max(0, start - REACH), end) is not None

    def is_kin(self, hit: TargetHit) -> bool:
        """Whether an amount is a level of what the earlier value is one of."""
        target, unit = hit.target, self.before.target.quantity.unit
        whole = target.change is Change.LEVEL and target.total is None
        return whole and counts_alike(target.quantity.unit, unit) and not _is_ratio(self.lower, hit)

    def after(self, at: int) -> int:
        """Return which amount is next behind one and the bracket that tells it in other amounts: ``5% (60/1.200 hộ)``."""
        hits, lower, start = self.hits, self.lower, self.hits[at].numeral.end
        close = lower.find(")", start, start + REACH) if _IN_BRACKET.match(lower, start) else start
        behind = at + 1
        while behind < len(hits) and hits[behind].numeral.start < close:
            if self.is_kin(hits[behind]) or self.change(behind) is not None:
                return at + 1
            behind += 1
        return behind

    def change(self, at: int) -> Target | None:
        """Return the change that an amount is to the earlier value; None for another one."""
        hit, unit = self.hits[at], self.before.target.quantity.unit
        target, size = hit.target, hit.target.quantity.unit
        if target.change is Change.LEVEL:
            if _is_ratio(self.lower, hit) and unit.label not in _PERCENT:
                return _from_ratio(target) if target.bound is Bound.EXACT else None
            previous = self.hits[at - 1] if at else None
            if (
                previous is None
                or previous.target.change is Change.LEVEL
                or (self.is_kin(hit) and unit.label in _PERCENT)
            ):
                return None
            if not _AGAIN.fullmatch(self.lower, previous.numeral.end, hit.start):
                return None
            target = evolve(target, change=previous.target.change)  # "giảm 38 hộ (1,9 điểm phần trăm)"
        if size.label == "điểm" and unit.label in _PERCENT:
            return evolve(target, quantity=Quantity(target.quantity.value, "điểm phần trăm"))
        if size.kind is UnitKind.POINTS:
            return target if unit.label in _PERCENT else None
        if is_shorter(size.label, unit.label):  # "25 hộ nghèo" of "120 hộ", "5 triệu đồng" of "62 triệu đồng/năm"
            upper = None if target.upper is None else Quantity(target.upper.value, unit)
            return evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper)
        return target if size.kind is UnitKind.RATIO or size.same_dimension(unit) else None


# --- one sentence ------------------------------------------------------------------------------------------------------

_NEW_MATTER = re.compile(r";|\.(?=\s|$)|\|")
_NEW_LINE = re.compile(r"\n\s{0,20}(?:[-+*•]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[a-zđ]\)|\n)")


def _sentence(piece: Piece, hits: Sequence[TargetHit], at: int, told: Container[int]) -> _Sentence:
    """Return the statement around an amount."""
    first = last = at
    while first and at - first < _MOST and not _is_apart(piece, hits[first - 1], hits[first]):
        first -= 1
    while last + 1 < len(hits) and last - at < _MOST and not _is_apart(piece, hits[last], hits[last + 1]):
        last += 1
    earlier = frozenset(one - first for one in range(first, last + 1) if one in told)
    return _Sentence(piece, hits[first : last + 1], at - first, earlier)


def _is_apart(piece: Piece, left: TargetHit, right: TargetHit) -> bool:
    """Whether a sentence ends between two amounts, or a line of a list begins, or too much stands there."""
    start, end = left.numeral.end, right.numeral.start
    if end - start > REACH or _NEW_LINE.search(piece.source.text, start, end):
        return True
    if _NEW_MATTER.search(piece.source.lower, start, end) is None:
        return False
    goes_on = right.target.change is not Change.LEVEL  # "còn 3,5%; giảm 1,0% so với …"
    words = piece.source.lower[start : right.start].strip()
    return not ((goes_on and words == ";") or goes_on_later(words))


_GOES_ON = r"(?:(?:tức|tức là|tương ứng|tương ứng với|tương đương|tương đương với|nghĩa là|như vậy|và|đã)\s)*"
_BEHIND = re.compile(
    rf"(?:[^;.()0-9]{{0,40}}\))?\s?(?:\(?(?:(?:vào|trong|đến|cuối|hết)\s)*năm [0-9]{{4}}\)?)?\s?[,;]?\s?\(?{_GOES_ON}"
)
_JOINED = re.compile(
    r"\s?\)?\s?[,;]?\s?\(?(?:(?:để|và|kéo|đưa|nâng|giảm|tăng|xuống|lên|còn|đạt|qua đó|từ đó|tỷ lệ hộ nghèo|tỷ lệ này|tỷ lệ|số hộ nghèo)\s)*"
)
"""Between a change and its level: ``giảm 2,1%, đưa tỷ lệ hộ nghèo còn 4,8%``."""
_BEFORE_FROM = re.compile(rf"(?:\s\w{{1,12}}){{0,2}}(?:\sso với\s{WHEN})?\s?[,:]?\s?\(?(?:tức là |tức |cụ thể )?")
"""``giảm 1,0% so với năm 2025 (từ 4,5% xuống 3,5%)``."""
_TO = re.compile(
    r"(?:\s\([^()]{0,30}\)|[0-9.,%\s]{0,3}\))?[^;.0-9]{0,40}?(?:năm [0-9]{4}[^;.0-9]{0,40}?)?(?<!\w)(?:lên|xuống|còn|thành|đến|tới)(?!\w)[^;.0-9]{0,30}(?:năm [0-9]{4}\s)?"
    r"(?:[0-9][0-9.,]{0,12}\s\w{1,12}(?:\s\w{1,12})?\s\()?"
)
_PARTS = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng)(?!\w)")
"""Words behind which stand parts: none of them was meant for the whole."""
_LATER = re.compile(rf"năm {YEAR}")
_OF_OTHER = re.compile(
    r"[^;.,()0-9]{0,30}?(?<!\w)(?:so với|so|của)\s(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|giai đoạn|kịch bản|bình quân|cả nước)"
    r"|\s(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?!\w)"
)
_OF_YEAR = re.compile(rf"[^;.,()0-9]{{0,20}}?(?<!\w)so với\s{WHEN}")
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
        if before.target.upper is not None or before.target.change is not Change.LEVEL or _is_ratio(lower, before):
            continue
        found, rate_first = earlier(lower, before), False
        if found is None and at - 1 in told and told[at - 1][0] is not Way.FIRST:
            former = hits[at - 1]
            again = NEXT_IN_BRACKET if told[at - 1][0] in BESIDE else _IN_BRACKET
            if again.fullmatch(lower, former.numeral.end, before.start):
                alike = former.target.quantity.unit.same_dimension(before.target.quantity.unit)
                found = None if alike else told[at - 1]  # "(6,1%, 122 hộ)"
                rate_first = former.target.quantity.unit.label in _PERCENT
        if found is None:
            continue
        step = _step(_sentence(piece, hits, at, told), *found, year)
        if step is not None or found[0] is not Way.FIRST:
            told[at] = found
        if step is not None and rate_first:  # "giảm 1%" is the fall of the rate
            step = evolve(step, changes=tuple(change for change in step.changes if not _is_rate(change)))
        if step is not None:
            yield step


def _step(sentence: _Sentence, way: Way, year: int | None, now: int | None) -> Step | None:
    """Return the step of a sentence to its earlier value; None if no level belongs to that."""
    kin = [at for at, hit in enumerate(sentence.hits) if at != sentence.at and sentence.is_kin(hit)]
    level = _level(sentence, way, year, [at for at in kin if at not in sentence.earlier])
    if level is None:
        return None
    hits, before = sentence.hits, sentence.before
    own = _LATER.findall(sentence.lower, max(0, hits[level].name_end - _REACH_BACK), hits[level].numeral.start)
    now = int(own[-1]) if own else now
    named = [change for at in _between(sentence, way, level) if (change := _firm(sentence, at, year, now))]
    named = taken_together(named, hits[level].target.quantity.unit) if way in IN_ORDER else named
    if not named and (way not in BESIDE or level > sentence.at):
        return None
    rest = [
        hits[at]
        for at in kin
        if at != level
        and not _PARTS.search(sentence.lower, before.numeral.end, max(before.numeral.end, hits[at].start))
    ]
    others = [(hits[level], one) for one in rest] + [(one, before) for one in rest]
    first = min(hits[level], before, *(hits[at] for at in _between(sentence, way, level)), key=lambda hit: hit.start)
    verbs = _VERB.findall(sentence.lower, max(0, first.name_end - REACH), hits[level].numeral.start)
    verb = verbs[-1] if verbs and not named and not others else ""
    name = name_before(sentence.piece, first)
    bound = bool(named) and way is not Way.BRACKET
    return Step(name, hits[level], _named_as(before, hits[level]), year, tuple(named), bound, verb, tuple(others))


def _named_as(hit: TargetHit, other: TargetHit) -> TargetHit:
    """Return an amount with the noun of another that counts the same things."""
    unit = other.target.quantity.unit
    if hit.target.quantity.unit.same_dimension(unit):
        return hit
    return evolve(hit, target=evolve(hit.target, quantity=Quantity(hit.target.quantity.value, unit)))


def _level(sentence: _Sentence, way: Way, year: int | None, kin: Sequence[int]) -> int | None:
    """Return which amount is the level that goes with an earlier value."""
    hits, at, lower = sentence.hits, sentence.at, sentence.lower
    behind = next((one for one in kin if one > at), None)
    if way in BESIDE:
        ahead = [one for one in kin if one < at]
        if ahead:
            return ahead[-1]
        end = lower.find(")", hits[at].numeral.end, hits[at].numeral.end + REACH) + 1 or hits[at].numeral.end
        if behind is None or behind != sentence.after(at) or (at and sentence.change(at - 1) is None):
            return None
        return behind if not at or _JOINED.fullmatch(lower, min(end, hits[behind].start), hits[behind].start) else None
    if behind is None:
        return None
    start, end = hits[at].numeral.end, hits[behind].numeral.start
    if way is Way.FROM:
        return behind if _TO.fullmatch(lower, start, end) else None
    if way is Way.START:
        return behind if in_the_end(lower, hits[behind - 1].numeral.end, end) else None
    years = [int(found) for found in _LATER.findall(lower, start, end)]
    return behind if year is not None and any(found > year for found in years) else None


def _between(sentence: _Sentence, way: Way, level: int) -> list[int]:
    """Return which amounts may be changes from the earlier value to the level: between, before or behind both."""
    hits, at, lower = sentence.hits, sentence.at, sentence.lower
    first, last = min(level, at), max(level, at)
    found: list[int] = []
    if way in BESIDE and level < at:
        strange = False
        for one in range(level + 1, at):
            change = sentence.change(one)
            if change is None:
                strange = strange or not (_is_ratio(lower, hits[one]) or _OF_OTHER.match(lower, hits[one].numeral.end))
            elif not strange or not _is_rate(change):
                found.append(one)  # "5.000 tỷ đồng, trong đó thủy sản 37 tỷ đồng, tăng 8%": of which is not sure
    if way in IN_ORDER:
        found = changes_between(
            lower, hits, [one for one in range(first + 1, last) if sentence.change(one) is not None]
        )
    if not found and first and sentence.change(first - 1) is not None:
        ahead = hits[first - 1]
        joined = _BEFORE_FROM if way is Way.FROM else _JOINED
        if joined.fullmatch(lower, ahead.numeral.end, hits[first].start) or (way in BESIDE and level > at):
            found.append(first - 1)
    behind = sentence.after(last)
    if found or behind == len(hits) or sentence.change(behind) is None:
        return found
    return [behind] if _BEHIND.fullmatch(lower, hits[behind - 1].numeral.end, hits[behind].start) else []


def _firm(sentence: _Sentence, at: int, year: int | None, now: int | None) -> Target | None:
    """Return a change, if it is one from the earlier value to the level and from nothing else."""
    hit, lower = sentence.hits[at], sentence.lower
    change = sentence.change(at)
    end = hit.numeral.end
    if change is None or _OF_OTHER.match(lower, end) or (_is_rate(change) and sentence.is_priced()):
        return None
    against = _OF_YEAR.match(lower, end)
    if against is not None and year is not None and year_of(against) not in (None, year):
        return None
    start = max(sentence.hits[at - 1].numeral.end if at else 0, hit.start - _NEAR)
    yearly = hit.target.quantity.unit.label.endswith("/năm") or _EACH_YEAR.search(lower, start, end)
    yearly = yearly or _EACH_YEAR.match(lower, end + 1)
    return change if not yearly or (now is not None and year == now - 1) else None
