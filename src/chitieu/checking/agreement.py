"""Rules on the same indicator in two places, of one plan or of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from chitieu.checking.claims import Claim
from chitieu.checking.rounding import grain
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity
from chitieu.plan import Plan, Relation, TargetKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind, known_unit

__all__ = ["duplicate_target", "plans_disagree"]


_SHOWN = 6
_TELLING = 4
"""Words from which a name that the catalogue does not know tells what is measured (``diện tích`` is many things)."""


_SEVERAL = " / "
"""What divides the names of a record that stands for several things."""
_CONSTANT = re.compile(r"(?<!\w)giá (?:so sánh|cố định)(?!\w)")
_About = tuple[str, str, Change]


def _about(claim: Claim) -> _About | None:
    """Return what two claims must share to speak of one thing; None where it is not sure what is meant."""
    target = claim.target
    if claim.timed or target.total is not None:
        return None
    if claim.key is not None:
        name = claim.key if claim.sure else None
        if name is not None and claim.record is not None and _SEVERAL in claim.record.name:
            # one record of two things: "lúa / lương thực có hạt"
            name = f"{name}={' '.join(claim.name.lower().split())}"
        elif name is not None and target.quantity.unit.kind is UnitKind.MONEY and _CONSTANT.search(claim.name.lower()):
            name = f"{name}@"  # at other prices
    else:
        words = claim.name.lower().split()
        whole = claim.indicator is not None and claim.indicator.relation is Relation.ITEM
        name = f"={' '.join(words)}" if whole and len(words) >= _TELLING else None
    unit = _amount(claim).unit
    # "lượt", "lượt khách" and "lượt khách du lịch" are one
    counted = unit.kind is UnitKind.COUNT and "/" not in unit.label
    measured = (
        f"count:{unit.dimension.removeprefix('count:').split()[0].lower()}"
        if counted and claim.key is not None
        else unit.dimension
    )
    return (name, measured, target.change) if name else None


def _amount(claim: Claim) -> Quantity:
    """Return the amount of a claim; where only its name says for how many, with that: *Số bác sĩ/vạn dân: 11 bác sĩ*."""
    quantity, record = claim.target.quantity, claim.record
    known = known_unit(record.unit) if record is not None and "/" in claim.name else None
    if known is None or "/" in quantity.unit.label or quantity.unit.label != known.label.partition("/")[0]:
        return quantity
    return Quantity(quantity.value, known)


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
            return True
    scales = {one.unit.factor for one in amounts}  # "1,5 tỷ USD" is 1.460 triệu USD, rounded
    return text and len(scales) > 1 and 2 * abs(amounts[0].amount - amounts[1].amount) <= max(map(grain, amounts))


def _in_one_line(left: Claim, right: Claim) -> bool:
    """Whether two claims stand in one line, which says itself how they differ (``9 - 9,5%, phấn đấu trên 10%``)."""
    return left.piece == right.piece and left.indicator is not None and right.indicator is not None


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
    """The same indicator with another amount: in a second line, or in a task."""
    for same in _by_about(subject.claims).values():
        before: list[Claim] = []
        for claim in same:
            rivals = [one for one in before if not _agree(one, claim) and not _in_one_line(one, claim)]
            agreed = any(_agree(one, claim) for one in before)
            from_task = claim.indicator is None
            wrong = rivals and not agreed if from_task else [one for one in rivals if not _may_differ(one, claim)]
            if wrong:
                yield subject.at(claim, related=tuple(one.span for one in rivals), other=_said(rivals))
            if not agreed:
                before.append(claim)


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
