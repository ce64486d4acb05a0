"""Lines that are the share of one line in another, by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import worked_out

import chitieu as ct

TOTAL, PART = "Tổng chi ngân sách địa phương: {} tỷ đồng", "Chi thường xuyên: {} tỷ đồng"


def verdicts(*lines):
    text = "\n".join(f"{at}. {line}." for at, line in enumerate(lines, 1))
    found = ct.check(ct.Plan(indicators=ct.parse_indicators(text)), rules=["per-head"])
    assert {finding.code for finding in found} <= {"per-head"}  # and the rule did not stop
    return [finding.about for finding in found]


@pytest.mark.parametrize(
    ("share", "wrong"),
    [
        ("Tỷ trọng chi thường xuyên trong tổng chi: 60%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: 69%", True),
        ("Tỷ lệ chi thường xuyên so với tổng chi ngân sách địa phương: 69%", True),
        ("Tỷ lệ chi thường xuyên trên tổng chi ngân sách: 69%", True),
        ("Tỷ trọng chi sự nghiệp trong tổng chi: 69%", False),  # of which no line speaks
        ("Tỷ trọng chi thường xuyên trong tổng thu: 69%", False),
        ("Tỷ trọng chi thường xuyên: 69%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: giảm 4%", False),
        ("Tỷ trọng chi thường xuyên trong tổng chi: 6%", False),  # hardly of these two
    ],
)
def test_the_share_of_one_line_in_another(share, wrong):
    found = verdicts(TOTAL.format("10.000"), PART.format("6.000"), share)
    assert found == ([share.partition(":")[0]] if wrong else [])


def test_two_lines_for_one_name_leave_it_open():
    lines = [TOTAL.format("10.000"), PART.format("6.000"), PART.format("6.500")]
    assert verdicts(*lines, "Tỷ trọng chi thường xuyên trong tổng chi: 80%") == []


@given(st.integers(1000, 9999), st.integers(100, 999))
def test_a_share_worked_out_is_right(whole, part):
    """Law: the share as it is made of two lines, with one digit behind the comma, is never wrong."""
    share = f"{part * 100 / whole:.1f}".replace(".", ",")
    line = f"Tỷ trọng chi thường xuyên trong tổng chi: {share}%"
    assert verdicts(TOTAL.format(f"{whole / 1000:.3f}"), PART.format(part), line) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 60,6%"], ["product 6.000 : 10.000 = 60,6: 60%"]),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 60,7%"], ["product 6.000 : 10.000 = 60,7: 60%, wrong"]),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 3.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 60%"], ["product 3.000 : 10.000 = 60: 30%, wrong"]),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 2.900 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 60%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 30%"], ["product 6.000 : 10.000 = 30: 60%, wrong"]),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 29%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 0%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50 - 55%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 6.000 - 7.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên tăng 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên 0 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi 10.000 tỷ đồng/năm", "Chi thường xuyên 6.000 tỷ đồng/năm", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Đến năm 2030 chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi 10.000 tỷ đồng", "Chi thường xuyên năm 2025 là 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Tổng chi ngân sách địa phương 10.000 tỷ đồng", "Chi thường xuyên (phần tỉnh) 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên so tổng chi 50%"], ["product 6.000 : 10.000 = 50: 60%, wrong"]),
        (["Tổng chi cho giáo dục 10.000 tỷ đồng", "Chi thường xuyên 6.000 tỷ đồng", "Tỷ trọng chi thường xuyên trong tổng chi 50%"], []),
        (["Số trường 200 trường", "Trường đạt chuẩn 150 trường", "Tỷ lệ trường đạt chuẩn trên số trường 70%"], []),
        (["Tổng số trường 200 trường", "Trường đạt chuẩn 150 trường", "Tỷ lệ trường đạt chuẩn trên tổng số trường 70%"], ["product 150 : 200 = 70: 75%, wrong"]),
        (["Tổng số trường 200 trường", "Trường đạt chuẩn 150 xã", "Tỷ lệ trường đạt chuẩn trên tổng số trường 70%"], []),
        (["Tổng số trường 200 trường", "Trường đạt chuẩn 150 tỷ đồng", "Tỷ lệ trường đạt chuẩn trên tổng số trường 70%"], []),
    ],
)  # fmt: skip
def test_which_lines_a_share_is_of(lines, expected):
    """Both are the only amounts of their names, above nought, of one sort and time; the share is near what they make."""
    assert worked_out(*lines) == expected
