"""Where the rate of all lies between those of town and country, by the part of the people in town."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

TEXT = (
    "Tỷ lệ đô thị hóa đạt {}%. Tỷ lệ hộ dân dùng nước sạch đạt {}%, trong đó khu vực đô thị {}%, khu vực nông thôn {}%."
)


def codes(text):
    return [finding.code for finding in ct.check(text, rules=["growth-between"])]


@given(st.integers(20, 80), st.integers(85, 99), st.integers(20, 84))
def test_law_the_mean_of_town_and_country_is_silent(urban, town, country):
    mean = Decimal(urban * town + (100 - urban) * country) / 100
    told = ct.format_number(mean.quantize(Decimal("0.1"), ROUND_HALF_UP))
    assert codes(TEXT.format(urban, told, town, country)) == []


@pytest.mark.parametrize(("whole", "odd"), [("71,7", False), ("75", False), ("92", True), ("62", True)])
def test_a_rate_of_all_that_needs_another_weight(whole, odd):
    assert codes(TEXT.format("30", whole, "98", "60")) == ["growth-between"] * odd


def test_waste_is_heavier_in_town():
    text = TEXT.replace("hộ dân dùng nước sạch", "chất thải rắn được thu gom")
    assert codes(text.format("30", "80", "98", "60")) == []


def test_it_says_what_part_would_have_to_live_in_town():
    (finding,) = ct.check(TEXT.format("30", "92", "98", "60"), rules=["growth-between"])
    assert "84,2%" in finding.message
    assert "dân số phải ở đô thị chứ không phải 30%" in finding.message_vi
