"""Shares in percent beside their part and whole.

Covers `shares.said_share` and `shares.two_groups` too.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["fraction-percent"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Còn 800 hộ nghèo trên tổng số 100.000 hộ, chiếm {}%.", "0,80", "0,88"),
        ("Số hộ nghèo còn 1.180 hộ, chiếm {}% trong tổng số 100.000 hộ.", "1,2", "11,8"),
        ("Tỷ lệ lấp đầy khu công nghiệp {}%; đã cho thuê 1.200 ha trên tổng 1.600 ha.", "75,0", "79,0"),
        ("Thu gom 900 tấn rác/ngày trong tổng lượng phát sinh 1.000 tấn/ngày; tỷ lệ thu gom đạt {}%.", "90,0", "95,0"),
        ("Tiếp nhận 12.000 hồ sơ, giải quyết 11.400 hồ sơ, đạt tỷ lệ {}%.", "95,0", "90,5"),
        ("{}% số xã, phường (90/100) có bác sĩ làm việc.", "90,0", "96,0"),
        ("Tỷ lệ huy động vào ngân sách = 20.000/250.000 tỷ đồng = {}%.", "8,0", "6,8"),
        ("Năng suất các nhân tố tổng hợp đóng góp 4,0 điểm phần trăm trong mức tăng 8,0%, bằng {}%.", "50,0", "55,0"),
        ("Có 120 học sinh giỏi, chiếm {}% tổng số 480 học sinh.", "25,0", "29,5"),
        ("Có 120 học sinh giỏi, chiếm {}% tổng số 480 học sinh.", "25,0", "7,5"),
        ("Toàn tỉnh có 80 xã, trong đó 40 xã đạt chuẩn, chiếm {}%.", "50,0", "54,0"),
        ("Đại biểu gồm 180 nam, 120 nữ ({}% là nữ).", "40,0", "44,0"),
        ("Tỉnh giao 200 việc; đã xong 180 việc, tỷ lệ {}%, còn 20 việc trong hạn.", "90", "95"),
        ("Trong 200 thôn có 150 thôn sáng điện, đạt {}%.", "75", "57"),
        ("Trong số 400 doanh nghiệp mới có 100 doanh nghiệp do nữ làm chủ (chiếm {}%).", "25", "29"),
        ("Kế hoạch vốn là 5.000 tỷ đồng; giải ngân đạt 4.100 tỷ đồng, tỷ lệ giải ngân {}%.", "82", "72"),
        ("Toàn tỉnh có 500 thôn, 400 thôn có nhà văn hóa (tỷ lệ {}%).", "80", "88"),
        ("Xuất khẩu gạo 300 triệu USD, chiếm {}% kim ngạch xuất khẩu (1.200 triệu USD).", "25", "52"),
        ("Có 285 nghìn người dùng thẻ, bằng {}% dân số 300 nghìn người.", "95,0", "98,0"),
        ("Có 90.000 người đóng bảo hiểm, bằng {}% của 360 nghìn lao động.", "25,0", "28,0"),
        ("Trồng 300 ha, bằng {}% diện tích đất rừng 1.200 ha.", "25,0", "28,0"),
        ("Trích 2% tổng chi thường xuyên (12.000 tỷ đồng), tức {} tỷ đồng, cho chuyển đổi số.", "240", "280"),
        ("Có 30 hợp tác xã mới, gấp {} lần số giải thể (10 hợp tác xã).", "3", "4"),
        ("Có 24 trẻ dưới 1 tuổi tử vong trên 3.000 trẻ sinh ra sống, tương ứng {}‰.", "8", "9"),
        ("Trong năm có 24 ca/3.000 trẻ sinh sống, tỷ suất {}‰.", "8", "9"),
        ("Tỷ lệ lấp đầy {}%: đã cho thuê 96 ha/120 ha.", "80", "86"),
        ("Giải ngân 4.100/5.000 tỷ đồng, đạt {}% kế hoạch.", "82", "85"),
        ("Theo dõi 900 người trong 1.200 người được phát hiện ({}%).", "75", "57"),
        ("Kiểm định 150 trong 200 thang máy ({}%).", "75", "57"),
        ("Giải ngân 800 tỷ đồng trên kế hoạch 1.000 tỷ đồng ({}%).", "80,0", "88,0"),
        ("Quản lý 400 cơ sở, kiểm tra ít nhất 120 cơ sở ({}%).", "30", "40"),
        ("Có 90/100 trạm đạt chuẩn giai đoạn đến năm 2030 ({}%).", "90", "95"),
        ("Có 90/100 trường đạt chuẩn mức độ 1 trở lên ({}%).", "90", "95"),
        ("Kiểm tra 80 cơ sở, phát hiện 16 cơ sở vi phạm ({}%), xử phạt 9 cơ sở.", "20", "12"),
        ("{}% trẻ 5 tuổi ra lớp (240/250 trẻ).", "96", "94"),
        # how a part compares with a plan, or has changed, may stand between
        ("Thu xổ số 300 tỷ đồng, bằng 120% dự toán (250 tỷ đồng), chiếm {}% thu nội địa (1.200 tỷ đồng).", "25", "52"),
        ("Nợ thuế 300 tỷ đồng, giảm 25% (100 tỷ đồng) so với đầu năm, chiếm {}% tổng thu (1.200 tỷ đồng).", "25", "52"),
        # a day, and in brackets what the whole is made up of, may stand between
        (
            "Kế hoạch vốn 400 tỷ đồng (trung ương 250 tỷ đồng, tỉnh 150 tỷ đồng), đã giải ngân 300 tỷ đồng, đạt {}%.",
            "75",
            "57",
        ),
        ("Kế hoạch vốn 400 tỷ đồng, đến 30/9 giải ngân 300 tỷ đồng ({}%).", "75", "57"),
        ("Kế hoạch vốn 400 tỷ đồng, tính đến hết ngày 30/9/2025, giải ngân 300 tỷ đồng, đạt tỷ lệ {}%.", "75", "57"),
        # whatever else the sentence counts
        ("Qua 2 đợt, 3 tổ rà soát còn 800 hộ trên tổng số 100.000 hộ, chiếm {}%, ở 5 xã, 9 thôn.", "0,80", "0,88"),
        ("Qua 2 đợt, 3 tổ tiếp nhận 12.000 hồ sơ, giải quyết 11.400 hồ sơ, đạt tỷ lệ {}%.", "95,0", "90,5"),
        ("Qua 2 đợt có {}% số xã, phường (90/100) có bác sĩ của 3 bệnh viện.", "90,0", "96,0"),
        ("Qua 2 đợt có {}% số trạm (90 trạm trong 300 trạm) đạt chuẩn ở 5 xã.", "30,0", "35,0"),
        ("Qua 2 đợt có 120 học sinh giỏi, chiếm {}% tổng số 480 học sinh của 9 trường.", "25,0", "29,5"),
        ("Tỷ lệ đô thị hóa {}%; dân số thành thị 800 nghìn người, nông thôn 1.200 nghìn người.", "40,0", "44,0"),
    ],
)
def test_a_share_is_that_of_its_part(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["fraction-percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Giải ngân 4.500 tỷ đồng trên tổng số 9.000 tỷ đồng, đạt 56,2% so với cùng kỳ.",
        "Có 90/100 trạm đạt chuẩn, tăng 5 trạm so với năm 2024 (85%).",
        "Có 90/100 trạm đạt chuẩn, năm 2024 (85%).",
        "Toàn tỉnh có 5.000 doanh nghiệp, trong đó 850 doanh nghiệp mới, 420 doanh nghiệp giải thể, chiếm 8,4%.",
        "Tiếp nhận 12.000 hồ sơ, đã giải quyết 11.400 hồ sơ, tỷ lệ đúng hạn 99,1%.",
        "Tổng đàn heo 250.000 con, đàn bò 40.000 con, chiếm 13,8% tổng đàn.",
        "Tỷ lệ hài lòng đạt 92% (15/12/2025).",
        "Có 90/100 xã đạt chuẩn, đạt 102% kế hoạch.",
        "Chi giáo dục 4.500 tỷ đồng, chiếm 20% tổng chi (tăng 4.000 tỷ đồng so với năm 2020).",
        "Năm 2024 thu 9.000 tỷ đồng, năm 2025 thu 8.800 tỷ đồng, đạt 96%.",
        "Chiếm khoảng 8% tổng chi ngân sách (22.500 tỷ đồng), tức 1.750 tỷ đồng.",
        "Cấp ủy viên có 400 nam, 120 nữ; tỷ lệ nữ cán bộ chủ chốt 18%.",
        "Tỷ lệ trẻ ra lớp 95%; tính từ 5 tuổi.",
        "Có 0 trạm trên tổng số 3.000 trạm, đạt 5%.",
        "Có 30 trạm trên tổng số 0 trạm, đạt 5%.",
        "Có 900 trạm trên tổng số 3.000 trạm, đạt 0%.",
        "Có 900 trạm trên tổng số 3.000 trạm, đạt 33 - 35%.",
        "Có 900 trạm trên tổng số 3.000 trạm, tăng 35%.",
        "Có 9 ca/tháng trên tổng số 3.000 trẻ, tương ứng 4‰.",
        "Cả năm có 150 vụ, giảm 12 vụ so với năm 2024, tỷ lệ khám phá 91,3%.",
    ],
)
def test_shares_of_something_else_are_left_alone(text):
    assert codes(text) == []


@given(st.integers(1, 9_000), st.integers(1, 9_000))
def test_law_the_share_of_a_part_is_silent(part, rest):
    """A share rounded to one digit goes with the part and the whole it was made from."""
    tenths = round(part * 1000 / (part + rest))
    text = f"Đã cấp {part} thẻ trên tổng số {part + rest} thẻ, đạt {tenths // 10},{tenths % 10}%."
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Có 900 hộ trên tổng số 30.000 hộ; tỷ lệ hộ nghèo giảm từ 4,00% xuống 3,00%.",
        "Hộ nghèo 300 hộ, chiếm 2,8% số hộ, hộ cận nghèo 1.200 hộ.",
        "Thu 300 tỷ đồng, bằng 62% thu 6 tháng; chi 480 tỷ đồng.",
        "Tỷ lệ gia đình đạt chuẩn văn hóa 95%; 14/14 thôn được công nhận văn hóa.",
        "Có 900 trạm trên tổng số 3.000 trạm; tỷ lệ trẻ mẫu giáo ra lớp đạt 93%.",
    ],
)
def test_a_rate_of_something_else_is_none_of_the_fraction(text):
    assert codes(text) == []


def told(text):
    """Return the percentages of a text that are wrong, with what they should be."""
    found = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    return [(str(one.fields["stated"]), str(one.fields["expected"])) for one in found]


@pytest.mark.parametrize(
    ("part", "percent", "found"),
    [
        # rounded or cut off after its last digit
        ("905", "30", False),
        ("905", "31", False),
        ("905", "32", True),
        ("905", "30,1", False),
        ("905", "30,2", False),
        ("905", "30,3", True),
        ("900", "30,4", True),
        # so far off that it is of something else, unless its comma or one digit slipped
        ("900", "59", True),
        ("900", "61", False),
        ("900", "16", True),
        ("900", "14", False),
        ("900", "3", True),
        ("900", "75", False),
        # about so much, and limits
        ("khoảng 900", "30,9", False),
        ("khoảng 900", "31,0", True),
        ("trên 900", "35", False),
        # more than there are
        ("3.100", "93", False),
    ],
)
def test_how_far_a_share_may_be_off(part, percent, found):
    """Of 3,000, a share is wrong from one of its last digits on, and is one of something else from half or twice on."""
    assert bool(told(f"Có {part} trạm trên tổng số 3.000 trạm, đạt {percent}%.")) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 900 trạm trên tổng số trên 3.000 trạm, đạt 35%.", [("35%", "30,0%")]),
        ("Có 900 trạm trên tổng số 3.000 hộ, đạt 35%.", []),
        # money is rounded, too
        ("Chi 9,0 tỷ đồng trên tổng số 30 tỷ đồng, đạt 30,6%.", []),
        ("Chi 9,0 tỷ đồng trên tổng số 30 tỷ đồng, đạt 31,5%.", [("31,5%", "30,0%")]),
        ("Chi 9.000 triệu đồng trên tổng số 30 tỷ đồng, đạt 34%.", [("34%", "30,0%")]),
        # of the only other one of its sort
        ("Có 900 trạm, xử lý 300 trạm, đạt tỷ lệ 35%.", [("35%", "33,3%")]),
        ("Có 900 trạm, xử lý 300 trạm, 200 trạm, đạt tỷ lệ 35%.", []),
        ("Có 900 trạm, xử lý 300 trạm, đạt tỷ lệ 35% kế hoạch.", []),
        # a fraction in brackets, which is no day, and none of a year
        ("35% số trạm (90/300).", [("35%", "30,0%")]),
        ("35% số trạm (9/12).", []),
        ("35% số trạm (9/13).", [("35%", "69,2%")]),
        ("35% số trạm (90 trạm trong 300 trạm).", [("35%", "30,0%")]),
        ("35% số trạm năm 2025 (90 trạm trong 300 trạm).", []),
        # between its part and its whole
        ("90 trạm, chiếm 35% tổng số 300 trạm.", [("35%", "30,0%")]),
        ("90 trạm, chiếm 35% tổng số tăng 300 trạm.", []),
        ("90 trạm, chiếm 35% số trạm toàn tỉnh (300 trạm).", [("35%", "30,0%")]),
        # what is laid down, what it comes to is rounded; what is worked out, it is itself
        ("Dành 3% tổng chi (30.000 tỷ đồng), tức 950 tỷ đồng.", [("3%", "3,2%")]),
        ("Dành 3% tổng chi (30.000 tỷ đồng), tức 905 tỷ đồng.", []),
        ("Dành 3% tổng chi (30.000 tỷ đồng), tức 908,95 tỷ đồng.", []),
        ("Dành 3% tổng chi (30.000 tỷ đồng), tức 909,00 tỷ đồng.", [("3%", "3,0%")]),
        ("Dành ít nhất 3% tổng chi (30.000 tỷ đồng), tức 950 tỷ đồng.", [("3%", "3,2%")]),
        # ahead of both, where the sentence says nothing else
        ("Tỷ lệ lấp đầy 75%; đã thuê 120 ha trên tổng số 165 ha.", [("75%", "72,7%")]),
        ("Tỷ lệ lấp đầy 75%; đã thuê 120 ha trên tổng số 165 ha, trong đó 20 ha.", []),
        ("Tỷ lệ lấp đầy 75%; đã thuê 120/165 ha.", [("75%", "72,7%")]),
        ("Tỷ lệ trạm 75%; 120/165 trạm được xây.", [("75%", "72,7%")]),
        ("Tỷ lệ loa 75%; 120/165 trạm được xây.", []),
        # one of two groups that are all there is
        ("Đại biểu gồm 180 nam, 120 nữ (55% là nam).", [("55%", "60,0%")]),
        ("Đại biểu 300 người, gồm 180 nam, 120 nữ (45% là nữ).", [("45%", "40,0%")]),
        ("Đại biểu 305 người, gồm 180 nam, 120 nữ (45% là nữ).", [("45%", "40,0%")]),
        ("Đại biểu 400 người, gồm 180 nam, 120 nữ (45% là nữ).", []),
        ("Đại biểu gồm 180 nghìn nam, 120 nữ (55% là nam).", []),
        ("Đại biểu gồm 180 nam, 120 nữ (55% là người Kinh).", []),
        ("Đại biểu gồm 180 nam, 120 nữ; 55% là nam.", [("55%", "60,0%")]),
        ("Đại biểu gồm 180 nam, 120 nữ; tăng 55%.", []),
        ("Đại biểu gồm 180 nam, 0 nữ (55% là nam).", []),
        ("Đại biểu gồm 180 nam, 120 nữ, 90 nam; 45% là nữ.", []),
        ("Trường công lập 180 trường, ngoài công lập 120 trường (45% là công lập).", [("45%", "60,0%")]),
    ],
)
def test_of_what_a_share_is(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Đại biểu gồm 180 nam, 120 nữ (45% là nữ).", "180 nam, 120 nữ"),
        ("Có 90 trạm trên tổng số 300 trạm, đạt 35%.", "90 trạm trên tổng số 300 trạm"),
        ("Có 90 trạm, chiếm 35% tổng số 300 trạm.", "90 trạm, chiếm 35% tổng số 300 trạm"),
        ("35% số trạm (90/300).", "90/300"),
    ],
)
def test_a_finding_names_what_the_share_is_worked_out_from(text, about):
    (found,) = ct.check(ct.Plan(text=text), rules=["fraction-percent"])
    assert found.about == about
