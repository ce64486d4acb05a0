"""Counts with their rate for so many people in a bracket, or the other way round: *648 dược sĩ (4,5/vạn dân)*, *không quá 6 người/100.000 dân (90 người)*.

How many people there are, the same part of the text tells (*dân số 1.440.000 người*), be it of results or of what is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.ratios.people_told import PeopleTold
from chitieu.checking.ratios.quotient import HEDGED, OPEN, is_near, is_shifted
from chitieu.checking.ratios.rate_forms import bare_noun
from chitieu.checking.ratios.worked_results import claim_at, claim_of, is_known, product_of
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, text_before
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind, parse_unit

__all__ = ["rates_in_brackets"]

_SIZE = r"(?P<size>vạn|100|10\.000|1\.000|100\.000|nghìn|triệu)\s(?:người\s)?dân(?! tộc)(?!\w)"
_RATE_BEHIND = re.compile(
    rf"[^;.,:()|0-9]{{0,30}}(?:\(|,\s)(?:(?:đạt|bằng|tức|tương đương|khoảng|bình quân|là|tỷ lệ)\s)*(?P<rate>[0-9]{{1,4}}(?:,[0-9]{{1,2}})?)"
    rf"\s?(?P<noun>(?:[^\W\d_]+\s){{0,3}}?(?:[^\W\d_]+\s?)?)/\s?{_SIZE}"
)
"""Behind a count: its rate for so many people."""
_RATE_AHEAD = re.compile(
    rf"(?<![\w.,/])(?P<rate>[0-9]{{1,4}}(?:,[0-9]{{1,2}})?)\s?(?:[^\W\d_]+\s){{0,3}}?(?:[^\W\d_]+\s?)?/\s?{_SIZE}"
    r"[^;.,:()|0-9]{0,30}\((?:(?:tức|tương đương|khoảng|không quá|dưới|ít nhất|bằng)\s)*$"
)
"""Ahead of a count in a bracket: its rate."""
_SIZES = {
    "100": 100,
    "vạn": 10_000,
    "10.000": 10_000,
    "1.000": 1_000,
    "nghìn": 1_000,
    "100.000": 100_000,
    "triệu": 1_000_000,
}
_SOME = re.compile(r"(?<!\w)(?:thêm|tăng|mới|tuyển|bổ sung|trong đó|riêng|trạm y tế|giảm|trẻ|phụ nữ|quý|tháng)(?!\w)")
_CLAUSE = re.compile(r"[;.,:()|]\s?")
_REACH, _AHEAD = 120, 50


def rates_in_brackets(passages: Iterable[Passage], known: Ranges, year: int | None) -> Iterator[IdentityResult]:
    """Yield the counts beside their rate for so many people, with what the people of their part of the text make of it.

    Args:
        passages: texts with their amounts.
        known: where the rates stand that were looked at already.
        year: the year the plan is for.
    """
    for passage in passages:
        piece, hits = passage
        people: PeopleTold | None = None
        for one in hits:
            hit = _counted(piece, one)
            found = _rate_of(piece, hit)
            if found is None:
                continue
            if is_known(piece, known, found.start("rate")):
                continue
            people = people or PeopleTold.of(passage, year)
            place = hit.numeral.start, hit.end
            told, slack = people.at_time_of(*place), HEDGED
            if not told:
                told, slack = people.of_the_place(*place), OPEN
            results = [_result(piece, hit, found, one, slack) for one in told]
            if results and not any(one.holds for one in results):
                yield from results[:1] if _is_likely(results[0]) else ()


_ONLY_SIZE = re.compile(r"[0-9.,]+\s(?P<many>nghìn|ngàn|triệu|vạn)")
_NO_NOUN = re.compile(r"(?<!\w)(?:nghìn|ngàn|triệu|tỷ|đồng|usd)(?!\w)")


def _counted(piece: Piece, hit: TargetHit) -> TargetHit:
    """Return an amount; one with a bare *nghìn*, that money may be meant by, as a count of what its rate names: *722 nghìn, đạt 20 máy/100 dân*."""
    lower = piece.source.lower
    bare = _ONLY_SIZE.fullmatch(lower, hit.numeral.start, hit.end)
    if bare is None or hit.target.quantity.unit.kind is not UnitKind.MONEY:
        return hit
    found = _RATE_BEHIND.match(lower, hit.numeral.digits_end, hit.numeral.digits_end + _REACH)
    noun = found["noun"].strip() if found is not None else ""
    if not noun or _NO_NOUN.search(noun) or lower.startswith((" đồng", " usd"), hit.end):
        return hit
    counted = Quantity(hit.target.quantity.value, parse_unit(f"{bare['many']} {noun}"))
    return evolve(hit, target=evolve(hit.target, quantity=counted))


def _rate_of(piece: Piece, hit: TargetHit) -> re.Match[str] | None:
    """Return the rate that stands beside a count of all there are."""
    target, lower = hit.target, piece.source.lower
    unit = target.quantity.unit
    plain = target.is_single and target.change is Change.LEVEL and target.quantity.value > 0
    if not plain or unit.kind is not UnitKind.COUNT or "/" in unit.label:
        return None
    ahead = text_before(lower, hit.numeral.start, _AHEAD)
    if _SOME.search(_CLAUSE.split(ahead)[-1]):
        return None
    found = _RATE_BEHIND.match(lower, hit.numeral.digits_end, hit.numeral.digits_end + _REACH)
    if found is not None:
        return found if target.bound in (Bound.EXACT, Bound.ABOUT) else None
    start = max(0, hit.numeral.start - _REACH)
    return _RATE_AHEAD.search(lower, start, hit.numeral.start)


def _result(
    piece: Piece, count: TargetHit, found: re.Match[str], people: TargetHit, hedged: Fraction
) -> IdentityResult:
    """Return what a count over the people makes, against its rate."""
    value = read_digits(found["rate"]) or Decimal(1)
    size = _SIZES[found["size"]]
    stated = Quantity(value, parse_unit(bare_noun(count.target.quantity.unit)))
    heads = people.target.quantity.amount
    made = Fraction(count.target.quantity.value) * count.target.quantity.unit.scale / heads * size
    half = Fraction(Decimal(1).scaleb(int(value.as_tuple().exponent))) / 2
    whole_one = Fraction(size) / heads * grain(count.target.quantity)  # rounded up or down to a whole one
    slack = max(half + whole_one, hedged * Fraction(value))
    around = min(found.start(), count.start), max(found.end(), count.end)
    name = f"{stated.unit.label}/{found['size']} dân"
    whole = claim_at(piece, Target(stated), found.span("rate"), around, name)
    total, all_there_are = (claim_of(piece, hit, around) for hit in (count, people))
    holds = abs(made - Fraction(value)) <= slack
    return product_of(whole, total, all_there_are, made / Fraction(value), holds=holds)


def _is_likely(result: IdentityResult) -> bool:
    """Whether a count may be the one a rate is of: it comes near it, or to it with the comma at another place."""
    expected = result.expected
    if expected is None:
        return False
    made = Fraction(expected.value) / Fraction(result.claim.target.quantity.value)
    return is_near(made) or is_shifted(made)
