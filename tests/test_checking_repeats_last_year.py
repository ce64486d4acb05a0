"""What the year before came to, told in the part on results and again beside a level or in a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. KẾT QUẢ NĂM 2025
- Năm 2025, {}.

II. CÁC CHỈ TIÊU NĂM 2026
{}
"""
ROWS = """TT | Chỉ tiêu | ĐVT | Ước thực hiện 2025 | Kế hoạch 2026
1 | Tỷ lệ hộ nghèo | % | {} | 1,3
2 | Tỷ lệ che phủ rừng | % | 42,0 | 42,5"""


def said(result, lines):
    plan = ct.parse_plan(HEAD.format(result, lines))
    return [finding.message for finding in ct.check(plan) if finding.code == "duplicate-target"]


@pytest.mark.parametrize(
    ("result", "line"),
    [
        ("tỷ lệ hộ nghèo còn {}%", "- Tỷ lệ hộ nghèo còn 1,3% (năm 2025: 1,6%)."),
        ("tỷ lệ che phủ rừng đạt {}%", "- Tỷ lệ che phủ rừng đạt 42,5% (năm 2025: 1,6%)."),
        ("tỷ lệ hộ nghèo còn {}%", ROWS.format("1,6")),
    ],
)
def test_a_value_of_the_year_before_is_told_one_way(result, line):
    assert said(result.format("1,6"), line) == []
    assert len(said(result.format("1,8"), line)) == 1


@pytest.mark.parametrize(
    "task",
    [
        "Từ bài học năm 2025 (tỷ lệ hộ nghèo còn {}%), rà soát từng hộ.",
        "Kết quả rà soát năm 2025 cho thấy tỷ lệ hộ nghèo còn {}%.",
        "Nâng cấp chợ; từ bài học năm 2025 (tỷ lệ hộ nghèo còn {}%), rà soát từng hộ.",
    ],
)
def test_a_task_tells_of_the_year_before_too(task):
    lines = "- Tỷ lệ che phủ rừng đạt 42,5%.\n\nIII. NHIỆM VỤ\n1. Sở Y tế\n- "
    assert said("tỷ lệ hộ nghèo còn 1,6%", lines + task.format("1,6")) == []
    assert len(said("tỷ lệ hộ nghèo còn 1,6%", lines + task.format("6,1"))) == 1
    other = "Sau năm 2025, đưa tỷ lệ hộ nghèo xuống còn 1,2%."
    assert said("tỷ lệ hộ nghèo còn 1,6%", lines + other) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Tỷ lệ hộ nghèo theo chuẩn nghèo mới còn 1,3% (năm 2025: 1,6%).",  # by another standard
        "- Tỷ lệ hộ nghèo còn 1,3% (năm 2024: 1,6%).",  # of another year
        "- Tỷ lệ hộ nghèo còn 1,3% (năm 2025: 2%).",  # rounded
    ],
)
def test_other_standards_years_and_rounded_values_are_left_alone(line):
    assert said("tỷ lệ hộ nghèo còn 1,8%", line) == []


@given(st.integers(14, 90), st.integers(14, 90))
def test_it_is_found_where_it_differs_by_more_than_rounding(told, again):
    """Law: the two values give a finding exactly where they are more than one unit of the last digit apart."""
    written = [f"{value // 10},{value % 10}" for value in (told, again)]
    line = f"- Tỷ lệ hộ nghèo còn 1,3% (năm 2025: {written[1]}%)."
    assert bool(said(f"tỷ lệ hộ nghèo còn {written[0]}%", line)) == (abs(told - again) > 1)


@pytest.mark.parametrize(
    "task",
    [
        "Năm 2025 ở vùng cao có thiên tai, tỷ lệ hộ nghèo còn 6,1%.",
        "Kết quả rà soát năm 2025 cho thấy tỷ lệ hộ nghèo nông thôn còn 6,1%.",
        "Để giữ thành quả năm 2025 (tỷ lệ hộ nghèo còn 6,1%), rà soát từng hộ.",
        "Theo chuẩn mới, năm 2025 (tỷ lệ hộ nghèo còn 6,1%) phải tính lại.",
        "Từ bài học năm 2025 (tỷ lệ che phủ rừng 6,1%), trồng cây.",
        "Từ bài học năm 2024 (tỷ lệ hộ nghèo còn 6,1%), rà soát từng hộ.",
    ],
)
def test_what_is_of_some_or_still_to_come_is_left_alone(task):
    """A place, a group, an aim, another standard, another indicator or year."""
    lines = "- Tỷ lệ che phủ rừng đạt 42,5%.\n\nIII. NHIỆM VỤ\n1. Sở Y tế\n- "
    assert said("tỷ lệ hộ nghèo còn 1,6%", lines + task) == []
