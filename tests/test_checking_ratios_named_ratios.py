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
        ("Nội dung | Dự toán | Thực hiện | So sánh TH/DT (%)", (2, 1)),
        ("Nội dung | Dự toán | Quyết toán | QT/DT (%)", (2, 1)),
        ("Nội dung | Năm 2025 | Năm 2026 | Năm 2026 so 2025 (%)", (2, 1)),
        ("Nội dung | Năm 2025 | Năm 2026 | Tỷ lệ 2026/2025/2024 (%)", None),
        ("Chỉ tiêu | Kế hoạch | Thực hiện | TH/KH (%)", (2, 1)),
        ("Nội dung | Chỉ tiêu | Thực hiện | TH/CT (%)", None),
        ("Chỉ tiêu | Chỉ tiêu | Thực hiện | Thực hiện/Chỉ tiêu (%)", None),
        ("Nội dung | KH 2025 | TH 2025 | TH 2025/TH 2025 (%)", None),
        ("Nội dung | KH 2025 (%) | TH 2025 | TH 2025/KH 2025 (%)", (2, 1)),
        ("Nội dung | KH 2025 (người/hộ) | TH 2025 | TH 2025/KH 2025 (%)", (2, 1)),
        ("Nội dung | KH 2025 | TH 2025 | TH KH 2025/KH 2025 (%)", None),
        ("Nội dung | KH 2025 | TH 2025 | 2025, 2026/KH 2025 (%)", None),
        ("Nội dung | KH 2026 | KH tăng 2026 | TH 2026 | TH 2026/KH 2026 (%)", (3, 1)),
        ("Nội dung | KH 2026 | TH 2026 | TH 2026/KH 2027 (%)", None),
    ],
)
def test_titles(titles, columns):
    cells = titles.split(" | ")
    assert columns_of_title(cells, len(cells) - 1) == columns
