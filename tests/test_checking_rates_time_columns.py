"""Tables of growth over the times of a year."""

from __future__ import annotations

import pytest

import chitieu as ct


def names(title, *rows):
    text = "\n".join((title, *(f"| {row} |" for row in rows)))
    return [finding.about for finding in ct.check(ct.Plan(text=text), rules=["growth-between"])]


HEAD = "Ngành | Quý I | Quý II | 6 tháng | Quý III | Quý IV | Cả năm"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Dịch vụ | 7,1 | 7,9 | 7,5 | 8,0 | 8,2 | 7,8", []),
        ("Dịch vụ | 7,1 | 7,9 | 8,5 | 8,0 | 8,2 | 7,8", ["Dịch vụ: 6 tháng"]),
        ("Dịch vụ | 7,1 | 7,9 | 7,5 | 8,0 | 8,2 | 8,7", ["Dịch vụ: Cả năm"]),
        ("Dịch vụ | 7,1 | 7,9 | 7,5 | 8,0 | 8,2 | ", []),
        ("Lũy kế | 7,1 | 7,9 | 9,5 | 8,0 | 8,2 | 12", []),
    ],
)
def test_along_a_row(row, wrong):
    assert names("Tốc độ tăng theo quý (%)", HEAD, row) == wrong
    assert names("Tỷ lệ giải ngân theo quý (%)", HEAD, row) == []


def test_down_a_column():
    rows = ["Thời gian | Tăng trưởng GRDP (%)", "Quý I | 8,0", "Quý II | 8,5", "6 tháng đầu năm | 8,9", "Quý III | 9,0"]
    assert names("Kịch bản", *rows) == ["Tăng trưởng GRDP (%): 6 tháng đầu năm"]
    assert names("Kịch bản", *rows[:2], *rows[3:]) == []


def test_times_of_several_years_are_left_alone():
    rows = ["Ngành | Quý I/2025 | Quý II/2026 | 6 tháng 2026", "Dịch vụ | 7,1 | 7,9 | 9,5"]
    assert names("Tốc độ tăng (%)", *rows) == []
