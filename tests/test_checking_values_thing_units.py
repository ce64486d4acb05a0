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
        "Năng suất chè búp tươi bình quân 9,5 tấn/con.", "Bảo đảm 14 bác sĩ/ha.", "Bảo đảm 32 giường bệnh/km2.",
        "Mở xưởng thực hành với diện tích sàn 950 m³, cho 40 học viên.", "Làm công viên (tổng diện tích quy hoạch: 35 km).", "Đê có tổng chiều dài toàn tuyến 12,5 ha.", "Hồ có dung tích hữu ích 4,5 triệu ha.",
        "Bể chứa nước thể tích 500 m2.", "Công suất cực đại (Pmax) của lưới 950 MW, phụ tải đỉnh của toàn hệ thống 950 MWh.", "Cầu có trọng tải thiết kế 30 m.", "Kè chiều cao thân kè 4,5 m2.", "Bàn giao 950 m3 sàn xây dựng.", "Xây cống chiều rộng thông thủy 12 m3.",
        "Mật độ dân số 480 người/m2.", "Khu phố cũ có mật độ 10 hộ/m2.",
    ],
)  # fmt: skip
def test_an_odd_unit_is_found(text):
    assert only(ct.Plan(text=text), units.unit_fits).code == "unit-fits"


@pytest.mark.parametrize(
    "text",
    [
        "Thu hồi 20 ha đất điện gió, 150 MW điện gió.", "Nhà máy gạch công suất 30.000 m2/ngày.", "Sửa chữa 1.200 m2 đường bê tông.", "Mua 500 tấn đường.", "Trạm biến áp 560 kVA, đường dây 22 kV dài 12 km.", "Trạm điện mặt trời 500 kW.",
        "Quan trắc độ mặn 02 lần/ngày tại cửa cống.", "Độ mặn 3‰, tăng 20%; ranh mặn 4 g/l.", "Lượng mưa bằng 85% trung bình nhiều năm.", "Kinh phí 12 km đường.", "Nạo vét 5.000 m3 kênh.",
        "Sản lượng điện đạt 450 triệu kWh.", "Trồng 12 km cây xanh, 300 ha rừng.", "Diện tích chiếm 45% tổng diện tích.", "Chiều dài 3,5 km.", "Pin lưu trữ công suất 200 MWh, phụ tải đỉnh 950 MW.",
        "Bảo đảm 14 bác sĩ/vạn dân, 03 bác sĩ/xã.", "Bố trí 25 m2/sinh viên, 40 cây/ha.", "Thả 12 con/m2, trồng 15 cây/m2; chỗ trú bão chứa 2 người/m2.", "Mật độ dân số 480 người/km2, khu trung tâm 310 người/ha.", "Năng suất sữa bình quân 6.500 kg/con; năng suất chè búp tươi 9,5 tấn/ha, bò đạt 450 kg/con.",
    ],
)  # fmt: skip
def test_units_that_fit_are_left_alone(text):
    assert not [one for one in ct.check(ct.Plan(text=text)) if one.code == "unit-fits"]


@pytest.mark.parametrize(
    "words", ["", " quy hoạch", " đất sử dụng", " xây dựng sau nâng cấp", " sàn nhà ở công nhân hoàn thành"]
)
@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("diện tích", {"ha", "m2", "km2"}),
        ("chiều dài", {"km", "m"}),
        ("dung tích", {"m3", "lít"}),
    ],
)
def test_law_a_dimension_has_its_own_units(words, name, fits):
    """A few words between the name of a dimension and its amount change nothing."""
    for unit in ("ha", "m2", "km2", "km", "m3", "MW"):
        text = f"Làm một công trình có {name}{words} 120 {unit}."
        assert [one.code for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])] == (
            [] if unit in fits else ["unit-fits"]
        )
