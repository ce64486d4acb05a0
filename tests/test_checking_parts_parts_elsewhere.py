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


LONG = "các phòng chuyên môn của tỉnh và của các xã cùng rà soát lại một lần nữa hồ sơ, bản đồ và thực địa của từng nơi theo mẫu đã gửi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # all there are stand next to the part
        ("Nạo vét 62 km kênh trên tổng số 48 km.", True),
        ("Nạo vét 62 km kênh trên tổng số 62 km.", False),
        ("Nạo vét 62 km kênh trên tổng số 48 ha.", False),
        ("Nạo vét 62 km kênh trên tổng số 48 km được giao.", False),
        ("Nạo vét 62 km kênh trên tổng số 48 km. Chỉ tiêu giao sau.", True),
        ("Nạo vét 62 km kênh, năm nay 48 km.", False),
        # a number without a unit
        ("Có 52 trong số 45 thôn có nước máy.", True),
        ("Có 42 trong số 45 thôn có nước máy.", False),
        ("Có 52 trong số 45 thôn theo kế hoạch có nước máy.", False),
        # in the same sentence or the one before
        ("Có 14 bến xe. Trong số này có 17 bến xe đạt loại I.", True),
        ("Có 14 bến xe. Xe tăng nhanh. Trong số này có 17 bến xe đạt loại I.", False),
        ("Có 14 bến xe.\n\nTrong số này có 17 bến xe đạt loại I.", False),
        ("Có 14 bến xe, trong đó 17 bến xe đạt loại I.", True),
        ("Có 14 bến xe với 90 chuyến, trong đó 17 bến xe đạt loại I.", True),
        ("Có 14 bến xe. Mở 90 chuyến, trong đó 17 bến xe đạt loại I.", False),
        ("Có 14 bến xe, 20 bến xe, 90 chuyến, trong đó 27 bến xe đạt loại I.", False),
        # the last of its sort
        ("Có 20 bến xe; 14 bến xe khang trang; 17 bến xe trong số đó đạt loại I.", True),
        ("Có 14 bến xe; 20 bến xe khang trang; 17 bến xe trong số đó đạt loại I.", False),
        # what is more or for each is no whole
        ("Có ít nhất 14 bến xe. Trong số này có 17 bến xe đạt loại I.", False),
        ("Tăng nhanh; có 14 bến xe. Trong số này có 17 bến xe đạt loại I.", True),
        # too far off
        (f"Có 14 bến xe; {LONG}; {LONG}. Trong số này có 17 bến xe đạt loại I.", True),
        (f"Có 14 bến xe; {LONG}; {LONG}; {LONG}. Trong số này có 17 bến xe đạt loại I.", False),
        (f"Có 14 bến xe. Trong số này, {LONG}, có 17 bến xe đạt loại I.", False),
    ],
)
def test_how_far_off_the_whole_may_be(text, found):
    assert bool([code for code in codes(text) if code == "part-over-whole"]) is found


def test_a_number_without_a_unit_is_told_as_one_of_the_unit_of_its_whole():
    (finding,) = ct.check(ct.Plan(text="Có 52 trong số 45 thôn có nước máy."), rules=["part-over-whole"])
    assert (finding.about, str(finding.fields["part"])) == ("52", "52 thôn")
