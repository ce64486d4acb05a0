"""Money told in two currencies."""

from __future__ import annotations

import re

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Vay 500 tỷ đồng, tương đương khoảng {} triệu USD (tỷ giá 25.000 đồng/USD).", "20", "28"),
        ("Thu nhập 100 triệu đồng/năm, tương đương {} USD (25.000 đồng/USD).", "4.000", "4.700"),
        ("Viện trợ {} triệu USD (khoảng 500 tỷ đồng, 1 USD = 25.000 đồng).", "20", "24"),
        ("Cảng 1.000 tỷ đồng (khoảng {} triệu USD). Tỷ giá tính toán 25.000 đồng/USD.", "40", "48"),
        ("Góp 56 tỷ đồng, tức {} triệu EUR (28.000 đồng/EUR).", "2", "5"),
        ("GRDP đầu người 90 triệu đồng/người, tương đương {} USD/người; tỷ giá 25.000 đồng/USD.", "3.600", "6.300"),
    ],
)
def test_the_rate_makes_the_other_amount(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "Vay 20 triệu USD (khoảng 560 tỷ đồng); giá bán 25.000 đồng/kg.",
        "Xuất khẩu 900 triệu USD, nhập khẩu tương đương 2.400 tỷ đồng (tỷ giá 25.000 đồng/USD).",
        "Thu nhập 70 triệu đồng, tăng 6%; quy đổi theo tỷ giá 25.000 đồng/USD tương đương khoảng 2.900 USD.",
        "Vay 20 triệu USD; đối ứng 300 tỷ đồng (tỷ giá 25.000 đồng/USD).",
        "Vay 500 tỷ đồng, tương đương 20 triệu USD.",
        "Vay 500 tỷ đồng, tương đương 19 triệu USD. Tỷ giá 25.000 đồng/USD đầu năm, 26.300 đồng/USD cuối năm.",
        "Vay 500 tỷ đồng, tương đương 17,9 triệu EUR (25.000 đồng/USD).",
    ],
)
def test_amounts_that_are_not_the_same_money(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vay 500 tỷ đồng, tương đương 19,9 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 500 tỷ đồng, tương đương 20,3 triệu USD (tỷ giá 25.000 đồng/USD).", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 20,2 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 500 tỷ đồng, tương đương 21 triệu USD (tỷ giá 25.000 đồng/USD).", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 22 triệu USD (tỷ giá 25.000 đồng/USD).", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 22 triệu USD (giá 900 đồng/USD).", ""),
        ("Vay 500 tỷ đồng, tương đương 25 triệu USD (giá 1.000 đồng/USD).", ""),
        # no rate is told, and there has been none like theirs
        ("Vay 500 tỷ đồng, tương đương 31,2 triệu USD.", ""),
        ("Vay 500 tỷ đồng, tương đương 31,9 triệu USD.", "500 tỷ đồng over 16.000 đồng make 31,25 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 12 triệu USD.", "500 tỷ đồng over 30.000 đồng make 16,67 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 12 triệu EUR.", ""),
        ("Vay 500 tỷ đồng, 12 triệu USD.", ""),
        ("Vay 500 tỷ đồng, tương đương 400 triệu USD (giá 1.001 đồng/USD).", "500 tỷ đồng over 1.001 đồng make 499,50 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 25 triệu USD. Tỷ giá 25.000 đồng/USD.", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 20 triệu USD; tỷ giá 25.000 đồng/USD, sau là 26.000 đồng/USD.", ""),
        ("Vay 500 tỷ đồng, tương đương 22 triệu USD; tỷ giá 25.000 đồng/USD, sau là 26.000 đồng/USD.", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD"),
        ("Vay 500 tỷ đồng, tương đương 22 triệu USD. Tỷ giá 25.000 đồng/USD, sau là 26.000 đồng/USD.", ""),
        ("Vay 500 - 600 tỷ đồng, tương đương 22 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay tăng 500 tỷ đồng, tương đương 22 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 0 tỷ đồng, tương đương 22 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay -500 tỷ đồng, tương đương 22 triệu USD (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 500 tỷ đồng, tương đương 22 triệu USD/năm (tỷ giá 25.000 đồng/USD).", "500 tỷ đồng over 25.000 đồng make 20,00 triệu USD/năm"),
        ("Vay 500 tỷ đồng/xã, tương đương 22 triệu USD/năm (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 20 triệu USD, tương đương 22 triệu EUR (tỷ giá 25.000 đồng/USD).", ""),
        ("Vay 500 tỷ đồng, tương đương 600 tỷ đồng (tỷ giá 25.000 đồng/USD).", ""),
    ],
)  # fmt: skip
def test_which_rate_and_which_amounts(text, told):
    """A hundredth is rounding; the rate stands right behind, or is the only one; both amounts are single levels for the same time."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
