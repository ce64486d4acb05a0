"""Amounts whose numbers come out of those beside them and whose units do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def odd(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bố trí 630 tỷ đồng cho y tế, bằng 3,5% tổng chi (18.000 ha).", ["18.000 ha"]),
        ("Bán lẻ 46.200 tỷ đồng, tăng 10% so với năm 2024 (42.000 ha).", ["42.000 ha"]),
        ("Giao vốn 4.310 tỷ đồng (cấp tỉnh 2.640 ha, cấp xã 1.670 tỷ đồng).", ["2.640 ha"]),
        ("Đã tuyển 1.317 giáo viên trên 1.540 chỉ tiêu, còn thiếu 223 tỷ đồng.", ["223 tỷ đồng"]),
        ("Vụ xuân 850 kg, năng suất 62 tạ/ha, sản lượng 5.270 tấn.", ["850 kg"]),
        ("Vụ xuân 850 ha, năng suất 62 tạ/ha, sản lượng 5.270 tỷ đồng.", ["5.270 tỷ đồng"]),
        ("Nuôi 74.600 tấn tôm, trong đó tôm sú 51.300 tấn, tôm thẻ 23.300 tỷ đồng.", ["23.300 tỷ đồng"]),
    ],
)
def test_the_odd_one_is_found(text, found):
    assert odd(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Vụ xuân 850 ha, năng suất 62 tạ/ha, sản lượng 5.270 tấn.", "Sản lượng 5.270 tấn, năng suất 62 tạ/ha, diện tích 850 ha.",
        "Dạy nghề 120 người, kinh phí 240 triệu đồng, đạt 50%.", "Trồng 100 ha ngô, 200 ha đậu, thu 300 tấn.",
        "Nâng cấp hẻm dài 6,4 km, vốn 18,6 tỷ đồng, trong đó ngân sách 12,2 tỷ đồng, dân góp 6,4 tỷ đồng.",
        "Đoàn đoạt 115 huy chương vàng, 122 bạc, 237 đồng.", "Mua 30 máy, 60 bộ bàn, chi 90 triệu đồng.",
        "Đóng điện 180 MW, nâng công suất từ 3.750 MW lên 3.930 MW; xuất khẩu điện 180 triệu USD.",
    ],
)  # fmt: skip
def test_numbers_that_agree_by_chance_say_nothing(text):
    assert odd(text) == []


@given(st.integers(1001, 99_999), st.integers(11, 899))
def test_law_a_growth_holds_in_one_unit_or_one_of_the_two_is_a_slip(earlier, thousandths):
    """What grows by so much is of what it grew from: the same sentence in one unit is right, in two it is not."""
    now, rate = round(earlier * (1 + thousandths / 1000)), f"{thousandths // 10},{thousandths % 10}"
    for unit in ("tỷ đồng", "ha"):
        text = f"Quy mô {format_number(now)} tỷ đồng, tăng {rate}% so với năm trước ({format_number(earlier)} {unit})."
        near = abs(now / earlier - 1 - thousandths / 1000) < 0.0004
        assert not odd(text) or unit == "ha"
        assert odd(text) or unit != "ha" or not near
