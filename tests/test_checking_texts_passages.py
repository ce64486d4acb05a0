"""What stands side by side in a sentence: found in tasks, brackets and rows, silent where it is right."""

from __future__ import annotations

import pytest

import chitieu as ct

YEAR = ct.Period(2026)


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=YEAR))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "parts-sum",  # from here and abroad: all there are
            "Đón 6,6 triệu lượt khách, trong đó khách quốc tế 3,1 triệu lượt, khách nội địa 5,3 triệu lượt.",
        ),
        ("parts-sum", "Sản lượng thủy sản 1,52 triệu tấn (nuôi trồng 1,02 triệu tấn, khai thác 5 triệu tấn)."),
        ("parts-exceed", "Thực hiện 12 đề tài, trong đó 8 đề tài chuyển tiếp, 14 đề tài mới."),
        ("parts-sum", "Hỗ trợ 1.200 hộ, gồm xây mới 800 hộ và sửa chữa 600 hộ."),
        (
            "parts-sum",
            "Tổng chi 78 tỷ đồng, gồm chi đầu tư 12 tỷ đồng, chi thường xuyên 46 tỷ đồng, dự phòng 2 tỷ đồng.",
        ),
        ("part-over-whole", "Nâng tổng số xã đạt chuẩn lên 193/131 xã."),
        ("fraction-percent", "Có 38/47 xã (70,9%) đạt chuẩn."),
        ("fraction-percent", "Có 59/72 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 91,9%."),
        ("fraction-percent", "Có 94/102 đơn vị duy trì, cải tiến hệ thống theo ISO 9001, đạt tỷ lệ 95%."),
        ("fraction-percent", "Tỷ lệ ấp văn hóa: 11/12 ấp (97,61%)"),
        ("level-change", "Tỷ lệ hộ nghèo giảm 0,5%/năm, còn 1,0% (năm 2025: 1,8%)."),
        ("level-change", "Số hộ nghèo giảm 25 hộ, còn 121 hộ (năm 2025: 137 hộ)."),
        ("level-change", "Tỷ lệ hộ nghèo giảm 0,8 - 1%, còn 1,5% (năm 2025: 1,8%)."),
        ("direction", "Tỷ lệ hộ nghèo giảm còn dưới 2,5% (năm 2025: 1,86%)."),
        ("direction", "Tỷ lệ hộ nghèo giảm từ 12,5% xuống còn 19,5%."),
        ("direction", "Nâng tỷ lệ bao phủ từ 60% lên 55%."),
        ("magnitude", "Doanh thu đạt 9.000 tỷ đồng (năm 2025: 90 tỷ đồng)."),
        ("digits-lost", "Năng suất lúa đạt 64, tạ/ha."),
        ("number-english", "Số bác sĩ/vạn dân đạt 10.2 bác sĩ."),
        ("number-english", "Số bác sĩ/vạn dân 12.5; số giường bệnh/vạn dân 35."),
    ],
)
def test_a_mistake_is_found(code, text):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Đón 6,6 triệu lượt khách, trong đó khách quốc tế 3,1 triệu lượt, khách nội địa 3,5 triệu lượt.",
        "Đón 6,6 triệu lượt khách, trong đó khách quốc tế 3,1 triệu lượt.",
        "Sản lượng thủy sản 1,52 triệu tấn (nuôi trồng 1,02 triệu tấn, khai thác 0,5 triệu tấn).",
        "Tổng vốn 100 tỷ đồng, trong đó năm 2025 đã giải ngân 70 tỷ đồng, năm 2026 giao 60 tỷ đồng.",
        "Hỗ trợ 1.200 hộ; gồm vốn tỉnh 30 tỷ đồng, vốn huyện 50 tỷ đồng.",
        "Trồng 6.000 ha, gồm 4.000 ha rừng sản xuất và 2.000 ha rừng phòng hộ.",
        "Hỗ trợ bình quân 100 triệu đồng, gồm ngân sách tỉnh 60 triệu đồng, ngân sách xã 70 triệu đồng.",
        "Đào tạo nghề 12.000 người, trong đó trung cấp 3.000 người, sơ cấp và dưới 3 tháng 7.500 người.",
        "Có 38/47 xã (80,9%) đạt chuẩn.",
        "Có 94/102 đơn vị duy trì, cải tiến hệ thống theo ISO 9001, đạt tỷ lệ 92,2%.",
        "Có 94/102 đơn vị duy trì hệ thống; tỷ lệ hồ sơ đúng hạn đạt tỷ lệ 95%.",
        "Có 38/47 xã (80,8%) đạt chuẩn.",
        "Có 38/47 xã đạt chuẩn; tỷ lệ hộ nghèo 2,5%.",
        "Trực 24/7 giờ; lớp học 45/35 người.",
        "Tỷ lệ hộ nghèo giảm 0,5%/năm, còn 1,3% (năm 2025: 1,8%).",
        "Tỷ lệ hộ nghèo giảm 0,8 - 1%, còn 0,9% (năm 2025: 1,8%).",
        "Tỷ lệ hộ nghèo giảm còn 1,3% (năm 2021: 1,2%).",
        "Doanh thu đạt 900 tỷ đồng, tăng 12% so với năm 2025 (800 tỷ đồng).",
        "Tỷ lệ hộ nghèo giảm từ 12,5% xuống còn 9,5%; nâng tỷ lệ bao phủ từ 60% lên 65%.",
        "Diện tích 64, tạ/ha là đơn vị đo năng suất.",
        "2.1 Xã An Bình; 3.2 Bác sĩ gia đình.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert not codes(text)


def test_a_row_with_both_years_is_compared():
    head = "| TT | Chỉ tiêu | ĐVT | Ước thực hiện năm 2025 | Kế hoạch năm 2026 |\n|---|---|---|---|---|\n"
    row = "| 1 | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 80.230 | {} |\n"
    assert not codes(head + row.format("85.400"))
    assert codes(head + row.format("8.540.000")) == ["magnitude"]


def test_growth_of_any_whole_lies_between_its_sectors():
    line = "Tổng giá trị sản xuất tăng 9,5%; trong đó: công nghiệp tăng {}%, dịch vụ tăng 9,1%, nông nghiệp tăng 1,2%"
    for value, expected in (("12,4", []), ("2,4", ["growth-between"])):
        plan = ct.Plan(indicators=ct.parse_indicators(line.format(value)))
        assert [finding.code for finding in ct.check(plan)] == expected


def test_the_last_clause_of_a_name_may_say_what_it_is():
    lines = ct.parse_indicators("Duy trì mức sinh thay thế, tổng tỷ suất sinh 21 con/phụ nữ")
    assert [finding.code for finding in ct.check(ct.Plan(indicators=lines))] == ["value-bounds"]


def test_spending_behind_revenue_is_no_part_of_it():
    lines = ct.parse_indicators(
        "Thu ngân sách nhà nước 5.038 tỷ đồng, trong đó thu nội địa 4.988 tỷ đồng, thu xuất nhập khẩu 50 tỷ đồng; "
        "chi ngân sách địa phương 9.972 tỷ đồng"
    )
    assert not ct.check(ct.Plan(indicators=lines))


@pytest.mark.parametrize(
    "text",
    [
        "Tổng mức đầu tư 1.200 tỷ đồng, trong đó giai đoạn 1 là 500 tỷ đồng, đã bố trí 800 tỷ đồng.",
        "Tổng kế hoạch vốn 5.600 tỷ đồng (vốn trung ương 1.600 tỷ đồng, vốn địa phương 4.000 tỷ đồng).",
        "Tổng kế hoạch vốn 5.600 tỷ đồng (tăng 300 tỷ đồng so với năm 2025, vượt 200 tỷ đồng so với dự toán).",
        "Thu ngân sách 5.600 tỷ đồng (trung ương giao 5.000 tỷ đồng, tỉnh giao 5.600 tỷ đồng).",
        "Thu ngân sách 5.600 tỷ đồng (Trung ương giao 5.200 tỷ đồng, HĐND tỉnh giao 5.600 tỷ đồng, phấn đấu 6.000 tỷ đồng).",
        "Hỗ trợ 300 hộ nghèo, gồm 120 hộ ở huyện A, 100 hộ ở huyện B và 80 hộ ở huyện C.",
        "Xây dựng 25 km đường, gồm 15 km đường huyện và 10 km đường xã, kinh phí 50 tỷ đồng.",
        "Diện tích lúa 120.000 ha, trong đó vụ đông xuân 60.000 ha, vụ hè thu 60.000 ha, lúa chất lượng cao 80.000 ha.",
        "Diện tích gieo trồng 120.000 ha, gồm lúa 80.000 ha (trong đó lúa chất lượng cao 50.000 ha), rau màu 40.000 ha.",
        "Có 12 khu công nghiệp, trong đó 8 khu đã hoạt động, 10 khu đã lấp đầy trên 50%.",
        "Giải quyết việc làm cho 20.000 lao động, trong đó nữ 9.000 lao động, lao động nông thôn 15.000 lao động.",
        "Đón 4 triệu lượt khách, trong đó khách lưu trú 2,5 triệu lượt, khách quốc tế 0,4 triệu lượt; doanh thu 3.000 tỷ đồng.",
        "Tổng số 1.500 cán bộ, trong đó nữ 800 người, dân tộc thiểu số 700 người, đảng viên 1.200 người.",
        "Tổng số 1.500 cán bộ (nữ 800 người, đảng viên 1.200 người).",
        "Có 85/120 xã đạt chuẩn nông thôn mới, chiếm 70,8%; trong đó 20/85 xã nâng cao, chiếm 23,5%.",
        "Có 85/120 xã đạt chuẩn, đạt 94,4% kế hoạch (90 xã).",
        "Hoàn thành 45/60 nhiệm vụ (75%), còn 15 nhiệm vụ đang thực hiện.",
        "Hoàn thành 14/15 chỉ tiêu, trong đó 5 chỉ tiêu vượt, 9 chỉ tiêu đạt.",
        "Số xã đạt chuẩn tăng thêm 5/120 xã (đạt 65%).",
        "Có 20/20 xã (100%) có điện; 19/20 xã đạt 95% số hộ dùng nước sạch.",
        "Tỷ lệ hộ nghèo còn 3,2% (năm 2025: 4,1%), giảm 0,9%.",
        "Tỷ lệ hộ nghèo còn 3,2% (năm 2025 là 4,1%; cả nước 1,3%).",
        "Tỷ lệ hộ nghèo giảm 1%/năm, còn 3,1% (năm 2025: 4,1%), riêng huyện nghèo giảm 4%/năm, còn 20% (năm 2025: 24%).",
        "Thu nhập bình quân 65 triệu đồng, tăng 8% (năm 2025: 60,2 triệu đồng).",
        "Sản lượng 1,52 triệu tấn, tăng 3,5% so với năm 2025 (1,47 triệu tấn).",
        "Tăng tỷ lệ che phủ từ 42,5% năm 2025 lên 42,8% năm 2026.",
        "Giảm tỷ lệ hộ nghèo từ 4,1% xuống 3,1%; tăng thu nhập từ 60 triệu đồng lên 65 triệu đồng.",
        "Giảm số đơn vị từ 20 đơn vị xuống còn 12 đơn vị, nâng tỷ lệ tự chủ từ 10% lên 25%.",
        "Giảm thời gian từ 30 ngày xuống 15 ngày; tăng thứ hạng PCI từ 30 lên 25.",
        "Nâng thứ hạng từ vị trí 35 lên vị trí 28.",
        "Nâng hạng chỉ số PAPI từ thứ 40 lên thứ 25.",
        "Học phí mức 1,5 triệu đồng (trước đây 0,03 triệu đồng).",
        "Ngân sách hỗ trợ 200 triệu đồng/xã, gồm 100 triệu đồng cho đường, 150 triệu đồng cho trường.",
        "Kinh phí 10 tỷ đồng, gồm: ngân sách tỉnh 6 tỷ đồng; ngân sách huyện 3 tỷ đồng; xã hội hóa 1 tỷ đồng.",
        "Tổng đàn gia súc 500.000 con, gồm trâu 50.000 con, bò 150.000 con, lợn 300.000 con; gia cầm 5 triệu con.",
        "Đào tạo 500 cán bộ, gồm 20 lớp, mỗi lớp 25 người, kinh phí 2 tỷ đồng.",
        "Bố trí 30 giáo viên, trong đó mầm non 12 giáo viên, tiểu học 10 giáo viên, trung học 8 giáo viên.",
        "Công nhận 30 sản phẩm OCOP, trong đó 5 sản phẩm 4 sao, 25 sản phẩm 3 sao.",
        "Vốn đăng ký 200 triệu USD, trong đó 3 dự án mới 150 triệu USD, 5 lượt tăng vốn 50 triệu USD.",
        "Thành lập 600 doanh nghiệp (năm 2025: 580 doanh nghiệp) với số vốn 6.000 tỷ đồng.",
        "Cả nước có 34 tỉnh, thành phố, gồm 28 tỉnh và 6 thành phố.",
        "Diện tích đất 1.200 ha (đất ở 300 ha, đất nông nghiệp 900 ha), trong đó thu hồi 400 ha.",
        "Kim ngạch xuất nhập khẩu 5 tỷ USD (xuất khẩu 3 tỷ USD, nhập khẩu 2 tỷ USD).",
        "Sắp xếp còn 20 sở, ngành (giảm 5 sở, giảm 30 phòng).",
        "Tổng 36 trường, gồm 12 trường mầm non, 14 trường tiểu học, 10 trường trung học cơ sở, tổng số 500 lớp.",
        "Trồng 2,5 triệu cây, gồm 1,5 triệu cây phân tán và 1.000 ha rừng tập trung.",
        "Tốc độ tăng trưởng 8%, cao hơn năm 2025 (7,2%).",
        "Số bác sĩ/vạn dân đạt 10,2; mục 2.1 Xã Tân An đạt 5 tiêu chí.",
        "Duy trì 100% trạm y tế có bác sĩ (năm 2025: 95%).",
        "Giảm nghèo còn 2% (năm 2025: 2,5%, năm 2024: 3%).",
        "Hỗ trợ 500 hộ; trong đó xây mới 200 hộ, sửa chữa 300 hộ (năm 2025: 450 hộ).",
    ],
)
def test_usual_sentences_are_silent(text):
    assert not codes(text)
    assert not ct.check(ct.Plan(indicators=ct.parse_indicators(text), period=YEAR))


def test_a_part_cut_another_way_is_still_no_larger_than_the_whole():
    lines = ct.parse_indicators(
        "Giải quyết việc làm cho 20.000 lao động, trong đó nữ 29.000 lao động, xuất khẩu 1.000 lao động"
    )
    assert [finding.code for finding in ct.check(ct.Plan(indicators=lines))] == ["part-over-whole"]


def test_a_long_text_takes_time_in_proportion():
    clause = "đạt 5 ha (năm 2025: 4 ha), gồm 3 ha, 2 ha; giảm từ 5% xuống 7% "
    assert len(ct.check(ct.Plan(text=clause * 300, period=YEAR))) >= 1


# --- what is looked at as one statement -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a whole is one amount of its own: no range, none of so many, no rate, no percentage, and more than nothing
        ("Sửa tăng 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Sửa tăng 100 km đường, trong đó đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa 100 - 105 km đường, gồm đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa 100/120 km đường, gồm đường xã 60 km, đường thôn 50 km.", []),
        ("Cơ cấu 100% vốn, gồm vốn tỉnh 60%, vốn xã 50%.", []),
        ("Sửa 0 km đường, gồm đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa 0,5 km đường, gồm đường xã 0,3 km, đường thôn 0,4 km.", ["parts-sum"]),
        ("Sửa tối đa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa mỗi năm 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", []),
        # two parts or more, joined by one separator, all of the same sort
        ("Sửa 100 km đường, gồm đường xã 160 km. Xây 5 cầu.", []),
        ("Sửa 100 km đường, gồm cầu 50 cái, cống 30 cái.", []),
        ("Sửa 100 km đường, gồm đường xã 60 km đường thôn 50 km.", []),
        ("Sửa 100 km đường, gồm: đường xã 60 km; đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm: đường xã 60 km; đường thôn và xóm 30 km; đường tỉnh 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm đường xã 60 km và đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường (đường; xã 60 km, thôn 50 km).", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 30 km; đường tỉnh 50 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km và đường thôn 30 km; đường tỉnh 50 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 30 km. Đường tỉnh 50 km.", []),
        ("Sửa 100 km đường, gồm:\n- đường xã 60 km,\n- đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm đường xã tăng 60 km, đường thôn 50 km, cầu 5 cái.", []),
        # a length of time between names is no part
        ("Đào tạo 12.000 người, gồm trung cấp 3.000 người, sơ cấp 3 tháng cho 7.500 người.", ["parts-sum"]),
        # parts cut another way are left out, whether the word stands before the amount or behind it
        ("Tuyển 100 người, trong đó kỹ sư 60 người, thợ 50 người.", ["parts-exceed"]),
        ("Tuyển 100 người, trong đó kỹ sư 60 người, nữ 50 người.", []),
        ("Tuyển 100 người, trong đó nữ 60 người, kỹ sư 50 người.", []),
        ("Tuyển 100 người, trong đó 60 người là nữ, 50 người là kỹ sư.", []),
        ("Tuyển 100 người, trong đó 60 người là kỹ sư, 50 người là nữ.", []),
        ("Tuyển 100 người, trong đó nam 60 người, nữ 50 người.", ["parts-sum"]),
        # what is passed over hides nothing behind it
        ("Có 12 xã; sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Tăng 12 xã; sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
    ],
)
def test_a_whole_and_its_parts(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", "Sửa"),
        ("Họp; làm cầu; sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", "sửa"),
        ("100 km đường, gồm đường xã 60 km, đường thôn 50 km.", "100 km"),
        ("Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2025: 1,8%).", "Tỷ lệ hộ nghèo"),
        ("Họp; làm cầu; tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2025: 1,8%).", "tỷ lệ hộ nghèo"),
    ],
)
def test_a_statement_is_named_by_the_words_before_it(text, about):
    (finding,) = ct.check(ct.Plan(text=text, period=YEAR))
    assert finding.about == about


def pad(text, length):
    """Put letters for the dots, so that what stands between the bars is of a length."""
    before, between, after = text.split("|")
    return f"{before}{between.replace('…', 'a' * (length - len(between) + 1))}{after}"


@pytest.mark.parametrize(
    "text",
    [
        "Sửa 100 km|, gồm … |60 km, đường thôn 50 km.",
        "Sửa 100 km, gồm|: đường xã 60 km, … |50 km.",
        "Giảm tỷ lệ sinh từ 10%| … năm 2025 |xuống 11%.",
    ],
)
def test_amounts_far_apart_are_no_statement(text):
    assert not codes(pad(text, 200))


def test_a_statement_reaches_over_120_characters():
    text = "Sửa 100 km|, gồm … |60 km, đường thôn 50 km."  # the words that open the list are not counted
    assert (codes(pad(text, 125)), codes(pad(text, 126))) == (["parts-sum"], [])
    text = "Sửa 100 km, gồm đường xã 60 km|, … |50 km."
    assert (codes(pad(text, 120)), codes(pad(text, 121))) == (["parts-sum"], [])


def test_all_parts_stand_within_800_characters():
    parts = " km, ".join(f"{'đường ' * 16}{size}" for size in (20, 20, 20, 20, 10, 10, 10))
    text = f"Sửa |150 km, gồm {parts} km, … 50 km|."  # of a list that may go on nothing is said
    assert (codes(pad(text, 800)), codes(pad(text, 801))) == (["parts-sum"], [])


# --- a fraction and its percentage ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 11/19 xã (57,9%) đạt chuẩn.", []),  # 57,894…
        ("Có 11/19 xã (57,8%) đạt chuẩn.", []),  # cut off
        ("Có 11/19 xã (58,0%) đạt chuẩn.", ["fraction-percent"]),
        ("Có 0/0 xã (5%) đạt chuẩn.", []),
        ("Có 38/47 xã (5 hộ) đạt chuẩn.", []),
        ("Có 38/47 xã; khá (70%).", []),
        # what is passed over hides nothing behind it
        ("Có 12 xã; 38/47 xã (70,9%).", ["fraction-percent"]),
        ("Có 38/47 xã (tăng 5%); 38/47 xã (70,9%).", ["fraction-percent"]),
        ("Có trên 38/47 xã (75%), 38/47 xã (70,9%).", ["fraction-percent"]),
        ("Trồng rừng 620 ha/800 ha, đạt 87,5% kế hoạch.", ["fraction-percent"]),
        ("Giải ngân 600 tỷ đồng/800 tỷ đồng, đạt 85% kế hoạch vốn đầu tư công năm 2025.", ["fraction-percent"]),
        ("Giải ngân 600 tỷ đồng/800 tỷ đồng, đạt 75% kế hoạch vốn đầu tư công năm 2025.", []),
        ("Có 38/47 xã, đạt 75% kế hoạch, 38/47 xã (70,9%).", ["fraction-percent"]),
    ],
)
def test_what_a_fraction_makes(text, expected):
    assert codes(text) == expected


# --- a level and the year before ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the value of last year is one amount
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 1 - 2 triệu USD).", []),
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: tăng 1 triệu USD).", []),
        # and so is the level beside it
        ("Tỷ lệ hộ nghèo giảm 0,5% (năm 2025: 1,8%).", []),
        ("Công nhận 90/100 xã (năm 2025: 1 xã).", []),
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 1.000 tỷ đồng).", []),
        ("Đón 900 khách; kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", ["magnitude"]),
        ("Đón 900 khách, kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", ["magnitude"]),
        ("Nhập khẩu đạt 10 triệu USD, xuất khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", []),
        # the last verb says which way it is to go; a change that is named says it better
        ("Nâng tỷ lệ tự chủ lên cao, giảm tỷ lệ hộ nghèo còn 3% (năm 2025: 2%).", ["direction"]),
        ("Giảm tỷ lệ lãng phí, nâng tỷ lệ hộ khá lên 3% (năm 2025: 2%).", []),
        ("Giảm tỷ lệ hộ nghèo 0,5%, còn 2,0% (năm 2025: 1,5%).", ["level-change"]),
        # what is passed over hides nothing behind it
        ("Đạt 3% (năm 2025: 1 - 2%). Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", ["magnitude"]),
        ("Giảm 0,5% (năm 2025: 1,8%). Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", ["magnitude"]),
        ("Đạt 3% (năm 2025: 2 ha). Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD).", ["magnitude"]),
    ],
)
def test_a_level_and_last_years_value(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tăng tỷ lệ từ 60% lên 55%.", ["direction"]),
        ("Tăng tỷ lệ từ 60% còn 55%.", ["direction"]),
        ("Giảm tỷ lệ từ 5% lên 7%.", ["direction"]),
        ("Kéo giảm tỷ lệ từ 5% xuống còn 7%.", ["direction"]),
        ("Hạ tỷ lệ từ 5% xuống 4%.", []),
        ("Nâng diện tích từ 60 ha lên 55%.", []),
        ("Nâng diện tích từ 60 ha lên 55%; tăng tỷ lệ từ 60% lên 55%.", ["direction"]),
        ("Đạt 5%, 6%; tăng tỷ lệ từ 60% lên 55%.", ["direction"]),
    ],
)
def test_from_one_value_to_another(text, expected):
    assert codes(text) == expected
