"""Counts and their rate for so many people in a bracket."""

from __future__ import annotations

import re

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


PEOPLE = "1. Dân số 600.000 người.\n2. "


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Máy tính: 240 nghìn, đạt 40,0 máy/{} dân.", "100", "1.000"),
        ("Máy tính 240 nghìn máy, đạt 40,0 máy/{} dân.", "100", "1.000"),
        ("Máy tính: 0,24 triệu, đạt {} máy/100 dân.", "40,0", "43,0"),
        ("Ô tô 54.000 xe (tương đương {} xe/1.000 dân).", "90", "9"),
        ("Ô tô: 54 nghìn, bằng {} xe/1.000 người dân.", "90", "96"),
        ("Đồng hồ điện 180.000 chiếc, tức {} chiếc/100 dân.", "30,0", "3,00"),
    ],
)
def test_a_rate_for_a_hundred_people(text, right, wrong):
    """A size of the unit that is ten times off is as plain as another number; a bare *nghìn* counts what the rate names."""
    assert codes(PEOPLE + text.format(right)) == []
    assert codes(PEOPLE + text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "Máy tính: 240 nghìn, đạt 4 máy/10 hộ.",
        "Lệ phí: 240 nghìn, đạt 43 nghìn đồng/100 dân.",
        "Phát triển mới 24 nghìn máy, đạt 43,0 máy/100 dân.",
        "Máy tính: 240 nghìn đồng, đạt 43,0 máy/100 dân.",
        "Riêng trường học có 2.400 máy (40,0 máy/100 học sinh).",
        "Bé trai 5.350 cháu, đạt 107,0 bé trai/100 bé gái.",
        "Trạm sạc: 7 trạm, đạt 40,0 máy/100 dân.",
    ],
)
def test_a_rate_for_a_hundred_of_others(text):
    assert codes(PEOPLE + text) == []


def test_a_count_is_told_in_its_own_noun():
    found = ct.check(ct.Plan(text=PEOPLE + "Máy tính: 240 nghìn, đạt 43,0 máy/100 dân."), rules=["per-head"])
    assert [str(one.fields["value"].quantity) for one in found] == ["43,0 máy"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (5,1/vạn dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (5,2/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (4,9/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (4,8/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (10,0/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (10,2/vạn dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (2,5/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (2,3/vạn dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (50/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (500/vạn dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (0,5/1.000 dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (0,8/nghìn dân).", "300 người over 600.000 người make 0,50 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (500/triệu dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (800/triệu dân).", "300 người over 600.000 người make 500,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (80/100.000 dân).", "300 người over 600.000 người make 50,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 người (8/10.000 dân).", "300 người over 600.000 người make 5,00 người"),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: trên 300 người (8/10.000 dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 300 - 320 người (8/10.000 dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: tăng 300 người (8/10.000 dân).", ""),
        ("1. Dân số 600.000 người.\n2. Kỹ thuật viên: 0 người (8/10.000 dân).", ""),
        ("1. Dân số 600.000 người; dân số 375.000 người.\n2. Kỹ thuật viên: 300 người (8/10.000 dân).", ""),
        ("1. Dân số 600.000 người; dân số 500.000 người.\n2. Kỹ thuật viên: 300 người (8/10.000 dân).", "300 người over 500.000 người make 6,00 người"),
        ("1. Dân số 599.000 người.\n2. Mắc sởi không quá 5 người/100.000 dân (không quá 33 người).", ""),
        ("1. Dân số 599.000 người.\n2. Mắc sởi không quá 5 người/100.000 dân (không quá 40 người).", "40 người over 599.000 người make 6,68 người"),
    ],
)  # fmt: skip
def test_how_far_off_a_rate_in_a_bracket_is(text, told):
    """Two hundredths are none, nor what rounding to a whole one explains; half and twice are near, as are misplaced commas."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
