"""Titles that say of which columns a column is the ratio."""

import pytest

from chitieu.checking.ratios.named_ratios import columns_of_title


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        ("Nội dung | ĐVT | Năm 2025 | Năm 2026 | 2026/2025 (%)", (3, 2)),
        ("Nội dung | KH 2025 | ƯTH 2025 | KH 2026 | ƯTH 2025/KH 2025 (%)", (2, 1)),
        ("Nội dung | KH 2025 | ƯTH 2025 | KH 2026 | KH 2026/ƯTH 2025 (%)", (3, 2)),
        ("Khoản thu | Dự toán (tỷ đồng) | Thực hiện (tỷ đồng) | Tỷ lệ TH/DT (%)", (2, 1)),
        ("Khoản thu | Kế hoạch | Thực hiện | Thực hiện so với kế hoạch (%)", (2, 1)),
        ("Nội dung | TH 2024 | KH 2025 | TH 2025 | TH 2025/TH 2024 (%)", (3, 1)),
        ("Nội dung | TH 2024 | KH 2025 | TH 2025 | TH/KH (%)", None),  # which of two is not said
        ("Nội dung | TH 2024 | KH 2025 | So sánh (%)", None),
        ("Nội dung | Năm 2025 | Năm 2026 | 2026/2025", None),  # no percent
        ("Nội dung | Năm 2025 | Năm 2026 | Số lượng/mức (%)", None),
    ],
)
def test_titles(titles, columns):
    cells = titles.split(" | ")
    assert columns_of_title(cells, len(cells) - 1) == columns
