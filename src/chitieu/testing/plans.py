"""Strategies of whole plans: complete, without a planner's mistake, in the habits of a province.

Everything is built: values lie inside the bounds of their indicators, shares make 100, parts make their whole,
agencies exist on the day of the plan, deadlines lie between its issue and the end of its year, cited documents are
older than itself. A plan shrinks to a number, a title, one indicator and one piece of work.

>>> from hypothesis import given, settings
>>> import chitieu as ct
>>> @settings(max_examples=5)
... @given(plans("ben-tre"))
... def test_round_trip(plan):
...     assert ct.parse_plan(ct.render_plan(plan), "ben-tre") == plan
>>> test_round_trip()
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from attrs import frozen

from chitieu import agencies, areas
from chitieu.agency_reader import Agency
from chitieu.errors import MissingExtraError
from chitieu.indicators import Indicator, available_indicators
from chitieu.periods import Due, Period, PeriodKind
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat, available_provinces, get_province
from chitieu.quantities import Quantity
from chitieu.references import Reference, ReferenceFamily
from chitieu.reports import ReportFrequency
from chitieu.targets import Bound, Change, Target
from chitieu.testing.plan_drafts import (
    IndicatorDraft,
    PlanDraft,
    ReportDraft,
    SectionDraft,
    TaskDraft,
    agency_named,
    plan_words,
)
from chitieu.units import UnitKind, parse_unit

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError(
        "extra.missing", feature="chitieu.testing.plans", package="hypothesis", extra="testing"
    ) from error

__all__ = ["indicator_drafts", "plan_drafts", "plans", "usable_indicators"]

_YEARS = range(2026, 2015, -1)
_KINDS = frozenset({UnitKind.RATIO, UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE, UnitKind.POINTS})
_LARGEST = Decimal(90_000)  # of an amount without a bound of its own
_HIGHEST_RATE = Decimal(40)  # of a rate of change without one
_MAX_LINES = 6
_MAX_SECTIONS = 3
_MAX_TASKS = 3


# --- what there is to choose from --------------------------------------------------------------------------------


@cache
def usable_indicators(on: date | None = None) -> tuple[Indicator, ...]:
    """Return the records of the catalogue whose names stand in a line as they are, and have a unit to be measured in.

    Names with figures, brackets or bound words are left out: a line would say something else with them. Of records
    that make one another up at most one is taken.

    Args:
        on: only records in use on this day.
    """
    unsafe = tuple(plan_words()["names"]["unsafe"])
    return tuple(record for record in available_indicators(on=on) if _stands_alone(record, unsafe))


def _stands_alone(record: Indicator, unsafe: tuple[str, ...]) -> bool:
    plain = record.name.replace(" ", "").replace(",", "").replace("-", "")
    if not record.units or not plain.isalpha() or any(f" {word} " in f" {record.name.lower()} " for word in unsafe):
        return False
    if any(char.isdigit() for char in record.units[0]):  # "bé trai/100 bé gái"
        return False
    return parse_unit(record.units[0]).kind in _KINDS and record.key not in _RELATED


_RELATED = frozenset(
    """grdp grdp_growth growth_agri growth_ind growth_serv growth_tax share_agri share_ind share_serv share_tax
    contrib_agri contrib_ind contrib_serv contrib_tax grdp_pc pop bud_rev bud_dom bud_trade bud_oil bud_land bud_lottery
    trained trained_cert si ui water water_hyg jobs overseas grdp_structure""".split()
)
"""Indicators that must fit one another: they come in groups of their own (`_GROUPS`) or not at all."""


@cache
def _agencies(form: ProvinceFormat, day: date) -> tuple[Agency, ...]:
    """Return the departments of every province on a day that are read by their names."""
    named = (
        agency_named(record.name)
        for record in agencies.on(day, form)
        if record.category.startswith("sở") and record.everywhere
    )
    return tuple(agency for agency in named if agency is not None and agency.key is not None)


@frozen
class _Home:
    """A province with the years in which it and its format were there."""

    form: ProvinceFormat
    area: areas.Area
    years: tuple[int, ...]


def _homes(province: str | ProvinceFormat | None) -> tuple[_Home, ...]:
    if province is None:
        return tuple(home for slug in available_provinces() for home in _homes(slug))
    form = province if isinstance(province, ProvinceFormat) else get_province(province)
    known = [areas.by_id()[name] for name in form.areas if name in areas.by_id()] or [areas.by_id()["83-legacy"]]
    homes = (_Home(form, area, tuple(year for year in _YEARS if _held(form, area, year))) for area in known)
    return tuple(home for home in homes if home.years)


def _held(form: ProvinceFormat, area: areas.Area, year: int) -> bool:
    days = (date(year, 1, 1), date(year, 12, 31))
    return all(form.covers(day) and area.exists_on(day) for day in days)


# --- indicators --------------------------------------------------------------------------------------------------


def _amounts(low: Decimal, high: Decimal, places: int) -> st.SearchStrategy[Decimal]:
    scale = 10**places
    first, last = int(low * scale), int(high * scale)
    return st.integers(max(first, 1), last).map(lambda value: Decimal(value).scaleb(-places))


def _values(record: Indicator) -> st.SearchStrategy[Decimal]:
    """Generate values of an indicator inside its bounds, or inside its band where it has one."""
    whole = parse_unit(record.units[0]).kind is UnitKind.COUNT
    if record.band is not None:
        return _amounts(Decimal(str(record.band[0])), Decimal(str(record.band[1])), 1)
    rate = record.kind in ("rate", "difference", "contribution")
    low = record.minimum if record.minimum is not None else Decimal(0)
    high = record.maximum if record.maximum is not None else _HIGHEST_RATE if rate else _LARGEST
    return _amounts(Decimal(low), min(Decimal(high), _LARGEST), 0 if whole else 1)


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
    certified = draw(st.integers(1, 900))
    trained = draw(st.integers(certified, 1000))
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


# --- work --------------------------------------------------------------------------------------------------------


def _deadlines(issued: date) -> st.SearchStrategy[Due | None]:
    """Generate deadlines between the issue of a plan and the end of its year."""
    end = date(issued.year, 12, 31)
    periods = [
        *(Period(issued.year, PeriodKind.QUARTER, index) for index in range(2, 5)),
        *(Period(issued.year, PeriodKind.MONTH, month) for month in range(issued.month + 1, 13)),
    ]
    days = st.dates(issued + timedelta(days=15), end)
    return st.one_of(st.none(), days, st.sampled_from(periods))


@st.composite
def _phrase(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        measured = draw(st.sampled_from(plan_words()["measured"]))
        return f"{measured['work']} {draw(st.integers(11, 99))} {measured['noun']} {measured['behind']}"
    return str(draw(st.sampled_from(plan_words()["work"])))


@st.composite
def _task(
    draw: st.DrawFn, style: str, lead: Agency, pool: Sequence[Agency], issued: date, bases: Sequence[Reference]
) -> TaskDraft:
    others = [agency for agency in pool if agency != lead]
    labelled = style == "labels"
    return TaskDraft(
        work=draw(_phrase()),
        style=style,
        lead=lead,
        cooperating=tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True))),
        due=draw(_deadlines(issued)),
        product=draw(st.none() | st.sampled_from(plan_words()["products"])) if labelled else None,
        basis=draw(st.none() | st.sampled_from(bases)) if bases else None,
    )


@st.composite
def _sections(
    draw: st.DrawFn, style: str, pool: Sequence[Agency], issued: date, bases: Sequence[Reference]
) -> tuple[SectionDraft, ...]:
    if style in ("heading", "subject"):
        leads = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=_MAX_SECTIONS, unique=True))
        most = 1 if style == "subject" else _MAX_TASKS
        return tuple(
            SectionDraft(tuple(draw(st.lists(_task(style, lead, pool, issued, bases), min_size=1, max_size=most))))
            for lead in leads
        )
    fields = draw(st.lists(st.sampled_from(plan_words()["fields"]), min_size=1, max_size=_MAX_SECTIONS, unique=True))
    led = st.sampled_from(pool).flatmap(lambda lead: _task(style, lead, pool, issued, bases))
    return tuple(SectionDraft(tuple(draw(st.lists(led, min_size=1, max_size=_MAX_TASKS))), field) for field in fields)


# --- the plan ----------------------------------------------------------------------------------------------------


@st.composite
def _bases(draw: st.DrawFn, issued: date) -> tuple[Reference, ...]:
    """Documents a plan stands on, each older than the plan; the year in a number is that of its date."""
    before = issued.year - 1
    december = st.dates(date(before, 12, 1), date(before, 12, 30))
    numbers = st.integers(1, 99)
    normative, party = ReferenceFamily.NORMATIVE, ReferenceFamily.PARTY
    council = st.builds(
        lambda number, day: Reference(
            f"{number:02}/{before}/NQ-HĐND", "Nghị quyết", day, "Hội đồng nhân dân tỉnh", normative
        ),
        numbers,
        december,
    )
    committee = st.builds(
        lambda number, day: Reference(f"{number:02}-NQ/TU", "Nghị quyết", day, "Tỉnh ủy", party), numbers, december
    )
    ministers = st.builds(
        lambda number, day: Reference(f"{number + 100}/QĐ-TTg", "Quyết định", day, "Thủ tướng Chính phủ"),
        numbers,
        december,
    )
    several = st.tuples(council, committee, ministers)
    return draw(st.integers(0, 3).flatmap(lambda count: several.map(lambda found: found[:count])))


_FREQUENCIES = (
    (ReportFrequency.QUARTER, ReportFrequency.YEAR),
    (ReportFrequency.QUARTER, ReportFrequency.HALF, ReportFrequency.NINE_MONTHS, ReportFrequency.YEAR),
)


@st.composite
def plan_drafts(draw: st.DrawFn, province: str | ProvinceFormat | None = None) -> PlanDraft:
    """Generate drafts of plans, which can be altered before they are built.

    Args:
        draw: given by Hypothesis.
        province: slug of a format, or the format; None takes any of the built-in ones.
    """
    home = draw(st.sampled_from(_homes(province)))
    year = draw(st.sampled_from(home.years))
    issued = draw(st.dates(date(year, 1, 5), date(year, 3, 31)))
    pool = _agencies(home.form, issued)
    bases = draw(_bases(issued))
    reports = st.builds(ReportDraft, st.sampled_from(_FREQUENCIES), st.integers(16, 25), st.just(pool[0]))
    style = home.form.layout.assignment
    lines = plan_words()["recipients"]
    listed = draw(st.lists(st.sampled_from(lines), max_size=3, unique=True))
    return PlanDraft(
        form=home.form,
        area=home.area,
        issued=issued,
        number=draw(st.integers(1, 999)),
        title=str(draw(st.sampled_from(plan_words()["titles"]))).format(year=year),
        bases=bases,
        indicators=draw(indicator_drafts(issued)),
        numbered=draw(st.booleans()),
        sections=draw(_sections(style, pool, issued, bases)),
        oversight=draw(st.none() | st.sampled_from(pool)),
        report=draw(st.none() | reports),
        recipients=(*listed, plan_words()["archive"]) if listed else (),
        deputy=draw(st.booleans()),
        appendices=draw(st.integers(0, 3)),
        notes=tuple(draw(st.lists(st.sampled_from(plan_words()["notes"]), max_size=2, unique=True))),
    )


def plans(province: str | ProvinceFormat | None = None) -> st.SearchStrategy[Plan]:
    """Generate complete plans without mistakes, in the habits of a province.

    Args:
        province: slug of a format, or the format; None takes any of the built-in ones.

    Raises:
        UnknownProvinceError: no format has this slug.

    >>> plan = plans("ben-tre").example()  # doctest: +SKIP
    >>> plan.province  # doctest: +SKIP
    'ben-tre'
    """
    return plan_drafts(province).map(PlanDraft.build)
