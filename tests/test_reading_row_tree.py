"""Rows below a heading row of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = "| TT | Chỉ tiêu | ĐVT | KH năm 2026 |\n|---|---|---|---|\n"


def tree(item):
    return (item.number, item.name, [str(target) for target in item.targets], [tree(part) for part in item.parts])


def read(*rows, head=HEAD):
    return [tree(item) for item in ct.parse_indicators(head + "\n".join(f"| {row} |" for row in rows))]


AREA, YIELD = "- | Diện tích | ha | {}", "- | Năng suất | tạ/ha | 50"


@pytest.mark.parametrize("head", [HEAD, ""])
def test_rows_with_a_dash_are_of_the_heading_before_them(head):
    rows = ["1 | Đàn lợn | con | 900", "2 | Cây ngô | | ", AREA.format(30), YIELD, "3 | Đàn bò | con | 70"]
    assert read(*rows, head=head) == [
        ("1", "Đàn lợn", ["900 con"], []),
        ("2", "Cây ngô", [], [(None, "Diện tích", ["30 ha"], []), (None, "Năng suất", ["50 tạ/ha"], [])]),
        ("3", "Đàn bò", ["70 con"], []),
    ]


def test_a_heading_numbered_below_a_row_is_its_part():
    rows = [
        "1 | Cây ngô: diện tích | ha | 50",
        "1.1 | Vụ xuân | | ",
        AREA.format(30),
        "1.2 | Vụ mùa | | ",
        AREA.format(20),
    ]
    ((_, _, _, parts),) = read(*rows)
    assert parts == [
        ("1.1", "Vụ xuân", [], [(None, "Diện tích", ["30 ha"], [])]),
        ("1.2", "Vụ mùa", [], [(None, "Diện tích", ["20 ha"], [])]),
    ]


def test_rows_of_another_heading_are_no_parts_of_the_row_above():
    rows = ["1 | Lúa cả năm: diện tích | ha | 50", "2 | Cây ngô | | ", AREA.format(30), "3 | Rau | | ", AREA.format(40)]
    found = ct.parse_indicators(HEAD + "\n".join(f"| {row} |" for row in rows))
    assert ct.check(ct.Plan(indicators=found)) == ()


def test_a_title_without_rows_of_its_own_is_left_out():
    assert read("I | Trồng trọt | | ", "1 | Đàn lợn | con | 900") == [("1", "Đàn lợn", ["900 con"], [])]


@given(st.lists(st.integers(1, 900), min_size=1, max_size=6))
def test_law_every_row_is_kept_below_its_heading(areas):
    """However many rows stand below a heading, all of them are its parts and in their order."""
    ((_, name, _, parts),) = read("1 | Cây ngô | | ", *map(AREA.format, areas))
    assert (name, [targets for _, _, targets, _ in parts]) == ("Cây ngô", [[f"{area} ha"] for area in areas])


@pytest.mark.parametrize(
    ("name", "apart"), [("Tổng chi", True), ("Cộng các khoản", True), ("Tổng đàn", False), ("Cộng đồng dân cư", False)]
)
def test_a_row_that_sums_up_is_none_of_the_row_above(name, apart):
    """Without a number, a row belongs to the one above it, but for one that sums up all of them."""
    rows = ["1 | Chi sửa đê | triệu đồng | 900", "2 | Chi khác | triệu đồng | 70", f" | {name} | triệu đồng | 970"]
    found = read(*rows)
    assert [one[1] for one in found] == ["Chi sửa đê", "Chi khác", *([name] if apart else [])]


def test_the_title_of_the_names_gives_the_unit_of_a_table():
    rows = "Chỉ tiêu (%) | Năm 2025 | KH năm 2026\nPhòng học kiên cố | 95,2 | 96,0\nHọc sinh học bán trú | 98 | 99"
    found = ct.parse_indicators(rows)
    assert [(one.name, [str(target) for target in one.targets]) for one in found] == [
        ("Phòng học kiên cố", ["96,0%"]),
        ("Học sinh học bán trú", ["99%"]),
    ]
