"""Indicators of generated plans: from the catalogue, inside their bounds, alone or in groups that fit one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from chitieu.checking.identity.identities import known_identities
from chitieu.indicators.records import Indicator
from chitieu.indicators.registry import available_indicators
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.testing.generation.amounts import between
from chitieu.testing.generation.hypothesis_strategies import st
from chitieu.testing.plan_drafts import IndicatorDraft, plan_words
from chitieu.units import UnitKind, parse_unit

__all__ = ["indicator_drafts", "usable_indicators"]

_KINDS = frozenset({UnitKind.RATIO, UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE, UnitKind.POINTS})
_LARGEST = Decimal(90_000)  # of an amount without a bound of its own
_HIGHEST_RATE = Decimal(40)  # of a rate of change without one
_MAX_LINES = 6


@cache
def usable_indicators(on: date | None = None) -> tuple[Indicator, ...]:
    """Return the records of the catalogue whose names stand in a line as they are, and have a unit to be measured in.

    Names with figures, brackets or bound words are left out: a line would say something else with them. Of records
    that make one another up at most one is taken.

    Args:
        on: only records in use on this day.
    """
    unsafe = tuple(plan_words()["names"]["unsafe"])
    return tuple(_unrelated(record for record in available_indicators(on=on) if _stands_alone(record, unsafe)))


def _unrelated(records: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the records of which none makes up another, or is a part of it: their values are drawn one by one."""
    relatives: dict[str, set[str]] = {}
    for identity in known_identities():
        keys = {identity.whole, *identity.parts, *identity.optional}
        for key in keys:
            relatives.setdefault(key, set()).update(keys)
    taken = set(plan_words()["names"]["related"])
    for record in records:
        if taken.isdisjoint(relatives.get(record.key, ())):
            taken.add(record.key)
            yield record


def _stands_alone(record: Indicator, unsafe: tuple[str, ...]) -> bool:
    plain = record.name.replace(" ", "").replace(",", "").replace("-", "")
    if not record.units or not plain.isalpha() or any(f" {word} " in f" {record.name.lower()} " for word in unsafe):
        return False
    if any(char.isdigit() for char in record.units[0]):  # "bé trai/100 bé gái"
        return False
    return parse_unit(record.units[0]).kind in _KINDS and record.key not in plan_words()["names"]["related"]


def _values(record: Indicator) -> st.SearchStrategy[Decimal]:
    """Generate values of an indicator inside its bounds and above zero, or inside its band where it has one."""
    rate = record.kind in ("rate", "difference", "contribution")
    low = record.minimum or Decimal(0)
    high = record.maximum if record.maximum is not None else _HIGHEST_RATE if rate else _LARGEST
    low, high = record.band or record.usual or (low, high)
    places = 0 if parse_unit(record.units[0]).kind is UnitKind.COUNT and record.band is None else 1
    least = max(Fraction(low), Fraction(1, 10**places))
    return between(least, Fraction(min(high, _LARGEST)), places=places)


_BOUNDS = {
    "higher": (Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT, Bound.MORE_THAN),
    "lower": (Bound.EXACT, Bound.AT_MOST, Bound.ABOUT, Bound.LESS_THAN),
}


@st.composite
def _line(draw: st.DrawFn, record: Indicator) -> IndicatorDraft:
    value, unit = draw(_values(record)), record.units[0]
    bound = draw(st.sampled_from(_BOUNDS.get(record.direction, (Bound.EXACT, Bound.ABOUT))))
    return IndicatorDraft(record.name, (Target(Quantity(value, unit), bound),))


def _share(value: int) -> Target:
    return Target(Quantity(Decimal(value).scaleb(-1), "%"))


@st.composite
def _structure(draw: st.DrawFn) -> IndicatorDraft:
    """Shares of the economy, which make 100."""
    cuts = sorted(draw(st.tuples(*[st.integers(1, 997)] * 3)))
    shares = (cuts[0], cuts[1] - cuts[0] + 1, cuts[2] - cuts[1] + 1, 998 - cuts[2])
    names = ("khu vực I", "khu vực II", "khu vực III", "thuế sản phẩm")
    parts = (IndicatorDraft(name, (_share(share),)) for name, share in zip(names, shares, strict=True))
    return IndicatorDraft("Cơ cấu kinh tế", parts=tuple(parts))


@st.composite
def _budget(draw: st.DrawFn) -> IndicatorDraft:
    """Budget revenue and its two parts, which make it up."""
    inside, border = draw(st.integers(100, 90_000)), draw(st.integers(1, 9_000))
    names = ("thu nội địa", "thu từ hoạt động xuất, nhập khẩu")
    parts = (
        IndicatorDraft(name, (Target(Quantity(value, "tỷ đồng")),))
        for name, value in zip(names, (inside, border), strict=True)
    )
    whole = Target(Quantity(inside + border, "tỷ đồng"))
    return IndicatorDraft("Thu ngân sách nhà nước trên địa bàn", (whole,), tuple(parts))


@st.composite
def _growth(draw: st.DrawFn) -> IndicatorDraft:
    """Growth with that of the three sectors; the whole lies between the least and the most of them."""
    rates = sorted(draw(st.tuples(*[st.integers(1, 200)] * 3)))
    whole = draw(st.integers(rates[0], rates[-1]))
    names = ("khu vực nông - lâm - thủy sản", "khu vực công nghiệp - xây dựng", "khu vực dịch vụ")
    parts = (
        IndicatorDraft(name, (_rise(rate),)) for name, rate in zip(names, draw(st.permutations(rates)), strict=True)
    )
    return IndicatorDraft("Tốc độ tăng trưởng kinh tế (GRDP)", (_rise(whole),), tuple(parts))


def _rise(tenths: int) -> Target:
    return Target(Quantity(Decimal(tenths).scaleb(-1), "%"), Bound.EXACT, Change.INCREASE)


@st.composite
def _poverty(draw: st.DrawFn) -> IndicatorDraft:
    """The rate of poor households with its fall in a year."""
    level, fall = draw(st.integers(1, 200)), draw(st.integers(1, 40))
    level_target = Target(Quantity(Decimal(level).scaleb(-1), "%"), Bound.AT_MOST)
    return IndicatorDraft(
        "Tỷ lệ hộ nghèo",
        (level_target, Target(Quantity(Decimal(fall).scaleb(-1), "%/năm"), Bound.EXACT, Change.DECREASE)),
    )


@st.composite
def _training(draw: st.DrawFn) -> IndicatorDraft:
    """Trained workers and those of them with a certificate."""
    certified = draw(st.integers(30, 900))  # in tenths of a percent, as much as provinces usually have
    trained = draw(st.integers(max(certified, 100), 1000))
    part = IndicatorDraft("tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", (_share(certified),))
    return IndicatorDraft("Tỷ lệ lao động qua đào tạo", (_share(trained),), (part,))


_GROUPS = {
    "structure": _structure,
    "budget": _budget,
    "growth": _growth,
    "poor": _poverty,
    "trained": _training,
}


@st.composite
def indicator_drafts(draw: st.DrawFn, on: date | None = None) -> tuple[IndicatorDraft, ...]:
    """Generate the indicators of a plan: each once, values inside their bounds, parts that make their whole.

    Args:
        draw: given by Hypothesis.
        on: the day of the plan.
    """
    pool = [record for record in usable_indicators(on) if record.key not in _GROUPS]
    chosen = draw(
        st.lists(
            st.one_of(st.sampled_from(pool), st.sampled_from(tuple(_GROUPS))),
            min_size=1,
            max_size=_MAX_LINES,
            unique_by=lambda one: one if isinstance(one, str) else one.key,
        )
    )
    return tuple(draw(_GROUPS[one]() if isinstance(one, str) else _line(one)) for one in chosen)
