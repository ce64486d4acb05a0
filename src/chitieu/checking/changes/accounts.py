"""Levels of two times and the changes between them, in whatever order they are told.

``năm 2024 là 20 xã, năm 2025 là 24 xã; tăng 4 xã``, ``24 xã, cao hơn kế hoạch 2 xã (kế hoạch 22 xã)``, ``đầu năm 30 hộ, phát sinh 2 hộ,
thoát nghèo 9 hộ, cuối năm 23 hộ``. Each amount of one thing plays a part: it is a level, of a time, or a change, against a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from chitieu.checking.changes.in_order import taken_together
from chitieu.checking.changes.moves import compared, flow, is_closed
from chitieu.checking.changes.said_of_one import said_of_one
from chitieu.checking.changes.statements import PERCENT, Sentence, is_rate, is_ratio, named_as, of_noun
from chitieu.checking.changes.steps import Step
from chitieu.checking.changes.times import AT_THE_END, Time, times_in
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind, parse_unit

__all__ = ["accounts"]


@frozen(eq=False)
class _Level:
    hit: TargetHit
    time: Time | None


@frozen(eq=False)
class _Move:
    """A change, what time it is told against, and whether for each of several years."""

    hit: TargetHit
    change: Target
    against: Time | None
    yearly: bool
    flow: bool


_AGAINST = re.compile(
    r"(?<!\w)(?:so với|so|hơn|bằng|lần|vượt|của)\s(?:(?:mức|thực hiện|ước|cuối|số|kết quả|cả|kinh phí|đã|bố trí|được|giao)\s)*$|%\s(?:(?:ước|thực hiện|của|so với|so)\s)*$|\(\s?$"
)
_RIGHT_BEHIND = re.compile(r"\s\(?(?:(?:vào|trong|của|tại|ở)\s)?")
_TURNS = re.compile(r"\s?(?:[),;]|(?:còn|lên|xuống|tăng|giảm|nâng|đến|thành|sang|rút|chỉ|tới)(?!\w))")
_BESIDE = re.compile(r",\s(?:tăng|giảm|bằng|vượt|đạt)\s")
_ALSO = re.compile(r"(?<!\w)và\s$")
_PARTS = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng)(?!\w)")
"""Words behind which an earlier value may be that of the whole."""
_OF_ANOTHER = re.compile(r"\s(?:so|năm|cùng|kế|dự|ước|thực|của|mức|kh|dt)(?!\w)")
_EACH_YEAR = re.compile(
    r"(?<!\w)(?:bình quân(?! đầu người| mỗi người| chung|/)|trung bình|mỗi năm|hằng năm|hàng năm)(?!\w)|/năm"
)
_OF_OTHER = re.compile(r"(?<!\w)(?:bình quân (?:chung|cả nước|toàn)|cả nước|giai đoạn)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ\s(?:(?:mức|khoảng|hạng|vị trí|thứ)\s)*$")
_CLAUSE = re.compile(r"[,;:.(]")


class _Account:
    """The amounts that are told of one thing, each with its part."""

    def __init__(self, piece: Piece, opening: str, hits: Sequence[TargetHit], year: int | None) -> None:
        self.piece, self.opening, self.hits, self.year = piece, opening, hits, year
        self.lower = piece.source.lower

    @property
    def name(self) -> str:
        """What is measured: the last words ahead that are not of time."""
        start = self.hits[0].numeral.start - len(self.opening)
        words = self.piece.source.flat[start : self.hits[0].name_end]
        for time in reversed(list(times_in(words.lower()))):
            words = f"{words[: time.start]},{words[time.end :]}"
        clauses = [clause.strip(" -+*•") for clause in _CLAUSE.split(words)]
        return next((clause for clause in reversed(clauses) if clause), "") or name_before(self.piece, self.hits[0])

    @property
    def between(self) -> str:
        """The words from the first amount on, up to the end of the clause of the last."""
        return " ".join(self.behind(at) for at in range(len(self.hits)))

    def is_aside(self, former: TargetHit, moves: Sequence[_Move]) -> bool:
        """Whether an earlier value stands alone in a bracket, so that it is not sure that a change is from that."""
        start = self.lower.rfind("(", self.hits[0].start, former.numeral.start)
        if start < 0 or ")" in self.lower[start : former.numeral.start]:
            return False
        end = self.lower.find(")", former.numeral.end) % len(self.lower)
        return not any(start < move.hit.start < end for move in moves)

    def ahead(self, at: int) -> str:
        """The words before an amount, back to the one before it."""
        if not at:
            return self.opening
        return self.lower[self.hits[at - 1].numeral.end : self.hits[at].numeral.start]

    def behind(self, at: int) -> str:
        """The words behind an amount, up to the next one or the end of its clause."""
        start = self.hits[at].numeral.end
        if at + 1 < len(self.hits):
            return self.lower[start : self.hits[at + 1].numeral.start]
        return re.split(r"[;.|\n]", self.lower[start : start + 80], maxsplit=1)[0]

    def time_of_level(self, at: int) -> Time | None:
        """The time of a level: told ahead of it, else right behind."""
        words = self.ahead(at)
        found = [one for one in times_in(words) if at or not one.time.is_planned or words[: one.start].endswith("(")]
        if at and found and self.right_behind(at - 1) is not None:
            found = found[1:]  # it tells of the amount before
        if found:
            return found[-1].time
        behind = self.right_behind(at)
        return Time(-1) if behind is None and _FROM.search(self.ahead(at)) else behind

    def right_behind(self, at: int) -> Time | None:
        """The time told right behind an amount, unless what follows shows that it is that of the next: *(năm 2025: 24 xã)*."""
        words = self.behind(at)
        told = next(times_in(words), None)
        if told is None or not _RIGHT_BEHIND.fullmatch(words[: told.start]):
            return None
        return told.time if at + 1 == len(self.hits) or _TURNS.match(words[told.end :]) else None

    def against(self, at: int) -> tuple[Time | None, bool]:
        """The time a change is told against, and whether it is against something that is no time."""
        ahead, behind = _CLAUSE.split(self.ahead(at))[-1], self.behind(at)
        if _OF_OTHER.search(f"{ahead} # {behind}"):
            return None, True
        for words in (behind, ahead):
            for one in times_in(words):
                led = words[: one.start]
                if (
                    words is behind
                    and not led.strip(" ")
                    and "%" in self.lower[self.hits[at].numeral.start : self.hits[at].numeral.end]
                ):
                    return one.time, False
                if (_AGAINST.search(led) and not led.endswith("(")) or one.time.is_planned:
                    return one.time, False
        return None, False


def accounts(passage: Passage, year: int | None = None) -> Iterator[tuple[Sequence[TargetHit], Sequence[Step]]]:
    """Yield the amounts of accounts that are understood, each with the levels to which a change leads from an earlier one.

    Args:
        passage: a text with its amounts.
        year: the year the text is for; a level of no time is of that, or later than those of other years.
    """
    piece, hits = passage
    for ahead, row in said_of_one(piece, hits):
        found = [] if _PARTS.search(ahead) else list(_steps(_Account(piece, ahead, row, year)))
        if found:
            yield row, found


def _steps(account: _Account) -> Iterator[Step]:
    hits = account.hits
    flows = {at: way for at in range(len(hits)) if (way := _flow(account, at)) is not None}
    parts = _parts(account, flows)
    if parts is None:
        return
    levels, moves = parts
    now, *others = sorted(levels, key=lambda one: _order(one.time), reverse=True)
    if others and (_order(others[0].time) == _order(now.time) or not _may_follow(now, others[0], account.year)):
        return
    step = Step(account.name, now.hit, now.hit, bound=True)
    if not others:
        virtual = _before_both(now, moves)
        if virtual is not None:
            yield evolve(step, before=virtual, changes=tuple(move.change for move in moves if is_rate(move.change)))
        return
    for former in others:
        own = [move for move in moves if _is_from(move, former, now, alone=len(others) == 1)]
        changes = [_in_all(move, former, now) for move in own]
        told = [of_noun(one, now.hit.target.quantity.unit) for one in changes if one is not None]
        between = all(former.hit.start < move.hit.start < now.hit.start and move.against is None for move in own)
        flows_told = any(move.flow for move in own)
        if flows_told and (not _is_start(former.time) or not is_closed(flows.values(), account.between)):
            continue
        if flows_told or between:
            told = taken_together(told, now.hit.target.quantity.unit)
        if told:
            year = former.time.year if former.time is not None else None
            bound = any(move.against is not None for move in own) or not account.is_aside(former.hit, own)
            before = named_as(former.hit, now.hit)
            yield evolve(step, before=before, year=year, changes=tuple(told), bound=bound)


def _order(time: Time | None) -> int:
    return AT_THE_END if time is None else time.order


def _may_follow(now: _Level, former: _Level, year: int | None) -> bool:
    """Whether it is sure which of two levels is the earlier one."""
    if now.time is not None or former.time is None or former.time.year is None:
        return True
    return year is not None and former.time.year < year


def _is_start(time: Time | None) -> bool:
    """Whether a time is the beginning of an account: only then all that comes and goes is told."""
    return time is not None and (time.order == -1 or bool(time.order % 2))


def _is_from(move: _Move, former: _Level, now: _Level, *, alone: bool) -> bool:
    if move.against is None or move.against == now.time:
        return alone and not (former.time is not None and former.time.is_planned)
    if move.against.is_planned and now.hit.target.quantity.unit.label not in PERCENT:
        return False  # a rule of its own looks at results and plans
    return former.time is not None and former.time.may_be(move.against)


def _parts(account: _Account, flows: dict[int, Change]) -> tuple[list[_Level], list[_Move]] | None:
    """Return the levels and the changes of an account; None if an amount of it is neither."""
    hits = account.hits
    base = next((at for at, hit in enumerate(hits) if _is_level(account, at, flows)), None)
    if base is None:
        return None
    sentence = Sentence(account.piece, hits, base)
    unit = hits[base].target.quantity.unit
    levels: list[_Level] = []
    moves: list[_Move] = []
    for at, hit in enumerate(hits):
        change = _change(sentence, at, flows) if at != base else None
        if change is None and sentence.is_kin(hit):
            if hit.target.upper is not None:
                return None
            levels.append(_Level(hit, account.time_of_level(at)))
        elif change is None:
            return None
        else:
            against, other = account.against(at)
            if (
                against is None
                and levels
                and at
                and levels[-1].hit is hits[at - 1]
                and _BESIDE.fullmatch(account.ahead(at))
            ):
                against = levels[-1].time  # "(kế hoạch 200 ha, tăng 5%; …)"
            if other or (is_rate(change) and sentence.is_priced() and "giá so sánh" not in account.opening):
                continue
            yearly = (
                _EACH_YEAR.search(account.ahead(at))
                or _EACH_YEAR.match(account.behind(at).lstrip())
                or "/năm" in hit.target.quantity.unit.label
            )
            moves.append(_Move(hit, change, against, bool(yearly) and "/năm" not in unit.label, at in flows))
    return levels, moves


def _is_level(account: _Account, at: int, flows: dict[int, Change]) -> bool:
    hit = account.hits[at]
    if at in flows or hit.target.change is not Change.LEVEL or hit.target.quantity.unit.kind is UnitKind.POINTS:
        return False
    return Sentence(account.piece, account.hits, at).is_kin(hit)


def _change(sentence: Sentence, at: int, flows: dict[int, Change]) -> Target | None:
    hit = sentence.hits[at]
    if at in flows:
        return evolve(hit.target, change=flows[at])
    unit = sentence.before.target.quantity.unit
    if hit.target.quantity.unit.dimension == "rank difference" and unit.kind is UnitKind.RANK:
        falls = hit.target.change is Change.INCREASE  # a better place has a smaller number
        size = Quantity(hit.target.quantity.value, unit)
        return Target(size, change=Change.DECREASE if falls else Change.INCREASE, bound=hit.target.bound)
    more = compared(sentence.lower[sentence.hits[at - 1].numeral.end : hit.numeral.start]) if at else None
    if more is not None:
        plain = evolve(hit, target=evolve(hit.target, change=more, bound=Bound.EXACT))
        sentence = evolve(sentence, hits=[*sentence.hits[:at], plain, *sentence.hits[at + 1 :]])
    if at and is_ratio(sentence.lower, hit) and not _OF_ANOTHER.match(sentence.lower, hit.numeral.end):
        former = sentence.change(at - 1)
        if former is not None and unit.label not in PERCENT:  # "giảm 8 đầu mối, bằng 40%"
            return evolve(hit.target, change=former.change)
    found = sentence.change(at)
    if found is None and at and _ALSO.search(sentence.lower, sentence.hits[at - 1].numeral.end, hit.numeral.start):
        former = sentence.change(at - 1)
        if former is not None and not sentence.is_kin(hit):  # "giảm 0,1% so với quý trước và 0,3% so với cùng kỳ"
            plain = evolve(hit, target=evolve(hit.target, change=former.change))
            sentence = evolve(sentence, hits=[*sentence.hits[:at], plain, *sentence.hits[at + 1 :]])
            found = sentence.change(at)
    return found


def _flow(account: _Account, at: int) -> Change | None:
    """Return which way things go that are counted on the way from one level to another."""
    hit, ahead = account.hits[at], account.ahead(at)
    level = hit.target.change is not Change.LEVEL or any(one.time.year for one in times_in(ahead))
    return None if level or not at else flow(ahead, account.behind(at))


def _in_all(move: _Move, former: _Level, now: _Level) -> Target | None:
    """Return a change for all the years between two levels, if it is told for each of them; rates of growth are not added up."""
    change = move.change
    if not move.yearly:
        return change
    years = [one.time.year if one.time is not None else None for one in (former, now)]
    if years[0] is None or years[1] is None or years[0] >= years[1] or change.bound is not Bound.EXACT:
        return None
    if is_rate(change) and now.hit.target.quantity.unit.label not in PERCENT:
        return None
    label = change.quantity.unit.label.removesuffix("/năm")
    exponent = int(change.quantity.value.as_tuple().exponent)
    half, size, times = Decimal(1).scaleb(exponent) / 2, change.quantity.value, years[1] - years[0]
    low, high = (Quantity((size + way * half) * times, parse_unit(label)) for way in (-1, 1))
    return evolve(change, quantity=low, upper=high, bound=Bound.BETWEEN)  # what each year was rounded by adds up


def _before_both(now: _Level, moves: Sequence[_Move]) -> TargetHit | None:
    """Return the earlier value where only the change to it is told, as an amount and in percent: *tăng 80 tấn (tăng 10%)*."""
    sizes = [move for move in moves if not is_rate(move.change)]
    rates = [move for move in moves if is_rate(move.change)]
    firm = all(move.change.bound is Bound.EXACT and move.change.upper is None and not move.yearly for move in moves)
    if len(sizes) != 1 or len(rates) != 1 or not firm or now.hit.target.bound is not Bound.EXACT:
        return None
    size, level = sizes[0].change, now.hit.target.quantity
    if not size.quantity.unit.same_dimension(level.unit) or size.change is not rates[0].change.change:
        return None
    if None not in (sizes[0].against, rates[0].against) and sizes[0].against != rates[0].against:
        return None
    before = level - size.quantity if size.change is Change.INCREASE else level + size.quantity
    return evolve(now.hit, target=Target(before)) if before.amount > 0 else None
