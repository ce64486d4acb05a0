"""Scores, ranks and times beyond the last there is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

ISSUED = date(2026, 1, 8)


def beyond(text, issued=ISSUED):
    return [str(one.fields["high"]) for one in ct.check(ct.Plan(text=text, issued=issued), rules=["value-bounds"])]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("Điểm hài lòng 185/100 điểm.", ["100 điểm"]),
        ("Chấm theo thang điểm 100; đạt từ 120 điểm trở lên là tốt.", ["100 điểm"]),
        ("Đưa chỉ số PCI năm 2026 lên hạng 52 cả nước.", ["34 hạng"]),
        ("Chỉ số PAPI xếp thứ 40/34 tỉnh, thành phố.", ["34 hạng"]),
        ("Đưa chỉ số chuyển đổi số vào tốp 48 tỉnh, thành phố.", ["34 hạng"]),
        ("Chỉ số PCI năm 2024 xếp hạng 66 cả nước.", ["63 hạng"]),
        ("Chỉ số cải cách hành chính đứng thứ 52 trên 63 tỉnh, thành phố cũ.", []),
        ("Chỉ số cải cách hành chính đứng thứ 52 trên 63 tỉnh (số liệu công bố cho năm 2024).", []),
        ("Tiền công bình quân 9,5 tỷ đồng/người/tháng.", ["1 tỷ đồng/người/tháng"]),
        ("Tiền công bình quân 9,5 đồng/người/tháng.", ["1 tỷ đồng/người/tháng"]),
        (
            "Tiền công 9,5 triệu đồng/người/tháng, phụ cấp 300.000 đồng/người/tháng, cả năm 130 triệu đồng/người/năm.",
            [],
        ),
        ("Phấn đấu đạt 32 giường bệnh/người.", ["200 giường bệnh/vạn dân"]),
        ("Phấn đấu đạt 12 bác sĩ/1.000 dân.", ["60 bác sĩ/vạn dân"]),
        ("Trực 30/24 giờ, 7/7 ngày.", ["24"]),
        ("Làm việc 8 ngày/tuần.", ["7"]),
        ("Chỉ số PAR INDEX đạt 103 điểm.", ["100 điểm"]),
        ("Thu nhập bình quân đầu người đạt 62 tỷ đồng/năm.", ["100.000 nghìn đồng/người/tháng"]),
    ],
)
def test_what_is_beyond_is_found(text, high):
    assert beyond(text) == high


@pytest.mark.parametrize(
    "text",
    [
        "Điểm hài lòng 85/100 điểm.", "Chấm theo thang điểm 100, cộng tối đa 120 điểm thưởng.", "Năm 2024 chỉ số PCI xếp hạng 52 cả nước.",
        "Trực 24/24 giờ, 7/7 ngày, 24/7 ngày; làm việc 8 giờ/ngày, 5 ngày/tuần.", "Chỉ số PAPI xếp thứ 40/63 tỉnh, thành phố.",
        "Trường đại học xếp hạng 52 cả nước.", "Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.", "Chỉ số DTI đạt 720 điểm.",
    ],
)  # fmt: skip
def test_what_is_within_is_left_alone(text):
    assert beyond(text) == []


def test_there_were_more_provinces_before():
    assert beyond("Đưa chỉ số PCI lên hạng 52 cả nước.", date(2025, 3, 1)) == []


@given(st.integers(1, 100), st.integers(1, 100))
def test_a_score_is_no_more_than_all_points(score, total):
    """The law: a score over its total is found if and only if it is more."""
    assert bool(beyond(f"Điểm hài lòng {score}/{total} điểm.")) is (score > total)
