"""Counts and their rate for so many people in a bracket."""

from __future__ import annotations

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người ({}/vạn dân).", "5,0", "8,0"),
        ("1. Dân số 600.000 người.\n2. Có 900 hộ lý (đạt {} hộ lý/vạn dân).", "15,0", "19,0"),
        ("1. Dân số 600.000 người.\n2. Mắc sởi không quá {} người/100.000 dân (không quá 30 người).", "5", "8"),
        ("I. KẾT QUẢ NĂM 2025\n1. Dân số 600.000 người.\n2. Y sĩ: 300 người ({}/vạn dân).", "5,0", "8,0"),
    ],
)
def test_a_rate_of_the_people_told(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Dân số 600.000 người.\n2. Tuyển thêm 30 người (5,0/vạn dân).",
        "1. Dân số 600.000 người.\n2. Riêng tuyến xã 200 người (5,0/vạn dân).",
        "1. Dân số thành thị 400.000 người.\n2. Kỹ thuật viên: 300 người (5,0/vạn dân).",
        "I. KẾT QUẢ NĂM 2025\n1. Dân số 600.000 người.\nII. MỤC TIÊU\n1. Kỹ thuật viên: 300 người (4,0/vạn dân).",
        "1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (50/vạn dân tộc).",
        "1. Dân số 600.000 người.\n2. Chết đuối không quá 3 người/100.000 trẻ (không quá 5 người).",
    ],
)
def test_rates_of_others(text):
    assert codes(text) == []
