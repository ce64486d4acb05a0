"""Money where a percentage, or a count, must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def odd(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        # of a plan
        ("Gieo mạ 300 ha, bằng 34 tỷ đồng kế hoạch năm.", "Gieo mạ 300 ha, bằng 34% kế hoạch năm."),
        ("Giải ngân đạt 87 tỷ đồng dự toán được giao.", "Giải ngân đạt 87 tỷ đồng dự toán chi khuyến nông."),
        ("Bán ra vượt 13 tỷ đồng kế hoạch.", "Bố trí 13 tỷ đồng kế hoạch."),
        ("Bán ra 90 tấn, bằng 34 ha kế hoạch năm.", "Bán ra 90 tấn, bằng 34% kế hoạch năm."),
        # of things
        ("Phủ sóng tới 75 tỷ đồng hộ gia đình.", "Phủ sóng tới 75% hộ gia đình."),
        ("Bằng 50,4 tỷ đồng tổng số xã.", "Bằng 50,4 tỷ đồng, tổng số xã là 60."),
        ("Có 59/131 tỷ đồng đạt chuẩn văn hóa.", "Đã chi 59/131 tỷ đồng cho các xã."),
        ("Có 17/99 tỷ đồng, phường đạt phổ cập.", "Có 17/99 xã, phường đạt phổ cập."),
        ("Có 59/131 ha đạt chuẩn nông thôn mới.", "Có 59/131 ha đạt chuẩn hữu cơ."),
        ("Cắt giảm 30 ha thủ tục hành chính.", "Cắt giảm 30 ha rừng trồng."),
        # what is taken up
        ("Có 9.604 hộ nghèo, chiếm tỷ lệ 3,1 tỷ đồng.", "Có 9.604 hộ nghèo, chiếm tỷ lệ 3,1%."),
        ("Có 9.604 hộ nghèo, chiếm trên 3,1 tỷ đồng.", "Thu 20 tỷ đồng, phí chiếm 3,1 tỷ đồng."),
        ("Có 59/131 xã có chợ (đạt 45 tỷ đồng).", "Có 59/131 xã có chợ (vốn 45 tỷ đồng)."),
        ("Có 9.604 hộ nghèo, chiếm tỷ lệ 3,1 ha.", "Có 9.604 hộ trồng sâm, chiếm 310 ha."),
        # changes
        ("Đón 75.000 lượt khách, tăng 14 tỷ đồng so với năm trước.", "Thu 75.000 tỷ đồng, tăng 140 tỷ đồng so với năm trước."),
        ("Gieo 9.820 ha ngô, giảm 0,9 tỷ đồng.", "Gieo 9.820 ha ngô, giảm 0,9%."),
        ("Gieo 9.820 ha ngô, giảm 9 tấn.", "Gieo 9.820 ha ngô, giảm 9 ha."),
        ("Bán ra 55,2 tỷ USD, giảm 13 tỷ đồng.", "Bán ra 55,2 tỷ USD, giảm 1,3 tỷ USD."),
        ("Bán ra 68.436 tỷ đồng, tăng 7,7 tỷ đồng.", "Bán ra 684 tỷ đồng, tăng 7,7 tỷ đồng."),
        ("Tỷ lệ sâu răng giảm 0,4 tỷ đồng.", "Chi chữa răng giảm 0,4 tỷ đồng."),
        ("Cá tăng 4,8 tỷ đồng; tôm giảm 0,7%; cua tăng 3,5%.", "Vốn 90 tỷ đồng, tăng 4,8 tỷ đồng; tôm giảm 0,7%; cua tăng 3,5%."),
        ("Tỷ lệ biết bơi từ 65% (năm 2015) tăng lên 75 tỷ đồng.", "Tỷ lệ biết bơi từ 65% (năm 2015) tăng lên 75%."),
        # what was planned, beside it
        ("Tỷ lệ sâu răng còn 1,57% (kế hoạch 1,82 tỷ đồng).", "Chi 1,57 tỷ đồng (kế hoạch 1,82 tỷ đồng)."),
        ("Gieo 57 ha (kế hoạch đề ra 60 tỷ đồng).", "Gieo 57 ha (kinh phí 60 tỷ đồng)."),
        # an economy
        ("GRDP 9 tháng đạt 7,95 tỷ đồng.", "GRDP 9 tháng đạt 79.500 tỷ đồng."),
        ("Tăng trưởng kinh tế đạt 9 - 9,5 tỷ đồng.", "Vốn tăng trưởng xanh đạt 9 - 9,5 tỷ đồng."),
        ("Khu vực dịch vụ tăng 6,4 tỷ đồng.", "Khu vực dịch vụ tăng 6,4%."),
        # shares and parts of rates
        ("Đất lúa 52%; đất vườn 33 tỷ đồng; đất khác 15%.", "Đất lúa 52%; đất vườn 43 tỷ đồng; đất khác 15%."),
        ("Thu gom rác đô thị 96%; khu vực nông thôn đạt 80 tỷ đồng.", "Chi sửa chợ đô thị đạt 96%; khu vực nông thôn đạt 80 tỷ đồng."),
    ],
)  # fmt: skip
def test_money_is_no_rate(wrong, right):
    assert len(odd(wrong)) == 1
    assert odd(right) == []


@given(st.integers(10, 45), st.integers(10, 45))
def test_law_one_share_in_money_is_told_where_all_make_a_hundred(first, second):
    """Three numbers that make a hundred are shares, also where one has the unit of money."""
    row = f"Rừng trồng {first}%; rừng tre {second} tỷ đồng; rừng khác {100 - first - second}%."
    assert f"{second} tỷ đồng" in odd(row)
