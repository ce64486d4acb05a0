"""Lists of parts in the ways that texts open, divide and close them.

Covers `parts.bare_parts`, `parts.complete_parts`, `parts.part_amounts` and `parts.part_leads` too.
"""

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what becomes of a part does not close its list
        ("Xử lý 90 cơ sở, gồm 50 cơ sở giao xã, phường quản lý, 30 cơ sở bán, 10 cơ sở thu hồi giao trung tâm.", []),
        (
            "Xử lý 90 cơ sở, gồm 50 cơ sở giao xã, phường quản lý, 30 cơ sở bán, 20 cơ sở thu hồi giao trung tâm.",
            ["parts-sum"],
        ),
        # parts that come to what stands ahead of a bracket are of that
        ("Có 620 người (năm 2025: 580 người); trong đó nam 400 người, nữ 220 người.", []),
        (
            "Xử lý 450 tấn/ngày trên tổng số 560 tấn/ngày; trong đó khu vực đô thị 120 tấn/ngày, khu vực nông thôn 330 tấn/ngày.",
            [],
        ),
        # a list of parts holds no whole of those behind it
        (
            "Nuôi và khai thác 800 tấn, trong đó cá 300 tấn, tôm nuôi 280 tấn, cá nuôi khác 140 tấn, khai thác 80 tấn.",
            [],
        ),
        # a new sentence that goes on with the parts
        ("Có 1.200 cơ sở. Chia ra: tỉnh 700 cơ sở; xã 400 cơ sở.", ["parts-sum"]),
        ("Có 1.200 cơ sở. Trong đó, tỉnh 700 cơ sở, xã 800 cơ sở.", ["parts-exceed"]),
        ("Đào tạo 900 người, trong đó nữ 400 người. Chia ra: tỉnh 500 người; xã 400 người.", []),
        # a colon says so where they come near, or near but for a slip
        ("Xây 1.250 căn nhà: xây mới 830 căn; sửa chữa 400 căn.", ["parts-sum"]),
        ("Xây 1.250 căn nhà: a) xây mới 830 căn; b) sửa chữa 240 căn.", ["parts-sum"]),
        ("Xây 1.250 căn nhà: xây mới 830 căn; sửa chữa 100 căn.", []),
        ("Trồng 500 ha rừng: có chứng nhận 300 ha, có liên kết 400 ha.", []),
        ("Sửa 45 trường, cụ thể mầm non 12 trường, tiểu học 18 trường và THCS 17 trường.", ["parts-sum"]),
        # what is done with a part does not close its list; what was done, does
        ("Chi 950 tỷ đồng, gồm: lương 180 tỷ đồng; chi thực hiện đề án 200 tỷ đồng; dự phòng 570 tỷ đồng.", []),
        (
            "Chi 950 tỷ đồng, gồm: lương 180 tỷ đồng; chi thực hiện đề án 210 tỷ đồng; dự phòng 570 tỷ đồng.",
            ["parts-sum"],
        ),
        ("Chi 950 tỷ đồng, gồm: lương 180 tỷ đồng; nhà 770 tỷ đồng; thực hiện năm 2025 là 910 tỷ đồng.", []),
        # money and measures, too, where the list goes to the end and comes near: other numbers are names
        ("Chi 9.000 triệu đồng, gồm: học 4.200; y tế, thuốc 3.000; dự phòng 1.900.", ["parts-sum"]),
        ("Chi 9.000 triệu đồng, gồm: học 4.200; y tế, thuốc 3.000; dự phòng 1.800.", []),
        ("Phát điện 14,6 tỷ kWh: than 6,4; gió 4,5; nước 3,7 tỷ kWh.", []),
        ("Phát điện 14,6 tỷ kWh: than 6,4; gió 4,9; nước 3,7 tỷ kWh.", ["parts-sum"]),
        ("Chi 900 tỷ đồng, gồm: Chương trình 135, Chương trình 134 và Đề án 06.", []),
        # items with letters or numbers, outside of any list of indicators
        ("1. Tổng chi 950 tỷ đồng, gồm:\na) lương: 180 tỷ đồng;\nb) nhà: 790 tỷ đồng.\n2. Việc khác.", ["parts-sum"]),
        ("1. Tổng chi 950 tỷ đồng, gồm:\na) lương: 180 tỷ đồng;\nb) nhà: 770 tỷ đồng.\n2. Việc khác.", []),
        ("1. Tổng chi 950 tỷ đồng, gồm:\n1) lương: 180 tỷ đồng;\n2) nhà: 790 tỷ đồng.\n2. Việc khác.", ["parts-sum"]),
        ("b) Tổng chi 950 tỷ đồng, gồm:\nc) lương: 180 tỷ đồng;\nd) nhà: 790 tỷ đồng.", []),
        # what a share is of stands between
        ("Trồng 300 ha, bằng 25% của 1.200 ha đất trống (keo 200 ha, thông 130 ha).", ["parts-sum"]),
        ("Trồng 300 ha, bằng 25% của 1.200 ha đất trống (keo 200 ha, thông 100 ha).", []),
        # what a rate is of is no part
        ("Thất nghiệp 18 nghìn người. Riêng ở phố, tỷ lệ thất nghiệp dưới 3% trong tổng số 226 nghìn lao động.", []),
        # behind what it was before, in brackets
        ("Đoạt 75 giải (năm trước 68 giải), bao gồm 20 giải nhất, 60 giải nhì.", ["parts-sum"]),
        ("Đoạt 75 giải (năm trước 68 giải), bao gồm 20 giải nhất, 55 giải nhì.", []),
        # so much more is made up of parts; parts behind a level and its change are of the level
        ("Số giường tăng thêm 250 giường so với năm 2025, gồm: tỉnh 170 giường; xã 90 giường.", ["parts-sum"]),
        ("Số giường tăng thêm 250 giường so với năm 2025, gồm: tỉnh 170 giường; xã 80 giường.", []),
        ("Số giường tăng thêm 250 giường, gồm tỉnh tăng 170 giường, xã tăng 90 giường.", ["parts-sum"]),
        ("Số giường tăng thêm 250 giường, gồm tỉnh tăng 270 giường, xã giảm 20 giường.", []),
        ("Có 900 giường, tăng 250 giường so với năm 2025, gồm tỉnh 600 giường, xã 300 giường.", []),
        ("Đàn vật nuôi tăng 250 con, trong đó bò 900 con, trâu 300 con.", []),
        # marks and brackets inside a list
        (
            "Chi 400 tỷ đồng, gồm: (1) học 250 tỷ đồng (lớp 150 tỷ đồng, bàn 100 tỷ đồng); (2) y tế 90 tỷ đồng.",
            ["parts-sum"],
        ),
        ("Chi 400 tỷ đồng, gồm: (1) học 250 tỷ đồng (lớp 150 tỷ đồng, bàn 100 tỷ đồng); (2) y tế 150 tỷ đồng.", []),
        (
            "Chi 400 tỷ đồng, gồm học 250 tỷ đồng (lớp 150 tỷ đồng, bàn 200 tỷ đồng), y tế 150 tỷ đồng.",
            ["parts-sum"],
        ),
        ("Chi 400 tỷ đồng, gồm học 250 tỷ đồng, tăng 5%, y tế 90 tỷ đồng, tăng 3%.", ["parts-sum"]),
        ("Chi 400 tỷ đồng = học 250 tỷ đồng + y tế 160 tỷ đồng.", ["parts-sum"]),
        # as many as are counted
        ("Làm 2 tuyến đường với tổng chiều dài 20 km; tuyến một dài 9 km, tuyến hai dài 8.000 m.", ["parts-sum"]),
        ("Làm 3 tuyến đường với tổng chiều dài 20 km; tuyến một dài 9 km, tuyến hai dài 8.000 m.", []),
        # a name that joins those of the parts
        ("Làm 128 cuộc thanh tra, kiểm tra (14 cuộc thanh tra; 87 cuộc kiểm tra).", ["parts-sum"]),
        ("Làm 128 cuộc thanh tra, kiểm tra (14 cuộc đột xuất; 60 cuộc kiểm tra).", []),
        # known divisions
        ("Có 90 sản phẩm OCOP; 2 sản phẩm đạt 5 sao, 30 sản phẩm đạt 4 sao, 60 sản phẩm đạt 3 sao.", ["parts-sum"]),
        ("Công bố 900 thủ tục; cấp tỉnh 700 thủ tục; cấp xã 100 thủ tục.", ["parts-sum"]),
        # parts without a unit
        ("Tuyển 1.200 giáo viên, gồm mầm non 400, tiểu học 450, THCS 250 giáo viên.", ["parts-sum"]),
        ("Tuyển 1.200 giáo viên, gồm mầm non 400, tiểu học 450 và THCS 350 giáo viên.", []),
        ("Có 70.000 em (MN: 20.000; TH: 30.000; THCS: 18.000).", ["parts-sum"]),
        ("Có 70.000 em (năm 2024: 68.000; năm 2023: 65.000).", []),
        # what may overlap is a part where all come to the whole
        ("Cấp 400 thẻ: nhóm được đóng 250 thẻ; nhóm tự đóng 150 thẻ.", []),
        ("Cấp 415 thẻ: nhóm được đóng 262 thẻ; nhóm tự đóng 135 thẻ.", ["parts-sum"]),
    ],
)
def test_lists_of_parts(text, expected):
    assert codes(text) == expected


def test_a_part_in_a_bracket_is_none_of_the_whole_line():
    line = "- Cây lâu năm 4.000 ha, trong đó cam 2.400 ha ({}), dừa 1.500 ha."
    inner = "cam sành 1.100 ha, cam mật 700 ha, cam xoàn 600 ha"
    plan = ct.Plan(indicators=ct.parse_indicators(line.format(inner)), period=ct.Period(2026))
    assert not ct.check(plan)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Vận hành chính quyền tại 95.000 xã, phường (72 xã và 23 phường).", True),
        ("Vận hành chính quyền tại 95 xã, phường (72 xã và 23 phường).", False),
        ("Vận hành chính quyền tại 95 xã, phường (2 xã và 3 phường làm điểm).", False),
        ("Điều tra 95.000 hộ, trang trại (72 hộ kinh doanh và 23 doanh nghiệp).", False),
    ],
)
def test_noughts_too_many_where_each_noun_of_a_whole_is_that_of_a_part(text, odd):
    assert ("parts-sum" in codes(text)) is odd


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # what an amount is of something else stands between it and its parts
        (
            (
                "Thu ngân sách 900 tỷ đồng, bằng 112,5% dự toán Hội đồng nhân dân giao (800 tỷ đồng); thu nội địa {} tỷ đồng, "
                "thu xuất nhập khẩu 60 tỷ đồng."
            ),
            840,
            870,
        ),
        (
            (
                "Thu ngân sách 9.000 tỷ đồng, bằng 112,5% dự toán tỉnh giao (8.000 tỷ đồng) và tăng 5% so với năm 2025 (8.571 tỷ đồng); "
                "gồm thu nội địa {} tỷ đồng và thu xuất nhập khẩu 600 tỷ đồng."
            ),
            "8.400",
            "8.700",
        ),
        ("Đón 6,5 triệu lượt khách, tăng 9%: khách quốc tế 0,4 triệu lượt, khách nội địa {} triệu lượt.", "6,1", "6,7"),
        ("Chi 2.750 triệu đồng (2,75 tỷ đồng): tỉnh {} triệu đồng, xã 1.210 triệu đồng.", "1.540", "1.640"),
        ("Vệ sinh 940 km kênh: {} km bằng ngân sách tỉnh, 620 km bằng nguồn của xã.", 320, 350),
        (
            "Đóng bảo hiểm 240 nghìn người, bằng 20,0% số lao động (bắt buộc {} nghìn người, tự nguyện 50 nghìn người).",
            190,
            220,
        ),
        # numbers without the noun of the whole, with its scale or a share behind them
        ("Đón 6,5 triệu lượt khách (quốc tế 0,42 triệu, nội địa {} triệu), thu 900 tỷ đồng.", "6,08", "6,38"),
        (
            "Chở 8,6 triệu lượt, gồm tàu sông {} triệu (45,3%) và tàu biển 4,7 triệu (54,7%), riêng cảng mới 1 triệu lượt.",
            "3,9",
            "4,2",
        ),
        ("Nhận 2.430 đơn: qua mạng {} (86,4%), trực tiếp 330 (13,6%); giải quyết 2.300 đơn.", "2.100", "2.200"),
        ("Đào tạo 6.200 người: cao đẳng 800; trung cấp 1.500; sơ cấp và dưới 3 tháng {}.", "3.900", "3.600"),
        # the whole is named once more to be divided
        ("Cấp 980 thẻ. Trong 860 thẻ có {} thẻ mới (60%), 240 thẻ đổi (28%), 104 thẻ cấp lại.", 516, 536),
        ("Có 640/900 chợ đạt chuẩn. Trong {} chợ: đô thị 120, ven đô 200, nông thôn 320.", 640, 780),
        ("Tỉnh có 148 xã, phường ({} xã và 21 phường).", 127, 157),
        # a list whose items have amounts of their own parts
        (
            (
                "Thu ngân sách xã 5.400 triệu đồng:\na) Thu được hưởng theo phân cấp: 1.200 triệu đồng (22,2%);\n"
                "b) Bổ sung từ ngân sách tỉnh: 4.000 triệu đồng (74,1%), trong đó bổ sung cân đối 3.100 triệu đồng, bổ sung có mục tiêu "
                "900 triệu đồng (đầu tư 600 triệu đồng, sự nghiệp 300 triệu đồng);\nc) Thu chuyển nguồn: {} triệu đồng."
            ),
            200,
            500,
        ),
    ],
)
def test_parts_behind_what_is_said_aside(text, right, wrong):
    assert "parts-sum" not in codes(text.format(right))
    assert "parts-sum" in codes(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách 900 tỷ đồng, bằng 112,5% dự toán (800 tỷ đồng); chi đầu tư 300 tỷ đồng, chi thường xuyên 450 tỷ đồng.",
        "Nhận 810 đơn; giải quyết 770 đơn, quá hạn 12 đơn; còn 40 đơn trong hạn.",
        "Trong 860 thẻ có 120 thẻ hết hạn, 60 thẻ hỏng, 15 thẻ mất.",
        "Tỉnh có 148 xã, phường (12 xã và 9 phường mới lập).",
        # the list is longer than what is looked at
        "Chi 5.000 tỷ đồng, chia theo việc: "
        + "; ".join(f"việc thứ {word} của các cơ quan nhà nước cấp tỉnh 500 tỷ đồng" for word in "abcdeghikl")
        + ".",
    ],
)
def test_amounts_that_are_no_parts_are_left_alone(text):
    assert "parts-sum" not in codes(text)


@pytest.mark.parametrize(("last", "wrong"), [(60, False), (160, True)])
def test_an_item_of_a_list_may_hold_several_amounts(last, wrong):
    """*c) Trả nợ 10 tỷ đồng; dự phòng 30 tỷ đồng*: all of them are parts."""
    text = f"Chi 300 tỷ đồng, gồm:\na) Đầu tư 150 tỷ đồng;\nb) Lương 50 tỷ đồng;\nc) Trả nợ 10 tỷ đồng; dự phòng 30 tỷ đồng; việc khác {last} tỷ đồng."
    for plan in (ct.Plan(text=text), ct.Plan(text=text, indicators=ct.parse_indicators(text))):
        assert bool(list(ct.check(plan, rules=["parts-sum"]))) is wrong


@pytest.mark.parametrize("word", ["chiếm", "chủ yếu là", "lớn nhất là"])
def test_a_bracket_that_tells_what_is_worth_telling_names_only_some(word):
    text = f"Chi lương 300 tỷ đồng (nghề may {word} 150 tỷ đồng; nghề gỗ 20 tỷ đồng)."
    assert not ct.check(ct.Plan(text=text), rules=["parts-sum"])


def told(text):
    rules = ["parts-sum", "parts-exceed", "part-over-whole"]
    found = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=rules)
    return [str(one.fields.get("expected", one.fields.get("part"))) for one in found]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("a) Lương: 180 tỷ đồng;", "b) Nhà: 700 tỷ đồng;", "c) Xe: 90 tỷ đồng."), ["970 tỷ đồng"]),
        (("b) Lương: 180 tỷ đồng;", "c) Nhà: 700 tỷ đồng;", "d) Xe: 90 tỷ đồng."), []),  # does not begin here
        (("- Lương: 180 tỷ đồng, tăng 5%;", "- Nhà: 700 tỷ đồng;", "- Xe: 90 tỷ đồng."), ["970 tỷ đồng"]),
        (("- Lương: 180 tỷ đồng, tăng 20 tỷ đồng;", "- Nhà: 790 tỷ đồng."), ["970 tỷ đồng"]),
        # an empty line, or a number, ends the list; what is counted otherwise does, too
        (("- Lương: 180 tỷ đồng;", "- Nhà: 700 tỷ đồng;", "", "- Xe: 90 tỷ đồng."), ["880 tỷ đồng"]),
        (("- Lương: 180 tỷ đồng;", "- Nhà: 700 tỷ đồng;", "2. Xe: 90 tỷ đồng."), ["880 tỷ đồng"]),
        (("- Lương: 180 tỷ đồng;", "- Mở 5 lớp;", "- Nhà: 790 tỷ đồng."), []),
        # two amounts in an item, and parts of an item
        (("- Lương: 180 tỷ đồng; thuê nhà 20 tỷ đồng;", "- Nhà: 790 tỷ đồng."), ["990 tỷ đồng"]),
        (("- Lương: 180 tỷ đồng, gồm: tỉnh 100 tỷ đồng; xã 80 tỷ đồng;", "- Nhà: 790 tỷ đồng."), ["970 tỷ đồng"]),
        (("a) Lương: 180 tỷ đồng, gồm:", "- Tỉnh 100 tỷ đồng;", "- Xã 80 tỷ đồng;", "b) Nhà: 790 tỷ đồng."), ["970 tỷ đồng"]),
    ],
)  # fmt: skip
def test_the_items_of_a_list(items, expected):
    text = "\n".join(("1. Chi 950 tỷ đồng, gồm:", *items))
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one sign divides the parts; what stands behind another is no part, but behind a comma it is
        ("Chi 950 tỷ đồng, gồm: lương 180 tỷ đồng; nhà 700 tỷ đồng, xe 90 tỷ đồng.", ["970 tỷ đồng"]),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng, nhà 700 tỷ đồng; xe 90 tỷ đồng.", ["880 tỷ đồng"]),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng, nhà 700 tỷ đồng và xe 90 tỷ đồng.", ["970 tỷ đồng"]),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng nhà 700 tỷ đồng xe 90 tỷ đồng.", []),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng, nhà 700 tỷ đồng, so với năm trước 90 tỷ đồng.", ["880 tỷ đồng"]),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng, nhà 700 tỷ đồng, còn lại 90 tỷ đồng chi khác.", ["970 tỷ đồng"]),
        ("Chi 950 tỷ đồng, gồm lương 180 tỷ đồng, còn lại 700 tỷ đồng, xe 70 tỷ đồng.", ["880 tỷ đồng"]),
        ("Chi 950 tỷ đồng. Lương 180 tỷ đồng. Nhà 700 tỷ đồng. Xe 90 tỷ đồng.", []),
        # where the parts are; what they cost or make together; other things
        ("Trồng 900 ha rừng, gồm keo 500 ha tại 8 xã, thông 300 ha tại 10 xã.", ["800 ha"]),
        ("Trồng 900 ha rừng, gồm 8 xã 500 ha, 10 xã 300 ha.", ["800 ha"]),
        ("Trồng 900 ha rừng, gồm keo 500 ha, thông 300 ha, tổng vốn 30 tỷ đồng.", ["800 ha"]),
        ("Trồng 900 ha rừng, gồm keo 500 ha, thông 300 ha, đạt 100%.", ["800 ha"]),
        ("Trồng 900 ha rừng, gồm keo 500 ha, thông 300 ha, 10 xã.", []),
        ("Trồng 900 ha rừng, gồm keo 500 ha, 300 ha, 10 xã.", []),
        ("Trồng 900 ha rừng, gồm keo 500 ha, tổng vốn 30 tỷ đồng.", []),
        ("Chi 900 tỷ đồng, gồm lương 500 tỷ đồng, nhà 300 tỷ đồng, 40 xã.", ["800 tỷ đồng"]),
        ("Trồng 900 ha rừng, trong đó keo 950 ha; 10 xã.", ["950 ha"]),
        ("Trồng 900 ha rừng, trong đó keo 950 ha, 10 xã.", []),
        # amounts and brackets between a whole and its parts
        ("Chi 900 tỷ đồng (theo Nghị quyết số 5), gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        ("Chi 900 tỷ đồng (cho 40 xã); gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        ("Chi 900 tỷ đồng (cho 40 xã), trong đó lương 950 tỷ đồng.", ["950 tỷ đồng"]),
        ("Chi 900 tỷ đồng cho 40 xã; gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", []),
        ("Chi 900 tỷ đồng, gấp 2 lần, tăng 5%; gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        ("Chi 900 tỷ đồng, bằng 30% GRDP (3.000 tỷ đồng); gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        ("Chi 900 tỷ đồng, đạt 3%/năm (30 tỷ đồng); gồm lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        # as many as are counted
        ("Chi 900 tỷ đồng theo hai nhóm: lương 500 tỷ đồng, nhà 300 tỷ đồng.", ["800 tỷ đồng"]),
        ("Chi 900 tỷ đồng theo ba nhóm: lương 500 tỷ đồng, nhà 300 tỷ đồng, xe 90 tỷ đồng.", ["890 tỷ đồng"]),
        (
            "Chi 900 tỷ đồng theo bốn nhóm: lương 500 tỷ đồng, nhà 300 tỷ đồng, xe 90 tỷ đồng, máy 4 tỷ đồng.",
            ["894 tỷ đồng"],
        ),
        ("Chi 900 tỷ đồng theo 3 nhóm: lương 500 tỷ đồng, nhà 300 tỷ đồng.", []),
        # of parts that may overlap the first that is too large is told
        ("Tuyển 100 người, trong đó nữ 160 người, dân tộc thiểu số 170 người.", ["160 người"]),
        ("Tuyển 100 người, trong đó nữ 100 người, dân tộc thiểu số 170 người.", ["170 người"]),
    ],
)
def test_the_amounts_of_a_row(text, expected):
    assert told(text) == expected


FAR = "do các cơ quan chuyên môn của tỉnh chủ trì, cùng với các xã, các hội và các doanh nghiệp đóng trên địa bàn tự làm, tự lo liệu dần"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("a) Lương: 180 tỷ đồng;", "b) Nhà: 790 tỷ đồng.", f"Việc khác {FAR} 5 tỷ đồng."), ["970 tỷ đồng"]),
        (("a) Lương: 180 tỷ đồng;", "b) Nhà: 790 tỷ đồng.", "2. Việc khác:", f"a) Mua sắm {FAR} 5 tỷ đồng."), ["970 tỷ đồng"]),
        # the list goes on, its amount stands far behind the mark
        (("a) Lương: 180 tỷ đồng;", "b) Xe: 700 tỷ đồng;", f"c) Nhà {FAR}: 40 tỷ đồng."), []),
    ],
)  # fmt: skip
def test_amounts_far_behind_the_last_item(items, expected):
    assert told("\n".join(("1. Chi 950 tỷ đồng, gồm:", *items))) == expected


@pytest.mark.parametrize(("cue", "expected"), [("trong đó", True), ("gồm", False)])
def test_a_list_too_long_to_be_read_to_its_end(cue, expected):
    """Of some of the parts those that are read may be too much; of all of them nothing can be said."""
    listed = ", ".join(f"việc thứ {word} {FAR[:90].replace(',', '')} 500 tỷ đồng" for word in "abcdeghikl")
    found = told(f"Chi 2.000 tỷ đồng, {cue} {listed}.")
    assert bool(found) is expected


FUNDS = "Tổng chi 950 tỷ đồng, gồm:\n{}"


@pytest.mark.parametrize(
    ("items", "total"),
    [
        ("- lương: 180 tỷ đồng;\n- nhà: 770 tỷ đồng.", None),
        ("- lương: 180 tỷ đồng;\n- nhà: 790 tỷ đồng.", "970 tỷ đồng"),
        # an item of another sort ends the list
        ("- lương: 180 tỷ đồng;\n- nhà: 790 tỷ đồng;\n- việc làm: 40 người.", "970 tỷ đồng"),
        ("- lương: 180 tỷ đồng;\n- việc làm: 40 người;\n- nhà: 790 tỷ đồng.", None),
        ("- lương: 180 tỷ đồng;\n- nhà: 770 tỷ đồng;\n- việc làm: 40 người;\n- xe: 90 tỷ đồng.", None),
        # and so does the next item above it, with a list of its own
        ("- lương: 180 tỷ đồng;\n- nhà: 770 tỷ đồng.\n3. Việc khác 70 tỷ đồng:\n- xe: 60 tỷ đồng.", None),
        ("- lương: 180 tỷ đồng;\n- nhà: 700 tỷ đồng.\n3. Việc khác 70 tỷ đồng:\n- xe: 60 tỷ đồng.", "880 tỷ đồng"),
        # two of them side by side are parts, what one is made up of is none
        ("- lương: 180 tỷ đồng; thưởng 40 tỷ đồng;\n- nhà: 700 tỷ đồng.", "920 tỷ đồng"),
        ("- lương: 180 tỷ đồng; trong đó xã 40 tỷ đồng; tỉnh 140 tỷ đồng;\n- nhà: 700 tỷ đồng.", "880 tỷ đồng"),
        ("a) lương: 180 tỷ đồng:\n- xã 40 tỷ đồng;\n- tỉnh 140 tỷ đồng;\nb) nhà: 700 tỷ đồng.", "880 tỷ đồng"),
        # a list that does not begin with its first item is not that of the whole
        ("b) lương: 180 tỷ đồng;\nc) nhà: 700 tỷ đồng.", None),
    ],
)
def test_items_of_a_list(items, total):
    findings = ct.check(ct.Plan(text=FUNDS.format(items)), rules=["parts-sum"])
    assert [str(one.fields["expected"]) for one in findings] == ([] if total is None else [total])
