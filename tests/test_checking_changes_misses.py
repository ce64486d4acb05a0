"""What an earlier value becomes by a change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.misses import changed, missed
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target

PRICED = "Giá trị sản xuất ngành muối (giá hiện hành) đạt {} tỷ đồng, tăng 10% so với năm 2025 (1.000 tỷ đồng)."


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_change_and_its_opposite_lead_back(first, size):
    """Law: what rises by some amount and falls by the same is what it was."""
    way = [Target(Quantity(size, "hộ"), change=change) for change in (Change.INCREASE, Change.DECREASE)]
    there = changed(Quantity(first, "hộ"), way[0])
    assert there is not None
    assert changed(there, way[1]) == Quantity(first, "hộ")


@pytest.mark.parametrize(
    ("level", "odd"), [("1.100", False), ("1.320", False), ("950", False), ("1.600", True), ("600", True)]
)
def test_prices_explain_only_so_much(level, odd):
    assert bool(codes(PRICED.format(level))) is odd


@pytest.mark.parametrize(
    "text",
    [
        "GRDP theo giá hiện hành đạt 210 tỷ đồng, tăng 8% so với năm 2025 (giá so sánh 100 tỷ đồng).",
        "Giá trị sản xuất giá so sánh đạt 104 tỷ đồng, giá hiện hành đạt 210 tỷ đồng, tăng 4% so với năm 2025 (100 tỷ đồng).",
    ],
)
def test_two_prices_are_not_compared(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 0,6 điểm phần trăm so với năm 2025 (95,2%).", False),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 6,6 điểm phần trăm so với năm 2025 (95,2%).", True),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt 95,8% trở lên, tăng 0,6 điểm phần trăm so với năm 2025 (96,2%).", True),
        ("Tỷ lệ tham gia bảo hiểm y tế đạt trên 95%, tăng 0,5 điểm phần trăm so với năm 2025 (95,2%).", False),
        ("Thu ngân sách đạt trên 20.000 tỷ đồng, tăng 8% so với năm 2025 (18.900 tỷ đồng).", False),
        ("Số vụ tai nạn không quá 90 vụ, giảm 5% so với năm 2025 (92 vụ).", False),
    ],
)
def test_a_change_leads_not_far_beyond_the_limit_it_is_told_with(text, odd):
    assert bool(codes(text)) is odd


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu nhập đạt khoảng 68,0 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", []),
        ("Thu nhập đạt khoảng 68,0 triệu đồng, tăng 5,2 triệu đồng so với 65,8 triệu đồng năm 2025.", ["level-change"]),
        ("Thu nhập đạt khoảng 70 triệu đồng, tăng 5,2 triệu đồng so với 66,8 triệu đồng năm 2025.", []),  # rounded
        ("Sản lượng đạt khoảng 1.050 tấn, tăng 10% so với 970 tấn năm 2025.", []),
        # three times what rounding explains
        ("Thu nhập đạt khoảng 68,4 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", []),
        ("Thu nhập đạt khoảng 68,5 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", ["level-change"]),
        ("Thu nhập đạt khoảng 67,6 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", []),
        ("Thu nhập đạt khoảng 67,5 triệu đồng, tăng 5,2 triệu đồng so với 62,8 triệu đồng năm 2025.", ["level-change"]),
        # noughts at the end tell that a number is rounded
        ("Đàn ngỗng đạt khoảng 700 con, tăng 52 con so với 638 con năm 2025.", []),
        ("Đàn ngỗng đạt khoảng 701 con, tăng 52 con so với 638 con năm 2025.", ["level-change"]),
    ],
)
def test_about_so_much_written_to_the_last_digit(text, expected):
    assert codes(text) == expected


def to(value, unit, change=Change.LEVEL, bound=Bound.EXACT, upper=None):
    return Target(
        Quantity(value, unit), bound=bound, change=change, upper=None if upper is None else Quantity(upper, unit)
    )


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ((4, "%"), to(1, "%", Change.INCREASE), (5, "%")),
        ((4, "%"), to(1, "điểm phần trăm", Change.DECREASE), (3, "%")),
        ((4, "‰"), to(1, "‰", Change.INCREASE), None),  # of itself, or in points: nobody says
        ((200, "tấn"), to(10, "%", Change.INCREASE), (220, "tấn")),
        ((200, "tấn"), to(10, "‰", Change.INCREASE), None),
        ((200, "tấn"), to(10, "tấn", Change.DECREASE), (190, "tấn")),
        ((4, "%"), to(10, "tấn", Change.INCREASE), None),
        ((200, "tấn"), to(10, "điểm phần trăm", Change.INCREASE), None),
        ((200, "tấn"), to(10, "ha", Change.INCREASE), None),
    ],
)
def test_what_a_value_becomes(before, change, after):
    assert changed(Quantity(*before), change) == (None if after is None else Quantity(*after))


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        # half a digit of each of the three
        (to(Decimal("1.0"), "%", Change.INCREASE), "10.9", "11.1"),
        # of all that lies between two ends
        (to(Decimal("1.0"), "%", Change.INCREASE, Bound.BETWEEN, Decimal("2.0")), "10.9", "12.1"),
        # *khoảng* is so much of that or so much more
        (to(Decimal("2.0"), "%", Change.INCREASE, Bound.ABOUT), None, None),
        # nothing is sure of what is at least so much
        (to(Decimal("1.0"), "%", Change.INCREASE, Bound.MORE_THAN), None, None),
    ],
)
def test_which_levels_a_change_may_lead_to(change, low, high):
    """Of rates of one digit behind the comma those that are named here are the first and the last."""
    levels = [Decimal(tenth) / 10 for tenth in range(101, 140)]
    sound = [one for one in levels if missed(change, to(one, "%"), Quantity(Decimal("10.0"), "%")) is None]
    own = [one for one in sound if Decimal(low or 0) <= one <= Decimal(high or 99)]
    assert (own[0], own[-1]) == (Decimal(low or "10.1"), Decimal(high or "13.9"))


def test_things_are_counted_one_by_one():
    """Trees are not rounded, thousands of them are."""
    for unit, odd in (("cây", True), ("nghìn cây", False), ("tấn", False)):
        after = missed(to(10, unit, Change.INCREASE), to(111, unit), Quantity(100, unit))
        assert (after is not None) is odd


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        # a rate may fall by a part of itself
        ("Tỷ lệ hao hụt còn 8,0%, giảm 20% so với năm 2025 (10,0%).", False),
        ("Tỷ lệ hao hụt còn 8,0%, giảm 20% so với năm 2025 (10,1%).", True),
        ("Tỷ lệ hao hụt còn 8,0%, giảm 20% so với năm 2025 (9,9%).", True),
        ("Tỷ lệ hao hụt còn 8,0%, giảm khoảng 20% so với năm 2025 (10,3%).", False),
        ("Tỷ lệ hao hụt còn 8,0%, giảm 20% so với năm 2025 (10,9%).", True),
        ("Tỷ lệ hao hụt lên 12,0%, tăng 20% so với năm 2025 (10,0%).", False),
        ("Tỷ lệ hao hụt lên 12,0%, tăng 20% so với năm 2025 (10,9%).", True),
        # both limits are one
        ("Số vụ đắm đò còn tối đa 95 vụ, giảm ít nhất 5% so với năm 2025 (100 vụ).", False),
        ("Số vụ đắm đò còn tối đa 85 vụ, giảm ít nhất 5% so với năm 2025 (100 vụ).", True),
        ("Số đò đạt ít nhất 105 đò, tăng tối thiểu 5% so với năm 2025 (100 đò).", False),
        ("Số đò đạt ít nhất 115 đò, tăng tối thiểu 5% so với năm 2025 (100 đò).", True),
        # so much at constant prices says little of a value at current ones, an amount says all
        ("GRDP đạt 120 tỷ đồng, tăng 30 tỷ đồng so với năm 2025 (100 tỷ đồng).", True),
        ("GRDP đạt 120 tỷ đồng, tăng 8% so với năm 2025 (100 tỷ đồng).", False),
        # one of several changes that leads there is enough
        ("Có 110 đò, tăng 10% về số đò và 21% về vốn so với năm 2025 (100 đò).", False),
        ("Có 115 đò, tăng 10% về số đò và 21% về vốn so với năm 2025 (100 đò).", True),
        # limits
        ("Số đò đạt 110 đò trở lên, tăng 9 đò so với năm 2025 (100 đò).", True),
        ("Số đò đạt 110 đò trở lên, tăng 10 đò so với năm 2025 (100 đò).", False),
        ("Số đò đạt 110 đò trở lên, tăng 30 đò so với năm 2025 (100 đò).", False),
        ("Số đò đạt 110 đò trở lên, tăng 31 đò so với năm 2025 (100 đò).", True),
        ("Số vụ cháy còn 90 vụ trở xuống, giảm 9 vụ so với năm 2025 (100 vụ).", True),
        ("Số vụ cháy còn 90 vụ trở xuống, giảm 30 vụ so với năm 2025 (100 vụ).", False),
        ("Số vụ cháy còn 90 vụ trở xuống, giảm 31 vụ so với năm 2025 (100 vụ).", True),
    ],
)
def test_rates_limits_and_prices(text, odd):
    assert bool(codes(text)) is odd
