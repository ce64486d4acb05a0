"""So many of those there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    "text",
    [
        "Trong 120 km đường liên ấp có 160 km đã được rải đá.",
        "Trong 40 trạm bơm, có 46 trạm đã gia cố.",
        "Toàn xã có 120 km kênh, đã nạo vét 160 km.",
        "Tỉnh hiện có 54 chợ, đến nay đã sắp xếp lại 60 chợ.",
    ],
)
def test_no_more_than_there_are(text):
    assert codes(text) == ["part-over-whole"]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch nạo vét 120 km kênh, đã nạo vét 160 km.",
        "Trong 40 cầu được giao có 46 cầu hoàn thành.",
        "Xã có 320 hộ, đã hỗ trợ 350 hộ.",
        "Năm trước có 54 chợ, đã sắp xếp lại 60 chợ.",
        "Toàn xã có 120 km kênh, đã đào thêm 160 km.",
    ],
)
def test_what_is_set_or_grows_may_be_passed(text):
    assert codes(text) == []


@given(there=st.integers(min_value=20, max_value=900), done=st.integers(min_value=20, max_value=900))
def test_the_verdict_is_that_of_the_numbers(there, done):
    """Law: the amount done is wrong if and only if it is more than what there is."""
    assert codes(f"Toàn xã có {there} km kênh, đã nạo vét {done} km.") == ["part-over-whole"] * (done > there)
