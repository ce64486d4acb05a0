"""Percentages that are not what their count, their part and whole, or the cells of their row make."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from chitieu.checking.changes.twice_told import twice_told
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.ratios.plan_percents import plan_percents
from chitieu.checking.ratios.ratio_columns import ratio_columns
from chitieu.checking.rounding import grain
from chitieu.checking.rules import RuleFault
from chitieu.checking.shares.bare_fractions import bare_fractions
from chitieu.checking.shares.household_shares import household_shares
from chitieu.checking.shares.named_bases import shares_of_named
from chitieu.checking.shares.said_share import SaidShare
from chitieu.checking.shares.said_shares import said_shares
from chitieu.checking.shares.share_columns import share_columns
from chitieu.checking.shares.shares_of_one import shares_of_one
from chitieu.checking.shares.total_rows import shares_of_totals
from chitieu.checking.subject import Subject
from chitieu.checking.texts.comparisons import comparisons
from chitieu.checking.texts.passages import Passage, percentages
from chitieu.checking.texts.places import items_before
from chitieu.checking.texts.year_rows import rows_of_two_years
from chitieu.numbers.decimals import format_number, scaled
from chitieu.quantities.quantity import Quantity

__all__ = ["percent_faults"]


def percent_faults(subject: Subject) -> Iterator[RuleFault]:
    """Yield the percentages beside what they are worked out from that are wrong.

    Args:
        subject: the plan.
    """
    for passage in subject.passages:
        piece = passage[0]
        for one in percentages(passage):
            if not one.holds:
                stated = one.percent.target.quantity
                expected = _in_percent(one.expected, stated)
                about = piece.source.clean(one.count.numeral.start, one.count.numeral.end)
                yield piece.fault(one.percent.start, one.percent.end, about, expected=expected, stated=stated)
        for told in (*plan_percents(passage), *twice_told(passage)):
            stated = told.hit.target.quantity
            yield piece.fault(told.hit.start, told.hit.end, told.about, expected=told.expected, stated=stated)
        yield from _household_faults(subject, passage)
    yield from _said_faults(subject)
    yield from _ratio_cells(subject)


def _said_faults(subject: Subject) -> Iterator[RuleFault]:
    """Yield the percentages that are not those of the part and the whole beside them; those told already are left out."""
    for passage, (_, numbers) in zip(subject.passages, subject.numerals, strict=True):
        piece = passage[0]
        told = {one.percent.numeral.start for one in percentages(passage)}
        households = household_shares(passage, subject.households, subject.target_year)
        told |= {one.percent.numeral.start for one in households if not one.holds}
        told |= {one.hit.numeral.start for one in plan_percents(passage)}
        named = list(shares_of_named(passage, numbers, subject.year))
        for one in (
            *said_shares(passage, numbers),
            *bare_fractions(passage, numbers),
            *shares_of_one(passage, numbers),
            *named,
        ):
            if not one.holds and one.percent.start not in told and not _is_of_part_ahead(passage, one):
                told.add(one.percent.start)
                stated = one.percent.quantity
                fields = {"expected": _in_percent(one.expected, stated), "stated": stated}
                about = piece.source.clean(one.start, one.end)
                about = f"{about} / {one.whole}" if one in named else about
                yield piece.fault(one.percent.start, one.percent.end, about, **fields)


_AND = re.compile(r"[^;.()|0-9]{0,40}(?:\svà|,)\s$")


def _is_of_part_ahead(passage: Passage, one: SaidShare) -> bool:
    """Whether a share is that of the amount ahead of the part, two of which are told with two shares: *11 hộ nghèo và 21 hộ cận nghèo trên 900 hộ, tỷ lệ 1,2% và 2,3%*."""
    piece, hits = passage
    at = bisect_left(hits, one.start, key=lambda hit: hit.numeral.start)
    for hit in items_before(hits, at, 1):
        amount, stated = hit.target.quantity, one.percent.quantity
        beside = _AND.fullmatch(piece.source.lower[hit.end : one.start]) is not None
        alike = counts_alike(amount.unit, one.part.unit) and hit.target.is_single
        if beside and alike and abs(stated.amount - amount.amount / one.whole.amount) < grain(stated):
            return True
    return False


def _household_faults(subject: Subject, passage: Passage) -> Iterator[RuleFault]:
    """Yield the shares of all households that are not those of their numbers."""
    piece = passage[0]
    for one in household_shares(passage, subject.households, subject.target_year):
        if not one.holds:
            about = f"{format_number(one.count.target.quantity.value)}/{one.total}"
            stated = one.percent.target.quantity
            fields = {"expected": _in_percent(one.expected, stated), "stated": stated}
            yield piece.fault(one.percent.start, one.percent.end, about, **fields)


def _in_percent(share: Fraction, stated: Quantity) -> Quantity:
    """Return a share of one in the unit of the one stated, with the digits of the one stated and at least one."""
    digits = max(1, -int(stated.value.as_tuple().exponent))
    return Quantity(scaled(Decimal(1), share / stated.unit.factor).quantize(Decimal(1).scaleb(-digits)), stated.unit)


def _ratio_cells(subject: Subject) -> Iterator[RuleFault]:
    """Yield the cells of ratio columns that are none; columns of two years, another rule looks at."""
    for piece in subject.pieces:
        rows = rows_of_two_years(piece, subject.year) if subject.year is not None else ()
        told = {one.cell.start for one in comparisons(list(rows))}
        for ratio in (*ratio_columns(piece), *share_columns(piece)):
            if ratio.cell.start not in told:
                start, end = ratio.cell.start, ratio.cell.end
                fault = piece.fault(start, end, ratio.name, expected=ratio.expected, stated=ratio.stated)
                parts = tuple(piece.source.span(cell.start, cell.end) for cell in ratio.parts)
                yield evolve(fault, related=parts) if piece.placed else fault
        for one in shares_of_totals(piece):
            fault = piece.fault(one.cell.start, one.cell.end, one.name, expected=one.expected, stated=one.stated)
            over = piece.source.span(one.above.start, one.above.end)
            yield evolve(fault, related=(over,)) if piece.placed else fault
