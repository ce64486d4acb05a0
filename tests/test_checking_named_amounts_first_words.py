"""First words of names: what they say of the unit, also of names that no catalogue knows."""

from __future__ import annotations

import pytest

import chitieu as ct
from chitieu.checking.named_amounts.first_words import Opening, opening_of

RIGHT = [
    "Tỷ lệ thôn có nhà sinh hoạt cộng đồng đạt 85%",
    "Tỷ lệ thôn có nhà sinh hoạt cộng đồng đạt 51/60 thôn",
    "Tỷ lệ giường bệnh và bác sĩ trên 1 vạn dân là 34 giường bệnh và 9,6 bác sĩ",
    "Tỷ lệ hộ nghèo còn 2,5%, tương đương 3.200 hộ",
    "Tỷ lệ hộ nghèo giảm 300 hộ",
    "Tỷ lệ giải ngân đạt 95% (3.200 tỷ đồng)",
    "Số thu từ đất đạt 350 tỷ đồng",
    "Số hộ dùng bếp tiết kiệm đạt 98%",
    "Số bác sĩ trên vạn dân đạt 13,2 bác sĩ",
    "Sản lượng tôm giống đạt 38 tỷ con",
    "Sản lượng trứng đạt 200 triệu quả",
    "Diện tích cây xanh đô thị đạt 7 m2/người",
    "Tổng vốn đầu tư toàn xã hội tăng 12% so với năm trước",
    "Tổng vốn đầu tư toàn xã hội 1.100 tỷ đồng, trong đó vốn đầu tư trực tiếp nước ngoài 37%",
    "Thu hút 15 dự án mới",
    "Tổng số đạt 350 tỷ đồng",
    "Số phải thu đạt 350 tỷ đồng",
    "Số miễn, giảm thuế đạt 350 tỷ đồng",
    "Chiều dài mương được kiên cố hóa đạt 85%",
    "Diện tích đất sạch cho nhà máy điện 120 MW đạt 85 ha",
    "Diện tích lúa đạt 950 ha (1,5 triệu m3 nước)",
]
WRONG = [
    ("Diện tích sàn nhà tập thể đạt 950 m3", "950 m3"),
    ("Tổng chiều dài mương được kiên cố hóa đạt 85 ha", "85 ha"),
    ("Dung tích hồ chứa đạt 3,5 triệu ha", "3,5 triệu ha"),
    ("Trọng tải đội tàu đạt 950 km", "950 km"),
    ("Tỷ lệ thôn có nhà sinh hoạt cộng đồng đạt 85 tỷ đồng", "85 tỷ đồng"),
    ("Tỷ lệ đô thị hóa đạt 45 điểm", "45 điểm"),
    ("Tỷ lệ thanh toán học phí trực tuyến đạt 70 hồ sơ", "70 hồ sơ"),
    ("Số nhà văn hóa thôn sửa chữa đạt 12 ha", "12 ha"),
    ("Số giường bệnh 42%", "42%"),
    ("Số giường bệnh trên vạn dân đạt 42%", "42%"),
    ("Tổng đàn dê đạt 3.000 tấn", "3.000 tấn"),
    ("Tổng lượt khách du lịch đạt 15,6 triệu ha", "15,6 triệu ha"),
    ("Diện tích rau an toàn đạt 300 tấn", "300 tấn"),
    ("Sản lượng thịt hơi đạt 108.000 con", "108.000 con"),
    ("Sản lượng thép đạt 6,2 triệu giường", "6,2 triệu giường bệnh"),
    ("Doanh thu chợ đêm đạt 300 tấn", "300 tấn"),
    ("Thu ngân sách từ phí tham quan đạt 5.400 người", "5.400 người"),
    ("Tổng vốn đầu tư toàn xã hội tăng 10 tỷ đồng/ha so với năm trước", "tăng 10 tỷ đồng/ha"),
]


def found(text):
    return ct.check(ct.Plan(indicators=ct.parse_indicators(text)), rules=["unit-fits"])


@pytest.mark.parametrize("line", RIGHT)
def test_units_that_fit_are_passed_over(line):
    assert [str(finding) for finding in found(line)] == []


@pytest.mark.parametrize(("line", "value"), WRONG)
def test_a_unit_that_cannot_be_meant_is_found(line, value):
    assert [str(finding.fields["value"]) for finding in found(line)] == [value]


def test_the_longest_opening_counts():
    assert opening_of("Số bác sĩ trên vạn dân").refuses(ct.parse_unit("%"))
    assert not opening_of("Số hộ dùng nước sạch").refuses(ct.parse_unit("%"))
    assert opening_of("Số thu từ đất") is None
    assert opening_of("") is None


def test_amounts_of_tasks_and_of_other_text_are_looked_at():
    text = """Sở Y tế nâng tỷ lệ bao phủ bảo hiểm y tế đạt 104%.
Phấn đấu đưa tỷ lệ hộ nghèo còn 2,5 triệu đồng.
Tỷ lệ giải ngân vốn đầu tư công đạt 104% kế hoạch."""
    findings = ct.check(text, rules=["unit-fits", "value-bounds"])
    assert [(finding.code, finding.line) for finding in findings] == [("value-bounds", 1), ("unit-fits", 2)]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        # words that compare explain a percentage, and nothing else
        ("Số giường bệnh đạt 42% kế hoạch", False),
        ("Tỷ lệ thôn văn hóa theo kế hoạch đạt 85 tỷ đồng", True),
        # a change is in the unit of its indicator, or in percent
        ("Kim ngạch xuất khẩu tăng 100 triệu USD", False),
        ("Kim ngạch xuất khẩu tăng 4.000 tỷ đồng", False),
        ("Kim ngạch xuất khẩu tăng 10 tấn", True),
        ("Kim ngạch xuất khẩu tăng 12%", False),
        ("Kim ngạch xuất khẩu tăng 100 triệu USD/năm", False),
        ("Kim ngạch xuất khẩu tăng 100 triệu USD/ha", True),
        ("Sản lượng lúa tăng 10 nghìn tấn", False),
        ("Sản lượng lúa tăng 10 ha", True),
        ("Sản lượng lúa tăng 10 tỷ đồng", True),
        ("Năng suất lúa tăng 2 tạ/ha", False),
        ("GRDP bình quân đầu người tăng 5 triệu đồng", False),
        ("Dân số trung bình tăng 5 ha", True),
    ],
)
def test_units_of_changes_and_comparisons(line, wrong):
    assert bool(found(line)) == wrong


@pytest.mark.parametrize(
    ("never", "nouns", "unit", "refused"),
    [
        ({"money"}, (), "tỷ đồng", True),
        ({"money"}, (), "tỷ đồng/ha", True),
        ({"money"}, (), "%", False),
        ({"rate"}, (), "%", True),
        ({"measure"}, (), "tấn", True),
        ({"measure"}, (), "tạ/ha", False),
        ({"count"}, (), "xã", True),
        ({"count"}, (), "bác sĩ/vạn dân", False),
        ({"count"}, (), "%", False),
        ((), {"con"}, "con", True),
        ((), {"con"}, "xã", False),
        ((), {"bác sĩ/vạn dân"}, "bác sĩ/vạn dân", True),
        ({"score"}, (), "điểm", True),
        ({"age"}, (), "tuổi", True),
        ({"score"}, (), "tuổi", False),
        ({"age"}, {"con"}, "tuổi", True),
        ({"count"}, (), "hạng", False),
        ({"rate"}, {"hạng"}, "hạng", False),
    ],
)
def test_an_opening_refuses_units(never, nouns, unit, refused):
    opening = Opening(frozenset(never), frozenset(nouns), "")
    assert opening.refuses(ct.parse_unit(unit)) == refused
