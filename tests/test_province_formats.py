"""The formats that come with the library: their habits, and one made-up plan of each read value by value.

The plans and what is right for them stand in ``tests/data/provinces``; no sentence of theirs is from a document.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import builders
import pytest
from hypothesis import given, settings

import chitieu as ct
from chitieu import areas
from chitieu.indicators.match import resolve_indicator
from chitieu.provinces import province_home
from chitieu.testing import strategies as st

DATA = Path(__file__).parent / "data" / "provinces"
OWN = tuple(slug for slug in ct.available_provinces() if province_home(slug) == "chitieu")
PROVINCES = tuple(slug for slug in OWN if slug != "standard")
EARLIEST = date(2010, 1, 1)
TODAY = date(2026, 11, 21)


def test_there_are_twelve():
    assert {"standard", "ben-tre", "binh-phuoc", "quang-tri", "tuyen-quang"} <= set(OWN)
    assert len(OWN) >= 12


# --- identity ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", OWN)
def test_a_format_says_where_it_was_seen(slug):
    assert ct.get_province(slug).source


@pytest.mark.parametrize("slug", PROVINCES)
def test_areas_exist_as_long_as_the_format_is_valid(slug):
    """The records follow one another without a gap and end when the format does."""
    form = ct.get_province(slug)
    records = [areas.by_id()[key] for key in form.areas]
    assert {record.short_name for record in records} == {form.name}
    assert records[0].valid_from is None or form.valid_from is not None
    assert records[-1].valid_to == form.valid_to
    for before, after in pairwise(records):
        assert before.valid_to is not None
        assert after.valid_from == before.valid_to + timedelta(days=1)


def header(name: str, day: date) -> str:
    return f"ỦY BAN NHÂN DÂN\nTỈNH {name.upper()}\nSố: 01/KH-UBND\n{name}, {ct.format_date(day)}\n"


@pytest.mark.parametrize("slug", PROVINCES)
def test_a_header_leads_to_the_format(slug):
    form = ct.get_province(slug)
    for day in (EARLIEST, form.valid_to or TODAY):
        assert ct.detect_province(header(form.name, day))[0].slug == slug
        assert ct.detect_province(f"tin của tỉnh {form.name}", on=day)[0].slug == slug


@pytest.mark.parametrize("slug", [slug for slug in PROVINCES if ct.get_province(slug).valid_to])
def test_after_its_end_a_format_is_no_candidate(slug):
    form = ct.get_province(slug)
    assert form.valid_to is not None
    later = form.valid_to + timedelta(days=1)
    assert all(found.slug != slug for found in ct.detect_province(header(form.name, later)))
    assert not form.covers(later)


@pytest.mark.parametrize(
    ("place", "day", "slug"), [("Đông Hà", date(2010, 4, 20), "quang-tri"), ("Tam Kỳ", date(2010, 12, 9), "quang-nam")]
)
def test_a_seat_leads_to_its_province(place, day, slug):
    assert ct.detect_province(f"{place}, {ct.format_date(day)}\n")[0].slug == slug


@pytest.mark.parametrize("slug", OWN)
def test_the_reference_names_every_format(slug):
    page = Path(__file__).parents[1] / "docs" / "reference" / "provinces.md"
    assert f"`{slug}`" in page.read_text(encoding="utf-8")


# --- habits of writing ---------------------------------------------------------------------------------------

SAMPLES = (
    ct.Quantity(7, "xã"),
    ct.parse_target("9% - 10%"),
    ct.Quantity(Decimal("20.5"), "nghìn ha"),
    ct.Quantity(12, "bác sĩ"),
    ct.Quantity(28000, "tỷ đồng"),
    date(2024, 9, 5),
)
LONG = "ngày 05 tháng 9 năm 2024"
WRITTEN = {
    "standard": ("7 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", LONG),
    "ba-ria-vung-tau": ("7 xã", "9% - 10%", "20,5 ngàn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/9/2024"),
    "ben-tre": ("07 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", LONG),
    "binh-phuoc": ("7 xã", "9-10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/09/2024"),
    "ca-mau": ("7 xã", "9% - 10%", "20,5 ngàn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/09/2024"),
    "dien-bien": ("7 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", LONG),
    "lao-cai": ("07 xã", "9-10%", "20,5 nghìn ha", "12 bác sỹ", "28.000 tỷ đồng", "05/9/2024"),
    "phu-yen": ("07 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/9/2024"),
    "quang-nam": ("7 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", LONG),
    "quang-tri": ("7 xã", "9-10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/9/2024"),
    "thua-thien-hue": ("07 xã", "9 - 10%", "20,5 nghìn ha", "12 bác sỹ", "28.000 tỷ đồng", LONG),
    "tuyen-quang": ("7 xã", "9% - 10%", "20,5 nghìn ha", "12 bác sĩ", "28.000 tỷ đồng", "05/9/2024"),
}


def write(value: ct.Quantity | ct.Target | date, slug: str) -> str:
    if isinstance(value, date):
        return ct.format_date(value, province=slug)
    if isinstance(value, ct.Target):
        return ct.format_target(value, province=slug)
    return ct.format_quantity(value, province=slug)


@pytest.mark.parametrize("slug", OWN)
def test_a_province_writes_its_own_way(slug):
    assert tuple(write(value, slug) for value in SAMPLES) == WRITTEN[slug]


LAID_OUT = {
    # order of the header, numbered by, listed by, name and target joined by, lead named by
    "ba-ria-vung-tau": ("lines", "dash", "lines", "đạt", "order"),
    "ben-tre": ("columns", "paren", "lines", "đạt", "heading"),
    "binh-phuoc": ("lines", "dash", "lines", "đạt", "order"),
    "ca-mau": ("lines", "round", "lines", "đạt", "order"),
    "dien-bien": ("columns", "dash", "lines", "đạt", "subject"),
    "lao-cai": ("columns", "round", "lines", "đạt", "labels"),
    "phu-yen": ("columns", "dash", "lines", "đạt", "subject"),
    "quang-nam": ("pipes", "dash", "fields", "đạt", "order"),
    "quang-tri": ("columns", "dash", "lines", "đạt", "subject"),
    "thua-thien-hue": ("columns", "dash", "agencies", ":", "heading"),
    "tuyen-quang": ("pipes", "dash", "lines", "đạt", "order"),
}


@pytest.mark.parametrize("slug", PROVINCES)
def test_a_province_lays_a_plan_out_its_own_way(slug):
    form = ct.get_province(slug)
    layout = form.layout
    found = (form.header.form, layout.indicator_item, layout.indicators, layout.link, layout.assignment)
    assert found == LAID_OUT[slug]


def test_no_two_provinces_share_all_habits():
    found = {}
    for slug in PROVINCES:
        form = ct.get_province(slug)
        habits = (form.number_style, form.dates, form.header.form, form.header.order, form.layout)
        assert habits not in found.values(), slug
        found[slug] = habits


def test_levels_of_a_layout_are_those_of_the_province_alone():
    """An order is one choice: nothing of the standard's order is left behind it."""
    assert ct.get_province("thua-thien-hue").layout.levels == ("roman", "num", "sub", "dash", "plus")
    assert ct.get_province("standard").layout.levels != ct.get_province("ben-tre").layout.levels


@pytest.mark.parametrize(
    ("slug", "line", "level"),
    [
        ("lao-cai", "Phần thứ hai. Nhiệm vụ", "part"),
        ("dien-bien", "1.2. Lâm nghiệp", "sub"),
        ("dien-bien", "* Trồng trọt:", "star"),
        ("thua-thien-hue", "2.1. Sở Kế hoạch và Đầu tư:", "sub"),
        ("thua-thien-hue", "+ Thu nội địa", "plus"),
        ("ca-mau", "(13) Tỷ lệ che phủ rừng", "round"),
        ("ba-ria-vung-tau", "A. CÁC NHIỆM VỤ", "capital"),
    ],
)
def test_the_levels_a_province_uses(slug, line, level):
    form = ct.get_province(slug)
    marker = form.classify_line(line)
    assert marker is not None
    assert marker.level == level
    assert level in (*form.layout.levels, form.layout.indicator_item)


# --- what is written reads back ------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", OWN)
@settings(max_examples=40)
@given(number=st.numbers(signed=True))
def test_numbers_read_back(slug, number):
    assert ct.parse_number(ct.format_number(number, province=slug)) == number


@pytest.mark.parametrize("slug", OWN)
@settings(max_examples=60)
@given(quantity=st.quantities())
def test_quantities_read_back(slug, quantity):
    assert ct.parse_quantity(ct.format_quantity(quantity, province=slug)) == quantity


@pytest.mark.parametrize("slug", OWN)
@settings(max_examples=60)
@given(target=builders.targets())
def test_targets_read_back(slug, target):
    assert ct.parse_target(ct.format_target(target, province=slug)) == target


@pytest.mark.parametrize("slug", OWN)
@settings(max_examples=40)
@given(day=st.dates())
def test_dates_read_back(slug, day):
    assert ct.parse_date(ct.format_date(day, province=slug)) == day


def test_zeros_of_dates_by_the_rule():
    assert [ct.format_date(date(2024, month, 5), province="quang-tri") for month in (1, 2, 3, 10)] == [
        *("05/01/2024", "05/02/2024", "05/3/2024", "05/10/2024")
    ]
    assert ct.format_date(date(2024, 3, 5), "dot", province="quang-tri") == "05.3.2024"
    assert ct.format_date(date(2024, 3, 5), "slash", province="ben-tre") == "05/03/2024"


# --- names ---------------------------------------------------------------------------------------------------

LOCAL = [
    (slug, writing, agency.key)
    for slug in PROVINCES
    for agency in ct.get_province(slug).agencies
    for writing in (agency.name, *agency.aliases, *agency.abbreviations)
]


@pytest.mark.parametrize("slug", PROVINCES)
def test_every_province_has_an_agency_of_its_own(slug):
    agencies = ct.get_province(slug).agencies
    assert agencies
    assert all(agency.source for agency in agencies)


@pytest.mark.parametrize(("slug", "writing", "key"), LOCAL)
def test_local_agencies_are_known_in_use_and_nowhere_else(slug, writing, key):
    text = f"Giao {writing} chủ trì, phối hợp với Sở Y tế"
    with ct.get_province(slug).in_use():
        first, second = ct.find_agencies(text)
    assert (first.value.name, first.value.key, second.value.key) == (writing, key, "syt")
    assert key not in {found.value.key for found in ct.find_agencies(text)}


@pytest.mark.parametrize(
    ("slug", "key", "name"),
    [
        (slug, key, name)
        for slug in PROVINCES
        for key, names in ct.get_province(slug).indicators.items()
        for name in names
    ],
)
def test_names_of_indicators_are_known_in_use(slug, key, name):
    with ct.get_province(slug).in_use():
        assert resolve_indicator(name) == key


# --- one plan of each ----------------------------------------------------------------------------------------


def named(agency: ct.Agency) -> str:
    return agency.key or agency.name


def found_in(text: str, province: str | None = None) -> dict[str, Any]:
    """Return what a plan says, in the form of the files of what is right."""
    plan = ct.parse_plan(text, province)

    def work(part: tuple[ct.Assignment, ...]) -> list[list[list[str]]]:
        tasks = (task for section in part for task in section.tasks)
        return [[[*map(named, task.lead)], [*map(named, task.cooperating)]] for task in tasks]

    return {
        "number": plan.number,
        "place": plan.place,
        "issued": plan.issued,
        "title": plan.title,
        "year": plan.period and plan.period.year,
        "report_day": plan.reporting and plan.reporting.day,
        "signatory": plan.signatory and plan.signatory.name,
        "indicators": [
            [item.number or "", item.name, item.indicator or "", *map(str, item.targets)]
            for line in plan.indicators
            for item in line.walk()
        ],
        "work": work(plan.assignments),
        "implementation": work(plan.implementation),
    }


def right(slug: str) -> dict[str, Any]:
    """Return what is right for a plan; in a list of agencies the lead stands first, an empty name is none."""
    data: dict[str, Any] = {"report_day": None, **tomllib.loads((DATA / f"{slug}.toml").read_text(encoding="utf-8"))}
    for part in ("work", "implementation"):
        if part in data:
            data[part] = [
                [[name for name in row[:1] if name], [name for name in row[1:] if name]] for row in data[part]
            ]
    return data


def sample(slug: str) -> str:
    return (DATA / f"{slug}.txt").read_text(encoding="utf-8")


PLANS = tuple(sorted(file.stem for file in DATA.glob("*.txt")))
"""Named after the format; behind it what a further plan of the province is for."""


def format_of(plan: str) -> str:
    return max((slug for slug in PROVINCES if plan.startswith(slug)), key=len)


CASES = [(plan, field) for plan in PLANS for field in right(plan)]


@pytest.mark.parametrize(("plan", "field"), CASES)
def test_a_plan_of_the_province_is_read(plan, field):
    assert found_in(sample(plan))[field] == right(plan)[field]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_leads_to_its_format(plan):
    assert ct.parse_plan(sample(plan)).province == format_of(plan)


def test_every_province_has_a_plan():
    assert {format_of(plan) for plan in PLANS} == set(PROVINCES)


def score(found: dict[str, Any], wanted: dict[str, Any]) -> int:
    total = 0
    for field, value in wanted.items():
        if isinstance(value, list):
            total += sum(row in found[field] for row in value)
        else:
            total += found[field] == value
    return total


@pytest.mark.parametrize("slug", PROVINCES)
def test_the_format_of_the_province_reads_more_than_the_standard(slug):
    text, wanted = sample(slug), right(slug)
    assert score(found_in(text), wanted) > score(found_in(text, "standard"), wanted)


@pytest.mark.parametrize("plan", PLANS)
def test_no_format_reads_less_than_the_standard(plan):
    text, wanted = sample(plan), right(plan)
    assert score(found_in(text), wanted) >= score(found_in(text, "standard"), wanted)
