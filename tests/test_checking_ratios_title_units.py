"""The power of ten between columns, as the units in their titles tell it."""

import pytest

from chitieu.checking.ratios.title_units import power_of_titles


@pytest.mark.parametrize(
    ("titles", "power"),
    [
        ("Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)", -1),
        ("Diện tích (ha) | Năng suất (tấn/ha) | Sản lượng (tấn)", 0),
        ("Diện tích (nghìn ha) | Năng suất (tạ/ha) | Sản lượng (tấn)", 2),
        ("Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (nghìn tấn)", -4),
        ("Diện tích (km2) | Năng suất (tạ/ha) | Sản lượng (tấn)", 1),
        ("Diện tích (ha) | Năng suất (tạ/người) | Sản lượng (tấn)", None),
        ("Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (triệu đồng)", None),
        ("Diện tích | Năng suất (tạ/ha) | Sản lượng (tấn)", None),
        ("Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng", None),
        ("Số hộ | Mức vay (triệu đồng) | Tổng (tỷ đồng)", -3),
        ("Số hộ | Mức vay (đồng) | Tổng (tỷ đồng)", -9),
        ("Số hộ | Mức vay (tỷ đồng) | Tổng (đồng)", 9),
        ("Số hộ (hộ) | Mức vay (triệu đồng/hộ) | Tổng (triệu đồng)", 0),
        ("Số hộ | Mức vay (triệu đồng/hộ) | Tổng (triệu đồng)", 0),
        ("Số hộ | Mức vay (triệu đồng/ha) | Tổng (triệu đồng)", None),
        ("Số lớp | Sĩ số | Số học sinh", 0),
        ("Số lớp | Giá | Số tiền", None),
        ("Số lớp | Sĩ số (người) | Số học sinh", None),
        ("Số phút (phút) | Cước (đồng/giờ) | Tổng (đồng)", None),
    ],
)
def test_the_power_between_a_count_a_rate_and_a_total(titles, power):
    """Units of one kind tell it; without any, what is counted one by one is alike in all three."""
    assert power_of_titles(*titles.split(" | ")) == power
