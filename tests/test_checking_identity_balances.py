"""The balance of trade with exports and imports, natural growth with births and deaths.

Covers `identity.plan_identities` too.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import worked_out

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text)))]


LINES = "1. Kim ngạch xuất khẩu {}.\n2. Kim ngạch nhập khẩu {}.\n3. {}."


@pytest.mark.parametrize(
    ("out", "back", "balance", "right"),
    [
        ("900 triệu USD", "650 triệu USD", "Xuất siêu 250 triệu USD", True),
        ("900 triệu USD", "650 triệu USD", "Xuất siêu 520 triệu USD", False),
        ("900 triệu USD", "650 triệu USD", "Nhập siêu 250 triệu USD", False),
        ("650 triệu USD", "900 triệu USD", "Nhập siêu 250 triệu USD", True),
        (
            "650 triệu USD",
            "900 triệu USD",
            "Cán cân thương mại: nhập siêu 350 triệu USD (năm 2025 nhập siêu 90 triệu USD)",
            False,
        ),
        ("650 triệu USD", "900 triệu USD", "Cán cân thương mại thâm hụt 250 triệu USD", True),
        ("650 triệu USD", "900 triệu USD", "Thâm hụt thương mại 350 triệu USD", False),
        ("0,9 tỷ USD", "0,6 tỷ USD", "Thặng dư thương mại 255 triệu USD", False),
        ("9,9 tỷ USD", "6,6 tỷ USD", "Thặng dư thương mại 3.255 triệu USD", True),
        ("900 triệu USD", "650 triệu USD", "Xuất siêu khoảng 245 triệu USD", True),
        ("900 triệu USD", "650 triệu USD", "Xuất siêu trên 200 triệu USD", True),
        ("khoảng 900 triệu USD", "650 triệu USD", "Xuất siêu 300 triệu USD", True),
        ("900 triệu USD", "650 triệu USD", "Cán cân thương mại 250 triệu USD", True),
        ("900 triệu USD", "650 triệu USD", "Cán cân thương mại 350 triệu USD", False),
        ("900 triệu USD", "650 triệu USD", "Xuất siêu của doanh nghiệp FDI 120 triệu USD", True),
    ],
)
def test_a_balance_is_what_is_sold_less_what_is_bought(out, back, balance, right):
    assert codes(LINES.format(out, back, balance)) == ([] if right else ["identity"])


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Xuất khẩu 9 tháng đạt 900 triệu USD, tăng 8%; nhập khẩu 650 triệu USD; xuất siêu 250 triệu USD.", True),
        ("Xuất khẩu 9 tháng đạt 900 triệu USD, tăng 8%; nhập khẩu 650 triệu USD; xuất siêu 520 triệu USD.", False),
        ("Xuất khẩu 9 tháng đạt 900 triệu USD; năm 2024 nhập khẩu 650 triệu USD; xuất siêu 520 triệu USD.", True),
    ],
)
def test_a_time_that_opens_a_line_is_that_of_all_in_it(line, right):
    assert codes(f"1. {line}") == ([] if right else ["identity"])


def test_a_balance_is_no_part_of_all_trade():
    line = "- Tổng kim ngạch xuất nhập khẩu 1.550 triệu USD, trong đó: xuất khẩu 900 triệu USD; nhập khẩu 650 triệu USD; xuất siêu 250 triệu USD."
    assert codes(line) == []


@given(st.integers(80, 250), st.integers(30, 79), st.integers(-20, 20))
def test_law_a_population_grows_of_itself_by_its_births_less_its_deaths(births, deaths, slip):
    """Natural growth in per mille is the birth rate less the death rate, to the last digit written."""
    rates = (f"{tenths // 10},{tenths % 10}‰" for tenths in (births, deaths, max(0, births - deaths + slip)))
    right = max(0, births - deaths + slip) - (births - deaths) in (-1, 0, 1)
    line = "1. Tỷ suất sinh thô {}; tỷ suất chết thô {}; tỷ lệ tăng dân số tự nhiên {}.".format(*rates)
    assert codes(line) == ([] if right else ["identity"])


@pytest.mark.parametrize(("growth", "right"), [("1,0%", True), ("1,02%", True), ("10,2‰", True), ("1,2%", False)])
def test_natural_growth_in_percent_is_a_tenth_of_that_in_per_mille(growth, right):
    line = f"1. Tỷ lệ tăng dân số tự nhiên {growth} (tỷ suất sinh thô 15,1‰, tỷ suất chết thô 4,9‰)."
    assert codes(line) == ([] if right else ["identity"])


def test_running_text_gives_the_three_in_one_line():
    text = "Năm 2025, xuất khẩu hàng hóa 900 triệu USD, nhập khẩu hàng hóa 650 triệu USD, xuất siêu {} triệu USD."
    found = [
        [one.code for one in ct.check(ct.Plan(text=text.format(value)), rules=["identity"])] for value in (250, 520)
    ]
    assert found == [[], ["identity"]]


def test_the_equation_is_a_difference():
    plan = ct.Plan(
        indicators=ct.parse_indicators(LINES.format("650 triệu USD", "900 triệu USD", "Nhập siêu 250 triệu USD"))
    )
    assert [str(one) for one in ct.run_checks(plan).identities] == ["Nhập siêu: 900 − 650 = 250: holds"]


@given(st.integers(101, 9_999), st.integers(101, 9_999))
def test_law_the_difference_itself_is_silent(out, back):
    """Whichever is larger, their difference with the word for it is right, and with the other word wrong."""
    gap, words = abs(out - back), ("Xuất siêu", "Nhập siêu")
    right, wrong = words if out > back else words[::-1]
    terms = [f"{value} triệu USD" for value in (out, back)]
    assert codes(LINES.format(*terms, f"{right} {gap} triệu USD")) == []
    if gap > max(out, back) // 50:
        assert codes(LINES.format(*terms, f"{wrong} {gap} triệu USD")) == ["identity"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu 251 triệu USD"], ["balance 900 − 650 = 251: 250 triệu USD"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu 252 triệu USD"], ["balance 900 − 650 = 252: 250 triệu USD, wrong"]),
        (["Kim ngạch xuất khẩu 9 tỷ USD", "Kim ngạch nhập khẩu 6 tỷ USD", "Xuất siêu 3.080 triệu USD"], ["balance 9 − 6 = 3.080: 3.000 triệu USD"]),
        (["Kim ngạch xuất khẩu 9 tỷ USD", "Kim ngạch nhập khẩu 6 tỷ USD", "Xuất siêu 3.100 triệu USD"], ["balance 9 − 6 = 3.100: 3.000 triệu USD, wrong"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu khoảng 262 triệu USD"], ["balance 900 − 650 = 262: 250 triệu USD"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu khoảng 264 triệu USD"], ["balance 900 − 650 = 264: 250 triệu USD, wrong"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch xuất khẩu 910 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu 300 triệu USD"], ["balance 900 − 650 = 300: 250 triệu USD, wrong"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Đến năm 2030 kim ngạch xuất khẩu 950 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Xuất siêu 300 triệu USD"], ["balance 900 − 650 = 300: 250 triệu USD, wrong"]),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 600 - 650 triệu USD", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu trên 650 triệu USD", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu tăng 650 triệu USD", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 tỷ đồng", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Xuất siêu 300 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Cán cân thương mại: chuyển từ nhập siêu sang xuất siêu 250 triệu USD"], []),
        (["Kim ngạch xuất khẩu 900 triệu USD", "Kim ngạch nhập khẩu 650 triệu USD", "Cán cân thương mại: chuyển từ xuất siêu sang nhập siêu 250 triệu USD"], []),
        (["Kim ngạch xuất khẩu 650 triệu USD", "Kim ngạch nhập khẩu 900 triệu USD", "Cán cân thương mại 250 triệu USD"], ["balance 650 − 900 = 250: 250 triệu USD"]),
    ],
)  # fmt: skip
def test_which_amounts_a_balance_is_of(lines, expected):
    """Rounding is a unit of the coarsest last digit and a hundredth of the larger amount; each amount is the only one of the plan's time."""
    assert worked_out(*lines) == expected
