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

from datetime import date, timedelta
from functools import cache

from attrs import evolve, frozen

from chitieu import agencies, areas
from chitieu.agencies.agency import Agency
from chitieu.documents.references import Reference, ReferenceFamily
from chitieu.periods.period import Due, Period, PeriodKind
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat, available_provinces, get_province
from chitieu.testing.generation.hypothesis_strategies import st
from chitieu.testing.plan_drafts import PlanDraft, ReportDraft, SectionDraft, TaskDraft, agency_named, plan_words
from chitieu.testing.plan_indicators import indicator_drafts
from chitieu.work.reports import ReportFrequency

__all__ = ["plan_drafts", "plans"]

_YEARS = range(2026, 2015, -1)
_MAX_SECTIONS = 3
_MAX_TASKS = 3  # of each section: together no more than there are pieces of work in plan-words.toml


# --- what there is to choose from --------------------------------------------------------------------------------


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
def _works(draw: st.DrawFn) -> tuple[str, ...]:
    """Pieces of work in any order; a plan gives each of them once, as one told twice must be told alike."""
    measured = (
        f"{one['work']} {draw(st.integers(11, 99))} {one['noun']} {one['behind']}" for one in plan_words()["measured"]
    )
    return tuple(draw(st.permutations([*plan_words()["work"], *measured])))


@frozen
class _Scene:
    """What the tasks of one plan share: how a lead is named, the agencies there are, the day, the documents."""

    style: str
    pool: tuple[Agency, ...]
    issued: date
    bases: tuple[Reference, ...]


@st.composite
def _task(draw: st.DrawFn, lead: Agency, scene: _Scene) -> TaskDraft:
    others = [agency for agency in scene.pool if agency != lead]
    labelled = scene.style == "labels"
    return TaskDraft(
        work="",
        style=scene.style,
        lead=lead,
        cooperating=tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True))),
        due=draw(_deadlines(scene.issued)),
        product=draw(st.none() | st.sampled_from(plan_words()["products"])) if labelled else None,
        basis=draw(st.none() | st.sampled_from(scene.bases)) if scene.bases else None,
    )


@st.composite
def _sections(draw: st.DrawFn, scene: _Scene) -> tuple[SectionDraft, ...]:
    works = iter(draw(_works()))
    return tuple(
        evolve(section, tasks=tuple(evolve(task, work=next(works)) for task in section.tasks))
        for section in draw(_empty_sections(scene))
    )


@st.composite
def _empty_sections(draw: st.DrawFn, scene: _Scene) -> tuple[SectionDraft, ...]:
    """Sections with all of their tasks but what is to be done."""
    agencies_of = st.sampled_from(scene.pool)
    if scene.style in ("heading", "subject"):
        leads = draw(st.lists(agencies_of, min_size=1, max_size=_MAX_SECTIONS, unique=True))
        most = 1 if scene.style == "subject" else _MAX_TASKS
        return tuple(SectionDraft(_drawn(draw, _task(lead, scene), most)) for lead in leads)
    named = st.sampled_from(plan_words()["fields"])
    fields = draw(st.lists(named, min_size=1, max_size=_MAX_SECTIONS, unique=True))
    led = agencies_of.flatmap(lambda lead: _task(lead, scene))
    return tuple(SectionDraft(_drawn(draw, led, _MAX_TASKS), field) for field in fields)


def _drawn(draw: st.DrawFn, tasks: st.SearchStrategy[TaskDraft], most: int) -> tuple[TaskDraft, ...]:
    return tuple(draw(st.lists(tasks, min_size=1, max_size=most)))


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
    scene = _Scene(home.form.layout.assignment, pool, issued, bases)
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
        sections=draw(_sections(scene)),
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

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=3)
    ... @given(plans("ca-mau"))
    ... def test_indicators_have_targets(plan):
    ...     assert list(plan.targets())
    >>> test_indicators_have_targets()
    """
    return _built(province)


@st.composite
def _built(draw: st.DrawFn, province: str | ProvinceFormat | None) -> Plan:
    return draw(plan_drafts(province)).build()
