"""The plan as a value."""

import pickle
from datetime import date

import pytest

import chitieu as ct

OFTEN = ct.ReportFrequency


def reference(number, year=2026):
    return ct.Reference(number, date=date(year, 1, 8))


def test_walk_goes_depth_first():
    item = ct.PlannedIndicator(
        "a", parts=(ct.PlannedIndicator("b", parts=(ct.PlannedIndicator("c"),)), ct.PlannedIndicator("d"))
    )
    assert [part.name for part in item.walk()] == ["a", "b", "c", "d"]


def test_targets_come_with_their_indicator():
    one, two = ct.Target(ct.Quantity(1, "%")), ct.Target(ct.Quantity(2, "%"))
    plan = ct.Plan(
        indicators=(ct.PlannedIndicator("a", targets=(one,), parts=(ct.PlannedIndicator("b", targets=(two,)),)),)
    )
    assert [(item.name, target) for item, target in plan.targets()] == [("a", one), ("b", two)]


def test_references_come_once_by_identity_bases_first():
    task = ct.Task("x", references=(reference("1/QĐ-UBND"), reference("01/NQ-CP", 2025), reference("01/NQ-CP")))
    plan = ct.Plan(bases=(reference("01/NQ-CP"),), implementation=(ct.Assignment("y", tasks=(task,)),))
    assert [(r.number, r.date.year) for r in plan.references()] == [
        ("01/NQ-CP", 2026),
        ("1/QĐ-UBND", 2026),
        ("01/NQ-CP", 2025),
    ]


@pytest.mark.parametrize(
    ("place", "issued", "period", "area"),
    [
        ("Bến Tre", date(2024, 5, 1), None, "83-legacy"),
        ("Bến Tre", date(2026, 1, 5), None, None),  # merged by then
        ("Bến Tre", None, ct.Period(2024), "83-legacy"),
        ("Bến Tre", None, None, None),
        ("Sông Hậu", date(2026, 1, 5), None, None),
        (None, date(2026, 1, 5), None, None),
    ],
)
def test_the_area_is_the_province_of_that_day(place, issued, period, area):
    found = ct.Plan(place=place, issued=issued, period=period).area
    assert (found.id if found else None) == area


@pytest.mark.parametrize(
    ("often", "day", "before", "expected"),
    [
        ((OFTEN.QUARTER, OFTEN.YEAR), 15, True, ["03-14", "06-14", "09-14", "12-14"]),
        ((OFTEN.QUARTER,), 15, False, ["03-15", "06-15", "09-15", "12-15"]),
        ((OFTEN.HALF, OFTEN.NINE_MONTHS), 1, True, ["05-31", "08-31"]),
        ((OFTEN.YEAR,), None, True, []),
        ((), 5, True, []),
    ],
)
def test_deadlines(often, day, before, expected):
    schedule = ct.ReportingSchedule(often, day, before)
    assert [deadline.isoformat()[5:] for deadline in schedule.deadlines(2026)] == expected


def test_monthly_reports_fall_due_twelve_times():
    assert len(ct.ReportingSchedule((OFTEN.MONTH,), 20).deadlines(2026)) == 12


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ct.Task("a", span=ct.Span(0, 1)), ct.Task("a", span=ct.Span(5, 6))),
        (ct.Agency("a", span=ct.Span(0, 1)), ct.Agency("a")),
        (ct.Plan(number="1", spans={"number": ct.Span(0, 1)}), ct.Plan(number="1")),
        (ct.Footnote("1", span=ct.Span(0, 3)), ct.Footnote("1")),
    ],
)
def test_places_are_not_compared(one, other):
    assert one == other


def test_a_plan_pickles(example_plan):
    assert pickle.loads(pickle.dumps(example_plan)) == example_plan  # noqa: S301  (our own bytes)


def test_parts_of_a_plan_hash(example_plan):
    assert len(set(example_plan.indicators)) == 18
    assert {task.text for section in example_plan.assignments for task in section.tasks}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (ct.Appendix("II"), "Phụ lục II"),
        (ct.Signatory("Trần Thị B"), "Trần Thị B"),
        (ct.Recipient("Lưu: VT"), "Lưu: VT"),
        (ct.Agency("Sở Y tế"), "Sở Y tế"),
    ],
)
def test_values_write_themselves(value, text):
    assert str(value) == text
