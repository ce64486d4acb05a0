"""Rules on the same indicator in two places, of one plan or of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from chitieu.checking.changes.past import rows_of_past
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.said_again import is_of_new
from chitieu.checking.repeats.due_twice import due_twice
from chitieu.checking.repeats.echoes import OWN_OF_EACH
from chitieu.checking.repeats.last_year import other_pasts, other_rows, told_again
from chitieu.checking.repeats.named_works import other_sizes
from chitieu.checking.rounding import grain
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity
from chitieu.indicators.words import Sense, name_words
from chitieu.plan import Plan, Relation, TargetKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import Unit, UnitKind, known_unit

__all__ = ["duplicate_target", "plans_disagree"]


_SHOWN = 6
_TELLING = 4
"""Words from which a name that the catalogue does not know tells what is measured (``diện tích`` is many things)."""


_PEOPLE = ("lao", "người", "dân")
_STOCK = "stock"
_SEVERAL = " / "
"""What divides the names of a record that stands for several things."""
_CONSTANT = re.compile(r"(?<!\w)giá (?:so sánh|cố định)(?!\w)")
_About = tuple[str, str, Change, bool, bool]


def _about(claim: Claim) -> _About | None:
    """Return what two claims must share to speak of one thing; None where it is not sure what is meant."""
    target = claim.target
    if (claim.timed and not claim.so_far) or target.total is not None:
        return None
    if claim.key is not None:
        name = claim.key if claim.sure else None
        if name is not None and claim.record is not None and _SEVERAL in claim.record.name:
            # one record of two things: "lúa / lương thực có hạt"
            name = f"{name}={' '.join(sorted(name_words(claim.name).core))}"
        elif name is not None and target.quantity.unit.kind is UnitKind.MONEY and _CONSTANT.search(claim.name.lower()):
            name = f"{name}@"  # at other prices
    else:
        words = claim.name.lower().split()
        whole = claim.indicator is not None and claim.indicator.relation is Relation.ITEM
        name = f"={_alike(claim.name)}" if whole and len(words) >= _TELLING else None
    unit = _amount(claim).unit
    # "lượt", "lượt khách" and "lượt khách du lịch" are one
    counted = unit.kind is UnitKind.COUNT and "/" not in unit.label
    measured = unit.dimension
    if counted and claim.key is not None:
        first = unit.dimension.removeprefix("count:").split()[0].lower()
        measured = f"count:{'người' if first in _PEOPLE else first}"
    change = target.change
    if change is Change.LEVEL and unit.label == "%" and _is_growth(claim):
        change = Change.INCREASE  # "tốc độ tăng 9%", "tăng GRDP 9%" and "tăng 9%"
    if name and (day := _UP_TO.search(claim.name.lower())):
        name = f"{name} {day['day']}"  # "giải ngân đến 30/6" is none of "đến 15/3"
    if name and (claim.indicator is None or claim.above is not None) and _counted_otherwise(claim):
        name = f"{name}~"
    stock = claim.record is not None and claim.record.kind == _STOCK
    new = stock and is_of_new(claim)  # "công nhận mới 5 xã" is none of "75 xã"
    return (name, measured, change, claim.so_far, new) if name else None


_UP_TO = re.compile(r"(?<!\w)đến (?:hết )?(?:ngày )?(?P<day>(?!31/12|31/0?1(?![0-9]))[0-9]{1,2}/[0-9]{1,2})(?![0-9])")
"""The day of a year up to which an amount counts, where that is not its end."""


def _counted_otherwise(claim: Claim) -> bool:
    """Whether the sentence says that something is counted in or left out that the plan's own figure has or lacks."""
    before, _, behind = claim.piece.partition(claim.part) if claim.part else ("", "", "")
    said = f"{_SENTENCE.split(before.lower())[-1]} # {_SENTENCE.split(behind.lower())[0]}"
    return _IN_OR_OUT.search(said) is not None


_SENTENCE = re.compile(r";|\.(?=\s|$)|\n")
_IN_OR_OUT = re.compile(
    r"(?<!\w)(?:(?:nếu )?(?:tính|kể|gộp)(?: cả| thêm| gộp)|không (?:tính|kể)|chưa (?:tính|kể)|(?:nếu )?(?:loại )?trừ(?! (?:nợ|sâu|bệnh))|cộng (?:cả |thêm |với )?[0-9]|tham khảo)(?!\w)"
)


def _is_growth(claim: Claim) -> bool:
    """Whether an amount is a rate of growth, by its name or by that of its indicator and the words before it."""
    if name_words(claim.name).sense is Sense.GROWTH:
        return True
    grows = claim.record is not None and name_words(claim.record.name).sense is Sense.GROWTH
    return grows and bool(claim.part) and _GROWS.search(claim.piece.partition(claim.part)[0].lower()) is not None


_GROWS = re.compile(r"(?<!\w)tăng(?: trưởng)?\s[^,;:.]*$")


def _amount(claim: Claim) -> Quantity:
    """Return the amount of a claim; where only its name says for how many, with that: *Số bác sĩ/vạn dân: 11 bác sĩ*."""
    quantity, record = claim.target.quantity, claim.record
    if record is None or _FOR_EACH.search(claim.name.lower()) is None or "người" in quantity.unit.label:
        return quantity
    known = next((unit for unit in map(known_unit, record.units) if unit is not None and _is_of(quantity, unit)), None)
    return quantity if known is None else Quantity(quantity.value, known)


def _alike(name: str) -> str:
    """Return a name the catalogue does not know in a form that is the same for other writings of it."""
    lower = " ".join(name.lower().split())
    if any(char in "(0123456789" for char in lower):
        return lower
    words = name_words(lower)
    return f"{words.sense.value} {' '.join(sorted(words.core))}" if len(words.core) >= _TELLING else lower


_FOR_EACH = re.compile(r"/|(?<!\w)(?:bình quân (?:đầu )?người|trên (?:một |1 )?(?:vạn|[0-9][0-9.]*) \w+)(?!\w)")
"""A name that says for how many its amount is."""


def _is_of(quantity: Quantity, unit: Unit) -> bool:
    """Whether a unit is that of an amount for so many."""
    label = quantity.unit.label
    return "/" in unit.label and label in (unit.label.partition("/")[0], unit.label.replace("/người", ""))


def _agree(left: Claim, right: Claim) -> bool:
    """Whether two claims can both be meant: one amount, or one inside what the other allows loosely.

    Text that is no line says less exactly: any bound that the other keeps is loose enough there.
    """
    amounts = _amount(left), _amount(right)
    if amounts[0].amount == amounts[1].amount:
        return True
    text = left.indicator is None or right.indicator is None
    loose = tuple(Bound) if text else (Bound.ABOUT, Bound.BETWEEN)
    for one, other in ((left.target, right.target), (right.target, left.target)):
        same = amounts[0].unit.same_dimension(amounts[1].unit)
        same = same and one.quantity.unit.same_dimension(other.quantity.unit)
        if same and one.bound in loose and one.bound is not Bound.EXACT and one.allows(other.quantity):
            return not _bounded_alike(one.bound, other.bound) and (
                one.bound not in (*_LOWER, *_UPPER) or _is_rounder(one.quantity, other.quantity)
            )
    scales = {one.unit.factor for one in amounts}  # "1,5 tỷ USD" is 1.460 triệu USD, rounded
    return text and len(scales) > 1 and 2 * abs(amounts[0].amount - amounts[1].amount) <= max(map(grain, amounts))


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


_LOWER, _UPPER = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)


def _in_one_line(left: Claim, right: Claim, text: str) -> bool:
    """Whether two claims stand in one line, which says itself how they differ (``9 - 9,5%, phấn đấu trên 10%``).

    Lines set out under a heading of their own are several, even where the list they make is read as one.
    """
    if left.piece != right.piece or left.indicator is None or right.indicator is None:
        return False
    if left.span is None or right.span is None or not (_is_headed(left) and _is_headed(right)):
        return True
    first, last = sorted((left.span, right.span), key=lambda span: span.start)
    return _NEXT_LINE.search(text, first.end, last.start) is None


_NEXT_LINE = re.compile(r"\n\s*(?:[-+*•]|\(?[0-9]{1,3}[.)]|[a-zđ][.)])\s")


def _is_headed(claim: Claim) -> bool:
    """Whether what a claim is a part of has no amount and is no indicator: a heading only."""
    return claim.above is not None and not claim.above.targets and claim.above.indicator is None


def _may_differ(left: Claim, right: Claim) -> bool:
    """Whether two targets of one indicator are meant to differ: what was given, and what is striven for."""
    return left.kind is not right.kind and TargetKind.STRIVING in (left.kind, right.kind)


@rule(
    "duplicate-target",
    title="One indicator has one target in a plan",
    message="'{about}' is {value} here, and {other} elsewhere in the plan",
    severity=Severity.WARNING,
)
def duplicate_target(subject: Subject) -> Iterator[RuleFault]:
    """The same indicator with another amount: in a second line, in a task, or for the year before in the results."""
    for same in _by_about(subject.claims).values():
        before: list[Claim] = []
        for claim in same:
            rivals = [
                one for one in before if not _agree(one, claim) and not _in_one_line(one, claim, subject.plan.text)
            ]
            agreed = any(_agree(one, claim) for one in before)
            from_task = claim.indicator is None
            if from_task and OWN_OF_EACH.search(claim.name.lower()):  # each agency may have its own
                rivals = [one for one in rivals if one.indicator is not None]
            wrong = rivals and not agreed if from_task else [one for one in rivals if not _may_differ(one, claim)]
            if wrong:
                yield subject.at(claim, related=tuple(one.span for one in rivals), other=_said(rivals))
            if not agreed:
                before.append(claim)
    for claim, lines in subject.echoes:
        if not any(_agree(line, claim) for line in lines):
            yield subject.at(claim, related=tuple(line.span for line in lines), other=_said(lines))
    yield from _told_elsewhere(subject)


def _told_elsewhere(subject: Subject) -> Iterator[RuleFault]:
    """Yield what is no target and told twice all the same: days of one work, sizes of one work, values of the year before."""
    for twice in due_twice(task for _, task in subject.tasks()):
        related = (twice.before.span,) if twice.before.span is not None else ()
        yield evolve(subject.at_task(twice.task, value=twice.day, other=twice.other), related=related)
    for size in other_sizes(subject.passages):
        yield size.piece.fault(size.hit.start, size.hit.end, size.name, value=size.hit.target, other=size.told.target)
    for one in other_pasts(subject.steps, subject.lines, subject.dated_past, subject.year):
        yield one.piece.fault(one.hit.start, one.hit.end, one.claim.name, value=one.hit.target, other=one.told)
    if not subject.year or not subject.dated_past:
        return
    for claim, told in told_again(subject.named, subject.pieces[0].source, subject.dated_past, subject.year):
        yield subject.at(claim, other=told)
    rows = rows_of_past(subject.plan, subject.pieces, subject.year)
    for item, value, told in other_rows(rows, subject.dated_past):
        yield subject.at_item(item, value=value, other=told)


def _by_about(claims: Iterable[Claim]) -> dict[_About, list[Claim]]:
    """Return the claims that speak of one thing together, in their order; those of which that is not sure are left out."""
    found: dict[_About, list[Claim]] = {}
    for claim in claims:
        about = _about(claim)
        if about is not None:
            found.setdefault(about, []).append(claim)
    return found


def _said(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(str(claim.target) for claim in claims))


def _opening(plan: Plan) -> str:
    """Name a text that has no number: by its title, else by how it begins."""
    words = (plan.title or plan.text).split()
    return f"“{' '.join(words[:_SHOWN])} …”"


def _same_time(plan: Plan, other: Plan) -> bool:
    """Whether two plans speak of the same time; a text without a period may."""
    return other.period is None or plan.period is None or other.period == plan.period


@rule(
    "plans-disagree",
    title="Plans of one year agree",
    message="'{about}' is {value} here, and {other} in {source}",
    severity=Severity.WARNING,
)
def plans_disagree(subject: Subject) -> Iterator[RuleFault]:
    """The same indicator with another amount in another plan or text of the same time."""
    mine = _by_about(subject.claims)
    for plan, claims in subject.other_claims:
        if not _same_time(subject.plan, plan):
            continue
        for about, rivals in _by_about(claims).items():
            if about in mine and not any(_agree(one, other) for one in mine[about] for other in rivals):
                yield subject.at(mine[about][0], other=_said(rivals), source=plan.number or _opening(plan))
