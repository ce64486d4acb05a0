"""Units that the word right beside an amount rules out."""

from __future__ import annotations

import pytest
from small_plans import only

import chitieu as ct
from chitieu.checking.values import units


@pytest.mark.parametrize(
    "text",
    [
        "Nâng cấp 25 km2 đường giao thông nông thôn.", "Nạo vét 18 ha kênh mương.", "Xây mới đường dây 22 kW.", "Lượng mưa trung bình 1.300 m.",
        "Đào tạo nghề cho 4.000 tấn lao động.", "Tuyến kè dài 3,5 ha.", "Mở rộng trên diện tích khoảng 45 tấn.", "Vận hành cống khi độ mặn đạt 3%.",
        "Hồ có dung tích 5 triệu m2.", "Đưa 120 ha điện gió vào vận hành.", "Trạm bơm có công suất 4.000 m2/giờ.", "Giao đất ở bình quân 250 kg/hộ.", "Tổng kinh phí: 45 ha.", "Sản lượng điện 450 triệu kW.",
        "Bảo đảm 14 bác sĩ/ha.", "Bảo đảm 32 giường bệnh/km2.",
    ],
)  # fmt: skip
def test_an_odd_unit_is_found(text):
    assert only(ct.Plan(text=text), units.unit_fits).code == "unit-fits"


@pytest.mark.parametrize(
    "text",
    [
        "Thu hồi 20 ha đất điện gió, 150 MW điện gió.", "Nhà máy gạch công suất 30.000 m2/ngày.", "Sửa chữa 1.200 m2 đường bê tông.", "Mua 500 tấn đường.", "Trạm biến áp 560 kVA, đường dây 22 kV dài 12 km.", "Trạm điện mặt trời 500 kW.",
        "Quan trắc độ mặn 02 lần/ngày tại cửa cống.", "Độ mặn 3‰, tăng 20%; ranh mặn 4 g/l.", "Lượng mưa bằng 85% trung bình nhiều năm.", "Kinh phí 12 km đường.", "Nạo vét 5.000 m3 kênh.",
        "Sản lượng điện đạt 450 triệu kWh.", "Trồng 12 km cây xanh, 300 ha rừng.", "Diện tích chiếm 45% tổng diện tích.", "Chiều dài 3,5 km.",
        "Bảo đảm 14 bác sĩ/vạn dân, 03 bác sĩ/xã.", "Bố trí 25 m2/sinh viên, 40 cây/ha.",
    ],
)  # fmt: skip
def test_units_that_fit_are_left_alone(text):
    assert not [one for one in ct.check(ct.Plan(text=text)) if one.code == "unit-fits"]
