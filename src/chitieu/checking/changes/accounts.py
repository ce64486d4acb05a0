"""Levels of two times and the changes between them, in whatever order they are told.

``năm 2024 là 20 xã, năm 2025 là 24 xã; tăng 4 xã``, ``24 xã, cao hơn kế hoạch 2 xã (kế hoạch 22 xã)``, ``đầu năm 30 hộ, phát sinh 2 hộ,
thoát nghèo 9 hộ, cuối năm 23 hộ``. Each amount of one thing plays a part: it is a level, of a time, or a change, against a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from chitieu.checking.changes.account_parts import Account, Level, Measure, Move, measures
from chitieu.checking.changes.earlier import earlier
from chitieu.checking.changes.misses import missed
from chitieu.checking.changes.moves import is_closed
from chitieu.checking.changes.said_of_one import PARTS, said_of_one
from chitieu.checking.changes.statements import PERCENT, is_rate, named_as, of_noun
from chitieu.checking.changes.steps import Step
from chitieu.checking.changes.times import AT_THE_END, PLANNED, Time
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import text_before
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind, parse_unit

__all__ = ["Told", "accounts", "taken_together"]

_IN_THE_END = re.compile(r"(?<!\w)(?:còn|còn lại|giữ lại|lên|lên thành|xuống)\s(?:khoảng\s)?$")
_BOTH, _LIKELY = 2, 3
"""How many times the change told may be the one made, or that this one, where only the order tells that they belong together."""


@frozen(eq=False)
class Told:
    """What is told of one thing.

    Attributes:
        hits: its amounts.
        steps: the levels to which a change leads from an earlier one.
        loose: levels with a change from what the year before came to, which is not told beside them.
    """

    hits: Sequence[TargetHit]
    steps: Sequence[Step]
    loose: Sequence[tuple[TargetHit, Target]] = ()


def accounts(passage: Passage, year: int | None = None) -> Iterator[Told]:
    """Yield the accounts that are understood.

    Args:
        passage: a text with its amounts.
        year: the year the text is for; a level of no time is of that, or later than those of other years.
    """
    piece, hits = passage
    for ahead, row in said_of_one(piece, hits):
        part = PARTS.search(ahead) is not None  # an earlier value may be that of the whole, if no "từ" leads it
        for account, told in _apart(Account(piece, ahead, row, year)):
            found = [one for one in told if not part or one.levels[0].first]
            steps = [step for measure in found for step in _steps(account, measure)]
            loose = [one for measure in found for one in _loose(measure, year)]
            if steps or loose:
                yield Told(account.hits, steps, loose)


def _apart(row: Account) -> Iterator[tuple[Account, list[Measure]]]:
    """Yield the accounts that stand one behind the other in a row of amounts, each with its measures."""
    piece, hits, year = row.piece, row.hits, row.year
    while len(hits) > 1:
        found, end = measures(row)
        if end == len(hits):
            yield row, found
            return
        if end > 1:
            rated = any(hit.target.quantity.unit.label in PERCENT for hit in hits[end:])
            first = Account(piece, row.opening, hits[:end], year, rated=rated)
            yield first, measures(first)[0]
        end = max(end, 1)
        row = Account(piece, row.lower[hits[end - 1].numeral.end : hits[end].numeral.start], hits[end:], year)
        hits = row.hits


def _steps(account: Account, measure: Measure) -> Iterator[Step]:
    """Yield the steps from each earlier level to the last one."""
    now, *others = sorted(measure.levels, key=lambda one: _order(one.time), reverse=True)
    if not others:
        yield from _virtual(account, now, measure)
        return
    if _order(others[0].time) == _order(now.time):
        first = _set_out_from(account, measure)
        if first is None:
            return
        now, others = measure.levels[1], [first]
    elif not _may_follow(now, others[0], measure, account.year) or _is_compared_with(account, now):
        return
    if any(move.again for move in measure.moves):  # "còn không quá 90 vụ, tức giảm 10%" tells both of one number
        now = evolve(now, hit=evolve(now.hit, target=evolve(now.hit.target, bound=Bound.EXACT)))
    for former in others:
        own = [move for move in measure.moves if _is_from(move, former, now, last=former is others[0])]
        own = [
            one for one in own if not (_is_closed_off(account, one, former, now) or _leads_elsewhere(account, one, now))
        ]
        told = _changes(account, former, now, own)
        if told:
            alone = former is others[0] and all(move.against in (None, now.time) for move in own)
            yield Step(
                account.name,
                now.hit,
                named_as(former.hit, now.hit),
                former.time.year if former.time is not None else None,
                tuple(told),
                bound=former.first
                or any(move.against is not None for move in own)
                or not account.is_aside(former.hit, own),
                others=tuple((now.hit, named_as(one.hit, now.hit)) for one in others[1:]) if alone else (),
                priced=measure.priced,
            )


def _is_compared_with(account: Account, level: Level) -> bool:
    """Whether a level is only what another is compared with: *tăng 5% so với năm 2024 (284 lượt)*."""
    told = earlier(account.lower, level.hit)
    return told is not None and "(" in text_before(account.lower, level.hit.start, 2)


def _changes(account: Account, former: Level, now: Level, own: Sequence[Move]) -> list[Target]:
    """Return the changes from one level to another; none if it is not sure that all of them are told."""
    unit = now.hit.target.quantity.unit
    if any(move.against is not None and not move.flow and not is_rate(move.change) for move in own):
        own = [move for move in own if not move.flow]  # "tăng 120 hộ so với đầu năm; thành lập mới …, giải thể …"
    changes = [_in_all(move, former, now) for move in own] or [account.spoken(former.hit)]
    told = [of_noun(one, unit) for one in changes if one is not None]
    between = all(former.hit.start < move.hit.start < now.hit.start and move.against is None for move in own)
    flows_told = any(move.flow for move in own)
    if flows_told and not (_is_start(former.time) and is_closed(account.flows.values(), account.between)):
        return []
    if flows_told and unit.kind is not UnitKind.COUNT:
        return _net(told, unit)
    return taken_together(told, unit) if between else told


def _net(changes: Sequence[Target], like: Unit) -> list[Target]:
    """Return what came and what went as one change: *vay 300 tỷ đồng, trả nợ 200 tỷ đồng*; none if some is told roughly or otherwise."""
    if any(one.bound is not Bound.EXACT or not one.quantity.unit.same_dimension(like) for one in changes):
        return []
    total = sum(((1 if one.change is Change.INCREASE else -1) * one.quantity.amount for one in changes), Fraction(0))
    size = Quantity(scaled(Decimal(1), abs(total) / like.factor), like)
    return [Target(size, change=Change.INCREASE if total >= 0 else Change.DECREASE)]


def _loose(measure: Measure, year: int | None) -> Iterator[tuple[TargetHit, Target]]:
    """Yield the one level of a measure, if it is the last thing there is, with what it changes by from last year's value."""
    if len(measure.levels) == 1 and year is not None:
        (now,) = measure.levels
        for move in measure.moves:
            against = move.against
            last = against is not None and against.may_be(Time(2 * (year - 1), year - 1)) and not move.yearly
            last = last and not (measure.priced and is_rate(move.change))
            if last and not move.flow and (now.time is None or now.time.year == year):
                yield now.hit, move.change


def _order(time: Time | None) -> int:
    return AT_THE_END if time is None else time.order


def _may_follow(now: Level, former: Level, measure: Measure, year: int | None) -> bool:
    """Whether it is sure which of two levels is the earlier one."""
    if now.time is not None or former.time is None or former.time.year is None or former.first:
        return True
    if any(move.against == former.time for move in measure.moves):
        return True
    return year is not None and former.time.year < year


def _set_out_from(account: Account, measure: Measure) -> Level | None:
    """Return the first of two levels of no time, if what it changes by leads to the other: *120 hộ, giảm 20 hộ, còn 100 hộ*."""
    if len(measure.levels) != _BOTH or any(one.time is not None for one in measure.levels):
        return None
    first, last = measure.levels
    between = all(first.hit.start < move.hit.start < last.hit.start for move in measure.moves)
    if not between or _IN_THE_END.search(account.ahead(account.hits.index(last.hit))) is None:
        return None
    made = abs(last.hit.target.quantity.amount - first.hit.target.quantity.amount)
    for move in measure.moves:
        size = move.change.quantity.amount * (first.hit.target.quantity.amount if is_rate(move.change) else 1)
        if not made < size * _LIKELY or not size < made * _LIKELY:
            return None
    return first


def _is_start(time: Time | None) -> bool:
    """Whether a time is the beginning of an account: only then all that comes and goes is told."""
    return time is not None and bool(time.order % 2)


def _is_from(move: Move, former: Level, now: Level, *, last: bool) -> bool:
    if move.against is None or move.against == now.time:
        return last and not (former.time is not None and former.time.is_planned)
    if former.time is None or (move.against.is_planned and now.hit.target.quantity.unit.label not in PERCENT):
        return False  # a rule of its own looks at results and plans
    if move.against.year is None and former.time.year is not None and not last:
        return False  # "so với năm trước" is the nearest of several years
    return former.time.may_be(move.against)


def _is_closed_off(account: Account, move: Move, former: Level, now: Level) -> bool:
    """Whether a clause ends between a change with its earlier value and a level: *tăng 12% so với năm 2024 (490 ha); năm 2026 605 ha*."""
    if move.against is None or not move.hit.start < former.hit.start < now.hit.start:
        return False
    return ";" in account.lower[former.hit.numeral.end : now.hit.numeral.start]


def _leads_elsewhere(account: Account, move: Move, now: Level) -> bool:
    """Whether the clause of a change opens with another year than that of the level: *…; năm 2025 tăng 9% so với năm 2024 (66 ha)*."""
    until = move.until.year if move.until is not None else None
    year = (now.time.year if now.time is not None else None) or account.year
    return until is not None and year is not None and until != year


def _in_all(move: Move, former: Level, now: Level) -> Target | None:
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


def taken_together(changes: Sequence[Target], like: Unit) -> list[Target]:
    """Return several changes of a number as one: *tăng 150 doanh nghiệp, giảm 30 doanh nghiệp*; rates stay as they are.

    Args:
        changes: the changes, in order.
        like: the unit of what they lead to, which names the same things.

    >>> changes = [Target(Quantity(9, "hộ"), change=Change.INCREASE), Target(Quantity(4, "hộ nghèo"), change=Change.DECREASE)]
    >>> [str(one) for one in taken_together(changes, Quantity(1, "hộ").unit)]
    ['tăng 5 hộ']
    """
    counts = [one for one in changes if one.quantity.unit.kind is UnitKind.COUNT]
    if not counts:
        return list(changes)
    if any(one.bound is not Bound.EXACT for one in counts[1:]):
        return []
    if like.kind is not UnitKind.COUNT or any(one.quantity.unit.factor != like.factor for one in counts):
        return list(changes) if len(counts) == 1 else []
    total = sum(one.quantity.value * (1 if one.change is Change.INCREASE else -1) for one in counts)
    way = Change.INCREASE if total >= 0 else Change.DECREASE
    made = evolve(counts[0], quantity=Quantity(abs(total), like), change=way)
    rates = [one for one in changes if one not in counts] if len(counts) == 1 else []
    return [made, *rates]


def _virtual(account: Account, now: Level, measure: Measure) -> Iterator[Step]:
    """Yield a step where only the change is told, as an amount and in percent: *tăng 80 tấn (tăng 10%)*."""
    moves = measure.moves
    if any(move.flow for move in moves):
        return  # "tiếp nhận 1.200 hồ sơ, giải quyết 1.140 hồ sơ (95%)"
    sizes = [move for move in moves if not is_rate(move.change)]
    rates = [move for move in moves if is_rate(move.change)]
    firm = all(move.change.bound is Bound.EXACT and not move.yearly for move in moves)
    if len(sizes) != 1 or len(rates) != 1 or not firm or now.hit.target.bound is not Bound.EXACT:
        return
    size, level = sizes[0].change, now.hit.target.quantity
    if not size.quantity.unit.same_dimension(level.unit) or size.change is not rates[0].change.change:
        return
    against = sizes[0].against, rates[0].against
    if against[0] != against[1] and (None not in against or against[1] == PLANNED):
        return  # "giảm 100 con, bằng 95% kế hoạch"
    if missed(rates[0].change, now.hit.target, size.quantity) is None:
        return  # "1.050 triệu USD, giảm 4,5% (1.100 triệu USD)": it is the earlier value
    before = level - size.quantity if size.change is Change.INCREASE else level + size.quantity
    if before.amount > 0:
        former = evolve(now.hit, target=Target(before))
        told = tuple(move.change for move in rates)
        yield Step(account.name, now.hit, former, changes=told, bound=True, priced=measure.priced)
