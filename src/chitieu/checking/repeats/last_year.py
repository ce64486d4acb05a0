"""What the year before came to, told once in the part on results and again beside a level of this year, in a table or in a task.

*Năm 2025, tỷ lệ hộ nghèo còn 1,6%* and *Tỷ lệ hộ nghèo còn 1,3% (năm 2025: 1,6%)* are of one indicator and one year. A value by
another standard or at other prices is another value: where a line names one, nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from chitieu.checking.changes.past import is_of_year
from chitieu.checking.changes.steps import Step
from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.rounding import grain
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.plan import PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound
from chitieu.text import SourceText

__all__ = ["OtherPast", "other_pasts", "other_rows", "told_again"]

_STANDARD = re.compile(
    r"(?<!\w)(?:(?:theo|chuẩn nghèo|chuẩn đa chiều) )?chuẩn (?:nghèo|đa chiều|mới|cũ)(?!\w)|(?<!\w)giá (?:so sánh|hiện hành|cố định)(?!\w)"
)


@frozen(eq=False)
class OtherPast:
    """A value of the year before that the part on results tells otherwise.

    Attributes:
        piece, hit: where it stands.
        claim: the level it stands beside.
        told: what the part on results says.
    """

    piece: Piece
    hit: TargetHit
    claim: Claim
    told: Quantity


def other_pasts(
    steps: Iterable[tuple[Piece, Step]], lines: Iterable[Claim], past: Mapping[str, Quantity], year: int
) -> Iterator[OtherPast]:
    """Yield the values beside levels that are not what the results say the year before came to.

    Args:
        steps: the levels with an earlier value beside them.
        lines: the amounts of the indicator lines.
        past: what the year before came to, by indicator.
        year: the year the plan is for.
    """
    known = {claim.span.start: claim for claim in lines if claim.span is not None and claim.sure and not claim.timed}
    for piece, step in steps:
        claim = known.get(piece.source.span(step.level.start, step.level.end).start)
        told = past.get(claim.key) if claim is not None and claim.key is not None else None
        if claim is None or told is None or step.year != year - 1 or _STANDARD.search(claim.piece.lower()):
            continue
        before = step.before.target
        if before.bound is Bound.EXACT and before.upper is None and _differ(before.quantity, told):
            yield OtherPast(piece, step.before, claim, told)


def told_again(
    named: Iterable[Claim], source: SourceText, past: Mapping[str, Quantity], year: int
) -> Iterator[tuple[Claim, Quantity]]:
    """Yield the amounts of other sentences that name the year before and tell otherwise what it came to, with the results.

    Args:
        named: the amounts of the text with their names.
        source: the text of the plan.
        past: what the year before came to, by indicator.
        year: the year the plan is for.
    """
    for claim in named:
        if claim.span is None or claim.indicator is not None:
            continue
        told = past.get(_key(claim) or "")
        if told is None:
            continue
        at = source.folded(claim.span.start)
        before = text_before(source.lower, at, _REACH)
        own = _CLAUSE.split(before)[-1]
        plain = f"năm {year - 1}" in own and not _NOT_PLAIN.search(_SENTENCE.split(before)[-1])
        if plain and is_of_year(claim, source, year - 1, dated=True) and _differ(claim.target.quantity, told):
            yield claim, told


def _key(claim: Claim) -> str | None:
    """Return the indicator of an amount, by its name or by the words behind the year: *từ năm 2025 (tỷ lệ hộ nghèo còn …*."""
    if claim.sure:
        return claim.key
    return certain_key(_LEADS.split(claim.name)[-1].strip(), unit=claim.target.quantity.unit)


_LEADS = re.compile(r"\(|năm (?:19|20)[0-9]{2}|(?<!\w)cho thấy(?!\w)")
_REACH = 200
_CLAUSE = re.compile(r"[,;:](?=\s)|\.(?=\s|$)|\n\s*[-+*•|]")
_SENTENCE = re.compile(r";|\.(?=\s|$)|\n\s*[-+*•|]")
_NOT_PLAIN = re.compile(
    r"(?<!\w)(?:đưa|nâng|hạ|giữ|bảo đảm|đảm bảo|quyết tâm|để|nhằm|sau năm|tại|ở|vùng|khu vực|đồng bào|nông thôn|đô thị|thành thị|riêng|trong đó|chuẩn|giá)(?!\w)"
)
"""What is still to come, is of a place or a group, or is told by another standard."""


def other_rows(
    rows: Iterable[tuple[PlannedIndicator, Quantity]], past: Mapping[str, Quantity]
) -> Iterator[tuple[PlannedIndicator, Quantity, Quantity]]:
    """Yield the lines read from rows whose value of the year before is another than the results tell, with both.

    Args:
        rows: the lines with that value.
        past: what the year before came to, by indicator.
    """
    for item, value in rows:
        told = past.get(item.indicator or "")
        if told is not None and not _STANDARD.search(item.text.lower()) and _differ(value, told):
            yield item, value, told


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts of one thing are no roundings of each other."""
    return counts_alike(one.unit, other.unit) and abs(one.amount - other.amount) > max(grain(one), grain(other))
