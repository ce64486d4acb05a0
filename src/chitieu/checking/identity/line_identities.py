"""What follows from the parts of one indicator line: shares of a whole, parts of an amount, rates of sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity.identity_arithmetic import (
    HUNDRED,
    firm,
    level,
    rounding,
    sum_of,
)
from chitieu.checking.identity.line_growth import growth_of_parts
from chitieu.checking.identity.line_lists import ALL, SOME, listed, said_of, side_by_side, told_once, words_before_parts
from chitieu.checking.identity.line_shares import composition_results, is_composition, shares_of_all
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import (
    is_cut_across,
    is_for_each,
    is_mean,
    is_narrower,
    same_noun,
)
from chitieu.checking.parts.complete_parts import Cue, are_all, leaves_a_rest
from chitieu.checking.parts.divisions import come_to, divisions
from chitieu.checking.parts.named_ones import named_beside
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.row_units import row_unit
from chitieu.checking.rounding import about_slack
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import ABOUT_TOLERANCE, Bound, Change
from chitieu.units import UnitKind

__all__ = ["line_results"]

_TOWN = re.compile(r"(?<!\w)(?:thành thị|đô thị|phường)(?!\w)")
_COUNTRY = re.compile(r"(?<!\w)(?:nông thôn|xã)(?!\w)")
_LEAST_SHARES = 3


def _same_sort(whole: Claim, part: Claim) -> bool:
    """Whether a part is an amount of what the whole is an amount of; rates of parts are no parts of a rate."""
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if left.kind in (UnitKind.RATIO, UnitKind.POINTS, UnitKind.RANK) or is_for_each(left):
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return not is_for_each(right) and part.target.total is None and same_noun(left.label, right.label)
    return left.same_dimension(right)


def line_results(
    item: PlannedIndicator, claims: Mapping[int, tuple[Claim, ...]], known: Mapping[str, Claim]
) -> Iterator[IdentityResult]:
    """Yield what follows from the parts of each line.

    Args:
        item: the line, with the lines below it.
        claims: the amounts of the lines, by the identity of the line.
        known: the one level of each indicator that some line sets: the whole of parts that stand below a name alone.
    """
    for line in item.walk():
        wholes = claims.get(id(line), ())
        below = listed(line) or _behind_changes(line)
        parts = [claim for part in below for claim in told_once(claims.get(id(part), ()))]
        whole = next((claim for claim in wholes if level(claim)), None)
        more = [claim for part in side_by_side(below) for claim in told_once(claims.get(id(part), ()))]
        if whole is not None and come_to(whole, [one for one in more if _same_sort(whole, one)]):
            parts = more
        yield from growth_of_parts(line, wholes, claims)
        if is_composition(line, parts):
            yield from composition_results(line, parts)
        else:
            yield from shares_of_all(line, wholes, claims)
        yield from _contributions(line, wholes, claims)
        if whole is not None and parts and (line.name or line.relation is Relation.ITEM) and row_unit(line) is None:
            added = [part for part in parts if not _is_no_part(part) and _same_sort(whole, part)]
            if added and _are_of(item, claims, line, added):
                added = []
            if len(added) == 1 or not is_mean(whole.name):
                for at, division in enumerate(divisions(whole, added)):
                    yield from _part_results(line, whole, division, words=words_before_parts(line) if not at else "")
            yield from _narrower_rates(whole, parts)
        elif whole is None and (named := known.get(line.indicator or "")) is not None:
            added = [part for part in parts if _same_sort(named, part) and part.key != named.key]
            own = 0 < len(added) == len(parts) and _sum_known(named, added) is None  # else the catalogue looks at it
            results = _part_results(line, named, added, words=words_before_parts(line)) if own else ()
            yield from (result for result in results if result.kind is IdentityKind.SUM)


def _are_of(
    item: PlannedIndicator, claims: Mapping[int, tuple[Claim, ...]], line: PlannedIndicator, parts: Sequence[Claim]
) -> bool:
    """Whether amounts behind one that is told beside another may be parts of that: *120 tỷ đồng, tăng 9% so cùng kỳ (110 tỷ đồng); riêng …*."""
    first = next((claim for claim in claims.get(id(item), ()) if level(claim)), None)
    if line.relation is not Relation.BESIDE:
        return False
    led = listed(line)[0].text.lower()
    if _IS_LED.match(line.text.lower()) and _ON.match(led):
        return True  # "12 khoản thu vượt dự toán; trong đó lệ phí 24 tỷ đồng (80%), thuế 31 tỷ đồng (88%)": one list
    if first is None or not (_ASIDE.match(led) or _ADDED.match(line.text.lower())):
        return False
    size = first.target.quantity
    return _same_sort(first, parts[0]) and sum_of(parts, size).amount <= size.amount


_IS_LED = re.compile(r"[\s);,.]*(?:trong đó|gồm|bao gồm|cụ thể)(?!\w)")
_ON = re.compile(r"\s?\),\s(?!(?:trong đó|gồm|bao gồm|riêng)(?!\w))")
_ADDED = re.compile(r"[^0-9;:]{0,40}?(?<!\w)thêm\s(?:được\s)?[0-9]")
"""What comes to the amount it is told beside: *46/55 xã, tức thêm 05 xã; trong đó 12 xã …*."""
_ASIDE = re.compile(r"\s?\)\s?[;.]|\s?\)?\s?[;,]\sriêng(?!\w)")


def _behind_changes(line: PlannedIndicator) -> list[PlannedIndicator]:
    """Return the parts that stand behind the change to a line's amount: *(năm 2026: 51.400 tỷ đồng), tăng 9,6%; trong đó …*."""
    changes = (
        one
        for one in line.parts
        if one.relation is Relation.BESIDE
        and one.targets
        and all(told.change is not Change.LEVEL for told in one.targets)
    )
    return [part for one in changes for part in listed(one)]


def _is_no_part(claim: Claim) -> bool:
    """Whether an amount in a list is the difference of others, or what a rate is of: *dưới 3% trong tổng số 226 nghìn lao động*."""
    return claim.key in _DIFFERENCES or _OF_ALL.match(claim.name.lower()) is not None


_OF_ALL = re.compile(r"(?:trong|trên|so với) tổng(?: số)?(?!\w)")
_DIFFERENCES = frozenset({"trade_balance"})
"""What is no part of a whole it stands below: ``xuất nhập khẩu 26 tỷ USD, trong đó xuất khẩu 14, nhập khẩu 12, xuất siêu 2``."""


def _narrower_rates(whole: Claim, parts: Sequence[Claim]) -> Iterator[IdentityResult]:
    """A rate of some of those a rate is of, counted from the same whole: ``nước hợp vệ sinh 97%, trong đó nước sạch 58%``."""
    stated = whole.target.upper or whole.target.quantity
    if not _is_rate(whole) or whole.target.bound is Bound.ABOUT:
        return
    for part in parts:
        pair = {whole.key, part.key}
        known = any(one.kind is IdentityKind.ORDER and {one.whole, *one.parts} == pair for one in known_identities())
        if _is_rate(part) and not known and is_narrower(part.name) and not is_narrower(whole.name):
            size = part.target.quantity
            holds = size.amount <= stated.amount
            yield IdentityResult(IdentityKind.ORDER, part.name, (part,), holds, whole, size, whole.target.quantity)


def _is_rate(claim: Claim) -> bool:
    return level(claim) and claim.target.quantity.unit.label == "%" and claim.target.total is None


def _contributions(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Percent points that the sectors bring to a growth in percent: ``GRDP tăng 9%, trong đó khu vực I đóng góp 0,5 điểm …``."""
    parts = [claim for part in line.parts for claim in claims.get(id(part), ())]
    points = [part for part in parts if part.target.quantity.unit.kind is UnitKind.POINTS]
    whole = next((claim for claim in wholes if claim.target.quantity.unit.label in ("%", "%/năm")), None)
    if whole is None or not firm([whole, *points]):
        return
    if partition_of(line.name, [part.name for part in points]) is None or whole.target.upper is not None:
        return
    total = sum_of(points, HUNDRED)
    stated = whole.target.quantity
    gap = total.amount - stated.amount
    open_ended = len(points) == _LEAST_SHARES and -gap <= stated.amount / 4  # the taxes on products may be left out
    holds = abs(gap) <= rounding(points, stated) or (open_ended and gap < 0)
    yield IdentityResult(IdentityKind.SUM, whole.name, tuple(points), holds, whole, total, stated)


def _part_results(line: PlannedIndicator, whole: Claim, parts: list[Claim], words: str) -> Iterator[IdentityResult]:
    """Parts of an amount: all of them (``gồm``, or known to be all), or some (``trong đó``), as the words before them say."""
    if not parts:
        return
    stated = whole.target.quantity
    parts = _own_parts(whole, parts)
    if len(parts) > 1 and not _town_and_country(parts) and not come_to(whole, parts):
        together = " ".join(map(said_of, parts))
        alone = [part for part in parts if not is_cut_across(said_of(part), together)]
        for part in parts:
            if part not in alone and part.target.quantity.amount > stated.amount:
                yield IdentityResult(
                    IdentityKind.LIMIT,
                    whole.name,
                    (part,),
                    holds=False,
                    whole=whole,
                    expected=part.target.quantity,
                    stated=stated,
                )
        parts = alone or parts[:1]
    total = sum_of(parts, stated)
    gap = total.amount - stated.amount
    counts = stated.unit.kind is UnitKind.COUNT
    named = named_beside(line.text, [part.text for part in listed(line)]) if counts else 0
    about = whole.target.bound is Bound.ABOUT and all(part.target.bound is Bound.EXACT for part in parts)
    slack = rounding([whole, *parts], stated)
    slack = max(slack, about_slack(stated)) if about else slack
    near = gap == -named or abs(gap) <= slack
    several = len(parts) > 1
    cue = Cue.ALL if ALL.search(words) and not SOME.search(words) else Cue.SOME
    complete = several and (
        near
        or _sum_known(whole, parts) is not None
        or _town_and_country(parts)
        or are_all(cue, f"{line.name} {whole.name}", [part.name.lower() for part in parts], whole, parts)
    )
    if complete and not near and leaves_a_rest(line.text.lower()):
        complete = False  # "còn lại chi khác": a last part without its amount
    if complete and (about or firm([whole, *parts])):
        yield IdentityResult(IdentityKind.SUM, whole.name, tuple(parts), near, whole, total, stated)
        return
    slack = rounding([whole, *parts], stated) if several else Fraction(0)
    if whole.target.bound is Bound.ABOUT:
        slack = max(slack, abs(stated.amount) * ABOUT_TOLERANCE)
    yield IdentityResult(IdentityKind.LIMIT, whole.name, tuple(parts), gap <= slack, whole, total, stated)


def _town_and_country(parts: Sequence[Claim]) -> bool:
    """Whether the parts are town and country, which are all there is."""
    return len(parts) == 2 and all(
        any(words.search(part.name.lower()) for part in parts) for words in (_TOWN, _COUNTRY)
    )


def _sum_known(whole: Claim, parts: Sequence[Claim]) -> Identity | None:
    """Return the sum of the catalogue all of whose parts are among some; None if there is none."""
    keys = {part.key for part in parts}
    fitting = (one for one in known_identities() if one.kind is IdentityKind.SUM and one.whole == whole.key)
    return next((one for one in fitting if set(one.parts) <= keys), None)


def _own_parts(whole: Claim, parts: list[Claim]) -> list[Claim]:
    """Leave out what another clause of the line is about, where the parts are known: spending behind revenue."""
    known = _sum_known(whole, parts)
    own = {*known.parts, *known.optional, None} if known else set()
    return [part for part in parts if part.key in own] if known else parts
