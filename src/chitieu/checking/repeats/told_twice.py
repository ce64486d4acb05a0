"""The same amount told twice, once miswritten: two numbers alike but for a digit, of one thing and of one time.

Two amounts of one name that are far apart may be of two things all the same. Those that differ in one digit, or in the order
of two, are of one where their names are the same, and so is the time they are of. Where an amount is said to have been told
before (*trong 52 căn này*, *so với 71,4% của năm 2025*), its own words may say less of what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_alike, without_time
from chitieu.checking.repeats.led_back import Back
from chitieu.checking.repeats.miswritten import is_miswritten, telling_digits, writings
from chitieu.checking.repeats.told_amounts import ToldAmount, told_in_text
from chitieu.checking.repeats.told_cells import told_in_cells
from chitieu.checking.repeats.told_times import Years
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import Ranges
from chitieu.units import UnitKind

__all__ = ["ToldTwice", "told_twice"]


@frozen(eq=False)
class ToldTwice:
    """An amount that is told otherwise elsewhere.

    Attributes:
        one: the amount.
        other: the one elsewhere.
    """

    one: ToldAmount
    other: ToldAmount


_WORDS_FOR = {2: 4, 3: 2}
"""How many words two names have to share, by the digits of their numbers; more digits are alike by chance less often."""
_LEAST_DIGITS, _LEAST_LED, _MOST = 2, 3, 40


def told_twice(passage: Passage, year: int, first: int, tasks: Ranges, *, several: bool = False) -> Iterator[ToldTwice]:
    """Yield the amounts that are another miswritten: of the two the one that no third place tells, else the later one.

    Args:
        passage: the text of a plan with its amounts.
        year: the year the plan is for.
        first: where its first indicator line begins in the folded text.
        tasks: where its tasks stand: each agency may have amounts of its own there.
        several: whether the plan is for several years, of which that is the last.
    """
    years = Years.of(passage[0], year, first, several=several)
    amounts = [*told_in_text(passage, years), *told_in_cells(passage[0], years)]
    told: dict[Decimal, list[ToldAmount]] = defaultdict(list)
    for one in amounts:
        told[one.value].append(one)
    work = {one.start for one in amounts if passage[0].source.offset(one.start) in tasks}
    settled: set[int] = set()
    for one, other in _alike(sorted(amounts, key=lambda one: one.start)):
        if any(_is_of_its_line(amount, told[amount.value]) for amount in (one, other)):
            continue
        if _is_same(one, other) and not (one.start in work and other.start in work and _may_be_own(one, other)):
            odd = next((amount for amount in (one, other) if not _is_told_again(amount, told[amount.value])), None)
            if odd is not None and odd.start not in settled:
                settled.add(odd.start)
                yield ToldTwice(odd, other if odd is one else one)


def _alike(amounts: Sequence[ToldAmount]) -> Iterator[tuple[ToldAmount, ToldAmount]]:
    """Yield the pairs of amounts that may be one miswritten, the later one first."""
    by_writing: dict[str, list[ToldAmount]] = defaultdict(list)
    for one in amounts:
        seen: dict[int, ToldAmount] = {}
        for writing in writings(one.value):
            alike = by_writing[writing]
            seen.update((other.start, other) for other in alike if other.value != one.value)
            if len(alike) < _MOST:
                alike.append(one)
        yield from ((one, other) for other in seen.values())


def _is_told_again(one: ToldAmount, others: Sequence[ToldAmount]) -> bool:
    return any(other is not one and _in_one_unit(one, other) for other in others[:_MOST])


def _is_of_its_line(led: ToldAmount, others: Sequence[ToldAmount]) -> bool:
    """Whether an amount said to have been told before is one its line told: *giao 96 người, hiện có 91 người. Trong 91 người: …*."""
    before = (other for other in others[:_MOST] if other.line == led.line and other.start < led.start)
    return led.back is not Back.NOT and any(_in_one_unit(led, other) for other in before)


def _in_one_unit(one: ToldAmount, other: ToldAmount) -> bool:
    """Whether two amounts may be in one unit; that of a cell may not be known."""
    if one.unit is None or other.unit is None or without_time(one.unit.label) == without_time(other.unit.label):
        return True
    return counts_alike(one.unit, other.unit) and one.unit.factor == other.unit.factor


def _is_same(one: ToldAmount, other: ToldAmount) -> bool:
    """Whether two amounts are of one thing and of one time."""
    if one.change is not other.change or not _in_one_unit(one, other) or _is_rounder_limit(one, other):
        return False
    if Back.NOT in (one.back, other.back) and one.back is not other.back:
        return _is_told_of(other, one) if one.back is Back.NOT else _is_told_of(one, other)
    if one.line == other.line or (one.is_cell and one.table == other.table):
        return False  # a line, or a table, says itself how its amounts differ
    digits = min(telling_digits(one.value), telling_digits(other.value))
    if one.when != other.when or one.new != other.new or one.back is not Back.NOT:
        return False
    least = _WORDS_FOR.get(digits, 1)
    told = digits >= _LEAST_DIGITS and is_miswritten(one.value, other.value, digits - 1)
    return told and any(_means(left, right, one, other, least) for left in one.names for right in other.names)


def _is_rounder_limit(one: ToldAmount, other: ToldAmount) -> bool:
    """Whether one amount is a limit that says less exactly what the other is: *trên 21.300*, *21.350*."""
    return one.bound is not other.bound and telling_digits(one.value) != telling_digits(other.value)


def _may_be_own(one: ToldAmount, other: ToldAmount) -> bool:
    """Whether two agencies may each have an amount of its own."""
    if one.back is not Back.NOT or other.back is not Back.NOT:
        return False
    return min(telling_digits(one.value), telling_digits(other.value)) < _NOBODY_ELSES


_NOBODY_ELSES = 5
"""Digits of a number that two agencies hardly have but for one of them."""


def _nouns(*amounts: ToldAmount) -> frozenset[str]:
    """Return the words of the units of some amounts."""
    return frozenset(word for told in amounts if told.unit is not None for word in told.unit.label.lower().split())


def _means(left: frozenset[str], right: frozenset[str], one: ToldAmount, other: ToldAmount, least: int) -> bool:
    """Whether two names are the same; that of a cell may say less, and what stands above its table the rest."""
    if one.is_cell and not other.is_cell:
        left, right, one, other = right, left, other, one
    if one.is_cell or not other.is_cell:
        same = left == right or _is_filled(left, right, one) or _is_filled(right, left, other)
        return same and min(len(left), len(right)) >= least
    noun = _nouns(one)
    return len(left) >= least and right <= left | noun and left - right - noun <= other.may


def _is_filled(short: frozenset[str], full: frozenset[str], one: ToldAmount) -> bool:
    """Whether what a name leaves out stands in the clauses ahead of it: *rà soát người chưa có thẻ bảo hiểm, nâng bao phủ lên 96%*."""
    digits = telling_digits(one.value) >= _LEAST_LED
    return digits and short < full and any(full - short <= lead for lead in one.leads)


def _is_told_of(led: ToldAmount, told: ToldAmount) -> bool:
    """Whether an amount that is said to have been told before is another one: its words say no more than that one's, or no less."""
    if not _in_time(led, told):
        return False
    noun, digits = _nouns(led, told), min(telling_digits(led.value), telling_digits(told.value))
    if led.line == told.line and not told.is_cell:
        own = led.names[0] - noun
        near = led.back is Back.AGAIN and told.start < led.start and digits >= _LEAST_DIGITS
        ratio = led.unit is not None and led.unit.kind is UnitKind.RATIO
        return near and not ratio and any(own <= right for right in (*told.names, *told.leads))
    if digits < _LEAST_LED or not is_miswritten(led.value, told.value):
        return False
    least = _WORDS_FOR.get(digits, 1)
    names = [name - noun for name in (*led.names, *led.leads)]
    others = [name - noun for name in (*told.names, *told.leads[-1:])]
    return any(len(left & right) >= least and (left <= right or right <= left) for left in names for right in others)


def _in_time(led: ToldAmount, told: ToldAmount) -> bool:
    """Whether an amount told before may be of the time of another, whose words name no part of a year that its own do not."""
    years = [frozenset(word for word in one.when if word.isdigit()) for one in (led, told)]
    return years[0] == years[1] and told.when <= led.when
