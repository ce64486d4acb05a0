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
