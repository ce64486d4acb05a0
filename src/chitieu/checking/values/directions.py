"""The rule on which way an indicator is to go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.checking.changes.turns import turns, worse_growth
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.findings import Severity
from chitieu.indicators.records import Indicator
from chitieu.targets.target import Bound, Change

__all__ = ["direction"]


def _may_rise(claim: Claim, record: Indicator) -> bool:
    """Whether a rise is an aim though less is better: of prices, which always rise some, and one that is held down."""
    return _PRICES.search(record.name.lower()) is not None or claim.target.bound in (Bound.AT_MOST, Bound.LESS_THAN)


_PRICES = re.compile(r"(?<!\w)(?:chỉ số giá|lạm phát)(?!\w)")


@rule(
    "direction",
    title="What should fall is not planned to rise",
    message="'{about}' gets worse by '{value}'",
    severity=Severity.WARNING,
)
def direction(subject: Subject) -> Iterator[RuleFault]:
    """A rise planned where less is better. A fall where more is better happens, and is planned for hard years."""
    told = set[int]()
    for claim in subject.lines:
        record = claim.record
        if record is None or not claim.sure or record.direction != "lower":
            continue
        if claim.target.change is Change.INCREASE and not _may_rise(claim, record):
            told |= {claim.span.end} if claim.span is not None else set()
            yield subject.at(claim)
    for fault in _rises(subject):
        if fault.span is None or fault.span.end not in told:
            yield fault
    yield from _steps(subject)
    for piece, numerals in subject.numerals:
        for turn in turns(piece.source, numerals):
            about = piece.source.clean(turn.start, turn.end)
            yield piece.fault(turn.start, turn.end, about, value=turn.gap)


def _steps(subject: Subject) -> Iterator[RuleFault]:
    """Yield the levels on the wrong side of an earlier value: ``giảm còn 2,5% (năm 2025: 1,9%)``."""
    for piece, step in subject.steps:
        wanted = _DIRECTIONS.get(step.verb)
        if wanted is None:
            continue
        level, before = step.level.target.quantity, step.before.target.quantity
        worse = level - before if wanted is Change.DECREASE else before - level
        if worse.amount > 0:
            yield piece.fault(step.level.start, step.level.end, step.name, value=worse)


_DIRECTIONS = {"giảm": Change.DECREASE, "tăng": Change.INCREASE, "nâng": Change.INCREASE}


def _rises(subject: Subject) -> Iterator[RuleFault]:
    """Yield the rises of what is bad that sentences aim at, from the first indicator on: ahead of it results are told."""
    first = min((item.span.start for item in subject.plan.indicators if item.span is not None), default=0)
    for passage in subject.passages:
        for hit in worse_growth(passage, first):
            about = passage[0].source.clean(hit.name_end, hit.end)
            yield passage[0].fault(hit.start, hit.end, about, value=hit.target)
