"""Rules on the same indicator in two places, of one plan or of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from chitieu.checking.changes.past import rows_of_past
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.levels import may_differ_in_level
from chitieu.checking.repeats.abouts import amount_of, by_about, is_counted_apart
from chitieu.checking.repeats.due_twice import due_twice
from chitieu.checking.repeats.echoes import OWN_OF_EACH
from chitieu.checking.repeats.last_year import other_pasts, other_rows, told_again
from chitieu.checking.repeats.lines import MOST_LINES, counted_in
from chitieu.checking.repeats.named_works import other_sizes
from chitieu.checking.repeats.populations import of_one_time
from chitieu.checking.repeats.told_twice import told_twice
from chitieu.checking.rounding import grain
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges
from chitieu.findings import Severity
from chitieu.plan import Plan, TargetKind
from chitieu.quantities.quantity import Quantity, of_amount
from chitieu.targets.target import Bound, Target
from chitieu.units import Unit

__all__ = ["duplicate_target", "plans_disagree"]


_SHOWN = 6


def _agree(left: Claim, right: Claim) -> bool:
    """Whether two claims can both be meant: one amount, or one inside what the other allows loosely.

    Text that is no line says less exactly: any bound that the other keeps is loose enough there.
    """
    amounts = amount_of(left), amount_of(right)
    if amounts[0].amount == amounts[1].amount:
        return True
    text = left.indicator is None or right.indicator is None
    loose = (*_AROUND, *_LOWER, *_UPPER) if text else _AROUND
    targets = _limit(left), _limit(right)
    for one, other, amount in zip(targets, reversed(targets), reversed(amounts), strict=True):
        told = _in_unit(amount, one.quantity.unit)
        if told is not None and one.bound in loose and one.allows(told):
            return not _bounded_alike(one.bound, other.bound) and (
                one.bound not in (*_LOWER, *_UPPER) or _is_rounder(one.quantity, amount)
            )
    rounded = amounts[0].unit.factor != amounts[1].unit.factor  # "1,5 tỷ USD" is 1.460 triệu USD
    return text and rounded and 2 * abs(amounts[0].amount - amounts[1].amount) <= max(map(grain, amounts))


def _limit(claim: Claim) -> Target:
    """Return the target of a claim with for how many its amount is: *Số bác sĩ/vạn dân: trên 10 bác sĩ*."""
    target = claim.target
    return target if target.upper is not None else evolve(target, quantity=amount_of(claim))


def _in_unit(quantity: Quantity, unit: Unit) -> Quantity | None:
    """Return an amount in the unit of another, what is counted in its words (*lượt khách* in *lượt*); None where it has none."""
    if quantity.unit.same_dimension(unit):
        return quantity
    return of_amount(quantity.amount, unit) if counted_in(quantity.unit) == counted_in(unit) else None


def _is_rounder(limit: Quantity, amount: Quantity) -> bool:
    """Whether a limit says less exactly what another amount is, in fewer digits: *trên 20.000* of *21.350*.

    One told to the last digit repeats a target: *không thấp hơn 21.530* is none of *21.350*.
    """
    return grain(limit) > grain(amount) or _digits(limit) < _PRECISE


_PRECISE = 4
"""Digits from which a limit is no round number."""


def _digits(quantity: Quantity) -> int:
    """Return how many digits of an amount are not the zeros it begins or ends with."""
    return len(f"{quantity.value:f}".replace(".", "").strip("0"))


def _bounded_alike(one: Bound, other: Bound) -> bool:
    """Whether two amounts are bounds on one side, which have to be the same: *trên 80%*, *từ 85% trở lên*."""
    return any(one in side and other in side for side in (_LOWER, _UPPER))


_AROUND = (Bound.ABOUT, Bound.BETWEEN)
_LOWER, _UPPER = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)


def _in_one_line(left: Claim, right: Claim) -> bool:
    """Whether two claims stand in one line, which says itself how they differ (``9 - 9,5%, phấn đấu trên 10%``)."""
    return left.piece == right.piece and left.indicator is not None and right.indicator is not None


def _may_differ(left: Claim, right: Claim) -> bool:
    """Whether two targets of one indicator are meant to differ: what was given and what is striven for, with something and without."""
    if left.indicator is not None and right.indicator is not None and is_counted_apart(left) != is_counted_apart(right):
        return True
    return left.kind is not right.kind and TargetKind.STRIVING in (left.kind, right.kind)


@rule(
    "duplicate-target",
    title="One indicator has one target in a plan",
    message="'{about}' is {value} here, and {other} elsewhere in the plan",
    severity=Severity.WARNING,
)
def duplicate_target(subject: Subject) -> Iterator[RuleFault]:
    """The same indicator with another amount: in a second line, in a task, or for the year before in the results."""
    faults = [*_told_otherwise(subject), *_told_elsewhere(subject)]
    told = {place for fault in faults for place in _places(fault)}
    yield from faults
    yield from (fault for fault in _miswritten(subject) if told.isdisjoint(_places(fault)))


def _places(fault: RuleFault) -> Iterator[int]:
    """Yield where the amounts of a fault stand, so far as that is known."""
    spans = (fault.span, *fault.related) if fault.span is not None else ()
    yield from (span.start for span in spans)


def _told_otherwise(subject: Subject) -> Iterator[RuleFault]:
    """Yield the targets that are others elsewhere in the plan; a report on a part of the year tells of that, of the rest and of the whole."""
    if subject.is_for_part_of_year:
        return
    for same in by_about(subject.claims).values():
        before: list[Claim] = []
        for claim in same:
            rivals = [
                one
                for one in before
                if not _agree(one, claim)
                and not _in_one_line(one, claim)
                and not may_differ_in_level(one.level, claim.level)
            ]
            rivals = of_one_time(claim, rivals)
            agreed = any(_agree(one, claim) for one in before)
            from_task = claim.indicator is None
            if from_task and OWN_OF_EACH.search(claim.name.lower()):  # each agency may have its own
                rivals = [one for one in rivals if one.indicator is not None]
            wrong = rivals and not agreed if from_task else [one for one in rivals if not _may_differ(one, claim)]
            if wrong:
                yield subject.at(claim, related=tuple(one.span for one in rivals), other=_said(rivals))
            if not agreed and len(before) < MOST_LINES:
                before.append(claim)
    for claim, lines in subject.echoes:
        if not any(_agree(line, claim) for line in lines):
            yield subject.at(claim, related=tuple(line.span for line in lines), other=_said(lines))


def _told_elsewhere(subject: Subject) -> Iterator[RuleFault]:
    """Yield what is no target and told twice all the same: days of one work, sizes of one work, values of the year before."""
    for twice in due_twice(task for _, task in subject.tasks()):
        related = (twice.before.span,) if twice.before.span is not None else ()
        yield evolve(subject.at_task(twice.task, value=twice.day, other=twice.other), related=related)
    for size in other_sizes(subject.passages):
        yield size.piece.fault(size.hit.start, size.hit.end, size.name, value=size.hit.target, other=size.told.target)
    if not subject.year or not subject.dated_past:
        return
    for one in other_pasts(subject.steps, subject.lines, subject.dated_past, subject.year):
        yield one.piece.fault(one.hit.start, one.hit.end, one.claim.name, value=one.hit.target, other=one.told)
    for claim, told in told_again(subject.named, subject.pieces[0].source, subject.dated_past, subject.year):
        yield subject.at(claim, other=told)
    rows = rows_of_past(subject.plan, subject.pieces, subject.year)
    for item, value, told in other_rows(rows, subject.dated_past):
        yield subject.at_item(item, value=value, other=told)


def _miswritten(subject: Subject) -> Iterator[RuleFault]:
    """Yield the amounts of the text and of its tables that are another one of the same thing and time, but for a digit."""
    starts = [item.span.start for item in subject.plan.indicators if item.span is not None]
    passage, year = subject.whole_text, subject.target_year
    if year is None or passage is None or not starts:
        return
    piece = passage[0]
    tasks = Ranges.of(task.span for _, task in subject.tasks())
    first = piece.source.folded(min(starts))
    for twice in told_twice(passage, year, first, tasks, several=subject.year is None):
        one, other = twice.one, twice.other
        if subject.is_for_part_of_year and _digits(one.quantity) < _OF_ONE_TIME:
            continue  # what few digits tell may be so now, and otherwise at the end of the year
        fault = piece.fault(one.start, one.end, one.about, value=one.quantity, other=other.quantity)
        yield evolve(fault, related=(piece.source.span(other.start, other.end),))


_OF_ONE_TIME = 4
"""Digits of a number that is hardly told for two times of a year with but one of them changed."""


def _said(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(str(claim.target) for claim in claims))


def _opening(plan: Plan) -> str:
    """Name a text that has no number: by its title, else by how it begins."""
    words = (plan.title or plan.text).split()
    return f"“{' '.join(words[:_SHOWN])} …”"


def _same_time(plan: Plan, other: Plan) -> bool:
    """Whether two plans speak of the same time; a text without a period may."""
    return other.period is None or plan.period is None or other.period == plan.period


def _are_meant(one: Claim, other: Claim) -> bool:
    """Whether amounts of two plans can both be meant: they agree, are set by two, or people counted at two times of the year."""
    return _agree(one, other) or may_differ_in_level(one.level, other.level) or not of_one_time(one, (other,))


@rule(
    "plans-disagree",
    title="Plans of one year agree",
    message="'{about}' is {value} here, and {other} in {source}",
    severity=Severity.WARNING,
)
def plans_disagree(subject: Subject) -> Iterator[RuleFault]:
    """The same indicator with another amount in another plan or text of the same time."""
    mine = by_about(subject.claims)
    for plan, claims in subject.other_claims:
        if not _same_time(subject.plan, plan):
            continue
        for about, rivals in by_about(claims).items():
            if about in mine and not any(_are_meant(one, other) for one in mine[about] for other in rivals):
                yield subject.at(mine[about][0], other=_said(rivals), source=plan.number or _opening(plan))
