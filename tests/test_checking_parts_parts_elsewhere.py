"""Parts that point to a whole farther off."""

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cải tạo 518 ha trên tổng số 480 ha.", ["part-over-whole"]),
        ("Cải tạo 418 ha trên tổng số 480 ha.", []),
        ("Có 60 xã đạt chuẩn trên tổng số 55 xã kế hoạch giao.", []),
        ("Quy hoạch có 18 khu công nghiệp; 21 khu công nghiệp trong số đó đã có nhà đầu tư.", ["part-over-whole"]),
        ("Quy hoạch có 18 khu công nghiệp. Trong số này có 21 khu công nghiệp đã có nhà đầu tư.", ["part-over-whole"]),
        ("Quy hoạch có 18 khu công nghiệp. Trong số này có 11 khu công nghiệp đã có nhà đầu tư.", []),
        ("Xảy ra 86 vụ cháy, làm 2 người bị thương, do điện 151 vụ trong tổng số vụ nêu trên.", ["part-over-whole"]),
        ("Đón 1,2 triệu lượt khách, chỉ tính riêng dịp Tết đón 1,9 triệu lượt.", ["part-over-whole"]),
        ("Thành lập 120 hợp tác xã với 2.500 thành viên, trong đó có 150 hợp tác xã nông nghiệp.", ["part-over-whole"]),
        ("Thành lập 120 hợp tác xã với 2.500 thành viên, trong đó có 90 hợp tác xã nông nghiệp.", []),
        ("Thành lập thêm 120 hợp tác xã với 2.500 thành viên, trong đó có 150 hợp tác xã nông nghiệp.", []),
        # chosen from what was named
        ("Rà soát 120 nhà văn hóa; từ đó chọn 135 nhà văn hóa để sửa chữa.", ["part-over-whole"]),
        ("Rà soát 120 nhà văn hóa; trên cơ sở đó, tiến hành lựa chọn 35 nhà văn hóa để sửa chữa.", []),
        ("Xây mới 120 nhà văn hóa, từ đó nâng tổng số lên 450 nhà văn hóa.", []),
        ("Cải tạo 518 ha. Năm trước cải tạo 480 ha.", []),
    ],
)
def test_parts_of_what_was_named_before(text, expected):
    assert codes(text) == expected
