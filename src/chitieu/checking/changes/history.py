"""Rules on a plan against the year before: a level and the change to it, and values of quite another size."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import evolve

from chitieu.checking.changes.added import added_beyond_all
from chitieu.checking.changes.fall_rows import falls_in_rows
from chitieu.checking.changes.grown_parts import grown_parts
from chitieu.checking.changes.lifted import lifted
from chitieu.checking.changes.misses import as_told, changed, missed, misses
from chitieu.checking.changes.outliers import outliers
from chitieu.checking.changes.past import about_of
from chitieu.checking.changes.replaced import replaced
from chitieu.checking.changes.statements import PRICED
from chitieu.checking.changes.steps import Step
from chitieu.checking.changes.tenfold import is_tenfold, is_tenfold_of_last_year
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.checking.texts.comparisons import Comparison, comparisons
from chitieu.checking.texts.passages import name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import behind_last, items_before
from chitieu.checking.texts.year_rows import YearRow, rows_of_following_years, rows_of_two_years
from chitieu.findings import Severity
from chitieu.indicators.match import match_indicator
from chitieu.periods.period import Period
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit, scan_targets
from chitieu.targets.target import Change, Target
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["level_change", "magnitude"]

_MANY_TIMES = 30
"""A value so many times that of the year before is taken for a slip of the scale word or the comma."""


def _last_year(subject: Subject, claim: Claim) -> Quantity | None:
    """Return what an indicator was the year before: as observed, as the plan of that year had it, as this one tells."""
    about = claim.key or about_of(claim)
    if subject.year is None or about is None:
        return None
    if claim.key is None:
        return subject.past.get(about)
    before = Period(subject.year - 1)
    observed = [
        one
        for one in subject.observations
        if one.indicator == claim.key and one.period == before and one.value is not None
    ]
    if observed:
        return max(observed, key=lambda one: (one.status.rank, str(one.value))).value
    planned = {
        other.target.quantity
        for plan, claims in subject.other_claims
        if plan.period == before
        for other in claims
        if other.key == claim.key and other.sure and other.target.change is Change.LEVEL and not other.timed
    }
    return planned.pop() if len(planned) == 1 else subject.past.get(claim.key)


def _told_beside(subject: Subject) -> frozenset[int]:
    """Return where the levels stand behind which last year's value is told: that one counts, and is looked at by itself."""
    return frozenset(piece.source.span(step.level.start, step.level.end).start for piece, step in subject.steps)


def _stands_at(claim: Claim, places: Container[int]) -> bool:
    """Whether an amount stands at one of some places."""
    return claim.span is not None and claim.span.start in places


@rule(
    "level-change",
    title="A level and the change to it agree with last year's value",
    message="'{about}' is to be {value} by a change of {change}; from the earlier {before} that makes {after}",
    severity=Severity.ERROR,
)
def level_change(subject: Subject) -> Iterator[RuleFault]:
    """``còn 2,5% (giảm 1%/năm)`` with 3,9 % the year before."""
    ways = (_of_rows, _of_steps, _of_lines, _from_last_year, _of_added, _of_lifted, _of_parts)
    return _in_one_way(found(subject) for found in ways)


def _in_one_way(ways: Iterable[Iterable[RuleFault]]) -> Iterator[RuleFault]:
    """Yield the faults of several ways to look at levels, those of a level that one way found but once."""
    told: set[int] = set()
    for found in ways:
        faults = [fault for fault in found if fault.span is None or fault.span.start not in told]
        told.update(fault.span.start for fault in faults if fault.span is not None)
        yield from faults


def _of_lines(subject: Subject) -> Iterator[RuleFault]:
    """Yield the levels of lines with a change that is a target of the line."""
    told = _told_beside(subject)
    for claim in subject.lines:
        if claim.target.change is not Change.LEVEL or _stands_at(claim, told):
            continue
        change = None if _is_size_of_change(claim) else _change_to(subject, claim)
        before = _last_year(subject, claim) if change is not None else None
        if change is None or before is None:
            continue
        after = missed(change, claim.target, before)
        if after is not None and not _at_other_prices(claim, change):
            yield subject.at(claim, change=change, before=before, after=after)


_THE_MORE = re.compile(r"[(,;]\s?(?:tức |tức là |tương ứng |tương đương |bằng )?thêm\s(?:khoảng\s|gần\s|trên\s)?$")


def _is_size_of_change(claim: Claim) -> bool:
    """Whether an amount is what a change in percent comes to, and no level: *tăng 12% (thêm 3,4 tỷ USD)*."""
    ahead = claim.piece.partition(claim.part)[0] if claim.part else ""
    return _THE_MORE.search(ahead.lower()) is not None


def _of_steps(subject: Subject) -> Iterator[RuleFault]:
    """Yield the levels that the change from the earlier value beside them does not lead to."""
    rows = {id(passage[0]): passage[1] for passage in subject.passages}
    told = set[tuple[Piece, int, Target]]()
    for piece, step in subject.steps:
        for change, after in misses(step):
            before = step.before.target.quantity
            now = step.level
            said = piece, now.start, as_told(change)  # of several earlier values a change is against one
            if said in told or _is_of_other(piece, rows.get(id(piece), ()), step, change):
                continue
            told.add(said)
            yield piece.fault(
                now.start, now.end, step.name, value=now.target, change=as_told(change), before=before, after=after
            )


def _is_of_other(piece: Piece, hits: Sequence[TargetHit], step: Step, change: Target) -> bool:
    """Whether a change leads to another level just ahead: *612 vụ, làm rõ 541 vụ; so với 655 vụ cùng kỳ giảm 43 vụ*."""
    before, unit = step.before.target.quantity, step.level.target.quantity.unit
    start = step.level.numeral.start
    at = bisect_left(hits, start, key=lambda hit: hit.numeral.start)
    near = items_before(hits, at, _FEW)
    told = (hit for hit in near if hit.numeral.start < start and hit.target.change is Change.LEVEL)
    same = (hit for hit in told if hit.target.quantity.unit == unit and hit.target.is_single)
    text = piece.source.text
    beside = (hit for hit in same if "\n" not in text[hit.end : start] and ". " not in text[hit.end : start])
    return any(hit.target.quantity != before and missed(change, hit.target, before) is None for hit in beside)


_FEW = 3
"""Amounts ahead of a level that a change may be of instead."""


def _of_rows(subject: Subject) -> Iterator[RuleFault]:
    """Yield the cells that compare two years wrongly, and those that are not what the change in the name of the row makes."""
    told: set[tuple[int, int]] = set()
    for piece, one in _odd_cells(subject):
        row = one.row
        fault = piece.fault(
            row.at.start, row.at.end, row.name, value=row.now, change=one.change, before=row.before, after=one.after
        )
        compared = (piece.source.span(one.cell.start, one.cell.end),) if piece.placed else ()
        told.add((id(piece), row.at.start))
        yield evolve(fault, related=compared)
    for piece, rows in _rows(subject):
        for row in rows:
            if (id(piece), row.at.start) not in told:
                yield from _of_row(piece, row, subject.year)
    for piece in subject.pieces:
        for fall in falls_in_rows(piece):
            change = Target(fall.stated, change=Change.DECREASE if fall.falls else Change.INCREASE)
            at, fields = fall.above[1], {"value": fall.now, "change": change, "before": fall.before}
            fault = piece.fault(at.start, at.end, fall.name, after=changed(fall.before, change), **fields)
            yield evolve(fault, related=(piece.source.span(fall.cell.start, fall.cell.end),))


def _of_row(piece: Piece, row: YearRow, year: int | None) -> Iterator[RuleFault]:
    for change in _named_changes(row.name, year):
        points = change.quantity.unit.kind is UnitKind.POINTS  # the unit stands in a column of its own
        before, now = (Quantity(one.value, "%") if points else one for one in (row.before, row.now))
        after = missed(change, Target(now), before)
        if after is not None:
            fields = {"value": now, "change": change, "before": before, "after": after}
            yield piece.fault(row.at.start, row.at.end, row.name, **fields)


def _from_last_year(subject: Subject) -> Iterator[RuleFault]:
    """Yield the levels with a change from last year's value, where that is told elsewhere and no target of the line."""
    lines = {claim.span.start: claim for claim in subject.lines if claim.span is not None and claim.sure}
    for piece, told in subject.accounts:
        for hit, change in told.loose:
            claim = lines.get(piece.source.span(hit.start, hit.end).start)
            before = _last_year(subject, claim) if claim is not None and _change_to(subject, claim) is None else None
            if claim is None or before is None or _at_other_prices(claim, change):
                continue
            after = missed(change, claim.target, before)
            if after is not None:
                yield subject.at(claim, change=change, before=before, after=after)


def _of_added(subject: Subject) -> Iterator[RuleFault]:
    """Yield what there is in all where more than that is said to be new."""
    for passage in subject.passages:
        piece = passage[0]
        for one in added_beyond_all(passage):
            now, change = one.total, one.change
            after = one.before + change.quantity
            fields = {"value": now.target, "change": change, "before": one.before, "after": after}
            yield piece.fault(now.start, now.end, name_before(piece, one.added), **fields)


def _of_lifted(subject: Subject) -> Iterator[RuleFault]:
    """Yield what there is in all where it did not change by what is said to be new or gone."""
    for passage in subject.passages:
        piece = passage[0]
        for one in (*lifted(passage), *replaced(passage)):
            fields = {"value": one.total, "change": one.change, "before": one.before, "after": one.after}
            yield piece.fault(one.start, one.end, one.name, **fields)


def _of_parts(subject: Subject) -> Iterator[RuleFault]:
    """Yield the wholes that did not grow as all their parts say they did."""
    for passage in subject.passages:
        piece = passage[0]
        for one in grown_parts(passage):
            now, change = one.level, one.growth.target
            after = changed(one.before, change) if one.before is not None else None
            fields = {"value": now.target, "change": change, "before": one.before, "after": after}
            yield piece.fault(now.start, now.end, name_before(piece, now), **fields)


def _named_changes(name: str, year: int | None) -> Iterator[Target]:
    """Yield the changes told in the name of a row: *Tỷ lệ hộ nghèo (năm 2026 giảm 0,5 điểm phần trăm)*."""
    source = SourceText(name)
    for hit in scan_targets(source)[0]:
        told = behind_last(_PHRASE, source.lower[: hit.numeral.start]) + source.lower[hit.numeral.end :]
        years = {int(found) for found in _YEAR.findall(told)}
        own = hit.target.change is not Change.LEVEL and not _AGAINST_OTHER.search(told)
        if own and year is not None and years <= {year, year - 1}:
            yield hit.target


_PHRASE = re.compile(r"[(;,]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def _odd_cells(subject: Subject) -> Iterator[tuple[Piece, Comparison]]:
    """Yield the cells that compare two years wrongly: the plan's with the one before, and that one with its own."""
    for piece, rows in _rows(subject):
        found = list(comparisons(rows))
        said = {one.cell.start for one in found}
        for year in (subject.year, subject.year - 1) if subject.year is not None else ():
            told = comparisons(list(rows_of_two_years(piece, year, told=True)))
            more = [one for one in told if one.cell.start not in said and one.cell is not one.row.at]
            said |= {one.cell.start for one in more}
            found += more
        found += comparisons(list(rows_of_following_years(piece)))
        yield from ((piece, one) for one in found)


def _at_other_prices(claim: Claim, change: Target) -> bool:
    """Whether a growth in percent may be at the prices of another year than the level: that of GRDP mostly is."""
    grows = change.quantity.unit.kind is UnitKind.RATIO and claim.target.quantity.unit.kind is not UnitKind.RATIO
    return grows and PRICED.search(claim.name.lower()) is not None


def _change_to(subject: Subject, claim: Claim) -> Target | None:
    """Return the change set beside a level: in its own line, or by the indicator that is its cut."""
    own = claim.indicator.targets if claim.indicator is not None else ()
    if claim.above is not None and claim.indicator is not None and claim.name and not claim.indicator.name:
        own = claim.above.targets  # the level that a change leads to is named with it
    found = next((target for target in own if target.change is not Change.LEVEL), None)
    if found is not None and _AGAINST_OTHER.search(claim.piece.lower()):
        return None
    if found is not None or claim.key != "poor":
        return found
    cuts = [other.target for other in subject.lines if other.key == "poor_cut" and other.sure]
    if len(cuts) != 1:
        return None
    return cuts[0]


_AGAINST_OTHER = re.compile(
    r"(?<!\w)(?:so (?:với )?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết|bình quân|cùng kỳ|giai đoạn|đầu)|bình quân (?:hằng|hàng|mỗi|giai)|giai đoạn|chuẩn (?:nghèo |đa chiều |tiếp cận )*mới)"
)
"""A change against something else than the year before."""


@rule(
    "magnitude",
    title="A value is of the size it had the year before",
    message="'{about}' is {value}, {times} times the {before} of another year: check the scale word and the comma",
    severity=Severity.WARNING,
)
def magnitude(subject: Subject) -> Iterator[RuleFault]:
    """Values thirty times those of the year before, or a thirtieth; of what is done anew each year ten times, or a tenth."""
    return _in_one_way(found(subject) for found in _MAGNITUDES)


def _magnitudes_in_lines(subject: Subject) -> Iterator[RuleFault]:
    """Yield levels of another size than last year's value that is told elsewhere, or in another plan."""
    beside = _told_beside(subject)
    for claim in subject.lines:
        now = claim.target.change is Change.LEVEL and not _stands_at(claim, beside)
        before = _last_year(subject, claim) if now else None
        if before is None:
            continue
        level = claim.target.quantity
        leaps = claim.sure and is_tenfold(claim.piece, level, before)
        times = _times(level, before, leaps=leaps)
        if times is not None:
            yield subject.at(claim, before=before, times=times)


def _magnitudes_in_brackets(subject: Subject) -> Iterator[RuleFault]:
    """Yield levels of another size than last year's value in brackets behind them."""
    for piece, step in subject.steps:
        now, before = step.level.target.quantity, step.before.target.quantity
        if step.changes and not any(misses(step)):
            continue  # "tăng 40 lần so với năm 2001 (5 tỷ đồng)"
        if step.level.target.total is not None:
            continue  # "90/100 xã" cannot be of another size
        others = (pair for pair in step.others if not any(_follows_bracket(piece, step, one) for one in pair))
        pairs = ((level.target.quantity, former.target.quantity) for level, former in others)
        leaps = not step.changes and is_tenfold_of_last_year(piece, step, subject.year)
        times = _times(now, before, leaps=leaps)
        if times is not None and all(_times(*pair) or is_tenfold(step.name, *pair) for pair in pairs):
            yield piece.fault(
                step.level.start, step.level.end, step.name, value=step.level.target, before=before, times=times
            )


def _follows_bracket(piece: Piece, step: Step, other: TargetHit) -> bool:
    """Whether an amount stands behind the bracket with the value of last year, which is that of the amount ahead of it."""
    lower, start, end = piece.source.lower, step.level.numeral.end, step.before.numeral.end
    between = lower[start : step.before.numeral.start]
    return "(" in between and ")" not in between and ")" in lower[end : other.start]


def _magnitudes_in_rows(subject: Subject) -> Iterator[RuleFault]:
    """Yield cells of another size than the cell of last year."""
    year = subject.year
    if year is None:
        return
    for piece in subject.pieces:
        for row in rows_of_two_years(piece, year, told=True):
            leaps = is_tenfold(row.name, row.now, row.before) and _is_sure(row.name)
            times = _times(row.now, row.before, leaps=leaps)
            if times is not None:
                yield piece.fault(row.at.start, row.at.end, row.name, value=row.now, before=row.before, times=times)


def _magnitudes_in_series(subject: Subject) -> Iterator[RuleFault]:
    """Yield values that stand out of a series of years."""
    for passage in subject.passages:
        for name, one, other in outliers(passage):
            now, before = Quantity(one.value, ""), Quantity(other.value, "")
            times = _times(now, before, leaps=True)
            yield passage[0].fault(one.start, one.end, name, value=now, before=before, times=times or "")


_MAGNITUDES = (_magnitudes_in_lines, _magnitudes_in_brackets, _magnitudes_in_rows, _magnitudes_in_series)


def _is_sure(name: str) -> bool:
    """Whether a name is that of an indicator beyond doubt."""
    match = match_indicator(name)
    return match is not None and match.confidence * 100 >= _SURE


_SURE = 80
"""Percent of confidence from which the name of a row counts."""


def _rows(subject: Subject) -> Iterator[tuple[Piece, list[YearRow]]]:
    """Yield the texts with the rows of their tables that have last year's value beside the plan's."""
    if subject.year is not None:
        for piece in subject.pieces:
            yield piece, list(rows_of_two_years(piece, subject.year))


def _times(now: Quantity, before: Quantity, *, leaps: bool = False) -> str | None:
    """Say how many times an amount is another, where that is so many that one must be a slip, or leaps as by a nought."""
    if not now.amount or not before.amount or not now.unit.same_dimension(before.unit):
        return None
    times = abs(now.amount / before.amount)
    if not leaps and Fraction(1, _MANY_TIMES) < times < _MANY_TIMES:
        return None
    return str(round(times)) if times >= 1 else f"1/{round(1 / times)}"
