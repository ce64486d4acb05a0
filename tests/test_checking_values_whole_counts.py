"""Fractions of what is counted in whole numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["count-whole"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vận động 12,5 hộ dân hiến đất.", ["12,5 hộ dân"]),
        ("Tuyển 7,5 giáo viên tiếng Anh.", ["7,5 giáo viên"]),
        ("Mở thêm từ 3 đến 4,5 chợ.", ["3 chợ - 4,5 chợ"]),
        ("Giảm 2,5 hợp tác xã yếu kém.", ["giảm 2,5 hợp tác xã"]),
        ("Có 30 giường/vạn dân; 9,5 dược sĩ.", ["9,5 dược sĩ"]),
        # whole, with a word for the scale, of an English thousand, of what may be divided
        ("Vận động 12,0 hộ dân hiến đất.", []),
        ("Vận động 12,5 nghìn hộ dân hiến đất.", []),
        ("Vận động 12,500 hộ dân hiến đất.", []),
        ("Thuê 12,5 công cấy lúa.", []),
        ("Có 12,5/25 hộ dân hiến đất.", []),
        # means and rates, as far as the sentence goes
        ("Bình quân 3,5 người một hộ.", []),
        ("Mỗi xã tuyển 1,5 giáo viên.", []),
        ("Quy mô gia đình 3,6 người.", []),
        ("Số học sinh trên lớp 32,5 học sinh.", []),
        ("Cứ 10.000 dân có 2,5 dược sĩ.", []),
        ("Có 2,5 dược sĩ trên 10.000 dân.", []),
        ("Số dược sĩ/vạn dân đạt 2,5 dược sĩ.", []),
        ("Bình quân mỗi hộ có 4 người; vận động 12,5 hộ dân hiến đất.", ["12,5 hộ dân"]),
        # cells have the means of their rows
        ("Chỉ tiêu | ĐVT | 2026\nGiáo viên một lớp | người | 1,5 người", []),
    ],
)
def test_fractions(text, expected):
    assert told(text) == expected


@given(st.integers(1, 900), st.integers(0, 9), st.sampled_from(["xã", "bác sĩ", "doanh nghiệp", "học sinh"]))
def test_law_only_whole_numbers_count_things(whole, tenths, noun):
    """A number of things is told exactly where it is a fraction."""
    assert bool(told(f"Phấn đấu có {whole},{tenths} {noun}.")) == (tenths > 0)
