"""Tables of indicators in the layouts of officials (`parts.divisions`, `parts.row_units`): only a wrong figure gives a finding."""

from __future__ import annotations

import pytest

import chitieu as ct

TREE = (
    ("Tổng thu du lịch", "tỷ đồng", 9120, 10250, 0),
    ("Dịch vụ lưu trú", "tỷ đồng", 3310, 3640, 1),
    ("Ăn uống", "tỷ đồng", 3560, 4120, 1),
    ("Phục vụ tại chỗ", "tỷ đồng", 2410, 2790, 2),
    ("Mang đi", "tỷ đồng", 1150, 1330, 2),
    ("Dịch vụ khác", "tỷ đồng", 2250, 2490, 1),
    ("Diện tích cây trồng", "ha", 51330, 52440, 0),
    ("Cây hàng năm", "ha", 38210, 38760, 1),
    ("Cây lâu năm", "ha", 13120, 13680, 1),
)
DOTS = ("1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2.1", "2.2")
LETTERS = ("1", "a)", "b)", "-", "-", "c)", "2", "a)", "b)")
ROMAN = ("I", "1", "2", "2.1", "2.2", "3", "II", "1", "2")
NONE = ("1", "", "", "", "", "", "2", "", "")
LAYOUTS = {
    "dots": (DOTS, ("", "", "")),
    "dots and dashes": (DOTS, ("", "- ", "+ ")),
    "roman": (ROMAN, ("", "", "")),
    "letters": (LETTERS, ("", "", "")),
    "dash, plus": (NONE, ("", "- ", "+ ")),
    "plus, star": (NONE, ("", "+ ", "* ")),
    "star, dash": (NONE, ("", "* ", "- ")),
    "no mark": (NONE, ("", "", "- ")),
}
HEAD = "| TT | Chỉ tiêu | ĐVT | Ước TH năm 2025 | KH năm 2026 |\n|---|---|---|---|---|\n"


def table(layout, tree=TREE, *, unit=str):
    numbers, marks = LAYOUTS[layout]
    rows = (
        f"| {number} | {marks[depth]}{name} | {unit(label) if depth else label} | {old} | {new} |"
        for number, (name, label, old, new, depth) in zip(numbers, tree, strict=True)
    )
    return ct.Plan(
        indicators=ct.parse_indicators(text := HEAD + "\n".join(rows)), text=text, period=ct.parse_period("năm 2026")
    )


def codes(plan):
    return {finding.code for finding in ct.check(plan)}


def changed(at, column, value):
    return [(*row[:column], value, *row[column + 1 :]) if at == number else row for number, row in enumerate(TREE)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "unit", [str, lambda _: "", lambda _: "nt", lambda _: '"'], ids=["own", "empty", "nt", "ditto"]
)
def test_a_correct_table_gives_no_finding(layout, unit):
    plan = table(layout, unit=unit)
    assert codes(plan) == set()
    assert [item.name for item in plan.indicators] == ["Tổng thu du lịch", "Diện tích cây trồng"]
    assert [part.name for part in plan.indicators[0].parts[1].parts] == ["Phục vụ tại chỗ", "Mang đi"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("column", [2, 3])
@pytest.mark.parametrize("at", range(len(TREE)))
def test_a_wrong_amount_is_found_in_every_row_and_year(layout, column, at):
    plan = table(layout, changed(at, column, TREE[at][column] + 200))
    assert codes(plan) & {"parts-sum", "parts-exceed", "part-over-whole"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("at", [1, 3, 5])
def test_a_wrong_unit_is_found_and_the_sum_is_left_alone(layout, at):
    assert codes(table(layout, changed(at, 1, "người"))) == {"unit-fits"}


def test_two_divisions_of_one_whole_are_not_added_to_each_other():
    rows = ["1 | Diện tích rừng | ha | 5330 | 5520", "| - Tự nhiên | ha | 3210 | 3210", "| - Trồng | ha | 2120 | 2310"]
    rows += ["| Trong đó: Phòng hộ | ha | 1900 | 1910", "| Đặc dụng | ha | 2400 | 2400"]
    text = HEAD + "\n".join(f"| {row} |" for row in rows)
    plan = ct.Plan(indicators=ct.parse_indicators(text), text=text)
    assert codes(plan) == set()


def test_a_row_that_numbers_the_columns_is_none_of_the_table():
    text = HEAD.replace("KH năm 2026 |", "KH năm 2026 | KH/TH (%) |").replace("|---|\n", "|---|---|\n")
    rows = ["1 | 2 | 3 | 4 | 5 | 6", "1 | Đàn bò | con | 500 | 550 | 110", "2 | Đàn dê | con | 400 | 420 | 105"]
    rows += ["3 | Đàn trâu | con | 200 | 206 | 103"]
    assert codes(ct.Plan(text=text + "\n".join(f"| {row} |" for row in rows))) == set()
