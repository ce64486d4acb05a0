"""What there is at first, what it changes by, what there is in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.in_order import taken_together
from chitieu.targets.target import Bound, Change, Target


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Số hộ cận nghèo đầu năm là 800 hộ, trong năm giảm 150 hộ, cuối năm còn {} hộ.", 650, 560),
        ("Đầu năm 2026, toàn xã có 800 hộ nghèo, trong năm giảm 150 hộ, cuối năm còn {} hộ nghèo.", 650, 660),
        ("Đầu kỳ có 40 xã đạt chuẩn, trong kỳ tăng thêm 6 xã, cuối kỳ đạt {} xã.", 46, 64),
        ("Hiện có 40 xã đạt chuẩn, năm 2026 tăng thêm 6 xã, nâng tổng số lên {} xã.", 46, 48),
        ("Cuối năm 2025 có 800 hộ nghèo, năm 2026 giảm 150 hộ, còn {} hộ.", 650, 560),
        ("Số hộ nghèo đầu năm 800 hộ; giảm 150 hộ; cuối năm còn {} hộ.", 650, 560),
        ("Đầu năm có 900 doanh nghiệp, trong năm tăng thêm 200 doanh nghiệp, giảm 50 doanh nghiệp, cuối năm có {} doanh nghiệp.", "1.050", "1.100"),
        ("Tỷ lệ hộ nghèo đầu năm là 4,5%, trong năm giảm 1,0 điểm phần trăm, cuối năm còn {}%.", "3,5", "3,8"),
        ("Năm 2025 là 4,5%, năm 2026 giảm 1,0%, còn {}%.", "3,5", "3,8"),
        ("Có 120 đầu mối, giảm 20 đầu mối, còn {} đầu mối.", 100, 90),
        ("Rà soát 800 thủ tục, cắt giảm 25%, chỉ giữ lại {} thủ tục.", 600, 660),
        ("Năm 2025 đạt {}%; tỷ lệ này năm 2024 là 43,0%, tăng 2,0 điểm phần trăm.", "45,0", "46,0"),
    ],
)  # fmt: skip
def test_first_change_last(text, right, wrong):
    assert codes(text.format(right)) == []
    assert set(codes(text.format(wrong))) == {"level-change"}


@pytest.mark.parametrize(
    "text",
    [
        "6 tháng đầu năm đạt 690 hộ, giảm 207 hộ, cuối năm còn 800 hộ.",
        "Từ đầu năm đến nay có 690 hộ, giảm 207 hộ, cuối năm còn 800 hộ.",
        "Hiện có 45 xã đạt chuẩn, giảm 2 xã so với năm 2024, phấn đấu cuối năm đạt 50 xã.",
        "Đầu năm có 900 doanh nghiệp, thành lập mới 200 doanh nghiệp, cuối năm có 1.000 doanh nghiệp.",
        "Đầu năm có 690 hộ nghèo và 500 hộ cận nghèo, trong năm giảm 207 hộ nghèo, cuối năm còn 483 hộ nghèo.",
        "Đầu năm là 690 hộ, giảm 207 hộ, được hỗ trợ 300 hộ.",
        "Đầu năm là 690 hộ, giảm 207 hộ; cùng kỳ còn 300 hộ.",
    ],
)
def test_other_values_are_left_alone(text):
    assert codes(text) == []


def change(value, way=Change.INCREASE, unit="hộ", bound=Bound.EXACT):
    return Target(ct.Quantity(value, unit), bound=bound, change=way)


def test_what_is_no_sum_is_not_taken_together():
    households = ct.Quantity(1, "hộ").unit
    rates = [change(5, unit="%"), change(3, unit="%")]
    assert taken_together(rates, households) == rates
    assert taken_together([change(5), change(3, bound=Bound.AT_LEAST)], households) == []
    assert taken_together([change(5)], ct.Quantity(1, "%").unit) == [change(5)]
    assert taken_together([change(5), change(3)], ct.Quantity(1, "%").unit) == []


@given(st.integers(100, 900), st.lists(st.integers(-40, 40).filter(bool), min_size=1, max_size=2), st.integers(-3, 3))
def test_the_verdict_is_that_of_the_numbers(first, changes, off):
    """A last value holds exactly if it is the first with all changes."""
    told = ", ".join(f"{'tăng' if one > 0 else 'giảm'} {abs(one)} hộ" for one in changes)
    last = first + sum(changes) + off
    found = codes(f"Đầu năm có {first} hộ, trong năm {told}, cuối năm có {ct.format_number(last)} hộ.")
    assert bool(found) is bool(off)
