"""Rules on amounts that make up one another: shares, parts of a whole, indicators that are parts of others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from chitieu.checking.days.counted_rounds import CountedRounds, counted_rounds
from chitieu.checking.days.day_counts import wrong_day_counts
from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.parts.column_sums import column_sums
from chitieu.checking.parts.group_totals import group_totals
from chitieu.checking.parts.groups import Group
from chitieu.checking.parts.named_counts import NamedCount, named_counts
from chitieu.checking.parts.nested_rows import nested_rows
from chitieu.checking.parts.step_columns import step_columns
from chitieu.checking.parts.stock_rows import stock_rows
from chitieu.checking.parts.table_leads import table_leads
from chitieu.checking.parts.table_sums import TableSum, table_sums
from chitieu.checking.parts.tallies import tallies
from chitieu.checking.parts.time_splits import Split, splits
from chitieu.checking.rates.gaps import gaps
from chitieu.checking.rounding import about_slack, sum_slack
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.shares.percent_faults import percent_faults
from chitieu.checking.subject import Subject
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before, search_before
from chitieu.findings import Severity
from chitieu.numbers.decimals import scaled
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import ABOUT_TOLERANCE, Bound, Target
from chitieu.text import Span
from chitieu.units import UnitKind

__all__ = ["fraction_percent", "identity", "order", "part_over_whole", "parts_exceed", "parts_sum", "shares_sum"]


def _broken(subject: Subject, kind: IdentityKind, *, known: bool | None = None) -> Iterator[IdentityResult]:
    """Yield the identities of a kind that do not hold: those of the catalogue, those of the plan's own lines, or both."""
    for result in subject.identities:
        if result.kind is kind and not result.holds and known in (None, result.identity is not None):
            yield result


_NO_WHOLES = frozenset({"giờ", "ngày", "tuần", "lần"})
"""Nouns before which a stroke is no *of*: ``24/7 giờ``."""


_MORE_THAN_PLANNED = re.compile(
    r"[^.;|0-9]{0,60}?(?:[,(]\s?|\s)(?:đạt|bằng|vượt|tỷ lệ)?\s?(?:[0-9]{3,}(?:,[0-9]+)?\s?%|[0-9.,]+\s?%\s(?:so với |so )?(?:kế hoạch|chỉ tiêu|dự toán|kh)"
    r"|(?:so với|vượt) (?:kế hoạch|chỉ tiêu))"
)
"""Words behind a fraction that is no share: so many of those planned (``86/80 đảng viên, đạt 107,5% kế hoạch``)."""


_PLACES = frozenset(
    {"xã", "phường", "đặc khu", "thôn", "bản", "ấp", "khóm", "làng", "huyện", "thị trấn", "tỉnh", "trường", "trạm"}
)
_THERE_ARE = re.compile(r"có\s$")
_OF_A_PLAN = re.compile(r"[^.;|]{0,80}?(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|vượt|kh)(?!\w)")


def _may_pass(hit: TargetHit, lower: str) -> bool:
    """Whether a count may be more than what it is of: of a plan it may, of the places there are it may not."""
    noun = hit.target.quantity.unit.label.split(",")[0].split()[0].lower()
    if noun in _PLACES and search_before(_THERE_ARE, lower, hit.numeral.start, REACH):
        return _OF_A_PLAN.match(lower, hit.numeral.end) is not None
    return _MORE_THAN_PLANNED.match(lower, hit.numeral.end) is not None


def _known(subject: Subject) -> tuple[Ranges, list[set[IdentityKind]]]:
    """Return where the amounts stand that something was worked out with, and for each of them what."""
    kinds: dict[Span, set[IdentityKind]] = {}
    for result in subject.identities:
        for claim in (result.whole, *(() if result.kind in _ADDED_UP else result.parts)):
            if claim is not None and claim.span is not None and result.kind is not IdentityKind.PRODUCT:
                kinds.setdefault(claim.span, set()).add(result.kind)
    return Ranges.of(kinds), [kinds[span] for span in sorted(kinds)]


_ADDED_UP = frozenset({IdentityKind.SUM, IdentityKind.LIMIT})
"""Where a part may be a whole itself, with parts of its own in a bracket."""


_OTHER_ASPECTS = frozenset({IdentityKind.LIMIT, IdentityKind.BETWEEN})
"""What may have been worked out of a whole without its parts being added up."""


def _place(piece: Piece, hit: TargetHit) -> int:
    """Return where the digits of an amount stand in the text of the plan."""
    return piece.source.span(hit.numeral.start, hit.numeral.end).start


def _groups(subject: Subject) -> Iterator[tuple[Passage, Group, Quantity]]:
    """Yield the wholes with parts that stand in the text and in no indicator line, with the sum of the parts."""
    places, known = _known(subject)
    lines = {" ".join(item.text.split()) for item in subject.plan.indicators}
    for passage, found in subject.groups:
        piece = passage[0]
        if not piece.placed and piece.source.clean(0, len(piece.source.flat)) in lines:
            continue
        for group in found:
            at = places.at(_place(piece, group.whole))
            kinds = set() if at is None else known[at]
            if not group.apart and (kinds - _OTHER_ASPECTS or (kinds and not group.complete)):
                continue
            unit = group.whole.target.quantity.unit
            total = sum((part.target.quantity.amount for part in group.parts), Fraction(0))
            if total < group.whole.target.quantity.amount:
                total += group.named
            yield passage, group, Quantity(scaled(Decimal(1), total / unit.factor), unit)


def _wrong_groups(subject: Subject, *, complete: bool) -> Iterator[tuple[Piece, Group, Quantity]]:
    """Yield the wholes whose parts do not come to them, or pass them where the parts may be some, rounding left aside."""
    for (piece, hits), group, total in _groups(subject):
        stated = group.whole.target.quantity
        gap = total.amount - stated.amount
        slack = sum_slack((hit.target.quantity for hit in (group.whole, *group.parts)), stated)
        if complete and group.whole.target.bound is Bound.ABOUT:
            slack = max(slack, about_slack(stated))
        wrong = group.complete is complete and (abs(gap) if complete else gap) > slack
        named = search_before(_NAMED, piece.source.lower, group.whole.start, REACH) is not None
        if wrong and (named or not _is_said_ahead(hits, group, total)):
            yield piece, group, total


_AHEAD = 300
_NAMED = re.compile(r"(?<!\w)trong (?:tổng số |số )?$")
"""Before a whole that words say what follows is of: *Trong 320 trường: mầm non 120, …*."""


def _is_said_ahead(hits: Sequence[TargetHit], group: Group, total: Quantity) -> bool:
    """Whether what parts add up to stands ahead of them, so that they are the parts of that: *62 người (năm trước: 58); trong đó …*."""
    first = group.parts[0].start
    return any(
        hit.target.quantity.amount == total.amount and hit.target.quantity.unit.same_dimension(total.unit)
        for hit in hits
        if first - _AHEAD <= hit.start < first
    )


def _is_told_too(subject: Subject, result: IdentityResult) -> bool:
    """Whether what the parts of a line add up to is another amount of it: they are the parts of that."""
    mine = {id(one) for one in (result.claim, *result.parts)}
    return result.expected is not None and any(
        claim.target.quantity.amount == result.expected.amount
        and claim.target.quantity.unit.same_dimension(result.expected.unit)
        for claim in subject.claims
        if claim.piece == result.claim.piece and id(claim) not in mine
    )


def _is_passed(whole: Target, size: Quantity) -> bool:
    """Whether an amount is more than a whole that sets a limit; one that is *khoảng* so much a wider one."""
    limit = whole.quantity.amount
    if whole.bound is Bound.ABOUT:
        limit += limit * ABOUT_TOLERANCE
    return whole.bound in (Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT) and size.amount > limit


def _group_fault(piece: Piece, group: Group, expected: Quantity) -> RuleFault:
    stated = group.whole.target.quantity
    fault = piece.fault(group.whole.start, group.whole.end, group.name, expected=expected, stated=stated)
    parts = tuple(piece.source.span(part.start, part.end) for part in group.parts)
    return evolve(fault, related=parts) if piece.placed else fault


def _fault(subject: Subject, result: IdentityResult) -> RuleFault:
    spans = tuple(part.span for part in result.parts)
    fault = subject.at(result.claim, related=spans, expected=result.expected, stated=result.stated, name=result.name)
    return fault if result.whole is not None else evolve(fault, about=result.name)


@rule(
    "shares-sum",
    title="Shares add up to 100%",
    message="the shares of '{name}' add up to {expected}, not to 100%",
    severity=Severity.ERROR,
)
def shares_sum(subject: Subject) -> Iterator[RuleFault]:
    """The shares of one whole, up to 0,05 points of rounding each."""
    for result in _broken(subject, IdentityKind.SHARES):
        yield _fault(subject, result)


@rule(
    "parts-sum",
    title="All parts of a whole add up to it",
    message="the parts of '{about}' add up to {expected}, not to {stated}",
    severity=Severity.ERROR,
)
def parts_sum(subject: Subject) -> Iterator[RuleFault]:
    """Parts that are named as all there are (``gồm``), or known to be all."""
    for result in _broken(subject, IdentityKind.SUM, known=False):
        if not _is_told_too(subject, result):
            yield _fault(subject, result)
    for piece, group, total in _wrong_groups(subject, complete=True):
        loose = group.whole.target.bound not in (Bound.EXACT, Bound.ABOUT)
        if not loose and all(part.target.bound is Bound.EXACT for part in group.parts):
            yield _group_fault(piece, group, total)
    yield from _other_sums(subject)


def _other_sums(subject: Subject) -> Iterator[RuleFault]:
    """Amounts against those of their years, quarters, rows, columns and outcomes, in the text and in its tables."""
    broken = _broken(subject, IdentityKind.SUM)
    summed = {one.claim.span.start for one in broken if one.claim.span is not None}
    for piece, split in _wrong_splits(subject):
        if not piece.placed or _place(piece, split.whole) not in summed:
            yield _group_fault(piece, Group(split.name, split.whole, split.parts, complete=True), split.total)
    for passage in subject.passages:
        piece = passage[0]
        for one in _table_sums(passage) if piece.placed else ():
            place, *spans = (piece.source.span(cell.start, cell.end) for cell in (one.cell, *one.parts))
            fields = {"expected": one.expected, "stated": one.stated}
            if place.start not in summed:
                yield RuleFault(one.name, place, related=tuple(spans), fields=fields)
        for tally in tallies(piece):
            if not tally.holds:
                fault = piece.fault(tally.start, tally.end, expected=tally.expected, stated=tally.stated)
                related = tuple(piece.source.span(start, end) for start, end in tally.parts)
                yield evolve(fault, related=related) if piece.placed else fault


def _table_sums(passage: Passage) -> Iterator[TableSum]:
    """Yield the cells of tables that are no sum, and the amounts said of whole tables, each once."""
    piece = passage[0]
    titled = list(table_sums(piece))
    yield from titled
    told = {cell.start for one in titled for cell in (one.cell, *one.parts)}
    for one in (
        *nested_rows(piece),
        *column_sums(piece),
        *table_leads(passage),
        *step_columns(piece),
        *stock_rows(piece),
        *group_totals(piece),
    ):
        if told.isdisjoint(cell.start for cell in (one.cell, *one.parts)):
            yield one
            told.add(one.cell.start)


def _wrong_splits(subject: Subject) -> list[tuple[Piece, Split]]:
    """Return the amounts of a longer time that are not what their years or quarters come to."""
    return [(passage[0], split) for passage in subject.passages for split in splits(passage) if not split.holds]


def _is_of_fraction(hits: Sequence[TargetHit], group: Group) -> bool:
    """Whether a part follows so many of so many, of which it is: *thêm 08 xã, lũy kế 30/61 xã, trong đó 09 xã …*."""
    at = bisect_left(hits, group.parts[0].numeral.start, key=lambda hit: hit.numeral.start)
    between = (one for one in items_before(hits, at, _FEW) if one.numeral.start > group.whole.numeral.start)
    unit = group.whole.target.quantity.unit
    return any(one.target.total is not None and one.target.quantity.unit == unit for one in between)


_FEW = 3


@rule(
    "part-over-whole",
    title="A part is no larger than its whole",
    message="'{about}' is {part}, more than the {stated} of '{whole}' it is a part of",
    severity=Severity.ERROR,
)
def part_over_whole(subject: Subject) -> Iterator[RuleFault]:
    """``trong đó`` parts: any of them may be missing, none may pass the whole."""
    for result in _broken(subject, IdentityKind.LIMIT, known=False):
        stated = result.claim.target.quantity
        for part in result.parts:
            if part.target.quantity.amount > stated.amount:
                fields = {"part": part.target.quantity, "stated": stated, "whole": result.name}
                yield subject.at(part, related=(result.claim.span,), **fields)
    for (piece, hits), group, _ in _groups(subject):
        (alone, *others), whole = group.parts, group.whole.target
        if not others and not _is_of_fraction(hits, group) and _is_passed(whole, alone.target.quantity):
            about = piece.source.clean(alone.start, alone.end)
            fields = {"part": alone.target.quantity, "stated": whole.quantity, "whole": group.name}
            yield piece.fault(alone.start, alone.end, about, **fields)
    for piece, hits in subject.passages:
        for hit in hits:
            count, total = hit.target.quantity, hit.target.total
            if (
                total is not None
                and count > total
                and count.unit.kind is UnitKind.COUNT
                and "/" not in count.unit.label
                and count.unit.label not in _NO_WHOLES
                and not counts_people(count.unit.label)  # often so many of those planned
                and not _may_pass(hit, piece.source.lower)
            ):
                start, end = hit.numeral.start, hit.numeral.end
                yield piece.fault(start, end, part=count, stated=total, whole=count.unit.label)


@rule(
    "fraction-percent",
    title="A fraction and its percentage agree",
    message="'{about}' is {expected}, not {stated}",
    severity=Severity.ERROR,
)
def fraction_percent(subject: Subject) -> Iterator[RuleFault]:
    """``38/47 xã (80,9%)``: so many of so many, and what that makes in percent."""
    yield from percent_faults(subject)


@rule(
    "parts-exceed",
    title="Parts are together no larger than their whole",
    message="the parts named of '{about}' add up to {expected}, more than its {stated}",
    severity=Severity.WARNING,
)
def parts_exceed(subject: Subject) -> Iterator[RuleFault]:
    """``trong đó`` parts that are too much together, though none is alone: unless they overlap, one is wrong."""
    said = {_place(piece, split.whole) for piece, split in _wrong_splits(subject) if piece.placed}
    for result in _broken(subject, IdentityKind.LIMIT, known=False):
        stated = result.stated
        if result.claim.span is not None and result.claim.span.start in said:
            continue
        if stated is not None and all(part.target.quantity.amount <= stated.amount for part in result.parts):
            yield _fault(subject, result)
    for piece, group, total in _wrong_groups(subject, complete=False):
        _, *others = group.parts
        if others and _is_passed(group.whole.target, total) and _place(piece, group.whole) not in said:
            yield _group_fault(piece, group, total)


@rule(
    "identity",
    title="Indicators that make up another add up to it",
    message="what '{about}' is made up of adds up to {expected}, not to {stated}",
    severity=Severity.WARNING,
)
def identity(subject: Subject) -> Iterator[RuleFault]:
    """Sums and differences of the catalogue over several lines: revenue, contributions to growth, the balance of trade."""
    for kind in (IdentityKind.SUM, IdentityKind.BALANCE):
        for result in _broken(subject, kind, known=True):
            yield _fault(subject, result)
    for passage in subject.passages:
        for gap in gaps(passage):
            if not gap.holds:
                hit = gap.hit
                yield passage[0].fault(hit.start, hit.end, gap.name, expected=gap.expected, stated=hit.target.quantity)
    for piece in subject.pieces:
        for one in wrong_day_counts(piece.source.lower):
            yield piece.fault(
                one.start, one.stop, expected=f"{one.counted} {one.unit}", stated=f"{one.stated} {one.unit}"
            )
        counted: list[CountedRounds | NamedCount] = [*counted_rounds(piece.source.text, piece.source.lower)]
        counted += named_counts(piece.source.flat, piece.source.lower)
        for some in counted:
            yield piece.fault(
                some.start, some.stop, expected=f"{some.named} {some.noun}", stated=f"{some.stated} {some.noun}"
            )


@rule(
    "order",
    title="A part of a group is no larger than the group",
    message="'{about}' is {value}, more than '{larger}' of which it is a part ({stated})",
    severity=Severity.WARNING,
)
def order(subject: Subject) -> Iterator[RuleFault]:
    """Trained with a certificate among the trained, sent abroad among those given work."""
    for result in _broken(subject, IdentityKind.ORDER):
        yield subject.at(result.parts[0], related=(result.claim.span,), stated=result.stated, larger=result.claim.name)
