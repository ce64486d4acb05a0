"""Units in brackets that are those of the numbers of their sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.values.given_units import is_unit_given
from chitieu.checking.values.missing_units import unit_missing


@pytest.mark.parametrize(
    ("sentence", "given_there"),
    [
        ("thu học phí theo quý (triệu đồng): i: 8,2; ii: ", True),
        ("sản lượng các năm (đvt: nghìn tấn): 2024: 31,5; 2025: ", True),
        ("diện tích từng vùng (ha) như sau: đông 12,5; tây ", True),
        ("cơ cấu từ 20,5 - 79,5 (%, nông nghiệp và phần còn lại) sang 19,0 - ", True),
        ("các tỷ lệ được làm tròn nên tổng có thể lệch ", True),
        ("sản lượng (nghìn tấn) tăng ", False),
        ("thu nhập (của một người): tăng ", False),
        ("thu nhập (12 triệu đồng): tăng ", False),
        ("thu 45 tỷ đồng (tỷ đồng của năm) tăng ", False),
    ],
)
def test_units_given(sentence, given_there):
    assert is_unit_given(sentence) is given_there


@given(
    st.lists(st.integers(11, 989), min_size=2, max_size=4),
    st.sampled_from(["tỷ đồng", "nghìn tấn", "triệu đồng/người"]),
)
def test_law_a_list_behind_its_unit_lacks_none(tenths, unit):
    """No number of a list misses the unit its title gives; without the bracket each of the last three may."""
    items = "; ".join(f"năm {2020 + at}: {one // 10},{one % 10}" for at, one in enumerate(tenths))
    assert not found(plan(lines=f"1. Doanh thu vận tải qua các năm ({unit}): {items}."), unit_missing)
