"""Results, indicators and periods in the form of IATI."""

import json
from decimal import Decimal

import builders
import pytest
from hypothesis import given

import chitieu as ct

YEAR = ct.Period(2026)


def plan_of(text):
    return ct.Plan(number="1/KH-UBND", title="Kế hoạch", period=YEAR, indicators=ct.parse_indicators(text))


def indicators(plan, *args, **kwargs):
    return ct.to_iati(plan, *args, **kwargs)["result"][0]["indicator"]


@given(builders.plans())
def test_any_plan_can_be_written_as_json(plan):
    """Law: every target of any plan is there, its digits as text."""
    found = ct.to_iati(plan)
    assert json.loads(json.dumps(found)) == found
    values = [
        Decimal(target["value"])
        for item in found["result"][0]["indicator"]
        for target in item["period"][0]["target"]
        if "value" in target
    ]
    assert sorted(values) == sorted(target.quantity.value for _, target in plan.targets())


@pytest.mark.parametrize(
    ("line", "measure", "ascending"),
    [
        ("1) Tỷ lệ hộ nghèo còn không quá 2,5%;", "2", False),
        ("1) Tốc độ tăng trưởng GRDP tăng 9,5%;", "2", True),
        ("1) Số hầm biogas đạt ít nhất 120 hầm;", "1", True),
        ("1) Số hầm biogas đạt 120 hầm;", "1", None),
    ],
)
def test_measures_and_directions(line, measure, ascending):
    (item,) = indicators(plan_of(line))
    assert (item["measure"], item.get("ascending")) == (measure, ascending)
    assert item["period"][0]["period-start"] == {"iso-date": "2026-01-01"}
    assert item["period"][0]["period-end"] == {"iso-date": "2026-12-31"}


def test_a_rank_is_ordinal_and_a_rate_per_thousand_no_percentage():
    rank = ct.PlannedIndicator("Xếp hạng PCI", targets=(ct.Target(ct.Quantity(12, "hạng"), ct.Bound.AT_MOST),))
    rate = ct.PlannedIndicator("Tỷ suất sinh", targets=(ct.Target(ct.Quantity(Decimal("14.5"), "‰")),))
    assert [item["measure"] for item in indicators(ct.Plan(indicators=(rank, rate)))] == ["4", "1"]


def test_words_have_no_value():
    (item,) = indicators(
        ct.Plan(
            period=YEAR, indicators=(ct.PlannedIndicator("Cán cân thương mại", text="Cán cân thương mại: xuất siêu"),)
        )
    )
    assert item["measure"] == "5"
    assert item["period"][0]["target"] == [{"comment": {"narrative": "Cán cân thương mại: xuất siêu"}}]


def test_results_and_baselines_stand_with_their_indicator():
    plan = plan_of("1) Tỷ lệ hộ nghèo còn không quá 2,5%;")
    quarter = ct.Period(2026, ct.PeriodKind.QUARTER, 1)
    results = [
        ct.Observation("poor", YEAR, ct.parse_quantity("2,30%")),
        ct.Observation("Tỷ lệ hộ nghèo", quarter, ct.parse_quantity("2,4%"), status=ct.ObservationStatus.OFFICIAL),
        ct.Observation("poor", YEAR, ct.parse_quantity("1.200 hộ")),
        ct.Observation("urban", YEAR, ct.parse_quantity("40%")),
    ]
    base = [ct.Observation("poor", ct.Period(2025), ct.parse_quantity("3,1%"))]
    (item,) = indicators(plan, results, baselines=base)
    assert item["baseline"][0]["value"] == "3.1"
    assert item["baseline"][0]["year"] == 2025
    first, second = item["period"]
    assert [actual["value"] for actual in first["actual"]] == ["2.30"]
    assert (second["period-end"], [actual["value"] for actual in second["actual"]]) == (
        {"iso-date": "2026-03-31"},
        ["2.4"],
    )


def test_results_that_no_target_measures_are_left_out_by_name():
    """Nothing is lost: what fits no line, by its name or by its dimension, stands in a list of its own."""
    year = ct.Period(2026)
    plan = ct.Plan(period=year, indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn không quá 2,5%;"))
    fitting = ct.Observation("poor", year, ct.parse_quantity("2%"))
    others = [ct.Observation("poor", year, ct.parse_quantity("5 ha")), ct.Observation("Số bò", year, words="tăng")]
    found = ct.to_iati(plan, [*others, fitting], baselines=[ct.Observation("Số dê", ct.Period(2025))])
    assert [(one["title"]["narrative"], one["period-end"]["iso-date"]) for one in found["results-left-out"]] == [
        ("poor", "2026-12-31"), ("Số bò", "2026-12-31"), ("Số dê", "2025-12-31"),
    ]  # fmt: skip
    assert found["results-left-out"][0]["actual"] == [
        {"value": "5", "unit": "ha", "comment": {"narrative": "5 ha; ước"}}
    ]
    assert "results-left-out" not in ct.to_iati(plan, [fitting])


def test_it_says_what_it_is():
    assert "not an IATI activity" in ct.to_iati(ct.Plan())["style"]


def test_lines_of_one_name_and_unit_are_one_indicator():
    plan = plan_of("1) Tỷ lệ hộ nghèo còn 2,5%;\n2) Tỷ lệ hộ nghèo còn 2,1%;\n3) Tỷ lệ hộ nghèo giảm 1%;")
    told = [ct.Observation("poor", YEAR, ct.parse_quantity("2,3%"))]
    both, fall = indicators(plan, told)
    assert [target["value"] for target in both["period"][0]["target"]] == ["2.5", "2.1"]
    assert both["description"]["narrative"].splitlines() == [item.text for item in plan.indicators[:2]]
    assert [len(item["period"][0].get("actual", ())) for item in (both, fall)] in ([1, 0], [1, 1])


def test_results_of_many_lines_are_worked_out_once():
    """Lines that share a key share the list of its results: the work does not grow with lines times results."""
    target = (ct.Target(ct.Quantity(2, "%")),)
    lines = tuple(ct.PlannedIndicator(f"Hộ nghèo xã {at}", indicator="poor", targets=target) for at in range(50))
    told = [ct.Observation("poor", YEAR, ct.Quantity(at, "%")) for at in range(50)]
    first, *others = indicators(ct.Plan(period=YEAR, indicators=lines), told)
    assert len(first["period"][0]["actual"]) == 50
    assert all(one["period"][0]["actual"] is first["period"][0]["actual"] for one in others)
