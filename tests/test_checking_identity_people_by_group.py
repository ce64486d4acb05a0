"""People of town and country, men and women, against all there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import worked_out

import chitieu as ct


def codes(*lines):
    text = "\n".join(f"- {line}." for line in lines)
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text)))]


ALL = "Dân số trung bình 1.000 nghìn người"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Dân số thành thị 400 nghìn người, dân số nông thôn 600 nghìn người"], []),
        (["Dân số thành thị 400 nghìn người, dân số nông thôn 500 nghìn người"], ["identity"]),
        (["Dân số khu vực thành thị 400 nghìn người, khu vực nông thôn 700 nghìn người"], ["identity"]),
        (["Dân số đô thị 400.000 người", "Dân số nông thôn 500.000 người"], ["identity"]),
        (["Dân số nam 480 nghìn người, dân số nữ 560 nghìn người"], ["identity"]),
        (["Tỷ lệ đô thị hóa 40%; dân số thành thị 400 nghìn người"], []),
        (["Tỷ lệ đô thị hóa 45%; dân số thành thị 400 nghìn người"], ["per-head"]),
        (["Tỷ lệ đô thị hóa 45%", "Dân số thành thị 400 nghìn người"], []),
        (["Dân số thành thị khoảng 410 nghìn người, dân số nông thôn khoảng 600 nghìn người"], []),
        (["Dân số thành thị được cấp nước 300 nghìn người, dân số nông thôn được cấp nước 400 nghìn người"], []),
        (["Lao động thành thị 200 nghìn người, lao động nông thôn 300 nghìn người"], []),
        (["Tuyển 200 người, gồm nam 120 người, nữ 80 người"], []),
        (
            [
                "Dân số thành thị 400 nghìn người",
                "Dân số thành thị 450 nghìn người",
                "Dân số nông thôn 500 nghìn người",
            ],
            ["duplicate-target"],
        ),
    ],
)
def test_groups_make_up_all_people(lines, found):
    assert codes(ALL, *lines) == found


@given(st.integers(100, 900), st.integers(100, 900))
def test_law_the_sum_itself_is_silent(town, country):
    """Town and country make up all people, in whatever order the lines stand."""
    lines = [
        f"Dân số {town + country} nghìn người",
        f"Dân số thành thị {town} nghìn người, dân số nông thôn {country} nghìn người",
    ]
    assert codes(*lines) == codes(*reversed(lines)) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị 400 nghìn người, dân số nông thôn 610 nghìn người"], ["sum 400 + 610 = 1.000: 1.010 nghìn người"]),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị 400 nghìn người, dân số nông thôn 611 nghìn người"], ["sum 400 + 611 = 1.000: 1.011 nghìn người, wrong"]),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị khoảng 400 nghìn người, dân số nông thôn 620 nghìn người"], ["sum 400 + 620 = 1.000: 1.020 nghìn người"]),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị khoảng 400 nghìn người, dân số nông thôn 621 nghìn người"], ["sum 400 + 621 = 1.000: 1.021 nghìn người, wrong"]),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị trên 400 nghìn người, dân số nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị 400 - 450 nghìn người, dân số nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Đến năm 2030 dân số thành thị 400 nghìn người, dân số nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Dân số trung bình 1.100 nghìn người", "Dân số thành thị 400 nghìn người, dân số nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 0 người", "Dân số thành thị 400 nghìn người, dân số nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Thành thị 400 nghìn người, nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị 400 nghìn người, học sinh 90 nghìn người, nông thôn 621 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Dân số thành thị 400 nghìn người, nông thôn 621 nghìn hộ"], []),
        (["Dân số trung bình 1.000 nghìn người", "Tỷ lệ đô thị hóa 41%; dân số thành thị 400 nghìn người"], ["product 400 : 1.000 = 41: 40%"]),
        (["Dân số trung bình 1.000 nghìn người", "Tỷ lệ đô thị hóa 41,1%; dân số thành thị 400 nghìn người"], ["product 400 : 1.000 = 41,1: 40%, wrong"]),
        (["Dân số trung bình 1.000 nghìn người", "Tỷ lệ đô thị hóa trên 35%; dân số thành thị 400 nghìn người"], ["product 400 : 1.000 = 35: 40%"]),
        (["Dân số trung bình 1.000 nghìn người", "Tỷ lệ đô thị hóa 45%; dân số thành thị 400 nghìn người, dân số nông thôn 500 nghìn người"], ["sum 400 + 500 = 1.000: 900 nghìn người, wrong"]),
        (["Dân số trung bình 1.000 nghìn người", "Tỷ lệ đô thị hóa tăng 45%; dân số thành thị 400 nghìn người"], []),
        (["Dân số trung bình 1.000 nghìn người", "Dân số nam 480 nghìn người, dân số nữ 520 nghìn người", "Dân số thành thị 400 nghìn người, dân số nông thôn 700 nghìn người"], ["sum 400 + 700 = 1.000: 1.100 nghìn người, wrong", "sum 480 + 520 = 1.000: 1.000 nghìn người"]),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu nội địa 400 tỷ đồng", "Thu xuất nhập khẩu 150 tỷ đồng"], ["sum 400 + 150 = 500: 550 tỷ đồng, wrong"]),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu nội địa 400 tỷ đồng", "Thu xuất nhập khẩu 100 tỷ đồng"], ["sum 400 + 100 = 500: 500 tỷ đồng"]),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu nội địa trên 400 tỷ đồng", "Thu xuất nhập khẩu dưới 150 tỷ đồng"], []),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu nội địa 400 tỷ đồng", "Thu nội địa 410 tỷ đồng", "Thu xuất nhập khẩu 150 tỷ đồng"], []),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng, tăng 5%", "Thu nội địa 400 tỷ đồng, tăng 9%", "Thu xuất nhập khẩu 150 tỷ đồng"], ["sum 400 + 150 = 500: 550 tỷ đồng, wrong"]),
        (["Tỷ lệ lao động qua đào tạo 60%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 65%"], ["order 65 ≤ 60: 65%, wrong"]),
        (["Tỷ lệ lao động qua đào tạo 60% - 66%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 65%"], ["order 65 ≤ 60: 65%"]),
        (["Tỷ lệ lao động qua đào tạo khoảng 60%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 65%"], ["order 65 ≤ 60: 65%"]),
        (["Tỷ lệ lao động qua đào tạo tăng 60%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 65%"], []),
        (["Tỷ lệ lao động qua đào tạo 65%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ 65%"], ["order 65 ≤ 65: 65%"]),
        (["Tỷ lệ hộ dùng nước hợp vệ sinh 97%", "Tỷ lệ hộ dùng nước sạch 98%"], ["order 98 ≤ 97: 98%, wrong"]),
        (["Giải quyết việc làm cho 20.000 lao động", "Xuất khẩu lao động 21.000 người"], ["order 21.000 ≤ 20.000: 21.000 người, wrong"]),
    ],
)  # fmt: skip
def test_people_of_groups_and_what_lines_of_the_catalogue_make(lines, expected):
    """A hundredth is rounding, two of what is about so much; two lines that differ leave it open."""
    assert worked_out(*lines) == expected
