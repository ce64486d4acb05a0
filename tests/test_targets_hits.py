"""What two targets that stand side by side say of each other."""

import pytest

import chitieu as ct


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 13 bác sĩ và 38 giường bệnh trên 1 vạn dân", ["13 bác sĩ/vạn dân", "38 giường bệnh/vạn dân"]),
        ("đạt 35 giường bệnh, 19 bác sĩ trên 1 vạn dân", ["35 giường bệnh/vạn dân", "19 bác sĩ/vạn dân"]),
        ("Có 13 xã và 38 giường bệnh trên 1 vạn dân", ["13 xã", "38 giường bệnh/vạn dân"]),
        ("Có 13 bác sĩ ở tuyến xã và 38 giường bệnh trên 1 vạn dân", ["13 bác sĩ", "38 giường bệnh/vạn dân"]),
        ("Có 13 bác sĩ và 38 giường bệnh", ["13 bác sĩ", "38 giường bệnh"]),
        ("từ 65% (năm 2020) tăng lên 75%", ["65%", "75%"]),
        ("từ 65% trở lên; tăng lên 75%", ["từ 65% trở lên", "75%"]),
        ("giảm từ 120 hộ (4,0%) xuống còn 90 hộ (3,0%)", ["120 hộ", "4,0%", "90 hộ", "3,0%"]),
        ("giảm từ 120 hộ (tỷ lệ 4,0%) còn 90 hộ", ["120 hộ", "4,0%", "90 hộ"]),
        ("giảm từ 120 hộ (4,0%), tăng lên 90 xã", ["giảm từ 120 hộ trở lên", "4,0%", "90 xã"]),
    ],
)
def test_two_targets(text, expected):
    assert [str(mention.value) for mention in ct.find_targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số sản phẩm OCOP đạt từ 3 sao trở lên: 180 sản phẩm", ["180 sản phẩm"]),
        ("Số sản phẩm OCOP (từ 3 sao trở lên): 95 sản phẩm", ["95 sản phẩm"]),
        ("Số xã đạt 19 tiêu chí NTM: 55 xã", ["55 xã"]),
        ("bình quân đạt 16,5 tiêu chí/xã", ["16,5 tiêu chí/xã"]),
        ("Tỷ lệ bác sĩ trên 10.000 dân: 10,5", ["10,5 bác sĩ/vạn dân"]),
        ("Số giường bệnh/1 vạn dân (không tính trạm y tế xã): 32", ["32 giường bệnh/vạn dân"]),
        ("Tỷ số tử vong mẹ trên 100.000 trẻ đẻ sống dưới 40", ["dưới 40"]),
        ("chỉ số PAPI thuộc nhóm 20", ["tốp 20"]),
        ("Chỉ số PCI xếp trong 10 tỉnh dẫn đầu", ["tốp 10"]),
        ("Dự án thuộc nhóm 2", []),
    ],
)
def test_what_a_number_is(text, expected):
    assert [str(mention.value) for mention in ct.find_targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân", ["1.440 bác sĩ", "12 bác sĩ/vạn dân"]),
        (
            "Đạt 12 bác sĩ/vạn dân (620 bác sĩ), 30 giường bệnh/vạn dân",
            ["12 bác sĩ/vạn dân", "620 bác sĩ", "30 giường bệnh/vạn dân"],
        ),
        ("Có 620 bác sĩ; 30 giường bệnh/vạn dân", ["620 bác sĩ", "30 giường bệnh/vạn dân"]),
        ("Có 3.600 giường bệnh, đạt 12 bác sĩ/vạn dân", ["3.600 giường bệnh", "12 bác sĩ/vạn dân"]),
        ("Đạt 12 bác sĩ và 30 giường bệnh/vạn dân", ["12 bác sĩ/vạn dân", "30 giường bệnh/vạn dân"]),
    ],
)
def test_a_count_is_no_rate(text, expected):
    assert [str(mention.value) for mention in ct.find_targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đào tạo dưới 3 tháng 9.000 người", ["9.000 người"]),
        ("Đào tạo dưới 3 tháng 1,5 nghìn người", ["1,5 nghìn người"]),
    ],
)
def test_a_number_behind_months_is_no_month(text, expected):
    assert expected[0] in [str(mention.value) for mention in ct.find_targets(text)]
