"""Plans with one planted fault each, to test rules and programs that show findings.

`broken` puts one fault into a plan that has none, so that exactly one rule finds it. What is planted is an indicator
line, a task or a field of the header that the plan does not hold already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from attrs import evolve, frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import find_agencies
from chitieu.agencies.records import AgencyRecord, agency_records
from chitieu.areas import by_id, find
from chitieu.checking.named_amounts.claims import claims_of
from chitieu.documents.references import parse_reference
from chitieu.monitoring.observations import Observation, ObservationStatus
from chitieu.periods.period import Period
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.quantities.reader import parse_quantity
from chitieu.reading import parse_indicators
from chitieu.work.reports import ReportFrequency, ReportingSchedule
from chitieu.work.tasks import Assignment, Task

__all__ = ["Planted", "broken", "plant", "plantable"]


@frozen
class Planted:
    """A plan with one fault, and what the rule needs to see it.

    Attributes:
        plan: the plan with the fault.
        others: plans to check it against; `observations`: values of the year before.
    """

    plan: Plan
    others: tuple[Plan, ...] = ()
    observations: tuple[Observation, ...] = ()


Planting = Callable[[Plan], Planted | Plan]


def broken(plan: Plan, code: str) -> Plan:
    """Return a plan with exactly one fault of a code.

    Args:
        plan: a plan without faults.
        code: code of the rule that is to find it, see `plantable`.

    Raises:
        KeyError: no fault of this code can be planted.
        ValueError: the fault shows only beside another plan or last year's values; `plant` returns them too.

    >>> import chitieu as ct
    >>> from chitieu.testing import strategies as st
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> [finding.code for finding in ct.check(st.broken(plan, "shares-sum"))]
    ['shares-sum']
    """
    planted = plant(plan, code)
    if planted.others or planted.observations:
        message = f"{code!r} shows only beside another plan or last year's values: use plant(), which returns them too"
        raise ValueError(message)
    return planted.plan


def plant(plan: Plan, code: str) -> Planted:
    """Return a plan with exactly one fault of a code, with what a check needs to see it.

    Args:
        plan: a plan without faults.
        code: code of the rule that is to find it, see `plantable`.

    Raises:
        KeyError: no fault of this code can be planted.

    >>> import chitieu as ct
    >>> case = plant(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"), "magnitude")
    >>> [finding.code for finding in ct.check(case.plan, *case.others, observations=case.observations)]
    ['magnitude']
    """
    _ensure_plan(plan)
    if code not in _PLANTINGS:
        message = f"no fault of the rule {code!r} can be planted; plantable() gives the codes there are"
        raise KeyError(message)
    made = _PLANTINGS[code](evolve(plan, text=""))
    return made if isinstance(made, Planted) else Planted(made)


def _ensure_plan(given: object) -> None:
    if not isinstance(given, Plan):
        message = f"expected a plan, found {type(given).__name__}; of a strategy, draw a plan first"
        raise TypeError(message)


def plantable() -> tuple[str, ...]:
    """Return the codes a fault can be planted of.

    >>> "parts-sum" in plantable()
    True
    """
    return tuple(_PLANTINGS)


# --- lines --------------------------------------------------------------------------------------------------


def _bare(item: PlannedIndicator) -> PlannedIndicator:
    """Return a line without its place: it stands in another text."""
    targets = tuple(evolve(target, span=None) for target in item.targets)
    return evolve(item, span=None, number=None, targets=targets, parts=tuple(map(_bare, item.parts)))


def _lines(*texts: str) -> tuple[PlannedIndicator, ...]:
    return tuple(_bare(item) for text in texts for item in parse_indicators(f"- {text};"))


def _with_lines(plan: Plan, *texts: str) -> Plan:
    """Return the plan with more indicator lines, and without those that speak of the same indicators."""
    added = _lines(*texts)
    keys = {one.indicator for item in added for one in item.walk()} - {None}
    kept = tuple(item for item in plan.indicators if keys.isdisjoint(one.indicator for one in item.walk()))
    return _silent_on(evolve(plan, indicators=(*kept, *added)), keys, kept)


def _silent_on(plan: Plan, keys: set[str | None], kept: tuple[PlannedIndicator, ...]) -> Plan:
    """Take tasks out that set a target for the same indicators: they would be a second fault."""
    before = evolve(plan, indicators=kept)
    if keys.isdisjoint(claim.key for claim in claims_of(before)):
        return plan

    def quiet(section: Assignment) -> Assignment:
        tasks = (
            task
            for task in section.tasks
            if keys.isdisjoint(
                claim.key for claim in claims_of(Plan(assignments=(Assignment("", tasks=(task,)),), period=plan.period))
            )
        )
        return evolve(section, tasks=tuple(tasks))

    return evolve(
        plan,
        assignments=tuple(map(quiet, plan.assignments)),
        implementation=tuple(map(quiet, plan.implementation)),
    )


def _line(*texts: str) -> Planting:
    return lambda plan: _with_lines(plan, *texts)


# --- tasks, documents, header ---------------------------------------------------------------------------------


def _day(plan: Plan) -> date:
    return plan.issued or date(2026, 1, 15)


def _period(plan: Plan) -> Period:
    return plan.period or Period(_day(plan).year)


def _with_task(plan: Plan, text: str, due: date | None = None, lead: tuple[Agency, ...] | None = None) -> Plan:
    """Return the plan with one more task, in its first section of work."""
    first = plan.assignments[0] if plan.assignments else Assignment("NHIỆM VỤ")
    owners = first.agencies if lead is None else lead
    task = Task(text, lead=tuple(evolve(agency, span=None) for agency in owners), due=due)
    section = evolve(first, tasks=(*first.tasks, task))
    return evolve(plan, assignments=(section, *plan.assignments[1:]), period=_period(plan), issued=_day(plan))


def _written(day: date) -> str:
    return f"ngày {day.day:02} tháng {day.month} năm {day.year}"


def _due(when: Callable[[Plan], date]) -> Planting:
    def make(plan: Plan) -> Plan:
        day = when(plan)
        return _with_task(plan, f"Rà soát quy chế làm việc, xong trước {_written(day)}", day)

    return make


def _issued_late(plan: Plan) -> Plan:
    """A plan issued after its year; its work, which would be late too, is left out."""
    period = _period(plan)
    late = date(period.last_year + 1, 2, 10)
    bare = evolve(plan, assignments=(), implementation=(), reporting=None, recipients=(), cited=())
    return evolve(bare, issued=late, period=period, issuer=_issuer_on(plan, late), place=None)


def _issuer_on(plan: Plan, day: date) -> str | None:
    """Return the issuer of the plan if its province still exists on a day; else none, since that is another fault."""
    name = (plan.issuer or "").casefold()
    gone = any(area.short_name.casefold() in name and not area.exists_on(day) for area in by_id().values())
    return None if gone else plan.issuer


def _with_base(text: str) -> Planting:
    def make(plan: Plan) -> Plan:
        day = _day(plan)
        said = text.format(
            after=_written(day + timedelta(days=40)),
            year=day.year - 1,
            before=_written(date(day.year - 2, 5, 12)),
            later=_written(date(day.year - 2, 8, 20)),
        )
        references = tuple(evolve(parse_reference(one), span=None) for one in said.split("; "))
        return evolve(plan, bases=(*plan.bases, *references), cited=(*plan.cited, *references), issued=day)

    return make


def _gone_agency(plan: Plan) -> Plan:
    """Give work to an agency that had ended long before the day of the plan, or had long to wait for its own."""
    day = _day(plan)
    names = (record.name for record in agency_records() if record.category == "sở" and _far_from(record, day))
    named = (mention.value for name in names for mention in find_agencies(name)[:1] if mention.text == name)
    agency = next(named, None)
    if agency is None:
        return _gone_agency(_later(plan))
    return _with_task(plan, "Rà soát quy chế làm việc", lead=(evolve(agency, span=None),))


def _later(plan: Plan) -> Plan:
    """Return the plan as one of after the reform of 2025, without what would then be a fault of its own."""
    issued = date(2025, 9, 15)
    title = re.sub("(?:19|20)[0-9]{2}", str(issued.year), plan.title) if plan.title else None
    return evolve(
        plan,
        issued=issued,
        period=Period(issued.year),
        title=title,
        issuer=_issuer_on(plan, issued),
        place=None,
        assignments=(),
        implementation=(),
        reporting=None,
        recipients=(),
        bases=(),
        cited=(),
    )


_FAR = timedelta(days=120)
"""Around the day an agency ends, provinces act some weeks apart; a fault must lie clear of that."""


def _far_from(record: AgencyRecord, day: date) -> bool:
    ended = record.valid_to is not None and record.valid_to + _FAR < day
    return ended or (record.valid_from is not None and record.valid_from - _FAR > day)


def _gone_area(plan: Plan) -> Plan:
    """Let a province issue the plan that had been merged into another; before the first mergers known, do it later."""
    day = _day(plan)
    gone = [area for area in by_id().values() if area.valid_to is not None and find(area.name, on=day) is None]
    if not gone:
        return _gone_area(_later(plan))
    return evolve(plan, issuer=f"ỦY BAN NHÂN DÂN {gone[0].name.upper()}", issued=day)


def _office_elsewhere(plan: Plan) -> Plan:
    """Give work to the council of another province than the one that issues the plan."""
    day = _day(plan)
    there = [area for area in by_id().values() if area.exists_on(day) and area.kind == "tỉnh"]
    own = next((area for area in there if plan.issuer and area.name.upper() in plan.issuer.upper()), there[0])
    other = next(area for area in there if area is not own)
    name = f"UBND {other.name.lower()[:4]} {other.short_name}"
    section = Assignment(name, agencies=(Agency(name, key="ubnd"),))
    issuer = f"ỦY BAN NHÂN DÂN {own.name.upper()}"
    return evolve(plan, issuer=issuer, place=own.short_name, issued=day, assignments=(*plan.assignments, section))


def _title(plan: Plan) -> Plan:
    year = _period(plan).last_year
    return evolve(plan, title=f"Phát triển kinh tế - xã hội năm {year - 2}", period=_period(plan), issued=_day(plan))


def _schedule(plan: Plan) -> Plan:
    return evolve(plan, reporting=ReportingSchedule((ReportFrequency.QUARTER,), 5, text="trước ngày 05 tháng cuối quý"))


# --- beside other years ---------------------------------------------------------------------------------------


def _observed(plan: Plan, key: str, value: Quantity) -> Observation:
    return Observation(key, Period(_period(plan).year - 1), value, status=ObservationStatus.OFFICIAL)


def _yearly(plan: Plan) -> Plan:
    """Return the plan with a period of one year, which can be set beside the year before."""
    return evolve(plan, period=Period(_period(plan).last_year))


def _level_change(plan: Plan) -> Planted:
    made = _yearly(_with_lines(plan, "Tỷ lệ hộ cận nghèo còn 2,5% (giảm 1%/năm)"))
    return Planted(made, observations=(_observed(made, "near_poor", parse_quantity("4,4%")),))


def _magnitude(plan: Plan) -> Planted:
    made = _yearly(_with_lines(plan, "Kim ngạch xuất khẩu hàng hóa đạt 1.700 triệu USD"))
    return Planted(made, observations=(_observed(made, "export", parse_quantity("1,6 triệu USD")),))


def _other_plan(plan: Plan) -> Planted:
    made = _with_lines(plan, "Tỷ lệ che phủ rừng đạt 45,5%")
    other = Plan(number="9/NQ-HĐND", period=made.period, indicators=_lines("Tỷ lệ che phủ rừng đạt 47%"))
    return Planted(made, others=(other,))


_PLANTINGS: Mapping[str, Planting] = MappingProxyType(
    {
        "unit-fits": _line("Tỷ lệ che phủ rừng đạt 45,5 ha"),
        "value-bounds": _line("Tỷ lệ che phủ rừng đạt 145,5%"),
        "share-bounds": _line("Tỷ lệ thôn có nhà sinh hoạt cộng đồng đạt 108%"),
        "direction": _line("Tỷ lệ hộ cận nghèo tăng 1,5%"),
        "shares-sum": _line("Cơ cấu sử dụng đất: đất lúa 30%; đất rừng 40%; đất ở 25%; đất khác 6%"),
        "parts-sum": _line(
            "Kinh phí sửa nhà văn hóa thôn 100 tỷ đồng, gồm ngân sách tỉnh 40 tỷ đồng, vốn xã hội hóa 70 tỷ đồng"
        ),
        "part-over-whole": _line("Kinh phí sửa nhà văn hóa thôn 100 tỷ đồng, trong đó ngân sách tỉnh 140 tỷ đồng"),
        "parts-exceed": _line(
            "Kinh phí sửa nhà văn hóa thôn 100 tỷ đồng, trong đó ngân sách tỉnh 60 tỷ đồng, vốn xã hội hóa 70 tỷ đồng"
        ),
        "identity": _line(
            "Thu ngân sách nhà nước trên địa bàn đạt 5.388 tỷ đồng",
            "Thu nội địa đạt 5.258 tỷ đồng",
            "Thu từ hoạt động xuất, nhập khẩu đạt 190 tỷ đồng",
        ),
        "order": _line(
            "Tỷ lệ lao động qua đào tạo đạt 66%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 72%"
        ),
        "growth-between": _line(
            "Tốc độ tăng trưởng GRDP tăng 19,3%, trong đó khu vực I tăng 3,9%, khu vực II tăng 9,5%, khu vực III tăng 8,5%"
        ),
        "per-head": _line(
            "Quy mô GRDP theo giá hiện hành đạt 90.000 tỷ đồng",
            "Dân số trung bình 1.300.000 người",
            "GRDP bình quân đầu người đạt 59,2 triệu đồng/người",
        ),
        "duplicate-target": _line("Tỷ lệ che phủ rừng đạt 45,5%", "Tỷ lệ che phủ rừng đạt 47%"),
        "level-change": _level_change,
        "magnitude": _magnitude,
        "plans-disagree": _other_plan,
        "due-before-issue": _due(lambda plan: _day(plan) - timedelta(days=45)),
        "due-after-period": _due(lambda plan: _period(plan).end + timedelta(days=100)),
        "issued-after-period": _issued_late,
        "date-impossible": lambda plan: _with_task(
            plan, f"Rà soát quy chế làm việc, xong trước ngày 31 tháng 6 năm {_period(plan).last_year}"
        ),
        "title-year": _title,
        "agency-not-existing": _gone_agency,
        "agency-elsewhere": _office_elsewhere,
        "area-not-existing": _gone_area,
        "reference-future": _with_base("Quyết định số 815/QĐ-UBND {after}"),
        "reference-year": _with_base("Nghị quyết số 31/{year}/NQ-HĐND {before}"),
        "reference-malformed": lambda plan: _with_task(plan, "Rà soát quy chế làm việc theo Quyết định số 124/QĐ/TTg"),
        "reference-disagrees": _with_base("Quyết định số 816/QĐ-UBND {before}; Quyết định số 816/QĐ-UBND {later}"),
        "report-schedule": _schedule,
        "number-english": _line("Tỷ lệ đường thôn được cứng hóa đạt 12.5%"),
        "unit-missing": _line("Kim ngạch xuất khẩu hàng hóa đạt 1.700"),
        "digits-lost": lambda plan: _with_task(plan, "Phấn đấu giá trị sản xuất ngành trồng trọt tăng 4,%"),
        "count-whole": lambda plan: _with_task(plan, "Rà soát quy chế làm việc tại 12,5 nhà văn hóa"),
        "fraction-percent": lambda plan: _with_task(plan, "Rà soát 38/47 quy chế làm việc (70,9%)"),
        "words-disagree": lambda plan: _with_task(plan, "Rà soát 07 (tám) quy chế làm việc"),
        "range-backwards": lambda plan: _with_task(plan, "Phấn đấu giá trị sản xuất ngành trồng trọt tăng 9% - 7%"),
    }
)
