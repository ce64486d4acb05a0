"""What a type checker must see: checked by mypy and basedpyright, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import chitieu as ct


def values() -> None:
    assert_type(ct.parse_number("1.700,5"), Decimal)
    assert_type(ct.format_number(5), str)
    assert_type(ct.parse_date("06/01/2023"), date)
    assert_type(ct.format_date(date(2023, 1, 6), "slash"), str)
    assert_type(ct.parse_period("quý I/2026"), ct.Period)
    assert_type(ct.parse_unit("%"), ct.Unit)
    assert_type(ct.fold("hoà"), str)


def quantities_and_targets() -> None:
    quantity = ct.parse_quantity("28.000 tỷ đồng")
    assert_type(quantity, ct.Quantity)
    assert_type(quantity.value, Decimal)
    assert_type(quantity.unit, ct.Unit)
    assert_type(quantity.amount, Fraction)
    assert_type(quantity.to("triệu đồng"), ct.Quantity)
    assert_type(quantity < ct.Quantity(1, "tỷ đồng"), bool)
    assert_type(ct.Quantity(5, "%"), ct.Quantity)
    target = ct.parse_target("không quá 2,5%")
    assert_type(target, ct.Target)
    assert_type(target.bound, ct.Bound)
    assert_type(target.upper, ct.Quantity | None)
    assert_type(target.allows(quantity), bool)


def mentions() -> None:
    assert_type(ct.find_dates(""), tuple[ct.Mention[date], ...])
    assert_type(ct.find_periods(""), tuple[ct.Mention[ct.Period], ...])
    assert_type(ct.find_quantities(""), tuple[ct.Mention[ct.Quantity], ...])
    assert_type(ct.find_targets(""), tuple[ct.Mention[ct.Target], ...])
    assert_type(ct.find_references(""), tuple[ct.Mention[ct.Reference], ...])
    assert_type(ct.find_agencies(""), tuple[ct.Mention[ct.Agency], ...])
    for mention in ct.find_targets(""):
        assert_type(mention.value, ct.Target)
        assert_type(mention.span, ct.Span)
        assert_type(mention.text, str)
        assert_type(mention.notes, tuple[str, ...])


def catalogues() -> None:
    assert_type(ct.areas.find("Bến Tre", on=date(2023, 1, 1)), ct.Area | None)
    assert_type(ct.areas.on(date(2023, 1, 1)), tuple[ct.Area, ...])
    assert_type(ct.areas.search("ben tre"), tuple[ct.Area, ...])
    assert_type(sorted(["Huế"], key=ct.areas.sort_key), list[str])
    area = ct.areas.get("83", on=date(2023, 1, 1))
    assert_type(area, ct.Area)
    assert_type(area.successor, ct.Area | None)
    assert_type(area.predecessors, tuple[ct.Area, ...])
    assert_type(area.history, tuple[ct.Area, ...])
    assert_type(area.slug, str)
    assert_type(ct.resolve_indicator(""), str | None)
    assert_type(ct.get_province("ben-tre"), ct.ProvinceFormat)
    assert_type(ct.available_provinces(), tuple[str, ...])
    assert_type(ct.detect_province(""), tuple[ct.DetectedProvince, ...])


def plans(path: Path, text: str) -> None:
    plan = ct.read_plan(path, province="ben-tre")
    assert_type(plan, ct.Plan)
    assert_type(ct.parse_plan(text, ct.get_province("standard")), ct.Plan)
    assert_type(ct.parse_indicators(text), tuple[ct.PlannedIndicator, ...])
    assert_type(plan.issued, date | None)
    assert_type(plan.targets(), Iterator[tuple[ct.PlannedIndicator, ct.Target]])
    assert_type(plan.references(), tuple[ct.Reference, ...])
    assert_type(plan.reporting, ct.ReportingSchedule | None)
    for section in plan.assignments:
        assert_type(section, ct.Assignment)
        for task in section.tasks:
            assert_type(task.due, date | ct.Period | ct.Recurrence | None)
            assert_type(task.role, ct.Role)
    assert_type(ct.from_json(ct.to_json(plan, indent=2)), ct.Plan)


def progress(plan: ct.Plan, path: Path) -> None:
    actuals = ct.read_actuals(path, period=plan.period)
    assert_type(actuals.observations, tuple[ct.Observation, ...])
    found = ct.progress(plan, actuals.observations, on=date(2026, 9, 30))
    for row in found.rows:
        assert_type(row.rating, ct.Rating)
        assert_type(row.completion, Fraction | None)
        assert_type(row.verdict, ct.Verdict)
        assert_type(row.observation, ct.Observation | None)
    assert_type(found.doubts, tuple[ct.Doubt, ...])
    assert_type(ct.tally(plan, [], on=date(2026, 9, 30)), ct.TaskTally)
    assert_type(ct.series_of(actuals.observations, "poor").change(ct.Period(2026)).value, ct.Quantity | None)


def errors() -> None:
    try:
        ct.parse_number("8.5")
    except ct.ChitieuError as error:
        assert_type(error.code, str)
        assert_type(error.message("vi"), str)
