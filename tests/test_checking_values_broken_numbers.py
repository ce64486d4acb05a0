"""Numbers broken by a slip of the keys are found, numbers that only look like it are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.values.broken_numbers import broken_numbers
from chitieu.numbers.decimals import format_number
from chitieu.text import SourceText


def broken(text):
    source = SourceText(text)
    return [source.flat[start:end] for start, end in broken_numbers(source)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Tỷ lệ giải ngân đạt 88,5%%.", "88,5%%"),
        ("Tỷ lệ giải ngân đạt 88..5% kế hoạch.", "88..5%"),
        ("Diện tích mía giảm --3,5% so với năm trước.", "--3,5%"),
        ("Trồng mới 4 .200 ha rừng.", "4 .200 ha"),
        ("Tỷ lệ đô thị hóa: 41, 5%, tăng so với năm trước.", "41, 5%"),
        ("Thu nội địa đạt 9. 350 tỷ đồng.", "9. 350 tỷ đồng"),
        ("Tỷ lệ hộ cận nghèo còn 1 2,5%.", "1 2,5%"),
        ("Dân số 1.250.40 người.", "1.250.40 người"),
        ("Thu nội địa 9.350,5.2 tỷ đồng.", "9.350,5.2 tỷ đồng"),
        ("Thu nội địa 9.35,5 tỷ đồng.", "9.35,5 tỷ đồng"),
        ("Chế biến tăng 1.0,9%, khai khoáng giảm 2%.", "1.0,9%"),
        ("Thu nội địa 1.250.4000,5 tỷ đồng.", "1.250.4000,5 tỷ đồng"),
        ("Tốc độ tăng: 7;5%.", "7;5%"),
        ("Thu nội địa 9.350 tỷ tỷ đồng.", "tỷ tỷ"),
        ("Thu nội địa 9.350 tỷ đồng đồng.", "tỷ đồng đồng"),
        ("Tỷ lệ hộ dùng nước sạch: %;", "tỷ lệ hộ dùng nước sạch: %"),
        ("Thu nội địa 9.35O tỷ đồng.", "9.35O"),
        ("Sản lượng lúa l.250 nghìn tấn.", "l.250"),
        ("Mua 12..000 cuốn sách.", "12..000"),
        ("Thu nhập: 64. triệu đồng/người.", "64. triệu đồng"),
        ("Tỷ lệ che phủ rừng 41,5 ,%.", "41,5 ,%"),
        ("Tỷ lệ hộ có điện ≥≥ 99%.", "≥≥ 99"),
        ("Doanh thu tăng 12 - - 14%.", "12 - - 14%"),
        ("| Tỷ lệ phủ sóng | % | 71,5,2 |", "71,5,2"),
        ("Kinh phí khoảng 075 tỷ đồng.", "075 tỷ đồng"),
    ],
)
def test_a_broken_number_is_found(text, written):
    assert [one.lower() for one in broken(text)] == [written.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Tăng 2, 3% mỗi năm.", "Các xã số 1, 2, 3.", "52 ,5 %", "năm 2025, 5% số hộ", "2.1.5 Hộ nghèo", "3.1.25 người đứng đầu",
        "Đạt 12.500 người", "1.250.400 người", "- Trồng 4.200 ha", "Biểu 1.\n250 ha rừng", "Mục lục 1..........5", "5 tỷ đồng đồng bộ hạ tầng",
        "giai đoạn 2026--2030", "30oC", "tỷ lệ 3:1", "Đơn vị tính: %", "Tỷ lệ (%): 5", "tổ 4,5,6 người dân", "khoảng 0,75 tỷ đồng", "khoảng 05 tỷ đồng", "tăng +5%", "giảm - 0,5%", "từ 3% - 5%",
    ],
)  # fmt: skip
def test_what_only_looks_broken_is_left_alone(text):
    assert broken(text) == []


@given(
    st.decimals(min_value=0, max_value=10**9, places=1),
    st.sampled_from(["%", " tỷ đồng", " ha", " người", " triệu lượt"]),
)
def test_no_number_that_is_written_well_is_broken(value, unit):
    """The law: a number as `format_number` writes it is whole, with any unit behind it."""
    assert broken(f"Chỉ tiêu đạt {format_number(value)}{unit}, tăng so với năm trước.") == []


@given(st.text("0123456789.,%- Ol;đạttỷha\n", max_size=60))
def test_any_text_is_looked_through(text):
    """The law: places lie in the text, and none is empty."""
    source = SourceText(text)
    assert all(0 <= start < end <= len(source.flat) for start, end in broken_numbers(source))
