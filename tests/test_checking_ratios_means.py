"""What a mean is a mean of, by its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    plan = ct.Plan(text=text, period=ct.Period(2026))
    return [str(one.stated) if hasattr(one, "stated") else one.quote for one in ct.check(plan, rules=["per-head"])]


@given(count=st.integers(20, 900), each=st.integers(11, 90), times=st.integers(2, 9))
def test_a_mean_beside_its_two_amounts_is_theirs_however_far_off(count, each, times):
    """Law: what the two make is silent, and any multiple of it is told."""
    text = "Thành lập mới {} doanh nghiệp với tổng vốn đăng ký {} tỷ đồng, bình quân {} tỷ đồng/doanh nghiệp."
    assert found(text.format(count, count * each, each)) == []
    assert len(found(text.format(count, count * each, each * times))) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mở 60 lớp, trong đó 20 lớp ở xã, với 1.800 học viên tham gia (bình quân {} học viên/lớp).", ("30", "12")),
        ("Lúa cả năm 5.000 ha (vụ xuân 3.000 ha, vụ mùa 2.000 ha), năng suất bình quân {} tạ/ha, sản lượng 30.000 tấn.", ("60", "20")),
        ("Lương thực 40.000 tấn, trong đó thóc 30.000 tấn (gieo cấy 5.000 ha, năng suất {} tạ/ha), ngô 10.000 tấn.", ("60", "20")),
        ("Cho vay giải ngân 80 tỷ đồng cho 1.600 dự án, bình quân {} triệu đồng/dự án.", ("50", "90")),
    ],
)  # fmt: skip
def test_of_several_amounts_the_whole_is_meant(text, wrong):
    right, far = wrong
    assert found(text.format(right)) == []
    assert len(found(text.format(far))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a mean of the part, of another season, behind a semicolon
        "Mở 60 lớp, trong đó 20 lớp ở xã với 300 học viên, bình quân 15 học viên/lớp.",
        "Lúa xuân 5.000 ha, năng suất bình quân 60 tạ/ha, sản lượng lúa cả năm 90.000 tấn.",
        "Đón 900 đoàn khách; chi cho 20 đoàn công tác 4.000 triệu đồng, bình quân 200 triệu đồng/đoàn.",
    ],
)
def test_a_mean_of_something_else_is_left_alone(text):
    assert found(text) == []
