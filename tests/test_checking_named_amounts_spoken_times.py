"""Changes told in words without a number."""

import pytest

import chitieu as ct
from chitieu.checking.named_amounts.spoken_times import spoken_change


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("giảm một nửa số vụ, ", "giảm 50%"),
        ("xóa một nửa số điểm đen: ", "giảm 50%"),
        ("tăng gấp đôi số xã, ", "tăng 100%"),
        ("gấp rưỡi so với ", "tăng 50%"),
        ("tăng gấp ba; giảm một nửa số vụ, ", "giảm 50%"),
        ("tăng gần gấp đôi, ", "None"),
        ("giảm hơn một nửa, ", "None"),
        ("giảm một nửa, tăng gấp đôi, ", "None"),
        ("tăng gấp đôi lượt khách, nâng tỷ lệ lưu trú ", "None"),
        ("tăng nhanh, ", "None"),
    ],
)
def test_words(text, change):
    assert str(spoken_change(text, 0, len(text))) == change


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Giảm một nửa số vụ: từ 18 vụ xuống còn {} vụ.", ("9", "10"), ("12", "4")),
        ("Doanh thu đạt {} tỷ đồng, gấp đôi năm 2025 (500 tỷ đồng).", ("1.000", "1.020"), ("1.200",)),
    ],
)
def test_they_are_meant_roughly(text, right, wrong):
    def codes(value):
        plan = ct.Plan(text=text.format(value), period=ct.Period(2026))
        return [finding.code for finding in ct.check(plan, rules=["level-change"])]

    assert [codes(value) for value in right] == [[]] * len(right)
    assert [codes(value) for value in wrong] == [["level-change"]] * len(wrong)
