"""What a mean is a mean of, by its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    plan = ct.Plan(text=text, period=ct.Period(2026))
    findings = ct.check(plan, rules=["per-head"])
    assert {finding.code for finding in findings} <= {"per-head"}  # and the rule did not stop
    return [finding.message for finding in findings]


@given(count=st.integers(20, 900), each=st.integers(11, 90), times=st.integers(2, 9))
def test_a_mean_beside_its_two_amounts_is_theirs_however_far_off(count, each, times):
    """Law: what the two make is silent, and any multiple of it is told."""
    text = "Thành lập mới {} doanh nghiệp với tổng vốn đăng ký {} tỷ đồng, bình quân {} tỷ đồng/doanh nghiệp."
    assert found(text.format(count, count * each, each)) == []
    assert len(found(text.format(count, count * each, each * times))) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mở 60 lớp, trong đó 20 lớp ở xã, với 1.800 học viên tham gia (bình quân {} học viên/lớp).", ("30", "12")),
        ("Lúa cả năm 5.000 ha (vụ xuân 3.000 ha, vụ mùa 2.000 ha), năng suất bình quân {} tạ/ha, sản lượng 30.000 tấn.", ("60", "20")),
        ("Lương thực 40.000 tấn, trong đó thóc 30.000 tấn (gieo cấy 5.000 ha, năng suất {} tạ/ha), ngô 10.000 tấn.", ("60", "20")),
        ("Cho vay giải ngân 80 tỷ đồng cho 1.600 dự án, bình quân {} triệu đồng/dự án.", ("50", "90")),
        ("Cải tạo 48 trạm y tế, trong đó xây mới 17 trạm, sửa chữa 31 trạm, tổng kinh phí 144 tỷ đồng (bình quân {} tỷ đồng/trạm).", ("3", "6")),
        # in a bracket of its own a slip of the comma is told, too
        ("Mua 320 máy tính, kinh phí 1.120 triệu đồng ({} triệu đồng/máy).", ("3,5", "35")),
        # how they have grown may stand between, a semicolon ahead of the mean, and others of a sort behind it
        ("Có 900 doanh nghiệp mới với vốn 12.600 tỷ đồng, tăng 14% về số và 3,6% về vốn; bình quân {} tỷ đồng/doanh nghiệp; 312 doanh nghiệp đóng cửa.", ("14", "41")),
        ("Có 900 doanh nghiệp (tăng 14%) với vốn 12.600 tỷ đồng (tăng 3%), bình quân {} tỷ đồng/doanh nghiệp.", ("14", "140")),
    ],
)  # fmt: skip
def test_of_several_amounts_the_whole_is_meant(text, wrong):
    right, far = wrong
    assert found(text.format(right)) == []
    assert len(found(text.format(far))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a mean of the part, of another season, behind a semicolon
        "Mở 60 lớp, trong đó 20 lớp ở xã với 300 học viên, bình quân 15 học viên/lớp.",
        "Lúa xuân 5.000 ha, năng suất bình quân 60 tạ/ha, sản lượng lúa cả năm 90.000 tấn.",
        "Đón 900 đoàn khách; chi cho 20 đoàn công tác 4.000 triệu đồng, bình quân 200 triệu đồng/đoàn.",
    ],
)
def test_a_mean_of_something_else_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mở 60 lớp, trong đó 20 lớp ghép, với 1.800 em (bình quân 45 em/lớp).", "1.800 em over 60 lớp make 30,00 em/lớp"),
        ("Mở 60 lớp gồm 40 lớp mới, 20 lớp ghép, với 1.800 em, bình quân 90 em/lớp.", ""),
        ("Mở 60 lớp, còn 40 lớp mới, 20 lớp ghép, với 1.800 em, bình quân 40 em/lớp.", "1.800 em over 60 lớp make 30,00 em/lớp"),
        ("Mở 60 lớp, riêng 80 lớp ghép, với 1.800 em, bình quân 40 em/lớp.", ""),
        ("Có 900 doanh nghiệp với vốn 12.600 tỷ đồng, bình quân 42 tỷ đồng/doanh nghiệp.", "12.600 tỷ đồng over 900 doanh nghiệp make 14,00 tỷ đồng/doanh nghiệp"),
        ("Có 900 doanh nghiệp; vốn 12.600 tỷ đồng; bình quân 42 tỷ đồng/doanh nghiệp.", ""),
        ("Vụ thu lúa gặt 5.000 ha, đạt 60 tạ/ha. Thóc 40.000 tấn (gieo 5.000 ha, năng suất 60 tạ/ha).", "40.000 tấn over 5.000 ha make 80,00 tạ/ha"),
        ("Thóc 40.000 tấn (gieo 5.000 ha, năng suất 80 tạ/ha), ngô 900 tấn (gieo 300 ha, năng suất 20 tạ/ha).", "900 tấn over 300 ha make 30,00 tạ/ha"),
        ("Thóc 40.000 tấn (gieo 5.000 ha, năng suất 80 tạ/ha), ngô 900 tấn (gieo 300 ha, năng suất 35 tạ/ha).", "900 tấn over 300 ha make 30,00 tạ/ha"),
        ("Thóc 40.000 tấn (gieo 5.000 ha, năng suất 80 tạ/ha), ngô 900 tấn (gieo 300 ha, năng suất 90 tạ/ha).", "900 tấn over 300 ha make 30,00 tạ/ha"),
        ("Dân số 2,4 triệu người, có 480 máy, bình quân 7 máy/vạn dân.", "480 máy over 2,4 triệu người make 2,00 máy/vạn dân"),
        ("Dân số 2,4 triệu người, có 480 máy, bình quân 2 máy/vạn dân.", ""),
        ("Cứ 1.000 hộ có 3 máy, toàn xã 4.000 hộ có 20 máy.", ""),
        ("Cứ 1.000 dân có 3 máy, toàn xã 4.000 dân có 20 máy.", "20 máy over 4.000 dân make 5,00 máy"),
        ("Cứ vạn dân có 4 bác sĩ (900 bác sĩ/3 triệu dân).", "900 bác sĩ over 3 triệu dân make 3,00 bác sĩ"),
        ("Mỗi nghìn dân có 4 bác sĩ (900 bác sĩ/300 nghìn dân).", "900 bác sĩ over 300 nghìn dân make 3,00 bác sĩ"),
        ("Bình quân mỗi ha thu 7 tấn, 200 ha thu 1.200 tấn.", "1.200 tấn over 200 ha make 6,00 tấn"),
        ("Mỗi xã được cấp 3 bộ, cả huyện 20 xã cấp 80 bộ.", "80 bộ over 20 xã make 4,00 bộ"),
        ("Mỗi đơn vị được cấp 3 bộ, 20 xã cấp 80 bộ.", "80 bộ over 20 xã make 4,00 bộ"),
        ("Mỗi nơi được cấp 3 bộ, 20 trường cấp 80 bộ.", "80 bộ over 20 trường make 4,00 bộ"),
        ("Mỗi tháng được cấp 3 bộ, 20 tháng cấp 80 bộ.", ""),
        ("Từng thôn trồng 3 ha, 20 thôn trồng 80 ha.", "80 ha over 20 thôn make 4,00 ha"),
        ("Mỗi học sinh nhận 3 triệu đồng, 200 em nhận 800 triệu đồng.", ""),
        ("Mỗi xã, phường nhận 3 triệu đồng, 20 xã, phường nhận 80 triệu đồng.", "80 triệu đồng over 20 xã, phường make 4,00 triệu đồng"),
        ("Bình quân đầu người đạt 1.800 kWh, điện 900 triệu kWh, dân số 600 nghìn người.", "900 triệu kWh over 600 nghìn người make 1.500,00 kWh"),
        ("Bình quân đầu người 1.800 kWh/năm, điện 900 triệu kWh, dân số 600 nghìn người.", "900 triệu kWh over 600 nghìn người make 1.500,00 kWh/năm"),
        ("Bình quân đầu người 1.800 kWh/năm, điện 75 triệu kWh/tháng, dân số 600 nghìn người.", ""),
        ("Bình quân đầu người 1.800 kWh/hộ, điện 900 triệu kWh, dân số 600 nghìn người.", ""),
        # words that put an amount over another do so across clauses
        ("Chi học phí 960 tỷ đồng; tính trên 48.000 em thì bình quân 2 triệu đồng/em.", "960 tỷ đồng over 48.000 em make 20,00 triệu đồng/em"),
        ("Chi học phí 960 tỷ đồng; cấp cho 48.000 em, bình quân 2 triệu đồng/em.", ""),
        ("Chi học phí 960 tỷ đồng; tính trên 48.000 em thì bình quân 20 triệu đồng/em.", ""),
        # so much a month comes to twelve times as much in a year, unless other months are counted
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người, cả năm chi 240 tỷ đồng.", "240 tỷ đồng over 5.000 người make 4.000.000,00 đồng/người/tháng"),
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người, cả năm chi 24 tỷ đồng.", ""),
        ("Trợ cấp 400.000 đồng/người/tháng cho 5.000 người; cả năm chi 240 tỷ đồng.", ""),
        ("Trợ cấp 400.000 đồng/người/tháng trong 9 tháng; với 5.000 người, cả năm chi 18 tỷ đồng.", ""),
        # a mean for each day, of the days that are counted; what a part of the year comes to is no mean of all
        ("Bình quân cấp 30 giấy phép/ngày, tương ứng 250 ngày 9.500 giấy phép.", "9.500 giấy phép over 250 ngày make 38,00 giấy phép/ngày"),
        ("Bình quân 30 xe/ngày, cả năm (tính 300 ngày) đón 9.900 lượt xe.", "9.900 lượt xe over 300 ngày make 33,00 xe/ngày"),
        ("Bình quân 30 xe/ngày, cả năm (tính 300 ngày) đón 9.000 lượt xe.", ""),
        ("Quý I có 90 ngày đón 45.000 lượt khách, bình quân 550 lượt khách/ngày.", "45.000 lượt khách over 90 ngày make 500,00 lượt khách/ngày"),
        ("Bình quân 12 tấn/tháng, 3 tháng cuối vụ thu 50 tấn.", ""),
        ("Công suất 30 xe/ngày, cả năm (tính 300 ngày) đón 9.900 lượt xe.", ""),
    ],
)  # fmt: skip
def test_of_what_a_mean_or_what_each_has_is_told(text, told):
    """Of the whole and no part of it; in words or by its unit; of people, places and months."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told


MONTHLY = "240 tỷ đồng over 5.000 người make 4.000.000,00 đồng/người/tháng"
FAR_OFF = "40.000 tấn over 5.000 ha make 80,00 tạ/ha"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # for a hundred of anything; for a thousand and more only of people
        ("Có 480 máy cho 2.400 hộ, bình quân 70 máy/100 hộ.", "480 máy over 2.400 hộ make 20,00 máy/100 hộ"),
        ("Có 480 máy cho 2.400 hộ, bình quân 700 máy/1.000 hộ.", ""),
        ("Có 480 máy cho 2.400 người, bình quân 700 máy/1.000 người.", "480 máy over 2.400 người make 200,00 máy/1.000 người"),
        ("Có 480 máy cho 2.400 học sinh, bình quân 700 máy/1.000 học sinh.", ""),
        # a yield in a bracket behind its output
        ("Thóc 40.000 tấn (gieo 5.000 ha, năng suất 20 tạ/ha).", FAR_OFF),
        ("Thóc thu thêm 40.000 tấn (gieo 5.000 ha, năng suất 20 tạ/ha).", FAR_OFF),
        ("Thóc thu thêm 40.000 tấn (gieo 5.000 ha, năng suất 20 tạ/ha, chăm tốt).", ""),
        ("Thóc thu thêm 40.000 tấn; (gieo 5.000 ha, năng suất 20 tạ/ha).", ""),
        ("Thóc 40.000 tấn (của 5.000 người, năng suất 20 tạ/ha).", ""),
        # a plain mean beside its two amounts is of what they are some of, whichever stands first; what each has is not
        ("Cho vay thêm 20 dự án 80 tỷ đồng, bình quân 9 tỷ đồng/dự án.", "80 tỷ đồng over 20 dự án make 4,00 tỷ đồng/dự án"),
        ("Cho vay thêm 80 tỷ đồng cho 20 dự án, bình quân 9 tỷ đồng/dự án.", "80 tỷ đồng over 20 dự án make 4,00 tỷ đồng/dự án"),
        ("Cho vay thêm 80 tỷ đồng cho 20 dự án ở 7 xã, bình quân 9 tỷ đồng/dự án.", ""),
        ("Cấp 20 xã 80 bộ, bình quân mỗi xã 3 bộ.", "80 bộ over 20 xã make 4,00 bộ"),
        ("Cấp thêm 20 xã 80 bộ, bình quân mỗi xã 3 bộ.", ""),
        # of a year only what the words right before it make one, in the clause of the people
        ("Trợ cấp 400.000 đồng/người/tháng trong 12 tháng; với 5.000 người, cả năm chi 240 tỷ đồng.", MONTHLY),
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người, cả năm 2026 chi 240 tỷ đồng.", MONTHLY),
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người; cả năm chi 240 tỷ đồng.", ""),
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người, chi 240 tỷ đồng.", ""),
        ("Trợ cấp 400.000 đồng/người/tháng; với 5.000 người, cả năm chi 240 tỷ đồng, đã chi 12 tỷ đồng.", ""),
        ("Trợ cấp 400.000 đồng/người/ngày; với 5.000 người, cả năm chi 240 tỷ đồng.", ""),
        # what comes behind a mean for each day or month must be said to be what it comes to
        ("Thu gom bình quân 40 tấn/ngày, trong 30 ngày lễ gom 1.500 tấn.", ""),
        ("Thu gom bình quân 40 tấn/ngày, tổng cộng 30 ngày gom 1.500 tấn.", "1.500 tấn over 30 ngày make 50,00 tấn/ngày"),
        ("Thu gom 40 tấn/ngày, tổng cộng 30 ngày gom 1.500 tấn.", ""),
        ("Trong 30 ngày gom 1.500 tấn, bình quân 40 tấn/ngày, gom 90 tấn.", ""),
        ("Trong 30 ngày gom 1.500 tấn, bình quân 40 tấn/ngày, mua 90 thùng.", "1.500 tấn over 30 ngày make 50,00 tấn/ngày"),
        ("Trong 8 tháng thu 96 tỷ đồng, bình quân 15 tỷ đồng/tháng.", "96 tỷ đồng over 8 tháng make 12,00 tỷ đồng/tháng"),
        ("Trong 8 tháng thu 96 tỷ đồng, bình quân 12 tỷ đồng/tháng.", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "ahead", ["", "Giao các phòng chuẩn bị hội nghị tổng kết và báo cáo kết quả theo đúng quy định. " * 5]
)
def test_which_amounts_a_mean_stands_with(text, told, ahead):
    """Wherever in a text they stand."""
    findings = ct.check(ct.Plan(text=ahead + text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told


@pytest.mark.parametrize(("words", "found"), [(40, 1), (90, 0)])
def test_a_mean_too_far_from_its_amounts_is_hardly_theirs(words, found):
    between = "và giao cho mọi bên cùng làm, " * (words // 10)
    text = f"Có 900 doanh nghiệp {between}với vốn 12.600 tỷ đồng, bình quân 42 tỷ đồng/doanh nghiệp."
    assert len(ct.check(ct.Plan(text=text), rules=["per-head"])) == found
