"""Rates beside the two amounts they are made of.

Covers `ratios.money_for_each`, `ratios.rate_slack` and `ratios.worked_results` too.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

SPAN = ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE)


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Tỉnh rộng 4.000 km², có 2,4 triệu người sinh sống, mật độ {} người/km².", "600", "660"),
        ("Cấp tiểu học có 90.000 học sinh với 3.000 lớp, sĩ số bình quân {} em/lớp.", "30,0", "33,0"),
        ("Xuất khẩu 250 nghìn tấn gạo, giá bình quân {} USD/tấn, trị giá 125 triệu USD.", "500", "550"),
        ("Nâng cấp 40 km đường tỉnh; tổng mức đầu tư 1.000 tỷ đồng, suất đầu tư bình quân {} tỷ đồng/km.", "25", "35"),
        ("Có 480 ha cây xanh cho 1,2 triệu dân đô thị, tức {} m²/người.", "4,0", "4,8"),
        (
            "Điện thương phẩm 5.000 triệu kWh, bình quân {} kWh/người/năm với dân số 2.500 nghìn người.",
            "2.000",
            "2.200",
        ),
        ("Sinh 16.500 bé trai và 15.000 bé gái, tỷ số {} bé trai/100 bé gái.", "110,0", "101,0"),
        ("Có 150 người chết vì tai nạn, bằng {} người/100.000 dân (dân số 2.500.000 người).", "6,0", "9,0"),
        ("Cứ 10.000 dân có {} dược sĩ (750 dược sĩ/2,5 triệu dân).", "3,0", "4,2"),
        ("Trang bị máy tính cho 60 trạm, mỗi trạm {} bộ (tổng số 180 bộ).", "03", "04"),
        ("Mở 06 đợt cao điểm, mỗi đợt {} ngày, cộng 90 ngày trong năm.", "15", "20"),
        ("Nuôi cá tra trên 1.500 ha, mỗi ha cho {} tấn, cả tỉnh thu 300.000 tấn.", "200", "230"),
        ("Hỗ trợ 250 hộ, mỗi hộ {} triệu đồng, tổng kinh phí hỗ trợ 10 tỷ đồng.", "40", "48"),
        ("Hỗ trợ 250 hộ sửa nhà, mỗi hộ {} triệu đồng, kinh phí 10 tỷ đồng.", "40", "48"),
        ("Giao 18 tỷ đồng cho 90 xã, phường; mỗi nơi {} triệu đồng.", "200", "220"),
        ("Điện thương phẩm 5.000 triệu kWh, bình quân đầu người {} kWh (dân số 2,5 triệu người).", "2.000", "2.200"),
        ("Cấp nước 250.000 m³/ngày đêm cho 2,5 triệu người, mỗi người dùng {} lít/ngày.", "100", "120"),
        ("Rác phát sinh 1.500 tấn/ngày, bình quân {} kg/người/ngày, dân số 2,5 triệu người.", "0,6", "0,8"),
        (
            "Năng suất lao động (GRDP 240.000 tỷ đồng chia cho 1,5 triệu lao động): {} triệu đồng/lao động.",
            "160",
            "190",
        ),
        ("Bình quân {} tổ/đơn vị hành chính cấp xã (270 tổ/90 xã, phường).", "3,0", "3,6"),
        ("Định mức chi {} triệu đồng/học sinh/năm, với 200.000 học sinh là 800 tỷ đồng.", "4", "5"),
        ("Đầu tư 120 km đường, suất đầu tư 12 tỷ đồng/km, tổng mức đầu tư {} tỷ đồng.", "1.440", "1.404"),
    ],
)
def test_a_rate_is_the_one_amount_over_the_other(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "Xây dựng 500 căn nhà, mức hỗ trợ 60 triệu đồng/căn, tổng kinh phí thực hiện 35 tỷ đồng.",
        "Nuôi tôm 5.000 ha, năng suất 4 tấn/ha, sản lượng 18.000 tấn.",
        "Mỗi xã có ít nhất 02 tổ; toàn tỉnh có 90 xã và 240 tổ.",
        "Mỗi ấp chọn 02 hộ làm điểm; 850 ấp trên địa bàn; đến cuối năm có 2.000 hộ tham gia.",
        "Mỗi xã bố trí 02 cán bộ, mỗi phường bố trí 03 cán bộ; 82 xã và 20 phường có 224 cán bộ.",
        "Doanh thu 12.600 tỷ đồng, đón 8,4 triệu lượt khách; khách lưu trú chi tiêu 2,2 triệu đồng/lượt khách.",
        "Đầu tư 12 km đường, suất đầu tư 9 tỷ đồng/km (chưa gồm mặt bằng), tổng mức đầu tư 140 tỷ đồng.",
        "Xuất khẩu 250 nghìn tấn, trị giá 125 triệu USD; giá xuất khẩu tháng 12 đạt 470 USD/tấn.",
        "Có 5 bác sĩ, tức 1,26 bác sĩ/vạn dân; lập hồ sơ sức khỏe cho 95% dân số (37.620 người).",
        "Thu ngân sách 21.000 tỷ đồng, dân số 3,5 triệu người, GRDP bình quân 7 triệu đồng/người.",
        "GRDP 300.000 tỷ đồng, dân số 3,5 triệu người, thu nhập bình quân đầu người 75 triệu đồng.",
        "Sửa 30 phòng học (thay mái 18, lát nền 12), thay mái 50 triệu đồng/phòng, lát nền 20 triệu đồng/phòng, cộng 1.140 triệu đồng.",
        "Hỗ trợ 500 hộ xây nhà, mức hỗ trợ 60 triệu đồng/hộ, còn lại do hộ đối ứng; tổng kinh phí 50 tỷ đồng.",
    ],
)
def test_what_is_of_some_or_of_something_else_is_left_alone(text):
    assert codes(text) == []


def test_a_mean_lies_between_the_rates_of_its_parts():
    line = "Sửa 30 phòng học, thay mái 50 triệu đồng/phòng, lát nền 20 triệu đồng/phòng, cộng {} triệu đồng."
    assert codes(line.format("1.140")) == []
    assert codes(line.format("1.640")) == ["per-head"]


@pytest.mark.parametrize("said", ["Dân số toàn tỉnh", "Số dùng để tính các mức: dân số trung bình"])
def test_the_people_may_be_told_elsewhere(said):
    plan = ct.Plan(
        text=f"{said} năm 2026 là 2.000.000 người.\n\nSở Y tế bố trí 7.900 giường bệnh để đạt 36,0 giường bệnh/vạn dân.",
        period=ct.Period(2026),
    )
    assert [finding.code for finding in ct.check(plan, rules=["per-head"])] == ["per-head"]


@pytest.mark.parametrize(
    ("said", "period", "count", "found"),
    [
        ("Dân số", ct.Period(2026), "1.800 người", False),
        ("Dân số", ct.Period(2026), "1.980 người", True),
        ("Dân số năm 2030", SPAN, "1.980 người", True),
        ("Dân số năm 2025", SPAN, "1.980 người", False),  # of another year than the targets
        ("Dân số", SPAN, "1.980 người", False),  # of which year?
    ],
)
def test_people_are_those_the_words_name(said, period, count, found):
    """People counted are of the kind their name says; of several years a plan's targets are for the last."""
    text = (
        f"{said} toàn tỉnh là 2.000.000 người.\n\nSố dược sĩ đang làm việc đạt {count}, tương ứng 9 dược sĩ/10.000 dân."
    )
    codes = [finding.code for finding in ct.check(ct.Plan(text=text, period=period), rules=["per-head"])]
    assert codes == ["per-head"] * found


@given(st.integers(2, 900), st.integers(2, 400))
def test_law_what_is_given_to_each_comes_to_the_sum(places, each):
    """So many for each of so many are their product."""
    text = f"Trang bị máy tính cho {places} trạm, mỗi trạm {each} bộ, tổng số {places * each} bộ."
    assert codes(text) == []


def test_the_rate_of_another_year_is_none_of_this_ones_amounts():
    text = "Đón 400 nghìn lượt khách, thu 800 tỷ đồng, bình quân {} nghìn đồng/lượt khách (năm 2024: 1.750 nghìn đồng/lượt khách)."
    assert codes(text.format("2.000")) == []
    assert codes(text.format("2.600")) == ["per-head"]


_ROAD = "Làm 50 km đường, tổng vốn 1.000 tỷ đồng, {} tỷ đồng/km."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (_ROAD, "suất đầu tư 20,2", "suất đầu tư 20,3"),
        (_ROAD.replace("50", "trên 50"), "suất đầu tư 21", "suất đầu tư 21,2"),
        (_ROAD.replace("50", "trên 50"), "suất đầu tư 18", "suất đầu tư 24"),  # there may be more of them
        ("Bỏ 1.000 tỷ đồng làm trên 50 km đường, suất đầu tư {} tỷ đồng/km.", "19,6", "18"),
        (_ROAD, "suất đầu tư trên 18", "suất đầu tư trên 24"),
        (_ROAD, "suất đầu tư ít nhất 18", "suất đầu tư ít nhất 24"),
        (_ROAD, "suất đầu tư dưới 24", "suất đầu tư dưới 18"),
        (_ROAD, "suất đầu tư không quá 24", "suất đầu tư không quá 18"),
        (
            "Khám cho khoảng 1.000 lượt người, chi khoảng 200 triệu đồng, bình quân khoảng {} nghìn đồng/lượt người.",
            "206",
            "207",
        ),
        ("Chi 1.000 tỷ đồng cho 2 triệu người, bình quân {} nghìn đồng/người.", "525", "530"),
        ("Chi 1.000 tỷ đồng cho 2,00 triệu người, bình quân {} nghìn đồng/người.", "505", "515"),
        ("Cấp 16 tỷ đồng cho 5.000 em, {} 3 triệu đồng/em.", "bình quân", "định mức"),  # a norm is not rounded
        ("Cấp 16 tỷ đồng cho 5.000 em, {} 3 triệu đồng/em.", "định mức bình quân", "định mức"),
        ("Có 90 trạm được cấp {} bộ máy, bình quân 2,8 bộ/trạm.", "252", "261"),
        ("Giao {} tỷ đồng cho 90 xã, bình quân 12,1 tỷ đồng/xã.", "1.089", "1.098"),  # two digits changed places
        ("Thu tiền điện 2.250 tỷ đồng với 1,25 triệu hộ, mỗi hộ {} triệu đồng.", "1,8", "1,9"),
    ],
)
def test_how_far_a_rate_may_lie_from_what_its_amounts_make(text, right, wrong):
    """A hundredth, what rounding explains, and what a bound leaves open."""
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    ("rate", "found"),
    [
        ("41 tỷ", False),
        ("40 tỷ", True),
        ("10 tỷ", True),
        ("9 tỷ", False),
        ("20 tỷ", False),
        # another size of the unit; ten times and a hundred thousand times are none
        ("20.000.000.000 tỷ", True),
        ("20.000.000 tỷ", True),
        ("200.000 tỷ", True),
        ("20.000 tỷ", True),
        ("2.000 tỷ", True),
        ("200 tỷ", False),
        ("2.000.000 tỷ", False),
        ("2 tỷ", False),
        ("200 triệu", True),
        ("20 triệu", True),
        ("2 triệu", True),
        ("200 nghìn", False),
        ("20 nghìn", True),
        ("20 đồng", True),
    ],
)
def test_a_rate_that_no_word_gives_to_its_amounts_must_be_near_or_a_slip_of_the_unit(rate, found):
    text = f"Làm 50 km đường, tổng vốn 1.000 tỷ đồng, đường đôi {rate.removesuffix(' đồng')} đồng/km."
    assert codes(text) == ["per-head"] * found


_FIELDS = " Cánh đồng dưới 1.000 ha, đạt 20 tạ/ha, thu 2.000 tấn."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vụ xuân gieo 2.000 ha lạc, đạt 25 tạ/ha, thu 4.850 tấn.", False),
        ("Vụ xuân gieo 2.000 ha lạc, đạt 25 tạ/ha, thu 4.840 tấn.", True),
        ("Vụ xuân gieo 2.000 ha lạc, đạt 25 tạ/ha, thu 5.120 tấn.", True),
        ("Đồi phía tây 2.000 ha chè, đạt 25 tạ/ha, thu 4.000 tấn.", False),
        ("Đồi phía tây 2.000 ha chè, đạt 25 tạ/ha, thu 4.880 tấn.", False),
        ("Đồi phía tây 2.000 ha chè, đạt 25 tạ/ha, thu 5.600 tấn.", True),
        ("Đồi phía tây thu hoạch 2.000 ha chè, đạt 25 tạ/ha, thu 4.880 tấn.", True),
        ("Đồi phía tây thu hoạch 2.000 ha chè, đạt 25 tạ/ha, thu 4.000 tấn.", True),
    ],
)
def test_of_land_not_all_is_cut(text, found):
    """Of a crop a little may be left, of trees not all the land bears; more than the land gives is always wrong."""
    assert codes(text + _FIELDS) == ["per-head"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cứ 10.000 dân có 4 dược sĩ; cả tỉnh có 750 dược sĩ; dân số 2,5 triệu người.", True),
        ("Cả tỉnh có 750 dược sĩ; cứ 10.000 dân có 4 dược sĩ; dân số 2,5 triệu người.", False),
        ("Mật độ 700 người/km²; dân số 2,4 triệu người; diện tích 4.000 km².", True),
        ("Dân số 2,4 triệu người; mật độ 700 người/km²; diện tích 4.000 km².", True),
        ("Đông nhất 700 người/km²; dân số 2,4 triệu người; diện tích 4.000 km².", True),
        ("Dân số 2,4 triệu người; đông nhất 700 người/km²; diện tích 4.000 km².", False),
        ("Mỗi xã 03 bộ; trao cho 102 xã; tổng cộng 204 bộ.", True),
        ("Mỗi xã 03 bộ; trao cho 102 xã; mua sẵn 204 bộ.", False),
        ("Mua sẵn 204 bộ; trao cho 102 xã; mỗi xã 03 bộ.", True),
        ("Mỗi xã 03 bộ, mỗi trường 05 bộ; 102 xã nhận 204 bộ.", False),
    ],
)
def test_a_rate_and_its_amounts_in_clauses_of_their_own(text, found):
    """The rate opens the sentence or ends it, or its words say that it is what comes out."""
    assert codes(text) == ["per-head"] * found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Thành lập {} tổ/xã (270 tổ/90 xã).", "3", "2"),
        ("Thành lập 270 tổ/90 xã ({} tổ/xã).", "3", "2"),
        ("Cả tỉnh 20 hội, thành lập 270 tổ/90 xã ({} tổ/xã), 5 câu lạc bộ.", "3", "2"),
        ("Cả tỉnh 20 hội, thành lập {} tổ/xã (270 tổ/90 xã), 5 câu lạc bộ.", "3", "2"),
        ("Mở 60 lớp với 1.800 em, trong đó 20 lớp ở xã với 700 em, bình quân {} em/lớp.", "30", "40"),
        ("Mở 60 lớp với 1.800 em, trong đó 20 lớp ở xã với 700 em, bình quân {} em/lớp.", "35", "40"),
        ("Có 90 trạm được cấp {} bộ máy, bình quân 3 bộ/trạm.", "270", "180"),
        ("Có 90 trạm được {} 180 bộ máy, bình quân 2,5 bộ/trạm.", "cấp trên", "cấp khoảng"),
        ("Có {} trạm được cấp 180 bộ máy, bình quân 3 bộ/trạm.", "dưới 90", "90"),
        ("Có {} trạm được cấp 180 bộ máy, bình quân 3 bộ/trạm.", "80 - 90", "90"),
        ("Có {} trạm được cấp 180 bộ máy, bình quân 3 bộ/trạm.", "90/120", "90"),
        ("Có {} trạm được cấp 180 bộ máy, bình quân 3 bộ/trạm.", "0", "90"),
        ("Chi ngân sách 90.000 tỷ đồng, dân số 1,2 triệu người, {} 70 triệu đồng/người.", "đạt", "chi bình quân"),
        ("Chi ngân sách 90.000 tỷ đồng, {} 70 triệu đồng/người với dân số 1,2 triệu người.", "thu nhập", "đạt"),
        ("{} 90.000 tỷ đồng, dân số 1,2 triệu người, thu nhập 70 triệu đồng/người.", "Tiền công", "Tổng kinh phí"),
        ("Lắp 500 trụ, mỗi trụ 50 triệu đồng, {} 35 tỷ đồng, có vận động thêm.", "kinh phí", "tổng kinh phí"),
    ],
)
def test_which_two_amounts_a_rate_is_of(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bố trí 7.900 giường bệnh để đạt 36,0 giường bệnh/vạn dân.", True),
        ("Bố trí khoảng 7.900 giường bệnh để đạt 36,0 giường bệnh/vạn dân.", True),
        ("Bố trí trên 7.900 giường bệnh để đạt 36,0 giường bệnh/vạn dân.", False),
        ("Bố trí 7.900 giường bệnh, 900 giường bệnh tư để đạt 36,0 giường bệnh/vạn dân.", False),
        ("Tăng thêm 7.900 giường bệnh để đạt 36,0 giường bệnh/vạn dân.", False),
        ("Mở 7.900 phòng để đạt 36,0 giường bệnh/vạn dân.", False),
        ("Bố trí 7.900 điều dưỡng để đạt 36,0 điều dưỡng viên/vạn dân.", False),
        ("Khám 3.600.000 lượt để đạt 1,5 lượt/người.", False),
        ("Bố trí 7.900 giường bệnh cho 2.194.444 người để đạt 36,0 giường bệnh/vạn dân.", False),
    ],
)
def test_the_only_count_beside_a_rate_for_so_many_is_put_on_the_people_told_elsewhere(text, found):
    plan = ct.Plan(text=f"Dân số toàn tỉnh năm 2026 là 2.000.000 người.\n\nSở Y tế: {text}", period=ct.Period(2026))
    assert [finding.code for finding in ct.check(plan, rules=["per-head"])] == ["per-head"] * found


def test_in_a_plan_without_text_the_rate_is_quoted_with_its_amounts():
    title = "Tỉnh rộng 4.000 km², có 2,4 triệu người sinh sống, mật độ 660 người/km²"
    (finding,) = ct.check(ct.Plan(title=title), rules=["per-head"])
    assert finding.span is None
    assert "mật độ 660 người/km²" in finding.quote
