"""Products written out."""

from __future__ import annotations

import re

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Chi 400.000 đồng/tháng x 12 tháng x 500 người = {} tỷ đồng.", "2,4", "3,4"),
        ("Kinh phí 500 người × 12 tháng × 400 nghìn đồng = {} tỷ đồng.", "2,4", "2,7"),
        ("Thưởng 15 thôn x 20 triệu đồng = {} triệu đồng.", "300", "350"),
        ("Trợ cấp 500 người × 400 nghìn đồng/tháng = {} tỷ đồng/năm.", "2,4", "3,1"),
        ("Mua 30 bộ * 12 triệu đồng = {} triệu đồng.", "360", "390"),
        ("Tiền ăn 40 học sinh bán trú x 9 tháng x 900.000 đồng = {} triệu đồng.", "324", "354"),
    ],
)
def test_a_product(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "Sân khấu 6 m x 8 m, cao 3 m.",
        "Trạm 2 x 40 MVA, đường dây 12 km.",
        "Thưởng 15 thôn x 20 triệu đồng; chi khác 90 triệu đồng.",
        "Phòng 4 m x 6 m = 24 m2.",
        "Chi 3,33 triệu đồng x 3 lớp = 10 triệu đồng.",
        "Màn hình 4 x 6 tấm, thời lượng 90 phút.",
    ],
)
def test_no_product(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chi 400.000 đồng/tháng x 12 tháng x 500 người = 2,412 tỷ đồng.", ""),
        ("Chi 400.000 đồng/tháng x 12 tháng x 500 người = 2,413 tỷ đồng.", "2,413 tỷ đồng over 6.000,000 make 402.166,67 đồng/tháng"),
        ("Chi 400.000 đồng/tháng x 12 tháng x 500 người = 2,3881 tỷ đồng.", ""),
        ("Chi 400.000 đồng/tháng x 12 tháng x 500 người = 2,388 tỷ đồng.", "2,388 tỷ đồng over 6.000,000 make 398.000,00 đồng/tháng"),
        ("Mua 3,7 ha x 3 thửa = 11 ha.", ""),
        ("Mua 3,7 ha x 3 thửa = 12 ha.", "12 ha over 3 make 4,00 ha"),
        ("Chi 2 nghìn suất x 7 triệu đồng = 12 tỷ đồng.", ""),
        ("Chi 2.000 suất x 7 triệu đồng = 12 tỷ đồng.", "12 tỷ đồng over 2.000 make 6,00 triệu đồng"),
        ("Chi thêm 9 suất ở 4 xã; 50 suất x 200 nghìn đồng = 30 triệu đồng, 20 suất x 300 nghìn đồng = 6 triệu đồng.", "30 triệu đồng over 50 make 600,00 nghìn đồng"),
        ("Chi 400.000 đồng/tháng x 500 người = 2,4 tỷ đồng.", ""),
        ("Chi 4.800.000 đồng/năm x 500 người = 200 triệu đồng.", ""),
        ("Chi 4.800.000 đồng/năm x 500 người = 250 triệu đồng.", "250 triệu đồng over 500 make 5.000.000,00 đồng/năm"),
        ("Chi 400.000 đồng x 500 người = 2,4 tỷ đồng.", "2,4 tỷ đồng over 500,0 make 480.000,00 đồng"),
        ("Mua 3,3 ha x 3 thửa = 10 ha.", ""),
        ("Mua 3 ha x 3 thửa = 10 ha.", "10 ha over 3 make 3,33 ha"),
        ("Mua 9 bộ x 0 triệu đồng = 10 triệu đồng.", ""),
        ("Mua 9 bộ x -3 triệu đồng = 40 triệu đồng.", ""),
        ("Mua 9 - 10 bộ x 3 triệu đồng = 40 triệu đồng.", ""),
        ("Mua 9 bộ x 3 triệu đồng, gồm 40 triệu đồng.", ""),
        ("Chi 50 suất x 999 nghìn đồng = 49.950 nghìn đồng.", ""),
        ("Chi 50 suất x 200 nghìn đồng = 40 triệu đồng.", "40 triệu đồng over 50 make 80,00 nghìn đồng"),
        ("Chi 50 suất x 200 nghìn đồng = 30 triệu đồng.", "30 triệu đồng over 50 make 600,00 nghìn đồng"),
        ("Mua 12 bộ (3 triệu đồng/bộ) x 4 xã = 150 triệu đồng.", "150 triệu đồng over 4 make 3,75 triệu đồng/bộ"),
    ],
)  # fmt: skip
def test_where_a_product_is_told(text, told):
    """Half a hundredth is rounding; the twelve of a year may be left out; of ranges and nothing no product is made."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
