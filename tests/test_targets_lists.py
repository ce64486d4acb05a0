"""Lists whose unit stands once ahead of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def amounts(text):
    return [str(mention.value) for mention in ct.find_targets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chi theo ngành (tỷ đồng): giao thông 95,6; y tế, dân số 8,3; khác 3,3.", ["95,6 tỷ đồng", "8,3 tỷ đồng", "3,3 tỷ đồng"]),
        ("Sản lượng (tấn): chè 2.500, cam 300.", ["2.500 tấn", "300 tấn"]),
        ("Sản lượng (đơn vị: tấn): chè 2.500, cam 300.", ["2.500 tấn", "300 tấn"]),
        ("Sản lượng (ĐVT: tấn) của các nông trường: chè 2.500.", ["2.500 tấn"]),
        ("Cơ cấu (%): nông nghiệp 20,5 (năm trước 21); dịch vụ 40 và 3 dự án.", ["20,5%", "21%", "3 dự án"]),
        # other sorts of amounts have a unit of their own, or none
        ("Sản lượng (tấn): chè 2.500, tăng 12; cam 300, bằng 110.", ["2.500 tấn", "300 tấn"]),
        ("Sản lượng (tấn): chè 2.500 bao loại một; cam 300.", ["2.500 bao", "300 tấn"]),
        ("Sản lượng (tấn): chè 2.500, diện tích 40 ha.", ["2.500 tấn", "40 ha"]),
        # the list ends with its sentence, its line or its items
        ("Sản lượng (tấn): chè 2.500. Còn lại cam 300.", ["2.500 tấn"]),
        ("Sản lượng (tấn): chè 2.500\nCam 300.", ["2.500 tấn"]),
        ("Sản lượng (tấn):\n- Chè 2.500, bằng 28% kế hoạch;\n- Cam: 300;\nChuối 40.", ["2.500 tấn", "28%", "300 tấn"]),
        ("Sản lượng (tấn):\n- Chè 2.500;\n1. Chuối 40.", ["2.500 tấn"]),
        ("Sản lượng (tấn):\n1. Chè 2.500;\n2. Chuối 40.", ["2.500 tấn", "40 tấn"]),
        # a line broken for the width of the page goes on
        ("Sản lượng (tấn): chè 2.500; cam,\nquýt 300;\nkhác 40.", ["2.500 tấn", "300 tấn", "40 tấn"]),
        ("Sản lượng (tấn):\n- Chè 2.500;\n- Cam và\n  quýt 300;\n- Khác\n1.040", ["2.500 tấn", "300 tấn", "1.040 tấn"]),
        # an amount with a unit of its own in brackets
        ("Sản lượng (tấn): chè 2.500; năng suất 62 (tạ/ha); cam 300 (sớm).", ["2.500 tấn", "300 tấn"]),
        # a bracket with more than a unit, a unit nobody knows, no colon behind it
        ("Sản lượng (tấn quy khô): chè 2.500; cam 300.", []),
        ("Sản lượng (tấn, tạ): chè 2.500; cam 300.", []),
        ("Sản lượng (tấn) của chè 2.500; cam 300.", []),
        ("Chăn nuôi (theo tổng đàn): chè 2.500; cam 300.", []),
    ],
)  # fmt: skip
def test_what_has_the_unit_of_its_list(text, expected):
    assert amounts(text) == expected


@given(st.lists(st.integers(1000, 9_000_000), min_size=1, max_size=9), st.sampled_from(["tỷ đồng", "tấn", "ha"]))
def test_law_the_unit_ahead_is_that_of_each(values, unit):
    """A list whose unit stands ahead of it holds the same amounts as one in which each has its own."""
    written = [ct.format_number(value) for value in values]
    ahead = "; ".join(f"nơi thứ nhất {one}" for one in written)
    own = "; ".join(f"nơi thứ nhất {one} {unit}" for one in written)
    assert amounts(f"Kết quả ({unit}): {ahead}.") == amounts(f"Kết quả: {own}.")
