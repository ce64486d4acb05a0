"""Yields of crops against their output and the land that bears it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import worked_out

import chitieu as ct


def verdicts(line):
    plan = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=ct.Period(2026))
    return [one.holds for one in ct.run_checks(plan, rules=[]).identities if one.kind is ct.IdentityKind.PRODUCT]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # the land that bears is named
        ("Hồ tiêu 2.600 ha, trong đó cho thu hoạch 2.000 ha, năng suất 2,5 tấn/ha, sản lượng 5.000 tấn", [True]),
        ("Hồ tiêu 2.600 ha, trong đó cho thu hoạch 2.000 ha, năng suất 2,3 tấn/ha, sản lượng 5.000 tấn", [False]),
        ("Cao su 2.600 ha (kinh doanh 2.000 ha, kiến thiết cơ bản 600 ha); năng suất 1,9 tấn/ha, sản lượng 3.000 tấn", [False]),
        ("Cao su 2.600 ha, 600 ha chưa cho sản phẩm; năng suất 1,9 tấn/ha, sản lượng 3.000 tấn", []),
        # it is not, but no land of the line bears ten times as much
        ("Hồ tiêu 2.600 ha, trồng mới 300 ha, năng suất 2,5 tấn/ha, sản lượng 5.000 tấn", []),
        ("Hồ tiêu 2.000 ha, trồng mới 300 ha, năng suất 25 tấn/ha, sản lượng 5.000 tấn", [False]),
        ("Hồ tiêu 2.000 ha; năng suất 25 tạ/ha, sản lượng 5.000 tấn", []),
        # what is cut so far is not all that bears
        ("Lúa 1.900 ha (đã thu hoạch 1.100 ha), năng suất 60 tạ/ha, sản lượng 11.400 tấn", []),
    ],
)  # fmt: skip
def test_a_yield_is_that_of_the_land_that_bears(line, expected):
    assert verdicts(line) == expected


@given(st.integers(1_000, 90_000), st.integers(10, 90), st.sampled_from([-1, 0, 1]))
def test_law_a_yield_with_its_comma_misplaced_does_not_hold(area, tenths, power):
    """An output worked out from a yield and an area goes with that yield, and not with one ten times as much or as little."""
    output = ct.format_number(area * tenths // 10)
    rate = ct.format_number(Decimal(tenths).scaleb(power - 1))
    line = f"Hồ tiêu {ct.format_number(area)} ha, năng suất {rate} tấn/ha, sản lượng {output} tấn"
    assert verdicts(line) == ([False] if power else [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 9.700 tấn"], ["product 9.700 : 2.000 = 50: 48,5 tạ/ha"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 9.690 tấn"], ["product 9.690 : 2.000 = 50: 48,45 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 10.100 tấn"], ["product 10.100 : 2.000 = 50: 50,5 tạ/ha"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 10.110 tấn"], ["product 10.110 : 2.000 = 50: 50,55 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 20.000 tấn"], ["product 20.000 : 2.000 = 50: 100 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 20.100 tấn"], []),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 5.000 tấn"], ["product 5.000 : 2.000 = 50: 25 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 4.900 tấn"], []),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 100.000 tấn"], ["product 100.000 : 2.000 = 50: 500 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 5 tạ/ha, sản lượng 10.000 tấn"], ["product 10.000 : 2.000 = 5: 50 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 0 tạ/ha, sản lượng 10.000 tấn"], []),
        (["Diện tích lúa 2.000 ha, năng suất 45 - 55 tạ/ha, sản lượng 12.000 tấn"], ["product 12.000 : 2.000 = 45: 60 tạ/ha, wrong"]),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 12.000 - 13.000 tấn"], []),
        (["Diện tích lúa 2.000 ha, năng suất 50 tạ/ha, sản lượng 12.000 tấn, nộp kho 3.000 tấn"], []),
        (["Diện tích lúa 2.000 ha, năng suất 50 kg/sào, sản lượng 12.000 tấn"], []),
        (["Hồ tiêu 2.000 ha, trồng mới 1.000 ha, năng suất 25 tấn/ha, sản lượng 2.500 tấn"], ["product 2.500 : 1.000 = 25: 2,5 tấn/ha, wrong"]),
        (["Hồ tiêu 2.000 ha, trồng mới 1.000 ha, năng suất 25 tấn/ha, sản lượng 2.600 tấn"], []),
        (["Hồ tiêu 2.000 ha, trồng mới 200 ha, năng suất 25 tấn/ha, sản lượng 5.000 tấn"], []),
        (["Hồ tiêu 2.000 ha, trồng mới 206 ha, năng suất 25 tấn/ha, sản lượng 5.000 tấn"], []),
        (["Hồ tiêu 2.000 ha, cho thu hoạch 1.000 ha, năng suất 2,5 tấn/ha, sản lượng 3.000 tấn"], ["product 3.000 : 1.000 = 2,5: 3 tấn/ha, wrong"]),
    ],
)  # fmt: skip
def test_how_far_off_a_yield_is(lines, expected):
    """A hundredth is rounding, three of what is left uncut; beyond twice and half it is of another season, unless its comma slipped."""
    assert worked_out(*lines) == expected
