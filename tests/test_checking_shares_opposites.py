"""Shares of what is so and of what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["shares-sum"])]


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ trả trước hạn và đúng hạn đạt 98,2%, quá hạn {}%.",
        "Tỷ lệ hồ sơ giải quyết đúng thời hạn 98,2% (trễ hạn {}%).",
        "Hồ sơ nộp trực tuyến đạt 98,2%; hồ sơ trực tiếp {}%.",
        "Trường đạt chuẩn chiếm 98,2%, chưa đạt chuẩn còn {}%.",
        "Tỷ lệ hài lòng là 98,2%, tỷ lệ không hài lòng là {}%.",
        "Hồ sơ số hóa 60,5%; trả đúng hạn 98,2%, quá hạn {}%.",
    ],
)
def test_what_is_so_and_what_is_not_are_no_more_than_all(text):
    assert codes(text.format("1,8")) == []
    assert codes(text.format("0,9")) == []  # some may be neither
    assert codes(text.format("2,8")) == ["shares-sum"]


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ đạt chuẩn 80%, trên chuẩn 29%.",
        "Hộ có nước sạch 80%, không có nhà tiêu 29%.",
        "Trả đúng hạn 98%, tỷ lệ quá hạn giảm 9%.",
        "Trả đúng hạn 98%, năm 2025 quá hạn 9%.",
        "Trả đúng hạn trên 98%, quá hạn dưới 9%.",
        "Không đạt chuẩn 80%, chưa đạt chuẩn 29%.",
        "Trả đúng hạn 98%.\nQuá hạn 9%.",
        "Xã trả đúng hạn 98%, phường trả hồ sơ đất đai quá hạn 9%.",
    ],
)
def test_shares_of_other_things_are_left_alone(text):
    assert codes(text) == []


@given(tenths=st.integers(501, 995), more=st.integers(-4, 30))
def test_law_only_more_than_all_is_wrong(tenths, more):
    """Two opposites are told of when they come to more than 100 % by more than what both are rounded by."""
    first, second = (f"{number // 10},{number % 10}" for number in (tenths, max(1, 1000 - tenths + more)))
    assert bool(codes(f"Đạt yêu cầu {first}%, chưa đạt yêu cầu {second}%.")) == (more > 1)
