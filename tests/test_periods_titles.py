"""The periods that titles name as their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.periods.titles import title_periods


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("Phát triển y tế năm 2026", ["2026"]),
        ("Phát triển y tế giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", ["2026/2030"]),
        ("Đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)", ["2026"]),
        ("Đầu tư công (năm 2026)", ["2026"]),
        ("Kết quả năm 2025, nhiệm vụ năm 2026", ["2025", "2026"]),
        ("Tình hình 9 tháng năm 2026 và nhiệm vụ trọng tâm quý IV", ["2026-9M", "2026-Q4"]),
        ("Tình hình 6 tháng đầu năm 2026 và phương hướng 6 tháng cuối năm", ["2026-H1", "2026-H2"]),
        ("Tình hình tháng 8 năm 2026, nhiệm vụ tháng 9", ["2026-08", "2026-09"]),
        ("Tình hình 10 tháng năm 2026 và nhiệm vụ 2 tháng cuối năm", ["2026-10M", "2026"]),
        ("Sơ kết 6 tháng năm 2026, nhiệm vụ thời gian còn lại của năm", ["2026-H1", "2026"]),
        ("Tổng kết năm 2026 và phương hướng quý I", ["2026", "2027-Q1"]),
        ("Ước thực hiện năm 2026 và kế hoạch 2027", ["2026", "2027"]),
        ("Tổng kết năm 2026, nhiệm vụ năm tới", ["2026", "2027"]),
        ("Giao chỉ tiêu năm 2026, dự toán 2025", ["2026"]),
        ("Tổng kết năm 2150, nhiệm vụ năm tới", ["2150"]),
        ("Nhiệm vụ năm 2026 và giải pháp 12 tháng 5", ["2026"]),
        ("Phát triển y tế", []),
        ("", []),
    ],
)
def test_periods_of_titles(title, periods):
    assert [str(one) for one in title_periods(title)] == periods


@given(st.integers(2010, 2040), st.integers(2010, 2040))
def test_law_brackets_change_nothing_of_a_title_with_a_year(year, other):
    """What stands in brackets behind a year is no period of the title."""
    assert [str(one) for one in title_periods(f"Kế hoạch năm {year} (sửa đổi năm {other})")] == [str(year)]
