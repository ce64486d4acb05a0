"""The made-up plan of a format: what is written is what is read."""

from datetime import date
from itertools import product

import pytest
from attrs import evolve
from broken_formats import BEN_TRE, STANDARD, changed

import chitieu as ct
from chitieu.testing.skeleton import INDICATORS, WORK, Skeleton, day_of, skeleton_plan

LAYOUTS = list(
    product(
        ("lines", "fields", "agencies"),
        ("đạt", ":"),
        ("order", "subject", "labels", "heading"),
        ("paren", "round", "dash", "num"),
    )
)


@pytest.mark.parametrize(("indicators", "link", "assignment", "item"), LAYOUTS)
def test_every_layout_is_read_back(indicators, link, assignment, item):
    """Law: whatever the layout, the plan holds the same targets and the same work."""
    form = changed("layout", indicators=indicators, link=link, assignment=assignment, indicator_item=item)
    plan = ct.parse_plan(skeleton_plan(form), form)
    assert [(indicator.name, target) for indicator, target in plan.targets()] == list(INDICATORS)
    tasks = [task for section in plan.assignments for task in section.tasks]
    assert [task.lead[0].name for task in tasks] == [piece.lead for piece in WORK]
    assert [task.cooperating[0].name for task in tasks] == [piece.cooperating for piece in WORK]


@pytest.mark.parametrize("form", ["columns", "pipes", "lines"])
@pytest.mark.parametrize("order", [("issuer", "number", "motto", "place"), ("issuer", "motto", "number", "place")])
def test_every_header_is_read_back(form, order):
    province = changed("header", form=form, order=order)
    skeleton = Skeleton.of(province)
    plan = ct.parse_plan(skeleton.text, province)
    assert (plan.number, plan.issuer, plan.issued) == (skeleton.number, skeleton.issuer, skeleton.day)
    assert (plan.place, plan.title) == (skeleton.place, skeleton.title)


def test_it_is_dated_while_province_and_format_last():
    assert day_of(BEN_TRE) == date(2025, 3, 5)
    assert day_of(evolve(BEN_TRE, valid_to=date(2022, 12, 31))) == date(2022, 3, 5)
    assert day_of(evolve(BEN_TRE, valid_from=date(2026, 1, 1), valid_to=None)) == date(2026, 1, 1)


def test_cities_are_called_so():
    assert Skeleton.of(evolve(STANDARD, areas=("48-legacy",))).unit == "THÀNH PHỐ ĐÀ NẴNG"


def test_a_bare_format_has_one_too():
    """Law: where a format leaves all out, common words stand in."""
    text = skeleton_plan(ct.ProvinceFormat(slug="a", name="A"))
    assert "I. CHỈ TIÊU\n- Tốc độ tăng" in text
    assert "II. NHIỆM VỤ\n1. Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế" in text
