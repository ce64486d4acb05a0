"""Products written out."""

from __future__ import annotations

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
